"""Wagtail's addresses of pictures and documents."""

from access.gate import checks
from access.gate.rules import ANYBODY, OPERATORS, TENANTS, Rule, Who, named, objects, same

IMAGES = {
    **same(TENANTS, "index index_results add add_multiple"),
    **same(objects(image_id=checks.image), "edit delete preview image_usage edit_multiple delete_multiple"),
    **same(objects(uploaded_file_id=checks.upload), "create_multiple_from_uploaded_image delete_upload_multiple"),
    # Signed addresses for other systems: nobody needs them here.
    **same(OPERATORS, "url_generator url_generator_output"),
}
IMAGE_CHOOSER = {
    **same(TENANTS, "choose choose_results create"),
    "chosen": objects(pk=checks.image_to_choose),
    "chosen_multiple": objects({"id": checks.image_to_choose}),
    "select_format": objects(image_id=checks.image_to_choose),
}
DOCUMENTS = {
    **same(TENANTS, "index index_results add add_multiple"),
    **same(objects(document_id=checks.document), "edit delete document_usage"),
    **same(objects(doc_id=checks.document), "edit_multiple delete_multiple"),
    **same(objects(uploaded_file_id=checks.upload), "create_multiple_from_uploaded_document delete_upload_multiple"),
}
DOCUMENT_CHOOSER = {
    **same(TENANTS, "choose choose_results create"),
    "chosen": objects(pk=checks.document_to_choose),
    "chosen_multiple": objects({"id": checks.document_to_choose}),
}

RULES = {
    **named("wagtailimages", IMAGES),
    **named("wagtailimages_chooser", IMAGE_CHOOSER),
    **named("wagtaildocs", DOCUMENTS),
    **named("wagtaildocs_chooser", DOCUMENT_CHOOSER),
    # Media are looked at by the host that was asked: see access.documents.
    **same(ANYBODY, "wagtaildocs_serve cms.views.rendition"),
    "wagtaildocs_authenticate_with_password": Rule(Who.ANYBODY, request=checks.restricted_collection_of_host),
    # The editors offer no embeds; a video is a link.
    **same(OPERATORS, "wagtailembeds:chooser wagtailembeds:chooser_upload"),
}
