"""Headers, cookies, passwords and content security policy."""

import datetime

from csp.constants import NONE, SELF, UNSAFE_INLINE

from .base import PUBLIC_SCHEME
from .environment import DEBUG, env

_SECURE = PUBLIC_SCHEME == "https"
TRUST_PROXY = env.bool("TRUST_PROXY", default=False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUST_PROXY else None
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=_SECURE)
SECURE_REDIRECT_EXEMPT = [r"^-/"]
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=60 * 60 * 24 * 30 if _SECURE else 0)
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _SECURE
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
# With this prefix browsers refuse a cookie of that name from a neighbouring subdomain: each KIM is one.
SESSION_COOKIE_NAME = "__Host-sessionid" if _SECURE else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if _SECURE else "csrftoken"
# Curators and operators are signed out after so many seconds without a request.
PRIVILEGED_SESSION_IDLE = 60 * 60 * 12
X_FRAME_OPTIONS = "SAMEORIGIN"

# Strict for readers. cms.middleware.hosts loosens it on the admin's host, where Wagtail still has inline scripts.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [SELF],
        "frame-ancestors": [SELF],
    }
}
ADMIN_CONTENT_SECURITY_POLICY = {
    "default-src": [SELF],
    "script-src": [SELF, UNSAFE_INLINE, "'unsafe-eval'"],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "font-src": [SELF, "data:"],
    "connect-src": [SELF],
    "frame-src": [SELF],
    "worker-src": [SELF, "blob:"],
}

_VALIDATORS = "django.contrib.auth.password_validation."
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": _VALIDATORS + "UserAttributeSimilarityValidator"},
    {"NAME": _VALIDATORS + "MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": _VALIDATORS + "CommonPasswordValidator"},
    {"NAME": _VALIDATORS + "NumericPasswordValidator"},
    {"NAME": "accounts.validators.KimNameValidator"},
]
PASSWORD_RESET_TIMEOUT = 60 * 60 * 24
# Mails with a link for a new password within an hour.
RESETS_PER_NETWORK = 20
RESETS_PER_ACCOUNT = 3
WAGTAILADMIN_USER_PASSWORD_RESET_FORM = "accounts.forms.ResetForm"  # noqa: S105  (a class)
WAGTAILADMIN_USER_LOGIN_FORM = "accounts.forms.SignInForm"

# Wrong passwords. Kept in the database, so that all processes count together; a lock ends by itself after the time
# below, counted from the last try before it. Many phones share one network address, so that limit is wide.
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AXES_HANDLER = "accounts.services.throttling.SignInHandler"
AXES_COOLOFF_TIME = datetime.timedelta(minutes=15)
AXES_FAILURE_LIMIT = 5  # one account from one network address
SIGN_IN_TRIES_PER_ACCOUNT = 25  # one account from anywhere
SIGN_IN_TRIES_PER_NETWORK = 100  # one network address, whichever account
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_USERNAME_FORM_FIELD = "username"
AXES_USERNAME_CALLABLE = "accounts.services.throttling.account_name"
AXES_CLIENT_IP_CALLABLE = "accounts.services.throttling.network_name"
AXES_LOCKOUT_CALLABLE = "accounts.services.throttling.keep_response"
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "csrfmiddlewaretoken"]
AXES_DISABLE_ACCESS_LOG = True  # the audit has it
AXES_VERBOSE = False

# The second step at sign-in is asked of curators and operators; a demo on a desk can be tried without a phone.
TWO_FACTOR_REQUIRED = env.bool("TWO_FACTOR_REQUIRED", default=not DEBUG)
OTP_TOTP_ISSUER = "KIM"
PASSWORD_CHECKS_PER_ACCOUNT = 10  # within an hour, before the second step is changed
