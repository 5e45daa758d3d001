"""Village gatherings: meeting, training, clean-up, health post, market, festival."""

import math

from .buildings import ROOFS, WALLS, bunting, planks, stilt_house
from .canvas import Canvas, Point
from .color import Color, Mood, alpha, dark, light, rgb
from .ground import backdrop, lawn
from .nature import crown, grass, palm
from .people import look, sit, stand, tool
from .shapes import bezier, ring

PENNANTS = [rgb(code) for code in ("#d8343a", "#f4efe4", "#e9a93a", "#2f8f86", "#4d6fb0")]
AWNINGS = [*PENNANTS[:1], *PENNANTS[2:], rgb("#7a9a4a"), rgb("#d9703f")]


def hall(c: Canvas, m: Mood, floor: float) -> tuple[Color, Color]:
    """An open hall: plank wall with wide windows onto greenery, timber floor, posts. Returns wall and floor colour."""
    r = c.rng
    wall = m.tone(r.choice([rgb(code) for code in ("#b98a5c", "#cfa873", "#8fa08a", "#d8c3a0", "#a8704f")]), 0.18)
    wood = m.tone(r.choice([rgb("#a8744a"), rgb("#8a5a3c"), rgb("#c08e5c")]), 0.2)
    planks(c, (0, 0, 1500, floor), wall, 40, True)
    for i in range(3):
        x = 120 + i * 450
        c.box(x - 16, 110, x + 376, floor - 150, dark(wall, 0.4))
        frame = [(x, 126), (x + 360, 126), (x + 360, floor - 166), (x, floor - 166)]
        with c.clip(frame):
            c.fill(frame, m.sky)
            c.glow(x + 120, 240, 260, m.sun, 0.8)
            for _ in range(6):
                crown(
                    c,
                    x + r.uniform(0, 360),
                    floor - 150 + r.uniform(-40, 20),
                    r.uniform(60, 110),
                    m.far(m.leaf, r.uniform(0, 0.5)),
                    m.sun,
                )
            if r.random() < 0.6:
                palm(c, (x + r.uniform(60, 300), floor - 140), r.uniform(190, 260), m.far(m.leaf, 0.2), m.sun, 0.1)
        c.box(x - 26, floor - 166, x + 386, floor - 146, light(wall, 0.35))
    c.fill([(0, floor), (1500, floor), (1500, 1000), (0, 1000)], [m.lit(wood, 0.4), wood, dark(wood, 0.35)])
    for i in range(-16, 17):
        c.line([(750 + i * 70, floor), (750 + i * 230, 1000)], 2.4, alpha(dark(wood, 0.5), 0.5), False)
    for i in range(3):
        x = 120 + i * 450
        c.soft([(x + 40, floor), (x + 360, floor), (x + 500, 1000), (x + 60, 1000)], 16, m.sun, 0.2)
    c.box(0, floor - 14, 1500, floor, dark(wall, 0.3))
    c.box(0, 0, 1500, 46, dark(wall, 0.4))
    bunting(c, (0, 46), (760, 50), 70, PENNANTS)
    bunting(c, (740, 50), (1500, 46), 70, PENNANTS)
    return wall, wood


def circle(c: Canvas, m: Mood, centre: Point, radius: Point, count: int, height: float) -> None:
    """Villagers seated in a circle, far ones facing us, near ones seen from behind."""
    seats = []
    shift = c.rng.random() * 0.4
    for i in range(count):
        a = 2 * math.pi * (i + shift) / count
        seats.append((centre[0] + radius[0] * math.cos(a), centre[1] + radius[1] * math.sin(a), a))
    for x, y, a in sorted(seats, key=lambda s: s[1]):
        size = height * (0.78 + 0.34 * (y - centre[1] + radius[1]) / (2 * radius[1]))
        pose = "raise" if c.rng.random() < 0.18 else "rest"
        sit(
            c,
            (x, y),
            size,
            look(c.rng, ("hair", "hijab", "peci", "bun"), (m.shade, 0.1)),
            1 if math.cos(a) < 0 else -1,
            math.sin(a) > 0.35,
            pose,
        )


def meeting(c: Canvas, m: Mood) -> None:
    """Villagers seated in a circle on a woven mat in a hall."""
    floor = c.rng.uniform(520, 570)
    hall(c, m, floor)
    cy = 760
    mat = m.tone(c.rng.choice([rgb("#d9b36a"), rgb("#c9a06a"), rgb("#d8c48a")]), 0.15)
    for step, tone in ((0, dark(mat, 0.35)), (14, mat), (40, rgb("#a8402f")), (56, light(mat, 0.2))):
        c.dot(750, cy + 10, 640 - step, m.tone(tone, 0.1), 205 - step * 0.55)
    for i in range(8):
        c.arc(750, cy + 10, 560 - i * 66, (205 - 30) * (560 - i * 66) / 600, (0, 360), (2, alpha(dark(mat, 0.4), 0.4)))
    for dx in (-60, 0, 66):
        c.ball(750 + dx, cy - 4, 24, [(255, 250, 240), m.tone(rgb("#d8cfc0")), m.tone(rgb("#8a8078"))], 13)
        c.dot(750 + dx, cy - 9, 17, m.tone(rgb("#7a4a2a")), 6)
    circle(c, m, (750, cy + 10), (540, 150), c.rng.choice([8, 9, 10, 11]), 390)


def training(c: Canvas, m: Mood) -> None:
    """A trainer at a board, villagers around a table with laptops."""
    r = c.rng
    wall, _ = hall(c, m, 600)
    bx = r.uniform(520, 640)
    c.soft([(bx, 130), (bx + 470, 130), (bx + 470, 460), (bx, 460)], 18, m.shade, 0.6)
    c.box(bx - 12, 108, bx + 472, 452, dark(wall, 0.5), 8)
    c.box(bx, 120, bx + 460, 440, rgb("#f6f4ea"))
    chart(c, (bx + 30, 150), r)
    stand(c, (bx - 70, 700), 480, look(r, ("hijab", "peci", "hair"), (m.shade, 0.08)), "point", 1)
    for i in range(3):
        stand(
            c, (bx + 560 + i * 130, 690 + i * 14), 430, look(r, ("hijab", "hair", "peci"), (m.shade, 0.08)), "hold", -1
        )
    wood = m.tone(rgb("#c89662"), 0.15)
    c.soft([(180, 800), (1340, 800), (1400, 990), (120, 990)], 20, m.shade, 0.7)
    c.fill([(260, 720), (1260, 720), (1420, 850), (100, 850)], [m.lit(wood, 0.5), wood])
    c.box(100, 850, 1420, 884, dark(wood, 0.3))
    for i in range(3):
        laptop(c, m, 380 + i * 370 + r.uniform(-20, 20), 790)
    for i in range(3):
        sit(
            c,
            (250 + i * 440 + r.uniform(-40, 40), 1050),
            560,
            look(r, ("hijab", "hair", "peci", "bun"), (m.shade, 0.12)),
            1,
            True,
        )


def chart(c: Canvas, at: Point, r: object) -> None:
    """A wordless diagram on the board: bars, a curve and a round chart."""
    x, y = at
    for i in range(5):
        tall = r.uniform(40, 170)
        c.box(x + i * 34, y + 220 - tall, x + i * 34 + 22, y + 220, PENNANTS[(0, 2, 3, 4, 0)[i]], 3)
    c.line([(x - 6, y + 222), (x + 180, y + 222)], 4, (70, 70, 80))
    c.line(bezier((x, y + 120), (x + 90, y + 110), (x + 175, y + 10)), 5, rgb("#2f8f86"))
    c.dot(x + 300, y + 80, 72, rgb("#e9a93a"))
    c.poly([(x + 300, y + 80), *ring(x + 300, y + 80, 72, 72, (-90, r.uniform(20, 120)), 20)], rgb("#2f8f86"))
    c.dot(x + 300, y + 80, 30, rgb("#f6f4ea"))
    for i in range(3):
        c.box(x + 220, y + 185 + i * 26, x + 380 - i * 36, y + 195 + i * 26, (190, 190, 186), 5)


def laptop(c: Canvas, m: Mood, x: float, y: float) -> None:
    """An open laptop on a table, seen from behind its user."""
    c.soft([(x - 110, y), (x + 120, y), (x + 140, y + 40), (x - 120, y + 40)], 10, m.shade, 0.6)
    c.box(x - 92, y - 118, x + 92, y + 4, (44, 46, 56), 8)
    c.fill([(x - 82, y - 108), (x + 82, y - 108), (x + 82, y - 6), (x - 82, y - 6)], [rgb("#bfe3ee"), rgb("#5fa8c4")])
    for i in range(3):
        c.box(x - 66, y - 92 + i * 26, x - 66 + (118, 80, 100)[i], y - 80 + i * 26, alpha((255, 255, 255), 0.75), 5)
    c.fill([(x - 94, y + 2), (x + 94, y + 2), (x + 118, y + 40), (x - 118, y + 40)], [(206, 208, 212), (150, 152, 160)])
    c.poly([(x - 80, y + 9), (x + 80, y + 9), (x + 92, y + 26), (x - 92, y + 26)], (70, 72, 84))


def clean_up(c: Canvas, m: Mood) -> None:
    """Gotong royong: neighbours cleaning a ditch along the street."""
    r = c.rng
    horizon = r.uniform(470, 520)
    backdrop(c, m, horizon, 140)
    lawn(c, m, horizon)
    for i in range(4):
        stilt_house(
            c,
            m,
            120 + i * 420 + r.uniform(-50, 50),
            horizon + 90,
            r.uniform(270, 330),
            r.choice(WALLS),
            r.choice(ROOFS),
        )
    ditch(c, m)
    kinds = ["hoe", "broom", "rake", "hoe", "broom"]
    r.shuffle(kinds)
    for i in range(4):
        b = stand(
            c,
            (190 + i * 360 + r.uniform(-50, 50), 722 + r.uniform(-12, 10)),
            270,
            look(r, tint=(m.shade, 0.1)),
            "work",
            r.choice([-1, 1]),
            r.uniform(0.1, 0.4),
        )
        tool(b, kinds[i])
    for x in (r.uniform(200, 480), r.uniform(950, 1280)):
        b = stand(c, (x, 962), 380, look(r, tint=(m.shade, 0.1)), "work", 1 if x < 700 else -1, 0.25)
        tool(b, r.choice(["broom", "rake", "hoe"]))
    bag(c, m, r.uniform(660, 800), 960)
    grass(c, 1004, 70, [m.tone(m.leaf, 0.3), m.lit(m.leaf, 0.2)], (-10, 1510), 120)


def ditch(c: Canvas, m: Mood) -> None:
    """A walled ditch with water and the path before it."""
    r = c.rng
    stone = m.tone(rgb("#b5aa98"))
    c.fill([(0, 700), (1500, 690), (1500, 740), (0, 750)], [m.lit(stone, 0.4), stone])
    c.fill([(0, 748), (1500, 738), (1500, 850), (0, 872)], [dark(m.water, 0.5), m.water, m.lit(m.water, 0.3)])
    for _ in range(50):
        c.dot(r.uniform(0, 1500), r.uniform(770, 850), r.uniform(10, 60), alpha(light(m.haze, 0.5), 0.3), 2)
    c.fill([(0, 868), (1500, 846), (1500, 884), (0, 908)], [m.lit(stone, 0.5), dark(stone, 0.3)])
    c.fill([(0, 906), (1500, 882), (1500, 1000), (0, 1000)], [m.tone(m.earth, 0.2), dark(m.earth, 0.3)])


def bag(c: Canvas, m: Mood, x: float, y: float) -> None:
    """Two tied rubbish bags and a basket."""
    for dx, tone in ((0, rgb("#2f3540")), (86, rgb("#3f7f6a"))):
        c.ball(x + dx, y - 40, 52, [m.lit(tone, 0.5), tone, dark(tone, 0.5)], 46)
        c.poly(
            [
                (x + dx - 14, y - 76),
                (x + dx - 22, y - 104),
                (x + dx, y - 92),
                (x + dx + 22, y - 106),
                (x + dx + 14, y - 76),
            ],
            tone,
        )


def health_post(c: Canvas, m: Mood) -> None:
    """Posyandu: a baby on a hanging scale, mothers and a health worker."""
    r = c.rng
    hall(c, m, 610)
    beam = rgb("#7a5236")
    sx = r.uniform(680, 820)
    c.line([(sx - 190, 830), (sx, 190)], 16, beam)
    c.line([(sx + 190, 830), (sx, 190)], 16, dark(beam, 0.2))
    c.line([(sx + 20, 800), (sx, 190)], 14, dark(beam, 0.4))
    c.line([(sx, 200), (sx, 300)], 5, (90, 90, 96))
    c.dot(sx, 330, 50, rgb("#c8d0d4"))
    c.dot(sx, 330, 42, rgb("#fbf7ee"))
    c.arc(sx, 330, 33, 33, (150, 390), (4, rgb("#2f8f86")))
    c.line([(sx, 330), (sx + 22, 308)], 5, rgb("#d8343a"))
    for side in (-1, 1):
        c.line([(sx, 380), (sx + side * 86, 480)], 4, (90, 90, 96))
    baby(c, sx, 470)
    stand(c, (sx - 270, 850), 500, look(r, ("hijab",), (m.shade, 0.05)), "point", 1)
    mother(c, m, (sx + 330, 870), 490, -1)
    mother(c, m, (sx + 540, 910), 510, -1)
    mother(c, m, (sx - 520, 920), 510, 1)
    for x in (sx - 60, sx + 130):
        c.box(x, 900, x + 66, 966, r.choice(PENNANTS), 8)
        c.dot(x + 33, 892, 24, r.choice(PENNANTS))
    c.dot(sx - 150, 950, 34, rgb("#e9a93a"))
    c.dot(sx - 158, 940, 12, rgb("#f8d98a"))


def baby(c: Canvas, x: float, y: float) -> None:
    """A baby in a cloth sling of the scale; (x, y) = middle of the sling's rim."""
    skin = rgb("#b98058")
    c.dot(x, y - 52, 36, rgb("#2a2026"))
    c.dot(x + 3, y - 45, 32, skin)
    for dx in (-10, 16):
        c.dot(x + dx, y - 46, 3.6, rgb("#2a2026"))
    c.arc(x + 3, y - 40, 10, 8, (20, 160), (3, rgb("#7a3a30")))
    c.box(x - 34, y - 18, x + 34, y + 40, rgb("#f4d06a"), 20)
    c.dot(x - 46, y - 14, 11, skin)
    c.dot(x + 46, y - 14, 11, skin)
    sling = [
        (x - 90, y),
        *bezier((x - 90, y), (x, y + 34), (x + 90, y)),
        *bezier((x + 90, y), (x + 70, y + 120), (x, y + 122)),
        *bezier((x, y + 122), (x - 70, y + 120), (x - 90, y)),
    ]
    c.fill(sling, [rgb("#e0637a"), rgb("#a83a58")])
    for i in range(5):
        c.dot(x - 52 + i * 26, y + 52 + (i % 2) * 22, 7, rgb("#f9d9b0"))
    for dx in (-28, 28):
        c.dot(x + dx, y + 128, 13, skin, 20)


def mother(c: Canvas, m: Mood, foot: Point, height: float, face: int) -> None:
    """A mother carrying a child in a cloth."""
    outfit = look(c.rng, ("hijab", "bun"), (m.shade, 0.05))
    b = stand(c, foot, height, outfit, "hold", face)
    cloth = c.rng.choice(PENNANTS)
    c.line([b.at(-0.1, 0.8), b.at(0.08, 0.6)], height * 0.05, cloth)
    c.ball(*b.at(0.09, 0.62), height * 0.095, [light(cloth, 0.4), cloth, dark(cloth, 0.35)], height * 0.12)
    c.dot(*b.at(0.12, 0.75), height * 0.048, rgb("#2a2026"))
    c.dot(*b.at(0.135, 0.742), height * 0.04, outfit.skin)
    b.limb([(0.02, 0.76), (0.02, 0.6), (0.13, 0.56)], 0.052, light(outfit.shirt, 0.12))
    c.dot(*b.at(0.14, 0.56), height * 0.03, outfit.skin)
