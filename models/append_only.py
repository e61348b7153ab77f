"""The migration operation that lets a table's rows neither change nor go."""

from tortoise.migrations.operations import RunSQL
from tortoise.migrations.schema_editor.base import BaseSchemaEditor
from tortoise.migrations.schema_generator.state import State

_SQLITE = [
    """CREATE TRIGGER IF NOT EXISTS {table}_no_{change} BEFORE {change} ON {table}
    BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END""".replace("{change}", change)
    for change in ("UPDATE", "DELETE")
]
_POSTGRES = [
    """CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN RAISE EXCEPTION USING MESSAGE = TG_TABLE_NAME || '' is append-only'',
        ERRCODE = ''integrity_constraint_violation''; END'""",
    """CREATE OR REPLACE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()""",
]


class AppendOnly(RunSQL):
    """Triggers, so that it holds for whoever writes. May be run again."""

    def __init__(self, table: str) -> None:
        super().__init__([])
        self._texts = {
            "sqlite": [text.format(table=table) for text in _SQLITE],
            "postgres": [text.format(table=table) for text in _POSTGRES],
        }

    async def database_forward(
        self, app_label: str, old_state: State, new_state: State, state_editor: BaseSchemaEditor | None = None
    ) -> None:
        """Each whole: Tortoise would cut a trigger at its semicolon."""
        if state_editor is None:
            return
        client = state_editor.client
        for text in self._texts[client.capabilities.dialect]:
            await client.execute_query(text)
