"""A subscription as the answer to a request: one operation, sent as long as it runs."""

import asyncio
from contextlib import suppress
from functools import partial

from aiohttp import hdrs, web
from strawberry.types.execution import ExecutionResult

from schema.types.errors import ClientError, Unauthenticated
from schema.types.scalars import is_event_cursor
from server.admission import SECONDS_FULL, Asker
from server.engine import Result, json_of
from server.errors import RateLimited, internal_error
from server.service import CLOSE_CODE, SERVICE, Service
from server.transport.lane import LaneHandler
from server.transport.replies import Encoding
from server.transport.sessions import FORBIDDEN, GONE, SESSIONS, UNREAD, Asked, Channel, Closed, Session

COMPLETED = 1000
BROKEN = 1011, "Internal error"
NO_LIMIT = 2**30
UNBUFFERED = {"X-Accel-Buffering": "no"}
"""Else nginx holds items back."""


class AnswerChannel(Channel):
    """The body of an answer that goes on."""

    def __init__(
        self, answer: web.StreamResponse, transport: asyncio.WriteTransport, service: Service
    ) -> None:
        super().__init__(transport, service)
        self._answer = answer
        self._ends = asyncio.Event()

    async def wait_closing(self) -> None:
        """Until either side ends it."""
        await self._ends.wait()

    async def say_last(self, data: bytes) -> None:
        """Write although the channel is closing; the client may be gone."""
        with suppress(ConnectionError):
            await self._put(data)

    def break_off(self) -> None:
        """Hang up without the end of the body, so that no client takes it for whole; what is written gets a moment."""
        self._transport.close()
        self._loop.call_later(self._deadlines.close, self._transport.abort)

    async def _put(self, data: bytes) -> None:
        await self._answer.write(data)

    def _interrupt(self) -> None:
        self._ends.set()


class Stream(Session):
    """One answer, from its head to its end."""

    channel: AnswerChannel

    def __init__(self, channel: AnswerChannel, service: Service, asker: Asker, encoding: Encoding) -> None:
        super().__init__(channel, service, asker)
        self._encoding = encoding

    def take_seat(self) -> RateLimited | None:
        """The refusal, if the asker has too many operations or connections."""
        if limited := self._service.seats.refuse(self._seat):
            return limited
        if self._sign_in(self._seat.asker.token):
            return None
        return RateLimited(SECONDS_FULL, "Too many open streams: end one first.")

    async def serve(self, asked: Asked) -> int:
        """Run until either side ends it; return the code of a socket's close for the same end."""
        work = self._run(asked), self._beat(), self.channel.wait_closing()
        tasks = [asyncio.create_task(one) for one in work]
        self._seat.operations[""] = tasks[0]
        try:
            await asyncio.wait([tasks[0], tasks[2]], return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        return await self._finish()

    async def _run(self, asked: Asked) -> None:
        try:
            await self.channel.write(self._encoding.beginning + self._encoding.place(_after(asked)))
            errors = await self._results(asked, self._send)
            if self._is_sent_away(errors):
                self.channel.close(*FORBIDDEN)
            else:
                await self.channel.write(self._encoding.end(errors))
        except Closed:
            return
        except Exception as error:
            internal_error(error)
            self.channel.close(*BROKEN)

    async def _send(self, result: ExecutionResult) -> None:
        event_cursor = result.event_cursor if isinstance(result, Result) else None
        await self.channel.write(self._encoding.item(json_of(result), event_cursor))

    async def _beat(self) -> None:
        """So that proxies keep a quiet stream, and a client that is gone is noticed."""
        with suppress(Closed):
            while True:
                await asyncio.sleep(self._service.deadlines.heartbeat)
                await self.channel.write(self._encoding.heartbeat)

    async def _finish(self) -> int:
        closing = self.channel.closing
        if closing is None:
            return COMPLETED
        if closing == FORBIDDEN:
            await self.channel.say_last(self._encoding.sent_away(Unauthenticated()))
        elif closing not in (GONE, UNREAD):
            error = ClientError("TRY_AGAIN_LATER", f"{closing.reason}: connect again.")
            await self.channel.say_last(self._encoding.broken(error))
        if closing != FORBIDDEN:
            self.channel.break_off()
        return closing.code


def _after(asked: Asked) -> str | None:
    """So that a browser can resume before it got an item. An unusual name of the variable costs that alone."""
    after = asked.opening.last or (asked.operation.variables or {}).get("after")
    return after if isinstance(after, str) and is_event_cursor(after) else None


async def answer_stream(
    request: web.Request, asker: Asker, encoding: Encoding, asked: Asked
) -> web.StreamResponse:
    """Serve one subscription to its end, or refuse it when the asker has too many."""
    service = request.app[SERVICE]
    answer = web.StreamResponse(headers={hdrs.CONTENT_TYPE: f"{encoding.media};charset=utf-8", **UNBUFFERED})
    answer.force_close()
    transport = request.transport
    if transport is None:
        return answer
    stream = Stream(AnswerChannel(answer, transport, service), service, asker, encoding)
    if limited := stream.take_seat():
        return limited.response()
    _watch(request, transport, stream)
    request.app[SESSIONS].add(stream)
    try:
        await answer.prepare(request)
        request[CLOSE_CODE] = await stream.serve(asked)
    finally:
        stream.leave()
        request.app[SESSIONS].discard(stream)
    return answer


def _watch(request: web.Request, transport: asyncio.WriteTransport, stream: Stream) -> None:
    """End the stream when the client leaves."""
    transport.set_write_buffer_limits(high=NO_LIMIT)
    assert isinstance(request.protocol, LaneHandler)
    request.protocol.on_lost = partial(stream.channel.close, *GONE)
