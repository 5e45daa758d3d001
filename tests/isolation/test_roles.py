"""Who may do what: the table in the README, cell by cell; and curators see everything below their hub."""

from pathlib import Path

import pytest
from django.urls import reverse

from home.services.hubs import ensure_hub
from kim_sites.models import Region, User
from kim_sites.services.approval import decides as may_decide
from tests import factories
from tests.isolation.test_references import client_of
from tests.isolation.world import MARKER, make_curator
from trash.models import DeletedPage
from trash.services.bin import put_away

pytestmark = pytest.mark.django_db
README = Path(__file__).resolve().parent.parent.parent / "README.md"
ROLES = ["contributor", "editor", "chair", "curator", "operator"]


def table() -> dict[str, list[bool]]:
    """The README's table: what, and whether each of `ROLES` may do it."""
    text = README.read_text()
    lines = text[text.index("| May") :].split("\n\n")[0].splitlines()[2:]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return {what: [cell == "yes" for cell in cells] for what, *cells in rows}


def opens(name: str, *args):
    """Makes a probe: the screen is shown."""

    def probe(world, person) -> bool:
        values = [arg(world) for arg in args]
        return client_of(person).get(reverse(name, args=values)).status_code == 200

    return probe


def page(kind: str):
    """Makes an argument: the key of one of A's pages."""
    return lambda world: world.a.pages[kind].pk


def thing(kind: str):
    """Makes an argument: the key of one of A's objects."""
    return lambda world: world.a.objects[kind].pk


def kim(world):
    """The key of A."""
    return world.a.kim.pk


def news_list(world):
    """The key of A's list of news."""
    return world.a.pages["news"].get_parent().pk


def publishes(world, person) -> bool:
    """Whether the person may publish A's draft."""
    return world.a.pages["draft"].permissions_for_user(person).can_publish()


def decides(world, person) -> bool:
    """Whether the person may approve what waits."""
    return may_decide(person, world.a.pages["waiting"])


def brings_back(written_by):
    """Makes a probe: a page that the chair deleted stands in its place again after the person asked for it."""

    def probe(world, person) -> bool:
        chair = world.a.people["chair"]
        gone = factories.make_news(world.a.kim, f"Terhapus {person.pk}", owner=written_by(chair, person))
        (deleted,) = put_away(chair, [gone])
        client_of(person).post(reverse("kim_deleted:restore", args=[deleted.pk]))
        return not DeletedPage.objects.filter(pk=deleted.pk).exists()

    return probe


PROBES = {
    "Write a page and save it as a draft": opens(
        "wagtailadmin_pages:add", lambda world: "kim_sites", lambda world: "newspage", news_list
    ),
    "Upload pictures and documents": opens("wagtailimages:add"),
    "Bring back own deleted pages for 30 days": brings_back(lambda chair, person: person),
    "Bring back pages that others deleted": brings_back(lambda chair, person: chair),
    "Change pages that others wrote": opens("wagtailadmin_pages:edit", page("achievement")),
    "Publish and take back": publishes,
    "Change pictures that others uploaded": opens("wagtailimages:edit", thing("image")),
    "Delete pictures and documents of others": None,
    "Keep sellers": opens("sellers:edit", thing("seller")),
    "Have a page translated": opens("wagtail_localize:submit_page_translation", page("achievement")),
    "Decide on what waits for approval": decides,
    "Delete sellers": opens("sellers:delete", thing("seller")),
    "Keep officers": opens("officers:edit", thing("officer")),
    "Read the scan of the decree": opens("kim_paper_scan", thing("paper")),
    "Invite people, change roles, hand the chair over": opens("kim_members:list", kim),
    "Keep redirects": opens("kim_redirects:index"),
    "Read the audit": opens("access_audit:index"),
    "Keep the decree (SK), change officers with a new one": opens("kim_papers:officers", kim),
    "Export the KIM into one file": opens("kim_archive:exports", kim),
    "Change the address, use an own domain": opens("kim_life:address", kim),
    "Check applications for a website": opens("kim_applications:detail", thing("application")),
    "Import a spreadsheet of KIM": opens("kim_import:index"),
    "Restore a KIM from a file": opens("kim_archive:restore"),
    "Keep the Forum KIM of a regency": opens("kim_forum:list", thing("hub")),
    "Close a site, archive it, merge it, change its village": opens("kim_life:merge", kim),
    "Remove a KIM for good": opens("kim_life:remove", kim),
    "Put forward and hide on the hub": opens("kim_curation:list", thing("hub")),
    "Users, groups, sites, languages, workflows of the installation": opens("wagtailusers_users:index"),
}


def deletes_pictures(world, person) -> bool:
    """Whether the person may delete a picture that somebody else uploaded."""
    return opens("wagtailimages:delete", thing("image"))(world, person)


PROBES["Delete pictures and documents of others"] = deletes_pictures


def test_the_readme_says_who_may_do_what(world):
    people = {
        **{role: factories.member(world.a.kim, role) for role in ("contributor", "editor", "chair")},
        "curator": world.people["regency curator"],
        "operator": User.objects.create_superuser("operator@example.id", "rahasia-sekali"),
    }
    found = {what: [probe(world, people[role]) for role in ROLES] for what, probe in PROBES.items()}
    assert found == table()


BELOW = [
    ("wagtailadmin_explore", "home"), ("wagtailadmin_pages:edit", "draft"), ("wagtailadmin_pages:edit", "news"),
    ("wagtailadmin_pages:view_draft", "draft"), ("wagtailadmin_pages:history", "private"),
    ("wagtailadmin_pages:usage", "info"), ("wagtailadmin_pages:move", "news"), ("wagtailadmin_pages:copy", "news"),
    ("wagtailimages:edit", "image"), ("wagtailimages:image_usage", "image"), ("wagtaildocs:edit", "document"),
    ("sellers:edit", "seller"), ("sellers:history", "seller"), ("officers:edit", "officer"),
    ("kim_paper_scan", "paper"), ("wagtail_localize:submit_page_translation", "achievement"),
]  # fmt: skip


@pytest.mark.parametrize("level", ["00", "61", "61.01"])
def test_a_curator_opens_everything_below_the_hub(world, level):
    curator = client_of(make_curator(ensure_hub(Region.objects.get(code=level)), "baru@example.id"))
    for name, kind in BELOW:
        found = world.b.pages.get(kind) or world.b.objects.get(kind)
        answer = curator.get(reverse(name, args=[found.pk]))
        assert answer.status_code == 200, (name, kind)
        if not answer.streaming:
            assert MARKER in answer.content.decode().lower(), (name, kind)
    for url in (
        reverse("wagtailimages:index"), reverse("wagtaildocs:index"), reverse("sellers:index"), reverse("officers:index"),
        reverse("wagtailimages_chooser:choose"), reverse("seller_chooser:choose"),
        reverse("wagtailadmin_pages:search") + "?q=zmarkb", reverse("wagtailadmin_choose_page_search") + "?q=zmarkb",
        reverse("wagtailadmin_reports:site_history"), reverse("wagtailadmin_reports:locked_pages"),
        reverse("wagtailadmin_reports:workflow"), reverse("wagtail_localize:translations_report"),
        reverse("kim_members:list", args=[world.b.kim.pk]), reverse("access_audit:index"),
    ):  # fmt: skip
        answer = curator.get(url)
        assert answer.status_code == 200, url
        assert MARKER in answer.content.decode().lower(), url


def test_the_nations_curator_sees_both_and_an_operator_everything(world):
    nation = make_curator(ensure_hub(Region.objects.get(code="00")), "nasional@example.id")
    operator = User.objects.create_superuser("operator@example.id", "rahasia-sekali")
    for person in (nation, operator):
        client = client_of(person)
        for tenant in (world.a, world.b):
            for kind in ("draft", "private", "locked"):
                url = reverse("wagtailadmin_pages:edit", args=[tenant.pages[kind].pk])
                assert client.get(url).status_code == 200


def test_somebody_with_roles_in_two_kim_works_in_both_and_is_told_where(world):
    person = world.people["contributor"]
    person.groups.add(world.b.kim.roles.get(role="editor").group)
    client = client_of(User.objects.get(pk=person.pk))
    for tenant in (world.a, world.b):
        answer = client.get(reverse("wagtailadmin_explore", args=[tenant.pages["home"].pk]))
        assert answer.status_code == 200
        assert tenant.kim.name in answer.content.decode()
    assert client.get(reverse("sellers:edit", args=[world.b.objects["seller"].pk])).status_code == 200
    assert client.get(reverse("sellers:edit", args=[world.a.objects["seller"].pk])).status_code == 404


def test_whoever_leaves_a_kim_sees_nothing_of_it_any_more(world):
    person = world.b.people["editor"]
    person.groups.set([world.a.kim.roles.get(role="editor").group])
    person = User.objects.get(pk=person.pk)
    person.first_name, person.last_name = "Budi", ""
    person.save()
    client = client_of(person)
    text = client.get(reverse("wagtailadmin_home")).content.decode()
    for kind in ("news", "locked", "waiting", "draft"):
        assert world.b.pages[kind].title not in text
        assert client.get(reverse("wagtailadmin_pages:edit", args=[world.b.pages[kind].pk])).status_code == 404
