"""How far a user has read, and the receipts that the peer sees."""

from dataclasses import dataclass

from models.db.statements import Bulk, JsonRows, Page, Write
from models.inbox import IS_UNREAD
from models.messages import VISIBLE, unread_after
from models.threads import ANSWERED, AnswerRow
from rules.events import EventKind
from rules.requests import Folder


@dataclass(frozen=True, slots=True)
class MarkedRow(AnswerRow):
    """The same, with a message up to which the viewer has read.

    `seen_seq`: the same for the peer's receipts. Messages after the newest one that the viewer sees never
    reached the viewer; they count as seen too, or a gap would reveal a block to the peer (behaviour 10).
    `both_want`: both have read receipts on. `is_newly_seen`: the mark then changes a receipt, if the peer does not
    block the viewer; a block keeps receipts back, so each further mark would change them.
    """

    seq: int
    seen_seq: int
    both_want: bool
    is_newly_seen: bool


_SEEN = "CASE WHEN x.id = m.last_message_id THEN t.last_seq ELSE x.seq END"

_BOTH_WANT = "(SELECT COUNT(*) FROM users u WHERE u.id IN (m.user_id, m.peer_id) AND u.read_receipts) = 2"

_NEWLY_SEEN = f"""EXISTS (
    SELECT 1 FROM messages y JOIN memberships w ON w.thread_id = m.thread_id AND w.user_id = m.peer_id
    WHERE y.thread_id = m.thread_id AND y.sender_id = m.peer_id AND y.receipt
        AND y.seq > w.seen_seq AND y.seq <= {_SEEN} AND {_BOTH_WANT})"""

_MARKED = f"""{ANSWERED}, COALESCE(x.seq, m.read_seq) AS seq, COALESCE({_SEEN}, 0) AS seen_seq,
    {_BOTH_WANT} AS both_want, {_NEWLY_SEEN} AS is_newly_seen"""
"""Without a message `x` the mark stays where it is."""

MARKED = Page(
    MarkedRow,
    f"""SELECT {_MARKED}
    FROM memberships m JOIN threads t ON t.id = m.thread_id JOIN messages x ON x.thread_id = m.thread_id
    WHERE m.user_id = $1 AND m.peer_id = $2 AND x.id = $3 AND m.folder <> {Folder.NONE:d} AND {VISIBLE}""",
)
"""Arguments: viewer, peer, message. None if the viewer cannot see it."""

MOST = 500


@dataclass(frozen=True, slots=True)
class UnreadRow:
    """An unread thread with the newest message that had come by a cursor; `total` counts all such threads."""

    total: int
    marked: MarkedRow


_ARRIVED = f"""CASE WHEN l.seq IS NULL THEN m.last_message_seq ELSE
    (SELECT y.seq FROM messages y WHERE y.thread_id = m.thread_id AND y.seq < l.seq AND {VISIBLE.replace("x.", "y.")}
        ORDER BY y.seq DESC LIMIT 1) END"""

UNREAD_BY = Page(
    UnreadRow,
    f"""WITH later AS MATERIALIZED (
        SELECT e.thread_id, MIN(z.seq) AS seq,
            SUM(CASE WHEN e.kind = {EventKind.THREAD_MARKED_UNREAD:d} THEN 1 ELSE 0 END) AS marks
        FROM user_events e LEFT JOIN messages z ON z.id = e.message_id
        WHERE e.user_id = $1 AND e.seq > $2 GROUP BY e.thread_id)
    SELECT COUNT(*) OVER () AS total, {_MARKED}
    FROM memberships m JOIN threads t ON t.id = m.thread_id LEFT JOIN later l ON l.thread_id = m.thread_id
        LEFT JOIN messages x ON x.thread_id = m.thread_id AND x.seq = {_ARRIVED}
    WHERE m.user_id = $1 AND {IS_UNREAD} AND (m.marked_unread OR x.seq > m.read_seq) AND COALESCE(l.marks, 0) = 0
    ORDER BY m.activity_at DESC, m.thread_id DESC LIMIT {MOST}""",
)
"""Arguments: viewer, a seq of its log. Newest activity first.

Threads that were marked unread later are left out. One that was marked before may have no message by then: it is
read as well. A message without a stored event is older than any cursor.
"""


@dataclass(frozen=True, slots=True)
class ReadMark:
    """How far a side has read, and how far the writer of its messages is shown that; writer 0: no one is."""

    membership_id: int
    seq: int
    thread_id: int
    writer_id: int
    seen_seq: int


MARKS = JsonRows(ReadMark)

_FURTHER = "CASE WHEN m.read_seq < h.seq THEN h.seq ELSE m.read_seq END"

MARK_READ = Bulk(
    int,
    f"""UPDATE memberships AS m SET read_seq = {_FURTHER}, unread = {unread_after(_FURTHER)}, marked_unread = FALSE
    FROM {MARKS.table} h WHERE m.id = h.membership_id AND (m.read_seq < h.seq OR m.marked_unread) RETURNING id""",
)
"""Argument: the marks. No mark moves back. Gives the sides in which something was unread."""

MARK_SEEN = Write(
    f"""UPDATE memberships AS m SET seen_seq = h.seen_seq FROM {MARKS.table} h
    WHERE m.thread_id = h.thread_id AND m.user_id = h.writer_id AND m.seen_seq < h.seen_seq"""
)
