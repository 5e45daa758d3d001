"""Languages: Indonesian first, English second, regional languages by choice.

`id-id` and not `id`: Wagtail ships its Indonesian as `id_ID` and loads none of it for `id`, while Django's own `id`
texts fall in behind `id-id`. See docs/decisions/languages.md.
"""

import django.conf.locale

from .environment import BASE_DIR, env

# Django 5.2 does not know these; they must be there before LANGUAGES is read.
REGIONAL_LANGUAGES = {
    "id-id": ("Indonesian", "Bahasa Indonesia"),
    "ace": ("Acehnese", "Basa Acèh"),
    "ban": ("Balinese", "Basa Bali"),
    "bjn": ("Banjarese", "Basa Banjar"),
    "bug": ("Buginese", "Basa Ugi"),
    "jv": ("Javanese", "Basa Jawa"),
    "mad": ("Madurese", "Basa Madhura"),
    "min": ("Minangkabau", "Baso Minangkabau"),
    "nij": ("Ngaju", "Basa Ngaju"),
    "su": ("Sundanese", "Basa Sunda"),
}
for _code, (_name, _name_local) in REGIONAL_LANGUAGES.items():
    django.conf.locale.LANG_INFO.setdefault(
        _code, {"bidi": False, "code": _code, "name": _name, "name_local": _name_local}
    )

LANGUAGE_CODE = "id-id"
CONTENT_LANGUAGE_CODES = env.list("CONTENT_LANGUAGES", default=["id-id", "en"])
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    (code, django.conf.locale.LANG_INFO[code]["name_local"]) for code in CONTENT_LANGUAGE_CODES
]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("id-id", "Bahasa Indonesia"), ("en", "English")]
# The portal's own words before those for the packages, and both before what the packages bring.
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale" / "packages"]
FORMAT_MODULE_PATH = ["cms.wording.formats"]
# How fields show what they hold: in numbers, so that one setting serves every language. cms.wording.formats reads it.
WAGTAIL_DATE_FORMAT, WAGTAIL_TIME_FORMAT, WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y", "%H.%M", "%d/%m/%Y %H.%M"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = False
TIME_ZONE = env.str("TIME_ZONE", default="Asia/Jakarta")
# West, middle and east, and not the six hundred of the world, which have English names.
WAGTAIL_USER_TIME_ZONES = ["Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura"]
WAGTAIL_I18N_ENABLED = True
# Translations are made page by page; a mirrored tree in each language would double every tenant.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = True
