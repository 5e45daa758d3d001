"""Vessels and packages of the still lifes: bowls, plates, jars, bottles, pouches."""

from .canvas import Canvas, Point, glint
from .color import Color, alpha, dark, light, mix, rgb
from .shapes import bezier, lathe, ring
from .still_life import shadow
from .weave import band, plait


def turned(c: Canvas, x: float, base: float, profile: list[Point], color: Color, shine: float = 0.5) -> list[Point]:
    """A solid turned vessel with side-lit shading; returns its outline."""
    outline = lathe(x, base, profile)
    c.fill(
        outline,
        [
            dark(color, 0.25),
            light(color, shine * 0.6),
            light(color, shine),
            color,
            dark(color, 0.2),
            dark(color, 0.5),
            dark(color, 0.35),
        ],
        True,
    )
    return outline


def bowl(c: Canvas, x: float, base: float, r: float, color: Color, depth: float = 0.62) -> Point:
    """A bowl of radius ``r``; returns the centre of its opening, into which a heap may be painted."""
    h = r * depth
    shadow(c, x, base, r * 0.7)
    turned(c, x, base, [(r * 0.42, 0), (r * 0.45, h * 0.08), (r * 0.85, h * 0.45), (r, h)], color)
    for t in (0.62, 0.72):
        c.arc(x, base - h * t - 4, r * (0.72 + t * 0.28), r * 0.16, (12, 168), (r * 0.022, light(color, 0.6)))
    c.dot(x, base - h, r, light(color, 0.55), r * 0.165)
    c.dot(x, base - h + r * 0.012, r * 0.93, dark(color, 0.45), r * 0.14)
    return (x, base - h)


def plate(c: Canvas, x: float, y: float, r: float, color: Color) -> None:
    """A flat round plate seen at an angle."""
    shadow(c, x, y + r * 0.06, r * 0.85, 0.5)
    c.dot(x, y + r * 0.05, r, dark(color, 0.4), r * 0.3)
    c.dot(x, y, r, light(color, 0.35), r * 0.3)
    c.dot(x, y + 3, r * 0.94, color, r * 0.275)
    c.dot(x, y + 5, r * 0.7, dark(color, 0.1), r * 0.2)
    c.dot(x + r * 0.02, y + 8, r * 0.68, light(color, 0.12), r * 0.19)


def tray(c: Canvas, x: float, y: float, r: float, color: Color) -> None:
    """A woven winnowing tray (nyiru)."""
    shadow(c, x, y + r * 0.08, r * 0.9, 0.5)
    c.dot(x, y + r * 0.06, r * 1.03, dark(color, 0.5), r * 0.4)
    c.dot(x, y, r * 1.03, light(color, 0.2), r * 0.4)
    inner = ring(x, y, r * 0.95, r * 0.355)
    with c.clip(inner):
        plait(c, (x - r, y - r * 0.4, x + r, y + r * 0.4), r * 0.055, (color, dark(color, 0.14)))
        c.soft(
            [(x - r, y - r * 0.4), (x + r, y - r * 0.4), (x + r, y - r * 0.24), (x - r, y - r * 0.22)],
            18,
            dark(color, 0.7),
            0.5,
        )
    c.arc(x, y, r * 0.99, r * 0.378, (0, 360), (5, dark(color, 0.35)))


def jar(c: Canvas, x: float, base: float, r: float, h: float, content: Color, lid: Color) -> None:
    """A glass jar filled with ``content``, with cloth or metal lid and a woven label band."""
    shadow(c, x, base, r, 1.9)
    c.soft(ring(x + r * 1.7, base, r * 0.8, r * 0.12), 12, content, 0.4)
    glass = [(r * 0.86, 0), (r, h * 0.06), (r, h * 0.74), (r * 0.72, h * 0.86), (r * 0.72, h)]
    c.fill(
        lathe(x, base, glass),
        [light(content, 0.55), light(content, 0.75), light(content, 0.5), light(content, 0.6)],
        True,
    )
    fill = [(r * 0.82, h * 0.015), (r * 0.95, h * 0.07), (r * 0.95, h * 0.68)]
    c.fill(
        lathe(x, base, fill),
        [
            dark(content, 0.2),
            light(content, 0.3),
            light(content, 0.12),
            content,
            dark(content, 0.35),
            mix(content, (255, 190, 90), 0.3),
        ],
        True,
    )
    c.glow(x + r * 0.35, base - h * 0.28, r * 0.7, light(content, 0.5), 0.5, h * 0.3)
    c.dot(x, base - h * 0.68, r * 0.95, light(content, 0.35), r * 0.14)
    label = (x - r, base - h * 0.48, x + r, base - h * 0.2)
    with c.clip([(x - r, label[1]), *ring(x, label[3], r, r * 0.14, (180, 0), 14), (x + r, label[1])]):
        c.fill(
            [(label[0], label[1]), (label[2], label[1]), (label[2], base), (label[0], base)],
            [rgb("#e9dcc0"), rgb("#fbf5e4"), rgb("#c9b896")],
            True,
        )
        band(c, (label[0], base - h * 0.42, label[2], base - h * 0.3), lid, rgb("#f6e9c8"))
    c.box(x - r * 0.8, base - h * 1.1, x + r * 0.8, base - h * 0.94, dark(lid, 0.3), r * 0.06)
    turned(c, x, base - h * 0.94, [(r * 0.84, 0), (r * 0.84, h * 0.15)], lid)
    c.dot(x, base - h * 1.09, r * 0.84, light(lid, 0.35), r * 0.13)
    c.box(x - r * 0.8, base - h * 0.74, x - r * 0.66, base - h * 0.1, alpha((255, 255, 255), 0.6), r * 0.07)
    c.box(x + r * 0.74, base - h * 0.66, x + r * 0.8, base - h * 0.14, alpha((255, 255, 255), 0.4), r * 0.03)


def bottle(c: Canvas, x: float, base: float, r: float, h: float, content: Color, cap: Color) -> None:
    """A sauce bottle with woven label."""
    shadow(c, x, base, r, 2.1)
    turned(
        c,
        x,
        base,
        [(r * 0.9, 0), (r, h * 0.04), (r, h * 0.55), (r * 0.85, h * 0.66), (r * 0.36, h * 0.78), (r * 0.34, h * 0.88)],
        content,
        0.35,
    )
    turned(c, x, base - h * 0.86, [(r * 0.42, 0), (r * 0.42, h * 0.14)], cap)
    c.dot(x, base - h, r * 0.42, light(cap, 0.4), r * 0.07)
    c.fill(
        [(x - r, base - h * 0.5), (x + r, base - h * 0.5), *ring(x, base - h * 0.14, r, r * 0.15, (0, 180), 12)],
        [rgb("#e4d3ae"), rgb("#fbf4e0"), rgb("#b8a684")],
        True,
    )
    band(c, (x - r, base - h * 0.42, x + r, base - h * 0.3), cap, rgb("#f3e6c6"))
    c.dot(x, base - h * 0.2, r * 0.28, content)
    c.box(x - r * 0.78, base - h * 0.64, x - r * 0.6, base - h * 0.06, alpha((255, 255, 255), 0.5), r * 0.08)
    glint(c, x - r * 0.16, base - h * 0.82, (r * 0.07, h * 0.04), (255, 255, 255))


def pouch(c: Canvas, x: float, base: float, w: float, h: float, color: Color, sign: Color) -> None:
    """A standing paper pouch with a patterned band and a round window showing the goods."""
    shadow(c, x, base, w * 0.5, 1.7)
    body = [
        (x - w * 0.46, base),
        *bezier((x - w * 0.5, base - h * 0.12), (x - w * 0.53, base - h * 0.5), (x - w * 0.44, base - h)),
        (x + w * 0.44, base - h),
        *bezier((x + w * 0.44, base - h), (x + w * 0.53, base - h * 0.5), (x + w * 0.5, base - h * 0.12)),
        *bezier((x + w * 0.46, base), (x, base + h * 0.05), (x - w * 0.46, base)),
    ]
    c.fill(body, [dark(color, 0.12), light(color, 0.4), light(color, 0.1), color, dark(color, 0.38)], True)
    with c.clip(body):
        band(c, (x - w * 0.55, base - h * 0.3, x + w * 0.55, base - h * 0.16), dark(sign, 0.15), light(color, 0.6))
        c.soft(
            [(x + w * 0.1, base - h), (x + w * 0.2, base - h), (x + w * 0.34, base), (x + w * 0.24, base)],
            10,
            dark(color, 0.6),
            0.3,
        )
        c.soft(
            [(x - w * 0.4, base - h), (x - w * 0.3, base - h), (x - w * 0.36, base), (x - w * 0.42, base)],
            8,
            light(color, 0.9),
            0.5,
        )
    for y in (0.9, 0.93):
        c.line([(x - w * 0.45, base - h * y), (x + w * 0.45, base - h * y)], 2.4, alpha(dark(color, 0.6), 0.5), False)
    c.dot(x, base - h * 0.58, w * 0.29, light(color, 0.6))
    c.ball(x, base - h * 0.58, w * 0.255, [light(sign, 0.35), sign, dark(sign, 0.4)])
    c.arc(x, base - h * 0.58, w * 0.21, w * 0.21, (190, 280), (4, light(sign, 0.75)))
