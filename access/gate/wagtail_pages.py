"""Wagtail's addresses of pages: explorer, editing, choosing, translating, reports."""

from access.gate import checks
from access.gate.rules import NOBODY, OPERATORS, TENANTS, named, objects, same

PAGE = objects(page_id=checks.page)
REVISION = objects(page_id=checks.page, revision_id=checks.revision_of_page)
TASK = objects(page_id=checks.page, task_state_id=checks.task_state_of_page)
OF_TYPE = objects(content_type_model_name=checks.page_model)
ADD = objects(parent_page_id=checks.page, content_type_model_name=checks.page_model)
TRANSLATION = objects(translation_id=checks.translation)

PAGES = {
    **same(ADD, "add preview_on_add"),
    **same(OF_TYPE, "type_use type_use_results"),
    "choose_parent": objects({"parent_page": checks.page}, model_name=checks.page_model),
    **same(
        PAGE,
        "usage edit preview_on_edit view_draft delete unpublish convert_alias confirm_workflow_cancellation"
        " set_privacy lock unlock revisions_index workflow_history history history_results",
    ),
    "add_subpage": objects(parent_page_id=checks.page),
    **same(TENANTS, "search search_results"),
    "move": objects({"new_parent_page": checks.page}, page_to_move_id=checks.page_to_place),
    "move_confirm": objects(page_to_move_id=checks.page_to_place, destination_id=checks.page),
    "set_page_position": objects(page_to_move_id=checks.page),
    "copy": objects({"new_parent_page": checks.page}, page_id=checks.page_to_place),
    "workflow_preview": objects(page_id=checks.page, task_id=checks.task_of_page),
    **same(TASK, "workflow_action collect_workflow_action_data"),
    **same(REVISION, "revisions_view revisions_revert revisions_unschedule"),
    "revisions_compare": objects(
        pk=checks.page, revision_id_a=checks.revision_of_page, revision_id_b=checks.revision_of_page
    ),
    "workflow_history_detail": objects(page_id=checks.page, workflow_state_id=checks.workflow_state_of_page),
}

LOCALIZE = {
    "javascript_catalog": TENANTS,
    "submit_page_translation": PAGE,
    "update_translations": objects(translation_source_id=checks.source),
    "edit_string_translation": objects(translation_id=checks.translation, string_segment_id=checks.string_segment),
    "edit_override": objects(translation_id=checks.translation, overridable_segment_id=checks.overridable_segment),
    **same(TRANSLATION, "download_pofile upload_pofile machine_translate preview_translation stop_translation"),
    "convert_to_alias": PAGE,
    **same(TENANTS, "translations_report translations_report_results"),
    # There are no snippets; these answer without any check of their own.
    **same(OPERATORS, "submit_snippet_translation snippets_api_listing snippets_api_detail"),
}

REPORTS = {
    **same(
        TENANTS,
        "locked_pages locked_pages_results workflow workflow_results workflow_tasks workflow_tasks_results"
        " site_history site_history_results aging_pages aging_pages_results",
    ),
    # Counts the pages of the whole installation.
    **same(NOBODY, "page_types_usage page_types_usage_results"),
}

RULES = {
    **named("wagtailadmin_pages", PAGES),
    **named("wagtail_localize", LOCALIZE),
    **named("wagtailadmin_reports", REPORTS),
    "wagtailadmin_explore_root": TENANTS,
    **same(objects(parent_page_id=checks.page_to_open), "wagtailadmin_explore wagtailadmin_explore_results"),
    "wagtail_bulk_action": objects(request=checks.bulk_objects),
    **same(objects({"target_pages[]": checks.page}), "wagtailadmin_choose_page wagtailadmin_choose_page_search"),
    "wagtailadmin_choose_page_child": objects({"target_pages[]": checks.page}, parent_page_id=checks.page_to_browse),
    "wagtailadmin_choose_page_chosen_multiple": objects({"id": checks.page_to_link}),
    **same(
        TENANTS,
        "wagtailadmin_choose_page_external_link wagtailadmin_choose_page_email_link"
        " wagtailadmin_choose_page_phone_link wagtailadmin_choose_page_anchor_link",
    ),
}
