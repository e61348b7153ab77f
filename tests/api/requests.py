"""A sender with a request, and the result."""

from typing import Any

from tests.world import Person, World


async def asked(world: World) -> tuple[Person, Person, str]:
    """Alice has asked bob; the id of the request."""
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob, "hello")
    return alice, bob, await bob.request_id(alice)


async def counts(person: Person) -> list[int]:
    """How many rows the person's inbox, requests and sent requests have."""
    return [len(await person.nodes(name)) for name in ("inbox", "requests", "sentRequests")]


def code(result: Any) -> str:
    return str(result["code"])
