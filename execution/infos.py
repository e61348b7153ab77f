"""The info that a method resolver gets: light, since most resolvers only read its context."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Any, TypeVar

import strawberry
from graphql import FieldNode, GraphQLResolveInfo
from strawberry.types.field import StrawberryField

from execution.positions import Selected
from execution.runs import Place, Run

T = TypeVar("T")

DEFINITION = "strawberry-definition"
"""The key under which Strawberry keeps its own definition in the extensions of graphql-core's."""


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
        fields = [one.fields for type_, one in self._selected.below.items() if type_.name == type_name]
        return [one.arguments.of(self._run) for one in chain(*fields) if one.name == name]

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
