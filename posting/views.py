"""The short form for phones: pages that work without a script, and what their script asks for."""

import json
import uuid

from django.core.exceptions import ValidationError
from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access

from kim_sites.models import Seller
from kim_sites.services.approval import waiting_for
from posting.answers import add_errors, arrival, deliver, known_sentence, refusal, refuse_form, refuse_kim, say
from posting.forms import FORMS, initial
from posting.models import Kind
from posting.services.people import advice_without_kim, kim_to_write_in, may_add_sellers
from posting.services.photos import MOST_PHOTOS, MissingPhotos, keep_photo, photo_rows
from posting.services.sent import sent_by, state_of
from posting.wording import script_words

# What the pages are made of; the worker keeps it on the phone.
FILES = (
    "posting/posting.css", "posting/store.js", "posting/outbox.js", "posting/page.js", "posting/fields.js",
    "posting/photos.js", "posting/gallery.js", "posting/marks.js", "posting/write.js", "posting/forget.js",
    "posting/home.js", "cms/icon.svg",
)  # fmt: skip
MOST_SENT = 10
MOST_SELLERS = 200


@method_decorator([never_cache, require_admin_access], name="dispatch")
class PhoneView(View):
    """For people who are signed in; in their language, and never kept by a browser's own cache."""


class HomeView(PhoneView):
    """What to write, what lies on the phone, what waits, what became of what was sent."""

    def get(self, request):
        """Shown also to people without a KIM, who read whom to ask."""
        has_kim = kim_to_write_in(request.user).exists()
        context = {
            "kinds": Kind.choices,
            "has_kim": has_kim,
            "advice": None if has_kim else advice_without_kim(request.user),
            "waiting": list(waiting_for(request.user).select_related("workflow_state__requested_by", "revision")[:20]),
            "sent": sent_by(request.user)[:MOST_SENT],
            **script_context(request),
        }
        return render(request, "posting/home.html", context)


def script_context(request) -> dict:
    """What the scripts need to know."""
    data = {
        "user": request.user.pk,
        "words": script_words(),
        "most": MOST_PHOTOS,
        "urls": {name: reverse(f"posting:{name}") for name in ("home", "new", "photo", "send", "who", "worker")},
        "signIn": f"{reverse('wagtailadmin_login')}?next={reverse('posting:home')}",
    }
    return {"script_data": data}


class WriteView(PhoneView):
    """The form. One page holds the fields of every kind, so that it can be opened without a signal."""

    def get(self, request):
        """Empty, or of the kind that the address asks for."""
        return self.show(request, self.kind(request.GET))

    def post(self, request):
        """Without a script: everything in one go, photos included."""
        kind = self.kind(request.POST)
        values, trouble = self.take_photos(request)
        form = FORMS[kind](values, user=request.user)
        try:
            made = deliver(request.user, form, trouble)
        except MissingPhotos as error:
            return self.show(request, kind, add_errors(form, error))
        if made is None:
            return self.show(request, kind, form)
        if not made.is_same:
            return self.show(request, kind, self.as_another(form, made))
        messages.success(request, say(state_of(made.post, request.user), form.note))
        return redirect("posting:home")

    @staticmethod
    def as_another(form, made):
        """The same words under a new key, with the sentence that the old key is used up."""
        values = form.data.copy()
        values["key"] = str(uuid.uuid4())
        anew = type(form)(values, user=form.user)
        anew.add_error(None, known_sentence(made, form.user))
        return anew

    @staticmethod
    def kind(values) -> str:
        """The kind that is asked for; news for anything else."""
        asked = values.get("jenis", "")
        return Kind(asked) if asked in Kind.values else Kind.NEWS

    @staticmethod
    def take_photos(request):
        """What was posted, with the keys of the photos that came along; and a sentence about what could not be taken.

        They are stored before anything else is looked at: a form that lacks something need not bring them again.
        """
        values, kim = request.POST.copy(), own_kim_or_none(request)
        form_key = uuid_of(values.get("key")) or uuid.uuid4()
        values["key"] = str(form_key)
        if kim is None:
            return values, ""
        title, trouble, rows = values.get("title", "").strip(), "", sound_rows(values.get("photos"))
        files = request.FILES.getlist("photo")
        for place, file in enumerate(files):
            if len(rows) >= MOST_PHOTOS:
                return put_rows(values, rows), too_many_sentence(len(files) - place)
            # The same form sent twice names the same photo.
            key = uuid.uuid5(form_key, f"{place}-{file.name}-{file.size}")
            try:
                keep_photo(request.user, kim, key, file, title)
            except ValidationError as error:
                trouble = " ".join(error.messages)
            else:
                rows.append({"key": str(key), "alt": values.get("alt", "")})
        return put_rows(values, rows), trouble

    def show(self, request, kind: str, form=None):
        """The page with the fields of all kinds; those of others than `kind` are hidden."""
        user = request.user
        kims = list(kim_to_write_in(user)[:20])
        if not kims:
            return redirect("posting:home")
        asked = request.GET.get("kim", "")
        chosen = next((kim for kim in kims if str(kim.pk) == asked), kims[0])
        forms = [self.form(name, kind, form, user, chosen) for name in Kind]
        kim_ids = [kim.pk for kim in kims]
        sellers = Seller.objects.filter(kim__in=kim_ids).order_by("name").values_list("pk", "name", "kim")
        context = {
            "kind": kind,
            "form": next(each for each in forms if each.kind == kind),
            "forms": forms,
            "kims": kims,
            "sellers": sellers[:MOST_SELLERS],
            "adds_sellers": any(may_add_sellers(user, kim) for kim in kims),
            "publishes": all(self.may_publish(user, kim) for kim in kims[:3]),
            "kept_photos": len(sound_rows(form.data.get("photos"))) if form else 0,
            "alt": request.POST.get("alt", ""),
            "most_photos": MOST_PHOTOS,
            **script_context(request),
        }
        return render(request, "posting/write.html", context, status=422 if form and form.errors else 200)

    @staticmethod
    def form(name: str, kind: str, form, user, kim):
        """The form of one kind: what was sent, or an empty one."""
        if form is not None and name == kind:
            return form
        return FORMS[Kind(name)](user=user, initial={**initial(name), "kim": kim.pk})

    @staticmethod
    def may_publish(user, kim) -> bool:
        """What the button says; each item is decided by the server when it arrives."""
        return bool(kim.home_page) and kim.home_page.permissions_for_user(user).can_publish_subpage()


class PhotoView(PhoneView):
    """Takes one photo from the script."""

    def post(self, request):
        """Answers with the key once the photo is stored; 422 with a sentence if it never will be."""
        kim, file, key = own_kim_or_none(request), request.FILES.get("photo"), uuid_of(request.POST.get("key"))
        if kim is None:
            return refuse_kim()
        if file is None or key is None:
            return refusal(_("That did not arrive completely. Please try again."))
        try:
            keep_photo(request.user, kim, key, file, request.POST.get("title", "").strip())
        except ValidationError as error:
            return refusal(" ".join(error.messages))
        return JsonResponse({"key": str(key)})


def uuid_of(text) -> uuid.UUID | None:
    """A key as the phone wrote it; None for anything else."""
    try:
        return uuid.UUID(text or "")
    except ValueError:
        return None


def sound_rows(text) -> list:
    """The photos that a form names, as they came; without what no form of ours writes."""
    try:
        rows = photo_rows(text)[:MOST_PHOTOS]
    except ValueError:
        return []
    return [row for row in rows if isinstance(row, dict) and all(isinstance(part, str) for part in row.values())]


def put_rows(values, rows: list):
    """What was posted, with these photos named in it."""
    values["photos"] = json.dumps(rows)
    return values


def too_many_sentence(left_out: int) -> str:
    """Photos that were chosen and have no place: nothing is published before the person has read this."""
    return ngettext(
        "At most %(most)d photos fit, so %(number)d was left out. To go on with the first %(most)d, send it again.",
        "At most %(most)d photos fit, so %(number)d were left out. To go on with the first %(most)d, send it again.",
        left_out,
    ) % {"most": MOST_PHOTOS, "number": left_out}


def own_kim_or_none(request):
    """The KIM that the form names, if it is the person's."""
    value = request.POST.get("kim", "")
    if not (value.isascii() and value.isdigit() and len(value) < 18):
        return None
    return kim_to_write_in(request.user).filter(pk=value).first()


class SendView(PhoneView):
    """Takes an item from the script, after its photos."""

    def post(self, request):
        """Answers with what became of it. 409: send these photos again; 422: this has to be mended first."""
        form = FORMS[WriteView.kind(request.POST)](request.POST, user=request.user)
        try:
            made = deliver(request.user, form)
        except MissingPhotos as error:
            return JsonResponse({"error": error.messages[0], "missing": error.keys}, status=409)
        return arrival(made, form) if made else refuse_form(form)


class WhoView(PhoneView):
    """Whether the person is still signed in, and with which token to send."""

    def get(self, request):
        """The gate refuses everybody else."""
        return JsonResponse({"user": request.user.pk, "token": get_token(request)})


class WorkerView(View):
    """The script that opens these pages without a signal. Its address says for which pages it may."""

    def get(self, request):
        """The addresses of the files are in it, so that a new release brings a new one."""
        names = ("home", "new", "photo", "send", "who")
        urls = {name: reverse(f"posting:{name}") for name in names}
        context = {
            "pages": json.dumps([urls["home"], urls["new"]]),
            "files": json.dumps([static(path) for path in FILES]),
            "urls": json.dumps(urls),
        }
        text = render_to_string("posting/worker.js", context)
        response = HttpResponse(text, content_type="text/javascript; charset=utf-8")
        response.headers["Cache-Control"] = "no-cache"
        return response
