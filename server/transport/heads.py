"""Heads of requests: what they may hold, whose address they tell, the facts of a POST, and those read before."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from http import HTTPStatus
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import NamedTuple, TypeAlias

from aiohttp import hdrs, web
from msgspec import Struct

from server.errors import Refused
from server.transport.replies import Media

HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[\w.~%!$&'()*+,;=-]+)(:\d{0,5})?", re.ASCII)
SINGLE = (
    hdrs.HOST,
    hdrs.ORIGIN,
    hdrs.EXPECT,
    hdrs.UPGRADE,
    hdrs.CONTENT_LENGTH,
    hdrs.CONTENT_ENCODING,
    hdrs.SEC_WEBSOCKET_KEY,
    hdrs.SEC_WEBSOCKET_VERSION,
)
"""Headers that a request may have at most once."""

READ = (
    *SINGLE,
    hdrs.ACCEPT,
    hdrs.CONNECTION,
    hdrs.CONTENT_TYPE,
    hdrs.FORWARDED,
    hdrs.X_FORWARDED_FOR,
    hdrs.SEC_WEBSOCKET_PROTOCOL,
    hdrs.SEC_WEBSOCKET_EXTENSIONS,
)
"""Headers that decide something, so they must be ASCII. Others, such as cookies, may hold any bytes."""

Network: TypeAlias = IPv4Network | IPv6Network
Address: TypeAlias = IPv4Address | IPv6Address

HOP = re.compile(r"\[([^\]%]+)\](?::\d+)?|([^:%]+):\d+|([^%]+)")
"""`192.0.2.1`, `192.0.2.1:80`, `2001:db8::1` or `[2001:db8::1]:80`."""
HOST_BITS = 64
"""Bits of an IPv6 address that one client controls: all addresses that differ only in them are its own."""


class Head(Struct, frozen=True):
    """The facts of a POST's head, which many requests share.

    `address`: the asker's. `coding`: how an answer is compressed. `page`: headers for the page that asked.
    """

    address: str
    media: Media
    coding: str | None
    page: Mapping[str, str]


class Post(Struct, frozen=True):
    """A head, and the values of its headers Authorization."""

    head: Head
    authorization: tuple[str, ...]


def require_head(request: web.BaseRequest) -> None:
    """Refused for an ambiguous head, or one that announces a body which would be refused."""
    for name in READ:
        values = request.headers.getall(name, [])
        if len(values) > 1 and name in SINGLE:
            raise Refused(HTTPStatus.BAD_REQUEST, f"Send the header {name} once.", closes=True)
        if not all(map(str.isascii, values)):
            raise Refused(HTTPStatus.BAD_REQUEST, f"The header {name} must be ASCII.", closes=True)
    if not HOST.fullmatch(request.headers.get(hdrs.HOST, "none")):
        raise Refused(HTTPStatus.BAD_REQUEST, "The header Host must name a host.", closes=True)
    if (expected := request.headers.get(hdrs.EXPECT)) and expected.lower() != "100-continue":
        raise Refused(HTTPStatus.EXPECTATION_FAILED, "Expect nothing but 100-continue.", closes=True)
    if (request.content_length or 0) > request.client_max_size:
        raise too_large(request)


def too_large(request: web.BaseRequest) -> Refused:
    """The refusal of a body over the limit, whether its length was announced or not."""
    message = f"A body may have at most {request.client_max_size:,} bytes."
    return Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, message, closes=True)


def address_of(request: web.Request, proxies: Sequence[Network]) -> str:
    """One text for each asker's address, "" where there is none (a UNIX socket)."""
    peer = _parsed((request.remote or "").partition("%")[0])
    if peer is None:
        return ""
    return _text((_is_of(peer, proxies) and _forwarded(request, proxies)) or peer)


def _forwarded(request: web.Request, proxies: Sequence[Network]) -> Address | None:
    """The last hop that is not a trusted proxy.

    None if the headers are malformed, or if the two differ: a client then added the one that the proxy passes.
    """
    values: Iterable[str] = request.headers.getall(hdrs.X_FORWARDED_FOR, ())
    de_facto = [hop for value in values for hop in value.split(",")]
    rfc_7239 = [element.get("for", "") for element in request.forwarded]
    found = {_last_foreign(chain, proxies) for chain in (de_facto, rfc_7239) if chain}
    return found.pop() if len(found) == 1 else None


def _last_foreign(hops: Sequence[str], proxies: Sequence[Network]) -> Address | None:
    hop = None
    for text in reversed(hops):
        hop = _parsed(text)
        if hop is None or not _is_of(hop, proxies):
            return hop
    return hop


@lru_cache(maxsize=4096)
def _parsed(text: str) -> Address | None:
    """IPv4 within IPv6 becomes IPv4.

    Text around an address is refused: proxies append to a client's header.
    """
    match = HOP.fullmatch(text.strip())
    try:
        found = ip_address(match[match.lastindex or 0] if match else "")
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found


def _is_of(address: Address, networks: Sequence[Network]) -> bool:
    return any(address in network for network in networks)


def _text(address: Address) -> str:
    if isinstance(address, IPv4Address):
        return str(address)
    return str(IPv6Address(int(address) >> HOST_BITS << HOST_BITS))


MOST_HEADS = 4_096
"""Heads that are kept; beyond them all are forgotten."""

MOST_WHOLE = 2_048
"""Whole heads that are kept, each in less than a kilobyte."""

LONGEST_HEAD = 2_048
"""Bytes of a head that is kept."""

END, LINE = b"\r\n\r\n", b"\r\n"
TOKENS = b"\r\nAuthorization: ", b"\r\nauthorization: "
LENGTHS = b"\r\nContent-Length: ", b"\r\ncontent-length: "
"""The spellings of clients; with another one a request takes the parser."""

MOST_DIGITS = 5
"""Of a length: a longer body hardly arrives with its head."""

Key: TypeAlias = tuple[str, bytes]


class Parsed(NamedTuple):
    """A request that the parser has read: with so many headers, and its whole body."""

    post: Post
    headers: int
    body: bytes


class KnownHeads:
    """Heads that were read before, so that a request with the same head needs no parser.

    A head is kept without the two values that differ between requests: the token and the length of the body. A request
    is taken only if every other byte of its head is one that the parser has accepted in that place. Heads that were
    taken are kept whole too: most requests differ from one of the same user in their bodies alone.

    By the client's address, since the facts of a head may depend on it.
    """

    def __init__(self) -> None:
        self._heads: dict[Key, Head] = {}
        self._whole: dict[Key, tuple[Post, int]] = {}

    def find(self, peer: str, data: bytes) -> tuple[Post, bytes] | None:
        """The request, if the data is a whole one, no more, and its head is known."""
        end = data.find(END, 0, LONGEST_HEAD)
        if end < 0:
            return None
        key, begin = (peer, data[:end]), end + len(END)
        post, length = self._whole.get(key) or self._post(key, data)
        return None if post is None or length != len(data) - begin else (post, data[begin:])

    def _post(self, key: Key, data: bytes) -> tuple[Post, int] | tuple[None, int]:
        """The request without its body, and the body's length; kept, if its head is known."""
        found = _split(data)
        if found is None:
            return None, 0
        rest, token, body = found
        head = self._heads.get((key[0], rest))
        if head is None:
            return None, 0
        if len(self._whole) >= MOST_WHOLE:
            self._whole.clear()
        self._whole[key] = known = Post(head, (token,)), len(body)
        return known

    def learn(self, peer: str, data: bytes, parsed: Parsed) -> bool:
        """Keep a head, if the data is this request and no more; whether it is.

        The parser must have begun with the data: part of a head before it would make it part of another request.
        """
        found = _split(data)
        if found is None or (found[1],) != parsed.post.authorization or found[2] != parsed.body:
            return False
        names = found[0].lower()
        if names.count(LINE) != parsed.headers:
            return False
        if all(names.count(name) == 1 for name in (TOKENS[1].strip(), LENGTHS[1].strip())):
            if len(self._heads) >= MOST_HEADS:
                self._heads.clear()
            self._heads[peer, found[0]] = parsed.post.head
        return True


def _split(data: bytes) -> tuple[bytes, str, bytes] | None:
    """The head without the two values, the value of Authorization, and the body; None if a part is missing."""
    end = data.find(END, 0, LONGEST_HEAD)
    if end < 0:
        return None
    token, length = _value(data, TOKENS, end), _value(data, LENGTHS, end)
    if token is None or length is None:
        return None
    text, digits, body = data[token].decode("latin-1"), data[length], data[end + len(END) :]
    if not (text.isascii() and text.isprintable() and text == text.strip()):
        return None
    if not (digits.isdigit() and len(digits) <= MOST_DIGITS and int(digits) == len(body)):
        return None
    first, last = (token, length) if token.start < length.start else (length, token)
    return data[: first.start] + data[first.stop : last.start] + data[last.stop : end], text, body


def _value(data: bytes, names: Sequence[bytes], end: int) -> slice | None:
    for name in names:
        begin = data.find(name, 0, end) + len(name)
        if begin >= len(name):
            return slice(begin, data.find(LINE, begin))
    return None
