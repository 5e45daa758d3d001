"""Crowded pictures: the market with its stalls and the festival night."""

from .activities import AWNINGS, PENNANTS
from .buildings import betang, bunting
from .canvas import WIDTH, Canvas, Point
from .color import Color, Mood, alpha, dark, light, mix, rgb
from .ground import backdrop
from .nature import sky
from .people import look, stand
from .shapes import bezier
from .weave import band


def market(c: Canvas, m: Mood) -> None:
    """Market stalls with striped awnings, heaps of produce and customers."""
    r = c.rng
    horizon = 480
    backdrop(c, m, horizon, 160)
    ground_ = m.tone(mix(m.earth, rgb("#d9b98a"), 0.4), 0.15)
    c.fill(
        [(0, horizon), (1500, horizon), (1500, 1000), (0, 1000)], [m.lit(ground_, 0.4), ground_, dark(ground_, 0.25)]
    )
    for _ in range(130):
        t = r.random()
        c.dot(r.uniform(0, 1500), horizon + 30 + t * 480, 10 + 50 * t, alpha(dark(ground_, 0.3), 0.16), 2 + 6 * t)
    for i in range(4):
        stall(c, m, 30 + i * 400 + r.uniform(-20, 20), 640, 300, r.choice(AWNINGS))
    for i in range(3):
        stall(c, m, -60 + i * 560 + r.uniform(-20, 20), 850, 450, r.choice(AWNINGS))
    for x, y, h in ((r.uniform(380, 460), 880, 330), (r.uniform(950, 1020), 900, 340), (r.uniform(640, 760), 975, 400)):
        b = stand(c, (x, y), h, look(r, tint=(m.shade, 0.1)), r.choice(["hold", "point", "down"]), r.choice([-1, 1]))
        basket_of_food(c, b.at(0.15, 0.45), h * 0.1, m)
    bunting(c, (-10, 120), (800, 150), 110, PENNANTS)
    bunting(c, (780, 150), (1510, 100), 110, PENNANTS)


def basket_of_food(c: Canvas, at: Point, s: float, m: Mood) -> None:
    """A small shopping basket with greens."""
    x, y = at
    c.arc(x, y, s * 0.9, s * 1.3, (180, 360), (4, m.tone(rgb("#8a6038"))))
    for dx in (-0.5, 0, 0.5):
        c.dot(x + dx * s, y - s * 0.1, s * 0.45, m.tone(c.rng.choice([rgb("#6fa544"), rgb("#d8523a"), rgb("#e9b23a")])))
    c.fill(
        [(x - s, y), (x + s, y), (x + s * 0.7, y + s * 1.1), (x - s * 0.7, y + s * 1.1)],
        [m.tone(rgb("#d3a860")), m.tone(rgb("#8a6038"))],
    )


def stall(c: Canvas, m: Mood, x: float, y: float, w: float, color: Color) -> None:
    """One stall: ``x`` left edge, ``y`` ground, ``w`` wide, with a seller behind the heaps."""
    r, wood = c.rng, m.tone(rgb("#8f653f"))
    top, table = y - w * 0.86, y - w * 0.28
    c.soft([(x - 10, y - 8), (x + w + 40, y - 8), (x + w + 60, y + 16), (x, y + 16)], 14, m.shade, 0.6)
    for px in (x + 8, x + w - 8):
        c.box(px - 5, top, px + 5, y, wood)
    c.box(x + 10, top + w * 0.2, x + w - 10, table, alpha(m.shade, 0.35))
    stand(
        c,
        (x + w * r.uniform(0.35, 0.65), y - w * 0.02),
        w * 0.64,
        look(r, tint=(m.shade, 0.22)),
        r.choice(["hold", "work"]),
        r.choice([-1, 1]),
    )
    fruits = [rgb(code) for code in ("#d8523a", "#e9b23a", "#7fae45", "#8a4a7a", "#e8813a", "#4f8f45", "#f0dca0")]
    for i in range(5):
        px, tone, s = x + w * (0.12 + i * 0.19), m.tone(r.choice(fruits), 0.12), w * 0.04
        for row in range(4):
            for k in range(4 - row):
                c.ball(
                    px + (k - (3 - row) / 2) * s * 1.25,
                    table - s * 0.6 - row * s * 1.0,
                    s * 0.78,
                    [light(tone, 0.5), tone, dark(tone, 0.35)],
                )
    c.fill([(x, table), (x + w, table), (x + w, y), (x, y)], [m.lit(wood, 0.3), wood, dark(wood, 0.35)])
    band(c, (x, table + w * 0.03, x + w, table + w * 0.12), m.tone(color, 0.15), m.tone(rgb("#f3e2b8"), 0.15))
    for i in range(10):
        x0, x1 = x - w * 0.08 + i * w * 0.116, x - w * 0.08 + (i + 1) * w * 0.116
        u0, u1 = x + w * 0.06 + i * w * 0.088, x + w * 0.06 + (i + 1) * w * 0.088
        tone = m.tone(color if i % 2 else rgb("#f6eedb"), 0.1)
        c.fill(
            [(u0, top - w * 0.06), (u1, top - w * 0.06), (x1, top + w * 0.16), (x0, top + w * 0.16)],
            [m.lit(tone, 0.4), tone],
        )
        c.dot((x0 + x1) / 2, top + w * 0.16, w * 0.058, dark(tone, 0.1), w * 0.045)


def festival(c: Canvas, m: Mood) -> None:
    """Dancers in feathered headdress before a lit longhouse, lanterns and flags."""
    r = c.rng
    sky(c, m, 640)
    ground_ = m.tone(m.earth, 0.35)
    betang(c, m, 750, 640, 1250)
    c.fill([(0, 636), (1500, 636), (1500, 1000), (0, 1000)], [m.lit(ground_, 0.5), ground_, dark(ground_, 0.4)])
    c.glow(750, 760, 760, rgb("#ffbf5a"), 0.6, 230)
    for x in (110, 1390):
        c.line([(x, 900), (x, 150)], 12, m.tone(rgb("#7a5236")))
        for i in range(6):
            y = 170 + i * 80
            c.fill(
                [*bezier((x, y), (x + 70, y - 10), (x + 130, y + 30)), (x, y + 56)],
                [PENNANTS[i % 5], dark(PENNANTS[i % 5], 0.3)],
            )
    for i, (a, b) in enumerate((((110, 150), (750, 90)), ((750, 90), (1390, 150)), ((110, 260), (1390, 250)))):
        lanterns(c, a, b, 120 + 20 * i)
    for _ in range(16):
        stand(
            c,
            (r.uniform(20, 1480), 690 + r.uniform(-10, 20)),
            130,
            look(r, tint=(m.shade, 0.45)),
            r.choice(["up", "down", "wave"]),
            r.choice([-1, 1]),
        )
    count = r.choice([4, 5, 6])
    for i in range(count):
        dancer(c, m, (750 + (i - (count - 1) / 2) * 1180 / count, 930 + (i % 2) * 34), 390, 1 if i % 2 else -1)
    for _ in range(90):
        c.dot(r.random() * WIDTH, r.uniform(100, 900), r.uniform(1.5, 4.5), alpha(rgb("#ffd98a"), r.uniform(0.2, 0.8)))


def lanterns(c: Canvas, a: Point, b: Point, sag: float) -> None:
    """A string of glowing lanterns."""
    line = bezier(a, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + sag), b, 9)
    c.line(bezier(a, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + sag), b, 30), 3, (48, 34, 44), False)
    for i, (x, y) in enumerate(line[1:-1]):
        tone = (rgb("#ff9d4a"), rgb("#ffd25f"), rgb("#f0604f"))[i % 3]
        c.glow(x, y + 26, 90, tone, 0.6)
        c.ball(x, y + 26, 21, [rgb("#fff6d0"), light(tone, 0.3), tone], 26)
        c.box(x - 8, y - 2, x + 8, y + 4, (70, 40, 40))


def dancer(c: Canvas, m: Mood, foot: Point, height: float, face: int) -> None:
    """A Dayak dancer with hornbill feathers in hand and headdress."""
    outfit = look(c.rng, ("hair",), None)
    b = stand(c, foot, height, outfit, "dance", face)
    red, gold, ink = rgb("#b3262e"), rgb("#f0b83f"), rgb("#241a22")
    b.shape([(-0.1, 0.44), (-0.12, 0.8), (0, 0.85), (0.12, 0.8), (0.1, 0.44)], ink)
    for i in range(4):
        c.poly(
            [
                b.at(-0.09, 0.5 + i * 0.08),
                b.at(0, 0.55 + i * 0.08),
                b.at(0.09, 0.5 + i * 0.08),
                b.at(0, 0.46 + i * 0.08),
            ],
            gold if i % 2 else red,
        )
    c.fill([b.at(-0.1, 0.48), b.at(0.1, 0.48), b.at(0.17, 0.1), b.at(-0.17, 0.1)], [red, dark(red, 0.4)])
    for y in (0.14, 0.22):
        c.line([b.at(-0.16, y), b.at(0.16, y)], height * 0.016, gold, False)
    for at, spread in ((b.at(0.0, 0.97), 1.0), (b.at(0.38, 0.9), 0.8), (b.at(-0.35, 0.58), 0.8)):
        for i in range(7):
            dx, dy = (i - 3) * 0.045 * height * spread, -height * spread * (0.2 - abs(i - 3) * 0.016)
            tip = (at[0] + dx, at[1] + dy)
            c.poly(
                bezier(at, (at[0] + dx * 0.2, at[1] + dy * 0.6), tip, 6)
                + bezier(tip, (at[0] + dx * 1.1, at[1] + dy * 0.4), at, 6),
                ink if i % 2 else rgb("#f6efe0"),
            )
            c.dot(*tip, height * 0.012, rgb("#f6efe0") if i % 2 else ink)
    c.line([b.at(-0.062, 0.955), b.at(0.062, 0.955)], height * 0.028, gold)
