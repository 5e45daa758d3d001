"""Land landscapes: peat forest, fields, roads, village street, mountains, square and school."""

from dataclasses import replace

from .buildings import ROOFS, WALLS, betang, flag, gable, planks, stilt_house, window
from .canvas import Canvas
from .color import Color, Mood, alpha, dark, light, mix, rgb
from .ground import backdrop, lawn, path
from .nature import bank, crown, grass, palm, undergrowth, water
from .people import look, stand
from .sacred import church, mosque
from .shapes import ridge, ring


def longhouse(c: Canvas, m: Mood) -> None:
    """A betang longhouse on its lawn, carved poles (sapundu) in front."""
    r = c.rng
    horizon = r.uniform(520, 570)
    backdrop(c, m, horizon, 170)
    lawn(c, m, horizon)
    x, w = r.uniform(680, 820), r.uniform(1080, 1260)
    for px, tall in ((r.uniform(30, 120), 460), (r.uniform(1390, 1480), 400)):
        palm(c, (px, horizon + 40), tall, m.tone(m.leaf, 0.3), m.sun, r.uniform(-0.1, 0.1))
    betang(c, m, x, horizon + r.uniform(110, 150), w)
    path(c, m, (x, horizon + 150, 50), (x + r.uniform(-260, 260), 1010, 330), r.uniform(-60, 60), m.tone(m.earth))
    for side in (-1, 1):
        sapundu(c, m, x + side * r.uniform(190, 250), horizon + 250, r.uniform(230, 270))
    for _ in range(r.randint(3, 5)):
        stand(
            c,
            (x + r.uniform(-560, 560), horizon + r.uniform(190, 260)),
            105,
            look(r, tint=(m.shade, 0.2)),
            r.choice(["down", "wave"]),
            r.choice([-1, 1]),
        )
    undergrowth(c, 1000, 120, m.tone(m.leaf, 0.4), m.sun, (-20, r.uniform(240, 380)))
    undergrowth(c, 1005, 100, m.tone(m.leaf, 0.4), m.sun, (r.uniform(1240, 1330), 1520))


def sapundu(c: Canvas, m: Mood, x: float, y: float, h: float) -> None:
    """A carved guardian pole."""
    wood = m.tone(rgb("#7d4f33"))
    c.soft(ring(x + 16, y, 40, 7), 8, m.shade, 0.6)
    c.fill(
        [(x - 16, y), (x - 14, y - h), (x + 14, y - h), (x + 16, y)], [m.lit(wood, 0.4), wood, dark(wood, 0.45)], True
    )
    gold, red = m.tone(rgb("#e0aa48")), m.tone(rgb("#a23226"))
    for i in range(6):
        py = y - h * (0.14 + i * 0.11)
        c.poly([(x - 13, py), (x, py - 13), (x + 13, py), (x, py + 13)], gold if i % 2 else red)
        c.poly([(x - 6, py), (x, py - 6), (x + 6, py), (x, py + 6)], dark(wood, 0.4))
    c.dot(x, y - h - 8, 21, m.lit(wood, 0.15), 24)
    c.dot(x - 7, y - h - 10, 4.5, rgb("#f4ead0"))
    c.dot(x + 7, y - h - 10, 4.5, rgb("#f4ead0"))
    c.poly([(x - 26, y - h - 24), (x, y - h - 58), (x + 26, y - h - 24)], gold)


def rice_field(c: Canvas, m: Mood) -> None:
    """Paddies with bunds mirroring the sky, a field hut and farmers."""
    r = c.rng
    horizon = r.uniform(400, 470)
    sun = backdrop(c, m, horizon)
    water(c, m, horizon + 4, sun, 0.75)
    ripe = r.random() < 0.5
    rice = m.tone(rgb("#d8b23f") if ripe else rgb("#86b83f"), 0.15)
    y, row = horizon + 8, 0
    while y < 1000:
        tall = 10 + (y - horizon) * 0.3
        for half in (0, 1):
            if row > 0 and r.random() < (0.28 if not ripe else 0.1):
                continue
            edge = 750 + r.uniform(-160, 160)
            paddy(
                c, m, (-20, edge - 14) if half == 0 else (edge + 14, 1520), y, tall, mix(rice, m.leaf, r.random() * 0.4)
            )
        c.fill(
            [(0, y + tall - tall * 0.12), (1500, y + tall - tall * 0.16), (1500, y + tall + 3), (0, y + tall + 3)],
            [m.lit(m.leaf, 0.2), m.tone(m.earth, 0.45)],
        )
        y += tall + 3
        row += 1
    hx = r.choice([r.uniform(200, 420), r.uniform(1050, 1300)])
    stilt_house(c, m, hx, horizon + 74, 210, rgb("#b08a58"), rgb("#8a6a44"))
    palm(c, (hx + 150, horizon + 66), 330, m.tone(m.leaf, 0.25), m.sun, 0.1)
    for i in range(r.randint(2, 4)):
        b_x = 1500 - hx + (i - 1.5) * r.uniform(90, 170)
        stand(
            c,
            (b_x, horizon + 180 + i * 34),
            120 + i * 16,
            look(r, ("caping",), (m.shade, 0.15)),
            "work",
            r.choice([-1, 1]),
            0.65,
        )
    grass(c, 1000, 130, [rice, m.lit(rice, 0.3), dark(rice, 0.25)], (-10, 1510), 330)


def paddy(c: Canvas, m: Mood, span: tuple[float, float], y: float, tall: float, color: Color) -> None:
    """One planted field: rows of tufts."""
    c.fill(
        [(span[0], y + tall * 0.2), (span[1], y + tall * 0.2), (span[1], y + tall), (span[0], y + tall)],
        [m.lit(color, 0.35), color, dark(color, 0.25)],
    )
    for row in range(4):
        py = y + tall * (0.2 + row * 0.22)
        s = tall * (0.2 + row * 0.04)
        x = span[0] + c.rng.random() * s
        while x < span[1]:
            tone = mix(dark(color, 0.25), m.lit(color, 0.5), c.rng.random())
            c.poly(
                [
                    (x - s * 0.5, py),
                    (x - s * 0.35, py - s),
                    (x, py - s * 0.3),
                    (x + s * 0.3, py - s * 0.9),
                    (x + s * 0.5, py),
                ],
                tone,
            )
            x += s * 0.95


def village_street(c: Canvas, m: Mood) -> None:
    """A boardwalk street of wooden houses on stilts."""
    r = c.rng
    horizon = r.uniform(430, 480)
    sun = backdrop(c, m, horizon, 110)
    wet = r.random() < 0.6
    if wet:
        water(c, m, horizon + 6, sun, 0.6)
    else:
        lawn(c, m, horizon + 6)
    vx = r.uniform(650, 850)
    places = []
    for i in range(4):
        t = (i / 3) ** 1.5
        places += [
            (vx + side * (110 + 420 * t + r.uniform(-12, 12)), horizon + 40 + t * 270, 130 + 360 * t)
            for side in (-1, 1)
        ]
    for x, y, w in places:
        if r.random() < 0.5:
            palm(c, (x + w * 0.55, y - 10), w * 1.25, m.tone(m.leaf, 0.25), m.sun, r.uniform(-0.1, 0.1))
        stilt_house(c, m, x, y, w, r.choice(WALLS), r.choice(ROOFS))
    boardwalk(c, m, vx, horizon + 20)
    strollers(c, m, vx, horizon)
    (grass if wet else undergrowth)(
        c,
        1000,
        120,
        *(
            ([m.tone(m.leaf, 0.35), m.lit(m.leaf, 0.15)], (-10, 260), 120)
            if wet
            else (m.tone(m.leaf, 0.3), m.sun, (-20, 240))
        ),
    )


def strollers(c: Canvas, m: Mood, vx: float, horizon: float) -> None:
    """A few people on the boardwalk."""
    r = c.rng
    for _ in range(r.randint(3, 5)):
        t = r.random()
        y = horizon + 120 + t * 330
        stand(
            c,
            (vx + r.uniform(-1, 1) * (20 + 150 * t), y),
            70 + 190 * t,
            look(r, tint=(m.shade, 0.12)),
            r.choice(["down", "wave", "hold"]),
            r.choice([-1, 1]),
        )


def boardwalk(c: Canvas, m: Mood, x: float, top: float) -> None:
    """A plank walk running towards the viewer."""
    wood = m.tone(rgb("#a5805a"))
    c.soft([(x - 40, top + 20), (x + 60, top + 20), (x + 470, 1040), (x - 430, 1040)], 26, m.shade, 0.5)
    c.fill([(x - 16, top), (x + 16, top), (x + 330, 1001), (x - 330, 1001)], [m.lit(wood, 0.5), m.lit(wood, 0.2), wood])
    y, step = top + 4, 3.0
    while y < 1000:
        half = 16 + (y - top) / (1000 - top) * 314
        c.line([(x - half, y), (x + half, y)], 1 + step * 0.09, dark(wood, 0.4), False)
        c.box(x - half, y + step * 0.1, x + half, y + step * 0.55, alpha(light(wood, 0.5), c.rng.random() * 0.28))
        y += step
        step *= 1.16


def mosque_square(c: Canvas, m: Mood) -> None:
    """The village square with mosque and church side by side."""
    r = c.rng
    horizon = r.uniform(540, 590)
    backdrop(c, m, horizon, 130)
    lawn(c, m, horizon)
    base = horizon + 70
    c.fill(
        [(0, base), (1500, base), (1500, 1000), (0, 1000)],
        [m.lit(m.tone(rgb("#d9c09a")), 0.35), m.tone(rgb("#b89a78"))],
    )
    for i in range(1, 9):
        y = base + (i / 8) ** 1.6 * (1000 - base)
        c.line([(0, y), (1500, y)], 1 + i * 0.4, alpha(m.shade, 0.2), False)
    for i in range(-12, 13):
        c.line([(750 + i * 70, base), (750 + i * 260, 1000)], 2, alpha(m.shade, 0.16), False)
    for x in (r.uniform(20, 100), r.uniform(820, 900), r.uniform(1420, 1490)):
        palm(c, (x, base + 6), r.uniform(330, 440), m.tone(m.leaf, 0.25), m.sun, r.uniform(-0.1, 0.1))
    dome = r.choice([rgb(code) for code in ("#2f8f6b", "#d6a33a", "#3a7fb0", "#8f4f9a", "#b9c3c6")])
    mosque(c, m, r.uniform(430, 500), base + 30, r.uniform(430, 480), dome)
    church(c, m, r.uniform(1120, 1200), base + 24, r.uniform(240, 290), r.choice(ROOFS))
    for _ in range(r.randint(6, 9)):
        t = r.random()
        stand(
            c,
            (r.uniform(120, 1380), base + 90 + 210 * t),
            110 + 80 * t,
            look(r, ("peci", "hijab", "hair", "bun"), (m.shade, 0.15)),
            r.choice(["down", "hold", "wave"]),
            r.choice([-1, 1]),
        )
    crown(c, r.choice([60, 1440]), 40, 230, m.tone(m.leaf, 0.5), m.sun)


def school(c: Canvas, m: Mood) -> None:
    """A village school with its flag, yard and pupils."""
    r = c.rng
    horizon = r.uniform(520, 560)
    backdrop(c, m, horizon, 150)
    lawn(c, m, horizon)
    y, x, w = horizon + 110, r.uniform(700, 860), r.uniform(860, 980)
    wall, roof = (
        m.tone(r.choice([rgb("#f1e2bd"), rgb("#dfe8d8"), rgb("#f0d3b5")]), 0.2),
        m.tone(r.choice([rgb("#b4472f"), rgb("#8a4a3a"), rgb("#3f6f78")])),
    )
    c.soft(ring(x, y, w * 0.56, 26), 14, m.shade, 0.5)
    planks(c, (x - w / 2, y - 170, x + w / 2, y), wall, 400)
    c.box(x - w / 2, y - 62, x + w / 2, y, mix(wall, roof, 0.65))
    c.box(x - w / 2, y - 170, x + w / 2, y - 140, alpha(m.shade, 0.35))
    for i in range(7):
        px = x - w * 0.46 + i * w * 0.152
        if i % 2:
            c.box(px - 4, y - 128, px + 52, y, dark(roof, 0.25))
            c.box(px, y - 124, px + 48, y, mix(roof, rgb("#e9c98f"), 0.3))
        else:
            window(c, px + 6, y - 124, 52, 54, light(wall, 0.3), dark(m.water, 0.2))
    gable(c, x, y - 165, w * 1.09, 140, roof, m)
    for i in range(9):
        px = x - w * 0.52 + i * w * 0.13
        c.box(px - 5, y - 162, px + 5, y + 8, light(wall, 0.45))
    path(c, m, (x, y + 6, 120), (x + r.uniform(-200, 200), 1010, 520), 0, m.tone(m.earth))
    flag(c, x - w * r.uniform(0.2, 0.42), y + 150, 470, m)
    for i in range(r.randint(6, 9)):
        pupil(c, m, (x - 420 + i * 110 + r.uniform(-30, 30), y + r.uniform(150, 250)), r.uniform(120, 145))
    crown(c, r.choice([30, 1470]), 90, 260, m.tone(m.leaf, 0.4), m.sun)
    bank(c, m, ridge(r, -10, 1510, 1000, 40), m.tone(m.leaf, 0.35))
    grass(c, 1004, 70, [m.tone(m.leaf, 0.35), m.lit(m.leaf, 0.1)], (-10, 1510), 160)


def pupil(c: Canvas, m: Mood, foot: tuple[float, float], h: float) -> None:
    """A child in the red-and-white primary school uniform."""
    base = look(c.rng, ("hair", "hijab", "cap"))
    cloth = rgb("#f6f2ea") if base.head == "hijab" else rgb("#a8232b")
    kid = replace(base, shirt=m.tone(rgb("#f7f3ea"), 0.1), lower=m.tone(rgb("#a8232b"), 0.1), cloth=m.tone(cloth, 0.1))
    stand(c, foot, h, kid, c.rng.choice(["down", "wave", "up", "hold"]), c.rng.choice([-1, 1]))
