"""Addresses of hubs that are not pages."""

urlpatterns: list = []
