"""The chair decides on a small screen, about what was read there."""

import re
from html import unescape

import pytest

from kim_sites.models import AchievementPage, NewsPage, ProductPage
from tests.factories import make_seller
from tests.posting.test_sending import phone_of  # noqa: F401

pytestmark = pytest.mark.django_db
CHANGED = "This page was changed after you opened it."


def read(client, url: str, **decision) -> dict:
    """Open the page and decide: what the form then sends."""
    html = client.get(url).content.decode()
    return {"revision": re.search(r'name="revision" value="(\d+)"', html)[1], **decision}


def change(page, title: str) -> None:
    """Somebody writes another version."""
    latest = page.get_latest_revision_as_object()
    latest.title = title
    latest.save_revision(user=page.owner)


@pytest.fixture
def waiting(phone_of):  # noqa: F811
    """An article that a contributor sent, and its address here."""
    phone_of("contributor").send(text="Panen raya. Semua senang.")
    page = NewsPage.objects.get()
    return page, f"/kirim/periksa/{page.pk}/"


def test_the_chair_reads_and_publishes(waiting, phone_of):  # noqa: F811
    page, url = waiting
    chair = phone_of("chair").client
    assert url in chair.get("/kirim/").content.decode()
    assert "Semua senang." in chair.get(url).content.decode()

    text = chair.post(url, read(chair, url, approve="1"), follow=True).content.decode()

    assert "“Panen raya” is published." in text
    page.refresh_from_db()
    assert page.live


def test_sending_back_wants_a_word_and_the_author_reads_it(waiting, phone_of):  # noqa: F811
    page, url = waiting
    chair = phone_of("chair").client
    answer = chair.post(url, read(chair, url, reject="1", comment=" "))
    assert answer.status_code == 422
    assert "Please write what should be changed" in answer.content.decode()

    chair.post(url, read(chair, url, reject="1", comment="Tambah nama dusun."))

    page.refresh_from_db()
    assert not page.live


@pytest.mark.parametrize("decision", ["approve", "reject"])
def test_a_version_that_nobody_read_is_neither_published_nor_sent_back(waiting, phone_of, decision):  # noqa: F811
    page, url = waiting
    chair = phone_of("chair").client
    old = read(chair, url, comment="Tambah nama dusun.", **{decision: "1"})
    change(page, "Panen gagal")

    answer = chair.post(url, old)

    html = answer.content.decode()
    assert answer.status_code == 422
    assert CHANGED in html
    assert "Panen gagal" in html
    assert "Tambah nama dusun." in html
    page.refresh_from_db()
    assert not page.live
    assert page.current_workflow_task_state.status == "in_progress"
    chair.post(url, read(chair, url, **{decision: "1"}, comment="Tambah nama dusun."))
    page.refresh_from_db()
    assert page.live == (decision == "approve")


def test_withdrawn_changed_and_sent_again_is_to_be_read_again(waiting, phone_of):  # noqa: F811
    page, url = waiting
    chair = phone_of("chair").client
    old = read(chair, url, approve="1")
    page.current_workflow_state.cancel(user=page.owner)
    change(page, "Panen gagal")
    page.refresh_from_db()
    page.get_workflow().start(page, page.owner)

    assert CHANGED in chair.post(url, old).content.decode()

    page.refresh_from_db()
    assert not page.live


def test_a_form_that_names_no_version_decides_nothing(waiting, phone_of):  # noqa: F811
    page, url = waiting
    assert CHANGED in phone_of("chair").client.post(url, {"approve": "1"}).content.decode()
    page.refresh_from_db()
    assert not page.live


def test_whoever_is_second_reads_what_the_first_did(waiting, phone_of):  # noqa: F811
    _page, url = waiting
    one, two = phone_of("chair").client, phone_of("chair").client
    late = read(two, url, reject="1", comment="x")
    one.post(url, read(one, url, approve="1"))
    for answer in (two.post(url, late, follow=True), two.get(url, follow=True)):
        assert "has approved this page already" in answer.content.decode()


def test_only_who_decides_may_look(waiting, phone_of, other_kim):  # noqa: F811
    _page, url = waiting
    for client in (phone_of("editor").client, phone_of("contributor").client, phone_of("chair", of=other_kim).client):
        assert client.get(url).status_code == client.post(url, {"approve": "1"}).status_code == 404


def facts(phone_of, page) -> str:  # noqa: F811
    """What the chair reads besides text and photos, without tags."""
    html = phone_of("chair").client.get(f"/kirim/periksa/{page.pk}/").content.decode()
    return " ".join(
        re.sub(r"<[^>]+>", " ", unescape(html).partition('<ul class="rows facts">')[2].partition("</ul>")[0]).split()
    )


def test_the_topic_of_news_is_shown(waiting, phone_of):  # noqa: F811
    assert facts(phone_of, waiting[0]) == "Topic: Environment"


def test_level_and_year_of_an_achievement_are_shown(phone_of):  # noqa: F811
    phone_of("contributor").send("prestasi", level="regency", year="2024", text="Juara satu.")
    assert facts(phone_of, AchievementPage.objects.get()) == "Level: Regency level Year: 2024"


@pytest.mark.parametrize(
    ("number", "agrees", "words"),
    [
        ("+6281234567890", True, "0812-3456-7890 The seller's consent: agrees: readers see the number"),
        ("+6281234567890", False, "0812-3456-7890 The seller's consent: not yet: readers don't see the number"),
        ("", False, "none"),
    ],
)
def test_price_seller_number_and_consent_of_a_product_are_shown(phone_of, kim, number, agrees, words):  # noqa: F811
    contributor = phone_of("contributor")
    seller = make_seller(kim, name="Ibu Sri", whatsapp=number, owner_consents=agrees)
    contributor.send("produk", photos=2, product_category="food", price="75000", seller=seller.pk, text="Madu hutan.")
    page = ProductPage.objects.get()

    shown = facts(phone_of, page)

    assert shown.startswith("Price: Rp")
    assert "75" in shown
    assert "Seller: Ibu Sri" in shown
    assert shown.endswith(f"WhatsApp number: {words}")
    assert phone_of("chair").client.get(f"/kirim/periksa/{page.pk}/").content.decode().count("<img") == 2
