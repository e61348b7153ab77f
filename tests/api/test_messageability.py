"""The Message button says what a send would come to, to the letter."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.db.fields import to_micros
from rules.policy import Audience
from rules.problems import ReportReason
from tests.api.sending import PENDING, UNAVAILABLE, Answer, open_thread
from tests.api.statements import statements_of
from tests.live.acts import thread_id_of
from tests.world import START, Person, World

NEVER_MIND: Answer = {"messagesLeft": None, "notice": None, "obstacle": None}
MESSAGE: Answer = NEVER_MIND | {"action": "MESSAGE", "place": "PROFILE"}
OF_RECIPIENT = "COALESCE(m.unaccepted, 0)"
"""In the one statement that reads what the reachability bit reads."""
OWN_FACTS: dict[str, dict[str, Any]] = {
    "none": {},
    "under age": {"birth_date": date(2015, 1, 1)},
    "without phone": {"phone_verified": False},
    "restricted": {"restriction_reason": ReportReason.SPAM},
}
CHILD, SOON = date(2015, 1, 1), date(START.year - 16, START.month, START.day - 3)


def request(left: int, place: str = "PROFILE") -> Answer:
    return {"action": "REQUEST", "place": place, "messagesLeft": left, "notice": PENDING, "obstacle": None}


def unavailable(obstacle: Answer, place: str | None = "PROFILE") -> Answer:
    told = {name: obstacle[name] for name in ("code", "message")}
    return NEVER_MIND | {"action": "UNAVAILABLE", "place": place, "obstacle": told}


async def button(me: Person, other: Person) -> Any:
    return (await me.user(other))["messageability"]


@pytest.mark.shows("7.30", "7.32")
async def test_from_the_first_message_to_the_accept(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    for left in (3, 2, 1):
        assert await button(alice, bob) == request(left)
        sent = await alice.request(bob)
    assert sent["thread"]["messagesLeftBeforeAccept"] == 0
    assert await button(alice, bob) == unavailable(await alice.request(bob))
    assert await button(bob, alice) == MESSAGE
    await bob.accept(alice)
    assert await button(alice, bob) == MESSAGE


@pytest.mark.shows("7.33", "7.35", "2.22")
@pytest.mark.parametrize(
    "facts",
    [
        {"is_active": False},
        {"birth_date": CHILD},
        {"birth_date": None},
        {"audience": Audience.NO_ONE},
        {"audience": Audience.FRIENDS},
        {"is_verified": True},
    ],
)
async def test_who_cannot_be_reached(world: World, facts: dict[str, Any]) -> None:
    alice, bob = await world.cast("alice", "bob")
    await bob.becomes(**facts)
    assert await button(alice, bob) == unavailable(UNAVAILABLE, None)
    assert await alice.request(bob) == UNAVAILABLE


@pytest.mark.shows("2.22")
async def test_an_inactive_user_of_an_open_thread(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await open_thread(alice, bob)
    await bob.becomes(is_active=False)
    assert await button(alice, bob) == MESSAGE


@pytest.mark.shows("7.28", "7.30")
async def test_a_thread_that_opened_during_a_block(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.follows(bob)
    await _slip_past(bob, alice)
    await bob.becomes(audience=Audience.NO_ONE)
    assert (await alice.user(bob))["threadWithMe"] is None
    assert await button(alice, bob) == MESSAGE
    assert [node["id"] for node in await alice.nodes("people", search="bob")] == [bob.id]
    assert (await alice.request(bob))["thread"]["state"] == "OPEN"


@pytest.mark.shows("7.34")
@pytest.mark.parametrize(
    ("follows_me", "followed", "expected"),
    [
        (False, False, request(3)),
        (False, True, request(3)),
        (True, False, MESSAGE | {"place": "MENU"}),
        (True, True, MESSAGE),
    ],
)
async def test_the_place_of_the_button(
    world: World, follows_me: bool, followed: bool, expected: Answer
) -> None:
    alice, bob = await world.cast("alice", "bob")
    if follows_me:
        await bob.follows(alice)
    if followed:
        await alice.follows(bob)
    assert await button(alice, bob) == expected


@pytest.mark.shows("7.31", "7.35")
@pytest.mark.parametrize("cause", ["under age", "without phone", "restricted"])
async def test_no_button_for_who_may_not_send_at_all(world: World, cause: str) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.becomes(**OWN_FACTS[cause])
    assert await button(alice, bob) == unavailable(await alice.request(bob), None)


@pytest.mark.shows("7.31")
async def test_a_block_of_ones_own_keeps_the_button_in_its_place(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.do("block", userId=bob.id)
    assert await button(alice, bob) == unavailable(await alice.request(bob))


async def test_of_oneself(world: World) -> None:
    alice = await world.person("alice")
    assert await button(alice, alice) == unavailable(await alice.request(alice), None)


@pytest.mark.shows("7.31")
@pytest.mark.parametrize("cause", [*OWN_FACTS, "empty bucket", "block", "cap", "no pairs left"])
async def test_with_an_own_obstacle_the_recipient_is_not_read(world: World, cause: str) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.becomes(**OWN_FACTS.get(cause, {}))
    await _spend(alice, cause == "empty bucket", 20 * (cause == "no pairs left"))
    for _ in range(3 * (cause == "cap")):
        await alice.request(bob)
    if cause == "block":
        await alice.do("block", userId=bob.id)
    log = await statements_of(alice, "user", username=bob.name)
    assert any(OF_RECIPIENT in statement for statement in log) is (cause == "none")


DEEDS = ["requests", "accepts", "deletes", "shuns", "blocks", "unblocks", "follows", "slips past"]
SENDER = st.fixed_dictionaries(
    {},
    optional={
        "birth_date": st.sampled_from([CHILD, SOON, None]),
        "phone_verified": st.just(False),
        "restriction_reason": st.just(ReportReason.SPAM),
        "account_created_at": st.just(START - timedelta(days=1)),
    },
)
RECIPIENT = st.fixed_dictionaries(
    {"audience": st.sampled_from([None, *Audience])},
    optional={
        "is_active": st.just(False),
        "is_verified": st.just(True),
        "birth_date": st.sampled_from([CHILD, SOON, None]),
        "erased_at": st.just(START),
    },
)


async def _slip_past(me: Person, other: Person) -> None:
    """A request that was sent while the other blocks."""
    await other.do("block", userId=me.id)
    await me.request(other)
    await other.do("unblock", userId=me.id)


async def _do(me: Person, verb: str, other: Person) -> None:
    """Also in vain."""
    match verb:
        case "requests":
            await me.request(other)
        case "accepts":
            waiting = [node["id"] for node in await me.nodes("requests") if node["sender"]["id"] == other.id]
            for id in waiting:
                await me.do("accept", requestId=id)
        case "deletes" | "shuns" if await me.world.rows("threads", "id", f"{me.key} IN (low_id, high_id)"):
            await me.do("delete", id=await thread_id_of(me, other), never=verb == "shuns")
        case "slips past":
            await _slip_past(me, other)
        case "blocks" | "unblocks" | "follows":
            await me.do(verb.removesuffix("s"), userId=other.id)


@pytest.mark.shows("7.30", "7.31", "7.32", "7.33")
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    deeds=st.lists(st.tuples(st.booleans(), st.sampled_from(DEEDS)), max_size=6),
    sender=SENDER | st.just({}),
    recipient=RECIPIENT | st.just({}),
    empty=st.sampled_from([False, False, False, True]),
    pairs=st.sampled_from([0, 0, 4, 5, 19, 20]),
)
async def test_it_says_what_a_send_then_answers(
    world: World,
    deeds: list[tuple[bool, str]],
    sender: dict[str, Any],
    recipient: dict[str, Any],
    empty: bool,
    pairs: int,
) -> None:
    world.clock.now, world.clock.tick = START, timedelta()
    number = len(await world.rows("users", "id"))
    alice, bob = await world.cast(f"alice{number}", f"bob{number}")
    for by_alice, verb in deeds:
        await _do(*((alice, verb, bob) if by_alice else (bob, verb, alice)))
    await alice.becomes(**sender)
    await bob.becomes(**recipient)
    await _spend(alice, empty, pairs)
    button_before = await button(alice, bob)
    assert _told(button_before) == _came_to(await alice.request(bob), button_before)


async def _spend(person: Person, empty: bool, pairs: int) -> None:
    database = person.world.database
    full_at = to_micros(person.world.clock.now + timedelta(minutes=1 if empty else 0))
    await database.execute("UPDATE user_streams SET bucket_at = $1 WHERE user_id = $2", (full_at, person.key))
    await database.execute("DELETE FROM quotas WHERE user_id = $1", (person.key,))
    add = "INSERT INTO quotas (user_id, day, pairs) VALUES ($1, $2, $3)"
    await database.execute(add, (person.key, START.date().isoformat(), pairs))


def _told(button: Answer) -> tuple[Any, ...]:
    return button["action"], button["messagesLeft"], button["obstacle"]


def _came_to(answer: Answer, button: Answer) -> tuple[Any, ...]:
    if "code" in answer:
        return "UNAVAILABLE", None, {name: answer[name] for name in ("code", "message")}
    if answer["thread"]["state"] == "OPEN":
        return "MESSAGE", None, None
    return "REQUEST", answer["thread"]["messagesLeftBeforeAccept"] + 1, None
