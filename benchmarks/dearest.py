"""The dearest documents that the limit of cost lets through."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from graphql import (
    GraphQLField,
    GraphQLObjectType,
    get_named_type,
    is_abstract_type,
    is_leaf_type,
    is_required_argument,
)
from graphql.execution.values import VariableValues

from server.asked import Operation
from server.operations import Schema
from server.plans import Plan

NO_VARIABLES = VariableValues({}, {})
SIZES = (100, 50, 20, 5, 1)
MOST_ALIASES, MOST_ROOTS = 60, 20


@dataclass(frozen=True, slots=True)
class Document:
    """A document, and its counted cost."""

    text: str
    cost: int


def aliased(field: str, times: int) -> str:
    """The same field under so many names."""
    return " ".join(f"a{number}: {field}" for number in range(times))


def counted(schema: Schema, text: str) -> Document | None:
    """None for a document that is refused for another cause than its cost."""
    plan = schema.plan(Operation(text))
    return Document(text, plan.price.of(NO_VARIABLES)) if isinstance(plan, Plan) else None


@dataclass(frozen=True, slots=True)
class Shape:
    """Documents of one kind, by the size of a page and a number of aliases that makes them dearer."""

    make: Callable[[int, int], str]
    most: int = MOST_ALIASES

    def dearest(self, schema: Schema, limit: int) -> Document | None:
        """The one of the highest cost that is let through, if any; every size of page is tried."""
        found = [self._dearest_of(schema, limit, size) for size in SIZES]
        return max((one for one in found if one), key=lambda one: one.cost, default=None)

    def _dearest_of(self, schema: Schema, limit: int, size: int) -> Document | None:
        best, low, high = None, 1, self.most
        while low <= high:
            times = (low + high) // 2
            document = counted(schema, self.make(size, times))
            if document and document.cost <= limit:
                best, low = document, times + 1
            else:
                high = times - 1
        return best


class Whole:
    """A root field with all that can be asked below it."""

    def __init__(self, schema: Schema, given: str) -> None:
        self._schema = schema._schema
        self._given = given

    def shapes(self, kind: str, name: str) -> Iterator[Shape]:
        """One for each depth of the selection, under one to twenty names."""
        root = self._schema.get_type(kind)
        assert isinstance(root, GraphQLObjectType)
        field = root.fields[name]

        def shape(depth: int) -> Shape:
            def make(size: int, times: int) -> str:
                one = f"{name}{self._given.replace('SIZE', str(size))}{self._below(field, depth, size)}"
                return f"{kind.lower()} {{ {aliased(one, times)} }}"

            return Shape(make, MOST_ROOTS)

        return map(shape, range(1, 6))

    def _below(self, field: GraphQLField, depth: int, size: int) -> str:
        type_ = get_named_type(field.type)
        if is_leaf_type(type_):
            return ""
        if is_abstract_type(type_):
            # One kind only: fields of one name must not differ. A thread is the dearest node.
            kind = max(self._schema.get_possible_types(type_), key=lambda kind: kind.name == "Thread")
            return f" {{ __typename ... on {kind.name} {self._fields(kind, depth, size)} }}"
        assert isinstance(type_, GraphQLObjectType)
        return f" {self._fields(type_, depth, size)}"

    def _fields(self, type_: GraphQLObjectType, depth: int, size: int) -> str:
        parts = [
            f"{name}{f'(first: {size})' if 'first' in field.args else ''}{self._below(field, depth - 1, size)}"
            for name, field in type_.fields.items()
            if self._is_asked(name, field, depth)
        ]
        return f"{{ __typename {' '.join(parts)} }}"

    def _is_asked(self, name: str, field: GraphQLField, depth: int) -> bool:
        if name == "query" or any(map(is_required_argument, field.args.values())):
            return False
        is_leaf = is_leaf_type(get_named_type(field.type))
        return is_leaf or depth > 1 or name in {"edges", "node"}
