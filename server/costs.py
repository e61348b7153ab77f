"""The cost of an operation, from its document and variables, before it runs (behaviour 15.1)."""

from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLObjectType,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
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


def price_of(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) -> Price:
    """The price of a document's operation, valid or not, within its limits; unknown fields cost nothing.

    `@skip` and `@include` change nothing: the price is that of all fields.
    """
    root = schema.get_root_type(operation.operation)
    if root is None:
        return NOTHING
    price = _Pricing(schema, document).object(root, [operation.selection_set])
    return repeated(ITEMS, price) if operation.operation is OperationType.SUBSCRIPTION else price


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


def _page_size(arguments: Arguments) -> int:
    """The size of a page; 0 if it is out of bounds, since then no row is read."""
    asked = arguments.get("first") or arguments.get("last") or PAGE_SIZE
    return min(asked, LARGEST_PAGE)
