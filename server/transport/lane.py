"""The short way of one route, from a parsed request to the bytes of its answer."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeAlias, cast

from aiohttp import HttpVersion11, hdrs, web
from aiohttp.http_writer import StreamWriter
from aiohttp.streams import StreamReader
from aiohttp.web_protocol import RequestHandler, _ErrInfo
from aiohttp.web_urldispatcher import UrlMappingMatchInfo

from server.transport.replies import Reply

Answer: TypeAlias = "Reply | web.StreamResponse"
Handler: TypeAlias = Callable[[web.Request], Awaitable[Answer]]


@dataclass(frozen=True, slots=True)
class Lane:
    """A route whose requests need no router. `match` is what the router would find.

    `headers_for`: those that an answer gets for the page that asked.
    """

    route: web.AbstractRoute
    path: str
    handle: Handler
    headers_for: Callable[[web.Request], Mapping[str, str]]
    match: UrlMappingMatchInfo

    @classmethod
    def of(
        cls,
        app: web.Application,
        route: web.AbstractRoute,
        handle: Handler,
        headers_for: Callable[[web.Request], Mapping[str, str]],
    ) -> "Lane":
        """For a route of the application that has one fixed path."""
        match = UrlMappingMatchInfo({}, route)
        match.add_app(app)
        match.freeze()
        assert route.resource
        return cls(route, route.resource.canonical, handle, headers_for, match)

    def within(self, middlewares: Sequence[Any]) -> "Lane":
        """The lane with an application's middlewares around it, the first outermost."""
        handle = self.handle
        for middleware in reversed(middlewares):
            handle = partial(middleware, handler=handle)
        return replace(self, handle=handle)


LANE = web.AppKey("lane", Lane)


class LaneHandler(RequestHandler):
    """One connection. Its requests take the lane until the first that does not fit; from then on aiohttp's loop runs.

    Requests are answered one by one, in order, on both ways.
    """

    __slots__ = ("_lane", "_running", "on_lost")

    def __init__(self, *args: Any, lane: Lane | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._lane = lane
        self._running: asyncio.Task[None] | None = None
        self.on_lost: Callable[[], None] | None = None

    def connection_lost(self, exc: BaseException | None) -> None:
        """Tell an answer that is under way that its client left."""
        if self.on_lost is not None:
            self.on_lost()
        super().connection_lost(exc)

    async def start(self) -> None:
        """aiohttp's loop, once it is needed."""
        if self._lane is not None:
            self._waiter = self._loop.create_future()
            try:
                await self._waiter
            finally:
                self._waiter = None
        await super().start()

    def feed(self, data: bytes) -> None:
        """Parse. Nothing begins to be answered before `proceed`."""
        waiter, self._waiter = self._waiter, None
        super().data_received(data)
        self._waiter = waiter

    def proceed(self) -> None:
        """Begin the next request, unless one is being answered."""
        if not self._messages or self._running is not None:
            return
        if self._lane is not None and _fits(self._lane, self._messages[0][0]):
            self._begin(self._lane)
            return
        self._lane = None
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    def _begin(self, lane: Lane) -> None:
        message, payload = self._messages.popleft()
        self._running = self._loop.create_task(self._run(lane, message, payload))
        if self._parser is not None:
            self._parser.message_consumed()
        if self._buffer_paused and len(self._messages) <= self._msg_queue_resume_size:
            self._resume_reading_if_drained()

    def resume_reading(self, resume_parser: bool = True) -> None:
        """aiohttp calls this for each chunk of a body that is read, though nothing was paused."""
        if self._reading_paused:
            super().resume_reading(resume_parser)

    async def finish_response(
        self, request: web.BaseRequest, resp: Answer, start_time: float | None
    ) -> tuple[Any, bool]:
        """Send the answer; True if the client left before."""
        if not isinstance(resp, Reply):
            return await super().finish_response(request, resp, start_time)
        if self.transport is None or self._lane is None:
            return resp, True
        self.transport.write(resp.to_bytes(self._lane.headers_for(cast(web.Request, request))))
        if self._paused:
            await self._drain_helper()
        return resp, False

    async def shutdown(self, timeout: float | None = 15.0) -> None:  # noqa: ASYNC109
        """As aiohttp's: what is still running after the timeout is cancelled."""
        await super().shutdown(timeout)
        if self._running is not None:
            self._running.cancel()

    def _process_keepalive(self) -> None:
        if self._running is None:
            super()._process_keepalive()
        else:
            self._keepalive_handle = None

    async def _run(self, lane: Lane, message: Any, payload: StreamReader) -> None:
        stays = False
        try:
            stays = await self._answer(lane, message, payload)
        except ConnectionError:
            self.log_debug("Ignored premature client disconnection")
        except Exception as error:
            self.log_exception("Unhandled exception", exc_info=error)
        finally:
            self._running = None
            self._end(stays)

    async def _answer(self, lane: Lane, message: Any, payload: StreamReader) -> bool:
        """Whether the connection can be used further."""
        if self._manager is None or self._request_factory is None:
            return False
        self._manager.requests_count += 1
        writer, task = StreamWriter(self, self._loop), self._task_handler
        request: Any = self._request_factory(message, payload, self, writer, task)  # type: ignore[arg-type]
        request._match_info = lane.match
        if payload.is_eof() and not payload.exception() and payload.total_bytes <= request.client_max_size:
            request._read_bytes = payload.read_nowait()
        try:
            response, is_lost = await self._handle_request(request, None, lane.handle)  # type: ignore[arg-type]
        finally:
            request._task = None
        is_read = payload.is_eof() or await self._is_read(payload)
        return bool(response.keep_alive) and not is_lost and is_read

    async def _is_read(self, payload: StreamReader) -> bool:
        """Give the client a moment to send the rest of a body that was refused, so that it reads the refusal."""
        with suppress(TimeoutError):
            async with asyncio.timeout(self._lingering_time):
                while not payload.is_eof() and not self._force_close:
                    await payload.readany()
        return payload.is_eof()

    def _end(self, stays: bool) -> None:
        if not stays or self._close or self._force_close:
            self.force_close()
            return
        self._next_keepalive_close_time = close_time = self._loop.time() + self._keepalive_timeout
        if self._keepalive_handle is None:
            self._keepalive_handle = self._loop.call_at(close_time, self._process_keepalive)
        self.proceed()


def _fits(lane: Lane, message: Any) -> bool:
    return (
        not isinstance(message, _ErrInfo)
        and message.path == lane.path
        and message.method == lane.route.method
        and message.version == HttpVersion11
        and not message.should_close
        and not message.upgrade
        and hdrs.EXPECT not in message.headers
    )
