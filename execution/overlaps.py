"""Whether all fields with one name in the answer, selected together, are the same field."""

from typing import Any, TypeAlias

from graphql import FieldNode, GraphQLField, SelectionSetNode, print_ast

MOST_COMPARED = 10_000
"""Pairs of fields with one name, and of fragments that are spread side by side, in all that is merged."""

Found: TypeAlias = tuple[FieldNode, GraphQLField]


class Doubt(Exception):
    """The document is wrong, or not plain enough to tell."""


def require(condition: bool) -> None:
    """Doubt otherwise."""
    if not condition:
        raise Doubt


class Level:
    """The fields of a selection set with its inline fragments, by their names in the answer, and what it spreads."""

    __slots__ = ("fields", "spreads")

    def __init__(self) -> None:
        self.fields: dict[str, list[Found]] = {}
        self.spreads: set[str] = set()

    def add(self, node: FieldNode, definition: GraphQLField) -> None:
        """A field that is selected here."""
        name = (node.alias or node.name).value
        self.fields.setdefault(name, []).append((node, definition))

    @property
    def may_overlap(self) -> bool:
        """Whether two fields of it can have one name, fragments included."""
        spreads = len(self.spreads)
        return (
            spreads > 1 or bool(spreads and self.fields) or any(len(own) > 1 for own in self.fields.values())
        )


class Levels:
    """All levels of a document, by their selection sets, and the selection sets of its fragments."""

    def __init__(self) -> None:
        self.fragments: dict[str, SelectionSetNode] = {}
        self._levels: dict[int, Level] = {}
        self._compared = 0

    def new(self, node: SelectionSetNode) -> Level:
        """An empty one. No parser gives two fields one node, so such a document is not plain."""
        require(id(node) not in self._levels)
        level = self._levels[id(node)] = Level()
        return level

    def check(self) -> None:
        """Doubt unless the fields of each level can be merged, whatever the types of their objects."""
        for level in self._levels.values():
            if level.may_overlap:
                self._merge([level])

    def _merge(self, levels: list[Level]) -> None:
        fields: dict[str, list[Found]] = {}
        spread: set[str] = set()
        for level in levels:
            for name, own in level.fields.items():
                fields.setdefault(name, []).extend(own)
            levels.extend(self._level(self.fragments[name]) for name in level.spreads - spread)
            spread |= level.spreads
        self._compared += len(fields) + len(spread) ** 2 + sum(len(same) ** 2 for same in fields.values())
        require(self._compared <= MOST_COMPARED)
        for same in fields.values():
            if len(same) > 1:
                self._require_same(same)

    def _require_same(self, found: list[Found]) -> None:
        """The same field and type in the same words; what is below them is merged."""
        first, definition = found[0]
        for node, own in found[1:]:
            require(node.name.value == first.name.value)
            require(own is definition or str(own.type) == str(definition.type))
            require(_arguments(node) == _arguments(first))
        if below := [self._level(node.selection_set) for node, _ in found if node.selection_set]:
            self._merge(below)

    def _level(self, node: SelectionSetNode) -> Level:
        return self._levels[id(node)]


def _arguments(node: FieldNode) -> Any:
    return node.arguments and {one.name.value: print_ast(one.value) for one in node.arguments}
