"""The measure's zero: Django answering one string, with no middleware, no database and no template.

Settings and addresses in one:
`DJANGO_SETTINGS_MODULE=bench.hello gunicorn "django.core.wsgi:get_wsgi_application()"`.
"""

from django.http import HttpResponse
from django.urls import path

SECRET_KEY = "nothing is signed here"  # noqa: S105
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "bench.hello"
INSTALLED_APPS: list[str] = []
MIDDLEWARE: list[str] = []

urlpatterns = [path("", lambda request: HttpResponse("hello"))]
