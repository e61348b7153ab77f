"""What a user's log tells of. The numbers are stored."""

from enum import IntEnum


class EventKind(IntEnum):
    """REQUEST_HIDDEN keeps the order without a gap and is shown by no stream."""

    MESSAGE_ADDED = 1
    REQUEST_RECEIVED = 2
    REQUEST_UPDATED = 3
    REQUEST_HIDDEN = 4
    REQUEST_ACCEPTED = 5
    THREAD_OPENED = 6
