"""Invariants of the tables, whatever raced; each statement gives the rows that break its rule."""

from collections.abc import Awaitable, Sequence
from typing import Any, Protocol

from models.db.connection import Rows


class Reads(Protocol):
    """As `models.db.Connection`, as far as it reads."""

    def fetch(self, sql: str, args: Sequence[Any], /) -> Awaitable[Rows]: ...


_SIDES = """sides AS (
        SELECT id AS thread_id, opened_at, low_id AS user_id, high_id AS peer_id FROM threads
        UNION ALL SELECT id, opened_at, high_id, low_id FROM threads
    )"""

_LOGGED = """logged AS (
        SELECT e.user_id, e.seq AS log_seq, e.kind, x.id, x.thread_id, x.seq, x.sender_id, x.sunk
        FROM user_events e JOIN messages x ON x.id = e.message_id
    )"""

_OPENING = """opening AS (
        SELECT user_id, thread_id, MIN(seq) AS seq FROM user_events WHERE kind IN (5, 6) GROUP BY user_id, thread_id
    )"""

_VISIBLE = """visible AS (
        SELECT m.id, MAX(x.seq) AS newest,
            COALESCE(SUM(CASE WHEN x.seq > m.read_seq AND x.sender_id = m.peer_id THEN 1 ELSE 0 END), 0) AS unread
        FROM memberships m LEFT JOIN messages x ON x.thread_id = m.thread_id AND x.seq > m.hidden_before
            AND (x.sender_id = m.user_id OR NOT x.sunk)
        GROUP BY m.id
    )"""

MARKS = "a side is marked as blocked where its user blocks the peer"

NEWEST = "unread and last message are what a recount gives"
LAST = "a side has a copy of its last message, and no other text"

INVARIANTS = {
    "at most three are unaccepted, and they are the messages before the opening": f"""
        WITH {_SIDES}, {_LOGGED}, {_OPENING}
        SELECT s.thread_id, s.user_id, m.unaccepted, COUNT(l.id)
        FROM sides s
        LEFT JOIN memberships m ON m.thread_id = s.thread_id AND m.user_id = s.user_id
        LEFT JOIN opening o ON o.user_id = s.user_id AND o.thread_id = s.thread_id
        LEFT JOIN messages opener ON opener.thread_id = s.thread_id AND opener.sender_id = s.user_id
            AND opener.sent_at = s.opened_at
        LEFT JOIN logged l ON l.thread_id = s.thread_id AND l.sender_id = s.user_id AND l.user_id = s.user_id
            AND (s.opened_at IS NULL OR l.log_seq < o.seq OR (o.seq IS NULL AND l.seq < opener.seq))
        WHERE s.opened_at IS NULL OR o.seq IS NOT NULL OR opener.id IS NOT NULL
        GROUP BY s.thread_id, s.user_id, m.unaccepted
        HAVING COUNT(l.id) <> COALESCE(m.unaccepted, 0) OR COUNT(l.id) > 3""",
    "a pair has one thread": """
        SELECT MIN(id), MAX(id) FROM threads
        GROUP BY CASE WHEN low_id < high_id THEN low_id ELSE high_id END,
            CASE WHEN low_id < high_id THEN high_id ELSE low_id END
        HAVING COUNT(*) > 1""",
    "a thread has one accept event, and is open then": """
        SELECT t.id, COUNT(*) FROM user_events e JOIN threads t ON t.id = e.thread_id
        WHERE e.kind = 5 GROUP BY t.id, t.opened_at HAVING COUNT(*) > 1 OR t.opened_at IS NULL""",
    "a side is open only if its thread is, a thread only if both sides know but for a block": """
        SELECT m.id, m.opened_at, t.opened_at FROM memberships m JOIN threads t ON t.id = m.thread_id
        WHERE m.opened_at < COALESCE(t.opened_at, m.opened_at + 1)
            OR (t.opened_at IS NOT NULL AND m.folder > 1 AND NOT m.blocked)""",
    MARKS: """
        SELECT m.id, m.user_id, m.peer_id, m.blocked FROM memberships m
        LEFT JOIN blocks b ON b.blocker_id = m.user_id AND b.blocked_id = m.peer_id
        WHERE m.blocked <> (b.id IS NOT NULL)""",
    "a log is 1, 2, 3 without a gap": """
        SELECT s.user_id, s.last_seq, COUNT(e.seq), MIN(e.seq), MAX(e.seq)
        FROM user_streams s LEFT JOIN user_events e ON e.user_id = s.user_id
        GROUP BY s.user_id, s.last_seq HAVING COUNT(e.seq) <> s.last_seq
            OR COALESCE(MIN(e.seq), 1) <> 1 OR COALESCE(MAX(e.seq), 0) <> s.last_seq""",
    "a log has the messages of a thread in their order": f"""
        WITH {_LOGGED}, steps AS (
            SELECT user_id, id, seq, LAG(seq) OVER (PARTITION BY user_id, thread_id ORDER BY log_seq) AS before
            FROM logged
        ) SELECT user_id, id, seq, before FROM steps WHERE seq <= before""",
    "a message is in its sender's log once": f"""
        WITH {_LOGGED}
        SELECT x.id, COUNT(l.id) FROM messages x
        LEFT JOIN logged l ON l.id = x.id AND l.user_id = x.sender_id AND l.kind = 21
        GROUP BY x.id HAVING COUNT(l.id) <> 1""",
    "a message is in its recipient's log once, a sunk one never": f"""
        WITH {_LOGGED}
        SELECT x.id, x.sunk, COUNT(l.id) FROM messages x
        LEFT JOIN logged l ON l.id = x.id AND l.user_id <> x.sender_id
        GROUP BY x.id, x.sunk HAVING COUNT(l.id) <> CASE WHEN x.sunk THEN 0 ELSE 1 END""",
    "messages of a thread are numbered 1, 2, 3": """
        SELECT t.id, t.last_seq, COUNT(x.id), MAX(x.seq) FROM threads t LEFT JOIN messages x ON x.thread_id = t.id
        GROUP BY t.id, t.last_seq
        HAVING COUNT(x.id) <> t.last_seq OR MIN(x.seq) <> 1 OR MAX(x.seq) <> t.last_seq""",
    NEWEST: f"""
        WITH {_VISIBLE}
        SELECT m.id, m.unread, v.unread, x.seq, v.newest
        FROM memberships m JOIN visible v ON v.id = m.id LEFT JOIN messages x ON x.id = m.last_message_id
        WHERE m.unread <> v.unread OR COALESCE(x.seq, 0) <> COALESCE(v.newest, 0)""",
    LAST: """
        SELECT m.id, m.last_message_id FROM memberships m
        LEFT JOIN messages x ON x.id = m.last_message_id AND x.thread_id = m.thread_id
        WHERE (m.last_message_id, m.last_message_seq, m.last_message_sender_id, m.last_message_text,
                m.last_message_sent_at, m.last_message_receipt)
            IS DISTINCT FROM (x.id, x.seq, x.sender_id, x.text, x.sent_at, x.receipt)""",
    "activity is never older than the last visible message": """
        SELECT m.id, m.activity_at, x.sent_at FROM memberships m JOIN messages x ON x.id = m.last_message_id
        WHERE m.activity_at < x.sent_at""",
    "marks are inside the thread": """
        SELECT m.id FROM memberships m JOIN threads t ON t.id = m.thread_id
        WHERE m.read_seq > t.last_seq OR m.seen_seq > t.last_seq OR m.hidden_before > t.last_seq""",
    "a client key names a message of its user, and a message has one at most": """
        SELECT MIN(k.id), k.message_id FROM client_keys k LEFT JOIN messages x ON x.id = k.message_id
        WHERE k.message_id IS NOT NULL GROUP BY k.message_id
        HAVING COUNT(*) > 1 OR MIN(COALESCE(x.sender_id, 0)) <> MIN(k.user_id)""",
    "a user with a visible message has its thread": f"""
        WITH {_SIDES}
        SELECT x.id, s.user_id FROM messages x JOIN sides s ON s.thread_id = x.thread_id
        LEFT JOIN memberships m ON m.thread_id = x.thread_id AND m.user_id = s.user_id
        WHERE m.id IS NULL AND (x.sender_id = s.user_id OR NOT x.sunk)""",
    "no quota of new pairs is passed": "SELECT user_id, day, pairs FROM quotas WHERE pairs > 20",
}


async def violations(database: Reads) -> dict[str, list[tuple[object, ...]]]:
    """The rows that break a rule, by the rule; nothing if all is well."""
    found = {rule: await database.fetch(text, ()) for rule, text in INVARIANTS.items()}
    return {rule: [tuple(row) for row in rows] for rule, rows in found.items() if rows}
