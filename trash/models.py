"""The bin of the installation, and who put what into it."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class BinPage(Page):
    """Beside all sites: what lies below it is on no address, in no listing, and nobody's but the operators'."""

    parent_page_types: list[str] = []
    is_creatable = False

    class Meta:
        verbose_name = _("bin")
        verbose_name_plural = _("bins")


class DeletedPage(models.Model):
    """A page in the bin, with all below it; `batch` is shared by what was deleted with one tap."""

    kim = models.ForeignKey(
        "kim_sites.Kim", models.CASCADE, null=True, blank=True, related_name="deleted_pages", verbose_name=_("KIM")
    )
    page = models.OneToOneField(Page, models.CASCADE, related_name="+", verbose_name=_("page"))
    parent = models.ForeignKey(Page, models.SET_NULL, null=True, related_name="+", verbose_name=_("page above"))
    title = models.CharField(_("title"), max_length=255)
    batch = models.UUIDField(default=uuid.uuid4, db_index=True, editable=False)
    # Keys of the pages that readers saw, each with the version that was published and the one that was saved last.
    published = models.JSONField(default=dict, editable=False)
    deleted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("deleted by")
    )
    deleted_at = models.DateTimeField(_("deleted at"), auto_now_add=True, db_index=True)

    class Meta:
        verbose_name = _("deleted page")
        verbose_name_plural = _("deleted pages")
        ordering = ["-deleted_at", "-pk"]

    def __str__(self):
        return self.title
