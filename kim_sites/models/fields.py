"""Model fields shared by the tenant's records."""

from django.db import models

from kim_sites.services.phones import parse_whatsapp


class WhatsAppField(models.CharField):
    """A WhatsApp number, kept in E.164 form however it was typed."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 24)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def clean(self, value, model_instance):
        """Raises ValidationError if the value is no possible phone number."""
        return super().clean(parse_whatsapp(value or ""), model_instance)
