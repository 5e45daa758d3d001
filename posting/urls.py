"""Addresses of the short form, below `/kirim/` on the admin's host."""

from django.urls import path

from posting import review, views

app_name = "posting"
urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("tulis/", views.WriteView.as_view(), name="new"),
    path("foto/", views.PhotoView.as_view(), name="photo"),
    path("simpan/", views.SendView.as_view(), name="send"),
    path("siapa/", views.WhoView.as_view(), name="who"),
    path("periksa/<int:page_id>/", review.ReviewView.as_view(), name="review"),
    path("luring.js", views.WorkerView.as_view(), name="worker"),
]
