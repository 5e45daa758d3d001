"""Plain text with a few marks becomes rich text and comes back, whatever was typed."""

import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from kim_sites.services.plain_text import fits_plain, html_from_plain, plain_from_html

RICH = [
    "<p>Warga menanam bibit.</p>",
    "<p>Satu</p><p>Dua<br/>tiga</p>",
    "<h2>Judul</h2><p>Isi</p><h3>Bagian</h3>",
    "<ul><li>Cangkul</li><li>Bibit</li></ul><ol><li>Gali</li><li>Tanam</li></ol>",
    "<p><b>Penting:</b> bawa <i>topi</i> dan <b><i>air</i></b>.</p>",
    '<p>Lihat <a href="https://example.id/a?b=1&amp;c=2">di sini</a>.</p>',
    '<p><a href="https://example.id/peta">https://example.id/peta</a>, ya.</p>',
    '<p><a id="3" linktype="page">Berita lama</a>, <a id="7" linktype="document">surat</a></p>',
    "<p>#</p><p>##<br/>-</p>",
    "<p># bukan judul</p><p>- bukan daftar<br/>1. bukan nomor</p>",
    "<ol><li>Gali</li></ol><p>2. bukan nomor</p><p>17. Agustus</p>",
    "<p>5 * 3 = 15, nama_berkas_ini, _garis, [catatan], a\\b &lt;b&gt; &amp;amp;</p>",
    "<p>alamat https://example.id tanpa tautan</p>",
]
NOT_PLAIN = [
    "<ul><li>Satu<ul><li>Dalam</li></ul></li></ul>",
    '<p>Kolom <span class="x">lain</span></p>',
    '<embed alt="Sungai" embedtype="image" format="left" id="1"/>',
    "<p><sup>2</sup></p>",
    "<ol><li>Satu</li></ol><ol><li>Satu lagi</li></ol>",
]


@pytest.mark.parametrize("html", RICH)
def test_what_the_full_editor_wrote_comes_through_plain_text_unchanged(html):
    assert html_from_plain(plain_from_html(html)) == html
    assert fits_plain(html)


@pytest.mark.parametrize(
    ("plain", "html"),
    [
        ("Warga ****\n\n- \n#\nPanen", "<p>Warga</p><p>Panen</p>"),
        ("****", ""),
        ("**satu****dua**", "<p><b>satu</b><b>dua</b></p>"),
        (r"Nilai \*\*\*\*", "<p>Nilai ****</p>"),
    ],
)
def test_a_mark_that_a_button_left_without_words_is_not_shown(plain, html):
    assert html_from_plain(plain) == html


@pytest.mark.parametrize("html", NOT_PLAIN)
def test_what_plain_text_has_no_marks_for_is_not_opened_there(html):
    assert not fits_plain(html)


def test_keys_of_blocks_and_empty_paragraphs_do_not_count():
    assert fits_plain('<p data-block-key="ab12">Satu</p><p data-block-key="cd34"></p><p><strong>Dua</strong></p>')


@pytest.mark.parametrize(
    ("plain", "html"),
    [
        ("", ""),
        (" \n\n ", ""),
        ("Satu\r\nDua\r\n\r\nTiga", "<p>Satu<br/>Dua</p><p>Tiga</p>"),
        ("Belanja:\n- beras\n• gula\n1) pulang", "<p>Belanja:</p><ul><li>beras</li><li>gula</li></ul><ol><li>pulang</li></ol>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("[klik](javascript:alert(1))", "<p>[klik](javascript:alert(1))</p>"),
        ('[klik](https://x.id/"onclick=1)', '<p>[klik](<a href="https://x.id/">https://x.id/</a>"onclick=1)</p>'),
        ("Kunjungi https://example.id.", '<p>Kunjungi <a href="https://example.id">https://example.id</a>.</p>'),
        ("**belum tutup", "<p>**belum tutup</p>"),
        ("[nomor](tel:081234)", '<p><a href="tel:081234">nomor</a></p>'),
        ("1. gali\n2) tanam\n\n3. siram", "<ol><li>gali</li><li>tanam</li><li>siram</li></ol>"),
        ("2. dua\n3. tiga", "<p>2. dua<br/>3. tiga</p>"),
        ("1. satu\n\nlalu\n\n2. dua", "<ol><li>satu</li></ol><p>lalu</p><p>2. dua</p>"),
        ("1. satu\n3. tiga", "<ol><li>satu</li></ol><p>3. tiga</p>"),
        ("1. satu\n1. lagi", "<ol><li>satu</li></ol><p>1. lagi</p>"),
        ("01. satu\n17. Agustus", "<p>01. satu<br/>17. Agustus</p>"),
    ],
)  # fmt: skip
def test_what_people_type_becomes_rich_text(plain, html):
    assert html_from_plain(plain) == html


@given(st.text(alphabet=st.sampled_from("ab 1.-#*_[]()\\:/<>&\"'\nhtps•é"), max_size=60))
def test_anything_typed_comes_back_with_the_same_meaning(text):
    html = html_from_plain(text)
    assert "<script" not in html
    assert fits_plain(html), plain_from_html(html)


NUMBERS = re.compile(r"([0-9]+)[.)] ")


def shown_lines(html: str) -> list[str]:
    """What a reader sees, line by line, with the numbers that a browser puts before the items of a list."""
    lines = []
    for block in BeautifulSoup(html, "html.parser").children:
        if block.name == "ol":
            lines += [f"{number}. {item.get_text()}" for number, item in enumerate(block.find_all("li"), 1)]
        else:
            lines += block.get_text("\n").split("\n")
    return lines


@given(
    st.lists(
        st.sampled_from(["", "lalu", *(f"{number}{sign} kerja" for number in (0, 1, 2, 3, 12, 100) for sign in ".)")])
    )
)
def test_readers_see_the_numbers_that_were_typed(lines):
    shown = [NUMBERS.match(line)[1] for line in shown_lines(html_from_plain("\n".join(lines))) if NUMBERS.match(line)]
    assert shown == [NUMBERS.match(line)[1] for line in lines if NUMBERS.match(line)]


def test_a_typed_number_that_is_no_item_needs_no_sign_before_it_when_it_is_opened_again():
    assert plain_from_html("<p>2. dua</p>") == "2. dua"
