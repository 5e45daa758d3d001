"""Mosque and church of the village square."""

from .buildings import planks
from .canvas import Canvas
from .color import Color, Mood, dark, light, rgb
from .shapes import bezier, ring


def mosque(c: Canvas, m: Mood, x: float, y: float, w: float, dome: Color) -> None:
    """A village mosque with dome, arcade and one minaret; ``w`` wide without the minaret."""
    wall = m.tone(rgb("#efe6cf"), 0.22)
    dome = m.tone(dome)
    c.soft(ring(x, y, w * 0.75, w * 0.05), 14, m.shade, 0.5)
    mx = x + w * 0.66
    for half, low, high in ((0.075, 0, 0.62), (0.06, 0.62, 0.86), (0.045, 0.9, 1.06)):
        c.fill(
            [
                (mx - w * half, y - w * low),
                (mx + w * half, y - w * low),
                (mx + w * half, y - w * high),
                (mx - w * half, y - w * high),
            ],
            [light(wall, 0.3), wall, dark(wall, 0.25)],
            True,
        )
    for high in (0.62, 0.87):
        c.box(mx - w * 0.1, y - w * high - 6, mx + w * 0.1, y - w * high + 5, dark(wall, 0.15))
    onion(c, mx, y - w * 1.06, w * 0.065, dome, m)
    c.fill(
        [(x - w / 2, y), (x + w / 2, y), (x + w / 2, y - w * 0.42), (x - w / 2, y - w * 0.42)],
        [light(wall, 0.35), wall, dark(wall, 0.2)],
        True,
    )
    c.box(x - w * 0.26, y - w * 0.55, x + w * 0.26, y - w * 0.41, dark(wall, 0.06))
    onion(c, x, y - w * 0.55, w * 0.24, dome, m)
    for side in (-1, 1):
        onion(c, x + side * w * 0.42, y - w * 0.44, w * 0.065, dome, m)
    c.box(x - w * 0.53, y - w * 0.445, x + w * 0.53, y - w * 0.405, dome)
    glow = rgb("#ffdf9a") if m.night or m.sun_height < 0.2 else dark(dome, 0.45)
    for i in range(5):
        arch(c, x + (i - 2) * w * 0.19, y, w * 0.065, w * (0.3 if i == 2 else 0.26), glow)
    c.box(x - w * 0.56, y - 8, x + w * 0.56, y + 4, light(wall, 0.2))


def arch(c: Canvas, x: float, y: float, half: float, h: float, color: Color) -> None:
    """A pointed arch opening."""
    left = bezier((x - half, y - h * 0.6), (x - half, y - h * 0.85), (x, y - h), 8)
    right = bezier((x, y - h), (x + half, y - h * 0.85), (x + half, y - h * 0.6), 8)
    c.fill([(x - half, y), *left, *right, (x + half, y)], [dark(color, 0.3), color])


def onion(c: Canvas, x: float, y: float, r: float, color: Color, m: Mood) -> None:
    """An onion dome standing on ``y`` with a finial."""
    left = bezier((x - r * 0.85, y), (x - r * 1.35, y - r * 0.75), (x, y - r * 1.45), 12)
    right = bezier((x, y - r * 1.45), (x + r * 1.35, y - r * 0.75), (x + r * 0.85, y), 12)
    c.fill(left + right, [m.lit(color, 0.6), color, color, dark(color, 0.4)], True)
    c.line([(x, y - r * 1.4), (x, y - r * 1.85)], max(2, r * 0.07), m.lit(color, 0.5))
    c.arc(x, y - r * 1.98, r * 0.13, r * 0.13, (-30, 210), (max(2, r * 0.05), m.lit(color, 0.7)))


def church(c: Canvas, m: Mood, x: float, y: float, w: float, roof: Color) -> None:
    """A small wooden village church with a steeple."""
    wall, roof = m.tone(rgb("#f0e8d8"), 0.25), m.tone(roof)
    c.soft(ring(x, y, w * 0.6, w * 0.06), 12, m.shade, 0.5)
    planks(c, (x - w * 0.45, y - w * 0.5, x + w * 0.45, y), wall, w * 0.05)
    c.fill([(x - w * 0.55, y - w * 0.46), (x, y - w * 0.95), (x + w * 0.55, y - w * 0.46)], [m.lit(roof, 0.4), roof])
    planks(c, (x - w * 0.15, y - w * 1.08, x + w * 0.15, y), light(wall, 0.1), w * 0.05)
    c.fill(
        [(x - w * 0.2, y - w * 1.06), (x, y - w * 1.55), (x + w * 0.2, y - w * 1.06)],
        [m.lit(roof, 0.5), dark(roof, 0.1)],
    )
    c.line([(x, y - w * 1.54), (x, y - w * 1.8)], w * 0.025, wall, False)
    c.line([(x - w * 0.06, y - w * 1.72), (x + w * 0.06, y - w * 1.72)], w * 0.025, wall, False)
    glow = rgb("#ffdf9a") if m.night or m.sun_height < 0.2 else dark(roof, 0.4)
    arch(c, x, y, w * 0.085, w * 0.34, dark(roof, 0.3))
    for dx in (-0.3, 0.3):
        arch(c, x + dx * w, y - w * 0.12, w * 0.05, w * 0.24, glow)
    c.dot(x, y - w * 0.82, w * 0.06, glow)
