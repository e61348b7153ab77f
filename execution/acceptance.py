"""Tells in one walk that a usual document is valid; graphql-core explains all others."""

from collections.abc import Iterable, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from typing import Any, NamedTuple

from graphql import (
    ASTValidationRule,
    DirectiveNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLIncludeDirective,
    GraphQLSchema,
    GraphQLSkipDirective,
    ListValueNode,
    NamedTypeNode,
    NoSchemaIntrospectionCustomRule,
    NullValueNode,
    ObjectValueNode,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    TypeNameMetaFieldDef,
    Undefined,
    VariableDefinitionNode,
    VariableNode,
    do_types_overlap,
    get_named_type,
    get_nullable_type,
    is_composite_type,
    is_input_object_type,
    is_input_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    is_union_type,
    specified_rules,
    type_from_ast,
    validate_input_literal,
)
from graphql.language.parser import MAX_NESTING_DEPTH
from graphql.validation.rules.variables_in_allowed_position import allowed_variable_usage
from strawberry.schema.validation_rules.maybe_null import MaybeNullValidationRule
from strawberry.schema.validation_rules.one_of import OneOfInputValidationRule

from execution.overlaps import Doubt, Level, Levels, require

SPECIFIED = 32
"""The number of graphql-core's specified rules that are known here. Where it has another one, it is always asked."""

COVERED: frozenset[type[ASTValidationRule]] = frozenset(
    {*specified_rules, NoSchemaIntrospectionCustomRule, MaybeNullValidationRule, OneOfInputValidationRule}
    if len(specified_rules) == SPECIFIED
    else ()
)

MOST_SELECTED = 10_000
"""Selections of the document times its operations."""

_CHOICES = (GraphQLSkipDirective, GraphQLIncludeDirective)


class _Usage(NamedTuple):
    """A variable at a place. `default`: of the place, or Undefined."""

    name: str
    type_: Any
    default: Any


class _Part:
    """The names that an operation or a fragment uses by itself."""

    __slots__ = ("spreads", "usages")

    def __init__(self) -> None:
        self.usages: list[_Usage] = []
        self.spreads: set[str] = set()


def is_surely_valid(
    schema: GraphQLSchema, document: DocumentNode, rules: Iterable[type[ASTValidationRule]]
) -> bool:
    """Whether graphql-core would find no error by these rules. False says nothing: ask it.

    Left to it, right or wrong: rules that are not COVERED, introspection, directives but `@skip` and `@include`, nulls
    in arguments, literals of one-of inputs, lists and objects for scalars, and unlike fields of one name in the answer.
    """
    if not COVERED.issuperset(rules):
        return False
    try:
        _Walk(schema, document).check()
    except (Doubt, CycleError, RecursionError):
        return False
    return True


class _Walk:
    """Each method returns if what it looks at is valid, or there is a Doubt."""

    def __init__(self, schema: GraphQLSchema, document: DocumentNode) -> None:
        self.schema = schema
        self.operations: list[OperationDefinitionNode] = []
        self.fragments: dict[str, Any] = {}
        """The types of fragments by name."""

        self.levels = Levels()
        self.sets = self.selected = 0
        self.part = _Part()
        for node in document.definitions:
            if isinstance(node, OperationDefinitionNode):
                self.operations.append(node)
            elif isinstance(node, FragmentDefinitionNode) and not node.variable_definitions:
                name = node.name.value
                require(name not in self.fragments)
                self.fragments[name] = self.composite(node.type_condition)
                self.levels.fragments[name] = node.selection_set
            else:
                raise Doubt
            require(not node.directives)

    def check(self) -> None:
        """The whole document."""
        names = [node.name.value if node.name else None for node in self.operations]
        require(len(set(names)) == len(names) and (len(names) == 1 or None not in names))
        parts = {
            name: self.walk(self.levels.fragments[name], type_) for name, type_ in self.fragments.items()
        }
        graph = TopologicalSorter({name: part.spreads for name, part in parts.items()})
        below: dict[str, set[str]] = {}
        for name in graph.static_order():
            below[name] = {name}.union(*(below[one] for one in parts[name].spreads))
        used: set[str] = set()
        for node in self.operations:
            own = self.walk(node.selection_set, self.root(node))
            spread = set[str]().union(*(below[one] for one in own.spreads))
            self.variables(node, [own, *(parts[one] for one in spread)])
            used |= spread
        require(len(used) == len(parts))
        self.levels.check()
        # graphql-core aborts deep and laborious validations: this is far from both.
        require(self.sets <= MAX_NESTING_DEPTH and self.selected * len(self.operations) <= MOST_SELECTED)

    def root(self, node: OperationDefinitionNode) -> Any:
        if node.operation is OperationType.SUBSCRIPTION:
            require(len(node.selection_set.selections) == 1)
            [first] = node.selection_set.selections
            require(isinstance(first, FieldNode) and not first.directives)
            require(first.name.value != "__typename")  # type: ignore[attr-defined]
        root = self.schema.get_root_type(node.operation)
        require(root is not None)
        return root

    def composite(self, node: NamedTypeNode) -> Any:
        type_ = self.schema.get_type(node.name.value)
        require(is_composite_type(type_))
        return type_

    def walk(self, node: SelectionSetNode, type_: Any) -> _Part:
        self.part = part = _Part()
        self.select(node, type_, self.levels.new(node))
        return part

    def select(self, node: SelectionSetNode, parent: Any, level: Level) -> None:
        self.sets += 1
        self.selected += len(node.selections)
        require(bool(node.selections))
        for one in node.selections:
            if one.directives:
                self.directives(one.directives)
            if isinstance(one, FieldNode):
                self.field(one, parent, level)
            elif isinstance(one, FragmentSpreadNode):
                name = one.name.value
                require(name in self.fragments and not one.arguments)
                self.overlap(parent, self.fragments[name])
                level.spreads.add(name)
                self.part.spreads.add(name)
            else:
                inline: Any = one
                type_ = self.composite(inline.type_condition) if inline.type_condition else parent
                self.overlap(parent, type_)
                self.select(inline.selection_set, type_, level)

    def field(self, node: FieldNode, parent: Any, level: Level) -> None:
        name = node.name.value
        if name == "__typename":
            definition = TypeNameMetaFieldDef
        else:
            require(not is_union_type(parent) and name in parent.fields)
            definition = parent.fields[name]
        if node.arguments or definition.args:
            self.given(node.arguments or (), definition.args)
        level.add(node, definition)
        type_ = get_named_type(definition.type)
        require(is_leaf_type(type_) is (node.selection_set is None))
        if node.selection_set:
            self.select(node.selection_set, type_, self.levels.new(node.selection_set))

    def overlap(self, parent: Any, type_: Any) -> None:
        require(parent is type_ or do_types_overlap(self.schema, type_, parent))

    def directives(self, nodes: Sequence[DirectiveNode]) -> None:
        names = [node.name.value for node in nodes]
        require(len(set(names)) == len(names))
        for node, name in zip(nodes, names, strict=True):
            definition: Any = self.schema.get_directive(name)
            require(any(definition is one for one in _CHOICES))
            self.given(node.arguments or (), definition.args)

    def given(self, nodes: Sequence[Any], definitions: Mapping[str, Any]) -> None:
        """Arguments, or the fields of an input object."""
        named = {node.name.value: node.value for node in nodes}
        require(len(named) == len(nodes) and named.keys() <= definitions.keys())
        for name, one in definitions.items():
            default = one.default_value if one.default is None else one.default
            if name in named:
                self.value(named[name], one.type, default)
            else:
                require(not is_non_null_type(one.type) or default is not Undefined)

    def value(self, node: Any, type_: Any, default: Any = Undefined) -> None:
        """A literal or a variable, where the type is expected."""
        if isinstance(node, VariableNode):
            self.part.usages.append(_Usage(node.name.value, type_, default))
            return
        inner: Any = get_nullable_type(type_)
        if is_list_type(inner):
            for one in node.values if isinstance(node, ListValueNode) else (node,):
                self.value(one, inner.of_type)
        elif is_input_object_type(inner):
            # graphql-core does not know which inputs of Strawberry are one-of.
            own = inner.extensions.get("strawberry-definition")
            require(not (inner.is_one_of or getattr(own, "is_one_of", False)))
            require(isinstance(node, ObjectValueNode))
            self.given(node.fields, inner.fields)
        else:
            require(not isinstance(node, (NullValueNode, ListValueNode, ObjectValueNode)))
            validate_input_literal(node, inner, _refuse)

    def variables(self, operation: OperationDefinitionNode, parts: list[_Part]) -> None:
        """All that are used are defined, for such a place; all that are defined are used."""
        defined: dict[str, tuple[Any, VariableDefinitionNode]] = {}
        for node in operation.variable_definitions or ():
            name, type_ = node.variable.name.value, type_from_ast(self.schema, node.type)
            require(name not in defined and not node.directives and is_input_type(type_))
            defined[name] = type_, node
            if isinstance(node.default_value, NullValueNode):
                require(not is_non_null_type(type_))
            elif node.default_value:
                self.value(node.default_value, type_)
        usages = [usage for part in parts for usage in part.usages]
        require({usage.name for usage in usages} == defined.keys())
        for usage in usages:
            type_, node = defined[usage.name]
            require(
                allowed_variable_usage(self.schema, type_, node.default_value, usage.type_, usage.default)
            )


def _refuse(error: GraphQLError, path: object) -> None:
    raise Doubt
