"""What came in from phones: each item and each photo once, however often a weak line made the phone send it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class Kind(models.TextChoices):
    """What can be written in the short form; the words stand in the address."""

    NEWS = "berita", _("News")
    PRODUCT = "produk", _("Product")
    ACHIEVEMENT = "prestasi", _("Achievement")
    EVENT = "acara", _("Event")


class Post(models.Model):
    """An item that arrived. `key` was made on the phone; with the person it is unique, so a repeat finds this row."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("sent by"))
    key = models.UUIDField(_("key"), editable=False)
    kim = models.ForeignKey("kim_sites.Kim", models.CASCADE, related_name="+", verbose_name=_("KIM"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    page = models.ForeignKey(Page, models.SET_NULL, null=True, related_name="+", verbose_name=_("page"))
    fingerprint = models.CharField(_("fingerprint of what was sent"), max_length=64, blank=True, editable=False)
    created_at = models.DateTimeField(_("arrived at"), auto_now_add=True)

    class Meta:
        verbose_name = _("item from a phone")
        verbose_name_plural = _("items from phones")
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="post_arrives_once")]
        indexes = [models.Index(fields=["user", "-created_at"], name="posts_of_person")]

    def __str__(self):
        return f"{self.get_kind_display()} {self.key}"


class PostPhoto(models.Model):
    """A photo that arrived, alone and before its item."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("sent by"))
    key = models.UUIDField(_("key"), editable=False)
    image = models.ForeignKey("kim_sites.KimImage", models.CASCADE, related_name="+", verbose_name=_("photo"))
    created_at = models.DateTimeField(_("arrived at"), auto_now_add=True)

    class Meta:
        verbose_name = _("photo from a phone")
        verbose_name_plural = _("photos from phones")
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="photo_arrives_once")]

    def __str__(self):
        return str(self.key)
