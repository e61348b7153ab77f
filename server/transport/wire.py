"""The HTTP server below the application: bounds in time and size, and one form for all refusals."""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Collection
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from typing import Any, TypeAlias

import structlog
from aiohttp import hdrs, web
from aiohttp.http_exceptions import HttpProcessingError
from aiohttp.streams import EMPTY_PAYLOAD, StreamReader
from aiohttp.web_protocol import RequestHandler, _ErrInfo

from server.errors import Refusal, Refused, has_left, internal_error, refusal
from server.service import SERVICE
from server.transport.heads import require_head
from server.transport.lane import LANE, LaneHandler
from server.transport.negotiation import headers_for, refused_in
from server.transport.replies import PROTECTIVE

MAX_IDLE = 75.0
"""Seconds that a connection may wait for its next request."""

MAX_SILENCE = 30_000
"""Milliseconds for which sent bytes may stay unread: a client that never reads would keep its connection for ever."""

MAX_LINE = 8_190
MAX_HEADERS = 128
MAX_AROUND = 16 * 1024
"""Bytes around the chunks of a body: sizes, extensions, trailers. Each byte of the body allows some more."""

AROUND_EACH_BYTE = 8
MAX_AROUND_MESSAGES = 1024 * 1024
"""The same for a socket, whose messages may come in frames of one byte: empty frames cost as much to read."""

FRAME = 64
"""Bytes that each message may take beside its own, more than its frame has."""

END_OF_HEAD = b"\r\n\r\n"
UNREADABLE = f"Send HTTP/1.1 with lines up to {MAX_LINE:,} bytes and up to {MAX_HEADERS} headers."

Handler: TypeAlias = Callable[[Any], Awaitable[web.StreamResponse]]

log = structlog.get_logger("doorstep.wire")


class Runner(web.AppRunner):
    """Runs an application with our wire: bodies are never inflated, clients have little time to finish.

    `head_deadline` is in seconds, from the first byte of a head to its last.
    """

    def __init__(self, app: web.Application, head_deadline: float = 5.0) -> None:
        super().__init__(app, shutdown_timeout=5.0)
        self._head_deadline = head_deadline

    async def _make_server(self) -> web.Server:
        made, service = await super()._make_server(), self.app.get(SERVICE)
        return _Server(
            partial(_admit, made.request_handler, service.origins if service else ()),
            request_factory=partial(self.app._make_request, _cls=_Request),
            head_deadline=self._head_deadline,
            lane=self.app.get(LANE),
            access_log=None,
            auto_decompress=False,
            keepalive_timeout=MAX_IDLE,
            lingering_time=2.0,
            max_line_size=MAX_LINE,
            max_field_size=MAX_LINE,
            max_headers=MAX_HEADERS,
        )


class _Server(web.Server):
    def __call__(self) -> RequestHandler:
        return _Wire(self, loop=self._loop, **self._kwargs)


class _Request(web.Request):
    async def _prepare_hook(self, response: web.StreamResponse) -> None:
        """Give every answer the protective headers, also where no route matched, and refusals their media type."""
        await super()._prepare_hook(response)
        if isinstance(response, Refusal) and self.headers:  # None were read of an unreadable head.
            response.content_type = refused_in(tuple(self.headers.getall(hdrs.ACCEPT, ())))
        for name, value in PROTECTIVE.items():
            response.headers.setdefault(name, value)
        response.headers.popall(hdrs.SERVER, None)


async def _admit(handle: Handler, origins: Collection[str], request: web.BaseRequest) -> web.StreamResponse:
    try:
        require_head(request)
    except Refused as refused:
        answer = _logged(refused)
        answer.headers.update(headers_for(request.headers.get(hdrs.ORIGIN), origins))
        return answer
    return await handle(request)


class _Wire(LaneHandler):
    """One connection. `_body` is that of the last request whose head was read.

    `_around`: bytes that came on a socket, without those that its messages so far may take.
    """

    __slots__ = ("_around", "_body", "_body_bytes", "_head_deadline", "_head_timer")

    def __init__(self, *args: object, head_deadline: float, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self._head_deadline = head_deadline
        self._head_timer: asyncio.TimerHandle | None = None
        self._body: StreamReader = EMPTY_PAYLOAD
        self._body_bytes = 0
        self._around = 0

    def read(self, data: bytes) -> None:
        """Note what the bytes belong to: a body, or a head that must be complete in time."""
        was_at_start, known, was_complete = self.is_at_start, self._request_count, self._body.is_eof()
        self.feed(data)
        has_head = self._request_count > known
        body = self._messages[-1][1] if has_head else self._body
        is_one = self._request_count == known + 1
        if not self._upgraded:
            if has_head:
                self._take_head(body, data if is_one else b"")
            elif was_complete and data:
                self._await_head()
            else:
                self._body_bytes += len(data)
            self._bound_body()
        else:
            self._bound_socket(len(data))
        # Last: to proceed can parse more, and its notes must be the newer ones.
        self.proceed(data if was_at_start and is_one else b"")

    def took(self, message: object) -> None:
        """A message of a socket has come as a whole."""
        length = len(message) if isinstance(message, str | bytes | bytearray) else 0
        self._around = max(0, self._around - AROUND_EACH_BYTE * length - FRAME)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Bound the time for which the client may read nothing."""
        super().connection_made(transport)
        with suppress(OSError, AttributeError):  # Not every system, or kind of connection, has it.
            transport.get_extra_info("socket").setsockopt(
                socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, MAX_SILENCE
            )

    def connection_lost(self, exc: BaseException | None) -> None:
        """Forget the head that will not come."""
        self._stop_timer()
        super().connection_lost(exc)

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        """Answer a refusal that precedes any request; any other error is a bug, unless the client left."""
        match exc:
            case Refused():
                return _logged(exc)
            case HttpProcessingError():
                return _logged(Refused(HTTPStatus.BAD_REQUEST, UNREADABLE, closes=True))
            case ConnectionError() if has_left(self.transport):
                raise exc
        response = refusal(HTTPStatus.INTERNAL_SERVER_ERROR, internal_error(exc or TimeoutError()))
        response.force_close()
        return response

    async def finish_response(
        self, request: web.BaseRequest, resp: web.StreamResponse, start_time: float | None
    ) -> tuple[Any, bool]:
        """Send the answer. Bytes after a refused upgrade are not a request, and a late client must not wait longer."""
        if self._upgraded and self._payload_parser is None and not self._messages:
            resp.force_close()
        finished = await super().finish_response(request, resp, start_time)
        if resp.status == HTTPStatus.REQUEST_TIMEOUT:
            self.force_close()
        return finished

    def _take_head(self, body: StreamReader, data: bytes) -> None:
        self._stop_timer()
        if not self._body.is_eof():
            self._break_body("no chunk")
        self._body = body
        end = data.find(END_OF_HEAD)
        self._body_bytes = 0 if end < 0 else len(data) - end - len(END_OF_HEAD)

    def _await_head(self) -> None:
        if self._head_timer is None:
            self._head_timer = self._loop.call_later(self._head_deadline, self._give_up_head)

    def _stop_timer(self) -> None:
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None

    def _give_up_head(self) -> None:
        refused = Refused(HTTPStatus.REQUEST_TIMEOUT, "The request head did not arrive in time.", closes=True)
        self._messages.append((_ErrInfo(refused.status, refused, refused.message), EMPTY_PAYLOAD))
        self.proceed()

    def _bound_body(self) -> None:
        around = self._body_bytes - AROUND_EACH_BYTE * self._body.total_bytes
        if around > MAX_AROUND:
            self._break_body("too much around its chunks")

    def _bound_socket(self, more: int) -> None:
        self._around += more
        if self._around > MAX_AROUND_MESSAGES and self.transport is not None:
            self.transport.abort()

    def _break_body(self, why: str) -> None:
        """Tell the reader at once (the compiled parser does not), and read nothing more from this client."""
        self._body.set_exception(web.RequestPayloadError(why))
        self._body.feed_eof()
        self.close()


def _logged(refused: Refused) -> web.Response:
    log.info("refused", status=refused.status, why=refused.message)
    return refused.response()
