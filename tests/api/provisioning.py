"""The host app's token, and its facts about people."""

from typing import Any

from tests.api.sending import invalid
from tests.world import Person, World


def host(world: World) -> Person:
    """The host app itself: its token names no user."""
    return Person(world, "the-app", 0, roles=("service",))


def said(name: str, **more: Any) -> dict[str, Any]:
    """The host's facts about a user who can send and receive; `more` replaces them."""
    known = {
        "subject": f"host-{name}",
        "username": name,
        "displayName": name.title(),
        "birthDate": "1990-01-01",
        "phoneVerified": True,
        "createdAt": "2025-01-28T12:00:00+00:00",
    }
    return known | more


def follow(follower: str, followee: str) -> dict[str, str]:
    return {"follower": f"host-{follower}", "followee": f"host-{followee}"}


async def store(world: World, *users: dict[str, Any]) -> None:
    """The host makes or overwrites users."""
    found = await host(world).do("upsertUsers", users=list(users))
    assert (found["__typename"], found["count"]) == ("UpsertUsersSuccess", len(users)), found


def of(world: World, name: str) -> Person:
    """A user whom the host made."""
    return Person(world, name, 0)


def unfit(reason: str, *fields: str, bound: int | None = None) -> dict[str, Any]:
    """The answer to the host for fields that cannot be stored; `reason` is that of the first."""
    return invalid(fields[0], reason, bound) | {"fields": list(fields)}


async def person(world: World, name: str) -> Person:
    """One whom the host made."""
    [(key,)] = await world.rows("users", "id", f"host_id = 'host-{name}'")
    return Person(world, name, key)


async def refused(world: World, *users: dict[str, Any]) -> Any:
    """The answer to the host; nothing is stored."""
    before = await world.rows("users")
    async with world.unchanged():
        found = await host(world).do("upsertUsers", users=list(users))
    assert await world.rows("users") == before
    return found
