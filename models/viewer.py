"""The viewer's own row, settings and standing, and the lookup of a key by a token's subject."""

from dataclasses import dataclass
from datetime import datetime

from models.db.statements import Batch, Select, Write
from models.filtering import StoredWords
from models.scope import Key, from_viewer
from models.users import USER, UserRow
from rules.eligibility import Account
from rules.policy import Audience
from rules.problems import ReportReason


@dataclass(frozen=True, slots=True)
class ViewerRow:
    """The viewer's own settings and profile; `audience` None: never chosen."""

    epoch: int
    last_seq: int
    audience: Audience | None
    read_receipts: bool
    filter_words: StoredWords
    user: UserRow


VIEWER_ROW = Select(
    ViewerRow,
    from_viewer(
        f"v.audience, v.read_receipts, fw.words, {USER}",
        "JOIN users p ON p.id = v.id LEFT JOIN filter_words fw ON fw.user_id = v.id",
    ),
)


KEY_OF_SUBJECT = Select(Key, "SELECT id FROM users WHERE host_id = $1 AND is_active AND erased_at IS NULL")
"""Argument: the host's id of a user, as tokens name it."""

OWN_ACCOUNT = Select(
    Account,
    """SELECT birth_date, region, phone_verified, account_created_at, restriction_reason, restricted_until
    FROM users WHERE id = $1""",
)
"""The facts that may refuse any act of the viewer."""

SET_AUDIENCE = Write("UPDATE users SET audience = $2 WHERE id = $1")
SET_RECEIPTS = Write("UPDATE users SET read_receipts = $2 WHERE id = $1")


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
    """The facts of a warning that its user may know."""

    user_id: int
    reason: ReportReason
    given_at: datetime


MOST_WARNINGS = 20

WARNINGS = Batch(
    WarningRow,
    f"""SELECT user_id, reason, given_at FROM warnings
    WHERE user_id = $1 AND user_id IN ({{keys}}) ORDER BY id DESC LIMIT {MOST_WARNINGS}""",
)
"""Arguments: viewer, with the viewer as the one key. The newest first."""

WARN = Write("INSERT INTO warnings (user_id, reason, given_at) VALUES ($1, $2, $3)")

SET_RESTRICTION = Write("UPDATE users SET restriction_reason = $2, restricted_until = $3 WHERE id = $1")
"""Reason None: no restriction; until None: no end."""
