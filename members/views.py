"""The page behind the link of an invitation. Whoever holds the link sees it; only a POST adds anybody."""

from django.contrib.messages import success
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.decorators import method_decorator
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import TemplateView

from kim_sites.models import KimRole
from members.admin.forms import JoinForm
from members.services import joining
from members.services.joining import Offer, Step

# What tells nothing more than needed: an address nobody knows, and links whose time is over.
STATUSES = {
    Step.UNKNOWN: 404, Step.USED: 410, Step.WITHDRAWN: 410, Step.EXPIRED: 410,
    Step.KIM_CLOSED: 410, Step.HAS_CHAIR: 410, Step.BLOCKED: 410,
}  # fmt: skip


@method_decorator(sensitive_post_parameters("secret", "password", "again"), name="dispatch")
class InvitationView(TemplateView):
    """What both views share: one template that says what can be done."""

    template_name = "members/public/invitation.html"

    def dispatch(self, request, *args, **kwargs):
        """The address holds a secret: it is kept by no cache and told to no other site."""
        response = super().dispatch(request, *args, **kwargs)
        add_never_cache_headers(response)
        response["Referrer-Policy"] = "same-origin"
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    def answer(self, offer: Offer, secret: str, form: JoinForm | None = None):
        """The page for one step."""
        here = reverse("kim_invitation:show", args=[secret]) if offer.step != Step.UNKNOWN else ""
        context = {
            "offer": offer,
            "step": str(offer.step),
            "invitation": offer.invitation,
            "secret": secret,
            "form": form or JoinForm(initial={"name": offer.account.first_name if offer.account else ""}),
            "login_url": f"{reverse('wagtailadmin_login')}?{urlencode({'next': here})}",
        }
        return self.render_to_response(self.get_context_data(**context), status=STATUSES.get(offer.step, 200))


class ShowView(InvitationView):
    """Opened from the mail. Writes nothing: scanners of mail open links too."""

    def get(self, request, *args, **kwargs):
        """Show what the link offers."""
        secret = kwargs["secret"]
        return self.answer(joining.offer_of(secret, request.user), secret)


class AcceptView(InvitationView):
    """The button."""

    http_method_names = ["post", "options"]

    def post(self, request, *args, **kwargs):
        """Join and go to sign in, or say what is missing."""
        secret = request.POST.get("secret", "")[:200]
        offer = joining.offer_of(secret, request.user)
        values, form = {}, None
        if offer.step == Step.NEW:
            form = JoinForm(request.POST)
            if not form.is_valid():
                return self.answer(offer, secret, form)
            values = {"name": form.cleaned_data["name"], "password": form.cleaned_data["password"]}
        try:
            done = joining.accept(secret, request.user, **values)
        except joining.NotNow as error:
            return self.answer(error.offer, secret)
        except ValidationError as error:
            form = form or JoinForm(request.POST)
            form.is_valid()
            form.add_error(None, error)
            return self.answer(offer, secret, form)
        return self.welcome(done)

    def welcome(self, done: Offer):
        """To the dashboard if signed in already, else to sign in; a chair goes on to the first steps of the KIM."""
        is_chair = done.invitation.role == KimRole.Role.CHAIR
        target = reverse("first_steps_of", args=[done.invitation.kim_id]) if is_chair else ""
        names = {"kim": done.invitation.kim.name, "role": done.invitation.get_role_display()}
        if self.request.user.is_authenticated:
            success(self.request, _("Welcome to %(kim)s. Your role: %(role)s.") % names)
            return HttpResponseRedirect(target or reverse("wagtailadmin_home"))
        success(self.request, _("You belong to %(kim)s now. Please sign in.") % names)
        login_url = reverse("wagtailadmin_login")
        return HttpResponseRedirect(f"{login_url}?{urlencode({'next': target})}" if target else login_url)
