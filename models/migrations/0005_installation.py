"""The installation's secret."""

from tortoise import fields
from tortoise.migrations import Migration as Base

from models.db.operations import CreateTable


class Migration(Base):
    """One row, made at the first start."""

    dependencies = [("models", "0004_events")]
    operations = [
        CreateTable(
            "Installation",
            [("id", fields.BigIntField(primary_key=True)), ("secret", fields.TextField())],
            {"table": "installation"},
        ),
    ]
