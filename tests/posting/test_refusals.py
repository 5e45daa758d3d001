"""What the server does not take from a phone is refused in a sentence, and nothing is made or lost."""

import datetime
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from wagtail.users.models import UserProfile

from kim_sites.models import Kim, KimImage, NewsPage, ProductPage, Seller
from kim_sites.services.provisioning import set_status
from posting.forms import MOST_TEXT
from posting.models import Post
from posting.services.people import advice_without_kim
from posting.services.photos import MOST_PHOTOS
from tests.factories import make_seller, picture_file
from tests.onboarding.factories import curator, operator
from tests.posting.test_sending import HOME, NEW, SEND, phone_of  # noqa: F401

pytestmark = pytest.mark.django_db
PRODUCT = {"product_category": "food", "text": "Madu hutan. Manis."}
TODAY = timezone.localdate()


def refused(answer, field: str) -> str:
    """The sentence at the field of a refusal that made nothing."""
    assert answer.status_code == 422, answer.content
    assert not Post.objects.exists()
    return answer.json()["fields"][field]


@pytest.mark.parametrize("price", ["25,5", "1.5", "-25000", "25.000/kg"])
def test_a_price_that_could_mean_two_things_is_refused_at_its_field(phone_of, kim, price):  # noqa: F811
    answer = phone_of("editor").send("produk", **PRODUCT, price=price, seller=make_seller(kim).pk)
    assert "for example 25.000" in refused(answer, "price")


class TestSellers:
    def test_a_chosen_seller_and_a_new_one_are_one_too_many(self, phone_of, kim):  # noqa: F811
        seller = make_seller(kim, name="Ibu Sri")
        for typed in ({"seller_name": "Ibu Baru"}, {"seller_phone": "0812 9999 8888"}):
            answer = phone_of("editor").send("produk", **PRODUCT, seller=seller.pk, **typed)
            assert "You chose “Ibu Sri”" in refused(answer, "seller")
        assert Seller.objects.count() == 1

    def test_a_tick_of_consent_beside_a_seller_without_one_is_not_dropped(self, phone_of, kim):  # noqa: F811
        seller = make_seller(kim, owner_consents=False)
        answer = phone_of("editor").send("produk", **PRODUCT, seller=seller.pk, seller_agrees="on")
        assert refused(answer, "seller")

    def test_a_seller_who_is_not_there_is_no_reason_to_make_a_new_one(self, phone_of, other_kim):  # noqa: F811
        seller = make_seller(other_kim)
        answer = phone_of("editor").send("produk", **PRODUCT, seller=seller.pk, seller_name="Ibu Baru")
        assert refused(answer, "seller")

    def test_the_name_of_a_known_seller_alone_means_that_seller(self, phone_of, kim):  # noqa: F811
        seller = make_seller(kim, name="Ibu Sri")
        answer = phone_of("editor").send("produk", **PRODUCT, seller_name="ibu  sri")
        assert "The seller “Ibu Sri” was in the list already." in answer.json()["message"]
        assert ProductPage.objects.get().seller == seller

    @pytest.mark.parametrize("typed", [{"seller_phone": "0812 9999 8888"}, {"seller_agrees": "on"}])
    def test_number_and_consent_beside_a_known_name_are_not_dropped(self, phone_of, kim, typed):  # noqa: F811
        make_seller(kim, name="Ibu Sri", owner_consents=False)
        answer = phone_of("editor").send("produk", **PRODUCT, seller_name="Ibu Sri", **typed)
        assert "“Ibu Sri” is in the list of sellers already" in refused(answer, "seller_name")

    def test_what_is_known_of_the_seller_already_may_be_typed_again(self, phone_of, kim):  # noqa: F811
        make_seller(kim, name="Ibu Sri", whatsapp="+6281299998888")
        typed = {"seller_name": "Ibu Sri", "seller_phone": "0812 9999 8888", "seller_agrees": "on"}
        assert phone_of("editor").send("produk", **PRODUCT, **typed).status_code == 200
        assert Seller.objects.count() == 1


def test_what_is_wrong_with_the_kim_is_said_above_all_as_well(phone_of, kim):  # noqa: F811
    phone = phone_of("editor")
    set_status(kim, Kim.Status.ARCHIVED, "Bubar")
    answer = phone.send(photos=[])
    sentence = refused(answer, "kim")
    assert sentence == answer.json()["fields"][""] == answer.json()["error"]
    assert phone.photo()[1].json()["fields"] == {"kim": sentence, "": sentence}


def test_an_end_of_a_line_counts_as_one_letter_also_where_browsers_send_two(phone_of):  # noqa: F811
    text = "Panen raya." + "\r\n" * 400 + "y" * (MOST_TEXT - 411)
    assert phone_of("editor").send(text=text).status_code == 200
    sentence = phone_of("editor").send(text=text + "z").json()["fields"]["text"]
    assert f"At most {MOST_TEXT} letters fit here; there are {MOST_TEXT + 1}." in sentence


def test_a_first_line_of_signs_gives_the_title_to_the_next(phone_of):  # noqa: F811
    assert phone_of("editor").send(text="🎉🎉🎉\nWarga senang. Ya.").json()["title"] == "Warga senang"


@pytest.mark.parametrize(("days", "is_taken"), [(-360, True), (-370, False), (0, True), (1090, True), (1110, False)])
def test_events_are_from_a_year_ago_to_three_years_ahead(phone_of, days, is_taken):  # noqa: F811
    day = TODAY + datetime.timedelta(days=days)
    answer = phone_of("editor").send("acara", at=f"{day}T09:00", place="Balai")
    assert (answer.status_code == 200) == is_taken
    if not is_taken:
        assert "Choose a day between" in refused(answer, "at")


@pytest.mark.parametrize("at", ["0001-01-01T00:00", "9999-12-31T23:59"])
def test_the_first_and_the_last_day_of_the_calendar_are_no_days_of_events(phone_of, at):  # noqa: F811
    assert "Choose a day between" in refused(phone_of("editor").send("acara", at=at, place="Balai"), "at")


@pytest.mark.parametrize("year", ["1944", str(TODAY.year + 1), "2100", "9" * 30, "dua", "20.5"])
def test_years_of_achievements_go_from_the_republic_to_this_one(phone_of, year):  # noqa: F811
    answer = phone_of("editor").send("prestasi", level="village", year=year)
    assert refused(answer, "year") == f"Write the year with four digits, from 1945 to {TODAY.year}."


def test_a_sign_that_no_database_takes_is_named_in_everyday_words(phone_of):  # noqa: F811
    for field in ("text", "title"):
        assert refused(phone_of("editor").send(**{field: "Panen\0raya"}), field).startswith("There is a sign in it")


class TestForged:
    @pytest.mark.parametrize("photos", ["[" * 5000, "[" * 900 + "]" * 900, "[" + "1," * 20_000 + "1]"])
    def test_a_list_of_photos_without_end_is_refused(self, phone_of, photos):  # noqa: F811
        phone = phone_of("editor")
        answer = phone.client.post(
            SEND, {"jenis": "berita", "kim": phone.kim.pk, "text": "Panen raya", "photos": photos}
        )
        assert refused(answer, "photos")
        assert phone.client.post(NEW, {"jenis": "berita", "kim": phone.kim.pk, "photos": photos}).status_code == 422

    @pytest.mark.parametrize("alt", [r"\ud800x", r"a\u0000b"])
    def test_a_sentence_of_a_photo_that_no_database_takes_is_refused(self, phone_of, alt):  # noqa: F811
        phone = phone_of("editor")
        photos = f'[{{"key": "{phone.photo()[0]}", "alt": "{alt}"}}]'
        data = {"jenis": "berita", "kim": phone.kim.pk, "text": "Panen raya", "category": "health", "photos": photos}
        assert refused(phone.client.post(SEND, data), "photos")
        assert phone.client.post(NEW, data).status_code == 422
        assert not Post.objects.exists()

    @pytest.mark.parametrize("alt", ['["x"]', "5", '{"a": 1}'])
    def test_a_sentence_of_a_photo_that_is_none_is_refused(self, phone_of, alt):  # noqa: F811
        phone = phone_of("editor")
        photos = f'[{{"key": "{phone.photo()[0]}", "alt": {alt}}}]'
        assert refused(phone.client.post(SEND, {"jenis": "berita", "kim": phone.kim.pk, "photos": photos}), "photos")

    def test_the_words_of_a_photo_alone_hold_no_null(self, phone_of):  # noqa: F811
        assert phone_of("editor").photo(title="Panen\0raya")[1].status_code == 200
        assert KimImage.objects.get().title == "Panen raya"


class TestUsedKeys:
    def test_other_words_under_a_used_key_are_told_from_the_same(self, phone_of):  # noqa: F811
        phone, key = phone_of("editor"), str(uuid.uuid4())
        photos = [phone.photo()[0]]
        first = phone.send(photos=photos, key=key, text="Panen raya.\nSemua senang.").json()
        again = phone.send(photos=photos, key=key, text="Panen raya.\r\nSemua senang. ").json()
        other = phone.send(photos=photos, key=key, text="Panen gagal. Semua sedih.").json()

        assert (first["known"], first["same"]) == (False, True)
        assert (again["known"], again["same"]) == (True, True)
        assert (other["known"], other["same"]) == (True, False)
        assert first["at"] == again["at"] == other["at"] == Post.objects.get().created_at.isoformat()
        assert "“Panen raya” was sent from this form on" in other["message"]
        assert NewsPage.objects.get().title == "Panen raya"

    def test_other_photos_are_other_content(self, phone_of):  # noqa: F811
        phone, key = phone_of("editor"), str(uuid.uuid4())
        phone.send(photos=1, key=key)
        assert not phone.send(photos=1, key=key).json()["same"]

    def test_an_item_that_has_arrived_is_found_also_if_todays_rules_would_refuse_it(self, phone_of, kim):  # noqa: F811
        phone = phone_of("editor")
        fields = {**PRODUCT, "key": str(uuid.uuid4()), "seller_name": "Ibu Sri", "seller_phone": "0812 9999 8888"}
        photos = [phone.photo()[0]]
        phone.send("produk", photos=photos, **fields)
        Seller.objects.update(whatsapp="+6281200000000")
        answer = phone.send("produk", photos=photos, **fields)
        assert (answer.status_code, answer.json()["known"], answer.json()["same"]) == (200, True, True)

    def test_without_a_script_other_words_become_another_item_when_sent_once_more(self, phone_of, kim):  # noqa: F811
        client = phone_of("editor").client
        data = {"jenis": "berita", "kim": kim.pk, "key": str(uuid.uuid4()), "category": "health", "photo": [picture()]}
        client.post(NEW, {**data, "text": "Panen raya."})
        answer = client.post(NEW, {**data, "text": "Panen gagal.", "photo": [picture()]})

        assert answer.status_code == 422
        assert "“Panen raya” was sent from this form on" in answer.content.decode()
        assert NewsPage.objects.count() == 1
        again = {name: answer.context["form"][name].value() for name in ("key", "photos", "text")}
        client.post(NEW, {**data, **again, "photo": []})
        assert {page.title for page in NewsPage.objects.all()} == {"Panen raya", "Panen gagal"}


def picture(number: int = 0):
    return SimpleUploadedFile(f"{number}.jpg", picture_file(size=(40, 30)).read(), "image/jpeg")


def test_without_a_script_a_photo_too_many_is_named_and_the_others_stay(phone_of, kim):  # noqa: F811
    client = phone_of("editor").client
    data = {"jenis": "berita", "kim": kim.pk, "key": str(uuid.uuid4()), "category": "health", "text": "Panen raya."}

    answer = client.post(NEW, {**data, "photo": [picture(number) for number in range(MOST_PHOTOS + 1)]})

    assert answer.status_code == 422
    assert "At most 10 photos fit, so 1 was left out." in answer.content.decode()
    assert answer.context["kept_photos"] == MOST_PHOTOS
    assert not Post.objects.exists()
    client.post(NEW, {**data, "photos": answer.context["form"]["photos"].value()})
    assert len(NewsPage.objects.get().body[1].value["pictures"]) == MOST_PHOTOS - 1


class TestWithoutKim:
    @pytest.mark.parametrize("who", [operator, lambda: curator("62.02")])
    def test_people_above_the_kim_are_led_to_the_dashboard(self, admin_client_for, who):
        person = who()
        UserProfile.objects.create(user=person, preferred_language="en")
        html = admin_client_for(person).get(HOME).content.decode()
        assert "This page is for people of a KIM" in html
        assert "You have no role yet" not in html
        assert "To the dashboard" in html

    def test_people_of_an_archived_kim_read_that(self, phone_of, kim):  # noqa: F811
        phone = phone_of("editor")
        set_status(kim, Kim.Status.ARCHIVED, "Bubar")
        assert "Your KIM is archived" in phone.client.get(HOME).content.decode()

    def test_newcomers_read_whom_to_ask(self, phone_of):  # noqa: F811
        phone = phone_of("editor")
        phone.user.groups.clear()
        assert advice_without_kim(phone.user).heading == "Anda belum punya peran"
