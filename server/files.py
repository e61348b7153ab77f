"""Texts and assets that the service keeps in memory: compressed once, and sent only to a client that lacks them."""

import hashlib
from dataclasses import dataclass, field

from aiohttp import hdrs, web

from server.transport.compression import SMALL, coding_of, shorter

FOR_EVER = "public, max-age=31536000, immutable"
"""For a file whose name changes with its content."""

ASKED_AGAIN = "no-cache"
"""For any other: a client keeps it, and asks whether it has changed."""

COMPACT = ("font/woff2", "image/png", "image/webp")
"""Types that no coding makes shorter."""


@dataclass(frozen=True, slots=True)
class File:
    """`type` is the whole Content-Type."""

    body: bytes
    type: str
    cache: str
    headers: dict[str, str] = field(default_factory=dict)
    tag: str = field(init=False)
    _coded: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tag", hashlib.sha256(self.body).hexdigest()[:32])

    async def answer(self, request: web.Request) -> web.Response:
        """As the client takes it; 304 if it has it."""
        coding = coding_of(tuple(request.headers.getall(hdrs.ACCEPT_ENCODING, ())))
        if len(self.body) < SMALL or self.type in COMPACT:
            coding = None
        response = web.Response(headers={hdrs.CACHE_CONTROL: self.cache, **self.headers})
        response.headers[hdrs.VARY] = hdrs.ACCEPT_ENCODING
        response.etag = self._tag(coding)
        if self._is_known(request):
            response.set_status(304)
            return response
        response.headers[hdrs.CONTENT_TYPE] = self.type
        if coding:
            response.headers[hdrs.CONTENT_ENCODING] = coding
        response.body = await self._in(coding)
        return response

    async def _in(self, coding: str | None) -> bytes:
        if coding is None:
            return self.body
        if coding not in self._coded:
            self._coded[coding] = await shorter(self.body, coding, once=True)
        return self._coded[coding]

    def _tag(self, coding: str | None) -> str:
        """Each form of a file has a tag of its own."""
        return f"{self.tag}-{coding}" if coding else self.tag

    def _is_known(self, request: web.Request) -> bool:
        tags = request.if_none_match or ()
        return any(tag.value == "*" or tag.value.partition("-")[0] == self.tag for tag in tags)
