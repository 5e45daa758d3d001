"""The square emblem of a village group."""

import math
from random import Random

from PIL import Image

from .canvas import Canvas, Point
from .color import Color, alpha, dark, light, mix, rgb, turn
from .shapes import bezier, ring
from .weave import ikat, plait


def emblem(rng: Random, accent: Color, size: int) -> Image.Image:
    """A square emblem of ``size`` pixels: shield with woven field, curls and a core sign, RGB."""
    c = Canvas(rng, round(size * 1.5))
    gold = mix(rgb("#e9b949"), accent, 0.12)
    second = turn(accent, rng.choice([-0.09, 0.09, 0.45, 0.5]), 0.9)
    paper_ = rng.choice([rgb("#fbf3df"), light(accent, 0.86), rgb("#f6ead2")])
    deep = dark(accent, 0.5)
    style = rng.randrange(3)
    dark_field = rng.random() < 0.5
    c.box(0, 0, 1500, 1000, deep if dark_field else paper_)
    for i in range(24):
        spot = 360 / 24 * i
        c.poly(
            [(750, 500), *ring(750, 500, 760, 760, (spot, spot + 7.5), 2)], alpha(gold if dark_field else accent, 0.08)
        )
    frame_(c, style, accent, deep, gold)
    outline = shield(style)
    c.soft([(x + 8, y + 14) for x, y in outline], 16, (10, 8, 16), 0.5)
    c.poly(grow(outline, 1.09), gold)
    c.poly(grow(outline, 1.045), deep)
    with c.clip(outline):
        c.fill(outline, [light(accent, 0.22), accent, dark(accent, 0.22)])
        pattern(c, rng, accent, second, paper_)
    sign(c, rng, deep, gold, paper_, accent)
    return c.finish((size, size), 0.05)


def shield(style: int) -> list[Point]:
    """Outline of one of three emblem bodies centred in the canvas."""
    if style == 0:
        return [
            (750, 90),
            *bezier((750, 90), (960, 160), (985, 500)),
            *bezier((985, 500), (960, 840), (750, 910)),
            *bezier((750, 910), (540, 840), (515, 500)),
            *bezier((515, 500), (540, 160), (750, 90)),
        ]
    if style == 1:
        return ring(750, 500, 345, 345, (0, 360), 96)
    return ring(750, 500, 370, 370, (22.5, 382.5), 8)


def grow(points: list[Point], share: float) -> list[Point]:
    """Scale an outline around the canvas centre."""
    return [(750 + (x - 750) * share, 500 + (y - 500) * share) for x, y in points]


def frame_(c: Canvas, style: int, accent: Color, deep: Color, gold: Color) -> None:
    """What surrounds the shield: curls beside the long one, teeth around the round ones."""
    if style == 0:
        for side in (-1, 1):
            for y, turn_ in ((330, -1), (670, 1)):
                c.line(
                    bezier((750 + side * 230, 500), (750 + side * 400, 500 + turn_ * 60), (750 + side * 370, y)),
                    30,
                    accent,
                )
                c.line(
                    bezier(
                        (750 + side * 370, y), (750 + side * 340, y + turn_ * 110), (750 + side * 285, y + turn_ * 30)
                    ),
                    24,
                    accent,
                )
                c.dot(750 + side * 318, y + turn_ * 22, 17, gold)
        return
    for i in range(32):
        a = math.radians(i * 11.25)
        x, y = 750 + 425 * math.cos(a), 500 + 425 * math.sin(a)
        nx, ny = -math.sin(a) * 30, math.cos(a) * 30
        c.poly(
            [(x + nx, y + ny), (x - nx, y - ny), (750 + 478 * math.cos(a), 500 + 478 * math.sin(a))],
            gold if i % 2 else accent,
        )


def pattern(c: Canvas, rng: Random, accent: Color, second: Color, pale: Color) -> None:
    """The woven field inside the emblem."""
    kind, size = rng.randrange(4), rng.choice([34, 44, 56])
    if kind == 0:
        plait(
            c,
            (380, 60, 1120, 940),
            size * 0.8,
            (light(accent, 0.1), dark(accent, 0.12)),
            mix(second, pale, 0.3),
            rng.choice([4, 5, 6]),
        )
    elif kind == 1:
        ikat(c, (380, 90, 1120, 940), [accent, dark(accent, 0.4), mix(second, pale, 0.25), pale], size * 0.28)
    elif kind == 2:
        for i in range(14):
            points = [(370 + k * 60, 60 + i * 68 + (0 if k % 2 else 52)) for k in range(14)]
            c.line(points, 20, (dark(accent, 0.35), mix(second, pale, 0.2), light(accent, 0.3))[i % 3])
    else:
        for i in range(9, 0, -1):
            s = i * 54
            c.poly(
                [(750 - s, 500), (750, 500 - s * 1.25), (750 + s, 500), (750, 500 + s * 1.25)],
                (accent, dark(accent, 0.35), mix(second, pale, 0.3))[i % 3],
            )


def sign(c: Canvas, rng: Random, deep: Color, gold: Color, pale: Color, accent: Color) -> None:
    """The medallion in the middle: sun, wave, leaf, house or hornbill-like curl."""
    c.dot(750, 500, 168, gold)
    c.dot(750, 500, 154, deep)
    c.dot(750, 500, 140, pale)
    kind = rng.randrange(5)
    if kind == 0:
        for i in range(12):
            c.poly([(750, 500), *ring(750, 500, 126, 126, (i * 30, i * 30 + 15), 2)], accent)
        c.dot(750, 500, 62, pale)
        c.dot(750, 500, 48, gold)
    elif kind == 1:
        for i in range(3):
            wave = [(640 + k * 6, 450 + i * 52 + 18 * math.sin(k / 3.0)) for k in range(37)]
            c.line(wave, 20, (accent, gold, deep)[i])
    elif kind == 2:
        for side in (-1, 1):
            for i in range(3):
                y = 570 - i * 60
                c.poly(
                    bezier((750, y), (750 + side * 95, y), (750 + side * 92, y - 62))
                    + bezier((750 + side * 92, y - 62), (750, y - 50), (750, y)),
                    accent,
                )
        c.line([(750, 610), (750, 395)], 12, deep)
    elif kind == 3:
        c.poly([(630, 500), (750, 400), (870, 500), (845, 500), (845, 525), (655, 525), (655, 500)], accent)
        c.box(672, 525, 828, 570, gold)
        for i in range(5):
            c.box(674 + i * 35, 570, 686 + i * 35, 610, deep)
    else:
        for side in (-1, 1):
            c.line(bezier((750, 600), (750 + side * 130, 560), (750 + side * 84, 450)), 22, accent)
            c.line(bezier((750 + side * 84, 450), (750 + side * 50, 405), (750 + side * 34, 470)), 18, accent)
        c.poly([(750, 400), (784, 500), (750, 600), (716, 500)], gold)
