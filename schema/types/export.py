"""A user's own data, to take away."""

from enum import Enum
from typing import Any, Self

import orjson
import strawberry

from schema.types.costs import TEXT, cost
from schema.types.pagination import Connection


@strawberry.enum(description="What an item of an export is. More kinds may come.")
class ExportKind(Enum):
    """In the order of the export."""

    PROFILE = strawberry.enum_value("PROFILE", description="The viewer's profile, as the host app keeps it.")
    SETTINGS = strawberry.enum_value("SETTINGS", description="The viewer's settings.")
    STANDING = strawberry.enum_value("STANDING", description="The viewer's last restriction, if any.")
    WARNING = strawberry.enum_value("WARNING", description="A warning to the viewer.")
    FOLLOW = strawberry.enum_value("FOLLOW", description="A user whom the viewer follows.")
    FOLLOWER = strawberry.enum_value("FOLLOWER", description="A user who follows the viewer.")
    BLOCK = strawberry.enum_value("BLOCK", description="A user whom the viewer blocks.")
    THREAD = strawberry.enum_value("THREAD", description="An open thread.")
    SENT_REQUEST = strawberry.enum_value(
        "SENT_REQUEST", description="A request of the viewer that is not accepted."
    )
    REQUEST = strawberry.enum_value("REQUEST", description="A request to the viewer.")
    MESSAGE = strawberry.enum_value("MESSAGE", description="A message in a thread that the viewer can read.")
    REPORT = strawberry.enum_value("REPORT", description="What the viewer said with a report.")


@strawberry.type(description="One thing that the viewer gave, or can see through this API.")
class ExportItem:
    """The shapes stand in docs/frontends.md."""

    kind: ExportKind = strawberry.field(description="What it is, which says the shape of `json`.")
    json: str = strawberry.field(
        description="A JSON object. Ids are those of this API, names those of this schema, times UTC in ISO 8601.",
        metadata=cost(TEXT),
    )

    @classmethod
    def of(cls, kind: ExportKind, value: dict[str, Any]) -> Self:
        """The one way from a shape."""
        return cls(kind=kind, json=orjson.dumps(value).decode())


@strawberry.type(description="The viewer's data, kind by kind, the newest of most kinds first.")
class ExportConnection(Connection[ExportItem]):
    """What comes while it is read belongs to the places before, and to the next export."""
