"""Boats of the river: canoe, klotok and wooden cargo ship."""

from .buildings import WALLS
from .canvas import Canvas
from .color import Color, Mood, alpha, dark, light, mix, rgb
from .shapes import bezier, ring


def canoe(c: Canvas, m: Mood, x: float, y: float, size: float) -> None:
    """A dugout with one paddler in a conical hat, seen against the light."""
    ink = m.tone(mix(m.shade, m.earth, 0.3), 0.4)
    c.soft(ring(x, y + size * 0.07, size * 0.55, size * 0.05), 8, dark(m.water, 0.6), 0.6)
    hull = bezier((x - size * 0.55, y - size * 0.09), (x - size * 0.3, y + size * 0.05), (x, y + size * 0.05))
    hull += bezier((x, y + size * 0.05), (x + size * 0.3, y + size * 0.05), (x + size * 0.55, y - size * 0.09))
    hull += bezier((x + size * 0.55, y - size * 0.09), (x, y - size * 0.0), (x - size * 0.55, y - size * 0.09))
    c.fill(hull, [m.lit(ink, 0.4), ink, dark(ink, 0.3)])
    px = x + size * 0.14
    c.fill(
        [
            (px - size * 0.06, y - size * 0.01),
            (px - size * 0.045, y - size * 0.19),
            (px + size * 0.045, y - size * 0.19),
            (px + size * 0.06, y - size * 0.01),
        ],
        [m.lit(m.tone(rgb("#b8442f")), 0.2), m.tone(rgb("#7c2f2a"))],
    )
    c.dot(px, y - size * 0.23, size * 0.034, m.tone(rgb("#8a5a3c")))
    c.poly(
        [(px - size * 0.1, y - size * 0.235), (px, y - size * 0.31), (px + size * 0.1, y - size * 0.235)],
        m.lit(m.tone(rgb("#d3a860")), 0.3),
    )
    c.line([(px - size * 0.11, y - size * 0.16), (px + size * 0.16, y + size * 0.1)], size * 0.018, dark(ink, 0.3))
    c.line(
        [(px - size * 0.03, y - size * 0.15), (px + size * 0.03, y - size * 0.07)], size * 0.026, m.tone(rgb("#7c2f2a"))
    )


def klotok(c: Canvas, m: Mood, x: float, y: float, size: float, color: Color, roof: Color) -> None:
    """A wooden motor boat with a long roof; ``x``, ``y`` = middle of the waterline, ``size`` long."""
    color, roof = m.tone(color), m.tone(roof)
    s = size
    c.soft(ring(x, y + s * 0.035, s * 0.56, s * 0.045), 9, dark(m.water, 0.65), 0.75)
    deck = bezier((x - s * 0.5, y - s * 0.085), (x - s * 0.1, y - s * 0.05), (x + s * 0.57, y - s * 0.2), 20)
    hull = [
        *deck,
        *bezier((x + s * 0.57, y - s * 0.2), (x + s * 0.47, y + s * 0.02), (x + s * 0.32, y + s * 0.025)),
        (x - s * 0.47, y + s * 0.025),
    ]
    for px in (-0.42, -0.28, -0.14, 0.0, 0.14, 0.26):
        c.line([(x + px * s, y - s * 0.06), (x + px * s, y - s * 0.225)], s * 0.011, light(color, 0.25), False)
    c.box(x - s * 0.44, y - s * 0.2, x + s * 0.27, y - s * 0.06, alpha(dark(color, 0.7), 0.72))
    for i in range(c.rng.randint(2, 4)):
        px = x - s * 0.3 + i * s * 0.15
        shirt = m.tone(c.rng.choice(WALLS), 0.2)
        c.box(px - s * 0.025, y - s * 0.125, px + s * 0.025, y - s * 0.05, shirt, s * 0.015)
        c.dot(px, y - s * 0.148, s * 0.019, m.tone(rgb("#8d5b3e"), 0.2))
    c.fill(hull, [light(color, 0.25), color, dark(color, 0.45)])
    c.line(deck, s * 0.016, m.lit(light(color, 0.4), 0.3))
    c.line([(px, py + s * 0.045) for px, py in deck[:18]], s * 0.012, mix(roof, light(color, 0.5), 0.3), False)
    top = bezier((x - s * 0.48, y - s * 0.225), (x - s * 0.1, y - s * 0.265), (x + s * 0.31, y - s * 0.235))
    c.fill([*top, (x + s * 0.31, y - s * 0.205), (x - s * 0.48, y - s * 0.195)], [m.lit(roof, 0.45), roof])
    c.line([(x + s * 0.5, y - s * 0.17), (x + s * 0.5, y - s * 0.29)], s * 0.008, light(color, 0.4), False)
    c.poly([(x + s * 0.5, y - s * 0.29), (x + s * 0.44, y - s * 0.275), (x + s * 0.5, y - s * 0.258)], rgb("#d8343a"))
    for i in range(5):
        c.dot(x - s * (0.55 + i * 0.09), y + s * 0.025, s * 0.05, alpha(light(m.haze, 0.6), 0.4 - i * 0.06), s * 0.009)
    c.line([(x - s * 0.45, y + s * 0.028), (x + s * 0.42, y + s * 0.02)], s * 0.01, light(m.haze, 0.55), False)


def ship(c: Canvas, m: Mood, x: float, y: float, size: float, color: Color) -> None:
    """A wooden cargo ship (pinisi-like) with masts and deckhouse."""
    color = m.tone(color)
    s = size
    c.soft(ring(x, y + s * 0.03, s * 0.58, s * 0.05), 10, dark(m.water, 0.6), 0.7)
    for px, tall in ((-0.12, 0.82), (0.22, 0.7)):
        c.line([(x + px * s, y - s * 0.1), (x + px * s, y - s * tall)], s * 0.016, m.tone(rgb("#7b5a40")), False)
        for dx in (-0.34, 0.3):
            c.line([(x + px * s, y - s * tall), (x + px * s + dx * s, y - s * 0.16)], 2, alpha(m.shade, 0.8), False)
    for px in (-0.05, 0.28):
        c.fill(
            [
                *bezier(
                    (x + s * px, y - s * 0.68), (x + s * (px + 0.22), y - s * 0.4), (x + s * (px + 0.19), y - s * 0.2)
                ),
                (x + s * px, y - s * 0.2),
            ],
            [m.lit(rgb("#f3e4c4"), 0.3), m.tone(rgb("#d9b98a"))],
        )
    c.box(x - s * 0.42, y - s * 0.3, x - s * 0.16, y - s * 0.1, m.tone(rgb("#efe7d6")), 4)
    c.box(x - s * 0.45, y - s * 0.325, x - s * 0.13, y - s * 0.29, m.tone(rgb("#c9503c")), 3)
    for i in range(4):
        c.box(x - s * (0.395 - i * 0.06), y - s * 0.26, x - s * (0.36 - i * 0.06), y - s * 0.21, dark(m.water, 0.5))
    deck = bezier((x - s * 0.5, y - s * 0.17), (x, y - s * 0.06), (x + s * 0.62, y - s * 0.24), 20)
    c.fill(
        [*deck, *bezier(deck[-1], (x + s * 0.47, y), (x + s * 0.36, y + s * 0.02)), (x - s * 0.44, y + s * 0.02)],
        [light(color, 0.25), color, dark(color, 0.4)],
    )
    c.line(deck, s * 0.02, m.lit(rgb("#f1e3c0"), 0.3))
    c.line([(px, py + s * 0.05) for px, py in deck[:19]], s * 0.012, light(color, 0.4), False)
