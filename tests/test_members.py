"""Members of a KIM: who sees them, who changes them, and that one chair stays."""

import re

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from access.models import AuditEntry
from home.services.hubs import curator_group, find_hub
from kim_sites.admin.here import kim_here
from kim_sites.models import Kim, Region, User
from kim_sites.services.provisioning import suspend_kim
from members.models import FormerMember
from members.services import invitations, roles
from tests.factories import make_kim, make_news, make_seller, member

pytestmark = pytest.mark.django_db
PASSWORD = "rahasia-sekali"


def url(name: str, *args) -> str:
    """An address of the screens of members."""
    return reverse(f"kim_members:{name}", args=args)


def chair_of(kim) -> User:
    """The one chair, who gets a password if there is none yet."""
    chair = kim.roles.get(role="chair").group.user_set.get()
    if not chair.has_usable_password():
        chair.set_password(PASSWORD)
        chair.save()
    return chair


def curator(code: str) -> User:
    """A curator of the hub of a region."""
    user = User.objects.create_user(f"kurator-{code}@example.id", PASSWORD)
    user.groups.add(curator_group(find_hub(Region.objects.get(code=code))))
    return user


def operator() -> User:
    """A platform operator."""
    return User.objects.create_superuser("operator@example.id", PASSWORD)


def roles_in(kim, person) -> list[str]:
    """All roles of a person in a KIM."""
    return sorted(kim.roles.filter(group__user=person).values_list("role", flat=True))


@pytest.mark.parametrize("role", ["editor", "contributor"])
def test_editors_and_contributors_find_no_members_screen(kim, admin_client_for, role):
    person = member(kim, role)
    client = admin_client_for(person)
    assert client.get(url("index")).status_code == 404
    assert client.get(url("list", kim.pk)).status_code == 404
    assert client.get(url("invite", kim.pk)).status_code == 404
    assert "admin/members/" not in client.get("/admin/").content.decode()


def test_chair_goes_straight_to_the_own_kim_and_sees_names_roles_and_addresses(kim, admin_client_for):
    chair, editor = chair_of(kim), member(kim, "editor", "rina@example.id")
    client = admin_client_for(chair)
    assert client.get(url("index")).headers["location"] == url("list", kim.pk)
    page = client.get(url("list", kim.pk)).content.decode()
    assert editor.email in page
    assert chair.email in page
    assert "admin/members/" in client.get("/admin/").content.decode()


def test_chair_finds_nothing_of_another_kim_and_changes_nothing_there(kim, other_kim, admin_client_for):
    client, foreign = admin_client_for(chair_of(kim)), member(other_kim, "contributor")
    chair_of(other_kim)
    for name, args in [
        ("list", []), ("invite", []), ("chair", []), ("role", [foreign.pk]), ("leave", [foreign.pk]),
        ("return", [foreign.pk]), ("resend", [1]), ("withdraw", [1]),
    ]:  # fmt: skip
        address = url(name, other_kim.pk, *args)
        assert client.get(address).status_code == 404, name
        assert client.post(address, {"role": "editor", "email": "x@example.id"}).status_code == 404, name
    # The own KIM with somebody else's person is no way in either.
    for name in ("role", "leave", "return"):
        assert client.post(url(name, kim.pk, foreign.pk), {"role": "editor"}).status_code == 404
    answer = client.post(url("chair", kim.pk), {"successor": foreign.pk, "password": PASSWORD})
    assert answer.status_code == 200
    assert roles_in(other_kim, foreign) == ["contributor"]
    assert roles_in(kim, foreign) == []
    assert not other_kim.invitations.exists()


def test_curators_manage_what_lies_below_their_hub_and_nothing_else(kim, other_kim, admin_client_for):
    make_kim("tetangga", region_code="62.02.05.1002")
    client = admin_client_for(curator("62"))
    page = client.get(url("index")).content.decode()
    assert "KIM Parenggean" in page
    assert "KIM Tetangga" in page
    assert "KIM Sumber Harapan" not in page
    assert "KIM Tetangga" not in client.get(url("index"), {"q": "parenggean"}).content.decode()
    assert client.get(url("list", kim.pk)).status_code == 200
    assert client.get(url("list", other_kim.pk)).status_code == 404
    assert admin_client_for(operator()).get(url("list", other_kim.pk)).status_code == 200


def test_contributor_becomes_editor_and_the_audit_says_by_whom(kim, admin_client_for):
    chair, person = chair_of(kim), member(kim, "contributor")
    answer = admin_client_for(chair).post(url("role", kim.pk, person.pk), {"role": "editor"}, follow=True)
    assert answer.status_code == 200
    assert roles_in(kim, person) == ["editor"]
    entry = AuditEntry.objects.filter(action="role_given", data__role="editor").get()
    assert (entry.actor, entry.kim, entry.target) == (chair, kim, str(person))


@pytest.mark.parametrize("role", ["chair", "curator", "operator", "", "1", "editor "])
def test_no_role_but_editor_and_contributor_can_be_given(kim, admin_client_for, role):
    person = member(kim, "contributor")
    answer = admin_client_for(chair_of(kim)).post(url("role", kim.pk, person.pk), {"role": role})
    assert answer.status_code == 200
    assert answer.context["form"].errors["role"]
    assert roles_in(kim, person) == ["contributor"]
    with pytest.raises(ValidationError):
        roles.set_role(chair_of(kim), kim, person, role)


def test_nobody_changes_the_own_role_and_the_chair_not_at_all(kim):
    chair, above = chair_of(kim), curator("62.02")
    above.groups.add(kim.roles.get(role="contributor").group)
    for actor, person in [(chair, chair), (above, above), (above, chair)]:
        with pytest.raises(ValidationError):
            roles.set_role(actor, kim, person, "editor")
    assert roles_in(kim, chair) == ["chair"]
    assert roles_in(kim, above) == ["contributor"]


def test_services_check_their_actor_whatever_the_view_did(kim, other_kim):
    editor, person, stranger = member(kim, "editor"), member(kim, "contributor"), chair_of(other_kim)
    gone = User.objects.create_user("bekas@example.id", PASSWORD, is_active=False)
    gone.groups.add(kim.roles.get(role="chair").group)
    for actor in (editor, stranger, gone):
        with pytest.raises(PermissionDenied):
            roles.set_role(actor, kim, person, "editor")
        with pytest.raises(PermissionDenied):
            roles.deactivate(actor, kim, person)
        with pytest.raises(PermissionDenied):
            roles.reactivate(actor, kim, person)
        with pytest.raises(PermissionDenied):
            roles.hand_over(actor, kim, person, PASSWORD)
    assert roles_in(kim, person) == ["contributor"]


def test_who_leaves_the_last_role_is_out_at_once_and_can_come_back(kim, admin_client_for):
    chair, person = chair_of(kim), member(kim, "editor")
    theirs, mine = admin_client_for(person), admin_client_for(chair)
    assert theirs.get("/admin/").status_code == 200
    assert mine.get(url("leave", kim.pk, person.pk)).status_code == 200
    assert roles_in(kim, person) == ["editor"]  # asking changes nothing

    mine.post(url("leave", kim.pk, person.pk))

    person.refresh_from_db()
    assert not person.is_active
    assert roles_in(kim, person) == []
    assert theirs.get("/admin/").status_code == 302  # to sign in
    assert AuditEntry.objects.filter(action="deactivated", kim=kim, actor=chair).count() == 1

    answer = mine.post(url("return", kim.pk, person.pk), follow=True)
    person.refresh_from_db()
    assert person.is_active
    assert roles_in(kim, person) == ["editor"]
    assert not FormerMember.objects.exists()
    assert str(person) in answer.content.decode()
    assert AuditEntry.objects.filter(action="reactivated", kim=kim, actor=chair).count() == 1


def test_an_old_session_does_not_come_back_to_life_with_the_account(kim, admin_client_for):
    chair, person = chair_of(kim), member(kim, "editor")
    theirs = admin_client_for(person)
    roles.deactivate(chair, kim, person)
    roles.reactivate(chair, kim, person)
    assert theirs.get("/admin/").status_code == 302


def test_who_has_a_role_elsewhere_keeps_the_account(kim, other_kim):
    person = member(kim, "editor")
    person.groups.add(other_kim.roles.get(role="contributor").group)
    assert roles.deactivate(chair_of(kim), kim, person) is False
    person.refresh_from_db()
    assert person.is_active
    assert roles_in(other_kim, person) == ["contributor"]


@pytest.mark.parametrize("make", [operator, lambda: curator("62")])
def test_a_chair_takes_only_the_kim_role_of_an_operator_or_curator(kim, make):
    person = make()
    person.groups.add(kim.roles.get(role="editor").group)
    roles.deactivate(chair_of(kim), kim, person)
    person.refresh_from_db()
    assert person.is_active
    assert roles_in(kim, person) == []
    assert person.is_superuser or person.groups.count() == 1


def test_an_account_that_an_operator_closed_stays_closed(kim):
    chair, person = chair_of(kim), member(kim, "editor")
    User.objects.filter(pk=person.pk).update(is_active=False)
    roles.deactivate(chair, kim, person)
    with pytest.raises(ValidationError):
        roles.reactivate(chair, kim, person)
    person.refresh_from_db()
    assert not person.is_active
    assert roles_in(kim, person) == []


def test_the_chair_can_not_be_removed_nor_leave(kim, admin_client_for):
    chair = chair_of(kim)
    for actor in (chair, curator("62"), operator()):
        admin_client_for(actor).post(url("leave", kim.pk, chair.pk))
        assert roles_in(kim, chair) == ["chair"]


def test_chair_is_handed_over_and_both_get_a_mail(kim, admin_client_for):
    chair, next_one = chair_of(kim), member(kim, "contributor", "budi@example.id")
    client = admin_client_for(chair)
    assert "budi@example.id" in client.get(url("chair", kim.pk)).content.decode()

    answer = client.post(url("chair", kim.pk), {"successor": next_one.pk, "password": PASSWORD}, follow=True)

    assert answer.status_code == 200
    assert roles_in(kim, next_one) == ["chair"]
    assert roles_in(kim, chair) == ["editor"]
    assert sorted(address for message in mail.outbox for address in message.to) == sorted([chair.email, next_one.email])
    assert all("KIM Parenggean" in message.body for message in mail.outbox)
    entry = AuditEntry.objects.get(action="chair_handed_over")
    assert (entry.actor, entry.kim, entry.target, entry.data) == (chair, kim, str(next_one), {"from": str(chair)})
    assert client.get(url("list", kim.pk)).status_code == 404


@pytest.mark.parametrize("password", ["salah", ""])
def test_without_the_own_password_the_chair_stays(kim, admin_client_for, password):
    chair, next_one = chair_of(kim), member(kim, "editor")
    answer = admin_client_for(chair).post(url("chair", kim.pk), {"successor": next_one.pk, "password": password})
    assert answer.context["form"].errors["password"]
    assert roles_in(kim, chair) == ["chair"]
    assert not mail.outbox


def test_guessing_the_password_ends_after_five_tries(kim):
    chair, next_one = chair_of(kim), member(kim, "editor")
    for _number in range(5):
        with pytest.raises(ValidationError):
            roles.hand_over(chair, kim, next_one, "salah")
    with pytest.raises(ValidationError):
        roles.hand_over(chair, kim, next_one, PASSWORD)
    assert roles_in(kim, chair) == ["chair"]


def test_chair_goes_to_nobody_who_can_not_sign_in(kim):
    chair, closed, unset = chair_of(kim), member(kim, "editor"), member(kim, "editor")
    User.objects.filter(pk=closed.pk).update(is_active=False)
    unset.set_unusable_password()
    unset.save()
    for person in (closed, unset, chair):
        with pytest.raises(ValidationError):
            roles.hand_over(chair, kim, person, PASSWORD)
    with pytest.raises(PermissionDenied):
        roles.hand_over(chair, kim, curator("62"), PASSWORD)
    assert roles_in(kim, chair) == ["chair"]


def test_a_curator_can_pass_the_chair_on_when_it_is_orphaned(kim):
    above, chair, next_one = curator("62.02"), chair_of(kim), member(kim, "editor")
    roles.hand_over(above, kim, next_one, PASSWORD)
    assert roles_in(kim, next_one) == ["chair"]
    assert roles_in(kim, chair) == ["editor"]


def test_members_of_a_suspended_kim_can_still_be_removed(kim):
    chair, person = chair_of(kim), member(kim, "editor")
    suspend_kim(kim, "Pemeriksaan")
    roles.deactivate(chair, Kim.objects.get(pk=kim.pk), person)
    assert roles_in(kim, person) == []


@pytest.mark.parametrize("rows", [0, 1, 12])
def test_list_costs_the_same_for_none_few_and_many(kim, admin_client_for, rows):
    chair = chair_of(kim)
    for number in range(rows):
        roles.deactivate(chair, kim, member(kim, "editor", f"bekas-{number}@example.id"))
        member(kim, "editor", f"warga-{number}@example.id")
        invitations.invite(chair, kim, f"undangan-{number}@example.id", "editor")
    client = admin_client_for(chair)
    client.get(url("list", kim.pk))
    with CaptureQueriesContext(connection) as captured:
        page = client.get(url("list", kim.pk)).content.decode()
    assert page.count("@example.id") >= 1 + 3 * rows
    # Paging counts and reads; sessions, permissions and the menu are Wagtail's and the other applications'.
    mine = [
        query["sql"]
        for query in captured.captured_queries
        if re.search(r'FROM "(members_|kim_sites_user_groups)', query["sql"])
    ]
    assert len(mine) == 4, mine


def test_choosing_a_kim_costs_the_same_for_few_and_many(kim, admin_client_for):
    counts = []
    client = admin_client_for(curator("62"))
    for number in range(6):
        make_kim(f"tetangga-{number}", region_code="62.02.05.1002")
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url("index")).status_code == 200
        counts.append(len(captured))
    assert len(set(counts[1:])) == 1, counts


def test_who_works_for_several_kim_sees_in_which_one(kim, other_kim, admin_client_for):
    person = member(kim, "editor")
    alone = admin_client_for(person).get("/admin/").content.decode()
    assert '<span class="kim-here">KIM Parenggean</span>' in alone
    person.groups.add(other_kim.roles.get(role="editor").group)
    client = admin_client_for(person)
    assert 'class="kim-here"' not in client.get("/admin/").content.decode()
    for tenant in (kim, other_kim):
        shown = f'<span class="kim-here">{tenant.name}</span>'
        index = tenant.home_page.get_children().get(slug="berita")
        article, seller = make_news(tenant), make_seller(tenant)
        for address in (
            reverse("wagtailadmin_explore", args=[index.pk]),
            reverse("wagtailadmin_pages:edit", args=[article.pk]),
            reverse("wagtailadmin_pages:add", args=["kim_sites", "newspage", index.pk]),
            reverse("sellers:edit", args=[seller.pk]),
        ):
            assert shown in client.get(address).content.decode(), address
    above = admin_client_for(curator("62"))
    assert '<span class="kim-here">KIM Parenggean</span>' in above.get(url("list", kim.pk)).content.decode()


@pytest.mark.parametrize("others", [0, 5])
def test_the_name_of_the_kim_costs_one_query(kim, others):
    person = member(kim, "editor")
    for _number in range(others):
        person.groups.add(make_kim().roles.get(role="editor").group)
    for context in ({}, {"page": make_news(kim)}):
        with CaptureQueriesContext(connection) as captured:
            kim_here(person, context)
        assert len(captured) == 1
