"""Which classes of values need no question to the schema about their object type."""

from typing import Any

from graphql import GraphQLAbstractType, GraphQLObjectType
from strawberry.types.base import StrawberryObjectDefinition
from strawberry.types.cast import TYPE_CAST_ATTRIBUTE

from execution.classes import is_plain
from execution.infos import DEFINITION

CAST = TYPE_CAST_ATTRIBUTE
"""An object that has it is of the type that it names, whatever its class: `strawberry.cast`."""

_CONVERTER, _UNION = "strawberry.schema.schema_converter", "strawberry.types.union"
_OWN = {
    (_CONVERTER, "GraphQLCoreConverter.from_object.<locals>._get_is_type_of.<locals>.is_type_of"),
    (_CONVERTER, "GraphQLCoreConverter.from_interface.<locals>._get_resolve_type.<locals>.resolve_type"),
    (_UNION, "StrawberryUnion.get_type_resolver.<locals>._resolve_union_type"),
}


def _is_own(function: Any) -> bool:
    """Whether Strawberry made the function, so that its answer depends on the class and the cast alone."""
    return (getattr(function, "__module__", None), getattr(function, "__qualname__", None)) in _OWN


def _definition(type_: GraphQLObjectType) -> StrawberryObjectDefinition | None:
    found = type_.extensions.get(DEFINITION)
    return found if isinstance(found, StrawberryObjectDefinition) else None


def classes_of(type_: GraphQLObjectType) -> frozenset[type] | None:
    """The classes whose uncast objects are of the type. None: it accepts every object."""
    if type_.is_type_of is None:
        return None
    definition = _definition(type_)
    if definition is None or not _is_own(type_.is_type_of):
        return frozenset()
    origins = [definition.origin]
    if isinstance(definition.concrete_of, StrawberryObjectDefinition):
        origins.append(definition.concrete_of.origin)
    return frozenset(filter(is_plain, origins))


def types_by_class(
    type_: GraphQLAbstractType, possible: list[GraphQLObjectType]
) -> dict[type, GraphQLObjectType]:
    """The object type of each class whose uncast objects are of exactly one possible type."""
    return {cls: one for one in possible if _is_own(type_.resolve_type) and (cls := _class_of(one))}


def _class_of(type_: GraphQLObjectType) -> type | None:
    definition, accepted = _definition(type_), classes_of(type_)
    if definition is None or definition.is_graphql_generic or definition.concrete_of is not None:
        return None
    cls = definition.origin
    is_sure = is_plain(cls) and vars(cls).get("__strawberry_definition__") is definition
    return (
        cls if is_sure and definition.name == type_.name and (accepted is None or cls in accepted) else None
    )
