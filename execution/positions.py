"""Positions of an answer: a selected field or the items of its list, and what is rare at them.

The generated code handles the ordinary value by itself. All else is done here, as graphql-core does it.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

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
from execution.runs import Pending, Place, Run, path_of, settle_in_background

Completion = Callable[[Run, Any, Place], Any]
"""Completes a value: gives data or a coroutine, or raises."""


@dataclass(frozen=True, slots=True, eq=False)
class Selected:
    """A field of an object type as an operation selects it, with all nodes of the same response key."""

    key: str
    parent: GraphQLObjectType
    definition: GraphQLField
    details: FieldDetailsList
    arguments: Arguments

    @property
    def name(self) -> str:
        """The field's name in the schema."""
        return self.details[0].node.name.value

    def info(self, run: Run, place: Place) -> GraphQLResolveInfo[Any]:
        """The info of graphql-core's executor. `place` may be an item of the field's list."""
        while place is not None and isinstance(place[1], int):
            place = place[0]
        nodes = [one.node for one in self.details]
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
    """What Strawberry's executor makes, but for the operation's extensions, which only executors have."""
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
    """Where a value stands: `complete` is its completion, set once all functions are made."""

    __slots__ = ("complete", "field", "is_non_null", "type")

    complete: Completion

    def __init__(self, field: Selected, type_: GraphQLOutputType) -> None:
        self.field = field
        self.type = type_
        self.is_non_null = is_non_null_type(type_)

    def fail(self, run: Run, error: Exception, place: Place, pending: Pending | None = None) -> None:
        """Null for the value, or for what holds it: then the error is raised, and `pending` goes on unseen."""
        path = path_of(place)
        assert path is not None
        located = located_error(error, [one.node for one in self.field.details], path.as_list())
        if self.is_non_null:
            if pending:
                settle_in_background(list(pending.values()))
            raise located
        run.errors.add(located, path)

    def take(self, run: Run, value: Any, place: Place) -> Any:
        """Complete any value; a coroutine if it must be awaited, or something in it."""
        if is_awaitable(value):
            return self.awaited(run, value, place)
        learn(type(value))
        done = self.complete(run, value, place)
        return self.guarded(run, done, place) if is_awaitable(done) else done

    async def awaited(self, run: Run, value: Awaitable[Any], place: Place) -> Any:
        """Complete an awaitable value."""
        try:
            done = self.complete(run, await value, place)
            if is_awaitable(done):
                done = await done
        except Exception as error:
            self.fail(run, error, place)
            return None
        return done

    async def guarded(self, run: Run, done: Awaitable[Any], place: Place) -> Any:
        """Await what is completed but for its own coroutines."""
        try:
            return await done
        except Exception as error:
            self.fail(run, error, place)
            return None

    def checked(self, run: Run, coerced: Any, value: Any, place: Place) -> Any:
        """A scalar's serialized value that is of no ordinary class."""
        require_coerced(self.leaf, value, coerced)
        return self.guarded(run, coerced, place) if is_awaitable(coerced) else coerced

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
