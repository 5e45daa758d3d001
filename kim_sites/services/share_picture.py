"""Draws the picture of a shared link for pages that have none: title and name on a woven ground."""

from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageColor, ImageDraw, ImageFont

from kim_sites.share import SHARE_SIZE

MARGIN = 72  # pixels
BAND = 96  # height of the woven band, pixels
CELL = 12  # one thread of the weave, pixels
PAPER = (255, 250, 240)
TITLE_SIZES = (84, 72, 60, 50)
MOST_LINES = 4


@lru_cache(maxsize=8)
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.load_default(size)


def draw_share_picture(title: str, name: str, colour: str) -> bytes:
    """Return a PNG of 1200 by 630 pixels. `colour` is a hex colour dark enough to carry white text."""
    ground = ImageColor.getrgb(colour)
    picture = Image.new("RGB", SHARE_SIZE, ground)
    draw = ImageDraw.Draw(picture)
    _weave(draw, SHARE_SIZE[1] - BAND, ground)
    lines, font = _fit(draw, title)
    y = MARGIN
    draw.text((MARGIN, y), name, font=_font(38), fill=_mix(ground, PAPER, 0.8))
    y += 84
    for line in lines:
        draw.text((MARGIN, y), line, font=font, fill=PAPER, stroke_width=1, stroke_fill=PAPER)
        y += int(font.size * 1.2)
    buffer = BytesIO()
    picture.quantize(64).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _mix(one: tuple, other: tuple, share: float) -> tuple[int, ...]:
    return tuple(round(a + (b - a) * share) for a, b in zip(one, other, strict=True))


def _weave(draw: ImageDraw.ImageDraw, top: int, ground: tuple) -> None:
    """A band of stepped diamonds, as in the woven cloth of Kalimantan."""
    light, gold = _mix(ground, PAPER, 0.85), _mix(ground, (240, 190, 80), 0.75)
    draw.rectangle((0, top, SHARE_SIZE[0], SHARE_SIZE[1]), fill=_mix(ground, (0, 0, 0), 0.25))
    rows = BAND // CELL
    for column in range(SHARE_SIZE[0] // CELL):
        for row in range(rows):
            distance = abs(column % rows - rows // 2) + abs(row - rows // 2)
            if distance % 4 == 0 or distance == 3:
                x, y = column * CELL, top + row * CELL
                fill = gold if distance == 0 else light if distance % 4 == 0 else ground
                draw.rectangle((x + 1, y + 1, x + CELL - 2, y + CELL - 2), fill=fill)


def _fit(draw: ImageDraw.ImageDraw, title: str) -> tuple[list[str], ImageFont.FreeTypeFont]:
    """The largest size in which the title fits; at the smallest one it is cut with an ellipsis."""
    width = SHARE_SIZE[0] - 2 * MARGIN
    for size in TITLE_SIZES:
        font = _font(size)
        lines = _wrap(draw, title, font, width)
        if len(lines) * size * 1.2 <= SHARE_SIZE[1] - BAND - MARGIN - 110 and len(lines) <= MOST_LINES:
            return lines, font
    return [*lines[: MOST_LINES - 1], lines[MOST_LINES - 1].rstrip() + " …"] if len(lines) > MOST_LINES else lines, font


def _wrap(draw: ImageDraw.ImageDraw, text: str, font, width: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        while draw.textlength(word, font=font) > width:
            word = word[:-2]
        if lines and draw.textlength(f"{lines[-1]} {word}", font=font) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
