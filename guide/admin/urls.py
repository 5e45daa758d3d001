"""Addresses of the guide below `/admin/panduan/`."""

from django.urls import path

from guide.admin import views

app_name = "kim_guide"
urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("di-sini/", views.here, name="here"),
    path("cetak/", views.PrintView.as_view(), name="print"),
    path("<slug:task>/", views.TaskView.as_view(), name="task"),
]
