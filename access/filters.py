"""Filters that would list all people, groups or sites ask for words instead."""

import django_filters
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection, Page, Site

from kim_sites.admin.wide_choosers import with_words

# The fields in which the words are looked for. There are thousands of each; of pages there is a tree to walk through.
WIDE = {
    get_user_model(): ("email", "first_name", "last_name"),
    Group: ("name",),
    Site: ("hostname", "site_name"),
    Collection: ("name",),
    Page: ("draft_title",),
}
MOST_FOUND = 50


class SearchingFilter(django_filters.CharFilter):
    """Stands in the place of a filter with a list: asks for words, and lets that filter filter by what they find.

    A number is the key of one row, so that links to a filtered list go on working.
    """

    def __init__(self, listing, model):
        super().__init__(label=listing.label, help_text=_("Part of the name, or of the e-mail address or host name"))
        self.listing, self.model_of_rows = listing, model
        self.creation_counter = listing.creation_counter

    def filter(self, qs, value):
        """Narrow to what the found rows stand for; words that find nothing leave nothing."""
        if not value:
            return qs
        rows = self.model_of_rows._default_manager.order_by()
        one = rows.filter(pk=value) if value.isdigit() and len(value) < 18 else rows.none()
        found = list(one or with_words(rows, value, WIDE[self.model_of_rows])[:MOST_FOUND])
        if not found:
            return qs.none()
        if isinstance(self.listing, django_filters.ModelMultipleChoiceFilter):
            return self.listing.filter(qs, found)
        return qs.filter(**{f"{self.listing.field_name}__in": found})


def ask_for_words(filterset) -> None:
    """Take every list of thousands out of a form of filters."""
    for name, listing in list(filterset.filters.items()):
        model = model_of(listing, filterset.request)
        if model in WIDE:
            field_name, filterset.filters[name] = listing.field_name, SearchingFilter(listing, model)
            filterset.filters[name].field_name = field_name
            filterset.filters[name].parent = listing.parent = filterset
            filterset.filters[name].model = listing.model = filterset._meta.model


def model_of(item, request):
    """What a filter lists; None if it lists no rows. The rows are not fetched."""
    queryset = getattr(item, "queryset", None)
    if queryset is None:
        queryset = item.extra.get("queryset")
    rows = queryset(request) if callable(queryset) else queryset
    return getattr(rows, "model", None)
