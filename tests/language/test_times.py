"""Dates, times and numbers as Indonesians write them, and as they type them."""

import datetime

import pytest
from django import forms
from django.template import Context, Template
from django.utils import timezone, translation
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput, AdminTimeInput

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


class Fields(forms.Form):
    day = forms.DateField(widget=AdminDateInput)
    hour = forms.TimeField(widget=AdminTimeInput)
    at = forms.DateTimeField(widget=AdminDateTimeInput)


# The third of April: with the month first it would be the fourth of March.
@pytest.mark.parametrize("day", ["03/04/2026", "3/4/2026", "03-04-2026", "3.4.2026", "3/4/26", "2026-04-03"])
@pytest.mark.parametrize("hour", ["09.05", "9:05"])
@pytest.mark.parametrize("language", ["id-id", "en"])
def test_what_is_typed_is_the_same_day_in_every_language(day, hour, language):
    with translation.override(language):
        form = Fields({"day": day, "hour": hour, "at": f"{day} {hour.replace('.', ':') if '-' in day[4:5] else hour}"})
        assert form.is_valid(), form.errors
        assert form.cleaned_data["day"] == datetime.date(2026, 4, 3)
        assert form.cleaned_data["hour"] == datetime.time(9, 5)
        assert timezone.localtime(form.cleaned_data["at"]).replace(tzinfo=None) == datetime.datetime(2026, 4, 3, 9, 5)


@pytest.mark.parametrize("language", ["id-id", "en"])
def test_a_field_shows_what_it_reads(language):
    at = datetime.datetime(2026, 4, 3, 9, 5)
    with translation.override(language):
        form = Fields(initial={"day": at.date(), "hour": at.time(), "at": at})
        shown = {name: form[name].field.widget.format_value(form[name].value()) for name in form.fields}
        assert shown == {"day": "03/04/2026", "hour": "09.05", "at": "03/04/2026 09.05"}
        assert Fields(shown).is_valid()
