"""Which events the host app may push to a phone, and how long a taker may hold them."""

from enum import Enum

from rules.events import EventKind
from rules.policy import Between

LEASE = Between(5, 300)
"""Seconds."""

BATCH = Between(1, 100)
"""Recipients of one batch."""

WINDOW = 8
"""Events of one recipient's log that a batch looks at, at most: so the largest batch costs less than the limit."""


class PushKind(Enum):
    """The reason why a phone may ring."""

    REQUEST_RECEIVED = "REQUEST_RECEIVED"
    MESSAGE_ADDED = "MESSAGE_ADDED"
    REQUEST_ACCEPTED = "REQUEST_ACCEPTED"
    ACCOUNT_DECIDED = "ACCOUNT_DECIDED"


KINDS = {
    EventKind.REQUEST_RECEIVED: PushKind.REQUEST_RECEIVED,
    EventKind.REQUEST_UPDATED: PushKind.REQUEST_RECEIVED,
    EventKind.MESSAGE_ADDED: PushKind.MESSAGE_ADDED,
    EventKind.REQUEST_ACCEPTED: PushKind.REQUEST_ACCEPTED,
    EventKind.ACCOUNT_DECIDED: PushKind.ACCOUNT_DECIDED,
}
"""By the event; events of other kinds are never pushed."""

PUSHED = frozenset(KINDS)

SILENT = frozenset({EventKind.REQUEST_UPDATED})
"""Pushed for the badge alone."""
