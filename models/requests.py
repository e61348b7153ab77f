"""Requests: accepted, deleted, brought back, moved, withdrawn; and the card above one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from models.db.connection import Transaction
from models.db.json_rows import Handed
from models.db.statements import Batch, Select, Write
from models.event_log import NOBODY, Held
from models.scope import BY_KEY, Key
from models.threads import ANSWERED, AnswerRow, Folder

TO_INBOX = Batch(
    Key,
    """UPDATE memberships SET folder = 1, opened_at = $2, activity_at = $2, never = FALSE
    WHERE thread_id IN ({keys}) AND (user_id = $1 OR (NOT blocked
        AND EXISTS (SELECT 1 FROM threads t WHERE t.id = memberships.thread_id AND t.opened_at IS NULL)))
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


MOVE = Write("UPDATE memberships SET folder = 3, moved = TRUE, hidden_reasons = 0 WHERE id = $1")
"""From Hidden to Requests, for good."""


_DELETED = f"SELECT {ANSWERED} FROM memberships m WHERE m.user_id = $1"


_CAN_RETURN = "m.undo_until IS NOT NULL AND NOT m.blocked"


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
            WHEN opened_at IS NOT NULL THEN 1
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


SENDERS, _HELD = Handed(Key), Handed(Key, 2)


_ASKED = f"""threads t JOIN memberships m ON m.thread_id = t.id AND m.user_id <> t.requester_id
    WHERE t.requester_id IN (SELECT h.id FROM {SENDERS.table} h)"""
"""The recipients' sides of all requests of these senders, the first argument."""


_SHOWN = f"SELECT m.user_id, m.thread_id FROM {_ASKED} AND m.folder = 3"


@dataclass(frozen=True, slots=True)
class Shown:
    """A request that stands in its recipient's Requests."""

    user_id: int
    thread_id: int


SHOWN = Select(Shown, f"{_SHOWN} ORDER BY m.user_id")
"""Argument: the senders."""


_HOLD = f"""SELECT s.user_id, s.epoch, s.last_seq FROM user_streams s
    WHERE s.user_id IN (SELECT h.id FROM {_HELD.table} h UNION SELECT shown.user_id FROM ({_SHOWN}) shown)
        AND (CAST($3 AS BIGINT) = {NOBODY} OR EXISTS (SELECT 1 FROM users WHERE id = $3 AND is_active))
    ORDER BY s.user_id"""


_IN_TURN = {"sqlite": Select(Held, _HOLD), "postgres": Select(Held, f"{_HOLD} FOR UPDATE OF s")}


_AT_ONCE = {"sqlite": _IN_TURN["sqlite"], "postgres": Select(Held, f"{_HOLD} FOR UPDATE OF s NOWAIT")}


async def hold_recipients(tx: Transaction, viewer_id: int, sender_id: int) -> list[Held]:
    """The streams of the viewer, if it is not NOBODY, the sender, and all in whose Requests the sender is."""
    return await hold_all_recipients(tx, viewer_id, [sender_id], [viewer_id, sender_id])


async def hold_all_recipients(
    tx: Transaction, viewer_id: int, senders: Iterable[int], others: Iterable[int]
) -> list[Held]:
    """The same of many senders, with the streams of others.

    While the first statement waits, a send may reach one more. The second takes those at once or not at
    all, and then everything is repeated: who holds so many may wait for nobody out of order.
    """
    args = SENDERS.rows(map(Key, senders)), _HELD.rows(map(Key, others)), viewer_id
    await _IN_TURN[tx.dialect].all(tx, *args)
    return await _AT_ONCE[tx.dialect].all(tx, *args)


WITHDRAW = Write(
    f"""UPDATE memberships SET folder = 0, last_message_id = NULL, unread = 0, undo_until = NULL, moved = FALSE,
        hidden_before = (SELECT t.last_seq FROM threads t WHERE t.id = memberships.thread_id)
    WHERE id IN (SELECT m.id FROM {_ASKED} AND m.opened_at IS NULL)"""
)
"""Argument: the senders. For good: what comes later starts afresh, and what was deleted before cannot be undone."""


@dataclass(frozen=True, slots=True)
class FirstContactRow:
    """`mutual_follows`: users whom the viewer follows and who follow the sender."""

    sender_id: int
    account_created_at: datetime
    mutual_follows: int
    deleted_before: int


FEW = 500


_HAS_FEW = f"""(SELECT COUNT(*) FROM (
    SELECT 1 FROM follows f WHERE f.followee_id = p.id LIMIT {FEW}) few) < {FEW}"""


_OF_THEIRS = f"""SELECT COUNT(*) FROM follows theirs WHERE theirs.followee_id = p.id AND EXISTS (
    SELECT 1 FROM follows mine WHERE mine.follower_id = $1 AND mine.followee_id = theirs.follower_id {BY_KEY})"""


_OF_MINE = f"""SELECT COUNT(*) FROM follows mine WHERE mine.follower_id = $1 AND EXISTS (
    SELECT 1 FROM follows theirs
    WHERE theirs.follower_id = mine.followee_id AND theirs.followee_id = p.id {BY_KEY})"""


FIRST_CONTACTS = Batch(
    FirstContactRow,
    f"""SELECT p.id, p.account_created_at,
        CASE WHEN {_HAS_FEW} THEN ({_OF_THEIRS}) ELSE ({_OF_MINE}) END,
        (SELECT m.deleted_count FROM memberships m WHERE m.user_id = $1 AND m.peer_id = p.id)
    FROM users p WHERE p.id IN ({{keys}})""",
)
"""Arguments: viewer; the keys are the senders.

Mutual follows are counted among the followers of a sender who has few, as most strangers have: so a page costs a viewer
who follows thousands no more than others.
"""
