"""The selection sets of an operation, merged and in the order of graphql-core, one for each object type."""

from dataclasses import dataclass, field

from graphql import (
    GraphQLObjectType,
    GraphQLSchema,
    OperationDefinitionNode,
    get_named_type,
    is_abstract_type,
    is_object_type,
)
from graphql.execution.collect_fields import (
    FieldDetailsList,
    FragmentDetails,
    GroupedFieldSet,
    collect_fields,
    collect_subfields,
)
from graphql.execution.values import VariableValues

from execution.arguments import Arguments
from execution.positions import Selected

MAX_FIELDS = 2_000


class TooLarge(Exception):
    """The operation selects more fields than are compiled, counted once for each possible object type."""


@dataclass(slots=True, eq=False)
class Selection:
    """The fields of one object type, each with the selections of its value."""

    number: int
    type: GraphQLObjectType
    fields: list[Selected] = field(default_factory=list)


class Selections:
    """All selections of an operation, each once."""

    def __init__(
        self,
        schema: GraphQLSchema,
        fragments: dict[str, FragmentDetails],
        operation: OperationDefinitionNode,
        variables: VariableValues,
    ) -> None:
        self.schema = schema
        self.fragments = fragments
        self.operation = operation
        self.variables = variables
        self.found: dict[tuple[str, tuple[object, ...]], Selection] = {}
        self._count = 0

    def roots(self, type_: GraphQLObjectType, serial: bool) -> list[Selection]:
        """The root's selection; if serial, one for each of its fields."""
        collected = collect_fields(self.schema, self.fragments, self.variables, type_, self.operation)
        fields = collected.grouped_field_set
        alone: list[GroupedFieldSet] = [{key: details} for key, details in fields.items()]
        return [self._select(type_, one) for one in (alone if serial else [fields])]

    def _select(self, type_: GraphQLObjectType, fields: GroupedFieldSet) -> Selection:
        """One for the same nodes: a fragment that is spread in many places is compiled once."""
        nodes = tuple((name, *(id(one.node) for one in details)) for name, details in fields.items())
        selection = self.found.get((type_.name, nodes))
        if selection is None:
            self._count += len(fields)
            if self._count > MAX_FIELDS:
                raise TooLarge
            selection = self.found[type_.name, nodes] = Selection(len(self.found), type_)
            for name, details in fields.items():
                self._add(selection, name, details)
        return selection

    def _add(self, selection: Selection, key: str, details: FieldDetailsList) -> None:
        node = details[0].node
        definition = self.schema.get_field(selection.type, node.name.value)
        if definition is None:
            return
        selected = Selected(key, selection.type, definition, details, Arguments(definition, node))
        selection.fields.append(selected)
        for type_ in self._possible(definition.type):
            selected.below[type_] = self._select(type_, self._subfields(type_, details))

    def _possible(self, type_: object) -> list[GraphQLObjectType]:
        named = get_named_type(type_)  # type: ignore[call-overload]
        if is_abstract_type(named):
            return self.schema.get_possible_types(named)
        return [named] if is_object_type(named) else []

    def _subfields(self, type_: GraphQLObjectType, details: FieldDetailsList) -> GroupedFieldSet:
        return collect_subfields(
            self.schema, self.fragments, self.variables, self.operation, type_, details
        ).grouped_field_set
