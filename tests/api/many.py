"""A recipient of many requests, and mutations on all of them."""

from typing import Any

from tests.world import Person, World

FOLDERS = ("REQUESTS", "HIDDEN", "ARCHIVED")
LINK = "look at example.com"
BOTH = ("acceptRequests", "deleteRequests")
ALL = {"filter": {"all": True}}


async def asked_by(world: World, *names: str) -> list[Person]:
    """Bob, and the senders of requests to him, in this order."""
    bob, *others = await world.cast("bob", *names)
    for other in others:
        await other.request(bob)
    return [bob, *others]


async def now(person: Person) -> str:
    """The cursor of a page of requests."""
    return str((await person.run("requests"))["eventCursor"])


async def waiting(person: Person) -> list[str]:
    """The users who wait for an answer, in any folder."""
    found = [node for folder in FOLDERS for node in await person.nodes("requests", folder=folder)]
    return [node["sender"]["username"] for node in found]


async def ids(person: Person, *senders: Person) -> list[str]:
    """The ids of their requests."""
    return [await person.request_id(sender) for sender in senders]


async def sweep(person: Person, name: str, **given: Any) -> tuple[int, int]:
    """How many one call took, and how many remain; as of now unless given."""
    result = await person.do(name, **{"asOf": await now(person), **given})
    assert result["__typename"] == f"{name[0].upper()}{name[1:]}Success", result
    return result["count"], result["remaining"]


async def delete_all(person: Person, **given: Any) -> str:
    """The undo id of a delete of all that waits."""
    result = await person.do("deleteRequests", **{"asOf": await now(person), "requests": ALL, **given})
    return str(result["undoId"])
