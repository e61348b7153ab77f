"""The order in which a user asked others."""

from tortoise.migrations import Migration as Base
from tortoise.migrations.operations import RunSQL


class Migration(Base):
    """One index."""

    dependencies = [("models", "0008_searching")]
    operations = [
        RunSQL(["CREATE INDEX IF NOT EXISTS allowances_sender ON allowances (sender_id, id)"]),
    ]
