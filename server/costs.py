"""The cost of an operation, from its document and variables, before it runs (behaviour 15.1)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import NoneType
from typing import Any, TypeAlias

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLField,
    GraphQLObjectType,
    GraphQLSchema,
    ListValueNode,
    ObjectValueNode,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    Undefined,
    ValueNode,
    VariableNode,
    get_named_type,
    get_nullable_type,
    is_abstract_type,
    is_leaf_type,
    is_list_type,
)
from graphql.execution.values import VariableValues, get_argument_values

from schema.types.costs import COST, NO_COST, Amount, Arguments, Cost
from schema.types.errors import ClientError
from schema.types.pagination import LARGEST_PAGE, PAGE_SIZE

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

NO_VARIABLES = VariableValues({}, {})

MAX_KEPT = 128
_KEPT = frozenset({int, bool, NoneType, type(Undefined)})

Rows: TypeAlias = "int | _Asked"
Part: TypeAlias = "_Repeated | _Dearest"


@dataclass(frozen=True, slots=True)
class Price:
    """A cost that may depend on variables."""

    fixed: int = 0
    parts: tuple[Part, ...] = ()

    def of(self, variables: VariableValues) -> int:
        """The cost with these variables."""
        return self.fixed + sum(part.of(variables) for part in self.parts)

    def __add__(self, other: "Price") -> "Price":
        if self is NOTHING or other is NOTHING:
            return self if other is NOTHING else other
        return Price(self.fixed + other.fixed, self.parts + other.parts)


NOTHING = Price()


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """An amount that a field's arguments decide; 0 for bad arguments, with which it never runs.

    `names`: the variables in them. `kept`: the amounts of numbers and nulls, since no text of a client is kept.
    """

    definition: GraphQLField
    node: FieldNode
    count: Callable[[Arguments], int]
    names: frozenset[str]
    kept: dict[tuple[object, ...], int] = field(default_factory=dict)

    def of(self, variables: VariableValues) -> int:
        """The variables are not coerced yet, so they may be anything."""
        values = [variables.coerced.get(name, Undefined) for name in self.names]
        types = [type(value) for value in values]
        if not _KEPT.issuperset(types):
            return self._counted(variables)
        key = (*types, *values)
        if key not in self.kept:
            if len(self.kept) >= MAX_KEPT:
                self.kept.clear()
            self.kept[key] = self._counted(variables)
        return self.kept[key]

    def _counted(self, variables: VariableValues) -> int:
        try:
            return max(0, int(self.count(get_argument_values(self.definition, self.node, variables))))
        except (GraphQLError, LookupError, TypeError):
            return 0


@dataclass(frozen=True, slots=True)
class _Repeated:
    rows: Rows
    row: Price

    def of(self, variables: VariableValues) -> int:
        rows = self.rows if isinstance(self.rows, int) else self.rows.of(variables)
        return rows * self.row.of(variables)


@dataclass(frozen=True, slots=True)
class _Dearest:
    """The highest price among the types that a value can have."""

    prices: tuple[Price, ...]

    def of(self, variables: VariableValues) -> int:
        return max(price.of(variables) for price in self.prices)


def price_of(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) -> Price:
    """The price of a document's operation, valid or not, within its limits; unknown fields cost nothing.

    `@skip` and `@include` change nothing: the price is that of all fields.
    """
    root = schema.get_root_type(operation.operation)
    if root is None:
        return NOTHING
    price = _Pricing(schema, document).object(root, [operation.selection_set])
    return _repeated(ITEMS, price) if operation.operation is OperationType.SUBSCRIPTION else price


class CostLimitExceeded(ClientError):
    """The operation costs more than one may; the error has the cost and the limit."""

    def __init__(self, cost: int, limit: int) -> None:
        message = "This operation costs too much: ask for fewer rows or fields."
        super().__init__("COST_LIMIT_EXCEEDED", message, cost=cost, limit=limit)


class _Pricing:
    """Visits selections as the executor merges them: for each type, equal names together."""

    def __init__(self, schema: GraphQLSchema, document: DocumentNode) -> None:
        self._schema = schema
        self._roots = {
            schema.query_type: READ,
            schema.mutation_type: WRITTEN,
            schema.subscription_type: READ,
        }
        self._fragments = {
            node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)
        }
        self._known: dict[tuple[object, ...], Price] = {}

    def object(self, type_: GraphQLObjectType, sets: list[SelectionSetNode], rows: Rows = 0) -> Price:
        """The price of an object; `rows` is that of the edges if the type is a connection."""
        fields = self._collected(type_, sets)
        return sum((self._field(type_, nodes, rows) for nodes in fields.values()), start=NOTHING)

    def _field(self, parent: GraphQLObjectType, nodes: list[FieldNode], rows: Rows) -> Price:
        name = nodes[0].name.value
        if name.startswith("__"):
            return Price(VALUE if name == "__typename" else self._introspection(nodes))
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
            own += _repeated(_asked(definition, nodes[0], cost.units), Price(1))
        if nodes[0].name.value != "edges":
            rows = _asked(definition, nodes[0], _page_size if "first" in definition.args else cost.rows)
        value = self._value(definition, nodes, rows)
        if _is_list(definition):
            row = VALUE if is_leaf_type(get_named_type(definition.type)) else ROW
            return own + _repeated(rows, Price(row + cost.each) + value)
        return own + _repeated(rows, Price(cost.each) if cost.each else NOTHING) + value

    def _value(self, definition: GraphQLField, nodes: list[FieldNode], rows: Rows) -> Price:
        type_ = get_named_type(definition.type)
        if is_leaf_type(type_):
            return NOTHING
        sets = _sets(nodes)
        if is_abstract_type(type_):
            return _dearest([self.object(kind, sets) for kind in self._schema.get_possible_types(type_)])
        assert isinstance(type_, GraphQLObjectType)
        return self.object(type_, sets, rows)

    def _introspection(self, nodes: list[FieldNode]) -> int:
        """The price of all selected fields, without regard to their types."""
        own = INTROSPECTED_LIST if nodes[0].name.value in INTROSPECTED_LISTS else INTROSPECTED
        return own + sum(map(self._introspection, self._collected(None, _sets(nodes)).values()))

    def _collected(
        self, type_: GraphQLObjectType | None, sets: list[SelectionSetNode]
    ) -> dict[str, list[FieldNode]]:
        fields: dict[str, list[FieldNode]] = {}
        spread: set[str] = set()
        pending = list(sets)
        while pending:
            for selection in pending.pop().selections:
                if isinstance(selection, FieldNode):
                    fields.setdefault((selection.alias or selection.name).value, []).append(selection)
                elif inner := self._inside(selection, type_, spread):
                    pending.append(inner)
        return fields

    def _inside(
        self, selection: Any, type_: GraphQLObjectType | None, spread: set[str]
    ) -> SelectionSetNode | None:
        """The selections of a fragment; None if it is already spread, undefined, or for another type."""
        fragment = selection
        if isinstance(selection, FragmentSpreadNode):
            name = selection.name.value
            if name in spread or name not in self._fragments:
                return None
            spread.add(name)
            fragment = self._fragments[name]
        return fragment.selection_set if self._applies(fragment, type_) else None

    def _applies(self, fragment: Any, type_: GraphQLObjectType | None) -> bool:
        if type_ is None or fragment.type_condition is None:
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


def _asked(definition: GraphQLField, node: FieldNode, amount: Amount) -> Rows:
    if isinstance(amount, int):
        return amount
    names = frozenset(name for one in node.arguments or () for name in _variables_in(one.value))
    asked = _Asked(definition, node, amount, names)
    return asked if names else asked.of(NO_VARIABLES)


def _variables_in(value: ValueNode) -> Iterator[str]:
    match value:
        case VariableNode(name=name):
            yield name.value
        case ListValueNode(values=values):
            for one in values:
                yield from _variables_in(one)
        case ObjectValueNode(fields=fields):
            for each in fields:
                yield from _variables_in(each.value)


def _page_size(arguments: Arguments) -> int:
    """The size of a page; 0 if it is out of bounds, since then no row is read."""
    asked = arguments.get("first") or arguments.get("last") or PAGE_SIZE
    return min(asked, LARGEST_PAGE)


def _repeated(rows: Rows, row: Price) -> Price:
    if rows == 1 or row is NOTHING:
        return row
    if isinstance(rows, int) and not row.parts:
        return Price(rows * row.fixed)
    return Price(0, (_Repeated(rows, row),))


def _dearest(prices: list[Price]) -> Price:
    if any(price.parts for price in prices):
        return Price(0, (_Dearest(tuple(prices)),))
    return Price(max((price.fixed for price in prices), default=0))
