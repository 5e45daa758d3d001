"""The edit form of tenant pages."""

from wagtail.admin.forms import WagtailAdminPageForm


class KimPageForm(WagtailAdminPageForm):
    """Asks for what a reader would miss when a page is published; a draft may be saved without it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # A page that is being made has no place in the tree yet: it will belong where its parent does.
        if getattr(self.instance, "kim_id", 0) is None and self.parent_page is not None:
            self.instance.kim_id = getattr(self.parent_page.specific, "kim_id", None)

    def _post_clean(self):
        super()._post_clean()
        if self.is_deferred_validation:
            return
        for field, message in self.instance.publish_errors().items():
            if field not in self.errors:
                self.add_error(field if field in self.fields else None, message)
