"""Exports: who gets one, what is in it, how often, and what a killed worker leaves."""

import csv
import datetime
import io
import zipfile

import pytest
from django.core import mail as outbox
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from access.models import AuditEntry
from home.services.hubs import curator_group, ensure_hub
from kim_sites.models import Kim, KimPage, Region, User
from lifecycle.models import ExportJob
from lifecycle.models.archives import JobState
from lifecycle.services.archive import export, leases
from members.services.roles import chairs
from tests import factories
from tests.lifecycle.rich import archive_of, contents, make_rich_kim

pytestmark = pytest.mark.django_db


@pytest.fixture
def chair(kim):
    """The chair of KIM Parenggean."""
    return chairs(kim).get()


def ask(actor, kim) -> ExportJob:
    """Ask, and let everything run that waits for the commit."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        job = export.ask_export(actor, kim)
    job.refresh_from_db()
    return job


def test_the_chair_gets_a_file_and_a_mail(kim, chair, admin_client_for):
    client = admin_client_for(chair)
    url = reverse("kim_archive:exports", args=[kim.pk])
    assert client.get(url).status_code == 200

    with TestCase.captureOnCommitCallbacks(execute=True):
        assert client.post(url).status_code == 302

    job = ExportJob.objects.get(kim=kim)
    assert (job.state, job.progress, job.by) == (JobState.DONE, 100, chair)
    response = client.get(reverse("kim_archive:download", args=[kim.pk, job.pk]))
    content = b"".join(response.streaming_content)
    assert len(content) == job.size
    assert f'filename="KIM-parenggean-{timezone.localdate()}.zip"' in response.headers["Content-Disposition"]
    assert "no-store" in response.headers["Cache-Control"]
    assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None
    assert [(mail.to, url in mail.body) for mail in outbox.outbox] == [([chair.email], True)]
    assert AuditEntry.objects.filter(kim=kim, action=AuditEntry.Action.EXPORTED, actor=chair).exists()
    assert client.get(url).status_code == 200


@pytest.mark.parametrize("status", [Kim.Status.SUSPENDED, Kim.Status.ARCHIVED])
def test_a_closed_kim_is_exported_too(kim, chair, status):
    Kim.objects.filter(pk=kim.pk).update(status=status)

    assert ask(chair, kim).state == JobState.DONE


def test_others_see_neither_the_screen_nor_the_file(kim, other_kim, chair, admin_client_for):
    job = ask(chair, kim)
    foreign_curator = User.objects.create_user("sambas@example.id", "rahasia-sekali")
    foreign_curator.groups.add(curator_group(ensure_hub(Region.objects.get(code="61.01"))))
    strangers = [
        chairs(other_kim).get(),
        factories.member(kim, "editor"),
        factories.member(kim, "contributor"),
        foreign_curator,
    ]

    for person in strangers:
        client = admin_client_for(person)
        assert client.get(reverse("kim_archive:exports", args=[kim.pk])).status_code == 404
        assert client.post(reverse("kim_archive:exports", args=[kim.pk])).status_code == 404
        assert client.get(reverse("kim_archive:download", args=[kim.pk, job.pk])).status_code == 404
        with pytest.raises(PermissionDenied):
            export.ask_export(person, kim)
    # Nor through the own KIM's address.
    stranger = chairs(other_kim).get()
    assert (
        admin_client_for(stranger).get(reverse("kim_archive:download", args=[other_kim.pk, job.pk])).status_code == 404
    )
    assert ExportJob.objects.count() == 1


def test_a_curator_above_may_export(kim, admin_client_for):
    curator = User.objects.create_user("kalteng@example.id", "rahasia-sekali")
    curator.groups.add(curator_group(ensure_hub(Region.objects.get(code="62"))))

    assert ask(curator, kim).state == JobState.DONE
    assert admin_client_for(curator).get(reverse("kim_archive:index")).status_code in (200, 302)


def test_a_second_click_gets_the_running_one_and_a_day_has_an_end(kim, chair, settings):
    running = ExportJob.objects.create(kim=kim, by=chair, leased_until=timezone.now() + leases.LEASE)
    assert export.ask_export(chair, kim) == running
    running.delete()

    settings.MOST_EXPORTS_A_DAY = 2
    ask(chair, kim)
    ask(chair, kim)
    with pytest.raises(ValidationError):
        export.ask_export(chair, kim)
    ExportJob.objects.update(created_at=timezone.now() - datetime.timedelta(days=2))
    assert ask(chair, kim).state == JobState.DONE


def test_what_a_killed_worker_left_is_taken_up_again(kim, chair):
    past = timezone.now() - datetime.timedelta(minutes=1)
    left = ExportJob.objects.create(kim=kim, by=chair, state=JobState.RUNNING, progress=40, leased_until=past)
    busy = ExportJob.objects.create(
        kim=kim, by=chair, state=JobState.RUNNING, leased_until=timezone.now() + leases.LEASE
    )

    call_command("resume_archives", verbosity=0)

    left.refresh_from_db()
    busy.refresh_from_db()
    assert (left.state, busy.state) == (JobState.DONE, JobState.RUNNING)


def test_a_failure_is_told_and_leaves_no_file(kim, chair, monkeypatch):
    monkeypatch.setattr(export, "write_archive", lambda *args: 1 / 0)

    job = ask(chair, kim)

    assert (job.state, bool(job.file), bool(job.problem)) == (JobState.FAILED, False, True)


def test_files_go_after_a_week(kim, chair):
    job = ask(chair, kim)
    storage, name = job.file.storage, job.file.name
    assert storage.exists(name)
    ExportJob.objects.update(created_at=timezone.now() - datetime.timedelta(days=8))

    with TestCase.captureOnCommitCallbacks(execute=True):
        call_command("resume_archives", verbosity=0)

    assert not storage.exists(name)
    assert not ExportJob.objects.exists()


def test_the_file_holds_no_passwords_and_nothing_of_others(kim):
    make_rich_kim("sambungan-lain", region_code="62.02.05.1002")
    factories.make_news(kim, "Kabar sendiri")

    files = contents(archive_of(kim))

    text = str(files)
    assert "Kabar sendiri" in text
    assert "sambungan-lain" not in text
    assert "pbkdf2" not in text
    assert "argon2" not in text


def test_the_readable_copy_has_live_pages_only_and_stays_inside():
    kim = make_rich_kim()

    files = contents(archive_of(kim))

    pages = {
        name: text.decode() for name, text in files.items() if name.startswith("situs/") and name.endswith(".html")
    }
    everything = "".join(pages.values())
    assert "Warga menanam" in everything
    for hidden in ("Rahasia warga", "Rancangan", "Terjadwal", "menanam lagi"):
        assert hidden not in everything
    names = set(files)
    for name, text in pages.items():
        for part in text.split('src="')[1:] + text.split('href="')[1:]:
            target = part.partition('"')[0]
            if "://" not in target:
                inside = target.removeprefix("../") if target.startswith("../") else f"situs/{target}"
                assert inside in names, (name, target)


def test_lists_for_a_spreadsheet_hold_no_formulas(kim):
    factories.make_news(kim, "=HYPERLINK(1)")

    text = contents(archive_of(kim))["data/berita.csv"].decode("utf-8-sig")

    assert [row[1] for row in csv.reader(io.StringIO(text))][1] == "'=HYPERLINK(1)"


def test_every_model_that_names_a_kim_is_in_the_file_or_left_out_on_purpose():
    from django.apps import apps

    in_file = {"KimRole", "LegalPaper", "Officer", "HostAlias", "Seller", "FormerMember"}
    made_anew = {"NewsTag", "FeedEntry"}
    left_out = {
        "AuditEntry", "Invitation", "ExportJob", "RestoreJob", "ImportRow", "Application", "Kim",
        "ReaderCount", "KimActivity", "DeletedPage", "Post",
    }  # fmt: skip
    found = {
        model for model in apps.get_models() for field in model._meta.concrete_fields if field.related_model is Kim
    }
    found = {model.__name__ for model in found if not issubclass(model, KimPage)}
    assert found - in_file - made_anew - left_out == set()
