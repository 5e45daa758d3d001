"""Wagtail's views of pages, with the few that this project changes."""

from django.contrib.auth.models import Group
from wagtail.admin.forms.pages import PageViewRestrictionForm
from wagtail.admin.views.page_privacy import SetPrivacyView
from wagtail.admin.views.pages.usage import ContentTypeUseView
from wagtail.admin.viewsets.pages import base_page_viewset, page_viewset_registry

from kim_sites.admin.approval import ApprovalPageViewSet
from kim_sites.models import PublicPage


class OwnContentTypeUseView(ContentTypeUseView):
    """The person's pages of one type. Without the way back to a report that counts everybody's pages."""

    def get_breadcrumbs_items(self):
        """The way here, without the report for people who may not open it."""
        items = super().get_breadcrumbs_items()
        return items if self.request.user.is_superuser else items[:-2] + items[-1:]


class OwnPrivacyForm(PageViewRestrictionForm):
    """Offers no groups: their names are those of all tenants."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "groups" in self.fields:
            self.fields["groups"].queryset = Group.objects.none()


class OwnPrivacyView(SetPrivacyView):
    """A page is open, or behind a password."""

    form_class = OwnPrivacyForm


OWN_VIEWS = {"edit", "workflow_action", "content_type_use", "content_type_use_results", "set_privacy"}


class OwnPageViewSet(ApprovalPageViewSet):
    """The views of all pages: approval's, these two, and else Wagtail's."""

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
