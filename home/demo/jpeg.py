"""One picture of the demo as a file. Processes that only paint import this module, and Django is not set up in them."""

from io import BytesIO

from home.demo.pictures import paint

SIZE = (1200, 800)  # pixels; enough for every size that a page shows


def paint_jpeg(scene: str, seed: int) -> bytes:
    """Paint a scene and return its JPEG bytes."""
    buffer = BytesIO()
    paint(scene, seed, SIZE).save(buffer, "JPEG", quality=88)
    return buffer.getvalue()
