"""Two KIM in two provinces. Everything of B carries a marker, in every kind of data that the platform keeps."""

import datetime
import uuid
from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import log
from wagtail.models import (
    GroupApprovalTask,
    Locale,
    Page,
    PageViewRestriction,
    Task,
    UploadedFile,
    Workflow,
    WorkflowTask,
)
from wagtail_localize.models import (
    OverridableSegment,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)

from access.models import AuditEntry
from access.services import audit
from home.models import HubPage
from home.services import curation
from home.services.hubs import curator_group, ensure_hub
from kim_sites.models import HostAlias, Kim, KimDocument, KimImage, LegalPaper, Officer, PaperNotice, Region, User
from lifecycle.models import ExportJob, ForumOfficer, RestoreJob
from lifecycle.models.archives import JobState
from members.services import invitations, roles
from onboarding.models import Application, ApplicationStep, ImportJob, ImportRow
from onboarding.services.links import new_number
from posting.models import Kind, Post, PostPhoto
from tests import factories
from trash.services.bin import put_away

MARKER = "zmarkb"
PASSWORD = "rahasia-sekali"


@dataclass(eq=False)
class Tenant:
    """One KIM with one of everything."""

    kim: Kim
    marker: str
    people: dict[str, User] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)
    objects: dict[str, object] = field(default_factory=dict)

    def word(self, text: str) -> str:
        """A text that carries the tenant's marker."""
        return f"{self.marker.upper()} {text}"


def make_tenant(slug: str, marker: str, region_code: str) -> Tenant:
    """A tenant with people in all roles, pages in all states, media, records, papers and traces of work."""
    kim = factories.make_kim(slug, name=f"{marker.upper()} KIM", region_code=region_code)
    tenant = Tenant(kim, marker)
    for role in ("chair", "editor", "contributor"):
        person = factories.member(kim, role, f"{marker}.{role}@example.id")
        person.first_name, person.last_name = tenant.word(role), marker.upper()
        person.save()
        tenant.people[role] = person
    add_media(tenant)
    add_pages(tenant)
    add_records(tenant)
    add_work(tenant)
    add_translation(tenant)
    add_traces(tenant)
    add_membership(tenant)
    add_life(tenant)
    add_onboarding(tenant)
    return tenant


def add_media(tenant: Tenant) -> None:
    """A picture and a document with tags, and an upload that waits for its form."""
    kim, editor = tenant.kim, tenant.people["editor"]
    image = factories.make_image(kim, title=tenant.word("foto"), uploaded_by_user=editor, credit=tenant.word("juru"))
    image.file.name = image.file.name
    image.tags.add(tenant.word("label foto"))
    document = KimDocument.objects.create(
        title=tenant.word("berkas"),
        collection=kim.collection,
        uploaded_by_user=editor,
        file=ContentFile(tenant.word("isi").encode(), name=f"{tenant.marker}-berkas.txt"),
    )
    document.tags.add(tenant.word("label berkas"))
    upload = UploadedFile.objects.create(
        for_content_type=ContentType.objects.get_for_model(type(image)),
        uploaded_by_user=editor,
        file=factories.picture_file(name=f"{tenant.marker}-unggah.jpg"),
    )
    factories.make_image(kim, title=tenant.word("unused photo"), uploaded_by_user=editor)
    KimImage.objects.filter(collection=kim.collection).update(created_at=timezone.now() - datetime.timedelta(days=2))
    factories.make_image(kim, title=tenant.word("photo in the bin"), put_away_at=timezone.now())
    tenant.objects |= {"image": image, "document": document, "upload": upload}


def add_pages(tenant: Tenant) -> None:
    """News, product, achievement and info page: live, draft, private, locked, scheduled, an alias."""
    kim, word, editor = tenant.kim, tenant.word, tenant.people["editor"]
    picture = {"lead_image": tenant.objects["image"], "lead_image_alt": word("alt")}
    body = [("text", f"<p>{word('tulisan')}</p>"), ("document", tenant.objects["document"])]
    pages = {
        "news": factories.make_news(kim, word("berita"), body=body, owner=editor, tag_names=word("label"), **picture),
        "draft": factories.make_news(kim, word("rancangan"), live=False, owner=editor, **picture),
        "private": factories.make_info(kim, word("rahasia"), owner=editor),
        "locked": factories.make_news(kim, word("terkunci"), owner=editor, **picture),
        "scheduled": factories.make_news(kim, word("terjadwal"), live=False, owner=editor, **picture),
        "product": factories.make_product(kim, word("produk"), owner=editor, image=tenant.objects["image"]),
        "achievement": factories.make_achievement(kim, word("juara"), owner=editor, **picture),
        "info": factories.make_info(kim, word("info"), owner=editor),
    }
    tenant.objects["restriction"] = PageViewRestriction.objects.create(
        page=pages["private"], restriction_type="password", password=word("sandi")
    )
    locked = pages["locked"]
    locked.locked, locked.locked_by, locked.locked_at = True, editor, timezone.now()
    locked.save()
    scheduled = pages["scheduled"]
    scheduled.go_live_at = timezone.now() + datetime.timedelta(days=3)
    revision = scheduled.save_revision(user=editor, approved_go_live_at=scheduled.go_live_at)
    draft = pages["draft"]
    draft.title = word("rancangan kedua")
    draft.save_revision(user=editor)
    pages["alias"] = pages["info"].create_alias(update_slug=f"{tenant.marker}-alias", user=editor)
    pages["home"] = Page.objects.get(pk=kim.home_page_id).specific
    tenant.pages = pages
    tenant.objects |= {"revision": revision, "seller": pages["product"].seller}


def add_records(tenant: Tenant) -> None:
    """Seller, officer, legal paper with scan, redirect, old address."""
    kim, word = tenant.kim, tenant.word
    seller = tenant.objects["seller"]
    seller.name, seller.owner_name = word("dapur"), word("pemilik")
    seller.save()
    officer = Officer.objects.create(kim=kim, name=word("pengurus"), photo=tenant.objects["image"], is_public=True)
    paper = LegalPaper.objects.create(
        kim=kim, number=word("141/9"), signer=word("lurah"), issued_on=datetime.date(2025, 1, 1), office="lurah",
        scan=ContentFile(b"%PDF-1.4 " + tenant.marker.encode(), name=f"{tenant.marker}-sk.pdf"),
    )  # fmt: skip
    redirect = Redirect.objects.create(
        old_path=f"/{tenant.marker}-lama", site=kim.site, redirect_page=tenant.pages["info"].page_ptr
    )
    HostAlias.objects.create(kim=kim, hostname=f"{tenant.marker}-lama.localhost")
    tenant.objects |= {"officer": officer, "paper": paper, "redirect": redirect}


def add_work(tenant: Tenant) -> None:
    """A page that waits for approval, with a workflow of its own and a comment."""
    word, person = tenant.word, tenant.people["contributor"]
    workflow = Workflow.objects.create(name=word("alur"))
    task = GroupApprovalTask.objects.create(name=word("tugas"))
    task.groups.set([tenant.kim.roles.get(role="chair").group])
    WorkflowTask.objects.create(workflow=workflow, task=Task.objects.get(pk=task.pk), sort_order=1)
    waiting = factories.make_news(tenant.kim, word("menunggu"), live=False, owner=person)
    waiting.save_revision(user=person)
    state = workflow.start(waiting, person)
    task_state = state.current_task_state
    task_state.comment = word("catatan")
    task_state.save()
    tenant.pages["waiting"] = waiting
    tenant.objects |= {"workflow": workflow, "task": task, "workflow_state": state, "task_state": task_state}


def add_translation(tenant: Tenant) -> None:
    """An English translation of the info page, made through wagtail-localize, with one text translated."""
    page = tenant.pages["info"]
    source, _created = TranslationSource.get_or_create_from_instance(page)
    english = Locale.objects.get(language_code="en")
    parents = []
    above = page.get_parent().specific
    while above.depth > 1 and not above.get_translations().filter(locale=english).exists():
        parents.insert(0, above)
        above = above.get_parent().specific
    for parent in parents:
        parent.copy_for_translation(english, copy_parents=True, alias=True)
    translation = Translation.objects.create(source=source, target_locale=english)
    segment = StringSegment.objects.filter(source=source).first()
    StringTranslation.objects.create(
        translation_of=segment.string, locale=english, context=segment.context, data=tenant.word("translated")
    )
    translation.save_target(publish=False)
    news_source, _created = TranslationSource.get_or_create_from_instance(tenant.pages["news"])
    tenant.pages["translated"] = page.get_translation(english)
    tenant.objects |= {
        "source": source,
        "translation": translation,
        "string_segment": segment,
        "override_segment": OverridableSegment.objects.filter(source=news_source).first(),
    }


def add_traces(tenant: Tenant) -> None:
    """History, an editing session, a curator's decision, the audit."""
    editor, page = tenant.people["editor"], tenant.pages["news"]
    log(page, "wagtail.edit", user=editor, title=tenant.word("catatan riwayat"))
    log(tenant.objects["seller"], "wagtail.edit", user=editor, title=tenant.word("riwayat penjual"))
    session = EditingSession.objects.create(
        user=editor, content_object=tenant.objects["seller"], last_seen_at=timezone.now()
    )
    hub = regency_hub(tenant)
    curator = make_curator(hub, f"{tenant.marker}.kurator@example.id")
    curator.first_name = tenant.word("kurator")
    curator.save()
    curation.hide(hub, page, curator, reason=tenant.word("alasan"))
    audit.record(AuditEntry.Action.SIGNED_IN, user=editor, kim=tenant.kim, target=tenant.word("masuk"))
    gone = factories.make_news(tenant.kim, tenant.word("terhapus"), owner=editor)
    (deleted,) = put_away(editor, [gone])
    post = Post.objects.create(user=editor, key=uuid.uuid4(), kim=tenant.kim, kind=Kind.NEWS, page=page.page_ptr)
    photo = PostPhoto.objects.create(user=editor, key=uuid.uuid4(), image=tenant.objects["image"])
    tenant.people["curator"] = curator
    tenant.objects |= {"session": session, "hub": hub, "deleted": deleted, "post": post, "post_photo": photo}


def add_onboarding(tenant: Tenant) -> None:
    """An application, an import, an export and a restore: what offices and chairs work on."""
    word, kim = tenant.word, tenant.kim
    regency = Region.objects.get(code=kim.region.code_at(Region.Level.REGENCY))
    application = Application.objects.create(
        number=new_number(), nonce=f"{tenant.marker}-nonce", state=Application.State.SUBMITTED,
        region=kim.region, regency=regency, kim_name=word("permohonan"), label=f"{tenant.marker}-mohon",
        paper_number=word("sk"), paper_issued_on=datetime.date(2025, 1, 1), paper_signer=word("kepala"),
        paper_office="kepala_desa", contact_name=word("pemohon"), contact_email=f"{tenant.marker}.mohon@example.id",
        chair_email=f"{tenant.marker}.mohon@example.id", submitted_at=timezone.now(), waiting_since=timezone.now(),
        scan=ContentFile(factories.picture_file().read(), name=f"{tenant.marker}-mohon.jpg"),
    )  # fmt: skip
    application.officers.create(name=word("calon"), position=Officer.Position.CHAIR)
    application.steps.create(kind=ApplicationStep.Kind.SUBMITTED, text=word("langkah"))
    imported = ImportJob.objects.create(
        region=regency, file=ContentFile(b"kode", name=f"{tenant.marker}.csv"), file_name=word("daftar"),
        state=ImportJob.State.CHECKED,
    )  # fmt: skip
    imported.rows.create(number=2, values={"nama": word("baris")}, state=ImportRow.State.GOOD)
    export = ExportJob.objects.create(
        kim=kim, state=JobState.DONE, file=ContentFile(tenant.marker.encode(), name=f"{tenant.marker}.zip")
    )
    restore = RestoreJob.objects.create(
        region=regency,
        file=ContentFile(b"zip", name=f"{tenant.marker}-pulih.zip"),
        summary={
            "name": word("pulih"), "slug": f"{tenant.marker}-pulih", "status": Kim.Status.ACTIVE,
            "region": kim.region_id, "region_name": kim.region.name,
            "counts": {"page": 7, "image": 2, "document": 1, "seller": 1, "person": 3},
            "made_on": "portal.example.id", "made_at": "2026-08-17T09:05:00+07:00",
        },
    )  # fmt: skip
    tenant.objects |= {"application": application, "import": imported, "export": export, "restore": restore}


def add_membership(tenant: Tenant) -> None:
    """Somebody invited, and somebody who has left."""
    chair = tenant.people["chair"]
    invitation = invitations.invite(chair, tenant.kim, f"{tenant.marker}.undangan@example.id", "editor")
    left = factories.member(tenant.kim, "editor", f"{tenant.marker}.dulu@example.id")
    roles.deactivate(chair, tenant.kim, left)
    tenant.objects |= {"invitation": invitation}


def add_life(tenant: Tenant) -> None:
    """What happened to the legal paper, and somebody in the forum of the regency."""
    paper, word = tenant.objects["paper"], tenant.word
    PaperNotice.objects.create(paper=paper, days=30)
    details = {"paper": paper.pk, "change": "tolerated", "until": "2027-01-01", "reason": word("alasan tunda")}
    audit.record(
        AuditEntry.Action.PAPER_CHANGED, user=tenant.people["chair"], kim=tenant.kim, target=word("141/9"), data=details
    )
    forum_officer = ForumOfficer.objects.create(
        region=tenant.objects["hub"].region, name=word("ketua forum"), comes_from=word("asal"), is_public=True
    )
    tenant.objects |= {"forum_officer": forum_officer}


def regency_hub(tenant: Tenant) -> HubPage:
    """The hub of the tenant's regency."""
    return ensure_hub(Region.objects.get(code=tenant.kim.region.code_at(Region.Level.REGENCY)))


def make_curator(hub: HubPage, email: str) -> User:
    """A curator of a hub."""
    user = User.objects.create_user(email, password=PASSWORD)
    user.groups.add(curator_group(hub))
    return user


@dataclass
class World:
    """A, whose people look, and B, of whom they must see nothing."""

    a: Tenant
    b: Tenant
    people: dict[str, User]


def make_world() -> World:
    """Build both tenants, and the curators above A up to its province."""
    factories.make_regions()
    a = make_tenant("desa-a", "amarka", "62.02.04.1001")
    b = make_tenant(f"{MARKER}-desa", MARKER, "61.01.01.2024")
    province = ensure_hub(Region.objects.get(code="62"))
    people = {role: a.people[role] for role in ("contributor", "editor", "chair")}
    people["regency curator"] = a.people["curator"]
    people["provincial curator"] = make_curator(province, "provinsi@example.id")
    people["nobody"] = User.objects.create_user("tanpa.peran@example.id", password=PASSWORD)
    return World(a, b, people)
