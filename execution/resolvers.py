"""How Strawberry would resolve a field, where that can be done without its wrappers, and the source that does it."""

import dis
import inspect
from collections.abc import Callable
from dataclasses import dataclass
from keyword import iskeyword
from typing import Any, TypeAlias

from graphql import GraphQLField, GraphQLFieldResolver, GraphQLResolveInfo
from strawberry.types.field import StrawberryField
from strawberry.types.fields.resolver import StrawberryResolver

from execution.classes import DEFINITION
from execution.code import Code
from execution.parameters import Conversion
from execution.positions import Selected

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
    if is_async and not _is_coroutine_function(resolver.wrapped_func):
        return None
    sources = [one.name for one in (resolver.parent_parameter, resolver.root_parameter) if one]
    # To a parent that is called self, Strawberry gives the source twice, which no call takes.
    if resolver.self_parameter and "self" in sources:
        return None
    return Method(
        resolver.wrapped_func,
        field,
        resolver.self_parameter is not None,
        tuple(dict.fromkeys(sources)),
        resolver.info_parameter.name if resolver.info_parameter else None,
        is_async,
    )


def _is_coroutine_function(function: Any) -> bool:
    """Not one that is only marked so: it may return anything, and Strawberry awaits what can be awaited."""
    code = getattr(function, "__code__", None)
    return code is not None and bool(code.co_flags & inspect.CO_COROUTINE)


class Calls:
    """`schema` is Strawberry's, if the schema is one."""

    def __init__(self, code: Code, schema: Any, make_info: Callable[..., Any]) -> None:
        self._code = code
        self._schema = schema
        self._info = code.bind("info", make_info)

    def expression(self, field: Selected, place: str) -> str:
        """The source of the value, or of its coroutine. `place` is the source of its place."""
        match way_of(field.definition):
            case Attribute(name, None):
                return f"source.{name}"
            case Attribute(name, resolver):
                return f"{self._code.bind('resolver', resolver)}(source, {name!r})"
            case Source():
                return "source"
            case Method() as method:
                return self._call(field, method, place)
            case _:
                return f"{self._code.bind('field', field)}.resolve(run, source, {place})"

    def announced(self, field: Selected, expression: str) -> str:
        """The expression, before which the field is announced if it must be. Its own resolver does so itself."""
        resolve = field.definition.resolve
        if way_of(field.definition) is None or not isinstance(resolve, Announced):
            return expression
        return f"({self._code.bind('announce', resolve.announce)}({field.key!r}) or {expression})"

    def values(self, field: Selected) -> str:
        """The source of the arguments that graphql-core gives: `values` of the call of a coroutine."""
        return f"{self._code.bind('given', field.arguments)}.of(run)"

    def _call(self, field: Selected, method: Method, place: str) -> str:
        if method.takes_self and not method.field.arguments and (path := path_in(method.function)):
            return f"source.{path}"
        given = ["source"] if method.takes_self else []
        given += [f"{name}=source" for name in method.sources]
        if method.info:
            given.append(f"{method.info}={self._info}(run, {self._code.bind('field', field)}, {place})")
        if method.field.arguments:
            given.append(f"**{self._arguments(field, method, place)}")
        return f"{self._code.bind('resolver', method.function)}({', '.join(given)})"

    def _arguments(self, field: Selected, method: Method, place: str) -> str:
        conversion = Conversion(field, method.field, self._schema)
        if conversion.constant is not None:
            return self._code.bind("arguments", conversion.constant)
        if conversion.are_same:
            return "values" if method.is_async else self.values(field)
        name = self._code.bind("arguments", conversion)
        return f"{name}.convert(run, values, {place})" if method.is_async else f"{name}.of(run, {place})"


def is_coroutine(field: Selected) -> bool:
    """Whether the value is surely one."""
    match way_of(field.definition):
        case Method(is_async=True):
            return True
    return False


def path_in(function: Any) -> str:
    """The dotted path of a method that only returns an attribute, or one of an attribute; "" if it does more."""
    code = getattr(function, "__code__", None)
    if code is None:
        return ""
    steps = [one for one in dis.get_instructions(code) if one.opname not in ("RESUME", "NOP", "CACHE")]
    names = [one.argval for one in steps[1:-1] if one.opname == "LOAD_ATTR"]
    is_path = (
        len(steps) == len(names) + 2
        and steps[0].opname.startswith("LOAD_FAST")
        and steps[0].argval == code.co_varnames[0]
        and steps[-1].opname == "RETURN_VALUE"
    )
    return ".".join(names) if is_path else ""
