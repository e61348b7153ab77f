"""That a request had been moved to Requests, for the undo of its delete."""

from tortoise import fields
from tortoise.migrations import Migration as Base

from models.db.operations import AddColumn


class Migration(Base):
    """One column."""

    dependencies = [("models", "0013_bulk")]
    operations = [AddColumn("Membership", "undo_moved", fields.BooleanField(db_default=False))]
