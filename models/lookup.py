"""Reading single things again: by key, by name, by the viewer's side of them."""

from dataclasses import dataclass

from models.rows import (
    MESSAGE,
    NOT_BLOCKED,
    THREAD,
    THREAD_TABLES,
    USER,
    VIEWER,
    VISIBLE,
    Beside,
    MessageRow,
    ThreadRow,
    UserRow,
    beside_viewer,
    each_beside_viewer,
    from_viewer,
    is_open_with,
)
from models.sql import Batch, Select

USER_BY_NAME = Select(Beside[UserRow], from_viewer(USER, "LEFT JOIN users p ON p.username_key = $2"))
"""Arguments: viewer, the key of a username."""

USER_BY_KEY = Select(Beside[UserRow], from_viewer(USER, "LEFT JOIN users p ON p.id = $2"))
"""Arguments: viewer, user."""

USERS = Batch(UserRow, f"SELECT {USER} FROM users v CROSS JOIN users p {VIEWER} AND p.id IN ({{keys}})")
"""Arguments: viewer."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What stands between the viewer and a user, as the viewer knows it.

    `unaccepted`: the viewer's own messages that no accept followed; None: never wrote. `is_open`: their thread is.
    """

    user_id: int
    follows_me: bool
    followed_by_me: bool
    blocked_by_me: bool
    unaccepted: int | None
    is_open: bool


RELATIONS = Batch(
    Relation,
    f"""SELECT u.column1,
        EXISTS (SELECT 1 FROM follows WHERE follower_id = u.column1 AND followee_id = $1),
        EXISTS (SELECT 1 FROM follows WHERE follower_id = $1 AND followee_id = u.column1),
        EXISTS (SELECT 1 FROM blocks WHERE blocker_id = $1 AND blocked_id = u.column1),
        (SELECT unaccepted FROM allowances WHERE sender_id = $1 AND recipient_id = u.column1),
        {is_open_with("u.column1")}
    FROM (VALUES {{rows}}) u""",
)
"""Arguments: viewer. Nothing is read of the users themselves, nor whether they exist."""

THREADS = Batch(
    ThreadRow, f"SELECT {THREAD} FROM {THREAD_TABLES} WHERE m.user_id = $1 AND m.thread_id IN ({{keys}})"
)
"""Arguments: viewer. Also deleted ones, in folder NONE."""

THREADS_WITH = Batch(
    ThreadRow,
    f"""SELECT {THREAD} FROM {THREAD_TABLES}
    WHERE m.user_id = $1 AND m.folder <> 0 AND m.peer_id IN ({{keys}})""",
)
"""Arguments: viewer; the keys are peers."""


_KEPT_THREADS = f"SELECT {THREAD} FROM {THREAD_TABLES} WHERE m.user_id = $1 AND m.folder <> 0"
"""None that the viewer has deleted."""

THREAD_BY_KEY = beside_viewer(ThreadRow, f"{_KEPT_THREADS} AND m.thread_id = $2")
"""Arguments: viewer, thread."""

LISTED_THREAD = beside_viewer(ThreadRow, f"{_KEPT_THREADS} AND m.thread_id = $2 AND {NOT_BLOCKED}")
"""Arguments: viewer, thread. None whose peer the viewer blocks."""

THREAD_BY_MEMBERSHIP = beside_viewer(ThreadRow, f"{_KEPT_THREADS} AND m.id = $2")
"""Arguments: viewer, membership."""

_MESSAGES = f"""SELECT {MESSAGE} FROM messages x
    JOIN memberships m ON m.thread_id = x.thread_id AND m.user_id = $1"""

MESSAGES = Batch(
    MessageRow, f"{_MESSAGES} WHERE x.id IN ({{keys}}) AND (x.sender_id = m.user_id OR NOT x.sunk)"
)
"""Arguments: viewer. Also those that the viewer has deleted."""

REQUEST_MESSAGES = Batch(
    MessageRow, f"{_MESSAGES} WHERE x.thread_id IN ({{keys}}) AND {VISIBLE} ORDER BY x.thread_id, x.seq"
)
"""Arguments: viewer; the keys are pending threads, so that there are at most 3 messages in each."""


_KEPT_MESSAGES = f"{_MESSAGES} WHERE m.folder <> 0 AND {VISIBLE}"

MESSAGE_BY_KEY = beside_viewer(MessageRow, f"{_KEPT_MESSAGES} AND x.id = $2")
"""Arguments: viewer, message."""

USER_NODES = each_beside_viewer(UserRow, f"SELECT {USER} FROM users p WHERE p.id IN ({{keys}})")
THREAD_NODES = each_beside_viewer(ThreadRow, f"{_KEPT_THREADS} AND m.thread_id IN ({{keys}})")
REQUEST_NODES = each_beside_viewer(ThreadRow, f"{_KEPT_THREADS} AND m.id IN ({{keys}})")
MESSAGE_NODES = each_beside_viewer(MessageRow, f"{_KEPT_MESSAGES} AND x.id IN ({{keys}})")
"""Arguments: viewer. What `node` shows of many: of requests the keys are memberships."""


def _page(order: str, beyond: str) -> Select[Beside[MessageRow]]:
    page = f"""{_MESSAGES} WHERE x.thread_id = $2 AND x.seq {beyond} CAST($3 AS BIGINT) AND {VISIBLE}
        ORDER BY x.seq {order} LIMIT $4"""
    return beside_viewer(MessageRow, page, f"ORDER BY found.message_order {order}")


OLDER_MESSAGES = _page("DESC", "<")
"""Arguments: viewer, thread, the seq to go on from, rows; newest first."""

NEWER_MESSAGES = _page("ASC", ">")
"""The same, oldest first."""
