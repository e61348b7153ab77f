"""Completes any value of any type, as graphql-core does: the cases that are too rare for generated code."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from graphql import (
    GraphQLAbstractType,
    GraphQLError,
    GraphQLObjectType,
    GraphQLOutputType,
    Undefined,
    is_abstract_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)
from graphql.execution.executor import invalid_return_type_error
from graphql.pyutils import is_iterable
from graphql.pyutils.is_awaitable import is_async_iterable
from strawberry.execution import optimized_is_awaitable as is_awaitable

from execution.classes import CAST, classes_of, types_by_class
from execution.positions import Completion, Selected, require_coerced
from execution.runs import Place, Run, path_of

Functions = Mapping[GraphQLObjectType, Completion]
"""The generated functions that complete the selections of a field's possible object types."""


def completion(
    field: Selected, type_: GraphQLOutputType, objects: Functions, lists: list[Completion]
) -> Completion:
    """`lists`: the generated functions of the field's lists, the outermost first."""
    if is_non_null_type(type_):
        return _present(completion(field, type_.of_type, objects, lists), field)
    if is_list_type(type_):
        return _nullable(_list(field, type_.of_type, lists[0]))
    if is_leaf_type(type_):
        return _leaf(type_)
    if is_abstract_type(type_):
        return _nullable(_abstract(field, type_, objects))
    return _nullable(_object(field, type_, objects[type_]))  # type: ignore[index,arg-type]


def _nullable(complete: Completion) -> Completion:
    def complete_nullable(run: Run, value: Any, place: Place) -> Any:
        if isinstance(value, Exception):
            raise value
        return None if value is None or value is Undefined else complete(run, value, place)

    return complete_nullable


def _present(complete: Completion, field: Selected) -> Completion:
    def complete_present(run: Run, value: Any, place: Place) -> Any:
        done = complete(run, value, place)
        if done is None:
            raise TypeError(f"Cannot return null for non-nullable field {field.parent}.{field.name}.")
        return done

    return complete_present


@lru_cache(maxsize=512)
def _leaf(type_: Any) -> Completion:
    """One for all fields of the type."""

    def complete_leaf(run: Run, value: Any, place: Place) -> Any:
        coerced = type_.coerce_output_value(value)
        require_coerced(type_, value, coerced)
        return coerced

    return _nullable(complete_leaf)


def _list(field: Selected, item: GraphQLOutputType, complete_items: Completion) -> Completion:
    def complete_list(run: Run, value: Any, place: Place) -> Any:
        if is_async_iterable(value):
            iterator, path, info = value.__aiter__(), path_of(place), field.info(run, place)
            complete = run.executor.complete_async_iterator_value
            return complete(item, field.details, info, path, iterator, None)  # type: ignore[arg-type]
        if not is_iterable(value):
            name = f"{field.parent}.{field.name}"
            raise GraphQLError(f"Expected Iterable, but did not find one for field '{name}'.")
        return complete_items(run, value, place)

    return complete_list


def _object(field: Selected, type_: GraphQLObjectType, select: Completion) -> Completion:
    is_type_of = type_.is_type_of
    if is_type_of is None:
        return select
    own = classes_of(type_) or ()

    def check(run: Run, value: Any, place: Place, is_one: Any) -> Any:
        if not is_one:
            raise invalid_return_type_error(type_, value, field.details)
        return select(run, value, place)

    async def check_later(run: Run, value: Any, place: Place, is_one: Any) -> Any:
        done = check(run, value, place, await is_one)
        return await done if is_awaitable(done) else done

    def complete_object(run: Run, value: Any, place: Place) -> Any:
        if type(value) in own and getattr(value, CAST, None) is None:
            return select(run, value, place)
        is_one = is_type_of(value, field.info(run, place))
        return (check_later if is_awaitable(is_one) else check)(run, value, place, is_one)

    return complete_object


def _abstract(field: Selected, type_: GraphQLAbstractType, objects: Functions) -> Completion:
    complete_as = {one.name: _object(field, one, select) for one, select in objects.items()}
    selects = {cls: objects[one] for cls, one in types_by_class(type_, list(objects)).items()}

    def complete(run: Run, value: Any, place: Place, name: Any) -> Any:
        info = field.info(run, place)
        runtime_type = run.executor.ensure_valid_runtime_type(name, type_, field.details, info, value)
        return complete_as[runtime_type.name](run, value, place)

    async def complete_later(run: Run, value: Any, place: Place, name: Any) -> Any:
        done = complete(run, value, place, await name)
        return await done if is_awaitable(done) else done

    def complete_abstract(run: Run, value: Any, place: Place) -> Any:
        if (select := selects.get(type(value))) and getattr(value, CAST, None) is None:
            return select(run, value, place)
        resolve_type: Callable[..., Any] = type_.resolve_type or run.executor.type_resolver
        name = resolve_type(value, field.info(run, place), type_)
        return (complete_later if is_awaitable(name) else complete)(run, value, place, name)

    return complete_abstract
