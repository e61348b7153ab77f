"""Follows, and the relation of two users."""

from dataclasses import dataclass

from tortoise import fields
from tortoise.models import Model

from models.db.fields import MomentField, reference
from models.db.statements import Batch, Select, Write
from models.threads import is_open_with
from models.users import Known, User


class Follow(Model):
    """One direction; two of them make friends."""

    id = fields.BigIntField(primary_key=True)
    follower: fields.ForeignKeyRelation[User] = reference("User")
    follower_id: int
    followee: fields.ForeignKeyRelation[User] = reference("User")
    followee_id: int
    created_at = MomentField()

    class Meta:
        table = "follows"
        unique_together = (("follower_id", "followee_id"),)


FOLLOW = Write(
    """INSERT INTO follows (follower_id, followee_id, created_at) VALUES ($1, $2, $3)
    ON CONFLICT (follower_id, followee_id) DO NOTHING"""
)

_KNOWN = "SELECT erased_at IS NOT NULL FROM users WHERE id = $1"

HOLD_FOLLOWEE = {"sqlite": Select(Known, _KNOWN), "postgres": Select(Known, f"{_KNOWN} FOR KEY SHARE")}
"""Argument:

user. An erase, which takes the username's key, waits for the follow or sees it; nothing else waits.
"""

UNFOLLOW = Write("DELETE FROM follows WHERE follower_id = $1 AND followee_id = $2")


@dataclass(frozen=True, slots=True)
class Relation:
    """The relation of the viewer and a user, as the viewer knows it.

    `unaccepted`: the viewer's own messages from before their thread opened. `is_open`: their thread is.
    """

    user_id: int
    follows_me: bool
    followed_by_me: bool
    blocked_by_me: bool
    unaccepted: int
    is_open: bool


RELATIONS = Batch(
    Relation,
    f"""SELECT u.column1,
        EXISTS (SELECT 1 FROM follows WHERE follower_id = u.column1 AND followee_id = $1),
        EXISTS (SELECT 1 FROM follows WHERE follower_id = $1 AND followee_id = u.column1),
        EXISTS (SELECT 1 FROM blocks WHERE blocker_id = $1 AND blocked_id = u.column1),
        COALESCE((SELECT unaccepted FROM memberships WHERE user_id = $1 AND peer_id = u.column1), 0),
        {is_open_with("u.column1")}
    FROM (VALUES {{rows}}) u""",
)
"""Arguments: viewer. Nothing is read of the users themselves, nor whether they exist."""
