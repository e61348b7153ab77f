"""Brings a database to the newest schema."""

from collections.abc import Collection
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

from tortoise.context import TortoiseContext
from tortoise.migrations.executor import MigrationExecutor
from tortoise.migrations.graph import MigrationKey

from models import migrations
from models.db.versions import UnknownSchema, refuse_foreign, refuse_unlike

if TYPE_CHECKING:
    from models.db.postgres import PostgresClient
    from models.db.sqlite import SqliteClient

APP = "models"
CONNECTION = "default"

_MODULES = (
    "users",
    "follows",
    "blocks",
    "looks",
    "threads",
    "messages",
    "limits",
    "reports",
    "moderation",
    "event_log",
    "marks",
    "installation",
    "filtering",
    "pushes",
    "appeals",
    "contact_codes",
    "streams",
)

APPS = {
    APP: {
        "models": [f"models.{name}" for name in _MODULES],
        "default_connection": CONNECTION,
        "migrations": "models.migrations",
    }
}


async def make_context(engine: str, credentials: dict[str, Any]) -> TortoiseContext:
    """Tortoise's state for one database, not connected yet; current for the task that asks."""
    context = TortoiseContext()
    context.__enter__()
    connection = {"engine": engine, "credentials": credentials}
    await context.init(config={"connections": {CONNECTION: connection}, "apps": APPS})
    return context


async def migrate(context: TortoiseContext, client: "PostgresClient | SqliteClient") -> list[str]:
    """Applies the migrations that the database lacks, and returns their names.

    `ForeignDatabase`, and `UnknownSchema` for migrations that this version does not know: nothing was changed.
    `UnknownSchema` for columns that this version does not know.
    """
    token = context.connections.set(CONNECTION, client)
    try:
        await refuse_foreign(client)
        executor = MigrationExecutor(client, APPS)
        had = await _applied(executor)
        await executor.migrate()
        await refuse_unlike(client, context)
        return sorted(key.name for key in executor.loader.graph.nodes if key not in had)
    finally:
        context.connections.reset(token)


def known_migrations() -> set[str]:
    """The names of this version's."""
    return {one.name for one in iter_modules(migrations.__path__) if one.name[0].isdigit()}


async def _applied(executor: MigrationExecutor) -> Collection[MigrationKey]:
    await executor.loader.build_graph()
    had = await executor.recorder.applied_migrations()
    if unknown := sorted(key.name for key in had if key not in executor.loader.graph.nodes):
        raise UnknownSchema(", ".join(unknown))
    return had
