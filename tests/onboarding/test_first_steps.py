"""The first steps of a KIM: ticked off by what is there, and only for its own people."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kim_sites.models import InfoPage, Kim, Officer
from kim_sites.services.provisioning import suspend_kim
from onboarding.services.first_steps import KEYS, kim_to_begin, note_shared, progress_of
from tests.browser.person import said
from tests.factories import make_image, make_kim, make_news, make_product, member
from tests.onboarding.factories import curator, operator

pytestmark = pytest.mark.django_db


def done(kim) -> set[str]:
    """The steps that are done."""
    return set(progress_of(Kim.objects.filter(pk=kim.pk))[0].done)


def page_of(kim) -> str:
    """The address of the page."""
    return f"/admin/first-steps/{kim.pk}/"


def test_a_new_kim_has_everything_before_it(kim, admin_client_for):
    assert done(kim) == set()
    page = admin_client_for(member(kim, "chair")).get(page_of(kim))
    assert [step.key for step in page.context["steps"]] == list(KEYS)
    assert page.context["next_step"].key == "look"


def test_each_step_ticks_itself_off(kim):
    home = kim.home_page.specific
    home.logo = home.cover = make_image(kim)
    home.cover_alt = "Sungai"
    home.save()
    assert done(kim) == {"look"}
    home.whatsapp = "+6281200000001"
    home.save()
    assert done(kim) == {"look", "profile"}
    for position in ("secretary", "treasurer"):
        officer = Officer.objects.create(kim=kim, name="Rina", position=position)
    assert done(kim) == {"look", "profile", "officers"}
    make_news(kim, live=False)
    assert "news" not in done(kim)
    make_news(kim)
    make_product(kim)
    assert done(kim) == set(KEYS) - {"share"}
    note_shared(member(kim, "chair"), kim)
    assert done(kim) == set(KEYS)
    officer.until = timezone.localdate() - timezone.timedelta(days=1)
    officer.save()
    assert "officers" not in done(kim)


def test_the_profile_counts_when_somebody_has_published_it(kim):
    page = InfoPage.objects.get(kim=kim, slug="tentang")
    page.intro = "Kami dari Parenggean"
    page.save_revision()
    assert done(kim) == set()
    page.get_latest_revision().publish()
    assert done(kim) == {"profile"}


def test_every_button_leads_to_a_screen_that_opens(kim, admin_client_for):
    client = admin_client_for(member(kim, "chair"))
    steps = client.get(page_of(kim)).context["steps"]
    for step in steps:
        if step.url:
            assert client.get(step.url.partition("#")[0]).status_code == 200, step.key
    assert [step.key for step in steps if not step.url] == ["share"]


def test_an_editor_is_told_that_the_chair_enters_the_officers(kim, admin_client_for):
    page = admin_client_for(member(kim, "editor")).get(page_of(kim))
    officers = next(step for step in page.context["steps"] if step.key == "officers")
    assert officers.url == ""
    assert (
        said("Your chair enters them: the Diskominfo needs their names; readers see only those who agree.")
        in page.content.decode()
    )
    assert 'href="/admin/officers/"' not in page.content.decode().split('class="ob-steps"')[1].split("</ol>")[0]


def test_sharing_is_remembered_once_and_by_post_only(kim, admin_client_for):
    client = admin_client_for(member(kim, "editor"))
    assert client.get(f"{page_of(kim)}shared/").status_code in (404, 405)
    assert client.post(f"{page_of(kim)}shared/").headers["location"] == page_of(kim)
    first = Kim.objects.get(pk=kim.pk).shared_at
    client.post(f"{page_of(kim)}shared/")
    assert Kim.objects.get(pk=kim.pk).shared_at == first


def test_people_of_another_kim_contributors_and_offices_find_nothing(kim, other_kim, admin_client_for):
    for stranger in (member(other_kim, "chair"), member(kim, "contributor"), curator("62.02"), operator()):
        client = admin_client_for(stranger)
        assert client.get(page_of(kim)).status_code == 404
        assert client.post(f"{page_of(kim)}shared/").status_code == 404
        with pytest.raises(PermissionDenied):
            note_shared(stranger, kim)
    assert admin_client_for(member(kim, "contributor")).get("/admin/first-steps/").status_code == 404
    assert Kim.objects.get(pk=kim.pk).shared_at is None


def test_with_one_kim_it_opens_at_once_and_with_several_it_asks(kim, other_kim, admin_client_for):
    chair = member(kim, "chair")
    client = admin_client_for(chair)
    assert client.get("/admin/first-steps/").headers["location"] == page_of(kim)
    chair.groups.add(other_kim.roles.get(role="editor").group)
    page = client.get("/admin/first-steps/")
    assert {row.kim for row in page.context["rows"]} == {kim, other_kim}


def test_the_dashboard_shows_what_is_left_until_all_is_done(kim, admin_client_for):
    chair = member(kim, "chair")
    client = admin_client_for(chair)
    assert page_of(kim) in client.get("/admin/").content.decode()
    home = kim.home_page.specific
    home.logo = home.cover = make_image(kim)
    home.cover_alt, home.email = "Sungai", "kim@example.id"
    home.save()
    for position in ("secretary", "treasurer"):
        Officer.objects.create(kim=kim, name="Rina", position=position)
    make_news(kim)
    make_product(kim)
    note_shared(chair, kim)
    assert page_of(kim) not in client.get("/admin/").content.decode()
    assert client.get(page_of(kim)).context["progress"].is_finished


def test_a_closed_kim_may_still_prepare(kim, admin_client_for):
    suspend_kim(kim)
    assert admin_client_for(member(kim, "chair")).get(page_of(kim)).status_code == 200


def test_how_far_many_kim_are_is_one_query(kim):
    person = member(kim, "chair")
    for number in range(4):
        other = make_kim(f"kampung-{number}", region_code="62.02.05.1002")
        person.groups.add(other.roles.get(role="editor").group)
    with CaptureQueriesContext(connection) as queries:
        assert len(progress_of(kim_to_begin(person))) == 5
    assert len(queries) == 1
