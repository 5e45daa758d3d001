"""Addresses of the dashboard below `/admin/dashboard/`."""

from django.urls import path

from dashboard.admin import views

app_name = "kim_dashboard"
urlpatterns = [
    path("silent/", views.SilentView.as_view(), name="silent"),
    path("confirm/<int:product_id>/", views.ConfirmView.as_view(), name="confirm"),
]
