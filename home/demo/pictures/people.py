"""Flat figures of villagers: standing, working, seated; clothes, headgear and tools vary."""

from dataclasses import dataclass, field
from random import Random

from .canvas import Canvas, Point
from .color import Color, alpha, dark, light, mix, rgb
from .shapes import bezier, ring, smooth

SHIRTS = tuple(
    rgb(code)
    for code in (
        "#c8513f",
        "#e0a63c",
        "#2f7f86",
        "#4d6fa8",
        "#7c9a4e",
        "#b8688a",
        "#f0e6d2",
        "#7a5aa0",
        "#d97b3c",
        "#3f6b57",
    )
)
LOWERS = tuple(rgb(code) for code in ("#4a3b4f", "#3d4a63", "#6a4a38", "#7b2f3a", "#2f4f4f", "#8a6f4a"))
SKINS = tuple(rgb(code) for code in ("#9c6645", "#b07a55", "#8a5739", "#bd8a63"))
HEADS = ("hair", "hijab", "peci", "caping", "bun", "cap")

# Hand positions (share of height) per pose: near arm elbow+hand, far arm elbow+hand; x grows forwards.
POSES: dict[str, tuple[Point, Point, Point, Point]] = {
    "down": ((0.13, 0.62), (0.12, 0.47), (-0.13, 0.62), (-0.12, 0.47)),
    "work": ((0.12, 0.62), (0.26, 0.55), (-0.02, 0.6), (0.2, 0.62)),
    "up": ((0.17, 0.8), (0.22, 1.02), (-0.17, 0.8), (-0.22, 1.02)),
    "point": ((0.2, 0.74), (0.36, 0.82), (-0.13, 0.62), (-0.1, 0.47)),
    "hold": ((0.14, 0.62), (0.09, 0.57), (-0.14, 0.62), (-0.06, 0.57)),
    "dance": ((0.2, 0.78), (0.38, 0.9), (-0.19, 0.68), (-0.35, 0.58)),
    "wave": ((0.18, 0.74), (0.25, 0.96), (-0.13, 0.62), (-0.12, 0.47)),
    "run": ((0.17, 0.64), (0.27, 0.74), (-0.17, 0.66), (-0.24, 0.54)),
}


@dataclass(frozen=True)
class Look:
    """What a villager wears; build a random one with :func:`look`."""

    shirt: Color
    lower: Color
    skin: Color
    head: str = "hair"
    cloth: Color = field(default=(60, 40, 40))
    skirt: bool = False


def look(rng: Random, heads: tuple[str, ...] = HEADS, tint: tuple[Color, float] | None = None) -> Look:
    """A random outfit; ``tint`` = (colour, share) blends everything towards the ambient light."""

    def dye(color: Color) -> Color:
        return mix(color, tint[0], tint[1]) if tint else color

    head = rng.choice(heads)
    cloth = {"hijab": rng.choice(SHIRTS), "peci": rgb("#22222e"), "caping": rgb("#d9b36a"), "cap": rng.choice(SHIRTS)}
    shirt = rng.choice(SHIRTS)
    return Look(
        dye(shirt),
        dye(rng.choice(LOWERS)),
        dye(rng.choice(SKINS)),
        head,
        dye(cloth.get(head, rgb("#2a2028"))),
        head in ("hijab", "bun") or rng.random() < 0.2,
    )


class Body:
    """Local coordinates of one figure: x forwards, y upwards, both in shares of its height."""

    def __init__(self, c: Canvas, foot: Point, height: float, face: int = 1) -> None:
        """Stand a figure ``height`` units tall on ``foot``; ``face`` 1 looks right, -1 left."""
        self.c, self.foot, self.h, self.face = c, foot, height, face

    def at(self, x: float, y: float) -> Point:
        """Local to scene coordinates."""
        return (self.foot[0] + x * self.h * self.face, self.foot[1] - y * self.h)

    def shape(self, points: list[Point], color: Color, rounds: int = 2) -> None:
        """A rounded body part with light from the upper left."""
        outline = [self.at(*p) for p in smooth(points, rounds, True)]
        self.c.fill(outline, [light(color, 0.16), color, dark(color, 0.24)], True)

    def limb(self, points: list[Point], width: float, color: Color) -> None:
        """An arm or leg with a round end."""
        self.c.line([self.at(*p) for p in points], width * self.h, color)
        self.c.dot(*self.at(*points[1]), width * self.h / 2, color)


def head(b: Body, look_: Look, x: float, y: float, back: bool = False) -> None:
    """Head with hair, scarf or hat, its chin at (x, y)."""
    c, h = b.c, b.h
    hx, hy = b.at(x, y + 0.07)
    r = 0.062 * h
    hair = rgb("#241c24")
    f = b.face
    if look_.head == "hijab":
        scarf(b, look_, (x, y), back)
        return
    c.box(*b.at(x - 0.024, y + 0.03), *b.at(x + 0.024, y - 0.03), dark(look_.skin, 0.2))
    if look_.head == "bun":
        c.dot(hx - f * r * 1.05, hy - r * 0.25, r * 0.5, hair)
    c.dot(hx, hy - r * 0.1, r * 1.04, hair, r * 1.12)
    if not back:
        c.dot(hx + f * r * 0.22, hy + r * 0.16, r * 0.8, look_.skin, r * 0.88)
        face_marks(b, hx + f * r * 0.42, hy + r * 0.12, look_.skin)
        c.dot(hx - f * r * 0.55, hy + r * 0.14, r * 0.17, dark(look_.skin, 0.1), r * 0.24)
    headgear(b, look_, hx, hy)


def scarf(b: Body, look_: Look, at: Point, back: bool) -> None:
    """A hijab around the head whose chin is at ``at`` (local)."""
    (x, y), c, f, r = at, b.c, b.face, 0.062 * b.h
    hx, hy = b.at(x, y + 0.07)
    b.shape(
        [
            (x - 0.1, y - 0.06),
            (x - 0.085, y + 0.12),
            (x - 0.02, y + 0.155),
            (x + 0.05, y + 0.14),
            (x + 0.085, y + 0.05),
            (x + 0.1, y - 0.07),
            (x, y - 0.1),
        ],
        look_.cloth,
    )
    if not back:
        c.dot(hx + f * r * 0.28, hy, r * 0.68, look_.skin, r * 0.82)
        face_marks(b, hx + f * r * 0.42, hy - r * 0.02, look_.skin)


def headgear(b: Body, look_: Look, hx: float, hy: float) -> None:
    """Peci, conical hat or cap on the head centred at (hx, hy)."""
    c, r, f = b.c, 0.062 * b.h, b.face
    if look_.head == "peci":
        c.poly(
            [
                (hx - r, hy - r * 0.35),
                (hx - r * 0.85, hy - r * 1.25),
                (hx + r * 0.85, hy - r * 1.3),
                (hx + r, hy - r * 0.4),
            ],
            look_.cloth,
        )
    elif look_.head == "caping":
        cone = [(hx - r * 2.1, hy - r * 0.25), (hx, hy - r * 1.75), (hx + r * 2.1, hy - r * 0.25)]
        c.fill(
            [*cone, *ring(hx, hy - r * 0.25, r * 2.1, r * 0.35, (0, 180), 14)],
            [light(look_.cloth, 0.3), look_.cloth, dark(look_.cloth, 0.3)],
            True,
        )
    elif look_.head == "cap":
        c.poly([(hx + px, hy + py) for px, py in ring(0, -r * 0.35, r * 1.05, r * 0.95, (180, 360), 16)], look_.cloth)
        c.box(hx, hy - r * 0.5, hx + f * r * 1.75, hy - r * 0.3, dark(look_.cloth, 0.15), r * 0.1)


def face_marks(b: Body, x: float, y: float, skin: Color) -> None:
    """Eyes, cheek and a smile, only on figures large enough to show them."""
    c, r, f = b.c, 0.062 * b.h, b.face
    if b.h < 190:
        return
    c.dot(x - f * r * 0.28, y + r * 0.26, r * 0.2, alpha(rgb("#d8604a"), 0.28), r * 0.14)
    for dx in (-0.24, 0.2):
        c.dot(x + f * r * dx, y - r * 0.04, r * 0.075, rgb("#241c22"), r * 0.1)
        c.line(
            [(x + f * r * (dx - 0.11), y - r * 0.25), (x + f * r * (dx + 0.11), y - r * 0.27)],
            r * 0.06,
            rgb("#3a2a28"),
            False,
        )
    c.arc(x, y + r * 0.3, r * 0.2, r * 0.15, (20, 160), (max(1.4, r * 0.07), dark(skin, 0.55)))


def stand(
    c: Canvas,
    foot: Point,
    height: float,
    look_: Look,
    pose: str = "down",
    face: int = 1,
    lean: float = 0.0,
    back: bool = False,
) -> Body:
    """A standing figure; ``lean`` bends the upper body forwards. Returns its :class:`Body` for tools."""
    b = Body(c, foot, height, face)
    c.soft(ring(foot[0] + height * 0.08, foot[1], height * 0.2, height * 0.025), height * 0.03, (30, 22, 34), 0.45)
    near, hand, far, far_hand = [(x + lean * (y - 0.4), y - abs(lean) * 0.16) for x, y in POSES[pose]]
    shoulder = lean * 0.45
    drop = abs(lean) * 0.14
    sleeve, thick = dark(look_.shirt, 0.2), 0.052
    b.limb([(shoulder - 0.075, 0.77 - drop), far, far_hand], thick, sleeve)
    c.dot(*b.at(*far_hand), 0.031 * height, dark(look_.skin, 0.12))
    legs(b, look_, pose)
    b.shape(
        [
            (-0.085, 0.44),
            (-0.1 + shoulder * 0.5, 0.62 - drop),
            (-0.115 + shoulder, 0.8 - drop),
            (shoulder, 0.85 - drop),
            (0.115 + shoulder, 0.8 - drop),
            (0.1 + shoulder * 0.5, 0.62 - drop),
            (0.085, 0.44),
        ],
        look_.shirt,
    )
    head(b, look_, shoulder * 1.25, 0.85 - drop * 1.1, back)
    b.limb([(shoulder + 0.085, 0.78 - drop), near, hand], thick, light(look_.shirt, 0.1))
    c.dot(*b.at(*hand), 0.033 * height, look_.skin)
    return b


def legs(b: Body, look_: Look, pose: str) -> None:
    """Trousers or a sarong, and feet."""
    c, h = b.c, b.h
    if pose == "run":
        b.limb([(-0.03, 0.46), (-0.12, 0.26), (-0.3, 0.2)], 0.075, dark(look_.lower, 0.2))
        b.limb([(0.03, 0.46), (0.16, 0.3), (0.12, 0.04)], 0.075, look_.lower)
        c.dot(*b.at(0.15, 0.02), h * 0.045, dark(look_.lower, 0.5), h * 0.02)
        return
    for x in (-0.055, 0.06):
        c.dot(*b.at(x + 0.02, 0.012), h * 0.045, dark(look_.skin, 0.3), h * 0.018)
    if look_.skirt:
        b.shape(
            [(-0.09, 0.5), (-0.115, 0.2), (-0.125, 0.02), (0, 0.012), (0.125, 0.02), (0.115, 0.2), (0.09, 0.5)],
            look_.lower,
            1,
        )
        for y in (0.1, 0.16):
            c.line([b.at(-0.112, y), b.at(0.112, y)], h * 0.012, alpha(light(look_.lower, 0.5), 0.55), False)
        return
    for x, tone in ((-0.048, dark(look_.lower, 0.2)), (0.05, look_.lower)):
        b.shape([(x - 0.048, 0.5), (x - 0.045, 0.03), (x, 0.018), (x + 0.045, 0.03), (x + 0.048, 0.5)], tone, 1)


def sit(
    c: Canvas, place: Point, height: float, look_: Look, face: int = 1, back: bool = False, pose: str = "rest"
) -> Body:
    """A figure seated cross-legged; ``height`` is its standing height, ``back`` shows it from behind."""
    b = Body(c, place, height, face)
    h = height
    c.soft(ring(place[0] + h * 0.04, place[1], h * 0.27, h * 0.05), h * 0.04, (30, 22, 34), 0.55)
    knees = [
        (-0.25, 0.035),
        (-0.2, 0.09),
        (-0.09, 0.16),
        (0.09, 0.16),
        (0.2, 0.09),
        (0.25, 0.035),
        (0.12, -0.01),
        (-0.12, -0.01),
    ]
    if not back:
        b.shape([(-0.1, 0.1), (-0.12, 0.44), (0, 0.5), (0.12, 0.44), (0.1, 0.1)], look_.shirt)
    b.shape(knees, look_.lower)
    seated_arms(b, look_, back, pose)
    head(b, look_, 0, 0.5, back)
    return b


def seated_arms(b: Body, look_: Look, back: bool, pose: str) -> None:
    """Back or lap with the arms of a seated figure."""
    c, h = b.c, b.h
    if back:
        b.shape(
            [(-0.12, 0.02), (-0.11, 0.25), (-0.13, 0.44), (0, 0.5), (0.13, 0.44), (0.11, 0.25), (0.12, 0.02)],
            look_.shirt,
        )
        for side in (-1, 1):
            b.limb([(side * 0.115, 0.41), (side * 0.17, 0.26), (side * 0.15, 0.13)], 0.052, dark(look_.shirt, 0.1))
    else:
        c.line(
            [b.at(x, y) for x, y in bezier((-0.2, 0.06), (0, 0.12), (0.2, 0.06))],
            h * 0.012,
            dark(look_.lower, 0.3),
            False,
        )
        for side in (-1, 1):
            up = pose == "raise" and side == 1
            arm = (
                [(side * 0.1, 0.42), (0.2, 0.5), (0.19, 0.68)]
                if up
                else [(side * 0.1, 0.42), (side * 0.17, 0.25), (side * 0.1, 0.15)]
            )
            b.limb(arm, 0.05, light(look_.shirt, 0.08) if side > 0 else dark(look_.shirt, 0.14))
            c.dot(*b.at(*arm[2]), 0.032 * h, look_.skin)


def tool(b: Body, kind: str, color: Color = (122, 90, 62)) -> None:
    """Put a tool in the hands of a "work" pose: hoe, broom, rake, hose or sickle."""
    c, h = b.c, b.h
    steel = (150, 156, 160)
    if kind == "hose":
        c.line([b.at(0.1, 0.53), b.at(0.45, 0.64)], h * 0.04, (170, 60, 48))
        c.line([b.at(0.42, 0.63), b.at(0.5, 0.655)], h * 0.055, steel)
        return
    c.line([b.at(0.02, 0.72), b.at(0.5, 0.06)], h * 0.022, color)
    tip = b.at(0.5, 0.05)
    if kind == "hoe":
        c.poly([b.at(0.47, 0.09), b.at(0.56, 0.1), b.at(0.6, 0.0), b.at(0.52, -0.01)], steel)
    elif kind == "broom":
        c.fill(
            [b.at(0.45, 0.14), b.at(0.5, 0.17), b.at(0.66, 0.01), b.at(0.52, -0.02)], [(196, 160, 92), (140, 104, 56)]
        )
    elif kind == "rake":
        c.line([b.at(0.43, 0.02), b.at(0.57, 0.09)], h * 0.02, steel)
        for i in range(5):
            c.line(
                [b.at(0.43 + i * 0.035, 0.02 + i * 0.017), b.at(0.45 + i * 0.035, -0.03 + i * 0.017)],
                h * 0.009,
                steel,
                False,
            )
    else:
        c.arc(*tip, h * 0.09, h * 0.09, (20, 220), (h * 0.018, steel))
