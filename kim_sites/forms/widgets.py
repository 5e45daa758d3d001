"""Fields of forms that Wagtail does not have."""

from wagtail.admin.widgets import AdminAutoHeightTextInput


class TitleInput(AdminAutoHeightTextInput):
    """A title. It stays one line, but is shown whole: on a phone it takes as many lines as it needs."""

    def __init__(self, attrs=None):
        super().__init__({"data-one-line": "", "enterkeyhint": "next", **(attrs or {})})

    def value_from_datadict(self, data, files, name):
        """The title without line breaks: a keyboard or a pasted text may bring some."""
        value = super().value_from_datadict(data, files, name)
        return " ".join(value.split()) if value else value
