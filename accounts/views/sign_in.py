"""Wagtail's sign-in at its usual address, with a word about waiting and shorter sessions where much hangs on them."""

from django.conf import settings
from wagtail.admin.views import account

from accounts.services import sessions
from accounts.services.throttling import seconds_left


class SignInView(account.LoginView):
    """Ask for address and password."""

    def form_valid(self, form):
        """Sign in. Sessions of operators and curators end after some hours of idleness, ticked or not."""
        response = super().form_valid(form)
        if self.request.session.get(sessions.PRIVILEGED) and form.cleaned_data.get("remember"):
            self.request.session.set_expiry(settings.PRIVILEGED_SESSION_IDLE)
        return response

    def form_invalid(self, form):
        """Show the form again; with status 429 and the seconds to wait when there were too many tries."""
        if not getattr(self.request, "axes_locked_out", False):
            return super().form_invalid(form)
        seconds = seconds_left(getattr(self.request, "locked_until", None))
        return self.render_to_response(
            self.get_context_data(form=form), status=429, headers={"Retry-After": str(seconds)}
        )
