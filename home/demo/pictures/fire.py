"""The fire patrol in smoky peat land."""

import math

from .canvas import WIDTH, Canvas, Point
from .color import Color, Mood, alpha, dark, light, mix, rgb
from .nature import grass, treeline
from .people import Body, Look, look, stand, tool
from .shapes import bezier, polar, ring


def fire_watch(c: Canvas, m: Mood) -> None:
    """A patrol with pump and hoses in dry, smoky peat land."""
    r = c.rng
    horizon = r.uniform(470, 520)
    smoke, glow = mix(m.haze, rgb("#d9a070"), 0.55), rgb("#ff9a3c")
    c.fill(
        [(0, 0), (1500, 0), (1500, horizon + 20), (0, horizon + 20)],
        [mix(m.sky[0], rgb("#7a6a60"), 0.6), smoke, mix(smoke, glow, 0.35)],
    )
    sx = r.uniform(350, 1150)
    c.glow(sx, 190, 300, rgb("#ffcf8a"), 0.6)
    c.dot(sx, 190, 54, rgb("#f4a060"))
    treeline(c, horizon, 90, mix(smoke, m.shade, 0.25), m.sun)
    fx = r.choice([r.uniform(150, 420), r.uniform(1050, 1350)])
    c.glow(fx, horizon - 10, 420, glow, 0.75, 170)
    for i in range(12):
        c.glow(fx + 40 * math.sin(i) + i * 22, horizon - 30 - i * 40, 80 + i * 22, mix(smoke, rgb("#5a4a48"), 0.6), 0.5)
    flames(c, fx, horizon + 10, 110)
    dry = m.tone(rgb("#b98a4c"), 0.2)
    c.fill([(0, horizon), (1500, horizon), (1500, 1000), (0, 1000)], [mix(dry, smoke, 0.4), dry, dark(dry, 0.4)])
    c.veil(horizon - 60, horizon + 130, smoke, [0, 0.6, 0])
    for _ in range(9):
        snag(c, r.random() * WIDTH, horizon + r.uniform(20, 130), r.uniform(140, 330), mix(dark(dry, 0.6), smoke, 0.25))
    grass(c, horizon + 80, 46, [dry, light(dry, 0.3), dark(dry, 0.2)], (0, 1500), 220)
    side = 1 if fx > 750 else -1
    px = 750 - side * 330
    jet_from = hose_team(c, m, side, px)
    water_jet(c, jet_from, (fx, horizon - 16))
    pump(c, m, px, 890)
    fire_fighter(c, m, (px - side * 190, 930), 400, side, r)
    grass(c, 1002, 120, [dry, light(dry, 0.2), dark(dry, 0.35)], (-10, 1510), 260)


def hose_team(c: Canvas, m: Mood, side: int, px: float) -> Point:
    """Three members with hoses led from the pump at ``px``; returns the tip of the leading nozzle."""
    r = c.rng
    jet_from = (750.0, 700.0)
    for i in range(3):
        foot = (750 + side * (i * 130 - 120), 800 + i * 40)
        b = fire_fighter(c, m, foot, 330 + i * 24, side, r)
        tool(b, "hose")
        jet_from = b.at(0.5, 0.655)
        c.line(
            bezier(b.at(0.1, 0.53), (foot[0] - side * 90, foot[1] + 90), (px + side * 90, 870), 20),
            13,
            rgb("#b8402f"),
            False,
        )
    return jet_from


def flames(c: Canvas, x: float, y: float, size: float) -> None:
    """A low fire front."""
    for tone, share in ((rgb("#e0502a"), 1.0), (rgb("#ff9a30"), 0.7), (rgb("#ffe08a"), 0.4)):
        for i in range(9):
            px, h = x + (i - 4) * size * 0.34, size * share * c.rng.uniform(0.5, 1.1)
            c.poly(
                bezier((px - size * 0.2 * share, y), (px - size * 0.22, y - h * 0.5), (px + size * 0.05, y - h))
                + bezier((px + size * 0.05, y - h), (px + size * 0.2, y - h * 0.4), (px + size * 0.2 * share, y)),
                tone,
            )


def snag(c: Canvas, x: float, y: float, h: float, color: Color) -> None:
    """A burnt, bare tree."""
    top = x + c.rng.uniform(-0.1, 0.1) * h
    c.poly([(x - h * 0.03, y), (top - h * 0.008, y - h), (top + h * 0.008, y - h), (x + h * 0.03, y)], color)
    for i in range(4):
        t = 0.45 + i * 0.13
        start = (x + (top - x) * t, y - h * t)
        c.line([start, polar(start, h * (0.25 - i * 0.03), 50 if i % 2 else 130)], max(2, h * 0.012), color, False)


def fire_fighter(c: Canvas, m: Mood, foot: Point, height: float, face: int, r: object) -> Body:
    """A patrol member in an orange suit with helmet."""
    base = look(r, ("cap",))
    suit = m.tone(rgb("#e8742c"), 0.08)
    b = stand(
        c, foot, height, Look(suit, m.tone(rgb("#3a4250"), 0.1), base.skin, "cap", rgb("#f2c230")), "work", face, 0.12
    )
    for y in (0.6, 0.66):
        c.line([b.at(-0.09, y), b.at(0.1, y)], height * 0.02, rgb("#f4f0c0"), False)
    return b


def pump(c: Canvas, m: Mood, x: float, y: float) -> None:
    """A portable water pump with frame and drum."""
    red = m.tone(rgb("#c4322c"), 0.1)
    c.soft(ring(x + 20, y, 170, 24), 12, m.shade, 0.65)
    c.fill(
        [(x - 80, y - 100), (x + 60, y - 100), (x + 60, y - 20), (x - 80, y - 20)],
        [light(red, 0.35), red, dark(red, 0.35)],
    )
    c.box(x - 60, y - 142, x + 30, y - 100, (60, 62, 70), 8)
    for i in range(5):
        c.box(x - 54 + i * 17, y - 136, x - 46 + i * 17, y - 106, (130, 134, 142), 3)
    c.ball(x + 92, y - 62, 44, [(220, 222, 226), (140, 146, 152), (62, 66, 74)])
    c.dot(x + 92, y - 62, 16, (50, 52, 60))
    for a, b in (
        ((-100, -10), (110, -10)),
        ((-100, -150), (110, -150)),
        ((-100, -150), (-100, -10)),
        ((110, -150), (110, -10)),
    ):
        c.line([(x + a[0], y + a[1]), (x + b[0], y + b[1])], 9, (40, 42, 50))


def water_jet(c: Canvas, start: Point, end: Point) -> None:
    """A spraying arc of water."""
    top = ((start[0] + end[0]) / 2, min(start[1], end[1]) - 160)
    line = bezier(start, top, end, 26)
    for i, (x, y) in enumerate(line):
        for _ in range(3 + i // 2):
            s = 2 + i * 0.9
            c.dot(
                x + c.rng.gauss(0, s),
                y + c.rng.gauss(0, s),
                c.rng.uniform(2, 4 + i * 0.14),
                alpha((238, 248, 252), 0.45),
            )
    c.line(line[:20], 7, alpha((240, 250, 255), 0.75), False)
