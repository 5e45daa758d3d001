"""What nobody needs any more is deleted, with its scan: drafts that were left, applications that came to nothing."""

import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from onboarding.models import Application
from onboarding.services.applying import discard

State = Application.State
DRAFTS_KEPT = datetime.timedelta(days=30)
CLOSED_KEPT = datetime.timedelta(days=180)
BATCH = 200


def prune(now: datetime.datetime | None = None) -> int:
    """Delete what is too old; returns how many. Safe to stop and to repeat: each is deleted by itself."""
    now = now or timezone.now()
    old = Q(state=State.DRAFT, changed_at__lt=now - DRAFTS_KEPT)
    old |= Q(state__in=[State.REFUSED, State.WITHDRAWN], changed_at__lt=now - CLOSED_KEPT)
    count = 0
    while True:
        numbers = list(Application.objects.filter(old).values_list("pk", flat=True)[:BATCH])
        for number in numbers:
            with transaction.atomic():
                application = Application.objects.select_for_update().filter(old, pk=number).first()
                if application is not None:
                    discard(application)
                    count += 1
        if len(numbers) < BATCH:
            return count
