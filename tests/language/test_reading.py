"""The detector of English itself."""

from tests.language.reading import english_in, texts_of


def test_texts_are_read_wherever_people_meet_them():
    html = """<html lang="id"><title>Judul</title><body><p title="Petunjuk">Isi <b>tebal</b></p><img alt="Foto">
    <input placeholder="Cari"><input type="submit" value="Simpan"><button aria-label="Tutup"></button>
    <script type="application/json">{"label": "Beranda", "url": "/x/"}</script><style>p { color: red }</style>
    <div data-block='{"meta": {"label": "Paragraf"}}'></div><p lang="en">Never mind</p></body></html>"""
    read = {"Judul", "Petunjuk", "Isi", "tebal", "Foto", "Cari", "Simpan", "Tutup", "Beranda", "Paragraf"}
    assert set(texts_of(html)) == read


def test_dialogs_are_read_from_their_json():
    assert texts_of('{"step": "choose", "html": "<h1>Pilih foto</h1>"}') == ["Pilih foto"]


def test_english_is_told_from_indonesian():
    assert english_in("Save this page") == {"save", "this", "page"}
    assert english_in("You don’t have permission") >= {"don't", "have", "permission"}
    assert not english_in("Simpan halaman ini, lalu unggah foto dan pilih label menu untuk situs Anda.")
    assert not english_in("https://example.id/the/page oleh ketua@example.com")
