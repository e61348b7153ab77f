"""A listener on one process hears what is done on another."""

import pytest

from tests.api.provisioning import host, said, store
from tests.world import Person, World

PROMISED = 5
"""Seconds in which a listener that may no longer listen hears nothing more, at any process."""


def at(world: World, person: Person) -> Person:
    """The same person, at another process."""
    return Person(world, person.name, person.key, person.roles)


async def test_messages_come_from_process_to_process_in_order(worlds: list[World]) -> None:
    here, there = worlds
    alice, bob = await here.cast("alice", "bob")
    await alice.opens(bob)
    async with at(there, bob).listen("messageAdded") as stream:
        texts = [f"message {number}" for number in range(30)]
        for text in texts:
            await alice.send(bob, text)
        assert [item["message"]["text"] for item in await stream.items(len(texts))] == texts


async def test_an_accept_is_heard_on_the_other_process(worlds: list[World]) -> None:
    here, there = worlds
    alice, bob = await here.cast("alice", "bob")
    async with (
        at(there, alice).listen("requestAccepted") as accepted,
        at(there, bob).listen("requestReceived") as received,
    ):
        await alice.request(bob)
        assert (await received.item())["__typename"] == "RequestReceived"
        await bob.accept(alice)
        assert (await accepted.item())["__typename"] == "RequestAccepted"


@pytest.mark.parametrize("leaves", ["is deactivated", "is erased"])
async def test_a_stream_ends_when_its_user_leaves_elsewhere(worlds: list[World], leaves: str) -> None:
    here, there = worlds
    (bob,) = await here.cast("bob")
    async with at(there, bob).listen("events") as stream:
        if leaves == "is erased":
            await host(here).do("eraseUser", subject="host-bob")
        else:
            await store(here, said("bob", isActive=False))
        assert (await stream.ws.receive(timeout=PROMISED)).data == 4403
