"""The red dot."""

from dataclasses import dataclass

from models.rows import NOT_BLOCKED, from_viewer
from models.sql import Select


@dataclass(frozen=True, slots=True)
class BadgeRow:
    """Requests that wait in Requests, and unread threads that are not muted."""

    epoch: int
    last_seq: int
    pending_requests: int
    unread_threads: int


BADGE = Select(
    BadgeRow,
    from_viewer(
        f"""(SELECT COUNT(*) FROM memberships m
            WHERE m.user_id = v.id AND m.folder = 3 AND m.activity_at >= $2 AND {NOT_BLOCKED}),
        (SELECT COUNT(*) FROM memberships m
            WHERE m.user_id = v.id AND m.folder = 1 AND m.unread > 0 AND NOT m.muted AND {NOT_BLOCKED})""",
    ),
)
"""Arguments: viewer, since when a request is not archived."""
