"""Sellers and officers in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import policy_registry, register_permission_policy

from kim_sites.admin import views
from kim_sites.admin.forms import OfficerForm, SellerForm
from kim_sites.admin.policies import KimRecordPolicy, SharedMediaPolicy
from kim_sites.admin.roster import OfficerCreateView, OfficerEditView, OfficerIndexView, term
from kim_sites.models import KimDocument, KimImage, Officer, Seller


def register_policies() -> None:
    """Register the policies of records and files. Before any look at them: Wagtail would fall back to plain permissions."""
    for model in (Seller, Officer):
        if policy_registry.get_by_type(model, fallback=False) is None:
            register_permission_policy(model, KimRecordPolicy(model), exact_class=True)
    # Wagtail hangs the rights on its own models, whichever the project uses.
    for model, stock in ((KimImage, "wagtailimages.Image"), (KimDocument, "wagtaildocs.Document")):
        policy = SharedMediaPolicy(model, auth_model=stock, owner_field_name="uploaded_by_user")
        register_permission_policy(model, policy, exact_class=True)


class KimRecordViewSet(ModelViewSet):
    """What the records of a KIM share: every view is scoped, and nothing is copied from one KIM to another."""

    index_view_class = views.RecordIndexView
    edit_view_class = views.RecordEditView
    delete_view_class = views.RecordDeleteView
    history_view_class = views.RecordHistoryView
    usage_view_class = views.RecordUsageView
    copy_view_enabled = False
    inspect_view_enabled = False
    sort_order_field = None
    add_to_admin_menu = True
    # Within a KIM a plain look at the name finds everything; the search index knows no scope.
    search_backend_name = None
    search_fields = ["name"]


class SellerViewSet(KimRecordViewSet):
    """Sellers: added by editors, deleted by the chair."""

    model = Seller
    icon = "user"
    menu_label = _("Sellers")
    menu_name = "sellers"
    menu_order = 310
    delete_view_class = views.SellerDeleteView
    list_display = [
        "name",
        Column("kim", label=_("KIM"), accessor="kim.name"),
        Column("whatsapp", label=_("WhatsApp")),
        BooleanColumn("owner_consents", label=_("Consent")),
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("kim"),
            FieldPanel("name"),
            FieldPanel("owner_name"),
            MultiFieldPanel([FieldPanel("owner_consents"), FieldPanel("consent_on")], heading=_("Consent")),
            MultiFieldPanel([FieldPanel("whatsapp"), FieldPanel("address")], heading=_("How to reach the seller")),
            MultiFieldPanel(
                [FieldPanel("nib"), FieldPanel("halal"), FieldPanel("pirt"), FieldPanel("checked_on")],
                heading=_("Papers"),
            ),
        ],
        base_form_class=SellerForm,
    )


class OfficerViewSet(KimRecordViewSet):
    """Officers and members: kept by the chair."""

    model = Officer
    index_view_class = OfficerIndexView
    add_view_class = OfficerCreateView
    edit_view_class = OfficerEditView
    icon = "group"
    menu_label = _("Officers")
    menu_name = "officers"
    menu_order = 320
    list_display = [
        "name",
        Column("kim", label=_("KIM"), accessor="kim.name"),
        Column("position", label=_("Position"), accessor="get_position_display"),
        Column("term", label=_("Term"), accessor=term),
        BooleanColumn("is_public", label=_("Public")),
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("kim"),
            FieldPanel("name"),
            FieldPanel("position"),
            FieldRowPanel([FieldPanel("since"), FieldPanel("until")]),
            FieldPanel("legal_paper"),
            MultiFieldPanel([FieldPanel("photo"), FieldPanel("is_public")], heading=_("What readers see")),
            FieldPanel("sort_order"),
        ],
        base_form_class=OfficerForm,
    )


seller_viewset = SellerViewSet("sellers")
officer_viewset = OfficerViewSet("officers")
