"""Geometry helpers: curves, ridges, turned ("lathe") outlines."""

import math
from collections.abc import Sequence
from random import Random

from .canvas import Point


def bezier(start: Point, bend: Point, end: Point, steps: int = 16) -> list[Point]:
    """Points along a quadratic curve."""
    points = []
    for step in range(steps + 1):
        t = step / steps
        a, b, d = (1 - t) ** 2, 2 * t * (1 - t), t * t
        points.append((a * start[0] + b * bend[0] + d * end[0], a * start[1] + b * bend[1] + d * end[1]))
    return points


def smooth(points: Sequence[Point], rounds: int = 3, closed: bool = False) -> list[Point]:
    """Round a polyline off by cutting its corners (Chaikin)."""
    line = list(points)
    for _ in range(rounds):
        pairs = list(zip(line, line[1:] + line[:1] if closed else line[1:], strict=False))
        out = [] if closed else [line[0]]
        for (x0, y0), (x1, y1) in pairs:
            out += [(x0 * 0.75 + x1 * 0.25, y0 * 0.75 + y1 * 0.25), (x0 * 0.25 + x1 * 0.75, y0 * 0.25 + y1 * 0.75)]
        line = out if closed else [*out, line[-1]]
    return line


def ring(
    x: float, y: float, rx: float, ry: float, turn: tuple[float, float] = (0, 360), steps: int = 48
) -> list[Point]:
    """Points on an ellipse from ``turn[0]`` to ``turn[1]`` degrees (0 = right, 90 = down)."""
    low, high = (math.radians(part) for part in turn)
    angles = [low + (high - low) * i / steps for i in range(steps + 1)]
    return [(x + rx * math.cos(a), y + ry * math.sin(a)) for a in angles]


def ridge(rng: Random, x0: float, x1: float, y: float, height: float, step: float = 12) -> list[Point]:
    """A hill line between two x, rising up to ``height`` above ``y``."""
    waves = [(rng.uniform(0.6, 1.6) * 2**i, rng.random() * 6.3, 0.55**i) for i in range(6)]
    norm = sum(wave[2] for wave in waves)
    points = []
    x = x0
    while x <= x1 + step:
        t = (x - x0) / (x1 - x0) * 4
        value = sum(math.sin(t * f + p) * w for f, p, w in waves) / norm
        points.append((x, y - height * (0.5 + 0.75 * value)))
        x += step
    return points


def ground(line: Sequence[Point], bottom: float) -> list[Point]:
    """Close a line downwards into an area reaching ``bottom``."""
    return [*line, (line[-1][0], bottom), (line[0][0], bottom)]


def lathe(x: float, base: float, profile: Sequence[Point], tilt: float = 0.16, rounds: int = 2) -> list[Point]:
    """Outline of a turned vessel; ``profile`` = (radius, height) from foot to mouth, ``tilt`` = roundness of rims."""
    side = smooth(profile, rounds)
    foot, mouth = side[0], side[-1]
    right = [(x + r, base - h) for r, h in side]
    left = [(x - r, base - h) for r, h in reversed(side)]
    lip = ring(x, base - mouth[1], mouth[0], mouth[0] * tilt, (0, -180), 20)
    heel = ring(x, base - foot[1], foot[0], foot[0] * tilt, (180, 0), 20)
    return [*right, *lip, *left, *heel]


def leaf(start: Point, end: Point, width: float, bend: float = 0.0) -> list[Point]:
    """A pointed leaf between two points, ``width`` units broad, bent sideways by ``bend`` units."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy) or 1
    nx, ny = -dy / length, dx / length
    mid = (start[0] + dx * 0.45, start[1] + dy * 0.45)
    upper = bezier(start, (mid[0] + nx * (width + bend), mid[1] + ny * (width + bend)), end, 10)
    lower = bezier(end, (mid[0] - nx * (width - bend), mid[1] - ny * (width - bend)), start, 10)
    return upper + lower


def polar(origin: Point, length: float, degrees: float) -> Point:
    """The point at a distance and angle (0 = right, 90 = up)."""
    rad = math.radians(degrees)
    return (origin[0] + length * math.cos(rad), origin[1] - length * math.sin(rad))
