"""A field that fails ends its siblings, but no read that other fields wait for."""

import asyncio

import pytest

from resolvers.loaders import Loader
from tests.world import World

BUTTONS = "edges { node { peer { followsMe messageability { action } threadWithMe { id } } } }"
FORGED = 'messages(after: "forged") { edges { cursor } }'
TWICE = f"""{{
    wrong: inbox {{ {BUTTONS} edges {{ node {{ {FORGED} lastMessage {{ thread {{ id }} sender {{ id }} }} }} }} }}
    right: inbox {{ {BUTTONS} edges {{ node {{ lastMessage {{ thread {{ id }} sender {{ id followsMe }} }} }} }} }}
}}"""


async def test_what_shares_rows_with_a_field_that_fails_is_answered_whole(world: World) -> None:
    """On PostgreSQL the connection was closed without an answer."""
    alice, *others = await world.cast("alice", "bob", "carol")
    for other in others:
        await alice.opens(other)
    alone = await alice.ask(f"{{ right: {TWICE.partition('right: ')[2]}")
    for _ in range(3):
        answer = await alice.ask(TWICE)
        assert answer["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"
        assert answer["data"] == {"wrong": None, "right": alone["data"]["right"]}


@pytest.mark.parametrize("is_dispatched", [False, True])
async def test_who_is_cancelled_leaves_the_others_their_value(is_dispatched: bool) -> None:
    """Also a batch whose keys another batch loads."""
    may_end = asyncio.Event()

    async def inner(keys: list[int]) -> list[int]:
        await may_end.wait()
        return keys

    async def outer(keys: list[int]) -> list[int]:
        return list(await loads.load_many(keys))

    loads, made = Loader(inner), Loader(outer)

    async def ask(loader: Loader[int, int]) -> int:
        return await loader.load(1)

    first, second, third = (asyncio.create_task(ask(one)) for one in (loads, loads, made))
    for _ in range(5 * is_dispatched):
        await asyncio.sleep(0)
    first.cancel()
    may_end.set()
    async with asyncio.timeout(5):
        assert (await second, await third) == (1, 1)
