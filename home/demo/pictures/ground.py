"""What land scenes stand on: the hazy backdrop, the meadow and the road."""

from .canvas import WIDTH, Canvas
from .color import Color, Mood, alpha, dark, mix, rgb
from .nature import grass, hills, sky, treeline
from .shapes import bezier


def backdrop(c: Canvas, m: Mood, horizon: float, tall: float = 120) -> float:
    """Sky, two ridges, mist and a forest edge; returns the sun's x."""
    r = c.rng
    sun = sky(c, m, horizon)
    hills(c, horizon, r.uniform(120, 240), m.far(mix(m.leaf, m.sky[1], 0.5), 0.5), m.haze)
    hills(c, horizon, r.uniform(60, 130), m.far(mix(m.leaf, m.sky[1], 0.25), 0.36), m.haze)
    c.cloud(horizon - 130, horizon + 10, m.lit(m.haze, 0.4), (4, 3), (0.4, 0.75))
    treeline(c, horizon + 6, tall, m.far(m.leaf, 0.3), m.sun)
    return sun


def lawn(c: Canvas, m: Mood, y: float) -> Color:
    """A meadow from ``y`` to the bottom with tufts; returns its colour."""
    green = m.tone(mix(m.leaf, rgb("#9db54a"), 0.35), 0.2)
    c.fill([(0, y), (1500, y), (1500, 1000), (0, 1000)], [m.lit(green, 0.4), green, dark(green, 0.3)])
    for _ in range(260):
        t = c.rng.random() ** 0.7
        py, s = y + 8 + t * (990 - y), 5 + 22 * t
        px = c.rng.random() * WIDTH
        tone = m.lit(green, 0.35) if c.rng.random() < 0.5 else dark(green, 0.25)
        c.dot(px, py, s * 2.4, alpha(tone, 0.3), s * 0.32)
        c.poly(
            [(px - s * 0.3, py), (px + c.rng.uniform(-0.3, 0.3) * s, py - s * 0.8), (px + s * 0.3, py)],
            alpha(tone, 0.8),
        )
    return green


def path(
    c: Canvas, m: Mood, top: tuple[float, float, float], foot: tuple[float, float, float], bend: float, color: Color
) -> None:
    """A winding road from ``top`` = (x, y, width) to ``foot``, with ruts and lit edge."""
    left = bezier(
        (top[0] - top[2] / 2, top[1]), (top[0] + bend, (top[1] * 2 + foot[1]) / 3), (foot[0] - foot[2] / 2, foot[1]), 24
    )
    right = bezier(
        (top[0] + top[2] / 2, top[1]),
        (top[0] + bend + foot[2] * 0.3, (top[1] * 2 + foot[1]) / 3),
        (foot[0] + foot[2] / 2, foot[1]),
        24,
    )
    c.fill(left + right[::-1], [m.lit(color, 0.5), m.lit(color, 0.12), dark(color, 0.18)])
    for share in (0.28, 0.7):
        inner = [(p[0] + (q[0] - p[0]) * (share - 0.05), p[1]) for p, q in zip(left, right, strict=True)]
        outer = [(p[0] + (q[0] - p[0]) * (share + 0.05), p[1]) for p, q in zip(left, right, strict=True)]
        c.poly(inner + outer[::-1], alpha(dark(color, 0.45), 0.4))
    for line in (left, right):
        for x, y in line[3::2]:
            s = (y - top[1]) / (foot[1] - top[1])
            grass(
                c, y + 4, 10 + 44 * s, [m.tone(m.leaf, 0.25), m.lit(m.leaf, 0.2)], (x - 16 - 30 * s, x + 16 + 30 * s), 7
            )
