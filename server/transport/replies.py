"""The bytes of an answer: JSON, compressed if the client asks for that; an event stream (graphql-sse, distinct
connections); or parts (Apollo's multipart subscriptions).
"""

import asyncio
import gzip
import hashlib
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from http import HTTPStatus
from typing import NamedTuple

import brotli
import orjson
from aiohttp import hdrs, web
from aiohttp.helpers import rfc822_formatted_time
from graphql import GraphQLError
from msgspec import Struct

from server.errors import JSON
from server.soon import Soon, then

PROTECTIVE = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-site",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
}
"""Headers of every answer."""

PADDING = "X-Padding"
_NONE: Mapping[str, str] = {}

SMALL = 1024
"""Bytes that are sent as they are: a packet or two either way."""

LONG = 64 * 1024
"""Bytes from which compressing is long enough for a thread of its own."""

GZIP, BROTLI = "gzip", "br"
_KEY = secrets.token_bytes(32)
_OWN = {hdrs.CONTENT_TYPE, hdrs.CONTENT_LENGTH}
_CLOSES = {str(hdrs.CONNECTION): "close"}
_VARIES = {str(hdrs.VARY): str(hdrs.ACCEPT_ENCODING)}


class Media(StrEnum):
    """The two media types of answers; they differ in the status of an operation that never ran."""

    GRAPHQL = "application/graphql-response+json"
    JSON = JSON


class Reply(Struct, frozen=True):
    """The whole answer to a request. `padding`: bytes that hide its length. `closes`: the connection ends after it."""

    body: bytes
    media: str
    status: int = 200
    headers: Mapping[str, str] = _NONE
    padding: int = 0
    closes: bool = False

    @classmethod
    def of(cls, response: web.StreamResponse, media: str) -> "Reply":
        """A refusal, in the media type that was asked for."""
        assert isinstance(response, web.Response)
        assert isinstance(response.body, bytes)
        said = {name: value for name, value in response.headers.items() if name not in _OWN}
        return cls(response.body, media, response.status, said, closes=response.keep_alive is False)

    def response(self) -> web.Response:
        """For aiohttp, which adds the length, the date and the protective headers."""
        return web.Response(
            status=self.status,
            body=self.body,
            content_type=self.media,
            charset="utf-8",
            headers={**self.headers, PADDING: "0" * self.padding} if self.padding else self.headers,
        )

    def to_bytes(self, more: Mapping[str, str]) -> bytes:
        """Head and body, with these headers in addition."""
        closing = _CLOSES if self.closes else _NONE
        head = _head(self.status, self.media, (*self.headers.items(), *more.items(), *closing.items()))
        date = rfc822_formatted_time().encode()
        padding = b"%b: %b\r\n" % (PADDING.encode(), b"0" * self.padding) if self.padding else b""
        return b"%b\r\nDate: %b\r\n%bContent-Length: %d\r\n\r\n%b" % (
            head,
            date,
            padding,
            len(self.body),
            self.body,
        )


@lru_cache(maxsize=256)
def _head(status: int, media: str, headers: tuple[tuple[str, str], ...]) -> bytes:
    said = {"Content-Type": f"{media}; charset=utf-8", **PROTECTIVE}
    lines = [f"{name}: {value}" for name, value in (*said.items(), *headers)]
    return "\r\n".join([f"HTTP/1.1 {status} {HTTPStatus(status).phrase}", *lines]).encode()


def compressed(reply: Reply, coding: str | None) -> Soon[Reply]:
    """The reply, compressed if the client prefers a coding; only JSON, since streams must not wait.

    An answer has texts of others beside the reader's own, and its length could tell whether they are alike. So a
    compressed one is longer by up to 255 bytes, which its whole content and a key of the process decide.
    """
    if len(reply.body) < SMALL or not reply.media.endswith("json"):
        return reply
    headers = {**reply.headers, **_VARIES} if reply.headers else _VARIES
    if coding is None:
        return Reply(reply.body, reply.media, reply.status, headers)
    headers = {**headers, hdrs.CONTENT_ENCODING: coding}
    return then(
        shorter(reply.body, coding),
        lambda body: Reply(body, reply.media, reply.status, headers, _padding(reply.body)),
    )


class Accepted(NamedTuple):
    """A part of a header, in small letters. Its weight is 0 if it cannot be read."""

    name: str
    parameters: dict[str, str]

    @property
    def weight(self) -> float:
        """That of `q`."""
        try:
            weight = float(self.parameters.get("q", "1"))
        except ValueError:
            return 0.0
        return weight if 0 <= weight <= 1 else 0.0

    @classmethod
    def of(cls, part: str) -> "Accepted":
        """One of several, between commas."""
        name, *parameters = part.lower().split(";")
        pairs = (parameter.partition("=") for parameter in parameters)
        return cls(name.strip(), {key.strip(): value.strip(' "') for key, _, value in pairs})


def accepted(values: tuple[str, ...]) -> list[Accepted]:
    """The parts of all headers of a name."""
    return [Accepted.of(part) for value in values for part in value.split(",") if part.strip()]


@lru_cache(maxsize=64)
def coding_of(values: tuple[str, ...]) -> str | None:
    """The coding that a client likes best of those that we have, the smaller one of two; None for none."""
    liked = {one.name: one.weight for one in accepted(values)}
    others = liked.get("*", 0.0)
    weights = {coding: liked.get(coding, others) for coding in (BROTLI, GZIP)}
    best = max(weights, key=lambda coding: weights[coding])
    as_it_is = liked.get("identity", 0.0)
    return best if weights[best] > 0 and weights[best] >= as_it_is else None


def shorter(body: bytes, coding: str, *, once: bool = False) -> Soon[bytes]:
    """`once`: as small as is reasonable, since it is kept and sent many times."""
    if len(body) < LONG:
        return _shorter(body, coding, once)
    return asyncio.to_thread(_shorter, body, coding, once)


def _shorter(body: bytes, coding: str, once: bool) -> bytes:
    if coding == BROTLI:
        made: bytes = brotli.compress(body, quality=9 if once else 4)
        return made
    return gzip.compress(body, 9 if once else 5, mtime=0)


def _padding(body: bytes) -> int:
    """The same for the same body, so that asking again and again tells no more."""
    return hashlib.blake2b(body, key=_KEY, digest_size=1).digest()[0]


BOUNDARY = b"\r\n--graphql"
PART = b"\r\nContent-Type: application/json\r\n\r\n"


def _errors(errors: Sequence[GraphQLError]) -> bytes:
    return orjson.dumps([error.formatted for error in errors])


@dataclass(frozen=True, slots=True)
class EventStream:
    """Lines end in LF alone, and data is one line: some clients read no other form."""

    media = "text/event-stream"
    beginning = b"retry: 1000\n\n"
    heartbeat = b":\n\n"

    def place(self, event_cursor: str | None) -> bytes:
        """The place from which a browser resumes until it gets an item; the page is told nothing."""
        return f"id: {event_cursor}\n\n".encode() if event_cursor else b""

    def item(self, body: bytes, event_cursor: str | None) -> bytes:
        """A result in JSON. Its event cursor is the id from which a browser resumes."""
        id = f"id: {event_cursor}\n".encode() if event_cursor else b""
        return b"event: next\n%bdata: %b\n\n" % (id, body)

    def end(self, errors: Sequence[GraphQLError]) -> bytes:
        """The empty data lets a browser tell its page of the event."""
        last = self.item(b'{"errors":%b}' % _errors(errors), None) if errors else b""
        return last + b"event: complete\ndata:\n\n"

    def sent_away(self, error: GraphQLError) -> bytes:
        """The client must sign in again."""
        return self.end([error])

    def broken(self, error: GraphQLError) -> bytes:
        """Nothing: without `complete` the client connects again."""
        return b""


@dataclass(frozen=True, slots=True)
class Parts:
    """Each part ends with the next boundary, since clients read a part only when they have seen its end."""

    media = 'multipart/mixed;boundary="graphql";subscriptionSpec="1.0"'
    beginning = BOUNDARY
    heartbeat = PART + b"{}" + BOUNDARY

    def place(self, event_cursor: str | None) -> bytes:
        """Nothing: these clients cannot resume."""
        return b""

    def item(self, body: bytes, event_cursor: str | None) -> bytes:
        """A result in JSON; the event cursor is not repeated here."""
        return PART + b'{"payload":%b}' % body + BOUNDARY

    def end(self, errors: Sequence[GraphQLError]) -> bytes:
        """Errors of the operation are a result of their own."""
        last = self.item(b'{"errors":%b}' % _errors(errors), None) if errors else b""
        return last + b"--\r\n"

    def sent_away(self, error: GraphQLError) -> bytes:
        """An error of the connection, not of the operation."""
        return self.broken(error)

    def broken(self, error: GraphQLError) -> bytes:
        """An error of the connection, and the end."""
        return PART + b'{"payload":null,"errors":%b}' % _errors([error]) + BOUNDARY + b"--\r\n"


Encoding = EventStream | Parts
EVENTS, PARTS = EventStream(), Parts()
