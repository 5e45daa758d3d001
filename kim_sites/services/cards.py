"""The picture of a card, worked out once when a page is saved, so that no list ever asks for renditions."""

from wagtail.images.models import AbstractImage

# Width and height in pixels of each size, and the formats in the order in which a browser should try them.
CARD_SIZES = ((400, 267), (800, 533))
CARD_FORMATS = ("avif", "webp")


def build_card(image: AbstractImage | None, alt: str) -> dict:
    """Return what `components/card_picture.html` puts out: `sources` by type, `src`, `width`, `height`, `alt`.

    Makes the renditions that are missing. An empty dict means: the card draws a pattern instead.
    """
    if image is None:
        return {}
    specs = {
        (kind, width): f"fill-{width}x{height}|format-{kind}" for kind in CARD_FORMATS for width, height in CARD_SIZES
    }
    try:
        renditions = image.get_renditions(*specs.values())
    except (OSError, ValueError):
        # The file has gone from the storage: the page must still be saved and read.
        return {}
    sources = [
        {
            "type": f"image/{kind}",
            "srcset": ", ".join(f"{renditions[specs[kind, width]].url} {width}w" for width, _height in CARD_SIZES),
        }
        for kind in CARD_FORMATS
    ]
    width, height = CARD_SIZES[0]
    fallback = renditions[specs["webp", width]].url
    return {"sources": sources, "src": fallback, "width": width, "height": height, "alt": alt, "image_id": image.pk}
