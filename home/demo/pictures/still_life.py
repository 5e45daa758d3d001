"""The photo studio of the product pictures: backdrop, table, shadows and basic vessels. Light comes from upper left."""

from .canvas import Canvas
from .color import Color, Mood, alpha, dark, light, mix, rgb
from .shapes import leaf, polar, ring
from .weave import band, plait

TABLE = 620
_STAGES = {  # mood name -> wall top, wall bottom, table, accent
    "dawn": "#d98f7c #f6d3b8 #a56a4a #3f6b6b",
    "noon": "#5fa9b0 #cfe8de #d9b98c #e07a4a",
    "sunset": "#8c3f4f #d97a5c #5a3430 #f0b54a",
    "jade": "#4f8f7c #bfdcc4 #c9a878 #d8623f",
    "golden": "#d9a23f #f6df9f #8f5a34 #3f6f5a",
    "night": "#1f2f4a #4a6480 #6a4a3a #e9b05a",
    "rain": "#8a969a #d9dcd4 #b09a80 #b8523f",
    "rose": "#c9707f #f6cdc0 #e9d6c0 #4f7f6f",
    "dusk": "#4a4470 #a889a8 #4f3a44 #e9a06a",
    "amber": "#b5652f #eec285 #6f4428 #f4e6c4",
}


def stage(c: Canvas, m: Mood, height: float = TABLE) -> tuple[Color, Color]:
    """Paint backdrop and table for a still life; returns the table and accent colours."""
    r = c.rng
    top, low, table, accent = (rgb(code) for code in _STAGES[m.name].split())
    c.fill([(0, 0), (1500, 0), (1500, height + 8), (0, height + 8)], [top, mix(top, low, 0.45), low])
    kind = r.randrange(5)
    x = r.uniform(620, 880)
    if kind == 0:
        c.poly(
            [*ring(x, height - 40, 420, 470, (180, 360), 60), (x + 420, height), (x - 420, height)],
            alpha(light(low, 0.5), 0.55),
        )
    elif kind == 1:
        c.ball(x, height - 190, 330, [light(accent, 0.4), mix(accent, low, 0.35)])
    elif kind == 2:
        plait(c, (0, 0, 1500, height), 46, (mix(low, top, 0.25), mix(low, top, 0.4)), mix(low, accent, 0.35), 5)
        c.veil(0, height, low, [0.25, 0.55])
    elif kind == 3:
        for i in range(7):
            c.box(i * 230 - 60, 0, i * 230 + 55, height, alpha(light(low, 0.35), 0.22))
        band(c, (0, height - 92, 1500, height - 40), mix(accent, low, 0.45), light(low, 0.4))
    else:
        for _ in range(9):
            frond_shadow(c, r.uniform(-50, 1500), r.uniform(-60, 260), dark(top, 0.25))
    window_light(c, r.uniform(120, 560), height)
    c.glow(360, 120, 800, (255, 246, 220), 0.42)
    surface(c, table, height)
    return table, accent


def frond_shadow(c: Canvas, x: float, y: float, color: Color) -> None:
    """A blurred shadow of leaves thrown onto the wall."""
    for i in range(6):
        tip = polar((x, y), 300, -25 - i * 22)
        c.soft(leaf((x, y), tip, 26), 9, color, 0.2)


def window_light(c: Canvas, x: float, height: float) -> None:
    """Slanted panes of light on the wall."""
    for i in range(2):
        for k in range(2):
            px, py = x + i * 190 + k * 60, 70 + k * 220
            c.soft(
                [
                    (px, py),
                    (px + 165, py + 14),
                    (px + 215, min(height, py + 210)),
                    (px + 50, min(height - 6, py + 196)),
                ],
                9,
                (255, 248, 224),
                0.3,
            )


def surface(c: Canvas, table: Color, height: float) -> None:
    """The table top: boards, cloth or stone."""
    kind = c.rng.randrange(3)
    c.fill([(0, height), (1500, height), (1500, 1000), (0, 1000)], [light(table, 0.3), table, dark(table, 0.3)])
    if kind == 0:
        for i in range(1, 6):
            y = height + (i / 6) ** 1.5 * 380
            c.line([(0, y), (1500, y)], 1.5 + i * 0.7, dark(table, 0.45), False)
            c.line([(0, y + 3 + i * 0.5), (1500, y + 3 + i * 0.5)], 1.5, alpha(light(table, 0.5), 0.5), False)
        for _ in range(120):
            y, x = c.rng.uniform(height + 5, 1000), c.rng.uniform(-80, 1500)
            c.line(
                [(x, y), (x + c.rng.uniform(60, 240), y + c.rng.uniform(-2, 2))],
                1.6,
                alpha(dark(table, 0.5), 0.2),
                False,
            )
    elif kind == 1:
        for i in range(9):
            x = i * 190 - 30
            c.soft(
                [(750 + (x - 750) * 0.75, height), (750 + (x - 690) * 0.75, height), (x + 90, 1000), (x, 1000)],
                16,
                light(table, 0.6),
                0.3,
            )
    else:
        c.cloud(height, 1000, light(table, 0.4), (9, 5), (0.4, 0.5))
    c.veil(height - 4, height + 60, light(table, 0.55), [0.6, 0.25, 0])


def shadow(c: Canvas, x: float, y: float, r: float, long: float = 1.6) -> None:
    """Contact shadow plus a soft cast shadow to the right of a thing of radius ``r`` standing at (x, y)."""
    ink = (32, 18, 22)
    c.soft(
        [
            (x - r * 0.9, y - r * 0.1),
            (x + r * 0.4, y - r * 0.3),
            (x + r * (1 + long), y - r * 0.12),
            (x + r * (1 + long), y + r * 0.14),
            (x + r * 0.5, y + r * 0.24),
            (x - r * 0.7, y + r * 0.16),
        ],
        r * 0.15 + 4,
        ink,
        0.5,
    )
    c.soft(ring(x, y, r * 1.05, r * 0.18), r * 0.06 + 3, ink, 0.65)


def banana_leaf(c: Canvas, x: float, y: float, w: float, h: float, color: Color = (62, 132, 70)) -> None:
    """A banana leaf lying on the table under the goods."""
    outline = leaf((x - w / 2, y + h * 0.1), (x + w / 2, y - h * 0.1), h, 6)
    c.soft([(px + 10, py + 16) for px, py in outline], 12, (26, 20, 22), 0.55)
    c.fill(outline, [light(color, 0.25), color, dark(color, 0.3)])
    with c.clip(outline):
        for i in range(34):
            px = x - w / 2 + i * w / 33
            for side in (-1, 1):
                c.line(
                    [(px, y + h * 0.1 - i * h * 0.2 / 33), (px + 40, y + side * h)],
                    2.2,
                    alpha(light(color, 0.45), 0.35),
                    False,
                )
    c.line([(x - w / 2, y + h * 0.1), (x + w / 2, y - h * 0.1)], 7, light(color, 0.45))


def sprig(c: Canvas, x: float, y: float, size: float, color: Color = (70, 130, 78), angle: float = 20) -> None:
    """A small twig with leaves as a garnish."""
    for i in range(7):
        start = polar((x, y), size * i * 0.13, angle)
        tip = polar(start, size * 0.36, angle + (48 if i % 2 else -48))
        c.soft(leaf((start[0] + 5, start[1] + 8), (tip[0] + 5, tip[1] + 8), size * 0.09), 5, (26, 18, 22), 0.4)
        c.poly(leaf(start, tip, size * 0.09), mix(dark(color, 0.2), light(color, 0.3), i / 7))
        c.line([start, tip], 1.8, light(color, 0.5), False)
    c.line([(x, y), polar((x, y), size * 0.9, angle)], 4, dark(color, 0.25))
