"""Advice after saving: what would make a page better for readers, never a refusal."""

import re

import pytest

from editing.services.advice import advice
from tests.factories import make_achievement, make_image, make_news, make_product

pytestmark = pytest.mark.django_db
LONG = [("text", f"<p>{'Warga menanam bibit pohon di tepi sungai. ' * 5}</p>")]


def good_news(kim, **changes):
    """An article about which there is nothing to say."""
    image = make_image(kim, size=(900, 600))
    values = {"summary": "Warga menanam bibit.", "body": LONG, "lead_image": image, "lead_image_alt": "Warga di sungai"}
    return make_news(kim, **{**values, **changes})


def test_a_good_page_needs_no_advice(kim):
    assert advice(good_news(kim)) == []


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"title": "PANEN RAYA DI DESA"}, "judul|title"),
        ({"title": "Warga " * 15}, "80"),
        ({"summary": ""}, "ringkasan|summary"),
        ({"body": [("text", "<p>Pendek.</p>")]}, "pendek|short"),
        ({"body": [("text", f"<p>{'WARGA MENANAM BIBIT ' * 10}</p>")]}, "kapital|besar|capital"),
        ({"lead_image_alt": "IMG_20261123_081500.jpg"}, "IMG_2026"),
        ({"lead_image_alt": "IMG-20261123-WA0004"}, "WA0004"),
    ],
)
def test_each_weakness_has_its_sentence(kim, changes, words):
    (sentence,) = advice(good_news(kim, **changes))
    assert re.search(words, sentence, re.IGNORECASE)


def test_a_small_photo_is_named_wherever_it_stands(kim):
    small = make_image(kim, size=(320, 200), title="Kecil")
    picture = ("image", {"image": small, "alt": "Sungai", "caption": ""})

    assert len(advice(good_news(kim, lead_image=small))) == 1
    assert "Kecil" in advice(good_news(kim, body=[*LONG, picture]))[0]


def test_products_and_achievements_get_advice_too(kim):
    assert any("320" in sentence for sentence in advice(make_product(kim, image=make_image(kim, size=(320, 200)))))
    assert advice(make_achievement(kim, "JUARA SATU LOMBA DESA"))
