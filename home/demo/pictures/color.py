"""Colours: conversions, mixing and the palettes ("moods") that give every seed its own time of day."""

import colorsys
from dataclasses import dataclass
from random import Random

Color = tuple[int, ...]


def rgb(code: str) -> Color:
    """Turn ``#rrggbb`` into an (r, g, b) tuple of 0..255."""
    code = code.lstrip("#")
    return tuple(int(code[i : i + 2], 16) for i in (0, 2, 4))


def mix(first: Color, second: Color, share: float) -> Color:
    """Blend two colours; ``share`` 0 gives the first, 1 the second."""
    return tuple(round(p + (q - p) * share) for p, q in zip(first[:3], second[:3], strict=True))


def light(color: Color, share: float) -> Color:
    """Lighten a colour towards warm white."""
    return mix(color, (255, 250, 236), share)


def dark(color: Color, share: float) -> Color:
    """Darken a colour towards a deep blue-brown."""
    return mix(color, (22, 16, 30), share)


def alpha(color: Color, share: float) -> Color:
    """Give a colour an opacity of 0..1."""
    return (*color[:3], max(0, min(255, round(share * 255))))


def turn(color: Color, hue: float, saturation: float = 1.0) -> Color:
    """Rotate the hue (in turns) and scale the saturation."""
    h, s, v = colorsys.rgb_to_hsv(*(part / 255 for part in color[:3]))
    return tuple(round(part * 255) for part in colorsys.hsv_to_rgb((h + hue) % 1, min(1, s * saturation), v))


def jitter(rng: Random, color: Color, amount: float = 0.02) -> Color:
    """Vary a colour slightly in hue and brightness."""
    turned = turn(color, rng.uniform(-amount, amount))
    return light(turned, rng.random() * amount * 3) if rng.random() < 0.5 else dark(turned, rng.random() * amount * 3)


@dataclass(frozen=True)
class Mood:
    """The light of a picture: sky from zenith to horizon, sun, haze and the colours of land and water."""

    name: str
    sky: tuple[Color, ...]
    sun: Color
    haze: Color
    leaf: Color
    shade: Color
    water: Color
    earth: Color
    sun_height: float
    night: bool = False

    def far(self, color: Color, distance: float) -> Color:
        """Aerial perspective: the colour seen through haze at a distance of 0..1."""
        return mix(color, self.haze, distance)

    def lit(self, color: Color, share: float = 0.25) -> Color:
        """The side of a thing turned to the sun."""
        return mix(color, self.sun, share)

    def tone(self, color: Color, share: float = 0.28) -> Color:
        """A local colour under this mood's ambient light."""
        return mix(color, self.shade, share * (1.7 if self.night else 1.0))


_TABLE = (
    # name, sky, sun, haze, leaf, shade, water, earth, sun height
    ("dawn", "#46548a #9a76a2 #ec9f8c #fde0ae", "#fff1cd", "#f2bf9f", "#3f6a55", "#3a3352", "#7d6f93", "#8a5f52", 0.16),
    ("noon", "#2b7cb8 #63aed6 #a9dbe4 #eef6de", "#fffbe6", "#cfe8e2", "#4f9a4b", "#1f4a4d", "#3f8fa6", "#c08a58", 0.72),
    (
        "sunset",
        "#33295e #93407a #ea6459 #fdbd63",
        "#ffe6a0",
        "#ee8a62",
        "#3c4f45",
        "#2b1e3e",
        "#7e4166",
        "#7a4238",
        0.1,
    ),
    ("jade", "#5b9c99 #9accba #d4ead0 #f8f2d8", "#fffdea", "#d3e6cf", "#3f8a5d", "#1d4a49", "#5fa197", "#a5885c", 0.42),
    (
        "golden",
        "#3f8aa5 #98c7bd #f5dd9f #fab962",
        "#fff2bf",
        "#f4d296",
        "#648a37",
        "#3c3a2c",
        "#6d9c95",
        "#b9793f",
        0.26,
    ),
    (
        "night",
        "#0b1434 #16305c #2c5a80 #6ea6ad",
        "#f6f3d8",
        "#3f7189",
        "#1f5455",
        "#0a1630",
        "#1f4a6c",
        "#3d4457",
        0.66,
    ),
    ("rain", "#56697a #8397a1 #b7c3c0 #dedfd0", "#f6f6e8", "#bcc8c2", "#4a7d5c", "#26393f", "#708b90", "#8a7862", 0.5),
    ("rose", "#b85f78 #ec9a88 #f9cda4 #fdeecf", "#fffae0", "#f6cdaf", "#5a8060", "#4a2f45", "#c2858a", "#b06a55", 0.3),
    ("dusk", "#161f42 #34447a #836fa2 #e9a799", "#ffe9c4", "#9c83a3", "#2f5a5e", "#171a36", "#4b568c", "#5d4c5e", 0.12),
    (
        "amber",
        "#c98a3a #e9b455 #f6d587 #fbeec3",
        "#fffbe0",
        "#f0d596",
        "#5f7a35",
        "#4a321f",
        "#b59a5c",
        "#a7672f",
        0.34,
    ),
)


def mood_of(rng: Random, index: int, avoid: tuple[str, ...] = ()) -> Mood:
    """Pick the mood number ``index`` (cyclic, without the avoided names) and shift its hue a little."""
    rows = [row for row in _TABLE if row[0] not in avoid]
    row = rows[index % len(rows)]
    shift = rng.uniform(-0.018, 0.018)
    sky = tuple(turn(rgb(code), shift) for code in row[1].split())
    rest = [turn(rgb(code), shift) for code in row[2:8]]
    return Mood(row[0], sky, *rest, row[8] + rng.uniform(-0.04, 0.06), row[0] == "night")
