"""The rows that statements share, each with the columns that make it.

A column list names its tables by fixed aliases: `p` the user shown, `m` the viewer's membership, `t` its
thread, `x` a message, `a` the viewer's allowance to the peer.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from models.membership import Folder
from models.sql import Batch, Select
from rules.hiding import HiddenReason

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Key:
    """A key alone."""

    id: int


@dataclass(frozen=True, slots=True)
class UserRow:
    """A profile; an erased user has no username."""

    id: int
    username: str | None
    display_name: str
    avatar_url: str | None
    is_verified: bool


USER = "p.id, p.username, p.display_name, p.avatar_url, p.is_verified"


@dataclass(frozen=True, slots=True)
class MessageRow:
    """A message as the viewer sees it."""

    id: int
    thread_id: int
    seq: int
    sender_id: int
    text: str
    sent_at: datetime
    is_seen: bool


MESSAGE = """x.id, x.thread_id, x.seq AS message_order, x.sender_id, x.text, x.sent_at,
    (x.receipt AND x.sender_id = m.user_id AND x.seq <= m.seen_seq)"""


@dataclass(frozen=True, slots=True)
class ThreadRow:
    """The viewer's side of a thread. `activity_at` is in microseconds, the order of lists.

    `unaccepted`: the viewer's own messages that no accept followed. `undo_folder`: where the last delete found it.
    """

    id: int
    membership_id: int
    folder: Folder
    undo_folder: Folder
    hidden_reasons: HiddenReason
    started: bool
    opened_at: datetime | None
    unread: int
    is_muted: bool
    activity_at: int
    unaccepted: int
    peer: UserRow
    last_message: MessageRow | None


THREAD = f"""t.id AS place_key, m.id, m.folder, COALESCE(m.undo_folder, 0), m.hidden_reasons, m.started, t.opened_at,
    m.unread, m.muted, m.activity_at AS place_order, COALESCE(a.unaccepted, 0), {USER}, {MESSAGE}"""

THREAD_JOINS = """JOIN threads t ON t.id = m.thread_id
    JOIN users p ON p.id = m.peer_id
    LEFT JOIN messages x ON x.id = m.last_message_id
    LEFT JOIN allowances a ON a.sender_id = m.user_id AND a.recipient_id = m.peer_id"""
THREAD_TABLES = f"memberships m {THREAD_JOINS}"

NOT_BLOCKED = (
    "NOT EXISTS (SELECT 1 FROM blocks b WHERE b.blocker_id = m.user_id AND b.blocked_id = m.peer_id)"
)

VISIBLE = "x.seq > m.hidden_before AND (x.sender_id = m.user_id OR NOT x.sunk)"
"""What of a thread's messages the member `m` sees."""


def thread_of(one: str, other: str) -> str:
    """The thread `t` of two users, whether or not either has a side of it."""
    low, high = (f"CASE WHEN {one} {order} {other} THEN {one} ELSE {other} END" for order in "<>")
    return f"t.low_id = {low} AND t.high_id = {high}"


BY_KEY = "LIMIT 1 OFFSET 0"
"""Of an EXISTS, or PostgreSQL may hash a whole table, or all follows of a viewer with many, for a page of twenty."""


def starts_so(name: str, first: str, end: str) -> str:
    """Whether a folded name is at or behind `first`, what was typed, and before `end`."""
    return f"({name} >= {first} AND {name} < {end})"


def is_named(first: str) -> str:
    """Whether the user `p` is found by the beginning of its username, its display name or a word of that."""
    return f"REPLACE(p.found_by, '\n' || CAST({first} AS TEXT), '') <> p.found_by"


def is_open_with(user: str) -> str:
    """Whether the viewer's thread with this user is open, as a send asks it.

    So it can be without the viewer having a side of it: all in it was sunk.
    """
    return f"""EXISTS (SELECT 1 FROM threads t
        WHERE {thread_of("$1", user)} AND t.opened_at IS NOT NULL {BY_KEY})"""


VIEWER = "WHERE v.id = $1 AND v.is_active"


def from_viewer(columns: str, joins: str = "", order: str = "") -> str:
    """A statement that starts from the viewer's own active row, `$1`; without one it gives no row at all."""
    return f"""SELECT s.epoch, s.last_seq, {columns}
    FROM users v JOIN user_streams s ON s.user_id = v.id {joins} {VIEWER} {order}"""


@dataclass(frozen=True, slots=True)
class Beside(Generic[R]):
    """The point of the viewer's event log at which a row was read, and the row; None: there is none."""

    epoch: int
    last_seq: int
    row: R | None


def beside_viewer(row: type[R], found: str, order: str = "", columns: str = "found.*") -> Select[Beside[R]]:
    """What the viewer asked for stands beside its own row, or nulls.

    So absent and forbidden are one, and a viewer who may not read is told apart from an empty answer.
    """
    return Select(_beside(row), from_viewer(columns, f"LEFT JOIN ({found}) found ON TRUE", order))


def each_beside_viewer(row: type[R], found: str) -> Batch[Beside[R]]:
    """The same of many keys at once; `found` has `{keys}`."""
    return Batch(_beside(row), from_viewer("found.*", f"LEFT JOIN ({found}) found ON TRUE"))


def _beside(row: type[R]) -> type[Beside[R]]:
    return Beside[row]  # type: ignore[valid-type]


def rows_of(answer: Iterable[Beside[R]]) -> list[R]:
    """In the statement's order; of an empty page none."""
    return [one.row for one in answer if one.row is not None]
