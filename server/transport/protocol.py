"""The messages of graphql-transport-ws that a client may send, read strictly."""

from dataclasses import dataclass
from typing import Any, TypeAlias

import orjson

from server.errors import Refused
from server.operations import Operation
from server.transport.http import operation_of

MAX_ID_LENGTH = 128


class ProtocolError(Exception):
    """A client's breach of the protocol. The reason is ours, at most 123 bytes, and quotes nothing."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Init:
    """The first message of a connection."""

    payload: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Ping:
    """The server answers with a pong."""


@dataclass(frozen=True, slots=True)
class Pong:
    """The server does not answer."""


@dataclass(frozen=True, slots=True)
class Subscribe:
    """Runs an operation, of any kind, under an id that the client chose."""

    id: str
    operation: Operation


@dataclass(frozen=True, slots=True)
class Complete:
    """Ends an operation; the id may be unknown by now."""

    id: str


Frame: TypeAlias = Init | Ping | Pong | Subscribe | Complete


def read_frame(text: str) -> Frame:
    """The message of a text frame; ProtocolError 4400 for any other shape."""
    try:
        message = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise _invalid("not valid JSON") from error
    if not isinstance(message, dict):
        raise _invalid("not an object")
    match message.get("type"):
        case "connection_init":
            return Init(_object(message) or {})
        case "ping":
            _object(message)
            return Ping()
        case "pong":
            _object(message)
            return Pong()
        case "subscribe":
            return Subscribe(_id(message), _operation(message))
        case "complete":
            return Complete(_id(message))
    raise _invalid("unknown type")


def _id(message: dict[str, Any]) -> str:
    value = message.get("id")
    if not isinstance(value, str) or not 0 < len(value) <= MAX_ID_LENGTH:
        raise _invalid(f"id must be a string of 1 to {MAX_ID_LENGTH} characters")
    return value


def _object(message: dict[str, Any]) -> dict[str, Any] | None:
    payload = message.get("payload")
    if payload is not None and not isinstance(payload, dict):
        raise _invalid("payload must be an object")
    return payload


def _operation(message: dict[str, Any]) -> Operation:
    try:
        return operation_of(message.get("payload"))
    except Refused as refused:
        raise _invalid(refused.message) from refused


def _invalid(reason: str) -> ProtocolError:
    return ProtocolError(4400, f"Invalid message: {reason}")
