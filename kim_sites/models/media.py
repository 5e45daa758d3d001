"""Pictures and documents of the project: own models from the first migration."""

import secrets

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image
from wagtail.search import index

from kim_sites.services.references import may_move_between
from kim_sites.services.storage import claim
from kim_sites.services.uploads import clean_picture


class StaysWithItsKim(models.Model):
    """A file never goes from one KIM to another: pages of the first may show it."""

    class Meta:
        abstract = True

    def check_collection(self) -> None:
        """Raises ValidationError if the file was another KIM's, or a hub's, until now."""
        before = type(self).objects.filter(pk=self.pk).select_related("collection").first() if self.pk else None
        if before is None or before.collection_id == self.collection_id:
            return
        if not may_move_between(before.collection, self.collection):
            raise ValidationError({"collection": gettext("A file can't be moved to another KIM.")})

    def __str__(self):
        return self.title

    def clean(self):
        """Say it in the form."""
        super().clean()
        self.check_collection()

    def save(self, *args, **kwargs):
        """Save, unless the file would change hands."""
        self.check_collection()
        super().save(*args, **kwargs)

    def is_fresh(self) -> bool:
        """Whether a file was given that is not in the storage yet."""
        return bool(self.file) and not self.file._committed

    def claim_room(self) -> None:
        """Raises ValidationError if the KIM has no room for the new file. Needs a transaction."""
        known = type(self).objects.filter(pk=self.pk) if self.pk else type(self).objects.none()
        former = known.values_list("file_size", flat=True).first() or 0
        claim(self.collection, (self.file_size or 0) - former)


class KimImage(StaysWithItsKim, AbstractImage):
    """A picture. What is stored has its orientation applied and carries no GPS or other metadata."""

    credit = models.CharField(_("photographer or source"), max_length=160, blank=True)
    # Since when the photo lies in the bin; it is deleted some weeks later (see `photos.services.bin`).
    put_away_at = models.DateTimeField(_("put away"), null=True, blank=True, editable=False)
    admin_form_fields = (*Image.admin_form_fields, "credit")
    # The chooser filters a search by tag; Wagtail leaves out the filter that this takes.
    search_fields = [
        *(field for field in AbstractImage.search_fields if not isinstance(field, index.RelatedFields)),
        index.RelatedFields(
            "tags", [index.SearchField("name", boost=10), index.AutocompleteField("name"), index.FilterField("name")]
        ),
        index.FilterField("put_away_at"),
    ]

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        indexes = [
            # How much room a KIM has used is summed from the index alone.
            models.Index(fields=["collection", "file_size"], name="image_bytes"),
            models.Index(fields=["put_away_at"], name="images_put_away", condition=models.Q(put_away_at__isnull=False)),
        ]

    def get_upload_to(self, filename):
        """A name that nobody guesses: sizes of a picture are public files, also while the page is a draft."""
        stem, dot, suffix = filename.rpartition(".")
        return super().get_upload_to(f"{(stem or filename)[:60]}-{secrets.token_hex(6)}{dot}{suffix if stem else ''}")

    def save(self, *args, **kwargs):
        """Clean a newly given file before it is stored, wherever it came from.

        Raises ValidationError with one sentence if the file is not a sound picture, or the KIM has no room for it.
        """
        if not self.is_fresh():
            super().save(*args, **kwargs)
            return
        cleaned = clean_picture(self.file.file, self.file.name)
        self.file = cleaned.file
        self.width, self.height = cleaned.size
        self.file_size = cleaned.file.size
        self._set_file_hash()
        with transaction.atomic():
            self.claim_room()
            if not self._state.adding:
                # The sizes of the former file go first: the cards of pages are made anew while this one is saved.
                self.renditions.all().delete()
            super().save(*args, **kwargs)


class KimRendition(AbstractRendition):
    """A size of a picture, made once and kept."""

    image = models.ForeignKey(KimImage, models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)


class KimDocument(StaysWithItsKim, AbstractDocument):
    """A file to download."""

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        indexes = [models.Index(fields=["collection", "file_size"], name="document_bytes")]

    def save(self, *args, **kwargs):
        """Save. Raises ValidationError if a new file was given and the KIM has no room for it."""
        if not self.is_fresh():
            super().save(*args, **kwargs)
            return
        self.file_size = self.file.size
        with transaction.atomic():
            self.claim_room()
            super().save(*args, **kwargs)
