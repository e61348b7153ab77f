"""Memberships: a thread as one of its two users sees it."""

from enum import IntEnum

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from models.fields import MomentField, reference
from models.message import Message
from models.thread import Thread
from models.user import User


class Folder(IntEnum):
    """Where the user finds the thread; NONE: nowhere."""

    NONE = 0
    INBOX = 1
    SENT = 2
    REQUESTS = 3
    HIDDEN = 4


REQUEST_FOLDERS = frozenset({Folder.REQUESTS, Folder.HIDDEN})
"""Where a request waits for its recipient."""


class Membership(Model):
    """All that a list page shows of a thread stands here, so that a page is one range of one index.

    `read_seq` is how far the user has read, `seen_seq` how far the peer has seen the user's messages;
    messages up to `hidden_before` are gone for the user. `arrived_seq` is the event of the last arrival.
    `undo_seq` is where the user's log stood before the last delete: what one call deleted has the same.
    """

    id = fields.BigIntField(primary_key=True)
    thread: fields.ForeignKeyRelation[Thread] = reference("Thread")
    thread_id: int
    user: fields.ForeignKeyRelation[User] = reference("User")
    user_id: int
    peer: fields.ForeignKeyRelation[User] = reference("User")
    peer_id: int
    folder = fields.IntEnumField(Folder)
    hidden_reasons = fields.SmallIntField(default=0)
    started = fields.BooleanField()
    activity_at = MomentField()
    last_message: fields.ForeignKeyNullableRelation[Message] = reference("Message", null=True)
    last_message_id: int | None
    unread = fields.IntField(default=0)
    read_seq = fields.IntField(default=0)
    seen_seq = fields.IntField(default=0)
    hidden_before = fields.IntField(default=0)
    arrived_seq = fields.BigIntField(default=0)
    muted = fields.BooleanField(default=False)
    never = fields.BooleanField(default=False)
    moved = fields.BooleanField(default=False)
    deleted_count = fields.IntField(default=0)
    undo_until = MomentField(null=True)
    undo_seq = fields.BigIntField(null=True)
    undo_folder = fields.IntEnumField(Folder, null=True)
    undo_hidden_before = fields.IntField(null=True)
    undo_hidden_reasons = fields.SmallIntField(null=True)
    undo_moved = fields.BooleanField(db_default=False)

    class Meta:
        table = "memberships"
        unique_together = (("thread_id", "user_id"), ("user_id", "peer_id"))
        indexes = (
            Index(fields=("user_id", "folder", "activity_at", "thread_id"), name="memberships_folder"),
        )
