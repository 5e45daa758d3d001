"""Product pictures of food: honey, crackers, coffee, fish, chips, vegetables, sauce, sugar, cakes."""

from .canvas import Canvas
from .color import Color, Mood, alpha, dark, light, mix, rgb
from .food import banana, chili, coconut, comb, fish, heap, klepon, layer_cake, lime, piece, sugar_block, tomato
from .shapes import bezier, lathe, leaf, polar, ring
from .still_life import banana_leaf, shadow, sprig, stage
from .vessels import bottle, bowl, jar, plate, pouch, tray, turned
from .weave import plait, strands

LIDS = [rgb(code) for code in ("#8a3f34", "#3f6f5a", "#c9963f", "#3f5f7f", "#6a4a6a")]
CLAY = [rgb(code) for code in ("#b5654a", "#4f7f86", "#d9cdb8", "#3f4a5f", "#8fa07a", "#c98f4a")]


def honey(c: Canvas, m: Mood) -> None:
    """Jars of kelulut honey with comb and dipper."""
    stage(c, m)
    r = c.rng
    tone = r.choice([rgb("#d98a1f"), rgb("#b5581c"), rgb("#e9ab35"), rgb("#8f3f18")])
    lid = r.choice(LIDS)
    shift = r.uniform(-60, 60)
    layouts = (
        ((1010, 740, 120, 290), (520, 760, 125, 320), (760, 830, 165, 400)),
        ((620, 790, 175, 330), (960, 800, 140, 440)),
        ((470, 730, 105, 230), (720, 730, 105, 300), (970, 730, 105, 370), (830, 850, 120, 210)),
        ((860, 740, 120, 400), (660, 830, 170, 290)),
        ((750, 690, 130, 430), (560, 790, 120, 260), (960, 800, 130, 280)),
    )
    for x, base, wide, high in r.choice(layouts):
        jar(
            c,
            x + shift,
            base,
            wide,
            high * r.uniform(0.92, 1.06),
            mix(tone, r.choice([(255, 200, 90), (90, 30, 10)]), r.random() * 0.25),
            lid,
        )
    comb(c, 1090 + shift, 860, 150)
    x, y = 430 + shift, 905
    c.soft([(x - 160, y + 12), (x + 120, y - 20), (x + 130, y + 16), (x - 150, y + 40)], 10, (40, 20, 12), 0.5)
    wood = rgb("#b98450")
    c.line([(x - 190, y - 26), (x + 20, y + 4)], 17, wood)
    c.line([(x - 186, y - 31), (x + 16, y - 2)], 5, light(wood, 0.4))
    for i in range(5):
        px = x + 18 + i * 21
        c.ball(px, y + 6 + i * 2, 13, [light(wood, 0.4), wood, dark(wood, 0.4)], 36 - abs(i - 2) * 6)
    c.ball(x + 130, y + 32, 60, [light(tone, 0.6), tone, dark(tone, 0.3)], 15)
    sprig(c, 1240 + shift, 940, 190, angle=r.uniform(20, 60))


def fish_crackers(c: Canvas, m: Mood) -> None:
    """A bowl of fish crackers, a pouch and scattered pieces."""
    stage(c, m)
    r = c.rng
    tone = r.choice([rgb("#efd9b0"), rgb("#f2c99a"), rgb("#e9d8c4"), rgb("#f0c8b0")])
    pouch(c, 1010, 770, 270, 440, r.choice([rgb("#d9b27a"), rgb("#c8553f"), rgb("#3f7f7a"), rgb("#e9dcc0")]), tone)
    fish(c, 430, 690, 330, r.uniform(-8, 14), rgb("#8a98a0"))
    top = bowl(c, 640, 880, 260, r.choice(CLAY))
    heap(c, top, 255, 58, "crackers", tone)
    for i in range(6):
        x, y = 900 + i * 74 + r.uniform(-20, 20), 885 + r.uniform(-36, 50)
        c.soft(ring(x + 10, y + 14, 54, 20), 8, (30, 18, 18), 0.5)
        piece(c, x, y, 240, "crackers", tone)
    lime(c, 330, 900, 48)


def coffee(c: Canvas, m: Mood) -> None:
    """A steaming cup, beans and a pouch."""
    table, _ = stage(c, m)
    r = c.rng
    bean = rgb("#5a3420")
    back = [1060, 420]
    r.shuffle(back)
    px = back[0] + r.uniform(-40, 40)
    pouch(
        c,
        px,
        760,
        280,
        r.uniform(380, 480),
        r.choice([rgb("#3f3430"), rgb("#b98a5c"), rgb("#2f5f56"), rgb("#8f3f2f")]),
        rgb("#6a3f26"),
    )
    sack = bowl(c, back[1], 760, r.uniform(150, 190), rgb("#b99a6a"), r.uniform(0.6, 1.1))
    heap(c, sack, 172, 110, "beans", bean)
    cup, x, y = (
        r.choice([rgb("#f2ece0"), rgb("#4f7f86"), rgb("#c8643f"), rgb("#e3c27a")]),
        r.choice([600, 740, 880]),
        880,
    )
    coffee_cup(c, x, y, cup)
    for _ in range(26):
        px, py = r.uniform(260, 1300), r.uniform(860, 975)
        if abs(px - x) > 260:
            c.soft(ring(px + 5, py + 8, 24, 12), 5, dark(table, 0.7), 0.5)
            piece(c, px, py, 210, "beans", bean)


def coffee_cup(c: Canvas, x: float, y: float, cup: Color) -> None:
    """A full steaming cup on its saucer, standing at (x, y)."""
    plate(c, x, y - 6, 230, cup)
    c.arc(x + 168, y - 130, 62, 66, (-100, 110), (24, dark(cup, 0.2)))
    turned(c, x, y - 14, [(90, 0), (110, 20), (160, 110), (168, 200)], cup)
    c.dot(x, y - 214, 168, light(cup, 0.6), 36)
    c.dot(x, y - 211, 155, rgb("#3a2014"), 30)
    c.dot(x - 12, y - 207, 128, rgb("#6a3a1e"), 22)
    c.arc(x - 20, y - 206, 80, 14, (20, 200), (6, rgb("#b57a48")))
    for i in range(3):
        px = x - 60 + i * 56
        for k in range(10):
            c.glow(
                px + 26 * (-1) ** i * (1 if k % 4 < 2 else -1) * (k / 9),
                y - 250 - k * 34,
                34 + k * 4,
                (255, 252, 244),
                0.2 - k * 0.015,
            )


def salted_fish(c: Canvas, m: Mood) -> None:
    """Dried fish on a winnowing tray with chilli and lime."""
    stage(c, m, 520)
    r = c.rng
    tray(c, 750, 760, 560, r.choice([rgb("#d3a860"), rgb("#c49a5c"), rgb("#b98a4a")]))
    tone = r.choice([rgb("#b8a183"), rgb("#a3a39a"), rgb("#c4a070")])
    lean = r.uniform(-9, 9)
    for row, (y, size) in enumerate(((640, 330), (735, 390), (845, 410))):
        for side in (-1, 1):
            x = 740 + side * size * 0.5 + (row % 2) * 30
            fish(c, x, y + side * 10, size, lean + r.uniform(-6, 6), mix(tone, (120, 90, 60), r.random() * 0.3))
    for i in range(3):
        chili(c, 1120 + i * 34, 740 + i * 44, 160, 195 + i * 14)
    lime(c, 345, 800, 52)
    lime(c, 420, 866, 50, False)
    sprig(c, 1180, 930, 180, angle=150)


def banana_chips(c: Canvas, m: Mood) -> None:
    """A bowl of banana chips, fresh bananas and a pouch."""
    stage(c, m)
    r = c.rng
    tone = r.choice([rgb("#e9b83f"), rgb("#d9a040"), rgb("#f0c95f"), rgb("#c98a3a")])
    banana(c, 270, 640, 330, r.choice([4, 5, 6]))
    pouch(c, 1070, 765, 280, 450, r.choice([rgb("#3f7f5a"), rgb("#e9d29a"), rgb("#c8553f"), rgb("#5a4a7a")]), tone)
    top = bowl(c, 740, 890, 265, r.choice(CLAY))
    heap(c, top, 262, 64, "chips", tone)
    for i in range(5):
        x, y = 1020 + i * 80 + r.uniform(-20, 20), 900 + r.uniform(-30, 50)
        c.soft(ring(x + 8, y + 12, 50, 22), 8, (30, 18, 18), 0.5)
        piece(c, x, y, 240, "chips", tone)


def vegetables(c: Canvas, m: Mood) -> None:
    """A rattan tub of vegetables with more on the table."""
    stage(c, m)
    r = c.rng
    x, cane = r.uniform(640, 760), rgb("#b98a50")
    shadow(c, x, 850, 300, 1.0)
    for i in range(9):
        a = 40 + i * 12.5
        c.poly(
            leaf((x - 130 + i * 30, 600), polar((x - 130 + i * 30, 600), 290, a), 50),
            mix(rgb("#3f8a46"), rgb("#8fc05a"), r.random()),
        )
    green = rgb("#7fb85a")
    for dx, dy, s in ((-180, 570, 120), (150, 575, 110)):
        c.ball(x + dx, dy, s, [light(green, 0.55), green, dark(green, 0.45)])
        for k in range(4):
            c.arc(x + dx, dy + 20, s * (0.85 - k * 0.18), s * (0.9 - k * 0.14), (200, 330), (4, light(green, 0.6)))
    for i in range(4):
        px = x - 60 + i * 42
        c.fill(
            leaf((px + 30, 440 + i * 12), (px - 20, 660), 34, 10),
            [rgb("#8a5a9a"), rgb("#54306a"), rgb("#2f1a40")],
            True,
        )
        c.dot(px + 30, 446 + i * 12, 20, rgb("#5f8f46"), 15)
    for i in range(6):
        tomato(c, x - 210 + i * 84, 630 - (i % 2) * 24, 50, r.choice([(214, 62, 44), (226, 110, 44), (206, 52, 58)]))
    body = lathe(x, 850, [(215, 0), (260, 90), (300, 220)])
    with c.clip(body):
        plait(c, (x - 310, 600, x + 310, 920), 26, (cane, dark(cane, 0.16)))
        for px, tone, share in ((x - 200, light(cane, 0.6), 0.35), (x + 230, (30, 16, 14), 0.6)):
            c.soft([(px - 70, 560), (px + 90, 560), (px + 60, 920), (px - 60, 920)], 46, tone, share)
    strands(c, ring(x, 628, 300, 46, (0, 180), 40), 24, cane)
    for i in range(4):
        tomato(c, x + 390 + i * 66, 860 + (i % 2) * 56, 54)
    for i in range(4):
        chili(c, x - 330 + i * 40, 880 + i * 18, 190, 160 + i * 12, r.choice([(206, 40, 36), (96, 160, 60)]))


def chili_sauce(c: Canvas, m: Mood) -> None:
    """Bottles of sambal, a stone mortar and chillies."""
    stage(c, m)
    r = c.rng
    red = r.choice([rgb("#b8281f"), rgb("#d8502a"), rgb("#8f1f1f"), rgb("#4f7f34")])
    cap = r.choice(LIDS)
    bottle(c, 470, 770, 88, 430, mix(red, (90, 20, 10), 0.15), cap)
    bottle(c, 1080, 760, 84, 400, mix(red, (240, 160, 60), 0.3), cap)
    bottle(c, 690, 830, 104, 520, red, cap)
    stone = rgb("#5f6268")
    top = bowl(c, 945, 890, 185, stone, 0.6)
    c.ball(top[0], top[1], 165, [light(red, 0.45), red, dark(red, 0.3)], 24)
    for _ in range(24):
        c.dot(top[0] + r.uniform(-130, 130), top[1] + r.uniform(-14, 14), 5, rgb("#f4dc9a"), 3)
    c.line([(top[0] + 20, top[1] - 4), (top[0] + 150, top[1] - 150)], 44, stone)
    c.line([(top[0] + 12, top[1] - 14), (top[0] + 140, top[1] - 158)], 12, light(stone, 0.35))
    for i in range(7):
        chili(c, 330 + i * 62, 890 + (i % 3) * 30, r.uniform(150, 200), r.uniform(150, 215))
    tomato(c, 1230, 860, 72)
    for i in range(3):
        c.ball(1190 + i * 52, 940 + i % 2 * 14, 28, [rgb("#fbf3ee"), rgb("#d9b8c4"), rgb("#8f5f7a")], 32)
    lime(c, 290, 840, 46)


def coconut_sugar(c: Canvas, m: Mood) -> None:
    """Blocks of palm sugar on a leaf with coconuts."""
    stage(c, m)
    r = c.rng
    tone = r.choice([rgb("#a5622f"), rgb("#8a4a24"), rgb("#c4853f")])
    coconut(c, 430, 640, 150)
    coconut(c, 1120, 690, 130)
    banana_leaf(c, 750, 880, 1150, 150)
    for x, y in ((560, 830), (930, 830), (745, 810)):
        shadow(c, x, y, 120, 0.7)
        sugar_block(c, x, y, 120, mix(tone, (255, 200, 120), r.random() * 0.15))
    for x, y in ((650, 770), (850, 768), (750, 705)):
        sugar_block(c, x, y, 112, mix(tone, (255, 200, 120), r.random() * 0.2))
    for x, y in ((480, 930), (700, 945), (960, 925)):
        shadow(c, x, y, 90, 0.7)
        sugar_block(c, x, y, 94, tone)
    for _ in range(46):
        px, py = 1120 + r.gauss(0, 66), 910 + r.gauss(0, 16)
        c.dot(px, py, r.uniform(4, 11), mix(tone, (255, 220, 160), r.random() * 0.5), r.uniform(3, 7))


def catfish(c: Canvas, m: Mood) -> None:
    """River catfish on a banana leaf with herbs."""
    stage(c, m, 500)
    r = c.rng
    plate_tone = r.choice(CLAY)
    c.soft(ring(760, 790, 640, 200), 20, (26, 18, 20), 0.5)
    plate(c, 750, 760, 640, plate_tone)
    banana_leaf(c, 750, 760, 1120, 165)
    tone = r.choice([rgb("#5a6468"), rgb("#6a5f56"), rgb("#4a5560")])
    flip = r.choice([0, 180])
    fish(c, 740, 690, 720, 6 + flip, tone, True)
    fish(c, 770, 800, 760, -3 + flip, mix(tone, (150, 130, 100), 0.25), True)
    for i in range(4):
        lime(c, 430 + i * 56, 890 - i * 6, 44)
    for i in range(4):
        chili(c, 900 + i * 50, 880 - i * 14, 170, 170 + i * 16)
    sprig(c, 980, 860, 240, angle=20)
    tomato(c, 300, 830, 62)


def cake(c: Canvas, m: Mood) -> None:
    """Traditional cakes: layered slices and coconut-rolled balls."""
    stage(c, m)
    r = c.rng
    pairs = [
        ("#3f9a5f", "#f3ecd0"),
        ("#d8527a", "#f9e6e0"),
        ("#8a4a2f", "#f0d8a8"),
        ("#7a5aa0", "#efe4f0"),
        ("#e0913a", "#fbf0d0"),
    ]
    r.shuffle(pairs)
    plate(c, 560, 800, 390, r.choice(CLAY))
    banana_leaf(c, 560, 795, 620, 80)
    for i, (x, y) in enumerate(((440, 770), (660, 765), (540, 830))):
        tones = tuple(rgb(code) for code in pairs[0 if i < 2 else 1])
        layer_cake(c, x, y, 210, 170, tones)
    plate(c, 1080, 840, 290, r.choice(CLAY))
    for i, (dx, dy) in enumerate(
        ((-120, -20), (0, -32), (120, -20), (-62, 12), (64, 12), (-58, -78), (60, -78), (0, -120))
    ):
        klepon(c, 1080 + dx, 815 + dy, 58, (92, 158, 74) if i % 3 else rgb(pairs[2][0]))
    cup = r.choice(CLAY)
    shadow(c, 920, 680, 70)
    turned(c, 920, 690, [(50, 0), (72, 20), (82, 140)], cup)
    c.dot(920, 550, 82, light(cup, 0.5), 15)
    c.dot(920, 552, 74, rgb("#b5652a"), 12)
    c.line(bezier((800, 930), (860, 900), (930, 935)), 6, alpha(dark(rgb("#3f8a46"), 0.1), 0.9), False)
    sprig(c, 760, 945, 150, angle=10)
