"""The viewer's own requests: what was asked, and whether an accept answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from models.db.statements import Select
from models.scope import from_viewer
from models.threads import thread_of
from rules.hints import DraftHint


@dataclass(frozen=True, slots=True)
class AskedRow:
    """What is kept of a request's first message; `accepted_at` as the viewer knows it."""

    sent_at: datetime
    hints: DraftHint
    text_mark: int
    accepted_at: datetime | None


@dataclass(frozen=True, slots=True)
class Asked:
    """The point of the viewer's event log, the viewer's region, and a request; None: there is none."""

    epoch: int
    last_seq: int
    region: str | None
    row: AskedRow | None


@dataclass(frozen=True, slots=True)
class OwnRequests:
    """The viewer's own, the last first, and the viewer's region."""

    region: str | None
    rows: list[AskedRow]

    @classmethod
    def of(cls, asked: Sequence[Asked], most: int) -> Self:
        """Of at least one row, which has no request if there is none."""
        return cls(asked[0].region, [one.row for one in asked if one.row][:most])


_OPENED_BY_ME = """EXISTS (SELECT 1 FROM messages o WHERE o.thread_id = t.id AND o.seq = a.unaccepted + 1
    AND o.sender_id = $1 AND o.sent_at = t.opened_at)"""
"""A later send to one who follows the viewer by then opens the thread: that is no accept."""


_OPENED_WHILE_BLOCKED = """EXISTS (SELECT 1 FROM blocks b WHERE b.blocker_id = $1
    AND b.blocked_id = a.recipient_id AND b.created_at <= t.opened_at)"""
"""Of such an accept the viewer learns after the unblock."""


_REQUESTS = f"""SELECT a.id AS place_key, t.created_at, a.hints, a.text_mark,
        CASE WHEN NOT {_OPENED_BY_ME} AND NOT {_OPENED_WHILE_BLOCKED} THEN t.opened_at END AS accepted_at
    FROM (
        SELECT id, recipient_id, unaccepted, hints, text_mark FROM allowances
        WHERE sender_id = $1 AND unaccepted > 0 ORDER BY id DESC LIMIT $2
    ) a
    JOIN threads t ON {thread_of("$1", "a.recipient_id")}"""


ASKED = Select(
    Asked,
    from_viewer(
        "v.region, found.created_at, found.hints, found.text_mark, found.accepted_at",
        f"LEFT JOIN ({_REQUESTS}) found ON TRUE",
        "ORDER BY found.place_key DESC",
    ),
)
"""Arguments: viewer, rows. The last first asked first.

A thread with an allowance that counts began with the viewer's own message, so it is as old as that: an earlier
one of the other's would have opened it. Nothing of the recipient's side is read, and no text.
"""
