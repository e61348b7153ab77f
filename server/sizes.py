"""The size of a document: its limits are checked on the parsed text, before it is validated or run."""

from dataclasses import dataclass

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
)

from schema.types.errors import ClientError


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds of one document, each inclusive.

    `source` is in code points. `depth`, `selections`, `aliases` and `pairs` count the document after
    fragments are spread, so a document cannot hide its size in them. `pairs` counts fields that share a
    response name, which validation compares two by two. GraphiQL's introspection keeps all of them.
    """

    source: int = 16_384
    tokens: int = 1_000
    definitions: int = 64
    depth: int = 15
    selections: int = 600
    aliases: int = 60
    root_fields: int = 20
    directives: int = 60
    pairs: int = 2_000


def require_within(limits: Limits, document: DocumentNode) -> None:
    """Return if the document keeps all limits, else raise a ClientError whose code names the limit.

    Its time is bounded by the limits, not by the size of the document after fragments are spread.
    """
    _Walk(limits, document).run()


class _Walk:
    """Visits selections as the executor merges them: fragments spread, equal names together."""

    def __init__(self, limits: Limits, document: DocumentNode) -> None:
        self.limits = limits
        self.definitions = document.definitions
        self.spent = dict.fromkeys(("selections", "aliases", "directives", "pairs"), 0)
        self.fragments = {
            node.name.value: node for node in self.definitions if isinstance(node, FragmentDefinitionNode)
        }
        self.unvisited = set(self.fragments)

    def run(self) -> None:
        if len(self.definitions) > self.limits.definitions:
            raise _exceeded("definitions")
        for node in self.definitions:
            if isinstance(node, OperationDefinitionNode):
                self.spend("directives", len(node.directives or ()))
                self.level([node.selection_set], depth=1)
        while self.unvisited:
            self.level([self.fragments[self.unvisited.pop()].selection_set], depth=1)

    def spend(self, name: str, amount: int) -> None:
        self.spent[name] += amount
        if self.spent[name] > getattr(self.limits, name):
            raise _exceeded(name)

    def level(self, sets: list[SelectionSetNode], depth: int) -> None:
        if depth > self.limits.depth:
            raise _exceeded("depth")
        named = self.collect(sets)
        if depth == 1 and sum(map(len, named.values())) > self.limits.root_fields:
            raise _exceeded("root_fields")
        for fields in named.values():
            self.spend("pairs", len(fields) * (len(fields) - 1) // 2)
            if inner := [field.selection_set for field in fields if field.selection_set]:
                self.level(inner, depth + 1)

    def collect(self, sets: list[SelectionSetNode]) -> dict[str, list[FieldNode]]:
        named: dict[str, list[FieldNode]] = {}
        spread: set[str] = set()
        pending = list(sets)
        while pending:
            for selection in pending.pop().selections:
                self.count(selection)
                if isinstance(selection, FieldNode):
                    named.setdefault((selection.alias or selection.name).value, []).append(selection)
                elif inner := self.inside(selection, spread):
                    pending.append(inner)
        return named

    def count(self, selection: SelectionNode) -> None:
        self.spend("selections", 1)
        self.spend("directives", len(selection.directives or ()))
        if isinstance(selection, FieldNode) and selection.alias:
            self.spend("aliases", 1)

    def inside(self, selection: SelectionNode, spread: set[str]) -> SelectionSetNode | None:
        """The selections of a fragment; None if this level has spread it already or nothing defines it."""
        if isinstance(selection, InlineFragmentNode):
            return selection.selection_set
        name: str = selection.name.value  # type: ignore[attr-defined]
        if name in spread or name not in self.fragments:
            return None
        spread.add(name)
        self.unvisited.discard(name)
        return self.fragments[name].selection_set


def _exceeded(name: str) -> ClientError:
    return ClientError(
        f"MAX_{name.upper()}_LIMIT", f"This document exceeds the limit of {name.replace('_', ' ')}."
    )
