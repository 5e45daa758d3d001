"""References in content, turned from keys of this installation into names of the archive, and back.

Fields, stream fields, rich texts and children are walked the same way in both directions; only the two functions that
turn a single reference differ. What is not known becomes nothing, so a restored page can refer to nothing foreign.
"""

import json
import re
from collections.abc import Callable
from html import unescape
from urllib.parse import urlsplit

from django.db.models import ForeignKey, Model
from django.utils.html import escape
from modelcluster.models import get_all_child_relations
from wagtail.blocks import ChooserBlock, ListBlock, RichTextBlock, StreamBlock, StructBlock, URLBlock
from wagtail.documents import get_document_model
from wagtail.fields import RichTextField, StreamField
from wagtail.images import get_image_model
from wagtail.models import Page

from lifecycle.services.archive.richtext import only_known_markup

# Turns one reference: the model and the key, to whatever stands for it on the other side; None drops it.
Turn = Callable[[type[Model], object], object]
TAG = re.compile(r"<(a|embed)\b([^>]*)>")
ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')

# Worked out from a page's place and history, and therefore written anew by a restore.
DERIVED = frozenset(
    [
        "alias_of",
        "card",
        "content_type",
        "depth",
        "is_private",
        "kim",
        "latest_revision",
        "live_revision",
        "locale",
        "numchild",
        "path",
        "pk",
        "translation_key",
        "url_path",
        "wagtail_admin_comments",
    ]
)


class Walk:
    """Goes through the content of a page in one direction."""

    def __init__(self, turn: Turn, inward: bool):
        self.turn = turn
        self.inward = inward

    def fields(self, model: type[Model], data: dict) -> dict:
        """The values of a page or child, as Wagtail serialises them, with every reference turned."""
        result = {}
        for field in model._meta.concrete_fields:
            if field.name in data and field.name not in DERIVED:
                result[field.name] = self.value(field, data[field.name])
        return result

    def children(self, model: type[Model], data: dict, turn_key: Callable[[str, object], object]) -> dict:
        """The children of a page, each with its values and its key turned by `turn_key`, which gets the relation too."""
        result = {}
        for relation in get_all_child_relations(model):
            name = relation.get_accessor_name()
            if name in DERIVED or not isinstance(data.get(name), list):
                continue
            parent = relation.field.name
            result[name] = [
                {**self._child(relation.related_model, row, parent), "pk": turn_key(name, row.get("pk"))}
                for row in data[name]
            ]
        return result

    def _child(self, model, row: dict, parent: str) -> dict:
        return {name: value for name, value in self.fields(model, row).items() if name != parent}

    def value(self, field, value):
        """One value of a field."""
        if value is None:
            return None
        if isinstance(field, ForeignKey):
            return self.turn(field.related_model, value)
        if isinstance(field, RichTextField):
            return self.rich_text(value)
        if isinstance(field, StreamField):
            raw = json.loads(value) if isinstance(value, str) else value
            turned = self.block(field.stream_block, raw or [])
            return json.dumps(turned) if self.inward else turned
        return value

    def block(self, block, value):
        """The raw value of one block."""
        if value is None:
            return None
        if isinstance(block, StreamBlock):
            known = [item for item in value if item["type"] in block.child_blocks]
            return [{**item, "value": self.block(block.child_blocks[item["type"]], item["value"])} for item in known]
        if isinstance(block, StructBlock):
            return {
                name: self.block(block.child_blocks[name], inner)
                for name, inner in value.items()
                if name in block.child_blocks
            }
        if isinstance(block, ListBlock):
            return [
                {**item, "value": self.block(block.child_block, item["value"])}
                if isinstance(item, dict) and "type" in item and "value" in item
                else self.block(block.child_block, item)
                for item in value
            ]
        if isinstance(block, ChooserBlock):
            return self.turn(block.model_class, value)
        if isinstance(block, RichTextBlock):
            return self.rich_text(value)
        if isinstance(block, URLBlock) and self.inward:
            return value if urlsplit(value).scheme in ("http", "https") else ""
        return value

    def rich_text(self, html: str) -> str:
        """The links and pictures of a rich text; from a file, only the markup that the editor makes comes in."""
        if self.inward:
            html = only_known_markup(html)
        return TAG.sub(self._tag, html)

    def _tag(self, match) -> str:
        attributes = {name: unescape(value) for name, value in ATTRIBUTE.findall(match[2])}
        kind = attributes.get("linktype") or attributes.get("embedtype")
        model = {"page": Page, "document": get_document_model(), "image": get_image_model()}.get(kind)
        if model is None or "id" not in attributes:
            return match[0]
        turned = self.turn(model, attributes["id"])
        if turned is None:
            return "<a>" if match[1] == "a" else ""
        return re.sub(r'\bid="[^"]*"', lambda _found: f'id="{escape(turned)}"', match[0], count=1)
