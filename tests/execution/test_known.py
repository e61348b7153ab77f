"""A query whose body, or its beginning, is known is answered as one that is read again: by a server that keeps none."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from random import Random
from typing import Any

import orjson
import pytest
from graphql import OperationType, parse

from server.documents import hash_of
from server.service import SERVICE
from tests.api.samples import Samples
from tests.execution.test_doorstep import S, scalars_of
from tests.execution.walks import Scalars, Walk
from tests.services import UNBOUND, serving
from tests.world import QUERIES, Person, World, operation

NAMES = [
    path.stem
    for path in sorted(QUERIES.glob("*.graphql"))
    if parse(path.read_text()).definitions[0].operation is OperationType.QUERY  # type: ignore[attr-defined]
]
STRANGE: list[Any] = [None, 1, -1, 2**40, "", "text", True, [], ["a"], {}, {"more": 1}, 1.5, "😀"]
TIMES = 5
Answer = tuple[int, str | None, bytes]


@dataclass
class Pair:
    """Two servers of one world; the second keeps nothing."""

    worlds: list[World]
    askers: list[Person | None]

    async def ask(self, body: bytes, asker: Person | None) -> list[Answer]:
        headers = {"Content-Type": "application/json"} | ({"Authorization": asker.token} if asker else {})
        answers: list[Answer] = []
        for world in self.worlds:
            async with world.client.post(world.url, data=body, headers=headers) as answer:
                answers.append((answer.status, answer.content_type, await answer.read()))
        return answers

    @property
    def known(self) -> int:
        bodies = self.worlds[0].app[SERVICE].bodies
        return min(len(bodies._whole), len(bodies._begun))


@pytest.fixture
async def pair(inhabited: World) -> AsyncIterator[Pair]:
    """People in several roles, the host app, one without a token, and one whom no one knows."""
    alice, bob, _, dave = inhabited.people.values()
    askers = [
        alice,
        replace(alice, roles=("moderator",)),
        bob,
        replace(bob, roles=("service",)),
        replace(bob, name="app", roles=("service",)),
        replace(bob, name="no one"),
        dave,
        None,
    ]
    async with AsyncExitStack() as opened:
        rates = replace(UNBOUND, cost=3_000)
        worlds = [await opened.enter_async_context(serving(inhabited.services, rates=rates)) for _ in "ab"]
        worlds[1].app[SERVICE].bodies.learn = lambda *_: None  # type: ignore[method-assign]
        yield Pair(worlds, askers)


def spoilt(random: Random, variables: dict[str, Any]) -> dict[str, Any]:
    """Some wrong, some missing, some more."""
    changed = {name: value for name, value in variables.items() if random.random() < 0.8}
    for name in [*changed, "other"]:
        if random.random() < 0.3:
            changed[name] = random.choice(STRANGE)
    return changed


def drawn(random: Random, scalars: Scalars) -> dict[str, Any]:
    """The value of a body: an operation of the front ends by its text or hash, or a random one."""
    if random.random() < 0.5:
        walk = Walk(S, random, scalars)
        text = walk.operation(OperationType.QUERY)
        variables = walk.variables
    else:
        text = operation(random.choice(NAMES))
        known = {name: draw(random) for name, draw in scalars.items()}
        variables = Samples(random.random() < 0.5, known).variables(text)
    if random.random() < 0.5:
        variables = spoilt(random, variables)
    named = random.random()
    if named < 0.3:
        given = {"documentId": hash_of(text)}
    elif named < 0.6:
        given = {"query": text, "documentId": hash_of(text)}
    else:
        given = {"query": text}
    return {**given, "variables": random.choice([variables, variables, variables, None])}


async def test_a_known_query_is_answered_as_an_unknown_one(
    pair: Pair, inhabited: World, examples: int
) -> None:
    scalars = await scalars_of(inhabited)
    for seed in range(inhabited.database.dialect == "postgres", examples * 4, 2):
        random = Random(seed)
        body = orjson.dumps(drawn(random, scalars))
        for _ in range(TIMES):
            asker = random.choice(pair.askers)
            known, read = await pair.ask(body, asker)
            assert known == read, (seed, body, asker and (asker.name, asker.roles))
    assert pair.known
