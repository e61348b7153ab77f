"""The relations of two users: follows, blocks with the changes that they make, and both as the viewer knows them."""

from dataclasses import dataclass
from datetime import datetime

from tortoise import fields

from models.db.connection import Connection, Transaction
from models.db.fields import Keyed, MomentField, reference
from models.db.statements import Bulk, JsonRows, Lock, Page, Write, numbers
from models.messages import GONE
from models.scope import BY_KEY, beside_viewer
from models.threads import Membership, is_open_with
from models.users import USER, User, UserRow
from rules.requests import Act, folders_left


class Follow(Keyed):
    """One direction; two of them make friends."""

    follower: fields.ForeignKeyRelation[User] = reference("User")
    followee: fields.ForeignKeyRelation[User] = reference("User")
    created_at = MomentField()

    class Meta:
        table = "follows"
        unique_together = (("follower_id", "followee_id"),)


@dataclass(frozen=True, slots=True)
class FollowPair:
    """One direction of a follow."""

    follower_id: int
    followee_id: int


PAIRS = JsonRows(FollowPair)

ADD_FOLLOWS = Bulk(
    FollowPair,
    f"""INSERT INTO follows (follower_id, followee_id, created_at)
    SELECT h.follower_id, h.followee_id, CAST($2 AS BIGINT) FROM {PAIRS.table} h WHERE TRUE ORDER BY h.place
    ON CONFLICT (follower_id, followee_id) DO NOTHING RETURNING follower_id, followee_id""",
)
"""Arguments: the pairs, now. Gives the follows that are new."""

REMOVE_FOLLOWS = Bulk(
    FollowPair,
    f"""DELETE FROM follows
    WHERE (follower_id, followee_id) IN (SELECT h.follower_id, h.followee_id FROM {PAIRS.table} h)
    RETURNING follower_id, followee_id""",
)
"""Gives the follows that existed."""

MOST_KNOWN = 100


def has_mutual_follows(user: str, other: str) -> str:
    """Whether this user follows a follower of the other, for a statement about few.

    It looks at MOST_KNOWN followers, those that the service has known the longest: so the work has a bound.
    BY_KEY keeps PostgreSQL from reading all follows of the user.
    """
    known = f"""(SELECT f.follower_id FROM follows f WHERE f.followee_id = {other}
        ORDER BY f.follower_id LIMIT {MOST_KNOWN}) theirs"""
    return f"""EXISTS (SELECT 1 FROM {known} WHERE EXISTS (SELECT 1 FROM follows mine
        WHERE mine.follower_id = {user} AND mine.followee_id = theirs.follower_id {BY_KEY}))"""


HOLD_FOLLOWEE = Lock(bool, "SELECT erased_at IS NULL FROM users WHERE id = $1 FOR KEY SHARE")
"""Argument: user; False for an erased one.

An erase, which takes the username's key, waits for the follow or sees it; nothing else waits.
"""


@dataclass(frozen=True, slots=True)
class Relation:
    """The relation of the viewer and a user, as the viewer knows it.

    `unaccepted`: the viewer's own messages from before their thread opened. `is_open`: their thread is.
    """

    user_id: int
    follows_me: bool
    followed_by_me: bool
    blocked_by_me: bool
    blocked_until: datetime | None
    unaccepted: int
    is_open: bool


RELATIONS = Page(
    Relation,
    f"""SELECT u.id AS user_id,
        EXISTS (SELECT 1 FROM follows WHERE follower_id = u.id AND followee_id = $1) AS follows_me,
        EXISTS (SELECT 1 FROM follows WHERE follower_id = $1 AND followee_id = u.id) AS followed_by_me,
        EXISTS (SELECT 1 FROM blocks WHERE blocker_id = $1 AND blocked_id = u.id) AS blocked_by_me,
        (SELECT until FROM blocks WHERE blocker_id = $1 AND blocked_id = u.id) AS blocked_until,
        COALESCE((SELECT unaccepted FROM memberships WHERE user_id = $1 AND peer_id = u.id), 0) AS unaccepted,
        {is_open_with("u.id")} AS is_open
    FROM users u WHERE u.id = ANY($2)""",
)
"""Arguments: viewer, the users. Of the users themselves nothing but the key is read."""


class Block(Keyed):
    """One direction; the blocked user never learns of it. `until` None: without end."""

    blocker: fields.ForeignKeyRelation[User] = reference("User")
    blocker_id: int
    blocked: fields.ForeignKeyRelation[User] = reference("User")
    blocked_id: int
    created_at = MomentField()
    until = MomentField(null=True)

    class Meta:
        table = "blocks"
        unique_together = (("blocker_id", "blocked_id"),)


BLOCK = Bulk(
    int,
    """INSERT INTO blocks (blocker_id, blocked_id, created_at, until)
        SELECT $1, u.id, $2, CAST($3 AS BIGINT) FROM users u
    WHERE u.id = ANY($4) ON CONFLICT (blocker_id, blocked_id) DO UPDATE SET until = excluded.until
        WHERE COALESCE(blocks.until, 0) <> COALESCE(excluded.until, 0) RETURNING blocked_id""",
)
"""Arguments: viewer, now, the end; the keys are users. Gives users who were not blocked before, or with another end."""

MOST_ENDED = 500


async def ended_blocks(db: Connection, now: datetime) -> list[tuple[int, int]]:
    """Blocker and blocked of blocks whose time is over, the longest over first; so many at most.

    Also of inactive users, who are written to in their open threads. Erased ones stay as they are.
    """
    found = Block.all(db.orm).filter(until__lte=now, blocker__erased_at=None)
    return [(block.blocker_id, block.blocked_id) for block in await found.order_by("until").limit(MOST_ENDED)]


async def next_end(db: Connection) -> datetime | None:
    """When the next block will be over; in the past if it is over and not lifted yet."""
    found = Block.all(db.orm).filter(until__not_isnull=True, blocker__erased_at=None)
    block = await found.order_by("until").first()
    return block.until if block else None


async def is_over(db: Connection, blocker_id: int, blocked_id: int, now: datetime) -> bool:
    """Whether it is still one of `ended_blocks`, which were read without a lock."""
    found = Block.all(db.orm).filter(until__lte=now, blocker__erased_at=None)
    return await found.filter(blocker_id=blocker_id, blocked_id=blocked_id).exists()


async def remove_block(tx: Transaction, blocker_id: int, blocked_id: int) -> bool:
    """Whether it was there."""
    found = Block.all(tx.orm).filter(blocker_id=blocker_id, blocked_id=blocked_id)
    return bool(await found.delete())


END_REQUESTS = Write(
    f"""UPDATE memberships SET {GONE}, moved = FALSE
    WHERE user_id = $1 AND peer_id = ANY($2) AND folder IN ({numbers(folders_left(Act.BLOCK))})"""
)
"""A block ends a request that is pending for the blocker, for good."""

MARK_BLOCKED = Write(
    """UPDATE memberships SET blocked = TRUE, undo_until = NULL
    WHERE user_id = $1 AND peer_id = ANY($2) AND (NOT blocked OR undo_until IS NOT NULL)"""
)
"""The blocker's side leaves all lists. Undo does not restore a side that was deleted before a block."""


async def mark_unblocked(tx: Transaction, blocker_id: int, blocked_id: int) -> None:
    """The blocker's side comes back to its lists."""
    await Membership.all(tx.orm).filter(user_id=blocker_id, peer_id=blocked_id).update(blocked=False)


@dataclass(frozen=True, slots=True)
class BlockedRow:
    """A user and the time of the block, in microseconds."""

    order: int
    key: int
    user: UserRow


_BLOCK = f"""SELECT b.created_at AS place_order, b.id AS place_key, {USER}
    FROM blocks b JOIN users p ON p.id = b.blocked_id WHERE b.blocker_id = $1"""
_BLOCKS = f"""{_BLOCK} AND (b.created_at, b.id) < ($2, $3)
    ORDER BY b.created_at DESC, b.id DESC LIMIT $4"""
BLOCKED_USERS = beside_viewer(BlockedRow, _BLOCKS)
"""Arguments: viewer, the last place's time and block, rows; the last blocked first."""

BLOCKED_AMONG = Page(BlockedRow, f"{_BLOCK} AND b.blocked_id = ANY($2)")
"""Arguments: viewer, users."""
