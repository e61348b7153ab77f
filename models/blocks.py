"""Blocks: who blocks whom, and the changes that a block makes."""

from dataclasses import dataclass

from tortoise import fields
from tortoise.models import Model

from models.db.fields import MomentField, reference
from models.db.statements import Batch, Write, numbers
from models.inbox import NEWEST_FIRST
from models.scope import Key, beside_viewer
from models.users import USER, User, UserRow
from rules.requests import Act, Folder, folders_left


class Block(Model):
    """One direction; the blocked user never learns of it."""

    id = fields.BigIntField(primary_key=True)
    blocker: fields.ForeignKeyRelation[User] = reference("User")
    blocker_id: int
    blocked: fields.ForeignKeyRelation[User] = reference("User")
    blocked_id: int
    created_at = MomentField()

    class Meta:
        table = "blocks"
        unique_together = (("blocker_id", "blocked_id"),)


BLOCK = Batch(
    Key,
    """INSERT INTO blocks (blocker_id, blocked_id, created_at) SELECT $1, u.id, $2 FROM users u
    WHERE u.id IN ({keys}) ON CONFLICT (blocker_id, blocked_id) DO NOTHING RETURNING blocked_id""",
)
"""Arguments: viewer, now; the keys are users. Gives those who were not blocked before."""

UNBLOCK = Write("DELETE FROM blocks WHERE blocker_id = $1 AND blocked_id = $2")

END_REQUESTS = Batch(
    Key,
    f"""UPDATE memberships SET folder = {Folder.NONE:d}, last_message_id = NULL, unread = 0, moved = FALSE,
        hidden_before = (SELECT t.last_seq FROM threads t WHERE t.id = memberships.thread_id)
    WHERE user_id = $1 AND peer_id IN ({{keys}}) AND folder IN ({numbers(folders_left(Act.BLOCK))})
    RETURNING id""",
)
"""A block ends a request that is pending for the blocker, for good."""

MARK_BLOCKED = Batch(
    Key,
    """UPDATE memberships SET blocked = TRUE, undo_until = NULL
    WHERE user_id = $1 AND peer_id IN ({keys}) RETURNING id""",
)
"""The blocker's side leaves all lists. Undo does not restore a side that was deleted before a block."""

MARK_UNBLOCKED = Write("UPDATE memberships SET blocked = FALSE WHERE user_id = $1 AND peer_id = $2")


@dataclass(frozen=True, slots=True)
class BlockedRow:
    """A user and the time of the block, in microseconds."""

    order: int
    key: int
    user: UserRow


_BLOCKS = f"""SELECT b.created_at AS place_order, b.id AS place_key, {USER}
    FROM blocks b JOIN users p ON p.id = b.blocked_id
    WHERE b.blocker_id = $1 AND (b.created_at, b.id) < ($2, $3)
    ORDER BY b.created_at DESC, b.id DESC LIMIT $4"""
BLOCKED_USERS = beside_viewer(BlockedRow, _BLOCKS, NEWEST_FIRST)
"""Arguments: viewer, the last place's time and block, rows; the last blocked first."""
