"""What the way to a website needs to remember."""

from .applications import Application, ApplicationOfficer, ApplicationStep
from .imports import ImportJob, ImportRow
from .rules import NumberSeries, ProvinceRules

__all__ = [
    "Application",
    "ApplicationOfficer",
    "ApplicationStep",
    "ImportJob",
    "ImportRow",
    "NumberSeries",
    "ProvinceRules",
]
