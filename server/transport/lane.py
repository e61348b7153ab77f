"""The short way of one route, from the bytes of a request to those of its answer."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from contextvars import Context, copy_context
from dataclasses import dataclass
from http import HTTPStatus
from types import CoroutineType
from typing import Any, NamedTuple, TypeAlias

from aiohttp import HttpVersion11, hdrs, web
from aiohttp.http_writer import StreamWriter
from aiohttp.streams import StreamReader
from aiohttp.web_protocol import RequestHandler, _ErrInfo
from aiohttp.web_urldispatcher import UrlMappingMatchInfo

from server.soon import Soon, settled
from server.transport.heads import Head, KnownHeads, Parsed, Post
from server.transport.replies import Reply

Answer: TypeAlias = "Reply | web.StreamResponse"
Body: TypeAlias = "bytes | web.Request"
"""The bytes, or the request whose body is not complete yet."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A route whose requests need no router. `match` is what the router would find.

    `head_of`: None if aiohttp must answer the request: a refusal, or a stream.
    """

    route: web.AbstractRoute
    path: str
    handle: Callable[[Post, Body], Soon[Answer]]
    head_of: Callable[[web.Request], Head | None]
    match: UrlMappingMatchInfo
    known: KnownHeads

    @classmethod
    def of(
        cls,
        app: web.Application,
        route: web.AbstractRoute,
        handle: Callable[[Post, Body], Soon[Answer]],
        head_of: Callable[[web.Request], Head | None],
    ) -> "Lane":
        """For a route of the application that has one fixed path."""
        match = UrlMappingMatchInfo({}, route)
        match.add_app(app)
        match.freeze()
        assert route.resource
        return cls(route, route.resource.canonical, handle, head_of, match, KnownHeads())


LANE = web.AppKey("lane", Lane)
A_MOMENT = 0.5
NO_MESSAGES: deque[Any] = deque(maxlen=0)


class Fitting(NamedTuple):
    """A request that aiohttp has parsed, and that the lane can answer."""

    post: Post
    request: web.Request
    payload: StreamReader


class LaneHandler(RequestHandler):
    """One connection. Its requests take the lane until the first that does not fit; from then on aiohttp's loop runs.

    Requests are answered one by one, in order, on both ways. `is_at_start`: what comes next begins a request.
    """

    __slots__ = ("_is_taking", "_lane", "_peer", "_running", "is_at_start", "on_lost")

    def __init__(self, *args: Any, lane: Lane | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._lane = lane
        self._peer = ""
        self.is_at_start = True
        self._is_taking = False
        self._running: asyncio.Task[None] | None = None
        self.on_lost: Callable[[], None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Note the client's address."""
        super().connection_made(transport)
        self._peer = self.peername[0] if isinstance(self.peername, tuple) else ""

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
        if self._manager is not None:  # Else the client has left in this turn.
            await super().start()

    def data_received(self, data: bytes) -> None:
        """A request whose head has only known parts needs no parser."""
        if not self._take_known(data):
            self.read(data)

    def read(self, data: bytes) -> None:
        """Of any other request, or of a socket."""
        self.feed(data)
        self.proceed()

    def _take_known(self, data: bytes) -> bool:
        """False: nothing was done. An answer that needs no wait is written at once, without a task."""
        lane = self._lane
        if lane is None or not self.is_at_start or self._running is not None:
            return False
        found = None if self._close or self._force_close else lane.known.find(self._peer, data)
        if found is None:
            return False
        post, body = found
        context = copy_context()
        answer = context.run(lane.handle, post, body)
        if isinstance(answer, CoroutineType):
            self._start(self._run(post, answer), context)
            return True
        reply = self._write(post, answer)  # type: ignore[arg-type]
        if self._paused:
            self._start(self._run(post, reply), context)
        else:
            self._end(not reply.closes)
        return True

    def leave_http(self) -> None:
        """The connection is a socket from now on, which needs no parser and no place for requests."""
        self._parser, self._messages = None, NO_MESSAGES

    def feed(self, data: bytes) -> None:
        """Parse. Nothing begins to be answered before `proceed`."""
        self.is_at_start = False
        waiter, self._waiter = self._waiter, None
        super().data_received(data)
        self._waiter = waiter

    def proceed(self, data: bytes = b"") -> None:
        """Begin the next request, unless one is being answered. `data`: the bytes with which it began, if known."""
        if not self._messages or self._running is not None or self._is_taking:
            return
        lane, (message, payload) = self._lane, self._messages[0]
        if lane is not None and _fits(lane, message) and (found := self._fitting(lane, message, payload)):
            # To take it can parse more, and what is parsed then comes after it.
            self._is_taking = True
            self._take(lane, found, data)
            self._is_taking = False
            return
        self._lane = None
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    def _fitting(self, lane: Lane, message: Any, payload: StreamReader) -> Fitting | None:
        if self._manager is None or self._request_factory is None:
            return None
        writer, task = StreamWriter(self, self._loop), self._task_handler
        request: Any = self._request_factory(message, payload, self, writer, task)  # type: ignore[arg-type]
        request._match_info = lane.match
        head = lane.head_of(request)
        if head is None:
            return None
        return Fitting(Post(head, tuple(request.headers.getall(hdrs.AUTHORIZATION, ()))), request, payload)

    def _take(self, lane: Lane, found: Fitting, data: bytes) -> None:
        self._messages.popleft()
        post, request, payload = found
        is_complete = payload.is_eof()
        if is_complete and self._parser is not None:
            self._parser.message_consumed()
        if self._buffer_paused and len(self._messages) <= self._msg_queue_resume_size:
            self._resume_reading_if_drained()
        if not is_complete or payload.exception() or payload.total_bytes > request.client_max_size:
            self._begin(lane, post, request, None if is_complete else payload)
            return
        body = payload.read_nowait()
        self.is_at_start = lane.known.learn(self._peer, data, Parsed(post, len(request.headers), body))
        self._begin(lane, post, body)

    def _begin(self, lane: Lane, post: Post, body: Body, payload: StreamReader | None = None) -> None:
        """In a task also what needs no wait: many requests may have come together."""
        self._start(self._run(post, self._handled(lane, post, body), body, payload), copy_context())

    async def _handled(self, lane: Lane, post: Post, body: Body) -> Answer:
        return await settled(lane.handle(post, body))

    def _start(self, run: Coroutine[Any, Any, None], context: Context) -> None:
        self._running = self._loop.create_task(run, context=context)

    def resume_reading(self, resume_parser: bool = True) -> None:
        """aiohttp calls this for each chunk of a body that is read, paused or not: its own loop needs it."""
        if self._reading_paused or self._lane is None:
            super().resume_reading(resume_parser)

    async def shutdown(self, timeout: float | None = 15.0) -> None:  # noqa: ASYNC109
        """As aiohttp's, which takes the time twice: what is still running after it is cancelled."""
        with suppress(TimeoutError):
            async with asyncio.timeout(timeout and timeout + A_MOMENT):
                await super().shutdown(timeout)
        for task in filter(None, (self._task_handler, self._running)):
            task.cancel()
        self.force_close()

    def _process_keepalive(self) -> None:
        if self._running is None:
            super()._process_keepalive()
        else:
            self._keepalive_handle = None

    async def _run(
        self,
        post: Post,
        answer: Awaitable[Answer] | Reply,
        body: Body = b"",
        payload: StreamReader | None = None,
    ) -> None:
        """Send an answer, or the rest of one that is written; then the next request may begin."""
        stays = False
        self._request_in_progress = True
        if not isinstance(body, bytes):
            self._current_request = body
        try:
            reply = answer if isinstance(answer, Reply) else self._write(post, await answer)
            if self._paused:
                await self._drain_helper()
            stays = not reply.closes
            if payload is not None and reply.status != HTTPStatus.REQUEST_TIMEOUT:
                stays = await self._is_read(payload) and stays
        except ConnectionError:
            self.log_debug("Ignored premature client disconnection")
        except Exception as error:
            self.log_exception("Unhandled exception", exc_info=error)
        finally:
            self._running = self._current_request = None
            self._request_in_progress = False
            if self._handler_waiter is not None:
                self._handler_waiter.set_result(None)
            self._end(stays)

    def _write(self, post: Post, answer: Answer) -> Reply:
        if self.transport is None or self._manager is None:
            raise ConnectionResetError
        self._manager.requests_count += 1
        reply = answer if isinstance(answer, Reply) else Reply.of(answer, post.head.media)
        self.transport.write(reply.to_bytes(post.head.page))
        return reply

    async def _is_read(self, payload: StreamReader) -> bool:
        """Give the client a moment to send the rest of a body that was refused, so that it reads the refusal."""
        with suppress(TimeoutError):
            async with asyncio.timeout(self._lingering_time):
                while not payload.is_eof() and not self._force_close:
                    await payload.readany()
        if payload.is_eof() and self._parser is not None:
            # The parser counts complete messages; beyond its most it waits until it is asked for more.
            self._parser.message_consumed()
            self.data_received(b"")
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
