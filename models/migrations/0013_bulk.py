"""What one delete took, so that one undo brings it back."""

from tortoise import fields
from tortoise.migrations import Migration as Base
from tortoise.migrations.operations import RunSQL

from models.db.operations import AddColumn

DELETES = """CREATE INDEX IF NOT EXISTS memberships_undo
    ON memberships (user_id, undo_seq) WHERE undo_seq IS NOT NULL"""


class Migration(Base):
    """One column, one index."""

    dependencies = [("models", "0012_blocks_in_order")]
    operations = [AddColumn("Membership", "undo_seq", fields.BigIntField(null=True)), RunSQL(DELETES)]
