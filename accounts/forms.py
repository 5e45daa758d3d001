"""Forms for signing in, for a new password and for the second step."""

from django import forms
from django.conf import settings
from django.contrib.auth import get_user_model
from django.template.loader import render_to_string
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm, PasswordResetForm

from access.services.current import current_request
from accounts.services import throttling, two_factor
from kim_sites.services import mail


class SignInForm(LoginForm):
    """Says how long to wait when there were too many tries, whichever account was named."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].widget = forms.EmailInput(
            attrs={**self.fields["username"].widget.attrs, "autocomplete": "username"}
        )
        self.fields["password"].label = _("Password")
        self.fields["password"].widget.attrs["autocomplete"] = "current-password"

    def get_invalid_login_error(self):
        """The sentence about waiting, or Wagtail's about a wrong address or password."""
        if getattr(self.request, "axes_locked_out", False):
            until = getattr(self.request, "locked_until", None)
            return forms.ValidationError(throttling.wait_sentence(until), code="locked")
        error = super().get_invalid_login_error()
        return forms.ValidationError(capfirst(error.messages[0]), code=error.code)


class ResetForm(PasswordResetForm):
    """Answers everybody the same, and leaves the rest to the queue."""

    def __init__(self, *args, is_counted: bool = True, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_counted = is_counted

    def clean(self):
        """Raises ValidationError when the network asked too often."""
        request = current_request()
        if self.is_counted and request is not None:
            network = throttling.network_name(request) or ""
            if not throttling.count_once("reset-network", network, settings.RESETS_PER_NETWORK):
                raise forms.ValidationError(
                    _("Your network has asked for too many new passwords. Please try again in an hour.")
                )
        return super().clean()

    def get_users(self, email):
        """Active people with this address, also those who never had a password: the link gives them their first."""
        return get_user_model().objects.filter(email=email.strip().lower(), is_active=True)

    def save(self, request=None, use_https=False, **kwargs):
        """Hand the address to the queue, known or not; at most a few times an hour, so that nobody is flooded."""
        email = self.cleaned_data["email"].strip().lower()
        if throttling.count_once("reset-account", email, settings.RESETS_PER_ACCOUNT):
            options = {
                "use_https": use_https,
                "subject_template_name": kwargs["subject_template_name"],
                "email_template_name": kwargs["email_template_name"],
            }
            mail.send("password_reset", email, get_language() or settings.LANGUAGE_CODE, options)

    def write(self, language: str, **options) -> mail.Mail | None:
        """The mail with the link, for whoever hands it to the server; None if nobody has this address."""
        self._written: list[dict] = []
        super().save(domain_override=settings.ADMIN_HOST, **options)
        # Addresses are unique, so there is one at most.
        return mail.Mail(language=language, **self._written[0]) if self._written else None

    def send_mail(self, subject_template_name, email_template_name, context, from_email, to_email, **kwargs):
        """Keep what Django would send at once and never again."""
        subject = render_to_string(subject_template_name, context)
        self._written.append({"to": to_email, "subject": subject, "template": email_template_name, "context": context})


class CodeForm(forms.Form):
    """One code, from the app or from paper."""

    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autofocus": "", "spellcheck": "false"}),
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.device = None

    def clean(self):
        """Try the code. Raises ValidationError with one sentence if it is wrong or one has to wait."""
        cleaned = super().clean()
        if self.errors:
            return cleaned
        checked = two_factor.check_code(self.user, cleaned["code"])
        self.device = checked.device
        if self.device is None:
            self.add_error("code", self.problem(checked))
        return cleaned

    def problem(self, checked) -> str:
        """Why the code was not accepted."""
        if checked.locked_until and throttling.seconds_left(checked.locked_until) > 2:
            return throttling.wait_sentence(checked.locked_until)
        return _("This code is wrong or was used already. Please wait for the next one and type it again.")


class NewAppForm(forms.Form):
    """The first code of an app that is being added."""

    code = forms.CharField(
        label=_("Code from the app"),
        help_text=_("Six digits; the app shows new ones every 30 seconds."),
        max_length=10,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "pattern": "[0-9 ]*", "spellcheck": "false"}
        ),
    )


class PasswordAndCodeForm(CodeForm):
    """What is asked before the second step is changed: somebody else may sit at an open session."""

    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    field_order = ["password", "code"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("Code from the app, or a recovery code")
        self.fields["code"].widget.attrs.pop("autofocus")

    def clean_password(self):
        """Raises ValidationError if the password is wrong; the code is then not tried, so it is not used up."""
        name = f"{self.user.pk}"
        if not throttling.count_once("password-check", name, settings.PASSWORD_CHECKS_PER_ACCOUNT):
            raise forms.ValidationError(_("Too many tries. Please try again in an hour."))
        password = self.cleaned_data["password"]
        if not self.user.check_password(password):
            raise forms.ValidationError(_("This password is wrong."))
        return password
