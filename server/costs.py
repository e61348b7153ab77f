"""The size and the cost of a document, before it is validated or run (behaviour 15.1)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Any, TypeAlias

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLField,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    OperationType,
    SelectionNode,
    SelectionSetNode,
    get_named_type,
    get_nullable_type,
    is_abstract_type,
    is_leaf_type,
    is_list_type,
)

from schema.types.directives import COST, NO_COST, Arguments, Cost
from schema.types.errors import ClientError
from schema.types.pagination import LARGEST_PAGE, PAGE_SIZE
from server.prices import NOTHING, Price, Rows, asked, dearest, repeated

VALUE = 1
ROW = 2
"""For each row of a list, in addition to the values in it."""

LOADED = 3
"""For a field that is read in one batch with others of its kind."""

READ, WRITTEN = 20, 100
"""For a root field: its statements, and a mutation's transaction."""

INTROSPECTED, INTROSPECTED_LIST = 20, 400
"""For each field of and below `__schema` or `__type`, on all types."""

INTROSPECTED_LISTS = frozenset(
    {"types", "directives", "fields", "args", "inputFields", "enumValues", "interfaces", "possibleTypes"}
)

ITEMS = PAGE_SIZE
"""The items that a subscription is counted with."""


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


Fragment: TypeAlias = FragmentDefinitionNode | InlineFragmentNode
Enters: TypeAlias = Callable[[SelectionNode, Fragment | None], bool]


class _Fragments(dict[str, FragmentDefinitionNode]):
    """The fragments that a document defines, by their names."""

    def __init__(self, document: DocumentNode) -> None:
        nodes = (node for node in document.definitions if isinstance(node, FragmentDefinitionNode))
        super().__init__((node.name.value, node) for node in nodes)

    def merged(self, sets: Sequence[SelectionSetNode], enters: Enters) -> dict[str, list[FieldNode]]:
        """The fields as the executor merges them: equal names together, and each fragment spread once.

        `enters` is asked for each selection but fields, with its fragment; None if it is spread already or undefined.
        """
        fields: dict[str, list[FieldNode]] = {}
        spread: set[str] = set()
        pending = list(sets)
        while pending:
            for node in pending.pop().selections:
                if isinstance(node, FieldNode):
                    fields.setdefault((node.alias or node.name).value, []).append(node)
                elif enters(node, fragment := self._found(node, spread)) and fragment:
                    pending.append(fragment.selection_set)
        return fields

    def _found(self, node: SelectionNode, spread: set[str]) -> Fragment | None:
        if isinstance(node, InlineFragmentNode):
            return node
        name: str = node.name.value  # type: ignore[attr-defined]
        found = None if name in spread else self.get(name)
        spread.add(name)
        return found


class _Walk:
    """Counts what the executor would visit."""

    def __init__(self, limits: Limits, document: DocumentNode) -> None:
        self.limits = limits
        self.definitions = document.definitions
        self.spent = dict.fromkeys(("selections", "aliases", "directives", "pairs"), 0)
        self.fragments = _Fragments(document)
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

    def level(self, sets: Sequence[SelectionSetNode], depth: int) -> None:
        if depth > self.limits.depth:
            raise _exceeded("depth")
        named = self.fragments.merged(sets, self.enters)
        for node in chain.from_iterable(named.values()):
            self.count(node)
            if node.alias:
                self.spend("aliases", 1)
        if depth == 1 and sum(map(len, named.values())) > self.limits.root_fields:
            raise _exceeded("root_fields")
        for fields in named.values():
            self.spend("pairs", len(fields) * (len(fields) - 1) // 2)
            if inner := _sets(fields):
                self.level(inner, depth + 1)

    def count(self, node: SelectionNode) -> None:
        self.spend("selections", 1)
        self.spend("directives", len(node.directives or ()))

    def enters(self, node: SelectionNode, fragment: Fragment | None) -> bool:
        self.count(node)
        if isinstance(fragment, FragmentDefinitionNode):
            self.unvisited.discard(fragment.name.value)
        return True


def _exceeded(name: str) -> ClientError:
    return ClientError(
        f"MAX_{name.upper()}_LIMIT", f"This document exceeds the limit of {name.replace('_', ' ')}."
    )


def price_of(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) -> Price:
    """The price of a document's operation, valid or not, within its limits; unknown fields cost nothing.

    `@skip` and `@include` change nothing: the price is that of all fields.
    """
    root = schema.get_root_type(operation.operation)
    if root is None:
        return NOTHING
    # No operation is free, not even one of a root `__typename` alone.
    price = _Pricing(schema, document).object(root, [operation.selection_set])
    price = Price(VALUE) if price == NOTHING else price
    return repeated(ITEMS, price) if operation.operation is OperationType.SUBSCRIPTION else price


class _Pricing:
    """Visits selections as the executor merges them, for each type."""

    def __init__(self, schema: GraphQLSchema, document: DocumentNode) -> None:
        self._schema = schema
        self._roots = {schema.query_type: READ, schema.mutation_type: WRITTEN, schema.subscription_type: READ}
        self._fragments = _Fragments(document)
        self._known: dict[tuple[object, ...], Price] = {}

    def object(self, type_: GraphQLObjectType, sets: list[SelectionSetNode], rows: Rows = 0) -> Price:
        """The price of an object; `rows` is that of the edges if the type is a connection."""
        fields = self._collected(type_, sets)
        return sum((self._field(type_, nodes, rows) for nodes in fields.values()), start=NOTHING)

    def _field(self, parent: GraphQLObjectType, nodes: list[FieldNode], rows: Rows) -> Price:
        name = nodes[0].name.value
        if name == "__typename":
            # The caches of clients add one to each object: the same operation must not cost more for it.
            return Price(VALUE) if nodes[0].alias else NOTHING
        if name.startswith("__"):
            return Price(self._introspection(nodes))
        definition = parent.fields.get(name)
        if definition is None:
            return NOTHING
        # A fragment that many types spread is priced once.
        key = (id(definition), rows, *map(id, nodes))
        if key not in self._known:
            self._known[key] = self._defined(parent, definition, nodes, rows)
        return self._known[key]

    def _defined(
        self, parent: GraphQLObjectType, definition: GraphQLField, nodes: list[FieldNode], rows: Rows
    ) -> Price:
        cost = _cost_of(definition)
        own = Price(VALUE + self._roots.get(parent, 0) + LOADED * _is_loaded(definition))
        if cost.units:
            own += repeated(asked(definition, nodes[0], cost.units), Price(1))
        if nodes[0].name.value != "edges":
            rows = asked(definition, nodes[0], _page_size if "first" in definition.args else cost.rows)
        value = self._value(definition, nodes, rows)
        if _is_list(definition):
            row = VALUE if is_leaf_type(get_named_type(definition.type)) else ROW
            return own + repeated(rows, Price(row + cost.each) + value)
        return own + repeated(rows, Price(cost.each) if cost.each else NOTHING) + value

    def _value(self, definition: GraphQLField, nodes: list[FieldNode], rows: Rows) -> Price:
        type_ = get_named_type(definition.type)
        if is_leaf_type(type_):
            return NOTHING
        sets = _sets(nodes)
        if is_abstract_type(type_):
            return dearest([self.object(kind, sets) for kind in self._schema.get_possible_types(type_)])
        assert isinstance(type_, GraphQLObjectType)
        return self.object(type_, sets, rows)

    def _introspection(self, nodes: list[FieldNode]) -> int:
        """The price of all selected fields, without regard to their types."""
        own = INTROSPECTED_LIST if nodes[0].name.value in INTROSPECTED_LISTS else INTROSPECTED
        return own + sum(map(self._introspection, self._collected(None, _sets(nodes)).values()))

    def _collected(
        self, type_: GraphQLObjectType | None, sets: list[SelectionSetNode]
    ) -> dict[str, list[FieldNode]]:
        return self._fragments.merged(sets, partial(self._applies, type_))

    def _applies(self, type_: GraphQLObjectType | None, _: SelectionNode, fragment: Fragment | None) -> bool:
        """Whether the fragment is for objects of the type."""
        if fragment is None or type_ is None or fragment.type_condition is None:
            return True
        condition: Any = self._schema.get_type(fragment.type_condition.name.value)
        return condition is type_ or (
            is_abstract_type(condition) and self._schema.is_sub_type(condition, type_)
        )


def _sets(nodes: list[FieldNode]) -> list[SelectionSetNode]:
    return [node.selection_set for node in nodes if node.selection_set]


def _cost_of(definition: GraphQLField) -> Cost:
    field = definition.extensions.get("strawberry-definition")
    cost: Cost = field.metadata.get(COST, NO_COST) if field else NO_COST
    return cost


def _is_loaded(definition: GraphQLField) -> bool:
    field = definition.extensions.get("strawberry-definition")
    return field is not None and field.is_async


def _is_list(definition: GraphQLField) -> bool:
    return is_list_type(get_nullable_type(definition.type))


def _page_size(arguments: Arguments) -> int:
    """The size of a page; 0 if it is out of bounds, since then no row is read."""
    asked = arguments.get("first") or arguments.get("last") or PAGE_SIZE
    return min(asked, LARGEST_PAGE)
