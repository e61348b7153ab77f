"""Media types: which one a body has, which one an answer may have."""

from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from http import HTTPStatus

from server.refusals import JSON, Refused


class Answer(StrEnum):
    """The two media types of answers; they differ in the status of an operation that never ran."""

    GRAPHQL = "application/graphql-response+json"
    JSON = JSON


EXACT = 2
WILDCARDS = {"application/*": 1, "*/*": 0}


def require_json(values: Sequence[str]) -> None:
    """Refuse a body that does not say, in one header, that it is JSON in UTF-8."""
    if len(values) == 1:
        media, parameters = _split(values[0])
        if media == JSON and parameters.get("charset", "utf-8") in {"utf-8", "utf8"}:
            return
    raise Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "Send application/json in UTF-8.")


@lru_cache(maxsize=64)
def negotiate(values: tuple[str, ...]) -> Answer:
    """The answer's media type by all Accept headers: the best liked, plain JSON unless the other is named."""
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
