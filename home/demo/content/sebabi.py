"""KIM Simpang Sebabi: a roadside village on the Trans Kalimantan highway."""

from datetime import date

KIM = {
    "slug": "sebabi",
    "name": "KIM Simpang Sebabi",
    "region": "62.02.14.2001",
    "founded": date(2020, 2, 10),
    "kind_of_group": "kim",
    "sk": {
        "number": "Nomor 21 Tahun 2025",
        "date": date(2025, 6, 16),
        "signer": "Kurniadi Patih",
        "office": "kepala_desa",
        "valid_until": date(2028, 6, 15),
    },
    "chair": {"name": "Sugeng Prayogo", "email": "sugeng.prayogo@example.id"},
    "tagline": "Simpang jalan, simpang kabar, semua singgah",
    "welcome": (
        "Sebabi dilewati Trans Kalimantan, maka kabar dan orang datang dari segala arah. Kami menyaring yang benar dan "
        "membagikannya dengan bahasa sopir warung. Berhentilah sejenak, minum dulu."
    ),
    "accent": "hutan",
    "whatsapp": "+6281200000101",
    "address": "Jalan Trans Kalimantan Km 72 RT 08, Desa Sebabi, Kecamatan Telawang 74350",
    "latitude": -2.4312,
    "longitude": 112.5628,
    "cover": {"scene": "plantation_road", "seed": 1001, "alt": "Ilustrasi jalan tanah di antara barisan kebun sawit"},
    "logo_seed": 101,
    "profile": [
        (
            "<p>Di Sebabi hampir setiap rumah menghadap jalan raya. Sopir, pekerja kebun, petani swadaya, dan keluarga "
            "Dayak lama bertetangga, dan masing-masing punya kabar yang berbeda. Kami membentuk KIM agar kabar itu "
            "bertemu.</p>"
        ),
        (
            "<p>Papan dua kolom, benar dan belum tentu, berdiri di simpang sejak tahun lalu. Setiap pagi jam enam "
            "isinya diganti, dan beberapa sopir sengaja berhenti untuk membacanya.</p>"
        ),
        (
            "<p>Tujuh belas anggota kami rata-rata bekerja di kebun. Menulis dilakukan malam, dengan satu laptop "
            "bersama dan banyak cangkir teh.</p>"
        ),
    ],
    "officers": [
        {"name": "Sugeng Prayogo", "position": "chair", "since": date(2025, 6, 16)},
        {"name": "Endang Susilowati", "position": "secretary", "since": date(2025, 6, 16)},
        {"name": "Mariani Tulus", "position": "treasurer", "since": date(2025, 6, 16)},
        {"name": "Alfius Bungai", "position": "member", "since": date(2025, 6, 16)},
        {"name": "Hotman Damanik", "position": "member", "since": date(2025, 11, 3)},
    ],
    "sellers": [
        {
            "key": "kopi",
            "name": "Warung Kopi Simpang Endang",
            "owner": "Endang Susilowati",
            "whatsapp": "+6281200000102",
            "address": "Jalan Trans Kalimantan RT 08, Desa Sebabi",
            "nib": "0208240062102",
            "halal": "",
            "pirt": "2056202030102-29",
            "checked_on": date(2026, 8, 28),
        },
        {
            "key": "manik",
            "name": "Manik Mariani",
            "owner": "Mariani Tulus",
            "whatsapp": "+6281200000103",
            "address": "RT 03, Desa Sebabi",
            "nib": "1607230062103",
            "halal": "",
            "pirt": "",
            "checked_on": date(2026, 8, 28),
        },
        {
            "key": "ternak",
            "name": "Kambing dan Sayur Alfius",
            "owner": "Alfius Bungai",
            "whatsapp": "+6281200000104",
            "address": "RT 11, Desa Sebabi",
            "nib": "",
            "halal": "",
            "pirt": "",
            "checked_on": None,
        },
    ],
    "news": [
        {
            "title": "Papan benar-belum tentu genap setahun, 58 kabar terbukti keliru",
            "summary": (
                "Dari 214 kabar yang ditempel selama setahun, 58 ternyata salah. Ini tiga yang paling banyak dipercaya."
            ),
            "category": "youth",
            "adinda": "diseminasi",
            "days_ago": 15,
            "author": "Hotman Damanik",
            "source": "",
            "image": {"scene": "meeting", "seed": 1002, "alt": "Ilustrasi pertemuan warga di sebuah balai"},
            "tags": ["hoaks", "papan kabar", "simpang"],
            "body": [
                (
                    "text",
                    (
                        "<p>Setiap kabar yang pernah masuk papan kami simpan di buku. Setelah genap setahun, kami "
                        "menghitung: 214 kabar, 96 benar, 60 belum jelas, 58 keliru.</p><p>Kabar keliru yang paling "
                        "dipercaya adalah soal pupuk murah di kantor kecamatan. Pupuk itu tidak pernah ada, dan dua "
                        "petani sempat menempuh dua jam perjalanan sia-sia.</p><p>Kabar kedua tentang jembatan yang "
                        "katanya ditutup total. Yang ketiga, pesan penipuan berhadiah mobil, sampai sekarang masih "
                        "muncul setiap beberapa pekan.</p><p>Cara memeriksa sederhana: siapa yang pertama mengatakan, "
                        "kapan, dan di mana buktinya. Kalau tiga-tiganya tidak ada, masuk kolom kanan dulu.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Lomba kebun bersih: bukan cuma panen, limbahnya ikut dinilai",
            "summary": "",
            "category": "economy",
            "adinda": "implementasi",
            "days_ago": 25,
            "author": "Alfius Bungai",
            "source": "",
            "image": {"scene": "harvest", "seed": 1003, "alt": "Ilustrasi petani memanen hasil kebun"},
            "tags": ["kebun", "limbah", "petani swadaya"],
            "body": [
                (
                    "text",
                    (
                        "<p>Pemenang lomba kebun biasanya dilihat dari tandannya. Tahun ini penilaian ditambah dua "
                        "hal: ke mana pelepah dibuang dan botol racun rumput disimpan di mana.</p><p>Empat belas "
                        "petani ikut. Yang menang menumpuk pelepah menjadi sekat di lereng, sehingga tanah tidak "
                        "hanyut saat hujan, dan botol kosongnya ditaruh dalam drum berlabel.</p><p>Petani lain "
                        "mengaku selama ini membuangnya di parit. Mereka tidak dimarahi, hanya diajak melihat warna "
                        "air.</p><p>Hadiahnya pupuk kandang lima karung. Pemenang menyerahkan dua karung kepada "
                        "tetangga yang kebunnya miring.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Layanan cek kesehatan sopir di warung, tekanan darah paling banyak",
            "summary": "",
            "category": "health",
            "adinda": "implementasi",
            "days_ago": 48,
            "author": "Mariani Tulus",
            "source": "Puskesmas Sebabi",
            "image": {
                "scene": "health_post",
                "seed": 1004,
                "alt": "Gambar pos kesehatan desa yang sedang melayani warga",
            },
            "tags": ["sopir", "tekanan darah", "warung"],
            "body": [
                (
                    "text",
                    (
                        "<p>Sopir sering melewatkan puskesmas karena muatan ditunggu. Maka alat periksa yang "
                        "didatangkan ke warung, sekali setiap dua minggu, pada malam hari.</p><p>Dalam tiga kali "
                        "pelaksanaan, 74 sopir diperiksa. Dua puluh sembilan tekanan darahnya tinggi, dan sebelas "
                        "tidak pernah tahu.</p><p>Petugas tidak memberi ceramah panjang. Mereka mencatat di kartu "
                        "kecil yang muat di dompet, lalu menandai puskesmas mana yang bisa dikunjungi sepanjang "
                        "rute.</p><p>Warung Endang menyediakan teh tawar gratis pada malam pemeriksaan. Gorengan "
                        "tetap ada, hanya tidak ditaruh di depan.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Rumah baca Dayak menyimpan cerita lisan dan bibit buah",
            "summary": "",
            "category": "culture",
            "adinda": "akses",
            "days_ago": 82,
            "author": "Endang Susilowati",
            "source": "",
            "image": {
                "scene": "longhouse",
                "seed": 1005,
                "alt": "Gambar rumah panjang kayu dengan tangga dan ukiran di ujung atap",
            },
            "tags": ["cerita lisan", "bibit", "dayak"],
            "body": [
                (
                    "text",
                    (
                        "<p>Rak di ruang depan rumah Mariani separuh berisi buku, separuh berisi toples biji. "
                        "Cempedak, durian, maritam, dan asam kalimantan diberi tanggal dan asal pohon.</p><p>Anak "
                        "boleh membawa pulang satu bibit bila meninggalkan satu cerita dari kakek atau neneknya. Sudah "
                        "ada 39 cerita, direkam dengan telepon dan ditulis di buku.</p><p>Kata-kata yang tidak lagi "
                        "dipakai sehari-hari diberi catatan. Ada sebelas istilah untuk hujan yang baru kami "
                        "sadari.</p><p>Rumah ini dibuka Sabtu pagi. Bila ingin meminjam cerita untuk pelajaran "
                        "sekolah, minta izin penuturnya dulu.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "KIM Sebabi dan Parenggean berbagi daftar kabar bohong",
            "summary": (
                "Setelah kunjungan ke Parenggean, dua KIM saling mengirim daftar setiap akhir pekan. Ternyata kabarnya "
                "banyak yang sama."
            ),
            "category": "youth",
            "adinda": "networking",
            "days_ago": 61,
            "author": "Sugeng Prayogo",
            "source": "",
            "image": {"scene": "training", "seed": 1006, "alt": "Gambar sekelompok orang belajar bersama"},
            "tags": ["kerja sama kim", "hoaks", "parenggean"],
            "body": [
                (
                    "text",
                    (
                        "<p>Setelah berkunjung ke Parenggean, kami mengirim daftar setiap Minggu sore. Isinya nomor, "
                        "bunyi kabar, dan hasil pemeriksaan.</p><p>Dari enam kabar pertama, empat juga beredar di "
                        "sana dengan kata yang sama. Artinya kabar itu dibuat orang luar, bukan "
                        "tetangga.</p><p>Dengan bekal itu kami tidak lagi menyalahkan warga yang meneruskannya. Lebih "
                        "baik bertanya dari mana ia menerimanya.</p><p>Setiap KIM yang ingin ikut bertukar daftar "
                        "silakan menghubungi kami. Cukup satu orang yang konsisten mengirim.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Bibit pohon untuk jalur angin, petani memilih sengon dan jengkol",
            "summary": "",
            "category": "environment",
            "adinda": "akses",
            "days_ago": 140,
            "author": "Alfius Bungai",
            "source": "",
            "image": {"scene": "planting", "seed": 1007, "alt": "Gambar penanaman bibit bersama di lahan terbuka"},
            "tags": ["bibit", "petani", "pohon"],
            "body": [
                (
                    "text",
                    (
                        "<p>Angin kencang merobohkan beberapa atap gudang. Petani lalu ingin menanam barisan pohon di "
                        "batas kebun.</p><p>Dari enam jenis yang ditawarkan penyuluh, petani memilih sengon karena "
                        "cepat tumbuh dan jengkol karena buahnya laku. Mahoni ditolak, terlalu lama.</p><p>Sebanyak "
                        "350 bibit dibagi. Setiap penerima menandatangani janji menyiram tiga bulan "
                        "pertama.</p><p>Kami akan berkeliling menghitung pada musim hujan. Bibit yang mati tidak "
                        "ditagih, hanya dicatat sebabnya.</p>"
                    ),
                ),
            ],
        },
    ],
    "products": [
        {
            "title": "Kopi saring dan roti bakar",
            "seller": "kopi",
            "category": "drink",
            "price_kind": "range",
            "price_min": 12000,
            "price_max": 25000,
            "unit": "gelas atau porsi",
            "availability": "in_stock",
            "confirmed_days_ago": 12,
            "description": (
                "<p>Kopi robusta disaring dengan kain, roti dipanggang dengan selai nanas buatan sendiri. Buka dari "
                "subuh sampai tengah malam.</p>"
            ),
            "images": [{"scene": "coffee", "seed": 1008, "alt": "Gambar secangkir kopi hangat"}],
        },
        {
            "title": "Kalung dan gelang manik",
            "seller": "manik",
            "category": "craft",
            "price_kind": "range",
            "price_min": 35000,
            "price_max": 180000,
            "unit": "buah",
            "availability": "in_stock",
            "confirmed_days_ago": 17,
            "description": (
                "<p>Manik dirangkai dengan pola burung dan pohon. Ukuran pergelangan bisa disesuaikan, tali diganti "
                "gratis bila putus dalam setahun.</p>"
            ),
            "images": [{"scene": "beads", "seed": 1009, "alt": "Ilustrasi untaian manik-manik berwarna"}],
        },
        {
            "title": "Kambing untuk akikah dan kurban",
            "seller": "ternak",
            "category": "farm",
            "price_kind": "ask",
            "price_min": None,
            "price_max": None,
            "unit": "ekor",
            "availability": "seasonal",
            "confirmed_days_ago": 33,
            "description": (
                "<p>Kambing lokal umur satu tahun lebih, sehat dan diperiksa petugas. Harga tergantung bobot; bisa "
                "dititip rawat sampai hari acara.</p>"
            ),
            "images": [{"scene": "rice_field", "seed": 1010, "alt": "Gambar hamparan sawah dan pepohonan di kejauhan"}],
        },
    ],
    "achievements": [
        {
            "title": "Juara literasi digital antardesa",
            "kind": "achievement",
            "level": "regency",
            "year": 2026,
            "organiser": "Diskominfo Kabupaten Kotawaringin Timur",
            "rank": "Juara I",
            "potential_type": "",
            "image": {"scene": "trophy", "seed": 1011, "alt": "Ilustrasi piala emas"},
            "body": (
                "<p>Papan kabar di simpang jalan dinilai paling mudah ditiru karena tidak membutuhkan internet.</p>"
            ),
        },
        {
            "title": "Rumah manik dan hutan buah di pinggir kebun",
            "kind": "potential",
            "level": "",
            "year": None,
            "organiser": "",
            "rank": "",
            "potential_type": "culture",
            "image": {"scene": "beads", "seed": 1012, "alt": "Gambar kerajinan manik bermotif"},
            "body": (
                "<p>Empat keluarga masih membuat manik dan memelihara pohon buah tua. Tamu bisa belajar merangkai "
                "gelang selama satu jam.</p>"
            ),
        },
        {
            "title": "Titik istirahat jalan panjang",
            "kind": "potential",
            "level": "",
            "year": None,
            "organiser": "",
            "rank": "",
            "potential_type": "tourism",
            "image": {"scene": "plantation_road", "seed": 1013, "alt": "Gambar jalan lurus membelah perkebunan"},
            "body": (
                "<p>Sopir dan keluarga bisa berhenti di delapan warung yang sepakat menyediakan kamar mandi bersih dan "
                "tempat parkir terang.</p>"
            ),
        },
    ],
}
