"""What moderators read: the queue of reports with what was filed and kept, and the audit log.

Nothing here gives a reporter away: evidence names the reported user only, and nobody reads of themselves.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TypeVar

from models.moderation import Action
from models.report import ReportState, Resolution
from models.rows import USER, Beside, UserRow, beside_viewer, each_beside_viewer
from models.sql import Batch, Select
from rules.refusals import ReportReason

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report with the profile as it was shown; `user` as it is now. `place_order` is in microseconds."""

    id: int
    place_order: int
    state: ReportState
    created_at: datetime
    claimed_by: int | None
    resolution: Resolution | None
    until: datetime | None
    username: str
    display_name: str
    avatar_url: str | None
    user: UserRow


_REPORT = f"""r.id AS place_key, r.created_at AS place_order, r.state, r.created_at, r.claimed_by_id, r.resolution,
    r.until, r.username, r.display_name, r.avatar_url, {USER}"""
_REPORTS = f"SELECT {_REPORT} FROM reports r JOIN users p ON p.id = r.user_id WHERE r.user_id <> $1"


@cache
def queue_of(by_state: bool, by_subject: bool) -> Select[Beside[ReportRow]]:
    """Arguments: viewer, the last place's time and key, rows, created before; then the state, then whose.

    The longest waiting first.
    """
    filters = [*["r.state"] * by_state, *["r.user_id"] * by_subject]
    where = "".join(f" AND {column} = ${number}" for number, column in enumerate(filters, 6))
    page = f"""{_REPORTS} AND (r.created_at, r.id) > ($2, $3) AND r.created_at < $5{where}
        ORDER BY r.created_at, r.id LIMIT $4"""
    return beside_viewer(ReportRow, page, "ORDER BY found.place_order, found.place_key")


REPORT_NODES = each_beside_viewer(ReportRow, f"{_REPORTS} AND r.id IN ({{keys}})")
"""Arguments: viewer."""

REPORTS = Batch(ReportRow, f"{_REPORTS} AND r.id IN ({{keys}})")
"""Arguments: viewer."""


@dataclass(frozen=True, slots=True)
class FiledReason:
    """What a report is about."""

    report_id: int
    reason: ReportReason


REASONS = Batch(
    FiledReason,
    """SELECT f.report_id, f.reason FROM report_filings f JOIN reports r ON r.id = f.report_id
    WHERE r.user_id <> $1 AND f.report_id IN ({keys})
    GROUP BY f.report_id, f.reason ORDER BY MIN(f.id)""",
)
"""Arguments: viewer. Each once, in the order of reporting."""


def _pages_of(row: type[R], columns: str, table: str, order: str) -> Batch[R]:
    """Arguments: viewer, the last place's key, rows; the keys are reports, each with so many rows of its own."""
    return Batch(
        row,
        f"""SELECT {columns} FROM (
            SELECT k.*, r.user_id, ROW_NUMBER() OVER (PARTITION BY k.report_id ORDER BY k.{order}) AS number
            FROM {table} k JOIN reports r ON r.id = k.report_id
            WHERE r.user_id <> $1 AND k.{order} > $2 AND k.report_id IN ({{keys}})
        ) k WHERE k.number <= $3 ORDER BY k.{order}""",
    )


@dataclass(frozen=True, slots=True)
class NoteRow:
    """What one act of reporting said, without who did it."""

    report_id: int
    place_key: int
    reason: ReportReason
    note: str
    filed_at: datetime


NOTES = _pages_of(
    NoteRow,
    "k.report_id, k.id, k.reason, k.note, k.filed_at",
    "(SELECT * FROM report_filings WHERE note <> '')",
    "id",
)
"""In the order of reporting."""


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A kept message; `sender_id` None: it is not the reported user's."""

    report_id: int
    place_key: int
    sender_id: int | None
    text: str
    sent_at: datetime
    reported: bool


EVIDENCE = _pages_of(
    EvidenceRow,
    """k.report_id, k.message_id, CASE WHEN k.sender_id = k.user_id THEN k.sender_id END, k.text, k.sent_at,
        k.reported""",
    "report_evidence",
    "message_id",
)
"""In the order of sending."""


@dataclass(frozen=True, slots=True)
class ActionRow:
    """A line of the audit log."""

    id: int
    action: Action
    at: datetime
    actor_id: int
    user_id: int
    report_id: int | None


_ACTIONS = """SELECT a.id AS place_key, a.action, a.at, a.actor_id, a.user_id, a.report_id
    FROM moderation_actions a WHERE a.user_id <> $1"""


@cache
def audit_log_of(by_subject: bool) -> Select[Beside[ActionRow]]:
    """Arguments: viewer, the last place's key, rows; then whom it concerned. Newest first."""
    where = " AND a.user_id = $4" if by_subject else ""
    page = f"{_ACTIONS} AND a.id < $2{where} ORDER BY a.id DESC LIMIT $3"
    return beside_viewer(ActionRow, page, "ORDER BY found.place_key DESC")


ACTION_NODES = each_beside_viewer(ActionRow, f"{_ACTIONS} AND a.id IN ({{keys}})")
"""Arguments: viewer."""
