"""Addresses for applicants, on the hosts of hubs. Number and secret together are the key to an application."""

from django.urls import path

from onboarding.views import start, steps, tracking

app_name = "apply"
KEY = "<str:number>/<str:secret>/"
urlpatterns = [
    path("", start.start, name="start"),
    path("wilayah.json", start.regions, name="regions"),
    path("alamat.json", start.check_label, name="check_label"),
    path("lacak/", tracking.find, name="find"),
    path(f"lacak/{KEY}", tracking.track, name="track"),
    path(f"lacak/{KEY}jawab/", tracking.answer, name="answer"),
    path(f"lacak/{KEY}tarik/", tracking.withdraw, name="withdraw"),
    path(f"lacak/{KEY}tautan/", tracking.resend, name="resend"),
    path(f"lacak/{KEY}sk.jpg", steps.scan, name="scan"),
    path(f"isi/{KEY}<slug:step>/", steps.step, name="continue"),
]
