"""The few blocks of which a KIM writes its pages."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

RICH_TEXT_FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"]
VIDEO_HOSTS = {
    "youtube.com": "YouTube",
    "youtu.be": "YouTube",
    "vimeo.com": "Vimeo",
    "facebook.com": "Facebook",
    "fb.watch": "Facebook",
    "instagram.com": "Instagram",
    "tiktok.com": "TikTok",
}


class PictureBlock(blocks.StructBlock):
    """A picture in the text."""

    image = ImageChooserBlock(label=_("Picture"))
    alt = blocks.CharBlock(
        label=_("What the picture shows"), max_length=200, help_text=_("For readers who can't see it.")
    )
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=250)

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "kim_sites/blocks/picture.html"


class GalleryBlock(blocks.StructBlock):
    """Several pictures side by side."""

    pictures = blocks.ListBlock(PictureBlock(), label=_("Pictures"), min_num=2, max_num=20)

    class Meta:
        icon = "image"
        label = _("Gallery")
        template = "kim_sites/blocks/gallery.html"


class QuoteBlock(blocks.StructBlock):
    """What somebody said."""

    text = blocks.TextBlock(label=_("Quote"), max_length=600)
    attribution = blocks.CharBlock(label=_("Who said it"), required=False, max_length=120)

    class Meta:
        icon = "openquote"
        label = _("Quote")
        template = "kim_sites/blocks/quote.html"


class VideoLinkValue(blocks.StructValue):
    """Adds the name of the video service."""

    @property
    def service(self) -> str:
        """`YouTube` and so on; empty for an address that is not allowed."""
        return video_service(self.get("url") or "")


class VideoLinkBlock(blocks.StructBlock):
    """A link to a video. Nothing is loaded from the other site until the reader goes there."""

    url = blocks.URLBlock(label=_("Address of the video"), help_text=_("For example https://youtu.be/…"))
    title = blocks.CharBlock(label=_("Title"), max_length=120)

    class Meta:
        icon = "media"
        label = _("Video link")
        template = "kim_sites/blocks/video.html"
        value_class = VideoLinkValue

    def clean(self, value):
        """Raises a validation error at the address if it is not one of the known video services."""
        cleaned = super().clean(value)
        if cleaned["url"] and not cleaned.service:
            services = ", ".join(sorted(set(VIDEO_HOSTS.values())))
            message = _("Only links to %(services)s can be used.") % {"services": services}
            raise blocks.StructBlockValidationError(block_errors={"url": ValidationError(message)})
        return cleaned


def video_service(url: str) -> str:
    """The name of the service an address leads to; empty if it is none of `VIDEO_HOSTS` or not https or http."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https"):
        return ""
    host = (parts.hostname or "").lower()
    for known, name in VIDEO_HOSTS.items():
        if host == known or host.endswith(f".{known}"):
            return name
    return ""


class BodyBlock(blocks.StreamBlock):
    """The body of an article or an info page."""

    text = blocks.RichTextBlock(label=_("Text"), features=RICH_TEXT_FEATURES, icon="pilcrow")
    image = PictureBlock()
    gallery = GalleryBlock()
    quote = QuoteBlock()
    video = VideoLinkBlock()
    document = DocumentChooserBlock(label=_("Document"), icon="doc-full", template="kim_sites/blocks/document.html")


def body_images(body) -> list:
    """All pictures of a body, those of galleries too, in the order in which they are read."""
    images = []
    for block in body:
        if block.block_type == "image":
            images.append(block.value["image"])
        elif block.block_type == "gallery":
            images.extend(picture["image"] for picture in block.value["pictures"])
    return [image for image in images if image is not None]


def body_text(body) -> str:
    """The words of a body without markup, for summaries and the search index."""
    return " ".join(" ".join(block.block.get_searchable_content(block.value)) for block in body)
