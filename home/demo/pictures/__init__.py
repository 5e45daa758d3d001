"""Licence-free pictures for the demo portal, drawn by program: landscapes, activities, products and emblems."""

from collections.abc import Callable
from random import Random
from zlib import crc32

from PIL import Image

from . import (
    activities,
    cascades,
    cloth,
    fields,
    fire,
    gatherings,
    groves,
    honours,
    products_craft,
    products_food,
    villages,
    waters,
    wonders,
)
from .canvas import HEIGHT, WIDTH, Canvas
from .color import Mood, mood_of, rgb
from .emblem import emblem

Painter = Callable[[Canvas, Mood], None]

# Zoom range, sideways sway (0..0.5) and vertical focus (0..1) of the final framing, per kind of picture.
_VIEW, _PEOPLE, _PRODUCT = (1.24, 0.5, 0.55), (1.1, 0.2, 0.6), (1.26, 0.3, 0.86)
_MODULES = (
    (waters, _VIEW, "river_sunrise river_boats harbour bridge"),
    (villages, _VIEW, "longhouse rice_field village_street mosque_square school"),
    (groves, _VIEW, "peat_forest plantation_road mountain_mist"),
    (activities, _PEOPLE, "meeting training clean_up health_post"),
    (gatherings, _PEOPLE, "market festival"),
    (fields, _PEOPLE, "harvest planting football"),
    (fire, _PEOPLE, "fire_watch"),
    (products_food, _PRODUCT, "honey fish_crackers coffee salted_fish banana_chips vegetables"),
    (products_food, _PRODUCT, "chili_sauce coconut_sugar catfish cake"),
    (products_craft, _PRODUCT, "rattan_basket purun_mat wooden_craft beads"),
    (cloth, _PRODUCT, "woven_cloth batik"),
    (honours, _PEOPLE, "trophy certificate shield_award"),
    (cascades, _VIEW, "waterfall lake"),
    (wonders, _PEOPLE, "orchid hornbill fishpond"),
)
SCENES: dict[str, Painter] = {name: getattr(module, name) for module, _, names in _MODULES for name in names.split()}
_FRAMING = {name: framing for _, framing, names in _MODULES for name in names.split()}
_AVOID = {  # moods that would spoil a scene: no sunrise at noon, no school at night
    "river_sunrise": ("noon", "rain", "night", "amber"),
    "fire_watch": ("night", "rain", "noon", "jade"),
    **dict.fromkeys(
        ["school", "football", "planting", "harvest", "clean_up", "market", "rice_field"], ("night", "dusk")
    ),
}


def paint(scene: str, seed: int, size: tuple[int, int] = (1600, 1067)) -> Image.Image:
    """Paint a scene as an RGB image of ``size`` pixels; the same scene, seed and size give the same picture."""
    if scene not in SCENES:
        raise KeyError(f"unknown scene {scene!r}; known scenes: {', '.join(sorted(SCENES))}")
    rng = Random(f"{scene}:{seed}")
    canvas = Canvas(rng, max(size[0], -(-size[1] * WIDTH // HEIGHT)))
    SCENES[scene](canvas, mood_of(rng, seed + crc32(scene.encode()), _AVOID.get(scene, ())))
    near, sway, focus = _FRAMING[scene]
    canvas.zoom(rng.uniform(1.02, near), 0.5 + rng.uniform(-sway, sway), focus)
    return canvas.finish(size, mirror=rng.random() < 0.5)


def paint_logo(seed: int, accent: str, size: int = 512) -> Image.Image:
    """Paint a square emblem (RGB, ``size`` pixels) in the ``accent`` colour (``#rrggbb``), varied by seed, no text."""
    return emblem(Random(f"logo:{seed}"), rgb(accent), size)
