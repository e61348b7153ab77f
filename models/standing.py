"""The statements of the viewer's standing: what may stand in its way, and its warnings."""

from dataclasses import dataclass
from datetime import datetime

from models.rows import from_viewer
from models.sql import Batch, Select, Write
from rules.refusals import ReportReason
from rules.standing import Account


@dataclass(frozen=True, slots=True)
class StandingRow:
    """Own facts alone; `bucket_at` is when the bucket of sends will be full again."""

    epoch: int
    last_seq: int
    account: Account
    bucket_at: datetime
    pairs_today: int


STANDING = Select(
    StandingRow,
    from_viewer(
        """v.birth_date, v.region, v.phone_verified, v.account_created_at, v.restriction_reason,
        v.restricted_until, s.bucket_at, COALESCE(q.pairs, 0)""",
        "LEFT JOIN quotas q ON q.user_id = v.id AND q.day = $2",
    ),
)
"""Arguments: viewer, the UTC day."""


@dataclass(frozen=True, slots=True)
class WarningRow:
    """What a user may know of a warning."""

    user_id: int
    reason: ReportReason
    given_at: datetime


MOST_WARNINGS = 20

WARNINGS = Batch(
    WarningRow,
    f"""SELECT user_id, reason, given_at FROM warnings
    WHERE user_id = $1 AND user_id IN ({{keys}}) ORDER BY id DESC LIMIT {MOST_WARNINGS}""",
)
"""Arguments: viewer, the one key there can be. The newest, newest first."""

WARN = Write("INSERT INTO warnings (user_id, reason, given_at) VALUES ($1, $2, $3)")

SET_RESTRICTION = Write("UPDATE users SET restriction_reason = $2, restricted_until = $3 WHERE id = $1")
"""Reason None: no restriction; until None: without end."""
