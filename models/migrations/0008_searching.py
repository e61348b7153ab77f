"""Names folded for searching."""

from typing import Any

from tortoise.migrations import Migration as Base
from tortoise.migrations.operations import RunPython, RunSQL
from tortoise.migrations.schema_editor.base import BaseSchemaEditor

from models.add_column import AddColumn
from models.fields import FoldedField
from models.user import folded_names

INDEXES = [
    "CREATE INDEX IF NOT EXISTS users_username_folded ON users (username_folded, id)",
    "CREATE INDEX IF NOT EXISTS users_display_name_folded ON users (display_name_folded, id)",
]
FILL = "UPDATE users SET username_folded = $2, display_name_folded = $3 WHERE id = $1"


async def fill(_: Any, editor: BaseSchemaEditor) -> None:
    """For the users that are there already."""
    for row in await editor.client.execute_query_dict("SELECT id, username, display_name FROM users"):
        names = folded_names(row["username"], row["display_name"])
        await editor.client.execute_query(FILL, [row["id"], *names])


class Migration(Base):
    """Two columns with their indexes."""

    dependencies = [("models", "0007_hiding")]
    operations = [
        AddColumn("User", "username_folded", FoldedField(db_default="")),
        AddColumn("User", "display_name_folded", FoldedField(db_default="")),
        RunPython(fill),
        RunSQL(INDEXES),
    ]
