"""Sellers, officers and papers of a KIM, the dashboard of its people, and how they write and publish."""

import datetime
import json

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from home.services.hubs import curator_group, find_hub
from kim_sites.admin.choosers import seller_chooser
from kim_sites.models import (
    LegalPaper,
    NewsIndexPage,
    NewsPage,
    Officer,
    ProductIndexPage,
    ProductPage,
    Region,
    Seller,
    User,
)
from kim_sites.services.roles import RECORD_PERMISSIONS, permissions
from kim_sites.services.scope import kim_for_user
from tests import factories

pytestmark = pytest.mark.django_db
SELLER = {"name": "Dapur Bu Rina", "whatsapp": "0812 3456 7890", "owner_consents": "on", "consent_on": "2026-01-05"}


def curator_of(code: str) -> User:
    hub = find_hub(Region.objects.get(code=code))
    user = User.objects.create_user(f"kurator-{code}@example.id", "rahasia-sekali")
    group = curator_group(hub)
    group.permissions.add(*permissions(RECORD_PERMISSIONS["chair"]))
    user.groups.add(group)
    return user


@pytest.fixture
def chair(kim):
    return factories.member(kim, "chair")


@pytest.fixture
def client(admin_client_for, chair):
    return admin_client_for(chair)


@pytest.fixture
def operator(db):
    return User.objects.create_superuser("operator@example.id", "rahasia-sekali")


class TestScope:
    """Whose KIM."""

    def test_roles_curators_and_operators(self, kim, other_kim, chair, operator):
        assert list(kim_for_user(chair)) == [kim]
        assert list(kim_for_user(curator_of("62"))) == [kim]
        assert list(kim_for_user(curator_of("61.01"))) == [other_kim]
        assert set(kim_for_user(operator)) == {kim, other_kim}
        chair.is_active = False
        assert not kim_for_user(chair).exists()

    def test_a_permission_counts_only_where_its_group_works(self, kim, other_kim, chair):
        chair.groups.add(other_kim.roles.get(role="contributor").group)
        assert set(kim_for_user(chair)) == {kim, other_kim}
        assert list(kim_for_user(chair, "change_seller")) == [kim]

    def test_its_cost_is_flat(self, kim, chair, django_assert_num_queries):
        for number in range(5):
            factories.make_kim(f"lain-{number}")
        with django_assert_num_queries(2):
            assert list(kim_for_user(chair)) == [kim]


class TestSellers:
    """Records of a KIM."""

    def test_a_new_seller_belongs_to_the_only_kim_of_the_person(self, kim, other_kim, client):
        page = client.get(reverse("sellers:add"))
        assert "kim" not in page.context["form"].fields
        response = client.post(reverse("sellers:add"), {**SELLER, "kim": other_kim.pk})
        assert response.status_code == 302
        seller = Seller.objects.get()
        assert (seller.kim, seller.whatsapp) == (kim, "+6281234567890")

    def test_a_person_of_two_kim_has_to_choose_one_of_them(self, kim, other_kim, chair, client):
        third = factories.make_kim("ketiga")
        chair.groups.add(other_kim.roles.get(role="chair").group)
        form = client.get(reverse("sellers:add")).context["form"]
        assert {kim.pk, other_kim.pk} == {value.value for value, _label in form.fields["kim"].choices if value}
        for wrong in ("", third.pk):
            response = client.post(reverse("sellers:add"), {**SELLER, "kim": wrong})
            assert response.context["form"].errors["kim"]
        client.post(reverse("sellers:add"), {**SELLER, "kim": other_kim.pk})
        assert Seller.objects.get().kim == other_kim

    def test_an_operator_chooses_the_kim_with_a_search(self, kim, operator, admin_client_for, monkeypatch):
        factories.make_kim("ketiga")
        monkeypatch.setattr("kim_sites.admin.forms.MOST_IN_SELECT", 1)
        client = admin_client_for(operator)
        widget = client.get(reverse("sellers:add")).context["form"].fields["kim"].widget
        assert type(widget).__name__ == "KimChooserWidget"
        listing = client.get(reverse("kim_chooser:choose_results"), {"q": "paren"}).content.decode()
        assert "KIM Parenggean" in listing
        assert "KIM Parenggean" not in client.get(reverse("kim_chooser:choose_results"), {"q": "xyz"}).content.decode()

    def test_a_name_twice_in_a_kim_is_refused_with_a_sentence(self, kim, other_kim, client):
        factories.make_seller(kim, name="Dapur Bu Rina")
        response = client.post(reverse("sellers:add"), SELLER)
        assert list(response.context["form"].errors) == ["name"]
        factories.make_seller(other_kim, name="Warung")
        assert client.post(reverse("sellers:add"), {**SELLER, "name": "Warung"}).status_code == 302

    def test_the_list_and_its_search_hold_own_records_only(self, kim, other_kim, client):
        factories.make_seller(kim, name="Dapur Sendiri")
        factories.make_seller(other_kim, name="Dapur Asing")
        for name in ("sellers:index", "sellers:index_results"):
            for query in ({}, {"q": "dapur"}, {"q": "asing"}, {"export": "csv"}):
                page = client.get(reverse(name), query)
                text = b"".join(page.streaming_content).decode() if page.streaming else page.content.decode()
                assert "Dapur Asing" not in text
        assert "Dapur Sendiri" in client.get(reverse("sellers:index"), {"q": "sendiri"}).content.decode()

    @pytest.mark.parametrize("name", ["edit", "delete", "history", "history_results", "usage"])
    @pytest.mark.parametrize("method", ["get", "post"])
    def test_a_foreign_record_does_not_exist(self, other_kim, client, name, method):
        seller = factories.make_seller(other_kim)
        officer = other_kim.officers.get()
        for address in (reverse(f"sellers:{name}", args=[seller.pk]), reverse(f"officers:{name}", args=[officer.pk])):
            response = getattr(client, method)(address, {**SELLER, "position": "member"})
            assert response.status_code in ((404,) if method == "get" else (404, 405))
        seller.refresh_from_db()
        assert seller.name != SELLER["name"]
        assert Officer.objects.filter(pk=officer.pk).exists()

    @pytest.mark.parametrize("name", ["edit", "delete", "history", "usage"])
    def test_own_records_open(self, kim, client, name):
        assert client.get(reverse(f"sellers:{name}", args=[factories.make_seller(kim).pk])).status_code == 200
        assert client.get(reverse(f"officers:{name}", args=[kim.officers.get().pk])).status_code == 200

    def test_editing_never_moves_a_record_to_another_kim(self, kim, other_kim, client):
        seller = factories.make_seller(kim)
        client.post(reverse("sellers:edit", args=[seller.pk]), {**SELLER, "kim": other_kim.pk})
        seller.refresh_from_db()
        assert (seller.name, seller.kim) == (SELLER["name"], kim)

    def test_an_editor_of_one_kim_who_contributes_to_another_edits_only_the_first(
        self, kim, other_kim, admin_client_for
    ):
        editor = factories.member(kim, "editor")
        editor.groups.add(other_kim.roles.get(role="contributor").group)
        foreign = factories.make_seller(other_kim, name="Dapur Asing")
        client = admin_client_for(editor)
        assert client.get(reverse("sellers:edit", args=[foreign.pk])).status_code == 404
        assert "Dapur Asing" not in client.get(reverse("sellers:index")).content.decode()

    def test_what_each_role_sees_in_the_menu(self, kim, admin_client_for):
        def menu(role):
            page = admin_client_for(factories.member(kim, role)).get("/admin/").content.decode()
            return [name for name in ("sellers", "officers") if f'"/admin/{name}/"' in page]

        assert menu("chair") == ["sellers", "officers"]
        assert menu("editor") == ["sellers"]
        assert menu("contributor") == []
        contributor = admin_client_for(factories.member(kim, "contributor"))
        assert contributor.get(reverse("sellers:index")).status_code == 302
        assert contributor.get(reverse("officers:add")).status_code == 302

    def test_a_curator_works_on_records_below_the_hub(self, kim, other_kim, admin_client_for):
        own, foreign = factories.make_seller(kim), factories.make_seller(other_kim)
        client = admin_client_for(curator_of("62"))
        assert client.get(reverse("sellers:edit", args=[own.pk])).status_code == 200
        assert client.get(reverse("sellers:edit", args=[foreign.pk])).status_code == 404

    def test_a_seller_with_products_can_not_be_deleted_and_the_screen_says_why(self, kim, client):
        seller = factories.make_seller(kim, name="Dapur Bu Rina")
        product = factories.make_product(kim, "Madu hutan", seller=seller)
        address = reverse("sellers:delete", args=[seller.pk])
        page = client.get(address).content.decode()
        assert "Madu hutan" in page
        assert 'method="POST"' not in page.split("<main")[1]
        response = client.post(address, follow=True)
        assert response.status_code == 200
        assert "Dapur Bu Rina" in response.content.decode()
        assert Seller.objects.filter(pk=seller.pk).exists()

        product.delete()
        assert client.post(address).status_code == 302
        assert not Seller.objects.filter(pk=seller.pk).exists()

    def test_the_list_costs_the_same_with_more_sellers_and_more_kim(self, kim, client):
        factories.make_seller(kim)

        def queries():
            with CaptureQueriesContext(connection) as captured:
                assert client.get(reverse("sellers:index")).status_code == 200
            return len(captured)

        queries()
        few = queries()
        for number in range(5):
            factories.make_seller(kim)
            factories.make_seller(factories.make_kim(f"lain-{number}"))
        queries()  # a new site empties Wagtail's own list of site roots, which this request fills again
        assert queries() == few


class TestChooser:
    """The seller of a product."""

    def test_product_forms_use_it(self):
        widget = ProductPage.get_edit_handler().get_form_class().base_fields["seller"].widget
        assert isinstance(widget, seller_chooser.widget_class)

    @pytest.mark.parametrize("role", ["chair", "editor", "contributor"])
    def test_it_lists_and_gives_out_own_sellers_only(self, kim, other_kim, role, admin_client_for):
        own, foreign = (
            factories.make_seller(kim, name="Dapur Sendiri"),
            factories.make_seller(other_kim, name="Dapur Asing"),
        )
        client = admin_client_for(factories.member(kim, role))
        for name in ("choose", "choose_results"):
            page = client.get(reverse(f"seller_chooser:{name}")).content.decode()
            assert "Dapur Sendiri" in page
            assert "Dapur Asing" not in page
            assert "Dapur Asing" not in client.get(reverse(f"seller_chooser:{name}"), {"q": "asing"}).content.decode()
        assert client.get(reverse("seller_chooser:chosen", args=[own.pk])).status_code == 200
        for wrong in (foreign.pk, "x", 99999):
            assert client.get(reverse("seller_chooser:chosen", args=[wrong])).status_code == 404
        several = client.get(reverse("seller_chooser:chosen_multiple"), {"id": [own.pk]})
        assert [item["id"] for item in json.loads(several.content)["result"]] == [str(own.pk)]
        for wrong in (foreign.pk, "x", 99999):
            mixed = client.get(reverse("seller_chooser:chosen_multiple"), {"id": [own.pk, wrong]})
            assert mixed.status_code == 404

    def test_a_seller_can_be_added_on_the_way(self, kim, other_kim, client, admin_client_for):
        response = client.post(reverse("seller_chooser:create"), {"name": "Baru", "kim": other_kim.pk})
        assert json.loads(response.content)["step"] == "chosen"
        assert Seller.objects.get().kim == kim
        contributor = admin_client_for(factories.member(kim, "contributor"))
        assert contributor.post(reverse("seller_chooser:create"), {"name": "Lain"}).status_code in (302, 403)
        assert Seller.objects.count() == 1

    @pytest.mark.parametrize("name", ["choose", "choose_results"])
    def test_the_chooser_of_kim_is_scoped_and_makes_none(
        self, kim, other_kim, client, operator, admin_client_for, name
    ):
        page = client.get(reverse(f"kim_chooser:{name}")).content.decode()
        assert kim.name in page
        assert other_kim.name not in page
        assert client.get(reverse("kim_chooser:chosen", args=[other_kim.pk])).status_code == 404
        assert admin_client_for(operator).get(reverse(f"kim_chooser:{name}")).status_code == 200
        assert admin_client_for(operator).get("/admin/kim/chooser/create/").status_code == 404


class TestOfficers:
    """The roster."""

    def test_a_picture_of_another_kim_is_refused(self, kim, other_kim, client):
        own, foreign = factories.make_image(kim), factories.make_image(other_kim)
        data = {"name": "Budi", "position": "member", "sort_order": 1}
        refused = client.post(reverse("officers:add"), {**data, "photo": foreign.pk})
        assert refused.context["form"].errors["photo"]
        assert client.post(reverse("officers:add"), {**data, "photo": own.pk}).status_code == 302
        assert Officer.objects.get(name="Budi").photo == own

    def test_a_term_does_not_end_before_it_begins(self, client):
        data = {"name": "Budi", "position": "member", "sort_order": 1, "since": "2025-05-01", "until": "2024-05-01"}
        assert client.post(reverse("officers:add"), data).context["form"].errors["until"]


class TestDashboard:
    """My KIM."""

    def test_it_names_the_kim_and_offers_what_the_person_may_write(self, kim, admin_client_for):
        for role in ("chair", "editor", "contributor"):
            page = admin_client_for(factories.member(kim, role)).get("/admin/").content.decode()
            assert f'href="{kim.url}"' in page
            for index, model in ((NewsIndexPage, NewsPage), (ProductIndexPage, ProductPage)):
                args = ["kim_sites", model._meta.model_name, factories.index_of(kim, index).pk]
                assert reverse("wagtailadmin_pages:add", args=args) in page

    def test_nobody_sees_the_kim_of_others(self, kim, other_kim, operator, admin_client_for):
        for user in (factories.member(other_kim, "chair"), operator, curator_of("61")):
            assert f'href="{kim.url}"' not in admin_client_for(user).get("/admin/").content.decode()

    @pytest.mark.parametrize(("days", "warns"), [(-1, True), (0, True), (90, True), (91, False), (None, False)])
    def test_it_warns_when_the_decree_ends(self, kim, client, days, warns):
        end = None if days is None else timezone.localdate() + datetime.timedelta(days=days)
        kim.legal_papers.update(valid_until=end)
        assert ("kim-warning" in client.get("/admin/").content.decode()) is warns

    def test_a_suspended_kim_reads_why(self, kim, client):
        kim.status, kim.status_reason = "suspended", "SK habis masa berlakunya"
        kim.save()
        assert "SK habis masa berlakunya" in client.get("/admin/").content.decode()

    def test_its_cost_does_not_grow_with_tenants(self, kim, client):
        def queries():
            with CaptureQueriesContext(connection) as captured:
                client.get("/admin/")
            return len(captured)

        queries()
        few = queries()
        for number in range(5):
            factories.make_kim(f"lain-{number}")
        queries()  # a new site empties Wagtail's own list of site roots, which this request fills again
        assert queries() == few

    def test_tenants_have_no_reports_in_their_menu(self, client, operator, admin_client_for):
        assert '"name": "reports"' not in client.get("/admin/").content.decode()
        assert '"name": "reports"' in admin_client_for(operator).get("/admin/").content.decode()


class TestPapers:
    """Scans are for the chair and for curators above."""

    @pytest.fixture
    def address(self, kim):
        paper = kim.legal_papers.get()
        paper.scan.save("sk.pdf", ContentFile(b"%PDF-1.7 rahasia"))
        return reverse("kim_paper_scan", args=[paper.pk])

    def test_they_download(self, kim, client, address, operator, admin_client_for):
        assert address in client.get("/admin/").content.decode()
        for user in (factories.member(kim, "chair"), curator_of("62.02"), curator_of("62"), operator):
            response = admin_client_for(user).get(address)
            assert response.status_code == 200
            assert b"".join(response.streaming_content) == b"%PDF-1.7 rahasia"
            assert response.headers["content-disposition"].startswith("attachment;")
            assert response.headers["x-content-type-options"] == "nosniff"
            assert "no-store" in response.headers["cache-control"]

    def test_nobody_else(self, kim, other_kim, address, admin_client_for, site_client):
        for user in (
            factories.member(kim, "editor"),
            factories.member(kim, "contributor"),
            factories.member(other_kim, "chair"),
            curator_of("61"),
        ):
            client = admin_client_for(user)
            assert client.get(address).status_code == 404
            assert address not in client.get("/admin/").content.decode()
        assert "/admin/login/" in site_client("admin.localhost:8000").get(address).headers["location"]

    def test_a_paper_without_scan_or_file_is_a_404(self, kim, client, address):
        paper = kim.legal_papers.get()
        paper.scan.storage.delete(paper.scan.name)
        assert client.get(address).status_code == 404
        LegalPaper.objects.update(scan="")
        assert client.get(address).status_code == 404
