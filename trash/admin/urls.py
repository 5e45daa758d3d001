"""Addresses of deleted pages below `/admin/deleted/`."""

from django.urls import path

from trash.admin import views

app_name = "kim_deleted"
urlpatterns = [
    path("", views.DeletedView.as_view(), name="index"),
    path("undo/<uuid:batch>/", views.UndoView.as_view(), name="undo"),
    path("<int:deleted_id>/restore/", views.RestoreView.as_view(), name="restore"),
    path("<int:deleted_id>/forget/", views.ForgetView.as_view(), name="forget"),
]
