"""How Strawberry makes values of input types, decided once a type instead of once a value."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass
from typing import Any

from strawberry.relay import GlobalID
from strawberry.types.arguments import _is_leaf_type
from strawberry.types.base import (
    StrawberryList,
    StrawberryMaybe,
    StrawberryOptional,
    has_object_definition,
)
from strawberry.types.enum import has_enum_definition
from strawberry.types.lazy_type import LazyType
from strawberry.types.unset import UNSET

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
