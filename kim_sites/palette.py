"""Colours a KIM may choose for its site. Each pair is safe by WCAG 2.2 AA; a test computes the contrast."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Accent:
    """An accent colour: `base` carries white text and stands on light paper, `bright` stands on dark paper."""

    label: str
    base: str
    bright: str


ACCENTS = {
    "ulin": Accent(_("ironwood brown"), "#7a3e1d", "#e8a06f"),
    "sungai": Accent(_("river blue"), "#0f5a7a", "#6cc3e6"),
    "rotan": Accent(_("rattan gold"), "#7a5510", "#e9bd5d"),
    "jingga": Accent(_("sunset orange"), "#a63a0a", "#ff9e6b"),
    "anggrek": Accent(_("orchid purple"), "#7a2a7a", "#e0a0e0"),
    "hutan": Accent(_("forest green"), "#1d6138", "#79cf98"),
    "langit": Accent(_("sky blue"), "#22509b", "#93b8f5"),
    "manggis": Accent(_("mangosteen red"), "#8c1d3f", "#f191ae"),
}
DEFAULT_ACCENT = "hutan"
HUB_ACCENT = "manggis"  # what hubs wear
ACCENT_CHOICES = [(key, accent.label) for key, accent in ACCENTS.items()]
