"""Deleting many requests at once, with never, block and report, and the undo of all that."""

import pytest

from tests.api.many import ALL, asked_by, delete_all, ids, now, sweep, waiting
from tests.api.moderation import ban, moderator, reported, rows_of
from tests.api.requests import code
from tests.api.test_erase import erase
from tests.world import World

ROWS = "folder, hidden_reasons, activity_at, last_message_id, unread, hidden_before, never, deleted_count"


@pytest.mark.shows("5.29", "5.32", "5.34")
async def test_an_undo_brings_all_back_as_they_were(world: World) -> None:
    bob, alice, carol, _dave = await asked_by(world, "alice", "carol", "dave")
    await carol.request(bob, "look at example.com")
    before = await world.rows("memberships", f"{ROWS}, peer_id", f"user_id = {bob.key}")
    senders = await alice.run("inbox"), await carol.run("sentRequests")
    result = await bob.do("deleteRequests", asOf=await now(bob), requests=ALL)
    assert (result["count"], result["remaining"]) == (3, 0)
    assert result["undoUntil"].startswith("2026-03-04T12:10:00")
    assert await waiting(bob) == []
    assert (await alice.run("inbox"), await carol.run("sentRequests")) == senders
    assert (await bob.do("undoDelete", id=result["undoId"]))["count"] == 3
    assert await world.rows("memberships", f"{ROWS}, peer_id", f"user_id = {bob.key}") == before
    async with world.unchanged():
        assert (await bob.do("undoDelete", id=result["undoId"]))["count"] == 0


@pytest.mark.shows("5.24", "5.34")
async def test_what_no_undo_id_names(world: World) -> None:
    bob, alice = await asked_by(world, "alice")
    nothing = await bob.do("deleteRequests", asOf=await now(bob), requests={"ids": []})
    assert (nothing["count"], nothing["undoId"], nothing["undoUntil"]) == (0, None, None)
    undo_id, as_of = await delete_all(bob), await now(bob)
    async with world.unchanged():
        assert code(await alice.do("undoDelete", id=undo_id)) == "NOT_FOUND"
        for wrong in ("", "forged", as_of, bob.id):
            assert code(await bob.do("undoDelete", id=wrong)) == "NOT_FOUND"
        assert await bob.run("node", id=undo_id) is None
        world.clock.advance(minutes=10)
        assert code(await bob.do("undoDelete", id=undo_id)) == "UNDO_EXPIRED"


@pytest.mark.shows("5.20", "5.34")
async def test_requests_that_came_in_between_or_were_deleted_again(world: World) -> None:
    bob, alice, carol, dave = await asked_by(world, "alice", "carol", "dave")
    undo_id = await delete_all(bob)
    for sender in (alice, carol):
        await sender.request(bob, "again")
    await bob.do("delete", id=await bob.request_id(carol))
    await bob.request(dave, "hi")
    assert (await bob.do("undoDelete", id=undo_id))["count"] == 2
    assert await waiting(bob) == ["alice"]
    assert await bob.texts(alice) == ["Hello!", "again"]
    assert await bob.texts(dave) == ["Hello!", "hi"]


async def test_one_of_many_comes_back_by_its_own_id(world: World) -> None:
    bob, alice, carol = await asked_by(world, "alice", "carol")
    named = await ids(bob, alice, carol)
    undo_id = await delete_all(bob)
    assert (await bob.do("undoDelete", id=named[0]))["count"] == 1
    assert await waiting(bob) == ["alice"]
    assert (await bob.do("undoDelete", id=undo_id))["count"] == 1
    assert await waiting(bob) == ["carol", "alice"]


@pytest.mark.shows("5.25", "5.26", "5.33", "5.34")
async def test_never(world: World) -> None:
    bob, alice, carol = await asked_by(world, "alice", "carol")
    async with bob.listen("requestReceived") as received:
        undo_id = await delete_all(bob, never=True)
        for sender in (alice, carol):
            assert (await sender.request(bob, "sunk"))["thread"]["messagesLeftBeforeAccept"] == 1
        assert await received.is_quiet()
    assert await waiting(bob) == []
    assert (await bob.do("undoDelete", id=undo_id))["count"] == 2
    await alice.request(bob, "heard")
    assert await bob.texts(alice) == ["Hello!", "heard"]


@pytest.mark.shows("5.33", "5.35", "5.36")
async def test_blocks_stay_and_their_requests_do_not_come_back(world: World) -> None:
    bob, alice, carol = await asked_by(world, "alice", "carol")
    undo_id = await delete_all(bob, alsoBlock=True)
    assert await bob.blocks(alice)
    assert await bob.blocks(carol)
    assert (await bob.do("undoDelete", id=undo_id))["count"] == 0
    for sender in (alice, carol):
        assert (await bob.user(sender))["blockedByMe"]
        await bob.do("unblock", userId=sender.id)
    assert (await bob.do("undoDelete", id=undo_id))["count"] == 0
    assert await waiting(bob) == []
    assert (await alice.request(bob))["thread"]["messagesLeftBeforeAccept"] == 1


@pytest.mark.shows("5.26", "5.34", "8.8")
async def test_never_ends_for_those_too_that_do_not_come_back(world: World) -> None:
    bob, alice, carol, dave = await asked_by(world, "alice", "carol", "dave")
    judy = moderator(await world.person("judy"))
    undo_id = await delete_all(bob, never=True)
    await bob.do("block", userId=alice.id)
    await ban(judy, judy, carol)
    assert (await bob.do("undoDelete", id=undo_id))["count"] == 1
    await bob.do("unblock", userId=alice.id)
    await judy.do("liftRestriction", userId=carol.id)
    for sender in (alice, carol, dave):
        await sender.request(bob, "again")
    assert await waiting(bob) == ["dave", "carol", "alice"]
    assert await bob.texts(alice) == ["again"]


@pytest.mark.shows("5.24", "5.34")
async def test_but_not_after_the_time_to_undo(world: World) -> None:
    bob, alice = await asked_by(world, "alice")
    undo_id = await delete_all(bob, never=True, alsoBlock=True)
    world.clock.advance(minutes=10)
    assert (await bob.do("undoDelete", id=undo_id))["count"] == 0
    await bob.do("unblock", userId=alice.id)
    await alice.request(bob, "sunk")
    assert await waiting(bob) == []


@pytest.mark.shows("5.33", "5.35")
async def test_reports_stay_with_their_evidence(world: World) -> None:
    bob, alice, carol, judy = await asked_by(world, "alice", "carol", "judy")
    await alice.request(bob, "Send me money.")
    named, judy = await ids(bob, alice, carol), moderator(judy)
    deleted = await bob.do("deleteRequests", asOf=await now(bob), requests={"ids": named}, alsoReport="SCAM")
    assert (await bob.do("undoDelete", id=deleted["undoId"]))["count"] == 2
    report = await reported(judy, alice)
    assert (report["status"], report["reasons"], rows_of(report["notes"])) == ("OPEN", ["SCAM"], [])
    kept = [(line["text"], line["reported"]) for line in rows_of(report["evidence"])]
    assert kept == [("Hello!", True), ("Send me money.", True)]
    assert (await reported(judy, carol))["reasons"] == ["SCAM"]
    await bob.do("report", subjectId=alice.id, reason="SPAM")
    assert len(await judy.nodes("reports", subject=alice.id)) == 1


@pytest.mark.shows("5.36")
async def test_requests_of_users_since_blocked_restricted_or_erased_stay_away(world: World) -> None:
    bob, alice, carol, _dave, erin = await asked_by(world, "alice", "carol", "dave", "erin")
    judy = moderator(await world.person("judy"))
    undo_id = await delete_all(bob)
    await bob.do("block", userId=alice.id)
    await ban(judy, judy, carol)
    await erase(world, erin)
    assert (await bob.do("undoDelete", id=undo_id))["count"] == 1
    assert await waiting(bob) == ["dave"]
    await judy.do("liftRestriction", userId=carol.id)
    await bob.do("unblock", userId=alice.id)
    assert (await bob.do("undoDelete", id=undo_id))["count"] == 0
    assert await waiting(bob) == ["dave"]


@pytest.mark.shows("8.26")
async def test_what_was_withdrawn_is_not_taken(world: World) -> None:
    bob, alice, _carol = await asked_by(world, "alice", "carol")
    judy = moderator(await world.person("judy"))
    as_of, named = await now(bob), await ids(bob, alice)
    await ban(judy, judy, alice)
    for name in ("acceptRequests", "deleteRequests"):
        assert await sweep(bob, name, asOf=as_of, requests={"ids": named}) == (0, 0)
    assert await sweep(bob, "deleteRequests", asOf=as_of, requests=ALL) == (1, 0)
