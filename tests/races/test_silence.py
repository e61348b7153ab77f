"""On PostgreSQL: no write of a sender waits for a recipient's silent act, and an act that concerns both holds both."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import pytest

from models.db.connection import Limits
from tests.api.many import ALL, LINK, now
from tests.api.moderation import moderator, report, reported
from tests.api.provisioning import host, said
from tests.databases import PATIENT, PostgresSource
from tests.races.test_waiting import LOCK, held, start_waiting
from tests.world import Person, World

SIDE = "SELECT id FROM memberships WHERE user_id = $1 FOR UPDATE"
USER = "SELECT id FROM users WHERE id = $1 FOR UPDATE"


@pytest.fixture
def source(postgres_source: PostgresSource) -> PostgresSource:
    return postgres_source


@pytest.fixture
def limits(request: pytest.FixtureRequest) -> Limits:
    """A wait that should not be ends soon, as OVERLOADED; what should wait may wait long."""
    found: Limits = getattr(request, "param", Limits(lock=PATIENT.lock, statement=PATIENT.statement))
    return found


@dataclass(frozen=True)
class Pair:
    """Alice has asked bob. Her key is lower, so it is locked first. Carol is a third user."""

    alice: Person
    bob: Person
    carol: Person
    request_id: str
    thread_id: str


async def asked(world: World, text: str = "Hello!", folder: str = "REQUESTS") -> Pair:
    """One who asked, one who was asked."""
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await alice.request(bob, text)
    [request] = await bob.nodes("requests", folder=folder)
    return Pair(alice, bob, carol, request["id"], request["thread"]["id"])


async def chatting(world: World) -> Pair:
    """The same, with receipts of both, and a message that bob has not read."""
    pair = await asked(world)
    for person in (pair.alice, pair.bob):
        await person.do("updateReadReceipts", enabled=True)
    await pair.bob.accept(pair.alice)
    await pair.alice.send(pair.bob)
    return pair


async def sent(pair: Pair) -> str:
    """The newest message of the two."""
    thread = await pair.bob.run("thread", id=pair.thread_id, first=1)
    return str(thread["messages"]["edges"][0]["node"]["id"])


async def unrelated(pair: Pair) -> None:
    """The writes of alice that are not to bob."""
    done = [
        await pair.alice.do("updateDmAudience", audience="NO_ONE"),
        await pair.alice.request(pair.carol),
        await pair.alice.do("follow", userId=pair.carol.id),
    ]
    assert all(one["__typename"].endswith("Success") for one in done), done


Act = Callable[[Pair], Awaitable[Any]]
SILENT: dict[str, Act] = {
    "delete": lambda pair: pair.bob.do("delete", id=pair.request_id),
    "never": lambda pair: pair.bob.do("delete", id=pair.request_id, never=True),
    "move": lambda pair: pair.bob.do("moveRequest", requestId=pair.request_id),
    "mute": lambda pair: pair.bob.do("mute", threadId=pair.thread_id, muted=True),
    "block": lambda pair: pair.bob.do("block", userId=pair.alice.id),
    "report, delete and block": lambda pair: pair.bob.do(
        "report", subjectId=pair.alice.id, reason="SPAM", alsoDelete=True, alsoBlock=True
    ),
}
NO_SIDE: dict[str, Act] = {
    "report": lambda pair: pair.bob.do("report", subjectId=pair.alice.id, reason="SPAM"),
    "follow": lambda pair: pair.bob.do("follow", userId=pair.alice.id),
    "unfollow": lambda pair: pair.bob.do("unfollow", userId=pair.alice.id),
    "unblock": lambda pair: pair.bob.do("unblock", userId=pair.alice.id),
}
"""Acts that write no side of the thread here."""

HOLDERS = [*((act, LOCK) for act in SILENT | NO_SIDE), *((act, SIDE) for act in SILENT)]


@pytest.mark.shows("10.1", "10.3", "10.5", "10.6", "10.7", "10.8")
@pytest.mark.parametrize(("act", "lock"), HOLDERS, ids=lambda it: "side" if it == SIDE else it.split()[0])
async def test_a_silent_act_makes_its_sender_wait_for_nothing(world: World, act: str, lock: str) -> None:
    pair = await asked(world)
    async with held(world.database, pair.bob, lock):
        acting = await start_waiting(world.database, (SILENT | NO_SIDE)[act](pair))
        await unrelated(pair)
        assert not acting.done()
    assert (await acting)["__typename"].endswith("Success")


@pytest.mark.parametrize("lock", [LOCK, SIDE])
async def test_a_delete_of_many_and_its_undo_hold_no_sender(world: World, lock: str) -> None:
    pair = await asked(world)
    sweep = {"requests": ALL, "asOf": await now(pair.bob)}
    async with held(world.database, pair.bob, lock):
        deleting = await start_waiting(world.database, pair.bob.do("deleteRequests", **sweep))
        await unrelated(pair)
        assert not deleting.done()
    undo_id = (await deleting)["undoId"]
    async with held(world.database, pair.bob, lock):
        undoing = await start_waiting(world.database, pair.bob.do("undoDelete", id=undo_id))
        await unrelated(pair)
        assert not undoing.done()
    assert (await undoing)["count"] == 1


async def test_a_mark_that_moves_no_receipt_holds_no_sender(world: World) -> None:
    pair = await chatting(world)
    await pair.bob.do("updateReadReceipts", enabled=False)
    message = await sent(pair)
    async with held(world.database, pair.bob):
        reading = await start_waiting(
            world.database, pair.bob.do("markRead", threadId=pair.thread_id, upTo=message)
        )
        await unrelated(pair)
        assert not reading.done()
    assert (await reading)["thread"]["unreadCount"] == 0


@pytest.mark.parametrize("blocks", [False, True])
async def test_a_mark_that_moves_a_receipt_holds_both_during_a_block_too(world: World, blocks: bool) -> None:
    pair = await chatting(world)
    message = await sent(pair)
    if blocks:
        await pair.alice.do("block", userId=pair.bob.id)
    async with held(world.database, pair.alice):
        reading = await start_waiting(
            world.database, pair.bob.do("markRead", threadId=pair.thread_id, upTo=message)
        )
    assert (await reading)["thread"]["unreadCount"] == 0
    [page] = (await pair.alice.run("thread", id=pair.thread_id, first=1))["messages"]["edges"]
    assert page["node"]["receipt"] == ("SENT" if blocks else "SEEN")


@pytest.mark.shows("10.5")
@pytest.mark.parametrize("blocks", [False, True])
@pytest.mark.parametrize("again", ["read", "sent"])
async def test_a_repeated_mark_holds_both_during_a_block_too(world: World, blocks: bool, again: str) -> None:
    """The block keeps the receipt back, so it would move each time that bob reads."""
    pair = await chatting(world)
    message = await sent(pair)
    if blocks:
        await pair.alice.do("block", userId=pair.bob.id)
    if again == "read":
        await pair.bob.do("markRead", threadId=pair.thread_id, upTo=message)
    else:
        await pair.bob.do("sendMessage", threadId=pair.thread_id, text="Seen by writing.")
    async with held(world.database, pair.alice):
        reading = await start_waiting(
            world.database, pair.bob.do("markRead", threadId=pair.thread_id, upTo=message)
        )
    assert (await reading)["thread"]["unreadCount"] == 0


async def test_a_mark_finds_that_a_receipt_moves_by_now(world: World) -> None:
    """Bob's switch goes on after the mark looked, and before it has his stream."""
    pair = await chatting(world)
    await pair.bob.do("updateReadReceipts", enabled=False)
    message = await sent(pair)
    async with held(world.database, pair.bob):
        switching = await start_waiting(world.database, pair.bob.do("updateReadReceipts", enabled=True))
        reading = await start_waiting(
            world.database, pair.bob.do("markRead", threadId=pair.thread_id, upTo=message)
        )
    assert (await switching)["__typename"].endswith("Success")
    assert (await reading)["thread"]["unreadCount"] == 0
    [page] = (await pair.alice.run("thread", id=pair.thread_id, first=1))["messages"]["edges"]
    assert page["node"]["receipt"] == "SEEN"


async def test_an_accept_holds_both(world: World) -> None:
    pair = await asked(world)
    async with held(world.database, pair.alice):
        accepting = await start_waiting(world.database, pair.bob.do("accept", requestId=pair.request_id))
    assert (await accepting)["thread"]["state"] == "OPEN"


async def test_what_both_hold_makes_the_other_wait(world: World) -> None:
    """These tests can see a wait: here the lower of two held streams is the sender's."""
    pair = await asked(world)
    async with held(world.database, pair.bob):
        accepting = await start_waiting(world.database, pair.bob.do("accept", requestId=pair.request_id))
        writing = await start_waiting(world.database, pair.alice.do("updateDmAudience", audience="NO_ONE"))
    assert (await accepting)["thread"]["state"] == "OPEN"
    assert (await writing)["__typename"].endswith("Success")


async def test_of_a_peer_only_the_stream_is_locked(world: World) -> None:
    pair = await asked(world)
    async with held(world.database, pair.alice, USER):
        assert (await pair.bob.do("accept", requestId=pair.request_id))["thread"]["state"] == "OPEN"
        assert (await pair.bob.do("delete", id=pair.thread_id))["__typename"] == "DeleteSuccess"


@pytest.mark.shows("2.26", "2.31", "8.26")
@pytest.mark.parametrize("end", ["ban", "erase", "deactivate"])
@pytest.mark.parametrize("where", ["REQUESTS", "HIDDEN", "deleted"])
async def test_who_ends_a_senders_requests_holds_each_recipient(world: World, end: str, where: str) -> None:
    pair = await asked(
        world, LINK if where == "HIDDEN" else "Hello!", "HIDDEN" if where == "HIDDEN" else "REQUESTS"
    )
    if where == "deleted":
        await pair.bob.do("delete", id=pair.request_id)
    judy = moderator(await world.person("judy"))
    await report(pair.carol, pair.alice.id)
    case = (await reported(judy, pair.alice))["id"]
    ends: dict[str, Callable[[], Awaitable[Any]]] = {
        "ban": lambda: judy.do("resolveReport", reportId=case, resolution="BAN"),
        "erase": lambda: host(world).do("eraseUser", subject="host-alice"),
        "deactivate": lambda: host(world).do("upsertUsers", users=[said("alice", isActive=False)]),
    }
    async with held(world.database, pair.bob):
        ending = await start_waiting(world.database, ends[end]())
    assert (await ending)["__typename"].endswith("Success")
    undone = await pair.bob.do("undoDelete", id=pair.request_id)
    assert undone["__typename"] == "NotFound"
    assert [await pair.bob.nodes("requests", folder=folder) for folder in ("REQUESTS", "HIDDEN")] == [[], []]


@pytest.mark.parametrize("act", ["claimReport", "DISMISS"])
async def test_a_moderators_word_holds_no_reported_user(world: World, act: str) -> None:
    pair = await asked(world)
    judy = moderator(await world.person("judy"))
    await report(pair.carol, pair.alice.id)
    case = (await reported(judy, pair.alice))["id"]
    given = {"reportId": case} | ({} if act == "claimReport" else {"resolution": act})
    async with held(world.database, pair.alice):
        name = "claimReport" if act == "claimReport" else "resolveReport"
        assert (await judy.do(name, **given))["__typename"].endswith("Success")
