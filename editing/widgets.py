"""The rich text field: Wagtail's own, and on touch devices a plain text area with the same result."""

import re

from django.forms import Media
from django.templatetags.static import static
from django.utils.functional import cached_property
from django.utils.html import strip_tags
from wagtail.admin.rich_text.editors.draftail import DraftailRichTextArea, DraftailRichTextAreaAdapter
from wagtail.admin.telepath import register

# What shows something without a word.
WORDLESS = re.compile(r"<(embed|hr|img)\b")


class TouchRichTextArea(DraftailRichTextArea):
    """Wagtail's field with scripts that put a text area in its place where fingers type; see docs/decisions/touch.md."""

    def value_from_datadict(self, data, files, name):
        """Paragraphs in which nothing stands are nothing: else a field that is needed would take them for a text."""
        value = super().value_from_datadict(data, files, name)
        if value and not strip_tags(value).strip() and not WORDLESS.search(value):
            return ""
        return value

    @cached_property
    def media(self):
        """Ours after Wagtail's: they build on its classes."""
        return super().media + Media(js=[static("editing/marks.js"), static("editing/touch_text.js")])


class TouchRichTextAreaAdapter(DraftailRichTextAreaAdapter):
    """The same inside stream fields, where scripts make the field."""

    js_constructor = "kim.widgets.TouchRichTextArea"


register(TouchRichTextAreaAdapter(), TouchRichTextArea)
