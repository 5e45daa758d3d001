"""How dates and times are read that somebody typed; the year first (2026-08-17) is always understood too.

The first of each is how Wagtail's fields show a value (`WAGTAIL_DATE_FORMAT` and its like). None has the month first, as
Django's have for Indonesian and English: a date must never become another one by being read.
"""

DATE_INPUT_FORMATS = ["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%y", "%d-%m-%y"]
TIME_INPUT_FORMATS = ["%H.%M", "%H:%M", "%H.%M.%S", "%H:%M:%S"]
DATETIME_INPUT_FORMATS = [f"{day} {hour}" for day in DATE_INPUT_FORMATS for hour in TIME_INPUT_FORMATS]
