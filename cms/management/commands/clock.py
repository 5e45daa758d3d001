"""`manage.py clock`: what has to happen by the clock, for an installation without cron."""

import logging
import time

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections

from dashboard.services.health import note_run

logger = logging.getLogger(__name__)

MINUTE, DAY = 60, 24 * 60 * 60
# Seconds between two runs, command, arguments. Each is safe to repeat and safe to run beside itself.
JOBS = (
    (MINUTE, "send_mail", ()),
    (MINUTE, "resume_onboarding", ()),
    (5 * MINUTE, "publish_scheduled", ()),
    (5 * MINUTE, "resume_imports", ()),
    (5 * MINUTE, "resume_archives", ()),
    (DAY, "prune_db_task_results", ("--min-age-days", "7")),
    (DAY, "clearsessions", ()),
    (DAY, "prune_audit", ()),
    (DAY, "prune_applications", ()),
    (DAY, "remind_papers", ()),
    (DAY, "prune_readers", ()),
    (DAY, "prune_deleted_pages", ()),
    (DAY, "prune_photos", ()),
)


class Command(BaseCommand):
    """Runs each job at the start and then at its interval; a job that fails is logged and tried again next time."""

    help = "Publish what is scheduled and tidy up, for as long as the command runs."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="run every job once and end")

    def handle(self, *args, once: bool, **options):
        due = {name: 0.0 for _every, name, _arguments in JOBS}
        while True:
            for every, name, arguments in JOBS:
                if time.monotonic() >= due[name]:
                    self.run_job(name, arguments)
                    due[name] = time.monotonic() + every
            if once:
                return
            try:
                time.sleep(MINUTE / 2)
            except KeyboardInterrupt:
                return

    def run_job(self, name: str, arguments: tuple[str, ...]) -> None:
        """Run one command quietly, on a fresh database connection."""
        close_old_connections()
        is_ok = True
        try:
            call_command(name, *arguments, verbosity=0, stdout=self.stdout, stderr=self.stderr)
        except Exception:
            is_ok = False
            logger.exception("The job %s failed; it is tried again at its next time.", name)
        try:
            note_run(name, is_ok)
        except DatabaseError:
            logger.exception("The run of the job %s could not be noted.", name)
        finally:
            close_old_connections()
