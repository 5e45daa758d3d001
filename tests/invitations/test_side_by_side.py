"""Several who invite, accept, hand over or leave at once, on PostgreSQL."""

import time

import pytest
from django.db import IntegrityError

from access.models import AuditEntry
from access.services import audit
from kim_sites.models import User
from members.services import invitations, roles
from tests.factories import member
from tests.invitations.helpers import ADDRESS, NEW_PERSON, accept, invite, visitor
from tests.test_members import PASSWORD, chair_of, curator, roles_in
from tests.test_side_by_side import at_once


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.postgres
class TestSideBySide:
    """Real threads, real transactions."""

    def test_two_clicks_at_once_join_once(self, kim):
        secret = invite(kim)
        answers = at_once([lambda: accept(visitor(), secret, **NEW_PERSON) for _number in range(6)])
        assert sorted(answer.status_code for answer in answers) == [302, 410, 410, 410, 410, 410]
        assert User.objects.filter(email=ADDRESS).count() == 1
        assert AuditEntry.objects.filter(action="joined").count() == 1

    def test_two_kim_invite_one_new_person_who_accepts_both_at_once(self, kim, other_kim):
        secrets = [invite(kim), invite(other_kim)]
        answers = at_once([lambda secret=secret: accept(visitor(), secret, **NEW_PERSON) for secret in secrets])
        assert sorted(answer.status_code for answer in answers) in ([200, 302], [302, 302])
        assert User.objects.filter(email=ADDRESS).count() == 1

    def test_two_chairs_are_invited_and_one_takes_the_seat(self, kim):
        above = curator("62.02")
        secrets = [invite(kim, f"calon-{number}@example.id", "chair", above) for number in range(2)]
        at_once([lambda secret=secret: accept(visitor(), secret, **NEW_PERSON) for secret in secrets])
        assert kim.roles.get(role="chair").group.user_set.count() == 1

    def test_the_same_address_invited_twice_at_once_is_invited_once(self, kim):
        chair = chair_of(kim)
        results = at_once([lambda: invitations.invite(chair, kim, ADDRESS, "editor") for _number in range(4)])
        assert not [result for result in results if isinstance(result, IntegrityError)]
        assert invitations.open_invitations(kim).count() == 1

    def test_the_limit_holds_when_many_invite_at_once(self, kim, settings):
        settings.MOST_OPEN_INVITATIONS = 3
        chair = chair_of(kim)
        calls = [lambda n=n: invitations.invite(chair, kim, f"warga-{n}@example.id", "editor") for n in range(8)]
        at_once(calls)
        assert invitations.open_invitations(kim).count() == 3

    def test_of_two_handovers_at_once_one_wins(self, kim):
        chair = chair_of(kim)
        candidates = [member(kim, "editor") for _number in range(3)]
        calls = [lambda person=person: roles.hand_over(chair, kim, person, PASSWORD) for person in candidates]
        results = at_once(calls)
        assert sorted(type(result).__name__ for result in results) == [
            "NoneType",
            "PermissionDenied",
            "PermissionDenied",
        ]
        assert kim.roles.get(role="chair").group.user_set.count() == 1
        assert roles_in(kim, chair) == ["editor"]

    def test_leaving_two_kim_at_once_closes_the_account(self, kim, other_kim, monkeypatch):
        record = audit.record

        def slow(*args, **kwargs):
            time.sleep(0.4)  # so that both are at it
            return record(*args, **kwargs)

        person = member(kim, "editor")
        person.groups.add(other_kim.roles.get(role="editor").group)
        pairs = [(chair_of(kim), kim), (chair_of(other_kim), other_kim)]
        monkeypatch.setattr(audit, "record", slow)
        at_once([lambda pair=pair: roles.deactivate(*pair, person) for pair in pairs])
        person.refresh_from_db()
        assert not person.is_active
        assert not person.groups.exists()
