"""Addresses of imports below `/admin/import/`."""

from django.urls import path

from onboarding.admin import import_views as views

app_name = "kim_import"
urlpatterns = [
    path("", views.IndexView.as_view(), name="index"),
    path("template.xlsx", views.TemplateFileView.as_view(), name="template_xlsx"),
    path("template.csv", views.TemplateFileView.as_view(is_csv=True), name="template_csv"),
    path("<int:job_id>/", views.JobView.as_view(), name="job"),
    path("<int:job_id>/progress/", views.ProgressView.as_view(), name="progress"),
    path("<int:job_id>/run/", views.CarryOutView.as_view(), name="run"),
    path("<int:job_id>/copy/", views.CopyView.as_view(), name="copy"),
]
