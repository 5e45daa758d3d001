"""Addresses of exports below `/admin/export/` and of restores below `/admin/restore/`."""

from django.urls import path

from lifecycle.admin import archive_views as views

app_name = "kim_archive"
urlpatterns = [
    path("export/", views.KimListView.as_view(), name="index"),
    path("export/<int:kim_id>/", views.ExportListView.as_view(), name="exports"),
    path("export/<int:kim_id>/<int:export_id>/", views.DownloadView.as_view(), name="download"),
    path("restore/", views.BringView.as_view(), name="restore"),
    path("restore/<int:restore_id>/", views.RestoreView.as_view(), name="restore_job"),
]
