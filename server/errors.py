"""The one exit of results: every error has a code; unexpected errors are logged whole and masked."""

import asyncio
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, ClassVar
from uuid import uuid4

import orjson
import structlog
from aiohttp import web
from graphql import FieldNode, GraphQLError

from models.db.connection import DatabaseBusy, DiskFull, OutcomeUnknown
from schema.types.errors import ClientError, Unauthenticated
from server.logs import TROUBLE

JSON = "application/json"
RETRY_AFTER = "Retry-After"


class NotNow(ClientError):
    """The operation did not run and may be sent again. The same error over HTTP and sockets; `status` is of HTTP."""

    status: ClassVar[HTTPStatus]

    def __init__(self, code: str, message: str, seconds: int) -> None:
        super().__init__(code, message, retryAfterSeconds=seconds)
        self.seconds = seconds

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the HTTP answer."""
        return {RETRY_AFTER: str(self.seconds)}


class RateLimited(NotNow):
    """Over a limit of the service."""

    status = HTTPStatus.TOO_MANY_REQUESTS

    def __init__(self, seconds: int, message: str = "Too many requests: try again later.") -> None:
        super().__init__("RATE_LIMITED", message, seconds)

    def response(self) -> web.Response:
        """The HTTP answer to a request that never became an operation."""
        return refusal(self.status, self, self.headers)


@dataclass
class Refused(Exception):
    """Raised to end a request; `message` never quotes what the client sent. `closes` ends the connection too."""

    status: HTTPStatus
    message: str
    headers: Mapping[str, str] = field(default_factory=dict)
    closes: bool = False

    def response(self) -> web.Response:
        """The answer, with the code of its status."""
        is_large = self.status is HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        code = "PAYLOAD_TOO_LARGE" if is_large else self.status.name
        response = refusal(self.status, GraphQLError(self.message, extensions={"code": code}), self.headers)
        if self.closes:
            response.force_close()
        return response


TOLD: Counter[str] = Counter()
"""How many errors this process told its clients, by code."""


def count_told(errors: Iterable[GraphQLError]) -> None:
    """Each error is counted once, where it leaves for its client."""
    for error in errors:
        TOLD[str((error.extensions or {}).get("code", "NONE"))] += 1


def counted(error: GraphQLError) -> list[GraphQLError]:
    """The one error of an operation that a session refuses by itself."""
    count_told([error])
    return [error]


class Refusal(web.Response):
    """An answer of errors alone. It gets the media type that was asked for when it is sent."""


def refusal(status: int, error: GraphQLError, headers: Mapping[str, str] | None = None) -> Refusal:
    """An answer of one error."""
    count_told([error])
    body = orjson.dumps({"errors": [error.formatted]})
    return Refusal(status=status, body=body, content_type=JSON, charset="utf-8", headers=headers)


def unauthenticated() -> web.Response:
    """The same answer to every refused token: bad, expired, or without a user."""
    return refusal(HTTPStatus.UNAUTHORIZED, Unauthenticated(), {"WWW-Authenticate": "Bearer"})


OVERLOADED = "OVERLOADED"
"""Codes that say that nothing was written."""
BUSY = "The service is too busy: try again."
SECONDS_BUSY = 1
"""Until a retry makes sense."""
NOT_READ = "COMMITTED_NOT_READ"
"""Codes that say that everything was written."""
log = structlog.get_logger("doorstep.operations")


class Overloaded(NotNow):
    """More mutations are under way than can be done in time."""

    status = HTTPStatus.SERVICE_UNAVAILABLE

    def __init__(self) -> None:
        super().__init__(OVERLOADED, BUSY, SECONDS_BUSY)


def is_overloaded(error: GraphQLError) -> bool:
    """Whether the field wrote nothing, since the service is too busy."""
    return (error.extensions or {}).get("code") == OVERLOADED


def masked(errors: list[GraphQLError], event_cursors: Mapping[str, str]) -> list[GraphQLError]:
    """An operation's errors as a client may see them, in order; `event_cursors` are of committed fields."""
    return [after_commit(_masked(error), event_cursors) for error in errors]


def after_commit(error: GraphQLError, event_cursors: Mapping[str, str]) -> GraphQLError:
    """An error of a committed field says so, so that no client takes it for a refusal."""
    event_cursor = event_cursors.get(str(error.path[0])) if error.path else None
    if event_cursor is None:
        return error
    done = {**(error.extensions or {}), "committed": True, "eventCursor": event_cursor}
    if done["code"] != OVERLOADED:
        return _shown(error, error.message, done)
    return _shown(error, "The change was made, but not read: query it again.", done | {"code": NOT_READ})


def internal_error(cause: BaseException, at: GraphQLError | None = None) -> GraphQLError:
    """Replaces a bug by an id that the log has too.

    A database in trouble is no bug, and the error says so.
    """
    if isinstance(cause, DiskFull):
        TROUBLE.full_disk_at = time.monotonic()
    if isinstance(cause, DatabaseBusy):
        TROUBLE.say("overloaded", str(cause))
        return _shown(at, BUSY, {"code": OVERLOADED})
    if isinstance(cause, OutcomeUnknown):
        TROUBLE.say("outcome unknown", str(cause))
        return _shown(
            at,
            "The database did not confirm the change: it was made, or it was not.",
            {"code": "OUTCOME_UNKNOWN"},
        )
    error_id = uuid4().hex
    log.error("unexpected error", error_id=error_id, exc_info=cause)
    return _shown(
        at, "The service had an internal error.", {"code": "INTERNAL_SERVER_ERROR", "errorId": error_id}
    )


def coded(error: GraphQLError, code: str) -> GraphQLError:
    """The same error with a code, without its cause."""
    return _shown(error, error.message, {"code": code})


def _shown(at: GraphQLError | None, message: str, extensions: dict[str, Any]) -> GraphQLError:
    nodes, path = (at.nodes, at.path) if at else (None, None)
    return GraphQLError(message, nodes, path=path, extensions=extensions)


def _masked(error: GraphQLError) -> GraphQLError:
    cause = error.original_error or error
    if isinstance(cause, ClientError):
        return error
    if isinstance(cause, GraphQLError) and _is_about_an_argument(cause):
        return coded(error, "BAD_USER_INPUT")
    return internal_error(cause, at=error)


def _is_about_an_argument(error: GraphQLError) -> bool:
    """Whether the engine refused an argument while running: it points into the field, not at it."""
    return any(not isinstance(node, FieldNode) for node in error.nodes or ())


def has_left(transport: asyncio.BaseTransport | None) -> bool:
    """Whether there is no client any more to be answered."""
    return transport is None or transport.is_closing()
