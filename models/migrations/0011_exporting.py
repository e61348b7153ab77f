"""The order in which a user's own reports are read."""

from tortoise.migrations import Migration as Base
from tortoise.migrations.operations import RunSQL


class Migration(Base):
    """One index."""

    dependencies = [("models", "0010_erasing")]
    operations = [
        RunSQL(["CREATE INDEX IF NOT EXISTS reports_reporter ON reports (reporter_id, id)"]),
    ]
