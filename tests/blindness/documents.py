"""Operations that ask for all that a root field gives, made from the schema."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLNamedType,
    GraphQLObjectType,
    OperationDefinitionNode,
    get_named_type,
    is_abstract_type,
    is_input_type,
    is_leaf_type,
    is_required_argument,
    parse,
    print_ast,
    type_from_ast,
)

from server.app import make_schema
from server.asked import Operation
from server.plans import Plan
from tests.printed import SCHEMA

DEEPEST = 6
OWN_ROWS = {"threadEdge", "requestEdge", "sentRequestEdge", "messageEdge"}
_ALIAS = "_of_"
_served = make_schema(introspection=False)


def root_fields(kind: str) -> dict[str, GraphQLField]:
    """Of Query, Mutation or Subscription, by name."""
    return dict(object_type(kind).fields)


def object_type(name: str) -> GraphQLObjectType:
    found = SCHEMA.get_type(name)
    assert isinstance(found, GraphQLObjectType), name
    return found


def input_of(mutation: str) -> GraphQLInputObjectType:
    """The type of a mutation's one argument."""
    [argument] = root_fields("Mutation")[mutation].args.values()
    found = get_named_type(argument.type)
    assert isinstance(found, GraphQLInputObjectType), mutation
    return found


def root_of(name: str) -> str:
    """The root that a field belongs to; no two have one of the same name."""
    [root] = [kind for kind in ("Query", "Mutation", "Subscription") if name in root_fields(kind)]
    return root


def name_of(key: str) -> str:
    """The field's name from the key in an answer."""
    return key.partition(_ALIAS)[0]


@cache
def document(name: str) -> str:
    """Every field of every type below, as deep as the service lets an operation be.

    A type inside itself is told by its name and id. Arguments of the root field are variables of their
    names; `messages(first:)` deeper down is `messages_first`.
    """
    texts = (_Writer(depth).operation(name) for depth in range(DEEPEST, 0, -1))
    return next(text for text in texts if isinstance(_served.plan(Operation(text)), Plan))


@cache
def declared(name: str) -> dict[str, GraphQLInputType]:
    """The variables of that document, with their types."""
    [operation] = parse(document(name)).definitions
    assert isinstance(operation, OperationDefinitionNode)
    types = {
        node.variable.name.value: type_from_ast(SCHEMA, node.type)
        for node in operation.variable_definitions or ()
    }
    return {variable: type_ for variable, type_ in types.items() if is_input_type(type_)}


def variables_of(name: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """The variables of an operation: a mutation has one."""
    return {"input": given} if root_of(name) == "Mutation" else dict(given)


def values(enum: str) -> list[str]:
    """Of an enum, in the schema's order."""
    found = SCHEMA.get_type(enum)
    assert isinstance(found, GraphQLEnumType), enum
    return list(found.values)


class _Writer:
    """Writes one operation; `variables` fill as arguments are met."""

    def __init__(self, depth: int) -> None:
        self._depth = depth
        self._variables: dict[str, str] = {}

    def operation(self, name: str) -> str:
        root = root_of(name)
        field = root_fields(root)[name]
        arguments = self._arguments(field, "")
        body = self._selection(get_named_type(field.type), ("Query",))
        given = ", ".join(f"${variable}: {type_}" for variable, type_ in self._variables.items())
        return f"{root.lower()} Everything{f'({given})' if given else ''} {{ {name}{arguments}{body} }}"

    def _arguments(self, field: GraphQLField, prefix: str) -> str:
        self._variables |= {prefix + name: _declared(argument) for name, argument in field.args.items()}
        given = ", ".join(f"{name}: ${prefix}{name}" for name in field.args)
        return f"({given})" if given else ""

    def _selection(self, type_: GraphQLNamedType, trail: tuple[str, ...]) -> str:
        return "" if is_leaf_type(type_) else f" {{ {' '.join(self._parts(type_, trail))} }}"

    def _parts(self, type_: GraphQLNamedType, trail: tuple[str, ...]) -> Iterator[str]:
        if isinstance(type_, GraphQLObjectType):
            yield from self._fields(type_, (), trail)
        elif is_abstract_type(type_):
            members = tuple(SCHEMA.get_possible_types(type_))
            for member in members:
                yield f"... on {member.name} {{ {' '.join(self._fields(member, members, trail))} }}"

    def _fields(
        self, type_: GraphQLObjectType, siblings: tuple[GraphQLObjectType, ...], trail: tuple[str, ...]
    ) -> Iterator[str]:
        """Never none: an empty selection is no GraphQL."""
        yield "__typename"
        inside = type_.name in trail or len(trail) > self._depth
        for name, field in type_.fields.items():
            if name in OWN_ROWS:
                # The node again: at the first level its cursor is enough.
                if len(trail) == 1 and not inside:
                    yield f"{name} {{ cursor }}"
                continue
            is_leaf = is_leaf_type(get_named_type(field.type))
            if (is_leaf and name == "id") or not (
                inside or any(map(is_required_argument, field.args.values()))
            ):
                alias = f"{name}{_ALIAS}{type_.name}: " if _clashes(name, field, siblings) else ""
                below = self._selection(get_named_type(field.type), (*trail, type_.name))
                yield f"{alias}{name}{self._arguments(field, f'{name}_')}{below}"


def _declared(argument: GraphQLArgument) -> str:
    """The type, and a default where nothing may be given but not null."""
    node = argument.ast_node
    default = node.default_value if node and not is_required_argument(argument) else None
    return f"{argument.type} = {print_ast(default)}" if default else str(argument.type)


def _clashes(name: str, field: GraphQLField, siblings: tuple[GraphQLObjectType, ...]) -> bool:
    """Whether another member of the union has such a field of another type."""
    return any(name in other.fields and str(other.fields[name].type) != str(field.type) for other in siblings)
