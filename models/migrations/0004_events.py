"""The log of each user's events."""

from tortoise import fields
from tortoise.migrations import Migration as Base

from models.db.fields import MomentField
from models.db.operations import CreateTable


class Migration(Base):
    """The log; its counters came with the streams."""

    dependencies = [("models", "0003_reports")]
    operations = [
        CreateTable(
            "UserEvent",
            [
                ("id", fields.BigIntField(primary_key=True)),
                ("user_id", fields.BigIntField()),
                ("seq", fields.BigIntField()),
                ("kind", fields.SmallIntField()),
                ("at", MomentField()),
                ("thread_id", fields.BigIntField(null=True)),
                ("message_id", fields.BigIntField(null=True)),
                ("peer_id", fields.BigIntField(null=True)),
            ],
            {"table": "user_events", "unique_together": (("user_id", "seq"),)},
        ),
    ]
