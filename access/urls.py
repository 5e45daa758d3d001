"""Addresses of the admin that stand before Wagtail's own of the same names."""

from django.urls import path
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views import collections
from wagtail.utils.urlpatterns import decorate_urlpatterns

from access import views

urlpatterns = decorate_urlpatterns(
    [
        path("collections/results/", collections.Index.as_view(results_only=True), name="collection_results"),
        path("choose-page/", views.OwnPagesBrowseView.as_view(), name="wagtailadmin_choose_page"),
        path("tag-autocomplete/", views.tag_autocomplete, name="wagtailadmin_tag_autocomplete"),
        path(
            "tag-autocomplete/<slug:app_name>/<slug:model_name>/",
            views.tag_autocomplete,
            name="wagtailadmin_tag_model_autocomplete",
        ),
    ],
    require_admin_access,
)
