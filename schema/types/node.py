"""The interface of every type that has an id, and how a type is made from its row."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any, ClassVar, Generic, Self, TypeVar

import strawberry
from graphql import FieldNode, GraphQLError
from strawberry.types import get_object_definition
from strawberry.types.field import StrawberryField

from execution import Columns, column, getter_of, pure, reader_of
from models.db.tables import Table
from schema.types.context import Info
from schema.types.ids import Kind

R = TypeVar("R")

_BY_KEY = "id", "__typename"


@pure
@strawberry.type
class FromRow(Generic[R]):
    """A type whose fields are read from one row when they are selected.

    Those without arguments change nothing: a list is read field by field, a row more than once if need be.
    `listed_by`: the attributes that have its order and its key in a list.
    """

    row: strawberry.Private[R]
    listed_by: ClassVar[tuple[str, str]]

    @classmethod
    def of(cls, row: R) -> Self:
        """The class says what the row must hold."""
        return cls(row=row)

    @classmethod
    def all_of(cls, rows: Sequence[R | None]) -> Sequence[Self | None]:
        """Of many rows, or of a table of them; None for None."""
        if type(rows) is Table or None not in rows:
            return Shown(cls, rows)
        return [None if row is None else cls(row=row) for row in rows]


class Queued:
    """A row of a list from old to new: so its order and its key are negative there."""

    row: Any
    listed_by = "order", "order_key"

    @property
    def order(self) -> int:
        """By time, in microseconds."""
        return -int(self.row.place_order)

    @property
    def order_key(self) -> int:
        """Among rows of one moment."""
        return -int(self.row.id)


N = TypeVar("N", bound=FromRow[Any])


class RowField(StrawberryField):
    """Shows what the row has by the field's name, or by another one."""

    in_row: tuple[str, type[FromRow[Any]] | None]

    def __set_name__(self, owner: type, name: str) -> None:
        # Of a method too, Strawberry adds the annotation when its turn comes: fields keep the order of the class.
        self.type = owner.__annotations__.pop(name)
        path, of = self.in_row
        path = f"row.{path or name}"
        # As code, since the compiled execution sees in it which column has the values.
        read = eval(f"lambda self: self.{path}")
        if of:
            self.metadata = MappingProxyType({**self.metadata, **column(of.all_of, path)})
        self(_made_by(of, read) if of else read)


def from_row(
    description: str, *, name: str = "", of: type[FromRow[Any]] | None = None, metadata: Any = None
) -> Any:
    """A field with the value that the row has by the same name, or by `name`.

    `of`: that is a row too, and the field's object is made of it; or None.
    """
    field = RowField(description=description, metadata=metadata)
    field.in_row = name, of
    return field


def _made_by(of: type[FromRow[Any]], read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def made(self: Any) -> Any:
        row = read(self)
        return None if row is None else of(row=row)

    return made


class Shown(Columns[N]):
    """Objects that are made from rows, or from a table of them."""

    def __init__(self, type: type[N], rows: Sequence[Any]) -> None:
        self.type = type
        self.rows = rows

    def column(self, name: str) -> Sequence[Any]:
        """The rows, as `row`; else what each object has."""
        return self.rows if name == "row" else [getattr(one, name) for one in self]

    def make(self) -> list[N]:
        """In the order of the rows."""
        return [self.type.of(row) for row in self.rows]

    def __getitem__(self, at: Any) -> Any:
        """A slice keeps its columns."""
        return Shown(self.type, self.rows[at]) if isinstance(at, slice) else super().__getitem__(at)

    def __len__(self) -> int:
        return len(self.rows)


def asks_for_id(info: Info) -> bool:
    """Whether nothing but the id of the field's object is selected; False where a fragment might select more."""
    # A compiled operation's info answers once for all rows.
    once = getattr(info, "of_nodes", None)
    return once(_are_by_key) if once else _are_by_key(info._raw_info.field_nodes)


def _are_by_key(nodes: Sequence[FieldNode]) -> bool:
    sets = [node.selection_set for node in nodes]
    fields = [one for each in sets if each for one in each.selections]
    return all(isinstance(one, FieldNode) and one.name.value in _BY_KEY for one in fields)


def given_to(info: Info, type: type, name: str) -> Mapping[str, Any] | None:
    """The arguments of the one field of this name that is selected of a value of the type.

    None if there is none or are several, they are wrong, or graphql-core runs the operation.
    """
    ask = getattr(info, "given", None)
    if ask is None:
        return None
    try:
        found = ask(_name_of(type), name)
    except GraphQLError:
        return None
    return found[0] if len(found) == 1 else None


@cache
def _name_of(type: type) -> str:
    return get_object_definition(type, strict=True).name


def ids_of(info: Info, kind: Kind, keys: Iterable[int]) -> list[strawberry.ID]:
    """The ids of nodes that may be gone, in the order of the keys."""
    return [strawberry.ID(id) for id in info.context.services.sealer.seal_all(kind, list(keys))]


def _ids(nodes: Sequence["Node"], info: Info) -> list[str]:
    """Of nodes of one class."""
    cls: type[Node] = getattr(nodes, "type", None) or type(nodes[0])
    return info.context.services.sealer.seal_all(cls.kind, reader_of(cls.key_name)(nodes))


@strawberry.interface(description="An object that `node` can read again by its id.")
class Node:
    """A subclass names its kind and the attribute that has its key in the database, which clients never see."""

    kind: ClassVar[Kind]
    key_name: ClassVar[str] = "row.id"

    @property
    def key(self) -> int:
        """The key in the database."""
        key: int = getter_of(self.key_name)(self)
        return key

    @strawberry.field(metadata=column(_ids))
    def id(self, info: Info) -> strawberry.ID:
        """An opaque, stable id. It names one type only, and tells no order, count or time."""
        return strawberry.ID(info.context.services.sealer.seal(self.kind, getter_of(self.key_name)(self)))
