"""What every success of a mutation has."""

from typing import TYPE_CHECKING, Annotated, cast

import strawberry

from schema.types.context import Info
from schema.types.ids import StreamPosition

if TYPE_CHECKING:
    from schema.root import Query


@strawberry.type
class Success:
    """Made after the commit: whatever is selected below it shows the new state."""

    position: strawberry.Private[StreamPosition]

    @strawberry.field(
        description="Where the viewer's log stands with this change in it: a subscription's `after`."
    )
    def cursor(self, info: Info) -> str:
        """Sealed for the viewer."""
        return info.context.services.sealer.seal_position(self.position)

    @strawberry.field(description="Anything else to read anew, in the same round trip.")
    def query(self) -> Annotated["Query", strawberry.lazy("schema.root")]:
        """The root holds nothing; its fields read."""
        return cast("Query", self)
