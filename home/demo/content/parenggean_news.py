"""The newest half of KIM Parenggean's news."""

NEWS = [
    {
        "title": "Jadwal jaga karhutla dibagi, enam belas relawan mulai patroli",
        "summary": (
            "Enam belas relawan dari empat desa membagi giliran patroli. Setiap sore mereka berkeliling dengan motor "
            "dan mengecek sumur bor."
        ),
        "category": "environment",
        "adinda": "implementasi",
        "days_ago": 9,
        "author": "Agus Winarto",
        "source": "",
        "image": {"scene": "fire_watch", "seed": 102, "alt": "Gambar relawan berjaga mengawasi lahan dari api"},
        "tags": ["karhutla", "relawan", "bukit harapan"],
        "body": [
            (
                "text",
                (
                    "<p>Buku jaga itu tebalnya cuma dua puluh halaman, tetapi sejak Senin isinya mulai penuh. Enam "
                    "belas relawan dari Bukit Harapan, Karya Bersama, Manjalin, dan Bajarau sepakat membagi giliran "
                    "patroli kebakaran lahan, dua orang setiap sore, sampai hujan turun merata.</p><p>Rutenya "
                    "mengikuti jalan kebun yang paling jarang dilewati. Di setiap titik berhenti, relawan menulis jam, "
                    "keadaan rumput, dan ketinggian air di sumur bor. Dari catatan minggu pertama, dua dari tujuh "
                    "sumur bor ternyata pompanya macet dan harus dibongkar.</p>"
                ),
            ),
            (
                "quote",
                {
                    "text": (
                        "Kalau asap baru kelihatan dari rumah, itu sudah terlambat. Lebih baik capek keliling daripada "
                        "capek memadamkan."
                    ),
                    "attribution": "Marhat, relawan Desa Bukit Harapan",
                },
            ),
            (
                "text",
                (
                    "<p>Pompa yang macet sudah dibawa ke bengkel di Parenggean. Untuk sementara, selang cadangan dan "
                    "dua tandon air disimpan di balai desa Karya Bersama karena letaknya paling tengah.</p><p>Warga "
                    "yang hendak membersihkan lahan diminta mengabari ketua RT lebih dulu. Tim bersedia datang "
                    "membantu membuat sekat dan menumpuk ranting supaya tidak perlu dibakar.</p>"
                ),
            ),
            (
                "gallery",
                [
                    {
                        "scene": "plantation_road",
                        "seed": 103,
                        "alt": "Gambar jalan lurus membelah perkebunan",
                        "caption": "Jalan kebun Karya Bersama, titik pertama patroli sore.",
                    },
                    {
                        "scene": "fire_watch",
                        "seed": 104,
                        "alt": "Ilustrasi penjagaan kebakaran lahan",
                        "caption": "Selang dicoba seminggu sekali supaya sambungannya tidak kering.",
                    },
                    {
                        "scene": "meeting",
                        "seed": 105,
                        "alt": "Gambar sekelompok orang berkumpul dan berbincang",
                        "caption": "Pembagian giliran di balai desa, lengkap dengan kopi.",
                    },
                ],
            ),
            (
                "text",
                (
                    "<p>Nomor piket ditempel di pos ronda empat desa. Siapa pun yang melihat asap boleh langsung "
                    "menelepon, tidak perlu menunggu yakin dulu.</p>"
                ),
            ),
        ],
    },
    {
        "title": "Papan Jembatan Manjalin selesai diganti, motor dan gerobak bisa lewat",
        "summary": "",
        "category": "government",
        "adinda": "implementasi",
        "days_ago": 4,
        "author": "Rendi Bahandang",
        "source": "",
        "image": {"scene": "bridge", "seed": 106, "alt": "Gambar sungai dengan jembatan panjang di atasnya"},
        "tags": ["jembatan", "manjalin", "handep"],
        "body": [
            (
                "text",
                (
                    "<p>Sejak Minggu siang jembatan kayu di Manjalin sudah bisa dilewati lagi. Tiga puluh dua keping "
                    "papan yang lapuk diganti, dan dua gelagar di sisi hilir diperkuat dengan kayu ulin sisa bongkaran "
                    "gudang lama.</p><p>Pekerjaan memakan waktu dua hari. Kayu dibeli dari kas desa, sedangkan "
                    "tenaganya dari warga. Yang tidak ikut memaku kebagian memasak; hari kedua dapur mengirim sayur "
                    "umbut rotan dan ikan baung bakar untuk hampir empat puluh orang.</p><p>Untuk sementara truk "
                    "bermuatan buah sawit tetap diminta memutar lewat jalan perusahaan. Jembatan ini hanya sanggup "
                    "menahan motor, gerobak, dan mobil kecil.</p><p>Ketua RT 02 meminta pengendara turun dan menuntun "
                    "motor kalau papan basah. Pegangan di sisi kiri baru dipasang sebagian dan akan dilanjutkan Minggu "
                    "depan.</p>"
                ),
            ),
        ],
    },
    {
        "title": "Rembuk soal sampah pasar: truk minta jam tetap, pedagang minta bak",
        "summary": (
            "Pedagang, sopir truk sampah, dan pengurus pasar duduk satu meja. Tiga hal disepakati, satu masih menunggu "
            "jawaban."
        ),
        "category": "government",
        "adinda": "diskusi",
        "days_ago": 16,
        "author": "Hasanah Murni",
        "source": "",
        "image": {"scene": "meeting", "seed": 107, "alt": "Ilustrasi pertemuan warga di sebuah balai"},
        "tags": ["sampah", "pasar", "rembuk"],
        "body": [
            (
                "text",
                (
                    "<p>Bau di belakang los ikan sudah lama jadi bahan keluhan. Kamis malam lalu KIM mengundang "
                    "pedagang, sopir truk sampah, dan pengurus pasar untuk membicarakannya tanpa saling "
                    "menunjuk.</p><p>Duduk perkaranya ternyata sederhana. Truk datang pukul enam pagi, sementara los "
                    "ikan baru bersih menjelang pukul sepuluh. Sampah siang akhirnya menginap semalam dan dikerubungi "
                    "anjing.</p>"
                ),
            ),
            (
                "quote",
                {
                    "text": "Saya bukan malas angkut, Bu. Saya datang baknya memang kosong.",
                    "attribution": "Sopir truk sampah dalam rembuk",
                },
            ),
            (
                "text",
                (
                    "<p>Disepakati tiga hal: truk bergeser ke pukul sebelas, pedagang ikan memisahkan sisa basah dalam "
                    "ember bertutup, dan pengurus pasar menyapu saluran setiap Jumat. Usulan menambah dua bak besar "
                    "masih menunggu jawaban dari kabupaten.</p><p>Kesepakatan dicoba sebulan. Setelah itu kami "
                    "berkumpul lagi dan melihat apa yang jalan dan apa yang tidak.</p>"
                ),
            ),
        ],
    },
    {
        "title": "Cara membaca harga TBS mingguan, biar tidak bingung di timbangan",
        "summary": (
            "Harga di papan pengumuman tidak selalu sama dengan yang diterima di kebun. Ini tiga angka yang perlu "
            "dicek petani swadaya."
        ),
        "category": "economy",
        "adinda": "akses",
        "days_ago": 23,
        "author": "Agus Winarto",
        "source": "Dinas Perkebunan Provinsi Kalimantan Tengah",
        "image": {
            "scene": "plantation_road",
            "seed": 108,
            "alt": "Ilustrasi jalan tanah di antara barisan kebun sawit",
        },
        "tags": ["sawit", "harga tbs", "petani swadaya"],
        "body": [
            (
                "text",
                (
                    "<p>Setiap ada pengumuman harga tandan buah segar, grup WhatsApp petani ramai dengan pertanyaan "
                    "yang sama: kenapa di kebun saya lebih murah? Kami mencoba menjelaskannya dengan bahasa "
                    "warung.</p><p>Angka pertama yang harus dilihat adalah umur tanaman. Harga resmi disusun menurut "
                    "umur pohon, dan pohon muda memang dihargai lebih rendah karena kandungan minyaknya belum "
                    "penuh.</p><p>Angka kedua adalah jenis hubungan dengan pabrik. Harga penetapan berlaku bagi kebun "
                    "yang bermitra. Petani yang menjual lewat pengepul akan kena potongan ongkos angkut dan risiko si "
                    "pengepul, jadi tanyakan rinciannya, jangan hanya harga akhirnya.</p><p>Angka ketiga ada di nota "
                    "timbang, yaitu potongan sortasi. Buah mentah, tangkai panjang, dan brondolan kotor semua "
                    "dihitung. Petani yang memotong tangkai rapat dan memanen tepat matang biasanya kena potongan "
                    "lebih kecil.</p><p>Simpan nota minimal tiga bulan. Kalau ada yang janggal, bawa ke sekretariat; "
                    "kami bantu membandingkan dengan nota tetangga sebelum bertanya ke pabrik.</p>"
                ),
            ),
        ],
    },
    {
        "title": "Posyandu Kabuau pindah ke rumah betang kecil, timbangan baru datang",
        "summary": "",
        "category": "health",
        "adinda": "diseminasi",
        "days_ago": 31,
        "author": "Norlaila Hamsi",
        "source": "Kader Posyandu Anggrek Desa Kabuau",
        "image": {"scene": "health_post", "seed": 109, "alt": "Gambar pos kesehatan desa yang sedang melayani warga"},
        "tags": ["posyandu", "kabuau", "balita"],
        "body": [
            (
                "text",
                (
                    "<p>Mulai bulan ini Posyandu Anggrek di Desa Kabuau buka di balai kayu yang biasa disebut warga "
                    "betang kecil, bukan lagi di teras kantor desa. Tempatnya lebih teduh dan anak-anak bisa bermain "
                    "tanpa dekat jalan.</p><p>Timbangan gantung yang jarumnya suka macet sudah diganti timbangan "
                    "digital. Kader juga menerima dua alat ukur panjang badan, jadi bayi tidak perlu lagi diukur "
                    "dengan meteran jahit.</p><p>Bulan lalu tercatat 47 balita ditimbang dari 58 yang terdaftar. "
                    "Sebelas yang tidak datang kebanyakan ikut orang tuanya menginap di pondok ladang. Kader akan "
                    "menyusul ke pondok setiap Sabtu pertama dengan perahu.</p><p>Jadwal tetap tanggal 9 setiap "
                    "bulan, mulai pukul delapan. Bawa buku KIA, dan bila anak sedang demam tetap datang saja untuk "
                    "diperiksa, imunisasinya yang ditunda.</p>"
                ),
            ),
        ],
    },
    {
        "title": "Belajar memecah koloni kelulut: dari satu log jadi tiga",
        "summary": (
            "Dua puluh peserta dari lima desa belajar memindah dan memecah koloni lebah kelulut tanpa merusak sarang "
            "induk."
        ),
        "category": "economy",
        "adinda": "akses",
        "days_ago": 44,
        "author": "Rendi Bahandang",
        "source": "",
        "image": {"scene": "training", "seed": 110, "alt": "Gambar sekelompok orang belajar bersama"},
        "tags": ["kelulut", "madu", "pelatihan"],
        "body": [
            (
                "text",
                (
                    "<p>Lebah kelulut tidak menyengat, tetapi jangan dikira gampang dipindah. Itu pelajaran pertama "
                    "dalam pelatihan dua hari di Kabuau, ketika satu log hampir ditinggal ratunya karena dibuka saat "
                    "hujan gerimis.</p><p>Peserta kemudian diajari menunggu pagi yang cerah, mengambil sebagian sel "
                    "telur, menyisakan bekal madu dan tepung sari, lalu menutup kotak baru rapat-rapat dengan tanah "
                    "liat. Dalam sebulan koloni baru sudah tampak punya corong masuk sendiri.</p><p>Pemateri adalah "
                    "peternak setempat yang sudah lima tahun memelihara kelulut di belakang rumah. Menurutnya, kunci "
                    "panen bukan pada kotaknya melainkan pada bunga di sekitar kebun, jadi peserta pulang membawa "
                    "bibit air mata pengantin dan kaliandra.</p><p>Enam bulan lagi kami akan mendatangi lagi kedua "
                    "puluh peserta untuk menghitung berapa koloni yang bertahan. Hasilnya akan kami tulis apa "
                    "adanya.</p>"
                ),
            ),
        ],
    },
]
