"""Names folded for searching."""

from typing import Any

from tortoise import fields
from tortoise.migrations import Migration as Base
from tortoise.migrations.operations import RunPython, RunSQL
from tortoise.migrations.schema_editor.base import BaseSchemaEditor

from models.db.fields import FoldedField, reference
from models.db.operations import AddColumn, CreateTable
from models.users import folded_names
from rules.searching import word_starts

INDEXES = [
    "CREATE INDEX IF NOT EXISTS users_username_folded ON users (username_folded, id)",
    "CREATE INDEX IF NOT EXISTS user_names_start ON user_names (start, user_id)",
]
FILL = "UPDATE users SET username_folded = $2, display_name_folded = $3, found_by = $4 WHERE id = $1"
ADD = "INSERT INTO user_names (user_id, start) VALUES ($1, $2) ON CONFLICT (user_id, start) DO NOTHING"


async def fill(_: Any, editor: BaseSchemaEditor) -> None:
    """For the users that are there already."""
    for row in await editor.client.execute_query_dict("SELECT id, username, display_name FROM users"):
        names = folded_names(row["username"], row["display_name"])
        await editor.client.execute_query(FILL, [row["id"], *names])
        for start in word_starts(row["display_name"]):
            await editor.client.execute_query(ADD, [row["id"], start])


class Migration(Base):
    """Three columns and a table, with their indexes."""

    dependencies = [("models", "0007_hiding")]
    operations = [
        AddColumn("User", "username_folded", FoldedField(db_default="")),
        AddColumn("User", "display_name_folded", FoldedField(db_default="")),
        AddColumn("User", "found_by", FoldedField(db_default="")),
        CreateTable(
            "UserName",
            [
                ("id", fields.BigIntField(primary_key=True)),
                ("user", reference("User")),
                ("start", FoldedField()),
            ],
            {"table": "user_names", "unique_together": (("user_id", "start"),)},
        ),
        RunPython(fill),
        RunSQL(INDEXES),
    ]
