"""The viewer's own requests: what was asked, and whether an accept answered."""

from dataclasses import dataclass
from datetime import datetime

from models.rows import from_viewer, thread_of
from models.sql import Select


@dataclass(frozen=True, slots=True)
class AskedRow:
    """The first message of a request; `accepted_at` as the viewer knows it."""

    sent_at: datetime
    text: str
    accepted_at: datetime | None


@dataclass(frozen=True, slots=True)
class Asked:
    """The point of the viewer's event log, the viewer's region, and a request; None: there is none."""

    epoch: int
    last_seq: int
    region: str | None
    row: AskedRow | None


_OPENED_BY_ME = """EXISTS (SELECT 1 FROM messages o WHERE o.thread_id = t.id AND o.seq = a.unaccepted + 1
    AND o.sender_id = $1 AND o.sent_at = t.opened_at)"""
"""A later send to one who follows the viewer by then opens the thread: that is no accept."""

_OPENED_WHILE_BLOCKED = """EXISTS (SELECT 1 FROM blocks b WHERE b.blocker_id = $1
    AND b.blocked_id = a.recipient_id AND b.created_at <= t.opened_at)"""
"""Of such an accept the viewer learns after the unblock."""

_REQUESTS = f"""SELECT a.id AS place_key, x.sent_at, x.text,
        CASE WHEN NOT {_OPENED_BY_ME} AND NOT {_OPENED_WHILE_BLOCKED} THEN t.opened_at END AS accepted_at
    FROM (
        SELECT id, recipient_id, unaccepted FROM allowances
        WHERE sender_id = $1 AND unaccepted > 0 ORDER BY id DESC LIMIT $2
    ) a
    JOIN threads t ON {thread_of("$1", "a.recipient_id")}
    JOIN messages x ON x.thread_id = t.id AND x.seq = 1"""

ASKED = Select(
    Asked,
    from_viewer(
        "v.region, found.sent_at, found.text, found.accepted_at",
        f"LEFT JOIN ({_REQUESTS}) found ON TRUE",
        "ORDER BY found.place_key DESC",
    ),
)
"""Arguments: viewer, rows. The last first asked first.

A thread with an allowance that counts began with the viewer's own message: an earlier one of the other's would have
opened it. Nothing of the recipient's side is read.
"""
