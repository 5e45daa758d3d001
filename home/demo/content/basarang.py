"""KIM Basarang: pineapple growers in Kapuas. Its newest entry is old on purpose: the hub can show a KIM gone silent."""

from datetime import date

KIM = {
    "slug": "basarang",
    "name": "KIM Nanas Manis Basarang",
    "region": "62.03.08.2003",
    "founded": date(2019, 5, 20),
    "kind_of_group": "farmers",
    "sk": {
        "number": "Nomor 08 Tahun 2023",
        "date": date(2023, 2, 14),
        "signer": "Wayan Sukarta Naya",
        "office": "kepala_desa",
        "valid_until": date(2028, 2, 13),
    },
    "chair": {"name": "Made Suwirya Arta", "email": "made.suwirya.arta@example.id"},
    "tagline": "Nanas dari lahan gambut, kabar dari banyak adat",
    "welcome": (
        "Basarang dihuni petani dari berbagai daerah, dan nanas menjadi bahasa bersama kami. Halaman ini mencatat "
        "musim, harga, dan kegiatan di tiga rumah ibadah yang berdampingan. Salam manis dari kebun."
    ),
    "accent": "jingga",
    "whatsapp": "+6281200000131",
    "address": "Jalan Trans Kalimantan RT 07, Desa Basarang, Kecamatan Basarang 73564",
    "latitude": -2.9786,
    "longitude": 114.2914,
    "cover": {"scene": "rice_field", "seed": 1301, "alt": "Gambar hamparan sawah dan pepohonan di kejauhan"},
    "logo_seed": 131,
    "profile": [
        (
            "<p>Kami petani nanas yang mulai menulis karena satu surat salah alamat. Undangan pelatihan tiba setelah "
            "acara selesai, maka kami membuat papan dan kemudian grup.</p>"
        ),
        (
            "<p>Anggota berjumlah tiga belas orang dari keluarga Bali, Jawa, Banjar, dan Dayak. Rapat selalu dimulai "
            "dengan secangkir jus nanas dan pembagian tugas.</p>"
        ),
        (
            "<p>Kami mencatat percobaan, termasuk yang gagal. Buku gagal kami bahkan lebih tebal daripada buku "
            "berhasil.</p>"
        ),
    ],
    "officers": [
        {"name": "Made Suwirya Arta", "position": "chair", "since": date(2023, 2, 14)},
        {"name": "Sumiati Barlian", "position": "secretary", "since": date(2023, 2, 14)},
        {"name": "Ketut Rani Astika", "position": "treasurer", "since": date(2023, 2, 14)},
        {"name": "Paijan Harsono", "position": "member", "since": date(2023, 2, 14)},
    ],
    "sellers": [
        {
            "key": "selai",
            "name": "Olahan Nanas Rani",
            "owner": "Ketut Rani Astika",
            "whatsapp": "+6281200000132",
            "address": "RT 07, Desa Basarang",
            "nib": "0404230062132",
            "halal": "ID62030001320120523",
            "pirt": "2076203010132-28",
            "checked_on": date(2026, 1, 20),
        },
        {
            "key": "kebun",
            "name": "Kebun Nanas Paijan",
            "owner": "Paijan Harsono",
            "whatsapp": "+6281200000133",
            "address": "RT 09, Desa Basarang",
            "nib": "",
            "halal": "",
            "pirt": "",
            "checked_on": None,
        },
    ],
    "news": [
        {
            "title": "Nanas ditanam zigzag, air tidak lagi menggenang di tengah bedeng",
            "summary": "",
            "category": "economy",
            "adinda": "implementasi",
            "days_ago": 97,
            "author": "Paijan Harsono",
            "source": "",
            "image": {"scene": "planting", "seed": 1302, "alt": "Gambar penanaman bibit bersama di lahan terbuka"},
            "tags": ["nanas", "gambut", "tanam"],
            "body": [
                (
                    "text",
                    (
                        "<p>Dulu bedeng dibuat lurus dan air berkumpul di bagian tengah. Nanas di bagian itu kecil dan "
                        "daunnya kuning.</p><p>Percobaan di setengah hektare memakai baris zigzag dengan parit kecil "
                        "di kedua sisi. Air turun lebih rata, dan buahnya seberat satu kilo lebih.</p><p>Yang harus "
                        "diperhatikan adalah jarak. Terlalu rapat membuat angin tidak masuk dan jamur cepat "
                        "muncul.</p><p>Petani yang ingin mencoba boleh melihat kebun pada hari Minggu. Bawalah topi, "
                        "karena di sana tidak ada pohon peneduh.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Cara memilih nanas matang tanpa mengetuk-ngetuk terlalu lama",
            "summary": (
                "Empat tanda yang dipakai petani: bau pangkal, warna mata, daun mahkota, dan bobot. Pembeli di tepi "
                "jalan pun bisa meniru."
            ),
            "category": "economy",
            "adinda": "akses",
            "days_ago": 112,
            "author": "Made Suwirya Arta",
            "source": "",
            "image": {"scene": "market", "seed": 1303, "alt": "Gambar suasana pasar dengan deretan lapak"},
            "tags": ["nanas", "pembeli", "tips"],
            "body": [
                (
                    "text",
                    (
                        "<p>Petani tidak mengetuk buah. Mereka mencium pangkalnya dulu; aroma manis yang jelas "
                        "menandakan gula sudah berkumpul.</p><p>Tanda kedua warna mata buah di bagian bawah yang "
                        "menguning. Bila seluruhnya hijau, buah akan asam meski disimpan lama.</p><p>Tanda ketiga "
                        "daun mahkota yang mudah dicabut satu lembar. Tanda keempat bobot: buah yang matang terasa "
                        "berat untuk ukurannya.</p><p>Nanas yang sudah dipotong dimakan hari itu juga atau disimpan "
                        "dingin. Jangan dibungkus plastik panas-panas.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Tiga rumah ibadah berbagi jadwal parkir pada hari raya",
            "summary": "",
            "category": "culture",
            "adinda": "diskusi",
            "days_ago": 131,
            "author": "Sumiati Barlian",
            "source": "",
            "image": {
                "scene": "mosque_square",
                "seed": 1304,
                "alt": "Gambar halaman masjid dengan menara di sampingnya",
            },
            "tags": ["kerukunan", "parkir", "hari raya"],
            "body": [
                (
                    "text",
                    (
                        "<p>Pura, masjid, dan gereja berada di satu kilometer jalan yang sama. Saat hari raya, "
                        "kendaraan menutup seluruh badan jalan sampai ambulans pernah harus menunggu.</p><p>Pengurus "
                        "ketiganya bertemu di warung jus. Keputusannya singkat: siapa merayakan, yang lain menjaga "
                        "lajur dan meminjamkan halaman.</p><p>Karang taruna membuat tanda panah dari papan bekas. "
                        "Tanda itu bergantian dipakai sepanjang tahun.</p><p>Hari raya terakhir berjalan tanpa macet. "
                        "Pengunjung bahkan mampir membeli nanas.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Kompos kulit nanas dicoba, yang berhasil tumpukan kedua",
            "summary": "",
            "category": "environment",
            "adinda": "implementasi",
            "days_ago": 158,
            "author": "Paijan Harsono",
            "source": "",
            "image": {
                "scene": "clean_up",
                "seed": 1305,
                "alt": "Gambar beberapa orang membersihkan lingkungan bersama",
            },
            "tags": ["kompos", "kulit nanas", "limbah"],
            "body": [
                (
                    "text",
                    (
                        "<p>Tumpukan pertama berbau masam dan penuh lalat. Kesalahannya, kulit nanas terlalu basah dan "
                        "ditumpuk setebal lutut.</p><p>Tumpukan kedua dicampur sekam, daun kering, dan kotoran "
                        "kambing lalu dibalik setiap lima hari. Setelah lima puluh hari warnanya hitam dan tidak "
                        "berbau.</p><p>Kompos itu dipakai untuk cabai dan tomat. Untuk nanas sendiri hasilnya belum "
                        "terlihat.</p><p>Kulit nanas dari dapur produksi kini dijemput dua kali seminggu supaya tidak "
                        "menumpuk.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Pelatihan sirup dan selai: gula dikurangi, umur simpan dicatat",
            "summary": "",
            "category": "education",
            "adinda": "akses",
            "days_ago": 187,
            "author": "Ketut Rani Astika",
            "source": "",
            "image": {"scene": "training", "seed": 1306, "alt": "Gambar sekelompok orang belajar bersama"},
            "tags": ["selai", "pelatihan", "umur simpan"],
            "body": [
                (
                    "text",
                    (
                        "<p>Dua belas peserta membuat tiga resep dengan kadar gula berbeda. Yang paling manis tahan "
                        "paling lama, tetapi rasanya seperti permen.</p><p>Resep tengah akhirnya dipilih. Setiap "
                        "botol diberi tanggal dan dibuka bersama pada hari ke-7, ke-21, dan ke-45.</p><p>Pada hari "
                        "ke-45 hanya dua botol yang masih layak. Penyebabnya botol kurang kering saat "
                        "diisi.</p><p>Pelajaran itu ditulis besar di dapur: panaskan botol, isi sampai penuh, tutup "
                        "selagi panas.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Surat untuk balai pelatihan: kami mau praktik, bukan seminar",
            "summary": (
                "Petani meminta pelatihan di kebun, bukan di hotel. Surat ditandatangani 27 orang dan dijawab dua "
                "pekan kemudian."
            ),
            "category": "economy",
            "adinda": "aspirasi",
            "days_ago": 219,
            "author": "Sumiati Barlian",
            "source": "",
            "image": {"scene": "meeting", "seed": 1307, "alt": "Gambar sekelompok orang berkumpul dan berbincang"},
            "tags": ["pelatihan", "aspirasi", "petani"],
            "body": [
                (
                    "text",
                    (
                        "<p>Seminar selalu selesai sebelum pertanyaan. Setidaknya itu pengalaman petani kami dalam "
                        "tiga undangan terakhir.</p><p>Surat berisi permintaan sederhana: datang ke kebun, bawa "
                        "contoh, tinggal satu hari. Ada 27 tanda tangan, dan tiga foto daun nanas yang "
                        "bercak.</p><p>Balai pelatihan menjawab setuju dan meminta tanggal ketika buah sedang ada. "
                        "Kami mengusulkan dua pilihan minggu.</p><p>Sampai sekarang jadwal pastinya belum keluar. "
                        "Bila sudah, kami umumkan lewat papan dan grup.</p>"
                    ),
                ),
            ],
        },
    ],
    "products": [
        {
            "title": "Selai nanas tanpa pewarna",
            "seller": "selai",
            "category": "food",
            "price_kind": "fixed",
            "price_min": 32000,
            "price_max": None,
            "unit": "toples 250 g",
            "availability": "in_stock",
            "confirmed_days_ago": 100,
            "description": (
                "<p>Potongan nanas masih terasa, gula secukupnya. Tahan satu bulan di kulkas setelah dibuka.</p>"
            ),
            "images": [{"scene": "chili_sauce", "seed": 1308, "alt": "Gambar botol sambal merah"}],
        },
        {
            "title": "Keripik nanas dan pisang",
            "seller": "selai",
            "category": "food",
            "price_kind": "range",
            "price_min": 17000,
            "price_max": 24000,
            "unit": "bungkus",
            "availability": "made_to_order",
            "confirmed_days_ago": 100,
            "description": (
                "<p>Digoreng hampa di dapur bersama, renyah dan tidak berminyak. Pesan tiga hari sebelumnya.</p>"
            ),
            "images": [{"scene": "banana_chips", "seed": 1309, "alt": "Gambar keripik pisang keemasan"}],
        },
        {
            "title": "Nanas segar petik pagi",
            "seller": "kebun",
            "category": "farm",
            "price_kind": "range",
            "price_min": 6000,
            "price_max": 12000,
            "unit": "buah",
            "availability": "seasonal",
            "confirmed_days_ago": 120,
            "description": (
                "<p>Diambil dari kebun sesuai pesanan. Pembelian di atas lima puluh buah bisa diantar ke Kuala "
                "Kapuas.</p>"
            ),
            "images": [{"scene": "vegetables", "seed": 1310, "alt": "Gambar sayur-mayur segar"}],
        },
        {
            "title": "Bibit nanas dari tunas batang",
            "seller": "kebun",
            "category": "farm",
            "price_kind": "fixed",
            "price_min": 1500,
            "price_max": None,
            "unit": "batang",
            "availability": "made_to_order",
            "confirmed_days_ago": 120,
            "description": "<p>Bibit sehat dari induk yang sudah berbuah dua kali. Minimal seratus batang.</p>",
            "images": [{"scene": "planting", "seed": 1311, "alt": "Ilustrasi bibit muda ditanam di tanah"}],
        },
    ],
    "achievements": [
        {
            "title": "Petani gambut tanpa bakar",
            "kind": "achievement",
            "level": "regency",
            "year": 2024,
            "organiser": "Dinas Pertanian Kabupaten Kapuas",
            "rank": "Juara I",
            "potential_type": "",
            "image": {"scene": "trophy", "seed": 1312, "alt": "Gambar piala penghargaan"},
            "body": (
                "<p>Lahan dibersihkan dengan menebas, menumpuk, dan menunggu. Cara ini lebih lambat, tetapi dua tahun "
                "tidak ada api di kebun anggota.</p>"
            ),
        },
        {
            "title": "Kerukunan antarumat tingkat kecamatan",
            "kind": "achievement",
            "level": "district",
            "year": 2025,
            "organiser": "Kantor Kecamatan Basarang",
            "rank": "Terbaik I",
            "potential_type": "",
            "image": {"scene": "shield_award", "seed": 1313, "alt": "Gambar tameng penghargaan"},
            "body": (
                "<p>Jadwal parkir hari raya yang dijaga bergantian oleh pemuda lintas agama disebut sebagai contoh "
                "paling sederhana dan paling terasa.</p>"
            ),
        },
        {
            "title": "Kebun nanas terbuka bagi pelajar",
            "kind": "potential",
            "level": "",
            "year": None,
            "organiser": "",
            "rank": "",
            "potential_type": "agriculture",
            "image": {
                "scene": "rice_field",
                "seed": 1314,
                "alt": "Ilustrasi lahan pertanian terbuka di bawah langit cerah",
            },
            "body": (
                "<p>Rombongan sekolah dapat belajar menanam, memetik, dan membuat jus. Biaya hanya pengganti buah yang "
                "dibawa pulang.</p><p>Sepatu tertutup dianjurkan karena daun nanas tajam.</p>"
            ),
        },
    ],
}
