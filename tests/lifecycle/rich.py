"""A KIM with one of everything that an export has to carry, and ways to take it away and compare."""

import datetime
import io
import json
import zipfile

from django.core.files.base import ContentFile
from django.test import TestCase
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, Locale, Page, PageViewRestriction

from home.models import HubPage
from home.services.feed import rebuild_feed
from kim_sites.models import (
    HostAlias,
    InfoPage,
    Kim,
    KimDocument,
    KimHomePage,
    LegalPaper,
    Officer,
    PaperNotice,
    User,
)
from kim_sites.services.provisioning import set_status
from lifecycle.services.archive.export import write_archive
from lifecycle.services.removal import remove_kim
from members.models import FormerMember
from tests import factories

PDF = b"%PDF-1.4 surat keputusan"
MOMENT = datetime.datetime(2024, 5, 6, 7, 8, 9, 123456, tzinfo=datetime.UTC)


def make_rich_kim(slug: str = "parenggean", **changes) -> Kim:
    """All page types in all states, links in every place, media, people, papers, redirects, a second language."""
    kim = factories.make_kim(slug, name="KIM Parenggean", registration_number="KIM-62.02-007", **changes)
    editor = factories.member(kim, "editor", f"penulis.{slug}@example.id")
    gone = factories.member(kim, "contributor", f"dulu.{slug}@example.id")
    gone.groups.clear()
    FormerMember.objects.create(kim=kim, user=gone, role="contributor")
    image = factories.make_image(kim, title="Sampul", credit="Budi", uploaded_by_user=editor, focal_point_x=20, focal_point_y=10,
                                 focal_point_width=5, focal_point_height=5)  # fmt: skip
    image.tags.add("sungai", "pohon")
    second = factories.make_image(kim, title="Galeri", size=(50, 50))
    album = kim.collection.add_child(instance=Collection(name="Arsip"))
    third = factories.make_image(kim, title="Arsip", size=(40, 60), collection=album)
    document = KimDocument.objects.create(
        title="Jadwal", collection=kim.collection, uploaded_by_user=editor, file=ContentFile(b"isi", name="jadwal.txt")
    )
    document.get_file_hash()
    document._set_document_file_metadata()
    document.save()
    pages = _pages(kim, editor, image, second, third, document)
    _records(kim, image, editor, pages)
    home = kim.home_page.specific
    home.cover, home.cover_alt, home.logo = image, "Sungai", second
    home.whatsapp, home.address, home.accent = "+628123456789", "Jl. Sungai 1", "sungai"
    home.latitude, home.longitude = "-1.90000", "112.80000"
    home.save_revision().publish()
    Kim.objects.filter(pk=kim.pk).update(created_at=MOMENT, shared_at=MOMENT)
    rebuild_feed()
    return Kim.objects.get(pk=kim.pk)


def _pages(kim, editor, image, second, third, document) -> dict:
    info = factories.make_info(kim, "Profil lengkap", owner=editor, show_in_menus=True)
    child = InfoPage(title="Di bawahnya", slug="di-bawahnya", body=[("text", "<p>Isi.</p>")], locale=info.locale)
    info.add_child(instance=child)
    picture = {"lead_image": image, "lead_image_alt": "Warga"}
    body = [
        (
            "text",
            f'<p data-block-key="a1">Baca <a linktype="page" id="{info.pk}">profil</a> dan '
            f'<a linktype="document" id="{document.pk}">jadwal</a> atau <a href="https://example.id/">luar</a>.</p>',
        ),
        ("image", {"image": second, "alt": "Galeri", "caption": "Keterangan"}),
        (
            "gallery",
            {"pictures": [{"image": image, "alt": "a", "caption": ""}, {"image": third, "alt": "b", "caption": ""}]},
        ),
        ("quote", {"text": "Mari <b>bersama</b>", "attribution": "Lurah"}),
        ("video", {"url": "https://youtu.be/abc", "title": "Video"}),
        ("document", document),
    ]
    news = factories.make_news(
        kim, "Warga menanam", body=body, owner=editor, tag_names="Sungai, Pohon", adinda="akses", **picture
    )
    Page.objects.filter(pk=news.pk).update(first_published_at=MOMENT, last_published_at=MOMENT)
    news.refresh_from_db()
    news.title = "Warga menanam lagi"
    news.save_revision(user=editor)
    draft = factories.make_news(kim, "Rancangan", live=False, owner=editor, **picture)
    scheduled = factories.make_news(kim, "Terjadwal", live=False, owner=editor, **picture)
    scheduled.go_live_at = timezone.now() + datetime.timedelta(days=3)
    scheduled.save_revision(user=editor, approved_go_live_at=scheduled.go_live_at)
    scheduled.save_revision(user=editor)
    private = factories.make_info(kim, "Rahasia warga", owner=editor)
    PageViewRestriction.objects.create(page=private, restriction_type="password", password="sandi-warga")
    locked = factories.make_news(kim, "Terkunci", **picture)
    locked.locked, locked.locked_by, locked.locked_at = True, editor, MOMENT
    locked.save()
    product = factories.make_product(kim, image=image, owner=editor)
    product.photos.add(type(product.photos.first())(image=second, alt="Kedua", sort_order=1))
    product.description = f'<p data-block-key="b2">Lihat <a linktype="page" id="{news.pk}">kabar</a>.</p>'
    product.save_revision().publish()
    factories.make_achievement(kim, **picture)
    info.create_alias(update_slug="alias-profil")
    # A link to the hub above, which the KIM does not own.
    hub = HubPage.objects.get(region_id="62", locale=info.locale)
    factories.make_info(kim, "Tautan", body=[("text", f'<p><a linktype="page" id="{hub.pk}">Provinsi</a></p>')])
    english = Locale.objects.get(language_code="en")
    home = KimHomePage.objects.get(pk=kim.home_page_id)
    home.copy_for_translation(english, copy_parents=True, alias=False)
    translated = info.copy_for_translation(english, copy_parents=True)
    translated.title = "Full profile"
    translated.save_revision(user=editor).publish()
    return {"info": info, "news": news, "draft": draft}


def _records(kim, image, editor, pages) -> None:
    paper = LegalPaper.objects.create(
        kim=kim, number="141/9/2026", signer="Lurah", issued_on=datetime.date(2025, 1, 1), office="lurah",
        valid_until=datetime.date(2027, 1, 1), scan=ContentFile(PDF, name="sk.pdf"), added_by=editor, added_at=MOMENT,
    )  # fmt: skip
    PaperNotice.objects.create(paper=paper, days=90, sent_at=MOMENT)
    Officer.objects.create(
        kim=kim, name="Budi", position="secretary", photo=image, is_public=True, legal_paper=paper, sort_order=5
    )
    Redirect.objects.create(old_path="/lama", site=kim.site, redirect_page=pages["info"].page_ptr)
    Redirect.objects.create(old_path="/luar", site=kim.site, redirect_link="https://example.id/", is_permanent=False)
    HostAlias.objects.create(kim=kim, hostname=f"{kim.slug}-lama.localhost")
    HostAlias.objects.create(kim=kim, hostname=f"{kim.slug}.desa.example.net")


def archive_of(kim: Kim) -> bytes:
    """The export of a KIM."""
    target = io.BytesIO()
    write_archive(kim, target)
    return target.getvalue()


def contents(archive: bytes) -> dict:
    """Every file of an archive by name, data parsed; without the moment at which it was made."""
    files = {}
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        for name in opened.namelist():
            content = opened.read(name)
            files[name] = json.loads(content) if name.endswith(".json") else content
    files["manifest.json"].pop("made_at")
    return files


def rebuilt(archive: bytes, change) -> bytes:
    """The archive after `change(files)` was let loose on its raw files (name to bytes)."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        files = {name: opened.read(name) for name in opened.namelist()}
    change(files)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return target.getvalue()


def forget(kim: Kim) -> None:
    """Remove a KIM for good, its files included."""
    operator = User.objects.filter(is_superuser=True).first() or User.objects.create_superuser("operator@example.id")
    with TestCase.captureOnCommitCallbacks(execute=True):
        set_status(kim, Kim.Status.ARCHIVED)
        remove_kim(operator, kim, without_export=True)
