"""Notices before a legal paper ends: to whom, when, and each only once."""

from types import SimpleNamespace

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kim_sites.models import Kim, OutgoingMail, PaperNotice
from lifecycle.services import papers
from lifecycle.services.paper_notices import remind
from tests import factories
from tests.lifecycle.paper_helpers import curator_of, data, ends_in, in_days
from tests.test_side_by_side import at_once

CHAIR = "ketua.parenggean@example.id"  # made with the KIM


@pytest.fixture
def curator(kim):
    """Of the regency, with another one above who is not bothered."""
    curator_of("62")
    return curator_of("62.02")


def recipients() -> list[str]:
    """Who was mailed since the last call, in alphabetical order."""
    found = sorted(address for message in mail.outbox for address in message.to)
    mail.outbox.clear()
    return found


@pytest.mark.django_db
class TestTerms:
    """90, 30 and 7 days before, and at the end."""

    @pytest.mark.parametrize(
        ("left", "term"),
        [(91, None), (90, 90), (60, 90), (31, 90), (30, 30), (8, 30), (7, 7), (1, 7), (0, 0), (-5, 0), (-370, 0),
         (-371, None), (None, None)],
    )  # fmt: skip
    def test_the_nearest_term_is_told_and_no_other(self, kim, curator, left, term):
        paper = ends_in(kim, left)
        assert remind() == (0 if term is None else 1)
        assert list(paper.notices.values_list("days", flat=True)) == ([] if term is None else [term])
        assert recipients() == ([] if term is None else sorted([CHAIR, curator.email]))

    def test_as_days_pass_each_goes_out_once(self, kim, curator):
        paper = ends_in(kim, 100)
        told = [100 - day for day in range(100 + 20) for _run in range(2) if remind(in_days(day))]
        assert told == [90, 30, 7, 0]
        assert paper.notices.count() == 4
        assert len(mail.outbox) == 8

    def test_after_a_pause_of_the_clock_one_notice_goes_out(self, kim, curator):
        paper = ends_in(kim, 5)
        call_command("remind_papers", verbosity=0)
        call_command("remind_papers", verbosity=0)
        assert list(paper.notices.values_list("days", flat=True)) == [7]
        assert len(mail.outbox) == 2


@pytest.mark.django_db
class TestWho:
    """The chair and the regency's curators."""

    def test_the_mail_has_one_link_to_the_papers(self, kim, curator):
        ends_in(kim, 7)
        remind()
        for message in mail.outbox:
            assert message.body.count("http") == 1
            assert f"/admin/papers/kim/{kim.pk}/" in message.body
            assert kim.name in message.subject
            assert "141/7/2025" in message.body.splitlines()[0]

    def test_nobody_is_told_twice(self, kim, curator):
        curator.groups.add(kim.roles.get(role="chair").group)
        ends_in(kim, 7)
        remind()
        assert recipients() == sorted([CHAIR, curator.email])

    def test_closed_accounts_and_curators_elsewhere_are_not_told(self, kim, curator):
        curator_of("62.13")
        curator.is_active = False
        curator.save()
        ends_in(kim, 7)
        remind()
        assert recipients() == [CHAIR]

    @pytest.mark.parametrize("status", ["suspended", "archived"])
    def test_a_kim_that_is_closed_is_left_alone(self, kim, curator, status):
        ends_in(kim, 7)
        Kim.objects.update(status=status)
        assert remind() == 0

    def test_only_the_current_paper_counts(self, kim, curator):
        ends_in(kim, 7)
        papers.add_paper(factories.member(kim, "chair"), kim, data(valid_until=in_days(700)))
        assert remind() == 0

    def test_a_mail_that_waited_is_not_sent_once_the_paper_was_renewed(self, kim, curator):
        ends_in(kim, 7)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("kim_sites.services.mail.deliver", SimpleNamespace(enqueue=lambda number: None))
            remind()
        papers.add_paper(factories.member(kim, "chair"), kim, data(valid_until=in_days(700)))
        call_command("send_mail", verbosity=0)
        assert mail.outbox == []
        assert set(OutgoingMail.objects.values_list("state", flat=True)) == {"not_needed"}


@pytest.mark.django_db
def test_the_look_costs_the_same_for_few_and_many(kim):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            remind()
        return len(captured)

    few = queries()
    for number in range(4):
        ends_in(factories.make_kim(f"lain-{number}"), 300)
    assert queries() == few <= 4


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_clocks_at_once_send_each_notice_once():
    for number, days in enumerate((80, 20, 3, -3)):
        ends_in(factories.make_kim(f"kim-{number}"), days)
    curator_of("62.02")
    told = at_once([remind for _clock in range(4)])
    assert sum(told) == 4
    assert PaperNotice.objects.count() == 4
    assert OutgoingMail.objects.count() == 8
