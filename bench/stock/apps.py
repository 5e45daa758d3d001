"""The yardstick's application."""

from django.apps import AppConfig


class StockConfig(AppConfig):
    """One page type."""

    name = "bench.stock"
    label = "stock"
