"""Events of the feed; `search` listens to them."""

from django.dispatch import Signal

# An entry was written or rewritten: `entry`. Sent inside the transaction that wrote it.
entry_written = Signal()
# An entry is about to be removed: `entry`.
entry_removed = Signal()
