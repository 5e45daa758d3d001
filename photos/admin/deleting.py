"""Deleting a photo puts it into the bin: where it is used, what is in the bin, and what nobody uses."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.widgets.button import Button
from wagtail.images.views.images import DeleteView, IndexView
from wagtail.models import Page

from access.gate.checks import number
from kim_sites.admin.paginators import CappedPaginator
from kim_sites.models import Kim, KimImage
from kim_sites.services.scope import own_kim
from kim_sites.services.storage import megabytes, usage_of
from photos.admin.pages import PhotoPage
from photos.services.bin import KEPT, InUse, bin_for, delete_for_good, fetch_back, put_away, unused_for
from photos.services.usage import photos_in_drafts, users_of

PER_PAGE = 24
DAYS = KEPT.days


class PhotoIndexView(IndexView):
    """Wagtail's list of pictures, with the way to the bin."""

    @property
    def header_more_buttons(self):
        """Beside "add"."""
        buttons = [Button(_("Photo bin"), url=reverse("photos:bin"), icon_name="bin", priority=20)]
        if own_kim(self.request.user).exists():
            url = reverse("photos:unused")
            buttons.append(Button(_("Unused photos"), url=url, icon_name="no-view", priority=10))
        return [*super().header_more_buttons, *buttons]


def name_of(user) -> str:
    """A page or record with what it is: several may have one name."""
    kind = user.specific_class._meta.verbose_name if isinstance(user, Page) else user._meta.verbose_name
    return f"{user} ({kind})"


class PhotoDeleteView(DeleteView):
    """Into the bin, unless a page shows the photo."""

    template_name = "photos/admin/delete.html"
    page_title = gettext_lazy("Put the photo into the bin")

    def get_breadcrumbs_items(self):
        """Over all photos and this one."""
        photos = {"url": reverse("wagtailimages:index"), "label": capfirst(KimImage._meta.verbose_name_plural)}
        own = {"url": reverse("wagtailimages:edit", args=[self.object.pk]), "label": self.object.title}
        return [*self.breadcrumbs_items, photos, own, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        """Where the photo is used, each with the way there."""
        finder = AdminURLFinder(self.request.user)
        users = [(name_of(user), finder.get_edit_url(user)) for user in users_of(self.object)]
        return {**super().get_context_data(**kwargs), "users": users, "days": DAYS}

    def post(self, request, *args, **kwargs):
        """Put it away, and go back to where the person came from."""
        self.object = self.get_object()
        try:
            put_away(request.user, self.object)
        except PermissionDenied as error:
            raise Http404 from error
        except InUse as error:
            messages.error(request, error.messages[0])
            return HttpResponseRedirect(reverse("wagtailimages:delete", args=[self.object.pk]))
        text = _("“%(title)s” is in the bin. You can fetch it back for %(days)s days.")
        button = messages.button(reverse("photos:bin"), _("Photo bin"))
        messages.success(request, text % {"title": self.object.title, "days": DAYS}, buttons=[button])
        return HttpResponseRedirect(self.get_success_url())

    def get_success_url(self):
        """All photos, if nothing else was asked for."""
        return get_valid_next_url_from_request(self.request) or reverse("wagtailimages:index")


class DiscardView(View):
    """A photo is taken back on Wagtail's screen for several, where curators add pictures of their hub."""

    def post(self, request, image_id):
        """Into the bin, as everywhere."""
        try:
            put_away(request.user, get_object_or_404(KimImage, pk=image_id))
        except PermissionDenied as error:
            raise Http404 from error
        except InUse as error:
            return JsonResponse({"success": False, "error_message": error.messages[0]})
        return JsonResponse({"success": True, "image_id": image_id})


class ManyView(PhotoPage, TemplateView):
    """A list of photos of which several are chosen."""

    empty = ""

    def rows(self):
        """The photos, in order."""
        raise NotImplementedError

    def chosen(self) -> list[KimImage]:
        """Those that were ticked, as far as they are in the list."""
        keys = [key for key in (number(value) for value in self.request.POST.getlist("id")) if key is not None]
        return list(self.rows().filter(pk__in=keys)[: PER_PAGE * 2])

    def get_context_data(self, **kwargs):
        """One page of the list, and the room of the KIM if there is one."""
        paginator = CappedPaginator(self.rows().prefetch_renditions("max-400x400"), PER_PAGE)
        page = paginator.get_page(self.request.GET.get("p"))
        for image in page.object_list:
            image.size_in_words = megabytes(image.file_size or 0)
        kim = kim_of(self.request.user)
        usage = usage_of(kim) if kim else None
        return {**super().get_context_data(**kwargs), "page_obj": page, "usage": usage, "days": DAYS}


def kim_of(user) -> Kim | None:
    """The KIM in which the person has a role, if it is a single one."""
    mine = list(own_kim(user).select_related("collection").order_by("pk")[:2])
    return mine[0] if len(mine) == 1 else None


class UnusedView(ManyView):
    """Photos that no page shows, the largest first."""

    page_title = gettext_lazy("Unused photos")
    template_name = "photos/admin/unused.html"

    def rows(self):
        """Without those that only a draft shows."""
        rows = unused_for(self.request.user)
        drafts = photos_in_drafts(kim_of(self.request.user))
        return rows.exclude(pk__in=drafts) if drafts else rows

    def post(self, request):
        """Put the chosen ones into the bin; what came into use meanwhile stays."""
        put_away_and_say(request, self.chosen())
        return HttpResponseRedirect(reverse("photos:unused"))


def put_away_and_say(request, images) -> None:
    """Put photos into the bin, one by one, and say how many went and why others did not."""
    done, problems = 0, []
    for image in images:
        try:
            put_away(request.user, image)
            done += 1
        except (ValidationError, PermissionDenied) as error:
            problems += getattr(error, "messages", [])
    say(request, done, problems)


def say(request, done: int, problems: list[str]) -> None:
    """What came of putting several photos into the bin."""
    for problem in problems:
        messages.error(request, problem)
    if done:
        text = ngettext("%(number)s photo is in the bin now.", "%(number)s photos are in the bin now.", done)
        button = messages.button(reverse("photos:bin"), _("Photo bin"))
        messages.success(request, text % {"number": done}, buttons=[button])
    elif not problems:
        messages.warning(request, _("Please tick the photos first."))


class BinView(ManyView):
    """What was put away."""

    page_title = gettext_lazy("Photo bin")
    template_name = "photos/admin/bin.html"

    def rows(self):
        """The latest first."""
        return bin_for(self.request.user)

    def get_context_data(self, **kwargs):
        """With the day on which each goes by itself."""
        context = super().get_context_data(**kwargs)
        for image in context["page_obj"].object_list:
            image.goes_on = image.put_away_at + KEPT
        return context

    def post(self, request):
        """Fetch back, or delete for good after a second look."""
        images = self.chosen()
        action = request.POST.get("action")
        if not images:
            messages.warning(request, _("Please tick the photos first."))
        elif action == "delete":
            return self.render_to_response({**self.get_context_data(), "doomed": images})
        elif action == "delete-surely":
            self.delete(images)
        else:
            for image in images:
                fetch_back(request.user, image)
            text = ngettext("%(number)s photo is back.", "%(number)s photos are back.", len(images))
            messages.success(request, text % {"number": len(images)})
        return HttpResponseRedirect(reverse("photos:bin"))

    def delete(self, images) -> None:
        """Their room is free at once."""
        done = 0
        for image in images:
            try:
                with transaction.atomic():
                    delete_for_good(self.request.user, image)
                done += 1
            except ValidationError as error:
                messages.error(self.request, error.messages[0])
        if done:
            text = ngettext("%(number)s photo is gone for good.", "%(number)s photos are gone for good.", done)
            messages.success(self.request, text % {"number": done})
