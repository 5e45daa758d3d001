"""KIM Pemuda Baamang Tengah: a karang taruna in the town of Sampit that took on the KIM's role."""

from datetime import date

KIM = {
    "slug": "baamang-tengah",
    "name": "KIM Pemuda Baamang Tengah",
    "region": "62.02.05.1002",
    "founded": date(2020, 10, 28),
    "kind_of_group": "karang_taruna",
    "sk": {
        "number": "188.45/22/KEL-BT/2024",
        "date": date(2024, 10, 7),
        "signer": "Syahrani Idrus",
        "office": "lurah",
        "valid_until": date(2027, 10, 6),
    },
    "chair": {"name": "Ilham Maulidin", "email": "ilham.maulidin@example.id"},
    "tagline": "Anak gang yang rajin bertanya, dan lebih rajin menjawab",
    "welcome": (
        "Kami karang taruna yang memegang peran KIM di Baamang Tengah. Kebanyakan tulisan di sini lahir dari "
        "tongkrongan malam di pos ronda dan diperiksa dulu sebelum terbit. Mampir saja, kopi hitam selalu ada."
    ),
    "accent": "jingga",
    "whatsapp": "+6281200000041",
    "address": "Jalan Cristopel Mihing RT 09, Kelurahan Baamang Tengah, Kecamatan Baamang 74312",
    "latitude": -2.5204,
    "longitude": 112.9469,
    "cover": {"scene": "village_street", "seed": 401, "alt": "Gambar deretan rumah panggung di tepi jalan desa"},
    "logo_seed": 41,
    "profile": [
        (
            "<p>Karang taruna kami mulai menulis kabar sejak pandemi, ketika warga bingung mencari tempat isi ulang "
            "oksigen dan nasi bungkus. Daftar yang kami buat waktu itu dibuka ribuan kali dalam seminggu.</p>"
        ),
        (
            "<p>Kini anggota intinya enam belas orang berumur 17 sampai 31 tahun. Ada yang belajar memotret, ada yang "
            "gemar membuat bagan, ada yang cuma jago mewawancara tukang sayur.</p>"
        ),
        "<p>Kami memegang satu aturan: sebelum terbit, dua orang harus menelepon sumbernya sendiri-sendiri.</p>",
    ],
    "officers": [
        {"name": "Ilham Maulidin", "position": "chair", "since": date(2024, 10, 7)},
        {"name": "Dewi Anjarsari", "position": "secretary", "since": date(2024, 10, 7)},
        {"name": "Reza Kuswadi", "position": "treasurer", "since": date(2024, 10, 7)},
        {"name": "Nadia Putri Lambung", "position": "member", "since": date(2025, 3, 2)},
        {"name": "Toni Saputera", "position": "member", "since": date(2025, 3, 2)},
    ],
    "sellers": [
        {
            "key": "kopi",
            "name": "Kopi Teras Gang Delima",
            "owner": "Reza Kuswadi",
            "whatsapp": "+6281200000042",
            "address": "Gang Delima RT 12, Baamang Tengah",
            "nib": "1902250062042",
            "halal": "ID62110000342010725",
            "pirt": "",
            "checked_on": date(2026, 9, 30),
        },
        {
            "key": "sablon",
            "name": "Sablon Pos Ronda",
            "owner": "Toni Saputera",
            "whatsapp": "+6281200000043",
            "address": "Jalan Cristopel Mihing RT 09, Baamang Tengah",
            "nib": "",
            "halal": "",
            "pirt": "",
            "checked_on": None,
        },
        {
            "key": "kue",
            "name": "Kue Basah Acil Ijum",
            "owner": "Jumiati",
            "whatsapp": "+6281200000044",
            "address": "Gang Rambutan RT 04, Baamang Tengah",
            "nib": "2209230062044",
            "halal": "ID62110000344051123",
            "pirt": "",
            "checked_on": date(2026, 6, 12),
        },
    ],
    "news": [
        {
            "title": "Peta gang banjir jadi, tiap genangan diberi angka lama surut",
            "summary": (
                "Dua puluh delapan titik genangan dipetakan selama tiga hujan besar. Bukan cuma dalamnya, tetapi "
                "berapa jam baru kering."
            ),
            "category": "environment",
            "adinda": "akses",
            "days_ago": 6,
            "author": "Nadia Putri Lambung",
            "source": "",
            "image": {"scene": "village_street", "seed": 402, "alt": "Ilustrasi suasana jalan kampung yang teduh"},
            "tags": ["genangan", "peta", "drainase"],
            "body": [
                (
                    "text",
                    (
                        "<p>Begitu hujan lebat turun, enam anggota kami keluar membawa sepatu bot dan penggaris kayu. "
                        "Yang diukur bukan hanya dalamnya air, tetapi juga jam berapa air hilang.</p><p>Setelah tiga "
                        "kali hujan besar, ada dua puluh delapan titik di peta. Tujuh di antaranya surut kurang dari "
                        "satu jam. Empat titik bertahan sampai keesokan siang, semuanya di ujung parit yang tersumbat "
                        "plastik.</p><p>Peta sudah dicetak dan ditempel di kantor kelurahan. RT yang bersangkutan "
                        "berencana membersihkan parit Minggu depan, dan kami akan mengukur lagi "
                        "sesudahnya.</p><p>Siapa pun boleh mengambil berkasnya. Kalau gang Anda belum ada, bukan "
                        "berarti tidak banjir, mungkin kami belum ke sana.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Sekolah malam desain poster: dari acara RT ke acara kecamatan",
            "summary": "",
            "category": "youth",
            "adinda": "akses",
            "days_ago": 26,
            "author": "Dewi Anjarsari",
            "source": "",
            "image": {"scene": "training", "seed": 403, "alt": "Gambar sekelompok orang belajar bersama"},
            "tags": ["desain", "pelatihan", "pemuda"],
            "body": [
                (
                    "text",
                    (
                        "<p>Kelas dibuka dengan satu permintaan: buat poster ronda yang mau dibaca orang. Hasilnya "
                        "penuh warna dan tulisan kecil, tidak satu pun terbaca dari jarak tiga meter.</p><p>Selama "
                        "tujuh pertemuan, sembilan belas peserta belajar memilih satu pesan, satu gambar, dan satu "
                        "ajakan. Telepon biasa sudah cukup, tidak perlu komputer mahal.</p><p>Tiga peserta kini "
                        "mendapat pesanan poster dari panitia hajatan dan dari tempat cukur. Upahnya belum besar, "
                        "tetapi cukup untuk kuota sebulan.</p><p>Angkatan kedua dibuka bulan depan, paling banyak dua "
                        "puluh orang. Syaratnya hanya satu, mau menunjukkan karya kepada warga dan menerima "
                        "kritik.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Liga futsal gang: wasit bukan orang RT sendiri",
            "summary": "",
            "category": "youth",
            "adinda": "implementasi",
            "days_ago": 51,
            "author": "Toni Saputera",
            "source": "",
            "image": {"scene": "football", "seed": 404, "alt": "Ilustrasi pertandingan di lapangan kampung"},
            "tags": ["futsal", "liga gang", "pemuda"],
            "body": [
                (
                    "text",
                    (
                        "<p>Tahun lalu liga futsal berhenti di babak perempat final karena keributan soal offside yang "
                        "sebenarnya tidak ada dalam futsal. Tahun ini panitia membuat aturan baru: wasit harus berasal "
                        "dari luar RT yang bertanding.</p><p>Empat belas tim turun selama tiga pekan. Hanya dua kartu "
                        "merah dikeluarkan, keduanya karena menendang botol minum.</p><p>Gang Delima jadi juara "
                        "setelah adu penalti. Kipernya seorang penjual bakso yang menutup gerobak lebih awal setiap "
                        "malam pertandingan.</p><p>Sisa uang pendaftaran dipakai memasang jaring pelindung di sisi "
                        "lapangan, karena bola sering masuk ke dapur warga.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Tanya jawab bantuan sosial: siapa mencatat, siapa memutuskan",
            "summary": (
                "Sepuluh pertanyaan yang paling sering masuk ke kotak kami, dijawab berdasarkan penjelasan petugas "
                "kelurahan."
            ),
            "category": "government",
            "adinda": "akses",
            "days_ago": 77,
            "author": "Ilham Maulidin",
            "source": "Kelurahan Baamang Tengah",
            "image": {"scene": "meeting", "seed": 405, "alt": "Ilustrasi warga duduk bersama dalam musyawarah"},
            "tags": ["bansos", "tanya jawab", "kelurahan"],
            "body": [
                (
                    "text",
                    (
                        "<p>Ada pertanyaan yang selalu muncul setiap bulan: kenapa tetangga saya dapat, saya tidak? "
                        "Kami membawa pertanyaan itu dan sembilan lainnya ke kelurahan.</p><p>Jawaban pokoknya "
                        "begini. Ketua RT mengusulkan dan memperbarui data, kelurahan memeriksa, tetapi yang "
                        "menetapkan penerima adalah pusat berdasarkan data terpadu. RT tidak bisa mencoret nama begitu "
                        "saja.</p><p>Kalau data keluarga berubah, misalnya ada yang pindah atau meninggal, laporkan "
                        "dengan surat kematian atau surat pindah. Tanpa surat itu, nama lama tetap "
                        "terhitung.</p><p>Untuk mengecek sendiri, bawa KTP ke meja pelayanan dan minta dilihatkan "
                        "status. Tidak ada biaya, dan tidak boleh ada yang memotret data Anda.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Pameran foto Mentaya malam hari ramai, pengunjung boleh mencetak",
            "summary": "",
            "category": "culture",
            "adinda": "diseminasi",
            "days_ago": 124,
            "author": "Nadia Putri Lambung",
            "source": "",
            "image": {
                "scene": "river_sunrise",
                "seed": 406,
                "alt": "Gambar fajar di tepi sungai, pohon palem di depan dan perahu di kejauhan",
            },
            "tags": ["foto", "pameran", "sungai mentaya"],
            "body": [
                (
                    "text",
                    (
                        "<p>Empat puluh foto sungai Mentaya dipasang dengan jepitan jemuran di sepanjang pagar tepi "
                        "sungai. Sorotnya hanya lampu darurat, tetapi justru itu yang membuat orang betah.</p><p>Foto "
                        "yang paling lama ditatap adalah antrean klotok sewaktu subuh. Beberapa bapak menunjuk "
                        "perahunya sendiri dan meminta cetakan untuk dibawa pulang.</p><p>Kami menyediakan mesin "
                        "cetak kecil. Pengunjung membayar sesuai ongkos kertas, dan dalam dua malam tercetak 163 "
                        "lembar.</p><p>Foto-foto itu juga diserahkan ke perpustakaan daerah dalam bentuk berkas "
                        "supaya dapat dipakai belajar.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Duduk bersama KIM Mentaya Seberang membahas rute klotok malam",
            "summary": (
                "Dua KIM menyiapkan jadwal klotok malam untuk pekerja pelabuhan: titik naik, tarif, dan nomor yang "
                "bisa dihubungi."
            ),
            "category": "economy",
            "adinda": "networking",
            "days_ago": 155,
            "author": "Ilham Maulidin",
            "source": "",
            "image": {"scene": "harbour", "seed": 407, "alt": "Gambar dermaga dengan kapal kayu dan gudang"},
            "tags": ["klotok", "jadwal", "kerja sama kim"],
            "body": [
                (
                    "text",
                    (
                        "<p>Banyak pekerja gudang pulang lewat pukul sepuluh malam, sedangkan klotok terakhir sudah "
                        "tidak ada sejak pukul delapan. Persoalan ini menyambungkan kami dengan KIM Mentaya "
                        "Seberang.</p><p>Setelah tiga kali bertemu, disusun daftar lima motoris yang bersedia "
                        "mengantar sampai pukul sebelas. Tarifnya ditulis tetap, termasuk tambahan kalau "
                        "hujan.</p><p>Kami yang memasang stiker nomor di dermaga Baamang, teman-teman di seberang "
                        "memasang di sisi sana. Setiap penumpang juga diminta memakai jaket "
                        "pelampung.</p><p>Percobaan dua minggu berjalan baik. Rata-rata enam penumpang per malam, "
                        "cukup untuk menutup ongkos solar motoris.</p>"
                    ),
                ),
            ],
        },
    ],
    "products": [
        {
            "title": "Kopi bubuk robusta sangrai sendiri",
            "seller": "kopi",
            "category": "drink",
            "price_kind": "fixed",
            "price_min": 42000,
            "price_max": None,
            "unit": "bungkus 200 g",
            "availability": "in_stock",
            "confirmed_days_ago": 9,
            "description": (
                "<p>Robusta dari petani kenalan, disangrai kecil-kecilan tiap Sabtu malam dan digiling sesuai pesanan: "
                "halus untuk tubruk atau sedang untuk saring.</p>"
            ),
            "images": [{"scene": "coffee", "seed": 408, "alt": "Gambar secangkir kopi hangat"}],
        },
        {
            "title": "Sablon kaus untuk acara RT",
            "seller": "sablon",
            "category": "service",
            "price_kind": "range",
            "price_min": 55000,
            "price_max": 85000,
            "unit": "kaus",
            "availability": "made_to_order",
            "confirmed_days_ago": 22,
            "description": (
                "<p>Minimal enam kaus. Desain boleh dikirim sendiri atau dibuatkan oleh anggota kelas poster dengan "
                "harga anak gang.</p>"
            ),
            "images": [{"scene": "woven_cloth", "seed": 409, "alt": "Gambar lembaran kain tenun berwarna"}],
        },
        {
            "title": "Kue lapis dan bingka kentang",
            "seller": "kue",
            "category": "food",
            "price_kind": "range",
            "price_min": 4000,
            "price_max": 45000,
            "unit": "potong atau loyang",
            "availability": "in_stock",
            "confirmed_days_ago": 11,
            "description": (
                "<p>Kue basah dibuat malam hari dan sudah ada di depan rumah pukul setengah enam pagi. Bingka kentang "
                "seloyang harus dipesan sehari sebelumnya.</p>"
            ),
            "images": [{"scene": "cake", "seed": 410, "alt": "Ilustrasi kue tradisional di atas piring"}],
        },
        {
            "title": "Kopi dingin botolan",
            "seller": "kopi",
            "category": "drink",
            "price_kind": "fixed",
            "price_min": 15000,
            "price_max": None,
            "unit": "botol 250 ml",
            "availability": "in_stock",
            "confirmed_days_ago": 9,
            "description": "<p>Kopi susu dengan gula aren, diseduh dingin semalaman. Tahan empat hari di kulkas.</p>",
            "images": [{"scene": "coffee", "seed": 411, "alt": "Ilustrasi kopi bubuk dan cangkir"}],
        },
    ],
    "achievements": [
        {
            "title": "Karang taruna berprestasi tingkat provinsi",
            "kind": "achievement",
            "level": "province",
            "year": 2024,
            "organiser": "Dinas Sosial Provinsi Kalimantan Tengah",
            "rank": "Juara III",
            "potential_type": "",
            "image": {"scene": "trophy", "seed": 412, "alt": "Ilustrasi piala emas"},
            "body": (
                "<p>Daftar kebutuhan darurat semasa pandemi dan gerobak buku keliling menjadi dua kegiatan yang dibawa "
                "ke meja juri, lengkap dengan catatan apa yang tidak berhasil.</p>"
            ),
        },
        {
            "title": "Video layanan publik terbaik",
            "kind": "achievement",
            "level": "regency",
            "year": 2025,
            "organiser": "Diskominfo Kabupaten Kotawaringin Timur",
            "rank": "Terpilih",
            "potential_type": "",
            "image": {"scene": "certificate", "seed": 413, "alt": "Ilustrasi piagam penghargaan"},
            "body": (
                "<p>Video berdurasi satu menit tentang cara mengurus surat keterangan usaha, diperankan oleh penjual "
                "pentol dan ibu kos.</p>"
            ),
        },
        {
            "title": "Warung tepi sungai yang buka sampai malam",
            "kind": "potential",
            "level": "",
            "year": None,
            "organiser": "",
            "rank": "",
            "potential_type": "tourism",
            "image": {
                "scene": "river_boats",
                "seed": 414,
                "alt": "Gambar beberapa perahu motor kayu berjajar di sungai",
            },
            "body": (
                "<p>Sepanjang tepian ada belasan warung yang menyuguhkan ikan bakar dan kopi. Sore hari angin sejuk, "
                "malam hari pemandangan kapal berlampu.</p><p>Tempat parkir terbatas, sebaiknya datang dengan "
                "berjalan kaki.</p>"
            ),
        },
    ],
}
