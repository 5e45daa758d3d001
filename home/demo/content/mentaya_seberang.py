"""KIM Mentaya Seberang: the kelurahan across the river from Sampit, reached by boat."""

from datetime import date

KIM = {
    "slug": "mentaya-seberang",
    "name": "KIM Mentaya Seberang",
    "region": "62.02.12.1001",
    "founded": date(2018, 11, 12),
    "kind_of_group": "kim",
    "sk": {
        "number": "188.45/04/KEL-MS/2022",
        "date": date(2022, 6, 8),
        "signer": "Burhanudin Akil",
        "office": "lurah",
        "valid_until": date(2027, 6, 7),
    },
    "chair": {"name": "Wahidah Sanusi", "email": "wahidah.sanusi@example.id"},
    "tagline": "Satu penyeberangan dari kota, satu dunia tersendiri",
    "welcome": (
        "Dari Sampit kami hanya dipisahkan sungai, tetapi banyak hal di sini berjalan dengan irama lain. Kami menulis "
        "tentang klotok, purun, kebun buah, dan anak-anak yang menyeberang untuk sekolah. Semoga Anda betah "
        "membacanya."
    ),
    "accent": "rotan",
    "whatsapp": "+6281200000091",
    "address": "Jalan Dermaga RT 01, Kelurahan Mentaya Seberang, Kecamatan Seranau 74324",
    "latitude": -2.5452,
    "longitude": 112.9667,
    "cover": {"scene": "peat_forest", "seed": 901, "alt": "Gambar pepohonan rapat tumbuh di rawa gambut"},
    "logo_seed": 91,
    "profile": [
        (
            "<p>Warga seberang sudah lama merasa tertinggal kabar. Pengumuman dari kota terlambat, harga barang datang "
            "bersama penumpang terakhir. Karena itu pada 2018 kami mulai menulis sendiri.</p>"
        ),
        (
            "<p>Anggota kami dua belas orang, mayoritas perempuan pengayam purun dan pedagang. Kami bergiliran menjaga "
            "papan di dermaga yang menampilkan pengumuman, jadwal, dan barang hilang.</p>"
        ),
        "<p>Setiap bulan satu topik dipilih bersama. Bulan lalu tentang air minum, bulan ini tentang buku sekolah.</p>",
    ],
    "officers": [
        {"name": "Wahidah Sanusi", "position": "chair", "since": date(2022, 6, 8)},
        {"name": "Rini Puspita Bulan", "position": "secretary", "since": date(2022, 6, 8)},
        {"name": "Herawati Jali", "position": "treasurer", "since": date(2022, 6, 8)},
        {"name": "Amat Jumadi", "position": "member", "since": date(2023, 8, 1)},
        {"name": "Tasnim Muchtar", "position": "member", "since": date(2024, 3, 4)},
    ],
    "sellers": [
        {
            "key": "purun",
            "name": "Anyaman Ibu Seberang",
            "owner": "Herawati Jali",
            "whatsapp": "+6281200000092",
            "address": "Gang Purun RT 03, Mentaya Seberang",
            "nib": "1205230062092",
            "halal": "",
            "pirt": "",
            "checked_on": date(2026, 3, 27),
        },
        {
            "key": "buah",
            "name": "Kebun Buah Amat Jumadi",
            "owner": "Amat Jumadi",
            "whatsapp": "+6281200000093",
            "address": "RT 07, Mentaya Seberang",
            "nib": "",
            "halal": "",
            "pirt": "",
            "checked_on": None,
        },
    ],
    "news": [
        {
            "title": "Penumpang klotok berpelampung naik dari 2 jadi 8 dari 10",
            "summary": (
                "Hitungan dua pekan di dermaga: setelah pelampung ditaruh di dekat tangga, hampir semua penumpang "
                "memakainya."
            ),
            "category": "health",
            "adinda": "implementasi",
            "days_ago": 13,
            "author": "Amat Jumadi",
            "source": "",
            "image": {
                "scene": "river_boats",
                "seed": 902,
                "alt": "Ilustrasi klotok beratap panjang di sungai, rumah-rumah di seberang",
            },
            "tags": ["pelampung", "klotok", "keselamatan"],
            "body": [
                (
                    "text",
                    (
                        "<p>Pelampung sudah lama disediakan, hanya saja ditumpuk di bawah bangku dan basah. Jadi kami "
                        "pindahkan ke rak bambu di dekat tangga dermaga dan dijemur setiap siang.</p><p>Perubahannya "
                        "langsung terlihat. Dua pekan sebelum rak dipasang, dari sepuluh penumpang hanya dua yang "
                        "memakai. Dua pekan sesudahnya menjadi delapan.</p><p>Motoris diminta tidak berangkat sebelum "
                        "semua anak memakai pelampung. Ada satu motoris yang sempat mengeluh repot, kemudian malah "
                        "menjadi yang paling cerewet.</p><p>Yang masih tidak memakai umumnya bapak-bapak muda. Mereka "
                        "jadi sasaran sindiran ibu-ibu setiap pagi.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Purun menipis, perajin atur giliran panen di rawa",
            "summary": "",
            "category": "environment",
            "adinda": "diskusi",
            "days_ago": 28,
            "author": "Herawati Jali",
            "source": "",
            "image": {"scene": "harvest", "seed": 903, "alt": "Gambar orang-orang mengumpulkan hasil panen"},
            "tags": ["purun", "rawa", "panen lestari"],
            "body": [
                (
                    "text",
                    (
                        "<p>Dua tahun terakhir purun di rawa utara tinggal setinggi lutut. Semua orang memotong pada "
                        "bulan yang sama, tanpa memberi waktu tumbuh.</p><p>Perajin duduk bersama dan membagi rawa "
                        "menjadi empat petak. Setiap petak dipanen bergiliran, satu petak dibiarkan setahun "
                        "penuh.</p><p>Batangnya dipotong menyisakan sejengkal, tidak dicabut. Pelanggaran dicatat di "
                        "papan dan bayarannya satu hari menanam.</p><p>Kesepakatan dibacakan di dermaga supaya "
                        "pembeli dari kota pun mengerti kenapa pesanan agak lama.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Guru klotok: mengajar sambil menunggu penyeberangan pulang",
            "summary": "",
            "category": "education",
            "adinda": "implementasi",
            "days_ago": 55,
            "author": "Rini Puspita Bulan",
            "source": "",
            "image": {
                "scene": "school",
                "seed": 904,
                "alt": "Ilustrasi bangunan sekolah dengan tiang bendera di halaman",
            },
            "tags": ["guru", "klotok", "belajar"],
            "body": [
                (
                    "text",
                    (
                        "<p>Sambil menunggu klotok pulang pukul empat, guru SMP dan enam siswanya duduk di balai "
                        "dermaga. Satu jam itu kemudian dipakai untuk mengulang matematika.</p><p>Anak yang "
                        "menyeberang memang lebih sering terlambat. Rata-rata hilang dua jam pelajaran sepekan kalau "
                        "ombak tinggi.</p><p>Kelas tambahan ini tidak resmi, tidak bergaji, dan tidak berbuku absen. "
                        "Namun kepala sekolah setuju menghitungnya sebagai jam bantuan.</p><p>Papan tulisnya pintu "
                        "lemari bekas. Kami masih mencari kapur warna.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Aspirasi: jadwal puskesmas keliling diminta dua kali sebulan",
            "summary": (
                "Dari 61 rumah yang kami datangi, 44 meminta puskesmas keliling datang lebih sering. Suratnya sudah "
                "diterima."
            ),
            "category": "health",
            "adinda": "aspirasi",
            "days_ago": 79,
            "author": "Wahidah Sanusi",
            "source": "",
            "image": {"scene": "health_post", "seed": 905, "alt": "Ilustrasi pelayanan kesehatan di posyandu"},
            "tags": ["puskesmas keliling", "aspirasi", "lansia"],
            "body": [
                (
                    "text",
                    (
                        "<p>Lansia tidak mudah menyeberang. Kursi roda pernah terpaksa ditinggal di dermaga karena "
                        "tidak muat di perahu.</p><p>Kami mendatangi 61 rumah dan menanyakan hal yang sama: seberapa "
                        "sering mereka perlu diperiksa? Empat puluh empat menjawab dua kali sebulan, terutama untuk "
                        "tekanan darah dan kencing manis.</p><p>Data ini ditulis bersama nama RT, bukan nama orang. "
                        "Surat disampaikan ke puskesmas dan tembusannya ke kecamatan.</p><p>Jawabannya, kunjungan "
                        "kedua akan dicoba selama tiga bulan. Kami akan menghitung berapa yang datang.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Saling kunjung dengan KIM Baamang Tengah soal papan pengumuman",
            "summary": "",
            "category": "culture",
            "adinda": "networking",
            "days_ago": 131,
            "author": "Tasnim Muchtar",
            "source": "",
            "image": {"scene": "meeting", "seed": 906, "alt": "Gambar sekelompok orang berkumpul dan berbincang"},
            "tags": ["kunjungan", "papan pengumuman", "kim"],
            "body": [
                (
                    "text",
                    (
                        "<p>Kami membawa papan tulis ke Baamang, teman-teman di sana membawa setumpuk contoh selebaran "
                        "ke sini. Barang bawaannya sederhana, obrolannya sampai magrib.</p><p>Papan kami ternyata "
                        "terlalu penuh. Dari Baamang kami belajar membatasi lima pengumuman dan menulis tanggal "
                        "kedaluwarsa.</p><p>Sebaliknya mereka tertarik pada cara kami menaruh pengumuman barang "
                        "hilang di paling atas, karena itu yang paling sering dibaca.</p><p>Sejak itu setiap papan "
                        "diganti setiap Senin dan Kamis. Pengumuman lama difoto dulu sebelum dihapus.</p>"
                    ),
                ),
            ],
        },
    ],
    "products": [
        {
            "title": "Bakul purun penyimpan beras",
            "seller": "purun",
            "category": "craft",
            "price_kind": "range",
            "price_min": 70000,
            "price_max": 140000,
            "unit": "buah",
            "availability": "made_to_order",
            "confirmed_days_ago": 13,
            "description": (
                "<p>Anyaman purun rapat dengan tutup, muat lima sampai sepuluh kilo. Sisi dalam dilapis kain agar "
                "mudah dibersihkan.</p>"
            ),
            "images": [{"scene": "purun_mat", "seed": 907, "alt": "Ilustrasi anyaman purun bermotif"}],
        },
        {
            "title": "Topi dan dompet purun",
            "seller": "purun",
            "category": "craft",
            "price_kind": "range",
            "price_min": 20000,
            "price_max": 60000,
            "unit": "buah",
            "availability": "in_stock",
            "confirmed_days_ago": 13,
            "description": "<p>Oleh-oleh ringan dari seberang. Bisa dipesan warna dan diberi nama untuk acara.</p>",
            "images": [{"scene": "purun_mat", "seed": 908, "alt": "Gambar tikar anyaman purun"}],
        },
        {
            "title": "Rambutan dan cempedak musiman",
            "seller": "buah",
            "category": "farm",
            "price_kind": "range",
            "price_min": 10000,
            "price_max": 35000,
            "unit": "kg",
            "availability": "seasonal",
            "confirmed_days_ago": 60,
            "description": (
                "<p>Dijual langsung di kebun pada musim panen. Pembeli boleh memetik sendiri didampingi pemilik "
                "kebun.</p>"
            ),
            "images": [{"scene": "market", "seed": 909, "alt": "Ilustrasi lapak pasar dengan aneka dagangan"}],
        },
    ],
    "achievements": [
        {
            "title": "Dermaga ramah penumpang",
            "kind": "achievement",
            "level": "regency",
            "year": 2026,
            "organiser": "Dinas Perhubungan Kabupaten Kotawaringin Timur",
            "rank": "Terpilih",
            "potential_type": "",
            "image": {"scene": "shield_award", "seed": 910, "alt": "Gambar tameng penghargaan"},
            "body": (
                "<p>Rak pelampung bambu dan papan jadwal yang diperbarui setiap hari membuat dermaga ini menjadi "
                "contoh bagi penyeberangan lain.</p>"
            ),
        },
        {
            "title": "Rawa purun dan jalan kaki pagi",
            "kind": "potential",
            "level": "",
            "year": None,
            "organiser": "",
            "rank": "",
            "potential_type": "nature",
            "image": {
                "scene": "peat_forest",
                "seed": 911,
                "alt": "Ilustrasi hutan rawa gambut dengan air berwarna gelap",
            },
            "body": (
                "<p>Jalan setapak dua kilometer mengelilingi rawa purun. Burung air mudah dijumpai pada pagi hari, "
                "terutama setelah hujan.</p><p>Pakai sepatu bot karena di beberapa titik air setinggi mata kaki.</p>"
            ),
        },
    ],
}
