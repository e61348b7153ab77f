"""Three messages before an accept, for ever."""

import pytest

from tests.api.sending import CAPPED, Deed, delete_request, left_of
from tests.world import Person, World


async def time(alice: Person, bob: Person) -> None:
    alice.world.clock.advance(days=400)


async def delete_of_the_request(alice: Person, bob: Person) -> None:
    await delete_request(bob, alice)


async def delete_and_undo(alice: Person, bob: Person) -> None:
    id = await bob.request_id(alice)
    await bob.do("delete", id=id)
    assert (await bob.do("undoDelete", id=id))["__typename"] == "UndoDeleteSuccess"


async def never(alice: Person, bob: Person) -> None:
    await delete_request(bob, alice, never=True)


async def delete_of_the_own_thread(alice: Person, bob: Person) -> None:
    await alice.do("delete", id=await alice.thread_id(bob))


async def block_by_the_recipient(alice: Person, bob: Person) -> None:
    await bob.do("block", userId=alice.id)


async def block_and_unblock_by_the_recipient(alice: Person, bob: Person) -> None:
    await bob.do("block", userId=alice.id)
    await bob.do("unblock", userId=alice.id)


async def block_and_unblock_by_the_sender(alice: Person, bob: Person) -> None:
    await alice.do("block", userId=bob.id)
    await alice.do("unblock", userId=bob.id)


async def follow_by_the_sender(alice: Person, bob: Person) -> None:
    await alice.do("follow", userId=bob.id)


async def follow_by_the_recipient(alice: Person, bob: Person) -> None:
    await bob.do("follow", userId=alice.id)


async def audience(alice: Person, bob: Person) -> None:
    await bob.do("updateDmAudience", audience="NO_ONE")
    await bob.do("updateDmAudience", audience="EVERYONE")


DEEDS: list[Deed] = [
    time,
    delete_of_the_request,
    delete_and_undo,
    never,
    delete_of_the_own_thread,
    block_by_the_recipient,
    block_and_unblock_by_the_recipient,
    block_and_unblock_by_the_sender,
    follow_by_the_sender,
    audience,
]


@pytest.mark.shows("4.30", "4.58")
@pytest.mark.parametrize("deed", [*DEEDS, follow_by_the_recipient])
async def test_nothing_refills_a_spent_cap(world: World, deed: Deed) -> None:
    alice, bob = await world.cast("alice", "bob")
    for _ in range(3):
        await alice.request(bob)
    await deed(alice, bob)
    async with world.unchanged():
        assert await alice.request(bob) == CAPPED
        if deed is not delete_of_the_own_thread:
            assert await alice.send(bob) == CAPPED


@pytest.mark.shows("4.58", "5.22")
@pytest.mark.parametrize("deed", DEEDS)
async def test_nothing_refills_a_begun_cap(world: World, deed: Deed) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    await deed(alice, bob)
    assert left_of(await alice.request(bob)) == ("PENDING", 1)
    assert left_of(await alice.send(bob)) == ("PENDING", 0)
    async with world.unchanged():
        assert await alice.request(bob) == CAPPED
    assert (await alice.user(bob))["threadWithMe"]["messagesLeftBeforeAccept"] == 0


async def accept(alice: Person, bob: Person) -> None:
    await bob.accept(alice)


async def reply(alice: Person, bob: Person) -> None:
    await bob.send(alice)


async def own_request(alice: Person, bob: Person) -> None:
    await bob.request(alice)


async def request_after_a_delete(alice: Person, bob: Person) -> None:
    await delete_request(bob, alice, never=True)
    await bob.request(alice)


@pytest.mark.shows("4.45", "4.59")
@pytest.mark.parametrize("deed", [accept, reply, own_request, request_after_a_delete])
async def test_an_accept_lifts_it(world: World, deed: Deed) -> None:
    alice, bob = await world.cast("alice", "bob")
    for _ in range(3):
        await alice.request(bob)
    assert await alice.request(bob) == CAPPED
    await deed(alice, bob)
    assert [left_of(await alice.send(bob)) for _ in range(4)] == [("OPEN", None)] * 4
    assert (await alice.user(bob))["threadWithMe"]["messagesLeftBeforeAccept"] is None


@pytest.mark.shows("4.30")
async def test_each_pair_and_each_direction_has_its_own(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    for _ in range(3):
        await alice.request(bob)
    assert left_of(await alice.request(carol)) == ("PENDING", 2)
    assert left_of(await carol.request(bob)) == ("PENDING", 2)
    assert await alice.request(bob) == CAPPED
    assert left_of(await bob.request(alice)) == ("OPEN", None)


@pytest.mark.shows("4.1", "4.30")
async def test_both_mutations_count_together(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    answers = [await alice.request(bob), await alice.send(bob), await alice.send(bob)]
    assert [left_of(answer) for answer in answers] == [("PENDING", 2), ("PENDING", 1), ("PENDING", 0)]
    async with world.unchanged():
        assert await alice.send(bob) == await alice.request(bob) == CAPPED
