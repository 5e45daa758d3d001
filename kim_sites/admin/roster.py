"""The roster of one KIM: officers now by position, the former ones folded, and what is unusual about it."""

from functools import cached_property

from django.db.models import Case, IntegerField, Value, When
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.views import generic

from kim_sites.admin import links
from kim_sites.admin.views import RecordEditView, RecordIndexView
from kim_sites.models import Kim, Officer
from kim_sites.services import roster
from kim_sites.services.scope import kim_for_user

MOST_IN_ROSTER = 300  # people of one KIM on its roster, former ones included
CODENAME = "change_officer"
HEADINGS = {
    Officer.Position.CHAIR: gettext_lazy("Chair"),
    Officer.Position.SECRETARY: gettext_lazy("Secretary"),
    Officer.Position.TREASURER: gettext_lazy("Treasurer"),
    Officer.Position.MEMBER: gettext_lazy("Members"),
}


class OfficerIndexView(RecordIndexView):
    """For people of one KIM, and for a KIM that is named, its roster; for others a list that can be searched."""

    results_template_name = "kim_sites/admin/roster.html"

    @cached_property
    def kim(self) -> Kim | None:
        """The KIM whose roster is shown; None for a list across several, and for one that is not the person's."""
        mine = kim_for_user(self.request.user, CODENAME).order_by()
        asked = self.request.GET.get("kim", "")
        if asked:
            return mine.filter(pk=asked).first() if asked.isascii() and asked.isdigit() and len(asked) < 18 else None
        few = list(mine[:2])
        return few[0] if len(few) == 1 else None

    @property
    def is_roster(self) -> bool:
        """Whether the roster takes the place of the list; a search is answered by the list."""
        return self.kim is not None and not self.is_searching

    def get_base_queryset(self):
        """Only the person's own, in the order of positions."""
        found = super().get_base_queryset()
        return found.filter(kim=self.kim) if self.kim else found

    def order_queryset(self, queryset):
        """The roster stands in its own order."""
        if not self.is_roster:
            return super().order_queryset(queryset)
        ranks = [When(position=position, then=Value(rank)) for position, rank in roster.RANK.items()]
        rank = Case(*ranks, default=Value(9), output_field=IntegerField())
        return queryset.order_by(rank, "sort_order", "pk")

    def get_paginate_by(self, queryset):
        """The whole roster at once."""
        return None if self.is_roster else super().get_paginate_by(queryset)

    def get_context_data(self, *args, **kwargs):
        """Add the groups."""
        context = super().get_context_data(*args, **kwargs)
        if not self.is_roster:
            return context
        today = timezone.localdate()
        people = list(context["object_list"][:MOST_IN_ROSTER])
        now = [person for person in people if not person.until or person.until > today]
        former = [person for person in people if person.until and person.until <= today]
        groups = [
            (text, [person for person in now if person.position == position]) for position, text in HEADINGS.items()
        ]
        return {
            **context,
            "roster_kim": self.kim,
            "groups": [(text, found) for text, found in groups if found],
            "former": sorted(former, key=lambda person: person.until, reverse=True),
            "warnings": roster.warnings(now),
            "links": links.of("roster", self.kim),
        }


def term(officer: Officer) -> str:
    """Whether somebody holds the position today, for the list across several KIM."""
    return _("former") if officer.until and officer.until <= timezone.localdate() else ""


class WarnsMixin:
    """After saving: says so if a position is held twice, to those who don't come back to the roster, which says it."""

    def save_instance(self):
        """Save, and warn. Nothing is refused."""
        officer = super().save_instance()
        if len(kim_for_user(self.request.user, CODENAME).order_by().values_list("pk")[:2]) > 1:
            for text in roster.doubled(officer.kim.officers.now()):
                messages.warning(self.request, f"{officer.kim}: {text}")
        return officer


class OfficerCreateView(WarnsMixin, generic.CreateView):
    """A new officer or member."""


class OfficerEditView(WarnsMixin, RecordEditView):
    """Change an officer or member."""
