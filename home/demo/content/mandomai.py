"""KIM Mandomai: an old river town on the Kapuas."""

from datetime import date

KIM = {
    "slug": "mandomai",
    "name": "KIM Betang Mandomai",
    "region": "62.03.05.1004",
    "founded": date(2017, 10, 2),
    "kind_of_group": "kim",
    "sk": {
        "number": "188.45/08/KEL-MDM/2023",
        "date": date(2023, 9, 11),
        "signer": "Rusdiansyah Kamat",
        "office": "lurah",
        "valid_until": date(2028, 9, 10),
    },
    "chair": {"name": "Kristina Lamiang", "email": "kristina.lamiang@example.id"},
    "tagline": "Rumah tua, sungai tua, cerita yang terus baru",
    "welcome": (
        "Mandomai tumbuh di tepi Sungai Kapuas, di antara rumah kayu tua dan kebun karet. Kami menulis supaya yang "
        "muda mengenal kampungnya dan yang jauh tahu siapa yang sedang hajatan. Silakan duduk di beranda kami."
    ),
    "accent": "ulin",
    "whatsapp": "+6281200000121",
    "address": "Jalan Tepian RT 03, Kelurahan Mandomai, Kecamatan Kapuas Barat 73552",
    "latitude": -2.8651,
    "longitude": 114.3012,
    "cover": {"scene": "longhouse", "seed": 1201, "alt": "Ilustrasi rumah betang panjang di atas tiang-tiang tinggi"},
    "logo_seed": 121,
    "profile": [
        (
            "<p>Anggota pertama KIM ini adalah pengurus perpustakaan gereja, remaja masjid, dan pemilik toko "
            "kelontong. Tiga orang itu sering menerima pertanyaan yang sama, lalu sepakat menulis jawabannya di satu "
            "tempat.</p>"
        ),
        (
            "<p>Kini kami lima belas orang. Rapat diadakan di beranda rumah tua milik keluarga Lamiang, yang lantai "
            "ulinnya lebih tua daripada nenek siapa pun di antara kami.</p>"
        ),
        (
            "<p>Setiap tulisan menyebut siapa yang bercerita dan kapan. Bila ternyata keliru, kami membetulkannya "
            "dengan huruf tebal, bukan menghapusnya diam-diam.</p>"
        ),
    ],
    "officers": [
        {"name": "Kristina Lamiang", "position": "chair", "since": date(2023, 9, 11)},
        {"name": "Subhan Matali", "position": "secretary", "since": date(2023, 9, 11)},
        {"name": "Rosita Unjung", "position": "treasurer", "since": date(2023, 9, 11)},
        {"name": "Daud Kinting", "position": "member", "since": date(2023, 9, 11)},
        {"name": "Aminah Jaleha", "position": "member", "since": date(2024, 10, 1)},
    ],
    "sellers": [
        {
            "key": "rotan",
            "name": "Rotan Tepian",
            "owner": "Rosita Unjung",
            "whatsapp": "+6281200000122",
            "address": "Jalan Tepian RT 04, Mandomai",
            "nib": "2604230062122",
            "halal": "",
            "pirt": "",
            "checked_on": date(2026, 5, 30),
        },
        {
            "key": "ikan",
            "name": "Keramba Subhan",
            "owner": "Subhan Matali",
            "whatsapp": "+6281200000123",
            "address": "Lanting RT 02, Mandomai",
            "nib": "",
            "halal": "",
            "pirt": "",
            "checked_on": date(2026, 5, 30),
        },
        {
            "key": "kue",
            "name": "Kue Aminah",
            "owner": "Aminah Jaleha",
            "whatsapp": "+6281200000124",
            "address": "Jalan Masjid RT 06, Mandomai",
            "nib": "1503240062124",
            "halal": "ID62030001240180424",
            "pirt": "2066203010124-29",
            "checked_on": date(2026, 8, 12),
        },
    ],
    "news": [
        {
            "title": "Rumah tua disikat ramai-ramai, papan aslinya difoto satu per satu",
            "summary": (
                "Empat puluh relawan membersihkan rumah kayu berusia lebih dari seabad. Setiap papan yang lepas diberi "
                "nomor."
            ),
            "category": "culture",
            "adinda": "implementasi",
            "days_ago": 6,
            "author": "Daud Kinting",
            "source": "",
            "image": {
                "scene": "longhouse",
                "seed": 1202,
                "alt": "Gambar rumah panjang kayu dengan tangga dan ukiran di ujung atap",
            },
            "tags": ["rumah tua", "pelestarian", "gotong royong"],
            "body": [
                (
                    "text",
                    (
                        "<p>Yang pertama disikat bukan dinding, melainkan anak tangga. Lumut membuatnya licin, dan "
                        "seorang tamu pernah terpeleset tahun lalu.</p><p>Empat puluh orang datang, termasuk "
                        "cucu-cucu pemilik yang kini tinggal di Banjarmasin. Kelompok muda bertugas memotret dan "
                        "menomori setiap papan yang perlu dibuka.</p><p>Tidak ada cat baru. Papan hanya dicuci, "
                        "dijemur, lalu dioles minyak kayu tipis-tipis. Butuh dua hari sampai baunya hilang dari ruang "
                        "depan.</p><p>Tiga papan terlalu lapuk dan akan diganti dari ulin bongkaran. Nama pemberi "
                        "kayu dicatat di buku rumah.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Dua bahasa di satu kelas: anak belajar berhitung lewat bahasa Dayak",
            "summary": "",
            "category": "education",
            "adinda": "implementasi",
            "days_ago": 19,
            "author": "Kristina Lamiang",
            "source": "",
            "image": {
                "scene": "school",
                "seed": 1203,
                "alt": "Ilustrasi bangunan sekolah dengan tiang bendera di halaman",
            },
            "tags": ["bahasa dayak", "sekolah", "berhitung"],
            "body": [
                (
                    "text",
                    (
                        "<p>Anak kelas satu di RT 05 kesulitan memahami soal cerita. Mereka bisa menghitung ikan di "
                        "perahu, tetapi bingung membaca dua puluh lima dikurangi tujuh.</p><p>Guru lalu membacakan "
                        "soal dalam bahasa Dayak Ngaju dulu, kemudian dalam bahasa Indonesia. Dalam enam minggu nilai "
                        "rata-rata naik dari 54 menjadi 71.</p><p>Tidak semua orang tua setuju di awal. Ada yang "
                        "khawatir anaknya tertinggal di kota. Setelah melihat buku latihan, keberatan itu "
                        "berkurang.</p><p>Guru membutuhkan penutur lansia untuk memeriksa istilah. Siapa yang punya "
                        "waktu satu jam sepekan, silakan kabari kami.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Harga karet dan ikan pekan ini, catatan dari dua pengepul",
            "summary": "",
            "category": "economy",
            "adinda": "akses",
            "days_ago": 28,
            "author": "Rosita Unjung",
            "source": "",
            "image": {"scene": "market", "seed": 1204, "alt": "Ilustrasi lapak pasar dengan aneka dagangan"},
            "tags": ["karet", "ikan", "harga"],
            "body": [
                (
                    "text",
                    (
                        "<p>Kedua pengepul membuka catatannya. Karet kering 70 persen dibeli sembilan ribu sampai "
                        "sepuluh ribu rupiah per kilo, tergantung jarak dan air yang masih menempel.</p><p>Ikan toman "
                        "berkisar tiga puluh enam ribu, baung lima puluh ribu, dan lais sedang sulit didapat karena "
                        "air masih tinggi.</p><p>Petani yang menunggu harga naik diingatkan agar menyimpan karet di "
                        "tempat teduh. Karet yang terendam air kotor akan dipotong lebih banyak.</p><p>Catatan "
                        "diperbarui setiap Kamis. Kalau angka di tempat Anda berbeda, sampaikan; kami ingin tahu "
                        "sebabnya, bukan mencari siapa salah.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Musyawarah perahu sekolah: siapa mengemudi, siapa menggantikan",
            "summary": (
                "Dua motoris bergiliran mengantar 26 anak. Warga menyusun cadangan bila mesin rusak atau air terlalu "
                "deras."
            ),
            "category": "government",
            "adinda": "diskusi",
            "days_ago": 49,
            "author": "Subhan Matali",
            "source": "",
            "image": {
                "scene": "river_boats",
                "seed": 1205,
                "alt": "Ilustrasi klotok beratap panjang di sungai, rumah-rumah di seberang",
            },
            "tags": ["perahu sekolah", "motoris", "rembuk"],
            "body": [
                (
                    "text",
                    (
                        "<p>Mesin perahu mogok dua kali dalam satu pekan, dan dua puluh enam anak terlambat ujian. "
                        "Keesokan malam para orang tua berkumpul di balai.</p><p>Disepakati dua motoris tetap dan "
                        "satu cadangan. Cadangan dipanggil paling lambat pukul setengah enam supaya masih sempat "
                        "menyiapkan bahan bakar.</p><p>Bila air terlalu deras, sekolah membolehkan belajar di rumah. "
                        "Guru menitipkan tugas melalui grup warga, dan anak mengumpulkan keesokan "
                        "harinya.</p><p>Iuran orang tua ditulis di papan, termasuk keluarga yang dibebaskan. Daftar "
                        "itu diputuskan bersama, bukan oleh motoris.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Perahu puskesmas singgah lagi, malamnya satu bayi lahir selamat",
            "summary": "",
            "category": "health",
            "adinda": "diseminasi",
            "days_ago": 81,
            "author": "Aminah Jaleha",
            "source": "Puskesmas Kapuas Barat",
            "image": {"scene": "health_post", "seed": 1206, "alt": "Ilustrasi pelayanan kesehatan di posyandu"},
            "tags": ["bayi", "puskesmas", "mandomai"],
            "body": [
                (
                    "text",
                    (
                        "<p>Perahu puskesmas kembali singgah setelah berhenti lama karena kerusakan mesin. Warga sudah "
                        "menunggu sejak pukul tujuh, membawa buku kesehatan yang beberapa di antaranya basah terkena "
                        "hujan.</p><p>Hari itu diperiksa 42 orang. Malamnya seorang ibu melahirkan bayi laki-laki "
                        "tiga kilogram, ditolong bidan yang kebetulan belum pulang karena hujan.</p><p>Petugas "
                        "menitipkan pesan sederhana: ibu hamil memeriksakan diri paling tidak enam kali, dan tidak "
                        "menunggu kaki bengkak.</p><p>Jadwal berikutnya ditulis di pintu warung. Jangan percaya "
                        "tanggal dari kabar berantai.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Pemuda Mandomai jadi pemandu jalan kaki bagi pelajar dari kota",
            "summary": "",
            "category": "youth",
            "adinda": "networking",
            "days_ago": 136,
            "author": "Daud Kinting",
            "source": "",
            "image": {
                "scene": "village_street",
                "seed": 1207,
                "alt": "Ilustrasi jalan kampung dengan rumah kayu di kiri dan kanan",
            },
            "tags": ["pemandu", "pelajar", "sejarah"],
            "body": [
                (
                    "text",
                    (
                        "<p>Rombongan tiga puluh pelajar datang dengan catatan berisi tanggal. Pulang mereka membawa "
                        "catatan tentang siapa yang pernah tinggal di rumah mana.</p><p>Enam pemuda mengatur rute "
                        "satu setengah kilometer: dermaga lama, rumah kayu, gereja tua, masjid, dan kebun karet. "
                        "Setiap berhenti mereka bercerita tidak lebih dari lima menit.</p><p>Guru pendamping memuji "
                        "cara pemuda menjawab tidak tahu. Salah satu pertanyaan dibawa pulang dan dijawab seminggu "
                        "kemudian lewat surat.</p><p>Kunjungan ini tidak berbayar, tetapi rombongan membeli kue "
                        "Aminah sampai habis.</p>"
                    ),
                ),
            ],
        },
    ],
    "products": [
        {
            "title": "Keranjang rotan pengangkut hasil kebun",
            "seller": "rotan",
            "category": "craft",
            "price_kind": "range",
            "price_min": 85000,
            "price_max": 190000,
            "unit": "buah",
            "availability": "made_to_order",
            "confirmed_days_ago": 21,
            "description": (
                "<p>Lanjung berukuran kecil dan sedang untuk membawa hasil kebun atau pajangan. Tali pundak ditenun "
                "dari kulit kayu.</p>"
            ),
            "images": [{"scene": "rattan_basket", "seed": 1208, "alt": "Ilustrasi keranjang anyaman rotan"}],
        },
        {
            "title": "Ikan toman segar",
            "seller": "ikan",
            "category": "fishery",
            "price_kind": "range",
            "price_min": 36000,
            "price_max": 42000,
            "unit": "kg",
            "availability": "in_stock",
            "confirmed_days_ago": 10,
            "description": (
                "<p>Toman ukuran satu kilo lebih dari keramba di depan rumah. Bisa dibersihkan dan dipotong sesuai "
                "permintaan.</p>"
            ),
            "images": [{"scene": "catfish", "seed": 1209, "alt": "Ilustrasi ikan segar jenis lele"}],
        },
        {
            "title": "Kue bingka dan apam peranggi",
            "seller": "kue",
            "category": "food",
            "price_kind": "range",
            "price_min": 5000,
            "price_max": 40000,
            "unit": "potong atau loyang",
            "availability": "in_stock",
            "confirmed_days_ago": 4,
            "description": (
                "<p>Kue tradisional dengan telur, santan, dan gula merah. Loyang untuk acara dipesan sehari "
                "sebelumnya.</p>"
            ),
            "images": [{"scene": "cake", "seed": 1210, "alt": "Ilustrasi kue tradisional di atas piring"}],
        },
        {
            "title": "Ikan lais asap",
            "seller": "ikan",
            "category": "fishery",
            "price_kind": "fixed",
            "price_min": 60000,
            "price_max": None,
            "unit": "bungkus 250 g",
            "availability": "seasonal",
            "confirmed_days_ago": 51,
            "description": (
                "<p>Lais diasap dengan kayu karet selama satu malam. Hanya ada ketika air surut dan tangkapan "
                "banyak.</p>"
            ),
            "images": [{"scene": "salted_fish", "seed": 1211, "alt": "Ilustrasi ikan asin kering"}],
        },
    ],
    "achievements": [
        {
            "title": "Kampung ramah anak tingkat kabupaten",
            "kind": "achievement",
            "level": "regency",
            "year": 2025,
            "organiser": "Dinas Pendidikan Kabupaten Kapuas",
            "rank": "Juara II",
            "potential_type": "",
            "image": {"scene": "shield_award", "seed": 1212, "alt": "Ilustrasi plakat penghargaan berbentuk perisai"},
            "body": (
                "<p>Pembelajaran dua bahasa pada kelas rendah dan perahu sekolah yang punya motoris cadangan menjadi "
                "dua catatan yang dipuji tim penilai.</p>"
            ),
        },
        {
            "title": "Penjaga rumah kayu tua",
            "kind": "achievement",
            "level": "province",
            "year": 2024,
            "organiser": "Balai pelestarian kebudayaan setempat",
            "rank": "Penghargaan",
            "potential_type": "",
            "image": {"scene": "certificate", "seed": 1213, "alt": "Ilustrasi piagam penghargaan"},
            "body": (
                "<p>Cara menomori papan dan memakai kayu bongkaran dinilai bisa membantu pemilik rumah lain yang "
                "dananya terbatas.</p>"
            ),
        },
        {
            "title": "Jalan kaki menyusuri rumah kayu tepian",
            "kind": "potential",
            "level": "",
            "year": None,
            "organiser": "",
            "rank": "",
            "potential_type": "tourism",
            "image": {
                "scene": "village_street",
                "seed": 1214,
                "alt": "Gambar deretan rumah panggung di tepi jalan desa",
            },
            "body": (
                "<p>Rute dua jam dari dermaga sampai kebun karet, didampingi pemuda setempat. Cocok untuk rombongan "
                "kecil.</p><p>Setiap rumah yang dikunjungi sudah menyatakan bersedia.</p>"
            ),
        },
    ],
}
