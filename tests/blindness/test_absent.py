"""Things of other users look like things that never were, for every operation that takes an id and every kind of id."""

from collections.abc import AsyncIterator, Mapping
from typing import Any

import pytest
from graphql import (
    GraphQLInputType,
    get_named_type,
    get_nullable_type,
    is_list_type,
)

from schema.types.ids import Kind
from tests.api.samples import Samples
from tests.blindness.documents import document, input_of, root_fields
from tests.blindness.names import resolve
from tests.blindness.watched import Setting, Watched, watched_world
from tests.databases import Source
from tests.live.acts import act
from tests.world import World

STORY = [
    *("bob requests carol", "carol accepts bob", "carol sends bob"),
    *("dave requests carol", "carol bans bob"),
]
OTHERS = {
    Kind.THREAD: "$thread:bob-carol",
    Kind.MESSAGE: "$message:bob-carol",
    Kind.REQUEST: "$request:carol-dave",
    Kind.SENT_REQUEST: "$sent:dave-carol",
    Kind.REPORT: "$report:carol-bob",
    Kind.MODERATION_ACTION: "$action:bob",
    Kind.VIEWER: "$viewer:bob",
}
"""All kinds of nodes but users, whom everybody may see; alice has no part in any."""
SAMPLES = Samples(known={"asOf": "$cursor:alice"})
"""Values for inputs of a mutation that are no ids."""


def _is_id(type_: GraphQLInputType) -> bool:
    return str(get_named_type(type_)) == "ID"


def _variables(name: str, id: str) -> dict[str, Any]:
    """The id in every place that takes one; nothing for an operation that has no such place."""
    if name in root_fields("Query"):
        return _with({key: argument.type for key, argument in root_fields("Query")[name].args.items()}, id)
    kind = input_of(name)
    given = _with({key: field.type for key, field in kind.fields.items()}, id)
    return {"input": SAMPLES.input(kind) | given} if given else {}


def _with(types: Mapping[str, GraphQLInputType], id: str) -> dict[str, Any]:
    return {
        name: [id] if is_list_type(get_nullable_type(type_)) else id
        for name, type_ in types.items()
        if _is_id(type_)
    }


NAMES = [name for root in ("Query", "Mutation") for name in root_fields(root) if _variables(name, "")]


@pytest.fixture
async def watched(source: Source) -> AsyncIterator[Watched]:
    async with watched_world(source, Setting()) as watched:
        await watched.world.cast("alice", "bob", "carol", "dave")
        for line in STORY:
            await act(watched.world, line)
        await watched.world.people["alice"].run("viewer")
        yield watched


@pytest.mark.shows("10.17")
async def test_anothers_looks_like_an_absent_one(watched: Watched) -> None:
    world, alice = watched.world, watched.world.people["alice"]
    told = []
    for name in NAMES:
        for kind, id in OTHERS.items():
            answers = [
                await watched.ask(alice, document(name), await resolve(world, _variables(name, one)))
                for one in (id, _nothing(world, kind))
            ]
            told += [(name, kind, answers)] if answers[0] != answers[1] else []
    assert told == []


def _nothing(world: World, kind: Kind) -> str:
    return world.services.sealer.seal(kind, 10**9)
