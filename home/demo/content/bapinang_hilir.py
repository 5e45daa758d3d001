"""KIM Tani Mandiri Bapinang Hilir: a farmers' group on an island of coconut and tidal rice."""

from datetime import date

KIM = {
    "slug": "bapinang-hilir",
    "name": "KIM Tani Mandiri Bapinang Hilir",
    "region": "62.02.09.2002",
    "founded": date(2015, 9, 24),
    "kind_of_group": "farmers",
    "sk": {
        "number": "Nomor 09 Tahun 2024",
        "date": date(2024, 5, 6),
        "signer": "Hasbullah Karim",
        "office": "kepala_desa",
        "valid_until": date(2029, 5, 5),
    },
    "chair": {"name": "Mat Sidik Rohman", "email": "mat.sidik.rohman@example.id"},
    "tagline": "Sawah pasang surut, kelapa, dan obrolan di pematang",
    "welcome": (
        "Kami gabungan kelompok tani yang mengurus sawah pasang surut dan kebun kelapa di Pulau Hanaut. Di halaman ini "
        "kami membagi kalender tanam, harga, dan pengalaman yang gagal maupun berhasil. Kalau tanaman Anda bermasalah, "
        "tulis saja."
    ),
    "accent": "hutan",
    "whatsapp": "+6281200000071",
    "address": "Handil Tengah RT 06, Desa Bapinang Hilir, Kecamatan Pulau Hanaut 74362",
    "latitude": -2.8617,
    "longitude": 112.9981,
    "cover": {"scene": "rice_field", "seed": 701, "alt": "Gambar hamparan sawah dan pepohonan di kejauhan"},
    "logo_seed": 71,
    "profile": [
        (
            "<p>Gabungan kelompok tani ini sudah ada jauh sebelum memegang peran KIM. Mula-mula kami hanya mengatur "
            "pintu air bersama, karena satu petak yang terlambat membuka pintu bisa membuat sawah tetangga asam.</p>"
        ),
        (
            "<p>Ketika diminta menjadi KIM, kami setuju dengan satu syarat: petani yang menulis, bukan orang lain. "
            "Enam belas anggota sekarang belajar menulis pendek di telepon masing-masing.</p>"
        ),
        "<p>Buku kalender tanam kami diperbarui setiap musim dari catatan sepuluh handil.</p>",
    ],
    "officers": [
        {"name": "Mat Sidik Rohman", "position": "chair", "since": date(2024, 5, 6)},
        {"name": "Halimah Syarif", "position": "secretary", "since": date(2024, 5, 6)},
        {"name": "Sulastri", "position": "treasurer", "since": date(2024, 5, 6)},
        {"name": "Zainuddin Marzuki", "position": "member", "since": date(2024, 5, 6)},
        {"name": "Nurjanah Asri", "position": "member", "since": date(2025, 5, 6)},
    ],
    "sellers": [
        {
            "key": "gula",
            "name": "Gula Kelapa Handil Tengah",
            "owner": "Sulastri",
            "whatsapp": "+6281200000072",
            "address": "Handil Tengah RT 06, Desa Bapinang Hilir",
            "nib": "1708230062072",
            "halal": "ID62110000372080923",
            "pirt": "2146202010072-28",
            "checked_on": date(2026, 10, 2),
        },
        {
            "key": "beras",
            "name": "Gapoktan Tani Mandiri",
            "owner": "Mat Sidik Rohman",
            "whatsapp": "+6281200000073",
            "address": "Gudang Gapoktan RT 05, Desa Bapinang Hilir",
            "nib": "0904220062073",
            "halal": "",
            "pirt": "",
            "checked_on": date(2026, 10, 2),
        },
        {
            "key": "kerajinan",
            "name": "Kerajinan Kelapa Halimah",
            "owner": "Halimah Syarif",
            "whatsapp": "+6281200000074",
            "address": "RT 03, Desa Bapinang Hilir",
            "nib": "",
            "halal": "",
            "pirt": "",
            "checked_on": None,
        },
    ],
    "news": [
        {
            "title": "Pintu air dibuka serempak pukul empat, keasaman turun separuh",
            "summary": (
                "Sepuluh handil mencoba membuka pintu air bersama. Kertas lakmus yang tadinya merah tua kini jingga "
                "muda."
            ),
            "category": "economy",
            "adinda": "implementasi",
            "days_ago": 10,
            "author": "Zainuddin Marzuki",
            "source": "",
            "image": {
                "scene": "rice_field",
                "seed": 702,
                "alt": "Ilustrasi lahan pertanian terbuka di bawah langit cerah",
            },
            "tags": ["sawah", "pintu air", "pasang surut"],
            "body": [
                (
                    "text",
                    (
                        "<p>Aturannya baru, tetapi alatnya hanya peluit. Pukul empat sore, begitu peluit di Handil "
                        "Tengah berbunyi, penjaga di sepuluh handil lain ikut membuka pintu air "
                        "bersamaan.</p><p>Sebelumnya setiap orang membuka sesuka hati. Air asam dari satu petak "
                        "mengalir ke petak lain, dan ujung-ujungnya pucuk padi menguning.</p><p>Setelah tiga minggu, "
                        "kertas lakmus yang dicelup di enam titik berubah dari merah tua ke jingga muda. Tidak bisa "
                        "langsung disebut bagus, tetapi sudah lebih baik daripada tahun lalu.</p><p>Kalau ada yang "
                        "terlambat membuka, dendanya bukan uang. Ia harus ikut membersihkan saluran induk satu "
                        "kali.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Gula kelapa naik harga, tapi jangan dicampur pengeras",
            "summary": "",
            "category": "economy",
            "adinda": "akses",
            "days_ago": 21,
            "author": "Sulastri",
            "source": "",
            "image": {"scene": "harvest", "seed": 703, "alt": "Gambar orang-orang mengumpulkan hasil panen"},
            "tags": ["gula kelapa", "harga", "mutu"],
            "body": [
                (
                    "text",
                    (
                        "<p>Kabar baiknya, harga gula kelapa di pengepul naik dua ribu rupiah per kilo. Kabar lainnya, "
                        "beberapa pembeli menolak gula yang terlalu keras karena diduga dicampur gula pasir dan "
                        "tepung.</p><p>Kami mengingatkan agar campuran seperti itu dihentikan. Ciri gula asli mudah "
                        "dikenali: bila ditekan masih sedikit empuk, baunya harum, dan larut tanpa meninggalkan "
                        "endapan.</p><p>Gula yang dimasak sampai benar-benar matang tidak perlu pengeras. Yang "
                        "penting adalah api stabil dan kayu kering, bukan bahan tambahan.</p><p>Sulastri bersedia "
                        "mengajar tetangga yang gulanya sering lembek. Datang pagi, karena ia mulai memasak pukul "
                        "delapan.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Tikus sawah berkurang setelah burung hantu diberi rumah",
            "summary": "",
            "category": "environment",
            "adinda": "implementasi",
            "days_ago": 46,
            "author": "Mat Sidik Rohman",
            "source": "",
            "image": {"scene": "hornbill", "seed": 704, "alt": "Ilustrasi burung enggang di hutan"},
            "tags": ["burung hantu", "tikus", "sawah"],
            "body": [
                (
                    "text",
                    (
                        "<p>Enam kotak kayu dipasang di tiang setinggi empat meter di tengah sawah. Dua pekan "
                        "kemudian, dua kotak sudah ditempati sepasang burung hantu.</p><p>Sebelum kotak dipasang, "
                        "hampir seperlima rumpun padi rusak digigit tikus. Setelah satu musim, yang rusak tinggal "
                        "sekitar sepersepuluh.</p><p>Burung hantu tidak bisa bekerja sendiri. Pematang harus bersih "
                        "dari semak, dan racun tikus tidak boleh dipakai karena ikut meracuni burungnya.</p><p>Biaya "
                        "satu kotak sekitar seratus dua puluh ribu, bila kayunya dari sisa bongkaran. Polanya bisa "
                        "diminta ke sekretariat.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Curah pendapat: sulitnya mencari buruh panen saat musim karet",
            "summary": (
                "Petani, ketua RT, dan pemuda membahas jadwal panen bergilir supaya tidak berebut tenaga dalam satu "
                "minggu."
            ),
            "category": "economy",
            "adinda": "diskusi",
            "days_ago": 72,
            "author": "Halimah Syarif",
            "source": "",
            "image": {"scene": "meeting", "seed": 705, "alt": "Gambar warga bermusyawarah sambil duduk"},
            "tags": ["panen", "tenaga kerja", "musyawarah"],
            "body": [
                (
                    "text",
                    (
                        "<p>Padi menguning serentak, sementara pemuda dipanggil menyadap karet di seberang. Begitulah "
                        "yang terjadi dua musim berturut-turut.</p><p>Malam Jumat kami berkumpul di saung. Ada yang "
                        "minta upah dinaikkan, ada yang minta mesin panen, ada yang cuma ingin jadwal diumumkan lebih "
                        "dulu.</p><p>Hasilnya jadwal bergilir per handil selama tiga minggu. Tiap kelompok memilih "
                        "tanggal dan jumlah tenaga yang diperlukan, lalu ditulis di papan depan gudang.</p><p>Upah "
                        "disepakati sama untuk semua handil. Sewa mesin panen akan dihitung bersama setelah musim "
                        "ini.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Buku kalender tanam generasi kedua sudah dicetak",
            "summary": "",
            "category": "education",
            "adinda": "diseminasi",
            "days_ago": 118,
            "author": "Nurjanah Asri",
            "source": "",
            "image": {"scene": "planting", "seed": 706, "alt": "Gambar penanaman bibit bersama di lahan terbuka"},
            "tags": ["kalender tanam", "buku", "petani"],
            "body": [
                (
                    "text",
                    (
                        "<p>Buku tipis bersampul hijau itu berisi dua belas halaman, satu halaman satu bulan, dengan "
                        "tinggi pasang, waktu semai, dan tanda kapan tikus biasanya muncul.</p><p>Datanya dikumpulkan "
                        "dari sepuluh handil selama tiga tahun. Ada petani yang datanya cuma coretan di balik bungkus "
                        "rokok, tetap kami masukkan karena angkanya cocok.</p><p>Cetakan pertama dua ratus buku. "
                        "Separuh sudah terbagi, sisanya ada di gudang gapoktan.</p><p>Kami sengaja menyisakan garis "
                        "kosong di setiap halaman. Silakan diisi sendiri, lalu pinjamkan kepada kami untuk cetakan "
                        "berikutnya.</p>"
                    ),
                ),
            ],
        },
    ],
    "products": [
        {
            "title": "Gula kelapa batok 1 kg",
            "seller": "gula",
            "category": "food",
            "price_kind": "fixed",
            "price_min": 28000,
            "price_max": None,
            "unit": "kg",
            "availability": "in_stock",
            "confirmed_days_ago": 8,
            "description": (
                "<p>Gula merah kelapa dicetak di batok, dimasak dengan api kayu bakar. Manisnya lembut dan tidak "
                "pahit.</p>"
            ),
            "images": [{"scene": "coconut_sugar", "seed": 707, "alt": "Gambar gula merah dari kelapa"}],
        },
        {
            "title": "Beras lokal pasang surut",
            "seller": "beras",
            "category": "farm",
            "price_kind": "range",
            "price_min": 13500,
            "price_max": 15500,
            "unit": "kg",
            "availability": "seasonal",
            "confirmed_days_ago": 19,
            "description": (
                "<p>Padi lokal umur panjang, rasanya pera, dan tahan disimpan. Digiling sesuai permintaan agar tetap "
                "baru.</p><p>Minimal pembelian sepuluh kilo.</p>"
            ),
            "images": [
                {"scene": "rice_field", "seed": 708, "alt": "Ilustrasi petak sawah hijau dengan parit di antaranya"},
            ],
        },
        {
            "title": "Mangkuk dan gayung tempurung kelapa",
            "seller": "kerajinan",
            "category": "craft",
            "price_kind": "range",
            "price_min": 15000,
            "price_max": 45000,
            "unit": "buah",
            "availability": "in_stock",
            "confirmed_days_ago": 24,
            "description": (
                "<p>Tempurung tua dipilih yang tebal, diampelas tiga kali, lalu diminyaki. Tangkainya kayu rambutan "
                "dari kebun sendiri.</p>"
            ),
            "images": [{"scene": "wooden_craft", "seed": 709, "alt": "Gambar benda ukiran dari kayu"}],
        },
        {
            "title": "Gula semut dalam toples",
            "seller": "gula",
            "category": "food",
            "price_kind": "fixed",
            "price_min": 30000,
            "price_max": None,
            "unit": "toples 300 g",
            "availability": "in_stock",
            "confirmed_days_ago": 8,
            "description": (
                "<p>Gula kelapa yang disangrai sampai berbutir halus, mudah larut dalam kopi atau adonan kue.</p>"
            ),
            "images": [{"scene": "coconut_sugar", "seed": 710, "alt": "Ilustrasi gula kelapa cokelat"}],
        },
    ],
    "achievements": [
        {
            "title": "Petani teladan pengelola air",
            "kind": "achievement",
            "level": "regency",
            "year": 2023,
            "organiser": "Dinas Pertanian Kabupaten Kotawaringin Timur",
            "rank": "Juara II",
            "potential_type": "",
            "image": {"scene": "certificate", "seed": 711, "alt": "Gambar sertifikat berbingkai"},
            "body": (
                "<p>Parit induk sepanjang tiga kilometer dibersihkan bergiliran setiap bulan, dan buku gilirannya "
                "tidak pernah bolong selama dua musim.</p>"
            ),
        },
        {
            "title": "Kebun kelapa dan handil bertingkat",
            "kind": "potential",
            "level": "",
            "year": None,
            "organiser": "",
            "rank": "",
            "potential_type": "agriculture",
            "image": {"scene": "rice_field", "seed": 712, "alt": "Gambar hamparan sawah dan pepohonan di kejauhan"},
            "body": (
                "<p>Handil-handil di sini membagi kebun kelapa di tepi dan sawah di tengah. Polanya sudah dipakai tiga "
                "generasi dan mudah dipelajari pengunjung dengan menumpang perahu.</p>"
            ),
        },
        {
            "title": "Pemanfaatan sabut menjadi alat rumah tangga",
            "kind": "potential",
            "level": "",
            "year": None,
            "organiser": "",
            "rank": "",
            "potential_type": "human",
            "image": {"scene": "training", "seed": 713, "alt": "Gambar sekelompok orang belajar bersama"},
            "body": (
                "<p>Sekitar dua belas perempuan sudah bisa menyisir dan memintal sabut. Mereka membuka latihan setiap "
                "Rabu bagi warga desa lain yang ingin mencoba.</p>"
            ),
        },
    ],
}
