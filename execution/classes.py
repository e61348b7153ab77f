"""The classes of values: which are neither awaitable nor exceptions, and which tell their object type by themselves."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from types import GeneratorType, NoneType, WrapperDescriptorType
from typing import Any
from uuid import UUID

from graphql import GraphQLAbstractType, GraphQLObjectType, Undefined
from strawberry.types.base import StrawberryObjectDefinition
from strawberry.types.cast import TYPE_CAST_ATTRIBUTE

DEFINITION = "strawberry-definition"
"""The key under which Strawberry keeps its own definition in the extensions of graphql-core's."""

MAX_PLAIN = 10_000
DATA = frozenset({str, int, float, bool, dict, list})
"""Classes of serialized scalars: never None, never awaitable."""

_VALUES: frozenset[type] = frozenset(
    {str, int, float, bool, bytes, date, datetime, time, timedelta, Decimal, UUID}
)
FROZEN = _VALUES | {NoneType}
_BUILTIN = _VALUES | {dict, list, tuple, set, frozenset}

PLAIN: set[type] = set(_BUILTIN)
"""The plain classes seen so far, at most MAX_PLAIN."""


def is_plain(cls: type) -> bool:
    """Whether graphql-core would complete every object of the class at once.

    An attribute `__await__` of a single object is not looked for: Python cannot await such an object.
    """
    return not (
        issubclass(cls, (Exception, GeneratorType, NoneType, type(Undefined)))
        or any(_tells(vars(base)) for base in cls.__mro__[:-1])
    )


def _tells(members: Mapping[str, object]) -> bool:
    """Whether objects may be awaitable, or not what their class says."""
    dynamic = type(members.get("__getattribute__", object.__getattribute__)) is not WrapperDescriptorType
    return dynamic or any(name in members for name in ("__await__", "__getattr__", "__class__"))


def learn(cls: type) -> None:
    """Remember the class if it is plain."""
    if cls not in PLAIN and is_plain(cls):
        if len(PLAIN) >= MAX_PLAIN:
            PLAIN.intersection_update(_BUILTIN)
        PLAIN.add(cls)


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
