"""KIM Bagendang Hilir: the village beside the river port."""

from datetime import date

KIM = {
    "slug": "bagendang-hilir",
    "name": "KIM Bagendang Hilir",
    "region": "62.02.07.2002",
    "founded": date(2021, 1, 14),
    "kind_of_group": "kim",
    "sk": {
        "number": "Nomor 06 Tahun 2023",
        "date": date(2023, 7, 3),
        "signer": "Ruslan Effendi Muin",
        "office": "kepala_desa",
        "valid_until": None,
    },
    "chair": {"name": "Suhardi Tumon", "email": "suhardi.tumon@example.id"},
    "tagline": "Tetangga pelabuhan, suara kampung tetap terdengar",
    "welcome": (
        "Di depan kampung kami lewat kapal dan tongkang, di belakangnya kebun dan rawa. Halaman ini menulis keduanya, "
        "dari lowongan bongkar muat sampai anak yang juara mengaji. Sapa kami kapan saja."
    ),
    "accent": "langit",
    "whatsapp": "+6281200000061",
    "address": "Jalan Pelabuhan Lama RT 03, Desa Bagendang Hilir, Kecamatan Mentaya Hilir Utara 74361",
    "latitude": -2.6812,
    "longitude": 112.9536,
    "cover": {
        "scene": "harbour",
        "seed": 601,
        "alt": "Ilustrasi pelabuhan kayu dengan kapal bersandar dan tumpukan barang",
    },
    "logo_seed": 61,
    "profile": [
        (
            "<p>Bagendang Hilir berubah cepat sejak pelabuhan dibuka. Truk bertambah, orang baru datang, dan kabar "
            "lewat lebih kencang daripada jawabannya. KIM ini lahir karena warga ingin jawaban itu ada.</p>"
        ),
        (
            "<p>Anggotanya lima belas orang, setengahnya bekerja di sekitar pelabuhan. Kami membagi tugas: yang "
            "bekerja siang menulis malam, yang bekerja malam menelepon sumber di pagi hari.</p>"
        ),
        (
            "<p>Setiap tiga bulan kami mengundang perusahaan dan kantor desa duduk bersama. Notulennya kami terbitkan "
            "tanpa dipotong.</p>"
        ),
    ],
    "officers": [
        {"name": "Suhardi Tumon", "position": "chair", "since": date(2023, 7, 3)},
        {"name": "Anisah Lubis", "position": "secretary", "since": date(2023, 7, 3)},
        {"name": "Bahriah Nasir", "position": "treasurer", "since": date(2023, 7, 3)},
        {"name": "Gunawan Slamet", "position": "member", "since": date(2023, 7, 3)},
        {"name": "Fitri Handayani", "position": "member", "since": date(2024, 11, 20)},
    ],
    "sellers": [
        {
            "key": "warung",
            "name": "Warung Bahriah",
            "owner": "Bahriah Nasir",
            "whatsapp": "+6281200000062",
            "address": "Depan gerbang pelabuhan RT 04, Desa Bagendang Hilir",
            "nib": "",
            "halal": "",
            "pirt": "2136202010062-28",
            "checked_on": date(2026, 4, 8),
        },
        {
            "key": "las",
            "name": "Bengkel Las Gunawan",
            "owner": "Gunawan Slamet",
            "whatsapp": "+6281200000063",
            "address": "Jalan Pelabuhan Lama RT 02, Desa Bagendang Hilir",
            "nib": "2901240062063",
            "halal": "",
            "pirt": "",
            "checked_on": date(2026, 4, 8),
        },
        {
            "key": "lele",
            "name": "Kolam Lele Tumon",
            "owner": "Suhardi Tumon",
            "whatsapp": "+6281200000064",
            "address": "Belakang masjid RT 01, Desa Bagendang Hilir",
            "nib": "",
            "halal": "",
            "pirt": "",
            "checked_on": None,
        },
    ],
    "news": [
        {
            "title": "Truk wajib pelan di jalan sekolah, warga pasang hitungan mundur",
            "summary": (
                "Papan buatan pemuda menunjukkan jam masuk dan pulang sekolah. Sopir yang melanggar difoto dan "
                "dilaporkan ke perusahaannya."
            ),
            "category": "government",
            "adinda": "implementasi",
            "days_ago": 5,
            "author": "Gunawan Slamet",
            "source": "",
            "image": {
                "scene": "school",
                "seed": 602,
                "alt": "Ilustrasi bangunan sekolah dengan tiang bendera di halaman",
            },
            "tags": ["truk", "sekolah", "keselamatan"],
            "body": [
                (
                    "text",
                    (
                        "<p>Truk lewat rata-rata satu setiap tiga menit pada jam masuk sekolah. Angka itu kami hitung "
                        "sendiri di depan SD selama seminggu, dan hasilnya membuat kepala desa langsung mengundang "
                        "perwakilan angkutan.</p><p>Kesepakatannya jelas. Pukul 06.30 sampai 07.30 dan 12.00 sampai "
                        "13.00 truk kosong maupun bermuatan maksimal dua puluh kilometer per jam. Di dua ujung jalan "
                        "dipasang papan hitungan mundur buatan pemuda.</p><p>Sopir yang melanggar difoto nomor "
                        "lambungnya. Perusahaan berjanji menegur dulu, lalu memindahkan rute kalau "
                        "terulang.</p><p>Dua minggu pertama ada empat pelanggaran, semuanya sopir baru yang belum "
                        "membaca surat edaran. Kami akan terus mencatat.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Lowongan bongkar muat: cara mendaftar tanpa lewat calo",
            "summary": "",
            "category": "economy",
            "adinda": "akses",
            "days_ago": 14,
            "author": "Anisah Lubis",
            "source": "Serikat pekerja bongkar muat setempat",
            "image": {"scene": "harbour", "seed": 603, "alt": "Gambar dermaga dengan kapal kayu dan gudang"},
            "tags": ["lowongan", "pelabuhan", "calo"],
            "body": [
                (
                    "text",
                    (
                        "<p>Tiga pemuda mengadu sudah membayar tiga ratus ribu kepada orang yang mengaku bisa "
                        "memasukkan mereka kerja. Orangnya tidak pernah muncul lagi.</p><p>Kami menanyakan langsung "
                        "ke pengurus serikat. Pendaftaran hanya lewat kantor mereka pada hari kerja, gratis, dengan "
                        "fotokopi KTP, surat sehat dari puskesmas, dan pasfoto.</p><p>Nama pelamar diundi bila "
                        "melebihi kebutuhan, dan undian dilakukan di depan umum. Daftar yang lolos ditempel di balai "
                        "desa.</p><p>Kalau ada yang meminta uang, simpan bukti percakapannya. Laporan bisa "
                        "disampaikan ke kantor desa atau ke kami.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Sumur bor RT 05 selesai, air bening setelah saringan arang",
            "summary": "",
            "category": "environment",
            "adinda": "implementasi",
            "days_ago": 33,
            "author": "Gunawan Slamet",
            "source": "",
            "image": {
                "scene": "village_street",
                "seed": 604,
                "alt": "Ilustrasi jalan kampung dengan rumah kayu di kiri dan kanan",
            },
            "tags": ["air bersih", "sumur bor", "swadaya"],
            "body": [
                (
                    "text",
                    (
                        "<p>Sudah lama air sumur di RT 05 berwarna teh. Untuk mencuci masih bisa, tetapi baju putih "
                        "cepat menguning.</p><p>Saringan baru dibuat dari drum, pasir, arang tempurung, dan ijuk. "
                        "Arangnya dibakar sendiri oleh bapak-bapak dari sisa kelapa pasar.</p><p>Setelah dua pekan "
                        "airnya bening dan tidak berbau. Sampel sudah diantar ke laboratorium di Sampit untuk "
                        "memastikan boleh dimasak.</p><p>Biaya seluruhnya satu juta delapan ratus ribu, dari iuran "
                        "dua puluh empat rumah. Rincian nota ditempel di pos ronda.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Rembuk dengan perusahaan: debu, kebisingan, dan lapangan bola",
            "summary": (
                "Tiga keluhan dibahas dan dijawab satu per satu. Dua disanggupi, satu ditolak dengan alasan yang "
                "disampaikan terbuka."
            ),
            "category": "government",
            "adinda": "diskusi",
            "days_ago": 59,
            "author": "Suhardi Tumon",
            "source": "",
            "image": {"scene": "meeting", "seed": 605, "alt": "Ilustrasi pertemuan warga di sebuah balai"},
            "tags": ["rembuk", "pelabuhan", "perusahaan"],
            "body": [
                (
                    "text",
                    (
                        "<p>Ruang rapat balai desa penuh, sebagian berdiri sampai ke teras. Tiga hal sudah ditulis di "
                        "papan sebelum acara dimulai supaya pembicaraan tidak melebar.</p><p>Soal debu, perusahaan "
                        "menyanggupi penyiraman tiga kali sehari dan menutup muatan dengan terpal. Soal kebisingan "
                        "malam, jam kerja mesin berat dibatasi sampai pukul sepuluh.</p><p>Permintaan menambah "
                        "lapangan bola ditolak karena lahannya masuk rencana dermaga. Sebagai gantinya mereka "
                        "menawarkan perbaikan lapangan lama, dan itu diterima.</p><p>Seluruh notulen, termasuk bagian "
                        "yang agak panas, kami tempel tanpa diubah.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Kelas mengaji sore pindah waktu demi anak yang membantu kebun",
            "summary": "",
            "category": "education",
            "adinda": "diskusi",
            "days_ago": 96,
            "author": "Fitri Handayani",
            "source": "",
            "image": {
                "scene": "mosque_square",
                "seed": 606,
                "alt": "Ilustrasi masjid kampung dengan kubah dan halaman luas",
            },
            "tags": ["mengaji", "anak", "kebun"],
            "body": [
                (
                    "text",
                    (
                        "<p>Dulu kelas mulai pukul tiga. Hampir setengah anak absen karena ikut orang tua memanen "
                        "sawit atau menyiram cabai.</p><p>Guru lalu membuat jajak sederhana memakai biji jagung di "
                        "tiga mangkuk. Mangkuk pukul lima yang paling penuh.</p><p>Sejak jam digeser, kehadiran naik "
                        "dari sembilan belas menjadi tiga puluh empat anak. Kelas selesai sebelum magrib, dan mereka "
                        "salat bersama.</p><p>Guru mengaku lebih lelah, tetapi tidak menyesal.</p>"
                    ),
                ),
            ],
        },
    ],
    "products": [
        {
            "title": "Sambal serai ikan asap",
            "seller": "warung",
            "category": "food",
            "price_kind": "fixed",
            "price_min": 22000,
            "price_max": None,
            "unit": "botol 150 ml",
            "availability": "in_stock",
            "confirmed_days_ago": 7,
            "description": (
                "<p>Suwiran ikan baung asap, serai muda, dan cabai rawit. Awalnya lauk sarapan pekerja pelabuhan, "
                "lama-lama banyak yang minta dibotolkan.</p>"
            ),
            "images": [{"scene": "chili_sauce", "seed": 607, "alt": "Ilustrasi sambal dalam wadah kaca dengan cabai"}],
        },
        {
            "title": "Las pagar dan teralis",
            "seller": "las",
            "category": "service",
            "price_kind": "ask",
            "price_min": None,
            "price_max": None,
            "unit": "meter",
            "availability": "made_to_order",
            "confirmed_days_ago": 30,
            "description": (
                "<p>Besi dicat dua lapis. Survei dan hitungan tidak berbayar dalam wilayah Mentaya Hilir Utara.</p>"
            ),
            "images": [
                {"scene": "village_street", "seed": 608, "alt": "Gambar deretan rumah panggung di tepi jalan desa"},
            ],
        },
        {
            "title": "Lele segar ukuran makan",
            "seller": "lele",
            "category": "fishery",
            "price_kind": "range",
            "price_min": 27000,
            "price_max": 30000,
            "unit": "kg",
            "availability": "in_stock",
            "confirmed_days_ago": 16,
            "description": (
                "<p>Dipanen setiap Sabtu. Bisa langsung dibersihkan di tempat bila memesan sebelum pukul tujuh.</p>"
            ),
            "images": [{"scene": "catfish", "seed": 609, "alt": "Ilustrasi ikan segar jenis lele"}],
        },
    ],
    "achievements": [
        {
            "title": "Lomba keselamatan lalu lintas desa",
            "kind": "achievement",
            "level": "regency",
            "year": 2025,
            "organiser": "Dinas Perhubungan Kabupaten Kotawaringin Timur",
            "rank": "Juara I",
            "potential_type": "",
            "image": {"scene": "shield_award", "seed": 610, "alt": "Ilustrasi plakat penghargaan berbentuk perisai"},
            "body": (
                "<p>Penyeberangan anak sekolah yang dijaga bergiliran oleh orang tua dinilai sebagai cara murah yang "
                "bisa dicontoh desa lain di jalur truk.</p>"
            ),
        },
        {
            "title": "Pemandangan tambat kapal sore hari",
            "kind": "potential",
            "level": "",
            "year": None,
            "organiser": "",
            "rank": "",
            "potential_type": "tourism",
            "image": {"scene": "harbour", "seed": 611, "alt": "Ilustrasi kapal-kapal bersandar di dermaga"},
            "body": (
                "<p>Dari tanggul di ujung RT 03 terlihat kapal menunggu muatan dengan latar sungai lebar. Warga "
                "menyediakan kursi bambu, tidak ada tiket.</p><p>Datanglah sebelum pukul lima supaya sempat pulang "
                "sebelum gelap.</p>"
            ),
        },
    ],
}
