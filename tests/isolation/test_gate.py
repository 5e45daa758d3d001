"""The gate: every address is classified, and what is not is closed."""

import pytest

from access.gate.rules import table
from tests.isolation.addresses import addresses


def test_every_address_is_classified():
    unknown = sorted({address.name for address in addresses()} - set(table()))
    assert not unknown, f"Classify these in access/gate (docs/isolation.md says how): {unknown}"


def test_the_table_names_no_address_that_has_gone():
    gone = sorted(set(table()) - {address.name for address in addresses()})
    assert not gone, f"These rules stand for nothing any more: {gone}"


def test_each_named_argument_stands_in_an_address_of_that_name():
    arguments: dict[str, set[str]] = {}
    for address in addresses():
        arguments.setdefault(address.name, set()).update(address.arguments)
    wrong = {
        name: sorted(set(rule.arguments) - arguments[name])
        for name, rule in table().items()
        if set(rule.arguments) - arguments.get(name, set())
    }
    assert not wrong


def test_no_object_of_an_open_address_goes_unchecked():
    """An argument that names an object must have a check, or be known to name none."""
    harmless = {
        "content_type_app_name", "app_name", "app_label", "model_name", "action_name", "session_id", "mode",
        "filter_spec", "uidb64", "token", "action", "workflow_pk",
    }  # fmt: skip
    rules = table()
    unchecked = {
        address.name: left
        for address in addresses()
        if rules[address.name].who.value == "tenants" and rules[address.name].request is None
        if (left := set(address.arguments) - set(rules[address.name].arguments) - harmless)
    }
    assert not unchecked


@pytest.mark.django_db
def test_an_address_that_nobody_classified_is_closed(kim, admin_client_for, monkeypatch):
    from access.gate import middleware
    from tests import factories

    rules = dict(table())
    del rules["wagtailadmin_home"]
    monkeypatch.setattr(middleware, "table", lambda: rules)
    chair = factories.member(kim, "chair")
    assert admin_client_for(chair).get("/admin/").status_code == 404
