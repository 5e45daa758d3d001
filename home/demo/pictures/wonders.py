"""Natural pride of a village: orchid, hornbill and fishpond."""

from collections.abc import Callable

from .buildings import stilt_house
from .canvas import Canvas, Point
from .color import Color, Mood, alpha, dark, light, mix, rgb
from .food import fish
from .ground import backdrop
from .nature import birds, crown, grass, palm, treeline, undergrowth, water
from .people import Body, look, stand
from .shapes import bezier, leaf, polar, ring, smooth


def orchid(c: Canvas, m: Mood) -> None:
    """A spray of forest orchids in front of a blurred jungle."""
    r = c.rng
    c.fill([(0, 0), (1500, 0), (1500, 1000), (0, 1000)], [m.lit(m.leaf, 0.3), m.tone(m.leaf, 0.3), dark(m.leaf, 0.6)])
    for _ in range(34):
        c.glow(
            r.uniform(0, 1500),
            r.uniform(0, 900),
            r.uniform(60, 190),
            mix(m.sun, m.leaf, r.random() * 0.8),
            r.uniform(0.1, 0.4),
        )
    for _ in range(12):
        x, y = r.uniform(0, 1500), r.uniform(0, 1000)
        c.soft(leaf((x, y), polar((x, y), 420, r.uniform(0, 360)), 80), 22, dark(m.leaf, r.random() * 0.6), 0.5)
    pairs = [
        ("#f7eef4", "#c8508f"),
        ("#f2c0d8", "#8f2f6a"),
        ("#fbf0c0", "#d8703a"),
        ("#e6d8f4", "#7a3fa0"),
        ("#d9e6a0", "#4a2a2a"),
        ("#fbfaf2", "#e0a92f"),
    ]
    petal, lip = (rgb(code) for code in r.choice(pairs))
    bark = m.tone(rgb("#6a4a38"), 0.2)
    c.fill(
        [(-20, 860), *bezier((-20, 860), (500, 800), (1520, 900)), (1520, 1010), (-20, 1010)],
        [m.lit(bark, 0.35), bark, dark(bark, 0.5)],
    )
    for i in range(9):
        base = (330 + r.uniform(-70, 90), 860)
        c.fill(
            leaf(base, polar(base, r.uniform(240, 400), 20 + i * 18), 44, r.uniform(-30, 30)),
            [light(m.leaf, 0.3), m.leaf, dark(m.leaf, 0.4)],
        )
    for k in range(r.choice([2, 3])):
        bend, end = (420 + k * 210, 60 - k * 30), (1180 + k * 60 - r.uniform(0, 160), 300 + k * 260)
        spray(c, (370 + k * 24, 850), bend, end, petal, lip)
    grass(c, 900, 40, [m.leaf, light(m.leaf, 0.2)], (0, 1500), 160)


def spray(c: Canvas, start: Point, bend: Point, end: Point, petal: Color, lip: Color) -> None:
    """One flowering stem."""
    stem = bezier(start, bend, end, 24)
    c.line(stem, 9, rgb("#5f7f3f"), False)
    for i in range(6, 25, 3):
        x, y = stem[i]
        size = 150 - (i - 6) * 4.4
        if i > 20:
            c.ball(x, y + 18, size * 0.34, [light(petal, 0.3), mix(petal, rgb("#8fae5a"), 0.4)])
        else:
            bloom(c, x, y + size * 0.35, size, petal, lip, c.rng.uniform(-14, 14))


def bloom(c: Canvas, x: float, y: float, s: float, petal: Color, lip: Color, turn: float) -> None:
    """One orchid flower of radius ``s``."""
    c.soft(ring(x + s * 0.12, y + s * 0.2, s * 0.85, s * 0.8), s * 0.16, (16, 26, 22), 0.35)
    for angle, wide, long in (
        (90, 0.26, 1.0),
        (215, 0.25, 0.95),
        (325, 0.25, 0.95),
        (168, 0.42, 1.02),
        (12, 0.42, 1.02),
    ):
        tip = polar((x, y), s * long, angle + turn)
        shape = leaf((x, y), tip, s * wide * 1.25)
        c.fill(shape, [light(petal, 0.5), petal, mix(petal, lip, 0.22)])
        for k in (-9, 0, 9):
            c.line(
                [polar((x, y), s * 0.18, angle + turn + k), polar((x, y), s * 0.68, angle + turn + k * 0.8)],
                max(1.5, s * 0.014),
                alpha(lip, 0.4),
                False,
            )
    low = polar((x, y), s * 0.5, 270 + turn)
    c.fill(
        smooth(
            [
                (x - s * 0.1, y),
                polar(low, s * 0.3, 170),
                polar(low, s * 0.26, 250),
                polar(low, s * 0.26, 290),
                polar(low, s * 0.3, 10),
                (x + s * 0.1, y),
            ],
            3,
            True,
        ),
        [light(lip, 0.25), lip, dark(lip, 0.3)],
    )
    c.ball(x, y, s * 0.12, [(255, 246, 200), rgb("#e9b23a"), lip])


def hornbill(c: Canvas, m: Mood) -> None:
    """A rhinoceros hornbill on a branch above a misty forest."""
    r = c.rng
    backdrop(c, m, 720, 200)
    c.fill([(0, 715), (1500, 715), (1500, 1000), (0, 1000)], [m.far(m.leaf, 0.55), m.far(m.leaf, 0.2)])
    treeline(c, 850, 170, m.far(m.leaf, 0.3), m.sun)
    c.cloud(560, 980, m.lit(m.haze, 0.4), (4, 3), (0.35, 0.8))
    treeline(c, 1010, 200, m.far(m.tone(m.leaf), 0.12), m.sun)
    bark = m.tone(rgb("#6a4a38"), 0.3)
    c.fill(
        [
            (-20, 760),
            *bezier((-20, 760), (700, 730), (1520, 600)),
            (1520, 640),
            *bezier((1520, 650), (700, 810), (-20, 840)),
        ],
        [m.lit(bark, 0.4), bark, dark(bark, 0.4)],
    )
    for side in (0, 1):
        for _ in range(9):
            at = (r.uniform(0, 330) if side == 0 else r.uniform(1180, 1500), r.uniform(600, 760))
            c.fill(
                leaf(at, polar(at, r.uniform(110, 200), r.uniform(0, 360)), 34),
                [m.lit(m.leaf, 0.3), m.tone(m.leaf, 0.3)],
            )
    big_bird(c, m, r.uniform(660, 800), 740, r.uniform(0.92, 1.08))
    crown(c, r.uniform(-40, 140), 30, 240, m.tone(m.leaf, 0.4), m.sun)
    birds(c, m.tone(m.shade, 0.2), r.uniform(900, 1300), 220, 5)


def big_bird(c: Canvas, m: Mood, x: float, y: float, s: float) -> None:
    """The hornbill; (x, y) = its feet on the branch, ``s`` scales it."""

    def at(dx: float, dy: float) -> Point:
        return (x + dx * s, y + dy * s)

    ink, white = m.tone(rgb("#24242e"), 0.1), m.tone(rgb("#f6f0e2"), 0.06)
    tail = [at(-80, -60), at(-330, 190), at(-300, 250), at(-230, 240), at(-20, 20)]
    c.fill(tail, [light(white, 0.3), white, dark(white, 0.15)])
    c.fill([at(-178, 40), at(-240, 100), at(-190, 196), at(-118, 110)], [ink, dark(ink, 0.2)])
    body = smooth(
        [
            at(-110, -30),
            at(-90, -230),
            at(20, -390),
            at(110, -420),
            at(140, -330),
            at(120, -130),
            at(40, 10),
            at(-60, 30),
        ],
        3,
        True,
    )
    c.fill(body, [light(ink, 0.26), ink, dark(ink, 0.4)], True)
    c.fill(smooth([at(-50, 30), at(60, 0), at(60, -70), at(-40, -50)], 2, True), [white, dark(white, 0.15)])
    wing = smooth([at(-10, -330), at(-110, -200), at(-190, 10), at(-150, 50), at(-20, -60), at(50, -220)], 2, True)
    c.fill(wing, [light(ink, 0.35), mix(ink, m.sky[0], 0.25), dark(ink, 0.3)])
    for i in range(6):
        c.line(
            bezier(at(10 - i * 14, -270 + i * 20), at(-70 - i * 8, -130 + i * 16), at(-150 + i * 10, 20 - i * 4)),
            3.4 * s,
            light(ink, 0.3),
            False,
        )
    bird_head(c, at, s, ink)
    for dx in (-10, 46):
        for k in (-14, 0, 14):
            c.line([at(dx, 6), at(dx + k, 42)], 10 * s, rgb("#4a443c"))


def bird_head(c: Canvas, at: Callable[[float, float], Point], s: float, ink: Color) -> None:
    """The hornbill's head with bill, casque and eye."""
    c.ball(*at(110, -420), 84 * s, [light(ink, 0.35), ink, dark(ink, 0.3)])
    upper = bezier(at(150, -480), at(370, -500), at(430, -270)) + bezier(at(430, -270), at(330, -370), at(160, -392))
    lower = bezier(at(150, -400), at(310, -370), at(400, -280)) + bezier(at(400, -280), at(290, -330), at(150, -360))
    c.fill(lower, [rgb("#e9c27a"), rgb("#b5763a")])
    c.fill(upper, [rgb("#fbe3a0"), rgb("#f0b04a"), rgb("#d8702f")], True)
    casque = (
        bezier(at(110, -490), at(220, -560), at(350, -545))
        + bezier(at(350, -545), at(410, -600), at(390, -640))
        + bezier(at(390, -640), at(470, -540), at(330, -470))
        + bezier(at(330, -470), at(230, -480), at(140, -450))
    )
    c.fill(casque, [rgb("#f7b23c"), rgb("#e0512c"), rgb("#b3261e")])
    c.line(bezier(at(160, -476), at(280, -490), at(340, -480)), 5 * s, rgb("#5a1a1a"), False)
    c.dot(*at(132, -440), 21 * s, rgb("#d8442f"))
    c.dot(*at(132, -440), 14 * s, rgb("#f6efe0"))
    c.dot(*at(136, -440), 8 * s, rgb("#18141a"))


def fishpond(c: Canvas, m: Mood) -> None:
    """Floating cages and a walkway on a pond, jumping fish, a farmer feeding them."""
    r = c.rng
    horizon = r.uniform(400, 450)
    sun = backdrop(c, m, horizon, 140)
    hx = r.choice([280, 1220])
    stilt_house(c, m, hx, horizon + 50, 260, rgb("#b58a58"), rgb("#7a4a3a"))
    palm(c, (1500 - hx, horizon + 20), r.uniform(280, 360), m.tone(m.leaf, 0.25), m.sun, 0.12)
    water(c, m, horizon + 18, sun, 0.7)
    edges = [horizon + d for d in (80, 150, 256, 420, 640)]
    vx = r.uniform(600, 900)
    cages(c, m, vx, horizon, edges)
    b = stand(
        c,
        (vx + r.uniform(-140, 140), edges[2] + 6),
        290,
        look(r, ("caping", "hijab", "cap"), (m.shade, 0.1)),
        "point",
        r.choice([-1, 1]),
    )
    feeding(c, m, b, horizon)
    undergrowth(c, 1010, 110, m.tone(m.leaf, 0.3), m.sun, (-20, 260))
    grass(c, 1004, 130, [m.tone(m.leaf, 0.3), m.lit(m.leaf, 0.2)], (1200, 1520), 120)


def cages(c: Canvas, m: Mood, vx: float, horizon: float, edges: list[float]) -> None:
    """All cages in perspective; ``edges`` are the heights of their cross planks."""
    wood = m.tone(rgb("#b08858"))
    for near, far_ in zip(edges[1:], edges[:-1], strict=True):
        for i in range(-4, 4):
            cage(
                c,
                m,
                [
                    (vx + k * 3.2 * (y - horizon + 60), y)
                    for k, y in ((i * 0.5, far_), (i * 0.5 + 0.5, far_), (i * 0.5 + 0.5, near), (i * 0.5, near))
                ],
                wood,
            )


def feeding(c: Canvas, m: Mood, b: Body, horizon: float) -> None:
    """Feed flying from the farmer's hand and fish jumping for it."""
    r = c.rng
    hand = b.at(0.36, 0.82)
    for _ in range(46):
        t = r.random()
        c.dot(
            hand[0] + b.face * t * 150 + r.gauss(0, 10),
            hand[1] - 30 * t + 190 * t * t + r.gauss(0, 10),
            3.2,
            m.tone(rgb("#8a5a34"), 0.1),
        )
    for _ in range(r.randint(3, 5)):
        x, y = r.uniform(200, 1300), r.uniform(horizon + 340, 930)
        fish(
            c,
            x,
            y - 60,
            r.uniform(110, 170),
            r.uniform(30, 60) if r.random() < 0.5 else r.uniform(120, 150),
            m.tone(r.choice([rgb("#d8803a"), rgb("#8a98a0"), rgb("#c84a3a")]), 0.1),
        )
        for k in range(3):
            c.arc(x, y + 16, 46 + k * 26, 11 + k * 6, (0, 360), (3, alpha(light(m.haze, 0.6), 0.7 - k * 0.18)))


def cage(c: Canvas, m: Mood, corners: list[Point], wood: Color) -> None:
    """One floating fish cage between four corners: plank frame, floats, fish below the surface."""
    (x0, y0), (x1, _), (x2, y2), (x3, _) = corners
    thick = (y2 - y0) * 0.11
    c.poly(corners, alpha(dark(m.water, 0.6), 0.4))
    for _ in range(7):
        t = c.rng.random()
        px = x0 + (x3 - x0) * t + (x1 - x0 + (x2 - x3 - x1 + x0) * t) * c.rng.uniform(0.1, 0.9)
        c.dot(px, y0 + (y2 - y0) * t, thick * 1.4, alpha(rgb("#e08a4a"), 0.5), thick * 0.4)
    for start, end in ((corners[0], corners[3]), (corners[3], corners[2])):
        c.line([(start[0], start[1] + thick * 0.5), (end[0], end[1] + thick * 0.5)], thick, dark(wood, 0.5))
        c.line([start, end], thick, m.lit(wood, 0.25))
        c.line(
            [(start[0], start[1] - thick * 0.3), (end[0], end[1] - thick * 0.3)], thick * 0.22, m.lit(wood, 0.55), False
        )
    c.ball(
        x3, y2, thick * 1.05, [light(m.tone(rgb("#3f7fa0")), 0.4), m.tone(rgb("#3f7fa0")), rgb("#1f3f58")], thick * 0.8
    )
