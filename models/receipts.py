"""How far a user has read, and what the peer sees of it."""

from dataclasses import dataclass

from models.db.connection import Connection
from models.db.statements import Reason, Select, Write
from models.messages import VISIBLE, unread_after
from models.threads import ANSWERED, AnswerRow, Membership
from rules.requests import Folder


@dataclass(frozen=True, slots=True)
class MarkedRow(AnswerRow):
    """The same, with a message up to which the viewer has read.

    `seen_seq`: the same for the peer's receipts. Messages after the newest one that the viewer sees never
    reached the viewer; they count as seen too, or a gap would reveal a block to the peer (behaviour 10).
    `is_newly_seen`: the mark changes a receipt, as both have them on, if the peer does not block the viewer.
    """

    seq: int
    seen_seq: int
    is_newly_seen: bool


_SEEN = "CASE WHEN x.id = m.last_message_id THEN t.last_seq ELSE x.seq END"

_NEWLY_SEEN = f"""EXISTS (
    SELECT 1 FROM messages y JOIN memberships w ON w.thread_id = m.thread_id AND w.user_id = m.peer_id
    WHERE y.thread_id = m.thread_id AND y.sender_id = m.peer_id AND y.receipt
        AND y.seq > w.seen_seq AND y.seq <= {_SEEN}
        AND (SELECT COUNT(*) FROM users u WHERE u.id IN (m.user_id, m.peer_id) AND u.read_receipts) = 2)"""

MARKED = Select(
    MarkedRow,
    f"""SELECT {ANSWERED}, x.seq, {_SEEN} AS seen_seq, {_NEWLY_SEEN} AS is_newly_seen
    FROM memberships m JOIN threads t ON t.id = m.thread_id JOIN messages x ON x.thread_id = m.thread_id
    WHERE m.user_id = $1 AND m.peer_id = $2 AND x.id = $3 AND m.folder <> {Folder.NONE:d} AND {VISIBLE}""",
    Reason.PAGE,
)
"""Arguments: viewer, peer, message. None if the viewer cannot see it."""


MARK_READ = Write(
    f"""UPDATE memberships AS m SET read_seq = $2, unread = {unread_after("CAST($2 AS BIGINT)")}
    WHERE id = $1 AND read_seq < $2""",
    Reason.SET,
)
"""Arguments: membership, message's seq. Changes a row if the mark moves: never back."""


async def mark_seen(db: Connection, thread_id: int, writer_id: int, seq: int) -> None:
    """The writer's messages up to this one; never back. It also runs for a writer that does not exist."""
    found = Membership.all(db.orm).filter(thread_id=thread_id, user_id=writer_id, seen_seq__lt=seq)
    await found.update(seen_seq=seq)
