"""What others may hear of."""

from django.dispatch import Signal

# An application is at the office's turn: it was sent, or its question was answered. Sent with `application`, inside the
# transaction that writes it.
application_waiting = Signal()
