"""Scalars beside GraphQL's own."""

from datetime import datetime
from typing import Any, NewType

import strawberry

URL = NewType("URL", str)

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
        parse_value=datetime.fromisoformat,
    ),
}
"""How each Python type is shown."""
