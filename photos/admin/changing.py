"""One photo: its words, turning it, and the place on it that matters most."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin import messages
from wagtail.images.forms import get_image_form
from wagtail.images.views.images import EditView

from kim_sites.models import KimImage
from photos.services.turning import Changed, set_focus, turn, version_of

SHOWN = "max-800x800"
# Where the place lies that matters most, for people who don't touch the photo: shares of width and height.
PLACES = {
    "top-left": (0.2, 0.2, gettext_lazy("at the top left")),
    "top": (0.5, 0.2, gettext_lazy("at the top")),
    "top-right": (0.8, 0.2, gettext_lazy("at the top right")),
    "left": (0.2, 0.5, gettext_lazy("on the left")),
    "middle": (0.5, 0.5, gettext_lazy("in the middle")),
    "right": (0.8, 0.5, gettext_lazy("on the right")),
    "bottom-left": (0.2, 0.8, gettext_lazy("at the bottom left")),
    "bottom": (0.5, 0.8, gettext_lazy("at the bottom")),
    "bottom-right": (0.8, 0.8, gettext_lazy("at the bottom right")),
}


def state_of(image: KimImage) -> dict:
    """What a script needs to show a photo as it is now; the focus in per cent of width and height."""
    try:
        shown = image.get_rendition(SHOWN)
    except OSError:
        shown = None
    has_focus = image.has_focal_point()
    return {
        "url": shown.url if shown else "",
        "width": shown.width if shown else 0,
        "height": shown.height if shown else 0,
        "version": version_of(image),
        "x": round(100 * image.focal_point_x / image.width) if has_focus else None,
        "y": round(100 * image.focal_point_y / image.height) if has_focus else None,
    }


class PhotoEditView(EditView):
    """Wagtail's screen of a picture with our way of turning it; the focus is kept as soon as it is touched."""

    template_name = "photos/admin/edit.html"

    def get_form_class(self):
        """Without the focus: a form that was opened before a turn would put the former one back."""
        fields = [name for name in self.model.admin_form_fields if not name.startswith("focal_point")]
        return get_image_form(self.model, fields)

    def get_queryset(self):
        """Who saves holds the photo: somebody may be turning it, which gives it another file."""
        rows = super().get_queryset()
        return rows.select_for_update(of=("self",)) if self.request.method == "POST" else rows

    def get_context_data(self, **kwargs):
        """Where the focus lies, and the words for its places."""
        places = [(key, label) for key, (_x, _y, label) in PLACES.items()]
        return {**super().get_context_data(**kwargs), "state": state_of(self.object), "places": places}


class WordsView(View):
    """What was said of a photo already, for a page in which it is used again."""

    def get(self, request, image_id):
        """The sentence about what it shows; whether the photo is the person's to use was asked at the gate."""
        return JsonResponse({"description": get_object_or_404(KimImage, pk=image_id).description})


class ChangeView(View):
    """What is done to one photo at once, with a script or without."""

    def post(self, request, image_id):
        """Do it; answer a script with the photo as it is now, and a form with the screen of the photo."""
        problem = ""
        try:
            image = self.change(image_id)
        except PermissionDenied as error:
            raise Http404 from error
        except ValidationError as error:
            problem, status = error.messages[0], 409 if isinstance(error, Changed) else 422
            image = KimImage.objects.get(pk=image_id)
        if "application/json" in request.headers.get("Accept", ""):
            answer = {**state_of(image), "message": problem or self.done()}
            return JsonResponse(answer, status=status if problem else 200)
        say = messages.warning if problem else messages.success
        say(request, problem or self.done())
        return HttpResponseRedirect(reverse("wagtailimages:edit", args=[image_id]))

    def change(self, image_id: int) -> KimImage:
        """The changed photo. Raises PermissionDenied or ValidationError."""
        raise NotImplementedError

    def done(self) -> str:
        """What is said when it worked."""
        raise NotImplementedError


class TurnView(ChangeView):
    """A quarter to the left or to the right."""

    def change(self, image_id):
        """Turn it, unless it was turned already since the person saw it."""
        is_left = self.request.POST.get("side") == "left"
        return turn(self.request.user, image_id, self.request.POST.get("version", ""), is_left)

    def done(self):
        """Pages follow by themselves."""
        return _("The photo is turned. Pages that show it follow by themselves.")


class FocusView(ChangeView):
    """The place that stays in the picture however it is cropped."""

    def change(self, image_id):
        """Keep the place that was touched, or named."""
        return set_focus(self.request.user, image_id, self.request.POST.get("version", ""), self.place())

    def place(self) -> tuple[float, float] | None:
        """Shares of width and height; None for no place. Raises ValidationError for what is neither."""
        named = self.request.POST.get("place")
        if named == "none":
            return None
        if named in PLACES:
            return PLACES[named][:2]
        try:
            x, y = (float(self.request.POST.get(name, "")) for name in ("x", "y"))
        except ValueError:
            x = y = -1
        if not (0 <= x <= 1 and 0 <= y <= 1):
            raise ValidationError(_("Please touch the photo at the place that matters most."))
        return x, y

    def done(self):
        """Pages follow by themselves."""
        if self.request.POST.get("place") == "none":
            return _("The middle of the photo is kept when it is cropped.")
        return _("Saved: this place stays visible when the photo is cropped.")
