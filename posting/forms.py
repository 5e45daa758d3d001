"""The short form: three fields for each kind, and what a phone adds to them."""

import datetime
import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kim_sites.models import Kim
from kim_sites.models.achievements import AwardLevel
from kim_sites.models.news import NewsCategory
from kim_sites.models.products import ProductCategory
from kim_sites.services.phones import parse_whatsapp
from posting.models import Kind
from posting.services.known import fingerprint
from posting.services.people import NO_KIM, kim_to_write_in, may_add_sellers
from posting.services.photos import named_photos
from posting.services.prices import parse_price
from posting.services.sellers import TypedSeller, find_seller
from posting.services.titles import suggest_title

MOST_TEXT = 10_000
FIRST_YEAR = 1945
EVENT_BEFORE, EVENT_AFTER = datetime.timedelta(days=366), datetime.timedelta(days=3 * 366)
SIGNS = gettext_lazy("There is a sign in it that can't be kept. Delete it and type these words again.")
TOO_LONG = gettext_lazy("At most %(limit_value)d letters fit here; there are %(show_value)d. Make it shorter.")


class LongText(forms.CharField):
    """Several lines. An end of a line counts as one letter, though browsers send two signs for it."""

    widget = forms.Textarea

    def to_python(self, value):
        """With line ends as they are typed."""
        return super().to_python(value).replace("\r\n", "\n").replace("\r", "\n")


class PostForm(forms.Form):
    """What every kind asks for. `text` may carry the marks of `kim_sites.services.plain_text`."""

    key = forms.UUIDField(required=False, widget=forms.HiddenInput)
    kim = forms.ModelChoiceField(Kim.objects.none(), label=gettext_lazy("KIM"), empty_label=None)
    photos = forms.CharField(required=False, widget=forms.HiddenInput)
    text = LongText(label=gettext_lazy("What happened?"), max_length=MOST_TEXT)
    title = forms.CharField(
        label=gettext_lazy("Title"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Left empty, it is the first sentence."),
    )
    kind = Kind.NEWS
    heading = gettext_lazy("Write news")
    text_label = gettext_lazy("What happened?")
    note = ""  # a sentence for whoever sent it, beside what became of the item

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, auto_id=f"{self.kind}_%s", **kwargs)
        self.user = user
        self.fields["kim"].queryset = kim_to_write_in(user)
        self.fields["kim"].error_messages["invalid_choice"] = NO_KIM
        self.fields["kim"].error_messages["required"] = NO_KIM
        self.fields["text"].error_messages["required"] = _("Please write what happened, two or three sentences.")
        for field in self.fields.values():
            if isinstance(field, forms.CharField):
                field.error_messages |= {"null_characters_not_allowed": SIGNS, "max_length": TOO_LONG}

    def own_fields(self):
        """What only this kind asks for."""
        return [self[name] for name in self.fields if name not in PostForm.base_fields]

    def clean_key(self):
        """A plain form that lost its key is a new item."""
        return self.cleaned_data["key"] or uuid.uuid4()

    def clean_photos(self):
        """Keys and sentences of the photos that were sent before. Raises ValidationError for anything else."""
        return named_photos(self.cleaned_data["photos"])

    def fingerprint(self) -> str:
        """Of what was sent, whether or not it is sound."""
        return fingerprint(self.kind, {name: str(self.data.get(name, "")) for name in self.fields if name != "key"})

    def clean(self):
        """The title is the first sentence unless somebody wrote another."""
        cleaned = super().clean()
        written = cleaned.get("title")
        cleaned["title"] = written or suggest_title(cleaned.get("text") or "")
        if written and not slugify(written, allow_unicode=True):
            self.add_error("title", _("Please write a title with words."))
        elif "text" in cleaned and not slugify(cleaned["title"], allow_unicode=True):
            self.add_error("text", self.fields["text"].error_messages["required"])
        return cleaned


class NewsForm(PostForm):
    """An article."""

    category = forms.ChoiceField(
        label=gettext_lazy("What is it about?"), choices=NewsCategory.choices, widget=forms.RadioSelect
    )


class EventForm(PostForm):
    """An article that announces something."""

    kind = Kind.EVENT
    heading = gettext_lazy("Announce an event")
    text_label = gettext_lazy("What is it about?")
    at = forms.DateTimeField(
        label=gettext_lazy("When?"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"],
    )
    place = forms.CharField(label=gettext_lazy("Where?"), max_length=120)

    def clean_at(self):
        """Raises ValidationError for days that nobody means."""
        at, now = self.cleaned_data["at"], timezone.now()
        first, last = now - EVENT_BEFORE, now + EVENT_AFTER
        if not first <= at <= last:
            days = {"first": date_format(first), "last": date_format(last)}
            raise ValidationError(_("Choose a day between %(first)s and %(last)s.") % days)
        return at


class AchievementForm(PostForm):
    """What the village won."""

    kind = Kind.ACHIEVEMENT
    heading = gettext_lazy("Add an achievement")
    text_label = gettext_lazy("What was won, and how?")
    level = forms.ChoiceField(
        label=gettext_lazy("At which level?"), choices=AwardLevel.choices, widget=forms.RadioSelect
    )
    year = forms.IntegerField(label=gettext_lazy("Year"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.this_year = timezone.localdate().year
        self.fields["year"].error_messages["invalid"] = self.year_sentence()
        self.fields["year"].widget.attrs |= {"min": FIRST_YEAR, "max": self.this_year}

    def year_sentence(self) -> str:
        """What may be written."""
        years = {"first": FIRST_YEAR, "last": self.this_year}
        return _("Write the year with four digits, from %(first)d to %(last)d.") % years

    def clean_year(self):
        """Raises ValidationError for years before the republic, and for those that have not begun."""
        year = self.cleaned_data["year"]
        if not FIRST_YEAR <= year <= self.this_year:
            raise ValidationError(self.year_sentence())
        return year


class ProductForm(PostForm):
    """Something that a seller of the KIM offers."""

    kind = Kind.PRODUCT
    heading = gettext_lazy("Add a product")
    text_label = gettext_lazy("What is it, and what is good about it?")
    price = forms.CharField(
        label=gettext_lazy("Price in rupiah"),
        max_length=20,
        required=False,
        help_text=gettext_lazy("Left empty, readers ask the seller."),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    # Not `category`: on the page this group of buttons stands beside the one of news.
    product_category = forms.ChoiceField(
        label=gettext_lazy("What kind of product?"), choices=ProductCategory.choices, widget=forms.RadioSelect
    )
    seller = forms.CharField(label=gettext_lazy("Seller"), required=False)
    seller_name = forms.CharField(label=gettext_lazy("Name of the new seller"), max_length=120, required=False)
    seller_phone = forms.CharField(label=gettext_lazy("WhatsApp number of the seller"), max_length=24, required=False)
    seller_agrees = forms.BooleanField(
        label=gettext_lazy("The seller agrees that readers see the number"), required=False
    )

    def clean_price(self):
        """Rupiah as people write them. Empty: readers ask the seller."""
        return parse_price(self.cleaned_data["price"])

    def clean_seller_phone(self):
        """Raises ValidationError if it is no possible number."""
        return parse_whatsapp(self.cleaned_data["seller_phone"])

    def clean(self):
        """A seller of the KIM, or the name of a new one."""
        cleaned = super().clean()
        kim = cleaned.get("kim")
        # A number that is wrong has its own sentence; without it nobody can say whether anything would be lost.
        if kim is None or "seller_phone" not in cleaned or "seller_name" not in cleaned:
            return cleaned
        name = cleaned["seller_name"] = " ".join(cleaned["seller_name"].split())
        typed = TypedSeller(name, cleaned["seller_phone"], cleaned["seller_agrees"])
        chosen = cleaned.get("seller") or ""
        try:
            seller = find_seller(kim, chosen, typed)
        except ValidationError as error:
            self.add_error(None, error)
            return cleaned
        cleaned["seller"] = seller
        if seller is None and not may_add_sellers(self.user, kim):
            self.add_error("seller", _("Only editors and the chair add sellers. Ask them to add this one first."))
        elif seller and not chosen:
            self.note = _("The seller “%(name)s” was in the list already.") % {"name": seller.name}
        return cleaned


FORMS = {form.kind: form for form in (NewsForm, ProductForm, AchievementForm, EventForm)}


def initial(kind: str) -> dict:
    """What stands in the fields at first."""
    common = {"key": uuid.uuid4()}
    if kind == Kind.ACHIEVEMENT:
        return {**common, "year": timezone.localdate().year, "level": AwardLevel.VILLAGE}
    if kind == Kind.NEWS:
        return {**common, "category": NewsCategory.GOVERNMENT}
    return {**common, "product_category": ProductCategory.FOOD} if kind == Kind.PRODUCT else common
