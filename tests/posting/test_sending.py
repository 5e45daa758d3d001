"""What phones send becomes pages: once, whole, and only where the person may write."""

import datetime
import json
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import override
from wagtail.users.models import UserProfile

from kim_sites.models import AchievementPage, Kim, KimImage, NewsPage, ProductPage, Seller
from kim_sites.services.plain_text import fits_plain
from kim_sites.services.provisioning import set_status
from posting.models import Post
from tests.factories import make_seller, member, picture_file

pytestmark = pytest.mark.django_db
SEND, PHOTO, NEW, HOME = (f"/kirim/{path}" for path in ("simpan/", "foto/", "tulis/", ""))


class Phone:
    """A person's phone: what its script sends."""

    def __init__(self, client, kim):
        self.client, self.kim = client, kim

    def photo(self, key="", **more):
        key = str(key or uuid.uuid4())
        file = SimpleUploadedFile("foto.jpg", picture_file(size=(90, 60)).read(), "image/jpeg")
        answer = self.client.post(PHOTO, {"key": key, "kim": self.kim.pk, "photo": file, **more})
        return key, answer

    def send(self, kind="berita", photos=1, **fields):
        keys = [self.photo()[0] for _number in range(photos)] if isinstance(photos, int) else photos
        data = {
            "jenis": kind, "kim": self.kim.pk, "key": str(uuid.uuid4()), "text": "Warga menanam bibit. Sejak pagi.",
            "title": "", "category": "environment", "photos": json.dumps([{"key": key, "alt": ""} for key in keys]),
        }  # fmt: skip
        return self.client.post(SEND, {**data, **fields}, headers={"x-requested-with": "XMLHttpRequest"})


@pytest.fixture
def phone_of(admin_client_for, kim):
    """A phone of somebody who reads English: `phone_of("editor")`."""

    def make(role, of=None):
        user = member(of or kim, role)
        UserProfile.objects.create(user=user, preferred_language="en")
        phone = Phone(admin_client_for(user), kim)
        phone.user = user
        return phone

    return make


def test_an_editors_news_is_published_with_its_photos_and_a_title_from_the_first_sentence(phone_of, kim, site_client):
    phone = phone_of("editor")
    answer = phone.send(photos=3, text="Warga menanam **seribu** bibit. Sejak pagi.\n\n- cangkul\n- topi").json()

    page = NewsPage.objects.get()
    assert (page.live, page.title, page.owner) == (True, "Warga menanam seribu bibit", phone.user)
    assert page.lead_image.collection_id == kim.collection_id
    assert page.lead_image_alt == page.title
    assert [block.block_type for block in page.body] == ["text", "gallery"]
    assert fits_plain(page.body[0].value.source)
    assert answer["state"] == "live"
    assert "is published" in answer["message"]
    html = site_client(kim).get(page.get_url_parts()[2]).content.decode()
    assert "<li>cangkul</li>" in html


def test_a_contributors_item_goes_to_the_chair(phone_of):
    answer = phone_of("contributor").send().json()

    assert answer["state"] == "waiting"
    page = NewsPage.objects.get()
    assert not page.live
    assert page.workflow_in_progress


def test_the_same_item_sent_again_is_the_same_page(phone_of):
    phone, key, photo = phone_of("editor"), str(uuid.uuid4()), uuid.uuid4()
    keys = [phone.photo(photo)[0], phone.photo(photo)[0]]
    answers = [phone.send(photos=keys, key=key).json() for _number in range(2)]

    assert [answer.pop("known") for answer in answers] == [False, True]
    assert answers[0] == answers[1]
    assert answers[0]["same"]
    assert NewsPage.objects.count() == Post.objects.count() == KimImage.objects.count() == 1


def test_photos_that_did_not_arrive_are_asked_for_again_and_nothing_is_made(phone_of):
    phone, lost = phone_of("editor"), str(uuid.uuid4())
    answer = phone.send(photos=[phone.photo()[0], lost])

    assert answer.status_code == 409
    assert answer.json()["missing"] == [lost]
    assert not NewsPage.objects.exists()


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"text": " "}, "text"),
        ({"text": "**"}, "text"),
        ({"photos": 0}, "photos"),
        ({"category": "lain"}, "category"),
        ({"kim": "0"}, "kim"),
        ({"kim": "x"}, "kim"),
        ({"kind": "acara", "at": "besok", "place": "Balai"}, "at"),
        ({"kind": "prestasi", "level": "village", "year": "12"}, "year"),
        ({"kind": "produk", "product_category": "food", "price": "murah", "seller_name": "Ibu"}, "price"),
        ({"kind": "produk", "product_category": "food", "seller_name": "Ibu", "seller_phone": "12"}, "seller_phone"),
        ({"kind": "produk", "product_category": "food"}, "seller"),
    ],
)
def test_what_is_missing_is_said_at_its_field_and_nothing_is_made(phone_of, fields, field):
    answer = phone_of("editor").send(**fields)

    assert answer.status_code == 422
    assert field in answer.json()["fields"], answer.json()
    assert not Post.objects.exists()
    assert not Seller.objects.exists()


def test_photos_in_a_form_that_no_phone_sends_are_refused_in_words(phone_of):
    for text in ("x", "[1]", '{"a": 1}', '[{"key": "x"}]', "null"):
        answer = phone_of("editor").client.post(SEND, {"jenis": "berita", "photos": text})
        assert answer.status_code == 422, text


def test_a_product_of_a_new_seller_with_a_price_as_people_write_it(phone_of, kim):
    phone = phone_of("editor")
    phone.send(
        "produk", photos=2, title="Madu", product_category="food", price="Rp 75.000", seller_name="Ibu Sri", seller_agrees="on",
        seller_phone="0812 3456 7890", text="# Enak\nMadu hutan.",
    )  # fmt: skip

    page = ProductPage.objects.get()
    assert (page.live, page.price_min, page.seller.name, page.photos.count()) == (True, 75000, "Ibu Sri", 2)
    assert page.seller.public_whatsapp == "+6281234567890"
    assert page.description == "<p><b>Enak</b></p><p>Madu hutan.</p>"
    assert page.confirmed_on


def test_a_contributor_chooses_a_seller_and_adds_none(phone_of, kim, other_kim):
    phone, seller = phone_of("contributor"), make_seller(kim)
    foreign = make_seller(other_kim)

    assert "seller" in phone.send("produk", product_category="food", seller_name="Baru").json()["fields"]
    assert "seller" in phone.send("produk", product_category="food", seller=foreign.pk).json()["fields"]
    assert phone.send("produk", product_category="food", seller=seller.pk).json()["state"] == "waiting"


def test_an_event_begins_with_when_and_where(phone_of):
    day = timezone.localdate() + datetime.timedelta(days=5)
    phone_of("editor").send("acara", at=f"{day:%Y-%m-%d}T09:00", place="Balai *desa*", text="Kerja bakti.")

    page = NewsPage.objects.get()
    assert page.category == "announcement"
    html = page.body[0].value.source
    with override("id"):
        assert date_format(day, "l, j F Y") in html
    assert "09.00" in html
    assert "Balai *desa*" in html
    assert page.title == "Kerja bakti"


def test_an_achievement(phone_of):
    phone_of("editor").send("prestasi", level="regency", year="2026", text="Juara satu lomba desa.")
    assert AchievementPage.objects.get(level="regency", year=2026).live


def test_nobody_writes_in_another_kim_or_uses_its_photos(phone_of, kim, other_kim):
    stranger = phone_of("chair", of=other_kim)
    assert "kim" in stranger.send(photos=[]).json()["fields"]
    assert stranger.photo()[1].status_code == 422

    key, _answer = phone_of("editor").photo()
    assert phone_of("chair").send(photos=[key]).status_code == 409
    assert not NewsPage.objects.exists()


def test_an_archived_kim_takes_nothing(phone_of, kim):
    phone = phone_of("chair")
    set_status(kim, Kim.Status.ARCHIVED, "Bubar")
    assert "kim" in phone.send(photos=[]).json()["fields"]
    assert phone.photo()[1].status_code == 422


def test_a_file_that_is_no_photo_is_refused_in_words(phone_of, kim):
    file = SimpleUploadedFile("foto.jpg", b"bukan foto", "image/jpeg")
    answer = phone_of("editor").client.post(PHOTO, {"key": uuid.uuid4(), "kim": kim.pk, "photo": file})
    assert answer.status_code == 422
    assert "not a picture" in answer.json()["error"]
    assert not KimImage.objects.exists()


def test_without_a_script_one_form_does_it_all(phone_of, kim):
    client = phone_of("editor").client
    key = uuid.uuid4()
    files = [SimpleUploadedFile(f"{n}.jpg", picture_file(size=(90, 60 + n)).read(), "image/jpeg") for n in range(2)]
    data = {
        "jenis": "berita",
        "kim": kim.pk,
        "key": key,
        "text": "Panen raya.",
        "category": "economy",
        "photo": files,
        "alt": "Padi",
    }

    page = client.post(NEW, data, follow=True).content.decode()

    assert "“Panen raya” is published." in page
    assert NewsPage.objects.get().lead_image_alt == "Padi"
    assert KimImage.objects.count() == 2


def test_without_a_script_what_was_typed_stays_when_something_is_missing(phone_of, kim):
    answer = phone_of("editor").client.post(
        NEW, {"jenis": "berita", "kim": kim.pk, "text": "Panen raya.", "category": "economy"}
    )

    assert answer.status_code == 422
    assert "Please add at least one photo." in answer.content.decode()
    assert "Panen raya." in answer.content.decode()


@pytest.mark.parametrize("kind", ["berita", "produk", "prestasi", "acara", "lain", ""])
def test_every_kind_has_its_form(phone_of, kind):
    assert phone_of("contributor").client.get(NEW, {"jenis": kind}).status_code == 200


def test_signed_out_scripts_are_told_and_people_are_led_to_the_sign_in(client):
    client.defaults["HTTP_HOST"] = "admin.localhost:8000"
    for path in (SEND, PHOTO):
        assert client.post(path, headers={"x-requested-with": "XMLHttpRequest"}).status_code == 403
    answer = client.get(NEW)
    assert answer.status_code == 302
    assert answer["Location"].endswith("?next=/kirim/tulis/")


def test_other_hosts_lead_to_the_admins(site_client, kim):
    assert site_client(kim).get("/kirim/")["Location"] == "http://admin.localhost:8000/kirim/"


def test_people_without_a_kim_read_whom_to_ask(admin_client_for):
    from tests.onboarding.factories import operator

    client = admin_client_for(operator())
    assert client.get(HOME).status_code == 200
    assert client.get(NEW).status_code == 302


def test_the_list_costs_the_same_for_many_items_as_for_few(phone_of, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    phone, counts = phone_of("editor"), []
    for number in (1, 5):
        for _item in range(number):
            phone.send()
        phone.client.get(HOME)
        with CaptureQueriesContext(connection) as queries:
            phone.client.get(HOME)
        counts.append(len(queries))
    assert counts[0] == counts[1]
