"""Several photos at once, from the camera or the gallery, and a sentence about each."""

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.images.views.multiple import AddView
from wagtail.permissions import policy_registry

from access.gate.checks import number
from kim_sites.forms.images import ASK_FOR_WORDS, EXAMPLE_OF_WORDS
from kim_sites.models import KimImage
from kim_sites.services.storage import usage_of
from photos.admin.pages import PhotoPage
from photos.services.adding import add_photo, kims_to_fill
from photos.services.turning import version_of

MOST_AT_ONCE = 50
FILE_FIELDS = ("camera", "gallery", "file", "files[]")  # the last two are those of Wagtail's forms


def photos_to_change(user, ids):
    """Of the photos with these keys those that the person may change, in the order of the keys."""
    keys = [key for key in (number(value) for value in ids[:MOST_AT_ONCE]) if key is not None]
    rows = policy_registry.get_by_type(KimImage).instances_user_has_permission_for(user, "change")
    found = {image.pk: image for image in rows.filter(pk__in=keys).prefetch_renditions("max-400x400")}
    return [found[key] for key in dict.fromkeys(keys) if key in found]


def words_context(images, suggestion: str = "") -> dict:
    """What the cards of photos show."""
    for image in images:
        image.version = version_of(image)
    return {"images": images, "ask": ASK_FOR_WORDS, "example": EXAMPLE_OF_WORDS, "suggestion": suggestion}


class AddPhotosView(PhotoPage, TemplateView):
    """The screen. Works without scripts too: then all photos come with one form."""

    page_title = gettext_lazy("Add photos")
    template_name = "photos/admin/add.html"
    problems: list[str] = []

    def setup(self, request, *args, **kwargs):
        """Find the KIM of the person."""
        super().setup(request, *args, **kwargs)
        self.kims = kims_to_fill(request.user)

    def dispatch(self, request, *args, **kwargs):
        """People without a KIM of their own, such as curators, use Wagtail's screen."""
        if not self.kims:
            return AddView.as_view()(request)
        return super().dispatch(request, *args, **kwargs)

    @property
    def kim(self):
        """The KIM that was chosen, or the first one. Raises Http404 for one that is not the person's."""
        asked = self.request.POST.get("kim") or self.request.GET.get("kim")
        if not asked:
            return self.kims[0]
        found = [kim for kim in self.kims if str(kim.pk) == asked]
        if not found:
            raise Http404
        return found[0]

    def post(self, request):
        """Store what fits; what does not is named, and the rest is not lost."""
        files = [file for name in FILE_FIELDS for file in request.FILES.getlist(name)][:MOST_AT_ONCE]
        title = request.POST.get("title", "")
        self.problems, stored = [], []
        for file in files:
            try:
                added = add_photo(request.user, self.kim, file, title)
            except ValidationError as error:
                self.problems.append(f"{file.name}: {error.messages[0]}")
                continue
            if added.is_known:
                self.problems.append(
                    _("%(file)s: you already have this photo. It is called “%(title)s”.")
                    % {"file": file.name, "title": added.image.title}
                )
            stored.append(added.image.pk)
        if not files:
            self.problems = [_("Please take a photo or choose some from the gallery first.")]
        if not stored:
            return self.render_to_response(self.get_context_data())
        for problem in self.problems:
            messages.warning(request, problem)
        query = [*(("id", pk) for pk in stored), ("title", title)]
        return HttpResponseRedirect(f"{reverse('photos:describe')}?{urlencode(query)}")

    def get_context_data(self, **kwargs):
        """The room that is left, and what was typed."""
        title = self.request.POST.get("title", self.request.GET.get("title", ""))[:255]
        return {
            **super().get_context_data(**kwargs),
            "kims": self.kims,
            "kim": self.kim,
            "usage": usage_of(self.kim),
            "title": title,
            "problems": self.problems,
            "next": get_valid_next_url_from_request(self.request),
        }


class UploadView(View):
    """One photo from the script of the screen above."""

    def post(self, request):
        """Answer with a card to fill in, with the photo that is there already, or with a sentence of what is wrong."""
        kims = kims_to_fill(request.user)
        kim = next((kim for kim in kims if str(kim.pk) == request.POST.get("kim")), None)
        if kim is None:
            raise Http404
        file = request.FILES.get("file")
        if file is None:
            return self.refuse(_("The photo did not arrive whole. Please try again."))
        options = {name: request.POST.get(name) == "1" for name in ("anyway", "again")}
        title = request.POST.get("title", "")
        try:
            with transaction.atomic():
                added = add_photo(request.user, kim, file, title, **options)
        except ValidationError as error:
            return self.refuse(error.messages[0])
        except PermissionDenied as error:
            raise Http404 from error
        template = "photos/admin/_known.html" if added.is_known else "photos/admin/_cards.html"
        context = {"image": added.image} if added.is_known else words_context([added.image], title.strip())
        answer = {
            "state": "known" if added.is_known else "stored",
            "html": render_to_string(template, context, request),
            "room": usage_of(kim).sentence,
        }
        return JsonResponse(answer)

    @staticmethod
    def refuse(text: str) -> JsonResponse:
        """What is wrong with the photo; trying again with the same one will not help."""
        return JsonResponse({"state": "refused", "message": text}, status=422)


class WordsForm(forms.ModelForm):
    """The name of a photo and what can be seen in it."""

    class Meta:
        model = KimImage
        fields = ["title", "description"]


class DescribeView(PhotoPage, TemplateView):
    """A sentence about each of the photos that came in."""

    page_title = gettext_lazy("What can be seen?")
    template_name = "photos/admin/describe.html"

    def get(self, request):
        """The photos that the address names, as far as they are the person's."""
        images = photos_to_change(request.user, request.GET.getlist("id"))
        if not images:
            return redirect("photos:add")
        return self.render_to_response(self.get_context_data(images=images))

    def post(self, request):
        """Keep the sentences; a photo whose words are too long is shown again with the others."""
        images = photos_to_change(request.user, request.POST.getlist("id"))
        forms_of = [WordsForm(self.words(image), instance=image) for image in images]
        refused = [form for form in forms_of if not form.is_valid()]
        if refused:
            for form in forms_of:
                form.instance.description = form.data["description"]
                form.instance.problem = " ".join(text for texts in form.errors.values() for text in texts)
            return self.render_to_response(self.get_context_data(images=images))
        for form in forms_of:
            if form.has_changed():
                form.instance.save(update_fields=["title", "description"])
        count = len(images)
        if count:
            text = ngettext("%(number)s photo is ready to use.", "%(number)s photos are ready to use.", count)
            messages.success(request, text % {"number": count})
        return HttpResponseRedirect(get_valid_next_url_from_request(request) or reverse("wagtailimages:index"))

    def words(self, image) -> dict:
        """What was typed about one photo; an empty name leaves the one it has."""
        title = self.request.POST.get(f"title-{image.pk}", "").strip()
        return {
            "title": title or image.title,
            "description": self.request.POST.get(f"description-{image.pk}", image.description),
        }

    def get_context_data(self, images, **kwargs):
        """The cards."""
        suggestion = self.request.GET.get("title", "").strip()[:255]
        more = {"next": get_valid_next_url_from_request(self.request)}
        return {**super().get_context_data(**kwargs), **words_context(images, suggestion), **more}
