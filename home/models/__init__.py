"""Hubs, what rises to them, and what they decide."""

from .counts import RegencyCount
from .feed import Curation, FeedEntry
from .hub import HubPage

__all__ = ["Curation", "FeedEntry", "HubPage", "RegencyCount"]
