"""What a screen costs with three tenants it costs with thirteen: queries, choices, rows and bytes."""

import difflib

import pytest

from tests.flat.screens import FORMS, LISTS, cases
from tests.flat.world import COUNTED

pytestmark = pytest.mark.django_db

SOME_BYTES = 300  # keys of rows become longer, and dates
MOST_ROWS = 50  # headings and details of one page of a list included


def more_queries(few, many) -> str:
    """What is asked with many tenants and not with few."""
    lines = difflib.unified_diff([sql[:300] for sql in few.sql], [sql[:300] for sql in many.sql], n=0, lineterm="")
    return "\n".join(line for line in lines if line.startswith("+"))


@pytest.mark.parametrize(("person", "address"), cases(FORMS))
def test_a_form_costs_the_same_with_many_tenants(costs, person, address):
    few, many = costs[0][person, address], costs[1][person, address]
    assert few.status == many.status == 200
    assert few.queries == many.queries, more_queries(few, many)
    assert dict(zip(COUNTED, few.counts, strict=True)) == dict(zip(COUNTED, many.counts, strict=True))
    assert abs(many.bytes - few.bytes) < SOME_BYTES


@pytest.mark.parametrize(("person", "address"), cases(LISTS))
def test_a_list_offers_no_more_choices_with_many_tenants(costs, person, address):
    few, many = costs[0][person, address], costs[1][person, address]
    assert few.status == many.status == 200
    assert few.queries == many.queries, more_queries(few, many)
    assert few.counts[0] == many.counts[0], "options"
    assert many.counts[2] <= MOST_ROWS
