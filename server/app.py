"""An application from settings: its service, database, documents and pages, joined to the other processes."""

import asyncio
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack, contextmanager, suppress
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

import asyncpg
import structlog
from aiohttp import hdrs, web
from tortoise.exceptions import BaseORMException

from events.hub import Poll
from models.db.connection import DatabaseBusy, DatabaseInUse, OutcomeUnknown
from models.db.database import Database
from models.db.files import SQLITE, file_of, set_aside
from models.db.migrate import ForeignDatabase, UnknownSchema
from rules.policy import Policy
from schema.root import CONFIG, TYPES, Mutation, Query, Subscription
from schema.types.context import Services
from schema.types.directives import fill
from server.assets import ASKED_AGAIN, EXAMPLE, QUERIES, File, add_graphiql, add_page
from server.auth import make_reader
from server.chores import CHORES, keep
from server.contexts import Contexts, make_services
from server.demo import add_demo
from server.documents import Documents, ManifestError, read_manifests
from server.filtering import WordsFile, ban, keep_banned, read_words
from server.operations import Execution, Schema
from server.process import Probe, add_health, prepare
from server.service import PAGE, PATH, SERVICE, Service, answer_post, logged, run_beside
from server.settings import PREFIX, Settings, SettingsError, wants_traces
from server.transport.http import answer_http, head_of, reply_to
from server.transport.lane import LANE, Lane
from server.transport.negotiation import add_origin, answer_preflight, is_upgrade
from server.transport.sessions import SESSIONS, close_all, end_revoked
from server.transport.websocket import answer_socket

MAX_BODY = 256 * 1024

SETTLE_DEADLINE = 3.0
SDL = "/schema.graphql"
DEMO_WORDS = Path(__file__).with_name("demo_words.txt")

log = structlog.get_logger("doorstep.database")


class Known(NamedTuple):
    """The parts that need no database. `texts` are those of the schema's documents."""

    schema: Schema
    texts: Sequence[str]
    words: WordsFile | None


def know(settings: Settings) -> Known:
    """SettingsError where a manifest or the file of words cannot be used."""
    texts, documents = _documents(settings)
    schema = make_schema(settings.demo, settings.policy, settings.demo, settings.execution, documents)
    path = settings.words_file or (DEMO_WORDS if settings.demo else None)
    with usable("WORDS_FILE", (OSError, ValueError)):
        return Known(schema, texts, read_words(path) if path else None)


async def assemble(settings: Settings, known: Known | None = None) -> web.Application:
    """SettingsError if the database, the words or a manifest cannot be used. `known`: from the process that forked."""
    schema, texts, words = known or know(settings)
    async with AsyncExitStack() as opened:
        database = await open_database(settings)
        # A start that fails later leaves nothing that would keep the process from its end.
        opened.push_async_callback(database.close)
        with usable():
            services = await make_services(database, settings.policy, sends_in_sets=settings.send_sets)
        app = build_app(schema, Contexts(services), settings)
        join_others(app, services, settings.redis_url)
        for chore in CHORES:
            run_beside(app, partial(keep, services, *chore))
        run_beside(app, partial(prepare, schema, texts))
        if wants_traces():
            trace_operations(app, schema, database)
        if settings.metrics_port:
            # Its import takes memory that a process without metrics does not need.
            from server.metrics import add_metrics

            add_metrics(app, services, settings, texts)
        if words:
            ban(services.filter, words)
            run_beside(app, partial(keep_banned, services.filter, words))
        if settings.demo:
            await _add_demo(app, services, schema, settings)
        kept = opened.pop_all()
    app.on_cleanup.append(lambda _: kept.aclose())
    return app


def _documents(settings: Settings) -> tuple[list[str], Documents]:
    """The texts of those that front ends are known to send, and all that may be sent."""
    own = [path.read_text(encoding="utf-8") for path in sorted(QUERIES.glob("*.graphql"))]
    with usable("MANIFESTS", (ManifestError,)):
        registered = read_manifests(settings.manifests) if settings.manifests else {}
    return [*own, *registered.values()], Documents(registered, settings.mode, texts=own)


async def _add_demo(app: web.Application, services: Services, schema: Schema, settings: Settings) -> None:
    await add_demo(app, services, schema, settings)
    add_graphiql(app)
    add_page(app, "/", "/example", EXAMPLE)
    sdl = File(f"{schema.as_str()}\n".encode(), "text/plain; charset=utf-8", ASKED_AGAIN)
    app.router.add_get(SDL, sdl.answer)


TROUBLE = (DatabaseBusy, OutcomeUnknown, OSError, asyncpg.PostgresError, sqlite3.Error)
"""The errors of a database that was opened, and then fails."""

UNUSABLE = (
    *TROUBLE,
    DatabaseInUse,
    ForeignDatabase,
    UnknownSchema,
    ValueError,
    asyncpg.InterfaceError,
    BaseORMException,
)


async def open_database(settings: Settings) -> Database:
    """SettingsError if the database cannot be used. A demo's file of another version gets another name."""
    url = settings.database_url
    with usable():
        return await (_open_demo(url) if settings.demo and url.startswith(SQLITE) else Database.open(url))


@contextmanager
def usable(name: str = "DATABASE_URL", errors: tuple[type[Exception], ...] = UNUSABLE) -> Iterator[None]:
    """SettingsError, with the name of the setting, in the place of an error that says it cannot be used."""
    try:
        yield
    except errors as error:
        raise SettingsError(f"{PREFIX}{name}: {line_of(error)}") from error


def line_of(error: BaseException) -> str:
    """The error as one line for the operator, in PostgreSQL's words if it has said something."""
    said = error.__cause__ if isinstance(error.__cause__, asyncpg.PostgresError) else error
    return " ".join(str(said).split()) or type(error).__name__


async def _open_demo(url: str) -> Database:
    try:
        return await Database.open(url)
    except UnknownSchema:
        aside = set_aside(str(file_of(url)))
        log.warning("the demo begins a new database: the old one is of another version", kept=str(aside))
        return await Database.open(url)


def trace_operations(app: web.Application, schema: Schema, database: Database) -> None:
    """SettingsError as of `traceable`."""
    with traceable():
        from server.traces import add_traces

        add_traces(app, schema, database)


def refuse_traces() -> None:
    """SettingsError as of `traceable`; nothing is traced yet."""
    with traceable():
        from server.traces import make_provider

        make_provider().shutdown()


@contextmanager
def traceable() -> Iterator[None]:
    """SettingsError if the libraries of traces are missing, or refuse a variable of theirs."""
    try:
        yield
    except ImportError as error:
        raise SettingsError("OTEL_EXPORTER_OTLP_ENDPOINT: install doorstep[traces]") from error
    except ValueError as error:
        raise SettingsError(f"OTEL_…: {line_of(error)}") from error


def join_others(app: web.Application, services: Services, redis_url: str | None) -> None:
    """A SQLite file has one process, so no hints come. Polls find a commit whose outcome the process did not learn."""
    run_beside(app, services.revocations.keep)
    if services.database.dialect == "sqlite":
        return
    run_beside(app, Poll(services.database, services.hub).keep)
    if redis_url:
        # Its import takes memory and time, and most installations have one process.
        from events.broker import RedisBroker
        from server.settlements import Settlements

        services.hub.broker = broker = RedisBroker(redis_url, services.hub, services.revocations.call)
        run_beside(app, broker.run)
        run_beside(app, Settlements(redis_url, app[SERVICE].meters).run)


def build_app(schema: Schema, contexts: Contexts, settings: Settings) -> web.Application:
    """The whole service, built from settings. Callers may add routes before it runs."""
    tokens = make_reader(settings)
    service = Service(
        schema,
        contexts,
        tokens,
        origins=settings.cors_origins,
        proxies=settings.trusted_proxies,
        rates=settings.rates,
    )
    app = serving(service, contexts.services.database.probe)
    contexts.services.revocations.listeners.append(partial(end_revoked, app[SESSIONS]))
    if tokens.keys is not None:
        run_beside(app, tokens.keys.keep)
    return app


def serving(service: Service, probe: Probe) -> web.Application:
    """The application around a service; routes added later may set headers of their own."""
    app = web.Application(middlewares=[logged], client_max_size=MAX_BODY)
    app[SERVICE] = service
    app[SESSIONS] = set()
    app.router.add_get(PATH, _get, allow_head=False)
    post = app.router.add_post(PATH, answer_http)
    app[LANE] = Lane.of(app, post, partial(answer_post, partial(reply_to, service)), head_of)
    app.router.add_options(PATH, answer_preflight)
    add_health(app, probe)
    app.on_response_prepare.append(add_origin)
    app.on_shutdown.append(close_all)
    app.on_cleanup.append(_settle)
    return app


async def _get(request: web.Request) -> web.StreamResponse:
    if is_upgrade(request):
        return await answer_socket(request)
    if (
        PAGE in request.app
        and not request.query_string
        and "text/html" in request.headers.get(hdrs.ACCEPT, "")
    ):
        raise web.HTTPFound(request.app[PAGE])
    return await answer_http(request)


async def _settle(app: web.Application) -> None:
    """Let running mutations commit before the database closes."""
    with suppress(TimeoutError):
        async with asyncio.timeout(SETTLE_DEADLINE):
            await app[SERVICE].schema.settle()


@cache
def make_schema(
    introspection: bool,
    policy: Policy = Policy(),  # noqa: B008
    shows_cost: bool = False,
    execution: Execution | None = None,
    documents: Documents | None = None,
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
        execution=execution,
        documents=documents,
    )
    fill(schema._schema, policy)
    return schema
