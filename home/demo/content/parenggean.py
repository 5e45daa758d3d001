"""KIM Parenggean: the KIM of a whole kecamatan, and the fullest of the demo sites."""

from datetime import date

from .parenggean_archive import ARCHIVE
from .parenggean_news import NEWS

KIM = {
    "slug": "parenggean",
    "name": "KIM Parenggean",
    "region": "62.02.04",
    "founded": date(2014, 5, 19),
    "kind_of_group": "kim",
    "sk": {
        "number": "188.45/031/KEC-PRG/2024",
        "date": date(2024, 2, 12),
        "signer": "Sarwedi Pahit",
        "office": "camat",
        "valid_until": date(2027, 2, 11),
    },
    "chair": {"name": "Yulius Tandang", "email": "yulius.tandang@example.id"},
    "tagline": "Kabar dari tepi Sungai Tualan, dari warga untuk warga",
    "welcome": (
        "Selamat datang di rumah kabar warga Parenggean. Di sini kami menulis yang terjadi di lima belas desa dan "
        "kelurahan, dari harga sawit sampai jadwal posyandu. Kalau ada yang perlu diketahui tetangga, kabari kami, "
        "nanti kami tuliskan."
    ),
    "accent": "ulin",
    "whatsapp": "+6281200000001",
    "address": "Jalan Lesa RT 04, Kelurahan Parenggean, Kecamatan Parenggean, Kotawaringin Timur 74355",
    "latitude": -2.0231,
    "longitude": 112.7864,
    "cover": {
        "scene": "river_sunrise",
        "seed": 101,
        "alt": "Gambar fajar di tepi sungai, pohon palem di depan dan perahu di kejauhan",
    },
    "logo_seed": 11,
    "profile": [
        (
            "<p>KIM Parenggean adalah kelompok warga yang mengumpulkan kabar dari seluruh kecamatan, membahasnya "
            "bersama, lalu menyebarkannya lagi. Anggotanya dua puluh satu orang: guru, petani sawit swadaya, kader "
            "posyandu, pemilik warung, dan beberapa anak muda yang rajin memotret.</p>"
        ),
        (
            "<p>Kami lahir pada 2014 dari kebiasaan sederhana. Beberapa warga yang sering ke Sampit mencatat "
            "pengumuman dari kantor kabupaten di buku tulis, lalu menempelkan salinannya di warung kopi dekat dermaga. "
            "Buku tulis itu masih ada dan disimpan di sekretariat.</p>"
        ),
        (
            "<p>Setiap Kamis malam kami berkumpul. Yang dibahas macam-macam: jalan yang mulai rusak, bantuan yang "
            "belum jelas syaratnya, sampai kabar bohong yang sedang ramai di grup. Hasilnya kami tulis di sini dan "
            "kami sampaikan ke kantor kecamatan bila menyangkut pelayanan.</p>"
        ),
        (
            "<p>Kami tidak menjual apa pun dan tidak memungut biaya dari pelaku usaha yang produknya kami tampilkan. "
            "Pembeli langsung berhubungan dengan pembuatnya.</p>"
        ),
    ],
    "officers": [
        {"name": "Yulius Tandang", "position": "chair", "since": date(2024, 2, 12)},
        {"name": "Hasanah Murni", "position": "secretary", "since": date(2024, 2, 12)},
        {"name": "Sri Lestari Widodo", "position": "treasurer", "since": date(2024, 2, 12)},
        {"name": "Agus Winarto", "position": "member", "since": date(2024, 2, 12)},
        {"name": "Rendi Bahandang", "position": "member", "since": date(2025, 1, 16)},
        {"name": "Norlaila Hamsi", "position": "member", "since": date(2025, 1, 16)},
    ],
    "sellers": [
        {
            "key": "kelulut",
            "name": "Madu Kelulut Tualan",
            "owner": "Rendi Bahandang",
            "whatsapp": "+6281200000011",
            "address": "Desa Kabuau RT 02, Parenggean",
            "nib": "1204240062011",
            "halal": "ID62110000311070524",
            "pirt": "3156202010011-29",
            "checked_on": date(2026, 9, 14),
        },
        {
            "key": "rotan",
            "name": "Anyaman Indu Rawing",
            "owner": "Mina Rawing",
            "whatsapp": "+6281200000012",
            "address": "Desa Tehang RT 01, Parenggean",
            "nib": "0611230062012",
            "halal": "",
            "pirt": "",
            "checked_on": date(2026, 8, 3),
        },
        {
            "key": "pisang",
            "name": "Keripik Bu Lestari",
            "owner": "Sri Lestari Widodo",
            "whatsapp": "+6281200000013",
            "address": "Desa Karang Tunggal RT 07, Parenggean",
            "nib": "2107230062013",
            "halal": "ID62110000313110823",
            "pirt": "2156202020013-28",
            "checked_on": date(2026, 10, 5),
        },
        {
            "key": "sambal",
            "name": "Dapur Norlaila",
            "owner": "Norlaila Hamsi",
            "whatsapp": "+6281200000014",
            "address": "Jalan Lesa RT 06, Kelurahan Parenggean",
            "nib": "",
            "halal": "",
            "pirt": "2126202030014-28",
            "checked_on": date(2026, 6, 20),
        },
        {
            "key": "tani",
            "name": "Kelompok Wanita Tani Mekar Sari",
            "owner": "Suparti",
            "whatsapp": "+6281200000015",
            "address": "Desa Mekar Jaya RT 03, Parenggean",
            "nib": "",
            "halal": "",
            "pirt": "",
            "checked_on": None,
        },
        {
            "key": "ukir",
            "name": "Bengkel Kayu Pak Diman",
            "owner": "Sudiman Ahyar",
            "whatsapp": "+6281200000016",
            "address": "Desa Manjalin RT 02, Parenggean",
            "nib": "",
            "halal": "",
            "pirt": "",
            "checked_on": None,
        },
    ],
    "news": [*NEWS, *ARCHIVE],
    "products": [
        {
            "title": "Madu Kelulut Tualan 250 ml",
            "seller": "kelulut",
            "category": "food",
            "price_kind": "fixed",
            "price_min": 85000,
            "price_max": None,
            "unit": "botol",
            "availability": "in_stock",
            "confirmed_days_ago": 6,
            "description": (
                "<p>Madu kelulut asam manis dari kebun belakang rumah di Kabuau. Dipanen dengan alat isap, disaring "
                "dua kali, tidak dipanaskan.</p><p>Rasanya berubah sedikit mengikuti musim bunga. Simpan di tempat "
                "sejuk dan buka tutupnya pelan, karena madu ini masih bergas.</p>"
            ),
            "images": [
                {"scene": "honey", "seed": 117, "alt": "Gambar madu keemasan dalam wadah kaca"},
                {"scene": "peat_forest", "seed": 118, "alt": "Gambar pepohonan rapat tumbuh di rawa gambut"},
            ],
        },
        {
            "title": "Keranjang rotan tutup",
            "seller": "rotan",
            "category": "craft",
            "price_kind": "range",
            "price_min": 120000,
            "price_max": 275000,
            "unit": "buah",
            "availability": "made_to_order",
            "confirmed_days_ago": 18,
            "description": (
                "<p>Keranjang bertutup dari rotan sega, dianyam rapat sehingga kuat untuk pakaian atau oleh-oleh. "
                "Tersedia tiga ukuran.</p><p>Pengerjaan lima sampai sepuluh hari. Motif pinggir bisa dipilih dari "
                "contoh yang kami kirim lewat WhatsApp.</p>"
            ),
            "images": [
                {"scene": "rattan_basket", "seed": 119, "alt": "Gambar bakul rotan dengan pola anyaman"},
                {"scene": "market", "seed": 120, "alt": "Gambar suasana pasar dengan deretan lapak"},
            ],
        },
        {
            "title": "Keripik pisang kepok manis",
            "seller": "pisang",
            "category": "food",
            "price_kind": "fixed",
            "price_min": 18000,
            "price_max": None,
            "unit": "bungkus 200 g",
            "availability": "in_stock",
            "confirmed_days_ago": 5,
            "description": (
                "<p>Pisang kepok dari kebun sela, diiris tipis memanjang lalu digoreng dua kali supaya renyahnya "
                "tahan. Ada rasa asli, gula merah, dan balado.</p><p>Pesan dua puluh bungkus atau lebih dapat harga "
                "warung.</p>"
            ),
            "images": [{"scene": "banana_chips", "seed": 121, "alt": "Gambar keripik pisang keemasan"}],
        },
        {
            "title": "Sambal terong asam",
            "seller": "sambal",
            "category": "food",
            "price_kind": "fixed",
            "price_min": 25000,
            "price_max": None,
            "unit": "botol 180 ml",
            "availability": "in_stock",
            "confirmed_days_ago": 12,
            "description": (
                "<p>Terong asam khas kampung, cabai rawit, dan terasi dimasak sampai minyaknya naik. Segar untuk ikan "
                "bakar atau nasi panas.</p><p>Tahan dua minggu di suhu ruang dan dua bulan di kulkas.</p>"
            ),
            "images": [{"scene": "chili_sauce", "seed": 122, "alt": "Gambar botol sambal merah"}],
        },
        {
            "title": "Sayur segar campur antar rumah",
            "seller": "tani",
            "category": "farm",
            "price_kind": "range",
            "price_min": 15000,
            "price_max": 40000,
            "unit": "keranjang",
            "availability": "in_stock",
            "confirmed_days_ago": 3,
            "description": (
                "<p>Kangkung, bayam, kacang panjang, terong, dan cabai dipetik pagi hari oleh ibu-ibu Mekar Jaya. Isi "
                "keranjang mengikuti yang sedang panen.</p><p>Diantar Selasa dan Jumat untuk wilayah Kelurahan "
                "Parenggean dan sekitarnya.</p>"
            ),
            "images": [{"scene": "vegetables", "seed": 123, "alt": "Gambar sayur-mayur segar"}],
        },
        {
            "title": "Talenan dan sendok kayu ulin sisa",
            "seller": "ukir",
            "category": "craft",
            "price_kind": "range",
            "price_min": 45000,
            "price_max": 160000,
            "unit": "buah",
            "availability": "made_to_order",
            "confirmed_days_ago": 40,
            "description": (
                "<p>Dibuat dari potongan ulin bekas bangunan, bukan kayu tebangan baru. Berat, tidak mudah retak, dan "
                "makin gelap bila sering diminyaki.</p><p>Bisa ditambah ukiran nama tanpa biaya untuk pesanan di atas "
                "lima buah.</p>"
            ),
            "images": [{"scene": "wooden_craft", "seed": 124, "alt": "Gambar benda ukiran dari kayu"}],
        },
        {
            "title": "Kue lempeng sagu untuk syukuran",
            "seller": "pisang",
            "category": "food",
            "price_kind": "range",
            "price_min": 60000,
            "price_max": 150000,
            "unit": "loyang",
            "availability": "made_to_order",
            "confirmed_days_ago": 27,
            "description": (
                "<p>Kue lempeng dari sagu dan kelapa parut, biasa disajikan saat syukuran. Satu loyang cukup untuk dua "
                "belas sampai tiga puluh orang.</p><p>Pesan paling lambat dua hari sebelumnya.</p>"
            ),
            "images": [{"scene": "cake", "seed": 125, "alt": "Gambar kue kampung tersaji"}],
        },
        {
            "title": "Madu kelulut musim bunga karet",
            "seller": "kelulut",
            "category": "food",
            "price_kind": "fixed",
            "price_min": 110000,
            "price_max": None,
            "unit": "botol 250 ml",
            "availability": "seasonal",
            "confirmed_days_ago": 75,
            "description": (
                "<p>Panen kecil setahun sekali ketika pohon karet berbunga. Warnanya lebih terang dan asamnya lebih "
                "lembut.</p><p>Sudah habis untuk musim ini; nomor Anda boleh dicatat untuk panen berikutnya.</p>"
            ),
            "images": [{"scene": "honey", "seed": 126, "alt": "Ilustrasi stoples madu"}],
        },
    ],
    "achievements": [
        {
            "title": "Juara II lomba KIM tingkat kabupaten",
            "kind": "achievement",
            "level": "regency",
            "year": 2025,
            "organiser": "Diskominfo Kabupaten Kotawaringin Timur",
            "rank": "Juara II",
            "potential_type": "",
            "image": {"scene": "trophy", "seed": 127, "alt": "Gambar piala penghargaan"},
            "body": (
                "<p>Penilaian meliputi cara kami menampung keluhan, kecepatan membalas, dan isi tulisan. Juri datang "
                "ke sekretariat tanpa pemberitahuan dan membaca buku rembuk dari halaman pertama.</p><p>Nilai kami "
                "kurang pada sisi jejaring. Sejak itu kunjungan ke KIM lain dijadwalkan tiga bulan sekali.</p>"
            ),
        },
        {
            "title": "Kelompok relawan api teladan kecamatan",
            "kind": "achievement",
            "level": "district",
            "year": 2024,
            "organiser": "Kantor Kecamatan Parenggean",
            "rank": "Terbaik I",
            "potential_type": "",
            "image": {"scene": "shield_award", "seed": 128, "alt": "Gambar tameng penghargaan"},
            "body": (
                "<p>Penghargaan diberikan kepada relawan empat desa yang mencatat kebakaran paling sedikit selama dua "
                "musim kering berturut-turut.</p><p>Uang pembinaannya dipakai membeli selang dan memperbaiki dua "
                "pompa.</p>"
            ),
        },
        {
            "title": "Finalis lomba foto kampung Kalimantan Tengah",
            "kind": "achievement",
            "level": "province",
            "year": 2023,
            "organiser": "Diskominfosantik Provinsi Kalimantan Tengah",
            "rank": "Sepuluh besar",
            "potential_type": "",
            "image": {"scene": "certificate", "seed": 129, "alt": "Gambar sertifikat berbingkai"},
            "body": (
                "<p>Foto perahu penjual sayur pada pagi berkabut karya anggota muda kami masuk sepuluh besar dari "
                "ratusan kiriman.</p><p>Foto itu sekarang tergantung di ruang tunggu kantor kecamatan.</p>"
            ),
        },
        {
            "title": "Riam kecil di hulu Kabuau",
            "kind": "potential",
            "level": "",
            "year": None,
            "organiser": "",
            "rank": "",
            "potential_type": "nature",
            "image": {
                "scene": "waterfall",
                "seed": 130,
                "alt": "Ilustrasi air terjun di tengah hutan jatuh ke kolam berkabut",
            },
            "body": (
                "<p>Empat puluh menit dengan klotok dari dermaga Kabuau, ada riam bertingkat dengan kolam dangkal "
                "tempat anak-anak mandi. Belum ada warung atau pungutan.</p><p>Warga meminta pengunjung membawa "
                "pulang sampahnya dan tidak datang ketika hulu sedang hujan deras.</p>"
            ),
        },
        {
            "title": "Anggrek hutan di kebun warga Tehang",
            "kind": "potential",
            "level": "",
            "year": None,
            "organiser": "",
            "rank": "",
            "potential_type": "nature",
            "image": {"scene": "orchid", "seed": 131, "alt": "Ilustrasi anggrek hutan yang sedang mekar"},
            "body": (
                "<p>Beberapa keluarga di Tehang memindahkan anggrek dari pohon yang tumbang dan merawatnya di pagar "
                "rumah. Kini tercatat belasan jenis.</p><p>Anggrek tidak dijual, tetapi tamu boleh melihat dan "
                "belajar cara menempelkannya di batang pakis.</p>"
            ),
        },
        {
            "title": "Perajin rotan yang masih aktif",
            "kind": "potential",
            "level": "",
            "year": None,
            "organiser": "",
            "rank": "",
            "potential_type": "culture",
            "image": {"scene": "longhouse", "seed": 132, "alt": "Ilustrasi betang beratap lebar di halaman kampung"},
            "body": (
                "<p>Sekurangnya dua puluh tiga perempuan di Tehang dan Bajarau masih menganyam, sepertiganya berusia "
                "di bawah empat puluh tahun.</p><p>Mereka bersedia mengajar kelompok kecil, paling banyak delapan "
                "orang, dengan bahan dari kebun rotan sendiri.</p>"
            ),
        },
    ],
}
