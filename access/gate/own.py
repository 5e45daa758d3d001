"""The project's own addresses: of the admin and of the public site."""

from access.gate import checks
from access.gate.rules import ANYBODY, OPERATORS, TENANTS, Rule, Who, named, objects, same


def _records(check) -> dict:
    return {
        **same(TENANTS, "index index_results add"),
        **same(objects(pk=check), "edit delete history history_results usage"),
    }


CURATION = {
    **same(TENANTS, "hubs decisions"),
    "list": objects(hub_id=checks.hub),
    **same(objects(hub_id=checks.hub, page_id=checks.page), "feature hide undo"),
}

RULES = {
    **named("sellers", _records(checks.seller)),
    **named("officers", _records(checks.officer)),
    **named("seller_chooser", same(TENANTS, "choose choose_results create")),
    "seller_chooser:chosen": objects(pk=checks.seller),
    "seller_chooser:chosen_multiple": objects({"id": checks.seller}),
    **named("kim_chooser", same(TENANTS, "choose choose_results")),
    "kim_chooser:chosen": objects(pk=checks.kim),
    "kim_chooser:chosen_multiple": objects({"id": checks.kim}),
    **named("kim_curation", CURATION),
    **named("collection_chooser", same(TENANTS, "choose choose_results")),
    "collection_chooser:chosen": objects(pk=checks.collection),
    "collection_chooser:chosen_multiple": objects({"id": checks.collection}),
    "collection_results": OPERATORS,
    **named("group_chooser", same(OPERATORS, "choose choose_results chosen chosen_multiple")),
    **named("site_chooser", same(OPERATORS, "choose choose_results chosen chosen_multiple")),
    **named(
        "kim_redirects",
        {**same(TENANTS, "index index_results add"), **same(objects(pk=checks.redirect), "edit delete")},
    ),
    # The views show a chair or curator what concerns them, and are not there for anybody else.
    **named("access_audit", same(TENANTS, "index index_results")),
    **named("kim_mail", same(OPERATORS, "index again")),
    "kim_paper_scan": objects(paper_id=checks.paper),
    # The public site: each of these answers for the host that was asked, and for no other.
    **same(
        ANYBODY,
        "wagtail_serve share_picture feed sitemap sitemap_part robots search",
    ),
    "wagtailcore_authenticate_with_password": Rule(Who.ANYBODY, request=checks.restricted_page_of_host),
    # Pages are protected by a password, never by an account of another tenant.
    "wagtailcore_login": OPERATORS,
}
