"""The one interface of everything that has an id."""

from typing import ClassVar

import strawberry

from schema.types.context import Info
from schema.types.ids import Kind


@strawberry.interface(description="Anything that can be read again by its id, with `node`.")
class Node:
    """A subclass names its kind and gives its database key."""

    kind: ClassVar[Kind]

    @property
    def key(self) -> int:
        """The database's key, never shown."""
        raise NotImplementedError

    @strawberry.field(description="Opaque and stable; of this one type. It tells no order, count or time.")
    def id(self, info: Info) -> strawberry.ID:
        """Sealed."""
        return strawberry.ID(info.context.services.sealer.seal(self.kind, self.key))
