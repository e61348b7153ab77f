"""Messages that never reached the reader count as SEEN with their neighbours: no gap tells of a block."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import pytest

from rules.events import EventKind
from schema.types.ids import Kind
from tests.api.provisioning import said, store
from tests.api.test_marks import messages, read, seen, talking
from tests.world import Person, World

Act = Callable[[Person, Person], Awaitable[Any]]


async def _read_first(bob: Person, alice: Person) -> Any:
    """Up to the oldest of alice's messages that bob still sees; the thread's first one is no such."""
    [first, *_] = [one for one in await messages(bob, alice) if one["text"].isdigit()]
    return await read(bob, alice, first["text"])


async def _say(bob: Person, alice: Person) -> Any:
    return await bob.send(alice, "mine")


async def _ask(bob: Person, alice: Person) -> Any:
    return await bob.request(alice, "mine")


async def _block(bob: Person, alice: Person) -> Any:
    return await bob.do("block", userId=alice.id)


async def _unblock(bob: Person, alice: Person) -> Any:
    return await bob.do("unblock", userId=alice.id)


async def _delete(bob: Person, alice: Person) -> Any:
    return await bob.do("delete", id=await bob.thread_id(alice))


async def _undo(bob: Person, alice: Person) -> Any:
    [(key,)] = await bob.world.rows("threads", "id")
    return await bob.do("undoDelete", id=bob.world.services.sealer.seal(Kind.THREAD, key))


async def _switch_on(bob: Person, alice: Person) -> Any:
    return await bob.do("updateReadReceipts", enabled=True)


async def _switch_off(bob: Person, alice: Person) -> Any:
    return await bob.do("updateReadReceipts", enabled=False)


async def _grow_young(bob: Person, alice: Person) -> Any:
    await store(bob.world, said("bob", birthDate="2020-01-01"))


async def _grow_up(bob: Person, alice: Person) -> Any:
    await store(bob.world, said("bob"))


WORDS: Mapping[str, Act] = {
    "reads": read,
    "reads-first": _read_first,
    "says": _say,
    "asks": _ask,
    "blocks": _block,
    "unblocks": _unblock,
    "deletes": _delete,
    "undoes": _undo,
    "shows": _switch_on,
    "hides": _switch_off,
    "too-young": _grow_young,
    "grown-up": _grow_up,
}
"""Acts of bob, to whom alice sends 1, 2, 3; the host corrects his birth date."""

STORIES = [
    ("sends reads", "1", 1),
    ("sends blocks sends sends unblocks", "", 0),
    ("sends blocks sends sends unblocks reads", "1 2 3", 1),
    ("blocks sends unblocks reads", "1", 1),
    ("blocks sends unblocks sends reads", "1 2", 1),
    ("sends reads blocks sends sends unblocks", "1", 1),
    ("sends reads blocks sends sends unblocks reads", "1 2 3", 2),
    ("sends reads blocks sends unblocks reads reads", "1 2", 2),
    ("sends blocks sends unblocks sends reads-first", "1", 1),
    ("sends blocks sends unblocks sends reads", "1 2 3", 1),
    ("sends sends blocks sends unblocks reads-first", "1", 1),
    ("sends sends blocks sends unblocks reads-first reads", "1 2 3", 2),
    ("sends sends blocks sends unblocks reads reads-first", "1 2 3", 1),
    ("sends says blocks sends sends unblocks", "1", 0),
    ("sends says blocks sends sends unblocks reads", "1 2 3", 1),
    ("sends says blocks sends sends unblocks reads-first", "1", 0),
    ("sends blocks sends unblocks says", "1 2", 0),
    ("sends blocks sends unblocks asks", "1 2", 0),
    ("blocks sends unblocks asks blocks sends unblocks reads", "1 2", 1),
    ("sends blocks sends reads", "", 0),
    ("sends blocks sends reads unblocks", "", 0),
    ("sends blocks sends reads unblocks reads", "1 2", 1),
    ("sends deletes sends blocks sends unblocks reads", "1 2 3", 1),
    ("sends deletes sends blocks sends unblocks reads-first", "1 2 3", 1),
    ("sends deletes undoes blocks sends unblocks reads", "1 2", 1),
    ("sends deletes sends undoes blocks sends unblocks reads-first", "1", 1),
    ("sends deletes blocks sends unblocks asks", "1 2", 0),
    ("sends too-young sends sends grown-up", "", 0),
    ("sends too-young sends sends grown-up reads", "1 2 3", 1),
    ("sends too-young sends reads", "1 2", 1),
    ("sends too-young sends grown-up sends reads-first", "1", 1),
    ("sends too-young sends grown-up says", "1 2", 0),
    ("sends blocks sends unblocks hides reads", "", 0),
    ("sends blocks sends unblocks hides reads shows reads", "1 2", 1),
    ("sends blocks sends hides sends shows unblocks reads", "1 2", 1),
    ("hides sends blocks sends shows sends unblocks reads", "3", 1),
    ("sends hides blocks sends shows unblocks says", "1", 0),
]
"""Then: which are SEEN, and how often alice was told by a ThreadSeen."""


@pytest.mark.shows("7.20", "7.21", "7.38")
@pytest.mark.parametrize(("story", "expected", "told"), STORIES)
async def test_what_sank_is_seen_with_the_newest(world: World, story: str, expected: str, told: int) -> None:
    alice, bob = await talking(world, "alice", "bob")
    sent = 0
    for word in story.split():
        if word == "sends":
            sent += 1
            await alice.send(bob, str(sent))
        else:
            await WORDS[word](bob, alice)
    found = {one["text"]: one["receipt"] for one in await messages(alice, bob) if one["text"].isdigit()}
    assert len(found) == sent
    assert " ".join(text for text, receipt in found.items() if receipt == "SEEN") == expected
    events = await world.rows(
        "user_events", "seq", f"user_id = {alice.key} AND kind = {int(EventKind.THREAD_SEEN)}"
    )
    assert len(events) == told


@pytest.mark.shows("7.20")
async def test_a_send_that_sinks_moves_no_mark(world: World) -> None:
    alice, bob = await talking(world, "alice", "bob")
    await alice.send(bob, "1")
    await store(world, said("alice", birthDate="2020-01-01"))
    await bob.send(alice, "mine")
    await store(world, said("alice"))
    assert await seen(alice, bob) == []
    await read(bob, alice)
    assert await seen(alice, bob) == ["1"]
