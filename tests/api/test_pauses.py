"""Quiet time: what begins in it goes to Hidden, and its end says how many came."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from models.sending.write import write_at_once
from resolvers import send_sets
from resolvers.filtering import end_pauses
from rules.policy import Policy
from tests.api.sending import invalid
from tests.world import Person, World


@pytest.fixture
def policy() -> Policy:
    return replace(Policy(), pause_suggested_at=2)


async def pauses(person: Person, **time: float) -> Any:
    """Quiet time for so long."""
    until = (person.world.clock.now + timedelta(**time)).isoformat()
    return (await person.do("pauseRequests", until=until))["viewer"]["requestPause"]


async def pause_of(person: Person) -> Any:
    return (await person.run("viewer"))["requestPause"]


async def places(person: Person) -> dict[str, Any]:
    """Each request by its sender, with its reasons if it is hidden."""
    found = {node["sender"]["username"]: "REQUESTS" for node in await person.nodes("requests")}
    for node in await person.nodes("requests", folder="HIDDEN"):
        found[node["sender"]["username"]] = node["hiddenReasons"]
    return found


async def test_an_anonymous_one_has_none(world: World) -> None:
    answer = await world.anonymous("pauseRequests", input={"until": None})
    assert answer["data"] == {"pauseRequests": None}
    assert answer["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


@pytest.mark.shows("6.28")
async def test_what_begins_in_it_is_hidden_without_event_and_badge(world: World) -> None:
    me, ann, ben = await world.cast("me", "ann", "ben")
    await ann.request(me)
    paused = await pauses(me, hours=1)
    assert paused["isOn"] is True
    assert paused["requestsHidden"] is None
    before = (await me.run("viewer"))["badge"]
    async with me.listen("requestReceived") as received, me.listen("events") as events:
        for _ in range(2):
            sent = await ben.request(me)
            assert sent["thread"]["state"] == "PENDING"
        assert await events.is_quiet()
        assert (await me.run("viewer"))["badge"] == before
        await ann.request(me)
        assert [(await events.item())["__typename"] for _ in range(2)] == ["BadgeChanged", "RequestUpdated"]
        assert await received.is_quiet()
    assert await places(me) == {"ann": "REQUESTS", "ben": ["PAUSED"]}


@pytest.mark.shows("6.28")
async def test_senders_who_may_write_openly_still_do(world: World) -> None:
    me, ann, ben, cat = await world.cast("me", "ann", "ben", "cat")
    await ann.opens(me)
    await me.follows(ben)
    await me.request(cat)
    await pauses(me, hours=1)
    for sender in (ben, cat):
        assert (await sender.request(me))["thread"]["state"] == "OPEN"
    await ann.send(me)
    assert {thread["peer"]["username"] for thread in await me.nodes("inbox")} == {"ann", "ben", "cat"}
    assert await places(me) == {}


@pytest.mark.shows("6.29")
async def test_it_ends_by_hand_with_one_item(world: World) -> None:
    me, ann, ben, cat, dan = await world.cast("me", "ann", "ben", "cat", "dan")
    await pauses(me, hours=1)
    for sender in (ann, ben, cat):
        await sender.request(me)
    await me.do(
        "deleteRequests",
        asOf=await cursor(me),
        requests={"filter": {"folder": "HIDDEN", "olderThan": at(world)}},
    )
    for sender in (ann, ben):
        await sender.request(me)
    async with me.listen("events") as events:
        done = await me.do("pauseRequests", until=None)
        assert [await events.item() for _ in range(2)][1]["viewer"]["requestPause"]["requestsHidden"] == 2
        assert await events.is_quiet()
        ended = done["viewer"]["requestPause"]
        assert (ended["isOn"], ended["requestsHidden"]) == (False, 2)
        again = await me.do("pauseRequests", until=None)
        assert again["viewer"]["requestPause"] == ended
        assert await events.is_quiet()
    await dan.request(me)
    assert await places(me) == {"ann": ["PAUSED"], "ben": ["PAUSED"], "dan": "REQUESTS"}


@pytest.mark.shows("6.29")
async def test_what_an_earlier_one_hid_is_not_counted_again(world: World) -> None:
    me, ann, ben = await world.cast("me", "ann", "ben")
    await pauses(me, hours=1)
    for _ in range(2):
        await ann.request(me)
    assert (await me.do("pauseRequests", until=None))["viewer"]["requestPause"]["requestsHidden"] == 1
    await pauses(me, hours=1)
    for sender in (ann, ben):
        await sender.request(me)
    assert (await me.do("pauseRequests", until=None))["viewer"]["requestPause"]["requestsHidden"] == 1
    assert await places(me) == {"ann": ["PAUSED"], "ben": ["PAUSED"]}


@pytest.mark.shows("6.28", "6.29", "5.41")
async def test_what_comes_back_from_the_archive_begins_again(world: World) -> None:
    names = ("ann", "ben", "cat", "dan", "eve")
    me, ann, ben, cat, dan, eve = await world.cast("me", *names)
    for sender, text in ((ann, "Hi"), (ben, "example.com"), (cat, "example.com")):
        await sender.request(me, text)
    [kept] = [node["id"] for node in await me.nodes("requests", folder="HIDDEN") if sent_by(node, cat)]
    await me.do("moveRequest", requestId=kept)
    world.clock.advance(days=45)
    await dan.request(me)
    await pauses(me, days=90)
    await eve.request(me)
    world.clock.advance(days=46)
    before = (await me.run("viewer"))["badge"]
    async with me.listen("events") as events:
        for sender in (ann, ben, cat):
            await sender.request(me)
        assert await events.is_quiet()
        assert (await me.run("viewer"))["badge"] == before
        for sender in (ann, dan, eve):
            await sender.request(me)
        assert [(await events.item())["__typename"] for _ in range(2)] == ["BadgeChanged", "RequestUpdated"]
    assert await places(me) == {
        "ann": ["PAUSED"],
        "ben": ["LINK", "PAUSED"],
        "cat": ["LINK", "PAUSED"],
        "dan": "REQUESTS",
        "eve": ["PAUSED"],
    }
    assert (await me.do("pauseRequests", until=None))["viewer"]["requestPause"]["requestsHidden"] == 4


@pytest.mark.shows("5.45", "6.12")
async def test_a_moved_request_keeps_its_link_whatever_comes_later(world: World) -> None:
    me, cat = await world.cast("me", "cat")
    await cat.request(me, "see example.com")
    [hidden] = await me.nodes("requests", folder="HIDDEN")
    await me.do("moveRequest", requestId=hidden["id"])
    await cat.request(me)
    assert len(await me.nodes("requests", filter={"hasLink": True})) == 1
    assert await me.nodes("requests", filter={"hasLink": False}) == []
    world.clock.advance(days=91)
    await pauses(me, days=1)
    await cat.request(me)
    [node] = await me.nodes("requests", folder="HIDDEN", filter={"hasLink": True})
    assert node["hiddenReasons"] == ["LINK", "PAUSED"]


def sent_by(node: Any, sender: Person) -> bool:
    found: bool = node["sender"]["id"] == sender.id
    return found


@pytest.mark.shows("6.29")
async def test_it_ends_by_the_clock_and_is_told_once(world: World) -> None:
    me, ann, ben = await world.cast("me", "ann", "ben")
    await pauses(me, hours=1)
    await ann.request(me)
    async with me.listen("events") as events:
        assert await end_pauses(world.services) == 0
        world.clock.advance(hours=1)
        await ben.request(me)
        assert [(await events.item())["__typename"] for _ in range(2)] == ["BadgeChanged", "RequestReceived"]
        assert await places(me) == {"ann": ["PAUSED"], "ben": "REQUESTS"}
        over = await pause_of(me)
        assert (over["isOn"], over["requestsHidden"]) == (False, None)
        assert await end_pauses(world.services) == 1
        badge, told = [await events.item() for _ in range(2)]
        assert (badge["__typename"], told["__typename"]) == ("BadgeChanged", "RequestPauseChanged")
        assert told["viewer"]["requestPause"] == over | {"requestsHidden": 1}
        assert await end_pauses(world.services) == 0
        assert await events.is_quiet()


@pytest.mark.shows("6.29")
async def test_one_that_is_over_is_told_before_the_next_begins(world: World) -> None:
    me = await world.person("me")
    await pauses(me, hours=1)
    world.clock.advance(hours=2)
    second = await pauses(me, hours=1)
    assert second["since"] > (world.clock.now - timedelta(minutes=1)).isoformat()
    kinds = await world.rows("user_events", "seq, kind", f"user_id = {me.key}")
    assert kinds == [(1, 24), (2, 24), (3, 24)]


@pytest.mark.shows("6.29")
async def test_a_process_whose_clock_is_late_hides_nothing_after_its_end(world: World) -> None:
    """The send would be in none of the two: it rings no one, and `requestsHidden` was counted before."""
    me, ann = await world.cast("me", "ann")
    await pauses(me, hours=1)
    await me.do("pauseRequests", until=None)
    world.clock.advance(seconds=-1)
    await ann.request(me)
    assert await places(me) == {"ann": "REQUESTS"}


@pytest.mark.shows("6.29")
async def test_a_send_that_its_end_overtakes_is_decided_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    if world.database.dialect == "sqlite":
        pytest.skip("a send is decided and written in one transaction")
    me, ann = await world.cast("me", "ann")
    await pauses(me, hours=1)

    async def ended_before(*given: Any, **named: Any) -> Any:
        world.clock.advance(hours=1)
        assert await end_pauses(world.services) == 1
        return await write_at_once(*given, **named)

    monkeypatch.setattr(send_sets, "write_at_once", ended_before)
    await ann.request(me)
    assert await places(me) == {"ann": "REQUESTS"}


@pytest.mark.shows("6.30")
async def test_its_end_can_be_moved(world: World) -> None:
    me, ann = await world.cast("me", "ann")
    first = await pauses(me, hours=1)
    second = await pauses(me, hours=3)
    assert second["since"] == first["since"]
    assert second["until"] > first["until"]
    world.clock.advance(hours=2)
    await ann.request(me)
    assert await places(me) == {"ann": ["PAUSED"]}


@pytest.mark.shows("6.31")
async def test_it_is_suggested_when_many_came(world: World) -> None:
    me, ann, ben = await world.cast("me", "ann", "ben")

    async def suggests() -> Any:
        return (await me.run("viewer"))["badge"]["suggestsPause"]

    await ann.request(me)
    assert await suggests() is False
    async with me.listen("events") as events:
        await ben.request(me)
        assert (await events.item())["viewer"]["badge"]["suggestsPause"] is True
        await pauses(me, minutes=10)
        assert (await events.item())["__typename"] == "RequestReceived"
        assert (await events.item())["viewer"]["badge"]["suggestsPause"] is False
    assert await suggests() is False
    world.clock.advance(minutes=20)
    assert await suggests() is True
    world.clock.advance(minutes=50)
    assert await suggests() is False


@pytest.mark.shows("6.32")
async def test_a_time_that_cannot_be(world: World) -> None:
    me = await world.person("me")
    await pauses(me, hours=1)
    before = await pause_of(me)
    for years, reason in ((-1, "NOT_IN_FUTURE"), (11, "TOO_FAR"), (7_900, "TOO_FAR")):
        until = world.clock.now.replace(year=world.clock.now.year + years).isoformat()
        async with world.unchanged():
            assert await me.do("pauseRequests", until=until) == invalid("until", reason)
    for wrong in ("tomorrow", "2027-01-01", 5):
        answer = await me.post("pauseRequests", input={"until": wrong})
        assert answer["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"
    assert await pause_of(me) == before


async def test_a_user_who_is_deactivated_in_between_is_told_later(world: World) -> None:
    me = await world.person("me")
    await pauses(me, hours=1)
    world.clock.advance(hours=2)
    await me.becomes(is_active=False)
    assert await end_pauses(world.services) == 0
    await me.becomes(is_active=True)
    assert await end_pauses(world.services) == 1


async def cursor(person: Person) -> Any:
    return (await person.run("requests"))["eventCursor"]


def at(world: World) -> str:
    return world.clock.now.isoformat()
