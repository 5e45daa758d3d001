"""Wagtail's other addresses: signing in, the dashboard, and what only operators may use."""

from access.gate import checks
from access.gate.rules import ANYBODY, OPERATORS, TENANTS, named, objects, same

RECORDS = "index index_results add edit delete history history_results usage"

RULES = {
    **same(
        ANYBODY,
        "wagtailadmin_login wagtailadmin_logout wagtailadmin_password_reset wagtailadmin_password_reset_done"
        " wagtailadmin_password_reset_confirm wagtailadmin_password_reset_complete wagtailadmin_javascript_catalog"
        " wagtailadmin_sprite",
    ),
    **same(
        TENANTS,
        "wagtailadmin_home wagtailadmin_account wagtailadmin_dismissibles wagtailadmin_block_preview"
        " wagtailadmin_tag_autocomplete wagtailadmin_tag_model_autocomplete",
    ),
    # Answers 404 to everything: addresses of the admin that do not exist.
    "wagtail.admin.views.home.default": TENANTS,
    "django.views.generic.base.TemplateView": OPERATORS,
    "wagtailadmin_error_test": OPERATORS,
    "wagtailadmin_editing_sessions:ping": objects(object_id=checks.pinged_object),
    "wagtailadmin_editing_sessions:release": TENANTS,
    # The explorer in the sidebar asks for pages; it keeps to what the person may explore.
    "wagtailadmin_api:pages:listing": objects(
        {"child_of": checks.page_to_open_or_root, "descendant_of": checks.page_to_open_or_root}
    ),
    "wagtailadmin_api:pages:detail": objects(pk=checks.page_to_open),
    "wagtailadmin_api:pages:find": OPERATORS,
    "wagtailadmin_api:pages:action": OPERATORS,
    # The screen of translations shows a chosen picture or document; the lists name everybody's.
    "wagtailadmin_api:images:detail": objects(pk=checks.image_to_choose),
    "wagtailadmin_api:documents:detail": objects(pk=checks.document_to_choose),
    **same(
        OPERATORS,
        "wagtailadmin_api:images:listing wagtailadmin_api:images:find wagtailadmin_api:documents:listing"
        " wagtailadmin_api:documents:find",
    ),
    **named("wagtailadmin_collections", same(OPERATORS, "index add edit delete set_privacy")),
    **named(
        "wagtailadmin_workflows",
        same(
            OPERATORS,
            "index index_results add enable disable edit usage usage_results remove add_task select_task_type task_index"
            " task_index_results edit_task disable_task enable_task task_chooser task_chooser_results"
            " task_chooser_create task_chosen",
        ),
    ),
    **named("wagtailredirects", same(OPERATORS, "index index_results add edit delete start_import process_import")),
    **named("wagtailsettings", same(OPERATORS, "edit preview_on_edit")),
    "wagtailsnippets:index": OPERATORS,
    **named("wagtaillocales", same(OPERATORS, f"{RECORDS} copy")),
    **named("wagtailsites", same(OPERATORS, f"{RECORDS} copy")),
    **named("wagtailusers_users", same(OPERATORS, f"{RECORDS} copy")),
    **named("wagtailusers_groups", same(OPERATORS, RECORDS)),
}
