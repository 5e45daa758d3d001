"""Puts it together: hubs, prototypes, copies, people, and a look at whether all of it is sound."""

import datetime
import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.utils import timezone, translation
from django.utils.text import slugify
from wagtail.models import Collection, Page

from cms.scale import checks, tables, texts
from cms.scale.places import Tenant, choose_tenants
from cms.scale.prototype import PLACES, Maker, Prototype
from cms.scale.stamp import Stamp
from cms.scale.words import DocumentStamp
from home.models import HubPage, RegencyCount
from home.services.counts import drifted, recount
from home.services.hubs import curator_group, ensure_hub
from kim_sites.models import Kim, KimImage, NewsPage, Region, Seller, User
from kim_sites.models.regions import NATION_CODE
from kim_sites.services.provisioning import SOURCE_LANGUAGE
from search.models import SearchDocument
from search.services.index import add_words

BATCH = 2_000  # copies
MANY = 1_000  # KIM from which on indexes are made after the rows
RICH = {"product": 12, "achievement": 4}
PRODUCT_SHARE = 4  # one KIM of so many has a product
Progress = Callable[[str], None]


class ScaleError(Exception):
    """The database is not fit for this, in one sentence."""


@dataclass(frozen=True)
class Plan:
    """How much of everything."""

    sites: int
    articles: int = 3
    archive: int = 110  # articles of each measured KIM
    password: str = "coba-kim-sekarang"  # noqa: S105  (of made-up people in a database that is measured)
    picture_width: int = 1600  # pixels


class Steps:
    """Says what is being done and how long the step before took."""

    def __init__(self, progress: Progress):
        self.progress, self.begun, self.name = progress, time.monotonic(), ""
        self.start = self.begun

    def __call__(self, name: str = "") -> None:
        """End the step before and begin one; the last call names none. Steps of no time are not told."""
        now = time.monotonic()
        if self.name and now - self.begun > 0.05:
            self.progress(f"{self.name:<44}{now - self.begun:7.1f} s")
        self.begun, self.name = now, name

    @property
    def total(self) -> float:
        """Seconds since the beginning."""
        return time.monotonic() - self.start


def build(plan: Plan, progress: Progress = lambda line: None) -> dict[str, int]:
    """Fill the database; returns how many rows each table got. Raises ScaleError with one sentence."""
    check_plan(plan)
    step = Steps(progress)
    with translation.override(SOURCE_LANGUAGE):
        step("choosing places")
        try:
            tenants = choose_tenants(plan.sites)
        except ValueError as error:
            raise ScaleError(f"{str(error).capitalize()}.") from error
        step("hubs")
        make_hubs()
        make_people(plan, tenants)
        step("prototypes")
        maker = Maker(plan.password, plan.picture_width)
        with transaction.atomic():
            maker.make_places()
            rich, plain = maker.make("a", is_rich=True), maker.make("b", is_rich=False)
        with transaction.atomic(), tables.unchecked(maker.written() if plan.sites > MANY else [], step):
            remove_prototypes(maker)
            step("copies")
            counts = Copier(plan, tenants, maker, rich, plain).run()
            step("Wagtail's index")
            tables.fill_index()
            step("counting children")
            tables.count_children(Page._meta.db_table)
            tables.count_children(Collection._meta.db_table)
            tables.reset_sequences()
        step("numbers of KIM")
        recount(*drifted())
        step("vocabulary")
        add_words([SearchDocument(title_words=" ".join(DocumentStamp.vocabulary), body_words="")])
        index_by_wagtail()
        step("statistics")
        tables.analyze()
        cache.clear()
        step("checks")
        found = checks.problems()
    step()
    progress(f"{'all':<44}{step.total:7.1f} s")
    if found:
        raise ScaleError("The loaded database is not sound:\n" + "\n".join(found))
    return counts


def check_plan(plan: Plan) -> None:
    """Raises ScaleError if the plan or the database will not do."""
    if plan.sites < 10:
        raise ScaleError("At least 10 KIM are needed: the first ten are those that are measured.")
    if plan.articles < 1 or plan.archive < 1:
        raise ScaleError("Every KIM needs at least one article.")
    if Kim.objects.exists():
        raise ScaleError("This database has KIM already; the command fills an empty one only.")
    if not Region.objects.filter(level=Region.Level.VILLAGE).exists():
        raise ScaleError("This database has no regions yet; run `manage.py load_regions` first.")
    if "Immediate" not in settings.TASKS["default"]["BACKEND"]:
        raise ScaleError(
            "Tasks of the prototypes must not outlive them: set"
            " TASKS_BACKEND=django_tasks.backends.immediate.ImmediateBackend."
        )


def make_hubs() -> None:
    """The nation's, all provinces' and all regencies', whatever the number of KIM."""
    for region in Region.objects.filter(level__lte=Region.Level.REGENCY, is_active=True).order_by("level", "code"):
        ensure_hub(region)


def make_people(plan: Plan, tenants: list[Tenant]) -> None:
    """An operator, and curators of the nation, of the measured province and of its first regency."""
    User.objects.create_superuser("operator@example.id", plan.password, first_name="Operator")
    first = tenants[0]
    places = {"nation": NATION_CODE, "province": first.values["province"], "regency": first.regency_code}
    for name, code in places.items():
        user = User.objects.create_user(f"curator.{name}@example.id", plan.password, first_name=f"Kurator {code}")
        user.groups.add(curator_group(ensure_hub(Region.objects.get(code=code))))


def remove_prototypes(maker: Maker) -> None:
    """Take the prototypes away; the pictures' files stay, for the copies show them."""
    for capture in maker.recorder.captures:
        for model, keys in capture.keys.items():
            tables.delete_rows(model, keys)
    RegencyCount.objects.filter(region_id=PLACES["regency"][0]).delete()
    tables.delete_rows(Region, [code for code, _name, _kind in PLACES.values()])


def index_by_wagtail() -> None:
    """On SQLite, which is for small numbers: index through Wagtail itself."""
    from modelsearch import index

    if not tables.is_postgres():
        for model in (*index.get_indexed_models(),):
            if model in (Page, NewsPage, KimImage, Seller) or issubclass(model, Page):
                for item in model.objects.all():
                    if type(item) is model and (model is not Page or item.specific_class is Page):
                        index.insert_or_update_object(item)


def collection_name(tenant: Tenant) -> str:
    """What `provision_kim` calls a KIM's collection."""
    return f"{tenant.values['name']} ({tenant.values['slug']})"


class Copier:
    """Gives every KIM its rows."""

    def __init__(self, plan: Plan, tenants: list[Tenant], maker: Maker, rich: Prototype, plain: Prototype):
        self.plan, self.tenants = plan, tenants
        self.stamps = {
            True: (Stamp(rich.kim), {kind: list(map(Stamp, pages)) for kind, pages in rich.pages.items()}),
            False: (Stamp(plain.kim), {kind: list(map(Stamp, pages)) for kind, pages in plain.pages.items()}),
        }
        self.writer = tables.Writer(maker.recorder.models)
        self.next = {}
        for capture in maker.recorder.captures:
            for table, keys in capture.ids.items():
                self.next[table] = max(self.next.get(table, 0), max(keys) + 1)
        self.unit = 0
        self.random = random.Random(11)  # noqa: S311  (the same dates every time)
        begun = maker.begun
        same_day = begun.date() == timezone.localdate()
        # A copy is moved back by whole days, and by no more of its day than had passed when the prototype was written.
        self.most_seconds = max(1, begun.hour * 3600 + begun.minute * 60 + begun.second) if same_day else 1

    def run(self) -> dict[str, int]:
        """Write everything; returns the number of rows of each table."""
        self._place()
        batch: dict[str, list] = defaultdict(list)
        for number, (stamp, values) in enumerate(self._copies(), 1):
            stamp.fill(values, batch)
            if number % BATCH == 0:
                self.writer.write(batch)
                batch = defaultdict(list)
        self.writer.write(batch)
        self.writer.finish()
        return dict(self.writer.counts)

    def _place(self) -> None:
        """Give every KIM its place in the trees of pages and collections."""
        hubs = {hub.region_id: hub for hub in HubPage.objects.select_related("collection")}
        children: dict[str, int] = defaultdict(int)
        ranks = self._ranks()
        for tenant in self.tenants:
            hub = hubs[tenant.regency_code]
            children[tenant.regency_code] += 1
            number = children[tenant.regency_code]
            tenant.values |= {
                "path": Page._get_path(hub.path, hub.depth + 1, number),
                "collection_path": Collection._get_path(
                    hub.collection.path, hub.collection.depth + 1, ranks[tenant.number]
                ),
                "hub_url": hub.url_path,
                **{f"{kind}_count": str(self._count(tenant, kind)) for kind in ("news", "product", "achievement")},
            }

    def _ranks(self) -> dict[int, int]:
        """The place of each KIM's collection: Wagtail keeps those of a regency in the order of their names."""
        by_regency: dict[str, list[Tenant]] = defaultdict(list)
        for tenant in self.tenants:
            by_regency[tenant.regency_code].append(tenant)
        return {
            tenant.number: rank
            for tenants in by_regency.values()
            for rank, tenant in enumerate(sorted(tenants, key=collection_name), 1)
        }

    def _count(self, tenant: Tenant, kind: str) -> int:
        """How many pages of a kind the KIM gets."""
        if kind == "news":
            return self.plan.archive if tenant.is_measured else self.plan.articles
        if tenant.is_measured:
            return RICH[kind]
        return int(kind == "product" and tenant.number % PRODUCT_SHARE == 0)

    def _copies(self) -> Iterator[tuple[Stamp, dict]]:
        """All copies in the order of time: first the KIM, then their pages round by round."""
        for tenant in self.tenants:
            stamp = self.stamps[tenant.is_measured][0]
            yield stamp, self._values(stamp, tenant, {}, 400 + tenant.number % 500, tenant.bases)
        for kind in ("achievement", "product", "news"):
            rounds = max(self._count(tenant, kind) for tenant in self.tenants[:11])
            for number in range(rounds):
                for tenant in self.tenants:
                    total = self._count(tenant, kind)
                    if total > number:
                        yield self._page(tenant, kind, number, total)
                    elif number >= self.plan.articles and not tenant.is_measured:
                        break

    def _page(self, tenant: Tenant, kind: str, number: int, total: int) -> tuple[Stamp, dict]:
        stamps = self.stamps[tenant.is_measured][1][kind]
        stamp = stamps[(tenant.number + number) % len(stamps)]
        title = texts.title(kind, tenant.number * 7 % 18 + number, tenant.values["village"])
        extra = {
            "title": title,
            "page_slug": f"{slugify(title)[:60].strip('-')}-{number + 1}",
            "step": Page._int2str(number + 1).rjust(Page.steplen, Page.alphabet[0]),
        }
        days = (total - number) * 3 + self.random.randrange(3)
        return stamp, self._values(stamp, tenant, extra, days, {})

    def _values(self, stamp: Stamp, tenant: Tenant, extra: dict, days: int, bases: dict[str, int]) -> dict:
        """Everything that fills the holes of one copy; `bases` gets the first key of each table."""
        templates = stamp.templates
        for table, count in templates.counts.items():
            bases[table] = self.next[table]
            self.next[table] += count
        self.unit += 1
        values = {**tenant.values, **extra, "unit": f"{self.unit:08x}"}
        for name, table, place in templates.used:
            values[name] = bases[table] + place
        for name, table, place in templates.used_above:
            values[name] = tenant.bases[table] + place
        back = datetime.timedelta(days=days, seconds=self.random.randrange(self.most_seconds))
        for moment, name in templates.moments.items():
            values[name] = (datetime.datetime.fromisoformat(moment) - back).isoformat(" ")
        for date, name in templates.dates.items():
            values[name] = (datetime.date.fromisoformat(date) - datetime.timedelta(days=days)).isoformat()
        return values
