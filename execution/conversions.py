"""The arguments of a method resolver, converted as Strawberry does."""

from contextlib import suppress
from typing import Any

from strawberry.types.arguments import convert_arguments
from strawberry.types.field import StrawberryField

from execution.arguments import Arguments
from execution.classes import is_frozen
from execution.infos import LightInfo
from execution.inputs import Convert, Inputs, Unusual
from execution.positions import Selected
from execution.runs import Place, Run


class Conversion:
    """Values that no resolver can change are converted once a run; constant ones once and for all."""

    __slots__ = ("_known", "arguments", "constant", "field", "schema", "selected")

    def __init__(self, selected: Selected, field: StrawberryField, schema: Any) -> None:
        self.selected = selected
        self.arguments: Arguments = selected.arguments
        self.field = field
        self.schema = schema
        self._known = self._conversions()
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
