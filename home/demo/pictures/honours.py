"""Achievements: trophy, certificate, shield award; and the natural pride of a village: orchid, hornbill, fishpond."""

import math

from .canvas import Canvas, glint
from .cloth import folded
from .color import Color, Mood, alpha, dark, light, mix, rgb
from .products_craft import talawang
from .shapes import bezier, leaf, polar
from .still_life import shadow, sprig, stage
from .vessels import turned
from .weave import CLOTHS, band, ikat

METALS = [rgb(code) for code in ("#e0a92f", "#c9ced4", "#c9793f", "#e6bd4f")]


def rays(c: Canvas, x: float, y: float, color: Color) -> None:
    """Soft light rays and confetti behind an award."""
    for i in range(16):
        a = i * 22.5 + c.rng.uniform(-4, 4)
        c.poly([(x, y), polar((x, y), 1100, a), polar((x, y), 1100, a + 10)], alpha(color, 0.1))
    c.glow(x, y, 430, light(color, 0.5), 0.6)


def confetti(c: Canvas) -> None:
    """Falling paper strips."""
    tones = [rgb(code) for code in ("#d8343a", "#f4efe4", "#e9a93a", "#2f8f86", "#4d6fb0")]
    for _ in range(70):
        x, y, s, a = c.rng.uniform(0, 1500), c.rng.uniform(0, 700), c.rng.uniform(7, 15), c.rng.uniform(0, 180)
        p, q = polar((x, y), s, a), polar((x, y), -s, a)
        c.poly(
            [p, (p[0] + s * 0.5, p[1] + s * 0.4), (q[0] + s * 0.5, q[1] + s * 0.4), q], alpha(c.rng.choice(tones), 0.85)
        )


def ribbon(c: Canvas, x: float, y: float, r: float, color: Color, gold: Color) -> None:
    """A rosette with two tails."""
    for side in (-1, 1):
        c.fill(
            [
                (x + side * r * 0.1, y),
                (x + side * r * 0.75, y + r * 0.3),
                (x + side * r * 0.95, y + r * 2.1),
                (x + side * r * 0.6, y + r * 1.85),
                (x + side * r * 0.3, y + r * 2.15),
            ],
            [color, dark(color, 0.35)],
        )
    for i in range(20):
        c.poly(
            [(x, y), polar((x, y), r, i * 18), polar((x, y), r * 1.08, i * 18 + 9), polar((x, y), r, i * 18 + 18)],
            color if i % 2 else dark(color, 0.2),
        )
    c.ball(x, y, r * 0.68, [light(gold, 0.6), gold, dark(gold, 0.35)])
    star(c, x, y, r * 0.42, light(gold, 0.6))


def star(c: Canvas, x: float, y: float, r: float, color: Color) -> None:
    """A five-pointed star."""
    c.poly([polar((x, y), r if i % 2 == 0 else r * 0.42, 90 + i * 36) for i in range(10)], color)


def cup(c: Canvas, x: float, base: float, h: float, metal: Color, ribbon_tone: Color) -> None:
    """A trophy cup on a wooden foot, ``h`` high."""
    wood = rgb("#5a3426")
    shadow(c, x, base, h * 0.28, 1.5)
    turned(c, x, base, [(h * 0.25, 0), (h * 0.25, h * 0.07), (h * 0.21, h * 0.08), (h * 0.21, h * 0.16)], wood, 0.25)
    band(c, (x - h * 0.17, base - h * 0.14, x + h * 0.17, base - h * 0.09), dark(metal, 0.2), light(metal, 0.5))
    turned(
        c,
        x,
        base - h * 0.16,
        [
            (h * 0.15, 0),
            (h * 0.14, h * 0.02),
            (h * 0.045, h * 0.07),
            (h * 0.035, h * 0.16),
            (h * 0.07, h * 0.19),
            (h * 0.04, h * 0.22),
        ],
        metal,
        0.6,
    )
    for side in (-1, 1):
        cx, cy = x + side * h * 0.25, base - h * 0.76
        c.arc(cx, cy, h * 0.13, h * 0.15, (-120, 120) if side > 0 else (60, 300), (h * 0.036, dark(metal, 0.25)))
        c.arc(cx, cy, h * 0.126, h * 0.146, (-120, 120) if side > 0 else (60, 300), (h * 0.014, light(metal, 0.45)))
    chalice(c, x, base - h * 0.36, h, metal, ribbon_tone)


def chalice(c: Canvas, x: float, top: float, h: float, metal: Color, ribbon_tone: Color) -> None:
    """The cup's bowl standing on ``top``, with star, highlight and ribbon."""
    turned(c, x, top, [(h * 0.05, 0), (h * 0.16, h * 0.08), (h * 0.25, h * 0.26), (h * 0.27, h * 0.56)], metal, 0.65)
    c.dot(x, top - h * 0.56, h * 0.27, light(metal, 0.6), h * 0.045)
    c.dot(x, top - h * 0.557, h * 0.25, dark(metal, 0.5), h * 0.035)
    star(c, x, top - h * 0.32, h * 0.1, light(metal, 0.65))
    c.box(x - h * 0.2, top - h * 0.5, x - h * 0.17, top - h * 0.24, alpha((255, 255, 250), 0.65), h * 0.012)
    for side in (-1, 1):
        c.fill(
            [
                (x, top + h * 0.04),
                (x + side * h * 0.03, top + h * 0.03),
                (x + side * h * 0.13, top + h * 0.22),
                (x + side * h * 0.07, top + h * 0.2),
            ],
            [ribbon_tone, dark(ribbon_tone, 0.3)],
        )


def trophy(c: Canvas, m: Mood) -> None:
    """A big cup between smaller ones, with rays and confetti."""
    _, accent = stage(c, m, 700)
    r = c.rng
    x = r.uniform(690, 810)
    rays(c, x, 400, rgb("#fff0c0"))
    metal, red = r.choice([METALS[0], METALS[3]]), r.choice([rgb("#c8323a"), rgb("#2f5f9a"), rgb("#2f7f5a")])
    if r.random() < 0.75:
        cup(c, x - r.uniform(310, 360), 800, r.uniform(380, 460), METALS[1], red)
    if r.random() < 0.75:
        cup(c, x + r.uniform(310, 360), 800, r.uniform(320, 420), METALS[2], red)
    cup(c, x, 880, r.uniform(680, 740), metal, red)
    cloth = r.choice(CLOTHS)
    with c.clip([(0, 930), *bezier((0, 930), (750, 890), (1500, 930)), (1500, 1000), (0, 1000)]):
        ikat(c, (0, 890, 1500, 1010), cloth, 7)
    confetti(c)
    glint(c, x - 60, 300, (16, 30), mix((255, 255, 255), accent, 0.05), 0.6)


def certificate(c: Canvas, m: Mood) -> None:
    """A framed certificate with woven border and rosette."""
    _, accent = stage(c, m, 740)
    r = c.rng
    x, w, h = r.uniform(700, 800), r.uniform(800, 880), r.uniform(540, 590)
    top = 150
    wood, cloth = r.choice([rgb("#6a3f28"), rgb("#b98a4a"), rgb("#2f2a30")]), r.choice(CLOTHS)
    frame = [(x - w / 2, top), (x + w / 2, top), (x + w / 2, top + h), (x - w / 2, top + h)]
    c.soft([(px + 36, py + 34) for px, py in frame], 22, (24, 14, 18), 0.6)
    c.fill(frame, [light(wood, 0.35), wood, dark(wood, 0.4)])
    c.box(x - w / 2 + 26, top + 26, x + w / 2 - 26, top + h - 26, dark(wood, 0.5))
    inner = (x - w / 2 + 32, top + 32, x + w / 2 - 32, top + h - 32)
    c.fill(
        [(inner[0], inner[1]), (inner[2], inner[1]), (inner[2], inner[3]), (inner[0], inner[3])],
        [rgb("#fdf8ea"), rgb("#f0e4c6")],
    )
    for y in (inner[1] + 16, inner[3] - 52):
        band(c, (inner[0] + 18, y, inner[2] - 18, y + 36), cloth[0], cloth[3])
    for px in (inner[0] + 18, inner[2] - 30):
        c.box(px, inner[1] + 60, px + 12, inner[3] - 62, cloth[1])
    text_lines(c, x, top, mix(cloth[0], (255, 255, 255), 0.1), accent)
    ribbon(
        c, x + w * 0.38, top + h - 70, 72, r.choice([rgb("#c8323a"), rgb("#2f5f9a"), rgb("#2f7f5a")]), r.choice(METALS)
    )
    c.poly(
        [(x - w / 2 + 60, top + 26), (x - w / 2 + 240, top + 26), (x - w / 2 + 60, top + 330)],
        alpha((255, 255, 255), 0.14),
    )
    folded(c, r.choice([330, 1180]), 940, 320, r.sample(CLOTHS, 2), lambda k, box, t: ikat(k, box, t, 4.4))
    sprig(c, 700, 940, 190)


def text_lines(c: Canvas, x: float, top: float, title: Color, accent: Color) -> None:
    """What stands for the text: star and laurel, bars for lines, two signatures."""
    star(c, x, top + 140, 40, accent)
    for side in (-1, 1):
        for i in range(6):
            at = polar((x, top + 140), 66, 90 + side * (30 + i * 22))
            c.poly(leaf(at, polar(at, 26, 90 + side * (60 + i * 22)), 6), rgb("#7f9a4a"))
    c.box(x - 210, top + 216, x + 210, top + 246, title, 15)
    for i, wide in enumerate((270, 300, 240)):
        c.box(x - wide, top + 276 + i * 34, x + wide, top + 288 + i * 34, (196, 184, 160), 6)
    for side in (-1, 1):
        line = [(x + side * 190 - 60 + k * 8, top + 430 + 12 * math.sin(k * 1.7) * (1 - k / 18)) for k in range(16)]
        c.line(line, 3.4, (60, 70, 110), False)


def shield_award(c: Canvas, m: Mood) -> None:
    """A plaque shaped like a Dayak shield on a stand."""
    _, accent = stage(c, m, 720)
    r = c.rng
    x = r.uniform(680, 820)
    rays(c, x, 430, light(accent, 0.5))
    shadow(c, x, 890, 230, 1)
    wood, metal = rgb("#5a3426"), r.choice(METALS)
    talawang(c, x, 450, 190, 370, r.choice(CLOTHS))
    c.ball(x, 440, 104, [light(metal, 0.65), metal, dark(metal, 0.4)])
    c.arc(x, 440, 88, 88, (0, 360), (5, dark(metal, 0.35)))
    star(c, x, 440, 60, light(metal, 0.7))
    turned(c, x, 900, [(250, 0), (250, 40), (220, 52), (220, 120)], wood, 0.25)
    c.box(x - 120, 806, x + 120, 862, metal, 6)
    for i in range(2):
        c.box(x - 90 + i * 20, 820 + i * 18, x + 90 - i * 20, 828 + i * 18, dark(metal, 0.45), 4)
    if r.random() < 0.6:
        ribbon(c, x + r.choice([-1, 1]) * 420, 640, 90, rgb("#c8323a"), metal)
    for side in (-1, 1):
        for i in range(7):
            at = (x + side * (300 + 20 * math.sin(i * 0.5)), 800 - i * 78)
            c.poly(leaf(at, polar(at, 96, 90 - side * 38), 19), mix(rgb("#5f8f46"), metal, 0.3 + i * 0.06))
            c.poly(leaf(at, polar(at, 80, 90 + side * 30), 16), mix(rgb("#3f6f3f"), metal, 0.25))
    confetti(c)
