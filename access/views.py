"""Views that stand in the place of Wagtail's own, at the same addresses and under the same names."""

from django.http import JsonResponse
from django.views.decorators.http import require_safe
from wagtail.admin.views import tags as stock_tags
from wagtail.admin.views.chooser import BrowseView
from wagtail.models import Page

from access.narrowing import own_tags
from access.scope import scope_of


class OwnPagesBrowseView(BrowseView):
    """The page chooser begins where the person's own pages begin, not at the root of the tree."""

    def get(self, request, parent_page_id=None):
        """Answer with the children of one page, by default of the person's first own."""
        if parent_page_id is None and not request.user.is_superuser:
            path = next(iter(scope_of(request.user).paths), None)
            parent_page_id = Page.objects.filter(path=path).values_list("pk", flat=True).first()
        return super().get(request, parent_page_id)


@require_safe
def tag_autocomplete(request, app_name=None, model_name=None):
    """Suggest tags that begin with `term`: those of the person's own pictures and documents."""
    if request.user.is_superuser:
        return stock_tags.autocomplete(request, app_name, model_name)
    term = request.GET.get("term", "").strip()
    found = own_tags(request.user).filter(name__istartswith=term).order_by("name") if term else []
    return JsonResponse([tag.name for tag in found[: stock_tags.TAGS_AUTOCOMPLETE_LIMIT]], safe=False)
