"""Edible things for the still lifes: fruit, fish, chips, beans, chillies, cakes."""

import math
from collections.abc import Callable

from .canvas import Canvas, Point, glint
from .color import Color, alpha, dark, light, mix, rgb
from .shapes import bezier, leaf, polar, ring, smooth


def chili(c: Canvas, x: float, y: float, size: float, angle: float, color: Color = (206, 40, 36)) -> None:
    """A curved chilli, stem at (x, y)."""
    tip = polar((x, y), size, angle)
    c.soft([(px + 6, py + 9) for px, py in leaf((x, y), tip, size * 0.11, size * 0.12)], 6, (40, 16, 20), 0.5)
    c.fill(leaf((x, y), tip, size * 0.12, size * 0.12), [light(color, 0.3), color, dark(color, 0.35)])
    mid, end = polar((x, y), size * 0.2, angle + 20), polar((x, y), size * 0.6, angle + 9)
    c.line([mid, end], size * 0.022, light(color, 0.7))
    c.line([(x, y), polar((x, y), size * 0.2, angle + 165)], size * 0.045, rgb("#4f8a3c"))
    c.dot(x, y, size * 0.06, rgb("#5f9a46"))


def lime(c: Canvas, x: float, y: float, r: float, cut: bool = True) -> None:
    """A lime, whole or cut in half."""
    green = rgb("#7fb53f")
    c.soft(ring(x + r * 0.3, y + r * 0.6, r * 1.1, r * 0.4), 8, (30, 20, 20), 0.5)
    c.ball(x, y, r, [light(green, 0.5), green, dark(green, 0.35)])
    if cut:
        c.dot(x - r * 0.05, y, r * 0.9, rgb("#eef3c8"))
        for i in range(8):
            c.poly([(x, y), *ring(x, y, r * 0.76, r * 0.76, (i * 45 + 5, i * 45 + 40), 4)], rgb("#bfd66a"))


def tomato(c: Canvas, x: float, y: float, r: float, color: Color = (214, 62, 44)) -> None:
    """A tomato or similar round fruit centred at (x, y)."""
    c.soft(ring(x + r * 0.35, y + r * 0.8, r * 1.2, r * 0.3), 8, (40, 16, 20), 0.5)
    c.ball(x, y, r, [light(color, 0.5), color, dark(color, 0.4)], r * 0.9)
    glint(c, x - r * 0.38, y - r * 0.4, (r * 0.16, r * 0.12), (255, 255, 255), 0.7)
    for i in range(5):
        c.poly(leaf((x, y - r * 0.72), polar((x, y - r * 0.72), r * 0.45, i * 72 + 10), r * 0.09), rgb("#4f8a3c"))


def fish(c: Canvas, x: float, y: float, size: float, angle: float, color: Color, whiskers: bool = False) -> None:
    """A fish lying on its side; (x, y) = middle, ``size`` = length, ``angle`` of the head in degrees."""
    rad = math.radians(angle)

    def at(u: float, v: float) -> Point:
        return (x + (u * math.cos(rad) + v * math.sin(rad)) * size, y - (u * math.sin(rad) - v * math.cos(rad)) * size)

    deep = 0.1 if whiskers else 0.15
    body = [
        at(-0.36, -0.02),
        at(-0.1, -deep),
        at(0.22, -deep * 1.05),
        at(0.47, -0.04),
        at(0.5, 0.02),
        at(0.4, deep * 0.75),
        at(0.1, deep),
        at(-0.2, deep * 0.6),
        at(-0.36, 0.025),
    ]
    outline = smooth(body, 3, True)
    c.soft([(px + size * 0.02, py + size * 0.035) for px, py in outline], size * 0.02 + 3, (28, 18, 20), 0.6)
    fin = dark(color, 0.25)
    c.poly(smooth([at(-0.33, 0), at(-0.5, -0.13), at(-0.45, 0), at(-0.5, 0.13)], 1, True), fin)
    c.poly([at(-0.2, -deep * 0.5), at(-0.06, -deep * 1.32), at(0.12, -deep * 1.28), at(0.2, -deep * 0.8)], fin)
    c.poly([at(0.0, deep * 0.7), at(-0.07, deep * 1.35), at(0.11, deep * 0.8)], fin)
    c.fill(outline, [dark(color, 0.3), color, light(color, 0.45), light(color, 0.6)])
    with c.clip(outline):
        for row in range(4):
            for i in range(14):
                u, v = -0.3 + i * 0.043 + row % 2 * 0.02, -deep * 0.7 + row * deep * 0.42
                c.arc(
                    *at(u, v),
                    size * 0.025,
                    size * 0.025,
                    (-70 - angle, 70 - angle),
                    (2, alpha(dark(color, 0.45), 0.5 if not whiskers else 0.16)),
                )
    fish_head(c, at, size, deep, color)


def fish_head(c: Canvas, at: Callable[[float, float], Point], size: float, deep: float, color: Color) -> None:
    """Gill, eye and mouth; barbels on the slim fish (catfish)."""
    c.line(bezier(at(0.3, -deep * 0.8), at(0.24, 0), at(0.31, deep * 0.75), 8), size * 0.011, dark(color, 0.4), False)
    c.dot(*at(0.4, -0.03), size * 0.022, (250, 244, 220))
    c.dot(*at(0.403, -0.03), size * 0.012, (24, 22, 28))
    c.line([at(0.49, 0.02), at(0.44, 0.03)], size * 0.008, dark(color, 0.6), False)
    if deep < 0.12:
        for v in (-0.16, -0.09, 0.1, 0.16):
            c.line(bezier(at(0.48, 0.01), at(0.58, v * 0.6), at(0.55, v), 8), size * 0.007, dark(color, 0.35), False)


def heap(c: Canvas, top: Point, r: float, count: int, kind: str, color: Color) -> None:
    """A heap filling a bowl opening at ``top`` with radius ``r``: kind chips, crackers, beans or beads."""
    x, y = top
    items = []
    for _ in range(count):
        t = c.rng.random() ** 0.6
        a = c.rng.uniform(0, math.pi * 2)
        lift = (1 - t) * r * 0.62
        items.append((x + math.cos(a) * t * r * 0.86, y + math.sin(a) * t * r * 0.1 - lift * c.rng.uniform(0.55, 1.05)))
    for px, py in sorted(items, key=lambda p: p[1] + 0.0 * p[0]):
        piece(c, px, py, r, kind, mix(color, c.rng.choice([(255, 240, 200), (120, 60, 30)]), c.rng.random() * 0.22))


def piece(c: Canvas, x: float, y: float, r: float, kind: str, color: Color) -> None:
    """One chip, cracker, bean or bead."""
    turn = c.rng.uniform(0, 180)
    if kind == "chips":
        s = r * 0.2
        pts = [polar((x, y), s * (1 + 0.5 * abs(math.cos(math.radians(a - turn)))), a) for a in range(0, 360, 24)]
        c.poly([(px + 2, py + 5) for px, py in pts], dark(color, 0.5))
        c.poly(pts, color)
        c.poly([(x + (px - x) * 0.72, y + (py - y) * 0.72) for px, py in pts], light(color, 0.28))
        for a in (0, 120, 240):
            c.dot(*polar((x, y), s * 0.25, a + turn), s * 0.07, dark(color, 0.35))
    elif kind == "crackers":
        s = r * 0.2
        pts = smooth([polar((x, y), s * c.rng.uniform(0.75, 1.25), a) for a in range(0, 360, 40)], 2, True)
        c.poly([(px + 2, py + 5) for px, py in pts], dark(color, 0.4))
        c.poly(pts, color)
        c.arc(x, y, s * 0.7, s * 0.6, (turn, turn + 170), (s * 0.16, light(color, 0.7)))
        c.arc(x + s * 0.1, y + s * 0.1, s * 0.4, s * 0.3, (turn + 90, turn + 240), (s * 0.1, dark(color, 0.2)))
    elif kind == "beans":
        s = r * 0.1
        c.dot(x + 1, y + 3, s * 1.05, dark(color, 0.6), s * 0.8)
        c.dot(x, y, s, color, s * 0.74)
        c.dot(x - s * 0.25, y - s * 0.22, s * 0.4, light(color, 0.3), s * 0.2)
        c.line(
            bezier(
                polar((x, y), s * 0.9, turn % 60 - 30), (x, y + s * 0.2), polar((x, y), -s * 0.9, turn % 60 - 30), 5
            ),
            max(1.5, s * 0.17),
            dark(color, 0.6),
            False,
        )
    else:
        c.ball(x, y, r * 0.085, [light(color, 0.6), color, dark(color, 0.4)])


def banana(c: Canvas, x: float, y: float, size: float, count: int = 5) -> None:
    """A hand of bananas lying with its stem at (x, y), fingers fanning out to the lower right."""
    for i in range(count):
        yellow = mix(rgb("#d9b23a"), rgb("#f2cb45"), i / count)
        angle = -8 - i * 15
        tip = polar((x, y), size * (1.02 - 0.03 * i), angle)
        out, inn = polar((x, y), size * 0.66, angle - 32), polar((x, y), size * 0.42, angle - 9)
        outline = bezier((x - 4, y + 6), out, tip) + bezier(tip, inn, (x + 10, y - 6))
        c.soft([(px + 10, py + 14) for px, py in outline], 9, (40, 26, 16), 0.45)
        c.fill(outline, [light(yellow, 0.5), yellow, dark(yellow, 0.3)])
        c.line(
            bezier(
                polar((x, y), size * 0.2, angle - 12),
                polar((x, y), size * 0.55, angle - 22),
                polar((x, y), size * 0.9, angle - 2),
            ),
            size * 0.012,
            dark(yellow, 0.2),
            False,
        )
        c.dot(*tip, size * 0.03, rgb("#4a3a22"))
    c.line([(x + 6, y + 4), (x - size * 0.12, y - size * 0.12)], size * 0.1, rgb("#9a9a3e"))
    c.dot(x - size * 0.12, y - size * 0.12, size * 0.055, rgb("#5a4a2a"))


def sugar_block(c: Canvas, x: float, base: float, r: float, color: Color) -> None:
    """A round block of palm sugar, flat cylinder with a rough top."""
    h = r * 0.55
    side = [(x - r, base - h), *ring(x, base, r * 0.94, r * 0.27, (180, 0), 24), (x + r, base - h)]
    c.fill(side, [dark(color, 0.1), light(color, 0.3), color, dark(color, 0.45)], True)
    c.dot(x, base - h, r, light(color, 0.22), r * 0.29)
    c.dot(x + r * 0.04, base - h + 3, r * 0.86, mix(color, (255, 220, 160), 0.12), r * 0.24)
    for _ in range(16):
        c.dot(
            x + c.rng.uniform(-0.7, 0.7) * r,
            base - h + c.rng.uniform(-0.15, 0.15) * r,
            r * 0.04,
            alpha(light(color, 0.6), 0.5),
            r * 0.018,
        )


def coconut(c: Canvas, x: float, y: float, r: float) -> None:
    """A halved coconut facing the viewer."""
    c.soft(ring(x + r * 0.3, y + r * 0.85, r * 1.2, r * 0.3), 10, (30, 18, 18), 0.6)
    c.ball(x, y, r, [rgb("#a5774a"), rgb("#7a5232"), rgb("#3f2a1e")])
    for _ in range(40):
        a = c.rng.uniform(0, 360)
        c.line(
            [polar((x, y), r * 0.9, a), polar((x, y), r * 1.04, a + c.rng.uniform(-8, 8))],
            2,
            alpha((70, 46, 30), 0.8),
            False,
        )
    c.dot(x - r * 0.08, y - r * 0.04, r * 0.84, (252, 248, 236), r * 0.82)
    c.ball(x - r * 0.06, y - r * 0.02, r * 0.6, [rgb("#fdfaf0"), rgb("#e9e2d0"), rgb("#c4bba6")])


def layer_cake(c: Canvas, x: float, base: float, w: float, h: float, tones: tuple[Color, Color]) -> None:
    """A slice of layered rice cake (kue lapis) with a lit top and shaded side."""
    rows = 9
    for i in range(rows):
        tone = tones[i % 2]
        y = base - h * i / rows
        c.fill(
            [(x - w / 2, y), (x + w * 0.2, y), (x + w * 0.2, y - h / rows - 1), (x - w / 2, y - h / rows - 1)],
            [light(tone, 0.25), tone],
            True,
        )
        c.fill(
            [
                (x + w * 0.2, y),
                (x + w / 2, y - w * 0.12),
                (x + w / 2, y - w * 0.12 - h / rows - 1),
                (x + w * 0.2, y - h / rows - 1),
            ],
            [dark(tone, 0.15), dark(tone, 0.35)],
            True,
        )
    top = base - h
    c.fill(
        [(x - w / 2, top), (x + w * 0.2, top), (x + w / 2, top - w * 0.12), (x - w * 0.2, top - w * 0.12)],
        [light(tones[0], 0.55), light(tones[0], 0.15)],
    )


def klepon(c: Canvas, x: float, y: float, r: float, color: Color = (92, 158, 74)) -> None:
    """A round rice cake rolled in grated coconut."""
    c.soft(ring(x + r * 0.3, y + r * 0.8, r, r * 0.28), 6, (26, 20, 20), 0.5)
    c.ball(x, y, r, [light(color, 0.4), color, dark(color, 0.35)])
    for _ in range(26):
        a, d = c.rng.uniform(0, 360), r * c.rng.random() ** 0.6
        p = polar((x, y), d, a)
        c.line([p, polar(p, r * 0.2, c.rng.uniform(0, 360))], r * 0.06, alpha((255, 252, 240), 0.85), False)


def comb(c: Canvas, x: float, y: float, size: float) -> None:
    """A piece of honeycomb."""
    gold = rgb("#e9a02c")
    outline = smooth(
        [
            (x - size, y + size * 0.2),
            (x - size * 0.7, y - size * 0.35),
            (x + size * 0.3, y - size * 0.42),
            (x + size, y),
            (x + size * 0.6, y + size * 0.4),
            (x - size * 0.4, y + size * 0.45),
        ],
        1,
        True,
    )
    c.soft([(px + 12, py + 18) for px, py in outline], 10, (40, 22, 14), 0.6)
    c.poly([(px, py + size * 0.1) for px, py in outline], dark(gold, 0.4))
    c.poly(outline, light(gold, 0.15))
    with c.clip(outline):
        s = size * 0.13
        for row in range(-5, 6):
            for col in range(-8, 9):
                px, py = x + (col + row % 2 / 2) * s * 1.75, y + row * s * 1.1
                cell = ring(px, py, s * 0.92, s * 0.66, (30, 390), 6)
                c.poly(cell, dark(gold, 0.35))
                c.poly(
                    ring(px, py + s * 0.1, s * 0.72, s * 0.48, (30, 390), 6),
                    mix(gold, rgb("#b5611a"), c.rng.random() * 0.8),
                )
                c.dot(px - s * 0.25, py - s * 0.1, s * 0.16, light(gold, 0.7), s * 0.08)
