"""Pictures and documents of the project: own models from the first migration."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from kim_sites.services.uploads import clean_picture


class KimImage(AbstractImage):
    """A picture. What is stored has its orientation applied and carries no GPS or other metadata."""

    credit = models.CharField(_("photographer or source"), max_length=160, blank=True)
    admin_form_fields = (*Image.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def save(self, *args, **kwargs):
        """Clean a newly given file before it is stored, wherever it came from.

        Raises ValidationError with one sentence if the file is not a sound picture.
        """
        if self.file and not self.file._committed:
            cleaned = clean_picture(self.file.file, self.file.name)
            self.file = cleaned.file
            self.width, self.height = cleaned.size
            self.file_size = cleaned.file.size
            self._set_file_hash()
        super().save(*args, **kwargs)


class KimRendition(AbstractRendition):
    """A size of a picture, made once and kept."""

    image = models.ForeignKey(KimImage, models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)


class KimDocument(AbstractDocument):
    """A file to download."""

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
