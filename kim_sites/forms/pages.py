"""The edit forms of pages, and the one that copies them."""

import functools

from django import forms
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.forms.pages import CopyForm

from kim_sites.services.references import foreign_references, owner_of_path, refusal, same_owner


class PublicPageForm(WagtailAdminPageForm):
    """Refuses, at the field in which it stands, what belongs to another tenant: in drafts and previews too."""

    _references_are_checked = False

    def is_valid(self):
        """Look at the page with its children after everything else has been cleaned."""
        is_valid = super().is_valid()
        if self.is_bound and not self._references_are_checked:
            self._references_are_checked = True
            is_valid = self._check_references() and is_valid
        return is_valid and not self.errors

    def _check_references(self) -> bool:
        path = self.instance.path or (self.parent_page.path if self.parent_page else "")
        if not path:
            return True
        find_owner = functools.cache(functools.partial(owner_of_path, path))
        parts = [self, *(form for formset in self.formsets.values() for form in formset.forms)]
        # Each part is looked at, so that every field says what is wrong with it.
        return [self._check_part(part, find_owner) for part in parts].count(False) == 0

    def _check_part(self, part, find_owner) -> bool:
        found = [
            ref for ref in foreign_references(part.instance, find_owner) if part is not self or ref.field in self.fields
        ]
        for reference in found:
            part.add_error(reference.field if reference.field in part.fields else None, refusal(reference.model))
        return not found


class OwnCopyForm(CopyForm):
    """Copies stay in their KIM."""

    def clean_new_parent_page(self):
        """Raises ValidationError for a place in another KIM."""
        parent = self.cleaned_data["new_parent_page"]
        if parent is not None and not same_owner(self.page.path, parent.path):
            raise forms.ValidationError(_("A page can't be copied to another KIM."))
        return parent


class KimPageForm(PublicPageForm):
    """Asks for what a reader would miss when a page is published; a draft may be saved without it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # A page that is being made has no place in the tree yet: it will belong where its parent does.
        if getattr(self.instance, "kim_id", 0) is None and self.parent_page is not None:
            self.instance.kim_id = getattr(self.parent_page.specific, "kim_id", None)
        # Left empty, the address is made of the title: a script does that too, but may come late on a weak line.
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def is_valid(self):
        """A page that is published also has the rows that its type needs; one that was only opened is none."""
        if self.is_bound:
            self._forget_empty_rows()
        is_valid = super().is_valid()
        if self.is_bound and not self.is_deferred_validation:
            return self._ask_for_rows() and is_valid
        return is_valid

    def _forget_empty_rows(self) -> None:
        """A row that somebody tapped and left empty is not there: it asks for nothing and is not saved."""
        for relation in getattr(self.instance, "publish_needs", {}):
            for form in self.formsets[relation].forms if relation in self.formsets else ():
                names = form.fields.keys() - {"id", "ORDER", "DELETE"}
                if not form.instance.pk and not any(form[name].data for name in names):
                    # Its place in the order is no change either.
                    form.empty_permitted, form.changed_data = True, []

    def _ask_for_rows(self) -> bool:
        missing = False
        for relation, message in getattr(self.instance, "publish_needs", {}).items():
            formset = self.formsets.get(relation)
            if formset is None or formset.non_form_errors():
                continue
            kept = [form for form in formset.forms if form.has_changed() or form.instance.pk]
            if not [form for form in kept if form not in formset.deleted_forms]:
                formset.non_form_errors().append(message)
                missing = True
        return not missing

    def _post_clean(self):
        super()._post_clean()
        if self.is_deferred_validation:
            return
        for field, message in self.instance.publish_errors().items():
            if field not in self.errors:
                self.add_error(field if field in self.fields else None, message)
