"""What the editor's forms take and refuse, and how they say it."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from kim_sites.models import ProductIndexPage, ProductPage
from tests import factories
from tests.browser.person import said

pytestmark = pytest.mark.django_db
PUBLISH = {"action-publish": "Publish"}


@pytest.fixture
def client(kim, admin_client_for):
    return admin_client_for(factories.member(kim, "editor"))


@pytest.fixture
def add_url(kim):
    return reverse(
        "wagtailadmin_pages:add", args=["kim_sites", "productpage", factories.index_of(kim, ProductIndexPage).pk]
    )


def product_form(kim, **changes):
    photo = {"image": factories.make_image(kim).pk, "alt": "Madu dalam botol"}
    values = {
        "title": "Madu kelulut",
        "slug": "madu-kelulut",
        "photos": inline_formset([photo]),
        "price_kind": "ask",
        "category": "food",
        "seller": factories.make_seller(kim).pk,
        "availability": "in_stock",
        "confirmed_on": "2026-11-20",
        "description": rich_text("<p>Madu hutan asli.</p>"),
        "comments": inline_formset([]),
        **changes,
    }
    return nested_form_data(values)


def errors_of(answer) -> dict:
    return answer.context["form"].errors


def test_a_product_with_everything_is_published(kim, client, add_url):
    assert client.post(add_url, product_form(kim) | PUBLISH).status_code == 302
    assert ProductPage.objects.get().live


@pytest.mark.parametrize("empty", ["", "<p></p>", "<p>  </p><p><br/></p>"])
def test_paragraphs_without_a_word_are_no_description(kim, client, add_url, empty):
    answer = client.post(add_url, product_form(kim, description=rich_text(empty)) | PUBLISH)
    assert set(errors_of(answer)) == {"description"}
    assert not ProductPage.objects.exists()


def test_a_draft_of_a_product_needs_only_a_title(kim, client, add_url):
    answer = client.post(
        add_url, product_form(kim, photos=inline_formset([]), seller="", category="", description="null")
    )
    assert answer.status_code == 302
    assert ProductPage.objects.get().live is False


def test_a_form_for_a_new_product_begins_without_an_empty_photo(client, add_url):
    assert client.get(add_url).context["form"].formsets["photos"].forms == []


EMPTY_ROW = {"image": "", "alt": ""}


def test_a_photo_row_that_was_tapped_and_left_empty_is_forgotten(kim, client, add_url):
    rows = inline_formset([EMPTY_ROW, {"image": factories.make_image(kim).pk, "alt": "Madu"}, EMPTY_ROW])
    assert client.post(add_url, product_form(kim, photos=rows) | PUBLISH).status_code == 302
    assert [photo.alt for photo in ProductPage.objects.get().photos.all()] == ["Madu"]


@pytest.mark.parametrize(("changes", "status"), [({}, 302), (PUBLISH, 200)])
def test_empty_photo_rows_alone_are_no_photo(kim, client, add_url, changes, status):
    answer = client.post(add_url, product_form(kim, photos=inline_formset([EMPTY_ROW])) | changes)
    assert answer.status_code == status
    assert (said("Add at least one photo.") in answer.content.decode()) == bool(changes)


def test_a_photo_row_with_words_and_no_photo_says_what_is_missing(kim, client, add_url):
    rows = inline_formset([{"image": "", "alt": "Madu dalam botol"}])
    answer = client.post(add_url, product_form(kim, photos=rows))
    assert answer.status_code == 200
    assert "image" in answer.context["form"].formsets["photos"].forms[0].errors


def test_a_product_without_a_photo_is_not_published(kim, client, add_url):
    answer = client.post(add_url, product_form(kim, photos=inline_formset([])) | PUBLISH)
    assert answer.status_code == 200
    assert said("Add at least one photo.") in answer.content.decode()
    assert not ProductPage.objects.exists()


def test_an_address_that_nobody_typed_is_made_of_the_title(kim, client, add_url):
    factories.make_product(kim, "Madu kelulut", slug="madu-kelulut")
    assert client.post(add_url, product_form(kim, slug="")).status_code == 302
    assert ProductPage.objects.order_by("-pk").first().slug == "madu-kelulut-2"


def test_who_left_the_title_empty_is_not_asked_for_the_address(kim, client, add_url):
    answer = client.post(add_url, product_form(kim, title="", slug=""))
    assert set(errors_of(answer)) == {"title"}
