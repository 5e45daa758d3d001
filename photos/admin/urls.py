"""Addresses of photos: below `/admin/photos/`, and those of Wagtail's that stand in their place."""

from django.urls import path

from photos.admin import adding, changing, deleting

app_name = "photos"
urlpatterns = [
    path("add/", adding.AddPhotosView.as_view(), name="add"),
    path("add/one/", adding.UploadView.as_view(), name="upload"),
    path("describe/", adding.DescribeView.as_view(), name="describe"),
    path("unused/", deleting.UnusedView.as_view(), name="unused"),
    path("bin/", deleting.BinView.as_view(), name="bin"),
    path("<int:image_id>/turn/", changing.TurnView.as_view(), name="turn"),
    path("<int:image_id>/words/", changing.WordsView.as_view(), name="words"),
    path("<int:image_id>/focus/", changing.FocusView.as_view(), name="focus"),
]

# Before Wagtail's addresses of the same form, which therefore need no names of their own here.
in_place_of_wagtails = [
    path("images/", deleting.PhotoIndexView.as_view(), name="photo_index"),
    path("images/add/", adding.AddPhotosView.as_view(), name="photo_add"),
    path("images/multiple/add/", adding.AddPhotosView.as_view(), name="photo_add_multiple"),
    path("images/<int:image_id>/", changing.PhotoEditView.as_view(), name="photo_edit"),
    path("images/<int:image_id>/delete/", deleting.PhotoDeleteView.as_view(), name="photo_delete"),
    path("images/multiple/<int:image_id>/delete/", deleting.DiscardView.as_view(), name="photo_discard"),
]
