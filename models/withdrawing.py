"""The statements by which a user's requests vanish from their recipients' folders.

All that is done between two users holds both streams; so whoever holds the sender's finds these requests at rest.
"""

from dataclasses import dataclass

from models.connection import Transaction
from models.log import Held
from models.sql import Select, Write

_SHOWN = """SELECT m.user_id, m.thread_id FROM allowances a
    JOIN memberships m ON m.user_id = a.recipient_id AND m.peer_id = a.sender_id
    WHERE a.sender_id = $1 AND m.folder = 3"""


@dataclass(frozen=True, slots=True)
class Shown:
    """A request that stands in its recipient's Requests."""

    user_id: int
    thread_id: int


SHOWN = Select(Shown, f"{_SHOWN} ORDER BY m.user_id")
"""Argument: the sender."""

_HOLD = f"""SELECT s.user_id, s.epoch, s.last_seq FROM user_streams s
    WHERE s.user_id IN (
        SELECT CAST($2 AS BIGINT) UNION SELECT CAST($1 AS BIGINT)
        UNION SELECT shown.user_id FROM ({_SHOWN}) shown
    ) AND (CAST($2 AS BIGINT) = 0 OR EXISTS (SELECT 1 FROM users WHERE id = $2 AND is_active))
    ORDER BY s.user_id"""
_IN_TURN = {"sqlite": Select(Held, _HOLD), "postgres": Select(Held, f"{_HOLD} FOR UPDATE OF s")}
_AT_ONCE = {"sqlite": _IN_TURN["sqlite"], "postgres": Select(Held, f"{_HOLD} FOR UPDATE OF s NOWAIT")}


async def hold_recipients(tx: Transaction, viewer_id: int, sender_id: int) -> list[Held]:
    """The streams of the viewer, if it is not NOBODY, the sender, and all in whose Requests the sender stands.

    While the first statement waits, a send may reach one more. The second takes those at once or not at
    all, and then everything is repeated: who holds so many may wait for nobody out of order.
    """
    await _IN_TURN[tx.dialect].all(tx, sender_id, viewer_id)
    return await _AT_ONCE[tx.dialect].all(tx, sender_id, viewer_id)


WITHDRAW = Write(
    """UPDATE memberships SET folder = 0, last_message_id = NULL, unread = 0, undo_until = NULL, moved = FALSE,
        hidden_before = (SELECT t.last_seq FROM threads t WHERE t.id = memberships.thread_id)
    WHERE id IN (
        SELECT m.id FROM allowances a
        JOIN memberships m ON m.user_id = a.recipient_id AND m.peer_id = a.sender_id
        JOIN threads t ON t.id = m.thread_id
        WHERE a.sender_id = $1 AND (m.folder IN (3, 4) OR (m.folder = 0 AND t.opened_at IS NULL))
    )"""
)
"""Argument: the sender. For good: what comes later starts afresh, and what was deleted before cannot be undone."""
