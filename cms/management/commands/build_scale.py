"""`manage.py build_scale`: thousands of made-up KIM in real villages, to measure what the portal costs with them."""

import logging

from django.core.management.base import BaseCommand, CommandError

from cms.scale.build import Plan, ScaleError, build


class Command(BaseCommand):
    """Fills an empty, migrated database that has its regions; refuses one with KIM."""

    help = "Fill an empty database with many made-up KIM, for measuring. Never run it on a portal that is in use."

    def add_arguments(self, parser):
        parser.add_argument("--sites", type=int, required=True, help="number of KIM, 10 or more")
        parser.add_argument("--articles", type=int, default=Plan.articles, help="articles of each KIM (%(default)s)")
        parser.add_argument("--archive", type=int, default=Plan.archive, help="articles of the first ten (%(default)s)")
        parser.add_argument("--password", default=Plan.password, help="of everybody who is made (%(default)s)")
        parser.add_argument("--picture-width", type=int, default=Plan.picture_width, help="pixels (%(default)s)")

    def handle(self, *args, sites: int, articles: int, archive: int, password: str, picture_width: int, **options):
        logging.getLogger("django_tasks").setLevel(logging.WARNING)
        plan = Plan(sites, articles, archive, password, picture_width)
        try:
            counts = build(plan, self.stdout.write)
        except ScaleError as error:
            raise CommandError(str(error)) from error
        for table, count in sorted(counts.items()):
            self.stdout.write(f"{table:<44}{count:>10,}")
