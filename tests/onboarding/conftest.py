"""What tests of onboarding share."""

import pytest


@pytest.fixture(autouse=True)
def _tracking_address(monkeypatch):
    """The public screens are tested where they are; here it is enough that a mail has a link."""
    monkeypatch.setattr(
        "onboarding.services.links.tracking_url", lambda application: f"https://kim.test/{application.number}/"
    )
