"""Heads of requests: what they may hold once, what must be ASCII, what they announce, and the facts of a POST."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from http import HTTPStatus
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import NamedTuple, TypeAlias

from aiohttp import hdrs, web

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


class Head(NamedTuple):
    """The facts of a POST's head, which many requests share.

    `address`: the asker's. `coding`: how an answer is compressed. `page`: headers for the page that asked.
    """

    address: str
    media: Media
    coding: str | None
    page: Mapping[str, str]


class Post(NamedTuple):
    """A head, and the values of its headers Authorization."""

    head: Head
    authorization: tuple[str, ...]


def require_head(request: web.BaseRequest) -> None:
    """Refused for an ambiguous head, or one that announces a body which would be refused."""
    if not _is_plain(request.headers):
        _require_clear(request)
    if not _is_host(request.headers.get(hdrs.HOST, "none")):
        raise Refused(HTTPStatus.BAD_REQUEST, "The header Host must name a host.", closes=True)
    if (expected := request.headers.get(hdrs.EXPECT)) and expected.lower() != "100-continue":
        raise Refused(HTTPStatus.EXPECTATION_FAILED, "Expect nothing but 100-continue.", closes=True)
    if (request.content_length or 0) > request.client_max_size:
        raise too_large(request)


def too_large(request: web.BaseRequest) -> Refused:
    """The refusal of a body over the limit, whether its length was announced or not."""
    message = f"A body may have at most {request.client_max_size:,} bytes."
    return Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, message, closes=True)


def _is_plain(headers: Mapping[str, str]) -> bool:
    """No header twice, and all of them ASCII: four microseconds less than to look for each by its name."""
    return len({name.lower() for name in headers}) == len(headers) and "".join(headers.values()).isascii()


def _require_clear(request: web.BaseRequest) -> None:
    for name in READ:
        values = request.headers.getall(name, [])
        if len(values) > 1 and name in SINGLE:
            raise Refused(HTTPStatus.BAD_REQUEST, f"Send the header {name} once.", closes=True)
        if not all(map(str.isascii, values)):
            raise Refused(HTTPStatus.BAD_REQUEST, f"The header {name} must be ASCII.", closes=True)


@lru_cache(maxsize=64)
def _is_host(text: str) -> bool:
    return HOST.fullmatch(text) is not None


def address_of(request: web.Request, proxies: Sequence[Network]) -> str:
    """One text for each asker's address, "" where there is none (a UNIX socket)."""
    peer = _peer(request.remote or "")
    if peer is None:
        return ""
    if proxies and _is_of(peer.address, proxies) and (forwarded := _forwarded(request, proxies)):
        return _text(forwarded)
    return peer.text


def _forwarded(request: web.Request, proxies: Sequence[Network]) -> Address | None:
    """The last hop that is not a trusted proxy.

    None if the headers are malformed, or if the two differ: a client then added the one that the proxy passes.
    """
    chains = [chain for chain in (_x_forwarded_for(request), _rfc_7239(request)) if chain]
    found = {_last_foreign(chain, proxies) for chain in chains}
    return found.pop() if len(found) == 1 else None


def _last_foreign(hops: Sequence[str], proxies: Sequence[Network]) -> Address | None:
    hop = None
    for text in reversed(hops):
        hop = _parsed(text)
        if hop is None or not _is_of(hop, proxies):
            return hop
    return hop


def _x_forwarded_for(request: web.Request) -> list[str]:
    values: Iterable[str] = request.headers.getall(hdrs.X_FORWARDED_FOR, ())
    return [hop for value in values for hop in value.split(",")]


def _rfc_7239(request: web.Request) -> list[str]:
    return [element.get("for", "") for element in request.forwarded]


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


class _Peer(NamedTuple):
    """An address and its text: to look for the text by the address costs more than the rest."""

    address: Address
    text: str


@lru_cache(maxsize=4096)
def _peer(text: str) -> _Peer | None:
    address = _parsed(text.partition("%")[0])
    return None if address is None else _Peer(address, _text(address))


def _is_of(address: Address, networks: Sequence[Network]) -> bool:
    return any(address in network for network in networks)


def _text(address: Address) -> str:
    if isinstance(address, IPv4Address):
        return str(address)
    return str(IPv6Address(int(address) >> HOST_BITS << HOST_BITS))
