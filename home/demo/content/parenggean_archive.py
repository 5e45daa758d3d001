"""The older half of KIM Parenggean's news."""

ARCHIVE = [
    {
        "title": "Manugal bersama di Tehang: satu pagi, tiga ladang, puluhan tangan",
        "summary": (
            "Warga Tehang menanam padi ladang dengan handep, giliran tenaga yang dibalas tenaga. Anak-anak ikut "
            "membawa benih."
        ),
        "category": "culture",
        "adinda": "implementasi",
        "days_ago": 58,
        "author": "Hasanah Murni",
        "source": "",
        "image": {"scene": "planting", "seed": 111, "alt": "Gambar penanaman bibit bersama di lahan terbuka"},
        "tags": ["manugal", "handep", "padi ladang", "tehang"],
        "body": [
            (
                "text",
                (
                    "<p>Pukul enam pagi barisan laki-laki sudah berjajar dengan tugal di tangan, membuat lubang dengan "
                    "irama yang hampir sama. Perempuan dan anak-anak menyusul di belakang, menjatuhkan lima sampai "
                    "tujuh butir padi di setiap lubang.</p><p>Begitulah manugal di Tehang. Tenaga yang dipinjam hari "
                    "ini dibalas tenaga pada giliran ladang berikutnya, tidak ada yang mencatat tetapi semua ingat. "
                    "Itu yang disebut handep.</p><p>Benih yang ditanam empat macam, termasuk padi merah yang hanya "
                    "disimpan oleh tiga keluarga. Tahun ini benihnya dibagi ke dua keluarga lain supaya tidak hilang "
                    "bila satu ladang gagal.</p><p>Siang hari semua makan di pondok: juhu singkah, ikan saluang "
                    "goreng, dan sambal serai. Yang tua bercerita tentang ladang zaman dulu, yang muda sibuk merekam. "
                    "Sebagian rekaman itu akan kami simpan di sekretariat.</p>"
                ),
            ),
        ],
    },
    {
        "title": "Rekam KTP keliling singgah dua hari di kantor kecamatan",
        "summary": "",
        "category": "announcement",
        "adinda": "diseminasi",
        "days_ago": 2,
        "author": "Hasanah Murni",
        "source": "Kantor Kecamatan Parenggean",
        "image": {"scene": "village_street", "seed": 112, "alt": "Gambar deretan rumah panggung di tepi jalan desa"},
        "tags": ["ktp", "adminduk", "layanan keliling"],
        "body": [
            (
                "text",
                (
                    "<p>Petugas kependudukan dari Sampit akan membuka layanan di kantor Kecamatan Parenggean selama "
                    "dua hari, Rabu dan Kamis pekan depan, pukul 08.30 sampai 14.00.</p><p>Yang dilayani: rekam KTP "
                    "bagi yang baru berusia 17 tahun, cetak KTP rusak atau hilang, perubahan kartu keluarga, dan kartu "
                    "identitas anak. Semua gratis. Kalau ada yang meminta uang, kabari kami.</p><p>Bawa fotokopi "
                    "kartu keluarga. Untuk KTP hilang, siapkan surat keterangan dari kepolisian; untuk kartu identitas "
                    "anak di atas lima tahun, bawa pasfoto ukuran 2x3.</p><p>Warga Bajarau dan Manjalin yang ingin "
                    "berangkat bersama bisa mendaftar ke ketua RT. Ada mobil desa yang berangkat pukul tujuh pagi.</p>"
                ),
            ),
        ],
    },
    {
        "title": "Sinyal hilang di Bajarau, warga kumpulkan catatan titik dan jam",
        "summary": (
            "Sebelum menyampaikan keluhan, warga Bajarau mencatat dulu di mana dan kapan sinyal menghilang. Sudah ada "
            "63 catatan."
        ),
        "category": "government",
        "adinda": "aspirasi",
        "days_ago": 70,
        "author": "Rendi Bahandang",
        "source": "",
        "image": {
            "scene": "longhouse",
            "seed": 113,
            "alt": "Gambar rumah panjang kayu dengan tangga dan ukiran di ujung atap",
        },
        "tags": ["sinyal", "bajarau", "aspirasi"],
        "body": [
            (
                "text",
                (
                    "<p>Di Bajarau ada satu pohon rambutan yang dijuluki kantor pos. Di bawah pohon itulah orang "
                    "berdiri sore hari, mengangkat telepon, dan menunggu pesan masuk.</p><p>Keluhan soal sinyal "
                    "sebenarnya sudah tiga kali disampaikan, tetapi selalu hanya berbunyi sinyal jelek. Kali ini "
                    "anak-anak karang taruna membuat catatan: tanggal, jam, tempat berdiri, dan apakah telepon atau "
                    "hanya pesan yang bisa masuk.</p><p>Dalam dua minggu terkumpul 63 catatan. Polanya kelihatan "
                    "jelas. Di hulu kampung sinyal mati hampir sepanjang hari, sedangkan di hilir hanya hilang ketika "
                    "listrik padam.</p><p>Catatan itu sudah kami rapikan menjadi peta satu halaman dan kami kirim "
                    "bersama surat kepala desa ke kabupaten. Kami diberi tahu surat sudah diterima dan sedang "
                    "diteruskan ke penyedia layanan.</p><p>Begitu ada jawaban, baik atau buruk, akan kami umumkan di "
                    "sini.</p>"
                ),
            ),
        ],
    },
    {
        "title": "KIM Sebabi bertamu, bertukar cara menyaring kabar bohong",
        "summary": "",
        "category": "youth",
        "adinda": "networking",
        "days_ago": 92,
        "author": "Yulius Tandang",
        "source": "",
        "image": {"scene": "meeting", "seed": 114, "alt": "Gambar warga bermusyawarah sambil duduk"},
        "tags": ["kunjungan", "hoaks", "sebabi"],
        "body": [
            (
                "text",
                (
                    "<p>Delapan anggota KIM Sebabi menempuh perjalanan hampir tiga jam untuk duduk bersama kami di "
                    "sekretariat. Bawaannya sekarung jeruk dan satu pertanyaan: bagaimana Parenggean menghadapi kabar "
                    "bohong di grup keluarga?</p><p>Kami bercerita apa adanya. Di sini ada tiga orang yang bergantian "
                    "menjadi tempat bertanya. Setiap kabar yang meragukan difoto layarnya, dikirim ke mereka, lalu "
                    "dijawab dalam sehari dengan sumber yang bisa dibuka.</p><p>Teman-teman Sebabi punya cara yang "
                    "tidak kami pikirkan. Mereka memasang papan tulis di simpang jalan raya berisi dua kolom, benar "
                    "dan belum tentu, yang diganti setiap pagi. Sopir truk yang singgah ikut membaca.</p><p>Kedua KIM "
                    "sepakat saling mengirim daftar kabar bohong setiap akhir pekan. Papan tulis versi Parenggean "
                    "sudah berdiri di depan pasar sejak Senin.</p>"
                ),
            ),
        ],
    },
    {
        "title": "Pojok baca di Karang Sari buka tiap sore, bukunya dari mana-mana",
        "summary": (
            "Bekas warung di Karang Sari kini berisi 340 buku. Setiap sore rata-rata lima belas anak mampir sepulang "
            "mengaji."
        ),
        "category": "education",
        "adinda": "implementasi",
        "days_ago": 121,
        "author": "Sri Lestari Widodo",
        "source": "",
        "image": {"scene": "school", "seed": 115, "alt": "Gambar sekolah sederhana dan halamannya"},
        "tags": ["pojok baca", "karang sari", "anak"],
        "body": [
            (
                "text",
                (
                    "<p>Warung itu tutup sejak pemiliknya pindah ke Palangka Raya. Raknya dibiarkan, lemari esnya "
                    "dijual. Sekarang rak yang dulu berisi sabun dan mi instan itu penuh buku cerita.</p><p>Pemilik "
                    "bangunan meminjamkannya tanpa sewa. Buku datang dari guru, dari anak kos yang pulang kampung, dan "
                    "satu kardus dari perantau di Banjarmasin yang tidak mau disebut namanya.</p><p>Dua siswi SMA "
                    "bergantian menjaga. Mereka membuat aturan sendiri: pinjam paling lama seminggu, buku yang sobek "
                    "tidak didenda tetapi harus ditambal bersama.</p><p>Yang paling dicari ternyata bukan komik, "
                    "melainkan buku percobaan sains dan buku resep. Beberapa ibu ikut meminjam buku resep "
                    "itu.</p><p>Kami masih mencari buku bergambar untuk anak yang belum lancar membaca. Titipkan saja "
                    "di sekretariat atau langsung ke Karang Sari.</p>"
                ),
            ),
        ],
    },
    {
        "title": "Turnamen voli antardesa: Beringin Tunggal Jaya bawa pulang kambing",
        "summary": "",
        "category": "youth",
        "adinda": "diseminasi",
        "days_ago": 160,
        "author": "Agus Winarto",
        "source": "",
        "image": {"scene": "football", "seed": 116, "alt": "Gambar pemain dan bola di lapangan olahraga"},
        "tags": ["voli", "karang taruna", "olahraga"],
        "body": [
            (
                "text",
                (
                    "<p>Hadiah utamanya seekor kambing jantan, diikat di pinggir lapangan selama seminggu penuh dan "
                    "sempat lepas dua kali. Akhirnya kambing itu pulang ke Beringin Tunggal Jaya yang menang tiga set "
                    "langsung atas tuan rumah.</p><p>Turnamen diikuti sebelas tim putra dan enam tim putri. Baru kali "
                    "ini tim putri sebanyak itu; dua tahun lalu hanya dua dan pertandingannya selesai sebelum "
                    "zuhur.</p><p>Tim putri Sumber Makmur jadi juara setelah final yang berjalan sampai lampu "
                    "lapangan dinyalakan. Pemain terbaiknya masih kelas sebelas dan baru setahun belajar voli di "
                    "halaman masjid.</p><p>Panitia memakai sisa iuran untuk membeli net baru dan mengecat garis "
                    "lapangan. Tahun depan giliran Mekar Jaya yang menjadi tuan rumah.</p>"
                ),
            ),
        ],
    },
]
