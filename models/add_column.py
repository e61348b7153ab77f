"""The migration operation that adds a column to a table that has rows."""

from tortoise.migrations.operations import AddField
from tortoise.migrations.schema_editor.base import BaseSchemaEditor
from tortoise.migrations.schema_generator.state import State

_FIND = {
    "sqlite": "SELECT 1 FROM pragma_table_info('{table}') WHERE name = '{column}'",
    "postgres": """SELECT 1 FROM information_schema.columns WHERE table_schema = current_schema()
        AND table_name = '{table}' AND column_name = '{column}'""",
}


class AddColumn(AddField):
    """May be run again: a process may die between a migration and the note that it was applied."""

    async def database_forward(
        self, app_label: str, old_state: State, new_state: State, state_editor: BaseSchemaEditor | None = None
    ) -> None:
        """Nothing, where the column is there."""
        if state_editor is None:
            return
        table = new_state.apps.get_model(f"{app_label}.{self.model_name}")._meta.db_table
        client = state_editor.client
        find = _FIND[client.capabilities.dialect].format(table=table, column=self.name)
        if not await client.execute_query_dict(find):
            await super().database_forward(app_label, old_state, new_state, state_editor)
