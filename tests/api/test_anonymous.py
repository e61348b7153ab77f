"""Without a token the first error is that, whatever else is wrong."""

from typing import Any

import pytest
from graphql import GraphQLEnumType, GraphQLInputObjectType, GraphQLList, GraphQLNonNull

from tests.printed import SCHEMA
from tests.world import World

MUTATIONS: Any = SCHEMA.mutation_type
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
