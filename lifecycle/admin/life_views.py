"""Status and address of one KIM: its chair reads, whoever stands above decides."""

from django import forms
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages

from access.models import AuditEntry
from kim_sites.models import HostAlias
from kim_sites.services import hosts
from lifecycle.services import closing
from lifecycle.services.reach import LONGEST_REASON, stands_far_above
from lifecycle.services.removal import has_fresh_export, remove_kim
from members.admin.base import KimMixin, ServiceFormView
from members.services.reach import stands_above

Action = AuditEntry.Action
STATUS_ACTIONS = [Action.SUSPENDED, Action.RESUMED, Action.ARCHIVED]


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=LONGEST_REASON,
        help_text=gettext_lazy("The chair reads it. Readers of the site don't."),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": gettext_lazy("Please say in one sentence why. The KIM will read it.")},
    )


class RemoveForm(forms.Form):
    """The address, typed, and whether an export is wanted."""

    address = forms.CharField(label=gettext_lazy("Type the address of the KIM"), max_length=40)
    without_export = forms.BooleanField(label=gettext_lazy("Remove it without a fresh export"), required=False)


class LifeMixin(KimMixin):
    """A screen about one KIM that leads back to its status."""

    page_title = gettext_lazy("Status and address")
    header_icon = "site"

    @property
    def list_url(self) -> str:
        """The status of this KIM."""
        return reverse("kim_life:status", args=[self.kim.pk])

    def get_breadcrumbs_items(self):
        """From the dashboard to this screen."""
        return [*self.breadcrumbs_items, *self.get_trail()]


class StatusView(LifeMixin, TemplateView):
    """What state, since when, why, by whom; and the addresses."""

    template_name = "lifecycle/life/status.html"

    def get_context_data(self, **kwargs):
        """Add who changed it last, the old addresses, and what the person may do."""
        changes = AuditEntry.objects.filter(kim=self.kim, action__in=STATUS_ACTIONS)
        return {
            **super().get_context_data(**kwargs),
            "last_change": changes.first(),
            "aliases": HostAlias.objects.filter(kim=self.kim).order_by("hostname")[:50],
            "has_own_domain": bool(self.kim.site) and self.kim.site.hostname != hosts.subdomain(self.kim.slug),
            "is_above": stands_above(self.request.user, self.kim),
            "is_far_above": stands_far_above(self.request.user, self.kim),
        }


class DecisionView(LifeMixin, ServiceFormView):
    """One decision from above: asked by GET, done by POST."""

    template_name = "lifecycle/life/decision.html"
    form_class = forms.Form
    intro = ""

    def get_context_data(self, **kwargs):
        """Add what will happen."""
        return {**super().get_context_data(**kwargs), "intro": self.intro}


class SuspendView(DecisionView):
    """Close it for a while."""

    form_class = ReasonForm
    page_title = gettext_lazy("Close the site for a while")
    submit_label = gettext_lazy("Yes, close the site")
    is_serious = True
    intro = gettext_lazy(
        "Readers will see a friendly page instead, and hubs no longer show what it published. Nothing is lost: "
        "the group can go on preparing, and you can open the site again at any time."
    )

    def carry_out(self, values):
        """Close it."""
        closing.suspend(self.request.user, self.kim, values["reason"])
        return _("The site of %(kim)s is closed for now.") % {"kim": self.kim.name}


class ResumeView(DecisionView):
    """Open it again."""

    page_title = gettext_lazy("Open the site again")
    submit_label = gettext_lazy("Yes, open the site")
    intro = gettext_lazy("Readers see the site again, and hubs show again what it published.")

    def carry_out(self, values):
        """Open it."""
        closing.resume(self.request.user, self.kim)
        return _("The site of %(kim)s is open again.") % {"kim": self.kim.name}


class ArchiveView(SuspendView):
    """Make it history."""

    page_title = gettext_lazy("Archive the site")
    submit_label = gettext_lazy("Yes, archive the site")
    intro = gettext_lazy(
        "The site can still be read, with a notice that it is an archive. Nobody can change anything in it any more, "
        "what was planned for later is cancelled, and hubs no longer show it."
    )

    def carry_out(self, values):
        """Archive it."""
        closing.archive(self.request.user, self.kim, values["reason"])
        return _("The site of %(kim)s is an archive now.") % {"kim": self.kim.name}


class UnarchiveView(ResumeView):
    """Take the archiving back."""

    page_title = gettext_lazy("Take the archiving back")

    def carry_out(self, values):
        """Open it."""
        closing.unarchive(self.request.user, self.kim)
        return _("The site of %(kim)s is open again.") % {"kim": self.kim.name}


class RemoveView(DecisionView):
    """Remove it for good."""

    form_class = RemoveForm
    page_title = gettext_lazy("Remove the KIM for good")
    submit_label = gettext_lazy("Yes, remove everything")
    is_serious = True
    intro = gettext_lazy(
        "All pages, pictures, documents, papers and addresses of this KIM will be gone, and its members lose their roles. "
        "This can't be taken back, except from an export."
    )

    def get_context_data(self, **kwargs):
        """Say whether there is an export."""
        return {**super().get_context_data(**kwargs), "has_fresh_export": has_fresh_export(self.kim)}

    def carry_out(self, values):
        """Remove it."""
        name = self.kim.name
        remove_kim(self.request.user, self.kim, **values)
        return _("%(kim)s was removed.") % {"kim": name}

    def back(self, text):
        """Its screens are gone: to the dashboard."""
        messages.success(self.request, text)
        return HttpResponseRedirect(reverse("wagtailadmin_home"))
