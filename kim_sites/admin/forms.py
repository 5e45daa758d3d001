"""Forms of a KIM's records."""

from django import forms
from django.contrib.auth import get_permission_codename
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from kim_sites.models import LegalPaper, Officer, Seller
from kim_sites.services.references import foreign_references, owner_of_kim, refusal
from kim_sites.services.scope import kim_for_user

MOST_IN_SELECT = 20  # KIM offered in a plain select; with more, a chooser with a search takes its place


class KimRecordForm(WagtailAdminModelForm):
    """Settles to which KIM a record belongs: at its creation, once, and only to one of the person's own."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields.pop("kim", None)
        elif "kim" in self.fields:
            self._offer_kim()

    def _offer_kim(self) -> None:
        codename = get_permission_codename("add", self._meta.model._meta)
        allowed = kim_for_user(self.for_user, codename)
        few = list(allowed.order_by()[: MOST_IN_SELECT + 1])
        if len(few) == 1:
            self.instance.kim = few[0]
            del self.fields["kim"]
            return
        field = self.fields["kim"]
        if len(few) <= MOST_IN_SELECT:
            field.widget = forms.Select()
            field.widget.is_required = True
        field.queryset = allowed.order_by("name", "pk")

    def _get_validation_exclusions(self):
        # Django would say "Seller with this KIM and name exists": `clean` says it in words.
        return super()._get_validation_exclusions() | {"kim"}

    def _post_clean(self):
        """Refuse what belongs to another KIM, at the field in which it stands."""
        super()._post_clean()
        if not self.instance.kim_id:
            return
        for reference in foreign_references(self.instance, lambda: owner_of_kim(self.instance.kim_id)):
            if reference.field in self.fields and reference.field not in self.errors:
                self.add_error(reference.field, refusal(reference.model))

    @property
    def kim(self):
        """The KIM of the record, as far as it is known."""
        return self.cleaned_data.get("kim") or (self.instance.kim if self.instance.kim_id else None)


class SellerForm(KimRecordForm):
    """A seller has a name of its own in its KIM."""

    def clean(self):
        """Raises ValidationError on the name if the KIM has a seller of that name already."""
        cleaned = super().clean()
        name = cleaned.get("name")
        if name and self.kim:
            others = Seller.objects.filter(kim=self.kim, name=name).exclude(pk=self.instance.pk)
            if others.exists():
                self.add_error("name", _("Your KIM already has a seller with this name."))
        return cleaned


class QuickSellerForm(SellerForm):
    """What is needed to add a seller while a product is being written."""

    class Meta(WagtailAdminModelForm.Meta):
        model = Seller
        fields = ["kim", "name", "whatsapp", "address", "owner_consents"]


class OfficerForm(KimRecordForm):
    """The photo must be one that the person may use, the decree one of the same KIM."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "legal_paper" in self.fields:
            self._offer_papers()

    def _offer_papers(self) -> None:
        """Only those of the record's KIM; while that is not chosen yet there is nothing to offer."""
        field = self.fields["legal_paper"]
        if not self.instance.kim_id:
            del self.fields["legal_paper"]
            return
        field.queryset = LegalPaper.objects.filter(kim=self.instance.kim_id)
        field.required = False

    def clean(self):
        """Raises ValidationError if the term ends before it begins."""
        cleaned = super().clean()
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", _("The end lies before the beginning."))
        return cleaned

    class Meta(WagtailAdminModelForm.Meta):
        model = Officer
        fields = ["kim", "name", "position", "since", "until", "legal_paper", "photo", "is_public", "sort_order"]
