"""A user's own data, to take away."""

from enum import Enum
from typing import Any, Self

import orjson
import strawberry

from schema.types.directives import TEXT, cost
from schema.types.pagination import Connection


@strawberry.enum
class ExportKind(Enum):
    """The kind of an item of an export. More kinds may come."""

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
    REPORT = strawberry.enum_value("REPORT", description="The viewer's own words and reason in a report.")
    CONTACT_CODE = strawberry.enum_value(
        "CONTACT_CODE", description="A contact code of the viewer, without its text."
    )
    APPEAL = strawberry.enum_value("APPEAL", description="An appeal of the viewer, with its answer.")


@strawberry.type(description="One item of data that the viewer gave, or can see through this API.")
class ExportItem:
    """docs/frontends.md gives the shape of each kind."""

    kind: ExportKind = strawberry.field(description="The kind of the item; it decides the shape of `json`.")
    json: str = strawberry.field(
        description="A JSON object. Ids are those of this API, names those of this schema, times UTC in ISO 8601.",
        metadata=cost(TEXT),
    )

    @classmethod
    def of(cls, kind: ExportKind, value: dict[str, Any]) -> Self:
        """`value` becomes JSON here, so the schema does not know its shape."""
        return cls(kind=kind, json=orjson.dumps(value).decode())


@strawberry.type(description="The viewer's data, kind by kind, the newest of most kinds first.")
class ExportConnection(Connection[ExportItem]):
    """Data that comes during an export sorts before the page, so the next export has it."""
