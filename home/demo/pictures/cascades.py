"""Still and falling water: the lake with lotus leaves and the jungle waterfall."""

from .canvas import Canvas
from .color import Color, Mood, alpha, dark, light, mix, rgb
from .nature import birds, crown, grass, hills, sky, tree, treeline, undergrowth, water
from .shapes import bezier


def lake(c: Canvas, m: Mood) -> None:
    """A still lake between hills with lotus leaves and a jetty."""
    r = c.rng
    horizon = r.uniform(440, 500)
    sun = sky(c, m, horizon)
    for i in range(3):
        hills(c, horizon, 250 - i * 70, m.far(mix(m.leaf, m.sky[0], 0.5 - i * 0.2), 0.6 - i * 0.15), m.haze)
    c.cloud(horizon - 110, horizon + 20, m.lit(m.haze, 0.5), (4, 3), (0.35, 0.8))
    treeline(c, horizon + 4, 80, m.far(m.leaf, 0.28), m.sun)
    water(c, m, horizon + 4, sun, 0.8)
    wood = m.tone(rgb("#8c6a4a"))
    jx = r.uniform(430, 600)
    c.fill([(jx, 640), (jx + 50, 640), (jx - 40, 1000), (jx - 330, 1000)], [m.lit(wood, 0.4), wood, dark(wood, 0.2)])
    for i in range(16):
        t = (i / 15) ** 1.7
        y = 640 + 360 * t
        c.line([(jx - 330 * t, y), (jx + 50 - 90 * t, y)], 2 + 4 * t, dark(wood, 0.45), False)
    for _ in range(46):
        y = r.uniform(640, 985)
        x, s = r.uniform(780, 1500), (y - 540) * 0.11
        tone = m.tone(mix(rgb("#4f9a5e"), rgb("#86b35a"), r.random()), 0.3)
        c.dot(x, y + s * 0.08, s, dark(m.water, 0.55), s * 0.34)
        c.dot(x, y, s, tone, s * 0.32)
        c.poly([(x, y), (x + s * 0.9, y - s * 0.22), (x + s, y + s * 0.05)], dark(m.water, 0.35))
        if r.random() < 0.24:
            lotus(c, x, y - s * 0.2, s * 0.6, m)
    birds(c, m.tone(m.shade, 0.2), r.uniform(400, 1100), 180, 6)


def lotus(c: Canvas, x: float, y: float, s: float, m: Mood) -> None:
    """A lotus flower of radius ``s``."""
    pink = m.tone(rgb("#ee8fb0"), 0.12)
    for dx, tone in ((-0.8, 0.1), (0.8, 0.1), (-0.4, 0.3), (0.4, 0.3), (0, 0.55)):
        tip = (x + dx * s, y - s * (1.1 - abs(dx) * 0.55))
        c.poly(
            [
                (x - s * 0.1, y),
                *bezier((x + dx * s * 0.2 - s * 0.3, y - s * 0.2), tip, tip, 4),
                (x + dx * s * 0.2 + s * 0.3, y - s * 0.2),
                (x + s * 0.1, y),
            ],
            light(pink, tone),
        )


def waterfall(c: Canvas, m: Mood) -> None:
    """A jungle waterfall into a pool with mist."""
    r = c.rng
    sky(c, m, 360)
    hills(c, 330, 200, m.far(mix(m.leaf, m.sky[1], 0.3), 0.5), m.haze)
    treeline(c, 330, 150, m.far(m.leaf, 0.35), m.sun)
    x, half = r.uniform(640, 860), r.uniform(90, 150)
    rock = m.tone(rgb("#6d6660"), 0.35)
    for side in (-1, 1):
        line = [(x + side * half * 0.8, 300)] + [
            (x + side * (half + d), 290 - d * 0.12 + r.uniform(-22, 22)) for d in range(60, 900, 60)
        ]
        c.fill([*line, (x + side * 960, 800), (x + side * half * 1.1, 790)], [m.lit(rock, 0.3), rock, dark(rock, 0.5)])
        boulders(c, m, rock, x, half, side)
        treeline(c, 320, 170, m.tone(m.leaf, 0.3), m.sun, tuple(sorted((x + side * half * 1.2, x + side * 1000))))
    falls(c, m, x, half)
    for side in (-1, 1):
        for i in range(5):
            crown(
                c,
                x + side * (half * 1.25 + 60 + i * 150 + r.uniform(-40, 40)),
                300 + r.uniform(-40, 60) + i * 14,
                r.uniform(80, 130),
                m.tone(m.leaf, 0.22),
                m.sun,
            )
        tree(c, (x + side * (half + r.uniform(220, 330)), 330), r.uniform(330, 440), m.tone(m.leaf, 0.2), m.sun)
    water(c, m, 770, x, 0.5)
    for _ in range(3):
        c.cloud(640, 880, light(m.haze, 0.7), (4, 3), (0.35, 0.6))
    c.glow(x, 780, 340, light(m.haze, 0.85), 0.75, 120)
    for side in (-1, 1):
        for i in range(4):
            bx = x + side * r.uniform(240, 700)
            c.ball(bx, 880 + i * 30, r.uniform(50, 110), [m.lit(rock, 0.25), rock, dark(rock, 0.35)], r.uniform(34, 60))
    undergrowth(c, 980, 150, m.tone(m.leaf, 0.3), m.sun, (-20, 420))
    undergrowth(c, 990, 130, m.tone(m.leaf, 0.35), m.sun, (1080, 1520))


def boulders(c: Canvas, m: Mood, rock: Color, x: float, half: float, side: int) -> None:
    """Facets, ledges and hanging plants on one cliff beside the fall."""
    r = c.rng
    for i in range(70):
        px, py, s = x + side * (half + r.uniform(10, 800)), 330 + 450 * i / 70, r.uniform(40, 110)
        tone = mix(m.lit(rock, 0.25), dark(rock, 0.5), r.random())
        c.poly(
            [
                (px - s, py),
                (px - s * 0.5, py - s * 0.5),
                (px + s * 0.6, py - s * 0.4),
                (px + s, py + s * 0.1),
                (px + s * 0.4, py + s * 0.6),
            ],
            tone,
        )
        c.poly(
            [
                (px - s * 0.5, py - s * 0.5),
                (px + s * 0.6, py - s * 0.4),
                (px + s * 0.7, py - s * 0.26),
                (px - s * 0.6, py - s * 0.34),
            ],
            m.lit(light(tone, 0.12), 0.14),
        )
    for _ in range(26):
        px, py = x + side * (half + r.uniform(20, 760)), r.uniform(330, 740)
        grass(c, py, 54, [m.tone(m.leaf, 0.2), m.lit(m.leaf, 0.2)], (px - 34, px + 34), 9)


def falls(c: Canvas, m: Mood, x: float, half: float) -> None:
    """The falling water itself, threads of light over a pale gradient."""
    r = c.rng
    pale = light(m.haze, 0.75)
    c.fill(
        [(x - half * 0.8, 292), (x + half * 0.8, 292), (x + half * 1.15, 800), (x - half * 1.15, 800)],
        [mix(m.water, pale, 0.55), mix(m.water, pale, 0.75), pale],
    )
    for _ in range(120):
        t, y = r.uniform(-1, 1), r.uniform(290, 700)
        tall = r.uniform(40, 210)
        tone = (255, 255, 255) if r.random() < 0.7 else dark(m.water, 0.1)
        wide = 0.8 + 0.35 * (y - 292) / 500
        c.line(
            [(x + t * half * wide, y), (x + t * half * (wide + tall / 1400), y + tall)],
            r.uniform(2, 7),
            alpha(tone, 0.4),
            False,
        )
