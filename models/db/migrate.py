"""Brings a database to the newest schema."""

from typing import Any

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.context import TortoiseContext
from tortoise.migrations.executor import MigrationExecutor

APP = "models"
CONNECTION = "default"

_MODULES = (
    "users",
    "follows",
    "blocks",
    "threads",
    "messages",
    "limits",
    "reports",
    "moderation",
    "event_log",
    "installation",
    "filtering",
    "pushes",
    "appeals",
    "streams",
)

APPS = {
    APP: {
        "models": [f"models.{name}" for name in _MODULES],
        "default_connection": CONNECTION,
        "migrations": "models.migrations",
    }
}


class UnknownSchema(Exception):
    """The database was made by a version whose migrations this one does not have."""


async def make_context(engine: str, credentials: dict[str, Any]) -> TortoiseContext:
    """Tortoise's state for one database, not connected yet; current for the task that asks."""
    context = TortoiseContext()
    context.__enter__()
    connection = {"engine": engine, "credentials": credentials}
    await context.init(config={"connections": {CONNECTION: connection}, "apps": APPS})
    return context


async def migrate(context: TortoiseContext, client: BaseDBAsyncClient) -> None:
    """Applies the migrations that the database lacks.

    `UnknownSchema`: it has migrations that this version does not know; nothing was changed.
    """
    token = context.connections.set(CONNECTION, client)
    try:
        executor = MigrationExecutor(client, APPS)
        await _refuse_unknown(executor)
        await executor.migrate()
    finally:
        context.connections.reset(token)


async def _refuse_unknown(executor: MigrationExecutor) -> None:
    await executor.loader.build_graph()
    had = await executor.recorder.applied_migrations()
    unknown = sorted(key.name for key in had if key not in executor.loader.graph.nodes)
    if unknown:
        raise UnknownSchema(
            f"the tables are of another version of Doorstep ({', '.join(unknown)}): give it a new database"
        )
