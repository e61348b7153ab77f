"""A user's own data, to take away."""

from typing import Any, Self

import orjson
import strawberry

from schema.types.costs import TEXT, cost
from schema.types.pagination import Connection


@strawberry.type(description="One thing that the viewer gave, or can see through this API.")
class ExportItem:
    """The shapes stand in docs/frontends.md."""

    kind: str = strawberry.field(
        description="profile, settings, standing, warning, follow, follower, block, thread, request, sentRequest,"
        " message or report: the shape of `json`."
    )
    json: str = strawberry.field(
        description="A JSON object. Ids are those of this API, names those of this schema, times UTC in ISO 8601.",
        metadata=cost(TEXT),
    )

    @classmethod
    def of(cls, kind: str, value: dict[str, Any]) -> Self:
        """The one way from a shape."""
        return cls(kind=kind, json=orjson.dumps(value).decode())


@strawberry.type(description="The viewer's data, kind by kind, the newest of most kinds first.")
class ExportConnection(Connection[ExportItem]):
    """What comes while it is read belongs to the places before, and to the next export."""
