"""One client whose connection stays: its messages, its place and token, the streams it opens, and its operations."""

import asyncio
import hashlib
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from http import HTTPStatus
from typing import NamedTuple

import orjson
from aiohttp import hdrs, web
from graphql import GraphQLError, OperationType
from strawberry.types.execution import ExecutionResult, PreExecutionError

from models.db.connection import DatabaseBusy, is_patient
from models.viewer import Revocation
from schema.types.context import OPENING, Opening
from schema.types.errors import Unauthenticated
from schema.types.scalars import SealedEventCursor, is_event_cursor
from server.admission import Asker, Gate, Seat
from server.asked import Operation
from server.auth import Token
from server.errors import Refused, counted, internal_error
from server.plans import Plan
from server.service import Service

MAX_UNREAD = 64 * 1024
LOOK_AGAIN = 0.05
TRY_AGAIN_LATER = 1013
"""Clients reconnect after these codes, later; after 1008 and most of 44xx they do not."""

GONE = 1001, "Gone"
UNREAD = TRY_AGAIN_LATER, "Messages were not read in time"


class Closed(Exception):
    """The connection is closing: nothing more is sent, and senders must stop."""


class Close(NamedTuple):
    """Why the server ends a connection: a code of WebSockets, and a reason of at most 123 bytes."""

    code: int
    reason: str


class Channel(ABC):
    """Any task may call `close`: the first call wins. The transport's writer must have no limit of its own, since the
    waiting happens here.
    """

    def __init__(self, transport: asyncio.WriteTransport, service: Service) -> None:
        self.closing: Close | None = None
        self._transport = transport
        self._deadlines = service.deadlines
        self._loop = asyncio.get_running_loop()
        self._turn = asyncio.Lock()

    def close(self, code: int, reason: str) -> None:
        """End the connection soon."""
        if self.closing is None:
            self.closing = Close(code, reason)
            self._interrupt()

    async def write(self, data: bytes) -> None:
        """Write in order, and wait while the client does not read; closes 1013 when it takes too long.

        Each task waits until little is unread before the next may write. Raises Closed, also in tasks that did not
        close: a busy stream must not run on.
        """
        await self._in_turn(partial(self._put, data))

    @abstractmethod
    async def _put(self, data: bytes) -> None:
        """Hand the bytes to the transport; ConnectionError if the client left."""

    @abstractmethod
    def _interrupt(self) -> None:
        """Wake the task that serves the client: the channel is closing."""

    async def _in_turn(self, put: Callable[[], Awaitable[None]]) -> None:
        async with self._turn:
            if self.closing is not None:
                raise Closed
            try:
                await put()
            except ConnectionError as error:
                self.close(*GONE)
                raise Closed from error
            await self._read_by_client()

    async def _read_by_client(self) -> None:
        """Poll:

        aiohttp's own drain is one future for all, so cancelling one waiter would cancel it for all.
        """
        until = self._loop.time() + self._deadlines.send
        while self._transport.get_write_buffer_size() > MAX_UNREAD:
            if self._loop.time() > until:
                self.close(*UNREAD)
            if self.closing is not None:
                raise Closed
            await asyncio.sleep(LOOK_AGAIN)


STREAM_ID = "X-Stream-Id"
LAST_EVENT_ID = "Last-Event-ID"
MIN_NAME, MAX_NAME = 16, 128
"""Characters of a client's name for a stream. A shorter one is counted, not drawn at random: it is used again."""

EXPIRY_CHECK = timedelta(hours=1)
FORBIDDEN = 4403, "Forbidden"
SERVICE_RESTART = 1012, "Service restart"
BUSY = TRY_AGAIN_LATER, "Try again later"

Send = Callable[[ExecutionResult], Awaitable[None]]


def named(plan: Plan, id: str, operation: Operation) -> str:
    """The name of a stream over reconnects: of the client's own id and its question; "" if it cannot have one."""
    return _name(plan, id, operation) if len(id) >= MIN_NAME else ""


def opening_of(request: web.Request, plan: Plan, operation: Operation) -> Opening:
    """Of the headers. Refused for a malformed one.

    A POST without an id is taken for the client that asked the same before: these clients send the same again when they
    reconnect, and nothing else. EventSource, which sends GET alone, has its last event (behaviour 9.21, 9.26).
    """
    id, last = _stream_id(request.headers), _last_event(request.headers)
    if id or request.method != hdrs.METH_POST:
        return Opening(named(plan, id, operation), last)
    name = _name(plan, request.headers.get(hdrs.USER_AGENT, ""), operation)
    return Opening(name, last, is_guessed=True)


def _name(plan: Plan, id: str, operation: Operation) -> str:
    if plan.kind is not OperationType.SUBSCRIPTION:
        return ""
    asked = [id, operation.text, operation.name, operation.variables]
    try:
        return hashlib.sha256(orjson.dumps(asked, option=orjson.OPT_SORT_KEYS)).hexdigest()
    except orjson.JSONEncodeError:  # Too deep to be written: such variables are refused by their types.
        return ""


def _stream_id(headers: Mapping[str, str]) -> str:
    id = headers.get(STREAM_ID, "")
    if id and not MIN_NAME <= len(id) <= MAX_NAME:
        message = f"{STREAM_ID} must have {MIN_NAME} to {MAX_NAME} characters."
        raise Refused(HTTPStatus.BAD_REQUEST, message)
    return id


def _last_event(headers: Mapping[str, str]) -> SealedEventCursor | None:
    """A browser sends the header only after an item with an id."""
    last = headers.get(LAST_EVENT_ID)
    if not last:
        return None
    if not is_event_cursor(last):
        raise Refused(HTTPStatus.BAD_REQUEST, f"{LAST_EVENT_ID} must be the id of an item.")
    return SealedEventCursor(last)


@dataclass(frozen=True, slots=True)
class Asked:
    """A planned operation. `opening` says how its stream begins, if it is a subscription."""

    plan: Plan
    operation: Operation
    opening: Opening


class Session:
    """Keeps only the token: each operation has a context of its own."""

    def __init__(self, channel: Channel, service: Service, asker: Asker) -> None:
        self.channel = channel
        self._service = service
        self._seat = Seat(asker)
        self._timer: asyncio.TimerHandle | None = None

    @property
    def _token(self) -> Token | None:
        return self._seat.asker.token

    @property
    def _gate(self) -> Gate:
        return self._service.gate(self._seat.asker)

    def _sign_in(self, token: Token | None) -> bool:
        """False if the user has no place left. The session ends when the token does."""
        if not self._service.seats.sign_in(self._seat, Asker(self._seat.asker.address, token)):
            return False
        self._watch_expiry()
        return True

    def end_if_revoked(self, revoked: Revocation) -> None:
        """For any user's revocation, as often as it is told."""
        token = self._token
        if token and token.subject == revoked.subject and token.is_before(revoked.valid_from):
            self.channel.close(*FORBIDDEN)

    def leave(self) -> None:
        """Free the place; the session is over."""
        self._service.seats.leave(self._seat)
        self._stop_timer()

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()

    def _watch_expiry(self) -> None:
        self._stop_timer()
        if not self._token or not self._token.expires_at:
            return
        left = self._token.expires_at - self._service.tokens.clock()
        if left <= timedelta():
            self.channel.close(*FORBIDDEN)
            return
        wait = min(left, EXPIRY_CHECK).total_seconds()
        self._timer = asyncio.get_running_loop().call_later(wait, self._watch_expiry)

    async def _results(self, asked: Asked, send: Send) -> list[GraphQLError]:
        """Send all results of an operation; return the errors that ended it, if any.

        Closes the channel where the client must connect again. It then loses nothing: an item is sent whole or not.
        """
        is_stream = asked.plan.kind is OperationType.SUBSCRIPTION
        is_patient.set(is_stream)
        OPENING.set(asked.opening)
        try:
            context = await self._service.context(self._token)
            return await self._send_results(asked, context, send)
        except Unauthenticated as error:
            return counted(self._gate.refuse_sign_in() or error)
        except Closed:
            raise
        except Exception as error:
            shown = internal_error(error)
            if is_stream and isinstance(error, DatabaseBusy):
                self.channel.close(*BUSY)
                raise Closed from error
            return counted(shown)

    async def _send_results(self, asked: Asked, context: object, send: Send) -> list[GraphQLError]:
        results = self._service.schema.results(asked.plan, asked.operation, context, self._gate)
        async with aclosing(results):
            async for result in results:
                if isinstance(result, PreExecutionError):
                    return result.errors or []
                await send(result)
                del result  # A quiet stream does not keep its last item.
        return []

    def _is_sent_away(self, errors: list[GraphQLError]) -> bool:
        """Whether the errors say that the token's user may not act: then the session ends, not the operation alone."""
        if not self._token:
            return False
        return any(isinstance(error.original_error or error, Unauthenticated) for error in errors)


SESSIONS: web.AppKey[set[Session]] = web.AppKey("sessions", set[Session])


def end_revoked(sessions: set[Session], revoked: Sequence[Revocation]) -> None:
    """End the sessions of these tokens with 4403."""
    for one in revoked:
        for session in sessions:
            session.end_if_revoked(one)


async def close_all(app: web.Application) -> None:
    """End every session with 1012, so that its client connects to another process or a later one."""
    sessions = app[SESSIONS]
    for session in list(sessions):
        session.channel.close(*SERVICE_RESTART)
