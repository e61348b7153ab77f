"""A document that may run is refused where its variables make it cost too much, in whatever way it is asked."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest

from server.admission import Gate
from server.rates import Rates
from tests.services import UNBOUND
from tests.world import Person, World

PAGE = "inbox(first: $first) { edges { node { id peer { id username } lastMessage { id text } } } }"
READ = f"query ($first: Int) {{ {PAGE} }}"
WRITTEN = (
    "mutation ($first: Int) { updateReadReceipts(input: {enabled: false}) "
    f"{{ ... on UpdateReadReceiptsSuccess {{ query {{ {PAGE} }} }} }} }}"
)
HEARD = (
    "subscription ($first: Int) { events { ... on ThreadRead "
    "{ thread { messages(first: $first) { edges { node { text } } } } } } }"
)
EVENTS, PARTS = "text/event-stream", "multipart/mixed;subscriptionSpec=1.0"

Way = Callable[[Person, str, int], Awaitable[str]]


@pytest.fixture
def rates() -> Rates:
    return replace(UNBOUND, cost=1_600)


async def post(person: Person, text: str, first: int, accept: str = "*/*", *, batch: bool = False) -> str:
    asked: Any = {"query": text, "variables": {"first": first}}
    headers = {"Authorization": person.token, "Accept": accept}
    client, url = person.world.client, person.world.url
    async with client.post(url, json=[asked] if batch else asked, headers=headers) as answer:
        return await answer.text()


async def get(person: Person, text: str, first: int) -> str:
    asked = {"query": text, "variables": json.dumps({"first": first})}
    headers = {"Authorization": person.token}
    async with person.world.client.get(person.world.url, params=asked, headers=headers) as answer:
        return await answer.text()


async def in_batch(person: Person, text: str, first: int) -> str:
    return await post(person, text, first, batch=True)


async def in_events(person: Person, text: str, first: int) -> str:
    return await post(person, text, first, EVENTS)


async def in_parts(person: Person, text: str, first: int) -> str:
    return await post(person, text, first, PARTS)


async def on_socket(person: Person, text: str, first: int) -> str:
    async with person.world.client.ws_connect(person.world.url, protocols=["graphql-transport-ws"]) as socket:
        await socket.send_json({"type": "connection_init", "payload": {"Authorization": person.token}})
        await socket.receive_json()
        asked = {"query": text, "variables": {"first": first}}
        await socket.send_json({"type": "subscribe", "id": "1", "payload": asked})
        return await socket.receive_str()


@pytest.mark.shows("15.2")
@pytest.mark.parametrize(
    ("text", "ways"),
    [
        (READ, (post, post, post, get, in_batch, in_events, in_parts, on_socket)),
        (WRITTEN, (post, in_batch, in_events, in_parts, on_socket)),
        (HEARD, (in_events, in_parts, on_socket)),
    ],
    ids=["query", "mutation", "subscription"],
)
async def test_what_may_run_is_refused_with_other_variables(
    world: World, monkeypatch: pytest.MonkeyPatch, text: str, ways: tuple[Way, ...]
) -> None:
    [alice] = await world.cast("alice")
    assert "COST_LIMIT_EXCEEDED" not in await on_socket(alice, text, 1)
    refused = 0

    def count(_: Gate) -> None:
        nonlocal refused
        refused += 1

    monkeypatch.setattr(Gate, "count_refusal", count)
    async with world.unchanged():
        for way in ways:
            assert "COST_LIMIT_EXCEEDED" in await way(alice, text, 100), way
    assert refused == len(ways)
