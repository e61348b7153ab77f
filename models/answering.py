"""The statements of accept, delete, mark read, mute and move.

Each runs in a transaction that holds the viewer's stream.
"""

from dataclasses import dataclass
from datetime import datetime

from models.membership import Folder
from models.rows import VISIBLE, Key
from models.sql import Batch, Select, Write


@dataclass(frozen=True, slots=True)
class PeerRow:
    """The other one of a thread."""

    peer_id: int


PEER_BY_MEMBERSHIP = Select(PeerRow, "SELECT peer_id FROM memberships WHERE user_id = $1 AND id = $2")
PEER_BY_THREAD = Select(PeerRow, "SELECT peer_id FROM memberships WHERE user_id = $1 AND thread_id = $2")


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """The viewer's side of a thread, with what decides on it."""

    membership_id: int
    thread_id: int
    peer_id: int
    folder: Folder
    undo_until: datetime | None
    blocks_peer: bool
    peer_blocks: bool


ANSWERED = """m.id, m.thread_id, m.peer_id, m.folder, m.undo_until,
    EXISTS (SELECT 1 FROM blocks b WHERE b.blocker_id = m.user_id AND b.blocked_id = m.peer_id),
    EXISTS (SELECT 1 FROM blocks b WHERE b.blocker_id = m.peer_id AND b.blocked_id = m.user_id)"""

ANSWER = Select(AnswerRow, f"SELECT {ANSWERED} FROM memberships m WHERE m.user_id = $1 AND m.peer_id = $2")
"""Arguments: viewer, peer."""

TO_INBOX = Batch(
    Key,
    """UPDATE memberships SET folder = 1, activity_at = $2, never = FALSE
    WHERE thread_id IN ({keys}) AND (user_id = $1 OR (
        EXISTS (SELECT 1 FROM threads t WHERE t.id = memberships.thread_id AND t.opened_at IS NULL)
        AND NOT EXISTS (SELECT 1 FROM blocks b
            WHERE b.blocker_id = memberships.user_id AND b.blocked_id = memberships.peer_id)))
    RETURNING id""",
)
"""Arguments: viewer, now; the keys are threads. Both sides of each that opens now, but nobody's who blocks.

OPEN belongs behind it.
"""

OPEN = Batch(Key, "UPDATE threads SET opened_at = $1 WHERE id IN ({keys}) AND opened_at IS NULL RETURNING id")
"""Argument: now. The threads that it opened: each opens once."""

DELETE = Batch(
    Key,
    """UPDATE memberships SET undo_until = $1, undo_seq = $2, undo_folder = folder,
        undo_hidden_before = hidden_before, undo_hidden_reasons = hidden_reasons, undo_moved = moved,
        hidden_before = (SELECT t.last_seq FROM threads t WHERE t.id = memberships.thread_id),
        folder = 0, last_message_id = NULL, unread = 0, never = never OR $3, hidden_reasons = 0,
        deleted_count = deleted_count + CASE WHEN folder IN (3, 4) THEN 1 ELSE 0 END
    WHERE id IN ({keys}) RETURNING id""",
)
"""Arguments: until when it can be undone, the log's seq that names this delete, whether never; of memberships."""


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
    WHERE m.user_id = $1 AND m.peer_id = $2 AND x.id = $3 AND m.folder <> 0 AND {VISIBLE}""",
)
"""Arguments: viewer, peer, message. None if the viewer cannot see it."""

MARK_READ = Write("UPDATE memberships SET read_seq = $2 WHERE id = $1 AND read_seq < $2")

MUTE = Write("UPDATE memberships SET muted = $2 WHERE id = $1")

MOVE = Write("UPDATE memberships SET folder = 3, moved = TRUE, hidden_reasons = 0 WHERE id = $1")
"""From Hidden to Requests, for good."""

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
