"""Wagtail's views of pages, with the few that this project changes."""

from django.contrib.auth.models import Group
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.forms.pages import PageViewRestrictionForm
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.views.page_privacy import SetPrivacyView
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.views.pages.usage import ContentTypeUseView
from wagtail.admin.viewsets.pages import base_page_viewset, page_viewset_registry

from access.scope import scope_of
from kim_sites.admin.approval import ApprovalPageViewSet
from kim_sites.models import Kim, PublicPage
from kim_sites.services.approval import curated_paths


class OwnContentTypeUseView(ContentTypeUseView):
    """The person's pages of one type. Without the way back to a report that counts everybody's pages."""

    def get_breadcrumbs_items(self):
        """The way here, without the report, which nobody opens."""
        items = super().get_breadcrumbs_items()
        return items[:-2] + items[-1:]

    def get_add_url(self):
        """Where one more is begun; nowhere for pages of which a site has one, made with it."""
        return None if self.model.max_count_per_parent else super().get_add_url()


class OwnPrivacyForm(PageViewRestrictionForm):
    """Offers no groups: their names are those of all tenants."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "groups" in self.fields:
            self.fields["groups"].queryset = Group.objects.none()


class OwnPrivacyView(SetPrivacyView):
    """A page is open, or behind a password."""

    form_class = OwnPrivacyForm


class OwnExplorer(ExplorableIndexView):
    """The explorer. Who has one KIM begins at its home, not at hubs in which there is nothing to do."""

    def get(self, request, parent_page_id=None):
        """Send people of one KIM, who came without a search, to its home."""
        if parent_page_id is None and not request.GET:
            homes = (
                Kim.objects.filter(roles__group__user=request.user).distinct().values_list("home_page_id", flat=True)
            )
            found = list(homes.order_by()[:2])
            if len(found) == 1 and found[0] and not curated_paths(request.user):
                return redirect("wagtailadmin_explore", found[0])
        return super().get(request, parent_page_id)

    @cached_property
    def is_on_the_way(self) -> bool:
        """Whether the page only leads down to the person's own: its history and its uses are not theirs to see."""
        return not scope_of(self.request.user).has_path(self.parent_page.path)

    @cached_property
    def header_more_buttons(self):
        """None for a page on the way down."""
        return [] if self.is_on_the_way else super().header_more_buttons

    def get_translations(self):
        """The page in other languages, as far as the person may open it."""
        scope = scope_of(self.request.user)
        found = self.parent_page.get_translations().select_related("locale").only("id", "path", "locale")
        return [
            {"locale": page.locale, "url": reverse(self.index_url_name, args=[page.pk])}
            for page in found
            if scope.has_path(page.path)
        ]

    def get_side_panels(self):
        """Nothing about a page on the way down, and no link to what is only for those who may change the page."""
        if self.is_on_the_way:
            return MediaContainer()
        panels = super().get_side_panels()
        if not self.permissions.can_edit():
            # Of a page that waits for approval the panel has more links: Wagtail has no panel without them.
            if self.parent_page.current_workflow_state:
                return MediaContainer()
            for panel in panels:
                panel.usage_url = ""
        return panels


OWN_VIEWS = {"index", "edit", "workflow_action", "content_type_use", "content_type_use_results", "set_privacy"}


class OwnPageViewSet(ApprovalPageViewSet):
    """The views of all pages: approval's, these two, and else Wagtail's."""

    index_view_class = OwnExplorer
    content_type_use_view_class = OwnContentTypeUseView
    set_privacy_view_class = OwnPrivacyView

    def get_view_by_name(self, name):
        """The view for one of Wagtail's addresses."""
        return self.views[name] if name in OWN_VIEWS else base_page_viewset.get_view_by_name(name)

    def on_register(self):
        """For plain pages and for those of the portal, in the place of what stood there before."""
        super().on_register()
        page_viewset_registry.register(PublicPage, self)


own_page_viewset = OwnPageViewSet()
