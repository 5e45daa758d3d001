"""Forest and plantation landscapes: peat swamp, oil palms, misty mountains."""

from .canvas import WIDTH, Canvas
from .color import Color, Mood, alpha, dark, mix, rgb
from .ground import backdrop, lawn, path
from .nature import birds, crown, frond, hills, sky, tree, treeline, water
from .shapes import bezier, polar, ring


def peat_forest(c: Canvas, m: Mood) -> None:
    """A swamp forest with black water, shafts of light and pandanus."""
    r = c.rng
    c.fill([(0, 0), (1500, 0), (1500, 700), (0, 700)], [m.tone(m.leaf, 0.2), m.lit(m.haze, 0.35), m.haze])
    gx = r.uniform(500, 1000)
    c.glow(gx, 250, 760, m.sun, 0.8)
    for depth, count in ((0.72, 26), (0.5, 18), (0.26, 11)):
        tone = m.far(m.tone(mix(m.leaf, m.earth, 0.4), 0.4), depth)
        for _ in range(count):
            trunk(c, m, r.random() * WIDTH, 600 + (1 - depth) * 90, (1 - depth) * 46 + 8, tone)
        for _ in range(10):
            s = 70 + 90 * (1 - depth)
            crown(c, r.random() * WIDTH, r.uniform(-30, 150 - 90 * (1 - depth)), s, m.far(m.leaf, depth * 0.8), m.sun)
        c.veil(380, 720, m.lit(m.haze, 0.3), [0, 0.5 * depth + 0.1, 0])
    for _ in range(7):
        x = gx + r.uniform(-420, 420)
        lean = (x - gx) * 0.6
        c.soft(
            [(gx + (x - gx) * 0.3, -20), (gx + (x - gx) * 0.3 + 40, -20), (x + lean + 80, 690), (x + lean - 30, 690)],
            22,
            m.sun,
            0.16,
        )
    water(c, m, 680, gx, 0.85)
    c.veil(680, 1000, dark(m.water, 0.8), [0.05, 0.3, 0.62])
    for x in (r.uniform(60, 240), r.uniform(1200, 1420)):
        trunk(c, m, x, 880, 70, m.tone(dark(mix(m.leaf, m.earth, 0.5), 0.45), 0.3))
    for _ in range(9):
        x = r.choice([r.uniform(-20, 420), r.uniform(1020, 1520)])
        pandanus(c, m, x, r.uniform(820, 1000), r.uniform(110, 190))


def trunk(c: Canvas, m: Mood, x: float, y: float, w: float, color: Color) -> None:
    """A swamp tree trunk with stilt roots, running out of the top of the picture."""
    sway = c.rng.uniform(-30, 30)
    for dx in (-1.6, -0.9, 0.8, 1.5):
        c.line(
            bezier((x, y - w * 2.6), (x + dx * w * 0.5, y - w * 2), (x + dx * w * 1.2, y + 4), 8),
            w * 0.17,
            dark(color, 0.15),
        )
    c.fill(
        [
            (x - w * 0.5, y - w * 1.2),
            (x - w * 0.36 + sway, -20),
            (x + w * 0.36 + sway, -20),
            (x + w * 0.5, y - w * 1.2),
            (x, y - w),
        ],
        [m.lit(color, 0.25), color, dark(color, 0.35)],
        True,
    )
    for _ in range(int(w / 8)):
        t = c.rng.random()
        py = t * y * 0.8
        c.dot(x + sway * (1 - t) + c.rng.uniform(-0.25, 0.2) * w, py, w * 0.12, alpha(m.lit(m.leaf, 0.3), 0.5), w * 0.3)


def pandanus(c: Canvas, m: Mood, x: float, y: float, size: float) -> None:
    """A rosette of long arching leaves."""
    green = m.tone(m.leaf, 0.35)
    for i in range(13):
        tip = polar((x, y), size, 8 + i * 13.5 + c.rng.uniform(-6, 6))
        bend = ((x + tip[0]) / 2, tip[1] - size * 0.22)
        tone = mix(dark(green, 0.3), m.lit(green, 0.45), c.rng.random())
        c.poly(bezier((x - 5, y), bend, tip, 9) + bezier(tip, (bend[0], bend[1] + size * 0.12), (x + 6, y), 9), tone)


def plantation_road(c: Canvas, m: Mood) -> None:
    """A laterite road between rows of oil palms."""
    r = c.rng
    horizon = r.uniform(470, 520)
    backdrop(c, m, horizon, 90)
    lawn(c, m, horizon)
    vx = r.uniform(600, 900)
    path(
        c,
        m,
        (vx, horizon + 4, 16),
        (vx + r.uniform(-160, 160), 1010, 760),
        r.uniform(-50, 50),
        m.tone(rgb("#c46f3e"), 0.12),
    )
    for i in range(9):
        t = (i / 8) ** 2.1
        y = horizon + 12 + t * 380
        for side in (-1, 1):
            for lane in (2, 1):
                x = vx + side * (50 + t * 480 + lane * (40 + 250 * t) - 60)
                oil_palm(c, m, x, y, 46 + 330 * t, 0.4 * (1 - t))
    fx = vx + r.uniform(-60, 60)
    motorbike(c, m, fx, r.uniform(700, 780), r.uniform(90, 120))


def oil_palm(c: Canvas, m: Mood, x: float, y: float, h: float, haze: float) -> None:
    """A stout oil palm, ``h`` high to its crown."""
    green, bark = m.far(m.tone(m.leaf, 0.2), haze), m.far(m.tone(rgb("#6b5040")), haze)
    c.soft(ring(x + h * 0.1, y, h * 0.42, h * 0.05), h * 0.06 + 3, m.shade, 0.45)
    w = h * 0.07
    c.fill(
        [(x - w * 1.2, y), (x - w, y - h * 0.62), (x + w, y - h * 0.62), (x + w * 1.2, y)],
        [m.lit(bark, 0.35), bark, dark(bark, 0.4)],
        True,
    )
    for i in range(6):
        c.line([(x - w, y - h * 0.1 * i), (x + w, y - h * (0.1 * i + 0.05))], max(1, h * 0.012), dark(bark, 0.3), False)
    for i in range(13):
        tone = mix(dark(green, 0.28), m.lit(green, 0.3), (i * 5 % 13) / 13)
        frond(c, (x, y - h * 0.64), h * c.rng.uniform(0.5, 0.62), -32 + i * 20.5, tone)
    for dx in (-0.5, 0.5):
        c.dot(x + dx * w * 1.6, y - h * 0.6, w * 0.8, m.far(m.tone(rgb("#b5452c")), haze))


def motorbike(c: Canvas, m: Mood, x: float, y: float, s: float) -> None:
    """A rider seen from behind."""
    c.soft(ring(x, y, s * 0.4, s * 0.06), 6, m.shade, 0.6)
    c.box(x - s * 0.07, y - s * 0.5, x + s * 0.07, y, (34, 30, 38), s * 0.06)
    c.box(x - s * 0.17, y - s * 0.62, x + s * 0.17, y - s * 0.36, m.tone(rgb("#b83a34")), s * 0.06)
    c.dot(x, y - s * 0.5, s * 0.045, rgb("#ffb45a"))
    for side in (-1, 1):
        c.box(x + side * s * 0.16, y - s * 0.68, x + side * s * 0.4, y - s * 0.3, m.tone(rgb("#b9935a")), s * 0.05)
    c.fill(ring(x, y - s * 0.86, s * 0.2, s * 0.32), [m.tone(rgb("#4d78a8")), m.tone(rgb("#2b466a"))])
    c.dot(x, y - s * 1.22, s * 0.13, m.tone(rgb("#d8ddd8")), s * 0.14)


def mountain_mist(c: Canvas, m: Mood) -> None:
    """Many forest ridges fading into morning mist."""
    r = c.rng
    sky(c, m, 620)
    layers = r.randint(5, 7)
    for i in range(layers):
        t = i / (layers - 1)
        y = 430 + 420 * t
        tone = m.far(mix(m.tone(m.leaf, 0.3), m.sky[1], 0.55 * (1 - t)), 0.62 * (1 - t))
        hills(c, y, (300 - 110 * t) * r.uniform(0.7, 1.15), tone, mix(m.haze, tone, 0.25), 190)
        if t > 0.45:
            treeline(c, y + 24, 60 + 60 * t, dark(tone, 0.08), m.sun)
        c.cloud(y - 60, y + 190, m.lit(m.haze, 0.5), (4, 3), (0.3, 0.85 - 0.3 * t))
    tone = m.tone(m.leaf, 0.55)
    treeline(c, 1000, 210, tone, m.sun)
    for x in (r.uniform(80, 260), r.uniform(1180, 1420)):
        tree(c, (x, 1010), r.uniform(420, 620), tone, m.sun)
    birds(c, m.tone(m.shade, 0.2), r.uniform(400, 1100), r.uniform(200, 330), 9)
