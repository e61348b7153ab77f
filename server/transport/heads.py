"""Heads of requests: what they may hold once, what must be ASCII, and what they announce."""

import re
from collections.abc import Mapping
from functools import lru_cache
from http import HTTPStatus

from aiohttp import hdrs, web

from server.errors import Refused

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
