"""The viewer's own row, settings and standing, and the lookup of a key by a token's subject."""

from dataclasses import dataclass
from datetime import datetime

from models.db.connection import Connection
from models.db.statements import Reason, Select, Shared, Values
from models.filtering import PauseRow, StoredWords
from models.inbox import IN_REQUESTS
from models.scope import from_viewer
from models.users import USER, User, UserRow, UserStream
from rules.eligibility import Account
from rules.filtering.choices import StoredEntries
from rules.policy import Audience


@dataclass(frozen=True, slots=True)
class ViewerRow:
    """The viewer's own settings and profile; `audience` None: never chosen; `request_policy` in its stored form."""

    epoch: int
    last_seq: int
    audience: Audience | None
    read_receipts: bool
    request_policy: int
    pause: PauseRow | None
    filter_words: StoredWords
    filter_entries: StoredEntries
    user: UserRow


VIEWER_ROW = Shared(
    ViewerRow,
    from_viewer(
        f"""v.audience, v.read_receipts, v.request_policy, v.paused_at AS since, v.paused_until AS until,
        v.paused_count AS count, fw.words AS json, fw.entries AS json, {USER}""",
        "JOIN users p ON p.id = v.id LEFT JOIN filter_words fw ON fw.user_id = v.id",
    ),
    Reason.PAGE,
)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A user as tokens find it. `valid_from`: the time before which they are revoked, if any are."""

    key: int
    valid_from: datetime | None


async def find_signed_in(db: Connection, subject: str) -> SignedIn | None:
    """The active user with this id of the host's, as tokens name it."""
    found = User.all(db.orm).filter(host_id=subject, is_active=True, erased_at=None)
    rows = await found.values_list("id", "tokens_valid_from")
    return SignedIn(*rows[0]) if rows else None


async def set_audience(db: Connection, user_id: int, audience: Audience) -> None:
    """The users from whom the user takes requests."""
    await User.all(db.orm).filter(id=user_id).update(audience=audience)


async def set_read_receipts(db: Connection, user_id: int, is_on: bool) -> None:
    """Applies to messages that are sent later."""
    await User.all(db.orm).filter(id=user_id).update(read_receipts=is_on)


_NEWLY_SEEN = Values(
    int,
    f"""SELECT m.id FROM memberships m JOIN user_streams s ON s.user_id = m.user_id
    WHERE m.user_id = $1 AND {IN_REQUESTS} AND m.arrived_seq > s.requests_seen AND m.arrived_seq <= $2 LIMIT 1""",
    Reason.PAGE,
)
"""Arguments: viewer, a seq of its log. An unseen request that had arrived by then."""


async def set_requests_seen(db: Connection, user_id: int, seq: int) -> bool:
    """Marks the requests that arrived up to this event of the user's log; never moves back. False: none was unseen."""
    is_newly_seen = await _NEWLY_SEEN.first(db, user_id, seq) is not None
    await UserStream.all(db.orm).filter(user_id=user_id, requests_seen__lt=seq).update(requests_seen=seq)
    return is_newly_seen


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
        """v.birth_date, v.region, v.phone_verified, v.account_created_at, v.restriction_reason AS restriction,
        v.restricted_until, s.bucket_at, COALESCE(q.pairs, 0) AS pairs_today""",
        "LEFT JOIN quotas q ON q.user_id = v.id AND q.day = $2",
    ),
    Reason.PAGE,
)
"""Arguments: viewer, the UTC day."""
