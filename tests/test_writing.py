"""How people of a KIM write and publish, through Wagtail's own screens."""

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from home.models import FeedEntry
from kim_sites.models import NewsIndexPage, NewsPage, ProductIndexPage, ProductPage
from tests import factories

pytestmark = pytest.mark.django_db


def news_form(kim, image=None, **changes):
    values = {
        "title": "Gotong royong",
        "slug": "gotong-royong",
        "summary": "",
        "body": streamfield([("text", rich_text("<p>Warga membersihkan parit.</p>"))]),
        "date": "2026-11-20",
        "category": "environment",
        "lead_image": image.pk if image else "",
        "lead_image_alt": "Warga membersihkan parit" if image else "",
        "comments": inline_formset([]),
        **changes,
    }
    return nested_form_data(values)


class TestWriting:
    """Through Wagtail's own screens."""

    def add_url(self, kim, model=NewsPage, index=NewsIndexPage):
        args = ["kim_sites", model._meta.model_name, factories.index_of(kim, index).pk]
        return reverse("wagtailadmin_pages:add", args=args)

    def test_an_editor_publishes_and_unpublishes(self, kim, admin_client_for):
        client = admin_client_for(factories.member(kim, "editor"))
        form = news_form(kim, factories.make_image(kim))
        response = client.post(self.add_url(kim), {**form, "action-publish": "Publish"})
        assert response.status_code == 302, response.context["form"].errors
        page = NewsPage.objects.get(slug="gotong-royong")
        assert page.live
        assert FeedEntry.objects.get(pk=page.pk).title == "Gotong royong"

        client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
        page.refresh_from_db()
        assert not page.live
        assert not FeedEntry.objects.filter(pk=page.pk).exists()

    def test_a_contributor_saves_drafts_and_can_not_publish(self, kim, admin_client_for):
        client = admin_client_for(factories.member(kim, "contributor"))
        form = news_form(kim, factories.make_image(kim))
        client.post(self.add_url(kim), {**form, "action-publish": "Publish"})
        page = NewsPage.objects.filter(slug="gotong-royong").first()
        assert page is not None
        assert not page.live
        client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {**form, "action-publish": "Publish"})
        page.refresh_from_db()
        assert not page.live
        assert not FeedEntry.objects.filter(pk=page.pk).exists()
        published = factories.make_news(kim, "Milik editor")
        assert client.get(reverse("wagtailadmin_pages:edit", args=[published.pk])).status_code in (302, 404)

    def test_a_draft_may_lack_the_picture_and_publishing_asks_for_it(self, kim, admin_client_for):
        client = admin_client_for(factories.member(kim, "editor"))
        client.post(self.add_url(kim), news_form(kim))
        page = NewsPage.objects.get(slug="gotong-royong")
        assert not page.live
        edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
        response = client.post(edit, {**news_form(kim), "action-publish": "Publish"})
        assert response.status_code == 200
        assert response.context["form"].errors["lead_image"]
        page.refresh_from_db()
        assert not page.live

    def product_form(self, kim, seller, image):
        return nested_form_data(
            {
                "title": "Madu",
                "slug": "madu",
                "photos": inline_formset([{"image": image.pk, "alt": "Botol madu"}]),
                "price_kind": "fixed",
                "price_min": "75000",
                "price_max": "",
                "unit": "botol",
                "category": "food",
                "seller": seller.pk,
                "availability": "in_stock",
                "confirmed_on": "2026-11-20",
                "description": rich_text("<p>Madu hutan.</p>", features=["bold"]),
                "comments": inline_formset([]),
            }
        )

    @pytest.mark.parametrize("action", ["", "action-publish"])
    def test_a_foreign_seller_is_refused_when_a_product_is_changed(self, kim, other_kim, action, admin_client_for):
        client = admin_client_for(factories.member(kim, "editor"))
        own, foreign = factories.make_seller(kim), factories.make_seller(other_kim)
        image, extra = factories.make_image(kim), {action: "1"} if action else {}
        address = self.add_url(kim, ProductPage, ProductIndexPage)
        assert client.post(address, {**self.product_form(kim, own, image), **extra}).status_code == 302
        page = ProductPage.objects.get()
        edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
        response = client.post(edit, {**self.product_form(kim, foreign, image), **extra})
        assert response.context["form"].errors["seller"]
        assert not ProductPage.objects.filter(seller=foreign).exists()
        assert Page.objects.get(pk=page.pk).get_latest_revision_as_object().seller == own

    @pytest.mark.parametrize("action", ["", "action-publish"])
    def test_a_foreign_seller_is_refused_when_a_product_is_made(self, kim, other_kim, action, admin_client_for):
        client = admin_client_for(factories.member(kim, "editor"))
        client.raise_request_exception = False
        form = self.product_form(kim, factories.make_seller(other_kim), factories.make_image(kim))
        extra = {action: "1"} if action else {}
        response = client.post(self.add_url(kim, ProductPage, ProductIndexPage), {**form, **extra})
        assert not ProductPage.objects.exists()
        assert response.status_code == 200
        assert response.context["form"].errors["seller"]
