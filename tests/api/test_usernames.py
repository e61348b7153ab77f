"""Usernames of the host app's users: each is of one user, however it is written."""

from typing import Any

import pytest

from rules.provisioning import same_username
from tests.api.provisioning import host, person, refused, said, store, unfit
from tests.world import World


@pytest.mark.shows("2.3")
async def test_usernames_change_hands_within_a_call(world: World) -> None:
    await store(world, said("alice"), said("bob"), said("carol"))
    await store(
        world, said("alice", username="bob"), said("bob", username="carol"), said("carol", username="alice")
    )
    names = dict(await world.rows("users", "host_id, username"))
    assert names == {"host-alice": "bob", "host-bob": "carol", "host-carol": "alice"}
    await store(world, said("dave", username="bob"), said("alice", username="al"))
    assert dict(await world.rows("users", "username, host_id"))["bob"] == "host-dave"


@pytest.mark.shows("2.28")
async def test_a_username_is_of_one(world: World) -> None:
    await store(world, said("alice"), said("bob"))
    assert await refused(world, said("carol"), said("dave", username="bob")) == unfit(
        "TAKEN", "users[1].username"
    )
    assert await refused(world, said("bob", username="alice")) == unfit("TAKEN", "users[0].username")
    assert await refused(world, said("carol"), said("dave", username="carol")) == unfit(
        "DUPLICATE", "users[1].username"
    )
    assert await refused(world, said("carol"), said("carol", username="c")) == unfit(
        "DUPLICATE", "users[1].subject"
    )


@pytest.mark.shows("2.28")
@pytest.mark.parametrize(
    "same", ["Alice", "ALICE", "ａｌｉｃｅ", "al\u200bice", "al\u00adice", "alice\ufe0f"]
)
async def test_usernames_that_only_look_unlike_are_the_same(world: World, same: str) -> None:
    await store(world, said("alice"), said("bob"))
    assert await refused(world, said("carol", username=same)) == unfit("TAKEN", "users[0].username")
    assert await refused(world, said("bob", username=same)) == unfit("TAKEN", "users[0].username")
    twice = (said("carol", username="zoë"), said("dave", username="ZOË"))
    assert await refused(world, *twice) == unfit("DUPLICATE", "users[1].username")
    await store(world, said("alice", username=same), said("dave", username="alicé"))
    assert (await host_user(world, "bob", "aLiCe"))["username"] == same
    await store(world, said("alice", username="zoë"), said("carol", username="Alice"))
    assert await host_user(world, "bob", same) == {"username": "Alice", "displayName": "Carol"}
    assert await host_user(world, "bob", "alicé") == {"username": "alicé", "displayName": "Dave"}


@pytest.mark.shows("2.28", "2.23")
async def test_who_is_erased_keeps_no_username(world: World) -> None:
    await store(world, said("alice"), said("bob"))
    await host(world).do("eraseUser", subject="host-alice")
    users = [said("carol", username="ALICE"), said("alice", username="BOB"), said("dave")]
    assert (await host(world).do("upsertUsers", users=users))["count"] == 2
    assert dict(await world.rows("users", "host_id, username", "username IS NOT NULL")) == {
        "host-bob": "bob",
        "host-carol": "ALICE",
        "host-dave": "dave",
    }


@pytest.mark.shows("2.3", "2.28")
async def test_who_is_erased_spoils_no_batch(world: World) -> None:
    """Its entry is skipped, also if it has a bad value."""
    await store(world, said("alice"), said("bob"))
    await host(world).do("eraseUser", subject="host-alice")
    for gone in ({"username": "carol"}, {"username": "deleted"}, {"displayName": ""}, {"avatarUrl": "none"}):
        users = [said("alice", **gone), said("carol"), said("alice")]
        assert (await host(world).do("upsertUsers", users=users))["count"] == 1
    assert [name for (name,) in await world.rows("users", "username")] == ["bob", "carol", None]


async def host_user(world: World, name: str, username: str) -> Any:
    """The user of this name, as another one finds it."""
    text = "query ($name: String!) { user(username: $name) { username displayName } }"
    return (await (await person(world, name)).ask(text, name=username))["data"]["user"]


SAME = [
    ("ALİ", "ali"),
    ("ISIK", "ısık"),
    ("Straße", "STRASSE"),
    ("ΣΟΦΟΣ", "σοφος"),
    ("Ｂｏｂ", "bob"),
    ("bob", "b\u034fob"),
    ("bob", "bob\u3164"),
    ("bob", "bob\U0001d159"),
    ("bob", "b\u1160ob"),
]


@pytest.mark.shows("2.28")
@pytest.mark.parametrize(("one", "other"), SAME, ids=ascii)
async def test_no_two_usernames_differ_in_case_or_the_unseen_only(world: World, one: str, other: str) -> None:
    taken, free = said("alice", username=one), said("bob", username=other)
    assert await refused(world, taken, free) == unfit("DUPLICATE", "users[1].username")
    await store(world, taken)
    assert await refused(world, free) == unfit("TAKEN", "users[0].username")


def test_different_usernames() -> None:
    names = ["bob", "bób", "böb", "b.ob", "b_ob", "боб", "ali", "alí", "bob👍", "bob👍🏽"]
    assert len({same_username(name) for name in names}) == len(names)
