"""The tables of streams and pushes; the underscore keeps Tortoise from reading the file as a migration."""

from tortoise import fields

from models.db.ddl import CreateTable
from models.db.fields import MomentField, reference

STREAMS = [
    CreateTable(
        "StreamStart",
        "stream_starts",
        {
            "user": reference("User"),
            "name": fields.TextField(),
            "epoch": fields.SmallIntField(),
            "seq": fields.BigIntField(),
            "began_at": MomentField(),
        },
        unique=("user_id, name",),
    ),
    CreateTable(
        "StreamTicket",
        "stream_tickets",
        {
            "user": reference("User"),
            "digest": fields.TextField(),
            "address": fields.TextField(null=True),
            "opens_until": MomentField(),
            "ends_at": MomentField(),
            "issued_at": MomentField(null=True),
        },
        unique=("digest",),
        indexes={"stream_tickets_user": "(user_id, id)"},
    ),
    CreateTable(
        "WaitingPush",
        "waiting_pushes",
        {
            "user_id": fields.BigIntField(primary_key=True, generated=False),
            "done_seq": fields.BigIntField(),
            "last_seq": fields.BigIntField(),
            "due_at": MomentField(),
            "lease": fields.TextField(null=True),
            "taken_seq": fields.BigIntField(default=0),
        },
        indexes={
            "waiting_pushes_due": "(due_at, user_id)",
            "waiting_pushes_lease": "(lease) WHERE lease IS NOT NULL",
        },
    ),
]
