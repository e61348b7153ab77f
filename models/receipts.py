"""How far a user has read, and what the other side sees of it."""

from dataclasses import dataclass

from models.db.statements import Select, Write
from models.messages import VISIBLE
from models.scope import Key
from models.threads import ANSWERED, AnswerRow
from rules.requests import Folder


@dataclass(frozen=True, slots=True)
class MarkedRow(AnswerRow):
    """The same, with a message up to which the viewer has read.

    `seen_seq`: how far that is for the peer's receipts. Behind the newest message that the viewer sees stands only
    what the viewer never got; it goes along, or a hole in the receipts would tell the peer of a block (behaviour 10).
    """

    seq: int
    seen_seq: int


MARKED = Select(
    MarkedRow,
    f"""SELECT {ANSWERED}, x.seq, CASE WHEN x.id = m.last_message_id THEN t.last_seq ELSE x.seq END
    FROM memberships m JOIN threads t ON t.id = m.thread_id JOIN messages x ON x.thread_id = m.thread_id
    WHERE m.user_id = $1 AND m.peer_id = $2 AND x.id = $3 AND m.folder <> {Folder.NONE:d} AND {VISIBLE}""",
)
"""Arguments: viewer, peer, message. None if the viewer cannot see it."""


MARK_READ = Write("UPDATE memberships SET read_seq = $2 WHERE id = $1 AND read_seq < $2")


NEWLY_SEEN = Select(
    Key,
    """SELECT x.id FROM messages x JOIN memberships m ON m.thread_id = x.thread_id AND m.user_id = x.sender_id
    WHERE x.thread_id = $1 AND x.sender_id = $2 AND x.seq <= $3 AND x.seq > m.seen_seq AND x.receipt
        AND (SELECT COUNT(*) FROM users u WHERE u.id IN (m.user_id, m.peer_id) AND u.read_receipts) = 2
    LIMIT 1""",
)
"""As MARK_SEEN: a message whose receipt the mark changes. Without one the peer is told nothing of it."""


MARK_SEEN = Write(
    """UPDATE memberships SET seen_seq = $3 WHERE thread_id = $1 AND user_id = $2 AND seen_seq < $3
        AND (SELECT COUNT(*) FROM users u WHERE u.id IN (user_id, peer_id) AND u.read_receipts) = 2"""
)
"""Arguments: thread, the peer whose messages were seen, up to which seq. Only while both have receipts on."""
