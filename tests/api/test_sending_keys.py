"""Client keys: the same send twice is one send."""

from datetime import date, timedelta
from typing import Any

import pytest

from models.sending.write import Quota
from models.users import UserStream
from schema.types.ids import Kind
from tests.api.sending import (
    CAPPED,
    CONFLICT,
    NOT_FOUND,
    UNAVAILABLE,
    YOU_BLOCKED,
    invalid,
    left_of,
    open_thread,
)
from tests.world import START, Person, World

KEY = "k-1"
MONTH = timedelta(days=30)


@pytest.mark.shows("4.2")
@pytest.mark.parametrize(
    ("key", "flaw"), [("", ("EMPTY",)), ("k" * 65, ("TOO_LONG", 64)), ("a\0", ("BAD_CHARACTER",))]
)
async def test_what_is_no_key(world: World, key: str, flaw: tuple[Any, ...]) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await alice.request(carol)
    async with world.unchanged():
        assert await alice.request(bob, clientKey=key) == invalid("clientKey", *flaw)
        assert await alice.send(carol, clientKey=key) == invalid("clientKey", *flaw)


@pytest.mark.shows("1.5", "4.7")
async def test_the_same_send_by_an_id_of_another_secret(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    first, id = await alice.request(bob, clientKey=KEY), bob.id
    world.services.sealer.use(b"another " * 4, b"tests" * 8)
    assert bob.id != id
    again = await alice.request(bob, clientKey=KEY)
    assert (again["__typename"], left_of(again)) == ("SendRequestSuccess", left_of(first))
    assert len(await world.rows("messages")) == 1
    sent = await bob.do("sendMessage", threadId=first["thread"]["id"], text="Yes.", clientKey=KEY)
    assert sent["__typename"] == "SendMessageSuccess"
    again = await bob.do("sendMessage", threadId=sent["thread"]["id"], text="Yes.", clientKey=KEY)
    assert again["__typename"] == "SendMessageSuccess"
    assert len(await world.rows("messages")) == 2


@pytest.mark.shows("4.6", "4.8", "7.16")
async def test_a_number_is_no_id_of_the_first_send(world: World) -> None:
    """Else a sender could find out the number of a user or a thread, and so how many there are."""
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob, clientKey=KEY)
    await alice.send(bob, clientKey="2")
    user, [[row]] = bob.key, await world.rows("threads", "id")
    async with world.unchanged():
        assert await alice.do("sendRequest", recipientId=f"{user}", text="Hello!", clientKey=KEY) == CONFLICT
        assert await alice.do("sendMessage", threadId=f"{row}", text="Hi there.", clientKey="2") == CONFLICT


@pytest.mark.shows("4.7")
@pytest.mark.parametrize("key", ["k", "k" * 64, "\U0001f511 \u200b"])
async def test_the_same_again(world: World, key: str) -> None:
    alice, bob = await world.cast("alice", "bob")
    first = await alice.request(bob, "Hello!", clientKey=key)
    async with world.unchanged():
        again = await alice.request(bob, "  Hello! ", clientKey=key)
    assert again == first
    sent = await alice.send(bob, "More.", clientKey=KEY)
    async with world.unchanged():
        assert await alice.send(bob, "More.", clientKey=KEY) == sent
    assert await alice.texts(bob) == ["Hello!", "More."]


@pytest.mark.shows("4.7")
async def test_the_same_again_shows_what_is_now(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    first = await alice.request(bob, clientKey=KEY)
    assert left_of(first) == ("PENDING", 2)
    await alice.request(bob)
    assert left_of(await alice.request(bob, clientKey=KEY)) == ("PENDING", 1)
    await bob.accept(alice)
    again = await alice.request(bob, clientKey=KEY)
    assert left_of(again) == ("OPEN", None)
    assert again["sentMessage"] == first["sentMessage"]


@pytest.mark.shows("4.7")
async def test_the_same_again_after_a_delete_has_thread_and_message(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    pending = await alice.request(bob, clientKey=KEY)
    await open_thread(alice, carol)
    opened = await alice.send(carol, clientKey="k-2")
    id = await alice.thread_id(carol)
    for other in (bob, carol):
        await alice.do("delete", id=await alice.thread_id(other))
    async with world.unchanged():
        repeated = await alice.request(bob, clientKey=KEY)
        again = await alice.do("sendMessage", threadId=id, text="Hi there.", clientKey="k-2")
    assert repeated["thread"] == pending["thread"]
    assert repeated["sentMessage"] == pending["sentMessage"]
    assert again["thread"] == opened["thread"]
    assert again["sentMessage"] == opened["sentMessage"]


@pytest.mark.shows("4.7", "5.16", "5.17")
@pytest.mark.parametrize("steps", ["delete block accept", "block delete accept", "block accept delete"])
async def test_the_same_again_shows_no_accept_during_ones_own_block(world: World, steps: str) -> None:
    alice, bob = await world.cast("alice", "bob")
    first = await alice.request(bob, clientKey=KEY)
    id = await alice.thread_id(bob)
    for step in steps.split():
        match step:
            case "delete":
                await alice.do("delete", id=id)
            case "block":
                await blocking(alice, bob)
            case "accept":
                await bob.accept(alice)
    async with world.unchanged():
        again = await alice.request(bob, clientKey=KEY)
    assert (again["thread"], again["sentMessage"]) == (first["thread"], first["sentMessage"])
    await alice.do("unblock", userId=bob.id)
    assert left_of(await alice.request(bob, clientKey=KEY)) == ("OPEN", None)


@pytest.mark.shows("4.3")
async def test_a_key_is_its_viewers(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await alice.request(carol, clientKey=KEY)
    assert left_of(await bob.request(carol, clientKey=KEY)) == ("PENDING", 2)
    assert len(await carol.nodes("requests")) == 2


@pytest.mark.shows("4.4", "4.6", "4.8")
async def test_another_input_is_a_conflict(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    first = await alice.request(bob, "Hello!", clientKey=KEY)
    await alice.request(carol)
    async with world.unchanged():
        assert await alice.request(bob, "Hello", clientKey=KEY) == CONFLICT
        assert await alice.request(carol, "Hello!", clientKey=KEY) == CONFLICT
        assert await alice.send(bob, "Hello!", clientKey=KEY) == CONFLICT
        assert await alice.send(carol, "Hello!", clientKey=KEY) == CONFLICT
        assert await alice.request(bob, "x" * 501, clientKey=KEY) == CONFLICT
        assert await alice.do("sendRequest", recipientId="none", text="", clientKey=KEY) == CONFLICT
        assert (await alice.request(bob, "Hello!", clientKey=KEY))["sentMessage"] == first["sentMessage"]
    await alice.send(bob, "Bye!", clientKey="k-2")
    async with world.unchanged():
        assert await alice.request(bob, "Bye!", clientKey="k-2") == CONFLICT


async def restricted(alice: Person, bob: Person) -> None:
    await alice.becomes(restriction_reason=0, birth_date=None, phone_verified=False)


async def out_of_tokens(alice: Person, bob: Person) -> None:
    world = alice.world
    full_at = world.clock.now + timedelta(minutes=1)
    await UserStream.filter(user_id=alice.key).using_db(world.database.orm).update(bucket_at=full_at)


async def blocking(alice: Person, bob: Person) -> None:
    await alice.do("block", userId=bob.id)


async def capped(alice: Person, bob: Person) -> None:
    await alice.request(bob)
    await alice.request(bob)
    assert await alice.request(bob) == CAPPED


async def tightened(alice: Person, bob: Person) -> None:
    await bob.do("updateDmAudience", audience="NO_ONE")


async def inactive(alice: Person, bob: Person) -> None:
    await bob.becomes(is_active=False)


@pytest.mark.shows("4.5")
@pytest.mark.parametrize("obstacle", [restricted, out_of_tokens, blocking, capped, tightened, inactive])
async def test_the_key_comes_before_every_obstacle(world: World, obstacle: Any) -> None:
    alice, bob = await world.cast("alice", "bob")
    first = await alice.request(bob, clientKey=KEY)
    await obstacle(alice, bob)
    async with world.unchanged():
        assert (await alice.request(bob, clientKey=KEY))["sentMessage"] == first["sentMessage"]
        assert await alice.request(bob, "Other", clientKey=KEY) == CONFLICT


@pytest.mark.shows("4.9")
async def test_a_success_is_kept_for_thirty_days(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    first = await alice.request(bob, clientKey=KEY)
    sent_at = world.clock.now
    world.clock.now = sent_at + MONTH - timedelta(seconds=1)
    assert (await alice.request(bob, clientKey=KEY))["sentMessage"] == first["sentMessage"]
    world.clock.now = sent_at + MONTH
    second = await alice.request(bob, clientKey=KEY)
    assert left_of(second) == ("PENDING", 1)
    async with world.unchanged():
        assert (await alice.request(bob, clientKey=KEY))["sentMessage"] == second["sentMessage"]
    world.clock.advance(days=30)
    third = await alice.request(carol, "Other", clientKey=KEY)
    assert left_of(third) == ("PENDING", 2)
    async with world.unchanged():
        assert await alice.request(bob, clientKey=KEY) == CONFLICT


@pytest.mark.shows("4.10")
async def test_unavailable_is_kept_as_long(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await tightened(alice, bob)
    async with world.unchanged(but_charged=True):
        assert await alice.request(bob, clientKey=KEY) == UNAVAILABLE
    answered_at = world.clock.now
    await bob.do("updateDmAudience", audience="EVERYONE")
    async with world.unchanged():
        assert await alice.request(bob, clientKey=KEY) == UNAVAILABLE
        assert await alice.request(bob, "Other", clientKey=KEY) == CONFLICT
        world.clock.now = answered_at + MONTH - timedelta(seconds=1)
        assert await alice.request(bob, clientKey=KEY) == UNAVAILABLE
    world.clock.now = answered_at + MONTH
    assert left_of(await alice.request(bob, clientKey=KEY)) == ("PENDING", 2)


@pytest.mark.shows("4.10")
async def test_an_old_success_gives_way_to_unavailable(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob, clientKey=KEY)
    world.clock.advance(days=30)
    await tightened(alice, bob)
    async with world.unchanged(but_charged=True):
        assert await alice.request(bob, clientKey=KEY) == UNAVAILABLE
    async with world.unchanged():
        assert await alice.request(bob, clientKey=KEY) == UNAVAILABLE


@pytest.mark.shows("4.11")
@pytest.mark.parametrize(
    ("obstacle", "remedy"),
    [
        (restricted, {"restriction_reason": None, "birth_date": date(1990, 1, 1), "phone_verified": True}),
        (out_of_tokens, None),
    ],
)
async def test_a_refusal_leaves_the_key_free(
    world: World, obstacle: Any, remedy: dict[str, Any] | None
) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await obstacle(alice, bob)
    async with world.unchanged():
        assert (await alice.request(bob, clientKey=KEY))["__typename"] != "SendRequestSuccess"
        assert await alice.request(bob, "", clientKey=KEY) == invalid("text", "EMPTY")
    if remedy:
        await alice.becomes(**remedy)
    world.clock.advance(hours=2)
    assert left_of(await alice.request(carol, "Other", clientKey=KEY)) == ("PENDING", 2)


@pytest.mark.shows("4.11")
async def test_a_refusal_by_block_or_cap_leaves_the_key_free(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await alice.request(bob)
    await capped(alice, bob)
    async with world.unchanged():
        assert await alice.request(bob, clientKey=KEY) == CAPPED
    await blocking(alice, bob)
    async with world.unchanged():
        assert await alice.request(bob, clientKey=KEY) == YOU_BLOCKED
    assert left_of(await alice.request(carol, clientKey=KEY)) == ("PENDING", 2)


@pytest.mark.shows("4.11")
async def test_a_refusal_by_the_day_or_the_thread_leaves_the_key_free(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await Quota.create(using_db=world.database.orm, user_id=alice.key, day=START.date(), pairs=20)
    unseen = world.services.sealer.seal(Kind.THREAD, 999_999)
    async with world.unchanged():
        assert (await alice.request(bob, clientKey=KEY))["__typename"] == "DailyLimitReached"
        assert await alice.do("sendMessage", threadId=unseen, text="Hi", clientKey=KEY) == NOT_FOUND
    world.clock.advance(days=1)
    assert left_of(await alice.request(carol, "Other", clientKey=KEY)) == ("PENDING", 2)


@pytest.mark.shows("4.12")
async def test_without_a_key_nothing_is_a_repeat(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    for text in ("Hi", "Hi"):
        await alice.request(bob, text)
    await alice.do("sendRequest", recipientId=bob.id, text="Hi", clientKey=None)
    assert await alice.texts(bob) == ["Hi", "Hi", "Hi"]
