"""Dates, times and numbers as Indonesians write them."""

import datetime

import pytest
from django.template import Context, Template
from django.utils import timezone, translation

MOMENT = datetime.datetime(2026, 8, 17, 9, 5)


@pytest.mark.parametrize(
    ("template", "written"),
    [
        ("{{ at|date }}", "17 Agustus 2026"),
        ("{{ at|time }}", "09.05"),
        ('{{ at|date:"DATETIME_FORMAT" }}', "17 Agustus 2026, 09.05"),
        ('{{ at|date:"SHORT_DATE_FORMAT" }}', "17/08/2026"),
        ('{{ at|date:"l, j F Y" }}', "Senin, 17 Agustus 2026"),
        ("{% load humanize %}{{ number|intcomma }}", "1.250"),
        ("{{ half }}", "2,5"),
    ],
)
@pytest.mark.parametrize("language", ["id-id", "id"])
def test_formats(template, written, language):
    with translation.override(language):
        assert Template(template).render(Context({"at": MOMENT, "number": 1250, "half": 2.5})) == written


@pytest.mark.parametrize(
    ("language", "written"), [("id-id", "pukul 14.05 oleh Ayu 08:00"), ("en", "at 14:05 by Ayu 08:00")]
)
def test_the_clock_of_wagtail(language, written):
    template = Template(
        "{% load wagtailadmin_tags %}{% timesince_last_update at show_time_prefix=True user_display_name=name %}"
    )
    at = timezone.localtime().replace(hour=14, minute=5)
    with translation.override(language):
        assert template.render(Context({"at": at, "name": "Ayu 08:00"})) == written
