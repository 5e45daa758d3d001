"""The picture of a card, worked out once when a page is saved, so that no list ever asks for renditions."""

from wagtail.images.models import AbstractImage

# Width and height in pixels of each size, and the formats in the order in which a browser should try them.
CARD_SIZES = ((400, 267), (800, 533))
COVER_SIZES = ((640, 400), (1280, 720))
LOGO_SIZES = ((96, 96),)  # shown at half of it, for sharp screens
SHARE_SIZE = (1200, 630)  # what WhatsApp and others crop to
CARD_FORMATS = ("avif", "webp")


def build_card(image: AbstractImage | None, alt: str, sizes=CARD_SIZES) -> dict:
    """Return what `components/card_picture.html` puts out: `sources` by type, `src`, `width`, `height`, `alt`.

    `share` is the picture of a shared link: `url`, `width`, `height`. Makes the renditions that are missing. An empty
    dict means: the card draws a pattern instead.
    """
    if image is None:
        return {}
    specs = {(kind, width): f"fill-{width}x{height}|format-{kind}" for kind in CARD_FORMATS for width, height in sizes}
    specs["share"] = f"fill-{SHARE_SIZE[0]}x{SHARE_SIZE[1]}|format-jpeg|jpegquality-75"
    try:
        renditions = image.get_renditions(*specs.values())
    except (OSError, ValueError):
        # The file has gone from the storage: the page must still be saved and read.
        return {}
    sources = [
        {
            "type": f"image/{kind}",
            "srcset": ", ".join(f"{renditions[specs[kind, width]].url} {width}w" for width, _height in sizes),
        }
        for kind in CARD_FORMATS
    ]
    width, height = sizes[0]
    share = renditions[specs["share"]]
    return {
        "sources": sources,
        "src": renditions[specs["webp", width]].url,
        "width": width,
        "height": height,
        "alt": alt,
        "image_id": image.pk,
        "share": {"url": share.url, "width": share.width, "height": share.height},
    }
