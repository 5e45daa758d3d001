"""What the made-up KIM write about: titles that name the village, and texts that share many words, as real ones do."""

NEWS_TITLES = [
    "Warga {village} menanam bibit bakau di tepi sungai",
    "Gotong royong membersihkan saluran air di {village}",
    "Posyandu {village} melayani balita dan lansia",
    "Panen raya padi di {village} tahun ini melimpah",
    "Pemuda {village} menjuarai turnamen bola voli",
    "Musyawarah desa {village} membahas anggaran",
    "Pelatihan membuat keripik pisang untuk ibu-ibu {village}",
    "Sekolah dasar di {village} membuka perpustakaan baru",
    "Festival budaya {village} menampilkan tari dan gamelan",
    "Jalan menuju pasar {village} selesai diperbaiki",
    "Kelompok tani {village} mencoba pupuk organik",
    "Bank sampah {village} mengumpulkan satu ton plastik",
    "Donor darah di balai desa {village} diikuti banyak warga",
    "Nelayan {village} menerima alat tangkap ramah lingkungan",
    "Lomba memasak ikan meriahkan hari jadi {village}",
    "Air bersih kini mengalir ke semua dusun di {village}",
    "Pengumuman jadwal vaksinasi ternak di {village}",
    "Internet desa {village} dipasang di balai pertemuan",
]
PRODUCT_TITLES = [
    "Madu hutan {village}",
    "Keripik singkong {village}",
    "Kain tenun {village}",
    "Kopi bubuk {village}",
    "Anyaman bambu {village}",
    "Gula aren {village}",
    "Sambal ikan {village}",
    "Telur asin {village}",
    "Beras organik {village}",
    "Batik tulis {village}",
    "Minyak kelapa {village}",
    "Tas rotan {village}",
]
ACHIEVEMENT_TITLES = ["Juara lomba desa: {village}", "Desa sehat {village}", "Air terjun {village}"]

SENTENCES = [
    "Sejak pagi warga berkumpul di balai desa sambil membawa peralatan dari rumah masing-masing.",
    "Kepala desa menyampaikan terima kasih kepada semua yang ikut membantu kegiatan ini.",
    "Kegiatan seperti ini akan diadakan setiap bulan agar lingkungan tetap bersih dan nyaman.",
    "Anak-anak sekolah belajar mengenal tanaman yang tumbuh di sekitar rumah mereka.",
    "Petugas kesehatan memeriksa tekanan darah dan memberi saran tentang makanan bergizi.",
    "Hasil panen dijual ke pasar kabupaten dengan harga yang lebih baik daripada tahun lalu.",
    "Para ibu mengolah buah yang melimpah menjadi keripik, selai dan minuman segar.",
    "Pemuda karang taruna menyiapkan panggung, pengeras suara dan konsumsi untuk tamu.",
    "Dana berasal dari anggaran desa dan sumbangan sukarela para pengusaha setempat.",
    "Pemerintah kecamatan berharap desa lain dapat meniru cara kerja kelompok ini.",
    "Air sungai yang jernih menjadi sumber kehidupan bagi petani dan nelayan.",
    "Rapat memutuskan bahwa perbaikan jalan didahulukan sebelum musim hujan tiba.",
    "Pelatihan berlangsung tiga hari dan diikuti peserta dari berbagai dusun.",
    "Tokoh adat membuka acara dengan doa bersama dan tarian penyambutan.",
    "Informasi lengkap dapat ditanyakan kepada pengurus kelompok informasi masyarakat.",
    "Perpustakaan menyediakan buku cerita, majalah pertanian dan komputer untuk belajar.",
    "Sampah plastik ditimbang, dicatat dan ditukar dengan tabungan bagi warga.",
    "Penyuluh menjelaskan cara membuat pupuk dari kotoran ternak dan daun kering.",
]
VARIANTS = 6  # texts that differ
_PER_TEXT = 5  # sentences


def body(variant: int) -> str:
    """One text as HTML."""
    chosen = [SENTENCES[(variant * 3 + step * (variant + 1)) % len(SENTENCES)] for step in range(_PER_TEXT)]
    middle = _PER_TEXT // 2
    return f"<p>Desa kami. {' '.join(chosen[:middle])}</p><p>{' '.join(chosen[middle:])}</p>"


def title(kind: str, number: int, village: str) -> str:
    """The title of a KIM's page with this number."""
    titles = {"news": NEWS_TITLES, "product": PRODUCT_TITLES, "achievement": ACHIEVEMENT_TITLES}[kind]
    text = titles[number % len(titles)].format(village=village)
    return f"{text} ({number // len(titles) + 1})" if number >= len(titles) else text
