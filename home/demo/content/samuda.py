"""KIM Harapan Bersama Samuda: a river-mouth town of fish, coconuts and boats."""

from datetime import date

KIM = {
    "slug": "samuda",
    "name": "KIM Harapan Bersama Samuda",
    "region": "62.02.08.1008",
    "founded": date(2016, 3, 8),
    "kind_of_group": "kim",
    "sk": {
        "number": "188.45/09/KEL-SMK/2023",
        "date": date(2023, 4, 17),
        "signer": "Masrani Hadran",
        "office": "lurah",
        "valid_until": date(2028, 4, 16),
    },
    "chair": {"name": "Fahrurazi Basran", "email": "fahrurazi.basran@example.id"},
    "tagline": "Cerita dari hilir Mentaya, tempat kapal singgah dan kelapa tumbuh",
    "welcome": (
        "Assalamualaikum dan salam hangat dari Samuda. Halaman ini ditulis oleh warga yang sehari-hari berurusan "
        "dengan ikan, kelapa, dan pasang air sungai. Silakan membaca, dan jangan ragu mengirim kabar dari handil "
        "masing-masing."
    ),
    "accent": "sungai",
    "whatsapp": "+6281200000021",
    "address": "Jalan H.M. Arsyad RT 05, Kelurahan Samuda Kota, Kecamatan Mentaya Hilir Selatan 74363",
    "latitude": -2.8124,
    "longitude": 112.9628,
    "cover": {
        "scene": "river_boats",
        "seed": 201,
        "alt": "Ilustrasi perahu klotok melintas di depan deretan rumah tepian",
    },
    "logo_seed": 21,
    "profile": [
        (
            "<p>Harapan Bersama dibentuk oleh pengurus arisan pedagang pasar Samuda yang lelah mendengar harga ikan "
            "berbeda-beda di setiap mulut. Awalnya kami hanya menulis harga pagi di papan tripleks.</p>"
        ),
        (
            "<p>Sekarang anggota kami delapan belas orang. Ada bidan, nelayan sungai, guru madrasah, dan tukang "
            "reparasi mesin klotok. Rapat diadakan setelah isya pada malam Rabu, bergiliran dari rumah ke rumah.</p>"
        ),
        (
            "<p>Selain menulis berita, kami membantu pelaku usaha kecil mengurus izin dan memotret produknya dengan "
            "rapi.</p>"
        ),
    ],
    "officers": [
        {"name": "Fahrurazi Basran", "position": "chair", "since": date(2023, 4, 17)},
        {"name": "Siti Maimunah", "position": "secretary", "since": date(2023, 4, 17)},
        {"name": "Hj. Arbayah", "position": "treasurer", "since": date(2023, 4, 17)},
        {"name": "Misran Anwar", "position": "member", "since": date(2023, 4, 17)},
        {"name": "Lutfi Ramadhan", "position": "member", "since": date(2025, 2, 5)},
    ],
    "sellers": [
        {
            "key": "kerupuk",
            "name": "Kerupuk Haruan Hj. Arbayah",
            "owner": "Hj. Arbayah",
            "whatsapp": "+6281200000022",
            "address": "Jalan Pasar Lama RT 03, Samuda Kota",
            "nib": "0803220062022",
            "halal": "ID62110000322090622",
            "pirt": "2046202010022-28",
            "checked_on": date(2026, 7, 22),
        },
        {
            "key": "kering",
            "name": "Ikan Kering Berkah Handil",
            "owner": "Misran Anwar",
            "whatsapp": "+6281200000023",
            "address": "Tepi Sungai RT 01, Samuda Kota",
            "nib": "1510230062023",
            "halal": "",
            "pirt": "",
            "checked_on": date(2026, 7, 22),
        },
        {
            "key": "batik",
            "name": "Rumah Jahit Maimunah",
            "owner": "Siti Maimunah",
            "whatsapp": "+6281200000024",
            "address": "Gang Melati RT 06, Samuda Kota",
            "nib": "",
            "halal": "",
            "pirt": "",
            "checked_on": None,
        },
    ],
    "news": [
        {
            "title": "Harga ikan pasar Samuda kini dicatat tiga kali sehari",
            "summary": (
                "Papan harga di pintu pasar diperbarui pukul enam, sepuluh, dan tiga sore, lalu fotonya dikirim ke "
                "grup warga."
            ),
            "category": "economy",
            "adinda": "akses",
            "days_ago": 7,
            "author": "Misran Anwar",
            "source": "",
            "image": {"scene": "market", "seed": 202, "alt": "Ilustrasi penjual dan pembeli di pasar"},
            "tags": ["harga ikan", "pasar", "samuda"],
            "body": [
                (
                    "text",
                    (
                        "<p>Dulu harga patin bisa beda lima ribu rupiah hanya karena pembeli datang setengah jam lebih "
                        "siang. Sejak awal bulan, papan harga di pintu pasar ditulis tiga kali sehari oleh pencatat "
                        "yang bergantian.</p><p>Cara mencatatnya tidak rumit. Tiga pedagang ditanya, harga tengahnya "
                        "yang ditulis. Kalau stok tinggal sedikit, di sampingnya diberi tanda segitiga supaya pembeli "
                        "paham kenapa naik.</p><p>Nelayan dari handil paling merasakan gunanya. Mereka melihat foto "
                        "papan itu sebelum berangkat, lalu memilih turun pagi atau menahan ikan di "
                        "keramba.</p><p>Catatan enam minggu pertama kami simpan. Yang paling bergejolak ternyata "
                        "udang galah, bukan ikan haruan seperti dugaan banyak orang.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Dermaga penyeberangan dikeruk, jadwal feri kecil bergeser seminggu",
            "summary": "",
            "category": "announcement",
            "adinda": "diseminasi",
            "days_ago": 3,
            "author": "Fahrurazi Basran",
            "source": "Pengelola dermaga Samuda",
            "image": {"scene": "harbour", "seed": 203, "alt": "Ilustrasi kapal-kapal bersandar di dermaga"},
            "tags": ["dermaga", "feri", "jadwal"],
            "body": [
                (
                    "text",
                    (
                        "<p>Lumpur di kaki dermaga sudah terlalu tinggi. Waktu air surut, feri kecil harus menunggu "
                        "sampai satu jam di tengah sungai. Karena itu pengerukan dimulai Senin dan diperkirakan "
                        "selesai dalam tujuh hari.</p><p>Selama pekerjaan berlangsung, feri hanya jalan pagi pukul "
                        "05.30 sampai 09.00 dan sore pukul 15.00 sampai 18.00. Siang hari penyeberangan dialihkan ke "
                        "dermaga Basirih Hilir.</p><p>Anak sekolah dari seberang didahulukan pada pagi hari. Pemilik "
                        "motor diminta turun dan mendorong kendaraannya karena papan sementara cukup "
                        "sempit.</p><p>Kalau ada keadaan darurat, misalnya ibu hendak melahirkan, hubungi nomor KIM. "
                        "Tiga pemilik klotok sudah menyatakan siap dipanggil kapan saja.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Bidan desa ajak calon ibu menabung darah dan ongkos klotok",
            "summary": (
                "Di Samuda kota, amplop persalinan diisi bukan hanya uang tetapi juga nama tiga calon pendonor dan "
                "satu pemilik klotok."
            ),
            "category": "health",
            "adinda": "diskusi",
            "days_ago": 29,
            "author": "Siti Maimunah",
            "source": "",
            "image": {"scene": "health_post", "seed": 204, "alt": "Ilustrasi petugas melayani warga di pos kesehatan"},
            "tags": ["ibu hamil", "persalinan", "donor darah"],
            "body": [
                (
                    "text",
                    (
                        "<p>Di kelas ibu hamil pekan lalu, setiap peserta menerima amplop cokelat. Isinya bukan uang, "
                        "melainkan lembar kosong yang harus diisi: nama tiga orang bergolongan darah sama, nama "
                        "pemilik klotok, dan siapa yang menjaga anak di rumah.</p><p>Gagasan itu muncul setelah "
                        "seorang ibu tahun lalu harus menunggu perahu hampir dua jam pada malam hari. Ia dan bayinya "
                        "selamat, tetapi semua sepakat keberuntungan tidak bisa dijadikan rencana.</p><p>Dari "
                        "sembilan belas ibu yang hadir, dua belas sudah mengisi lengkap. Sisanya masih mencari "
                        "pendonor, terutama yang golongan darahnya AB.</p><p>Warga yang bersedia dicatat sebagai "
                        "calon pendonor bisa datang ke puskesmas pembantu pada jam kerja. Pemeriksaan golongan darah "
                        "tidak dipungut biaya.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Anak madrasah menanam bakau, yang mati dihitung dan disulam",
            "summary": "",
            "category": "environment",
            "adinda": "implementasi",
            "days_ago": 63,
            "author": "Lutfi Ramadhan",
            "source": "",
            "image": {"scene": "planting", "seed": 205, "alt": "Ilustrasi bibit muda ditanam di tanah"},
            "tags": ["bakau", "madrasah", "tepi sungai"],
            "body": [
                (
                    "text",
                    (
                        "<p>Tiga bulan lalu siswa madrasah menanam 400 bibit rambai padi dan bakau di tepian yang "
                        "mulai longsor. Rabu kemarin mereka kembali, kali ini membawa buku dan tali "
                        "rafia.</p><p>Setiap bibit diperiksa satu per satu. Yang hidup diberi tali hijau, yang mati "
                        "dicabut. Hasilnya 271 batang hidup, 129 mati. Kebanyakan yang mati berada di bagian yang kena "
                        "gelombang kapal besar.</p><p>Anak-anak tidak kecewa. Mereka malah mengusulkan memasang pagar "
                        "bambu di depan bibit supaya gelombang pecah dulu. Bambunya disumbang dua orang tua "
                        "murid.</p><p>Penyulaman dilakukan Sabtu. Kami akan ikut menghitung lagi tiga bulan "
                        "mendatang.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Pengajian ibu-ibu jadi tempat menyampaikan usul lampu jalan",
            "summary": (
                "Usulan sebelas titik lampu jalan dibahas seusai pengajian, lengkap dengan foto jalan gelap. Surat "
                "sudah sampai ke kelurahan."
            ),
            "category": "government",
            "adinda": "aspirasi",
            "days_ago": 84,
            "author": "Siti Maimunah",
            "source": "",
            "image": {
                "scene": "mosque_square",
                "seed": 206,
                "alt": "Ilustrasi masjid kampung dengan kubah dan halaman luas",
            },
            "tags": ["lampu jalan", "usulan", "musrenbang"],
            "body": [
                (
                    "text",
                    (
                        "<p>Seusai pengajian Jumat, para ibu di Gang Melati tidak langsung pulang. Mereka membuka "
                        "telepon masing-masing dan menunjukkan foto jalan yang gelap sepulang dari rumah "
                        "tetangga.</p><p>Awalnya terkumpul dua puluh tiga titik. Setelah dibahas, dipilih sebelas "
                        "yang paling sering dilewati anak mengaji dan pekerja malam. Sisanya disimpan untuk tahun "
                        "berikutnya supaya usulan tidak terkesan asal banyak.</p><p>Surat disertai foto, nama gang, "
                        "dan tiang terdekat yang bisa dipakai. Lurah menerima surat itu dan menyatakan akan membawanya "
                        "ke musyawarah kecamatan.</p><p>Sambil menunggu, tiga rumah di tikungan bersedia menyalakan "
                        "lampu teras sampai subuh.</p>"
                    ),
                ),
            ],
        },
    ],
    "products": [
        {
            "title": "Kerupuk ikan haruan mentah",
            "seller": "kerupuk",
            "category": "fishery",
            "price_kind": "fixed",
            "price_min": 35000,
            "price_max": None,
            "unit": "bungkus 500 g",
            "availability": "in_stock",
            "confirmed_days_ago": 8,
            "description": (
                "<p>Daging haruan asli dengan sedikit tapioka, dijemur dua hari. Mengembang penuh dan tidak pahit "
                "meski digoreng dengan api sedang.</p>"
            ),
            "images": [{"scene": "fish_crackers", "seed": 207, "alt": "Ilustrasi setumpuk kerupuk ikan"}],
        },
        {
            "title": "Ikan sepat kering asin tipis",
            "seller": "kering",
            "category": "fishery",
            "price_kind": "range",
            "price_min": 55000,
            "price_max": 70000,
            "unit": "kg",
            "availability": "in_stock",
            "confirmed_days_ago": 10,
            "description": (
                "<p>Sepat dari rawa sekitar handil, digarami secukupnya sehingga tidak perlu direndam lama. Harga "
                "mengikuti ukuran.</p><p>Dikirim dengan kertas berlapis dan plastik supaya tidak berbau di jalan.</p>"
            ),
            "images": [{"scene": "salted_fish", "seed": 208, "alt": "Ilustrasi ikan asin kering"}],
        },
        {
            "title": "Wajik kelapa muda",
            "seller": "kerupuk",
            "category": "food",
            "price_kind": "fixed",
            "price_min": 30000,
            "price_max": None,
            "unit": "kotak isi 10",
            "availability": "made_to_order",
            "confirmed_days_ago": 20,
            "description": (
                "<p>Ketan, gula merah kelapa, dan kelapa muda parut dimasak sampai legit. Cocok untuk hantaran dan "
                "tahan tiga hari.</p>"
            ),
            "images": [{"scene": "cake", "seed": 209, "alt": "Ilustrasi kue tradisional di atas piring"}],
        },
        {
            "title": "Jahit baju seragam dan kebaya",
            "seller": "batik",
            "category": "service",
            "price_kind": "ask",
            "price_min": None,
            "price_max": None,
            "unit": "potong",
            "availability": "made_to_order",
            "confirmed_days_ago": 35,
            "description": (
                "<p>Menerima jahitan seragam sekolah, baju pengajian, dan kebaya. Ongkos tergantung model dan kain; "
                "kirim foto contoh dulu, kami hitung tanpa biaya.</p>"
            ),
            "images": [{"scene": "batik", "seed": 210, "alt": "Ilustrasi kain batik bermotif"}],
        },
    ],
    "achievements": [
        {
            "title": "Pasar bersih pilihan kabupaten",
            "kind": "achievement",
            "level": "regency",
            "year": 2024,
            "organiser": "Dinas Perdagangan Kabupaten Kotawaringin Timur",
            "rank": "Juara harapan I",
            "potential_type": "",
            "image": {"scene": "shield_award", "seed": 211, "alt": "Ilustrasi plakat penghargaan berbentuk perisai"},
            "body": (
                "<p>Pedagang ikan sepakat menyiram lantai tiga kali sehari dan menyediakan keranjang khusus sisik. "
                "Kesepakatan itulah yang dinilai paling berbeda dari pasar lain.</p>"
            ),
        },
        {
            "title": "Peringkat pertama balai penyuluhan kelurahan",
            "kind": "achievement",
            "level": "district",
            "year": 2023,
            "organiser": "Kantor Kecamatan Mentaya Hilir Selatan",
            "rank": "Terbaik I",
            "potential_type": "",
            "image": {"scene": "certificate", "seed": 212, "alt": "Ilustrasi piagam penghargaan"},
            "body": (
                "<p>Penilaian mencakup kunjungan warga, kelengkapan buku bacaan, dan kegiatan bulanan. Kelas servis "
                "mesin klotok menjadi kegiatan yang paling ramai.</p>"
            ),
        },
        {
            "title": "Kebun kelapa dan gula merah tepi sungai",
            "kind": "potential",
            "level": "",
            "year": None,
            "organiser": "",
            "rank": "",
            "potential_type": "agriculture",
            "image": {"scene": "river_sunrise", "seed": 213, "alt": "Ilustrasi sungai tenang memantulkan cahaya pagi"},
            "body": (
                "<p>Deretan kelapa dalam tumbuh dari Basirih sampai handil-handil kecil. Selain kopra, beberapa "
                "keluarga masih menyadap nira untuk gula merah setiap subuh.</p><p>Pengunjung bisa melihat penyadapan "
                "dengan perahu, berangkat pukul lima pagi.</p>"
            ),
        },
    ],
}
