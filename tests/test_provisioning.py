"""How a KIM comes into being."""

import pytest
from wagtail.models import Collection, GroupPagePermission, Page, Site

from kim_sites.models import Kim, KimRole, LegalPaper, User
from kim_sites.services.provisioning import ProvisioningError, provision_kim, resume_kim, suspend_kim
from tests.factories import kim_request, make_kim, make_regions

pytestmark = pytest.mark.django_db


def test_a_new_kim_has_a_site_pages_collection_roles_and_papers():
    kim = make_kim("parenggean", name="KIM Parenggean")

    assert kim.url == "http://parenggean.localhost:8000/"
    slugs = list(kim.home_page.get_children().live().values_list("slug", flat=True))
    assert slugs == ["berita", "produk", "prestasi", "tentang"]
    assert set(kim.roles.values_list("role", flat=True)) == {"chair", "editor", "contributor"}
    assert kim.legal_papers.get().number == "141/7/2025"
    assert kim.collection.get_parent().name == "KIM Kotawaringin Timur"
    chair = User.objects.get(email="ketua.parenggean@example.id")
    assert chair.groups.get().kim_role.role == KimRole.Role.CHAIR
    assert not chair.has_usable_password()
    assert Page.find_problems() == ([], [], [], [], [])


def test_the_same_request_twice_makes_one_tenant():
    make_regions()
    first = provision_kim(kim_request("sampit"))
    second = provision_kim(kim_request("sampit"))

    assert first.created
    assert not second.created
    assert first.kim == second.kim
    assert Kim.objects.count() == LegalPaper.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"region_code": "99.99"}, "99.99"),
        ({"region_code": "62.02"}, "Kotawaringin Timur"),
        ({"slug": "admin"}, "admin"),
        ({"slug": "kalteng"}, "kalteng"),
        ({"slug": "Parenggean"}, "Parenggean"),
        ({"slug": "a.b.c"}, "a.b.c"),
        ({"slug": "xn--kim-abc"}, "xn--kim-abc"),
        ({"slug": "-depan"}, "-depan"),
        ({"slug": "ab"}, "ab"),
        ({"slug": "x" * 41}, "x" * 41),
        ({"decree": None}, "SK"),
        ({"chair": None}, ""),
        ({"name": " "}, ""),
    ],
)
def test_a_wrong_request_says_so_and_leaves_nothing_behind(changes, words):
    make_kim("pertama")
    counts = (
        Kim.objects.count(),
        Page.objects.count(),
        Site.objects.count(),
        Collection.objects.count(),
        User.objects.count(),
    )

    with pytest.raises(ProvisioningError) as error:
        provision_kim(kim_request(**{"slug": "kedua", **changes}))

    assert words in str(error.value)
    assert "\n" not in str(error.value)
    assert counts == (
        Kim.objects.count(), Page.objects.count(), Site.objects.count(), Collection.objects.count(), User.objects.count(),
    )  # fmt: skip


def test_a_taken_address_is_refused_to_another_kim():
    make_kim("parenggean", name="KIM Parenggean")
    with pytest.raises(ProvisioningError):
        provision_kim(kim_request("parenggean", name="KIM Lain"))


def test_a_failure_half_way_leaves_nothing_behind(monkeypatch):
    make_kim("pertama")
    pages = Page.objects.count()
    monkeypatch.setattr("kim_sites.services.provisioning.make_roles", lambda kim: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        provision_kim(kim_request("kedua"))
    assert not Kim.objects.filter(slug="kedua").exists()
    assert Page.objects.count() == pages


def test_roles_hold_permissions_on_their_own_pages_only(kim, other_kim):
    for kim_role in kim.roles.all():
        pages = GroupPagePermission.objects.filter(group=kim_role.group).values_list("page_id", flat=True)
        assert set(pages) == {kim.home_page_id}


def test_suspending_shows_readers_a_friendly_page_and_resuming_opens_the_site(kim, site_client):
    client = site_client(kim)
    assert client.get("/").status_code == 200

    suspend_kim(kim, "SK habis")
    closed = client.get("/")
    assert closed.status_code == 503
    assert "KIM Parenggean" in closed.content.decode()
    assert client.get("/berita/").status_code == 503

    resume_kim(kim)
    assert client.get("/").status_code == 200
