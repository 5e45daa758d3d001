"""KIM Pesona Ujung Pandaran: a tourism group (pokdarwis) on the coast."""

from datetime import date

KIM = {
    "slug": "ujung-pandaran",
    "name": "KIM Pesona Ujung Pandaran",
    "region": "62.02.11.2004",
    "founded": date(2017, 7, 1),
    "kind_of_group": "pokdarwis",
    "sk": {
        "number": "Nomor 17 Tahun 2024",
        "date": date(2024, 8, 26),
        "signer": "Abdul Wahid Tarmiji",
        "office": "kepala_desa",
        "valid_until": date(2027, 8, 25),
    },
    "chair": {"name": "Rusdi Samideran", "email": "rusdi.samideran@example.id"},
    "tagline": "Pantai kami, pasang kami, cerita kami",
    "welcome": (
        "Ujung Pandaran adalah ujung selatan kabupaten, tempat sungai bertemu Laut Jawa. Kami kelompok sadar wisata "
        "yang juga menulis kabar nelayan, ombak, dan jalan menuju pantai. Datanglah dengan sabar, pulanglah dengan "
        "pasir di sandal."
    ),
    "accent": "sungai",
    "whatsapp": "+6281200000081",
    "address": "Jalan Pantai RT 04, Desa Ujung Pandaran, Kecamatan Teluk Sampit 74364",
    "latitude": -3.1486,
    "longitude": 112.9947,
    "cover": {"scene": "harbour", "seed": 801, "alt": "Ilustrasi kapal-kapal bersandar di dermaga"},
    "logo_seed": 81,
    "profile": [
        (
            "<p>Kelompok kami dimulai dari tujuh pemilik warung yang kewalahan menjawab pertanyaan tamu: pasang jam "
            "berapa, jalannya bagus tidak, boleh mandi di mana. Jawabannya kami tempel di pintu warung, lama-lama "
            "menjadi kelompok sadar wisata.</p>"
        ),
        (
            "<p>Peran KIM kami pegang sejak kepala desa melihat tempelan itu lebih dulu dibaca daripada pengumuman "
            "kantor. Sekarang kami berempat belas, nelayan dan pemilik warung duduk di kelompok yang sama.</p>"
        ),
        (
            "<p>Kami mencatat kejadian laut setiap hari: tinggi gelombang, perahu yang turun, dan abrasi di tiga "
            "patok.</p>"
        ),
    ],
    "officers": [
        {"name": "Rusdi Samideran", "position": "chair", "since": date(2024, 8, 26)},
        {"name": "Masitah Gani", "position": "secretary", "since": date(2024, 8, 26)},
        {"name": "Rahmah Yunus", "position": "treasurer", "since": date(2024, 8, 26)},
        {"name": "Burhan Tasin", "position": "member", "since": date(2024, 8, 26)},
    ],
    "sellers": [
        {
            "key": "asin",
            "name": "Ikan Asin Masitah",
            "owner": "Masitah Gani",
            "whatsapp": "+6281200000082",
            "address": "Kampung Nelayan RT 02, Desa Ujung Pandaran",
            "nib": "1406230062082",
            "halal": "ID62110000382120723",
            "pirt": "2056202010082-28",
            "checked_on": date(2026, 9, 3),
        },
        {
            "key": "terasi",
            "name": "Terasi Udang Rebon Bu Rahmah",
            "owner": "Rahmah Yunus",
            "whatsapp": "+6281200000083",
            "address": "Kampung Nelayan RT 03, Desa Ujung Pandaran",
            "nib": "",
            "halal": "",
            "pirt": "2056202020083-27",
            "checked_on": date(2026, 9, 3),
        },
        {
            "key": "inap",
            "name": "Rumah Singgah Ombak",
            "owner": "Rusdi Samideran",
            "whatsapp": "+6281200000084",
            "address": "Jalan Pantai RT 04, Desa Ujung Pandaran",
            "nib": "0312240062084",
            "halal": "",
            "pirt": "",
            "checked_on": date(2026, 9, 3),
        },
    ],
    "news": [
        {
            "title": "Patok abrasi bergeser dua meter, warung paling depan siap mundur",
            "summary": (
                "Tiga patok kayu yang kami ukur setiap bulan bergerak. Empat pemilik warung sepakat pindah sebelum "
                "musim barat."
            ),
            "category": "environment",
            "adinda": "diskusi",
            "days_ago": 8,
            "author": "Burhan Tasin",
            "source": "",
            "image": {"scene": "village_street", "seed": 802, "alt": "Ilustrasi suasana jalan kampung yang teduh"},
            "tags": ["abrasi", "pantai", "warung"],
            "body": [
                (
                    "text",
                    (
                        "<p>Patok nomor dua yang tahun lalu berdiri sepuluh langkah dari bibir pantai, kini tinggal "
                        "enam langkah. Dalam setahun daratan mundur sekitar dua meter di titik itu.</p><p>Empat "
                        "pemilik warung paling depan bertemu Sabtu malam. Mereka tidak ingin menunggu sampai tiang "
                        "warungnya roboh, jadi disepakati mundur lima belas meter sebelum angin barat "
                        "datang.</p><p>Tanah di belakang milik desa, dan kepala desa membolehkan dipakai tanpa sewa "
                        "selama dua tahun. Warung dibuat dengan tiang yang bisa dibongkar.</p><p>Pengukuran "
                        "diteruskan setiap tanggal satu. Siapa pun boleh ikut, cukup datang membawa meteran.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Jam aman mandi laut minggu ini dan tanda bendera",
            "summary": "",
            "category": "announcement",
            "adinda": "diseminasi",
            "days_ago": 1,
            "author": "Rusdi Samideran",
            "source": "",
            "image": {"scene": "festival", "seed": 803, "alt": "Ilustrasi keramaian pesta rakyat dengan umbul-umbul"},
            "tags": ["pantai", "keselamatan", "bendera"],
            "body": [
                (
                    "text",
                    (
                        "<p>Dua pekan terakhir ombak lebih tinggi daripada biasanya karena angin tenggara. Bendera "
                        "merah dipasang di sisi timur, dan di sana tidak boleh mandi sama sekali.</p><p>Sisi barat "
                        "aman pada pagi hari pukul tujuh sampai sepuluh, asalkan air tidak lewat dada. Anak di bawah "
                        "sepuluh tahun harus didampingi orang dewasa yang tidak sambil bermain telepon.</p><p>Ban "
                        "pelampung tersedia tiga buah di pos jaga, gratis. Penjaganya dua orang warga, bukan petugas, "
                        "jadi tolong dengarkan bila ia melarang.</p><p>Sampah dibawa ke tempat sampah di dekat "
                        "parkir. Kemarin terkumpul dua karung dari satu rombongan saja.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Nelayan hitung solar: berapa kilo ikan untuk menutup satu trip",
            "summary": "",
            "category": "economy",
            "adinda": "akses",
            "days_ago": 30,
            "author": "Masitah Gani",
            "source": "",
            "image": {
                "scene": "river_boats",
                "seed": 804,
                "alt": "Ilustrasi perahu klotok melintas di depan deretan rumah tepian",
            },
            "tags": ["nelayan", "solar", "hitungan"],
            "body": [
                (
                    "text",
                    (
                        "<p>Setiap perahu turun, biaya solar, es, dan umpan harus tertutup. Burhan dan tiga nelayan "
                        "lain mencatat dua puluh lima trip untuk mengetahui angkanya.</p><p>Rata-rata satu trip "
                        "memakan 22 liter solar dan dua balok es. Dengan harga ikan tongkol saat itu, trip impas pada "
                        "tangkapan 31 kilo.</p><p>Enam trip di bawah angka itu, semuanya berangkat terlalu siang "
                        "sehingga harus berlomba dengan ombak sore.</p><p>Catatan ini dibagikan di warung. Nelayan "
                        "yang ingin mencatat sendiri bisa meminta lembar contoh.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Pelatihan pemandu kecil: anak SMP bercerita tentang muara",
            "summary": (
                "Sebelas anak SMP belajar memandu tamu ke muara dengan bahasa yang santun dan peralatan sederhana."
            ),
            "category": "youth",
            "adinda": "implementasi",
            "days_ago": 64,
            "author": "Rusdi Samideran",
            "source": "",
            "image": {"scene": "training", "seed": 805, "alt": "Ilustrasi suasana kelas pelatihan warga"},
            "tags": ["pemandu", "pelajar", "wisata"],
            "body": [
                (
                    "text",
                    (
                        "<p>Tamu pertama mereka adalah guru sendiri. Sebelas anak SMP diminta menunjukkan muara dalam "
                        "lima belas menit tanpa membaca catatan.</p><p>Beberapa terdiam di tengah jalan. Yang lain "
                        "bercerita terlalu cepat. Setelah diulang tiga kali, seorang anak perempuan mendapat tepuk "
                        "tangan karena bercerita tentang neneknya yang menganyam jala.</p><p>Mereka juga belajar "
                        "membalas pertanyaan yang tidak tahu jawabannya: saya akan tanyakan dulu, bukan "
                        "mengarang.</p><p>Upah memandu masuk ke kas kelas, dipakai untuk buku dan topi. Orang tua "
                        "menandatangani surat setuju, dan anak hanya boleh memandu pada siang hari.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Festival nelayan kembali ada, perahu dihias tanpa plastik",
            "summary": "",
            "category": "culture",
            "adinda": "implementasi",
            "days_ago": 149,
            "author": "Rahmah Yunus",
            "source": "",
            "image": {"scene": "festival", "seed": 806, "alt": "Gambar suasana festival kampung yang berwarna-warni"},
            "tags": ["festival", "nelayan", "tanpa plastik"],
            "body": [
                (
                    "text",
                    (
                        "<p>Tahun ini panitia melarang plastik untuk menghias perahu. Bunga kertas, kain sisa jahit, "
                        "dan daun kelapa justru membuat perahu lebih ramai di foto.</p><p>Tiga puluh satu perahu ikut "
                        "arakan di muara. Juara hiasan jatuh kepada perahu yang memakai anyaman daun nipah berbentuk "
                        "ikan.</p>"
                    ),
                ),
                (
                    "gallery",
                    [
                        {
                            "scene": "river_boats",
                            "seed": 807,
                            "alt": "Ilustrasi klotok beratap panjang di sungai, rumah-rumah di seberang",
                            "caption": "Perahu berhias menunggu giliran di muara.",
                        },
                        {
                            "scene": "festival",
                            "seed": 808,
                            "alt": "Ilustrasi keramaian pesta rakyat dengan umbul-umbul",
                            "caption": "Halaman masjid menjelang makan bersama.",
                        },
                        {
                            "scene": "mosque_square",
                            "seed": 809,
                            "alt": "Ilustrasi masjid kampung dengan kubah dan halaman luas",
                            "caption": "Nasi dibagi setelah zuhur.",
                        },
                    ],
                ),
                (
                    "text",
                    (
                        "<p>Makan bersama dilakukan di halaman masjid. Setiap rumah membawa satu masakan, dan panitia "
                        "menyediakan nasi untuk dua ratus orang.</p><p>Sampah seluruhnya ditimbang sebelum dibuang, "
                        "43 kilo untuk dua hari. Panitia ingin angkanya turun tahun depan.</p>"
                    ),
                ),
            ],
        },
    ],
    "products": [
        {
            "title": "Ikan asin tenggiri iris",
            "seller": "asin",
            "category": "fishery",
            "price_kind": "range",
            "price_min": 78000,
            "price_max": 95000,
            "unit": "kg",
            "availability": "in_stock",
            "confirmed_days_ago": 6,
            "description": (
                "<p>Tenggiri dibelah, digarami semalam, dijemur di para-para yang ditutup kelambu lalat. Kering merata "
                "dan tidak terlalu asin.</p>"
            ),
            "images": [{"scene": "salted_fish", "seed": 810, "alt": "Ilustrasi ikan asin kering"}],
        },
        {
            "title": "Terasi udang rebon kotak",
            "seller": "terasi",
            "category": "food",
            "price_kind": "fixed",
            "price_min": 16000,
            "price_max": None,
            "unit": "kotak 100 g",
            "availability": "in_stock",
            "confirmed_days_ago": 6,
            "description": (
                "<p>Udang rebon segar dijemur, digiling, lalu difermentasi tanpa pewarna. Hampir tidak berbau tajam "
                "bila disimpan rapat.</p>"
            ),
            "images": [{"scene": "fish_crackers", "seed": 811, "alt": "Ilustrasi setumpuk kerupuk ikan"}],
        },
        {
            "title": "Kamar singgah menghadap laut",
            "seller": "inap",
            "category": "service",
            "price_kind": "range",
            "price_min": 150000,
            "price_max": 250000,
            "unit": "malam",
            "availability": "in_stock",
            "confirmed_days_ago": 25,
            "description": (
                "<p>Tiga kamar kayu dengan kelambu, kamar mandi bersama, air tawar. Sarapan lempeng dan kopi sudah "
                "termasuk.</p><p>Telepon dulu pada akhir pekan, sering penuh oleh rombongan keluarga.</p>"
            ),
            "images": [
                {
                    "scene": "village_street",
                    "seed": 812,
                    "alt": "Ilustrasi jalan kampung dengan rumah kayu di kiri dan kanan",
                },
                {"scene": "river_sunrise", "seed": 813, "alt": "Ilustrasi sungai tenang memantulkan cahaya pagi"},
            ],
        },
    ],
    "achievements": [
        {
            "title": "Juara kampung wisata rintisan",
            "kind": "achievement",
            "level": "province",
            "year": 2025,
            "organiser": "Dinas Kebudayaan dan Pariwisata Provinsi Kalimantan Tengah",
            "rank": "Juara II",
            "potential_type": "",
            "image": {"scene": "trophy", "seed": 814, "alt": "Ilustrasi piala emas"},
            "body": (
                "<p>Penilai mencatat patok abrasi yang diukur tiap bulan dan pos jaga pantai yang diisi warga secara "
                "bergiliran.</p>"
            ),
        },
        {
            "title": "Kebersihan pantai terbaik kecamatan",
            "kind": "achievement",
            "level": "district",
            "year": 2024,
            "organiser": "Kantor Kecamatan Teluk Sampit",
            "rank": "Terbaik I",
            "potential_type": "",
            "image": {"scene": "shield_award", "seed": 815, "alt": "Ilustrasi plakat penghargaan berbentuk perisai"},
            "body": (
                "<p>Tiga puluh hari berturut-turut tidak ditemukan sampah plastik di lintasan sepanjang tiga ratus "
                "meter.</p>"
            ),
        },
        {
            "title": "Muara dan pantai panjang selatan",
            "kind": "potential",
            "level": "",
            "year": None,
            "organiser": "",
            "rank": "",
            "potential_type": "tourism",
            "image": {
                "scene": "lake",
                "seed": 816,
                "alt": "Ilustrasi danau tenang dengan daun teratai dan dermaga kecil",
            },
            "body": (
                "<p>Pasir halus kecokelatan memanjang beberapa kilometer dengan pohon cemara di belakangnya. Sore hari "
                "air surut jauh, cocok untuk berjalan.</p><p>Jalan menuju pantai masih sempit; sebaiknya berangkat "
                "siang dan pulang sebelum malam.</p>"
            ),
        },
    ],
}
