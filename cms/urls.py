"""Every address of the installation. cms.middleware.hosts decides which host may answer it."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.views import authenticate_with_password

from access import urls as access_urls
from accounts.views.account import AccountView
from accounts.views.sign_in import SignInView
from cms.views import rendition, serve
from home import urls as home_urls
from kim_sites import urls as kim_sites_urls
from members import urls as members_urls
from onboarding import urls as apply_urls
from posting import urls as posting_urls
from search import urls as search_urls

urlpatterns = [
    path("admin/", include(access_urls)),
    path("admin/login/", SignInView.as_view(), name="wagtailadmin_login"),
    path("admin/account/", require_admin_access(AccountView.as_view()), name="wagtailadmin_account"),
    path("admin/invitation/", include(members_urls)),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("daftar/", include(apply_urls)),
    path("kirim/", include(posting_urls)),
    path("", include(kim_sites_urls)),
    path("", include(home_urls)),
    path("", include(search_urls)),
]

if settings.SERVE_MEDIA and settings.MEDIA_URL.startswith("/"):
    urlpatterns.append(path(f"{settings.MEDIA_URL.lstrip('/')}images/<path:path>", rendition))

urlpatterns += i18n_patterns(
    path("", include(search_urls.localized)),
    path(
        "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
        authenticate_with_password,
        name="wagtailcore_authenticate_with_password",
    ),
    re_path(wagtail_urls.serve_pattern, serve, name="wagtail_serve"),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
