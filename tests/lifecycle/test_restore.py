"""Restores: who may, what a bad file is told, and that nothing is left of one that failed."""

import datetime
import io
import json
import stat
import zipfile

import pytest
from django.core import mail as outbox
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Collection, Page, Site

from home.services.hubs import curator_group, ensure_hub
from kim_sites.models import Kim, KimImage, NewsPage, Region, User
from lifecycle.models import RestoreJob
from lifecycle.models.archives import JobState
from lifecycle.services.archive import layout, restore
from lifecycle.services.archive.layout import ArchiveError
from lifecycle.services.archive.richtext import only_known_markup
from members.services.roles import chairs
from tests import factories
from tests.lifecycle.rich import archive_of, forget, rebuilt

pytestmark = pytest.mark.django_db


def curator_of(code: str) -> User:
    """A curator of a hub."""
    factories.make_regions()
    person = User.objects.create_user(f"kurator.{code}@example.id", "rahasia-sekali")
    person.groups.add(curator_group(ensure_hub(Region.objects.get(code=code))))
    return person


@pytest.fixture
def curator(db):
    """The curator of the regency."""
    return curator_of("62.02")


@pytest.fixture
def archive(kim):
    """A file of KIM Parenggean, which is no longer here."""
    factories.make_news(kim, "Kabar")
    data = archive_of(kim)
    forget(kim)
    return data


def upload(data: bytes, name: str = "kim.zip") -> ContentFile:
    """A file as a form hands it over."""
    return ContentFile(data, name=name)


def state_of_the_world() -> tuple:
    """What must not change when a restore fails."""
    return (
        Kim.objects.count(), Page.objects.count(), Site.objects.count(), Collection.objects.count(),
        User.objects.count(), KimImage.objects.count(),
    )  # fmt: skip


def forged(archive: bytes, name: str, change) -> bytes:
    """The archive with other contents of one file, and a manifest that agrees with it."""
    import hashlib

    def rewrite(files):
        files[name] = change(files[name].decode()).encode()
        manifest = json.loads(files["manifest.json"])
        manifest["files"][name] = {"sha256": hashlib.sha256(files[name]).hexdigest(), "size": len(files[name])}
        files["manifest.json"] = json.dumps(manifest).encode()

    return rebuilt(archive, rewrite)


def change_manifest(archive: bytes, **values) -> bytes:
    """The archive with other words in its manifest."""

    def rewrite(files):
        files["manifest.json"] = json.dumps({**json.loads(files["manifest.json"]), **values}).encode()

    return rebuilt(archive, rewrite)


def link_inside(archive: bytes) -> bytes:
    """The archive with a symbolic link."""
    target = io.BytesIO(archive)
    with zipfile.ZipFile(target, "a") as opened:
        info = zipfile.ZipInfo("media/link")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        opened.writestr(info, "/etc/passwd")
    return target.getvalue()


def damaged(archive: bytes) -> bytes:
    """The archive with some bytes of its middle turned over."""
    middle = len(archive) // 3
    return archive[:middle] + bytes(255 - byte for byte in archive[middle : middle + 400]) + archive[middle + 400 :]


BAD = {
    "no zip": lambda archive: b"%PDF-1.4 not a zip",
    "empty zip": lambda archive: b"PK\x05\x06" + b"\0" * 18,
    "cut off": lambda archive: archive[: len(archive) // 2],
    "damaged": damaged,
    "a way out": lambda archive: rebuilt(archive, lambda files: files.update({"../../etc/cron.d/x": b"x"})),
    "an absolute name": lambda archive: rebuilt(archive, lambda files: files.update({"/etc/x": b"x"})),
    "a link": link_inside,
    "a part is missing": lambda archive: rebuilt(archive, lambda files: files.pop("data/sellers.json")),
    "a picture is missing": lambda archive: rebuilt(
        archive, lambda files: files.pop(next(name for name in files if name.startswith("media/images/")))
    ),
    "something was added": lambda archive: rebuilt(archive, lambda files: files.update({"data/x.json": b"[]"})),
    "changed by hand": lambda archive: rebuilt(
        archive, lambda files: files.update({"data/pages.json": files["data/pages.json"].replace(b"Kabar", b"Kabur")})
    ),
    "newer version": lambda archive: change_manifest(archive, version=99),
    "another program": lambda archive: change_manifest(archive, format="wordpress"),
    "no manifest": lambda archive: rebuilt(archive, lambda files: files.pop("manifest.json")),
    "manifest is a list": lambda archive: rebuilt(archive, lambda files: files.update({"manifest.json": b"[1]"})),
    "unknown region": lambda archive: forged(
        archive, "data/kim.json", lambda text: text.replace("62.02.04", "62.02.99")
    ),
    "a regency": lambda archive: forged(archive, "data/kim.json", lambda text: text.replace("62.02.04", "62.02")),
    "strange status": lambda archive: forged(archive, "data/kim.json", lambda text: text.replace('"active"', '"king"')),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_gets_one_sentence_and_is_not_kept(curator, archive, kind):
    before = state_of_the_world()

    with pytest.raises(ArchiveError) as caught:
        restore.bring(curator, upload(BAD[kind](archive)))

    assert len(caught.value.messages) == 1
    assert caught.value.messages[0].strip()
    assert not RestoreJob.objects.exists()
    assert state_of_the_world() == before


def test_a_bomb_is_not_unpacked(curator, archive, monkeypatch):
    monkeypatch.setattr(layout, "MOST_UNPACKED", 1000)

    with pytest.raises(ArchiveError):
        restore.bring(curator, upload(archive))


def test_a_file_that_is_too_large_is_not_read(curator, archive, settings):
    settings.MOST_RESTORE_BYTES = 100

    with pytest.raises(ArchiveError):
        restore.bring(curator, upload(archive))


DEEP = {
    "a type of page that there is not": lambda text: text.replace("kim_sites.newspage", "wagtailcore.page"),
    "a page in the wrong place": lambda text: text.replace('"kim_sites.newspage"', '"kim_sites.kimhomepage"'),
    "a slug with a trick": lambda text: text.replace('"slug":"kabar"', '"slug":"../admin"'),
    "an unknown language": lambda text: text.replace('"id-id"', '"xx"'),
    "a value of the wrong kind": lambda text: text.replace('"last_published_at":"2', '"last_published_at":"soon 2'),
    "half a line": lambda text: text[: len(text) // 2],
    "a missing key": lambda text: text.replace('"revisions"', '"revisionz"'),
}


@pytest.mark.parametrize("kind", DEEP)
def test_contents_that_make_no_sense_leave_nothing_behind(curator, archive, kind):
    job = restore.bring(curator, upload(forged(archive, "data/pages.json", DEEP[kind])))
    before, files = state_of_the_world(), stored_pictures()

    restore.order(curator, job, "parenggean")

    job.refresh_from_db()
    assert (job.state, bool(job.problem)) == (JobState.FAILED, True)
    assert state_of_the_world() == before
    assert stored_pictures() == files
    assert job.kim is None


def stored_pictures() -> set[str]:
    """The files in the storage of pictures."""
    storage = KimImage._meta.get_field("file").storage
    return set(storage.listdir("original_images")[1]) if storage.exists("original_images") else set()


def test_a_reference_to_a_key_of_this_installation_is_dropped(curator, kim):
    victim = factories.make_kim("korban", region_code="62.02.05.1002")
    stolen = factories.make_image(victim)
    news = factories.make_news(kim, "Kabar")
    archive = archive_of(kim)
    forget(kim)

    def steal(text):
        text = text.replace('"lead_image":"image:1"', f'"lead_image":{stolen.pk}')
        return text.replace(
            "<p>Warga desa",
            f'<p onclick=\\"x()\\"><a linktype=\\"page\\" id=\\"{victim.home_page_id}\\">a</a><script>x</script>Warga desa',
        )

    job = restore.bring(curator, upload(forged(archive, "data/pages.json", steal)))
    restore.order(curator, job, "parenggean")

    job.refresh_from_db()
    assert (job.state, job.problem) == (JobState.DONE, "")
    again = NewsPage.objects.get(title=news.title, kim=job.kim)
    source = again.body[0].value.source
    assert again.lead_image is None
    for trace in ("script", "onclick", f'id="{victim.home_page_id}"'):
        assert trace not in source
    assert "Warga desa" in source


def test_a_picture_that_is_none_is_left_out_and_said(curator, kim):
    factories.make_news(kim, "Kabar")
    archive = archive_of(kim)
    forget(kim)
    name = next(n for n in zipfile.ZipFile(io.BytesIO(archive)).namelist() if n.startswith("media/images/"))

    job = restore.bring(curator, upload(forged_bytes(archive, name, b"<svg onload=alert(1)>")))
    restore.order(curator, job, "parenggean")

    job.refresh_from_db()
    assert job.state == JobState.DONE
    assert len(job.summary["report"]) == 1
    assert not KimImage.objects.filter(collection=job.kim.collection).exists()


def forged_bytes(archive: bytes, name: str, content: bytes) -> bytes:
    """The archive with another file in the place of one."""
    import hashlib

    def rewrite(files):
        files[name] = content
        manifest = json.loads(files["manifest.json"])
        manifest["files"][name] = {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
        files["manifest.json"] = json.dumps(manifest).encode()

    return rebuilt(archive, rewrite)


def test_only_curators_of_its_region_bring_a_kim_back(curator, archive, admin_client_for):
    neighbour, above = curator_of("62.13"), curator_of("62")
    with pytest.raises(ArchiveError):
        restore.bring(neighbour, upload(archive))
    assert not RestoreJob.objects.exists()
    chair = chairs(factories.make_kim("lain", region_code="62.02.05.1002")).get()
    with pytest.raises(PermissionDenied):
        restore.bring(chair, upload(archive))

    job = restore.bring(above, upload(archive))

    url = reverse("kim_archive:restore_job", args=[job.pk])
    for stranger in (neighbour, chair, curator):
        client = admin_client_for(stranger)
        assert client.get(url).status_code == 404
        assert client.post(url, {"slug": "parenggean"}).status_code == 404
        with pytest.raises(PermissionDenied):
            restore.order(stranger, job, "parenggean")
    assert admin_client_for(chair).get(reverse("kim_archive:restore")).status_code == 404
    assert not Kim.objects.filter(slug="parenggean").exists()
    assert admin_client_for(above).get(url).status_code == 200


def test_the_screens_lead_from_the_file_to_the_site(curator, archive, admin_client_for):
    client = admin_client_for(curator)
    page = client.get(reverse("kim_archive:restore"))
    assert page.status_code == 200
    refused = client.post(reverse("kim_archive:restore"), {"file": upload(b"nothing")})
    assert refused.status_code == 200
    assert refused.context["form"].errors["file"]

    with TestCase.captureOnCommitCallbacks(execute=True):
        looked = client.post(reverse("kim_archive:restore"), {"file": upload(archive)})
    job = RestoreJob.objects.get()
    assert looked.url == reverse("kim_archive:restore_job", args=[job.pk])
    assert client.get(looked.url).context["is_open"]
    with TestCase.captureOnCommitCallbacks(execute=True):
        assert client.post(looked.url, {"slug": "admin"}).status_code == 200
    assert not Kim.objects.exists()
    with TestCase.captureOnCommitCallbacks(execute=True):
        assert client.post(looked.url, {"slug": "parenggean", "invite": ""}).status_code == 302
        assert client.post(looked.url, {"slug": "parenggean"}).status_code in (200, 302)

    job.refresh_from_db()
    assert job.state == JobState.DONE
    assert not job.file
    assert Kim.objects.count() == 1
    assert client.get(looked.url).status_code == 200
    assert [mail.to for mail in outbox.outbox] == [[curator.email]]


@pytest.mark.parametrize(
    ("made_at", "shown"), [("2026-08-17T09:05:00+07:00", "17 Agustus 2026"), ("2026-99-99T00:00:00", ""), ("dulu", "")]
)
def test_the_day_of_the_file_is_written_as_people_write_it(curator, archive, admin_client_for, made_at, shown):
    job = restore.bring(curator, upload(archive))
    job.summary["made_at"] = made_at
    job.save()
    page = admin_client_for(curator).get(reverse("kim_archive:restore_job", args=[job.pk]))
    assert page.status_code == 200
    assert shown in page.content.decode()
    assert made_at[:10] not in page.content.decode()


def test_a_taken_address_and_a_taken_village_are_asked_about(curator, archive):
    job = restore.bring(curator, upload(archive))
    factories.make_kim("parenggean", region_code="62.02.05.1002")
    with pytest.raises(ValidationError) as caught:
        restore.order(curator, job, "parenggean")
    assert "slug" in caught.value.message_dict
    factories.make_kim("tetangga", region_code="62.02.04")
    with pytest.raises(ValidationError):
        restore.order(curator, job, "parenggean-dua")

    Kim.objects.filter(slug="tetangga").update(status=Kim.Status.ARCHIVED)
    restore.order(curator, job, "parenggean-dua")

    job.refresh_from_db()
    assert (job.state, job.kim.slug) == (JobState.DONE, "parenggean-dua")


def test_somebody_who_is_no_curator_any_more_restores_nothing(curator, archive, monkeypatch):
    job = restore.bring(curator, upload(archive))
    job.summary["order"], job.summary["secret"] = {"slug": "parenggean", "invite": False}, "x"
    job.save()
    curator.groups.clear()

    restore.run_restore(job.pk)

    job.refresh_from_db()
    assert job.state == JobState.FAILED
    assert not Kim.objects.exists()


def test_a_killed_worker_is_followed_by_another_at_both_stages(curator, archive, monkeypatch):
    job = restore.bring(curator, upload(archive))
    stock = restore.finish
    monkeypatch.setattr(restore, "finish", lambda job: 1 / 0)
    restore.order(curator, job, "parenggean")
    job.refresh_from_db()
    assert (job.state, job.kim.status) == (JobState.RUNNING, Kim.Status.REGISTERED)
    monkeypatch.setattr(restore, "finish", stock)
    call_command("resume_archives", verbosity=0)
    job.refresh_from_db()
    assert job.state == JobState.RUNNING  # somebody may still be at it

    RestoreJob.objects.update(leased_until=timezone.now() - datetime.timedelta(minutes=1))
    call_command("resume_archives", verbosity=0)

    job.refresh_from_db()
    assert (job.state, job.kim.status, Kim.objects.count()) == (JobState.DONE, Kim.Status.ACTIVE, 1)


def test_a_file_that_was_only_looked_at_goes_after_two_days(curator, archive):
    job = restore.bring(curator, upload(archive))
    storage, name = job.file.storage, job.file.name
    RestoreJob.objects.update(created_at=timezone.now() - datetime.timedelta(days=3))

    call_command("resume_archives", verbosity=0)

    assert not storage.exists(name)
    job.refresh_from_db()
    with pytest.raises(ValidationError):
        restore.order(curator, job, "parenggean")


@pytest.mark.parametrize(
    ("html", "is_kept"),
    [
        ('<p data-block-key="a">A <b>b</b> <a href="https://x.id/">c</a></p>', True),
        ('<a linktype="page" id="page:3">x</a><hr/>', True),
        ("<p>a</p><script>x</script>", False),
        ('<p style="x">a</p>', False),
        ('<a href="java\tscript:x">a</a>', False),
        ("<p>a</p><!-- x -->", False),
        ("<iframe src=x></iframe>", False),
    ],
)
def test_only_the_editors_markup_comes_in(html, is_kept):
    assert (only_known_markup(html) == html) is is_kept
