"""The screens of imports: upload, what the check found, carrying out. The rules are in `onboarding.services.imports`."""

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.text import get_valid_filename
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.generic import ListView, TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from kim_sites.admin.paginators import CappedPaginator
from kim_sites.models.regions import NATION_CODE
from onboarding.models import ImportJob, ImportRow
from onboarding.services import import_files, imports
from onboarding.services.import_columns import SheetError
from onboarding.services.import_reading import MOST_BYTES, MOST_ROWS

State, RowState = ImportJob.State, ImportRow.State
PER_PAGE = 25
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What the list of rows can be narrowed to.
FILTERS = {
    "faulty": (gettext_lazy("With mistakes"), (RowState.FAULTY, RowState.FAILED)),
    "good": (gettext_lazy("Can be made"), (RowState.GOOD,)),
    "made": (gettext_lazy("Made"), (RowState.MADE,)),
    "there": (gettext_lazy("There already"), (RowState.THERE,)),
}


class ImportPage(WagtailAdminTemplateMixin):
    """Wagtail's furniture, and the way back. Whoever may not import finds nothing here."""

    page_title = gettext_lazy("Import")
    header_icon = "table"

    def dispatch(self, request, *args, **kwargs):
        """Raises Http404 for people who may not import."""
        if not imports.may_import(request.user):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_trail(self) -> list[dict]:
        """The breadcrumbs after "Import"; the last one is this screen."""
        return []

    def get_breadcrumbs_items(self):
        """From the dashboard to this screen."""
        trail = self.get_trail()
        own_url = reverse("kim_import:index") if trail else ""
        return [*self.breadcrumbs_items, {"url": own_url, "label": _("Import")}, *trail]


class UploadForm(forms.Form):
    """The file, and for which of the own regions."""

    region = forms.ChoiceField(label=gettext_lazy("For"))
    file = forms.FileField(
        label=gettext_lazy("Spreadsheet"),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.tsv,.txt"}),
        error_messages={
            "required": gettext_lazy("Please choose a file."),
            "empty": gettext_lazy("This file is empty. Please choose it again."),
        },
    )

    def __init__(self, *args, regions, **kwargs):
        super().__init__(*args, **kwargs)
        self.regions = {region.code: region for region in regions}
        self.fields["region"].choices = [(code, region.name) for code, region in self.regions.items()]
        if len(self.regions) == 1:
            del self.fields["region"]

    @property
    def chosen_region(self):
        """The region of the import."""
        return self.regions[self.cleaned_data.get("region") or next(iter(self.regions))]


class IndexView(ImportPage, ListView):
    """The template, the upload, and earlier imports."""

    template_name = "onboarding/imports/index.html"
    paginator_class = CappedPaginator
    paginate_by = PER_PAGE
    page_kwarg = "p"
    context_object_name = "jobs"
    form = None

    def get_queryset(self):
        """Imports of the own regions."""
        return imports.jobs_for(self.request.user)

    def get_context_data(self, **kwargs):
        """Add the form and the limits."""
        context = super().get_context_data(**kwargs)
        form = self.form or UploadForm(regions=imports.regions_for(self.request.user))
        pages = context["paginator"].get_elided_page_range(context["page_obj"].number)
        limits = {"most_rows": MOST_ROWS, "most_bytes": MOST_BYTES}
        return {**context, **limits, "form": form, "elided_page_range": pages, "nation": NATION_CODE}

    def post(self, request, *args, **kwargs):
        """Take the file in, or say at the field why not."""
        form = UploadForm(request.POST, request.FILES, regions=imports.regions_for(request.user))
        if form.is_valid():
            file = form.cleaned_data["file"]
            try:
                job = imports.start(request.user, form.chosen_region, file, file.name)
            except PermissionDenied as error:
                raise Http404 from error
            except ValidationError as error:
                form.add_error(None, error)
            else:
                return HttpResponseRedirect(reverse("kim_import:job", args=[job.pk]))
        self.form = form
        return self.get(request, *args, **kwargs)


class JobMixin(ImportPage):
    """A screen of one import that the person may see."""

    def setup(self, request, *args, **kwargs):
        """Raises Http404 for an import of another office."""
        super().setup(request, *args, **kwargs)
        self.job = get_object_or_404(imports.jobs_for(request.user), pk=kwargs["job_id"])

    @property
    def job_url(self) -> str:
        """The screen of this import."""
        return reverse("kim_import:job", args=[self.job.pk])

    @cached_property
    def counts(self) -> dict[str, int]:
        """Rows by state."""
        return imports.counts(self.job)

    @property
    def progress(self) -> dict:
        """How far the work has come, in numbers and in words."""
        if self.job.state == State.CHECKING:
            done, total = sum(self.counts.values()), self.job.total
            text = _("%(done)s of %(total)s rows are checked.") % {"done": done, "total": total}
        else:
            done = self.counts["made"] + self.counts["failed"]
            total = done + self.counts["good"]
            text = _("%(done)s of %(total)s KIM are made.") % {"done": done, "total": total}
        return {"state": self.job.state, "done": done, "total": total, "text": text if total else _("Starting …")}

    def get_trail(self):
        """This import."""
        return [{"url": "", "label": self.job.file_name}]

    def get_context_data(self, **kwargs):
        """Add the import and its numbers."""
        words = {"job": self.job, "job_url": self.job_url, "counts": self.counts}
        return {**super().get_context_data(**kwargs), **words}


class JobView(JobMixin, ListView):
    """What the check found and what was made, row by row."""

    template_name = "onboarding/imports/job.html"
    paginator_class = CappedPaginator
    paginate_by = PER_PAGE
    page_kwarg = "p"

    @property
    def shown(self) -> str:
        """To what the list is narrowed."""
        asked = self.request.GET.get("show", "")
        return asked if asked in FILTERS else ""

    def get_queryset(self):
        """The rows."""
        rows = ImportRow.objects.filter(job=self.job).select_related("region", "kim__site").order_by("number")
        return rows.filter(state__in=FILTERS[self.shown][1]) if self.shown else rows

    def get_context_data(self, **kwargs):
        """Add the choices, the progress and the sentences of each row."""
        context = super().get_context_data(**kwargs)
        pages = context["paginator"].get_elided_page_range(context["page_obj"].number)
        choices = [
            {"key": key, "label": label, "number": sum(self.counts[state] for state in states)}
            for key, (label, states) in FILTERS.items()
        ]
        return {
            **context,
            "rows": [(row, import_files.problems_of(row)) for row in context["object_list"]],
            "choices": [choice for choice in choices if choice["number"] or choice["key"] == self.shown],
            "shown": self.shown,
            "all_rows": sum(self.counts.values()),
            "mistakes": self.counts["faulty"] + self.counts["failed"],
            "to_make": self.counts["good"] + self.counts["failed"],
            "is_busy": self.job.state in (State.CHECKING, State.RUNNING),
            "progress": self.progress,
            "elided_page_range": pages,
        }  # fmt: skip


@method_decorator(never_cache, name="dispatch")
class ProgressView(JobMixin, View):
    """How far an import has come, for the script of its screen."""

    def get(self, request, *args, **kwargs):
        """The numbers."""
        return JsonResponse(self.progress)


class CarryOutView(JobMixin, TemplateView):
    """Asks once more, then makes the KIM."""

    template_name = "onboarding/imports/carry_out.html"

    def get_trail(self):
        """The import, and this question."""
        return [{"url": self.job_url, "label": self.job.file_name}, {"url": "", "label": _("Carry out")}]

    def get_context_data(self, **kwargs):
        """Add the numbers that are asked about."""
        to_make = self.counts["good"] + self.counts["failed"]
        left_out = self.counts["faulty"]
        return {**super().get_context_data(**kwargs), "to_make": to_make, "left_out": left_out}

    def post(self, request, *args, **kwargs):
        """Start it. Raises Http404 if it is not the person's."""
        try:
            imports.carry_out(request.user, self.job, with_invitations=bool(request.POST.get("invitations")))
        except PermissionDenied as error:
            raise Http404 from error
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        return HttpResponseRedirect(self.job_url)


class CopyView(JobMixin, View):
    """The corrected copy."""

    def get(self, request, *args, **kwargs):
        """The file, or the way back with a sentence if it is gone."""
        try:
            content = import_files.corrected_copy(self.job)
        except SheetError as error:
            messages.error(request, str(error))
            return HttpResponseRedirect(self.job_url)
        stem = get_valid_filename(self.job.file_name.rpartition(".")[0] or "kim")
        return _download(content, f"{stem}-periksa.xlsx", XLSX)


class TemplateFileView(ImportPage, View):
    """The template, as XLSX or CSV."""

    is_csv = False

    def get(self, request, *args, **kwargs):
        """The file."""
        if self.is_csv:
            return _download(import_files.template_csv(), "kim-impor.csv", "text/csv; charset=utf-8")
        return _download(import_files.template_workbook(), "kim-impor.xlsx", XLSX)


def _download(content: bytes, name: str, kind: str) -> HttpResponse:
    return HttpResponse(
        content,
        content_type=kind,
        headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"},
    )
