"""Houses on stilts, the longhouse, mosque, church and school, drawn flat with lit and shaded sides."""

from .canvas import Canvas
from .color import Color, Mood, alpha, dark, light, mix, rgb
from .shapes import bezier, ring

WALLS = tuple(
    rgb(code) for code in ("#9c6b45", "#b98a5c", "#5f8a8b", "#c9a25f", "#7a9a6a", "#b5684e", "#d8c7a0", "#6f7f9c")
)
ROOFS = tuple(rgb(code) for code in ("#7b4a3a", "#5b5f6b", "#8c3f34", "#4f6a63", "#6a5344", "#a0563b"))


def planks(
    c: Canvas, box: tuple[float, float, float, float], color: Color, step: float = 9, upright: bool = False
) -> None:
    """A wall of boards: base gradient and thin joints."""
    x0, y0, x1, y1 = box
    c.fill([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], [light(color, 0.12), color, dark(color, 0.12)])
    place = (x0 if upright else y0) + step
    while place < (x1 if upright else y1) - 1:
        ends = [(place, y0), (place, y1)] if upright else [(x0, place), (x1, place)]
        c.line(ends, 1.6, alpha(dark(color, 0.5), 0.35), False)
        place += step


def window(c: Canvas, x: float, y: float, w: float, h: float, frame: Color, glow: Color) -> None:
    """A window with shutters; (x, y) is its top left."""
    c.box(x - w * 0.55, y, x, y + h, dark(frame, 0.12))
    c.box(x + w, y, x + w * 1.55, y + h, light(frame, 0.1))
    for i in range(1, 5):
        c.line([(x - w * 0.5, y + h * i / 5), (x - w * 0.05, y + h * i / 5)], 1.4, dark(frame, 0.4), False)
        c.line([(x + w * 1.05, y + h * i / 5), (x + w * 1.5, y + h * i / 5)], 1.4, dark(frame, 0.3), False)
    c.fill([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], [dark(glow, 0.25), glow])
    c.line([(x + w / 2, y), (x + w / 2, y + h)], 2, frame, False)
    c.line([(x, y + h / 2), (x + w, y + h / 2)], 2, frame, False)
    c.box(x - w * 0.6, y + h, x + w * 1.6, y + h + 4, light(frame, 0.3))


def gable(c: Canvas, x: float, y: float, w: float, h: float, color: Color, m: Mood) -> None:
    """A hipped tin roof seen from the front: eaves at ``y``, ``w`` wide, ``h`` high, with ribs and lit side."""
    top = w * 0.24
    c.fill(
        [(x - w / 2, y), (x - top, y - h), (x + top, y - h), (x + w / 2, y)],
        [m.lit(color, 0.42), color, dark(color, 0.2)],
    )
    for i in range(-8, 9):
        c.line([(x + i * top / 8, y - h), (x + i * w / 16, y)], 1.5, alpha(dark(color, 0.5), 0.45), False)
    c.line([(x - top, y - h), (x + top, y - h)], 5, m.lit(color, 0.6))
    c.box(x - w / 2, y - 3, x + w / 2, y + 4, dark(color, 0.4))


def stilts(c: Canvas, x0: float, x1: float, top: float, foot: float, color: Color, count: int = 6) -> None:
    """Posts between floor and ground with cross braces."""
    step = (x1 - x0) / (count - 1)
    for i in range(count - 1):
        c.line([(x0 + i * step, top + 8), (x0 + (i + 1) * step, foot - 6)], 2.4, dark(color, 0.5), False)
    for i in range(count):
        x = x0 + i * step
        c.box(x - 4, top, x + 4, foot, dark(color, 0.3))
        c.box(x - 4, top, x - 1.4, foot, light(color, 0.08))


def stilt_house(c: Canvas, m: Mood, x: float, y: float, w: float, wall: Color, roof: Color) -> None:
    """A wooden house on stilts: centre ``x``, ground ``y``, ``w`` wide (about 0.85 w high)."""
    wall, roof = m.tone(wall), m.tone(roof)
    floor, eaves = y - w * 0.24, y - w * 0.56
    lamp = rgb("#ffd27a") if m.night or m.name in ("dusk", "sunset", "dawn") else dark(wall, 0.6)
    c.soft(ring(x, y + 4, w * 0.55, w * 0.05), 12, m.shade, 0.5)
    stilts(c, x - w * 0.45, x + w * 0.45, floor, y, dark(wall, 0.25))
    c.box(x - w * 0.45, floor - 3, x + w * 0.45, floor + w * 0.1, alpha(m.shade, 0.45))
    planks(c, (x - w * 0.42, eaves, x + w * 0.42, floor), wall, w * 0.034)
    c.box(x - w * 0.42, eaves, x + w * 0.42, eaves + w * 0.05, alpha(m.shade, 0.4))
    for dx in (-0.31, 0.19):
        window(c, x + dx * w, eaves + w * 0.09, w * 0.11, w * 0.13, light(wall, 0.35), lamp)
    c.box(x - w * 0.07, eaves + w * 0.07, x + w * 0.07, floor, dark(wall, 0.45))
    c.box(x - w * 0.055, eaves + w * 0.085, x + w * 0.055, floor, mix(lamp, wall, 0.35))
    c.box(x - w * 0.48, floor - 4, x + w * 0.48, floor + 5, m.lit(wall, 0.35))
    for i in range(13):
        px = x - w * 0.47 + i * w * 0.94 / 12
        if abs(px - x) > w * 0.08:
            c.line([(px, floor), (px, floor - w * 0.085)], 2.4, light(wall, 0.32), False)
    for side in (-1, 1):
        c.line(
            [(x + side * w * 0.48, floor - w * 0.085), (x + side * w * 0.085, floor - w * 0.085)], 3.4, light(wall, 0.4)
        )
    stairs(c, x, floor, y, w * 0.13, light(wall, 0.15))
    gable(c, x, eaves + 3, w * 1.06, w * 0.27, roof, m)
    c.poly([(x - w * 0.15, eaves - w * 0.0), (x, eaves - w * 0.16), (x + w * 0.15, eaves)], m.lit(roof, 0.3))
    c.poly([(x - w * 0.11, eaves), (x, eaves - w * 0.115), (x + w * 0.11, eaves)], dark(wall, 0.1))


def stairs(c: Canvas, x: float, top: float, foot: float, w: float, color: Color) -> None:
    """A front stair of ``w`` units width."""
    steps = 6
    for i in range(steps + 1):
        y = top + (foot - top) * i / steps
        half = w / 2 * (1 + 0.25 * i / steps)
        c.box(x - half, y - 2.5, x + half, y + 2.5, mix(color, dark(color, 0.35), i / steps))
        c.box(x - half, y - 2.5, x + half, y - 0.6, light(color, 0.3))


def betang(c: Canvas, m: Mood, x: float, y: float, w: float) -> None:
    """A Dayak betang: a very long house on high posts under a sweeping roof with carved ridge ends."""
    wall, roof = m.tone(rgb("#8a5a38")), m.tone(rgb("#6d4a3a"))
    left, right, floor, eaves, top = x - w / 2, x + w / 2, y - w * 0.12, y - w * 0.235, y - w * 0.37
    lamp = rgb("#ffcf77")
    c.soft(ring(x, y + 4, w * 0.54, w * 0.03), 14, m.shade, 0.6)
    c.box(left, floor, right, y - 5, alpha(m.shade, 0.5))
    stilts(c, left + 8, right - 8, floor, y, wall, 17)
    planks(c, (left, eaves, right, floor), wall, w * 0.011, True)
    for i in range(8):
        px = left + w * (0.045 + i * 0.1225)
        window(c, px, eaves + w * 0.035, w * 0.028, w * 0.042, light(wall, 0.25), lamp if i % 3 else dark(wall, 0.6))
    c.box(left, eaves, right, eaves + w * 0.022, alpha(m.shade, 0.5))
    c.box(left - 10, floor - 4, right + 10, floor + 6, m.lit(wall, 0.4))
    rail(c, left - 8, right + 8, floor, w * 0.032, light(wall, 0.28))
    sweep = bezier((left + w * 0.02, top - w * 0.02), (x, top + w * 0.035), (right - w * 0.02, top - w * 0.02), 24)
    c.fill(
        [*sweep, (right + w * 0.035, eaves + 4), (left - w * 0.035, eaves + 4)],
        [m.lit(roof, 0.5), roof, dark(roof, 0.25)],
    )
    for row in range(1, 7):
        t = row / 7
        line = [(px + (px - x) * 0.11 * t, py + (eaves - py) * t) for px, py in sweep]
        c.line(line, 1.7, alpha(dark(roof, 0.55), 0.5), False)
    c.line(sweep, 7, m.lit(roof, 0.25))
    for side in (-1, 1):
        horn(c, x + side * w * 0.48, top - w * 0.018, w * 0.075, side, m.lit(mix(wall, lamp, 0.3), 0.3))
    frieze(c, left, right, floor - w * 0.004, w * 0.012, m.tone(rgb("#d9a441")), m.tone(rgb("#93291e")))
    stairs(c, x, floor, y, w * 0.05, light(wall, 0.2))


def rail(c: Canvas, x0: float, x1: float, floor: float, h: float, color: Color) -> None:
    """A veranda railing."""
    x = x0
    while x <= x1:
        c.line([(x, floor), (x, floor - h)], 2.2, color, False)
        x += h * 0.55
    c.line([(x0, floor - h), (x1, floor - h)], 3.6, light(color, 0.15))


def horn(c: Canvas, x: float, y: float, size: float, side: int, color: Color) -> None:
    """A carved hornbill-like ridge end curling outwards."""
    c.line(
        bezier((x, y + 4), (x + side * size * 0.7, y), (x + side * size * 0.75, y - size * 0.75)), size * 0.11, color
    )
    c.line(
        bezier(
            (x + side * size * 0.75, y - size * 0.75),
            (x + side * size * 0.3, y - size * 0.9),
            (x + side * size * 0.36, y - size * 0.5),
        ),
        size * 0.08,
        color,
    )


def frieze(c: Canvas, x0: float, x1: float, y: float, h: float, gold: Color, red: Color) -> None:
    """A painted band of lozenges below a veranda."""
    c.box(x0, y, x1, y + h, red)
    x = x0 + h
    while x < x1:
        c.poly([(x - h * 0.7, y + h / 2), (x, y + h * 0.1), (x + h * 0.7, y + h / 2), (x, y + h * 0.9)], gold)
        x += h * 1.8


def flag(c: Canvas, x: float, y: float, h: float, m: Mood) -> None:
    """A pole with the red-and-white flag."""
    c.line([(x, y), (x, y - h)], max(3, h * 0.014), light(m.tone((150, 150, 150)), 0.4))
    top = bezier((x, y - h), (x + h * 0.15, y - h * 1.04), (x + h * 0.34, y - h * 0.98), 10)
    for band, color in ((0, (200, 32, 44)), (1, (250, 246, 238))):
        shift = h * 0.105
        upper = [(px, py + band * shift) for px, py in top]
        c.fill(
            upper + [(px, py + shift) for px, py in reversed(upper)],
            [light(color, 0.1), m.tone(color, 0.2), color],
            True,
        )


def bunting(c: Canvas, start: tuple[float, float], end: tuple[float, float], sag: float, colors: list[Color]) -> None:
    """A string of pennants between two points."""
    line = bezier(start, ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2 + sag), end, 22)
    c.line(line, 2, (70, 58, 60), False)
    for i, (x, y) in enumerate(line[1:-1]):
        c.poly([(x - 11, y), (x + 11, y), (x, y + 28)], colors[i % len(colors)])
