"""Whoever reads English here works in Indonesia all the same: 3/4/2026 is the third of April in every language."""

from cms.wording.formats.typed import DATE_INPUT_FORMATS, DATETIME_INPUT_FORMATS, TIME_INPUT_FORMATS  # noqa: F401
