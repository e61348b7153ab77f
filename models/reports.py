"""Reports, their filings, and the evidence that no later delete or erase changes."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from tortoise import fields

from models.db.fields import Keyed, MomentField, reference
from models.db.statements import Bulk, Page, Select, Write
from models.messages import VISIBLE
from models.scope import beside_viewer
from models.users import User
from rules.problems import ReportReason
from rules.requests import Folder


class SubjectKind(IntEnum):
    """The kind of object that `subject_id` names."""

    USER = 0
    THREAD = 1
    MESSAGE = 2


class ReportStatus(IntEnum):
    """The state of a report; once it is resolved, the same subject can have another one."""

    OPEN = 0
    CLAIMED = 1
    RESOLVED = 2


class Resolution(IntEnum):
    """A moderator's decision."""

    DISMISS = 0
    WARN = 1
    RESTRICT = 2
    BAN = 3


class Report(Keyed):
    """`user` is the reported user, with the profile as it was shown; `until` is the end of a restriction.

    A report of a subject that its reporter could not see has no user and no profile: no moderator sees it, and it is
    closed at `closes_at`. `subject_id` is then a hash of the id that was given, below 0.
    """

    reporter: fields.ForeignKeyRelation[User] = reference("User")
    user: fields.ForeignKeyNullableRelation[User] = reference("User", null=True)
    subject_kind = fields.IntEnumField(SubjectKind)
    subject_id = fields.BigIntField()
    status = fields.IntEnumField(ReportStatus)
    created_at = MomentField()
    claimed_by: fields.ForeignKeyNullableRelation[User] = reference("User", null=True)
    resolution = fields.IntEnumField(Resolution, null=True)
    resolved_at = MomentField(null=True)
    until = MomentField(null=True)
    closes_at = MomentField(null=True)
    username = fields.TextField(null=True)
    display_name = fields.TextField(null=True)
    avatar_url = fields.TextField(null=True)

    class Meta:
        table = "reports"


class ReportFiling(Keyed):
    """One act of reporting; several of a reporter and subject share the open report."""

    report: fields.ForeignKeyRelation[Report] = reference("Report", checked=False)
    reason = fields.IntEnumField(ReportReason)
    note = fields.TextField()
    filed_at = MomentField()

    class Meta:
        table = "report_filings"


class ReportEvidence(Keyed):
    """A message as the reporter saw it: the reported one, or a neighbour."""

    report: fields.ForeignKeyRelation[Report] = reference("Report", checked=False)
    message_id = fields.BigIntField()
    sender_id = fields.BigIntField()
    text = fields.TextField()
    sent_at = MomentField()
    reported = fields.BooleanField()

    class Meta:
        table = "report_evidence"
        unique_together = (("report_id", "message_id"),)


OPEN_REPORTS = Bulk(
    int,
    f"""INSERT INTO reports (reporter_id, user_id, subject_kind, subject_id, status, created_at,
        username, display_name, avatar_url)
    SELECT $1, p.id, $2, COALESCE(CAST($3 AS BIGINT), p.id), {ReportStatus.OPEN:d}, $4,
        COALESCE(p.username, 'deleted'), p.display_name, p.avatar_url
    FROM users p WHERE p.id = ANY($5)
    ON CONFLICT (reporter_id, subject_kind, subject_id) WHERE status <> {ReportStatus.RESOLVED:d}
        DO UPDATE SET status = reports.status
    RETURNING id""",
)
"""Arguments: reporter, subject kind, subject (None: the user), now; the keys are the reported users.

One unresolved report a reporter and subject.
"""

OPEN_UNSEEN = Bulk(
    int,
    f"""INSERT INTO reports (reporter_id, subject_kind, subject_id, status, created_at, closes_at)
    VALUES ($1, {SubjectKind.USER:d}, $2, {ReportStatus.OPEN:d}, $3, $4)
    ON CONFLICT (reporter_id, subject_kind, subject_id) WHERE status <> {ReportStatus.RESOLVED:d}
        DO UPDATE SET status = reports.status
    RETURNING id""",
)
"""Arguments: reporter, the hash of the id that was given, now, the time at which it closes."""

MOST_FILINGS = 20
"""The filings that a report keeps of each reason, so that notes of one reason never displace those of another."""

FILE = Write(
    f"""INSERT INTO report_filings (report_id, reason, note, filed_at)
    SELECT r.id, $1, $2, $3 FROM reports r WHERE r.id = ANY($4)
        AND NOT EXISTS (SELECT 1 FROM report_filings f WHERE f.report_id = r.id AND f.reason = $1 AND f.note = $2)
        AND (SELECT COUNT(*) FROM report_filings f WHERE f.report_id = r.id AND f.reason = $1) < {MOST_FILINGS}"""
)
"""Arguments: reason, note, now; the keys are reports. A repeated filing changes nothing."""

NEIGHBOURS = 5
MOST_EVIDENCE = 200
"""Messages of a report of a user or thread. A stored message keeps its text; it can still become the reported one."""

_LIKE_BEFORE = """ON CONFLICT (report_id, message_id)
    DO UPDATE SET reported = report_evidence.reported OR excluded.reported"""


def _evidence(range_: str, order: str, rows: int, reported: str) -> Write:
    """Arguments: report, reporter, peer, the seq of a message.

    Evidence is limited to the messages that the reporter can see.
    """
    return Write(
        f"""INSERT INTO report_evidence (report_id, message_id, sender_id, text, sent_at, reported)
        SELECT $1, e.id, e.sender_id, e.text, e.sent_at, {reported} FROM (
            SELECT x.id, x.seq, x.sender_id, x.text, x.sent_at
            FROM memberships m JOIN messages x ON x.thread_id = m.thread_id
            WHERE m.user_id = $2 AND m.peer_id = $3 AND m.folder <> {Folder.NONE:d} AND {VISIBLE} AND x.seq {range_} $4
            ORDER BY x.seq {order} LIMIT {rows}
        ) e WHERE TRUE {_LIKE_BEFORE}"""
    )


MESSAGE_EVIDENCE = (
    _evidence("<=", "DESC", NEIGHBOURS + 1, "e.seq = $4"),
    _evidence(">", "ASC", NEIGHBOURS, "FALSE"),
)
"""A reported message with its neighbours on both sides: eleven, however often it is reported."""

_OLDEST_KEPT = f"""SELECT x.seq FROM messages x WHERE x.thread_id = m.thread_id AND {VISIBLE}
    ORDER BY x.seq DESC LIMIT 1 OFFSET {2 * NEIGHBOURS}"""

LATEST_EVIDENCE = Write(
    f"""INSERT INTO report_evidence (report_id, message_id, sender_id, text, sent_at, reported)
    SELECT r.id, x.id, x.sender_id, x.text, x.sent_at, x.sender_id = r.user_id
    FROM reports r
    JOIN memberships m ON m.user_id = r.reporter_id AND m.peer_id = r.user_id AND m.folder <> {Folder.NONE:d}
    JOIN messages x ON x.thread_id = m.thread_id
    WHERE r.id = ANY($1) AND {VISIBLE} AND x.seq >= COALESCE(({_OLDEST_KEPT}), 0)
        AND (SELECT COUNT(*) FROM report_evidence k WHERE k.report_id = r.id) < {MOST_EVIDENCE - 2 * NEIGHBOURS}
    {_LIKE_BEFORE}"""
)
"""Of reported threads or users: the newest messages, the peer's as the reported ones; the keys are reports.

All of them, or none where they might be too many.
"""

CLOSE_UNSEEN = Bulk(
    int,
    f"""UPDATE reports SET status = {ReportStatus.RESOLVED:d}, resolved_at = $1
    WHERE user_id IS NULL AND status = {ReportStatus.OPEN:d} AND closes_at <= $1 AND reporter_id = ANY($2)
    RETURNING reporter_id""",
)
"""Argument: now; the keys are reporters, whose streams are held. Gives the reporter of each report that it closed."""

CLOSING = Page(
    int,
    f"""SELECT DISTINCT r.reporter_id FROM reports r
    WHERE r.user_id IS NULL AND r.status = {ReportStatus.OPEN:d} AND r.closes_at <= $1
    ORDER BY r.reporter_id LIMIT 100""",
)
"""Argument: now. The reporters of reports to close, the first of them."""


@dataclass(frozen=True, slots=True)
class OwnReportRow:
    """A report as its reporter may see it, without moderators, decision and outcome.

    `username` None: the reporter could not see the subject. `text`: of a reported message.
    """

    id: int
    subject_kind: SubjectKind
    status: ReportStatus
    created_at: datetime
    resolved_at: datetime | None
    username: str | None
    display_name: str | None
    avatar_url: str | None
    text: str | None


OF_REPORTED_MESSAGE = (
    f"e.report_id = r.id AND e.message_id = r.subject_id AND r.subject_kind = {SubjectKind.MESSAGE:d}"
)
"""The evidence `e` of a report `r` of a message that is the message itself."""

OWN_REPORTS = beside_viewer(
    OwnReportRow,
    f"""SELECT r.id AS place_key, r.subject_kind, r.status, r.created_at, r.resolved_at, r.username, r.display_name,
            r.avatar_url, e.text
        FROM reports r LEFT JOIN report_evidence e ON {OF_REPORTED_MESSAGE}
        WHERE r.reporter_id = $1 AND r.id < $2 ORDER BY r.id DESC LIMIT $3""",
    "ORDER BY found.place_key DESC",
)
"""Arguments: the reporter, the last place's key, rows. The newest first."""


@dataclass(frozen=True, slots=True)
class FiledReason:
    """One of the reasons of a report's filings."""

    report_id: int
    reason: ReportReason


def _reasons_of(reader: str) -> Select[FiledReason]:
    """Arguments: viewer; the keys are reports. Each reason once, in the order of reporting."""
    return Page(
        FiledReason,
        f"""SELECT f.report_id, f.reason FROM report_filings f JOIN reports r ON r.id = f.report_id
        WHERE {reader} AND f.report_id = ANY($2)
        GROUP BY f.report_id, f.reason ORDER BY MIN(f.id)""",
    )


OWN_REASONS = _reasons_of("r.reporter_id = $1")
REASONS = _reasons_of("r.user_id <> $1")
"""For a moderator, who sees no report about themselves."""
