"""The guide: home with search, one task, all tasks of a role on paper, and the way from a screen to its page."""

from functools import cached_property
from urllib.parse import urlencode

from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from guide.services.finding import find
from guide.services.rendering import html_of
from guide.services.screens import tasks_of
from guide.services.tasks import GROUPS, ROLES, grouped, roles_of, tasks

LONGEST = 100  # characters of a search


def here(request):
    """From a screen to the page about it; to the list if there are several, to the home if there is none."""
    screen = request.GET.get("layar", "")[:LONGEST]
    found = tasks_of(screen)
    if len(found) > 1:
        roles = roles_of(request.user)
        found = [task for task in found if task.is_for(roles)] or found
    if len(found) == 1:
        return HttpResponseRedirect(reverse("kim_guide:task", args=[found[0].slug]))
    home = reverse("kim_guide:home")
    return HttpResponseRedirect(f"{home}?{urlencode({'layar': screen})}" if found else home)


class HomeView(WagtailAdminTemplateMixin, TemplateView):
    """The tasks in groups, those of the person first; or what a search found; or what belongs to a screen."""

    template_name = "guide/admin/home.html"
    page_title = gettext_lazy("Guide")
    header_icon = "help"

    def get_breadcrumbs_items(self):
        """From the dashboard to the guide."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        """The lists."""
        query = self.request.GET.get("q", "").strip()[:LONGEST]
        screen = self.request.GET.get("layar", "")[:LONGEST]
        roles = roles_of(self.request.user)
        own = [task for task in tasks().values() if task.is_for(roles)]
        others = [task for task in tasks().values() if not task.is_for(roles)]
        about = tasks_of(screen)
        return super().get_context_data(
            query=query,
            found=find(query) if query else None,
            about=[task for task in about if task.is_for(roles)] or about,
            groups=grouped(own),
            other_groups=grouped(others),
            **kwargs,
        )


class TaskView(WagtailAdminTemplateMixin, TemplateView):
    """One task."""

    template_name = "guide/admin/task.html"
    header_icon = "help"

    @cached_property
    def task(self):
        """The page. Raises Http404 for a name that the guide does not know."""
        try:
            return tasks()[self.kwargs["task"]]
        except KeyError as error:
            raise Http404 from error

    def get_page_title(self):
        """The title of the task."""
        return self.task.title

    def get_breadcrumbs_items(self):
        """From the dashboard through the guide."""
        above = {"url": reverse("kim_guide:home"), "label": _("Guide")}
        return [*self.breadcrumbs_items, above, {"url": "", "label": self.task.title}]

    def get_context_data(self, **kwargs):
        """The text, who does it, and its neighbours."""
        task = self.task
        roles = roles_of(self.request.user)
        near = [one for one in tasks().values() if one.group == task.group and one != task]
        more = {
            "task": task,
            "html": html_of(task.slug),
            "who": [name for role, name in ROLES.items() if role in task.roles],
            "is_for_reader": task.is_for(roles),
            "near": near,
        }
        return super().get_context_data(**{**kwargs, **more})


class PrintView(TemplateView):
    """All tasks of a role as one document for a training day."""

    template_name = "guide/admin/print.html"

    def get_context_data(self, **kwargs):
        """The tasks of the role that was asked for, or else of the person."""
        asked = self.request.GET.get("peran", "")
        own = roles_of(self.request.user)
        roles = frozenset([asked]) if asked in ROLES else own
        chosen = [(task, html_of(task.slug, in_print=True)) for task in tasks().values() if task.is_for(roles)]
        groups = [
            (name, key, [(task, html) for task, html in chosen if task.group == key]) for key, name in GROUPS.items()
        ]
        return super().get_context_data(
            groups=[group for group in groups if group[2]],
            roles=ROLES.items(),
            asked=asked if asked in ROLES else "",
            role_names=[ROLES[role] for role in ROLES if role in roles],
            **kwargs,
        )
