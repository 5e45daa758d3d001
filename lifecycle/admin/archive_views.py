"""Screens of exports and restores. What is not yours does not exist."""

from functools import cached_property

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q
from django.http import FileResponse, Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.generic import FormView, ListView, TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from kim_sites.admin.paginators import CappedPaginator
from kim_sites.models import Kim, Region
from kim_sites.services import hosts
from lifecycle.admin.archive_forms import BringForm, OrderForm
from lifecycle.models.archives import JobState
from lifecycle.services.archive import export, restore
from lifecycle.services.archive.leases import UNFINISHED
from lifecycle.services.archive.look import address_problem, may_restore_anything, village_problem
from members.services.reach import manageable_kim

PER_PAGE = 50
MOST_JOBS = 30
REFRESH = 5  # seconds between two looks at a running job


def moment(text: str):
    """When the file says that it was made; None for what is no date: a file may say anything."""
    try:
        return parse_datetime(text)
    except ValueError:
        return None


class ArchivePage(WagtailAdminTemplateMixin):
    """Wagtail's furniture and the way back."""

    page_title = gettext_lazy("Export")
    header_icon = "download"

    def get_trail(self) -> list[dict]:
        """The breadcrumbs after the dashboard."""
        return [{"url": "", "label": self.page_title}]

    def get_breadcrumbs_items(self):
        """From the dashboard to this screen."""
        return [*self.breadcrumbs_items, *self.get_trail()]


class KimListView(ArchivePage, ListView):
    """Of which KIM? People with one go straight to it."""

    template_name = "lifecycle/admin/export_kim_list.html"
    paginator_class = CappedPaginator
    paginate_by = PER_PAGE
    page_kwarg = "p"
    context_object_name = "kims"

    @cached_property
    def query(self) -> str:
        """The words that are looked for in names of KIM and regions."""
        return self.request.GET.get("q", "").strip()[:100]

    def get_queryset(self):
        """The KIM that the person may export."""
        found = manageable_kim(self.request.user).select_related("region").order_by("name", "pk")
        for word in self.query.split()[:6]:
            found = found.filter(Q(name__icontains=word) | Q(region__name__icontains=word))
        return found

    def get(self, request, *args, **kwargs):
        """Raises Http404 for people who may export nothing."""
        first = list(manageable_kim(request.user).order_by().values_list("pk", flat=True)[:2])
        if not first and not may_restore_anything(request.user):
            raise Http404
        if len(first) == 1:
            return HttpResponseRedirect(reverse("kim_archive:exports", args=first))
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        """Add the search, the pages and the way to restores."""
        context = super().get_context_data(**kwargs)
        pages = context["paginator"].get_elided_page_range(context["page_obj"].number)
        may_restore = may_restore_anything(self.request.user)
        return {**context, "query": self.query, "elided_page_range": pages, "may_restore": may_restore}


class KimMixin(ArchivePage):
    """A screen of one KIM."""

    def setup(self, request, *args, **kwargs):
        """Raises Http404 for a KIM that the person may not export."""
        super().setup(request, *args, **kwargs)
        self.kim = get_object_or_404(manageable_kim(request.user).select_related("region"), pk=kwargs["kim_id"])

    def get_trail(self):
        """The list and the KIM."""
        return [{"url": reverse("kim_archive:index"), "label": _("Export")}, {"url": "", "label": self.kim.name}]


class ExportListView(KimMixin, TemplateView):
    """The files of a KIM, and the button for a new one."""

    template_name = "lifecycle/admin/exports.html"

    def get_context_data(self, **kwargs):
        """Add the files, the newest first."""
        jobs = list(export.exports_for(self.request.user).filter(kim=self.kim)[:MOST_JOBS])
        is_running = any(job.state in UNFINISHED for job in jobs)
        return {
            **super().get_context_data(**kwargs),
            "kim": self.kim,
            "jobs": jobs,
            "is_running": is_running,
            "refresh": REFRESH if is_running else 0,
            "days": export.KEPT.days,
        }

    def post(self, request, *args, **kwargs):
        """Ask for a file. Raises Http404 if the service does not know the actor."""
        try:
            export.ask_export(request.user, self.kim)
        except PermissionDenied as error:
            raise Http404 from error
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            messages.success(request, _("Your file is being made. You get an e-mail when it is ready."))
        return HttpResponseRedirect(reverse("kim_archive:exports", args=[self.kim.pk]))


@method_decorator(never_cache, name="dispatch")
class DownloadView(KimMixin, View):
    """The file itself."""

    def get(self, request, *args, **kwargs):
        """Send it as a file to keep. Raises Http404 if there is none."""
        jobs = export.exports_for(request.user).filter(kim=self.kim, state=JobState.DONE)
        job = get_object_or_404(jobs, pk=kwargs["export_id"])
        try:
            file = job.file.open("rb")
        except (OSError, ValueError) as error:
            raise Http404 from error
        name = f"KIM-{self.kim.slug}-{timezone.localdate(job.created_at)}.zip"
        response = FileResponse(file, as_attachment=True, filename=name, content_type="application/zip")
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Cache-Control"] = "private, no-store"
        return response


class RestoreMixin(ArchivePage):
    """A screen for curators and operators."""

    page_title = gettext_lazy("Restore from a file")
    header_icon = "upload"

    def setup(self, request, *args, **kwargs):
        """Raises Http404 for everybody else."""
        super().setup(request, *args, **kwargs)
        if not may_restore_anything(request.user):
            raise Http404


class BringView(RestoreMixin, FormView):
    """Choose a file; and what was restored lately."""

    form_class = BringForm
    template_name = "lifecycle/admin/restore.html"

    def form_valid(self, form):
        """Look into it, or say what is wrong. Raises Http404 if the service does not know the actor."""
        try:
            job = restore.bring(self.request.user, form.cleaned_data["file"])
        except PermissionDenied as error:
            raise Http404 from error
        except ValidationError as error:
            form.add_error("file", error)
            return self.form_invalid(form)
        return HttpResponseRedirect(reverse("kim_archive:restore_job", args=[job.pk]))

    def get_context_data(self, **kwargs):
        """Add the last restores."""
        jobs = restore.jobs_for(self.request.user).select_related("kim")[:MOST_JOBS]
        return {**super().get_context_data(**kwargs), "jobs": jobs}


class RestoreView(RestoreMixin, FormView):
    """What is in the file, the button, and then how far it is."""

    form_class = OrderForm
    template_name = "lifecycle/admin/restore_job.html"

    def setup(self, request, *args, **kwargs):
        """Raises Http404 for somebody else's."""
        super().setup(request, *args, **kwargs)
        self.job = get_object_or_404(restore.jobs_for(request.user).select_related("kim"), pk=kwargs["restore_id"])

    def get_trail(self):
        """The list, and this file."""
        return [
            {"url": reverse("kim_archive:restore"), "label": self.page_title},
            {"url": "", "label": self.job.summary["name"]},
        ]

    @cached_property
    def is_open(self) -> bool:
        """Whether it can still be started: it was only looked at, or it failed and the file is there."""
        waits = self.job.state == JobState.WAITING and "order" not in self.job.summary
        return bool(self.job.file) and self.job.kim_id is None and (waits or self.job.state == JobState.FAILED)

    def get_initial(self):
        """The address that the KIM had."""
        return {**super().get_initial(), "slug": self.job.summary["slug"]}

    def form_valid(self, form):
        """Start, or show why not. Raises Http404 if the service does not know the actor."""
        try:
            restore.order(self.request.user, self.job, form.cleaned_data["slug"], form.cleaned_data["invite"])
        except PermissionDenied as error:
            raise Http404 from error
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)
        return HttpResponseRedirect(reverse("kim_archive:restore_job", args=[self.job.pk]))

    def get_context_data(self, **kwargs):
        """Add the file, whether its places are free, and how far it is."""
        context = super().get_context_data(**kwargs)
        summary = self.job.summary
        region = Region.objects.filter(code=summary["region"]).select_related("parent").first()
        running = self.job.state in UNFINISHED and not self.is_open
        return {
            **context,
            "job": self.job,
            "summary": summary,
            "made_at": moment(summary.get("made_at", "")),
            "status": Kim.Status(summary["status"]).label,
            "is_open": self.is_open,
            "is_running": running,
            "refresh": REFRESH if running else 0,
            "base_domain": hosts.base_domain().name,
            "address_problem": address_problem(summary["slug"]) if self.is_open else "",
            "village_problem": village_problem(region, summary["status"]) if self.is_open and region else "",
        }
