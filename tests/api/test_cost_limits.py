"""An operation that could ask for too much, and an answer that would be too large, are refused (behaviour 15)."""

from dataclasses import replace

import aiohttp
import pytest

from server.app import assemble, make_schema
from server.costs import VALUE
from server.rates import Rates
from server.settings import Settings
from server.transport.wire import Runner
from tests.api.costs import LIMIT, cost
from tests.services import UNBOUND, listening
from tests.world import Person, World

DEEP = (
    "{ thread(id: 1) { messages(first: 100) { edges { node { thread { messages(first: 100) { edges { node { "
    "thread { messages(first: 100) { edges { node { id } } } } } } } } } } } } }"
)


@pytest.fixture
def rates() -> Rates:
    return replace(UNBOUND, cost=LIMIT)


@pytest.mark.shows("15.2")
async def test_an_operation_over_the_limit_is_refused_before_it_runs(world: World) -> None:
    [alice] = await world.cast("alice")

    answer = await alice.ask(DEEP)

    [error] = answer["errors"]
    assert "data" not in answer
    assert error["extensions"] == {"code": "COST_LIMIT_EXCEEDED", "cost": cost(DEEP), "limit": LIMIT}


@pytest.mark.shows("15.2")
async def test_a_mutation_over_the_limit_does_nothing(world: World) -> None:
    [alice] = await world.cast("alice")
    many = " ".join(
        f"a{n}: inbox(first: 100) {{ edges {{ node {{ id peer {{ id }} }} }} }}" for n in range(20)
    )
    asked = "mutation { " + " ".join(
        f"m{n}: updateDmAudience(input: {{audience: NO_ONE}}) {{ ... on Success {{ query {{ {many} }} }} }}"
        for n in range(1)
    )
    text = asked.replace("... on Success", "... on UpdateDmAudienceSuccess") + " }"

    async with world.unchanged():
        answer = await alice.ask(text)

    assert answer["errors"][0]["extensions"]["code"] == "COST_LIMIT_EXCEEDED"


@pytest.mark.shows("15.2")
async def test_a_subscription_over_the_limit_is_refused(world: World) -> None:
    [alice] = await world.cast("alice")
    thread = "thread { messages(first: 100) { edges { node { text } } } }"
    text = f"subscription {{ events {{ ... on ThreadRead {{ {thread} }} }} }}"

    async with world.client.ws_connect(world.url, protocols=["graphql-transport-ws"]) as ws:
        await ws.send_json({"type": "connection_init", "payload": {"Authorization": alice.token}})
        await ws.receive_json()
        await ws.send_json({"type": "subscribe", "id": "1", "payload": {"query": text}})
        message = await ws.receive_json()

    assert message["type"] == "error"
    assert message["payload"][0]["extensions"]["code"] == "COST_LIMIT_EXCEEDED"


@pytest.mark.shows("15.4")
async def test_the_demo_says_what_was_counted(database_url: str) -> None:
    app = await assemble(Settings(port=0, demo=True, database_url=database_url))
    async with (
        listening(Runner(app)) as url,
        aiohttp.ClientSession(url) as client,
        client.post("/graphql", json={"query": "{__typename}"}) as answer,
    ):
        assert (await answer.json())["extensions"] == {"cost": VALUE}


async def test_only_the_demo_says_what_was_counted() -> None:
    result = await make_schema(introspection=True).execute("{ __typename }")

    assert result.extensions is None


LONG = "\x01a" * 1_000
"""2,000 code points, of which JSON makes 7,000 bytes."""


async def _long_thread(world: World) -> tuple[Person, Person]:
    alice, bob = await world.cast("alice", "bob")
    await alice.opens(bob)
    for _ in range(5):
        await alice.send(bob, LONG)
    return alice, bob


MANY = " ".join(f"a{number}: text" for number in range(60))
READ = f"messages(last: 10) {{ edges {{ node {{ {MANY} }} }} }}"


@pytest.mark.shows("15.5")
async def test_an_answer_over_two_megabytes_is_refused(world: World) -> None:
    alice, bob = await _long_thread(world)

    answer = await alice.ask(f'{{ user(username: "{bob.name}") {{ threadWithMe {{ {READ} }} }} }}')

    [error] = answer["errors"]
    assert answer["data"] is None
    assert error["extensions"] == {"code": "ANSWER_TOO_LARGE"}


@pytest.mark.shows("15.5", "15.15")
async def test_a_mutation_whose_answer_is_too_large_says_that_it_is_done(world: World) -> None:
    alice, bob = await _long_thread(world)
    input = f'input: {{ threadId: "{await alice.thread_id(bob)}", muted: true }}'

    answer = await alice.ask(
        f"mutation {{ mute({input}) {{ ... on MuteSuccess {{ thread {{ {READ} }} }} }} }}"
    )

    [error] = answer["errors"]
    assert answer["data"] == {"mute": None}
    assert (error["path"], error["extensions"]["code"]) == (["mute"], "ANSWER_TOO_LARGE")
    assert error["extensions"]["committed"] is True
    assert (await alice.run("thread", id=await alice.thread_id(bob)))["isMuted"]
    async with alice.listen("events", after=error["extensions"]["eventCursor"]) as stream:
        assert await stream.is_quiet(), "the cursor is that after the mutation"
