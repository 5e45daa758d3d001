"""The check of a spreadsheet: every row is looked at, nothing but rows of the import is written."""

import datetime
import logging

from django.conf import settings
from django.db import OperationalError, transaction
from django.db.models import Q
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from kim_sites.models import Kim, Region
from kim_sites.services import hosts
from onboarding.models import ImportJob, ImportRow
from onboarding.services.import_columns import SheetError
from onboarding.services.import_places import PlaceError, PlaceFinder, suggest_label, tidy_label
from onboarding.services.import_reading import Line, Table, read
from onboarding.services.import_rows import check_values, is_example, values_of

logger = logging.getLogger(__name__)
State, RowState = ImportJob.State, ImportRow.State
# Whoever works on an import has it for so long from its last sign of life.
LEASE = datetime.timedelta(minutes=3)
BATCH = 200  # rows after which the progress is written


def take_lease(job_id: int, state: str) -> ImportJob | None:
    """Take an import that is in this state and that no living worker has."""
    now = timezone.now()
    free = ImportJob.objects.filter(Q(leased_until=None) | Q(leased_until__lt=now), pk=job_id, state=state)
    if not free.update(leased_until=now + LEASE):
        return None
    return ImportJob.objects.select_related("region", "carried_out_by").get(pk=job_id)


def check(job_id: int) -> None:
    """Check an import from the beginning; what a killed worker has written of it is thrown away."""
    job = take_lease(job_id, State.CHECKING)
    if job is None:
        return
    with translation.override(settings.LANGUAGE_CODE):
        try:
            with job.file.open("rb") as file:
                table = read(file.read())
        except SheetError as error:
            return _end(job, State.FAILED, str(error))
        except (FileNotFoundError, ValueError):
            return _end(job, State.FAILED, _("The file is gone. Please choose it again."))
        try:
            Checker(job, table).run()
        except OperationalError:
            raise
        except Exception:
            logger.exception("import %s could not be checked", job.pk)
            _end(job, State.FAILED, _("Something went wrong while this file was checked. Please tell an operator."))


def _end(job: ImportJob, state: str, problem: str = "") -> None:
    """Write how the check ended, unless somebody else did."""
    ImportJob.objects.filter(pk=job.pk, state=State.CHECKING).update(
        state=state, problem=problem[:254], leased_until=None
    )


def kim_in(region: Region, name: str) -> tuple[Kim | None, str]:
    """The KIM of this name in a village, or else the sentence that another one is there already."""
    others = list(Kim.objects.filter(region=region).exclude(status=Kim.Status.ARCHIVED).order_by("pk")[:10])
    for kim in others:
        if kim.name.casefold() == name.casefold():
            return kim, ""
    if others:
        return None, _("%(place)s has a KIM already: %(name)s.") % {"place": region.name, "name": others[0].name}
    return None, ""


class Checker:
    """Checks the rows of one import one after the other; remembers what earlier rows of the file took."""

    def __init__(self, job: ImportJob, table: Table):
        self.job = job
        self.table = table
        self.places = PlaceFinder(job.region)
        self.rows_of_places: dict[str, int] = {}
        self.rows_of_labels: dict[str, int] = {}
        self.wished = {
            tidy_label(values["alamat"])
            for values in (values_of(line, table.positions) for line in table.lines)
            if values.get("alamat") and not is_example(values)
        }

    def run(self) -> None:
        """Check all rows and write them, some at a time."""
        lines = [line for line in self.table.lines if not is_example(values_of(line, self.table.positions))]
        if not lines:
            return _end(self.job, State.FAILED, _("There are no rows below the headers."))
        with transaction.atomic():
            ImportRow.objects.filter(job=self.job).delete()
            ImportJob.objects.filter(pk=self.job.pk).update(total=len(lines))
        for start in range(0, len(lines), BATCH):
            rows = [self.check_line(line) for line in lines[start : start + BATCH]]
            with transaction.atomic():
                ImportRow.objects.bulk_create(rows)
                ImportJob.objects.filter(pk=self.job.pk).update(leased_until=timezone.now() + LEASE)
        _end(self.job, State.CHECKED)
        return None

    def check_line(self, line: Line) -> ImportRow:
        """One row with all its mistakes: a person corrects a row once."""
        values = values_of(line, self.table.positions)
        keys = {place: key for key, place in self.table.positions.items()}
        errors = check_values(values)
        errors |= {keys[place]: problem for place, problem in line.problems.items() if place in keys}
        row = ImportRow(job=self.job, number=line.number, values=values, errors=errors, state=RowState.FAULTY)
        if not errors.keys() & {"kode", "desa", "kecamatan", "kabupaten"}:
            self._check_place(row)
        if row.region and row.state != RowState.THERE and "alamat" not in errors:
            self._check_label(row)
        if not errors and row.state == RowState.FAULTY:
            row.state = RowState.GOOD
        return row

    def _check_place(self, row: ImportRow) -> None:
        try:
            region = self.places.find(row.values)
        except PlaceError as error:
            row.errors[error.key] = str(error)
            return
        row.region = region
        key = "kode" if row.values.get("kode") else "desa"
        first = self.rows_of_places.setdefault(region.code, row.number)
        if first != row.number:
            row.errors[key] = _("Row %(number)s is about %(place)s too.") % {"number": first, "place": region.name}
            return
        kim, problem = kim_in(region, row.values.get("nama", ""))
        if problem:
            row.errors[key] = problem
        elif kim and not row.errors:
            row.kim, row.state = kim, RowState.THERE

    def _check_label(self, row: ImportRow) -> None:
        """The wished address, or one from the name of the village that nobody in the file wishes."""
        wish = row.values.get("alamat", "")
        if not wish:
            if not row.errors:
                row.label = suggest_label(row.region, self.rows_of_labels.keys() | self.wished)
                self.rows_of_labels[row.label] = row.number
            return
        label = tidy_label(wish)
        problem = hosts.label_problem(label)
        first = self.rows_of_labels.setdefault(label, row.number)
        if problem:
            row.errors["alamat"] = problem
        elif first != row.number:
            row.errors["alamat"] = _("Row %(number)s has this address too.") % {"number": first}
        else:
            row.label = label
