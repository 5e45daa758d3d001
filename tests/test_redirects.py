"""Redirects of a KIM's own site: kept by the chair, bound to that site, seen by readers there and nowhere else."""

import pytest
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect

from access.models import AuditEntry
from kim_sites.admin.redirects import KimRedirectForm
from tests.conftest import HostClient
from tests.factories import make_kim, make_news, member
from tests.test_members import chair_of, curator, operator
from tests.test_side_by_side import at_once

FAR = "https://kabar.example.id/asal"


def url(name: str, *args) -> str:
    """An address of the screens of redirects."""
    return reverse(f"kim_redirects:{name}", args=args)


def add(client, old_path="/kabar-lama", link=FAR, page="", **values):
    """Fill in the form and send it."""
    fields = {"old_path": old_path, "redirect_link": link, "redirect_page": page and page.pk, "is_permanent": "on"}
    return client.post(url("add"), {**fields, **values})


def errors(answer) -> dict:
    """What the form says."""
    assert answer.status_code == 200
    return answer.context["form"].errors


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["editor", "contributor"])
def test_editors_and_contributors_find_no_redirects(kim, admin_client_for, role):
    client = admin_client_for(member(kim, role))
    row = Redirect.objects.create(site=kim.site, old_path="/a", redirect_link=FAR)
    for address in (url("index"), url("index_results"), url("add"), url("edit", row.pk), url("delete", row.pk)):
        assert client.get(address).status_code == 404
        assert client.post(address, {}).status_code == 404
    assert url("index") not in client.get("/admin/").content.decode()


@pytest.mark.django_db
def test_a_chair_adds_one_and_readers_of_that_site_alone_are_led_on(kim, other_kim, admin_client_for, site_client):
    chair = chair_of(kim)
    client = admin_client_for(chair)
    assert client.get(url("add")).status_code == 200
    assert add(client, " kabar-lama/ ").status_code == 302

    row = Redirect.objects.get()
    assert (row.site, row.old_path) == (kim.site, "/kabar-lama")
    answer = site_client(kim).get("/kabar-lama/")
    assert (answer.status_code, answer.headers["location"]) == (301, FAR)
    assert site_client(other_kim).get("/kabar-lama/").status_code == 404
    assert site_client("kalteng").get("/kabar-lama/").status_code == 404
    entry = AuditEntry.objects.get(action="redirect_changed")
    assert (entry.kim, entry.actor, entry.target) == (kim, chair, "/kabar-lama")
    assert url("index") in client.get("/admin/").content.decode()
    assert "/kabar-lama" in client.get(url("index")).content.decode()


@pytest.mark.django_db
def test_it_leads_to_a_page_of_the_kim_is_changed_and_removed(kim, admin_client_for, site_client):
    page, client = make_news(kim, slug="baru"), admin_client_for(chair_of(kim))
    add(client, link="", page=page)
    assert site_client(kim).get("/kabar-lama/").headers["location"].endswith("/berita/baru/")
    row = Redirect.objects.get()
    values = {"old_path": "/kabar-lama", "redirect_link": FAR, "redirect_page": ""}
    assert client.post(url("edit", row.pk), values).status_code == 302
    answer = site_client(kim).get("/kabar-lama/")
    assert (answer.status_code, answer.headers["location"]) == (302, FAR)  # no longer for good
    client.post(url("delete", row.pk))
    assert site_client(kim).get("/kabar-lama/").status_code == 404
    assert AuditEntry.objects.filter(action="redirect_changed").count() == 3


@pytest.mark.django_db
def test_foreign_redirects_pages_and_kim_do_not_exist(kim, other_kim, admin_client_for):
    client = admin_client_for(chair_of(kim))
    foreign = Redirect.objects.create(site=other_kim.site, old_path="/rahasia", redirect_link=FAR)
    everywhere = Redirect.objects.create(site=None, old_path="/semua", redirect_link=FAR)
    for row in (foreign, everywhere):
        for name in ("edit", "delete"):
            assert client.get(url(name, row.pk)).status_code == 404
            assert client.post(url(name, row.pk), {"old_path": "/x", "redirect_link": FAR}).status_code == 404
    text = client.get(url("index")).content.decode()
    assert "/rahasia" not in text
    assert "/semua" not in text
    assert "redirect_page" in errors(add(client, link="", page=make_news(other_kim)))
    add(client, "/milik-siapa", kim=other_kim.pk, site=other_kim.site_id)
    assert Redirect.objects.get(old_path="/milik-siapa").site == kim.site
    assert Redirect.objects.count() == 3


@pytest.mark.django_db
def test_a_curator_chooses_the_kim_and_only_one_below_the_hub(kim, other_kim, admin_client_for):
    make_kim("tetangga", region_code="62.02.05.1002")
    client = admin_client_for(curator("62"))
    text = client.get(url("add")).content.decode()
    assert "KIM Tetangga" in text
    assert "KIM Sumber Harapan" not in text
    assert "kim" in errors(add(client))
    assert "kim" in errors(add(client, kim=other_kim.pk))
    add(client, kim=kim.pk)
    assert Redirect.objects.get().site == kim.site
    assert admin_client_for(operator()).get(url("edit", Redirect.objects.get().pk)).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(
    "old_path",
    ["", "/", " ", "/admin/", "/admin", "admin/pages", "/static/x", "/media/a.jpg", "/documents/1/", "/-/live",
     "/%61dmin/", "https://parenggean.localhost:8000/admin/", "/admin?x=1", "/" + "x" * 300, "/a\x00b", "http://[x"],
)  # fmt: skip
def test_addresses_that_can_not_be_redirected_are_refused_in_words(kim, admin_client_for, old_path):
    assert errors(add(admin_client_for(chair_of(kim)), old_path))["old_path"]
    assert not Redirect.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "link",
    ["", "javascript:alert(1)", "ftp://example.id/a", "bukan alamat", "/relatif",
     "http://parenggean.localhost:8000/kabar-lama/", "HTTP://Parenggean.localhost:8000/kabar-lama?",
     "http://parenggean.localhost:8000/sudah/"],
)  # fmt: skip
def test_targets_that_can_not_be_are_refused_in_words(kim, admin_client_for, link):
    Redirect.objects.create(site=kim.site, old_path="/sudah", redirect_link=FAR)
    # The port of a desk makes hosts that Django takes for no address; what matters here is the host.
    kim.site.hostname = "parenggean.localhost"
    kim.site.save()
    assert errors(add(admin_client_for(chair_of(kim)), link=link))
    assert Redirect.objects.count() == 1


@pytest.mark.django_db
def test_page_and_address_together_and_a_draft_are_refused(kim, admin_client_for):
    client = admin_client_for(chair_of(kim))
    assert "redirect_link" in errors(add(client, page=make_news(kim)))
    assert "redirect_page" in errors(add(client, link="", page=make_news(kim, live=False)))


@pytest.mark.django_db
def test_the_same_address_twice_is_said_once_per_site(kim, other_kim, admin_client_for):
    mine, theirs = admin_client_for(chair_of(kim)), admin_client_for(chair_of(other_kim))
    assert add(mine).status_code == 302
    assert "old_path" in errors(add(mine, "kabar-lama/"))
    assert add(theirs).status_code == 302
    add(mine, "/lain")
    row = Redirect.objects.get(old_path="/lain")
    assert errors(mine.post(url("edit", row.pk), {"old_path": "/kabar-lama", "redirect_link": FAR}))["old_path"]


@pytest.mark.django_db
def test_an_address_taken_between_look_and_write_is_said_in_words(kim, admin_client_for, monkeypatch):
    client = admin_client_for(chair_of(kim))
    add(client)
    add(client, "/lain")
    row = Redirect.objects.get(old_path="/lain")
    monkeypatch.setattr(KimRedirectForm, "_others", lambda form: Redirect.objects.none())
    assert "old_path" in errors(add(client))
    assert "old_path" in errors(client.post(url("edit", row.pk), {"old_path": "/kabar-lama", "redirect_link": FAR}))
    assert Redirect.objects.count() == 2


@pytest.mark.django_db
def test_wagtails_own_redirects_are_in_no_tenants_menu(kim, admin_client_for):
    for person in (chair_of(kim), curator("62")):
        assert "/admin/redirects/" not in admin_client_for(person).get("/admin/").content.decode()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.postgres
def test_the_same_address_from_two_people_at_once_is_one_redirect_and_no_error(kim):
    chair, above = chair_of(kim), curator("62.02")

    def send(user):
        client = HostClient("admin.localhost:8000")
        client.force_login(user)
        return add(client)

    answers = at_once([lambda user=user: send(user) for user in (chair, above, chair, above)])
    assert sorted(answer.status_code for answer in answers) == [200, 200, 200, 302]
    assert Redirect.objects.count() == 1
