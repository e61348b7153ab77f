"""One client of graphql-transport-ws: its state, and the operations it has under way."""

import asyncio
from collections.abc import Iterable
from contextlib import aclosing, suppress
from datetime import timedelta
from typing import Any

from graphql import GraphQLError, OperationType
from strawberry.types.execution import PreExecutionError

from models.connection import DatabaseBusy, is_patient
from schema.types.errors import ClientError, Unauthenticated
from server.auth import Token, TokenError
from server.channel import Channel, Closed
from server.frames import Complete, Frame, Init, Ping, ProtocolError, Subscribe
from server.http import payload
from server.masking import internal_error
from server.plans import Plan
from server.service import Service

MAX_OPERATIONS = 100
EXPIRY_CHECK = timedelta(hours=1)
FORBIDDEN = 4403, "Forbidden"
TRY_AGAIN_LATER = 1013, "Try again later"


class Connection:
    """Keeps the token only: each operation has a context of its own."""

    def __init__(self, channel: Channel, service: Service, token: Token | None) -> None:
        self.channel = channel
        self._service = service
        self._token = token
        self._loop = asyncio.get_running_loop()
        self._timer = self._loop.call_later(
            service.deadlines.init, channel.close, 4408, "Initialisation timeout"
        )
        self._initialised = False
        self._operations: dict[str, asyncio.Task[None]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    async def serve(self) -> int:
        """Talk until either side ends it; return the code of the close. Nothing of the connection runs on."""
        reader = asyncio.create_task(self._read())
        try:
            ends: list[asyncio.Future[Any]] = [reader, self.channel.closing]
            await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._timer.cancel()
            await _cancel({reader, *self._tasks})
        return await self.channel.finish()

    async def _read(self) -> None:
        try:
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
            self._token = self._read_token(header)
        self._watch_expiry()
        await self.channel.send({"type": "connection_ack"})

    def _read_token(self, header: object) -> Token:
        try:
            return self._service.tokens.read(header if isinstance(header, str) else "")
        except TokenError as error:
            raise ProtocolError(*FORBIDDEN) from error

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
        if len(self._operations) >= MAX_OPERATIONS:
            refusal = ClientError("TOO_MANY_OPERATIONS", "Too many operations on this connection.")
            await self._refuse(frame.id, [refusal])
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
        """Send all results of an operation; return the errors that ended it, if any did."""
        plan = self._service.schema.plan(frame.operation)
        if isinstance(plan, PreExecutionError):
            return plan.errors or []
        is_stream = plan.kind is OperationType.SUBSCRIPTION
        is_patient.set(is_stream)
        try:
            context = await self._service.new_context(self._token)
            return await self._send_results(frame, plan, context)
        except Unauthenticated as error:
            return [error]
        except Closed:
            raise
        except Exception as error:
            shown = internal_error(error)
            if is_stream and isinstance(error, DatabaseBusy):
                self.channel.close(*TRY_AGAIN_LATER)
                raise Closed from error
            return [shown]

    async def _send_results(self, frame: Subscribe, plan: Plan, context: object) -> list[GraphQLError]:
        async with aclosing(self._service.schema.results(plan, frame.operation, context)) as results:
            async for result in results:
                if isinstance(result, PreExecutionError):
                    return result.errors or []
                await self.channel.send({"id": frame.id, "type": "next", "payload": payload(result)})
        return []

    async def _refuse(self, id: str, errors: Iterable[GraphQLError]) -> None:
        await self.channel.send({"id": id, "type": "error", "payload": [error.formatted for error in errors]})


async def _cancel(tasks: set[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    with suppress(asyncio.CancelledError):
        await asyncio.gather(*tasks, return_exceptions=True)
