"""KIM Riak Hanjalipan: a riverside village that lives with the yearly flood."""

from datetime import date

KIM = {
    "slug": "hanjalipan",
    "name": "KIM Riak Hanjalipan",
    "region": "62.02.01.2004",
    "founded": date(2019, 8, 17),
    "kind_of_group": "kim",
    "sk": {
        "number": "Nomor 14 Tahun 2022",
        "date": date(2022, 12, 19),
        "signer": "Bahrul Anam",
        "office": "kepala_desa",
        "valid_until": date(2026, 12, 31),
    },
    "chair": {"name": "Darmawi Ilas", "email": "darmawi.ilas@example.id"},
    "tagline": "Hidup bersama air naik, menulis sebelum lupa",
    "welcome": (
        "Hanjalipan tumbuh di tepi Sungai Mentaya dan setiap tahun bertemu banjir. Kami mencatat tinggi air, hasil "
        "tangkapan, dan cerita orang tua agar anak-anak mengenal kampungnya. Selamat singgah, jangan lupa pegang tiang "
        "dermaga."
    ),
    "accent": "langit",
    "whatsapp": "+6281200000031",
    "address": "Jalan Titian Ulin RT 02, Desa Hanjalipan, Kecamatan Kota Besi 74353",
    "latitude": -2.3018,
    "longitude": 112.9014,
    "cover": {"scene": "lake", "seed": 301, "alt": "Gambar danau di antara perbukitan"},
    "logo_seed": 31,
    "profile": [
        (
            "<p>Riak Hanjalipan dimulai dari satu tiang ulin bertanda cat. Setiap kali banjir, seorang guru mencatat "
            "tinggi air di tiang itu. Catatannya dipinjam ke mana-mana, dan dari situ kami sadar kampung ini "
            "memerlukan orang yang menulis.</p>"
        ),
        (
            "<p>Sekarang kami tiga belas orang. Tugas paling rutin adalah mengirim tinggi air setiap pagi ke desa-desa "
            "di hilir, terutama waktu hujan panjang.</p>"
        ),
        (
            "<p>Kami juga merekam cerita para sepuh dengan telepon biasa. Sampai sekarang ada dua puluh enam rekaman, "
            "dari cara membuat rengge sampai asal nama tikungan sungai.</p>"
        ),
    ],
    "officers": [
        {"name": "Darmawi Ilas", "position": "chair", "since": date(2022, 12, 19)},
        {"name": "Rusmini Kamis", "position": "secretary", "since": date(2022, 12, 19)},
        {"name": "Salamah Jarkasi", "position": "treasurer", "since": date(2022, 12, 19)},
        {"name": "Ferdi Nanyan", "position": "member", "since": date(2024, 6, 10)},
    ],
    "sellers": [
        {
            "key": "purun",
            "name": "Purun Bawi Hanjalipan",
            "owner": "Rusmini Kamis",
            "whatsapp": "+6281200000032",
            "address": "Titian Ulin RT 01, Desa Hanjalipan",
            "nib": "2303240062032",
            "halal": "",
            "pirt": "",
            "checked_on": date(2026, 5, 11),
        },
        {
            "key": "ikan",
            "name": "Keramba Ilas Bersaudara",
            "owner": "Darmawi Ilas",
            "whatsapp": "+6281200000033",
            "address": "Lanting RT 02, Desa Hanjalipan",
            "nib": "",
            "halal": "",
            "pirt": "",
            "checked_on": None,
        },
    ],
    "news": [
        {
            "title": "Air naik 40 senti dalam dua hari, warga hilir dikabari lebih awal",
            "summary": "",
            "category": "environment",
            "adinda": "diseminasi",
            "days_ago": 12,
            "author": "Ferdi Nanyan",
            "source": "",
            "image": {
                "scene": "river_boats",
                "seed": 302,
                "alt": "Ilustrasi klotok beratap panjang di sungai, rumah-rumah di seberang",
            },
            "tags": ["banjir", "tinggi air", "peringatan"],
            "body": [
                (
                    "text",
                    (
                        "<p>Tiang ukur di dermaga menunjukkan 2,85 meter pada Selasa pagi, naik empat puluh senti "
                        "dibanding Minggu. Angka itu kami kirim ke tujuh desa di hilir sebelum pukul tujuh.</p><p>Di "
                        "Hanjalipan sendiri titian RT 01 sudah terendam semata kaki. Ternak dipindah ke panggung, padi "
                        "di lumbung rendah dinaikkan ke loteng, dan anak-anak sekolah diantar dengan klotok yang "
                        "bergiliran.</p><p>Dari catatan tujuh tahun, air biasanya naik perlahan lalu tertahan tiga "
                        "sampai enam hari. Bagian yang perlu diwaspadai adalah malam kedua setelah hujan di hulu "
                        "berhenti.</p><p>Listrik di rumah yang lantainya terendam diminta dimatikan dari meteran. "
                        "Kalau butuh angkutan, hubungi posko di rumah ketua RT 02.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Musyawarah titian: yang diperbaiki dulu jalur anak sekolah",
            "summary": (
                "Dana desa cukup untuk 180 meter titian. Warga memilih jalur sekolah, bukan jalur dermaga, setelah "
                "menghitung siapa yang lewat."
            ),
            "category": "government",
            "adinda": "diskusi",
            "days_ago": 37,
            "author": "Darmawi Ilas",
            "source": "",
            "image": {"scene": "meeting", "seed": 303, "alt": "Gambar warga bermusyawarah sambil duduk"},
            "tags": ["titian", "dana desa", "musyawarah"],
            "body": [
                (
                    "text",
                    (
                        "<p>Anggaran hanya cukup untuk 180 meter, sedangkan yang rusak hampir setengah kilometer. "
                        "Rapat desa malam Senin pun jadi panjang.</p><p>Sebelum memutuskan, anak-anak muda berdiri di "
                        "tiga titik dan menghitung orang yang lewat selama sehari. Jalur dermaga dilalui 96 orang, "
                        "jalur sekolah 141, dan lebih dari separuhnya anak di bawah dua belas tahun.</p><p>Angka itu "
                        "membuat perdebatan berhenti. Jalur sekolah dikerjakan dulu, jalur dermaga ditambal seadanya "
                        "dengan papan bekas yang masih kuat.</p><p>Pengerjaan dimulai setelah air surut. Tukangnya "
                        "warga sendiri, dengan upah harian yang diumumkan di papan kantor desa.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Mengenal rengge, jaring halus yang diajarkan kakek ke cucu",
            "summary": (
                "Rekaman ke-26 kami tentang rengge: cara merajut, memilih mata jaring, dan mengapa ikan kecil harus "
                "dilepas."
            ),
            "category": "culture",
            "adinda": "akses",
            "days_ago": 66,
            "author": "Rusmini Kamis",
            "source": "",
            "image": {
                "scene": "village_street",
                "seed": 304,
                "alt": "Ilustrasi jalan kampung dengan rumah kayu di kiri dan kanan",
            },
            "tags": ["rengge", "nelayan sungai", "cerita lama"],
            "body": [
                (
                    "text",
                    (
                        "<p>Kakek Jarkasi merajut sambil bercerita, jarinya tidak pernah berhenti. Menurutnya rengge "
                        "yang baik tidak dilihat dari panjangnya, melainkan dari kerapatan simpul di "
                        "sudut.</p><p>Mata jaring dua jari dipakai untuk saluang, tiga jari untuk baung, lebih lebar "
                        "lagi untuk jelawat. Ia tidak pernah memakai yang lebih rapat, karena ikan kecil yang "
                        "tertangkap hari ini berarti tidak ada ikan besar tahun depan.</p><p>Dua cucunya duduk di "
                        "sampingnya. Yang perempuan, kelas lima, sudah bisa menyambung benang yang putus. Adiknya "
                        "masih sering salah simpul.</p><p>Rekaman lengkap empat puluh menit bisa didengar di "
                        "sekretariat. Kalau ada yang punya cerita serupa, kami datang membawa perekam.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Kelas membaca sore di atas lanting, pakai buku sumbangan",
            "summary": "",
            "category": "education",
            "adinda": "implementasi",
            "days_ago": 101,
            "author": "Salamah Jarkasi",
            "source": "",
            "image": {
                "scene": "school",
                "seed": 305,
                "alt": "Ilustrasi bangunan sekolah dengan tiang bendera di halaman",
            },
            "tags": ["membaca", "anak", "lanting"],
            "body": [
                (
                    "text",
                    (
                        "<p>Ruangannya terapung. Setiap Senin, Rabu, dan Jumat sore, sebuah lanting kosong di RT 02 "
                        "diisi belasan anak yang belajar membaca bersama dua guru bantu.</p><p>Kelas ini bermula dari "
                        "pertanyaan seorang ibu: anak saya naik kelas tiga, kenapa membaca papan dermaga saja masih "
                        "mengeja? Guru lalu mengetes dua puluh anak, dan sembilan memang tertinggal.</p><p>Metodenya "
                        "sederhana. Anak membaca nama perahu, bungkus gula, dan judul koran bekas sebelum masuk ke "
                        "buku cerita. Dalam tiga bulan tujuh dari sembilan anak sudah lancar.</p><p>Yang kami "
                        "perlukan kini hanya papan tulis kecil dan kapur. Terpal pelindung hujan sudah ada yang "
                        "menyumbang.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Bersih-bersih eceng gondok dua kilometer, dipakai jadi pupuk",
            "summary": (
                "Tujuh klotok dan empat puluh warga membuka alur yang tertutup eceng gondok. Sisanya ditumpuk untuk "
                "kompos kebun sayur."
            ),
            "category": "environment",
            "adinda": "implementasi",
            "days_ago": 138,
            "author": "Ferdi Nanyan",
            "source": "",
            "image": {"scene": "clean_up", "seed": 306, "alt": "Gambar beberapa orang membersihkan lingkungan bersama"},
            "tags": ["eceng gondok", "sungai", "kompos"],
            "body": [
                (
                    "text",
                    (
                        "<p>Alur ke lubuk belakang kampung tertutup eceng gondok sampai klotok tidak bisa berbalik. "
                        "Minggu pagi tujuh perahu turun, dibantu empat puluh orang di darat dengan bambu "
                        "panjang.</p><p>Sampai sore terangkat kira-kira enam perahu penuh. Sebagian ditarik ke "
                        "halaman balai, dicincang, lalu ditumpuk selang-seling dengan kotoran ayam.</p><p>Ibu-ibu "
                        "kelompok tani akan memakai hasil komposnya untuk bedengan cabai. Mereka minta setiap rumah "
                        "menyisihkan sisa dapur agar tumpukannya cepat matang.</p><p>Pekerjaan serupa dijadwalkan "
                        "setiap enam bulan, sebelum air pasang besar.</p>"
                    ),
                ),
            ],
        },
    ],
    "products": [
        {
            "title": "Tikar purun anyam halus",
            "seller": "purun",
            "category": "craft",
            "price_kind": "range",
            "price_min": 90000,
            "price_max": 185000,
            "unit": "lembar",
            "availability": "made_to_order",
            "confirmed_days_ago": 15,
            "description": (
                "<p>Purun dijemur, ditumbuk, lalu dianyam rapat oleh ibu-ibu RT 01. Ukuran 1x2 meter atau 1,5x2 "
                "meter.</p><p>Warna alami; pinggir merah dari daun jati bisa diminta.</p>"
            ),
            "images": [{"scene": "purun_mat", "seed": 307, "alt": "Ilustrasi anyaman purun bermotif"}],
        },
        {
            "title": "Tas belanja purun tangan panjang",
            "seller": "purun",
            "category": "craft",
            "price_kind": "fixed",
            "price_min": 65000,
            "price_max": None,
            "unit": "buah",
            "availability": "in_stock",
            "confirmed_days_ago": 15,
            "description": (
                "<p>Kuat menahan lima kilo belanjaan. Tali dijahit ganda, bagian dalam boleh ditambah kain dengan "
                "biaya sepuluh ribu.</p>"
            ),
            "images": [{"scene": "purun_mat", "seed": 308, "alt": "Gambar tikar anyaman purun"}],
        },
        {
            "title": "Ikan patin keramba hidup",
            "seller": "ikan",
            "category": "fishery",
            "price_kind": "range",
            "price_min": 32000,
            "price_max": 38000,
            "unit": "kg",
            "availability": "seasonal",
            "confirmed_days_ago": 42,
            "description": (
                "<p>Patin ukuran 700 gram ke atas, diambil langsung dari keramba di depan rumah. Panen setiap empat "
                "bulan.</p><p>Antar ke dermaga Kota Besi untuk pesanan di atas lima belas kilo.</p>"
            ),
            "images": [{"scene": "catfish", "seed": 309, "alt": "Gambar ikan air tawar berkumis"}],
        },
    ],
    "achievements": [
        {
            "title": "Desa tangguh banjir tingkat kabupaten",
            "kind": "achievement",
            "level": "regency",
            "year": 2024,
            "organiser": "BPBD Kabupaten Kotawaringin Timur",
            "rank": "Terbaik II",
            "potential_type": "",
            "image": {"scene": "trophy", "seed": 310, "alt": "Gambar piala penghargaan"},
            "body": (
                "<p>Dewan penilai terkesan oleh buku tinggi air yang tidak putus selama lima tahun dan daftar rumah "
                "yang punya balita serta lansia di setiap RT.</p>"
            ),
        },
        {
            "title": "Lubuk ikan dan titian ulin tua",
            "kind": "potential",
            "level": "",
            "year": None,
            "organiser": "",
            "rank": "",
            "potential_type": "nature",
            "image": {
                "scene": "lake",
                "seed": 311,
                "alt": "Ilustrasi danau tenang dengan daun teratai dan dermaga kecil",
            },
            "body": (
                "<p>Di belakang kampung ada lubuk dalam tempat jelawat dan baung berkumpul saat kemarau. Warga hanya "
                "memancing dengan joran, jaring tidak boleh masuk.</p><p>Titian ulin yang menuju ke sana sebagian "
                "sudah berumur lebih dari setengah abad.</p>"
            ),
        },
    ],
}
