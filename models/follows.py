"""Follows, and the relation of two users."""

from dataclasses import dataclass
from datetime import datetime

from tortoise import fields
from tortoise.models import Model

from models.db.fields import MomentField, reference
from models.db.rows import JsonRows
from models.db.statements import Bulk, Lock, Page
from models.scope import BY_KEY
from models.threads import is_open_with
from models.users import User


class Follow(Model):
    """One direction; two of them make friends."""

    id = fields.BigIntField(primary_key=True)
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
