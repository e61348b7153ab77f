"""Lists of objects completed field by field instead of object by object.

A list is completed so where all that is selected of its objects can be read twice without a difference: attributes,
and methods that are said to be pure. At the first value that is not ordinary the list is begun again, object by object,
so this way knows no errors, no nulls that spread and no coroutines.
"""

import dis
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from enum import Enum
from inspect import getattr_static
from math import isfinite
from types import MemberDescriptorType, NoneType
from typing import Any, TypeVar

import orjson
from graphql import (
    GraphQLBoolean,
    GraphQLFloat,
    GraphQLID,
    GraphQLInt,
    GraphQLObjectType,
    GraphQLString,
    get_nullable_type,
    is_non_null_type,
    is_object_type,
    is_scalar_type,
)
from strawberry.schema.schema_converter import CustomGraphQLEnumType

from execution.classes import DATA, PLAIN, is_plain
from execution.infos import DEFINITION
from execution.lists import Columns, reader_of
from execution.positions import Selected
from execution.resolvers import Attribute, Method, way_of
from execution.runs import Run
from execution.selections import Selection
from execution.types import CAST, classes_of

T = TypeVar("T", bound=type)

Values = Sequence[Any]
Read = Callable[[Run, Values], Values]
"""The values of one field for all sources."""
Complete = Callable[[Run, Values], Values]
"""Their data. Raises anything for values that are not ordinary."""

MAX_CLASSES = 100
"""Of the objects of one selection; a list of further ones is completed object by object."""

_PURE, _COLUMN = "__pure_fields__", "execution-column"

_BOUNDS: Mapping[Any, Callable[[Any], bool]] = {
    GraphQLInt: range(-(2**31), 2**31).__contains__,
    GraphQLFloat: isfinite,
}
_CLASSES: Mapping[Any, type] = {
    GraphQLString: str,
    GraphQLID: str,
    GraphQLBoolean: bool,
    GraphQLInt: int,
    GraphQLFloat: float,
}
_MOMENTS = frozenset([datetime])
_COERCERS = {id(type_): type_.coerce_output_value for type_ in _CLASSES}


class Irregular(Exception):
    """A value that is completed by itself."""


def pure(cls: T) -> T:
    """Declares that the class's methods without arguments change nothing, and show only their source and context.

    So they may be called again, in any order, and with an info that has no path.
    """
    setattr(cls, _PURE, True)
    return cls


def column(read: Callable[[Any, Any], Values]) -> dict[object, Any]:
    """The metadata of a pure field whose values are cheaper for all sources at once: `read(sources, info)`."""
    return {_COLUMN: read}


def objects_of(selection: Selection, make_info: Callable[..., Any]) -> Complete | None:
    """Completes a list of objects of the selection's type.

    None if a field needs each object by itself, or no field is left.
    """
    columns: list[Complete] = []
    for field, below in zip(selection.fields, selection.below, strict=True):
        read, complete = _read(field, make_info), _complete(field, below, make_info)
        if read is None or complete is None:
            return None
        columns.append(_joined(read, complete))
    if not columns:
        return None
    names = [way.name for field in selection.fields if isinstance(way := way_of(field.definition), Attribute)]
    own, make = _Sources(selection.type, names), _maker([field.key for field in selection.fields])

    def complete_all(run: Run, sources: Values) -> list[Any]:
        if not own.accept(sources):
            raise Irregular
        return make([complete(run, sources) for complete in columns])

    return complete_all


def _joined(read: Read, complete: Complete) -> Complete:
    return lambda run, sources: complete(run, read(run, sources))


def _maker(keys: Sequence[str]) -> Callable[[list[Values]], list[dict[str, Any]]]:
    """A dict display is three times as fast as `dict(zip(keys, values))`."""
    names = [f"_{index}" for index in range(len(keys))]
    pairs = ", ".join(f"{key!r}: {name}" for key, name in zip(keys, names, strict=True))
    source = f"lambda columns: [{{{pairs}}} for {', '.join(names)}, in zip(*columns, strict=True)]"
    made: Callable[[list[Values]], list[dict[str, Any]]] = eval(source)
    return made


class _Sources:
    """Tells by the classes of its objects whether a list may be read by columns. `names`: the attributes that are."""

    def __init__(self, type_: GraphQLObjectType, names: Sequence[str]) -> None:
        self._own = classes_of(type_)
        self._names = names
        self._known: set[type] = set()

    def accept(self, sources: Values) -> bool:
        """Whether the objects are of the type, and no attribute is a property, which may tell how often it is read."""
        if isinstance(sources, Columns):
            return sources.type in self._known or self._learn({sources.type})
        classes = set(map(type, sources))
        if not (classes <= self._known or self._learn(classes)):
            return False
        return self._own is None or not any(CAST in members for members in map(vars, sources))

    def _learn(self, classes: set[type]) -> bool:
        if len(self._known) >= MAX_CLASSES or not all(map(self._is_fit, classes)):
            return False
        self._known |= classes
        return True

    def _is_fit(self, cls: type) -> bool:
        is_own = is_plain(cls) if self._own is None else cls in self._own
        return is_own and (_is_pure(cls) or all(_is_data(cls, name) for name in self._names))


def _is_data(cls: type, name: str) -> bool:
    found = getattr_static(cls, name, None)
    return isinstance(found, MemberDescriptorType) or not hasattr(type(found), "__get__")


def _read(field: Selected, make_info: Callable[..., Any]) -> Read | None:
    if field.name == "__typename":
        return lambda run, sources: [field.parent.name] * len(sources)
    match way_of(field.definition):
        case Attribute(name, None):
            return _attributes(name)
        case Method() as method if not method.field.arguments and not method.sources:
            return _called(field, method, make_info)
    return None


def _attributes(path: str) -> Read:
    read = reader_of(path)
    return lambda run, sources: read(sources)


def _called(field: Selected, method: Method, make_info: Callable[..., Any]) -> Read | None:
    if read_all := method.field.metadata.get(_COLUMN):
        return lambda run, sources: read_all(sources, make_info(run, field, None))
    definition = field.parent.extensions.get(DEFINITION)
    if method.is_async or not method.takes_self or not _is_pure(getattr(definition, "origin", None)):
        return None
    if path := path_in(method.function):
        return _attributes(path)
    function, name = method.function, method.info
    if name is None:
        return lambda run, sources: list(map(function, sources))

    def call_all(run: Run, sources: Values) -> Values:
        given = {name: make_info(run, field, None)}
        return [function(source, **given) for source in sources]

    return call_all


def _is_pure(cls: Any) -> bool:
    return bool(getattr(cls, _PURE, False))


def path_in(function: Any) -> str:
    """The dotted path of a method that only returns an attribute, or one of an attribute; "" if it does more."""
    code = function.__code__
    steps = [one for one in dis.get_instructions(code) if one.opname not in ("RESUME", "NOP", "CACHE")]
    names = [one.argval for one in steps[1:-1] if one.opname == "LOAD_ATTR"]
    is_path = (
        len(steps) == len(names) + 2
        and steps[0].opname.startswith("LOAD_FAST")
        and steps[0].argval == code.co_varnames[0]
        and steps[-1].opname == "RETURN_VALUE"
    )
    return ".".join(names) if is_path else ""


def _complete(
    field: Selected, below: Mapping[GraphQLObjectType, Selection], make_info: Callable[..., Any]
) -> Complete | None:
    type_: Any = get_nullable_type(field.definition.type)
    if field.name == "__typename":
        return lambda run, values: values
    complete = objects_of(below[type_], make_info) if is_object_type(type_) else _leaves(type_)
    return complete if complete is None or is_non_null_type(field.definition.type) else _nullable(complete)


def _nullable(complete: Complete) -> Complete:
    def complete_present(run: Run, values: Values) -> Values:
        if isinstance(values, Columns) or NoneType not in map(type, values):
            return complete(run, values)
        present = iter(complete(run, [value for value in values if value is not None]))
        return [None if value is None else next(present) for value in values]

    return complete_present


def _leaves(type_: Any) -> Complete | None:
    if is_scalar_type(type_):
        if _COERCERS.get(id(type_)) is type_.coerce_output_value:
            return _ordinary(type_)
        return _coerced(type_.coerce_output_value)
    if type(type_) is CustomGraphQLEnumType and issubclass(type_.wrapped_cls, Enum):
        return _members(type_)
    return None


def _ordinary(type_: Any) -> Complete:
    """GraphQL's own scalars, of the one class that needs no serializer."""
    classes, is_within = frozenset([_CLASSES[type_]]), _BOUNDS.get(type_)

    def complete(run: Run, values: Values) -> Values:
        if not classes.issuperset(map(type, values)) or (is_within and not all(map(is_within, values))):
            raise Irregular
        return values

    return complete


def _coerced(coerce: Callable[[Any], Any]) -> Complete:
    if coerce is datetime.isoformat:
        return _moments

    def complete(run: Run, values: Values) -> Values:
        if not PLAIN.issuperset(map(type, values)):
            raise Irregular
        data = list(map(coerce, values))
        if not DATA.issuperset(map(type, data)):
            raise Irregular
        return data

    return complete


def _moments(run: Run, values: Values) -> Values:
    """`isoformat` of all at once. orjson writes them as it does, at a tenth of the cost."""
    if not _MOMENTS.issuperset(map(type, values)) or {value.tzinfo for value in values} != {UTC}:
        raise Irregular
    texts: list[str] = orjson.loads(orjson.dumps(values if type(values) is list else list(values)))
    return texts


def _members(type_: CustomGraphQLEnumType) -> Complete | None:
    cls: Any = type_.wrapped_cls
    if not is_plain(cls):
        return None
    names = {member._name_: type_.coerce_output_value(member) for member in cls}

    def complete(run: Run, values: Values) -> Values:
        if any(type(value) is not cls for value in values):
            raise Irregular
        return [names[value._name_] for value in values]

    return complete
