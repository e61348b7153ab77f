"""What retention looks for when the time of erased users is over."""

from tortoise.migrations import Migration as Base
from tortoise.migrations.operations import RunSQL

INDEXES = [
    "CREATE INDEX IF NOT EXISTS users_erased ON users (erased_at) WHERE erased_at IS NOT NULL",
    "CREATE INDEX IF NOT EXISTS report_evidence_sender ON report_evidence (sender_id)",
]


class Migration(Base):
    """Two indexes."""

    dependencies = [("models", "0009_asking")]
    operations = [RunSQL(INDEXES)]
