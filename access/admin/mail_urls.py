"""Addresses of the mail below `/admin/mail/`."""

from django.urls import path

from access.admin.mail_views import MailAgainView, MailListView

app_name = "kim_mail"
urlpatterns = [
    path("", MailListView.as_view(), name="index"),
    path("<int:mail_id>/again/", MailAgainView.as_view(), name="again"),
]
