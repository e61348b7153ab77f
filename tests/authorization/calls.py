"""A row's first cell: one root field and its selections, made into a whole operation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from graphql import (
    FieldNode,
    GraphQLObjectType,
    InlineFragmentNode,
    SelectionSetNode,
    get_named_type,
    is_composite_type,
    is_required_argument,
    parse,
    print_ast,
)

from tests.printed import SCHEMA

ROOTS: dict[str, Any] = {
    "query": SCHEMA.query_type,
    "mutation": SCHEMA.mutation_type,
    "subscription": SCHEMA.subscription_type,
}
_NAME = re.compile(r"\$(\w+)")
_ALWAYS = {"Mutation": "... on Problem { code }", "Subscription": "... on Event { eventCursor }"}
"""Selections of each field of a root, in addition to those that a row names."""
_TYPES = {
    **dict.fromkeys(("ownerName", "someoneName", "someoneSubject", "myPeerName"), "String!"),
    **dict.fromkeys(("begin", "now"), "EventCursor!"),
}
"""Values of the names that are no ids."""
_DEPTH = 2
"""How far into an object is asked that a row names without its fields."""


@dataclass(frozen=True)
class Asked:
    """A field of a type; without anything `below` it, all of it is asked."""

    of: str
    name: str
    arguments: str
    below: tuple["Asked", ...]

    @property
    def type(self) -> Any:
        """Of its value, without list and non-null."""
        holder: Any = SCHEMA.type_map[self.of]
        return get_named_type(holder.fields[self.name].type)

    @property
    def text(self) -> str:
        if self.below:
            inner = " ".join([_ALWAYS.get(self.of, ""), *map(_as_fragment, self.below)])
            return f"{self.name}{self.arguments} {{ __typename {inner} }}"
        return f"{self.name}{self.arguments} {_whole(self.type, _DEPTH)}"

    def walk(self) -> Iterator["Asked"]:
        yield self
        for asked in self.below:
            yield from asked.walk()


@dataclass(frozen=True)
class Call:
    """`$name` is a thing's id. A mutation's arguments are its input's fields; what is asked is its success's."""

    text: str

    @cached_property
    def operation(self) -> str:
        name = self._node.name.value
        [found] = [operation for operation, root in ROOTS.items() if name in root.fields]
        return found

    @cached_property
    def asked(self) -> Asked:
        return _asked(self._node, ROOTS[self.operation])

    @property
    def things(self) -> list[str]:
        """The names of its things."""
        return _NAME.findall(self.text)

    @cached_property
    def document(self) -> str:
        """The operation; the things are its variables."""
        types = {name: _TYPES.get(name, "ID!") for name in self.things}
        variables = ", ".join(f"${name}: {of}" for name, of in types.items())
        return f"{self.operation}{variables and f'({variables})'} {{ {self.asked.text} }}"

    @cached_property
    def _node(self) -> FieldNode:
        definition: Any = parse(f"{{ {self.text} }}").definitions[0]
        node: FieldNode = definition.selection_set.selections[0]
        return node


def _asked(node: FieldNode, parent: Any) -> Asked:
    name = node.name.value
    given = ", ".join(map(print_ast, node.arguments or ()))
    kind: Any = get_named_type(parent.fields[name].type)
    if parent is SCHEMA.mutation_type:
        given = f"input: {{ {given} }}"
        kind = SCHEMA.type_map[f"{name[0].upper()}{name[1:]}Success"]
    below = tuple(_below(node.selection_set, kind)) if node.selection_set else ()
    return Asked(parent.name, name, given and f"({given})", below)


def _below(selected: SelectionSetNode, kind: Any) -> Iterator[Asked]:
    for node in selected.selections:
        if isinstance(node, FieldNode):
            yield _asked(node, kind)
        elif isinstance(node, InlineFragmentNode) and node.type_condition:
            yield from _below(node.selection_set, SCHEMA.type_map[node.type_condition.name.value])


def _as_fragment(asked: Asked) -> str:
    return f"... on {asked.of} {{ {asked.text} }}"


def _whole(kind: Any, depth: int) -> str:
    """All fields of a type that need no argument; of an interface its own, of a union none."""
    if not is_composite_type(kind):
        return ""
    fields = getattr(kind, "fields", {}) if kind is not SCHEMA.query_type else {}
    texts = [
        f"{name} {_whole(get_named_type(field.type), depth - 1)}"
        for name, field in fields.items()
        if not any(map(is_required_argument, field.args.values()))
        if depth or not is_composite_type(get_named_type(field.type))
    ]
    return f"{{ __typename {' '.join(texts)} }}"


def all_fields() -> set[tuple[str, str]]:
    """Each field of each object type of the schema, as type and name."""
    return {
        (name, field)
        for name, kind in SCHEMA.type_map.items()
        if isinstance(kind, GraphQLObjectType) and not name.startswith("__")
        for field in kind.fields
    }


def possible(name: str) -> set[str]:
    """The object types of a type's name: of an interface or union, its members."""
    kind: Any = SCHEMA.type_map[name]
    return (
        {name}
        if isinstance(kind, GraphQLObjectType)
        else {one.name for one in SCHEMA.get_possible_types(kind)}
    )
