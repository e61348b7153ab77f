"""Without a token the first error is that, whatever else is wrong."""

from typing import Any

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    Undefined,
    get_named_type,
    is_leaf_type,
)

from tests.printed import SCHEMA
from tests.world import World

MUTATIONS: Any = SCHEMA.mutation_type
QUERIES: Any = SCHEMA.query_type
TOO_LONG = "x" * 501
SCALARS = {
    "Boolean": False,
    "Int": 0,
    "DateTime": "2026-01-01T00:00:00Z",
    "Date": "2026-01-01",
    "EventCursor": "a" * 32,
}


def wrong(type: Any) -> Any:
    """A value of the right type that nothing can be done with."""
    match type:
        case GraphQLNonNull():
            return wrong(type.of_type)
        case GraphQLList():
            return [wrong(type.of_type)]
        case GraphQLEnumType():
            return next(iter(type.values))
        case GraphQLInputObjectType():
            fields = list(type.fields.items())[: 1 if type.is_one_of else None]
            return {name: wrong(field.type) for name, field in fields}
    return SCALARS.get(type.name, "")


@pytest.mark.shows("2.2")
@pytest.mark.parametrize("name", MUTATIONS.fields)
async def test_signing_in_comes_before_all_else(world: World, name: str) -> None:
    argument = MUTATIONS.fields[name].args["input"]
    answer = await world.anonymous(name, input=wrong(argument.type))
    assert [error["extensions"]["code"] for error in answer["errors"]] == ["UNAUTHENTICATED"]
    assert answer["data"] == {name: None}


def asked(name: str, given: dict[str, Any]) -> dict[str, Any]:
    """A query of one field with these of its arguments."""
    field = QUERIES.fields[name]
    types = ", ".join(f"${one}: {field.args[one].type}" for one in given)
    values = ", ".join(f"{one}: ${one}" for one in given)
    below = "" if is_leaf_type(get_named_type(field.type)) else "{ __typename }"
    text = f"query({types}) {{ {name}({values}) {below} }}" if given else f"{{ {name} {below} }}"
    return {"query": text, "variables": given}


def far_out(type: Any) -> list[Any]:
    """Values of an argument's type that are refused, or that name nothing."""
    if isinstance(type, GraphQLNonNull):
        return far_out(type.of_type)
    if isinstance(type, GraphQLList):
        return [[], [""] * 101]
    return [wrong(type), *[TOO_LONG] * (str(type) in {"String", "ID"})]


@pytest.mark.shows("2.2")
@pytest.mark.parametrize("name", QUERIES.fields)
async def test_signing_in_comes_before_all_that_is_wrong_with_a_query(world: World, name: str) -> None:
    args = QUERIES.fields[name].args
    least = {one: wrong(of.type) for one, of in args.items() if isinstance(of.type, GraphQLNonNull)}
    least = {one: value for one, value in least.items() if args[one].default_value is Undefined}
    for given in [least, *[least | {one: far} for one, of in args.items() for far in far_out(of.type)]]:
        async with world.client.post(world.url, json=asked(name, given)) as answer:
            found = await answer.json()
        assert [error["extensions"]["code"] for error in found["errors"]] == ["UNAUTHENTICATED"], given
        assert found["data"] == {name: None}
