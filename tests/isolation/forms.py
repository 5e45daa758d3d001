"""Whole forms of Wagtail's screens, with B's ids in every place where an id can be posted."""

from wagtail.rich_text import RichText  # noqa: F401
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from tests.isolation.world import Tenant


def page_link(page) -> str:
    """A rich text that links to a page."""
    return f'<p>Baca <a linktype="page" id="{page.pk}">di sini</a></p>'


def document_link(document) -> str:
    """A rich text that links to a document."""
    return f'<p>Unduh <a linktype="document" id="{document.pk}">berkas</a></p>'


def news(image=None, body=None, **changes) -> dict:
    """The form of an article that is ready to be published."""
    values = {
        "title": "Kerja bakti",
        "slug": "kerja-bakti",
        "summary": "",
        "body": streamfield(body or [("text", rich_text("<p>Warga membersihkan parit.</p>"))]),
        "date": "2026-11-20",
        "category": "environment",
        "lead_image": image.pk if image else "",
        "lead_image_alt": "Warga membersihkan parit" if image else "",
        "comments": inline_formset([]),
        **changes,
    }
    return nested_form_data(values)


def product(image, seller, **changes) -> dict:
    """The form of a product that is ready to be published."""
    values = {
        "title": "Madu",
        "slug": "madu-hutan",
        "photos": inline_formset([{"image": image.pk, "alt": "Botol madu"}]),
        "price_kind": "fixed",
        "price_min": "75000",
        "price_max": "",
        "unit": "botol",
        "category": "food",
        "availability": "in_stock",
        "seller": seller.pk,
        "description": rich_text("<p>Madu hutan asli.</p>"),
        "confirmed_on": "2026-11-20",
        "comments": inline_formset([]),
        **changes,
    }
    return nested_form_data(values)


def forms_with_foreign_references(own: Tenant, other: Tenant) -> dict[str, tuple[str, dict]]:
    """By name: the type of page, and its form with one reference to an object of another tenant."""
    mine, theirs = own.objects["image"], other.objects["image"]
    picture = {"alt": "Foto", "caption": ""}
    bodies = {
        "picture in the text": [("image", {"image": theirs.pk, **picture})],
        "picture in a gallery": [
            (
                "gallery",
                {"pictures": streamfield_list([{"image": mine.pk, **picture}, {"image": theirs.pk, **picture}])},
            )
        ],
        "document in the text": [("document", other.objects["document"].pk)],
        "link to a page": [("text", rich_text(page_link(other.pages["news"]), features=["link"]))],
        "link to a draft": [("text", rich_text(page_link(other.pages["draft"]), features=["link"]))],
        "link to a document": [
            ("text", rich_text(document_link(other.objects["document"]), features=["document-link"]))
        ],
    }
    forms = {name: ("newspage", news(mine, body)) for name, body in bodies.items()}
    forms["main picture"] = ("newspage", news(theirs))
    forms["photo of a product"] = ("productpage", product(theirs, own.objects["seller"]))
    forms["seller of a product"] = ("productpage", product(mine, other.objects["seller"]))
    forms["link in a description"] = (
        "productpage",
        product(
            mine, own.objects["seller"],
            description=rich_text(page_link(other.pages["private"]), features=["link"]),
        ),
    )  # fmt: skip
    return forms


def streamfield_list(items: list[dict]) -> dict:
    """The form of a list block."""
    values = {"count": str(len(items))}
    for place, item in enumerate(items):
        values[str(place)] = {"value": item, "deleted": "", "order": str(place), "type": "item", "id": ""}
    return values
