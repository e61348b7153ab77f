"""The messages of clients, read strictly: parameters of an operation, and those of graphql-transport-ws."""

from collections.abc import Mapping
from http import HTTPStatus
from types import NoneType
from typing import Annotated, Any, TypeAlias

import msgspec
import orjson
from msgspec import Meta, Struct

from server.asked import Operation
from server.errors import Refused

MAX_NAME_LENGTH = 255
MAX_HASH_LENGTH = 128
MAX_ID_LENGTH = 128
HASHED = frozenset({"documentId", "extensions"})
"""Parameters that may name a document by its hash."""
_KINDS = ("operationName", (str, NoneType)), ("variables", (dict, NoneType))


def operation_of(parameters: object) -> Operation:
    """The operation that a JSON value describes; Refused, with the parameter's name, for a wrong type."""
    if not isinstance(parameters, dict):
        raise Refused(HTTPStatus.BAD_REQUEST, "Send one JSON object.")
    for key, kinds in _KINDS:
        if not isinstance(parameters.get(key), kinds):
            raise Refused(HTTPStatus.BAD_REQUEST, f"{key} is of a wrong type.")
    hash = "" if HASHED.isdisjoint(parameters) else _hash(parameters)
    name = parameters.get("operationName")
    if name is not None and len(name) > MAX_NAME_LENGTH:
        raise Refused(HTTPStatus.BAD_REQUEST, "operationName is too long.")
    text = _optional(parameters, "query", str) if hash else parameters.get("query")
    if not (text is None or isinstance(text, str)) or not (text or hash):
        raise Refused(HTTPStatus.BAD_REQUEST, "query must be a document, or documentId its hash.")
    return Operation(text or "", name, parameters.get("variables"), hash)


def _hash(parameters: dict[str, Any]) -> str:
    """Of `documentId`, or of Apollo's `extensions.persistedQuery`; "" if there is none."""
    named = _optional(parameters, "documentId", str)
    extensions = _optional(parameters, "extensions", dict) or {}
    persisted = _optional(extensions, "persistedQuery", dict)
    if persisted is not None:
        if persisted.get("version") != 1:
            raise Refused(HTTPStatus.BAD_REQUEST, "persistedQuery.version must be 1.")
        named = _optional(persisted, "sha256Hash", str)
        if not named:
            raise Refused(HTTPStatus.BAD_REQUEST, "persistedQuery.sha256Hash must be a hash.")
    hash: str = (named or "").removeprefix("sha256:")
    if len(hash) > MAX_HASH_LENGTH:
        raise Refused(HTTPStatus.BAD_REQUEST, "The document's hash is too long.")
    return hash


def _optional(parameters: dict[str, Any], name: str, kind: type) -> Any:
    value = parameters.get(name)
    if value is not None and not isinstance(value, kind):
        raise Refused(HTTPStatus.BAD_REQUEST, f"{name} is of a wrong type.")
    return value


class ProtocolError(Exception):
    """A client's breach of the protocol. The reason is ours, at most 123 bytes, and quotes nothing."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


Id: TypeAlias = Annotated[str, Meta(min_length=1, max_length=MAX_ID_LENGTH)]
Payload: TypeAlias = dict[str, Any]


class Init(Struct):
    """The first message of a connection."""

    payload: Payload | None = None


class Ping(Struct):
    """The server answers with a pong."""

    payload: Payload | None = None


class Pong(Struct):
    """The server does not answer."""

    payload: Payload | None = None


class Subscribe(Struct):
    """Runs an operation, of any kind, under an id that the client chose."""

    id: Id
    payload: Payload

    def operation(self) -> Operation:
        """As `operation_of`; ProtocolError 4400 instead of Refused."""
        try:
            return operation_of(self.payload)
        except Refused as refused:
            raise _invalid(refused.message) from refused


class Complete(Struct):
    """Ends an operation; the id may be unknown by now."""

    id: Id


Frame: TypeAlias = Init | Ping | Pong | Subscribe | Complete


_FRAMES: Mapping[str, type[Frame]] = {
    "connection_init": Init,
    "ping": Ping,
    "pong": Pong,
    "subscribe": Subscribe,
    "complete": Complete,
}


def read_frame(text: str) -> Frame:
    """The message of a text frame; ProtocolError 4400 for any other shape."""
    try:
        message = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise _invalid("not valid JSON") from error
    if not isinstance(message, dict) or not (kind := _FRAMES.get(str(message.get("type")))):
        raise _invalid("unknown type")
    try:
        return msgspec.convert(message, kind)
    except msgspec.ValidationError as error:
        raise _invalid(str(error)) from error


def _invalid(reason: str) -> ProtocolError:
    return ProtocolError(4400, f"Invalid message: {reason}")
