"""What goes on beside the requests, for as long as the application runs."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import suppress
from typing import Any

from aiohttp import web


def run_beside(app: web.Application, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Begins when the application starts, and is cancelled when it ends."""

    async def run(_: web.Application) -> AsyncIterator[None]:
        task = asyncio.create_task(work())
        yield
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    app.cleanup_ctx.append(run)
