"""A wave of requests is paused, counted and swept, and decisions are appealed, while others act at the same time."""

from datetime import timedelta
from typing import Any

import pytest

from rules.events import EventKind
from rules.policy import Policy
from rules.pushes import LEASE
from tests.api.many import now
from tests.api.moderation import moderator
from tests.api.pushes import acknowledge, take
from tests.races.arena import Arena, kinds, race
from tests.races.test_bans import ban, case
from tests.world import Person, World

ROUNDS = 3
LATE = "2036-01-01T00:00:00+00:00"
FILTERS: dict[str, dict[str, Any]] = {
    "all": {"all": True},
    "older than": {"olderThan": LATE},
    "not followed by me": {"notFollowedByMe": True},
    "hidden reason": {"hiddenReason": "LINK"},
    "search": {"search": "new"},
    "text": {"text": "HELLO"},
    "mutual follows": {"mutualFollows": True},
    "no mutual follows": {"mutualFollows": False},
    "follows me": {"followsMe": True},
    "follows me not": {"followsMe": False},
    "verified": {"verified": True},
    "not verified": {"verified": False},
    "has a link": {"hasLink": True},
    "has no link": {"hasLink": False},
    "requests": {"folder": "REQUESTS"},
    "hidden": {"folder": "HIDDEN"},
}


async def _fit(filter: dict[str, Any], pair: list[Person], senders: list[Person]) -> None:
    """Makes the senders what the filter finds, but for their texts; `pair`: the recipient, and a friend."""
    bob, friend = pair
    await bob.follows(friend)
    for sender in senders:
        if filter.get("mutualFollows"):
            await friend.follows(sender)
        if filter.get("followsMe"):
            await sender.follows(bob)
        if filter.get("verified"):
            await sender.becomes(is_verified=True)


@pytest.mark.shows("5.43")
@pytest.mark.parametrize("name", FILTERS)
async def test_a_sweep_takes_what_was_counted_while_more_come(arena: Arena, name: str) -> None:
    filter = FILTERS[name]
    links = filter.get("hasLink") or filter.get("hiddenReason") or filter.get("folder") == "HIDDEN"
    text = "Hello! See example.com" if links else "Hello!"

    async def one() -> None:
        bob, friend, *senders = await arena.people("bob", "friend", *[f"new{n}." for n in range(7)])
        await _fit(filter, [bob, friend], senders)
        for sender in senders[:3]:
            await sender.request(bob, text)
        as_of = await now(bob)
        asked = {"filter": filter, "asOf": as_of}
        counted = await bob.run("requestCount", **asked)
        assert counted == 3
        swept, again, *sent = await race(
            bob.do("deleteRequests", asOf=as_of, requests={"filter": filter}),
            arena.elsewhere(bob).run("requestCount", **asked),
            *[sender.request(bob, text) for sender in senders[3:]],
        )
        assert kinds(sent) == ["SendRequestSuccess"] * 4
        assert again in (0, counted)
        assert (swept["count"], swept["remaining"]) == (counted, 0)
        left = [*await bob.nodes("requests"), *await bob.nodes("requests", folder="HIDDEN")]
        assert {node["sender"]["id"] for node in left} == {sender.id for sender in senders[3:]}

    await arena.repeat(one)


@pytest.mark.shows("6.28", "6.29")
@pytest.mark.parametrize("until", [LATE, None], ids=["beginning", "end"])
async def test_a_request_beside_quiet_time_is_counted_or_rings(arena: Arena, until: str | None) -> None:
    async def one() -> None:
        bob, *senders = await arena.people("bob", *[f"s{number}." for number in range(4)])
        if until is None:
            await bob.do("pauseRequests", until=LATE)
        _, *sent = await race(
            bob.do("pauseRequests", until=until), *[sender.request(bob) for sender in senders]
        )
        assert kinds(sent) == ["SendRequestSuccess"] * 4
        await bob.do("pauseRequests", until=None)
        hidden = await bob.nodes("requests", folder="HIDDEN")
        assert all(node["hiddenReasons"] == ["PAUSED"] for node in hidden)
        pause = (await bob.run("viewer"))["requestPause"]
        assert (pause["isOn"], pause["requestsHidden"]) == (False, len(hidden))
        where = f"user_id = {bob.key} AND kind = {EventKind.REQUEST_RECEIVED:d}"
        assert len(await bob.world.rows("user_events", "seq", where)) == 4 - len(hidden)

    await arena.play(one)


@pytest.mark.shows("8.38", "8.39")
async def test_of_two_moderators_one_answers_an_appeal(arena: Arena) -> None:
    async def one() -> None:
        alice, bob, mike, nina = await arena.people("alice", "bob", "mike", "nina")
        judy, report = await case(arena, alice)
        await ban(judy, report)
        appeals = await race(
            *[device.do("appealRestriction", text="No.") for device in arena.everywhere(alice, 3)]
        )
        assert kinds(appeals) == ["AppealRestrictionSuccess", "NotFound", "NotFound"]
        decision = (await alice.run("viewer"))["standing"]["restriction"]["decisionId"]
        answers = await race(
            *[
                moderator(by).do("resolveAppeal", decisionId=decision, uphold=uphold, answer="We looked.")
                for by, uphold in ((mike, True), (nina, False), (judy, False))
            ]
        )
        assert kinds(answers) == ["NotAllowed", "NotFound", "ResolveAppealSuccess"]
        is_free = answers[1]["__typename"] == "ResolveAppealSuccess"
        sent = (await alice.request(bob))["__typename"]
        assert sent == ("SendRequestSuccess" if is_free else "MessagingRestricted")
        where = f"user_id = {alice.key} AND action IN (7, 8)"
        assert len(await alice.world.rows("moderation_actions", "id", where)) == 1

    await arena.repeat(one, ROUNDS)


@pytest.mark.shows("8.39")
async def test_of_two_reversals_and_a_ban_at_once_the_ban_holds(arena: Arena) -> None:
    """Both earlier decisions are reversed, in whatever order: then neither of them holds, and the ban does."""

    async def one() -> None:
        alice, bob, mike, nina = await arena.people("alice", "bob", "mike", "nina")
        judy, report = await case(arena, alice)
        until = {"resolution": "RESTRICT", "until": LATE}
        await judy.do("resolveReport", reportId=report, **until)
        decisions = []
        for _ in range(2):
            found = (await alice.run("viewer"))["standing"]["restriction"]["decisionId"]
            decisions.append(found)
            await alice.do("appealRestriction", text="No.")
            judy, report = await case(arena, alice)
            await ban(judy, report)
        judy, report = await case(arena, alice)
        answers = await race(
            *[
                moderator(by).do("resolveAppeal", decisionId=decision, uphold=False, answer="Sorry.")
                for by, decision in zip((mike, nina), decisions, strict=True)
            ],
            ban(judy, report),
        )
        assert kinds(answers[:2]) == ["ResolveAppealSuccess"] * 2
        assert (await alice.request(bob))["__typename"] == "MessagingRestricted"

    await arena.repeat(one, ROUNDS)


@pytest.mark.shows("6.29", "6.30")
async def test_two_devices_begin_and_end_quiet_time(arena: Arena) -> None:
    async def one() -> None:
        bob, *senders = await arena.people("bob", *[f"q{number}." for number in range(3)])
        first, second, third = arena.everywhere(bob, 3)
        await race(
            first.do("pauseRequests", until=LATE),
            second.do("pauseRequests", until=None),
            third.do("pauseRequests", until=LATE),
            *[sender.request(bob) for sender in senders],
        )
        was_on = (await bob.run("viewer"))["requestPause"]["isOn"]
        done = await bob.do("pauseRequests", until=None)
        pause = done["viewer"]["requestPause"]
        assert pause["isOn"] is False
        hidden = len(await bob.nodes("requests", folder="HIDDEN"))
        assert hidden + len(await bob.nodes("requests")) == 3
        assert 0 <= pause["requestsHidden"] <= hidden
        where = f"user_id = {bob.key} AND kind = {EventKind.REQUEST_PAUSE_CHANGED:d}"
        told = len(await bob.world.rows("user_events", "seq", where))
        assert told in ((3, 4) if was_on else (3,)), "each beginning, each end that ended something"

    await arena.repeat(one, ROUNDS)


@pytest.mark.shows("5.51")
async def test_of_many_codes_that_are_made_at_once_twenty_are_good(arena: Arena) -> None:
    async def one() -> None:
        [bob] = await arena.people("bob")
        made = await race(
            *[device.do("createContactCode", label="one") for device in arena.everywhere(bob, 24)]
        )
        assert kinds(made) == ["ContactCodeLimitReached"] * 4 + ["CreateContactCodeSuccess"] * 20
        assert len((await bob.run("viewer"))["contactCodes"]) == 20

    await arena.repeat(one, ROUNDS)


@pytest.fixture
def policy() -> Policy:
    return Policy(pushes=True)


@pytest.mark.shows("16.6", "16.7")
async def test_a_lease_that_has_ended_is_acknowledged_or_taken_over(world: World) -> None:
    for number in range(8):
        alice, bob = await world.cast(f"alice{number}", f"bob{number}")
        await alice.request(bob)
        held = await take(world, leaseSeconds=LEASE.least)
        world.clock.now += timedelta(seconds=LEASE.least)
        count, *taken = await race(acknowledge(world, held), take(world), take(world))
        again = [push for one in taken for push in one["pushes"]]
        assert (count, len(again)) in {(1, 0), (0, 1)}
        assert [await acknowledge(world, one) for one in taken].count(1) == len(again)
