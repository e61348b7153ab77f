"""The reads and writes of moderators: the queue of reports, warnings, the audit log."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from functools import cache
from typing import TypeVar

from tortoise import fields

from models.db.connection import Connection
from models.db.fields import Keyed, MomentField, reference
from models.db.statements import Lock, Page, Select
from models.reports import Report, ReportFiling, ReportStatus, Resolution
from models.scope import Beside, beside_viewer
from models.users import USER, User, UserRow
from rules.problems import ReportReason


class Action(IntEnum):
    """An act of a moderator or the host app. The numbers are stored."""

    CLAIM = 0
    DISMISS = 1
    WARN = 2
    RESTRICT = 3
    BAN = 4
    LIFT = 5
    REVOKE_TOKENS = 6
    UPHOLD = 7
    REVERSE = 8


class AccountWarning(Keyed):
    """The facts that the warned user may know: neither report nor moderator. `action_id`: the line of the audit log."""

    user: fields.ForeignKeyRelation[User] = reference("User")
    reason = fields.IntEnumField(ReportReason)
    given_at = MomentField()
    action_id = fields.BigIntField(null=True)

    class Meta:
        table = "warnings"


class ModerationAction(Keyed):
    """A line of the audit log, to which one can only append.

    `user` is whom it concerned; `actor` None: the host app.
    """

    actor: fields.ForeignKeyNullableRelation[User] = reference("User", null=True)
    user: fields.ForeignKeyRelation[User] = reference("User")
    action = fields.IntEnumField(Action)
    report: fields.ForeignKeyNullableRelation[Report] = reference("Report", null=True)
    at = MomentField()

    class Meta:
        table = "moderation_actions"


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A report as an action finds it; `reason` is that of the last filing."""

    id: int
    user_id: int
    reporter_id: int
    status: ReportStatus
    resolution: Resolution | None
    until: datetime | None
    reason: ReportReason


_CASE = (
    *(f"report__{name}" for name in ("id", "user_id", "reporter_id", "status", "resolution", "until")),
    "reason",
)


async def get_case(db: Connection, report_id: int, moderator_id: int) -> CaseRow | None:
    """None also for a report about the moderator, who never moderates themselves, and for one about nothing."""
    filings = ReportFiling.all(db.orm).filter(
        report_id=report_id, report__user_id__not=moderator_id, report__user_id__isnull=False
    )
    found = await filings.order_by("-id").limit(1).values_list(*_CASE)
    return CaseRow(*found[0]) if found else None


HOLD_REPORT = Lock(int, "SELECT r.id FROM reports r WHERE r.id = $1 FOR UPDATE")
"""Argument: report. After all streams; `get_case` belongs after it, to see the last filing."""


async def claim(db: Connection, report_id: int, moderator_id: int) -> bool:
    """Whether it was open: the first claim wins."""
    found = Report.all(db.orm).filter(id=report_id, status=ReportStatus.OPEN)
    return bool(await found.update(status=ReportStatus.CLAIMED, claimed_by_id=moderator_id))


async def resolve(
    db: Connection, report_id: int, resolution: Resolution, until: datetime | None, now: datetime
) -> None:
    """Leaves room for another report of the same subject. `until`: the end of a restriction."""
    found = Report.all(db.orm).filter(id=report_id)
    await found.update(status=ReportStatus.RESOLVED, resolution=resolution, until=until, resolved_at=now)


R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report with the profile as it was shown; `user` as it is now. `place_order` is in microseconds."""

    id: int
    place_order: int
    status: ReportStatus
    created_at: datetime
    claimed_by: int | None
    resolution: Resolution | None
    until: datetime | None
    username: str
    display_name: str
    avatar_url: str | None
    user: UserRow


_REPORT = f"""r.id AS place_key, r.created_at AS place_order, r.status, r.created_at, r.claimed_by_id AS claimed_by,
    r.resolution, r.until, r.username, r.display_name, r.avatar_url, {USER}"""

_REPORTS = f"SELECT {_REPORT} FROM reports r JOIN users p ON p.id = r.user_id WHERE r.user_id <> $1"


@cache
def queue_of(by_status: bool, by_subject: bool) -> Select[Beside[ReportRow]]:
    """Arguments: viewer, the last place's time and key, rows, created before; then the status, then whose.

    The longest waiting first.
    """
    filters = [*["r.status"] * by_status, *["r.user_id"] * by_subject]
    where = "".join(f" AND {column} = ${number}" for number, column in enumerate(filters, 6))
    page = f"""{_REPORTS} AND (r.created_at, r.id) > ($2, $3) AND r.created_at < $5{where}
        ORDER BY r.created_at, r.id LIMIT $4"""
    return beside_viewer(ReportRow, page, "ORDER BY found.place_order, found.place_key")


REPORT_NODES = beside_viewer(ReportRow, f"{_REPORTS} AND r.id = ANY($2)")

REPORTS = Page(ReportRow, f"{_REPORTS} AND r.id = ANY($2)")


def _pages_of(row: type[R], columns: str, table: str, order: str) -> Select[R]:
    """Arguments: viewer, the last place's key, rows; the keys are reports. `rows` is the number for each report."""
    return Page(
        row,
        f"""SELECT {columns} FROM (
            SELECT k.*, r.user_id, ROW_NUMBER() OVER (PARTITION BY k.report_id ORDER BY k.{order}) AS number
            FROM {table} k JOIN reports r ON r.id = k.report_id
            WHERE r.user_id <> $1 AND k.{order} > $2 AND k.report_id = ANY($4)
        ) k WHERE k.number <= $3 ORDER BY k.{order}""",
    )


@dataclass(frozen=True, slots=True)
class NoteRow:
    """The note of one filing, without the reporter."""

    report_id: int
    place_key: int
    reason: ReportReason
    note: str
    filed_at: datetime


NOTES = _pages_of(
    NoteRow,
    "k.report_id, k.id AS place_key, k.reason, k.note, k.filed_at",
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
    """k.report_id, k.message_id AS place_key,
        CASE WHEN k.sender_id = k.user_id THEN k.sender_id END AS sender_id, k.text, k.sent_at,
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
    actor_id: int | None
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


ACTION_NODES = beside_viewer(ActionRow, f"{_ACTIONS} AND a.id = ANY($2)")
