"""Media types of bodies and answers, handshakes of WebSockets, and the browser pages that may send requests."""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from http import HTTPStatus
from urllib.parse import urlsplit

from aiohttp import hdrs, web

from server.errors import JSON, Refused
from server.service import SERVICE
from server.transport.replies import EVENTS, PARTS, Accepted, Encoding, Media, accepted

CLIENT_HEADERS = """
    accept authorization content-type last-event-id x-stream-id
    apollo-require-preflight apollographql-client-name apollographql-client-version graphql-preflight
    x-apollo-cache-key x-apollo-operation-id x-apollo-operation-name x-apollo-operation-type
    x-graphql-client-name x-graphql-client-version x-request-id x-requested-with
    baggage sentry-trace traceparent tracestate
"""
"""Headers that GraphQL clients and tracers are known to send. A wildcard is for others: it has no authorization."""

PREFLIGHT = {
    hdrs.ACCESS_CONTROL_ALLOW_METHODS: "GET, POST",
    hdrs.ACCESS_CONTROL_ALLOW_HEADERS: ", ".join([*CLIENT_HEADERS.split(), "*"]),
    hdrs.ACCESS_CONTROL_MAX_AGE: "7200",
}
NAMES = re.compile(r"[\w-]{1,64}(, ?[\w-]{1,64}){0,31}", re.ASCII)
"""Of the headers that a page announces."""

VERSION = "13"
KEY = re.compile(r"[A-Za-z0-9+/]{21}[AQgw]==")
"""Of WebSockets."""

EXPOSED = "Retry-After, WWW-Authenticate"

_NO_HEADERS: Mapping[str, str] = {}


def is_welcome(request: web.Request) -> bool:
    """Whether the asker may open a socket: no browser, a page of this host, or a page from the allow-list."""
    origin = request.headers.get(hdrs.ORIGIN)
    return origin is None or origin in request.app[SERVICE].origins or _netloc(origin) == request.host


def is_upgrade(request: web.Request) -> bool:
    """Whether the request asks for a WebSocket."""
    return request.headers.get(hdrs.UPGRADE, "").lower() == "websocket"


def require_handshake(request: web.Request) -> None:
    """Refuse, with the cause, every handshake that aiohttp would reject or accept with an error."""
    headers = request.headers
    if "upgrade" not in headers.get(hdrs.CONNECTION, "").lower().replace(" ", "").split(","):
        raise Refused(HTTPStatus.BAD_REQUEST, "Send the header Connection: Upgrade.")
    if headers.get(hdrs.SEC_WEBSOCKET_VERSION) != VERSION:
        version = {str(hdrs.SEC_WEBSOCKET_VERSION): VERSION}
        raise Refused(HTTPStatus.BAD_REQUEST, f"Send Sec-WebSocket-Version: {VERSION}.", version)
    if not KEY.fullmatch(headers.get(hdrs.SEC_WEBSOCKET_KEY, "")):
        raise Refused(HTTPStatus.BAD_REQUEST, "Sec-WebSocket-Key must be 16 bytes in base64.")


async def answer_preflight(request: web.Request) -> web.Response:
    """Tell a browser which requests a page may send; a page that is not on the list gets no headers."""
    response = web.Response(status=204, headers={hdrs.ALLOW: "GET, POST, OPTIONS"})
    if request.headers.get(hdrs.ORIGIN) in request.app[SERVICE].origins:
        response.headers.update(PREFLIGHT)
        asked = request.headers.get(hdrs.ACCESS_CONTROL_REQUEST_HEADERS, "")
        if NAMES.fullmatch(asked):  # A page with credentials takes no wildcard.
            response.headers[hdrs.ACCESS_CONTROL_ALLOW_HEADERS] = asked
    return response


async def add_origin(request: web.Request, response: web.StreamResponse) -> None:
    """As `origin_headers`, for a response of aiohttp."""
    for name, value in origin_headers(request).items():
        response.headers.add(name, value)


def origin_headers(request: web.Request) -> Mapping[str, str]:
    """The headers of an answer that let listed pages read it."""
    return headers_for(request.headers.get(hdrs.ORIGIN), request.app[SERVICE].origins)


def headers_for(origin: str | None, origins: Collection[str]) -> Mapping[str, str]:
    """As `origin_headers`; the page may also fetch with `credentials: "include"`."""
    if not origins:
        return _NO_HEADERS
    varies = {str(hdrs.VARY): str(hdrs.ORIGIN)}
    if origin is None or origin not in origins:
        return varies
    return varies | {
        str(hdrs.ACCESS_CONTROL_ALLOW_ORIGIN): origin,
        str(hdrs.ACCESS_CONTROL_EXPOSE_HEADERS): EXPOSED,
        str(hdrs.ACCESS_CONTROL_ALLOW_CREDENTIALS): "true",
    }


def _netloc(origin: str) -> str:
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""


GRAPHQL_BEFORE = "application/graphql+json"
"""An older name, which is not served: some clients name it first, to say that they want JSON."""

EXACT = 2
WILDCARDS = {"application/*": 1, "*/*": 0}


def require_json(values: Sequence[str]) -> None:
    """Refuse a body whose one Content-Type header does not say JSON in UTF-8."""
    media, parameters = Accepted.of(values[0] if len(values) == 1 else "")
    if media != JSON or parameters.get("charset", "utf-8") not in {"utf-8", "utf8"}:
        raise Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "Send application/json in UTF-8.")


@lru_cache(maxsize=64)
def negotiate(values: tuple[str, ...]) -> Media:
    """The answer's media type by all Accept headers:

    the most preferred; plain JSON unless the other is named.
    """
    ranges = accepted(values)
    if not ranges:
        return Media.JSON
    liking = {answer: _liking(answer, ranges) for answer in Media}
    best = max(Media, key=liking.__getitem__)
    if not liking[best][0]:
        raise Refused(HTTPStatus.NOT_ACCEPTABLE, f"Accept {Media.GRAPHQL} or {Media.JSON}.")
    return best


@lru_cache(maxsize=64)
def refused_in(values: tuple[str, ...]) -> Media:
    """The media type of a refusal, also of one that says that none can be served."""
    try:
        return negotiate(values)
    except Refused:
        return Media.JSON


@lru_cache(maxsize=64)
def streamed(values: tuple[str, ...]) -> Encoding | None:
    """How to stream the answer; None if JSON is preferred. Of equal weights the first counts, and wildcards never do.

    Many clients name streams after JSON in the requests of ordinary queries too.
    """
    served = [(one.weight, _encoding(*one)) for one in accepted(values)]
    best = max(served, key=lambda one: one[0] if one[1] else 0.0, default=(0.0, None))
    return best[1] if best[0] and best[1] != JSON else None  # type: ignore[return-value]


def _encoding(media: str, parameters: dict[str, str]) -> Encoding | str | None:
    if media == EVENTS.media:
        return EVENTS
    if media == PARTS.media.partition(";")[0] and parameters.get("subscriptionspec") == "1.0":
        return PARTS
    return JSON if media in {*Media, GRAPHQL_BEFORE} else None


def _liking(answer: Media, ranges: list[Accepted]) -> tuple[float, int, bool]:
    """Weight and exactness of the most exact range that covers the answer; then the one that is named, else JSON."""
    exactness = {answer.value: EXACT, **WILDCARDS}
    covering = [(exactness[one.name], one.weight) for one in ranges if one.name in exactness]
    exact, weight = max(covering, default=(0, 0.0))
    return weight, exact, (answer is Media.GRAPHQL) == (exact == EXACT)
