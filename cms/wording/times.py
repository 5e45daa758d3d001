"""Dates and times that packages write in a form of their own, whatever the language is."""

import re

from django.utils.formats import get_format
from wagtail.admin.templatetags import wagtailadmin_tags
from wagtail_localize import models as localize_models
from wagtail_localize.views import edit_translation

CLOCK = re.compile(r"\b(\d\d):(\d\d)\b")
stock_timesince = wagtailadmin_tags.timesince_last_update


def timesince_last_update(*args, **kwargs) -> str:
    """Wagtail's “14:05 by Ayu”, with the hour as the language writes it."""
    words = stock_timesince(*args, **kwargs)
    # The time stands before the name.
    return CLOCK.sub(r"\1.\2", words, count=1) if "." in get_format("TIME_FORMAT") else words


def set_formats() -> None:
    """Put these in place of the packages' own. Numbers alone, where the month's name would be English."""
    wagtailadmin_tags.register.simple_tag(timesince_last_update, name="timesince_last_update")
    localize_models.DATE_FORMAT = edit_translation.DATE_FORMAT = "%d/%m/%Y"
