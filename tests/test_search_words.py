"""Which forms of Indonesian words meet, measured on word families as they occur in village news."""

import itertools

import pytest
import snowballstemmer

from search.services.marks import cut_around, marked, snippet
from search.services.query import LONGEST_QUERY, MOST_WORDS, parse
from search.spelling import distance, keys_of, skeleton
from search.stemming import ROOTS, stems
from search.words import fold, words_of

# Each line is one family; the first word is the root. Words of two lines should not meet.
FAMILIES = [line.split() for line in """
bangun membangun pembangunan dibangun bangunan terbangun pembangun membangunkan
tulis menulis ditulis penulis tulisan penulisan tertulis menuliskan
potong memotong dipotong potongan pemotongan terpotong
sapu menyapu disapu penyapu sapuan
tanam menanam ditanam tanaman penanaman penanam menanamkan
kirim mengirim dikirim kiriman pengiriman pengirim terkirim mengirimkan
ajar mengajar belajar pelajar pelajaran pengajar diajarkan pembelajaran
panen memanen dipanen pemanenan panennya
olah mengolah diolah olahan pengolahan pengolah
jual menjual dijual penjualan penjual berjualan terjual
beli membeli dibeli pembeli pembelian
sehat kesehatan menyehatkan
latih melatih pelatihan dilatih pelatih berlatih latihan
kerja bekerja pekerja pekerjaan mengerjakan dikerjakan
lomba perlombaan berlomba lombanya
desa pedesaan desanya desa-desa
pupuk memupuk pemupukan dipupuk
sekolah bersekolah disekolahkan sekolahnya
cat mengecat pengecatan dicat
sewa menyewa menyewakan penyewaan disewakan
pakai memakai dipakai pemakai pemakaian
tari menari penari tarian
anyam menganyam anyaman dianyam penganyam
ukir mengukir ukiran pengukir diukir
kumpul mengumpulkan berkumpul perkumpulan dikumpulkan pengumpulan
satu bersatu persatuan menyatukan penyatuan
ikan perikanan ikannya
tani petani pertanian bertani
ternak peternak peternakan beternak diternakkan
bersih membersihkan kebersihan pembersihan dibersihkan
layan melayani pelayanan pelayan dilayani
daftar mendaftar pendaftaran terdaftar didaftarkan
bantu membantu bantuan dibantu pembantu
dagang berdagang pedagang perdagangan
salur menyalurkan penyaluran disalurkan saluran
sampai menyampaikan disampaikan penyampaian
bayar membayar pembayaran dibayar
guna menggunakan penggunaan digunakan pengguna berguna
masak memasak masakan dimasak
undang mengundang undangan diundang
turun menurun penurunan diturunkan
hadir menghadiri kehadiran dihadiri
main bermain permainan pemain dimainkan
teliti meneliti penelitian peneliti diteliti
giat kegiatan bergiat kegiatan2 kegiatan-kegiatan
anak anak-anak anak2 anaknya
daya pemberdayaan memberdayakan berdaya
juang perjuangan berjuang memperjuangkan
wisata wisatawan berwisata
kembang mengembangkan pengembangan berkembang perkembangan
tingkat meningkatkan peningkatan bertingkat tingkatan
laku melakukan dilakukan pelaku berlaku
nyanyi menyanyi bernyanyi penyanyi nyanyian
beri memberikan pemberian diberikan pemberi
jumat Jum'at jumatan
sosialisasi mensosialisasikan disosialisasikan
""".strip().splitlines()]  # fmt: skip

# Roots that are not in search/data/root_words.txt: what the rules alone can do.
UNLISTED = [line.split() for line in """
kemudi mengemudi pengemudi dikemudikan kemudinya
tombak menombak tombaknya ditombak
kupas mengupas dikupas pengupasan kupasan
tumis menumis ditumis tumisan
paku memaku dipaku pemakuan
semprot menyemprot penyemprotan disemprot semprotan
tampar menampar ditampar tamparan
kikis mengikis pengikisan dikikis terkikis
asuransi mengasuransikan diasuransikan
dayung mendayung pendayung didayung
rendam merendam perendaman direndam rendaman
jemur menjemur penjemuran dijemur jemuran
bor mengebor pengeboran dibor
parut memarut diparut parutan
kepung mengepung dikepung pengepungan
tikam menikam ditikam penikaman
salai menyalai disalai penyalaian
kukur mengukur dikukur
congkel mencongkel dicongkel
sunat menyunat disunat penyunatan sunatan
kayuh mengayuh dikayuh kayuhan pengayuh
tembus menembus ditembus tembusan penembusan
tabur menabur ditabur taburan penaburan
bubut membubut dibubut pembubutan
gergaji menggergaji digergaji penggergajian
pijit memijit dipijit pijitan pemijit
sulut menyulut disulut penyulut
jinak menjinakkan dijinakkan penjinak
kuras menguras dikuras pengurasan
rebus merebus direbus rebusan perebusan
kibar mengibarkan berkibar pengibaran dikibarkan
tebar menebar ditebar penebaran tebaran
semai menyemai disemai penyemaian persemaian
""".strip().splitlines()]  # fmt: skip


def _stems(word: str) -> frozenset[str]:
    return frozenset().union(*(stems(part) | {part} for part in words_of(word)))


def _snowball(word: str) -> frozenset[str]:
    stemmer = snowballstemmer.stemmer("indonesian")
    return frozenset(stemmer.stemWord(part) for part in words_of(word))


def measure(families, stem) -> tuple[float, float]:
    """Recall: pairs of one family that meet. Precision: pairs that meet and are of one family."""
    stemmed = [(number, stem(word)) for number, family in enumerate(families) for word in family]
    pairs = [(one[0] == other[0], not one[1].isdisjoint(other[1])) for one, other in itertools.combinations(stemmed, 2)]
    both = sum(related and meets for related, meets in pairs)
    return both / sum(related for related, _ in pairs), both / sum(meets for _, meets in pairs)


def test_forms_of_a_word_meet_and_others_do_not():
    recall, precision = measure(FAMILIES, _stems)
    plain_recall, plain_precision = measure(FAMILIES, _snowball)
    print(f"\n{len(FAMILIES)} families: recall {recall:.3f}, precision {precision:.3f};", end=" ")
    print(f"Snowball alone: {plain_recall:.3f}, {plain_precision:.3f}")

    assert len(FAMILIES) >= 50
    assert recall > 0.99
    assert precision > 0.99
    assert plain_recall < 0.9  # else the additions could go


def test_rules_alone_bring_most_unlisted_words_together():
    families = [family for family in UNLISTED if family[0] not in ROOTS]
    recall, precision = measure(families, _stems)
    plain_recall, plain_precision = measure(families, _snowball)
    print(f"\n{len(families)} unlisted families: recall {recall:.3f}, precision {precision:.3f};", end=" ")
    print(f"Snowball alone: {plain_recall:.3f}, {plain_precision:.3f}")

    assert recall > 0.85
    assert precision > 0.95
    assert plain_recall < recall


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("Jum'at", "jumat"),
        ("Qur’an", "quran"),
        ("CAFÉ", "cafe"),
        ("½", "12"),
        ("ＫＩＭ", "kim"),
        ("☕", ""),
        ("x" * 99, "x" * 40),
    ],
)
def test_case_accents_and_apostrophes_do_not_matter(typed, plain):
    assert fold(typed) == plain


def test_words_of_other_scripts_become_ascii_and_keep_their_beginnings():
    assert fold("ꦏꦩꦸꦁ").isascii()
    assert fold("Администрация").startswith(fold("Админ"))


def test_english_words_have_english_stems():
    assert stems("villages", "en") == stems("village", "en")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", []),
        ("   ", []),
        ("☕ 🎉", []),
        ("\x00", []),
        ("di dan yang", ["di", "dan", "yang"]),
        ("jalan di desa", ["jalan", "desa"]),
        ("padi PADI Padi", ["padi"]),
        ('"jalan" AND (rusak* OR NOT -x)', ["jalan", "rusak", "not", "x"]),
        (" ".join(f"kata{number}" for number in range(99)), [f"kata{number}" for number in range(MOST_WORDS)]),
    ],
)
def test_a_query_is_its_words_and_nothing_in_it_is_an_operator(typed, words):
    assert [word.plain for word in parse(typed, ("id-id",)).words] == words


def test_a_query_has_a_sane_length():
    assert len(parse("a" * 100_000, ("id-id",)).text) == LONGEST_QUERY


def test_only_the_last_word_may_be_the_beginning_of_one():
    assert [word.start for word in parse("kerupuk panga", ("id-id",)).words] == ["", "panga"]
    assert [word.start for word in parse("ker", ("id-id",)).words] == [""]


def test_marks_are_escaped_and_stand_around_all_forms():
    query = parse("membangun kerup", ("id-id",))
    html = marked('<script>alert("x")</script> Pembangunan & kerupuk', query, "id-id")
    assert html == (
        "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; <mark>Pembangunan</mark> &amp; <mark>kerupuk</mark>"
    )


def test_the_snippet_shows_the_first_match_of_the_body_if_the_summary_has_none():
    body = "Awal cerita. " * 40 + "Lalu warga memanen padi bersama. " + "Akhir cerita. " * 40
    words = snippet("Sebuah ringkasan.", body, parse("panen", ("id-id",)), "id-id")
    assert "memanen padi" in words
    assert words.startswith("… ")
    assert words.endswith(" …")
    assert len(words) < 200
    assert snippet("Tentang panen.", body, parse("panen", ("id-id",)), "id-id") == "Tentang panen."
    assert snippet("Ringkasan.", "tanpa", parse("panen", ("id-id",)), "id-id") == "Ringkasan."


def test_a_snippet_of_one_endless_word_ends():
    assert len(cut_around("a" * 10_000, 5_000)) < 200


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("krupuk", "kerupuk"), ("keruguk", "kerupuk"), ("trima", "terima"), ("pupku", "pupuk"), ("soengai", "sungai"), ("posyndu", "posyandu")],
)  # fmt: skip
def test_misspelt_words_share_a_key_with_what_was_meant(typed, meant):
    assert keys_of(typed) & keys_of(meant)
    assert distance(typed, meant, 2) <= 2


def test_distance_counts_a_swap_once_and_stops_early():
    assert distance("pupku", "pupuk", 2) == 1
    assert distance("aaaa", "zzzzzz", 1) == 2
    assert skeleton("djoega") == skeleton("juga")
