"""The pictures of the guide: name, who is signed in, where, and what is done there first."""

from collections.abc import Callable
from dataclasses import dataclass

CHAIR, EDITOR, CONTRIBUTOR = "yulius.tandang", "hasanah.murni", "agus.winarto"
CURATOR, OPERATOR = "rina.oktaviani.lampang", "wulan.prasasti"
TEXT = "textarea[name=text]"
WAITING, DELETED = "Warga membersihkan tepi sungai", "Jadwal ronda pekan lalu"
DRAFT = "Panen padi di lahan gambut"
WRONG = (("input[name=username]", "agus.winarto@example.id"), ("input[name=password]", "bukan sandinya"))


@dataclass(frozen=True)
class Picture:
    """One picture: `path` finds the address, `steps` are fields with what is typed into them, `taps` what is tapped then.

    `beside` has the same screen open at the same time, and `wait` names what has to be there before the picture is taken.
    """

    name: str
    who: str
    path: Callable[[], str]
    at: str = ""  # what is scrolled to
    steps: tuple[tuple[str, str], ...] = ()
    taps: tuple[str, ...] = ()
    beside: str = ""
    wait: str = ""
    host: str = "admin."


def at(address: str) -> Callable[[], str]:
    """A fixed address."""
    return lambda: address


def named(name: str, *keys: Callable[[], int] | str) -> Callable[[], str]:
    """An address by its URL name; keys are looked up when the picture is taken."""

    def path() -> str:
        from django.urls import reverse

        return reverse(name, args=[key() if callable(key) else key for key in keys])

    return path


def kim():
    """The KIM of the people in the pictures."""
    from kim_sites.models import Kim

    return Kim.objects.get(slug="parenggean")


def kim_id() -> int:
    """Its key."""
    return kim().pk


def hub_id() -> int:
    """The key of the curator's hub."""
    from home.services.curation import hubs_of
    from kim_sites.models import User

    return hubs_of(User.objects.get(email=f"{CURATOR}@example.id")).first().pk


def newest(model: str) -> Callable[[], int]:
    """The key of the newest published page of a type."""

    def find() -> int:
        from django.apps import apps

        pages = apps.get_model("kim_sites", model).objects.filter(kim=kim(), live=True, locale__language_code="id-id")
        return pages.order_by("-first_published_at", "-pk").first().pk

    return find


def news_index() -> int:
    """The key of the page below which news are written."""
    from kim_sites.models import NewsIndexPage

    return NewsIndexPage.objects.get(kim=kim(), locale__language_code="id-id").pk


def fresh_entry() -> int:
    """An item that stands in the curator's list and can be decided on."""
    from home.models import HubPage
    from home.services.curation import incoming

    return incoming(HubPage.objects.get(pk=hub_id()), "undecided").first().page_id


def waiting() -> int:
    """The page that waits for the chair."""
    from kim_sites.models import NewsPage

    return NewsPage.objects.filter(kim=kim(), title=WAITING, live=False).first().pk


def image() -> int:
    """A photo of the KIM."""
    from kim_sites.models import NewsPage

    return NewsPage.objects.get(pk=newest("NewsPage")()).lead_image_id


def helper() -> int:
    """The person whose role is changed."""
    from kim_sites.models import User

    return User.objects.get(email=f"{CONTRIBUTOR}@example.id").pk


def public_news() -> str:
    """The newest news as readers see it."""
    from kim_sites.models import NewsPage

    return NewsPage.objects.get(pk=newest("NewsPage")()).get_url_parts()[2]


def make_old_and_read() -> None:
    """A product that nobody confirmed for long, and readers of this week."""
    import datetime

    from dashboard.models import ReaderCount
    from kim_sites.models import ProductPage

    today = datetime.date.today()
    ProductPage.objects.filter(pk=newest("ProductPage")()).update(confirmed_on=today - datetime.timedelta(days=120))
    for back in range(7):
        day, views = today - datetime.timedelta(days=back), (31, 18, 24, 9, 14, 27, 12)[back]
        ReaderCount.objects.get_or_create(kim=kim(), page_id=newest("NewsPage")(), day=day, defaults={"views": views})


def make_examples() -> None:
    """Pages that wait for the chair, are deleted and are not finished; nothing when they are there."""
    from datetime import date
    from uuid import uuid4

    from kim_sites.models import NewsIndexPage, NewsPage, User
    from posting.models import Kind, Post
    from trash.models import DeletedPage
    from trash.services.bin import put_away

    author = User.objects.get(email=f"{CONTRIBUTOR}@example.id")
    editor = User.objects.get(email=f"{EDITOR}@example.id")
    index = NewsIndexPage.objects.filter(kim=kim(), locale__language_code="id-id").first()
    model = NewsPage.objects.get(pk=newest("NewsPage")())

    def write(title: str) -> NewsPage:
        page = NewsPage(
            title=title, owner=author, live=False, date=date.today(), category=model.category, kim=kim(),
            lead_image=model.lead_image, lead_image_alt=model.lead_image_alt,
            body=[("text", "<p>Dua puluh warga membersihkan tepi sungai sejak pagi. Sampahnya dua gerobak.</p>")],
        )  # fmt: skip
        index.add_child(instance=page)
        page.save_revision(user=author)
        return page

    if not NewsPage.objects.filter(kim=kim(), title=WAITING).exists():
        page = write(WAITING)
        page.get_workflow().start(page, author)
        Post.objects.create(user=author, key=uuid4(), kim=kim(), kind=Kind.NEWS, page=page)
    if not DeletedPage.objects.filter(title=DELETED).exists():
        put_away(editor, [write(DELETED)])
    if not NewsPage.objects.filter(kim=kim(), title=DRAFT).exists():
        write(DRAFT)
    make_old_and_read()


PICTURES = [
    Picture("masuk", "", named("wagtailadmin_login")),
    Picture(
        "salah-sandi",
        "",
        named("wagtailadmin_login"),
        steps=WRONG,
        taps=("button[type=submit]",),
        wait=".messages .error",
    ),
    Picture("kata-sandi", "", named("wagtailadmin_password_reset")),
    Picture("langkah-kedua", CONTRIBUTOR, named("two_factor")),
    Picture("dasbor", CHAIR, named("wagtailadmin_home")),
    Picture("mencari", CHAIR, at("/admin/pages/search/?q=sungai")),
    Picture("langkah-pertama", CHAIR, named("first_steps_of", kim_id)),
    Picture("kirim", CHAIR, named("posting:home")),
    Picture("kirim-tulis", EDITOR, at("/kirim/tulis/?jenis=berita")),
    Picture("produk", EDITOR, at("/kirim/tulis/?jenis=produk"), TEXT, ((TEXT, "Keripik pisang, manis dan renyah."),)),
    Picture("prestasi", EDITOR, at("/kirim/tulis/?jenis=prestasi"), TEXT, ((TEXT, "Juara dua lomba kebersihan."),)),
    Picture("acara", EDITOR, at("/kirim/tulis/?jenis=acara"), TEXT, ((TEXT, "Posyandu balita di balai desa."),)),
    Picture("masih-dijual", EDITOR, named("wagtailadmin_home"), "#products"),
    Picture("draf", CONTRIBUTOR, named("wagtailadmin_home"), "#drafts"),
    Picture("pembaca", CHAIR, named("wagtailadmin_home"), "[id^=readers]"),
    Picture(
        "sinyal-lemah",
        EDITOR,
        at("/kirim/tulis/?jenis=berita"),
        TEXT,
        ((TEXT, "Jembatan bambu selesai diperbaiki warga sore ini."),),
    ),
    Picture("kesalahan", EDITOR, at("/kirim/tulis/?jenis=produk"), "#photo_error", taps=(".send",)),
    Picture("kiriman", CONTRIBUTOR, named("posting:home"), "#sent-title"),
    Picture("periksa", CHAIR, named("posting:review", waiting)),
    Picture("berita-isi", EDITOR, named("wagtailadmin_pages:add", "kim_sites", "newspage", news_index)),
    Picture(
        "dua-orang",
        EDITOR,
        named("wagtailadmin_pages:edit", newest("NewsPage")),
        beside=CHAIR,
        wait=".w-editing-sessions",
    ),
    Picture("terjemahan", EDITOR, named("wagtail_localize:submit_page_translation", newest("NewsPage"))),
    Picture("penjual", CHAIR, named("sellers:index")),
    Picture("foto-tambah", EDITOR, named("photos:add")),
    Picture("foto-daftar", CHAIR, named("wagtailimages:index")),
    Picture("foto-putar", CHAIR, named("wagtailimages:edit", image)),
    Picture("foto-keterangan", CHAIR, named("wagtailimages:edit", image), "#id_description"),
    Picture("bagikan", "", public_news, ".share", host="parenggean."),
    Picture("riwayat", CHAIR, named("wagtailadmin_pages:history", newest("NewsPage"))),
    Picture("tarik", CHAIR, named("wagtailadmin_pages:unpublish", newest("NewsPage"))),
    Picture("terhapus", EDITOR, named("kim_deleted:index")),
    Picture("anggota", CHAIR, named("kim_members:list", kim_id)),
    Picture("undang", CHAIR, named("kim_members:invite", kim_id)),
    Picture("peran", CHAIR, named("kim_members:role", kim_id, helper)),
    Picture("serah-ketua", CHAIR, named("kim_members:chair", kim_id)),
    Picture("pengurus", CHAIR, named("officers:index")),
    Picture("sk", CHAIR, named("kim_papers:list", kim_id)),
    Picture("status", CHAIR, named("kim_life:status", kim_id)),
    Picture("ekspor", CHAIR, named("kim_archive:exports", kim_id)),
    Picture("catatan", CHAIR, named("access_audit:index")),
    Picture("kurasi", CURATOR, named("kim_curation:list", hub_id)),
    Picture("sembunyikan", CURATOR, named("kim_curation:hide", hub_id, fresh_entry)),
    Picture("pengajuan", CURATOR, named("kim_applications:index")),
    Picture("impor", CURATOR, named("kim_import:index")),
    Picture("diam", CURATOR, named("kim_dashboard:silent")),
    Picture("forum", CURATOR, named("kim_forum:list", hub_id)),
    Picture("sk-berakhir", CURATOR, named("kim_papers:expired")),
    Picture("status-kurator", CURATOR, named("kim_life:status", kim_id)),
    Picture("pulihkan", CURATOR, named("kim_archive:restore")),
    Picture("kesehatan", OPERATOR, named("wagtailadmin_home")),
    Picture("surel", OPERATOR, named("kim_mail:index")),
]
