"""Scalars beside GraphQL's own."""

from datetime import UTC, datetime
from typing import Any, NewType

import strawberry

URL = NewType("URL", str)


def _moment(text: str) -> datetime:
    """UTC; ValueError for what names no zone, since nobody knows when that is."""
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError("a moment names its zone, as in 2026-03-04T12:00:00Z")
    return at.astimezone(UTC)


SCALARS: dict[Any, Any] = {
    URL: strawberry.scalar(
        name="URL",
        description="An absolute URL.",
        specified_by_url="https://url.spec.whatwg.org/",
        serialize=str,
    ),
    datetime: strawberry.scalar(
        name="DateTime",
        description="A moment in UTC, with microseconds.",
        specified_by_url="https://scalars.graphql.org/andimarek/date-time.html",
        serialize=datetime.isoformat,
        parse_value=_moment,
    ),
}
"""How each Python type is shown."""
