"""Events of the tenant that others may listen to; `home` and `search` do, and `kim_sites` never imports them."""

from django.dispatch import Signal

# A tenant page was written: `page_id`. Sent inside the transaction that wrote it, for every save.
page_written = Signal()
# What every page of a KIM shows on a hub may have changed (name, status, host, region, path): `kim_id`.
kim_changed = Signal()
# The address of a page with others below it changed: `path` of the page in the tree. Sent inside the transaction.
address_changed = Signal()
# A KIM got another status: `kim` and `reason`. Sent inside the transaction.
kim_status_changed = Signal()
# Somebody changed a redirect of a KIM's site: `redirect`, `what` (added, changed, removed) and `user`.
redirect_changed = Signal()
