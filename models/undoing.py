"""The statements of undo: what a delete took, and how it comes back."""

from dataclasses import dataclass

from models.answering import ANSWERED, AnswerRow
from models.membership import Folder
from models.rows import Key
from models.sql import Batch, Select

_DELETED = f"SELECT {ANSWERED} FROM memberships m WHERE m.user_id = $1"
_CAN_RETURN = """m.undo_until IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM blocks b WHERE b.blocker_id = m.user_id AND b.blocked_id = m.peer_id)"""

DELETED_MEMBERSHIP = Select(AnswerRow, f"{_DELETED} AND m.id = $2 AND {_CAN_RETURN}")
"""Arguments: viewer, membership."""

DELETED_THREAD = Select(AnswerRow, f"{_DELETED} AND m.thread_id = $2 AND {_CAN_RETURN}")
"""Arguments: viewer, thread."""

DELETED_TOGETHER = Select(AnswerRow, f"{_DELETED} AND m.undo_seq = $2 ORDER BY m.id")
"""Arguments: viewer, the log's seq that names a delete. All that it took, but what was deleted again since.

`undo_until` None: it does not return.
"""


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back, and where to."""

    membership_id: int
    thread_id: int
    folder: Folder


UNDO = Batch(
    Restored,
    """UPDATE memberships SET undo_until = NULL, hidden_before = undo_hidden_before,
        folder = CASE
            WHEN EXISTS (SELECT 1 FROM threads t WHERE t.id = memberships.thread_id AND t.opened_at IS NOT NULL)
                THEN 1
            WHEN 4 IN (folder, undo_folder) AND NOT (moved OR undo_moved) THEN 4
            WHEN 4 IN (folder, undo_folder) THEN 3
            ELSE undo_folder END,
        moved = moved OR undo_moved,
        never = FALSE, hidden_reasons = CASE WHEN moved OR undo_moved THEN 0
            ELSE hidden_reasons | COALESCE(undo_hidden_reasons, 0) END,
        deleted_count = deleted_count - CASE WHEN undo_folder IN (3, 4) THEN 1 ELSE 0 END
    WHERE id IN ({keys}) RETURNING id, thread_id, folder""",
)
"""One folder for the old messages and those that came meanwhile, and the viewer's own word on it goes first.

RECOUNT belongs behind it.
"""

RECOUNT = Batch(
    Key,
    """UPDATE memberships SET
        last_message_id = (SELECT x.id FROM messages x WHERE x.thread_id = memberships.thread_id
            AND x.seq > memberships.hidden_before AND (x.sender_id = memberships.user_id OR NOT x.sunk)
            ORDER BY x.seq DESC LIMIT 1),
        started = COALESCE((SELECT x.sender_id = memberships.user_id FROM messages x
            WHERE x.thread_id = memberships.thread_id AND x.seq > memberships.hidden_before
            AND (x.sender_id = memberships.user_id OR NOT x.sunk)
            ORDER BY x.seq LIMIT 1), started),
        unread = (SELECT COUNT(*) FROM messages x WHERE x.thread_id = memberships.thread_id
            AND x.seq > memberships.hidden_before AND x.seq > memberships.read_seq
            AND x.sender_id = memberships.peer_id AND NOT x.sunk)
    WHERE id IN ({keys}) RETURNING id""",
)
"""Last message, unread count and who began, from what the viewer can see."""
