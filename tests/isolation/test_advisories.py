"""The published advisories of Wagtail of the last two years, each tried across tenants, by its number."""

import hashlib
import json

import pytest
from django.test import override_settings
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction, Locale, Page

from tests import factories
from tests.conftest import HostClient
from tests.isolation.journey import URLCONF
from tests.isolation.snapshot import differences, rows_of
from tests.isolation.test_references import client_of, says_nothing

pytestmark = pytest.mark.django_db
PUBLIC_API = ("/api/v2/{}/", "/api/v3/{}/")


@pytest.fixture
def people(world):
    """Everybody who is not a stranger to A, signed in."""
    roles = ("contributor", "editor", "chair", "regency curator", "provincial curator")
    return [client_of(world.people[role]) for role in roles]


def refused(response) -> bool:
    """Whether an answer is a refusal that says nothing of B."""
    return response.status_code in (302, 403, 404) and says_nothing(response)


def test_ghsa_3vrh_m9w7_v94f_fields_of_pages_in_the_api_of_the_admin(world, people):
    for client in people:
        for page in world.b.pages.values():
            for query in ("", "?fields=*", "?fields=_,title,slug,search_description"):
                assert refused(client.get(f"/admin/api/main/pages/{page.pk}/{query}"))
            children = client.get(f"/admin/api/main/pages/?child_of={page.get_parent().pk}&fields=*")
            assert says_nothing(children)
        assert says_nothing(client.get("/admin/api/main/pages/?fields=*&limit=50"))
        assert says_nothing(client.get("/admin/api/main/pages/?search=zmarkb"))
        assert says_nothing(client.get(f"/admin/api/main/pages/find/?id={world.b.pages['draft'].pk}"))


def test_ghsa_92hv_j533_69wc_a_document_is_not_found_out_by_its_hash(world, people):
    document = world.b.objects["document"]
    digest = hashlib.sha1(b"ZMARKB isi").hexdigest()
    strangers = [HostClient("desa-a.localhost:8000"), HostClient("admin.localhost:8000"), *people]
    for client in strangers:
        for headers in ({"if-none-match": f'"{digest}"'}, {"if-match": f'"{digest}"'}, {"if-match": '"x"'}):
            for name in (document.filename, "x.txt"):
                answer = client.get(f"/documents/{document.pk}/{name}", headers=headers)
                assert answer.status_code == 404
                assert digest not in str(answer.headers)


@override_settings(ROOT_URLCONF=URLCONF)
def test_ghsa_c2xx_cjmh_9q8f_and_p5gm_92h4_6pv6_no_api_lists_files_in_closed_collections(world, people):
    closed = world.b.kim.collection.add_child(instance=Collection(name="Rahasia"))
    CollectionViewRestriction.objects.create(
        collection=world.b.kim.collection, restriction_type="password", password="zmarkb"
    )
    factories.make_image(title="ZMARKB tersembunyi", collection=closed)
    for client in [HostClient("desa-a.localhost:8000"), HostClient("localhost:8000"), *people]:
        for kind in ("images", "documents", "pages", "redirects"):
            for address in (*PUBLIC_API, "/admin/api/main/{}/"):
                answer = client.get(address.format(kind))
                assert says_nothing(answer)
                assert answer.status_code in (302, 404) or "admin" in address


def test_ghsa_x5cx_w6p2_mxf2_records_are_not_copied(world, people):
    before = rows_of(world.b)
    for client in people:
        for kind in ("sellers", "officers"):
            key = world.b.objects[kind.rstrip("s")].pk
            for verb in ("copy", "duplicate", "inspect"):
                assert refused(client.get(f"/admin/{kind}/{verb}/{key}/"))
                assert refused(client.post(f"/admin/{kind}/{verb}/{key}/", {"name": "Salinan"}))
    assert not differences(before, rows_of(world.b))


def test_ghsa_jm5p_837g_rv8g_a_page_is_not_copied_by_translating_it(world, people):
    english = Locale.objects.get(language_code="en")
    before, pages = rows_of(world.b), Page.objects.count()
    for client in people:
        for kind in ("news", "draft", "private"):
            page = world.b.pages[kind]
            url = f"/admin/api/main/pages/{page.pk}/action/copy_for_translation/"
            body = json.dumps({"locale": "en", "copy_parents": True})
            assert refused(client.post(url, body, content_type="application/json"))
            submit = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
            assert refused(client.get(submit))
            assert refused(client.post(submit, {"locales": [english.pk]}))
    assert Page.objects.count() == pages
    assert not differences(before, rows_of(world.b))


def test_ghsa_c6wj_9vcj_75pj_revisions_are_not_compared(world, people):
    page, own = world.b.pages["draft"], world.a.pages["draft"]
    revisions = list(page.revisions.values_list("pk", flat=True))
    for client in people:
        for target in (page, own):
            for pair in (f"{revisions[0]}...{revisions[-1]}", f"live...{revisions[0]}", f"{revisions[0]}...latest"):
                assert refused(client.get(f"/admin/pages/{target.pk}/revisions/compare/{pair}/"))


def test_ghsa_c4mr_889m_vgf6_the_history_of_a_page_is_not_read(world, people):
    for client in people:
        for page in world.b.pages.values():
            for view in ("history", "history_results", "workflow_history", "usage", "revisions_index"):
                assert refused(client.get(reverse(f"wagtailadmin_pages:{view}", args=[page.pk])))


def test_ghsa_pwm3_7fv4_g6xx_what_others_sent_in_is_not_deleted(world, people):
    """There are no form pages, and no screens of theirs; what people sent for approval is what comes nearest."""
    before = rows_of(world.b)
    task = world.b.objects["task_state"]
    for client in people:
        for page in (world.a.pages["news"], world.b.pages["news"]):
            assert refused(client.post(f"/admin/forms/submissions/{page.pk}/delete/?selected-submissions={task.pk}"))
            for action in ("approve", "reject"):
                url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, task.pk])
                assert refused(client.post(url, {"comment": "x"}))
    assert not differences(before, rows_of(world.b))


def test_ghsa_67rv_mg8q_5pf3_a_page_is_not_copied_into_ones_own_kim(world, people):
    target = world.a.pages["news"].get_parent()
    pages = Page.objects.count()
    for client in people:
        for page in world.b.pages.values():
            url = reverse("wagtailadmin_pages:copy", args=[page.pk])
            assert refused(client.get(url))
            for extra in ({}, {"copy_subpages": "on", "publish_copies": "on"}, {"alias": "on"}):
                form = {"new_title": "Salinan", "new_slug": f"salinan-{page.pk}", "new_parent_page": target.pk}
                assert refused(client.post(url, {**form, **extra}))
    assert Page.objects.count() == pages


def test_cve_2026_25517_nothing_is_previewed_at_the_addresses_of_others(world, people):
    for client in people:
        for page in world.b.pages.values():
            for view in ("preview_on_edit", "view_draft"):
                url = reverse(f"wagtailadmin_pages:{view}", args=[page.pk])
                assert refused(client.get(url))
                assert refused(client.post(url, {"title": "x"}))
            add = reverse("wagtailadmin_pages:preview_on_add", args=["kim_sites", "newspage", page.pk])
            assert refused(client.post(add, {"title": "x"}))
        translation = world.b.objects["translation"]
        assert refused(client.get(reverse("wagtail_localize:preview_translation", args=[translation.pk])))


def test_files_of_others_are_neither_chosen_nor_looked_at(world, people):
    """What later advisories found in choosers and in the preview of pictures."""
    image, document = world.b.objects["image"].pk, world.b.objects["document"].pk
    for client in people:
        for url in (
            reverse("wagtailimages_chooser:chosen", args=[image]),
            reverse("wagtailimages_chooser:select_format", args=[image]),
            reverse("wagtailimages_chooser:chosen_multiple") + f"?id={image}",
            reverse("wagtaildocs_chooser:chosen", args=[document]),
            reverse("wagtaildocs_chooser:chosen_multiple") + f"?id={document}",
            reverse("wagtailimages:preview", args=[image, "max-165x165"]),
            reverse("wagtailimages:url_generator", args=[image]),
        ):
            assert refused(client.get(url)), url
