"""The effects of a restriction: on its user, on the recipients of its requests, and on no one else."""

import pytest

from tests.api.moderation import ban, report, resolve, restrict, restricted, staff
from tests.api.sending import NOT_FOUND, left_of, open_thread
from tests.world import World


@pytest.mark.shows("8.23", "8.25")
async def test_a_restricted_user_neither_sends_nor_accepts(world: World) -> None:
    judy, alice, bob, carol, dave = await staff(world, "alice", "bob", "carol", "dave")
    await open_thread(alice, bob)
    await carol.request(alice)
    request_id = await alice.request_id(carol)
    until = await restrict(judy, bob, alice, days=1)
    async with world.unchanged():
        assert await alice.request(dave) == restricted(until)
        assert await alice.send(bob) == restricted(until)
        assert await alice.do("accept", requestId=request_id) == restricted(until)
    world.clock.advance(days=1)
    assert left_of(await alice.request(dave)) == ("PENDING", 2)
    assert left_of(await alice.send(bob)) == ("OPEN", None)
    assert (await alice.do("accept", requestId=request_id))["thread"]["state"] == "OPEN"


@pytest.mark.shows("8.23", "8.25")
async def test_a_ban_has_no_end_but_a_lift(world: World) -> None:
    judy, alice, bob = await staff(world, "alice", "bob")
    await ban(judy, bob, alice)
    world.clock.advance(days=4000)
    assert await alice.request(bob) == restricted()
    await judy.do("liftRestriction", userId=alice.id)
    assert left_of(await alice.request(bob)) == ("PENDING", 2)


@pytest.mark.shows("8.24")
async def test_a_restricted_user_reads_deletes_blocks_and_reports(world: World) -> None:
    judy, alice, bob, carol = await staff(world, "alice", "bob", "carol")
    await open_thread(alice, bob)
    await carol.request(alice)
    await ban(judy, bob, alice)
    assert await alice.texts(bob) == ["Hello!", "Hello!"]
    [node] = await alice.nodes("requests")
    await report(alice, carol.id)
    assert (await alice.do("delete", id=node["id"]))["__typename"] == "DeleteSuccess"
    assert (await alice.do("block", userId=carol.id))["user"]["blockedByMe"]
    thread = (await alice.user(bob))["threadWithMe"]
    marked = await alice.do("markRead", threadId=thread["id"], upTo=thread["lastMessage"]["id"])
    assert marked["__typename"] == "MarkReadSuccess"


@pytest.mark.shows("8.26", "8.28")
async def test_pending_requests_vanish_and_open_history_stays(world: World) -> None:
    judy, alice, bob, carol, dave = await staff(world, "alice", "bob", "carol", "dave")
    await open_thread(alice, carol)
    for recipient in (bob, dave):
        await alice.request(recipient)
    asked, deleted = await bob.request_id(alice), await dave.request_id(alice)
    await dave.do("delete", id=deleted)
    await ban(judy, bob, alice)
    assert await bob.nodes("requests") == []
    assert (await bob.run("viewer"))["badge"]["pendingRequests"] == 0
    assert (await bob.user(alice))["threadWithMe"] is await bob.run("node", id=asked) is None
    async with world.unchanged():
        assert await bob.do("accept", requestId=asked) == NOT_FOUND
        assert await bob.do("undoDelete", id=asked) == NOT_FOUND
        assert await bob.do("delete", id=asked) == NOT_FOUND
        assert await dave.do("undoDelete", id=deleted) == NOT_FOUND
    assert await carol.texts(alice) == ["Hello!", "Hello!"]
    assert left_of(await carol.send(alice)) == ("OPEN", None)


@pytest.mark.shows("8.26")
async def test_they_vanish_from_every_folder(world: World) -> None:
    judy, alice, bob, carol, dave = await staff(world, "alice", "bob", "carol", "dave")
    await alice.request(dave)
    world.clock.advance(days=90)
    await alice.request(bob)
    await alice.request(carol, "See https://spam.example")
    folders = ((bob, "REQUESTS"), (carol, "HIDDEN"), (dave, "ARCHIVED"))
    waiting = [(await one.nodes("requests", folder=folder))[0]["id"] for one, folder in folders]
    await ban(judy, bob, alice)
    for (one, folder), id in zip(folders, waiting, strict=True):
        assert await one.nodes("requests", folder=folder) == []
        assert await one.do("accept", requestId=id) == NOT_FOUND


@pytest.mark.shows("8.28")
async def test_a_deleted_open_thread_can_still_be_brought_back(world: World) -> None:
    judy, alice, bob = await staff(world, "alice", "bob")
    await open_thread(alice, bob)
    id = await bob.thread_id(alice)
    await bob.do("delete", id=id)
    await ban(judy, bob, alice)
    assert (await bob.do("undoDelete", id=id))["count"] == 1
    assert await bob.texts(alice) == ["Hello!", "Hello!"]


@pytest.mark.shows("8.27")
async def test_the_restricted_users_own_view_cap_and_quota_stay(world: World) -> None:
    judy, alice, bob, carol = await staff(world, "alice", "bob", "carol")
    await alice.request(bob)
    await alice.request(bob, "Are you there?")

    async def own() -> list[object]:
        viewer = await alice.run("viewer")
        left = viewer["standing"]["newPairsLeftToday"], viewer["standing"]["messagesLeftNow"]
        return [await alice.nodes("sentRequests"), await alice.nodes("inbox"), left]

    world.clock.advance(minutes=5)
    before = await own()
    await ban(judy, carol, alice)
    assert await own() == before
    await judy.do("liftRestriction", userId=alice.id)
    assert await own() == before
    assert left_of(await alice.request(bob, "Me again.")) == ("PENDING", 0)
    assert (await alice.request(bob))["__typename"] == "PendingLimitReached"


@pytest.mark.shows("8.29")
@pytest.mark.parametrize("end", ["lift", "time"])
async def test_the_end_of_a_restriction_brings_nothing_back(world: World, end: str) -> None:
    judy, alice, bob, carol = await staff(world, "alice", "bob", "carol")
    await alice.request(bob, "Before.")
    await restrict(judy, carol, alice, hours=1)
    if end == "lift":
        await judy.do("liftRestriction", userId=alice.id)
    else:
        world.clock.advance(hours=1)
    assert await bob.nodes("requests") == []
    async with bob.listen("requestReceived") as received:
        await alice.request(bob, "After.")
        item = await received.item()
    assert item["__typename"] == "RequestReceived"
    [node] = await bob.nodes("requests")
    assert [message["text"] for message in node["pendingMessages"]] == ["After."]
    assert (await bob.accept(alice))["thread"]["state"] == "OPEN"
    assert await bob.texts(alice) == ["After."]
    assert await alice.texts(bob) == ["Before.", "After."]


async def test_who_writes_to_a_restricted_user_accepts_what_vanished(world: World) -> None:
    judy, alice, bob, carol = await staff(world, "alice", "bob", "carol")
    await alice.request(bob)
    await ban(judy, carol, alice)
    async with alice.listen("requestAccepted") as accepted:
        assert left_of(await bob.request(alice, "Who was that?")) == ("OPEN", None)
        assert (await accepted.item())["thread"]["state"] == "OPEN"
    assert await bob.texts(alice) == ["Who was that?"]


@pytest.mark.shows("8.26", "8.30", "9.5")
async def test_the_recipients_and_the_restricted_user_are_told_at_once(world: World) -> None:
    judy, alice, bob, carol, dave = await staff(world, "alice", "bob", "carol", "dave")
    await open_thread(alice, carol)
    await alice.request(bob)
    await alice.request(judy)
    id = await bob.request_id(alice)
    async with (
        bob.listen("events") as recipient,
        judy.listen("events") as moderator,
        carol.listen("events") as friend,
        alice.listen("events") as sender,
    ):
        await ban(judy, dave, alice)
        for stream in (recipient, moderator):
            badge, withdrawn = await stream.items(2)
            assert withdrawn["__typename"] == "RequestWithdrawn"
            assert badge["__typename"] == "BadgeChanged"
            assert badge["viewer"]["badge"] == {
                "pendingRequests": 0,
                "unseenRequests": 0,
                "unreadThreads": 0,
                "suggestsPause": False,
            }
            if stream is recipient:
                assert withdrawn["requestId"] == id
        changed = await sender.item()
        assert changed["__typename"] == "StandingChanged"
        standing = changed["viewer"]["standing"]
        assert (standing["canSend"], standing["warnings"]) == (False, [])
        assert standing["obstacles"] == [{"code": "MESSAGING_RESTRICTED"}]
        assert await sender.is_quiet()
        assert await friend.is_quiet()
        assert await recipient.is_quiet()


@pytest.mark.shows("8.30")
async def test_an_open_socket_keeps_on_and_sends_no_more(world: World) -> None:
    judy, alice, bob, carol = await staff(world, "alice", "bob", "carol")
    await open_thread(alice, bob)
    async with alice.listen("messageAdded") as added:
        await ban(judy, carol, alice)
        await bob.send(alice, "Still there?")
        assert (await added.item())["message"]["text"] == "Still there?"
        payload = {
            "query": "mutation($i: SendRequestInput!) { sendRequest(input: $i) { __typename } }",
            "variables": {"i": {"recipientId": carol.id, "text": "Hello!"}},
        }
        await added.ws.send_json({"type": "subscribe", "id": "2", "payload": payload})
        answer = await added.message()
    assert answer["payload"]["data"] == {"sendRequest": {"__typename": "MessagingRestricted"}}


@pytest.mark.shows("8.23")
async def test_a_shorter_restriction_does_not_shorten_a_longer_one(world: World) -> None:
    judy, alice, bob = await staff(world, "alice", "bob")
    longer = await restrict(judy, bob, alice, days=3)
    async with alice.listen("events") as events:
        before = (await alice.run("viewer"))["standing"]
        await restrict(judy, bob, alice, days=1)
        assert await events.is_quiet()
        assert (await alice.run("viewer"))["standing"] == before
    assert await alice.request(bob) == restricted(longer)
    await ban(judy, bob, alice)
    assert await alice.request(bob) == restricted()
    await restrict(judy, bob, alice, days=9)
    assert await alice.request(bob) == restricted()


async def test_a_warning_restricts_nothing(world: World) -> None:
    judy, alice, bob = await staff(world, "alice", "bob")
    await alice.request(bob)
    for resolution in ("DISMISS", "WARN"):
        await resolve(judy, bob, alice, resolution)
    assert len(await bob.nodes("requests")) == 1
    assert left_of(await alice.request(bob)) == ("PENDING", 1)
