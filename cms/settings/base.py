"""Applications, middleware, templates, addresses and files."""

from .environment import BASE_DIR, DEBUG, env, required

SECRET_KEY = required("SECRET_KEY", "desk-only-not-a-secret-and-never-used-in-production")

# Addresses. BASE_DOMAIN carries the nation's hub, hubs and KIM are subdomains of it. A port may follow on a desk.
BASE_DOMAIN = required("BASE_DOMAIN", "localhost:8000").lower()
ADMIN_HOST = env.str("ADMIN_HOST", default=f"admin.{BASE_DOMAIN}").lower()
PUBLIC_SCHEME = env.str("PUBLIC_SCHEME", default="http" if DEBUG else "https")
WAGTAILADMIN_BASE_URL = f"{PUBLIC_SCHEME}://{ADMIN_HOST}"
# A KIM may bring a domain of its own, so the list of hosts is the table of sites: cms.middleware answers 404 to others.
ALLOWED_HOSTS = ["*"]

INSTALLED_APPS = [
    "dashboard",
    "guide",
    "posting",
    "editing",
    "trash",
    "photos",
    "onboarding",
    "lifecycle",
    "accounts",
    "members",
    "access",
    "search",
    "home",
    "kim_sites",
    "cms",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.frontend_cache",
    "wagtail.embeds",
    "wagtail.sites",
    "access.users.UsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.humanize",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "cms.middleware.page_cache.PageCacheMiddleware",
    "cms.middleware.health.HealthMiddleware",
    "accounts.middleware.ForwardedAddressMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "csp.middleware.CSPMiddleware",
    "cms.middleware.hosts.HostMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "access.middleware.CurrentRequestMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "axes.middleware.AxesMiddleware",
    "accounts.middleware.TwoFactorMiddleware",
    "access.gate.middleware.GateMiddleware",
    "cms.middleware.admin.AtomicAdminMiddleware",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "kim_sites.User"
WAGTAILIMAGES_IMAGE_MODEL = "kim_sites.KimImage"
WAGTAILDOCS_DOCUMENT_MODEL = "kim_sites.KimDocument"
LOGIN_URL = "wagtailadmin_login"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "cms" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": ["cms.templatetags.portal"],
        },
    }
]

VAR_DIR = env.path("VAR_DIR", default=str(BASE_DIR / "var"))
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
MEDIA_URL = env.str("MEDIA_URL", default="/media/")
MEDIA_ROOT = env.str("MEDIA_ROOT", default=str(VAR_DIR("media")))
PRIVATE_MEDIA_ROOT = env.str("PRIVATE_MEDIA_ROOT", default=str(VAR_DIR("private")))
# One small server may serve pictures itself; behind nginx or a CDN switch it off.
SERVE_MEDIA = env.bool("SERVE_MEDIA", default=True)
WHITENOISE_MAX_AGE = 60 * 60 * 24 * 365 if not DEBUG else 0
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": PRIVATE_MEDIA_ROOT, "base_url": None},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# Wagtail
WAGTAIL_SITE_NAME = "KIM"
WAGTAIL_APPEND_SLASH = True
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# Saving by itself sends the whole form after every pause, which costs data; and whoever publishes a new page while that
# is on its way would make the page twice, and be refused. The editor keeps a copy on the device instead, see
# `editing/static/editing/safe_copy.js`, and Wagtail still asks before unsaved work is left.
WAGTAIL_AUTOSAVE_INTERVAL = 0
# The form would say which addresses have an account. Whoever needs another one is invited to it.
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_ALLOW_UNICODE_SLUGS = False
# Turning a typed address into a link to a page would look through the sites of all tenants.
WAGTAILADMIN_EXTERNAL_LINK_CONVERSION = "never"
# A page that waits is the chair's matter: operators of the installation get no mail about it.
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
WAGTAILIMAGES_EXTENSIONS = ["heic", "heif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024  # bytes
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILIMAGES_IMAGE_FORM_BASE = "kim_sites.forms.images.KimImageForm"
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"heic": "jpeg", "avif": "avif", "webp": "webp"}
WAGTAILIMAGES_AVIF_QUALITY = 55
WAGTAILIMAGES_WEBP_QUALITY = 72
WAGTAILIMAGES_JPEG_QUALITY = 80
WAGTAILDOCS_DOCUMENT_FORM_BASE = "kim_sites.forms.images.KimDocumentForm"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "pptx", "txt", "xlsx"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILEMBEDS_FINDERS = [{"class": "wagtail.embeds.finders.oembed"}]
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {
        "WIDGET": "editing.widgets.TouchRichTextArea",
        "OPTIONS": {"features": ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"]},
    }
}
TAGGIT_CASE_INSENSITIVE = True

# How many people a KIM should name, and for how many days a site stays up after its decree (SK) has ended. These warn
# and remind; nothing is ever refused or closed because of them.
KIM_FEWEST_MEMBERS = env.int("KIM_FEWEST_MEMBERS", default=3)
KIM_MOST_MEMBERS = env.int("KIM_MOST_MEMBERS", default=30)
PAPER_GRACE_DAYS = env.int("PAPER_GRACE_DAYS", default=180)

# The network addresses of the server, if DNS gives others for BASE_DOMAIN (a CDN stands in front).
SERVER_ADDRESSES = env.list("SERVER_ADDRESSES", default=[])

# Invitations: days for which a link holds, and how many a KIM may have open and may write in a day.
INVITATION_DAYS = env.int("INVITATION_DAYS", default=7)
MOST_OPEN_INVITATIONS = 30
MOST_INVITATIONS_A_DAY = 40

# Applications.
# Programs fill in forms faster than people: seconds until a village is chosen, and from there until all is sent.
APPLY_FEWEST_SECONDS = 2
APPLY_FEWEST_SECONDS_TO_SEND = 15
APPLICATIONS_PER_NETWORK = 60  # begun within an hour; many phones share one network address
APPLICATIONS_PER_ADDRESS = 10  # sent with one e-mail address within a day
APPLICATION_LINKS_PER_ADDRESS = 6  # mailed to one e-mail address within a day
# Exports: how many a KIM may ask for in 24 hours; restores: how large a file may be.
MOST_EXPORTS_A_DAY = env.int("MOST_EXPORTS_A_DAY", default=5)
MOST_RESTORE_BYTES = env.int("MOST_RESTORE_MB", default=500) * 1024 * 1024
