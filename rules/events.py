"""The kinds of events in a user's log."""

from enum import IntEnum


class EventKind(IntEnum):
    """REQUEST_HIDDEN keeps the numbers without a gap; no stream shows it.

    MESSAGE_SENT is the viewer's own message, MESSAGE_ADDED the peer's; both are shown as MessageAdded.
    ACCOUNT_DECIDED is a moderator's decision, shown as StandingChanged.
    """

    MESSAGE_ADDED = 1
    REQUEST_RECEIVED = 2
    REQUEST_UPDATED = 3
    REQUEST_HIDDEN = 4
    REQUEST_ACCEPTED = 5
    THREAD_OPENED = 6
    REQUEST_MOVED = 7
    REQUEST_DELETED = 8
    REQUEST_RESTORED = 9
    THREAD_READ = 10
    THREAD_SEEN = 11
    THREAD_MUTED = 12
    THREAD_DELETED = 13
    THREAD_RESTORED = 14
    USER_BLOCKED = 15
    USER_UNBLOCKED = 16
    FOLLOW_CHANGED = 17
    SETTINGS_CHANGED = 18
    REQUEST_WITHDRAWN = 19
    STANDING_CHANGED = 20
    MESSAGE_SENT = 21
    REQUESTS_SEEN = 22
    THREAD_MARKED_UNREAD = 23
    REQUEST_PAUSE_CHANGED = 24
    ACCOUNT_DECIDED = 30
    REPORT_CLOSED = 31
