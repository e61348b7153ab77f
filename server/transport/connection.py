"""One client of graphql-transport-ws: its state, and the operations it has under way."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from contextlib import aclosing, suppress
from dataclasses import replace
from datetime import timedelta
from functools import partial

import orjson
from graphql import GraphQLError, OperationType
from strawberry.types.execution import PreExecutionError

from models.db.connection import DatabaseBusy, is_patient
from schema.types.errors import Unauthenticated
from server.admission import Asker, Gate, Seat
from server.auth import Token, TokenError
from server.engine import json_of
from server.errors import internal_error
from server.plans import Plan
from server.service import Service
from server.transport.channel import TRY_AGAIN_LATER, Channel, Closed
from server.transport.protocol import Complete, Frame, Init, Ping, ProtocolError, Subscribe

EXPIRY_CHECK = timedelta(hours=1)
FORBIDDEN = 4403, "Forbidden"
TOO_MANY_SIGN_INS = TRY_AGAIN_LATER, "Too many failed sign-ins"
TOO_MANY_SOCKETS = TRY_AGAIN_LATER, "Too many sockets"
BUSY = TRY_AGAIN_LATER, "Try again later"


class Connection:
    """Keeps only the token: each operation has a context of its own.

    `authorization` are the headers of the upgrade; a token in the first message takes precedence.
    """

    def __init__(
        self, channel: Channel, service: Service, asker: Asker, authorization: Sequence[str]
    ) -> None:
        self.channel = channel
        self._service = service
        self._seat = Seat(asker)
        self._authorization = authorization
        self._token: Token | None = None
        self._loop = asyncio.get_running_loop()
        self._timer = self._loop.call_later(
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
            self._service.seats.leave(self._seat)
            self._timer.cancel()
            await _cancel(self._tasks)
        return await self.channel.finish()

    async def _read(self) -> None:
        tokens = self._service.tokens
        try:
            self._token = await self._checked(partial(tokens.read_headers, self._authorization))
            async for frame in self.channel.frames():
                await self._take(frame)
        except ProtocolError as error:
            self.channel.close(error.code, error.reason)
        except Closed:
            return
        except Exception as error:
            internal_error(error)
            self.channel.close(1011, "Internal error")

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
        self._timer.cancel()
        header = next(
            (value for name, value in frame.payload.items() if name.lower() == "authorization"), None
        )
        if header is not None:
            text = header if isinstance(header, str) else ""
            self._token = await self._checked(partial(self._service.tokens.read, text))
        if not self._service.seats.sign_in(self._seat, replace(self._seat.asker, token=self._token)):
            raise ProtocolError(*TOO_MANY_SOCKETS)
        self._watch_expiry()
        await self.channel.send({"type": "connection_ack"})

    async def _checked(self, read: Callable[[], Token | None]) -> Token | None:
        try:
            return read()
        except TokenError as error:
            limited = await self._gate.refuse_sign_in()
            raise ProtocolError(*TOO_MANY_SIGN_INS if limited else FORBIDDEN) from error

    @property
    def _gate(self) -> Gate:
        return self._service.gate(self._seat.asker)

    def _watch_expiry(self) -> None:
        if not self._token or not self._token.expires_at:
            return
        left = self._token.expires_at - self._service.tokens.clock()
        if left <= timedelta():
            self.channel.close(*FORBIDDEN)
            return
        self._timer = self._loop.call_later(min(left, EXPIRY_CHECK).total_seconds(), self._watch_expiry)

    async def _subscribe(self, frame: Subscribe) -> None:
        if not self._initialised:
            raise ProtocolError(4401, "Unauthorized")
        if frame.id in self._operations:
            raise ProtocolError(4409, "Subscriber already exists")
        if limited := self._service.seats.refuse(self._seat):
            await self._refuse(frame.id, [limited])
            return
        task = asyncio.create_task(self._operate(frame))
        self._operations[frame.id] = task
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _operate(self, frame: Subscribe) -> None:
        try:
            errors = await self._stream(frame)
            if self._operations.get(frame.id) is asyncio.current_task():
                del self._operations[frame.id]
            await self._end(frame.id, errors)
        except Closed:
            return

    async def _end(self, id: str, errors: list[GraphQLError]) -> None:
        if self._token and any(
            isinstance(error.original_error or error, Unauthenticated) for error in errors
        ):
            self.channel.close(*FORBIDDEN)
        elif errors:
            await self._refuse(id, errors)
        else:
            await self.channel.send({"id": id, "type": "complete"})

    async def _stream(self, frame: Subscribe) -> list[GraphQLError]:
        """Send all results of an operation; return the errors that ended it, if any."""
        plan = await self._service.schema.plan_at(self._gate, frame.operation)
        if isinstance(plan, PreExecutionError):
            return plan.errors or []
        is_stream = plan.kind is OperationType.SUBSCRIPTION
        is_patient.set(is_stream)
        try:
            context = await self._service.new_context(self._token)
            return await self._send_results(frame, plan, context)
        except Unauthenticated as error:
            return [await self._gate.refuse_sign_in() or error]
        except Closed:
            raise
        except Exception as error:
            shown = internal_error(error)
            if is_stream and isinstance(error, DatabaseBusy):
                self.channel.close(*BUSY)
                raise Closed from error
            return [shown]

    async def _send_results(self, frame: Subscribe, plan: Plan, context: object) -> list[GraphQLError]:
        head = b'{"id":%b,"type":"next","payload":' % orjson.dumps(frame.id)
        async with aclosing(
            self._service.schema.results(plan, frame.operation, context, self._gate)
        ) as results:
            async for result in results:
                if isinstance(result, PreExecutionError):
                    return result.errors or []
                await self.channel.send_text(b"%b%b}" % (head, json_of(result)))
                del result  # A quiet stream keeps nothing of its last item, here and below.
        return []

    async def _refuse(self, id: str, errors: Iterable[GraphQLError]) -> None:
        await self.channel.send({"id": id, "type": "error", "payload": [error.formatted for error in errors]})


async def _cancel(tasks: set[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    with suppress(asyncio.CancelledError):
        await asyncio.gather(*tasks, return_exceptions=True)
