"""KIM Benang Emas Sumber Harapan: a weaving village in Sambas."""

from datetime import date

KIM = {
    "slug": "sumber-harapan",
    "name": "KIM Benang Emas Sumber Harapan",
    "region": "61.01.01.2024",
    "founded": date(2016, 12, 22),
    "kind_of_group": "kim",
    "sk": {
        "number": "Nomor 12 Tahun 2024",
        "date": date(2024, 3, 18),
        "signer": "Hamdan Zakaria",
        "office": "kepala_desa",
        "valid_until": None,
    },
    "chair": {"name": "Mastura Juhari", "email": "mastura.juhari@example.id"},
    "tagline": "Satu helai benang, satu cerita, dari tepi Sungai Sambas",
    "welcome": (
        "Di desa kami bunyi alat tenun terdengar dari pagi. Halaman ini menceritakan penenun, anak-anaknya, sawah, dan "
        "tepian sungai. Semoga sampai kepada orang Sambas di mana pun."
    ),
    "accent": "manggis",
    "whatsapp": "+6281200000151",
    "address": "Jalan Tenun RT 04, Desa Sumber Harapan, Kecamatan Sambas 79460",
    "latitude": 1.3627,
    "longitude": 109.3124,
    "cover": {
        "scene": "village_street",
        "seed": 1501,
        "alt": "Ilustrasi jalan kampung dengan rumah kayu di kiri dan kanan",
    },
    "logo_seed": 151,
    "profile": [
        (
            "<p>Kelompok ini lahir dari arisan penenun. Setiap bulan nota benang dikumpulkan, dan orang yang pandai "
            "menulis diminta menyalin harga serta mencatat siapa yang punya pesanan.</p>"
        ),
        (
            "<p>Lama-kelamaan catatan itu memuat kabar lain: jalan rusak, kelahiran, dan pelatihan. Pada 2016 kami "
            "resmi mengambil peran KIM dengan anggota sembilan belas orang.</p>"
        ),
        (
            "<p>Sebagian besar pengurusnya penenun, tetapi petani, guru, dan pengemudi perahu juga terlibat. Kami "
            "sengaja tidak membahas motif milik keluarga tertentu tanpa izin pemiliknya.</p>"
        ),
    ],
    "officers": [
        {"name": "Mastura Juhari", "position": "chair", "since": date(2024, 3, 18)},
        {"name": "Saripah Ainun", "position": "secretary", "since": date(2024, 3, 18)},
        {"name": "Rohayu Darman", "position": "treasurer", "since": date(2024, 3, 18)},
        {"name": "Yudi Kelana", "position": "member", "since": date(2024, 3, 18)},
        {"name": "Dayang Murtinah", "position": "member", "since": date(2025, 7, 7)},
    ],
    "sellers": [
        {
            "key": "songket",
            "name": "Tenun Dayang Murtinah",
            "owner": "Dayang Murtinah",
            "whatsapp": "+6281200000152",
            "address": "RT 04, Desa Sumber Harapan",
            "nib": "2502220061152",
            "halal": "",
            "pirt": "",
            "checked_on": date(2026, 9, 17),
        },
        {
            "key": "benang",
            "name": "Pusat Benang Rohayu",
            "owner": "Rohayu Darman",
            "whatsapp": "+6281200000153",
            "address": "Jalan Tenun RT 02, Desa Sumber Harapan",
            "nib": "1609230061153",
            "halal": "",
            "pirt": "",
            "checked_on": date(2026, 9, 17),
        },
        {
            "key": "dapur",
            "name": "Dapur Saripah",
            "owner": "Saripah Ainun",
            "whatsapp": "+6281200000154",
            "address": "RT 05, Desa Sumber Harapan",
            "nib": "0501250061154",
            "halal": "ID61010001540080225",
            "pirt": "2066101010154-30",
            "checked_on": date(2026, 7, 2),
        },
    ],
    "news": [
        {
            "title": "Sepuluh motif lama digambar ulang supaya cucu bisa menenun",
            "summary": (
                "Motif yang hanya ada di kain simpanan nenek digambar pada kertas berpetak. Dua penenun muda sudah "
                "menyelesaikan contoh."
            ),
            "category": "culture",
            "adinda": "implementasi",
            "days_ago": 5,
            "author": "Mastura Juhari",
            "source": "",
            "image": {"scene": "training", "seed": 1502, "alt": "Ilustrasi peserta pelatihan memperhatikan pengajar"},
            "tags": ["tenun", "motif lama", "penenun muda"],
            "body": [
                (
                    "text",
                    (
                        "<p>Kain simpanan dibuka dengan hati-hati, tidak ada yang boleh menyentuh bagian emasnya. Dua "
                        "penenun muda menghitung titik, lalu menandai kertas berpetak dengan pensil.</p><p>Sampai "
                        "kini sepuluh motif selesai digambar. Pemilik kain memberi nama, asal, dan ketentuan "
                        "pemakaian; beberapa motif hanya boleh ditenun untuk acara keluarga.</p><p>Contoh kecil "
                        "berukuran satu jengkal dibuat untuk mengecek ketepatan. Yang pertama gagal karena benang "
                        "terlalu tegang.</p>"
                    ),
                ),
                (
                    "quote",
                    {
                        "text": "Tangan saya sudah lambat, tapi mata saya masih tahu mana titik yang salah.",
                        "attribution": "Penenun tertua di RT 04",
                    },
                ),
                (
                    "text",
                    (
                        "<p>Berkasnya disimpan di dua tempat: rumah penenun tertua dan lemari sekolah. Tidak diunggah "
                        "tanpa izin.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Harga benang naik, penenun membeli bersama dalam satu karung",
            "summary": "",
            "category": "economy",
            "adinda": "implementasi",
            "days_ago": 18,
            "author": "Rohayu Darman",
            "source": "",
            "image": {"scene": "market", "seed": 1503, "alt": "Ilustrasi lapak pasar dengan aneka dagangan"},
            "tags": ["benang", "koperasi", "harga"],
            "body": [
                (
                    "text",
                    (
                        "<p>Benang emas naik hampir seperlima dalam tiga bulan. Penenun kecil yang biasa membeli "
                        "beberapa gulung paling terasa dampaknya.</p><p>Dua puluh tiga orang memutuskan membeli "
                        "sekaligus. Uang dikumpulkan sesuai kebutuhan, pembagian dilakukan di depan semua orang dengan "
                        "timbangan.</p><p>Penghematannya tidak besar, kira-kira delapan persen. Namun ongkos ke kota "
                        "hanya sekali, dan tidak ada yang kehabisan di tengah kain.</p><p>Pembelian berikutnya "
                        "dicatat lebih awal. Pesanan ditutup setiap tanggal 20.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Kelas tenun Sabtu dibuka untuk anak laki-laki juga",
            "summary": "",
            "category": "education",
            "adinda": "akses",
            "days_ago": 36,
            "author": "Dayang Murtinah",
            "source": "",
            "image": {
                "scene": "school",
                "seed": 1504,
                "alt": "Ilustrasi bangunan sekolah dengan tiang bendera di halaman",
            },
            "tags": ["kelas tenun", "anak", "keterampilan"],
            "body": [
                (
                    "text",
                    (
                        "<p>Tiga anak laki-laki mendaftar pada pertemuan pertama. Teman-temannya tertawa, lalu diam "
                        "ketika melihat salah satunya paling cepat menyambung benang.</p><p>Kelas dibatasi dua belas "
                        "orang karena alat hanya enam. Selama dua jam, setengah menenun, setengah menggulung benang "
                        "atau menggambar.</p><p>Pengajar tidak menargetkan anak menjadi penenun. Yang penting, mereka "
                        "mengerti berapa lama kain dibuat sehingga tidak menawar sembarangan.</p><p>Karya kecil akan "
                        "dipajang di balai. Orang tua silakan datang pada Sabtu terakhir.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Tepian sungai digeser setelah longsor, perahu ditambat bergiliran",
            "summary": (
                "Longsor memakan empat meter tepian. Warga memindahkan jalur perahu dan memasang pagar dari bambu."
            ),
            "category": "environment",
            "adinda": "implementasi",
            "days_ago": 58,
            "author": "Yudi Kelana",
            "source": "",
            "image": {"scene": "bridge", "seed": 1505, "alt": "Gambar sungai dengan jembatan panjang di atasnya"},
            "tags": ["longsor", "sungai", "keselamatan"],
            "body": [
                (
                    "text",
                    (
                        "<p>Tanah runtuh malam hari, membawa dua tiang tambat. Tidak ada orang terluka karena perahu "
                        "sudah ditarik lebih dulu oleh penjaga.</p><p>Paginya tanda bambu dipasang sepanjang dua "
                        "puluh meter. Anak-anak dilarang bermain di sana, dan perahu memakai tambatan hulu secara "
                        "bergiliran.</p><p>Kepala desa meminta pengukuran. Sambil menunggu, akar pohon di tepi tidak "
                        "boleh dipotong, sekalipun mengganggu pemandangan.</p><p>Nomor penjaga ditempel di tiga "
                        "warung. Bila tanah bergerak lagi, kabari sebelum memotret.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Usulan jam operasional puskesmas pembantu ditanggapi",
            "summary": "",
            "category": "health",
            "adinda": "aspirasi",
            "days_ago": 93,
            "author": "Saripah Ainun",
            "source": "Puskesmas Sambas",
            "image": {"scene": "health_post", "seed": 1506, "alt": "Ilustrasi pelayanan kesehatan di posyandu"},
            "tags": ["puskesmas", "jam layanan", "aspirasi"],
            "body": [
                (
                    "text",
                    (
                        "<p>Puskesmas pembantu tutup pukul dua siang, padahal penenun baru berhenti bekerja setelah "
                        "zuhur. Banyak yang menunda berobat sampai parah.</p><p>Kami mewawancarai 47 orang. Sebagian "
                        "besar meminta satu sore dalam seminggu, bukan setiap hari, supaya petugas tidak terlalu "
                        "lelah.</p><p>Puskesmas menjawab akan mencoba Rabu sore selama dua bulan. Petugas membutuhkan "
                        "pencatat, dan dua anggota kami bersedia.</p><p>Jumlah kunjungan akan dihitung. Kalau sepi, "
                        "warga sendiri yang harus menjelaskan kenapa.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Bertemu KIM Sedau: keramik dan tenun bertukar cara bercerita",
            "summary": "",
            "category": "economy",
            "adinda": "networking",
            "days_ago": 162,
            "author": "Mastura Juhari",
            "source": "",
            "image": {"scene": "meeting", "seed": 1507, "alt": "Gambar warga bermusyawarah sambil duduk"},
            "tags": ["kunjungan", "sedau", "kerajinan"],
            "body": [
                (
                    "text",
                    (
                        "<p>Dua belas orang dari Sedau singgah dengan pot kecil sebagai oleh-oleh. Kami menyerahkan "
                        "sisa benang dalam simpul cantik.</p><p>Perajin keramik bercerita tentang barang retak. "
                        "Penenun bercerita tentang kain yang harus dibongkar separuh karena satu hitungan "
                        "keliru.</p><p>Dari situ muncul gagasan menulis kartu proses: berapa lama, siapa membuat, apa "
                        "risikonya. Kartu disertakan dalam setiap kain dan pot.</p><p>Dua bulan kemudian pembeli "
                        "pertama mengirim foto kartunya dari jauh. Kami menempelkannya di dinding.</p>"
                    ),
                ),
            ],
        },
    ],
    "products": [
        {
            "title": "Songket benang emas sarung",
            "seller": "songket",
            "category": "textile",
            "price_kind": "range",
            "price_min": 850000,
            "price_max": 2500000,
            "unit": "lembar",
            "availability": "made_to_order",
            "confirmed_days_ago": 12,
            "description": (
                "<p>Ditenun dengan alat gedogan oleh penenun yang namanya tercantum di kartu. Waktu pengerjaan satu "
                "sampai tiga bulan, tergantung motif.</p><p>Uang muka separuh, sisanya setelah foto kain jadi "
                "dikirim.</p>"
            ),
            "images": [{"scene": "woven_cloth", "seed": 1508, "alt": "Ilustrasi kain tenun bermotif"}],
        },
        {
            "title": "Syal tenun polos bersetrip",
            "seller": "songket",
            "category": "textile",
            "price_kind": "range",
            "price_min": 140000,
            "price_max": 260000,
            "unit": "lembar",
            "availability": "in_stock",
            "confirmed_days_ago": 12,
            "description": (
                "<p>Ringan, bisa dipakai sehari-hari. Setrip pinggir dibuat sesuai stok benang sehingga tiap lembar "
                "sedikit berbeda.</p>"
            ),
            "images": [{"scene": "woven_cloth", "seed": 1509, "alt": "Gambar lembaran kain tenun berwarna"}],
        },
        {
            "title": "Benang katun dan benang emas eceran",
            "seller": "benang",
            "category": "textile",
            "price_kind": "range",
            "price_min": 15000,
            "price_max": 90000,
            "unit": "gulung",
            "availability": "in_stock",
            "confirmed_days_ago": 15,
            "description": (
                "<p>Dijual eceran agar penenun pemula tidak perlu membeli satu karung. Warna dapat dilihat dari "
                "contoh.</p>"
            ),
            "images": [{"scene": "woven_cloth", "seed": 1510, "alt": "Ilustrasi lipatan kain tenun"}],
        },
        {
            "title": "Kue bepang dan lepat pisang",
            "seller": "dapur",
            "category": "food",
            "price_kind": "range",
            "price_min": 3000,
            "price_max": 25000,
            "unit": "potong atau kotak",
            "availability": "made_to_order",
            "confirmed_days_ago": 9,
            "description": (
                "<p>Kue legit dari gula merah dan kacang, lepat dari pisang matang. Cocok untuk oleh-oleh dari "
                "Sambas.</p>"
            ),
            "images": [{"scene": "cake", "seed": 1511, "alt": "Gambar kue kampung tersaji"}],
        },
    ],
    "achievements": [
        {
            "title": "Penenun muda terbaik",
            "kind": "achievement",
            "level": "national",
            "year": 2025,
            "organiser": "Panitia pameran kriya nasional",
            "rank": "Finalis",
            "potential_type": "",
            "image": {"scene": "certificate", "seed": 1512, "alt": "Gambar sertifikat berbingkai"},
            "body": (
                "<p>Kain kecil bermotif pucuk rebung karya penenun berusia 19 tahun menjadi satu dari dua belas "
                "finalis. Ia menyiapkannya selama lima bulan.</p>"
            ),
        },
        {
            "title": "Desa sadar budaya",
            "kind": "achievement",
            "level": "regency",
            "year": 2023,
            "organiser": "Dinas Pendidikan dan Kebudayaan Kabupaten Sambas",
            "rank": "Juara I",
            "potential_type": "",
            "image": {"scene": "shield_award", "seed": 1513, "alt": "Gambar tameng penghargaan"},
            "body": (
                "<p>Aturan izin motif dan kelas Sabtu dianggap menjaga warisan tanpa menutup pintu bagi yang ingin "
                "belajar.</p>"
            ),
        },
        {
            "title": "Penenun dan anak muda yang siap mengajar",
            "kind": "potential",
            "level": "",
            "year": None,
            "organiser": "",
            "rank": "",
            "potential_type": "human",
            "image": {"scene": "training", "seed": 1514, "alt": "Gambar sekelompok orang belajar bersama"},
            "body": (
                "<p>Sekitar empat puluh penenun masih aktif, dan sebelas anak muda sudah bisa menyelesaikan kain "
                "kecil. Mereka membuka rumah setiap Sabtu dengan pemberitahuan.</p>"
            ),
        },
    ],
}
