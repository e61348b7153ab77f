"""Scalars in addition to GraphQL's own, and how an enum becomes one of the API."""

import re
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, NewType, TypeVar

import strawberry
from strawberry.types.enum import StrawberryEnumDefinition

E = TypeVar("E", bound=type[Enum])

URL = NewType("URL", str)

SealedEventCursor = NewType("SealedEventCursor", str)
"""An `EventCursor` as clients have it: one block of 16 bytes, hexadecimal."""

_SEALED_BLOCK = re.compile(r"[0-9a-f]{32}")


def _text(value: Any) -> str:
    """ValueError for a value that is not a string; each input checks the address itself."""
    if not isinstance(value, str):
        raise ValueError("an address is a text")
    return value


def _moment(value: Any) -> datetime:
    """Gives UTC. ValueError for a time without a zone: it names no moment."""
    try:
        at = datetime.fromisoformat(value.upper())
        if at.tzinfo is not None:
            return at.astimezone(UTC)
    except (AttributeError, ValueError, OverflowError):
        pass
    # Python's own reasons speak of its types.
    raise ValueError("a moment is a text with its zone, as in 2026-03-04T12:00:00Z")


def _day(value: Any) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise ValueError("a day is a text as in 2008-02-29") from None


def is_event_cursor(text: str) -> bool:
    """Whether it looks like one; the stream checks user, epoch and age."""
    return _SEALED_BLOCK.fullmatch(text) is not None


def _event_cursor(value: Any) -> str:
    """ValueError for a value that no event cursor looks like."""
    if not isinstance(value, str) or not is_event_cursor(value):
        raise ValueError("an event cursor is 32 characters that this API gave as `eventCursor`")
    return value


SCALARS: dict[Any, Any] = {
    URL: strawberry.scalar(
        name="URL",
        description="An absolute URL.",
        specified_by_url="https://url.spec.whatwg.org/",
        serialize=str,
        parse_value=_text,
    ),
    SealedEventCursor: strawberry.scalar(
        name="EventCursor",
        description="A place in the viewer's event log, 32 characters. It is opaque, and of this viewer only. "
        "An input that no event cursor can look like is refused before the operation runs.",
        serialize=str,
        parse_value=_event_cursor,
    ),
    date: strawberry.scalar(
        name="Date",
        description="A day of the calendar, as in 2008-02-29.",
        specified_by_url="https://scalars.graphql.org/andimarek/local-date.html",
        serialize=date.isoformat,
        parse_value=_day,
    ),
    datetime: strawberry.scalar(
        name="DateTime",
        description="A moment, in UTC with microseconds, as in 2026-03-04T12:00:00.250000+00:00. "
        "A whole second has no fraction. An input may be in any zone, and names it.",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc3339",
        serialize=datetime.isoformat,
        parse_value=_moment,
    ),
}
"""The GraphQL scalar of each Python type."""


def described(enum: E, description: str, *, name: str | None = None, **values: str) -> E:
    """Shows an enum of the rules in the API, with a description for each value; `name`: its own unless given."""
    strawberry.enum(enum, name=name, description=description)
    definition: StrawberryEnumDefinition = enum.__strawberry_definition__  # type: ignore[attr-defined]
    for value in definition.values:
        value.description = values[value.name]
    return enum
