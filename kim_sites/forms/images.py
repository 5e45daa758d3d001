"""The upload forms of pictures and documents."""

from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from kim_sites.services.uploads import open_picture


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


class KimDocumentForm(CollectionChooserMixin, BaseDocumentForm):
    """Wagtail's document form."""


class KimImageForm(CollectionChooserMixin, BaseImageForm):
    """Wagtail's image form with our file field."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            stock = self.fields["file"]
            self.fields["file"] = PhonePhotoField(
                label=stock.label, required=stock.required, widget=stock.widget, help_text=stock.help_text
            )
