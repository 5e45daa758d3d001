"""The title is the first sentence, and everyday abbreviations end none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posting.services.titles import ABBREVIATIONS, MOST_TITLE, suggest_title
from posting.wording import script_words


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Warga menanam bibit. Sejak pagi.", "Warga menanam bibit"),
        ("H. Ahmad Yani meresmikan jembatan. Warga senang.", "H. Ahmad Yani meresmikan jembatan"),
        ("Hj. Siti dan Bpk. Budi hadir. Ya", "Hj. Siti dan Bpk. Budi hadir"),
        ("Bapak dr. Siti, S.Pd., M.Si. hadir. Ya", "Bapak dr. Siti, S.Pd., M.Si. hadir"),
        ("Drs. K. H. Zainuddin M. Z. berceramah. Ya", "Drs. K. H. Zainuddin M. Z. berceramah"),
        ("Lomba di Jl. Merdeka Gg. 2 No. 5 RT. 03 RW. 01 Ds. Sebabi Kec. Telawang Kab. Kotim. Ya",
         "Lomba di Jl. Merdeka Gg. 2 No. 5 RT. 03 RW. 01 Ds. Sebabi Kec. Telawang Kab…"),
        ("Harga Rp. 25.000 per kilo. Murah.", "Harga Rp. 25.000 per kilo"),
        ("Mulai pukul 14.00 di balai. Ayo.", "Mulai pukul 14.00 di balai"),
        ("Hadir 40 orang pada 17 Agustus 2026. Ya", "Hadir 40 orang pada 17 Agustus 2026"),
        ("Bawa cangkul, dll. ke sungai. Ya", "Bawa cangkul, dll. ke sungai"),
        ("Warga menunggu... lama sekali. Ya", "Warga menunggu... lama sekali"),
        ("Warga menunggu… lama sekali. Ya", "Warga menunggu… lama sekali"),
        ("Ayo! Datang semua.", "Ayo!"),
        ("Acara pukul 09.00 WIB. Semua datang.", "Acara pukul 09.00 WIB"),
        ("warga panen. semua senang.", "warga panen"),
        ("1. Gotong royong. Ya", "Gotong royong"),
        ("2. Gotong royong. Ya", "2. Gotong royong"),
        ("Hadir Ahmad, S.Pd.", "Hadir Ahmad, S.Pd."),
        ("# Panen **raya**. Ya", "Panen raya"),
        ("🎉🎉🎉\nWarga senang. Ya", "Warga senang"),
        ("🎉. Warga senang. Ya", "🎉. Warga senang"),
        ("H.\nAhmad hadir.", "Ahmad hadir"),
        ("Dr.\r\n\r\nSiti hadir.", "Siti hadir"),
        ("A", ""), ("Hj.", ""), ("S.Pd.", ""), ("🎉\n**\n...", ""), ("", ""),
    ],
)  # fmt: skip
def test_the_title_is_the_first_sentence(text, title):
    found = suggest_title(text)
    assert found == title or (title.endswith("…") and found.startswith(title[:-1]) and len(found) <= MOST_TITLE)


@given(st.lists(st.sampled_from([*ABBREVIATIONS, "H", "warga", "Panen", "S.Pd", "14", "🎉", "…"]), max_size=8))
def test_a_title_is_never_one_letter_or_an_abbreviation(words):
    title = suggest_title(" ".join(f"{word}." for word in words))
    assert len(title) <= MOST_TITLE
    assert not title or len(title) > 1
    assert title.rstrip(".").lower() not in ABBREVIATIONS


def test_the_script_gets_the_same_list():
    assert script_words()["abbreviations"] == ABBREVIATIONS
    assert {"hj", "dr", "drs", "ir", "prof", "bpk", "jl", "jln", "gg", "no", "rp", "rt", "rw"} < set(ABBREVIATIONS)
