"""The drawing surface: a 1500 x 1000 unit scene drawn at twice the wanted size, with gradients, glow and grain."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from .color import Color, alpha, mix

WIDTH, HEIGHT = 1500, 1000
Point = tuple[float, float]


def ramp(size: tuple[int, int], stops: Sequence[Color], across: bool = False) -> Image.Image:
    """A gradient image of ``size`` pixels through evenly spaced colours, downwards or from left to right."""
    last = len(stops) - 1
    data = bytearray()
    for step in range(256):
        place = step / 255 * last
        index = min(int(place), max(last - 1, 0))
        data += bytes(mix(stops[index], stops[min(index + 1, last)], place - index))
    strip = Image.frombytes("RGB", (256, 1) if across else (1, 256), bytes(data))
    return strip.resize(size, Image.BILINEAR)


def noise(rng: Random, size: tuple[int, int], cells: tuple[int, int], octaves: int = 4) -> Image.Image:
    """Smooth cloud-like noise, an ``L`` image of ``size`` pixels starting with ``cells`` random cells."""
    total = None
    for octave in range(octaves):
        grid = (min(size[0], cells[0] << octave), min(size[1], cells[1] << octave))
        layer = Image.frombytes("L", grid, rng.randbytes(grid[0] * grid[1])).resize(size, Image.BICUBIC)
        total = layer if total is None else Image.blend(total, layer, 0.5 ** (octave + 0.35))
    return total


def falloff(strength: float, power: float = 1.7) -> Image.Image:
    """A 256 px round ``L`` mask, bright in the middle and fading to nothing at the rim."""
    table = [round(255 * strength * max(0.0, 1 - d / 176) ** power) for d in range(256)]
    return Image.radial_gradient("L").point(table)


class Canvas:
    """A picture in scene units (1500 wide, 1000 high); every method paints straight onto it."""

    def __init__(self, rng: Random, width: int) -> None:
        """Prepare a canvas whose finished picture is ``width`` pixels wide (3:2)."""
        self.rng = rng
        self.k = width * 2 / WIDTH
        self.off = (0, 0)
        self.im = Image.new("RGB", (width * 2, round(HEIGHT * self.k)))
        self.pen = ImageDraw.Draw(self.im, "RGBA")

    def px(self, points: Sequence[Point]) -> list[Point]:
        """Scene units to pixels."""
        left, top = self.off
        return [(x * self.k - left, y * self.k - top) for x, y in points]

    def poly(self, points: Sequence[Point], color: Color) -> None:
        """A flat polygon."""
        self.pen.polygon(self.px(points), fill=color)

    def dot(self, x: float, y: float, rx: float, color: Color, ry: float | None = None) -> None:
        """A flat ellipse around (x, y)."""
        ry = rx if ry is None else ry
        self.pen.ellipse(self.px([(x - rx, y - ry), (x + rx, y + ry)]), fill=color)

    def box(self, x0: float, y0: float, x1: float, y1: float, color: Color, r: float = 0) -> None:
        """A flat rectangle with corners rounded by ``r`` units."""
        edges = self.px([(min(x0, x1), min(y0, y1)), (max(x0, x1), max(y0, y1))])
        if r:
            self.pen.rounded_rectangle(edges, r * self.k, fill=color)
        else:
            self.pen.rectangle(edges, fill=color)

    def line(self, points: Sequence[Point], width: float, color: Color, round_ends: bool = True) -> None:
        """A line ``width`` units thick, with round ends and joints."""
        thick = max(1, round(width * self.k))
        self.pen.line(self.px(points), fill=color, width=thick, joint="curve" if len(points) > 2 else None)
        if round_ends and thick > 3 and len(color) == 3:
            for x, y in (points[0], points[-1]):
                self.dot(x, y, width / 2, color)

    def arc(
        self, x: float, y: float, rx: float, ry: float, turn: tuple[float, float], pen: tuple[float, Color]
    ) -> None:
        """Part of an ellipse outline: ``turn`` = start and end in degrees, ``pen`` = (width, colour)."""
        edges = self.px([(x - rx, y - ry), (x + rx, y + ry)])
        self.pen.arc(edges, turn[0], turn[1], fill=pen[1], width=max(1, round(pen[0] * self.k)))

    def _bounds(self, points: Sequence[Point], margin: float = 0) -> tuple[int, int, int, int]:
        xs, ys = zip(*self.px(points), strict=True)
        margin *= self.k
        return (
            max(0, int(min(xs) - margin)),
            max(0, int(min(ys) - margin)),
            min(self.im.width, int(max(xs) + margin) + 2),
            min(self.im.height, int(max(ys) + margin) + 2),
        )

    def _mask(self, points: Sequence[Point], bounds: tuple[int, int, int, int]) -> Image.Image:
        mask = Image.new("L", (bounds[2] - bounds[0], bounds[3] - bounds[1]))
        shifted = [(x - bounds[0], y - bounds[1]) for x, y in self.px(points)]
        ImageDraw.Draw(mask).polygon(shifted, fill=255)
        return mask

    def fill(self, points: Sequence[Point], stops: Sequence[Color], across: bool = False) -> None:
        """A polygon filled with a gradient over its bounding box."""
        bounds = self._bounds(points)
        if bounds[2] <= bounds[0] or bounds[3] <= bounds[1]:
            return
        mask = self._mask(points, bounds)
        self.im.paste(ramp(mask.size, stops, across), bounds[:2], mask)

    def ball(self, x: float, y: float, rx: float, stops: Sequence[Color], ry: float | None = None) -> None:
        """An ellipse filled with a gradient from its upper left (bright) to its rim (dark): a round thing."""
        ry = rx if ry is None else ry
        self.dot(x, y, rx, stops[-1], ry)
        steps = max(5, min(26, round(rx * self.k / 5)))
        for step in range(1, steps + 1):
            share = step / steps
            place = (1 - share) * (len(stops) - 1)
            index = min(int(place), len(stops) - 2) if len(stops) > 1 else 0
            color = mix(stops[index], stops[min(index + 1, len(stops) - 1)], place - index)
            size = 1 - share * 0.86
            self.dot(x - rx * 0.3 * share, y - ry * 0.33 * share, rx * size, color, ry * size)

    @contextmanager
    def clip(self, points: Sequence[Point]) -> Iterator[None]:
        """Everything painted inside the block stays within the polygon."""
        bounds = self._bounds(points)
        if bounds[2] <= bounds[0] or bounds[3] <= bounds[1]:
            bounds = (0, 0, 1, 1)
        outer, pen, off = self.im, self.pen, self.off
        self.im = outer.crop(bounds)
        self.pen = ImageDraw.Draw(self.im, "RGBA")
        self.off = (off[0] + bounds[0], off[1] + bounds[1])
        try:
            yield
        finally:
            inner, self.im, self.pen, self.off = self.im, outer, pen, off
        outer.paste(inner, bounds[:2], self._mask(points, bounds))

    def soft(self, points: Sequence[Point], blur: float, color: Color, strength: float = 0.5) -> None:
        """A blurred polygon: shadows, light patches. ``blur`` in units."""
        bounds = self._bounds(points, blur * 2.6)
        step = max(2.0, min(blur * self.k / 3, 16))
        size = (int((bounds[2] - bounds[0]) / step) + 1, int((bounds[3] - bounds[1]) / step) + 1)
        if bounds[2] <= bounds[0] or bounds[3] <= bounds[1]:
            return
        mask = Image.new("L", size)
        shifted = [((x - bounds[0]) / step, (y - bounds[1]) / step) for x, y in self.px(points)]
        ImageDraw.Draw(mask).polygon(shifted, fill=round(255 * min(1, strength)))
        mask = mask.filter(ImageFilter.GaussianBlur(blur * self.k / step / 1.6))
        mask = mask.resize((bounds[2] - bounds[0], bounds[3] - bounds[1]), Image.BILINEAR)
        self.im.paste(color[:3], bounds, mask)

    def glow(self, x: float, y: float, r: float, color: Color, strength: float = 0.6, ry: float | None = None) -> None:
        """A round glow of radius ``r`` fading outwards."""
        rx, ry = r * 1.2 * self.k, (r if ry is None else ry) * 1.2 * self.k
        mask = falloff(min(1, strength)).resize((max(2, round(rx * 2)), max(2, round(ry * 2))), Image.BILINEAR)
        left, top = self.off
        self.im.paste(color[:3], (round(x * self.k - rx) - left, round(y * self.k - ry) - top), mask)

    def veil(self, y0: float, y1: float, color: Color, strengths: Sequence[float]) -> None:
        """A horizontal band of haze; ``strengths`` (0..1) are spaced evenly from ``y0`` down to ``y1``."""
        greys = [(round(255 * s),) * 3 for s in strengths]
        size = (self.im.width, max(1, round((y1 - y0) * self.k)))
        mask = ramp((1, size[1]), greys).convert("L").resize(size)
        self.im.paste(color[:3], (0, round(y0 * self.k)), mask)

    def cloud(self, y0: float, y1: float, color: Color, cells: tuple[int, int], curve: tuple[float, float]) -> None:
        """Noise clouds between two heights; ``curve`` = (threshold 0..1, top opacity 0..1)."""
        size = (400, max(8, round(400 * (y1 - y0) / WIDTH)))
        low, top = curve
        table = [round(255 * top * max(0.0, min(1.0, (v / 255 - low) / (0.85 - low))) ** 1.3) for v in range(256)]
        mask = noise(self.rng, size, cells).point(table)
        edge = ramp((1, size[1]), [(0,) * 3, (255,) * 3, (255,) * 3, (0,) * 3]).convert("L").resize(size)
        mask = ImageChops.multiply(mask, edge)
        mask = mask.resize((self.im.width, max(1, round((y1 - y0) * self.k))), Image.BICUBIC)
        self.im.paste(color[:3], (0, round(y0 * self.k)), mask)

    def reflect(self, y: float, depth: float, tint: Sequence[Color], strength: float = 0.55, wave: float = 5) -> None:
        """Water from height ``y`` down: what stands above, mirrored, rippled and tinted."""
        half = (self.im.width // 4, round(depth * self.k / 4))
        top = round((y - min(y, depth * 1.15)) * self.k)
        source = self.im.crop((0, top, self.im.width, round(y * self.k)))
        source = source.resize(half, Image.BOX).transpose(Image.FLIP_TOP_BOTTOM).filter(ImageFilter.BoxBlur(1.2))
        mirrored = source.copy()
        rng = Random(self.rng.random())  # own source: the number of rows depends on the size
        row, shift = 0, 0.0
        while row < half[1]:
            tall = 1 + row // 40
            shift = shift * 0.5 + rng.uniform(-1, 1) * wave * self.k / 4 * (0.25 + row / half[1])
            mirrored.paste(source.crop((0, row, half[0], row + tall)), (round(shift), row))
            row += tall
        mirrored = Image.blend(ramp(half, tint), mirrored, strength).filter(ImageFilter.BoxBlur(0.6))
        full = (self.im.width, round(depth * self.k))
        self.im.paste(mirrored.resize(full, Image.BICUBIC), (0, round(y * self.k)))

    def zoom(self, share: float, x: float, y: float) -> None:
        """Move closer: keep 1/``share`` of the picture around the relative point (x, y) of 0..1."""
        wide, high = self.im.width / share, self.im.height / share
        left, top = (self.im.width - wide) * x, (self.im.height - high) * y
        self.im = self.im.crop((round(left), round(top), round(left + wide), round(top + high)))

    def finish(self, size: tuple[int, int], grain: float = 0.1, mirror: bool = False) -> Image.Image:
        """Downscale to ``size`` pixels (centre crop), add vignette and paper grain."""
        scale = max(size[0] / self.im.width, size[1] / self.im.height)
        wide = (max(size[0], round(self.im.width * scale)), max(size[1], round(self.im.height * scale)))
        picture = self.im.resize(wide, Image.LANCZOS, reducing_gap=2.0)
        left, top = (wide[0] - size[0]) // 2, (wide[1] - size[1]) // 2
        picture = picture.crop((left, top, left + size[0], top + size[1]))
        if mirror:
            picture = picture.transpose(Image.FLIP_LEFT_RIGHT)
        edge = Image.radial_gradient("L").point([255 - round(0.2 * max(0, d - 120)) for d in range(256)])
        picture = ImageChops.multiply(picture, Image.merge("RGB", (edge.resize(size, Image.BILINEAR),) * 3))
        return ImageChops.overlay(picture, Image.merge("RGB", (paper(self.rng, size, grain),) * 3))


def paper(rng: Random, size: tuple[int, int], amount: float) -> Image.Image:
    """Paper grain around mid grey: fine speckle plus faint fibres, ``amount`` 0..1."""
    tile = Image.frombytes("L", (512, 512), rng.randbytes(512 * 512)).filter(ImageFilter.BoxBlur(0.7))
    sheet = Image.new("L", size)
    for x in range(0, size[0], 512):
        for y in range(0, size[1], 512):
            sheet.paste(tile, (x, y))
    fibres = noise(rng, (200, 134), (50, 67), 2).resize(size, Image.BICUBIC)
    mixed = Image.blend(sheet, fibres, 0.4)
    return mixed.point([max(0, min(255, round(128 + (v - 128) * amount * 1.6))) for v in range(256)])


def glint(c: Canvas, x: float, y: float, size: tuple[float, float], color: Color, share: float = 0.5) -> None:
    """A soft-edged highlight ellipse of ``size`` = (rx, ry) units."""
    c.dot(x, y, size[0], alpha(color, share * 0.5), size[1])
    c.dot(x, y, size[0] * 0.65, alpha(color, share), size[1] * 0.65)
