"""KIM Sedau: a coastal kelurahan of Singkawang known for ceramics."""

from datetime import date

KIM = {
    "slug": "sedau",
    "name": "KIM Pesisir Sedau",
    "region": "61.72.05.1001",
    "founded": date(2018, 2, 16),
    "kind_of_group": "kim",
    "sk": {
        "number": "188.45/17/KEL-SD/2024",
        "date": date(2024, 7, 1),
        "signer": "Hendrikus Alui",
        "office": "lurah",
        "valid_until": date(2027, 6, 30),
    },
    "chair": {"name": "Vivi Lim Kusuma", "email": "vivi.lim.kusuma@example.id"},
    "tagline": "Tanah liat, laut, dan obrolan dari warung ke warung",
    "welcome": (
        "Sedau berada di selatan Singkawang, di antara tungku keramik dan pantai. Warganya beragam, dan begitu pula "
        "kabarnya. Silakan membaca dari dapur, dari kapal, atau dari sela-sela pembakaran tungku."
    ),
    "accent": "jingga",
    "whatsapp": "+6281200000141",
    "address": "Jalan Raya Sedau RT 15, Kelurahan Sedau, Kecamatan Singkawang Selatan 79163",
    "latitude": 0.8458,
    "longitude": 108.9852,
    "cover": {"scene": "harbour", "seed": 1401, "alt": "Ilustrasi kapal-kapal bersandar di dermaga"},
    "logo_seed": 141,
    "profile": [
        (
            "<p>KIM Pesisir Sedau dibentuk oleh perajin, nelayan, dan pengurus RT yang sering bertemu di warung kopi "
            "tetapi jarang saling membaca kabarnya. Sejak 2018 kami menulis dalam satu meja.</p>"
        ),
        (
            "<p>Anggota kami tujuh belas orang dari keluarga Tionghoa, Melayu, dan Dayak. Rapat boleh berlangsung "
            "dalam tiga bahasa, asal ringkasannya satu.</p>"
        ),
        (
            "<p>Perajin diberi ruang khusus untuk menceritakan kegagalan pembakaran, sebab di sanalah ilmu paling "
            "banyak tersimpan.</p>"
        ),
    ],
    "officers": [
        {"name": "Vivi Lim Kusuma", "position": "chair", "since": date(2024, 7, 1)},
        {"name": "Zulkifli Arham", "position": "secretary", "since": date(2024, 7, 1)},
        {"name": "Maria Songka", "position": "treasurer", "since": date(2024, 7, 1)},
        {"name": "Budiman Tjia", "position": "member", "since": date(2024, 7, 1)},
        {"name": "Nuraini Salbiah", "position": "member", "since": date(2025, 8, 18)},
    ],
    "sellers": [
        {
            "key": "keramik",
            "name": "Tungku Budiman",
            "owner": "Budiman Tjia",
            "whatsapp": "+6281200000142",
            "address": "RT 18, Kelurahan Sedau",
            "nib": "1211220061142",
            "halal": "",
            "pirt": "",
            "checked_on": date(2026, 6, 9),
        },
        {
            "key": "laut",
            "name": "Kerupuk Pantai Nuraini",
            "owner": "Nuraini Salbiah",
            "whatsapp": "+6281200000143",
            "address": "RT 21, Kelurahan Sedau",
            "nib": "0306240061143",
            "halal": "ID61720001430100724",
            "pirt": "2046172010143-29",
            "checked_on": date(2026, 8, 4),
        },
        {
            "key": "kopi",
            "name": "Kopi Tiga Saudara",
            "owner": "Vivi Lim Kusuma",
            "whatsapp": "+6281200000144",
            "address": "Jalan Raya Sedau RT 15, Kelurahan Sedau",
            "nib": "2008230061144",
            "halal": "ID61720001440120923",
            "pirt": "",
            "checked_on": date(2026, 8, 4),
        },
    ],
    "news": [
        {
            "title": "Tungku naga dinyalakan lagi, seribu dua ratus pot dijaga dua malam",
            "summary": (
                "Setelah lama tidak dipakai penuh, tungku panjang dinyalakan selama dua malam. Anak muda kebagian "
                "mencatat warna api."
            ),
            "category": "culture",
            "adinda": "implementasi",
            "days_ago": 8,
            "author": "Budiman Tjia",
            "source": "",
            "image": {"scene": "village_street", "seed": 1402, "alt": "Ilustrasi suasana jalan kampung yang teduh"},
            "tags": ["keramik", "tungku", "perajin"],
            "body": [
                (
                    "text",
                    (
                        "<p>Api pertama dimasukkan pukul empat pagi, dan sejak itu tidak seorang pun boleh bersuara "
                        "keras di dekat mulut tungku. Kata perajin tua, bukan soal tabu, tetapi supaya orang mendengar "
                        "bunyi pot retak.</p><p>Seribu dua ratus benda disusun, dari pot kecil sampai tempayan. Kayu "
                        "karet disorongkan setiap sepuluh menit, sementara tiga anak muda mencatat warna api dan "
                        "waktunya.</p><p>Dari hasil, 91 retak dan 14 menempel. Angka itu lebih baik daripada "
                        "pembakaran percobaan tahun lalu.</p><p>Catatan warna api akan dibahas bulan depan bersama "
                        "perajin lain. Semua boleh datang.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Bersih pantai pagi: 38 karung, terbanyak tutup botol dan jala putus",
            "summary": "",
            "category": "environment",
            "adinda": "implementasi",
            "days_ago": 21,
            "author": "Zulkifli Arham",
            "source": "",
            "image": {"scene": "clean_up", "seed": 1403, "alt": "Ilustrasi warga bekerja bakti mengumpulkan sampah"},
            "tags": ["pantai", "sampah", "nelayan"],
            "body": [
                (
                    "text",
                    (
                        "<p>Seratus lebih orang menyusuri pantai, dan setiap regu membawa dua karung: satu untuk "
                        "plastik, satu untuk sisanya.</p><p>Hasilnya 38 karung. Yang paling banyak bukan botol, "
                        "tetapi tutup botol dan potongan jala yang terbawa arus.</p><p>Jala dipilah kembali. Nelayan "
                        "mengambil yang masih bisa dijahit, perajin mengambil tali untuk gantungan pot.</p><p>Pekan "
                        "depan regu SD yang memimpin. Mereka sudah membuat lagu sendiri.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Pertemuan tiga bahasa soal air: sumur asin mulai masuk dapur",
            "summary": "",
            "category": "environment",
            "adinda": "diskusi",
            "days_ago": 43,
            "author": "Maria Songka",
            "source": "",
            "image": {"scene": "meeting", "seed": 1404, "alt": "Ilustrasi pertemuan warga di sebuah balai"},
            "tags": ["air asin", "sumur", "musyawarah"],
            "body": [
                (
                    "text",
                    (
                        "<p>Air di lima sumur dekat pantai terasa asin. Ibu-ibu baru menyadari ketika sayur bening "
                        "mendadak tidak perlu garam.</p><p>Pertemuan berlangsung dalam bahasa Melayu, Hakka, dan "
                        "Dayak Salako, dengan satu orang menuliskan keputusan. Disepakati tidak menambah sumur bor "
                        "sedalam dulu tanpa pengukuran.</p><p>Guru IPA dan muridnya akan memeriksa kadar garam setiap "
                        "dua minggu memakai alat sederhana. Angka pertama sudah ditempel di warung.</p><p>Sementara "
                        "itu lima keluarga mengambil air minum dari sumur RT 10, bergiliran.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Kelas membuat laporan keuangan kecil untuk perajin keramik",
            "summary": "",
            "category": "economy",
            "adinda": "akses",
            "days_ago": 66,
            "author": "Vivi Lim Kusuma",
            "source": "",
            "image": {"scene": "training", "seed": 1405, "alt": "Ilustrasi suasana kelas pelatihan warga"},
            "tags": ["perajin", "pembukuan", "umkm"],
            "body": [
                (
                    "text",
                    (
                        "<p>Seorang perajin ditanya berapa untungnya untuk satu pot besar. Ia menyebut angka, lalu "
                        "setelah dihitung dengan kayu, tanah, dan upah, angka itu turun separuh.</p><p>Kelas "
                        "berlangsung tiga sore. Sembilan perajin membuat kartu untuk setiap jenis barang: bahan, "
                        "waktu, risiko pecah, dan harga.</p><p>Risiko pecah ternyata paling mudah dilupakan. Untuk "
                        "tempayan, satu dari sepuluh tidak pernah sampai ke pembeli.</p><p>Setelah kelas, dua perajin "
                        "menaikkan harga sedikit dan menjelaskan alasannya. Pelanggannya tidak pergi.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Aspirasi nelayan: tempat tambat kecil sebelum musim ombak",
            "summary": (
                "Delapan belas pemilik perahu meminta titik tambat sementara. Usulan mereka sudah dibahas dengan "
                "kelurahan."
            ),
            "category": "economy",
            "adinda": "aspirasi",
            "days_ago": 109,
            "author": "Zulkifli Arham",
            "source": "",
            "image": {
                "scene": "river_boats",
                "seed": 1406,
                "alt": "Ilustrasi perahu klotok melintas di depan deretan rumah tepian",
            },
            "tags": ["nelayan", "tambat", "usulan"],
            "body": [
                (
                    "text",
                    (
                        "<p>Bulan ombak tinggi tinggal sebentar, dan delapan belas perahu kecil tidak punya tempat "
                        "berlindung. Tahun lalu dua perahu terlepas dan satu rusak.</p><p>Nelayan mengajukan tempat "
                        "tambat sementara di muara sungai kecil. Mereka bersedia memasang patok sendiri bila izin "
                        "diberikan.</p><p>Kelurahan membawa usulan ke dinas terkait dan meminta gambar sederhana. "
                        "Gambar dibuat anak SMK dengan bantuan gurunya.</p><p>Belum ada jawaban resmi. Untuk "
                        "berjaga-jaga, tali cadangan sudah dikumpulkan.</p>"
                    ),
                ),
            ],
        },
        {
            "title": "Anak SMK memandu tamu ke bengkel keramik, bahasanya pelan saja",
            "summary": "",
            "category": "youth",
            "adinda": "diseminasi",
            "days_ago": 171,
            "author": "Nuraini Salbiah",
            "source": "",
            "image": {"scene": "school", "seed": 1407, "alt": "Ilustrasi gedung sekolah di kampung"},
            "tags": ["smk", "pemandu", "keramik"],
            "body": [
                (
                    "text",
                    (
                        "<p>Murid SMK diminta mengganti kata-kata sulit. Oksidasi diganti dengan udara banyak, reduksi "
                        "diganti dengan udara sedikit.</p><p>Tamu yang datang kebanyakan keluarga. Anak kecil lebih "
                        "tertarik menekan tanah liat daripada mendengar sejarah, maka urutan kunjungan "
                        "dibalik.</p><p>Enam murid membagi tugas: menyambut, menjelaskan, menjaga anak, dan "
                        "menghitung rombongan. Setiap dua minggu mereka bertukar peran.</p><p>Kini bengkel menerima "
                        "rombongan Sabtu pagi. Pendaftaran lewat nomor KIM, paling banyak dua puluh orang.</p>"
                    ),
                ),
            ],
        },
    ],
    "products": [
        {
            "title": "Cobek dan ulekan keramik",
            "seller": "keramik",
            "category": "craft",
            "price_kind": "range",
            "price_min": 60000,
            "price_max": 110000,
            "unit": "set",
            "availability": "in_stock",
            "confirmed_days_ago": 18,
            "description": (
                "<p>Dibakar dengan kayu karet sampai keras. Permukaannya kasar, jadi sambal cepat halus. Tahan panas "
                "tetapi jangan langsung diberi air es.</p>"
            ),
            "images": [{"scene": "wooden_craft", "seed": 1408, "alt": "Ilustrasi kerajinan kayu"}],
        },
        {
            "title": "Kerupuk ikan tenggiri mentah",
            "seller": "laut",
            "category": "fishery",
            "price_kind": "fixed",
            "price_min": 40000,
            "price_max": None,
            "unit": "bungkus 500 g",
            "availability": "in_stock",
            "confirmed_days_ago": 8,
            "description": (
                "<p>Tenggiri dari nelayan setempat, tepung secukupnya, dijemur dua hari. Rasanya gurih tanpa "
                "penyedap.</p>"
            ),
            "images": [{"scene": "fish_crackers", "seed": 1409, "alt": "Ilustrasi setumpuk kerupuk ikan"}],
        },
        {
            "title": "Kopi sangrai tradisional",
            "seller": "kopi",
            "category": "drink",
            "price_kind": "range",
            "price_min": 25000,
            "price_max": 55000,
            "unit": "bungkus",
            "availability": "in_stock",
            "confirmed_days_ago": 11,
            "description": (
                "<p>Disangrai di wajan besi dengan sedikit mentega, harum dan agak pekat. Tersedia bubuk atau biji.</p>"
            ),
            "images": [{"scene": "coffee", "seed": 1410, "alt": "Ilustrasi kopi bubuk dan cangkir"}],
        },
        {
            "title": "Kelas tanah liat satu jam",
            "seller": "keramik",
            "category": "service",
            "price_kind": "fixed",
            "price_min": 35000,
            "price_max": None,
            "unit": "orang",
            "availability": "made_to_order",
            "confirmed_days_ago": 30,
            "description": (
                "<p>Membuat mangkuk kecil bersama perajin. Hasilnya dibakar bersama pembakaran berikutnya dan bisa "
                "diambil atau dikirim.</p>"
            ),
            "images": [
                {"scene": "training", "seed": 1411, "alt": "Ilustrasi peserta pelatihan memperhatikan pengajar"},
            ],
        },
    ],
    "achievements": [
        {
            "title": "Kampung keramik kreatif",
            "kind": "achievement",
            "level": "province",
            "year": 2025,
            "organiser": "Dinas Koperasi dan UKM Provinsi Kalimantan Barat",
            "rank": "Juara II",
            "potential_type": "",
            "image": {"scene": "trophy", "seed": 1412, "alt": "Ilustrasi piala emas"},
            "body": (
                "<p>Penjelasan risiko pecah dalam harga menjadi bagian yang paling lama ditanyakan juri. Perajin muda "
                "yang menyajikannya baru berumur 22 tahun.</p>"
            ),
        },
        {
            "title": "Kebersihan pesisir tingkat kota",
            "kind": "achievement",
            "level": "regency",
            "year": 2024,
            "organiser": "Pemerintah Kota Singkawang",
            "rank": "Terbaik III",
            "potential_type": "",
            "image": {"scene": "certificate", "seed": 1413, "alt": "Ilustrasi piagam penghargaan"},
            "body": (
                "<p>Jala bekas yang kembali dipakai perajin menarik perhatian, meski sampah plastik masih menjadi "
                "pekerjaan panjang.</p>"
            ),
        },
        {
            "title": "Bengkel keramik yang boleh dikunjungi",
            "kind": "potential",
            "level": "",
            "year": None,
            "organiser": "",
            "rank": "",
            "potential_type": "culture",
            "image": {"scene": "festival", "seed": 1414, "alt": "Ilustrasi keramaian pesta rakyat dengan umbul-umbul"},
            "body": (
                "<p>Sejumlah bengkel menerima tamu pada akhir pekan. Pengunjung dapat melihat tungku panjang dari "
                "jarak aman dan mencoba roda putar.</p><p>Hubungi dulu supaya tidak bertepatan dengan pembakaran.</p>"
            ),
        },
    ],
}
