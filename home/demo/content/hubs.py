"""The hubs of the demo portal (nation, provinces, regencies) and the fictional people who can log in."""

HUBS = [
    {
        "region": "",
        "title": "Portal KIM Indonesia",
        "intro": (
            "Ribuan Komunitas Informasi Masyarakat menulis kabar dari kampungnya sendiri. Di sini tulisan mereka "
            "bertemu, dari pasar terapung sampai lereng gunung."
        ),
        "tagline": "Kabar kampung dari seluruh Nusantara",
        "cover": {"scene": "mountain_mist", "seed": 5001, "alt": "Ilustrasi perbukitan hijau berselimut kabut pagi"},
    },
    {
        "region": "62",
        "title": "Kalimantan Tengah",
        "intro": (
            "Dari hulu Barito sampai muara Mentaya, warga Kalimantan Tengah menuliskan yang mereka lihat dan kerjakan. "
            "Halaman ini mengumpulkan berita, produk, dan kebanggaan setiap KIM di empat belas kabupaten dan kota."
        ),
        "tagline": "Isen mulang, kabar tak pernah putus",
        "cover": {"scene": "longhouse", "seed": 5002, "alt": "Ilustrasi betang beratap lebar di halaman kampung"},
    },
    {
        "region": "61",
        "title": "Kalimantan Barat",
        "intro": (
            "Dari perajin keramik di pesisir sampai penenun di tepi Sungai Sambas, setiap kampung punya cerita. KIM "
            "Kalimantan Barat menuliskannya dan membaginya di sini."
        ),
        "tagline": "Kabar dari Kapuas, pesisir, dan perbatasan",
        "cover": {"scene": "river_sunrise", "seed": 5003, "alt": "Ilustrasi sungai tenang memantulkan cahaya pagi"},
    },
    {
        "region": "62.02",
        "title": "Kotawaringin Timur",
        "intro": (
            "Sepuluh KIM bercerita dari kota Sampit, tepian Mentaya, kebun, dan pantai. Pilih kecamatan Anda, atau "
            "ikuti saja kabar terbaru dari semuanya."
        ),
        "tagline": "Sepanjang Mentaya ada cerita",
        "cover": {
            "scene": "river_boats",
            "seed": 5004,
            "alt": "Ilustrasi perahu klotok melintas di depan deretan rumah tepian",
        },
    },
    {
        "region": "62.03",
        "title": "Kapuas",
        "intro": (
            "Sungai, anjir, dan lahan gambut membentuk hidup warga Kapuas. Di halaman ini KIM dari "
            "kecamatan-kecamatannya berbagi kabar, hasil kebun, dan kisah rumah tua."
        ),
        "tagline": "Kabar dari sungai dan anjir",
        "cover": {"scene": "bridge", "seed": 5005, "alt": "Ilustrasi jembatan membentang di atas sungai"},
    },
    {
        "region": "62.13",
        "title": "Barito Timur",
        "intro": (
            "Dari Tamiang Layang sampai kampung di kaki bukit, warga Barito Timur menulis tentang kebun, adat, dan "
            "pelayanan. Kabarnya disusun oleh KIM yang tumbuh di tengah mereka."
        ),
        "tagline": "Duduk bersama, kabar sampai",
        "cover": {"scene": "peat_forest", "seed": 5006, "alt": "Ilustrasi hutan rawa gambut dengan air berwarna gelap"},
    },
    {
        "region": "61.72",
        "title": "Singkawang",
        "intro": (
            "Kota dengan banyak bahasa ini punya kabar dari pantai, tungku, dan pasar. KIM Singkawang menuliskannya "
            "dengan cara yang mudah diikuti semua warga."
        ),
        "tagline": "Banyak bahasa, satu meja",
        "cover": {"scene": "festival", "seed": 5007, "alt": "Ilustrasi keramaian pesta rakyat dengan umbul-umbul"},
    },
    {
        "region": "61.01",
        "title": "Sambas",
        "intro": (
            "Sawah, tenun, dan sungai mengisi hari-hari warga Sambas. Ikuti kabar KIM dari desa-desanya, termasuk "
            "cerita penenun yang sedang menurunkan ilmunya."
        ),
        "tagline": "Tenun, sungai, dan kabar desa",
        "cover": {
            "scene": "rice_field",
            "seed": 5008,
            "alt": "Ilustrasi lahan pertanian terbuka di bawah langit cerah",
        },
    },
]

PEOPLE = [
    {"key": "chair", "name": "Yulius Tandang", "email": "yulius.tandang@example.id"},
    {"key": "editor", "name": "Hasanah Murni", "email": "hasanah.murni@example.id"},
    {"key": "contributor", "name": "Agus Winarto", "email": "agus.winarto@example.id"},
    {"key": "regency_curator", "name": "Rina Oktaviani Lampang", "email": "rina.oktaviani.lampang@example.id"},
    {"key": "provincial_curator", "name": "Bagus Sahewan", "email": "bagus.sahewan@example.id"},
    {"key": "operator", "name": "Wulan Prasasti", "email": "wulan.prasasti@example.id"},
]
