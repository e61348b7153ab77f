"""The Hidden folder: the requests that go there and stay, and the acts of their recipient."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from rules.policy import Policy
from tests.world import Person, World

LINK = "look at example.com"
NAMES = ("bob", "carol", "dave", "erin", "frank", "grace")


@pytest.fixture
def policy() -> Policy:
    return replace(Policy(), bucket_size=100, new_pairs_a_day_young=100)


def ban(world: World, *words: str) -> None:
    world.services.filter.banned = world.services.filter.compile(words)


async def stands(person: Person) -> dict[str, Any]:
    """Each request of the person's by its sender: folder and reasons."""
    found = {}
    for folder in ("REQUESTS", "HIDDEN", "ARCHIVED"):
        for node in await person.nodes("requests", folder=folder):
            assert node["folder"] == folder
            found[node["sender"]["username"]] = (folder, *node["hiddenReasons"])
    return found


async def pending_requests(person: Person) -> int:
    badge = (await person.run("viewer"))["badge"]
    return int(badge["pendingRequests"])


async def moved(person: Person) -> Any:
    """The one hidden request of the person's, moved to Requests."""
    [hidden] = await person.nodes("requests", folder="HIDDEN")
    return await person.do("moveRequest", requestId=hidden["id"])


@pytest.mark.shows("6.1", "6.2", "6.3", "6.4", "6.5", "6.6", "6.8")
@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Hello, shall we talk?", ("REQUESTS",)),
        ("Scunthorpe and assess", ("REQUESTS",)),
        ("you s l i m y one", ("HIDDEN", "BANNED_WORD")),
        ("\u0421rypto is great", ("HIDDEN", "OWN_WORD")),
        (LINK, ("HIDDEN", "LINK")),
        ("mail me: x@example.com", ("HIDDEN", "CONTACT_DETAILS")),
        ("call 030 1234567", ("HIDDEN", "CONTACT_DETAILS")),
        (
            "slimy crypto: example.com or x@example.com",
            ("HIDDEN", "BANNED_WORD", "LINK", "CONTACT_DETAILS", "OWN_WORD"),
        ),
    ],
)
async def test_a_text_that_matches_is_hidden_with_its_reasons(
    world: World, text: str, where: tuple[str, ...]
) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    ban(world, "slimy", "ass")
    await bob.do("updateFilterWords", words=["crypto"])
    await carol.do("updateFilterWords", words=["hello", "you", "look", "mail", "call"])
    sent = await alice.request(bob, text)
    assert (sent["thread"]["state"], sent["thread"]["messagesLeftBeforeAccept"]) == ("PENDING", 2)
    assert await stands(bob) == {"alice": where}


@pytest.mark.shows("6.7")
async def test_the_sixth_waiting_request_of_a_young_account_is_hidden(world: World) -> None:
    alice = await world.person("alice", account_created_at=world.clock.now - timedelta(days=1))
    others = await world.cast(*NAMES)
    for other in [*others[:5], others[4], others[5]]:
        await alice.request(other)
    assert [await stands(other) for other in others] == [{"alice": ("REQUESTS",)}] * 5 + [
        {"alice": ("HIDDEN", "NEW_ACCOUNT")}
    ]
    await alice.request(others[0], "again")
    assert await stands(others[0]) == {"alice": ("HIDDEN", "NEW_ACCOUNT")}
    world.clock.advance(days=2)
    await alice.request(others[1], "again")
    assert await stands(others[1]) == {"alice": ("REQUESTS",)}


@pytest.mark.shows("6.9")
@pytest.mark.parametrize(
    ("deed", "where"),
    [
        ("ignore", ("HIDDEN", "NEW_ACCOUNT")),
        ("delete", ("HIDDEN", "NEW_ACCOUNT")),
        ("block", ("HIDDEN", "NEW_ACCOUNT")),
        ("report", ("HIDDEN", "NEW_ACCOUNT")),
        ("own delete", ("HIDDEN", "NEW_ACCOUNT")),
        ("accept", ("REQUESTS",)),
        ("accept while blocked", ("HIDDEN", "NEW_ACCOUNT")),
        ("own delete, accept while blocked", ("HIDDEN", "NEW_ACCOUNT")),
    ],
)
async def test_only_what_the_sender_sees_of_the_others_counts(
    world: World, deed: str, where: tuple[str, ...]
) -> None:
    alice = await world.person("alice", account_created_at=world.clock.now)
    bob, *others, last = await world.cast(*NAMES)
    for other in [bob, *others]:
        await alice.request(other)
    match deed:
        case "delete":
            await bob.do("delete", id=await bob.request_id(alice), never=True)
        case "block":
            await bob.do("block", userId=alice.id)
        case "report":
            await bob.do("report", subjectId=alice.id, reason="SPAM")
        case "own delete":
            await alice.do("delete", id=await alice.thread_id(bob))
        case "accept":
            await bob.accept(alice)
        case "own delete, accept while blocked":
            await alice.do("delete", id=await alice.thread_id(bob))
            await alice.do("block", userId=bob.id)
            await bob.accept(alice)
        case "accept while blocked":
            await alice.do("block", userId=bob.id)
            await bob.accept(alice)
    await alice.request(last)
    assert await stands(last) == {"alice": where}


@pytest.mark.shows("6.10", "9.10")
async def test_a_hidden_request_makes_no_event_and_no_badge(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    async with bob.listen("events") as events, bob.listen("requestReceived") as received:
        for text in (LINK, "and a clean one"):
            await alice.request(bob, text)
        assert await events.is_quiet()
        assert await received.is_quiet()
    assert (await bob.run("viewer"))["badge"] == {
        "pendingRequests": 0,
        "unseenRequests": 0,
        "unreadThreads": 0,
        "suggestsPause": False,
    }
    assert await stands(bob) == {"alice": ("HIDDEN", "LINK")}


@pytest.mark.shows("6.11", "6.13")
async def test_a_later_match_moves_the_whole_request_and_a_clean_one_never_back(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    async with bob.listen("events") as events:
        await alice.request(bob)
        assert [item["__typename"] for item in await events.items(2)] == ["BadgeChanged", "RequestReceived"]
        await alice.request(bob, LINK)
        badge, gone = await events.items(2)
        assert (gone["__typename"], gone["request"]["folder"]) == ("RequestMoved", "HIDDEN")
        assert badge["viewer"]["badge"]["pendingRequests"] == 0
        await alice.request(bob, "sorry")
        assert await events.is_quiet()
    assert await stands(bob) == {"alice": ("HIDDEN", "LINK")}
    [hidden] = await bob.nodes("requests", folder="HIDDEN")
    assert [message["text"] for message in hidden["pendingMessages"]] == ["Hello!", LINK, "sorry"]


async def test_reasons_add_up(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    for text in (LINK, "clean", "x@example.com"):
        await alice.request(bob, text)
    assert await stands(bob) == {"alice": ("HIDDEN", "LINK", "CONTACT_DETAILS")}


@pytest.mark.shows("6.12", "6.14")
async def test_a_request_that_was_moved_stays(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob, LINK)
    async with bob.listen("events") as events:
        result = await moved(bob)
        assert (result["request"]["folder"], result["request"]["hiddenReasons"]) == ("REQUESTS", [])
        await alice.request(bob, LINK)
        found = await events.items(4)
    names = [item["__typename"] for item in found]
    assert names == ["BadgeChanged", "RequestMoved", "BadgeChanged", "RequestUpdated"]
    assert await stands(bob) == {"alice": ("REQUESTS",)}
    assert await pending_requests(bob) == 1


async def test_what_was_hidden_is_not_told_later_either(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    start = (await bob.run("requests"))["eventCursor"]
    await alice.request(bob, LINK)
    await moved(bob)
    async with bob.listen("events", after=start) as events:
        names = [item["__typename"] for item in await events.items(2)]
        assert names == ["BadgeChanged", "RequestMoved"]
        assert await events.is_quiet()


@pytest.mark.shows("6.12")
async def test_so_does_one_that_was_kept_in_requests(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    id = await bob.request_id(alice)
    fences = await world.rows("user_streams", "fence")
    await bob.do("moveRequest", requestId=id)
    assert await world.rows("user_streams", "fence") != fences, "a send decided before is decided again"
    await alice.request(bob, LINK)
    assert await stands(bob) == {"alice": ("REQUESTS",)}


@pytest.mark.shows("6.14")
async def test_a_hidden_request_can_be_read_and_accepted(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob, LINK)
    [hidden] = await bob.nodes("requests", folder="HIDDEN")
    assert (await bob.run("node", id=hidden["id"]))["folder"] == "HIDDEN"
    assert await bob.texts(alice) == [LINK]
    result = await bob.do(
        "markRead", threadId=hidden["thread"]["id"], upTo=hidden["pendingMessages"][0]["id"]
    )
    assert result["thread"]["unreadCount"] == 0
    async with alice.listen("requestAccepted") as accepted:
        assert (await bob.do("accept", requestId=hidden["id"]))["thread"]["state"] == "OPEN"
        assert (await accepted.item())["thread"]["state"] == "OPEN"
    assert await stands(bob) == {}
    assert [node["lastMessage"]["text"] for node in await bob.nodes("inbox")] == [LINK]


@pytest.mark.shows("6.14")
async def test_a_deleted_one_starts_afresh_and_an_undo_brings_all_reasons_back(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob, LINK)
    [hidden] = await bob.nodes("requests", folder="HIDDEN")
    assert (await bob.do("delete", id=hidden["id"]))["deletedId"] == hidden["id"]
    assert await stands(bob) == {}
    await alice.request(bob, "x@example.com")
    assert await stands(bob) == {"alice": ("HIDDEN", "CONTACT_DETAILS")}
    await bob.do("undoDelete", id=hidden["id"])
    assert await stands(bob) == {"alice": ("HIDDEN", "LINK", "CONTACT_DETAILS")}


@pytest.mark.parametrize("texts", [(LINK, "clean"), ("clean", LINK)])
async def test_an_undone_request_is_hidden_if_any_of_its_messages_is(
    world: World, texts: tuple[str, str]
) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob, texts[0])
    id = await bob.thread_id(alice)
    await bob.do("delete", id=id)
    await alice.request(bob, texts[1])
    await bob.do("undoDelete", id=id)
    assert await stands(bob) == {"alice": ("HIDDEN", "LINK")}


@pytest.mark.shows("6.15")
async def test_nothing_in_an_open_thread_is_hidden(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await bob.do("updateFilterWords", words=["crypto"])
    await alice.opens(bob)
    async with bob.listen("messageAdded") as added:
        await alice.send(bob, f"crypto, {LINK}")
        assert (await added.item())["message"]["text"] == f"crypto, {LINK}"
    assert await stands(bob) == {}


@pytest.mark.shows("6.15")
async def test_a_hidden_request_that_a_follow_opens_leaves_hidden_whole(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob, LINK)
    async with bob.listen("events") as events:
        await bob.do("follow", userId=alice.id)
        await alice.request(bob, LINK)
        names = [item["__typename"] for item in await events.items(5)]
    assert names == ["FollowChanged", "BadgeChanged", "ThreadOpened", "BadgeChanged", "MessageAdded"]
    assert await bob.texts(alice) == [LINK, LINK]
    assert await stands(bob) == {}


async def test_what_is_sunk_hides_nothing(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    await bob.do("delete", id=await bob.request_id(alice), never=True)
    await alice.request(bob, LINK)
    assert await stands(bob) == {}
