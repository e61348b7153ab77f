"""The statements of accept, delete, undo and mark read.

Each runs in a transaction that holds the viewer's stream.
"""

from dataclasses import dataclass
from datetime import datetime

from models.membership import Folder
from models.rows import Key
from models.sql import Select, Write


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
    hidden_before: int
    undo_until: datetime | None
    undo_folder: Folder | None
    moved: bool
    opened_at: datetime | None
    last_seq: int
    blocks_peer: bool
    peer_blocks: bool


ANSWER = Select(
    AnswerRow,
    """SELECT m.id, m.thread_id, m.peer_id, m.folder, m.hidden_before, m.undo_until, m.undo_folder, m.moved,
    t.opened_at, t.last_seq, EXISTS (SELECT 1 FROM blocks WHERE blocker_id = m.user_id AND blocked_id =
    m.peer_id), EXISTS (SELECT 1 FROM blocks WHERE blocker_id = m.peer_id AND blocked_id = m.user_id)
    FROM memberships m JOIN threads t ON t.id = m.thread_id
    WHERE m.user_id = $1 AND m.peer_id = $2""",
)
"""Arguments: viewer, peer."""

OPEN_THREAD = Write("UPDATE threads SET opened_at = $2 WHERE id = $1 AND opened_at IS NULL")
"""1 the first time, then 0: a thread opens once."""

TO_INBOX = Write(
    "UPDATE memberships SET folder = 1, activity_at = $3, never = FALSE WHERE thread_id = $1 AND user_id = $2"
)
DELETE = Write(
    """UPDATE memberships SET undo_until = $3, undo_folder = folder, undo_hidden_before = hidden_before,
        folder = 0, hidden_before = $2, last_message_id = NULL, unread = 0,
        never = never OR $4, undo_hidden_reasons = hidden_reasons, hidden_reasons = 0,
        deleted_count = deleted_count + CASE WHEN folder IN (3, 4) THEN 1 ELSE 0 END
    WHERE id = $1"""
)
"""Arguments: membership, the thread's last seq, until when it can be undone (None: never), whether never."""

UNDO = Write(
    """UPDATE memberships SET undo_until = NULL, folder = $2, hidden_before = undo_hidden_before,
        never = FALSE, hidden_reasons = hidden_reasons | COALESCE(undo_hidden_reasons, 0),
        deleted_count = deleted_count - CASE WHEN undo_folder IN (3, 4) THEN 1 ELSE 0 END
    WHERE id = $1"""
)
"""Arguments: membership, the folder it returns to; RECOUNT belongs behind it."""

RECOUNT = Write(
    """UPDATE memberships SET
        last_message_id = (SELECT x.id FROM messages x WHERE x.thread_id = memberships.thread_id
            AND x.seq > memberships.hidden_before AND (x.sender_id = memberships.user_id OR NOT x.sunk)
            ORDER BY x.seq DESC LIMIT 1),
        unread = (SELECT COUNT(*) FROM messages x WHERE x.thread_id = memberships.thread_id
            AND x.seq > memberships.hidden_before AND x.seq > memberships.read_seq
            AND x.sender_id = memberships.peer_id AND NOT x.sunk)
    WHERE id = $1"""
)
"""Last message and unread count from what the viewer can see."""

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
