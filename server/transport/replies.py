"""An answer in JSON as the bytes that go to the client, or as aiohttp's response where that is wanted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from http import HTTPStatus
from typing import ClassVar

from aiohttp import web
from aiohttp.helpers import rfc822_formatted_time

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


@dataclass(frozen=True, slots=True)
class Reply:
    """The whole answer to a request. The connection stays open after it. `padding`: bytes that hide its length."""

    body: bytes
    media: str
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: _NONE)
    padding: int = 0
    keep_alive: ClassVar[bool] = True

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
        head = _head(self.status, self.media, (*self.headers.items(), *more.items()))
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
