"""An answer in JSON as the bytes that go to the client, compressed if it asks for that, or as aiohttp's response."""

import asyncio
import gzip
import hashlib
import secrets
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from http import HTTPStatus
from typing import NamedTuple

import brotli
from aiohttp import hdrs, web
from aiohttp.helpers import rfc822_formatted_time

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


class Reply(NamedTuple):
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


@lru_cache(maxsize=64)
def coding_of(values: tuple[str, ...]) -> str | None:
    """The coding that a client likes best of those that we have, the smaller one of two; None for none."""
    liked = dict(_weighed(part) for value in values for part in value.split(",") if part.strip())
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


def _weighed(part: str) -> tuple[str, float]:
    """A weight that cannot be read is none."""
    coding, _, parameter = part.lower().partition(";")
    name, _, weight = parameter.partition("=")
    try:
        return coding.strip(), float(weight) if name.strip() == "q" else 1.0
    except ValueError:
        return coding.strip(), 0.0


def _padding(body: bytes) -> int:
    """The same for the same body, so that asking again and again tells no more."""
    return hashlib.blake2b(body, key=_KEY, digest_size=1).digest()[0]
