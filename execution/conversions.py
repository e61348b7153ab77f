"""The arguments of a method resolver, converted as Strawberry does."""

from contextlib import suppress
from typing import Any

from strawberry.relay import GlobalID
from strawberry.types.arguments import StrawberryArgument, _is_leaf_type, convert_arguments
from strawberry.types.base import StrawberryMaybe, StrawberryOptional
from strawberry.types.enum import has_enum_definition
from strawberry.types.field import StrawberryField

from execution.arguments import Arguments
from execution.classes import is_frozen
from execution.infos import LightInfo
from execution.positions import Selected
from execution.runs import Place, Run


class Conversion:
    """Values that no resolver can change are converted once a run; constant ones once and for all."""

    __slots__ = ("_leaves", "arguments", "constant", "field", "schema", "selected")

    def __init__(self, selected: Selected, field: StrawberryField, schema: Any) -> None:
        self.selected = selected
        self.arguments: Arguments = selected.arguments
        self.field = field
        self.schema = schema
        self._leaves = self._names_of_leaves()
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
        converted = self._converted(values, LightInfo(run, self.selected, place))
        if is_frozen(converted):
            run.kept[self] = converted
        return converted

    def _names_of_leaves(self) -> list[tuple[str, str]]:
        """GraphQL's and Python's names, if Strawberry changes no value of any argument; else empty."""
        name_of = self.schema.config.name_converter.from_argument
        if not all(map(self._is_leaf, self.field.arguments)):
            return []
        return [(name_of(one), one.python_name) for one in self.field.arguments]

    def _is_leaf(self, argument: StrawberryArgument) -> bool:
        type_: Any = argument.type
        while isinstance(type_, StrawberryOptional) and not isinstance(type_, StrawberryMaybe):
            type_ = type_.of_type
        registry = self.schema.schema_converter.scalar_registry
        return has_enum_definition(type_) or _is_leaf_type(type_, registry, skip_classes=(GlobalID,))

    def _converted(self, values: dict[str, Any], info: LightInfo | None) -> dict[str, Any]:
        if self._leaves:
            return {name: values[given] for given, name in self._leaves if given in values}
        return convert_arguments(
            values,
            self.field.arguments,
            scalar_registry=self.schema.schema_converter.scalar_registry,
            config=self.schema.config,
            info=info,
        )
