"""What hides a request: each user's own words, and what an undo needs to know of it."""

from tortoise import fields
from tortoise.migrations import Migration as Base
from tortoise.migrations.operations import RunSQL

from models.db.fields import reference
from models.db.operations import AddColumn, CreateTable

ARCHIVE = """CREATE INDEX IF NOT EXISTS memberships_archive
    ON memberships (user_id, activity_at, thread_id) WHERE folder IN (3, 4)"""


class Migration(Base):
    """One table, one column, one index."""

    dependencies = [("models", "0006_moderation")]
    operations = [
        CreateTable(
            "FilterWords",
            [
                ("id", fields.BigIntField(primary_key=True)),
                ("user", reference("User")),
                ("words", fields.TextField()),
                ("needles", fields.TextField()),
            ],
            {"table": "filter_words", "unique_together": (("user_id",),)},
        ),
        AddColumn("Membership", "undo_hidden_reasons", fields.SmallIntField(null=True)),
        RunSQL(ARCHIVE),
    ]
