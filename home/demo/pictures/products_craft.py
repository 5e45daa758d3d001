"""Product pictures of crafts: baskets, mats, cloth, batik, carving, beads."""

from .canvas import Canvas, Point
from .color import Color, Mood, alpha, dark, light, mix, rgb
from .food import heap
from .shapes import bezier, lathe, ring
from .still_life import shadow, sprig, stage
from .vessels import bowl, turned
from .weave import CLOTHS, band, plait, strands

CANES = [rgb(code) for code in ("#c08e52", "#a8703a", "#d3ab6c", "#8f5a34")]
ACCENTS = [rgb(code) for code in ("#8f2f28", "#2a2428", "#2f6f68", "#b5562f", "#4a3a6a")]


def shade_body(c: Canvas, x: float, base: float, r: float, h: float, color: Color) -> None:
    """Side light and shade over a round woven body (use inside its clip)."""
    c.soft(
        [
            (x - r * 1.1, base - h * 1.3),
            (x - r * 0.8, base - h * 1.3),
            (x - r * 0.7, base + 40),
            (x - r * 1.1, base + 40),
        ],
        r * 0.12,
        dark(color, 0.6),
        0.5,
    )
    c.soft(
        [
            (x - r * 0.6, base - h * 1.3),
            (x - r * 0.1, base - h * 1.3),
            (x - r * 0.15, base + 40),
            (x - r * 0.5, base + 40),
        ],
        r * 0.2,
        light(color, 0.8),
        0.42,
    )
    c.soft(
        [
            (x + r * 0.4, base - h * 1.3),
            (x + r * 1.2, base - h * 1.3),
            (x + r * 1.2, base + 40),
            (x + r * 0.45, base + 40),
        ],
        r * 0.22,
        (28, 14, 14),
        0.62,
    )


def basket(c: Canvas, x: float, base: float, r: float, h: float, tones: tuple[Color, Color], handle: bool) -> None:
    """A round plaited basket with corded rims; ``handle`` adds a high bow."""
    cane, accent = tones
    shadow(c, x, base, r * 0.9, 1.2)
    if handle:
        strands(c, ring(x, base - h, r * 0.82, h * 0.95, (180, 360), 40), r * 0.1, dark(cane, 0.1))
    body = lathe(x, base, [(r * 0.72, 0), (r * 0.93, h * 0.3), (r, h * 0.7), (r * 0.94, h)])
    with c.clip(body):
        plait(
            c,
            (x - r * 1.05, base - h * 1.2, x + r * 1.05, base + r * 0.2),
            r * 0.105,
            (cane, dark(cane, 0.15)),
            accent,
            c.rng.choice([4, 5]),
        )
        shade_body(c, x, base, r, h, cane)
    c.dot(x, base - h, r * 0.95, dark(cane, 0.35), r * 0.17)
    c.dot(x, base - h + 3, r * 0.86, dark(cane, 0.7), r * 0.135)
    strands(c, ring(x, base - h, r * 0.96, r * 0.165, (-20, 340), 60), r * 0.065, cane)
    strands(c, ring(x, base, r * 0.74, r * 0.125, (0, 180), 40), r * 0.06, dark(cane, 0.15))


def rattan_basket(c: Canvas, m: Mood) -> None:
    """Plaited rattan baskets with Dayak figures and rattan balls."""
    stage(c, m)
    r = c.rng
    tones = [(cane, r.choice(ACCENTS)) for cane in r.sample(CANES, 3)]
    basket(c, 1060, 740, r.uniform(150, 190), r.uniform(230, 330), tones[1], False)
    basket(c, 640, 840, r.uniform(235, 275), r.uniform(270, 340), tones[0], r.random() < 0.6)
    basket(c, r.uniform(980, 1040), 890, 120, 130, tones[2], r.random() < 0.5)
    for x, y, s in ((300, 880, 62), (1260, 880, 74)):
        shadow(c, x, y + s * 0.9, s * 0.8, 1)
        cane = tones[2][0]
        c.ball(x, y, s, [light(cane, 0.5), cane, dark(cane, 0.5)])
        for i in range(6):
            c.arc(x, y, s, s * abs(0.2 + i * 0.15), (0, 360), (4, dark(cane, 0.4)))
            c.arc(x, y, s * abs(0.2 + i * 0.15), s, (0, 360), (4, alpha(light(cane, 0.4), 0.7)))


def purun_mat(c: Canvas, m: Mood) -> None:
    """A purun bag on a mat, with a rolled mat behind."""
    stage(c, m, 560)
    r = c.rng
    straw = r.choice([rgb("#c9b274"), rgb("#b8a86a"), rgb("#d3b884"), rgb("#a89a5c")])
    dye, second = r.sample([*ACCENTS, rgb("#c8553f"), rgb("#3f7fa0"), rgb("#d9963a")], 2)
    mat = [(260, 690), (1280, 690), (1460, 980), (60, 980)]
    c.soft([(x + 8, y + 12) for x, y in mat], 12, (30, 18, 20), 0.5)
    with c.clip(mat):
        plait(c, (40, 680, 1480, 1000), 24, (straw, dark(straw, 0.13)), second, 6)
        c.soft([(40, 680), (1480, 680), (1480, 720), (40, 720)], 26, dark(straw, 0.6), 0.3)
    roll(c, (1020, 560), (1330, 800), 68, mix(straw, second, 0.25), second)
    x, base, w, h = r.uniform(560, 660), 870, r.uniform(380, 450), r.uniform(350, 400)
    shadow(c, x, base, w * 0.5, 1.1)
    for dy, tone in ((-24, dark(dye, 0.35)), (0, dye)):
        strands(c, ring(x, base - h + dy, w * 0.24, h * 0.56, (180, 360), 30), 20, tone)
    body = [
        (x - w * 0.44, base),
        (x - w * 0.5, base - h),
        (x + w * 0.5, base - h),
        (x + w * 0.44, base),
        *bezier((x + w * 0.44, base), (x, base + 32), (x - w * 0.44, base), 10),
    ]
    with c.clip(body):
        plait(c, (x - w * 0.5, base - h, x + w * 0.5, base + 30), 22, (straw, dark(straw, 0.13)), dye, r.choice([4, 5]))
        band(c, (x - w * 0.5, base - h * 0.97, x + w * 0.5, base - h * 0.83), dye, light(straw, 0.4))
        band(c, (x - w * 0.5, base - h * 0.2, x + w * 0.5, base - h * 0.06), second, light(straw, 0.4))
        shade_body(c, x, base, w * 0.5, h, straw)
    c.line([(x - w * 0.5, base - h), (x + w * 0.5, base - h)], 13, dark(dye, 0.2))
    for i in range(9):
        c.line([(330 - i * 8, 930), (150 + i * 14, 730 + i * 5)], 5, mix(straw, rgb("#7f9a4a"), i / 12))


def roll(c: Canvas, start: Point, end: Point, r: float, color: Color, accent: Color) -> None:
    """A mat rolled up, lying from ``start`` to ``end``."""
    body = [
        (start[0] - r * 0.8, start[1] + r * 0.5),
        (start[0] + r * 0.8, start[1] - r * 0.5),
        (end[0] + r * 0.8, end[1] - r * 0.5),
        (end[0] - r * 0.8, end[1] + r * 0.6),
    ]
    c.soft([(x + 26, y + 30) for x, y in body], 16, (26, 16, 18), 0.6)
    with c.clip(body):
        plait(c, (start[0] - r, start[1] - r, end[0] + r, end[1] + r), 20, (color, dark(color, 0.15)), accent, 3)
        c.soft([body[3], body[0], start, end], 18, (26, 14, 16), 0.6)
        c.soft([body[1], body[2], end, start], 14, light(color, 0.7), 0.3)
    c.dot(end[0], end[1], r * 0.95, dark(color, 0.35), r * 0.85)
    for i in range(5):
        c.arc(
            end[0],
            end[1],
            r * (0.86 - i * 0.17),
            r * (0.76 - i * 0.15),
            (0, 360),
            (5, light(color, 0.25) if i % 2 else dark(color, 0.5)),
        )


def wooden_craft(c: Canvas, m: Mood) -> None:
    """Carved wood: a talawang shield, a hornbill figure and a turned bowl."""
    _, accent = stage(c, m)
    r = c.rng
    x = r.uniform(420, 520)
    talawang(c, x, 470, 150, 360, r.choice(CLOTHS))
    wood = r.choice([rgb("#8a5432"), rgb("#a86f40"), rgb("#5f3a28")])
    hornbill_figure(c, r.uniform(820, 900), 860, 420, wood)
    bowl(c, 1210, 840, 140, mix(wood, rgb("#d3a060"), 0.4))
    for i in range(3):
        px = 480 + i * 120
        shadow(c, px, 930, 40, 1)
        turned(c, px, 930, [(38, 0), (44, 10), (18, 40), (34, 80), (30, 104), (12, 124)], mix(wood, accent, 0.12 * i))
        c.ball(px, 794, 26, [light(wood, 0.5), wood, dark(wood, 0.5)])
    sprig(c, 1140, 940, 170)


def talawang(c: Canvas, x: float, y: float, w: float, h: float, tones: list[Color]) -> None:
    """A carved Dayak shield leaning on the wall, half width ``w`` and half height ``h``."""
    outline = [
        (x, y - h),
        (x + w, y - h * 0.62),
        (x + w, y + h * 0.62),
        (x, y + h),
        (x - w, y + h * 0.62),
        (x - w, y - h * 0.62),
    ]
    c.soft([(px + 34, py + 22) for px, py in outline], 20, (24, 14, 18), 0.6)
    c.poly([(x + (px - x) * 1.06, y + (py - y) * 1.03) for px, py in outline], dark(tones[0], 0.5))
    ground, figure, deep, pale = tones
    c.fill(outline, [dark(ground, 0.2), light(ground, 0.22), ground, dark(ground, 0.4)], True)
    with c.clip(outline):
        shield_curls(c, x, y, w, h, tones)
        c.poly([(x - w * 0.12, y + h * 0.1), (x, y - h * 0.14), (x + w * 0.12, y + h * 0.1)], figure)
        band(c, (x - w, y + h * 0.13, x + w, y + h * 0.2), deep, pale)
        c.line([(x, y - h), (x, y + h)], w * 0.05, deep, False)


def shield_curls(c: Canvas, x: float, y: float, w: float, h: float, tones: list[Color]) -> None:
    """The mirrored curls and eyes carved into the shield."""
    _, figure, deep, pale = tones
    for side in (-1, 1):
        for v in (-1, 1):
            for k in range(3):
                y0 = y + v * h * (0.14 + k * 0.27)
                c.line(
                    bezier(
                        (x + side * w * 0.08, y0),
                        (x + side * w * 0.95, y0),
                        (x + side * w * 0.72, y0 + v * h * 0.17),
                    ),
                    w * 0.1,
                    figure,
                )
                c.line(
                    bezier(
                        (x + side * w * 0.72, y0 + v * h * 0.17),
                        (x + side * w * 0.42, y0 + v * h * 0.24),
                        (x + side * w * 0.44, y0 + v * h * 0.1),
                    ),
                    w * 0.075,
                    pale,
                )
        c.dot(x + side * w * 0.4, y - h * 0.06, w * 0.2, pale)
        c.dot(x + side * w * 0.4, y - h * 0.06, w * 0.11, deep)


def hornbill_figure(c: Canvas, x: float, base: float, h: float, wood: Color) -> None:
    """A carved hornbill on a foot."""
    shadow(c, x, base, h * 0.3, 1.2)
    turned(c, x, base, [(h * 0.26, 0), (h * 0.26, h * 0.06), (h * 0.1, h * 0.1), (h * 0.07, h * 0.3)], dark(wood, 0.25))
    y = base - h * 0.3
    tail = [
        (x - h * 0.16, y - h * 0.06),
        (x - h * 0.62, y + h * 0.1),
        (x - h * 0.6, y - h * 0.02),
        (x - h * 0.1, y - h * 0.24),
    ]
    c.fill(tail, [light(wood, 0.2), dark(wood, 0.3)])
    body = (
        bezier((x - h * 0.22, y - h * 0.06), (x, y + h * 0.18), (x + h * 0.22, y - h * 0.14))
        + bezier((x + h * 0.22, y - h * 0.14), (x + h * 0.2, y - h * 0.46), (x + h * 0.1, y - h * 0.62))
        + bezier((x + h * 0.1, y - h * 0.62), (x - h * 0.08, y - h * 0.42), (x - h * 0.22, y - h * 0.06))
    )
    c.fill(body, [light(wood, 0.4), wood, dark(wood, 0.45)])
    for i in range(5):
        c.arc(
            x - h * 0.02, y - h * 0.12, h * (0.06 + i * 0.032), h * (0.05 + i * 0.026), (20, 200), (4, dark(wood, 0.5))
        )
    c.ball(x + h * 0.12, y - h * 0.62, h * 0.1, [light(wood, 0.5), wood, dark(wood, 0.3)])
    beak = bezier((x + h * 0.16, y - h * 0.7), (x + h * 0.42, y - h * 0.72), (x + h * 0.52, y - h * 0.46)) + bezier(
        (x + h * 0.52, y - h * 0.46), (x + h * 0.34, y - h * 0.54), (x + h * 0.17, y - h * 0.54)
    )
    c.fill(beak, [rgb("#f0c060"), rgb("#b5562f")])
    c.line(
        bezier((x + h * 0.12, y - h * 0.72), (x + h * 0.3, y - h * 0.9), (x + h * 0.42, y - h * 0.78)),
        h * 0.06,
        rgb("#c8402f"),
    )
    c.dot(x + h * 0.15, y - h * 0.64, h * 0.022, rgb("#f6e9c8"))
    c.dot(x + h * 0.153, y - h * 0.64, h * 0.012, rgb("#1a1418"))


def beads(c: Canvas, m: Mood) -> None:
    """Bead necklaces on a bust, bowls of loose beads."""
    stage(c, m)
    r = c.rng
    tones = [rgb(code) for code in ("#c8323a", "#e9b23a", "#2f7f9a", "#f2ead8", "#2a2a34", "#4f9a5f")]
    r.shuffle(tones)
    x, cloth = r.uniform(560, 680), r.choice([rgb("#3a3440"), rgb("#d8c8b0"), rgb("#7a4a3a")])
    shadow(c, x, 860, 180, 1.3)
    c.box(x - 20, 760, x + 20, 856, dark(cloth, 0.4))
    turned(c, x, 866, [(150, 0), (150, 16), (40, 26), (30, 60)], dark(cloth, 0.2))
    bust = (
        bezier((x - 70, 250), (x - 66, 390), (x - 220, 440))
        + bezier((x - 220, 440), (x - 210, 690), (x, 800))
        + bezier((x, 800), (x + 210, 690), (x + 220, 440))
        + bezier((x + 220, 440), (x + 66, 390), (x + 70, 250))
    )
    c.fill(bust, [light(cloth, 0.15), light(cloth, 0.35), cloth, dark(cloth, 0.5)], True)
    c.dot(x, 250, 70, light(cloth, 0.3), 16)
    for k in range(5):
        necklace(
            c,
            x,
            370 + k * 14,
            84 + k * 26,
            130 + k * 56,
            10 + k * 1.6,
            [tones[k % 6], tones[(k + 2) % 6], tones[(k + 3) % 6]],
        )
    c.poly([(x - 52, 690), (x, 640), (x + 52, 690), (x, 766)], tones[0])
    c.poly([(x - 30, 692), (x, 662), (x + 30, 692), (x, 736)], tones[1])
    top = bowl(c, 1100, 850, 170, rgb("#a8744a"))
    for tone in tones[:4]:
        heap(c, top, 150, 26, "beads", tone)
    for i in range(34):
        px, py = r.uniform(820, 1380), r.uniform(880, 970)
        c.ball(px, py, 12, [light(tones[i % 6], 0.6), tones[i % 6], dark(tones[i % 6], 0.4)])


def necklace(c: Canvas, x: float, y: float, rx: float, ry: float, size: float, tones: list[Color]) -> None:
    """One string of beads hanging as a half ellipse."""
    count = int((rx + ry) * 1.5 / size / 1.5)
    for i, (px, py) in enumerate(ring(x, y, rx, ry, (4, 176), count)):
        tone = tones[(i // 3) % len(tones)]
        c.dot(px + 3, py + 5, size, alpha((20, 12, 18), 0.35))
        c.ball(px, py, size, [light(tone, 0.6), tone, dark(tone, 0.4)])
