"""The toy schema as a process of its own: python -m tests.transport.toy_process."""

import asyncio
import sys

import uvloop
from aiohttp import web

from server.app import serving
from server.auth import Token, make_reader
from server.logs import configure_logs
from server.process import serve
from server.service import Service
from server.settings import Settings, read_settings
from tests.transport.toy import Seen, Toy, ToyContexts, toy_schema


async def assemble(settings: Settings) -> web.Application:
    seen = Seen()
    asyncio.get_running_loop().call_later(0.5, seen.may_save.set)
    seen_by_mutation = seen.saved

    def new_context(token: Token | None) -> Toy:
        return Toy(token, seen)

    async def probe() -> None:
        return None

    async def report(_: web.Application) -> None:
        print("saved" if seen_by_mutation.is_set() else "not saved", flush=True)

    app = serving(Service(toy_schema(), ToyContexts(new_context), make_reader(settings)), probe)
    app.on_cleanup.append(report)
    return app


if __name__ == "__main__":
    settings = read_settings()
    configure_logs(settings.log_level)
    sys.exit(uvloop.run(serve(settings, assemble)))
