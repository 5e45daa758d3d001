"""Records which rows a piece of real work wrote, and makes templates of them."""

import datetime
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db import connection, models
from modelsearch import index
from wagtail.models import Page, ReferenceIndex, Revision

from cms.scale import marks
from kim_sites.models import Kim, KimImage, ProductPhoto, Seller, User

# Keys in the JSON of a revision or a card that are numbers of rows.
JSON_KEYS = {
    "page_ptr": Page, "page": Page, "kim": Kim, "owner": User, "seller": Seller,
    "lead_image": KimImage, "cover": KimImage, "logo": KimImage, "image": KimImage, "image_id": KimImage,
    "latest_revision": Revision, "live_revision": Revision,
}  # fmt: skip
MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d")


def root(model) -> type[models.Model]:
    """The model whose keys the rows of `model` share: a page type's is Page."""
    while model._meta.pk.remote_field:
        model = model._meta.pk.remote_field.model
    return model._meta.concrete_model


def captured_models() -> list[type[models.Model]]:
    """Every table of the project with a number for a key."""
    found = []
    for model in apps.get_models(include_auto_created=True):
        derived = model._meta.db_table.endswith("_fts") or model in (ContentType, Session)
        is_index = model._meta.db_table == "wagtailsearch_indexentry" and connection.vendor != "postgresql"
        is_table = model._meta.managed and not model._meta.proxy and not derived and not is_index
        if is_table and isinstance(root(model)._meta.pk, models.IntegerField):
            found.append(model)
    return found


@dataclass
class Capture:
    """The rows that one piece of work wrote, by model; `ids` numbers the keys of each root table from 0."""

    keys: dict[type[models.Model], list[int]] = field(default_factory=dict)
    rows: dict[type[models.Model], list[list[str | None]]] = field(default_factory=dict)

    @property
    def ids(self) -> dict[str, dict[int, int]]:
        """Place of each key, by table."""
        return {
            model._meta.db_table: {key: place for place, key in enumerate(keys)}
            for model, keys in self.keys.items()
            if root(model) is model
        }

    def read(self) -> None:
        """Read the rows as they stand now, each column as text."""
        for model, keys in self.keys.items():
            names = [connection.ops.quote_name(item.column) for item in model._meta.local_concrete_fields]
            cast = "::text" if connection.vendor == "postgresql" else ""
            pk = connection.ops.quote_name(model._meta.pk.column)
            with connection.cursor() as cursor:
                cursor.execute(
                    f"SELECT {', '.join(f'{name}{cast}' for name in names)} FROM {model._meta.db_table}"  # noqa: S608
                    f" WHERE {pk} IN ({', '.join(map(str, keys))}) ORDER BY {pk}"
                )
                self.rows[model] = [[as_text(cell) for cell in row] for row in cursor.fetchall()]


def as_text(cell) -> str | None:
    """A cell as the database takes it: SQLite's driver makes booleans of what it keeps as numbers."""
    if cell is None:
        return None
    return str(int(cell)) if isinstance(cell, bool) else str(cell)


class Recorder:
    """Sees what is written between two moments, by the growth of the keys."""

    def __init__(self):
        self.models = captured_models()
        self.captures: list[Capture] = []

    @contextmanager
    def step(self) -> Iterator[Capture]:
        """Everything written inside belongs to one capture."""
        before = self._highest()
        capture = Capture()
        yield capture
        self._find(capture, before)
        settle(capture)
        self._find(capture, before)
        self.captures.append(capture)

    def _highest(self) -> list[int]:
        """The highest key of every table, in one question."""
        highest = ", ".join(
            f'(SELECT max("{model._meta.pk.column}") FROM {model._meta.db_table})'  # noqa: S608
            for model in self.models
        )
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {highest}")
            return [key or 0 for key in cursor.fetchone()]

    def _find(self, capture: Capture, before: list[int]) -> None:
        for model, old, new in zip(self.models, before, self._highest(), strict=True):
            if new > old:
                keys = model._base_manager.filter(pk__gt=old).order_by("pk").values_list("pk", flat=True)
                capture.keys[model] = list(keys)


def settle(capture: Capture) -> None:
    """Do now what Wagtail does after the commit: its search index and its index of references."""
    parents = {parent for model in capture.keys for parent in model._meta.parents}
    for model, keys in list(capture.keys.items()):
        if model in parents:
            continue
        for item in model._base_manager.filter(pk__in=keys):
            if index.class_is_indexed(model):
                index.insert_or_update_object(item)
            if ReferenceIndex.is_indexed(model) and not any(
                isinstance(field, models.ForeignKey) and type(field).__name__ == "ParentalKey"
                for field in model._meta.get_fields()
            ):
                ReferenceIndex.create_or_update_for_object(item)


@dataclass
class Names:
    """What a prototype is called, and the holes that take its place, the longest names first."""

    texts: dict[str, str]
    codes: dict[str, str]
    keys: set[str]  # translation keys, as text
    numchild: dict[int, str]  # page number: the hole for its number of children
    page_paths: dict[str, str]
    collection_paths: dict[str, str]

    def fill(self, text: str) -> str:
        """The text with holes for the names."""
        for name in sorted(self.texts, key=len, reverse=True):
            text = text.replace(name, self.texts[name])
        for key in self.keys:
            if key in text:
                text = text.replace(key, marks.hole("unit") + key[8:])
        return text


def below(path: str, paths: dict[str, str]) -> str:
    """A path with a hole for the longest of `paths` that it begins with."""
    start = max((known for known in paths if path.startswith(known)), key=len, default="")
    return f"{paths[start]}{path[len(start) :]}" if start else path


class Templates:
    """The templates of one capture: for each model a list of rows, each a list of texts with holes."""

    def __init__(self, capture: Capture, above: Capture | None, names: Names):
        self.own, self.above, self.names = capture.ids, above.ids if above else {}, names
        self.moments: dict[str, str] = {}
        self.dates: dict[str, str] = {}
        self.used: set[tuple[str, str, int]] = set()  # hole, table, place: keys of this very copy
        self.used_above: set[tuple[str, str, int]] = set()  # the same for the KIM's own rows
        self.counts = {table: len(ids) for table, ids in self.own.items()}
        self.rows = {model: [self._row(model, row) for row in rows] for model, rows in capture.rows.items()}

    def key(self, model, value: int) -> str | None:
        """The hole for a key, or None if it is not of the prototype."""
        table = root(model)._meta.db_table
        if (place := self.own.get(table, {}).get(value)) is not None:
            self.used.add((name := f"{table}:{place}", table, place))
            return name
        if (place := self.above.get(table, {}).get(value)) is not None:
            self.used_above.add((name := f"kim:{table}:{place}", table, place))
            return name
        return None

    def _row(self, model, row: list[str | None]) -> list[str | None]:
        fields = model._meta.local_concrete_fields
        plain = dict(zip((item.attname for item in fields), row, strict=True))
        return [
            None if cell is None else self._cell(model, item, cell, plain)
            for item, cell in zip(fields, row, strict=True)
        ]

    def _cell(self, model, item, cell: str, row: dict) -> str:
        target = self._target(model, item, row)
        if target is not None:
            name = self.key(target, int(cell)) if cell.isdigit() else None
            return marks.hole(name) if name else self.names.codes.get(cell, cell)
        if isinstance(item, models.JSONField):
            return marks.dumps(self._json(json.loads(cell)))
        if isinstance(item, models.DateTimeField):
            return self._moment(cell, "+00:00" if connection.vendor == "postgresql" else "")
        if isinstance(item, models.DateField):
            return self._date(cell) if item.name == "date" else cell
        if item.name.endswith("_code"):
            return self.names.codes.get(cell, cell)
        if model is Page and item.name == "numchild":
            hole = self.names.numchild.get(int(row["id"]))
            return marks.hole(hole) if hole else cell
        if item.name == "path":
            return below(cell, self.names.page_paths if model is Page else self.names.collection_paths)
        return self.names.fill(cell)

    def _target(self, model, item, row: dict):
        """The model whose key a column holds, if any."""
        if item.primary_key:
            return root(model)
        if item.remote_field:
            return item.remote_field.model
        kind = {"object_id": "content_type_id", "to_object_id": "to_content_type_id"}.get(item.name)
        if kind and row.get(kind):
            return ContentType.objects.get_for_id(int(row[kind])).model_class()
        return None

    def _moment(self, cell: str, zone: str) -> str:
        moment = datetime.datetime.fromisoformat(cell.replace("Z", "+00:00"))
        naive = moment.astimezone(datetime.UTC).replace(tzinfo=None) if moment.tzinfo else moment
        return marks.hole(self.moments.setdefault(naive.isoformat(), f"moment{len(self.moments)}")) + zone

    def _date(self, cell: str) -> str:
        return marks.hole(self.dates.setdefault(cell, f"date{len(self.dates)}"))

    def _json(self, value, key: str = "", inside: str = ""):
        if isinstance(value, dict):
            return {name: self._json(item, name, key or inside) for name, item in value.items()}
        if isinstance(value, list):
            return [self._json(item, "", key or inside) for item in value]
        if isinstance(value, str):
            return self._json_text(value, key)
        if isinstance(value, int) and not isinstance(value, bool):
            target = JSON_KEYS.get(key) or {"pk": ProductPhoto if inside == "photos" else Page}.get(key)
            name = self.key(target, value) if target else None
            return marks.number_hole(name) if name else value
        return value

    def _json_text(self, value: str, key: str) -> str:
        if MOMENT.match(value):
            return self._moment(value, "+00:00")
        if key == "date":
            return self._date(value)
        if key == "path":
            return below(value, self.names.page_paths)
        return self.names.fill(value)
