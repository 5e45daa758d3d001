"""KIM Nansarunai Tamiang Layang: a Maanyan town in Barito Timur."""

from datetime import date

KIM = {
    "slug": "tamiang-layang",
    "name": "KIM Nansarunai Tamiang Layang",
    "region": "62.13.01.1012",
    "founded": date(2013, 8, 5),
    "kind_of_group": "kim",
    "sk": {
        "number": "188.45/11/KEL-TL/2024",
        "date": date(2024, 1, 22),
        "signer": "Elpina Tiwong",
        "office": "lurah",
        "valid_until": date(2027, 1, 21),
    },
    "chair": {"name": "Theodorus Mawar", "email": "theodorus.mawar@example.id"},
    "tagline": "Kabar kampung Maanyan, ditulis sambil duduk bersama",
    "welcome": (
        "Tabe dari Tamiang Layang. Kami menuliskan yang dibicarakan di pasar, di balai adat, dan di serambi gereja "
        "atau masjid. Semoga orang rantau pun merasa pulang sebentar lewat halaman ini."
    ),
    "accent": "anggrek",
    "whatsapp": "+6281200000111",
    "address": "Jalan Nansarunai RT 05, Kelurahan Tamiang Layang, Kecamatan Dusun Timur 73617",
    "latitude": -2.1172,
    "longitude": 115.1689,
    "cover": {"scene": "mountain_mist", "seed": 1101, "alt": "Gambar punggung bukit bertingkat di balik kabut"},
    "logo_seed": 111,
    "profile": [
        (
            "<p>KIM Nansarunai berdiri pada 2013, berawal dari siaran pengeras suara di pasar yang dibacakan "
            "bergantian. Setelah pengeras suaranya rusak, kabar dipindahkan ke lembar fotokopi, lalu ke halaman "
            "ini.</p>"
        ),
        (
            "<p>Dua puluh anggota kami menulis dalam bahasa Indonesia, dan sesekali menyelipkan bahasa Maanyan bila "
            "artinya lebih kena. Setiap istilah selalu kami jelaskan.</p>"
        ),
        (
            "<p>Kami bekerja dengan dua jadwal tetap: Senin malam membahas bahan, Jumat malam memeriksa tulisan. "
            "Tulisan yang menyangkut adat dibacakan dulu di hadapan para tetua.</p>"
        ),
    ],
    "officers": [
        {"name": "Theodorus Mawar", "position": "chair", "since": date(2024, 1, 22)},
        {"name": "Lesiana Depung", "position": "secretary", "since": date(2024, 1, 22)},
        {"name": "Yurni Idai", "position": "treasurer", "since": date(2024, 1, 22)},
        {"name": "Andri Pasaribu Layang", "position": "member", "since": date(2024, 1, 22)},
        {"name": "Misnawati Dehen", "position": "member", "since": date(2025, 4, 14)},
    ],
    "sellers": [
        {
            "key": "tenun",
            "name": "Rumah Manik Idai",
            "owner": "Yurni Idai",
            "whatsapp": "+6281200000112",
            "address": "Jalan Nansarunai RT 07, Tamiang Layang",
            "nib": "1810220062112",
            "halal": "",
            "pirt": "",
            "checked_on": date(2026, 7, 7),
        },
        {
            "key": "dapur",
            "name": "Dapur Lesiana",
            "owner": "Lesiana Depung",
            "whatsapp": "+6281200000113",
            "address": "Pasar Temanggung RT 03, Tamiang Layang",
            "nib": "0702240062113",
            "halal": "ID62130001130240224",
            "pirt": "2066213010113-29",
            "checked_on": date(2026, 9, 21),
        },
        {
            "key": "lebah",
            "name": "Madu Hutan Dehen",
            "owner": "Misnawati Dehen",
            "whatsapp": "+6281200000114",
            "address": "RT 12, Tamiang Layang",
            "nib": "",
            "halal": "",
            "pirt": "",
            "checked_on": date(2026, 2, 18),
        },
    ],
    "news": [
        {
            "title": "Pasar subuh pindah ke sisi timur selama parit diperbaiki",
            "summary": "",
            "category": "announcement",
            "adinda": "diseminasi",
            "days_ago": 3,
            "author": "Lesiana Depung",
            "source": "Pengelola pasar Tamiang Layang",
            "image": {"scene": "market", "seed": 1102, "alt": "Ilustrasi penjual dan pembeli di pasar"},
            "tags": ["pasar", "parit", "jadwal"],
            "body": [
                (
                    "text",
                    (
                        "<p>Mulai Senin, pedagang sayur dan ikan berjualan di sisi timur pasar, di depan deretan toko "
                        "kain. Parit di sisi barat dibongkar karena airnya sudah lama tidak mengalir.</p><p>Jamnya "
                        "tetap, pukul empat sampai delapan pagi. Motor diparkir di halaman balai, bukan di bahu jalan, "
                        "sebab lajur itu dipakai mobil pengangkut barang.</p><p>Pedagang mendapat nomor lapak sesuai "
                        "undian Kamis lalu. Lima belas pedagang dari desa sekitar yang hanya datang pada hari pasar "
                        "diberi tempat di ujung, dekat keran air.</p><p>Perbaikan direncanakan tiga minggu. Bila "
                        "molor, kami akan menuliskan alasannya di sini.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Anak muda Maanyan merekam lagu tumet leut dari delapan tetua",
            "summary": (
                "Selama empat bulan, lima pelajar merekam nyanyian tutur. Rekaman disimpan di sekolah, dan hanya "
                "dibuka dengan izin penutur."
            ),
            "category": "culture",
            "adinda": "akses",
            "days_ago": 22,
            "author": "Theodorus Mawar",
            "source": "",
            "image": {"scene": "festival", "seed": 1103, "alt": "Gambar suasana festival kampung yang berwarna-warni"},
            "tags": ["maanyan", "tutur", "pelajar"],
            "body": [
                (
                    "text",
                    (
                        "<p>Nenek yang paling tua meminta lampu dimatikan dulu. Katanya, tumet leut tidak dinyanyikan "
                        "di bawah cahaya terang, sebab orang akan melihat bibir dan lupa mendengar "
                        "kata-katanya.</p><p>Lima pelajar SMA mendatangi delapan tetua dengan dua telepon dan satu "
                        "buku. Satu kali duduk bisa tiga jam, kebanyakan untuk minum teh dan menunggu penutur ingin "
                        "mulai.</p><p>Yang paling sulit bukan merekam, melainkan menuliskan. Beberapa kata hanya "
                        "dipahami satu orang. Untuk itu setiap larik dibacakan lagi kepada penuturnya.</p>"
                    ),
                ),
                (
                    "quote",
                    {
                        "text": "Kalau kamu cuma merekam, yang ingat nanti teleponmu, bukan kamu.",
                        "attribution": "Salah satu penutur, sambil tertawa",
                    },
                ),
                (
                    "text",
                    (
                        "<p>Rekaman disimpan di perpustakaan sekolah. Empat penutur mengizinkan siapa pun mendengar, "
                        "empat lainnya meminta cukup keluarga dan murid.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Rembuk batas kebun: dua keluarga setuju menanam pohon sebagai tanda",
            "summary": "",
            "category": "government",
            "adinda": "diskusi",
            "days_ago": 41,
            "author": "Andri Pasaribu Layang",
            "source": "",
            "image": {"scene": "meeting", "seed": 1104, "alt": "Gambar warga bermusyawarah sambil duduk"},
            "tags": ["batas kebun", "mediasi", "adat"],
            "body": [
                (
                    "text",
                    (
                        "<p>Patok kayu lapuk, ingatan berbeda, dan harga tanah naik. Tiga hal itu cukup membuat dua "
                        "keluarga tidak bertegur sapa selama setahun.</p><p>Ketua RT, mantir adat, dan KIM "
                        "mempertemukan mereka di balai. Tidak ada yang ditanya siapa benar; pertanyaannya, tanda apa "
                        "yang masih diingat bersama?</p><p>Ternyata keduanya ingat sebatang langsat di sudut utara. "
                        "Dari pohon itu ditarik garis, diukur dengan tali, dan disaksikan tetangga di keempat "
                        "sisi.</p><p>Sepanjang garis ditanam pinang merah, separuh bibit dari keluarga yang satu, "
                        "separuh dari yang lain. Berita acara disimpan di kelurahan.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Belajar menyimpan nota: bendahara kelompok tani tak lagi pusing",
            "summary": "",
            "category": "economy",
            "adinda": "akses",
            "days_ago": 67,
            "author": "Yurni Idai",
            "source": "",
            "image": {"scene": "training", "seed": 1105, "alt": "Ilustrasi suasana kelas pelatihan warga"},
            "tags": ["pembukuan", "kelompok tani", "pelatihan"],
            "body": [
                (
                    "text",
                    (
                        "<p>Kotak biskuit itu penuh nota karet sejak dua tahun lalu. Pemiliknya tersenyum malu ketika "
                        "isinya dituang ke atas tikar.</p><p>Pelatihan sengaja dimulai dari kotak seperti itu. "
                        "Sembilan bendahara kelompok tani memilah nota menurut bulan, lalu menuliskannya di buku tiga "
                        "kolom: masuk, keluar, sisa.</p><p>Setelah selesai, dua kelompok menemukan iuran yang lupa "
                        "ditagih. Satu kelompok sadar ongkos angkutnya lebih besar daripada pupuk.</p><p>Pertemuan "
                        "berikutnya membahas cara melaporkan kas di depan anggota dalam lima menit. Buku tulis "
                        "disediakan, kotak biskuit boleh dibawa lagi.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Lampu puskesmas padam saat hujan, warga usulkan panel surya",
            "summary": (
                "Delapan kali padam dalam sebulan membuat pendingin vaksin dijaga bergiliran. Usulan panel surya sudah "
                "ditulis lengkap."
            ),
            "category": "health",
            "adinda": "aspirasi",
            "days_ago": 104,
            "author": "Misnawati Dehen",
            "source": "",
            "image": {"scene": "health_post", "seed": 1106, "alt": "Ilustrasi petugas melayani warga di pos kesehatan"},
            "tags": ["puskesmas", "listrik", "vaksin"],
            "body": [
                (
                    "text",
                    (
                        "<p>Setiap kali guntur terdengar, petugas memandang kulkas vaksin. Dalam satu bulan listrik "
                        "padam delapan kali, paling lama hampir lima jam.</p><p>Genset ada, tetapi suaranya keras dan "
                        "solarnya tidak selalu tersedia. Dua kali petugas memindahkan vaksin ke kotak es, ditemani "
                        "warga yang membawakan es batu dari rumah.</p><p>Kami membantu menghitung daya yang "
                        "diperlukan hanya untuk kulkas dan tiga lampu. Angkanya tidak besar dan dapat dipenuhi panel "
                        "kecil di atap belakang.</p><p>Usulan itu kami kirim bersama catatan jam padam. Dinas terkait "
                        "meminta waktu memeriksa atapnya dulu.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Kebun karet tua disisipi kopi, panen pertama 86 kilogram",
            "summary": "",
            "category": "economy",
            "adinda": "implementasi",
            "days_ago": 152,
            "author": "Andri Pasaribu Layang",
            "source": "",
            "image": {"scene": "harvest", "seed": 1107, "alt": "Gambar orang-orang mengumpulkan hasil panen"},
            "tags": ["karet", "kopi", "kebun campur"],
            "body": [
                (
                    "text",
                    (
                        "<p>Empat tahun lalu orang menertawakan tiga petani yang menanam kopi di sela karet. Tahun ini "
                        "mereka memetik 86 kilogram buah merah, dan yang dulu tertawa datang meminta "
                        "bibit.</p><p>Karetnya tidak ditebang. Jarak tanam yang lebar memberi cukup cahaya, sedangkan "
                        "daun karet yang gugur menutup tanah sampai rumput malas tumbuh.</p><p>Kesalahan pertama "
                        "mereka adalah memupuk terlalu dekat batang; sebelas pohon mati. Kesalahan itu ditulis "
                        "besar-besar di papan kebun supaya tidak diulang.</p><p>Hasil pertama dijemur di atas "
                        "para-para dan disangrai bersama. Sebagian dijual, sebagian disuguhkan dalam rapat KIM.</p>"
                    ),
                ),
            ],
        },
    ],
    "products": [
        {
            "title": "Kalung manik motif Maanyan",
            "seller": "tenun",
            "category": "craft",
            "price_kind": "range",
            "price_min": 75000,
            "price_max": 250000,
            "unit": "buah",
            "availability": "made_to_order",
            "confirmed_days_ago": 14,
            "description": (
                "<p>Dirangkai satu per satu oleh ibu-ibu RT 07. Warna merah, kuning, dan hitam mengikuti contoh kalung "
                "lama milik keluarga.</p><p>Pesanan rombongan memerlukan dua minggu.</p>"
            ),
            "images": [{"scene": "beads", "seed": 1108, "alt": "Gambar kerajinan manik bermotif"}],
        },
        {
            "title": "Kain selendang tenun pinggir manik",
            "seller": "tenun",
            "category": "textile",
            "price_kind": "fixed",
            "price_min": 210000,
            "price_max": None,
            "unit": "lembar",
            "availability": "made_to_order",
            "confirmed_days_ago": 26,
            "description": (
                "<p>Selendang katun polos yang tepinya ditenun dan diberi manik kecil. Cocok untuk menyambut tamu atau "
                "tampil menari.</p>"
            ),
            "images": [
                {"scene": "woven_cloth", "seed": 1109, "alt": "Ilustrasi lipatan kain tenun"},
                {"scene": "beads", "seed": 1110, "alt": "Ilustrasi untaian manik-manik berwarna"},
            ],
        },
        {
            "title": "Sambal rimbang kering",
            "seller": "dapur",
            "category": "food",
            "price_kind": "fixed",
            "price_min": 27000,
            "price_max": None,
            "unit": "botol 150 ml",
            "availability": "in_stock",
            "confirmed_days_ago": 9,
            "description": (
                "<p>Rimbang muda, cabai, dan ikan asap halus disangrai sampai kering. Sedikit pahit di ujung, enak "
                "dengan nasi panas.</p>"
            ),
            "images": [{"scene": "chili_sauce", "seed": 1111, "alt": "Ilustrasi sambal dan cabai"}],
        },
        {
            "title": "Madu hutan saring",
            "seller": "lebah",
            "category": "food",
            "price_kind": "range",
            "price_min": 95000,
            "price_max": 130000,
            "unit": "botol 500 ml",
            "availability": "out_of_stock",
            "confirmed_days_ago": 88,
            "description": (
                "<p>Madu dari pohon tinggi di pinggir hutan, dipanjat bergiliran setahun sekali. Musim ini sudah "
                "habis, panen berikutnya belum pasti.</p>"
            ),
            "images": [{"scene": "honey", "seed": 1112, "alt": "Gambar madu keemasan dalam wadah kaca"}],
        },
    ],
    "achievements": [
        {
            "title": "Kelompok pelestari tutur lisan",
            "kind": "achievement",
            "level": "province",
            "year": 2025,
            "organiser": "Dinas Kebudayaan dan Pariwisata Provinsi Kalimantan Tengah",
            "rank": "Penghargaan utama",
            "potential_type": "",
            "image": {"scene": "certificate", "seed": 1113, "alt": "Gambar sertifikat berbingkai"},
            "body": (
                "<p>Yang dinilai adalah cara kami meminta izin kepada penutur sebelum merekam dan membacakan ulang "
                "tulisan di depan mereka.</p>"
            ),
        },
        {
            "title": "KIM terbaik Kabupaten Barito Timur",
            "kind": "achievement",
            "level": "regency",
            "year": 2024,
            "organiser": "Diskominfo Kabupaten Barito Timur",
            "rank": "Juara I",
            "potential_type": "",
            "image": {"scene": "trophy", "seed": 1114, "alt": "Gambar piala penghargaan"},
            "body": (
                "<p>Lembar fotokopi pasar yang terbit setiap Jumat selama sebelas tahun dibawa sebagai bukti, "
                "seluruhnya dijilid dalam empat buku tebal.</p>"
            ),
        },
        {
            "title": "Balai adat dan ritus yang masih hidup",
            "kind": "potential",
            "level": "",
            "year": None,
            "organiser": "",
            "rank": "",
            "potential_type": "culture",
            "image": {"scene": "longhouse", "seed": 1115, "alt": "Ilustrasi betang beratap lebar di halaman kampung"},
            "body": (
                "<p>Beberapa upacara Maanyan terbuka untuk disaksikan tamu. Tanyakan dulu kepada mantir, pakai baju "
                "sopan, dan simpan telepon ketika diminta.</p><p>Warga senang menjelaskan arti ukiran bila ditanya "
                "pelan-pelan.</p>"
            ),
        },
    ],
}
