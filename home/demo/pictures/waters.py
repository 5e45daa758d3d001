"""River and sea landscapes: sunrise, klotok boats, harbour, bridge, and the two waterside achievements."""

from .boats import canoe, klotok, ship
from .buildings import ROOFS, WALLS, stilt_house
from .canvas import WIDTH, Canvas
from .color import Color, Mood, alpha, dark, light, mix, rgb
from .nature import bank, birds, grass, hills, palm, sky, tree, treeline, undergrowth, water
from .shapes import bezier, ring


def far_shore(c: Canvas, m: Mood, horizon: float) -> None:
    """Two hazy ridges and a forest edge, common background of the river scenes."""
    r = c.rng
    if r.random() < 0.75:
        hills(c, horizon, r.uniform(90, 230), m.far(mix(m.leaf, m.sky[1], 0.55), 0.5), m.haze)
    if r.random() < 0.6:
        hills(c, horizon, r.uniform(50, 110), m.far(mix(m.leaf, m.sky[1], 0.3), 0.42), m.haze)
    c.cloud(horizon - 120, horizon + 20, m.lit(m.haze, 0.4), (4, 3), (0.4, 0.75))
    treeline(c, horizon, r.uniform(70, 110), m.far(m.leaf, 0.45), m.sun)


def river_sunrise(c: Canvas, m: Mood) -> None:
    """Low sun over a wide river, palms in the foreground, one small boat."""
    r = c.rng
    horizon = r.uniform(470, 560)
    sun = sky(c, m, horizon)
    far_shore(c, m, horizon)
    for x0, x1, tall in ((-60, r.uniform(300, 520), 170), (r.uniform(1050, 1250), 1560, 120)):
        treeline(c, horizon + 8, tall, m.far(m.tone(m.leaf), 0.22), m.sun, (x0, x1))
    water(c, m, horizon + 8, sun, 0.7)
    canoe(c, m, max(600, min(1050, sun + r.uniform(-160, 160))), horizon + r.uniform(130, 220), r.uniform(190, 260))
    edge = m.tone(dark(m.leaf, 0.35), 0.5)
    bank(c, m, bezier((-10, 880), (300, 870), (r.uniform(650, 850), 1004)), edge)
    if r.random() < 0.5:
        palm(c, (r.uniform(90, 160), 930), r.uniform(640, 760), m.tone(m.leaf, 0.55), m.sun, 0.12)
        palm(c, (r.uniform(230, 290), 935), r.uniform(440, 540), m.tone(m.leaf, 0.5), m.sun, 0.22)
    else:
        tree(c, (r.uniform(120, 200), 930), r.uniform(720, 820), m.tone(m.leaf, 0.5), m.sun)
    grass(c, 945, 120, [edge, m.lit(edge, 0.2), dark(edge, 0.2)], (-10, 520), 190)
    undergrowth(c, 990, 95, m.tone(m.leaf, 0.5), m.sun, (-20, 420))
    birds(c, m.tone(m.shade, 0.3), r.uniform(500, 1100), r.uniform(130, 270))


def river_boats(c: Canvas, m: Mood) -> None:
    """Klotok boats on the Mentaya with houses along the far bank."""
    r = c.rng
    horizon = r.uniform(380, 450)
    sun = sky(c, m, horizon)
    far_shore(c, m, horizon)
    x = r.uniform(-20, 120)
    while x < WIDTH:
        w = r.uniform(120, 180)
        if r.random() < 0.62:
            stilt_house(c, m, x, horizon + 18, w, r.choice(WALLS), r.choice(ROOFS))
        elif r.random() < 0.6:
            palm(c, (x, horizon + 12), r.uniform(150, 240), m.far(m.tone(m.leaf), 0.15), m.sun, r.uniform(-0.2, 0.2))
        x += w * 1.15
    water(c, m, horizon + 16, sun, 0.62)
    hulls = [rgb(code) for code in ("#2f7f9e", "#c8503a", "#3f8f5f", "#e0a23c", "#8a5a3c", "#5a5fa0")]
    r.shuffle(hulls)
    layouts = (
        ((430, 545, 260), (1050, 610, 390), (540, 800, 660)),
        ((760, 760, 900),),
        ((240, 530, 220), (560, 560, 260), (930, 600, 320), (1280, 660, 380)),
        ((1050, 590, 330), (430, 740, 620)),
        ((300, 560, 300), (850, 840, 820)),
        ((700, 540, 240), (330, 660, 420), (1130, 780, 520)),
    )
    for (bx, by, size), hull in zip(r.choice(layouts), hulls, strict=False):
        bx += r.uniform(-90, 90)
        klotok(c, m, bx, by + r.uniform(-25, 25), size, hull, r.choice(hulls[3:]))
    grass(c, 1000, 150, [m.tone(m.leaf, 0.6), m.lit(m.tone(m.leaf, 0.5), 0.15)], (1180, 1520), 150)
    birds(c, m.tone(m.shade, 0.2), r.uniform(300, 1200), r.uniform(90, 200), 5)


def harbour(c: Canvas, m: Mood) -> None:
    """A river port: ships at a timber jetty, stacked goods, warehouses."""
    r = c.rng
    horizon = r.uniform(430, 480)
    sun = sky(c, m, horizon)
    far_shore(c, m, horizon)
    water(c, m, horizon + 6, sun, 0.6)
    colors = [rgb(code) for code in ("#2d6f8f", "#9c3f35", "#2f7d63", "#3e4c7a", "#7a5236")]
    r.shuffle(colors)
    ship(c, m, r.uniform(1050, 1250), horizon + 85, 300, colors[0])
    ship(c, m, r.uniform(560, 760), horizon + 190, 560, colors[1])
    wood = m.tone(rgb("#9a7350"))
    for i in range(9):
        c.box(i * 190 - 12, 830, i * 190 + 14, 1000, dark(wood, 0.45))
        c.box(i * 190 - 12, 830, i * 190 - 4, 1000, dark(wood, 0.15))
    c.fill([(0, 780), (1500, 770), (1500, 852), (0, 866)], [m.lit(wood, 0.35), wood, dark(wood, 0.3)])
    for x in range(0, 1500, 26):
        c.line([(x, 781), (x - 12, 860)], 2, alpha(dark(wood, 0.6), 0.5), False)
    goods(c, m, r.uniform(1060, 1150), 800)
    goods(c, m, r.uniform(120, 220), 806)
    for x in (420, 930):
        c.box(x - 13, 736, x + 13, 800, dark(wood, 0.4), 5)
        c.dot(x, 738, 17, m.lit(wood, 0.3), 7)
    birds(c, light(m.haze, 0.7), r.uniform(300, 900), r.uniform(220, 380), 9)


def goods(c: Canvas, m: Mood, x: float, y: float) -> None:
    """Crates, sacks and drums on a quay."""
    c.soft(ring(x + 110, y + 4, 230, 16), 10, m.shade, 0.6)
    for i, (dx, dy, w) in enumerate(((0, 0, 96), (102, 0, 84), (30, -92, 88))):
        tone = m.tone(mix(rgb("#c0935a"), rgb("#8f6a44"), i / 3))
        c.fill(
            [(x + dx, y + dy), (x + dx + w, y + dy), (x + dx + w, y + dy - 88), (x + dx, y + dy - 88)],
            [m.lit(tone, 0.3), tone, dark(tone, 0.25)],
            True,
        )
        for row in range(3):
            c.line([(x + dx, y + dy - 26 * row - 4), (x + dx + w, y + dy - 26 * row - 4)], 3, dark(tone, 0.35), False)
        c.line([(x + dx + 4, y + dy - 84), (x + dx + w - 4, y + dy - 6)], 7, light(tone, 0.15), False)
    for i in range(3):
        tone = m.tone(rgb("#e7dcc0"))
        c.ball(x + 226 + i % 2 * 60, y - 24 - i // 2 * 40, 46, [light(tone, 0.4), tone, dark(tone, 0.35)], 28)


def bridge(c: Canvas, m: Mood) -> None:
    """A long steel arch bridge across the river."""
    r = c.rng
    horizon = r.uniform(540, 600)
    sun = sky(c, m, horizon)
    far_shore(c, m, horizon)
    deck, steel = (
        horizon - r.uniform(80, 120),
        m.tone(r.choice([rgb("#c4473a"), rgb("#e0b040"), rgb("#d8dcd8"), rgb("#3f7f8f")])),
    )
    count = r.choice([1, 2, 3])
    span = {1: 1000, 2: 620, 3: 460}[count]
    start = 750 - span * count / 2
    for i in range(count + 1):
        x = start + i * span
        c.fill(
            [(x - 26, deck), (x + 26, deck), (x + 34, horizon + 30), (x - 34, horizon + 30)],
            [m.tone(rgb("#cfc8ba")), m.tone(rgb("#8f8a86"))],
            True,
        )
    for i in range(count):
        truss(c, start + i * span, span, deck, span * (0.26 if count == 1 else 0.32), steel, m)
    c.box(-10, deck - 6, 1510, deck + 18, dark(steel, 0.35))
    c.box(-10, deck - 8, 1510, deck + 2, m.lit(steel, 0.35))
    for x in range(0, 1500, 40):
        c.line([(x, deck - 6), (x, deck - 24)], 2.4, steel, False)
    c.line([(0, deck - 24), (1500, deck - 24)], 3, m.lit(steel, 0.2), False)
    water(c, m, horizon + 8, sun, 0.68)
    klotok(c, m, r.uniform(450, 1000), 800 + r.uniform(-40, 60), r.uniform(360, 480), r.choice(WALLS), r.choice(ROOFS))
    edge = m.tone(m.leaf, 0.45)
    treeline(c, 1010, 170, edge, m.sun, (-60, r.uniform(180, 330)))
    palm(c, (1400, 1010), r.uniform(420, 560), m.tone(m.leaf, 0.5), m.sun, -0.12)
    grass(c, 1002, 90, [edge, dark(edge, 0.3), m.lit(edge, 0.2)], (1100, 1520), 150)
    birds(c, m.tone(m.shade, 0.2), r.uniform(300, 1200), 200, 6)


def truss(c: Canvas, x: float, span: float, deck: float, high: float, steel: Color, m: Mood) -> None:
    """One steel arch with hangers and a second rib behind it."""
    for shift, tone in ((14, dark(steel, 0.35)), (0, steel)):
        upper = bezier((x + shift, deck), (x + span / 2, deck - high * 2), (x + span - shift, deck), 20)
        lower = bezier((x + 20 + shift, deck), (x + span / 2, deck - high * 1.72), (x + span - 20 - shift, deck), 20)
        for i in range(1, 20):
            c.line([lower[i], (lower[i][0], deck)], 2.6, tone, False)
            c.line([upper[i], lower[i]], 3, tone, False)
            c.line([upper[i], lower[i - 1]], 2.4, tone, False)
        c.line(upper, 9, tone)
        c.line(lower, 6, tone)
    c.line([(px, py - 3) for px, py in upper], 2.6, m.lit(steel, 0.6), False)
