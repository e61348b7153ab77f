"""One client of graphql-transport-ws: its state, and the operations it has under way."""

import asyncio
from collections.abc import Iterable, Sequence
from contextlib import suppress

import orjson
from graphql import GraphQLError
from strawberry.types.execution import ExecutionResult, PreExecutionError

from models.db.connection import DatabaseBusy
from schema.types.context import Opening
from schema.types.errors import Unauthenticated
from server.admission import Asker
from server.auth import Token, TokenError
from server.engine import json_of
from server.errors import counted, internal_error
from server.service import Service
from server.transport.channel import TRY_AGAIN_LATER, Closed
from server.transport.openings import named
from server.transport.protocol import Complete, Frame, Init, Ping, ProtocolError, Subscribe
from server.transport.sessions import BUSY, FORBIDDEN, Asked, Session
from server.transport.sockets import SocketChannel

TOO_MANY_SIGN_INS = TRY_AGAIN_LATER, "Too many failed sign-ins"
INTERNAL = 1011, "Internal error"
TOO_MANY_SOCKETS = TRY_AGAIN_LATER, "Too many sockets"


class Connection(Session):
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
                await self._subscribe(frame)
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
            (value for name, value in frame.payload.items() if name.lower() == "authorization"), None
        )
        given = self._authorization if header is None else [header if isinstance(header, str) else ""]
        if not self._sign_in(await self._checked(given)):
            raise ProtocolError(*TOO_MANY_SOCKETS)
        await self.channel.send({"type": "connection_ack"})

    async def _checked(self, authorization: Sequence[str]) -> Token | None:
        try:
            return await self._service.sign_in(authorization)
        except (TokenError, Unauthenticated) as error:
            limited = await self._gate.refuse_sign_in()
            raise ProtocolError(*TOO_MANY_SIGN_INS if limited else FORBIDDEN) from error

    async def _subscribe(self, frame: Subscribe) -> None:
        if not self._initialised:
            raise ProtocolError(4401, "Unauthorized")
        if frame.id in self._operations:
            raise ProtocolError(4409, "Subscriber already exists")
        if limited := self._service.seats.refuse(self._seat):
            await self._refuse(frame.id, counted(limited))
            return
        task = asyncio.create_task(self._operate(frame))
        self._operations[frame.id] = task
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _operate(self, frame: Subscribe) -> None:
        try:
            errors = await self._answer(frame)
            if self._operations.get(frame.id) is asyncio.current_task():
                del self._operations[frame.id]
            await self._end(frame.id, errors)
        except Closed:
            return

    async def _answer(self, frame: Subscribe) -> list[GraphQLError]:
        try:
            planned = await self._service.schema.plan_at(self._gate, frame.operation)
        except Exception as error:
            return counted(internal_error(error))
        if isinstance(planned, PreExecutionError):
            return planned.errors or []
        plan, operation = planned
        head = b'{"id":%b,"type":"next","payload":' % orjson.dumps(frame.id)

        async def send(result: ExecutionResult) -> None:
            await self.channel.write(b"%b%b}" % (head, json_of(result)))

        opening = Opening(named(plan, frame.id, operation))
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
