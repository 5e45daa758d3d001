"""Addresses of the life of a KIM below `/admin/kim/`."""

from django.urls import path

from lifecycle.admin import life_views as views

app_name = "kim_life"
urlpatterns = [
    path("<int:kim_id>/", views.StatusView.as_view(), name="status"),
    path("<int:kim_id>/suspend/", views.SuspendView.as_view(), name="suspend"),
    path("<int:kim_id>/resume/", views.ResumeView.as_view(), name="resume"),
    path("<int:kim_id>/archive/", views.ArchiveView.as_view(), name="archive"),
    path("<int:kim_id>/unarchive/", views.UnarchiveView.as_view(), name="unarchive"),
    path("<int:kim_id>/remove/", views.RemoveView.as_view(), name="remove"),
]
