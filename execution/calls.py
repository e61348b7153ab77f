"""Writes how the value of a field is resolved."""

from collections.abc import Callable
from functools import partial
from typing import Any

from execution.code import Code
from execution.conversions import Conversion
from execution.positions import Selected
from execution.resolvers import Announced, Attribute, Method, Source, Way, way_of


class Calls:
    """`schema` is Strawberry's, if the schema is one."""

    def __init__(self, code: Code, schema: Any, make_info: Callable[..., Any]) -> None:
        self._code = code
        self._schema = schema
        self._info = code.bind("info", make_info)

    def expression(self, field: Selected, place: str) -> tuple[str, bool]:
        """The source of the value, and whether that is surely a coroutine. `place` is the source of its place."""
        way, resolve = way_of(field.definition), field.definition.resolve
        resolved, is_async = self._resolved(way, field, place)
        if way is None or not isinstance(resolve, Announced):
            return resolved, is_async
        return f"({self._code.bind('announce', resolve.announce)}({field.key!r}) or {resolved})", is_async

    def _resolved(self, way: Way, field: Selected, place: str) -> tuple[str, bool]:
        match way:
            case Attribute(name, None):
                return f"source.{name}", False
            case Attribute(name, resolver):
                return f"{self._code.bind('resolver', resolver)}(source, {name!r})", False
            case Source():
                return "source", False
            case Method() as method:
                return self._call(field, method, place), method.is_async
            case _:
                return f"{self._code.bind('field', field)}.resolve(run, source, {place})", False

    def _call(self, field: Selected, method: Method, place: str) -> str:
        given = ["source"] if method.takes_self else []
        given += [f"{name}=source" for name in method.sources]
        if method.info:
            given.append(f"{method.info}={self._info}(run, {self._code.bind('field', field)}, {place})")
        call = partial(_called, self._code.bind("resolver", method.function))
        if not method.field.arguments:
            return call(given)
        conversion = Conversion(field, method.field, self._schema)
        if conversion.constant is not None:
            return call([*given, f"**{self._code.bind('arguments', conversion.constant)}"])
        name = self._code.bind("arguments", conversion)
        if not method.is_async:
            return call([*given, f"**{name}.of(run, {place})"])
        later = self._later(call([*given, f"**{name}.convert(run, values, {place})"]))
        return f"{later}(run, source, {name}.arguments.of(run), path)"

    def _later(self, call: str) -> str:
        """A coroutine function that converts its arguments when it is awaited, as Strawberry's do."""
        name = self._code.name("later")
        self._code.later(f"async def {name}(run, source, values, path):", f" return await {call}")
        return name


def _called(function: str, given: list[str]) -> str:
    return f"{function}({', '.join(given)})"
