"""Woven patterns: plaited strips, ikat bands, lozenges, and the square emblem of a village group."""

import math

from .canvas import Canvas, Point
from .color import Color, dark, light, rgb

CLOTHS = [
    [rgb(code) for code in row.split()]
    for row in (
        "#6a1f24 #d9a441 #2a1a20 #f3e4c4",
        "#1f3350 #c9d3d0 #0f1a2c #e9b85a",
        "#8a4a24 #f0d8a4 #3a2018 #d9703f",
        "#1f4f48 #e3c27a #10302e #f4ead0",
        "#4a2a54 #e0a0b0 #281430 #f4dcc0",
        "#2a2428 #d8503a #120e12 #f0c860",
    )
]
Box = tuple[float, float, float, float]


def band(c: Canvas, box: Box, ground: Color, figure: Color) -> None:
    """A horizontal band of stepped lozenges."""
    x0, y0, x1, y1 = box
    h = y1 - y0
    c.box(x0, y0, x1, y1, ground)
    x = x0 + h / 2
    while x < x1 - h * 0.3:
        for size, tone in ((0.46, figure), (0.28, ground), (0.13, figure)):
            c.poly(
                [
                    (x - h * size, y0 + h / 2),
                    (x, y0 + h * (0.5 - size)),
                    (x + h * size, y0 + h / 2),
                    (x, y0 + h * (0.5 + size)),
                ],
                tone,
            )
        x += h


def plait(
    c: Canvas, box: Box, size: float, tones: tuple[Color, Color], accent: Color | None = None, every: int = 4
) -> None:
    """A diagonal-shaded over-and-under plait filling a box; ``accent`` strips form a lozenge figure."""
    x0, y0, x1, y1 = box
    rows, cols = int((y1 - y0) / size) + 1, int((x1 - x0) / size) + 1
    for row in range(rows):
        for col in range(cols):
            x, y = x0 + col * size, y0 + row * size
            over = (row + col) % 2 == 0
            tone = tones[0] if over else tones[1]
            if accent and (abs((col % (every * 2)) - every) + abs((row % (every * 2)) - every)) in (every, every - 3):
                tone = accent if over else dark(accent, 0.15)
            c.box(x, y, x + size, y + size, dark(tone, 0.42))
            if over:
                c.box(x, y + size * 0.12, x + size, y + size * 0.88, tone)
                c.box(x + size * 0.1, y + size * 0.16, x + size * 0.9, y + size * 0.34, light(tone, 0.25))
            else:
                c.box(x + size * 0.12, y, x + size * 0.88, y + size, tone)
                c.box(x + size * 0.18, y + size * 0.1, x + size * 0.36, y + size * 0.9, light(tone, 0.2))


def ikat(c: Canvas, box: Box, tones: list[Color], step: float = 9) -> None:
    """A cloth of ikat rows: stepped diamonds with feathered edges between plain stripes."""
    x0, y0, x1, y1 = box
    ground, figure, third = tones[:3]
    c.box(*box, ground)
    y, row = y0, 0
    while y < y1:
        kind = row % 4
        tall = step * (14, 2, 8, 2)[kind]
        if kind in (1, 3):
            c.box(x0, y, x1, y + tall, third if kind == 1 else figure)
        else:
            motif_row(c, (x0, y, x1, y + tall), step, figure if kind == 0 else third, tones[-1])
        y += tall
        row += 1


def motif_row(c: Canvas, box: Box, step: float, figure: Color, core: Color) -> None:
    """One row of feathered stepped diamonds."""
    x0, y0, x1, y1 = box
    mid, count = (y0 + y1) / 2, int((y1 - y0) / step / 2)
    x = x0
    period = (y1 - y0) * 1.15
    while x < x1 + period:
        for i in range(-count + 1, count):
            half = (count - abs(i)) * step * 0.62
            wobble = c.rng.uniform(-0.25, 0.25) * step
            y = mid + i * step
            c.box(x - half + wobble, y - step * 0.45, x + half + wobble, y + step * 0.4, figure)
            if half > step * 2:
                c.box(x - half * 0.45 + wobble, y - step * 0.45, x + half * 0.45 + wobble, y + step * 0.4, core)
        c.dot(x + period / 2, mid, step * 0.9, core)
        x += period


def strands(c: Canvas, points: list[Point], width: float, color: Color) -> None:
    """A twisted cord: a rim or handle of a basket."""
    c.line(points, width, dark(color, 0.35))
    for i, (x, y) in enumerate(points[:-1]):
        nx, ny = points[i + 1]
        length = math.hypot(nx - x, ny - y) or 1
        ox, oy = -(ny - y) / length * width * 0.4, (nx - x) / length * width * 0.4
        c.line([(x + ox, y + oy), (nx - ox, ny - oy)], width * 0.5, light(color, 0.2), False)
