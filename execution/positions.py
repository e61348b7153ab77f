"""Positions of an answer: a selected field or the items of its list, and what is rare at them.

The generated code handles the ordinary value by itself. All else is done here, as graphql-core does it.
"""

import sys
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graphql import (
    FieldNode,
    GraphQLField,
    GraphQLLeafType,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLResolveInfo,
    Undefined,
    is_non_null_type,
    located_error,
)
from graphql.execution.collect_fields import FieldDetailsList
from graphql.pyutils import Path, gather_with_cancel, inspect
from graphql.type.definition import GraphQLResolveInfoHelpers
from strawberry.execution import optimized_is_awaitable as is_awaitable
from strawberry.schema.schema import _OperationContextAwareGraphQLResolveInfo

from execution.arguments import Arguments
from execution.classes import learn
from execution.runs import Place, Run, abandon, path_of, settle_in_background

if TYPE_CHECKING:
    from execution.selections import Selection

Completion = Callable[[Run, Any, Place], Any]
"""Completes a value: gives data or a coroutine, or raises."""


@dataclass(frozen=True, slots=True, eq=False)
class Selected:
    """A field of an object type as an operation selects it, with all nodes of the same response key.

    `below`: the selections of its possible object types. `of_nodes`: what functions made of the nodes.
    """

    key: str
    parent: GraphQLObjectType
    definition: GraphQLField
    details: FieldDetailsList
    arguments: Arguments
    below: "dict[GraphQLObjectType, Selection]" = field(default_factory=dict)
    of_nodes: dict[object, Any] = field(default_factory=dict)

    @property
    def nodes(self) -> list[FieldNode]:
        """The field's nodes, in the order of the document."""
        return [one.node for one in self.details]

    @property
    def name(self) -> str:
        """The field's name in the schema."""
        return self.details[0].node.name.value

    def info(self, run: Run, place: Place) -> GraphQLResolveInfo[Any]:
        """The info of graphql-core's executor. `place` may be an item of the field's list."""
        while place is not None and isinstance(place[1], int):
            place = place[0]
        nodes = self.nodes
        path: Any = path_of(place)
        if run.makes_infos:
            return usual_info(run, self, nodes, path)
        return run.executor.build_resolve_info(self.definition, nodes, self.parent, path)

    def resolve(self, run: Run, source: Any, place: Place) -> Any:
        """Call the resolver as graphql-core does."""
        info = self.info(run, place)
        resolver = self.definition.resolve or run.executor.field_resolver
        return resolver(source, info, **self.arguments.of(run))


HELPERS = GraphQLResolveInfoHelpers(
    gather=lambda values: gather_with_cancel(*values),
    track=lambda values: _track([value for value in values if is_awaitable(value)]),
)


def _track(awaitables: list[Awaitable[Any]]) -> None:
    if awaitables:
        settle_in_background(awaitables)


def usual_info(run: Run, field: Selected, nodes: list[FieldNode], path: Path) -> GraphQLResolveInfo[Any]:
    """As Strawberry's executor makes it, but without the operation's extensions, which only executors have."""
    of = run.origin
    return _OperationContextAwareGraphQLResolveInfo(  # type: ignore[return-value]
        field.name,
        nodes,
        field.definition.type,
        field.parent,
        path,
        of.schema,
        of.fragments,
        run.root_value,
        of.operation,
        run.variables.coerced,
        run.context,
        is_awaitable,
        None,
        HELPERS,
        None,  # type: ignore[arg-type]
    )


class Position:
    """A place where values are completed: a field, or the items of its list; `path` is of the object, or of the item.

    `complete` is the completion of any value, set once all functions are made.
    """

    __slots__ = ("complete", "field", "is_item", "is_non_null", "type")

    complete: Completion

    def __init__(self, field: Selected, type_: GraphQLOutputType, is_item: bool) -> None:
        self.field = field
        self.type = type_
        self.is_item = is_item
        self.is_non_null = is_non_null_type(type_)

    def _at(self, path: Place) -> Place:
        return path if self.is_item else (path, self.field.key, self.field.parent.name)

    def fail(self, run: Run, path: Place, values: Mapping[str, Any] | None = None) -> None:
        """Null for the value, or for the object or list that holds it: then the error that is handled now is raised.

        `values`: the variables of the function; the coroutines among its results go on unseen.
        """
        error = sys.exc_info()[1]
        assert isinstance(error, Exception)
        try:
            self._fail(run, error, self._at(path))
        except Exception:
            abandon(iter(()), [value for name, value in (values or {}).items() if name.startswith("_")])
            raise

    def _fail(self, run: Run, error: Exception, place: Place) -> None:
        path = path_of(place)
        assert path is not None
        located = located_error(error, [one.node for one in self.field.details], path.as_list())
        if self.is_non_null:
            raise located
        run.errors.add(located, path)

    def take(self, run: Run, value: Any, path: Place) -> Any:
        """Complete any value; a coroutine if it must be awaited, or something in it."""
        if is_awaitable(value):
            return self._awaited(run, value, path)
        return self.take_awaited(run, value, path)

    def take_awaited(self, run: Run, value: Any, path: Place) -> Any:
        """The same for a value that was awaited, which is not awaited again."""
        learn(type(value))
        done = self.complete(run, value, self._at(path))
        return self.guarded(run, done, path) if is_awaitable(done) else done

    async def _awaited(self, run: Run, value: Awaitable[Any], path: Place) -> Any:
        try:
            done = self.take_awaited(run, await value, path)
            return await done if is_awaitable(done) else done
        except Exception as error:
            self._fail(run, error, self._at(path))
            return None

    async def guarded(self, run: Run, done: Awaitable[Any], path: Place) -> Any:
        """Await what is completed but for its own coroutines."""
        try:
            return await done
        except Exception as error:
            self._fail(run, error, self._at(path))
            return None

    def checked(self, run: Run, coerced: Any, value: Any, path: Place) -> Any:
        """A scalar's serialized value that is of no ordinary class."""
        require_coerced(self.leaf, value, coerced)
        return self.guarded(run, coerced, path) if is_awaitable(coerced) else coerced

    @property
    def leaf(self) -> Any:
        """The type without non-null."""
        return self.type.of_type if is_non_null_type(self.type) else self.type


def require_coerced(type_: GraphQLLeafType, value: Any, coerced: Any) -> None:
    """TypeError if a serializer gave nothing."""
    if coerced is Undefined or coerced is None:
        raise TypeError(
            f"Expected `{inspect(type_)}.coerce_output_value({inspect(value)})` to return non-nullable value, "
            f"returned: {inspect(coerced)}"
        )
