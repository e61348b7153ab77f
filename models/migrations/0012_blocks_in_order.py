"""The order in which a user reads whom they block."""

from tortoise.migrations import Migration as Base
from tortoise.migrations.operations import RunSQL


class Migration(Base):
    """One index."""

    dependencies = [("models", "0011_exporting")]
    operations = [
        RunSQL("CREATE INDEX IF NOT EXISTS blocks_blocker ON blocks (blocker_id, created_at, id)"),
    ]
