"""Addresses of an invitation for its holder, on the admin's host; nobody has to be signed in."""

from django.urls import path

from members import views

app_name = "kim_invitation"
urlpatterns = [
    # The secret is posted in the body, so that the address of what writes something never holds it.
    path("", views.AcceptView.as_view(), name="accept"),
    path("<str:secret>/", views.ShowView.as_view(), name="show"),
]
