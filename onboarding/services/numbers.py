"""Registration numbers: each province has its pattern, each series counts for itself."""

import datetime
import re

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kim_sites.models import Kim, Region
from onboarding.models import NumberSeries, ProvinceRules
from onboarding.services.rules import rules_of

WORD = re.compile(r"\{([^{}:]*)(?::([^{}]*))?\}")
COUNTER = "urut"
KNOWN = ("kode", "kode_desa", COUNTER, "tahun", "bulan")
MOST_DIGITS = 6
LONGEST_NUMBER = Kim._meta.get_field("registration_number").max_length
LONGEST_PATTERN = ProvinceRules._meta.get_field("number_pattern").max_length
EXAMPLE_CODE = "62.02.04.2001"


def check_pattern(pattern: str) -> None:
    """Raises ValidationError with one sentence for a pattern with unknown words, without a counter, or too long."""
    if not pattern or len(pattern) > LONGEST_PATTERN:
        raise ValidationError(_("The pattern may have 1 to %(most)s characters.") % {"most": LONGEST_PATTERN})
    for match in WORD.finditer(pattern):
        name, digits = match.groups()
        if name not in KNOWN:
            raise ValidationError(
                _("The pattern does not know “%(word)s”. It knows %(words)s.")
                % {"word": match.group(), "words": ", ".join(f"{{{word}}}" for word in KNOWN)}
            )
        if digits is not None and not (name == COUNTER and digits in "123456" and len(digits) == 1):
            raise ValidationError(
                _("“%(word)s” can't be read. Digits are given as in {urut:3}, 1 to %(most)s of them.")
                % {"word": match.group(), "most": MOST_DIGITS}
            )
    if "{" in WORD.sub("", pattern) or "}" in WORD.sub("", pattern):
        raise ValidationError(_("A brace is open or closed too many. Write words as in {urut:3}."))
    if COUNTER not in [match.group(1) for match in WORD.finditer(pattern)]:
        raise ValidationError(_("The pattern needs {urut}: otherwise all KIM would have the same number."))
    if len(fill(pattern, EXAMPLE_CODE, timezone.localdate(), 10**MOST_DIGITS - 1)) > LONGEST_NUMBER:
        raise ValidationError(
            _("The numbers would be longer than %(most)s characters. Please shorten the pattern.")
            % {"most": LONGEST_NUMBER}
        )


def fill(pattern: str, code: str, on: datetime.date, counter: int | None) -> str:
    """The pattern with its words filled in; without a counter, `#` stands for it."""

    def word(match: re.Match) -> str:
        name, digits = match.groups()
        if name == COUNTER:
            return "#" if counter is None else str(counter).zfill(int(digits or 1))
        values = {"kode_desa": code, "kode": ".".join(code.split(".")[:2]), "tahun": f"{on:%Y}", "bulan": f"{on:%m}"}
        return values[name]

    return WORD.sub(word, pattern)


def example(pattern: str, code: str = EXAMPLE_CODE) -> str:
    """What a number of this pattern looks like; an empty string for a pattern that can't be."""
    try:
        check_pattern(pattern)
    except ValidationError:
        return ""
    return fill(pattern, code, timezone.localdate(), 7)


def next_number(region: Region, on: datetime.date) -> str:
    """Take the next registration number for a KIM in `region`, by the pattern of its province.

    Has to run in the transaction that writes the KIM, and after `provision_kim`: the row of the series stays locked
    until the end, so no two get one number, and a number that is not used is given out again. Numbers that a KIM of the
    province has already, from an import say, are passed over.
    """
    pattern = rules_of(region.code).number_pattern
    province = region.code.split(".")[0]
    with transaction.atomic():
        name = f"{province}:{fill(pattern, region.code, on, None)}"
        NumberSeries.objects.get_or_create(name=name)
        series = NumberSeries.objects.select_for_update().get(name=name)
        neighbours = Kim.objects.filter(region__code__startswith=f"{province}.")
        while True:
            series.last += 1
            number = fill(pattern, region.code, on, series.last)
            if not neighbours.filter(registration_number=number).exists():
                break
        series.save(update_fields=["last"])
    return number
