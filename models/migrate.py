"""Brings a database to the newest schema."""

from typing import Any

from tortoise.context import TortoiseContext
from tortoise.migrations.executor import MigrationExecutor

APP = "models"
CONNECTION = "default"
_MODULES = (
    "user",
    "follow",
    "block",
    "thread",
    "membership",
    "message",
    "allowance",
    "quota",
    "client_key",
    "report",
    "stream",
    "event",
)
APPS = {
    APP: {
        "models": [f"models.{name}" for name in _MODULES],
        "default_connection": CONNECTION,
        "migrations": "models.migrations",
    }
}
_TURN = 4_207_060_301


async def open_context(engine: str, credentials: dict[str, Any]) -> TortoiseContext:
    """Connects, and makes the new context current for the task that asks."""
    context = TortoiseContext()
    context.__enter__()
    connection = {"engine": engine, "credentials": credentials}
    await context.init(config={"connections": {CONNECTION: connection}, "apps": APPS})
    await context.db().create_connection(with_db=True)
    return context


async def migrate(engine: str, credentials: dict[str, Any]) -> None:
    """Does nothing when nothing is new. On PostgreSQL processes take turns: the session holds a lock."""
    context = await open_context(engine, credentials)
    client: Any = context.db()
    try:
        if client.dialect == "postgres":
            await client.fetch("SELECT pg_advisory_lock($1)", (_TURN,))
        await MigrationExecutor(client, APPS).migrate()
    finally:
        await context.close_connections()
