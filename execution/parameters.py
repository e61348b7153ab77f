"""The parameters of a method resolver: its arguments, converted as Strawberry does, and an info that is light."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import MISSING, dataclass
from functools import cached_property
from itertools import chain
from typing import Any, TypeVar

import strawberry
from graphql import FieldNode, GraphQLResolveInfo
from strawberry.relay import GlobalID
from strawberry.types.arguments import _is_leaf_type, convert_arguments
from strawberry.types.base import (
    StrawberryList,
    StrawberryMaybe,
    StrawberryOptional,
    has_object_definition,
)
from strawberry.types.enum import has_enum_definition
from strawberry.types.field import StrawberryField
from strawberry.types.lazy_type import LazyType
from strawberry.types.unset import UNSET

from execution.arguments import Arguments, is_frozen
from execution.classes import DEFINITION
from execution.positions import Selected
from execution.runs import Place, Run

T = TypeVar("T")


class LightInfo(strawberry.Info[Any, Any]):
    """A `strawberry.Info` that makes graphql-core's own when something beside the context is read."""

    __slots__ = ("_place", "_run", "_selected", "context")

    context: Any

    def __init__(self, run: Run, selected: Selected, place: Place) -> None:
        self.context = run.context
        self._run = run
        self._selected = selected
        self._place = place

    @cached_property
    def _raw_info(self) -> GraphQLResolveInfo[Any]:  # type: ignore[override]
        return self._selected.info(self._run, self._place)

    def of_nodes(self, function: Callable[[Sequence[FieldNode]], T]) -> T:
        """The function's result for the field's nodes: called once for all runs, so it must read nothing else."""
        kept = self._selected.of_nodes
        if function not in kept:
            kept[function] = function(self._selected.nodes)
        made: T = kept[function]
        return made

    def given(self, type_name: str, name: str) -> list[Mapping[str, Any]]:
        """The arguments of each field of this name that is selected of a value of this type, by graphql-core's names.

        So a resolver can read at once what such fields will ask for. GraphQLError if they cannot be coerced.
        """
        kept = self._selected.of_nodes
        if (type_name, name) not in kept:
            fields = [one.fields for type_, one in self._selected.below.items() if type_.name == type_name]
            kept[type_name, name] = [one.arguments for one in chain(*fields) if one.name == name]
        return [one.of(self._run) for one in kept[type_name, name]]

    @property
    def _field(self) -> StrawberryField:  # type: ignore[override]
        field: StrawberryField = self._selected.definition.extensions[DEFINITION]
        return field


def info_maker(info_class: type[strawberry.Info[Any, Any]]) -> Callable[[Run, Selected, Place], Any]:
    """LightInfo, or the way to make an info of a class of the schema's own."""
    if info_class is strawberry.Info:
        return LightInfo

    def make(run: Run, selected: Selected, place: Place) -> Any:
        field = selected.definition.extensions[DEFINITION]
        return info_class(_raw_info=selected.info(run, place), _field=field)

    return make


Convert = Callable[[Any], Any]


class Unusual(Exception):
    """A type whose values Strawberry must convert itself."""


def unchanged(value: Any) -> Any:
    """The conversion of scalars and enums: graphql-core has made the value."""
    return value


@dataclass(frozen=True, slots=True)
class _List:
    item: Convert

    def __call__(self, value: Any) -> Any:
        """Always a new list: graphql-core gives all runs the same default."""
        if value is None or value is UNSET:
            return value
        return list(value) if self.item is unchanged else [self.item(one) for one in value]


@dataclass(frozen=True, slots=True)
class _Input:
    """`fields`: GraphQL's name, Python's and the conversion. `absent`: the fields without a default of their own."""

    cls: type[Any]
    absent: Mapping[str, None]
    fields: tuple[tuple[str, str, Convert], ...]

    def __call__(self, value: Any) -> Any:
        """An object of the class."""
        if value is None or value is UNSET:
            return value
        given = {name: convert(value[key]) for key, name, convert in self.fields if key in value}
        return self.cls(**{**self.absent, **given})


class Inputs:
    """Gives the conversions of a schema's types; Unusual where there is none."""

    def __init__(self, schema: Any) -> None:
        self._registry = schema.schema_converter.scalar_registry
        self._name_of_field = schema.config.name_converter.from_field
        self._within: list[type] = []

    def of(self, type_: Any) -> Convert:
        """The conversion of a value of this type, null included."""
        if isinstance(type_, StrawberryOptional) and not isinstance(type_, StrawberryMaybe):
            return self.of(type_.of_type)
        if isinstance(type_, StrawberryList):
            return _List(self.of(type_.of_type))
        if isinstance(type_, LazyType):
            return self.of(type_.resolve_type())
        if has_enum_definition(type_) or _is_leaf_type(type_, self._registry, skip_classes=(GlobalID,)):
            return unchanged
        if has_object_definition(type_) and isinstance(type_, type) and type_ not in self._within:
            return self._of_input(type_)
        raise Unusual

    def _of_input(self, cls: Any) -> Convert:
        definition = cls.__strawberry_definition__
        if definition.from_input is not None or not definition.is_input:
            raise Unusual
        self._within.append(cls)
        fields = tuple(
            (
                self._name_of_field(one),
                one.python_name,
                self.of(one.resolve_type(type_definition=definition)),
            )
            for one in definition.fields
        )
        self._within.pop()
        absent = {
            one.python_name: None
            for one in definition.fields
            if one.default_value is MISSING and one.default_factory is MISSING
        }
        return _Input(cls, absent, fields)


class Conversion:
    """Values that no resolver can change are converted once a run; constant ones once and for all.

    `are_same`: Strawberry gives to the resolver what graphql-core gives to Strawberry.
    """

    __slots__ = ("_known", "are_same", "arguments", "constant", "field", "schema", "selected")

    def __init__(self, selected: Selected, field: StrawberryField, schema: Any) -> None:
        self.selected = selected
        self.arguments: Arguments = selected.arguments
        self.field = field
        self.schema = schema
        self._known = self._conversions()
        self.are_same = bool(self._known) and all(
            given == name and convert is unchanged for given, name, convert in self._known
        )
        self.constant: dict[str, Any] | None = None
        if self.arguments.constant is not None:
            with suppress(Exception):
                converted = self._converted(self.arguments.constant, None)
                self.constant = converted if is_frozen(converted) else None

    def of(self, run: Run, place: Place) -> dict[str, Any]:
        """By Python names; shared, so do not change it. Raises what the coercion or the conversion raises."""
        return self.convert(run, self.arguments.of(run), place)

    def convert(self, run: Run, values: dict[str, Any], place: Place) -> dict[str, Any]:
        """Convert values that graphql-core coerced."""
        if (kept := run.kept.get(self)) is not None:
            return kept
        converted = self._converted(values, None if self._known else LightInfo(run, self.selected, place))
        if is_frozen(converted):
            run.kept[self] = converted
        return converted

    def _conversions(self) -> list[tuple[str, str, Convert]]:
        """GraphQL's and Python's name of each argument; empty if Strawberry must convert them."""
        name_of, inputs = self.schema.config.name_converter.from_argument, Inputs(self.schema)
        with suppress(Unusual):
            return [(name_of(one), one.python_name, inputs.of(one.type)) for one in self.field.arguments]
        return []

    def _converted(self, values: dict[str, Any], info: LightInfo | None) -> dict[str, Any]:
        if self._known:
            return {name: convert(values[given]) for given, name, convert in self._known if given in values}
        return convert_arguments(
            values,
            self.field.arguments,
            scalar_registry=self.schema.schema_converter.scalar_registry,
            config=self.schema.config,
            info=info,
        )
