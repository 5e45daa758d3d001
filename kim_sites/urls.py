"""Addresses of tenants that are not pages."""

from django.urls import path

from kim_sites import views

urlpatterns = [
    path("-/bagikan/<int:page_id>-<slug:digest>.png", views.share_picture, name="share_picture"),
]
