"""The viewer's own row, settings and standing; the lookup of a key by a token's subject, and which tokens are good.

Revocations of tokens are numbered, so each process finds those that it does not know.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from tortoise.expressions import Q

from models.db.connection import Connection, Transaction
from models.db.statements import Page, Shared
from models.filtering import PauseRow
from models.inbox import IN_REQUESTS
from models.installation import next_revocation
from models.scope import from_viewer
from models.users import USER, User, UserRow, UserStream
from rules.eligibility import Account
from rules.policy import Audience


@dataclass(frozen=True, slots=True)
class ViewerRow:
    """The viewer's own settings and profile; `audience` None: never chosen.

    `request_policy`, words and entries are in their stored form.
    """

    epoch: int
    last_seq: int
    audience: Audience | None
    read_receipts: bool
    request_policy: int
    pause: PauseRow | None
    filter_words: str | None
    filter_entries: str | None
    user: UserRow


VIEWER_ROW = Shared(
    ViewerRow,
    from_viewer(
        f"""v.audience, v.read_receipts, v.request_policy, v.paused_at AS since, v.paused_until AS until,
        v.paused_count AS count, fw.words AS filter_words, fw.entries AS filter_entries, {USER}""",
        "JOIN users p ON p.id = v.id LEFT JOIN filter_words fw ON fw.user_id = v.id",
    ),
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


MOST_REVOCATIONS = 1_000
"""Revocations in one read."""


@dataclass(frozen=True, slots=True)
class Revocation:
    """The last one of a user. `number` grows in the order of the commits."""

    number: int
    subject: str
    valid_from: datetime


_REVOCATION = "revocation", "host_id", "tokens_valid_from"
"""Its columns."""


async def revoke(tx: Transaction, user_id: int, before: datetime) -> tuple[Revocation, bool]:
    """The user's last one, and whether it is this: not if as many tokens, or more, are refused already.

    Others that revoke wait for the transaction's end.
    """
    number = await next_revocation(tx)
    older = User.all(tx.orm).filter(Q(tokens_valid_from=None) | Q(tokens_valid_from__lt=before), id=user_id)
    is_new = await older.update(tokens_valid_from=before, revocation=number) > 0
    [row] = await User.all(tx.orm).filter(id=user_id).values_list(*_REVOCATION)
    return Revocation(*row), is_new


async def last_revocation(db: Connection) -> int:
    """The highest number, 0 for none."""
    newest = User.all(db.orm).filter(revocation__not_isnull=True).order_by("-revocation").first()
    return cast("int | None", await newest.values_list("revocation", flat=True)) or 0


async def revoked_after(db: Connection, number: int) -> list[Revocation]:
    """Revocations with higher numbers, in ascending order, at most MOST_REVOCATIONS."""
    newer = User.all(db.orm).filter(revocation__gt=number).order_by("revocation").limit(MOST_REVOCATIONS)
    rows = await newer.values_list(*_REVOCATION)
    return [Revocation(*row) for row in rows]


_NEWLY_SEEN = Page(
    int,
    f"""SELECT m.id FROM memberships m JOIN user_streams s ON s.user_id = m.user_id
    WHERE m.user_id = $1 AND {IN_REQUESTS} AND m.arrived_seq > s.requests_seen AND m.arrived_seq <= $2 LIMIT 1""",
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


STANDING = Page(
    StandingRow,
    from_viewer(
        """v.birth_date, v.region, v.phone_verified, v.account_created_at, v.restriction_reason AS restriction,
        v.restricted_until, s.bucket_at, COALESCE(q.pairs, 0) AS pairs_today""",
        "LEFT JOIN quotas q ON q.user_id = v.id AND q.day = $2",
    ),
)
"""Arguments: viewer, the UTC day."""
