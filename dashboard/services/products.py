"""Products whose price and stock nobody has confirmed for a while."""

import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from kim_sites.models import Kim, ProductPage
from kim_sites.services.approval import lock_kim_of
from kim_sites.services.scope import own_kim

CONFIRMED_FOR = 90  # days


def stale_products(user, today: datetime.date | None = None) -> QuerySet[ProductPage]:
    """Published products of the person's own KIM that were not confirmed for 90 days, the longest first."""
    before = (today or timezone.localdate()) - datetime.timedelta(days=CONFIRMED_FOR)
    kims = own_kim(user).exclude(status=Kim.Status.ARCHIVED)
    found = ProductPage.objects.filter(kim__in=kims, live=True, alias_of__isnull=True)
    found = found.filter(Q(confirmed_on__isnull=True) | Q(confirmed_on__lt=before))
    return found.select_related("seller").order_by(F("confirmed_on").asc(nulls_first=True), "pk")


@transaction.atomic
def confirm(user, product: ProductPage, today: datetime.date | None = None) -> ProductPage:
    """Price and stock are still right. What a draft holds beside that stays a draft.

    Raises PermissionDenied for people who may not publish the page, and if it is not published; ValidationError with a
    sentence if the page lacks something that has become necessary meanwhile.
    """
    lock_kim_of(product)
    product = ProductPage.objects.select_for_update(of=("self",)).get(pk=product.pk)
    if not product.live or product.alias_of_id or not product.permissions_for_user(user).can_publish():
        raise PermissionDenied
    day = today or timezone.localdate()
    product.confirmed_on = day
    if product.has_unpublished_changes:
        product.save()
        # The draft, and versions that go live by the clock, must not take the day back.
        waiting = product.revisions.filter(Q(pk=product.latest_revision_id) | Q(approved_go_live_at__isnull=False))
        for revision in waiting:
            revision.content["confirmed_on"] = day.isoformat()
            revision.save(update_fields=["content"])
    else:
        product.save_revision(user=user).publish(user=user)
    return product
