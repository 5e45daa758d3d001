"""Product pictures of textiles: ikat cloth and batik."""

import math

from .canvas import Canvas
from .color import Color, Mood, alpha, dark, light, mix, rgb
from .shapes import bezier, leaf, polar, ring
from .still_life import shadow, stage
from .vessels import bowl
from .weave import CLOTHS, ikat


def folded(c: Canvas, x: float, base: float, w: float, tones: list[list[Color]], paint_cloth: object) -> None:
    """A stack of folded cloths, each painted by ``paint_cloth(canvas, box, tones)``."""
    shadow(c, x, base, w * 0.52, 0.7)
    for i, palette in enumerate(tones):
        y = base - i * 62
        shift = c.rng.uniform(-14, 14)
        box = (x + shift - w / 2, y - 58, x + shift + w / 2, y)
        outline = [
            (box[0] + 26, box[1]),
            (box[2] - 6, box[1]),
            *ring(box[2] - 14, y - 29, 22, 29, (-90, 90), 10),
            (box[0] + 26, y),
            *ring(box[0] + 26, y - 29, 26, 29, (90, 270), 10),
        ]
        with c.clip(outline):
            paint_cloth(c, (box[0] - 30, box[1] - 10, box[2] + 30, y + 12), palette)
            c.soft(
                [(box[0], y - 16), (box[2], y - 16), (box[2] + 20, y + 14), (box[0] - 20, y + 14)],
                8,
                (20, 10, 14),
                0.55,
            )
            c.soft(
                [(box[0], box[1] - 6), (box[2], box[1] - 6), (box[2], box[1] + 10), (box[0], box[1] + 10)],
                6,
                (255, 246, 226),
                0.4,
            )
            c.line([(box[0], y - 29), (box[2] + 20, y - 27)], 4, alpha(dark(palette[0], 0.6), 0.6), False)


def drape(c: Canvas, x: float, w: float, foot: float, tones: list[Color], paint_cloth: object) -> None:
    """A cloth hanging from a bar with soft folds."""
    top = 90
    c.soft(
        [
            (x - w / 2 + 30, top + 26),
            (x + w / 2 + 60, top + 26),
            (x + w / 2 + 60, foot + 20),
            (x - w / 2 + 30, foot + 20),
        ],
        24,
        (26, 16, 20),
        0.45,
    )
    hem = [(x + w / 2 - i * w / 24, foot + 12 * math.sin(i * 1.25)) for i in range(25)]
    outline = [(x - w / 2, top), (x + w / 2, top), *hem]
    with c.clip(outline):
        paint_cloth(c, (x - w / 2, top, x + w / 2, foot + 30), tones)
        for i in range(6):
            px = x - w / 2 + (i + 0.5) * w / 6
            c.soft(
                [(px, top), (px + w * 0.05, top), (px + w * 0.07, foot + 30), (px - w * 0.02, foot + 30)],
                w * 0.02,
                (18, 10, 16),
                0.5,
            )
            c.soft(
                [(px - w * 0.07, top), (px - w * 0.03, top), (px - w * 0.04, foot + 30), (px - w * 0.08, foot + 30)],
                w * 0.02,
                (255, 244, 224),
                0.3,
            )
    c.line([(x - w / 2 - 70, top - 6), (x + w / 2 + 70, top - 6)], 20, rgb("#7a4f30"))
    c.line([(x - w / 2 - 70, top - 11), (x + w / 2 + 70, top - 11)], 5, rgb("#c08e5c"))


def woven_cloth(c: Canvas, m: Mood) -> None:
    """Ikat cloth hanging from a bar beside a folded stack and yarn."""
    stage(c, m, 660)
    r = c.rng
    palettes = r.sample(CLOTHS, 5)
    drape(c, r.uniform(440, 520), r.uniform(520, 600), 790, palettes[0], lambda k, box, t: ikat(k, box, t, 11))
    folded(c, 1070, 880, 440, palettes[1:5][: r.choice([3, 4])], lambda k, box, t: ikat(k, box, t, 4.4))
    for i in range(3):
        x, y, tone = 380 + i * 150, 900 + (i % 2) * 26, palettes[i][1]
        shadow(c, x, y + 50, 50, 1)
        c.ball(x, y, 62, [light(tone, 0.4), tone, dark(tone, 0.45)])
        for k in range(7):
            c.arc(
                x, y, 60, 16 + k * 7, (20 + k * 9, 170 + k * 9), (2.6, dark(tone, 0.3) if k % 2 else light(tone, 0.4))
            )


def batik_field(c: Canvas, box: tuple[float, float, float, float], tones: list[Color]) -> None:
    """A batik cloth: curling shoots (batang garing style) with dots over a crackled ground."""
    ground, figure, deep, pale = tones
    x0, y0, x1, y1 = box
    c.box(*box, ground)
    c.soft([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], 30, mix(ground, deep, 0.4), 0.3)
    step = 118
    for row in range(int((y1 - y0) / step) + 2):
        for col in range(int((x1 - x0) / step) + 2):
            x, y = x0 + (col + row % 2 / 2) * step, y0 + row * step
            for side in (-1, 1):
                c.line(bezier((x, y + 46), (x + side * 62, y + 26), (x + side * 34, y - 16), 9), 9, figure)
                c.line(bezier((x + side * 34, y - 16), (x + side * 12, y - 34), (x + side * 10, y - 4), 7), 7, figure)
                c.poly(leaf((x + side * 30, y + 26), (x + side * 58, y + 44), 9), pale)
            c.poly(leaf((x, y + 46), (x, y - 52), 11), pale)
            c.poly(leaf((x, y + 30), (x, y - 30), 5), deep)
            for k in range(8):
                c.dot(*polar((x, y - 4), 55, k * 45 + 22), 3.4, pale)


def batik(c: Canvas, m: Mood) -> None:
    """Batik cloth, a folded stack, wax pot and canting."""
    stage(c, m, 660)
    r = c.rng
    palettes = r.sample(CLOTHS, 4)
    drape(c, r.uniform(470, 560), r.uniform(600, 700), 780, palettes[0], batik_field)
    folded(c, 1120, 860, 400, palettes[1:4], batik_field)
    top = bowl(c, 620, 940, 120, rgb("#4a4a50"), 0.6)
    c.ball(top[0], top[1], 108, [rgb("#f0c06a"), rgb("#a5622a")], 15)
    c.line([(780, 880), (930, 950)], 18, rgb("#8a5a38"))
    c.line([(782, 876), (926, 944)], 5, rgb("#d0a070"))
    c.ball(762, 874, 26, [rgb("#f0c880"), rgb("#b5702f"), rgb("#5a3418")], 22)
    c.line(bezier((748, 882), (724, 884), (722, 910)), 7, rgb("#b5702f"))
