"""Translates events of the feed into calls of the index's service.

Nothing listens to `entry_removed`: a document goes with its entry by the foreign key, in the same transaction, and the
database's own index with the document.
"""

from home.signals import entry_written
from search.services.index import index_entry


def on_entry_written(sender, entry, **kwargs):
    """An entry was written: its document follows."""
    index_entry(entry)


def register() -> None:
    """Connect every handler; called once when the application is ready."""
    entry_written.connect(on_entry_written)
