"""Running services for tests: any application on a free port, and the whole of Doorstep with parts that tests bring."""

import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import fields

import aiohttp
from aiohttp import web

from events.hub import Hub
from models.db.database import Database
from resolvers.loaders import Loaders
from rules.policy import Policy
from schema.types.context import Services
from schema.types.ids import Sealer
from server.app import build_app, make_schema
from server.contexts import Contexts
from server.filtering import make_filter
from server.rates import Pressure, Rates
from server.service import SERVICE
from server.settings import Settings
from server.transport.wire import Runner
from tests.world import SECRET, Clock, World

IN_SETS = os.environ.get("DOORSTEP_SEND_SETS") != "0"
"""Each suite passes with sends in sets and without."""
UNBOUND = Rates(**{field.name: 10**9 for field in fields(Rates)})
"""Tests ask more than any user does; those of the rates themselves have their own."""


@asynccontextmanager
async def listening(runner: web.AppRunner, host: str = "127.0.0.1") -> AsyncIterator[str]:
    """The address of an application, which runs until the block ends."""
    await runner.setup()
    try:
        await web.TCPSite(runner, host, 0).start()
        yield f"http://{host}:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


def services_on(database: Database, policy: Policy) -> Services:
    """With a clock of the tests'."""
    sealer = Sealer(b"tests" * 8)
    return Services(database, Hub(), policy, sealer, make_filter(), Clock(), Loaders, sends_in_sets=IN_SETS)


@asynccontextmanager
async def running_world(database: Database, policy: Policy, rates: Rates = UNBOUND) -> AsyncIterator[World]:
    """The whole service over HTTP, on a free port."""
    async with serving(services_on(database, policy), rates=rates) as world:
        yield world


@asynccontextmanager
async def serving(
    services: Services, change: Callable[[web.Application], None] | None = None, rates: Rates = UNBOUND
) -> AsyncIterator[World]:
    """The same with parts that the test brings. `change` gets the application before it starts."""
    settings = Settings(port=0, jwt_secret=SECRET, rates=rates)
    app = build_app(make_schema(True), Contexts(services), settings)
    # Tests ask what happens, not how soon: a slow machine must not make the limit of mutations fall.
    app[SERVICE].schema.pressure = Pressure(lambda: 0.0)
    if change:
        change(app)
    assert isinstance(services.clock, Clock)
    async with listening(Runner(app)) as url, aiohttp.ClientSession() as client:
        yield World(services, services.clock, f"{url}/graphql", client, app=app)
