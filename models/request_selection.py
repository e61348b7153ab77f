"""Picks the requests of a bulk mutation."""

from dataclasses import dataclass
from datetime import datetime

from models.db.statements import Reason, Select, numbers
from models.threads import ANSWERED, NOT_BLOCKED, AnswerRow
from rules.filtering.hiding import HiddenReason
from rules.requests import REQUEST_FOLDERS, Folder

MOST = 500


@dataclass(frozen=True, slots=True)
class Wanted:
    """The viewer's requests to select, in the order of the statements' arguments.

    `as_of`: the seq of the viewer's log; requests that changed later are left out; `folder` NONE: of either;
    activity from `since` on and before `before`; `hidden_reason` 0: with any or none.
    """

    viewer_id: int
    as_of: int
    folder: Folder
    since: datetime
    before: datetime
    hidden_reason: HiddenReason
    not_followed: bool


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """A selected request; `total` counts all matches, selected or not."""

    total: int
    answer: AnswerRow


_WAITING = f"""SELECT COUNT(*) OVER () AS total, {ANSWERED} FROM memberships m
    WHERE m.user_id = $1 AND m.folder IN ({numbers(REQUEST_FOLDERS)}) AND m.arrived_seq <= $2
        AND (m.folder = $3 OR $3 = {Folder.NONE:d}) AND m.activity_at >= $4 AND m.activity_at < $5
        AND ($6 = 0 OR m.hidden_reasons & $6 <> 0)
        AND NOT ($7 AND EXISTS (SELECT 1 FROM follows f
            WHERE f.follower_id = m.user_id AND f.followee_id = m.peer_id))
        AND {NOT_BLOCKED}"""

_ORDER = "ORDER BY m.activity_at DESC, m.thread_id DESC"


WAITING = Select(WaitingRow, f"{_WAITING} {_ORDER} LIMIT {MOST}", Reason.PAGE)
"""Arguments: the fields of Wanted. Newest first."""


WAITING_AMONG = Select(WaitingRow, f"{_WAITING} AND m.id = ANY($8) {_ORDER}", Reason.PAGE)
"""The same, but only of these memberships."""
