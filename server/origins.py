"""Which browser pages may ask: those of the same host, and those that the settings name."""

from urllib.parse import urlsplit

from aiohttp import hdrs, web

from server.service import SERVICE

PREFLIGHT = {
    hdrs.ACCESS_CONTROL_ALLOW_METHODS: "GET, POST",
    hdrs.ACCESS_CONTROL_ALLOW_HEADERS: "authorization, content-type",
    hdrs.ACCESS_CONTROL_MAX_AGE: "3600",
}


def is_welcome(request: web.Request) -> bool:
    """Whether the asker may open a socket: no browser, a page of this host, or a page from the allow-list."""
    origin = request.headers.get(hdrs.ORIGIN)
    return origin is None or origin in request.app[SERVICE].origins or _netloc(origin) == request.host


async def answer_preflight(request: web.Request) -> web.Response:
    """Tell a browser what a page may send; a page that is not on the list gets no word of it."""
    response = web.Response(status=204, headers={hdrs.ALLOW: "GET, POST, OPTIONS"})
    if request.headers.get(hdrs.ORIGIN) in request.app[SERVICE].origins:
        response.headers.update(PREFLIGHT)
    return response


async def add_origin(request: web.Request, response: web.StreamResponse) -> None:
    """Let listed pages read the answer."""
    origins = request.app[SERVICE].origins
    if not origins:
        return
    response.headers.add(hdrs.VARY, hdrs.ORIGIN)
    if (origin := request.headers.get(hdrs.ORIGIN)) in origins:
        response.headers[hdrs.ACCESS_CONTROL_ALLOW_ORIGIN] = str(origin)


def _netloc(origin: str) -> str:
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""
