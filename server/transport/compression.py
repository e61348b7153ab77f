"""Compressed answers, for clients that ask for them."""

import asyncio
import gzip
import hashlib
import secrets
from functools import lru_cache

import brotli
from aiohttp import hdrs, web

from server.transport.replies import Reply

SMALL = 1024
"""Bytes that are sent as they are: a packet or two either way."""

LONG = 64 * 1024
"""Bytes from which compressing is long enough for a thread of its own."""

GZIP, BROTLI = "gzip", "br"
_KEY = secrets.token_bytes(32)
_VARIES = {str(hdrs.VARY): str(hdrs.ACCEPT_ENCODING)}


async def compressed(request: web.Request, reply: Reply) -> Reply:
    """The reply, compressed if the client prefers that; only JSON, since streams must not wait.

    An answer has texts of others beside the reader's own, and its length could tell whether they are alike. So a
    compressed one is longer by up to 255 bytes, which its whole content and a key of the process decide.
    """
    if len(reply.body) < SMALL or not reply.media.endswith("json"):
        return reply
    coding = coding_of(tuple(request.headers.getall(hdrs.ACCEPT_ENCODING, ())))
    headers = {**reply.headers, **_VARIES}
    if coding is None:
        return Reply(reply.body, reply.media, reply.status, headers)
    body = await shorter(reply.body, coding)
    headers[hdrs.CONTENT_ENCODING] = coding
    return Reply(body, reply.media, reply.status, headers, _padding(reply.body))


@lru_cache(maxsize=64)
def coding_of(values: tuple[str, ...]) -> str | None:
    """The coding that a client likes best of those that we have, the smaller one of two; None for none."""
    liked = dict(_weighed(part) for value in values for part in value.split(",") if part.strip())
    others = liked.get("*", 0.0)
    weights = {coding: liked.get(coding, others) for coding in (BROTLI, GZIP)}
    best = max(weights, key=lambda coding: weights[coding])
    as_it_is = liked.get("identity", 0.0)
    return best if weights[best] > 0 and weights[best] >= as_it_is else None


async def shorter(body: bytes, coding: str, *, once: bool = False) -> bytes:
    """`once`: as small as is reasonable, since it is kept and sent many times."""
    if len(body) < LONG:
        return _shorter(body, coding, once)
    return await asyncio.to_thread(_shorter, body, coding, once)


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
