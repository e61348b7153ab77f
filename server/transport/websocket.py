"""WebSockets at the same address as HTTP: the handshake, and one client of graphql-transport-ws with its operations."""

import asyncio
import sys
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from typing import Any

import orjson
from aiohttp import WSMessage, WSMsgType, hdrs, web
from graphql import GraphQLError
from strawberry.types.execution import ExecutionResult, PreExecutionError

from models.db.connection import DatabaseBusy
from schema.types.context import Opening
from schema.types.errors import Unauthenticated
from server.admission import Asker
from server.asked import Operation
from server.auth import Token, TokenError
from server.engine import json_of
from server.errors import Refused, counted, internal_error
from server.service import CLOSE_CODE, SERVICE, Deadlines, Service
from server.transport.farewell import ENDS, FarewellSocket
from server.transport.lane import LaneHandler
from server.transport.negotiation import is_welcome, require_handshake
from server.transport.protocol import Complete, Frame, Init, Ping, ProtocolError, Subscribe, read_frame
from server.transport.sessions import (
    BUSY,
    FORBIDDEN,
    SESSIONS,
    TRY_AGAIN_LATER,
    Asked,
    Channel,
    Closed,
    Session,
    named,
)

PROTOCOL = "graphql-transport-ws"
MAX_MESSAGE = 64 * 1024

TOO_MANY_SIGN_INS = TRY_AGAIN_LATER, "Too many failed sign-ins"
INTERNAL = 1011, "Internal error"
TOO_MANY_SOCKETS = TRY_AGAIN_LATER, "Too many sockets"


async def answer_socket(request: web.Request) -> web.StreamResponse:
    """Serve one connection to its end."""
    require_handshake(request)
    if not is_welcome(request):
        raise Refused(HTTPStatus.FORBIDDEN, "This page may not open a socket here.")
    service = request.app[SERVICE]
    is_offered = PROTOCOL in _offered(request)
    socket = await _opened(request, service.deadlines, is_offered)
    if request.transport is None:
        return socket
    channel = SocketChannel(socket, request.transport, service)
    if not is_offered:
        channel.close(4406, "Subprotocol not acceptable")
    authorization = request.headers.getall(hdrs.AUTHORIZATION, ())
    session = SocketSession(channel, service, service.asker(request), authorization)
    request.app[SESSIONS].add(session)
    try:
        request[CLOSE_CODE] = await session.serve()
    finally:
        request.app[SESSIONS].discard(session)
    return socket


def _offered(request: web.Request) -> list[str]:
    """The subprotocols of all headers: aiohttp reads the first alone."""
    values = request.headers.getall(hdrs.SEC_WEBSOCKET_PROTOCOL, ())
    return ",".join(values).replace(" ", "").split(",")


async def _opened(request: web.Request, deadlines: Deadlines, is_offered: bool) -> FarewellSocket:
    socket = FarewellSocket(
        timeout=deadlines.close,
        heartbeat=deadlines.heartbeat,
        autoping=False,
        compress=False,
        max_msg_size=MAX_MESSAGE + 1,  # aiohttp refuses a message of this size too.
        writer_limit=sys.maxsize,
    )
    if is_offered:
        socket.headers[hdrs.SEC_WEBSOCKET_PROTOCOL] = PROTOCOL
    await socket.prepare(request)
    assert isinstance(request.protocol, LaneHandler)
    request.protocol.leave_http()
    socket.headers.clear()  # They are sent, and would stay as long as the socket.
    return socket


class SocketChannel(Channel):
    """`close` ends `frames`, and the task that reads them calls `finish`."""

    def __init__(self, socket: FarewellSocket, transport: asyncio.WriteTransport, service: Service) -> None:
        super().__init__(transport, service)
        self._socket = socket
        self._pace = service.rates.frames
        self._second = self._frames = 0
        self._reading: asyncio.Task[Any] | None = None

    async def send(self, message: Mapping[str, object]) -> None:
        """As `write`, of a message that is not JSON yet."""
        await self.write(orjson.dumps(message))

    async def frames(self) -> AsyncIterator[Frame]:
        """The client's messages until either side closes;

        ProtocolError for an invalid one, or too many in a second.
        """
        while self.closing is None and (message := await self._receive()) is not None:
            self._count(message.data)
            if message.type is WSMsgType.TEXT:
                yield read_frame(message.data)
            elif message.type is WSMsgType.BINARY:
                raise ProtocolError(4400, "Invalid message: binary")
            elif message.type is WSMsgType.PING:
                await self._in_turn(partial(self._socket.send_frame, message.data, WSMsgType.PONG))
            del message  # A quiet client's last message does not stay.

    async def finish(self) -> int:
        """Send the close and return its code; the client's own if that came first."""
        if self.closing is None:
            await self._socket.wait_left(2 * self._deadlines.close)
            return self._socket.close_code or 1006
        code, reason = self.closing
        with suppress(TimeoutError, ConnectionError):
            async with asyncio.timeout(2 * self._deadlines.close):
                await self._socket.close(code=code, message=reason.encode())
        self._transport.abort()
        return code

    async def _put(self, data: bytes) -> None:
        await self._socket.send_frame(data, WSMsgType.TEXT)

    def _interrupt(self) -> None:
        if self._reading is not None:
            self._reading.cancel()

    async def _receive(self) -> WSMessage | None:
        """None at the end. `close` cancels this task here only, and takes the cancellation back."""
        self._reading = task = asyncio.current_task()
        assert task
        try:
            message = await self._socket.receive()
        except asyncio.CancelledError:
            if self.closing is None or task.uncancel():
                raise
            return None
        finally:
            self._reading = None
        return None if message.type in ENDS else message

    def _count(self, message: object) -> None:
        wire: Any = self._transport.get_protocol()
        if wire is not None:  # Its client may have left.
            wire.took(message)
        second = int(self._loop.time())
        self._frames = self._frames + 1 if second == self._second else 1
        self._second = second
        if self._frames > self._pace:
            raise ProtocolError(TRY_AGAIN_LATER, "Too many messages")


class SocketSession(Session):
    """`authorization` are the headers of the upgrade; a token in the first message takes precedence."""

    channel: SocketChannel

    def __init__(
        self, channel: SocketChannel, service: Service, asker: Asker, authorization: Sequence[str]
    ) -> None:
        super().__init__(channel, service, asker)
        self._authorization = authorization
        self._timer = asyncio.get_running_loop().call_later(
            service.deadlines.init, channel.close, 4408, "Initialisation timeout"
        )
        self._initialised = False
        self._operations = self._seat.operations
        self._tasks: set[asyncio.Task[None]] = set()

    async def serve(self) -> int:
        """Run until either side ends it; return the code of the close. No task outlives the connection."""
        if not self._service.seats.take(self._seat):
            self.channel.close(*TOO_MANY_SOCKETS)
        try:
            await self._read()
        finally:
            self.leave()
            await _cancel(self._tasks)
        return await self.channel.finish()

    async def _read(self) -> None:
        try:
            await self._checked(self._authorization)
            async for frame in self.channel.frames():
                await self._take(frame)
        except ProtocolError as error:
            self.channel.close(error.code, error.reason)
        except Closed:
            return
        except Exception as error:
            internal_error(error)
            is_busy = isinstance(error, DatabaseBusy)
            self.channel.close(*BUSY if is_busy else INTERNAL)

    async def _take(self, frame: Frame) -> None:
        match frame:
            case Init():
                await self._init(frame)
            case Subscribe():
                await self._subscribe(frame.id, frame.operation())
            case Complete():
                if task := self._operations.pop(frame.id, None):
                    task.cancel()
            case Ping():
                await self.channel.send({"type": "pong"})

    async def _init(self, frame: Init) -> None:
        if self._initialised:
            raise ProtocolError(4429, "Too many initialisation requests")
        self._initialised = True
        self._stop_timer()
        header = next(
            (value for name, value in (frame.payload or {}).items() if name.lower() == "authorization"), None
        )
        given = self._authorization if header is None else [header if isinstance(header, str) else ""]
        if not self._sign_in(await self._checked(given)):
            raise ProtocolError(*TOO_MANY_SOCKETS)
        await self.channel.send({"type": "connection_ack"})

    async def _checked(self, authorization: Sequence[str]) -> Token | None:
        try:
            return await self._service.sign_in(authorization)
        except (TokenError, Unauthenticated) as error:
            limited = self._gate.refuse_sign_in()
            raise ProtocolError(*TOO_MANY_SIGN_INS if limited else FORBIDDEN) from error

    async def _subscribe(self, id: str, operation: Operation) -> None:
        if not self._initialised:
            raise ProtocolError(4401, "Unauthorized")
        if id in self._operations:
            raise ProtocolError(4409, "Subscriber already exists")
        if limited := self._service.seats.refuse(self._seat):
            await self._refuse(id, counted(limited))
            return
        task = asyncio.create_task(self._operate(id, operation))
        self._operations[id] = task
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _operate(self, id: str, operation: Operation) -> None:
        try:
            errors = await self._answer(id, operation)
            if self._operations.get(id) is asyncio.current_task():
                del self._operations[id]
            await self._end(id, errors)
        except Closed:
            return

    async def _answer(self, id: str, operation: Operation) -> list[GraphQLError]:
        try:
            planned = self._service.schema.plan_at(self._gate, operation)
        except Exception as error:
            return counted(internal_error(error))
        if isinstance(planned, PreExecutionError):
            return planned.errors or []
        plan, operation = planned
        head = b'{"id":%b,"type":"next","payload":' % orjson.dumps(id)

        async def send(result: ExecutionResult) -> None:
            await self.channel.write(b"%b%b}" % (head, json_of(result)))

        opening = Opening(named(plan, id, operation))
        return await self._results(Asked(plan, operation, opening), send)

    async def _end(self, id: str, errors: list[GraphQLError]) -> None:
        if self._is_sent_away(errors):
            self.channel.close(*FORBIDDEN)
        elif errors:
            await self._refuse(id, errors)
        else:
            await self.channel.send({"id": id, "type": "complete"})

    async def _refuse(self, id: str, errors: Iterable[GraphQLError]) -> None:
        await self.channel.send({"id": id, "type": "error", "payload": [error.formatted for error in errors]})


async def _cancel(tasks: set[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    with suppress(asyncio.CancelledError):
        await asyncio.gather(*tasks, return_exceptions=True)
