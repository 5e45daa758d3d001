"""Two who have the same page open: whoever saves second is asked, and nobody's version is replaced unseen."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.admin import messages


class NewerVersionMixin:
    """For the view that edits a page: holds back a save that began from another version than the newest.

    The form says with which version it was opened; one that does not (a script, the short form) is not asked. The form
    that comes back holds what was typed and the newest version, so saving once more goes through. Who came second has
    to be known: the view queues behind others before it reads the page.
    """

    @cached_property
    def newer_revision(self):
        """The version that was saved after the form was opened; None without one."""
        opened, newest = self.request.POST.get("loaded_revision_id"), self.latest_revision
        return newest if opened and newest and opened != str(newest.pk) else None

    def form_valid(self, form):
        """Save, unless that would replace what the person has not seen."""
        if not self.newer_revision:
            return super().form_valid(form)
        form.restore_required_fields()
        self.tell_of_newer_version()
        self.has_unsaved_changes = True
        return self.render_to_response(self.get_context_data())

    def form_invalid(self, form):
        """The form comes back with the newest version in it, so this is the time to tell of it."""
        if self.newer_revision:
            self.tell_of_newer_version()
        return super().form_invalid(form)

    def tell_of_newer_version(self) -> None:
        """Above the form, with a way to see what the two versions differ in."""
        rest = _(
            "What you wrote here is not saved yet. Compare both versions, and save once more if yours is to stand; "
            "the other one stays in the history."
        )
        button = messages.button(self.compare_url, _("Compare both versions"), new_window=True)
        messages.error(self.request, f"{self.newer_sentence} {rest}", buttons=[button])

    @property
    def newer_sentence(self) -> str:
        """Who saved the newer version, and when."""
        revision = self.newer_revision
        values = {
            "name": revision.user,
            "date": date_format(localtime(revision.created_at), "DATETIME_FORMAT"),
        }
        if revision.user_id == self.request.user.pk:
            return _("You saved another version of this page in another window: %(date)s.") % values
        if revision.user is None:
            return _("Another version of this page was saved: %(date)s.") % values
        return _("%(name)s saved another version of this page: %(date)s.") % values

    @property
    def compare_url(self) -> str:
        """The version that was opened beside the newest; the history, if that version is gone."""
        opened = self.request.POST["loaded_revision_id"]
        if opened.isdecimal() and self.page.revisions.filter(pk=opened).exists():
            return reverse("wagtailadmin_pages:revisions_compare", args=[self.page.pk, opened, self.newer_revision.pk])
        return reverse("wagtailadmin_pages:history", args=[self.page.pk])
