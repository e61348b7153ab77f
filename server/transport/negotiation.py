"""Media types of bodies and answers, and the browser pages that may send requests."""

from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from http import HTTPStatus
from urllib.parse import urlsplit

from aiohttp import hdrs, web

from server.errors import JSON, Refused
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
    """Tell a browser which requests a page may send; a page that is not on the list gets no headers."""
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


class Answer(StrEnum):
    """The two media types of answers; they differ in the status of an operation that never ran."""

    GRAPHQL = "application/graphql-response+json"
    JSON = JSON


EXACT = 2
WILDCARDS = {"application/*": 1, "*/*": 0}


def require_json(values: Sequence[str]) -> None:
    """Refuse a body whose one Content-Type header does not say JSON in UTF-8."""
    if len(values) == 1:
        media, parameters = _split(values[0])
        if media == JSON and parameters.get("charset", "utf-8") in {"utf-8", "utf8"}:
            return
    raise Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "Send application/json in UTF-8.")


@lru_cache(maxsize=64)
def negotiate(values: tuple[str, ...]) -> Answer:
    """The answer's media type by all Accept headers:

    the most preferred; plain JSON unless the other is named.
    """
    ranges = [_split(part) for value in values for part in value.split(",") if part.strip()]
    if not ranges:
        return Answer.JSON
    liking = {answer: _liking(answer, ranges) for answer in Answer}
    best = max(Answer, key=lambda answer: (*liking[answer], _breaks_tie(answer, liking[answer])))
    if not liking[best][0]:
        raise Refused(HTTPStatus.NOT_ACCEPTABLE, f"Accept {Answer.GRAPHQL} or {Answer.JSON}.")
    return best


def _liking(answer: Answer, ranges: list[tuple[str, dict[str, str]]]) -> tuple[float, int]:
    """Weight and exactness of the most exact range that covers the answer."""
    exactness = {answer.value: EXACT, **WILDCARDS}
    covering = [(exactness[media], _weight(parameters)) for media, parameters in ranges if media in exactness]
    exact, weight = max(covering, default=(0, 0.0))
    return weight, exact


def _breaks_tie(answer: Answer, liking: tuple[float, int]) -> bool:
    return (answer is Answer.GRAPHQL) == (liking[1] == EXACT)


def _weight(parameters: dict[str, str]) -> float:
    try:
        weight = float(parameters.get("q", "1"))
    except ValueError:
        return 0.0
    return weight if 0 <= weight <= 1 else 0.0


def _split(value: str) -> tuple[str, dict[str, str]]:
    media, *parameters = value.split(";")
    pairs = (parameter.partition("=") for parameter in parameters)
    return media.strip().lower(), {name.strip().lower(): text.strip(' "').lower() for name, _, text in pairs}
