"""Writes one Python function for each selection and for each list of an operation."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, repeat
from typing import Any

from graphql import (
    GraphQLObjectType,
    GraphQLOutputType,
    get_nullable_type,
    is_abstract_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    is_object_type,
)

from execution.classes import classes_of, types_by_class
from execution.code import Code
from execution.columns import Tables
from execution.completions import completion
from execution.leaves import ordinary
from execution.positions import Completion, Position, Selected
from execution.resolvers import Calls, is_coroutine
from execution.selections import Selection


@dataclass(frozen=True, slots=True)
class Spot:
    """The place of a value in the source: the names of its variables, and its position's object.

    `take`: what the position does with a value that is not ordinary.
    """

    value: str
    target: str
    position: str
    path: str
    place: str
    take: str = "take"


@dataclass(frozen=True, slots=True)
class Value:
    """The kind of a value: its type here, the field it belongs to, and the functions of its lists."""

    type: GraphQLOutputType
    field: Selected
    lists: tuple[str, ...] = ()


def name_of(selection: Selection) -> str:
    """The generated function of a selection."""
    return f"object_{selection.number}"


class Writer:
    """Write each selection, then `finish`."""

    def __init__(self, schema: Any, make_info: Callable[..., Any]) -> None:
        self.code = Code()
        self._calls = Calls(self.code, schema, make_info)
        self._tables = Tables(self.code, make_info)
        self._unfinished: list[Callable[[], None]] = []

    def finish(self, name: str) -> Mapping[str, Completion]:
        """Define all functions, and give them to the rare completions. `name` is shown in tracebacks."""
        self.code.run(name)
        for finish in self._unfinished:
            finish()
        return self.code.namespace

    def write_selection(self, selection: Selection) -> None:
        """The function that resolves and completes all fields of one object; `_0` is its first result."""
        fields = [self._with_lists(Value(field.definition.type, field)) for field in selection.fields]
        is_alone = len(fields) == 1
        code = self.code
        code.open(f"def {name_of(selection)}(run, source, path):")
        code.add("rare = False")
        for index, value in enumerate(fields):
            self._write_field(f"_{index}", value, is_alone)
        pairs = ", ".join(f"{value.field.key!r}: _{index}" for index, value in enumerate(fields))
        code.add(f"results = {{{pairs}}}", "return finished(results) if rare else results")
        code.end()

    def _with_lists(self, value: Value) -> Value:
        """Write the functions of its lists."""
        inner = get_nullable_type(value.type)
        if not is_list_type(inner):
            return value
        items = self._with_lists(Value(inner.of_type, value.field))
        name = self.code.name("list")
        self._write_list(name, items)
        return Value(value.type, value.field, (name, *items.lists))

    def _write_list(self, name: str, items: Value) -> None:
        code = self.code
        spot = Spot("item", "done", self._position(items, True), "(path, index, None)", "(path, index, None)")
        code.open(f"def {name}(run, items, path):")
        if complete_all := self._columns(items):
            code.open(f"if {_is_list('items')}:")
            code.add(f"try: return {complete_all}(run, items)", "except Exception: pass")
            code.end()
        code.add("results, rare, items = [], False, iter(items)")
        code.open("try:")
        code.open("for index, item in enumerate(items):")
        code.open("try:")
        self._write_value(spot, items)
        code.close(f"except Exception: done = {spot.position}.fail(run, {spot.path})")
        code.add("results.append(done)")
        code.end()
        code.close("except Exception: abandon(items, results); raise")
        code.add("return finished(results) if rare else results")
        code.end()

    def _columns(self, items: Value) -> str | None:
        """The function that completes the list's objects field by field, if they can be."""
        type_: Any = get_nullable_type(items.type)
        return self._tables.write(items.field.below[type_]) if is_object_type(type_) else None

    def _write_field(self, target: str, value: Value, is_alone: bool) -> None:
        field, code = value.field, self.code
        if field.name == "__typename":
            code.add(f"{target} = {field.parent.name!r}")
            return
        place = f"(path, {field.key!r}, {field.parent.name!r})"
        spot = Spot("value", target, self._position(value, False), "path", place)
        code.open("try:")
        if is_coroutine(field):
            later = self._write_later(replace(spot, target="done", take="take_awaited"), value, is_alone)
            call = self._calls.announced(field, f"{later}(run, source, {self._calls.values(field)}, path)")
            code.add(f"return {call}" if is_alone else f"{target} = {call}; rare = True")
        else:
            call = self._calls.expression(field, place)
            code.add(f"value = {self._calls.announced(field, call)}")
            self._write_value(spot, value)
        code.close(f"except Exception: {target} = {spot.position}.fail(run, path, locals())")

    def _write_later(self, spot: Spot, value: Value, is_alone: bool) -> str:
        """The coroutine function of a field, or of an object that has no other field.

        It converts its arguments when it is awaited, as Strawberry's do.
        """
        code, name = self.code, self.code.name("later")
        with code.apart():
            code.open(f"async def {name}(run, source, values, path):")
            code.add("rare = False")
            code.open("try:")
            code.add(f"value = await {self._calls.expression(value.field, spot.place)}")
            self._write_value(spot, value)
            code.add("if rare and type(done) is CoroutineType: done = await done")
            code.close(f"except Exception: done = {spot.position}.fail(run, path)")
            code.add(f"return {{{value.field.key!r}: done}}" if is_alone else "return done")
        return name

    def _position(self, value: Value, is_item: bool) -> str:
        position = Position(value.field, value.type, is_item)
        self._unfinished.append(partial(self._complete, position, value))
        return self.code.bind("position", position)

    def _complete(self, position: Position, value: Value) -> None:
        defined: Mapping[str, Completion] = self.code.namespace
        objects = {type_: defined[name_of(one)] for type_, one in value.field.below.items()}
        lists = [defined[name] for name in value.lists]
        position.complete = completion(value.field, value.type, objects, lists)

    def _write_value(self, spot: Spot, value: Value) -> None:
        """The ordinary cases by class, then null, then all else."""
        cases = list(self._cases(spot, value))
        if not is_non_null_type(value.type):
            cases.append((f"{spot.value} is None", [f"{spot.target} = None"]))
        for word, (condition, lines) in zip(chain(["if"], repeat("elif")), cases, strict=False):
            self.code.open(f"{word} {condition}:")
            self.code.add(*lines)
            self.code.end()
        rest = f"{spot.target} = {spot.position}.{spot.take}(run, {spot.value}, {spot.path}); rare = True"
        self.code.add(f"else: {rest}" if cases else rest)

    def _cases(self, spot: Spot, value: Value) -> Iterator[tuple[str, list[str]]]:
        type_: Any = get_nullable_type(value.type)
        if is_leaf_type(type_):
            for test, expression, unsure in ordinary(self.code, type_, spot.value):
                yield test, [f"{spot.target} = {expression}", *([_checked(spot)] if unsure else [])]
        elif is_list_type(type_):
            yield (
                _is_list(spot.value),
                _nested(spot, value.lists[0], "list"),
            )
        elif is_abstract_type(type_):
            yield from self._abstract(spot, value, type_)
        elif (condition := self._accepts(spot.value, type_)) is not None:
            yield condition, _nested(spot, name_of(value.field.below[type_]), "dict")

    def _accepts(self, value: str, type_: GraphQLObjectType) -> str | None:
        """The condition under which a value is of the type; None if the schema must be asked."""
        classes = classes_of(type_)
        if classes is None:
            return f"type({value}) in PLAIN"
        if not classes:
            return None
        known = (
            f"is {self.code.bind('cls', *classes)}"
            if len(classes) == 1
            else f"in {self.code.bind('classes', classes)}"
        )
        return f"type({value}) {known} and getattr({value}, CAST, None) is None"

    def _abstract(self, spot: Spot, value: Value, type_: Any) -> Iterator[tuple[str, list[str]]]:
        by_class = types_by_class(type_, list(value.field.below))
        if not by_class:
            return
        selects: dict[type, Completion] = {}
        table = self.code.bind("selects", selects)

        def finish() -> None:
            for cls, one in by_class.items():
                selects[cls] = self.code.namespace[name_of(value.field.below[one])]

        self._unfinished.append(finish)
        condition = (
            f"(select := {table}.get(type({spot.value}))) and getattr({spot.value}, CAST, None) is None"
        )
        yield condition, _nested(spot, "select", "dict")


def _is_list(value: str) -> str:
    """`isinstance` would ask an abstract class, at five times the cost."""
    return f"type({value}) is list or Columns in type({value}).__mro__"


def _checked(spot: Spot) -> str:
    checked = f"{spot.position}.checked(run, {spot.target}, {spot.value}, {spot.path})"
    return f"if type({spot.target}) not in DATA: {spot.target} = {checked}; rare = True"


def _nested(spot: Spot, function: str, kind: str) -> list[str]:
    guarded = f"{spot.position}.guarded(run, {spot.target}, {spot.path})"
    return [
        f"{spot.target} = {function}(run, {spot.value}, {spot.place})",
        f"if type({spot.target}) is not {kind}: {spot.target} = {guarded}; rare = True",
    ]
