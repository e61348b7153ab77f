"""The viewer's own requests: their first messages, and whether an accept followed."""

from dataclasses import dataclass
from datetime import datetime

from models.db.statements import Page
from models.scope import from_viewer
from rules.drafts import DraftHint


@dataclass(frozen=True, slots=True)
class AskedRow:
    """The stored facts of a request's first message; `accepted_at` as the viewer knows it."""

    sent_at: datetime
    hints: DraftHint
    text_mark: int
    accepted_at: datetime | None


@dataclass(frozen=True, slots=True)
class OwnRequest:
    """The viewer's place in the event log, the viewer's region, and a request; None: there is none."""

    epoch: int
    last_seq: int
    region: str | None
    row: AskedRow | None


_OPENED_BY_ME = """EXISTS (SELECT 1 FROM messages o WHERE o.thread_id = t.id AND o.seq = m.unaccepted + 1
    AND o.sender_id = $1 AND o.sent_at = m.opened_at)"""
"""A later send to a user who by then follows the viewer opens the thread; that is not an accept."""

_REQUESTS = f"""SELECT t.id AS place_key, t.created_at AS sent_at, t.hints, t.text_mark,
        CASE WHEN NOT {_OPENED_BY_ME} THEN m.opened_at END AS accepted_at
    FROM (
        SELECT id, created_at, hints, text_mark FROM threads
        WHERE requester_id = $1 ORDER BY id DESC LIMIT $2
    ) t
    JOIN memberships m ON m.thread_id = t.id AND m.user_id = $1"""

ASKED = Page(
    OwnRequest,
    from_viewer(
        "v.region, found.sent_at, found.hints, found.text_mark, found.accepted_at",
        f"LEFT JOIN ({_REQUESTS}) found ON TRUE",
        "ORDER BY found.place_key DESC",
    ),
)
"""Arguments: viewer, rows. The latest request first.

A thread is as old as the request that began it. The recipient's side is not read, and no text.
"""
