"""Templates made ready to be filled many times: as blocks for COPY, or as rows."""

import re

from django.db import connection

from cms.scale import marks
from cms.scale.capture import Templates
from cms.scale.words import DocumentStamp
from home.models import FeedEntry
from search.models import SearchDocument

INDEX_TABLE = "wagtailsearch_indexentry"
STAGED_INDEX = "scale_index"
VECTORS = {"title": ("title_text",), "body": ("body_text",), "autocomplete": ("title_text", "body_text")}


class Stamp:
    """One capture's templates by table; `fill` gives what is to be written for one copy."""

    def __init__(self, templates: Templates):
        self.templates = templates
        self.is_text = connection.vendor == "postgresql"
        self.tables: dict[str, object] = {}
        self.documents: list[DocumentStamp] = []
        for model, rows in templates.rows.items():
            if model is SearchDocument:
                entries = templates.rows[FeedEntry]
                self.documents = [DocumentStamp(row, entry) for row, entry in zip(rows, entries, strict=True)]
            elif model._meta.db_table == INDEX_TABLE:
                self.tables[STAGED_INDEX] = self._ready([index_row(model, row) for row in rows])
            else:
                self.tables[model._meta.db_table] = self._ready(rows)

    def _ready(self, rows: list[list[str | None]]):
        if self.is_text:
            return "".join(
                "\t".join("\\N" if cell is None else marks.template(marks.escape(cell)) for cell in row) + "\n"
                for row in rows
            )
        return [[None if cell is None else marks.template(cell) for cell in row] for row in rows]

    def fill(self, values: dict, into: dict[str, list]) -> None:
        """Add one copy's rows to `into`, by table."""
        if self.is_text:
            for table, block in self.tables.items():
                into[table].append(block % values)
        else:
            for table, rows in self.tables.items():
                into[table] += [[None if cell is None else cell % values for cell in row] for row in rows]
        for document in self.documents:
            row = document.fill(values)
            into[SearchDocument._meta.db_table].append(
                "\t".join(map(marks.escape, row)) + "\n" if self.is_text else row
            )


def index_row(model, row: list[str | None]) -> list[str]:
    """A row of Wagtail's index as it is staged: vectors as `=` and the vector, or as a weight and the text."""
    names = [item.name for item in model._meta.local_concrete_fields]
    cells = dict(zip(names, row, strict=True))
    staged = []
    for name in names:
        source = next((cells[text] for text in VECTORS.get(name, ()) if cells[text]), "")
        if name in VECTORS and marks.has_hole(source):
            weight = re.search(r":\d+([ABC])", cells[name])
            staged.append(f"{weight.group(1) if weight else 'D'}{source}")
        else:
            staged.append(f"={cells[name]}" if name in VECTORS else cells[name])
    return staged
