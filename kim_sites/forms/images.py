"""The upload forms of pictures and documents."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from kim_sites.services.scope import own_kim
from kim_sites.services.storage import claim, usage_of
from kim_sites.services.uploads import clean_picture, open_picture

ASK_FOR_WORDS = _("What can be seen in this photo?")
EXAMPLE_OF_WORDS = _(
    "One sentence for people who cannot see it, for example: “Three women plant rice seedlings in a wet field.”"
)


class PhonePhotoField(WagtailImageField):
    """Accepts what phones make; every refusal is one sentence that says what to do.

    The kind is read from the content: phones and messengers often give a HEIC the name of a JPEG.
    """

    def check_image_file_format(self, f):
        """The content was recognised already; the name's ending says nothing about it."""

    def to_python(self, data):
        """Check size, kind and soundness before anything else looks at the file."""
        if data not in self.empty_values:
            open_picture(data)
            data.seek(0)
        return super().to_python(data)


class CollectionChooserMixin:
    """Somebody with several collections searches for one: there may be thousands."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "collection" in self.fields:
            from kim_sites.admin.wide_choosers import collection_chooser

            field = self.fields["collection"]
            field.widget = collection_chooser.widget_class()
            field.widget.is_required = field.required


class RoomMixin:
    """Says how much room the KIM has, and refuses what does not fit in the form where the file was chosen."""

    user = None

    def __init__(self, *args, user=None, **kwargs):
        self.user = user
        super().__init__(*args, user=user, **kwargs)
        self.former_bytes = (self.instance.file_size or 0) if self.instance.pk else 0
        if "file" in self.fields and not self.instance.pk and not self.is_bound:
            sentence = room_in_words(user)
            stock = self.fields["file"].help_text
            self.fields["file"].help_text = f"{sentence} {stock}".strip() if sentence else stock

    def clean(self):
        """The new file is made ready to be stored, and measured."""
        data = super().clean()
        if data.get("file") and "file" in self.changed_data:
            try:
                data["file"] = self.ready(data["file"])
                with transaction.atomic():
                    claim(self.target(data), data["file"].size - self.former_bytes)
            except ValidationError as error:
                self.add_error("file", error)
        return data

    def target(self, data):
        """The collection into which the file goes."""
        return data.get("collection") or self.collections[0]

    def ready(self, file):
        """The file as it is stored."""
        return file


def room_in_words(user) -> str:
    """What is left in the KIM in which the person has a role; empty for people of several, or of none."""
    if user is None:
        return ""
    mine = list(own_kim(user).select_related("collection").order_by("pk")[:2])
    return usage_of(mine[0]).sentence if len(mine) == 1 else ""


class KimDocumentForm(RoomMixin, CollectionChooserMixin, BaseDocumentForm):
    """Wagtail's document form."""


class KimImageForm(RoomMixin, CollectionChooserMixin, BaseImageForm):
    """Wagtail's image form with our file field."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            stock = self.fields["file"]
            field = PhonePhotoField(label=stock.label, required=stock.required, widget=stock.widget)
            field.help_text = stock.help_text  # its own would be the stock words again
            self.fields["file"] = field
        if "description" in self.fields:
            self.fields["description"].label = ASK_FOR_WORDS
            self.fields["description"].help_text = EXAMPLE_OF_WORDS

    def ready(self, file):
        """Upright and without metadata; another picture has another focus."""
        if self.instance.pk:
            for name in ("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"):
                setattr(self.instance, name, None)
                self.cleaned_data.pop(name, None)
        return clean_picture(file, file.name).file
