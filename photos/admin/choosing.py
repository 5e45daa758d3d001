"""Choosing a photo: the newest of the person's own come first, and a new one asks for words about it."""

from django.db.models import Case, IntegerField, When
from wagtail.images.forms import get_image_form
from wagtail.images.views import chooser
from wagtail.permissions import policy_registry

from access.scope import scope_of
from kim_sites.models import KimImage
from kim_sites.services.scope import at_or_below

ASKED = ["file", "description", "title"]


class OwnFirstMixin:
    """What hubs share comes after the person's own."""

    def get_object_list(self):
        """For people of one KIM; above it everything is sorted by its index alone."""
        rows = super().get_object_list()
        user = self.request.user
        if not scope_of(user).has_one_kim:
            return rows
        self.ordering = ("is_shared", "-created_at")
        own = at_or_below(policy_registry.get_by_type(KimImage).paths_of(user, ["choose"]), "collection__path")
        return rows.annotate(is_shared=Case(When(own, then=0), default=1, output_field=IntegerField()))


class FewFieldsMixin:
    """A new photo: the file, what can be seen in it, its name."""

    def get_creation_form_class(self):
        """Without focus, tags and source, which the photo's own screen has."""
        return get_image_form(KimImage, ASKED)


class PhotoChooseView(OwnFirstMixin, FewFieldsMixin, chooser.ImageChooseView):
    """The window."""


class PhotoChooseResultsView(OwnFirstMixin, FewFieldsMixin, chooser.ImageChooseResultsView):
    """Its list alone."""


class PhotoUploadView(FewFieldsMixin, chooser.ImageUploadView):
    """A new photo."""


def register() -> None:
    """Put these views into Wagtail's chooser, before it makes its addresses."""
    viewset = chooser.viewset
    viewset.choose_view_class = PhotoChooseView
    viewset.choose_results_view_class = PhotoChooseResultsView
    viewset.create_view_class = PhotoUploadView
