"""How Strawberry would resolve a field, where that can be done without its wrappers."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from keyword import iskeyword
from typing import Any, TypeAlias

from graphql import GraphQLField, GraphQLFieldResolver, GraphQLResolveInfo
from strawberry.types.field import StrawberryField
from strawberry.types.fields.resolver import StrawberryResolver

from execution.infos import DEFINITION

_CONVERTER = "strawberry.schema.schema_converter"
_BASIC = "GraphQLCoreConverter.from_resolver.<locals>._get_basic_result"
_SYNC = "GraphQLCoreConverter.from_resolver.<locals>._resolver"
_ASYNC = "GraphQLCoreConverter.from_resolver.<locals>._async_resolver"
_ITEM = "GraphQLCoreConverter.from_field.<locals>.<lambda>"


@dataclass(frozen=True, slots=True)
class Attribute:
    """Read from the source, by the resolver that the schema is configured with; None: as an attribute."""

    name: str
    resolver: Any = None


@dataclass(frozen=True, slots=True)
class Source:
    """The source itself: an item of a subscription."""


@dataclass(frozen=True, slots=True)
class Method:
    """A function without permissions, extensions or handlers; the parameters are those that are no arguments."""

    function: Any
    field: StrawberryField
    takes_self: bool
    sources: tuple[str, ...]
    info: str | None
    is_async: bool


@dataclass(frozen=True, slots=True)
class Announced:
    """A field's resolver, before which a function is told the field's key in the answer."""

    resolve: GraphQLFieldResolver
    announce: Callable[[str], None]

    def __call__(self, source: Any, info: GraphQLResolveInfo[Any], **arguments: Any) -> Any:
        """As graphql-core calls it."""
        self.announce(str(info.path.key))
        return self.resolve(source, info, **arguments)


Way: TypeAlias = Attribute | Method | Source | None


def way_of(definition: GraphQLField) -> Way:
    """None if only the field's own resolver can be called. One that is announced must be announced by the caller."""
    field, resolve = definition.extensions.get(DEFINITION), definition.resolve
    if isinstance(resolve, Announced):
        resolve = resolve.resolve
    if not isinstance(field, StrawberryField) or getattr(resolve, "__module__", None) != _CONVERTER:
        return None
    if type(field).get_result is not StrawberryField.get_result:
        return None
    match getattr(resolve, "__qualname__", None):
        case name if name == _ITEM:
            return Source()
        case name if name == _BASIC:
            return _attribute(field)
        case name if name in (_SYNC, _ASYNC) and not field.extensions and not _handlers(resolve):
            return _method(field, name == _ASYNC)
    return None


def _attribute(field: StrawberryField) -> Attribute:
    name, resolver = field.python_name, field.default_resolver
    usual = resolver is getattr and name.isidentifier() and not iskeyword(name)
    return Attribute(name, None if usual else resolver)


def _handlers(resolve: Any) -> object:
    """The exception handlers that Strawberry found for the field."""
    return inspect.getclosurevars(resolve).nonlocals.get("field_exception_handlers", True)


def _method(field: StrawberryField, is_async: bool) -> Method | None:
    resolver = field.base_resolver
    if type(resolver) is not StrawberryResolver or not callable(resolver.wrapped_func):
        return None
    if is_async and not inspect.iscoroutinefunction(resolver.wrapped_func):
        return None
    sources = [one.name for one in (resolver.parent_parameter, resolver.root_parameter) if one]
    return Method(
        resolver.wrapped_func,
        field,
        resolver.self_parameter is not None,
        tuple(dict.fromkeys(sources)),
        resolver.info_parameter.name if resolver.info_parameter else None,
        is_async,
    )
