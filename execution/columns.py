"""Lists of objects completed field by field instead of object by object.

A list is completed so where all that is selected of its objects can be read twice without a difference: attributes,
and methods that are said to be pure. At the first value that is not ordinary the list is begun again, object by object,
so this way knows no errors, no nulls that spread and no coroutines.
"""

from collections.abc import Callable, Sequence
from inspect import getattr_static, signature
from itertools import chain
from types import MemberDescriptorType
from typing import Any, TypeVar

from graphql import GraphQLObjectType, get_nullable_type, is_non_null_type, is_object_type

from execution.classes import CAST, DEFINITION, classes_of, is_plain
from execution.code import Code
from execution.leaves import Irregular, Values, column_of_leaves, complete_present
from execution.lists import getter_of
from execution.positions import Selected
from execution.resolvers import Announced, Attribute, Method, path_in, way_of
from execution.selections import Selection

T = TypeVar("T", bound=type)

MAX_CLASSES = 100
"""Of the objects of one selection; a list of further ones is completed object by object."""

MAX_NESTED = 20
"""Levels of objects in one dict display: Python's parser takes some hundred."""

MAX_IN_PLACE = 2_000
"""Fields of objects in the displays of others. A selection that many fields share has a function beyond them: objects
that hold two of a kind, level by level, would be as many as the powers of two."""

_PURE, _COLUMN = "__pure_fields__", "execution-column"


class _Unfit(Exception):
    """A field that needs each object by itself."""


def pure(cls: T) -> T:
    """Declares that the class's methods without arguments change nothing, and show only their source and context.

    So they may be called again, in any order, and with an info that has no path.
    """
    setattr(cls, _PURE, True)
    return cls


def column(read: Callable[..., Values], path: str = "", *, each_once: bool = False) -> dict[object, Any]:
    """The metadata of a pure field whose values are cheaper for all sources at once.

    `read` gets the sources, or what they have at the path of attributes, and the info if it has a second parameter.
    `each_once`: what they have at the path tells the value, an object that is never null, so `read` gets each of them
    once, and objects that many sources share are completed once: they share a dict in the answer.
    """
    return {_COLUMN: (read, path, each_once)}


class Tables:
    """Writes the functions that complete lists, each once. `room`: the fields that may still be shown in place."""

    def __init__(self, code: Code, make_info: Callable[..., Any]) -> None:
        self.code = code
        self.make_info = make_info
        self.room = MAX_IN_PLACE
        self._written: dict[Selection, str | None] = {}

    def write(self, selection: Selection) -> str | None:
        """Write the function that completes a list of objects of the selection's type, and give its name.

        None if a field needs each object by itself, or no field is left.
        """
        if selection not in self._written:
            self._written[selection] = self._write(selection)
        return self._written[selection]

    def _write(self, selection: Selection) -> str | None:
        table = _Table(self)
        try:
            shown = table.display(selection, "sources")
        except _Unfit:
            return None
        name, columns = self.code.name("columns"), ", ".join(table.columns or ["range(len(sources))"])
        names = ", ".join(table.columns or ["_"])
        self.code.later(
            f"def {name}(run, sources):",
            *(f" {line}" for line in table.lines),
            f" return [{shown} for {names}, in zip({columns}, strict=True)]",
        )
        return name


class _Table:
    """Completes the objects: `lines` make the variables `columns`, whose values a dict display takes row by row.

    One display for an object and those in it is the fastest way to make them.
    """

    def __init__(self, tables: Tables) -> None:
        self.lines: list[str] = []
        self.columns: list[str] = []
        self._tables = tables
        self._code = tables.code
        self._make_info = tables.make_info
        self._read: dict[tuple[str, str], str] = {}
        self._columns_of: dict[str, str] = {}
        self._told_by: dict[str, tuple[str, str]] = {}

    def display(self, selection: Selection, sources: str, level: int = 1) -> str:
        """The source of one object; `sources` is the variable that has all of them. _Unfit if it cannot be."""
        if not selection.fields:
            raise _Unfit
        names = [way.name for one in selection.fields if isinstance(way := way_of(one.definition), Attribute)]
        accept = self._code.bind("accept", _Sources(selection.type, names).accept)
        self.lines.append(f"if not {accept}({sources}): raise {self._code.bind('Irregular', Irregular)}")
        pairs = [f"{field.key!r}: {self._shown(field, sources, level)}" for field in selection.fields]
        return f"{{{', '.join(pairs)}}}"

    def _shown(self, field: Selected, sources: str, level: int) -> str:
        if field.name == "__typename":
            return repr(field.parent.name)
        values, type_ = self._values(field, sources), field.definition.type
        inner: Any = get_nullable_type(type_)
        if not is_object_type(inner):
            return self._column(values, column_of_leaves(self._code, type_))
        below = field.below[inner]
        is_nested = is_non_null_type(type_) and values not in self._told_by
        if is_nested and level < MAX_NESTED and len(below.fields) <= self._tables.room:
            self._tables.room -= len(below.fields)
            return self.display(below, values, level + 1)
        complete = self._tables.write(below)
        if complete is None:
            raise _Unfit
        if values in self._told_by:
            told_by, each = self._told_by[values]
            known = self._make(f"dict(zip({each}, {complete}(run, {values}), strict=True))")
            return self._column(f"list(map({known}.__getitem__, {told_by}))", [])
        if is_nested:
            return self._column(f"{complete}(run, {values})", [])
        present = self._code.bind("present", complete_present)
        return self._column(values, [f"{{v}} = {present}({complete}, run, {{v}})"])

    def _column(self, values: str, lines: Sequence[str] | None) -> str:
        if lines is None:
            raise _Unfit
        shown = self._make(values)
        self.lines += [line.format(v=shown) for line in lines]
        self.columns.append(shown)
        return shown

    def _make(self, expression: str) -> str:
        name = self._code.name("v")
        self.lines.append(f"{name} = {expression}")
        return name

    def _values(self, field: Selected, sources: str) -> str:
        """The variable of the field's values for all sources."""
        if isinstance(field.definition.resolve, Announced):
            raise _Unfit
        match way_of(field.definition):
            case Attribute(name, None):
                return self._at(sources, name)
            case Method() as method if not method.field.arguments and not method.sources:
                return self._called(field, method, sources)
        raise _Unfit

    def _called(self, field: Selected, method: Method, sources: str) -> str:
        if given := method.field.metadata.get(_COLUMN):
            read, path, each_once = given
            info = f", {self._info(field)}" if len(signature(read).parameters) > 1 else ""
            told_by = self._at(sources, path)
            each = self._make(f"list(dict.fromkeys({told_by}))") if each_once else told_by
            values = self._make(f"{self._code.bind('read', read)}({each}{info})")
            if each_once:
                self._told_by[values] = told_by, each
            return values
        definition = field.parent.extensions.get(DEFINITION)
        if method.is_async or not method.takes_self or not _is_pure(getattr(definition, "origin", None)):
            raise _Unfit
        if path := path_in(method.function):
            return self._at(sources, path)
        function = self._code.bind("resolver", method.function)
        if method.info is None:
            return self._make(f"list(map({function}, {sources}))")
        info = self._make(self._info(field))
        return self._make(f"[{function}(one, {method.info}={info}) for one in {sources}]")

    def _info(self, field: Selected) -> str:
        make, selected = self._code.bind("info", self._make_info), self._code.bind("field", field)
        return f"{make}(run, {selected}, None)"

    def _at(self, sources: str, path: str) -> str:
        """The variable of the attributes at a path, each step of which is read once."""
        for step in path.split(".") if path else ():
            if (sources, step) not in self._read:
                each = f"list(map({self._code.bind('get', getter_of(step))}, {sources}))"
                column = self._column_of(sources)
                self._read[sources, step] = self._make(f"{column}({step!r}) if {column} else {each}")
            sources = self._read[sources, step]
        return sources

    def _column_of(self, sources: str) -> str:
        """The variable of the method that gives columns of a variable, or None."""
        if sources not in self._columns_of:
            self._columns_of[sources] = self._make(f"getattr({sources}, 'column', None)")
        return self._columns_of[sources]


class _Sources:
    """Tells by the classes of its objects whether a list may be read by columns. `names`: the attributes that are."""

    def __init__(self, type_: GraphQLObjectType, names: Sequence[str]) -> None:
        self._own = classes_of(type_)
        self._names = names
        self._known: set[type] = set()

    def accept(self, sources: Values) -> bool:
        """Whether the objects are of the type, and no attribute is a property, which may tell how often it is read."""
        if hasattr(sources, "column"):
            of: type = sources.type  # type: ignore[attr-defined]
            return of in self._known or self._learn({of})
        classes = set(map(type, sources))
        if not (classes <= self._known or self._learn(classes)):
            return False
        return self._own is None or {CAST}.isdisjoint(chain.from_iterable(map(vars, sources)))

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


def _is_pure(cls: Any) -> bool:
    return bool(getattr(cls, _PURE, False))
