"""The interface of every type that has an id, and how a type is made from its row."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, Generic, Self, TypeVar

import strawberry
from graphql import FieldNode

from schema.types.context import Info
from schema.types.ids import Kind

R = TypeVar("R")

_BY_KEY = "id", "__typename"


@strawberry.type
class FromRow(Generic[R]):
    """A type whose fields are read from one row when they are selected."""

    row: strawberry.Private[R]

    @classmethod
    def of(cls, row: R) -> Self:
        """The class says what the row must hold."""
        return cls(row=row)


def asks_for_id(info: Info) -> bool:
    """Whether nothing but the id of the field's object is selected; False where a fragment might select more."""
    # A compiled operation's info answers once for all rows.
    once = getattr(info, "of_nodes", None)
    return once(_are_by_key) if once else _are_by_key(info._raw_info.field_nodes)


def _are_by_key(nodes: Sequence[FieldNode]) -> bool:
    sets = [node.selection_set for node in nodes]
    fields = [one for each in sets if each for one in each.selections]
    return all(isinstance(one, FieldNode) and one.name.value in _BY_KEY for one in fields)


def ids_of(info: Info, kind: Kind, keys: Iterable[int]) -> list[strawberry.ID]:
    """The ids of nodes that may be gone, in the order of the keys."""
    seal = info.context.services.sealer.seal
    return [strawberry.ID(seal(kind, key)) for key in keys]


@strawberry.interface(description="An object that `node` can read again by its id.")
class Node:
    """A subclass names its kind and gives its database key."""

    kind: ClassVar[Kind]

    @property
    def key(self) -> int:
        """The key in the database; clients never see it."""
        raise NotImplementedError

    @strawberry.field(
        description="An opaque, stable id. It names one type only, and tells no order, count or time."
    )
    def id(self, info: Info) -> strawberry.ID:
        return strawberry.ID(info.context.services.sealer.seal(self.kind, self.key))
