"""Inviting, sending again, withdrawing."""

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members.admin.base import ServiceButtonView, ServiceFormView
from members.admin.forms import InviteForm
from members.services import invitations


class InviteView(ServiceFormView):
    """Invite by e-mail."""

    form_class = InviteForm
    page_title = gettext_lazy("Invite")
    submit_label = gettext_lazy("Send invitation")

    def get_form_kwargs(self):
        """Only roles that the person may offer."""
        return {**super().get_form_kwargs(), "roles": invitations.offered_roles(self.request.user, self.kim)}

    def carry_out(self, values):
        """Invite."""
        made = invitations.invite(self.request.user, self.kim, values["email"], values["role"])
        return _("The invitation to %(email)s is on its way.") % {"email": made.email}


class InvitationButtonView(ServiceButtonView):
    """A button of one open invitation of the KIM."""

    def setup(self, request, *args, **kwargs):
        """Raises Http404 for an invitation that is not an open one of this KIM."""
        super().setup(request, *args, **kwargs)
        self.invitation = get_object_or_404(invitations.open_invitations(self.kim), pk=kwargs["invitation_id"])


class ResendView(InvitationButtonView):
    """Send a new link."""

    def carry_out(self):
        """Send it."""
        sent = invitations.resend(self.request.user, self.kim, self.invitation)
        return _("A new link is on its way to %(email)s. The old one no longer works.") % {"email": sent.email}


class WithdrawView(InvitationButtonView):
    """Take an invitation back."""

    def carry_out(self):
        """Withdraw it."""
        invitations.withdraw(self.request.user, self.kim, self.invitation)
        return _("The invitation to %(email)s was withdrawn.") % {"email": self.invitation.email}
