"""What waits for the chair, on a small screen: read it, publish it or send it back."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from kim_sites.models import ProductPage
from kim_sites.services import approval
from posting.services.deciding import decide, last_state, waiting_state
from posting.services.facts import facts_of
from posting.views import PhoneView

MOST_PICTURES = 12


class ReviewView(PhoneView):
    """One page that waits."""

    def get(self, request, page_id: int):
        """Show it as it would be published. Raises Http404 for people who don't decide on it."""
        page = self.page(request, page_id)
        state = waiting_state(page)
        if state is None:
            messages.warning(request, approval.over_sentence(last_state(page)))
            return redirect("posting:home")
        return self.show(request, page, state)

    def post(self, request, page_id: int):
        """Publish or send back what was read; whoever comes second reads what the first one did."""
        page = self.page(request, page_id)
        action = "approve" if "approve" in request.POST else "reject"
        try:
            decide(request.user, page, action, request.POST.get("comment", ""), request.POST.get("revision", ""))
        except approval.ApprovalRefused as refusal:
            page = self.page(request, page_id)
            state = waiting_state(page)
            if state is None:
                messages.warning(request, str(refusal))
                return redirect("posting:home")
            return self.show(request, page, state, error=str(refusal))
        except PermissionDenied as error:
            raise Http404 from error
        title = page.get_latest_revision_as_object().title
        text = _("“%(title)s” is published.") if action == "approve" else _("“%(title)s” went back to its author.")
        messages.success(request, text % {"title": title})
        return redirect("posting:home")

    def page(self, request, page_id: int) -> Page:
        """Raises Http404 unless it is the person's to decide on."""
        page = get_object_or_404(Page, pk=page_id).specific
        if not approval.decides(request.user, page):
            raise Http404
        return page

    def show(self, request, page: Page, state, error: str = ""):
        """The latest version; the form names it, for the decision is about no other."""
        revision = page.get_latest_revision()
        latest = revision.as_object()
        context = {
            "page": latest,
            "revision": revision,
            "facts": facts_of(latest),
            "is_product": isinstance(latest, ProductPage),
            "pictures": pictures_of(latest),
            "task_state": state,
            "author": state.workflow_state.requested_by,
            "error": error,
            "comment": request.POST.get("comment", ""),
            "edit_url": reverse("wagtailadmin_pages:edit", args=[page.pk]),
            "most_comment": approval.MOST_COMMENT,
        }
        return render(request, "posting/review.html", context, status=422 if error else 200)


def pictures_of(page: Page) -> list[tuple]:
    """Every picture of a page with what it shows; those of a body by its blocks."""
    if isinstance(page, ProductPage):
        return [(photo.image, photo.alt) for photo in page.photos.all()]
    found = [(page.lead_image, page.lead_image_alt)] if getattr(page, "lead_image", None) else []
    for block in getattr(page, "body", ()):
        if block.block_type == "image":
            found.append((block.value["image"], block.value["alt"]))
        elif block.block_type == "gallery":
            found += [(picture["image"], picture["alt"]) for picture in block.value["pictures"]]
    return [(image, alt) for image, alt in found if image is not None][:MOST_PICTURES]
