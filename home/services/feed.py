"""The one writer of `FeedEntry`: what rises to the hubs follows the page tree, in the same transaction."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from home.models import FeedEntry
from home.services.counts import drifted, recount
from home.signals import entry_removed, entry_written
from kim_sites.addresses import root_of_kim
from kim_sites.models import AchievementPage, InfoPage, Kim, KimPage, NewsPage, ProductPage, Region
from kim_sites.services import versions
from kim_sites.services.places import place_line

RISING_MODELS: tuple[type[KimPage], ...] = (NewsPage, ProductPage, AchievementPage, InfoPage)
BATCH = 500
COMPARED = [item.attname for item in FeedEntry._meta.concrete_fields]


def _news(page: NewsPage) -> dict:
    return {"kind": FeedEntry.Kind.NEWS, "category": page.category, "date": page.date}


def _product(page: ProductPage) -> dict:
    names = ("price_kind", "price_min", "price_max", "unit", "availability")
    data = {name: getattr(page, name) for name in names}
    data["seller"] = page.seller.name if page.seller else ""
    return {"kind": FeedEntry.Kind.PRODUCT, "category": page.category, "data": data}


def _achievement(page: AchievementPage) -> dict:
    category = page.level if page.kind == "achievement" else page.potential_type
    return {"kind": page.kind, "category": category, "data": {"rank": page.rank, "year": page.year}}


def _info(page: InfoPage) -> dict:
    return {"kind": FeedEntry.Kind.INFO}


DETAILS = {NewsPage: _news, ProductPage: _product, AchievementPage: _achievement, InfoPage: _info}


@dataclass
class TenantFacts:
    """What all entries of a tenant share, read once for any number of pages."""

    kim: Kim
    roots: dict[int, object] = field(default_factory=dict)

    @classmethod
    def of(cls, kim_id: int) -> "TenantFacts":
        """Read the tenant. Raises Kim.DoesNotExist."""
        return cls(Kim.objects.select_related("site", "region__parent__parent__parent").get(pk=kim_id))

    def url_of(self, page: KimPage) -> str:
        """The absolute address of a page of this tenant; empty while it has none."""
        if page.locale_id not in self.roots:
            self.roots[page.locale_id] = root_of_kim(self.kim.pk, page.locale_id)
        root = self.roots[page.locale_id]
        if root is None:
            return ""
        page._get_relevant_site_root_paths = lambda cache_object=None: (root,)
        return page.get_full_url() or ""


def may_rise(page: KimPage, kim: Kim) -> bool:
    """Whether readers may see the page: live, not private, not an alias, and its KIM open."""
    return bool(page.live and not page.is_private and page.alias_of_id is None and kim.is_visible)


def build_entry(page: KimPage, tenant: TenantFacts) -> FeedEntry | None:
    """The entry that the page should have; None if it should have none."""
    if not may_rise(page, tenant.kim):
        return None
    url = tenant.url_of(page)
    if not url:
        return None
    region: Region = tenant.kim.region
    details = DETAILS[type(page)](page)
    published = page.first_published_at or page.last_published_at or tenant.kim.created_at
    date = details.pop("date", None) or timezone.localtime(published).date()
    return FeedEntry(
        page_id=page.pk,
        kim=tenant.kim,
        section=FeedEntry.section_of(details["kind"]),
        language=page.locale.language_code,
        translation_key=page.translation_key,
        title=page.title,
        summary=page.summary_text,
        url=url,
        card=page.card,
        date=date,
        sort_at=_sort_moment(date, published),
        kim_name=tenant.kim.name,
        place_name=place_line(tenant.kim),
        province_code=region.code_at(Region.Level.PROVINCE),
        regency_code=region.code_at(Region.Level.REGENCY),
        district_code=region.code_at(Region.Level.DISTRICT),
        **details,
    )


def _sort_moment(date: datetime.date, published: datetime.datetime) -> datetime.datetime:
    """The day of the news with the hour of its publication: entries of one day keep the order in which they came."""
    local = timezone.localtime(published)
    return local if local.date() == date else timezone.make_aware(datetime.datetime.combine(date, local.time()))


@transaction.atomic
def sync_page(model: type[KimPage], page_id: int) -> None:
    """Bring the entry of one page in line with the page as it stands in the database."""
    page = model.objects.filter(pk=page_id).select_related("locale").first()
    entry = build_entry(page, TenantFacts.of(page.kim_id)) if page and page.kim_id else None
    _store(entry, page_id)


def _store(entry: FeedEntry | None, page_id: int) -> None:
    if entry is None:
        removed = FeedEntry.objects.filter(pk=page_id).first()
        if removed:
            entry_removed.send(sender=FeedEntry, entry=removed)
            removed.delete()
        return
    fresh = not FeedEntry.objects.filter(pk=page_id).update(
        **{name: getattr(entry, name) for name in COMPARED if name != "page_id"}
    )
    if fresh:
        entry.save(force_insert=True)
    entry_written.send(sender=FeedEntry, entry=entry)


@transaction.atomic
def sync_kim(kim_id: int) -> None:
    """Bring all entries of one tenant in line: its name, place, host or status changed."""
    for entry, page_id in _expected(kim_id):
        _store(entry, page_id)
    present = {
        page_id for model in RISING_MODELS for page_id in model.objects.for_kim(kim_id).values_list("pk", flat=True)
    }
    for entry in FeedEntry.objects.filter(kim_id=kim_id).exclude(pk__in=present):
        _store(None, entry.pk)


def _expected(kim_id: int) -> Iterator[tuple[FeedEntry | None, int]]:
    tenant = TenantFacts.of(kim_id)
    for model in RISING_MODELS:
        for page in model.objects.for_kim(kim_id).select_related("locale").iterator(chunk_size=BATCH):
            yield build_entry(page, tenant), page.pk


@dataclass
class Drift:
    """How the table differs from the tree: page ids, and counts. In normal running all are empty."""

    missing: list[int] = field(default_factory=list)
    stale: list[int] = field(default_factory=list)
    superfluous: list[int] = field(default_factory=list)
    counts: list[str] = field(default_factory=list)  # codes of regencies whose number of KIM is wrong

    def __bool__(self) -> bool:
        return bool(self.missing or self.stale or self.superfluous or self.counts)


def rebuild_feed(check_only: bool = False, progress=lambda done, total: None) -> Drift:
    """Compare every tenant's entries with its pages, and heal what differs unless `check_only`.

    Goes tenant by tenant, so memory stays small; `progress` is called with the number of tenants done and their total.
    """
    drift = Drift()
    kim_ids = list(Kim.objects.order_by("pk").values_list("pk", flat=True))
    for done, kim_id in enumerate(kim_ids, 1):
        _compare_kim(kim_id, drift, check_only)
        progress(done, len(kim_ids))
    drift.counts = list(drifted())
    if not check_only:
        recount(*drift.counts)
        versions.bump(versions.ALL)
    return drift


@transaction.atomic
def _compare_kim(kim_id: int, drift: Drift, check_only: bool) -> None:
    actual = {entry.pk: entry for entry in FeedEntry.objects.filter(kim_id=kim_id)}
    wanted: dict[int, FeedEntry] = {page_id: entry for entry, page_id in _expected(kim_id) if entry}
    missing = [page_id for page_id in wanted if page_id not in actual]
    stale = [page_id for page_id in wanted if page_id in actual and _differs(wanted[page_id], actual[page_id])]
    superfluous = [page_id for page_id in actual if page_id not in wanted]
    drift.missing += missing
    drift.stale += stale
    drift.superfluous += superfluous
    if check_only:
        return
    for page_id in missing + stale:
        _store(wanted[page_id], page_id)
    for page_id in superfluous:
        _store(None, page_id)


def _differs(wanted: FeedEntry, actual: FeedEntry) -> bool:
    return any(getattr(wanted, name) != getattr(actual, name) for name in COMPARED)
