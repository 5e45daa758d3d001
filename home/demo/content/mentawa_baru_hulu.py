"""KIM Jelawat Mentawa Baru Hulu: a PKK group beside Sampit's market that took on the KIM's role."""

from datetime import date

KIM = {
    "slug": "mentawa-baru-hulu",
    "name": "KIM Jelawat Mentawa Baru Hulu",
    "region": "62.02.06.1001",
    "founded": date(2018, 4, 21),
    "kind_of_group": "pkk",
    "sk": {
        "number": "188.45/15/KEL-MBH/2025",
        "date": date(2025, 3, 10),
        "signer": "Gazali Rahim",
        "office": "lurah",
        "valid_until": date(2028, 3, 9),
    },
    "chair": {"name": "Erlina Sudarmi", "email": "erlina.sudarmi@example.id"},
    "tagline": "Dari dapur, dasawisma, dan pasar, kabar disajikan hangat",
    "welcome": (
        "Kami ibu-ibu PKK yang sudah terbiasa mengantar kabar dari pintu ke pintu. Sekarang pintunya bertambah satu, "
        "yaitu halaman ini. Silakan baca sambil menunggu nasi matang."
    ),
    "accent": "manggis",
    "whatsapp": "+6281200000051",
    "address": "Jalan Iskandar RT 11, Kelurahan Mentawa Baru Hulu, Kecamatan Mentawa Baru Ketapang 74322",
    "latitude": -2.5387,
    "longitude": 112.9562,
    "cover": {"scene": "market", "seed": 501, "alt": "Ilustrasi penjual dan pembeli di pasar"},
    "logo_seed": 51,
    "profile": [
        (
            "<p>Kelompok ini berakar dari dasawisma. Setiap sepuluh rumah punya satu ibu yang hafal siapa yang hamil, "
            "siapa yang lansia sendirian, dan siapa yang baru pindah. Pengetahuan itu terlalu berharga kalau hanya "
            "disimpan dalam buku.</p>"
        ),
        (
            "<p>Sejak 2018 kami memegang peran KIM. Dua puluh empat anggota dibagi menurut RT, dan setiap orang "
            "bertanggung jawab menulis satu kabar dalam sebulan, sependek apa pun.</p>"
        ),
        (
            "<p>Nama Jelawat kami ambil dari ikan yang menjadi kebanggaan kota Sampit. Seperti ikan itu, kami tidak "
            "mau hanyut oleh kabar yang tidak jelas asalnya.</p>"
        ),
    ],
    "officers": [
        {"name": "Erlina Sudarmi", "position": "chair", "since": date(2025, 3, 10)},
        {"name": "Kartika Rahmawati", "position": "secretary", "since": date(2025, 3, 10)},
        {"name": "Saniah Bustami", "position": "treasurer", "since": date(2025, 3, 10)},
        {"name": "Murniati Sukri", "position": "member", "since": date(2025, 3, 10)},
        {"name": "Yuyun Handayani", "position": "member", "since": date(2025, 9, 1)},
    ],
    "sellers": [
        {
            "key": "amplang",
            "name": "Dapur Amplang Saniah",
            "owner": "Saniah Bustami",
            "whatsapp": "+6281200000052",
            "address": "Jalan Iskandar RT 14, Mentawa Baru Hulu",
            "nib": "0507220062052",
            "halal": "ID62110000352020522",
            "pirt": "2046202020052-27",
            "checked_on": date(2026, 8, 19),
        },
        {
            "key": "batik",
            "name": "Batik Galeri Kartika",
            "owner": "Kartika Rahmawati",
            "whatsapp": "+6281200000053",
            "address": "Jalan Kopi RT 08, Mentawa Baru Hulu",
            "nib": "1109230062053",
            "halal": "",
            "pirt": "",
            "checked_on": date(2026, 8, 19),
        },
        {
            "key": "katering",
            "name": "Katering Dasawisma Teratai",
            "owner": "Murniati Sukri",
            "whatsapp": "+6281200000054",
            "address": "Gang Teratai RT 11, Mentawa Baru Hulu",
            "nib": "",
            "halal": "",
            "pirt": "",
            "checked_on": None,
        },
    ],
    "news": [
        {
            "title": "Dapur dasawisma memasak untuk 34 balita, menunya ikan sungai",
            "summary": (
                "Untuk putaran kedua, dasawisma Teratai memasak makanan tambahan dari saluang, patin, dan telur. Berat "
                "badan dicatat tiap pekan."
            ),
            "category": "health",
            "adinda": "implementasi",
            "days_ago": 11,
            "author": "Murniati Sukri",
            "source": "",
            "image": {"scene": "health_post", "seed": 502, "alt": "Ilustrasi petugas melayani warga di pos kesehatan"},
            "tags": ["gizi", "balita", "ikan sungai"],
            "body": [
                (
                    "text",
                    (
                        "<p>Dapur di Gang Teratai mengepul sejak pukul lima. Menu hari itu nasi tim patin dengan labu "
                        "kuning, dibagi ke dalam 34 kotak kecil bertuliskan nama anak.</p><p>Ikan dipilih karena "
                        "murah dan mudah didapat di pasar. Saluang digiling bersama tulangnya sehingga kalsiumnya "
                        "tidak terbuang; anak-anak menyangkanya bakso.</p><p>Setiap Jumat berat badan ditimbang. Pada "
                        "pekan ketujuh, dua puluh enam anak naik sesuai garis, lima naik sedikit, dan tiga dirujuk ke "
                        "puskesmas karena ternyata sering diare.</p><p>Yang membuat kami lega bukan angka itu saja. "
                        "Empat ibu sudah mulai memasak menu yang sama di rumah tanpa diminta.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Minyak jelantah ditukar sabun, bulan lalu terkumpul 118 liter",
            "summary": "",
            "category": "environment",
            "adinda": "implementasi",
            "days_ago": 20,
            "author": "Yuyun Handayani",
            "source": "",
            "image": {"scene": "clean_up", "seed": 503, "alt": "Gambar beberapa orang membersihkan lingkungan bersama"},
            "tags": ["jelantah", "sabun", "bank sampah"],
            "body": [
                (
                    "text",
                    (
                        "<p>Satu liter minyak jelantah dibawa, dua batang sabun cuci diterima. Tukar-menukar itu "
                        "berlangsung setiap Sabtu di teras sekretariat, dan bulan lalu saja terkumpul 118 "
                        "liter.</p><p>Sebelum ada program ini, minyak bekas dibuang ke parit. Tukang pembersih parit "
                        "pernah mengeluh lemaknya mengeras seperti lilin.</p><p>Sebagian minyak dijual ke pengepul "
                        "resmi. Sisanya diolah menjadi sabun untuk mencuci lantai dan lap dapur, bukan untuk "
                        "badan.</p><p>Pedagang gorengan di sekitar pasar kini menjadi penyumbang terbanyak. Kami "
                        "menyediakan jeriken supaya mereka tidak perlu repot memindahkan.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Kenali uang palsu: teller pasar bagi ilmu kepada pedagang sayur",
            "summary": "",
            "category": "economy",
            "adinda": "akses",
            "days_ago": 39,
            "author": "Saniah Bustami",
            "source": "",
            "image": {"scene": "market", "seed": 504, "alt": "Ilustrasi lapak pasar dengan aneka dagangan"},
            "tags": ["uang palsu", "pedagang", "pasar"],
            "body": [
                (
                    "text",
                    (
                        "<p>Dua pedagang sayur menerima selembar uang seratus ribu palsu pada pagi yang sama. Cerita "
                        "itu sampai ke kami, dan Rabu sore digelar kelas singkat di selasar pasar.</p><p>Pegawai bank "
                        "yang biasa melayani pedagang mengajarkan tiga cara cepat: raba garis tebal di sisi uang, "
                        "lihat warna yang berubah ketika dimiringkan, dan terawang gambar di bagian "
                        "putih.</p><p>Peserta diminta memejamkan mata lalu memilih mana yang asli dari lima lembar. "
                        "Hampir semua tepat pada percobaan kedua.</p><p>Kalau ragu, jangan mengembalikan uang itu "
                        "kepada pembeli lain. Catat waktu dan ciri orangnya, lalu laporkan ke pos pasar.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Usul ruang menyusui di pasar disetujui, tinggal cari tempat",
            "summary": (
                "Petisi kecil berisi 212 tanda tangan ibu pedagang dijawab pengelola pasar. Ruangnya akan menempati "
                "bekas gudang timbangan."
            ),
            "category": "government",
            "adinda": "aspirasi",
            "days_ago": 56,
            "author": "Erlina Sudarmi",
            "source": "",
            "image": {"scene": "meeting", "seed": 505, "alt": "Gambar sekelompok orang berkumpul dan berbincang"},
            "tags": ["ruang menyusui", "pasar", "usulan"],
            "body": [
                (
                    "text",
                    (
                        "<p>Seorang penjual sayur menyusui bayinya di balik tumpukan kol, sambil setengah berdiri. "
                        "Dari pemandangan itulah tanda tangan dikumpulkan, satu lapak demi satu lapak, sampai 212 "
                        "nama.</p><p>Pengelola pasar menerima kami Selasa lalu. Mereka setuju, bahkan sudah menunjuk "
                        "bekas gudang timbangan yang ukurannya tiga kali empat meter.</p><p>Yang masih dibahas adalah "
                        "pintu dan keran air. Kami menawarkan tirai serta kursi dari sumbangan anggota, pengelola "
                        "menyiapkan sambungan listrik.</p><p>Targetnya bisa dipakai dalam enam minggu. Kabar "
                        "selanjutnya menyusul.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Lomba masak ikan jelawat tanpa santan, juaranya pindang serai",
            "summary": "",
            "category": "culture",
            "adinda": "diseminasi",
            "days_ago": 88,
            "author": "Kartika Rahmawati",
            "source": "",
            "image": {"scene": "festival", "seed": 506, "alt": "Gambar suasana festival kampung yang berwarna-warni"},
            "tags": ["jelawat", "lomba masak", "pkk"],
            "body": [
                (
                    "text",
                    (
                        "<p>Panitia mengunci satu syarat: tidak boleh memakai santan. Dari dua puluh satu regu, "
                        "semuanya menggerutu pada awalnya, lalu tersenyum ketika mencicipi "
                        "hasilnya.</p><p>Pemenangnya pindang jelawat dengan serai dan belimbing wuluh dari regu RT "
                        "14. Juri menyukai kuah beningnya yang tetap gurih meski tanpa penyedap.</p><p>Regu termuda "
                        "diisi tiga pelajar yang memakai kulit jelawat untuk keripik. Idenya mendapat hadiah "
                        "khusus.</p><p>Semua resep dikumpulkan dalam satu buku fotokopi dan boleh diambil di "
                        "sekretariat dengan mengganti ongkos kertas.</p>"
                    ),
                ),
            ],
        },
    ],
    "products": [
        {
            "title": "Amplang ikan pipih renyah",
            "seller": "amplang",
            "category": "fishery",
            "price_kind": "fixed",
            "price_min": 38000,
            "price_max": None,
            "unit": "bungkus 150 g",
            "availability": "in_stock",
            "confirmed_days_ago": 4,
            "description": (
                "<p>Amplang dari ikan pipih, digoreng pelan sampai kering dan tidak berminyak. Tersedia rasa asli dan "
                "pedas daun jeruk.</p>"
            ),
            "images": [{"scene": "fish_crackers", "seed": 507, "alt": "Ilustrasi setumpuk kerupuk ikan"}],
        },
        {
            "title": "Batik cap motif batang garing",
            "seller": "batik",
            "category": "textile",
            "price_kind": "range",
            "price_min": 165000,
            "price_max": 320000,
            "unit": "lembar 2 m",
            "availability": "made_to_order",
            "confirmed_days_ago": 17,
            "description": (
                "<p>Kain katun dicap dengan pewarna yang tidak mudah luntur. Motif batang garing dan ombak Mentaya "
                "dibuat sendiri di rumah.</p>"
            ),
            "images": [
                {"scene": "batik", "seed": 508, "alt": "Gambar kain batik dengan pola daun"},
                {"scene": "woven_cloth", "seed": 509, "alt": "Ilustrasi lipatan kain tenun"},
            ],
        },
        {
            "title": "Kue kotak untuk rapat dan hajatan",
            "seller": "katering",
            "category": "service",
            "price_kind": "range",
            "price_min": 9000,
            "price_max": 16000,
            "unit": "kotak",
            "availability": "made_to_order",
            "confirmed_days_ago": 14,
            "description": (
                "<p>Tiga macam kue basah, satu gorengan, dan air minum. Menerima pesanan 20 sampai 200 kotak, "
                "pemberitahuan minimal dua hari.</p>"
            ),
            "images": [{"scene": "cake", "seed": 510, "alt": "Gambar kue kampung tersaji"}],
        },
        {
            "title": "Sambal acan botol kecil",
            "seller": "amplang",
            "category": "food",
            "price_kind": "fixed",
            "price_min": 22000,
            "price_max": None,
            "unit": "botol 120 ml",
            "availability": "in_stock",
            "confirmed_days_ago": 4,
            "description": "<p>Sambal terasi pedas dengan jeruk limau. Cocok menemani ikan bakar dan lalapan.</p>",
            "images": [{"scene": "chili_sauce", "seed": 511, "alt": "Ilustrasi sambal dan cabai"}],
        },
    ],
    "achievements": [
        {
            "title": "Dasawisma terbaik tingkat provinsi",
            "kind": "achievement",
            "level": "province",
            "year": 2025,
            "organiser": "Tim Penggerak PKK Provinsi Kalimantan Tengah",
            "rank": "Juara I",
            "potential_type": "",
            "image": {"scene": "trophy", "seed": 512, "alt": "Gambar piala penghargaan"},
            "body": (
                "<p>Catatan kesehatan sepuluh rumah yang rapi dan dapur gizi untuk balita dinilai bisa ditiru "
                "dasawisma lain tanpa biaya besar.</p>"
            ),
        },
        {
            "title": "Inovasi jelantah jadi sabun",
            "kind": "achievement",
            "level": "regency",
            "year": 2024,
            "organiser": "Dinas Lingkungan Hidup Kabupaten Kotawaringin Timur",
            "rank": "Juara II",
            "potential_type": "",
            "image": {"scene": "certificate", "seed": 513, "alt": "Gambar sertifikat berbingkai"},
            "body": (
                "<p>Sabun lantai dari minyak bekas dipakai membersihkan los pasar selama tiga bulan tanpa keluhan "
                "licin.</p>"
            ),
        },
        {
            "title": "Jalur jajan pagi sekitar pasar",
            "kind": "potential",
            "level": "",
            "year": None,
            "organiser": "",
            "rank": "",
            "potential_type": "tourism",
            "image": {"scene": "market", "seed": 514, "alt": "Gambar suasana pasar dengan deretan lapak"},
            "body": (
                "<p>Dari pukul lima pagi sudah ada penjual lontong sayur, bubur ayam, dan lempeng pisang. Jaraknya "
                "bisa ditempuh berjalan kaki sambil menyusuri sungai.</p>"
            ),
        },
    ],
}
