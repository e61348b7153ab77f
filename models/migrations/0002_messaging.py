"""Threads, what each side sees of them, messages, and what limits a send."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations import Migration as Base

from models.db.fields import DayField, MomentField, reference
from models.db.operations import CreateTable
from rules.requests import Folder


class Migration(Base):
    """Everything a send writes, but its events."""

    dependencies = [("models", "0001_people")]
    operations = [
        CreateTable(
            "Thread",
            [
                ("id", fields.BigIntField(primary_key=True)),
                ("low", reference("User")),
                ("high", reference("User")),
                ("opened_at", MomentField(null=True)),
                ("last_seq", fields.IntField(default=0)),
                ("created_at", MomentField()),
            ],
            {"table": "threads", "unique_together": (("low_id", "high_id"),)},
            checks=["low_id < high_id"],
        ),
        CreateTable(
            "Message",
            [
                ("id", fields.BigIntField(primary_key=True)),
                ("thread", reference("Thread")),
                ("seq", fields.IntField()),
                ("sender", reference("User")),
                ("text", fields.TextField()),
                ("sunk", fields.BooleanField(default=False)),
                ("receipt", fields.BooleanField(default=False)),
                ("sent_at", MomentField()),
            ],
            {"table": "messages", "unique_together": (("thread_id", "seq"),)},
        ),
        CreateTable(
            "Membership",
            [
                ("id", fields.BigIntField(primary_key=True)),
                ("thread", reference("Thread")),
                ("user", reference("User")),
                ("peer", reference("User")),
                ("folder", fields.IntEnumField(Folder)),
                ("hidden_reasons", fields.SmallIntField(default=0)),
                ("started", fields.BooleanField()),
                ("activity_at", MomentField()),
                ("last_message", reference("Message", null=True)),
                ("unread", fields.IntField(default=0)),
                ("read_seq", fields.IntField(default=0)),
                ("seen_seq", fields.IntField(default=0)),
                ("hidden_before", fields.IntField(default=0)),
                ("arrived_seq", fields.BigIntField(default=0)),
                ("muted", fields.BooleanField(default=False)),
                ("never", fields.BooleanField(default=False)),
                ("moved", fields.BooleanField(default=False)),
                ("deleted_count", fields.IntField(default=0)),
                ("undo_until", MomentField(null=True)),
                ("undo_folder", fields.IntEnumField(Folder, null=True)),
                ("undo_hidden_before", fields.IntField(null=True)),
            ],
            {
                "table": "memberships",
                "unique_together": (("thread_id", "user_id"), ("user_id", "peer_id")),
                "indexes": [
                    Index(fields=("user_id", "folder", "activity_at", "thread_id"), name="memberships_folder")
                ],
            },
            checks=["folder BETWEEN 0 AND 4", "unread >= 0"],
            partial_indexes=[
                "CREATE INDEX IF NOT EXISTS memberships_inbox"
                " ON memberships (user_id, activity_at, thread_id) WHERE folder IN (1, 2)"
            ],
        ),
        CreateTable(
            "Allowance",
            [
                ("id", fields.BigIntField(primary_key=True)),
                ("sender", reference("User")),
                ("recipient", reference("User")),
                ("unaccepted", fields.SmallIntField()),
                ("hints", fields.SmallIntField(default=0)),
                ("text_mark", fields.BigIntField(default=0)),
            ],
            {"table": "allowances", "unique_together": (("sender_id", "recipient_id"),)},
            checks=["unaccepted BETWEEN 0 AND 3"],
        ),
        CreateTable(
            "Quota",
            [
                ("id", fields.BigIntField(primary_key=True)),
                ("user", reference("User")),
                ("day", DayField()),
                ("pairs", fields.IntField()),
            ],
            {"table": "quotas", "unique_together": (("user_id", "day"),)},
            checks=["pairs >= 0"],
        ),
        CreateTable(
            "ClientKey",
            [
                ("id", fields.BigIntField(primary_key=True)),
                ("user", reference("User")),
                ("key", fields.TextField()),
                ("fingerprint", fields.TextField()),
                ("message_id", fields.BigIntField(null=True)),
                ("created_at", MomentField()),
            ],
            {"table": "client_keys", "unique_together": (("user_id", "key"),)},
        ),
    ]
