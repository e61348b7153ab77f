"""The service as it runs: settings in, application out."""

import sqlite3
from functools import cache, partial
from pathlib import Path

import asyncpg
import structlog
from aiohttp import web

from models.db.connection import DatabaseBusy, DatabaseInUse
from models.db.database import SQLITE, Database
from models.db.migrate import UnknownSchema
from models.db.sqlite import set_aside
from rules.policy import Policy
from schema.root import CONFIG, TYPES, Mutation, Query, Subscription
from server.app import build_app
from server.background import run_beside
from server.contexts import Contexts, make_services
from server.demo import add_demo
from server.descriptions import fill
from server.graphiql import add_graphiql
from server.operations import Schema
from server.retention import keep_sweeping
from server.settings import Settings, SettingsError
from server.words_file import WordsFile, add_words, read_words

log = structlog.get_logger("doorstep.database")

DEMO_WORDS = Path(__file__).with_name("demo_words.txt")


@cache
def make_schema(
    introspection: bool,
    policy: Policy = Policy(),  # noqa: B008
    shows_cost: bool = False,
) -> Schema:
    """The one schema of the process, with its plans; its descriptions name the policy's numbers."""
    schema = Schema(
        query=Query,
        mutation=Mutation,
        subscription=Subscription,
        types=TYPES,
        config=CONFIG,
        introspection=introspection,
        shows_cost=shows_cost,
    )
    fill(schema._schema, policy)
    return schema


def _read_words(path: Path) -> WordsFile:
    try:
        return read_words(path)
    except (OSError, ValueError) as error:
        raise SettingsError(f"DOORSTEP_WORDS_FILE: {error}") from error


UNUSABLE = (
    DatabaseInUse,
    DatabaseBusy,
    UnknownSchema,
    OSError,
    ValueError,
    asyncpg.PostgresError,
    sqlite3.Error,
)


async def open_database(settings: Settings) -> Database:
    """SettingsError where it cannot be used. A demo's file of another version is kept under a new name."""
    url = settings.database_url
    try:
        return await (_open_demo(url) if settings.demo and url.startswith(SQLITE) else Database.open(url))
    except UNUSABLE as error:
        raise SettingsError(f"DOORSTEP_DATABASE_URL: {error}") from error


async def _open_demo(url: str) -> Database:
    try:
        return await Database.open(url)
    except UnknownSchema:
        aside = set_aside(url.removeprefix(SQLITE))
        log.warning("the demo begins a new database: the old one is of another version", kept=str(aside))
        return await Database.open(url)


async def assemble(settings: Settings) -> web.Application:
    """SettingsError where the database or the file of words cannot be used."""
    path = settings.words_file or (DEMO_WORDS if settings.demo else None)
    words = _read_words(path) if path else None
    database = await open_database(settings)
    services = await make_services(database, settings.policy)
    schema = make_schema(settings.demo, settings.policy, shows_cost=settings.demo)
    app = build_app(schema, Contexts(services).make, settings, lambda: database.fetch("SELECT 1", ()))
    run_beside(app, partial(keep_sweeping, services))
    if words:
        add_words(app, services.filter, words)
    if settings.demo:
        await add_demo(app, services, schema, settings)
        add_graphiql(app)

    async def close(_: web.Application) -> None:
        await database.close()

    app.on_cleanup.append(close)
    return app
