"""The statements of a moderator's acts. Each runs in a transaction that holds the reported user's stream."""

from dataclasses import dataclass
from datetime import datetime

from models.report import ReportState, Resolution
from models.sql import Select, Write
from rules.refusals import ReportReason


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A report as an act finds it; `reason` is the one filed last."""

    id: int
    user_id: int
    state: ReportState
    resolution: Resolution | None
    until: datetime | None
    reason: ReportReason


CASE = Select(
    CaseRow,
    """SELECT r.id, r.user_id, r.state, r.resolution, r.until,
        (SELECT f.reason FROM report_filings f WHERE f.report_id = r.id ORDER BY f.id DESC LIMIT 1)
    FROM reports r WHERE r.id = $1 AND r.user_id <> $2""",
)
"""Arguments: report, moderator. Nobody moderates themselves."""

CLAIM = Write("UPDATE reports SET state = 1, claimed_by_id = $2 WHERE id = $1 AND state = 0")
"""Arguments: report, moderator. The first claim stands."""

RESOLVE = Write("UPDATE reports SET state = 2, resolution = $2, until = $3, resolved_at = $4 WHERE id = $1")
"""Arguments: report, resolution, the restriction's end, now."""

RECORD = Write(
    "INSERT INTO moderation_actions (actor_id, user_id, action, report_id, at) VALUES ($1, $2, $3, $4, $5)"
)
"""Arguments: moderator, whom it concerned, action, report, now. The table takes nothing else than this."""
