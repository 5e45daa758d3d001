"""Deleted pages: the list, bringing back, undoing what was just deleted, deleting for good."""

from functools import cached_property

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import ListView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from kim_sites.admin.paginators import CappedPaginator
from trash.models import DeletedPage
from trash.services import bin as bins

PER_PAGE = 50


def list_url() -> str:
    """The list of deleted pages."""
    return reverse("kim_deleted:index")


def say_gone(request, **key) -> HttpResponseRedirect:
    """Back to the list: somebody was quicker. Raises Http404 if it is in the bin still, and not the person's."""
    if DeletedPage.objects.filter(**key).exists():
        raise Http404
    messages.info(request, _("This was brought back already, or deleted for good."))
    return HttpResponseRedirect(list_url())


class DeletedView(WagtailAdminTemplateMixin, ListView):
    """What can still be brought back, the last deleted first."""

    template_name = "trash/admin/index.html"
    paginator_class = CappedPaginator
    paginate_by = PER_PAGE
    page_kwarg = "p"
    page_title = gettext_lazy("Deleted pages")
    header_icon = "bin"

    def get_breadcrumbs_items(self):
        """From the dashboard to this list."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    @cached_property
    def query(self) -> str:
        """The words that are looked for in titles."""
        return self.request.GET.get("q", "").strip()[:100]

    def get_queryset(self):
        """The rows, narrowed to what was asked for."""
        found = bins.deleted_for(self.request.user)
        for word in self.query.split()[:6]:
            found = found.filter(title__icontains=word)
        return found

    def get_context_data(self, **kwargs):
        """Add the search, the days that are left, and the pages."""
        context = super().get_context_data(**kwargs)
        rows = context["page_obj"].object_list
        has_many_kim = len({row.kim_id for row in rows}) > 1
        pages = context["paginator"].get_elided_page_range(context["page_obj"].number)
        more = {"query": self.query, "days": bins.days_kept(), "has_many_kim": has_many_kim}
        return {**context, **more, "elided_page_range": pages}


class OneView(WagtailAdminTemplateMixin, TemplateView):
    """Asks about one deleted page, and does it. The gate has asked whether it is the person's."""

    header_icon = "bin"

    @cached_property
    def row(self):
        """The deleted page; None when it is gone or brought back by now."""
        return bins.deleted_for(self.request.user).filter(pk=self.kwargs["deleted_id"]).first()

    def get(self, request, *args, **kwargs):
        """Ask, if there is anything to ask about."""
        return super().get(request, *args, **kwargs) if self.row else say_gone(request, pk=kwargs["deleted_id"])

    def get_breadcrumbs_items(self):
        """From the dashboard through the list."""
        above = {"url": list_url(), "label": _("Deleted pages")}
        return [*self.breadcrumbs_items, above, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        """Add the page."""
        return super().get_context_data(row=self.row, list_url=list_url(), **kwargs)


class RestoreView(OneView):
    """Bring a page back."""

    template_name = "trash/admin/restore.html"
    page_title = gettext_lazy("Bring back")

    def post(self, request, *args, **kwargs):
        """Do it, and show the page; or say why not."""
        try:
            page, is_whole = bins.bring_back(request.user, kwargs["deleted_id"])
        except PermissionDenied:
            return say_gone(request, pk=kwargs["deleted_id"])
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return HttpResponseRedirect(list_url())
        tell_back(request, [(page, is_whole)])
        return HttpResponseRedirect(reverse("wagtailadmin_pages:edit", args=[page.pk]))


class ForgetView(OneView):
    """Delete a page for good."""

    template_name = "trash/admin/forget.html"
    page_title = gettext_lazy("Delete for good")

    def post(self, request, *args, **kwargs):
        """Do it."""
        try:
            title = bins.forget(request.user, kwargs["deleted_id"])
        except PermissionDenied:
            return say_gone(request, pk=kwargs["deleted_id"])
        messages.success(request, _("“%(title)s” is deleted for good.") % {"title": title})
        return HttpResponseRedirect(list_url())


class UndoView(WagtailAdminTemplateMixin, TemplateView):
    """Bring back what was deleted with one tap."""

    template_name = "trash/admin/undo.html"
    page_title = gettext_lazy("Undo deleting")
    header_icon = "undo"

    @cached_property
    def rows(self) -> list[DeletedPage]:
        """The pages; none when all are brought back by now."""
        return list(bins.deleted_for(self.request.user).filter(batch=self.kwargs["batch"]).order_by("pk"))

    def get(self, request, *args, **kwargs):
        """Ask, if there is anything to ask about."""
        return super().get(request, *args, **kwargs) if self.rows else say_gone(request, batch=kwargs["batch"])

    def get_breadcrumbs_items(self):
        """From the dashboard through the list."""
        above = {"url": list_url(), "label": _("Deleted pages")}
        return [*self.breadcrumbs_items, above, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        """Add the pages."""
        return super().get_context_data(rows=self.rows, list_url=list_url(), **kwargs)

    def post(self, request, *args, **kwargs):
        """Bring each of them back; one that can't be says why."""
        back, has_failed = [], False
        for row in self.rows:
            try:
                back.append(bins.bring_back(request.user, row.pk))
            except PermissionDenied:
                continue
            except ValidationError as error:
                has_failed = True
                messages.error(request, f"{row.title}: {' '.join(error.messages)}")
        if not back:
            return HttpResponseRedirect(list_url()) if has_failed else say_gone(request, batch=kwargs["batch"])
        tell_back(request, back)
        parent = back[0][0].get_parent()
        return HttpResponseRedirect(reverse("wagtailadmin_explore", args=[parent.pk]))


def tell_back(request, back: list) -> None:
    """Say what came back, and what of it readers don't see yet."""
    if len(back) == 1:
        messages.success(request, _("“%(title)s” is back where it was.") % {"title": back[0][0].title})
    else:
        text = ngettext("%(number)s page is back.", "%(number)s pages are back.", len(back))
        messages.success(request, text % {"number": len(back)})
    drafts = [page.title for page, is_whole in back if not is_whole]
    if drafts:
        text = _("Not yet seen by readers, publish it when it is right: %(titles)s")
        messages.warning(request, text % {"titles": ", ".join(drafts)})
