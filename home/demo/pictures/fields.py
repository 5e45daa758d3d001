"""Outdoor activities: harvest, fire watch, planting, football."""

import math

from .buildings import bunting, flag, stilt_house
from .canvas import Canvas, Point
from .color import Color, Mood, alpha, dark, light, mix, rgb
from .ground import backdrop, lawn
from .nature import birds, crown, grass, palm
from .people import SHIRTS, Look, look, stand
from .shapes import bezier, leaf, polar, ring


def harvest(c: Canvas, m: Mood) -> None:
    """Farmers cutting ripe rice, sheaves and baskets in front."""
    r = c.rng
    horizon = r.uniform(400, 460)
    backdrop(c, m, horizon, 130)
    gold = m.tone(rgb("#e0b23c"), 0.12)
    c.fill([(0, horizon), (1500, horizon), (1500, 1000), (0, 1000)], [m.lit(gold, 0.5), gold, dark(gold, 0.35)])
    hx = r.choice([230, 1260])
    stilt_house(c, m, hx, horizon + 70, 220, rgb("#a87848"), rgb("#7a5a40"))
    palm(c, (hx + 150, horizon + 60), 340, m.tone(m.leaf, 0.25), m.sun, 0.1)
    tones = [gold, m.lit(gold, 0.4), dark(gold, 0.2), mix(gold, m.leaf, 0.3)]
    workers = sorted((r.uniform(130, 1370), r.uniform(0.25, 0.85)) for _ in range(r.randint(5, 7)))
    rows = 11
    for i in range(rows):
        t = i / rows
        y = horizon + 24 + t**1.3 * 480
        grass(c, y, 26 + 74 * t, tones, (-10, 1510), 210)
        for x, depth in workers:
            if t <= depth < t + 1 / rows:
                b = stand(
                    c,
                    (x, y + 8),
                    130 + 190 * t,
                    look(r, ("caping", "hijab", "cap"), (m.shade, 0.12)),
                    "work",
                    r.choice([-1, 1]),
                    r.uniform(0.35, 0.65),
                )
                sheaf(c, b.at(0.3, 0.42), (20 + 30 * t), gold)
    for x in (r.uniform(180, 420), r.uniform(1050, 1330)):
        harvest_basket(c, m, x, 955, r.uniform(95, 125), gold)
    for i in range(3):
        x = 640 + i * 120
        c.soft(ring(x + 20, 966, 90, 18), 10, m.shade, 0.5)
        sheaf(c, (x, 940), 76, mix(gold, rgb("#c48a2c"), i * 0.2))
    birds(c, m.tone(m.shade, 0.2), r.uniform(400, 1100), 170, 7)


def sheaf(c: Canvas, at: Point, size: float, color: Color) -> None:
    """A bundle of rice with hanging ears."""
    for i in range(17):
        angle = 38 + i * 6.5
        tip = polar(at, size * c.rng.uniform(0.9, 1.15), angle)
        end = (tip[0] + (tip[0] - at[0]) * 0.5, tip[1] + size * 0.28)
        tone = mix(light(color, 0.3), dark(color, 0.3), c.rng.random())
        c.line(bezier(at, tip, end, 7), max(1.5, size * 0.035), tone, False)
        c.poly(leaf(tip, end, size * 0.05), light(tone, 0.25))
        c.line([at, polar(at, size * 0.42, 270 + (i - 8) * 5)], max(1.5, size * 0.04), dark(tone, 0.15), False)
    c.line([(at[0] - size * 0.12, at[1]), (at[0] + size * 0.12, at[1])], size * 0.12, rgb("#8a3f2a"))


def harvest_basket(c: Canvas, m: Mood, x: float, y: float, r: float, color: Color) -> None:
    """A back basket heaped with grain."""
    cane = m.tone(rgb("#a8743f"))
    c.soft(ring(x + r * 0.3, y, r * 1.2, r * 0.2), 10, m.shade, 0.6)
    c.ball(x, y - r * 1.42, r * 0.94, [light(color, 0.5), color, dark(color, 0.25)], r * 0.5)
    for _ in range(60):
        a, d = c.rng.uniform(180, 360), c.rng.random()
        px, py = x + math.cos(math.radians(a)) * r * 0.85 * d, y - r * 1.42 + math.sin(math.radians(a)) * r * 0.44 * d
        c.dot(px, py, r * 0.035, light(color, 0.6), r * 0.018)
    body = [(x - r, y - r * 1.4), (x + r, y - r * 1.4), (x + r * 0.74, y), (x - r * 0.74, y)]
    c.fill(body, [light(cane, 0.2), light(cane, 0.35), cane, dark(cane, 0.4)], True)
    with c.clip(body):
        for i in range(-14, 15):
            for lean in (-1, 1):
                c.line(
                    [(x + i * r * 0.14, y), (x + i * r * 0.14 + lean * r, y - r * 1.4)],
                    2.4,
                    alpha(dark(cane, 0.5), 0.5),
                    False,
                )
    for t in (0.05, 0.7, 1.38):
        c.line(
            [(x - r * (0.75 + t * 0.18), y - r * t), (x + r * (0.75 + t * 0.18), y - r * t)],
            r * 0.08,
            light(cane, 0.25),
        )


def planting(c: Canvas, m: Mood) -> None:
    """Neighbours planting seedlings in rows of turned earth."""
    r = c.rng
    horizon = r.uniform(410, 470)
    backdrop(c, m, horizon, 150)
    soil = m.tone(r.choice([rgb("#8a5a3c"), rgb("#6f4a38"), rgb("#a06a40")]), 0.15)
    c.fill([(0, horizon), (1500, horizon), (1500, 1000), (0, 1000)], [mix(soil, m.haze, 0.35), soil, dark(soil, 0.35)])
    vx = r.uniform(550, 950)
    furrows(c, m, vx, horizon, soil)
    people = [(r.uniform(120, 1380), r.uniform(0.2, 0.62)) for _ in range(r.randint(4, 6))]
    for row in range(9):
        t = (row / 8) ** 1.5
        y = horizon + 26 + t * 470
        for i in range(-9, 10):
            x = vx + i * (60 + 170 * (y - horizon) / (1000 - horizon)) + 12
            if -40 < x < 1540:
                seedling(c, m, x, y, 16 + 62 * t)
        for x, depth in people:
            if row / 9 <= depth < (row + 1) / 9:
                b = stand(
                    c,
                    (x, y),
                    170 + 230 * t,
                    look(r, ("caping", "cap", "hijab"), (m.shade, 0.12)),
                    "work",
                    r.choice([-1, 1]),
                    r.uniform(0.5, 0.75),
                )
                seedling(c, m, *b.at(0.42, 0.3), 40 + 40 * t)
    carrier(c, m)
    crates(c, m, 750, 970)


def carrier(c: Canvas, m: Mood) -> None:
    """A villager in front holding a potted seedling."""
    r = c.rng
    b = stand(
        c,
        (r.choice([300, 1200]), 980),
        470,
        look(r, ("caping", "hijab", "cap"), (m.shade, 0.1)),
        "hold",
        r.choice([-1, 1]),
    )
    seedling(c, m, *b.at(0.06, 0.57), 130)
    c.fill([b.at(-0.02, 0.6), b.at(0.14, 0.6), b.at(0.11, 0.5), b.at(0.01, 0.5)], [rgb("#3a3438"), rgb("#1c181c")])


def furrows(c: Canvas, m: Mood, vx: float, horizon: float, soil: Color) -> None:
    """Ploughed rows running to the vanishing point ``vx``."""
    for i in range(-9, 10):
        x0, x1 = vx + i * 60, vx + i * 230
        c.poly(
            [(x0 - 8, horizon + 6), (x0 + 6, horizon + 6), (x1 + 30, 1000), (x1 - 50, 1000)],
            alpha(dark(soil, 0.5), 0.5),
        )
        c.poly(
            [(x0 + 6, horizon + 6), (x0 + 12, horizon + 6), (x1 + 64, 1000), (x1 + 30, 1000)],
            alpha(m.lit(soil, 0.4), 0.6),
        )


def seedling(c: Canvas, m: Mood, x: float, y: float, h: float) -> None:
    """A young plant with a few leaves."""
    green = m.tone(rgb("#7fb845"), 0.1)
    c.dot(x + h * 0.1, y, h * 0.4, alpha(m.shade, 0.4), h * 0.1)
    c.line([(x, y), (x, y - h * 0.75)], max(1.5, h * 0.05), dark(green, 0.25), False)
    for i, angle in enumerate((25, 155, 55, 125, 90)):
        start = (x, y - h * (0.35 + 0.1 * i))
        c.poly(leaf(start, polar(start, h * 0.48, angle), h * 0.1), light(green, 0.3) if i % 2 else green)


def crates(c: Canvas, m: Mood, x: float, y: float) -> None:
    """A crate full of seedlings in pots."""
    wood = m.tone(rgb("#c08e58"))
    c.soft(ring(x, y + 6, 230, 22), 10, m.shade, 0.6)
    for i in range(8):
        seedling(c, m, x - 168 + i * 48, y - 70 + (i % 2) * 14, 105)
    c.fill(
        [(x - 205, y - 84), (x + 205, y - 84), (x + 195, y), (x - 195, y)], [m.lit(wood, 0.3), wood, dark(wood, 0.25)]
    )
    for dy in (-58, -30):
        c.line([(x - 202, y + dy), (x + 202, y + dy)], 4, dark(wood, 0.45), False)


def football(c: Canvas, m: Mood) -> None:
    """A village match in front of trees and spectators."""
    r = c.rng
    horizon = r.uniform(430, 480)
    backdrop(c, m, horizon, 170)
    for _ in range(2):
        crown(c, r.uniform(0, 1500), horizon - 40, r.uniform(110, 170), m.tone(m.leaf, 0.3), m.sun)
    for _ in range(34):
        stand(
            c,
            (r.uniform(-10, 1510), horizon + r.uniform(16, 34)),
            r.uniform(78, 94),
            look(r, tint=(m.shade, 0.25)),
            r.choice(["down", "up", "wave"]),
            r.choice([-1, 1]),
        )
    lawn(c, m, horizon + 36)
    green = m.tone(m.leaf, 0.15)
    for i in range(6):
        t0, t1 = (i / 6) ** 1.4, ((i + 0.5) / 6) ** 1.4
        span = 1000 - horizon - 36
        c.box(0, horizon + 36 + t0 * span, 1500, horizon + 36 + t1 * span, alpha(m.lit(green, 0.5), 0.28))
    goal(c, m, r.uniform(700, 800), horizon + 110)
    white = alpha((250, 250, 240), 0.75)
    c.line([(0, horizon + 112), (1500, horizon + 112)], 4, white, False)
    c.arc(750, 1010, 520, 130, (180, 360), (7, white))
    kits = r.choice([(SHIRTS[0], SHIRTS[3]), (SHIRTS[1], SHIRTS[7]), (SHIRTS[6], SHIRTS[0]), (SHIRTS[8], SHIRTS[2])])
    ball_x = r.uniform(650, 850)
    for i in range(r.randint(6, 8)):
        t = (i % 4) / 4 + r.uniform(0, 0.2)
        x = ball_x + (-1) ** i * r.uniform(130, 560)
        y = horizon + 190 + t * 300
        player(c, m, (x, y), 170 + 190 * t, kits[i % 2], 1 if x < ball_x else -1)
    leather(c, m, ball_x)
    bunting(c, (-10, 60), (760, 90), 80, [(200, 32, 44), (250, 246, 238)])
    bunting(c, (740, 90), (1510, 60), 80, [(200, 32, 44), (250, 246, 238)])
    flag(c, r.choice([110, 1300]), horizon + 60, 330, m)


def leather(c: Canvas, m: Mood, ball_x: float) -> None:
    """The football with its shadow."""
    y = 890
    c.soft(ring(ball_x + 10, y + 34, 36, 8), 6, m.shade, 0.6)
    c.ball(ball_x, y, 32, [(255, 255, 252), (232, 232, 226), (150, 150, 156)])
    for a in (0, 72, 144, 216, 288):
        c.poly(ring(*polar((ball_x, y), 19, a + 20), 8, 7, (0, 360), 5), (42, 42, 50))


def player(c: Canvas, m: Mood, foot: Point, height: float, kit: Color, face: int) -> None:
    """A running player in the team's shirt."""
    base = look(c.rng, ("hair",))
    stand(
        c,
        foot,
        height,
        Look(m.tone(kit, 0.08), m.tone(rgb("#f0ece0") if sum(kit) < 420 else rgb("#2f3a50"), 0.08), base.skin, "hair"),
        c.rng.choice(["run", "run", "up"]),
        face,
        0.12,
    )


def goal(c: Canvas, m: Mood, x: float, y: float) -> None:
    """A wooden goal with net."""
    for i in range(-8, 9):
        c.line([(x + i * 16, y - 118), (x + i * 18, y)], 1.4, alpha((250, 250, 245), 0.55), False)
    for i in range(8):
        c.line([(x - 140, y - i * 15), (x + 140, y - i * 15)], 1.4, alpha((250, 250, 245), 0.55), False)
    c.line([(x - 140, y), (x - 140, y - 122), (x + 140, y - 122), (x + 140, y)], 8, m.lit((246, 244, 236), 0.1))
