"""The user whom a sender may pretend to be, and when its names changed."""

from typing import Any

import pytest

from models.db.fields import to_micros
from models.requests import MOST_ALIKE
from models.users import User
from tests.api.provisioning import host, said, store
from tests.api.statements import statements_of
from tests.live.acts import act
from tests.world import Person, World

CARD = "firstContact"


async def card(me: Person, sender: Person) -> Any:
    [found] = [one for one in await me.nodes("requests") if one["sender"]["id"] == sender.id]
    return found[CARD]


async def similar(me: Person, sender: Person) -> str | None:
    found = (await card(me, sender))["similarTo"]
    return found and str(found["username"])


@pytest.mark.shows("5.54")
@pytest.mark.parametrize("names", [("b0b", "Somebody"), ("else", "B o b")])
async def test_a_followed_user_is_named(world: World, names: tuple[str, str]) -> None:
    alice, bob = await world.cast("alice", "bob")
    sender = await world.person("sender", username=names[0], display_name=names[1])
    await sender.request(alice)
    assert await similar(alice, sender) is None
    await alice.do("follow", userId=bob.id)
    found = (await card(alice, sender))["similarTo"]
    assert (found["id"], found["username"], found["displayName"]) == (bob.id, "bob", "Bob")
    await alice.do("unfollow", userId=bob.id)
    assert await similar(alice, sender) is None


@pytest.mark.shows("5.54")
async def test_a_display_name_like_a_username(world: World) -> None:
    alice, _ = await world.cast("alice", "bob")
    bob = await world.person("carol", username="the_baker", display_name="Bob")
    sender = await world.person("sender", display_name="TheBaker")
    await alice.do("follow", userId=bob.id)
    await sender.request(alice)
    assert await similar(alice, sender) == "the_baker"


@pytest.mark.shows("5.54")
async def test_a_peer_is_named_once_the_thread_is_open(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    sender = await world.person("sender", display_name="B0B")
    await sender.request(alice)
    await bob.request(alice)
    assert await similar(alice, sender) is None
    await alice.accept(bob)
    assert await similar(alice, sender) == "bob"
    await act(world, "alice deletes bob")
    assert await similar(alice, sender) == "bob"


@pytest.mark.shows("5.54")
@pytest.mark.parametrize("end", ["alice blocks bob", "host erases bob"])
async def test_one_who_is_blocked_or_erased_is_not(world: World, end: str) -> None:
    alice, bob = await world.cast("alice", "bob")
    sender = await world.person("sender", display_name="B0B")
    await bob.opens(alice)
    await alice.do("follow", userId=bob.id)
    await sender.request(alice)
    assert await similar(alice, sender) == "bob"
    world.people["host"] = host(world)
    await act(world, end)
    assert await similar(alice, sender) is None


@pytest.mark.shows("5.54")
@pytest.mark.parametrize(
    "does", ["bob blocks alice", "judy bans bob", "bob deletes alice", "host deactivates bob"]
)
async def test_what_the_other_does_is_not_felt(world: World, does: str) -> None:
    alice, bob, _ = await world.cast("alice", "bob", "judy")
    sender = await world.person("sender", display_name="B0B")
    await bob.opens(alice)
    await sender.request(alice)
    if does == "host deactivates bob":
        await store(world, said("bob", isActive=False))
    else:
        await act(world, does)
    assert await similar(alice, sender) == "bob"


@pytest.mark.shows("5.54")
async def test_a_thread_whose_accept_i_was_not_told_is_not_open_to_me(world: World) -> None:
    """The accept tells no one while alice blocks bob; the unblock does."""
    alice, bob = await world.cast("alice", "bob")
    sender = await world.person("sender", display_name="B0B")
    await sender.request(alice)
    await alice.request(bob)
    await act(world, "alice blocks bob")
    await bob.accept(alice)
    assert await similar(alice, sender) is None
    await act(world, "alice unblocks bob")
    assert await similar(alice, sender) == "bob"


@pytest.mark.shows("5.54")
async def test_the_sender_is_not_like_itself(world: World) -> None:
    alice = await world.person("alice")
    sender = await world.person("sender", username="b0b", display_name="Bob")
    await sender.request(alice)
    await alice.do("follow", userId=sender.id)
    assert await similar(alice, sender) is None


@pytest.mark.shows("5.54")
async def test_names_follow_the_host(world: World) -> None:
    alice, bob, sender = await world.cast("alice", "bob", "sender")
    await alice.do("follow", userId=bob.id)
    await sender.request(alice)
    assert await similar(alice, sender) is None
    await store(world, said("sender", displayName="Bøb"))
    assert await similar(alice, sender) == "bob"
    await store(world, said("bob", username="robert", displayName="Robert"))
    assert await similar(alice, sender) is None
    await store(world, said("sender", username="r0bert"))
    assert await similar(alice, sender) == "robert"


@pytest.mark.shows("5.54")
@pytest.mark.parametrize("older", [MOST_ALIKE - 1, MOST_ALIKE])
async def test_so_many_users_of_a_name_are_looked_at(world: World, older: int) -> None:
    alice = await world.person("alice")
    for number in range(older):
        found = await User.create(
            using_db=world.database.orm,
            host_id=f"one-{number}",
            display_name="Bob",
            account_created_at=world.clock.now,
        )
        await world.keep_looks(found)
    bob = await world.person("bob")
    sender = await world.person("sender", display_name="B0B")
    await alice.do("follow", userId=bob.id)
    await sender.request(alice)
    assert await similar(alice, sender) == ("bob" if older < MOST_ALIKE else None)


async def test_cards_of_a_page_are_read_at_once(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.do("follow", userId=bob.id)
    costs = set()
    for number in range(4):
        sender = await world.person(f"sender{number}", display_name="B0b")
        await sender.request(alice)
        costs.add(len(await statements_of(alice, "requests")))
    assert len(costs) == 1


@pytest.mark.shows("5.55")
async def test_when_the_names_changed(world: World) -> None:
    alice = await world.person("alice")
    await store(world, said("sender"))
    [(key,)] = await world.rows("users", "id", "host_id = 'host-sender'")
    sender = Person(world, "sender", key)
    await sender.request(alice)
    assert (await card(alice, sender))["nameChangedAt"] is None
    await store(world, said("sender", avatarUrl="https://example.com/a.png", region="DE", isVerified=True))
    assert (await card(alice, sender))["nameChangedAt"] is None
    at = []
    for names in ({"displayName": "Another"}, {"username": "another", "displayName": "Another"}):
        await store(world, said("sender", **names))
        [(changed,)] = await world.rows("users", "names_changed_at", f"id = {key}")
        assert abs(changed - to_micros(world.clock.now)) < 10**6
        at.append((await card(alice, sender))["nameChangedAt"])
        await store(world, said("sender", **names, isVerified=True))
        assert (await card(alice, sender))["nameChangedAt"] == at[-1] is not None
        world.clock.advance(hours=1)
    assert at[0] < at[1]


@pytest.mark.shows("14.3")
async def test_an_erase_takes_looks_and_time(world: World) -> None:
    await store(world, said("sender"))
    await store(world, said("sender", displayName="Another"))
    await host(world).do("eraseUser", subject="host-sender")
    assert await world.rows("user_looks") == []
    assert await world.rows("users", "names_changed_at") == [(None,)]
