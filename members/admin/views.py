"""The list of a KIM's members, their roles, leaving and coming back, and the chair."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import ListView, TemplateView

from kim_sites.admin import links
from kim_sites.admin.paginators import CappedPaginator
from kim_sites.models import KimRole, User
from kim_sites.services.papers import states_of
from members.admin.base import KimMixin, MembersPage, ServiceButtonView, ServiceFormView
from members.admin.forms import HandOverForm, RoleForm
from members.models import FormerMember
from members.services import invitations, roles
from members.services.reach import manageable_kim

PER_PAGE = 50
MOST_FORMER = 30  # former members on the list, the last ones who left


class KimListView(MembersPage, ListView):
    """Of which KIM? People with one go straight to it."""

    template_name = "members/admin/kim_list.html"
    paginator_class = CappedPaginator
    paginate_by = PER_PAGE
    page_kwarg = "p"
    context_object_name = "kims"

    @cached_property
    def query(self) -> str:
        """The words that are looked for in names of KIM and regions."""
        return self.request.GET.get("q", "").strip()[:100]

    def get_queryset(self):
        """The KIM whose members the person manages."""
        found = manageable_kim(self.request.user).select_related("region").order_by("name", "pk")
        for word in self.query.split()[:6]:
            found = found.filter(Q(name__icontains=word) | Q(region__name__icontains=word))
        return found

    def get(self, request, *args, **kwargs):
        """Raises Http404 for people who manage no members."""
        first = list(manageable_kim(request.user).order_by().values_list("pk", flat=True)[:2])
        if not first:
            raise Http404
        if len(first) == 1:
            return HttpResponseRedirect(reverse("kim_members:list", args=first))
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        """Add the search and the pages."""
        context = super().get_context_data(**kwargs)
        pages = context["paginator"].get_elided_page_range(context["page_obj"].number)
        kims = list(context["page_obj"].object_list)
        states = states_of(kims)
        rows = [(kim, states[kim.pk]) for kim in kims]
        return {**context, "rows": rows, "query": self.query, "elided_page_range": pages}


@dataclass
class MemberRow:
    """One member as the list shows it."""

    person: User
    role: KimRole
    is_self: bool

    @property
    def is_chair(self) -> bool:
        """Whether the member chairs the KIM."""
        return self.role.role == KimRole.Role.CHAIR

    @property
    def state(self) -> str:
        """The state of the account in one word or two."""
        if not self.person.is_active:
            return _("Account closed")
        return _("Active") if self.person.last_login else _("Not signed in yet")


class MemberListView(KimMixin, ListView):
    """Members, open invitations, and who left."""

    template_name = "members/admin/member_list.html"
    paginator_class = CappedPaginator
    paginate_by = PER_PAGE
    page_kwarg = "p"

    def get_trail(self):
        """The KIM."""
        return [{"url": "", "label": self.kim.name}]

    def get_queryset(self):
        """People with a role."""
        return roles.memberships(self.kim)

    def get_context_data(self, **kwargs):
        """Add invitations and former members: one query each."""
        context = super().get_context_data(**kwargs)
        pages = context["paginator"].get_elided_page_range(context["page_obj"].number)
        rows = [
            MemberRow(row.user, row.group.kim_role, row.user_id == self.request.user.pk)
            for row in context["page_obj"].object_list
        ]
        former = FormerMember.objects.filter(kim=self.kim).select_related("user")[:MOST_FORMER]
        return {
            **context,
            "links": links.of("members", self.kim),
            "rows": rows,
            "invitations": list(invitations.open_invitations(self.kim)),
            "former": [member for member in former if member.user_id != self.request.user.pk],
            "may_invite": self.kim.status not in invitations.CLOSED_STATUSES,
            "elided_page_range": pages,
        }


class MemberMixin(KimMixin):
    """A screen about one member of the KIM."""

    def setup(self, request, *args, **kwargs):
        """Raises Http404 for somebody who is not in the KIM."""
        super().setup(request, *args, **kwargs)
        self.person = get_object_or_404(roles.members_of(self.kim), pk=kwargs["person_id"])

    def get_context_data(self, **kwargs):
        """Add the person."""
        return {**super().get_context_data(**kwargs), "person": self.person}


class RoleView(MemberMixin, ServiceFormView):
    """Contributor or editor."""

    form_class = RoleForm
    page_title = gettext_lazy("Change role")
    submit_label = gettext_lazy("Save")

    def get_initial(self):
        """The role as it is."""
        return {"role": roles.role_of(self.person, self.kim)}

    def carry_out(self, values):
        """Change it."""
        roles.set_role(self.request.user, self.kim, self.person, values["role"])
        label = KimRole.Role(values["role"]).label
        return _("%(name)s has this role now: %(role)s.") % {"name": self.person, "role": label}


class LeaveView(MemberMixin, ServiceButtonView, TemplateView):
    """Out of the KIM: asked by GET, done by POST."""

    template_name = "members/admin/leave.html"
    page_title = gettext_lazy("Deactivate")

    def get(self, request, *args, **kwargs):
        """Ask. The chair can't leave; there it is said at once."""
        if roles.role_of(self.person, self.kim) == KimRole.Role.CHAIR:
            return HttpResponseRedirect(reverse("kim_members:chair", args=[self.kim.pk]))
        return TemplateView.get(self, request, *args, **kwargs)

    def carry_out(self):
        """Take the person out."""
        closed = roles.deactivate(self.request.user, self.kim, self.person)
        names = {"name": self.person, "kim": self.kim.name}
        if closed:
            return _("%(name)s is no longer active in %(kim)s and can't sign in any more.") % names
        return _("%(name)s is no longer active in %(kim)s.") % names


class ReturnView(ServiceButtonView):
    """Back into the KIM."""

    def carry_out(self):
        """Give the role back. Raises Http404 for somebody who never left this KIM."""
        former = FormerMember.objects.filter(kim=self.kim, user=self.kwargs["person_id"]).select_related("user").first()
        if former is None:
            raise Http404
        role = roles.reactivate(self.request.user, self.kim, former.user)
        label = KimRole.Role(role).label
        return _("%(name)s is active in %(kim)s again, as %(role)s.") % {
            "name": former.user, "kim": self.kim.name, "role": label,
        }  # fmt: skip


class HandOverView(ServiceFormView):
    """Hand the chair over."""

    form_class = HandOverForm
    template_name = "members/admin/chair.html"
    page_title = gettext_lazy("Hand over the chair")
    submit_label = gettext_lazy("Yes, hand over the chair")
    is_serious = True

    def get_form_kwargs(self):
        """Only members of this KIM are offered."""
        return {**super().get_form_kwargs(), "candidates": roles.handover_candidates(self.kim)}

    def get_context_data(self, **kwargs):
        """Add who chairs the KIM now."""
        chair = roles.chairs(self.kim).order_by("pk").first()
        has_candidates = roles.handover_candidates(self.kim).exists()
        return {**super().get_context_data(**kwargs), "chair": chair, "has_candidates": has_candidates}

    def carry_out(self, values):
        """Hand it over. The former chair may not see the list any more."""
        roles.hand_over(self.request.user, self.kim, values["successor"], values["password"])
        return _("%(name)s is the chair of %(kim)s now.") % {"name": values["successor"], "kim": self.kim.name}

    @property
    def list_url(self):
        """The list, or the dashboard for somebody who is no longer in charge."""
        if self.request.method == "POST" and not manageable_kim(self.request.user).filter(pk=self.kim.pk).exists():
            return reverse("wagtailadmin_home")
        return super().list_url
