"""The statements of a report: the report with the profile as shown, the filing, the evidence."""

from models.rows import VISIBLE, Key
from models.sql import Select, Write

OPEN_REPORT = Select(
    Key,
    """INSERT INTO reports (reporter_id, user_id, subject_kind, subject_id, state, created_at,
        username, display_name, avatar_url)
    SELECT $1, p.id, $3, $4, 0, $5, COALESCE(p.username, 'deleted'), p.display_name, p.avatar_url
    FROM users p WHERE p.id = $2
    ON CONFLICT (reporter_id, subject_kind, subject_id) WHERE state <> 2 DO UPDATE SET state = reports.state
    RETURNING id""",
)
"""Arguments: reporter, who is reported, subject kind, subject, now.

One unresolved report a reporter and subject.
"""

FILE = Write("INSERT INTO report_filings (report_id, reason, note, filed_at) VALUES ($1, $2, $3, $4)")

NEIGHBOURS = 5


def _evidence(range_: str, order: str, rows: int, reported: str) -> Write:
    """Arguments: report, reporter, peer, the seq of a message.

    What the reporter can see, and nothing else.
    """
    return Write(
        f"""INSERT INTO report_evidence (report_id, message_id, sender_id, text, sent_at, reported)
        SELECT $1, e.id, e.sender_id, e.text, e.sent_at, {reported} FROM (
            SELECT x.id, x.seq, x.sender_id, x.text, x.sent_at
            FROM memberships m JOIN messages x ON x.thread_id = m.thread_id
            WHERE m.user_id = $2 AND m.peer_id = $3 AND m.folder <> 0 AND {VISIBLE} AND x.seq {range_} $4
            ORDER BY x.seq {order} LIMIT {rows}
        ) e WHERE TRUE
        ON CONFLICT (report_id, message_id) DO UPDATE SET reported = report_evidence.reported OR excluded.reported"""
    )


MESSAGE_EVIDENCE = (
    _evidence("<=", "DESC", NEIGHBOURS + 1, "e.seq = $4"),
    _evidence(">", "ASC", NEIGHBOURS, "FALSE"),
)
"""A reported message with its neighbours on both sides."""

LATEST_EVIDENCE = _evidence("<=", "DESC", 2 * NEIGHBOURS + 1, "e.sender_id = $3")
"""Of a reported thread or user: the newest messages, the peer's as the reported ones."""
