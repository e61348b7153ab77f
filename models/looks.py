"""Names that look alike, so that a card can name whom a sender may pretend to be."""

from dataclasses import dataclass

from tortoise import fields
from tortoise.models import Model

from models.db.fields import FoldedField, reference
from models.db.statements import Reason, Select
from models.scope import BY_KEY, VIEWER
from models.users import USER, UserRow


class UserLook(Model):
    """One spelling for all names that look like one of the user's; an erased user has none.

    SQL that writes names must write these rows too.
    """

    id = fields.BigIntField(primary_key=True)
    user: fields.ForeignKeyRelation[Model] = reference("User")
    look = FoldedField()

    class Meta:
        table = "user_looks"
        unique_together = (("user_id", "look"),)


MOST_ALIKE = 50


@dataclass(frozen=True, slots=True)
class SimilarRow:
    """The user whom the sender's names look like."""

    sender_id: int
    user: UserRow


_ALIKE = f"""(SELECT l.user_id FROM user_looks l WHERE l.look = own.look
    ORDER BY l.user_id LIMIT {MOST_ALIKE}) alike"""

_IS_KNOWN = f"""CASE WHEN
        EXISTS (SELECT 1 FROM follows WHERE follower_id = $1 AND followee_id = alike.user_id {BY_KEY})
        OR EXISTS (SELECT 1 FROM memberships WHERE user_id = $1 AND peer_id = alike.user_id
            AND opened_at IS NOT NULL {BY_KEY})
    THEN NOT EXISTS (SELECT 1 FROM blocks WHERE blocker_id = $1 AND blocked_id = alike.user_id {BY_KEY})
    ELSE FALSE END"""
"""In a CASE, since PostgreSQL looks for the block of each user first."""

_FIRST_ALIKE = f"""SELECT alike.user_id FROM {_ALIKE} WHERE alike.user_id <> s.id AND {_IS_KNOWN}
    ORDER BY alike.user_id LIMIT 1"""

SIMILAR = Select(
    SimilarRow,
    f"""SELECT s.id AS sender_id, {USER} FROM users v CROSS JOIN users s
        JOIN users p ON p.id = (SELECT MIN(({_FIRST_ALIKE})) FROM user_looks own WHERE own.user_id = s.id)
    {VIEWER} AND s.id = ANY($2)""",
    Reason.PAGE,
)
"""Arguments: viewer; the keys are senders. No row for a sender who looks like no one whom the viewer knows.

Of each look it reads MOST_ALIKE users at most, those that the service has known the longest, and looks each up in
the viewer's follows and threads: so the work depends neither on their number nor on how many share a common name.
An impersonator comes after the one it looks like.
"""
