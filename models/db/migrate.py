"""Brings a database to the newest schema, if it is one of ours and of no other version."""

import sqlite3
from collections.abc import Collection
from contextlib import closing
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import quote

from tortoise import Model
from tortoise.context import TortoiseContext
from tortoise.migrations.executor import MigrationExecutor
from tortoise.migrations.graph import MigrationKey

from models import migrations
from models.db.connection import Rows
from models.db.files import is_cut, is_whole

if TYPE_CHECKING:
    from models.db.postgres import PostgresClient
    from models.db.sqlite import SqliteClient

Client: TypeAlias = "PostgresClient | SqliteClient"

APPLIED = "tortoise_migrations"

_COLUMNS = {
    "sqlite": """SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c
        WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'""",
    "postgres": """SELECT t.relname, a.attname FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid
        WHERE t.relnamespace = quote_ident(current_schema())::regnamespace AND t.relkind IN ('r', 'p')
            AND a.attnum > 0 AND NOT a.attisdropped""",
}


class UnknownSchema(Exception):
    """The database was made by another version."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"the tables are of another version of Doorstep ({what}): start that one, or give it a new database"
        )


class ForeignDatabase(Exception):
    """The database has tables of another application."""


async def refuse_foreign(client: Client) -> None:
    """ForeignDatabase if there are tables and none that notes our migrations."""
    _refuse(await _columns(client))


def refuse_foreign_file(path: str) -> None:
    """The same, before a file gets the mode of journal that ours have; sqlite3.Error for a broken one."""
    if Path(path).is_file():
        with closing(sqlite3.connect(f"file:{quote(path)}?mode=rw", uri=True)) as file:
            _refuse(file.execute(_COLUMNS["sqlite"]).fetchall())
            is_broken = is_cut(Path(path)) or not is_whole(file, Path(path))
        if is_broken:
            raise sqlite3.DatabaseError("database disk image is malformed")


def _refuse(columns: Rows) -> None:
    tables = {str(row[0]) for row in columns}
    if tables and APPLIED not in tables:
        raise ForeignDatabase(
            f"the tables are of another application ({min(tables)}): give Doorstep a database of its own"
        )


def refuse_other_columns(columns: Rows, context: TortoiseContext) -> None:
    """UnknownSchema if a table has not just the columns that this version knows: a table and a column a row.

    Tables that are not ours do not count.
    """
    known = {
        (model._meta.db_table, column)
        for model in models_of(context)
        for column in model._meta.fields_db_projection.values()
    }
    ours = {table for table, _ in known}
    found = {(str(table), str(column)) for table, column in columns if table in ours}
    if unlike := known ^ found:
        raise UnknownSchema(".".join(min(unlike)))


def models_of(context: TortoiseContext) -> list[type[Model]]:
    """One for each table."""
    assert context.apps is not None
    return [model for app in context.apps.values() for model in app.values()]


async def _columns(client: Client) -> Rows:
    return await client.fetch(_COLUMNS[client.dialect], ())


APP = "models"
CONNECTION = "default"

_MODULES = (
    "users",
    "relations",
    "threads",
    "messages",
    "sending.write",
    "reports",
    "moderation",
    "event_log",
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
        refuse_other_columns(await _columns(client), context)
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
