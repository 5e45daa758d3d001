"""Sky, hills, forest, palms, water and grass: the parts every landscape is layered from."""

import math
from collections.abc import Sequence

from .canvas import WIDTH, Canvas
from .color import Color, Mood, alpha, dark, light, mix
from .shapes import bezier, ground, leaf, polar, ridge


def sky(c: Canvas, m: Mood, horizon: float, sun_x: float | None = None) -> float:
    """Paint the sky down to ``horizon`` with sun or moon, glow, stars and clouds; returns the sun's x."""
    c.fill([(0, 0), (WIDTH, 0), (WIDTH, horizon + 30), (0, horizon + 30)], m.sky)
    x = sun_x if sun_x is not None else c.rng.choice([0.22, 0.36, 0.62, 0.78]) * WIDTH
    y = horizon * (1 - m.sun_height)
    if m.night:
        for _ in range(130):
            c.dot(
                c.rng.random() * WIDTH,
                c.rng.random() ** 1.5 * horizon,
                c.rng.uniform(0.8, 2.2),
                alpha(m.sun, c.rng.uniform(0.2, 0.9)),
            )
    c.glow(x, y, 620, m.sun, 0.5)
    c.glow(x, y, 250, m.sun, 0.7)
    radius = c.rng.uniform(38, 58) * (0.75 if m.sun_height > 0.4 else 1.1)
    c.dot(x, y, radius, light(m.sun, 0.35))
    if m.night:
        c.dot(x - 10, y - 6, radius * 0.22, alpha(m.sky[1], 0.22))
        c.dot(x + 14, y + 9, radius * 0.15, alpha(m.sky[1], 0.18))
    clouds(c, m, horizon)
    return x


def clouds(c: Canvas, m: Mood, horizon: float) -> None:
    """Wispy noise clouds, darker above and bright below, plus a few crisp stylised banks."""
    top = mix(m.sky[0], m.haze, 0.45)
    c.cloud(-30, horizon * 0.85, mix(top, m.sun, 0.3), (3, 6), (0.45, 0.55))
    c.cloud(horizon * 0.15, horizon * 1.02, m.lit(m.haze, 0.55), (3, 8), (0.48, 0.75))
    for _ in range(c.rng.randint(1, 3)):
        x, y = c.rng.random() * WIDTH, horizon * c.rng.uniform(0.25, 0.8)
        for i in range(c.rng.randint(3, 5)):
            wide = c.rng.uniform(90, 230)
            left = x + c.rng.uniform(-120, 120)
            c.box(left - wide, y + i * 11, left + wide, y + i * 11 + 9, alpha(light(m.haze, 0.35), 0.3), 4.5)


def birds(c: Canvas, color: Color, x: float, y: float, count: int = 7) -> None:
    """A small flock around (x, y)."""
    for _ in range(count):
        bx, by, size = x + c.rng.gauss(0, 70), y + c.rng.gauss(0, 28), c.rng.uniform(7, 14)
        lift = c.rng.uniform(0.3, 0.7) * size
        wing = bezier((bx - size, by - lift), (bx - size * 0.4, by - lift), (bx, by), 5)
        wing += bezier((bx, by), (bx + size * 0.4, by - lift), (bx + size, by - lift * 1.1), 5)
        c.line(wing, 2.2, color, False)


def hills(c: Canvas, y: float, height: float, color: Color, fade: Color, reach: float = 160) -> None:
    """One ridge fading downwards into haze; ``y`` is its foot, ``height`` its highest rise."""
    line = ridge(c.rng, -20, WIDTH + 20, y, height)
    c.fill(ground(line, y + reach), [color, mix(color, fade, 0.55), fade])


def crown(c: Canvas, x: float, y: float, r: float, color: Color, sun: Color) -> None:
    """A leafy crown of radius ``r``: dark underside, body and sunlit clumps, then flecks of single leaves."""
    for share, count, lift, size in (
        (0.0, 20, 0.16, 0.4),
        (0.42, 26, 0.0, 0.3),
        (0.75, 22, -0.16, 0.21),
        (1.0, 18, -0.3, 0.13),
    ):
        tone = mix(dark(color, 0.3), mix(color, sun, 0.26), share)
        for _ in range(count):
            a, d = c.rng.random() * 6.283, c.rng.random() ** 0.5 * r * (0.86 - 0.2 * share)
            px, py = x + math.cos(a) * d * 1.2 - share * r * 0.08, y + math.sin(a) * d * 0.68 + lift * r
            blob = r * size * c.rng.uniform(0.7, 1.1)
            c.dot(px, py, blob, mix(tone, color, c.rng.random() * 0.4), blob * 0.72)
    for _ in range(70):
        a, d = c.rng.random() * 6.283, c.rng.random() ** 0.4 * r
        px, py, s = x + math.cos(a) * d * 1.22, y + math.sin(a) * d * 0.74, r * c.rng.uniform(0.025, 0.055)
        tone = mix(color, sun, 0.4) if py < y and c.rng.random() < 0.7 else dark(color, 0.3)
        c.poly([(px - s * 1.6, py), (px, py - s * 0.7), (px + s * 1.6, py), (px, py + s * 0.7)], tone)


def treeline(
    c: Canvas, y: float, height: float, color: Color, sun: Color, span: tuple[float, float] = (-40, 1540)
) -> None:
    """A forest edge standing on ``y``; crowns of varying size with emergent trees above them."""
    line = ridge(c.rng, span[0], span[1], y, height * 0.5, 10)
    c.poly(ground(line, y + 6), dark(color, 0.12))
    for px, py in line[:: max(1, round(height / 34))]:
        r = height * c.rng.uniform(0.14, 0.26)
        if c.rng.random() < 0.13:
            top = py - height * c.rng.uniform(0.25, 0.55)
            c.line([(px, py + 10), (px, top)], max(2, height * 0.018), mix(color, sun, 0.12), False)
            for i in range(4):
                c.dot(px + c.rng.uniform(-1, 1) * r, top + i * r * 0.22, r * c.rng.uniform(0.5, 0.9), color, r * 0.36)
            c.dot(px - r * 0.2, top - r * 0.1, r * 0.6, mix(color, sun, 0.16), r * 0.2)
        shade = mix(color, dark(color, 0.25), c.rng.random())
        c.dot(px, py, r, shade, r * 0.85)
        c.dot(px - r * 0.2, py - r * 0.3, r * 0.6, mix(shade, sun, 0.13), r * 0.42)
        c.dot(px + r * 0.5, py + r * 0.9, r * 0.7, mix(shade, sun, 0.04), r * 0.5)
        for _ in range(5 if r > 14 else 0):
            fx, fy, s = (
                px + c.rng.uniform(-0.9, 0.8) * r,
                py - c.rng.uniform(-0.5, 0.7) * r,
                r * c.rng.uniform(0.1, 0.2),
            )
            c.dot(fx, fy, s, mix(shade, sun, c.rng.uniform(0.1, 0.24)), s * 0.6)


def palm(c: Canvas, foot: tuple[float, float], height: float, color: Color, sun: Color, lean: float = 0.15) -> None:
    """A coconut palm from its foot; ``lean`` shifts the top sideways by a share of the height."""
    x, y = foot
    top = (x + lean * height, y - height)
    trunk = bezier((x, y), (x + lean * height * 0.15, y - height * 0.55), top, 14)
    bark = mix(color, (120, 92, 66), 0.45)
    for i, (px, py) in enumerate(trunk[:-1]):
        wide = height * (0.021 - 0.009 * i / 14)
        nx, ny = trunk[i + 1]
        c.poly([(px - wide, py + 1), (px + wide, py + 1), (nx + wide * 0.92, ny), (nx - wide * 0.92, ny)], bark)
        c.line([(px - wide * 0.5, py), (px - wide * 0.5, ny)], wide * 0.5, mix(bark, sun, 0.3), False)
    for index in range(11):
        angle = -25 + index * 23 + c.rng.uniform(-9, 9)
        frond(
            c,
            top,
            height * c.rng.uniform(0.34, 0.44),
            angle,
            mix(dark(color, 0.15), mix(color, sun, 0.3), index % 3 / 2),
        )
    for i in range(4):
        c.dot(top[0] + (i - 1.5) * height * 0.018, top[1] + height * 0.025, height * 0.018, mix(bark, color, 0.3))


def frond(c: Canvas, start: tuple[float, float], length: float, angle: float, color: Color) -> None:
    """One drooping feather leaf."""
    mid = polar(start, length * 0.55, angle + (16 if abs(angle) < 90 else -16))
    tip = polar(start, length, angle)
    tip = (tip[0], tip[1] + length * (0.22 + 0.3 * abs(math.cos(math.radians(angle)))))
    spine = bezier(start, mid, tip, 15)
    for i, (x, y) in enumerate(spine[1:], 1):
        size = length * 0.24 * math.sin(math.pi * (0.12 + 0.8 * i / 15))
        for side in (-1, 1):
            end = (
                x + (tip[0] - start[0]) / length * size * 0.5 + side * size * 0.22,
                y + size * (0.85 if side > 0 else 0.6),
            )
            c.poly([(x - length * 0.013, y), (x + length * 0.013, y), end], color)
    c.line(spine, max(1.5, length * 0.014), mix(color, (255, 240, 190), 0.15), False)


def tree(c: Canvas, foot: tuple[float, float], height: float, color: Color, sun: Color) -> None:
    """A tall forest tree with buttress foot, branches and three crowns."""
    x, y = foot
    bark = mix(color, (96, 70, 58), 0.6)
    w = height * 0.022
    c.fill(
        [
            (x - w * 2.3, y),
            (x - w, y - height * 0.12),
            (x - w * 0.7, y - height * 0.8),
            (x + w * 0.7, y - height * 0.8),
            (x + w, y - height * 0.12),
            (x + w * 2.3, y),
        ],
        [mix(bark, sun, 0.35), bark, dark(bark, 0.35)],
        True,
    )
    for side in (-1, 1):
        c.line([(x, y - height * 0.55), (x + side * height * 0.13, y - height * 0.74)], w * 0.7, bark)
    for dx, dy, r in ((-0.14, 0.74, 0.15), (0.15, 0.77, 0.14), (0.01, 0.86, 0.19)):
        crown(c, x + dx * height, y - dy * height, height * r, color, sun)


def grass(
    c: Canvas,
    y: float,
    height: float,
    colors: Sequence[Color],
    span: tuple[float, float] = (0, WIDTH),
    count: int = 300,
) -> None:
    """Blades of grass or reed rooted around ``y``."""
    for _ in range(count):
        x, h = c.rng.uniform(*span), height * c.rng.uniform(0.4, 1)
        tip = (x + c.rng.uniform(-0.4, 0.4) * h, y - h)
        root = y + c.rng.uniform(0, height * 0.25)
        wide = max(1.4, h * 0.035)
        c.poly(
            [(x - wide, root), ((x * 2 + tip[0]) / 3 - wide * 0.7, y - h * 0.5), tip, (x + wide, root)],
            c.rng.choice(list(colors)),
        )


def undergrowth(c: Canvas, y: float, size: float, color: Color, sun: Color, span: tuple[float, float]) -> None:
    """Broad leaves in the foreground, a dark frame for the picture."""
    x = span[0]
    while x < span[1]:
        foot = (x, y + size * 0.4)
        for index in range(5):
            angle = 25 + index * 32 + c.rng.uniform(-12, 12)
            tip = polar(foot, size * c.rng.uniform(0.7, 1.25), angle)
            shade = mix(dark(color, 0.35), mix(color, sun, 0.22), c.rng.random() * 0.75)
            c.poly(leaf(foot, tip, size * 0.15, c.rng.uniform(-0.1, 0.1) * size), shade)
            c.line([foot, tip], max(1, size * 0.012), mix(shade, sun, 0.18), False)
        x += size * c.rng.uniform(0.45, 0.75)


def water(c: Canvas, m: Mood, y: float, sun_x: float, strength: float = 0.62, depth: float | None = None) -> None:
    """A river or lake from ``y`` down: reflection, ripples and the sun's glitter path."""
    depth = depth or 1000 - y
    c.reflect(y, depth, [mix(m.water, m.haze, 0.5), m.water, dark(m.water, 0.35)], strength)
    c.veil(y - 8, y + 46, m.lit(m.haze, 0.3), [0, 0.55, 0])
    for _ in range(150):
        t = c.rng.random() ** 1.4
        ry = y + 6 + t * (depth - 8)
        x, half = c.rng.random() * WIDTH, (8 + 70 * t) * c.rng.uniform(0.4, 1.4)
        tone = light(m.haze, 0.3) if c.rng.random() < 0.6 else dark(m.water, 0.5)
        c.dot(x, ry, half, alpha(tone, 0.12 + 0.14 * c.rng.random()), 0.8 + 2.6 * t)
    for _ in range(120):
        t = c.rng.random()
        ry = y + 4 + t * (depth - 6)
        x = sun_x + c.rng.gauss(0, 16 + 60 * t)
        c.dot(x, ry, (6 + 30 * t) * c.rng.uniform(0.4, 1.3), alpha(m.sun, c.rng.uniform(0.25, 0.8)), 0.9 + 1.8 * t)


def bank(c: Canvas, m: Mood, points: Sequence[tuple[float, float]], color: Color) -> None:
    """A piece of shore: gradient earth with a lit upper edge."""
    line = list(points)
    c.fill(ground(line, 1002), [m.lit(color, 0.22), color, dark(color, 0.4)])
    c.line(line, 4, m.lit(color, 0.5), False)
