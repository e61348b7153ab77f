"""`eraseUser`: messages in threads with others stay, as from an erased user; all else goes, at once and for good."""

from datetime import timedelta
from typing import Any

import pytest

from server.chores import sweep
from tests.api.moderation import report, reported, rows_of, staff
from tests.api.provisioning import follow, host, said, store
from tests.api.sending import NOT_FOUND, UNAVAILABLE, left_of, open_thread
from tests.live.acts import thread_id_of
from tests.world import Person, World

DELETED = {"username": "deleted", "displayName": "Deleted user", "avatarUrl": None, "isVerified": False}
FIELDS = "username displayName avatarUrl isVerified followsMe followedByMe"


async def erase(world: World, person: Person) -> None:
    found = await host(world).do("eraseUser", subject=f"host-{person.name}")
    assert found["__typename"] == "EraseUserSuccess"


async def shown(viewer: Person, person: Person) -> Any:
    """The profile of someone, by id."""
    text = f"query Q($id: ID!) {{ node(id: $id) {{ ... on User {{ {FIELDS} }} }} }}"
    return (await viewer.ask(text, id=person.id))["data"]["node"]


@pytest.mark.shows("2.23", "2.24", "14.3")
async def test_profile_and_follows_go(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await alice.becomes(is_verified=True, avatar_url="https://cdn.example/a.png", region="DE")
    for one, other in ((alice, bob), (bob, alice), (bob, carol)):
        await one.follows(other)
    await alice.do("updateFilterWords", words=["crypto"])
    await alice.do("updateRequestPolicy", strangers="HIDDEN")
    await alice.do("pauseRequests", until=(world.clock.now + timedelta(days=1)).isoformat())
    code = (await alice.do("createContactCode", label="a card", uses=2))["plainCode"]
    await erase(world, alice)
    assert await world.rows("contact_codes") == []
    assert await bob.do("sendRequest", recipientId=alice.id, text="Hi", code=code) == UNAVAILABLE
    assert await shown(bob, alice) == DELETED | {"followsMe": False, "followedByMe": False}
    assert await bob.run("user", username="alice") is await bob.run("user", username="deleted") is None
    assert len(await world.rows("follows")) == 1
    assert await world.rows("filter_words") == []
    assert await world.rows("users", "request_policy, paused_at, paused_until", f"id = {alice.key}") == [
        (0, None, None)
    ]
    [row] = await world.rows("users", where=f"id = {alice.key}")
    assert not {"alice", "Alice", "1990-01-01", "DE", "https://cdn.example/a.png"} & set(row)


@pytest.mark.shows("14.4")
async def test_messages_in_threads_stay(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await alice.opens(bob, "one")
    await bob.send(alice, "two")
    await carol.request(alice, "waiting")
    thread_id = await bob.thread_id(alice)
    await erase(world, alice)
    thread = await bob.run("thread", id=thread_id, first=10)
    assert thread["peer"]["username"] == "deleted"
    texts = [edge["node"]["text"] for edge in thread["messages"]["edges"]]
    assert texts == ["two", "one"]
    assert [node["id"] for node in await bob.nodes("inbox")] == [thread_id]
    assert [node["recipient"]["username"] for node in await carol.nodes("sentRequests")] == ["deleted"]


@pytest.mark.shows("2.25")
async def test_no_send_reaches_the_erased(world: World) -> None:
    alice, bob, carol, dave = await world.cast("alice", "bob", "carol", "dave")
    await open_thread(alice, bob)
    await alice.request(carol)
    await dave.request(alice)
    await erase(world, alice)
    for person in (bob, carol, dave):
        assert await person.request(alice) == UNAVAILABLE
    for person in (bob, dave):
        given = {"threadId": await thread_id_of(person, alice), "text": "Hi."}
        assert await person.do("sendMessage", **given) == UNAVAILABLE


@pytest.mark.shows("2.26")
async def test_pending_requests_vanish(world: World) -> None:
    alice, bob, carol, dave = await world.cast("alice", "bob", "carol", "dave")
    await alice.request(bob)
    await alice.request(carol, "See https://spam.example")
    await alice.request(dave)
    request_id = await bob.request_id(alice)
    await dave.do("delete", id=await dave.request_id(alice))
    async with bob.listen("events") as asked, carol.listen("events") as hidden, dave.listen("events") as gone:
        await erase(world, alice)
        badge, withdrawn = await asked.items(2)
        assert (withdrawn["__typename"], withdrawn["requestId"]) == ("RequestWithdrawn", request_id)
        assert badge["viewer"]["badge"] == {
            "pendingRequests": 0,
            "unseenRequests": 0,
            "unreadThreads": 0,
            "suggestsPause": False,
        }
        for stream in (asked, hidden, gone):
            assert await stream.is_quiet()
    for person, folder in ((bob, "REQUESTS"), (carol, "HIDDEN"), (dave, "REQUESTS")):
        assert await person.nodes("requests", folder=folder) == []
    assert await bob.do("accept", requestId=request_id) == NOT_FOUND
    assert await dave.do("undoDelete", id=await thread_id_of(dave, alice)) == NOT_FOUND
    assert await bob.run("node", id=request_id) is None


@pytest.mark.shows("2.6")
@pytest.mark.parametrize("name", ["events", "messageAdded", "requestReceived", "requestAccepted"])
async def test_the_erased_are_shown_out_at_once(world: World, name: str) -> None:
    [alice] = await world.cast("alice")
    async with alice.listen(name) as stream:
        await erase(world, alice)
        await stream.ws.receive(timeout=5)
        assert stream.ws.close_code == 4403
    answer = await alice.post("viewer")
    assert answer["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


@pytest.mark.shows("2.9")
async def test_an_unknown_user_is_erased_already(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    await erase(world, alice)
    before = await world.rows("users")
    async with world.unchanged():
        for subject in ("host-alice", "host-nobody", "", "a\0b", "x" * 300):
            found = await host(world).do("eraseUser", subject=subject)
            assert found["__typename"] == "EraseUserSuccess"
    assert await world.rows("users") == before


@pytest.mark.shows("2.3", "2.9")
async def test_the_erased_stay_erased(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await erase(world, alice)
    found = await host(world).do("upsertUsers", users=[said("alice"), said("bob")])
    assert found["count"] == 1
    await store(world, said("carol", username="alice"))
    await host(world).do("upsertUsers", users=[said("alice"), said("bob")])
    assert await shown(bob, alice) == DELETED | {"followsMe": False, "followedByMe": False}
    assert (await host(world).do("setFollows", add=[follow("bob", "alice")]))["count"] == 0
    assert (await bob.run("user", username="alice"))["id"] != alice.id
    answer = await alice.post("viewer")
    assert answer["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


async def test_the_inactive_are_erased_too(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    await alice.becomes(is_active=False)
    await erase(world, alice)
    assert await bob.nodes("requests") == []
    assert (await shown(bob, alice))["displayName"] == "Deleted user"


@pytest.mark.shows("8.14", "14.5")
async def test_what_reports_keep_stays_for_its_time(world: World) -> None:
    judy, alice, bob = await staff(world, "alice", "bob")
    await alice.opens(bob, "Send me money.")
    await bob.send(alice, "No.")
    await report(bob, await bob.thread_id(alice), "SCAM", alsoDelete=True)
    kept = await reported(judy, alice)
    assert [one["text"] for one in rows_of(kept["evidence"])] == ["Send me money.", "No."]

    async def swept(after: timedelta) -> Any:
        world.clock.now += after
        await sweep(world.database, world.clock(), world.services.policy)
        return await reported(judy, alice)

    await swept(timedelta(days=300))
    await erase(world, alice)
    for found in (await reported(judy, alice), await swept(timedelta(days=180))):
        assert found["profile"] == kept["profile"]
        assert [one["text"] for one in rows_of(found["evidence"])] == ["Send me money.", "No."]
    gone = await swept(timedelta(days=2))
    assert gone["profile"] == {"username": "deleted", "displayName": "Deleted user", "avatarUrl": None}
    assert [one["text"] for one in rows_of(gone["evidence"])] == ["No."]
    assert await sweep(world.database, world.clock(), world.services.policy) == 0


@pytest.mark.shows("14.5")
async def test_a_late_report_of_the_erased_has_its_own_time(world: World) -> None:
    judy, alice, bob = await staff(world, "alice", "bob")
    await alice.opens(bob, "Send me money.")
    thread_id = await bob.thread_id(alice)
    await erase(world, alice)
    world.clock.advance(days=200)
    await report(bob, thread_id, "SCAM")
    await sweep(world.database, world.clock(), world.services.policy)
    kept = (await reported(judy, alice))["evidence"]
    assert [one["text"] for one in rows_of(kept)] == ["Send me money."]
    world.clock.advance(days=182)
    await sweep(world.database, world.clock(), world.services.policy)
    assert (await reported(judy, alice))["evidence"]["edges"] == []


async def test_a_repeated_key_still_answers_as_the_first_time(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    assert left_of(await alice.request(bob, clientKey="one")) == ("PENDING", 2)
    await erase(world, bob)
    again = await alice.request(bob, clientKey="one")
    assert again["__typename"] == "SendRequestSuccess"
    assert await alice.request(bob, clientKey="two") == UNAVAILABLE


async def test_a_send_decided_before_is_decided_again(world: World) -> None:
    alice, _ = await world.cast("alice", "bob")
    before = dict(await world.rows("user_streams", "user_id, fence"))
    await erase(world, alice)
    after = dict(await world.rows("user_streams", "user_id, fence"))
    assert {key for key in after if after[key] > before[key]} == {alice.key}
