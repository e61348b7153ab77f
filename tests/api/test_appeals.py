"""Appeals: once for each decision, answered by another moderator, with an answer that the user reads (behaviour 8)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from schema.types.ids import Kind
from tests.api.moderation import NOT_ALLOWED, ban, moderator, report, resolve, restrict, restricted, staff
from tests.api.provisioning import host
from tests.api.sending import invalid
from tests.live.devices import cursor_of
from tests.world import Person, World

NOT_FOUND = {"__typename": "NotFound", "code": "NOT_FOUND", "message": "This does not exist."}
WORDS = "It was not me."


async def standing(person: Person) -> Any:
    return (await person.run("viewer"))["standing"]


async def appeal(person: Person, text: str = WORDS, **more: Any) -> Any:
    return await person.do("appealRestriction", text=text, **more)


async def judged(world: World) -> tuple[Person, Person, Person, Person]:
    """Two moderators, a user whom the first one restricted, and its reporter."""
    judy, mike, alice, bob = await staff(world, "mike", "alice", "bob")
    await restrict(judy, bob, alice, days=30)
    return judy, moderator(mike), alice, bob


async def answered(by: Person, person: Person, *, uphold: bool, answer: str = "We looked again.") -> Any:
    decision = (await standing(person))["restriction"]["decisionId"]
    return await by.do("resolveAppeal", decisionId=decision, uphold=uphold, answer=answer)


@pytest.mark.shows("8.38")
async def test_the_restricted_one_appeals_once_and_sees_the_answer(world: World) -> None:
    _, mike, alice, bob = await judged(world)
    after = await cursor_of(alice)
    done = await appeal(alice, f"  {WORDS} ")
    assert done["viewer"]["standing"]["restriction"]["appeal"] == {"state": "OPEN"}
    shown = (await standing(alice))["restriction"]
    assert (shown["reason"], shown["appeal"]["text"], shown["appeal"]["answer"]) == ("SPAM", WORDS, None)
    for text in (WORDS, "Another."):
        assert await appeal(alice, text) == NOT_FOUND
    await answered(mike, alice, uphold=True)
    shown = (await standing(alice))["restriction"]["appeal"]
    assert (shown["state"], shown["answer"]) == ("UPHELD", "We looked again.")
    assert shown["answeredAt"] > shown["appealedAt"]
    assert (await alice.request(bob))["__typename"] == "MessagingRestricted"
    assert await appeal(alice, "Once more.") == NOT_FOUND
    async with alice.listen("events", after=after) as stream:
        items = await stream.items(2)
        states = [item["viewer"]["standing"]["restriction"]["appeal"]["state"] for item in items]
        assert [item["__typename"] for item in items] == ["StandingChanged"] * 2
        assert states == ["UPHELD", "UPHELD"], "as it is when it is read"
        assert await stream.is_quiet()


@pytest.mark.shows("8.39")
async def test_a_reversed_restriction_ends_at_once(world: World) -> None:
    _, mike, alice, bob = await judged(world)
    await appeal(alice)
    found = await answered(mike, alice, uphold=False)
    assert (found["appeal"]["state"], found["appeal"]["answeredBy"]["username"]) == ("REVERSED", "mike")
    assert (await alice.request(bob))["__typename"] == "SendRequestSuccess"
    assert (await standing(alice))["restriction"] is None


@pytest.mark.shows("8.38", "8.39")
async def test_the_answer_is_read_when_the_decision_is_no_longer_shown(world: World) -> None:
    judy, mike, alice, bob = await judged(world)
    decisions = [(await standing(alice))["restriction"]["decisionId"]]
    await appeal(alice, "The first.")
    await answered(mike, alice, uphold=False, answer="Sorry.")
    await restrict(judy, bob, alice, days=3)
    decisions.append((await standing(alice))["restriction"]["decisionId"])
    await appeal(alice, "The second.")
    await ban(judy, bob, alice)
    decisions.append((await standing(alice))["restriction"]["decisionId"])
    await appeal(alice, "The third.")
    await judy.do("liftRestriction", userId=alice.id)
    for decision in decisions[1:]:
        await mike.do("resolveAppeal", decisionId=decision, uphold=True, answer="It was right.")
    found = await standing(alice)
    assert found["restriction"] is None
    shown = [(one["decisionId"], one["text"], one["state"], one["answer"]) for one in found["appeals"]]
    assert shown == [
        (decisions[2], "The third.", "UPHELD", "It was right."),
        (decisions[1], "The second.", "UPHELD", "It was right."),
        (decisions[0], "The first.", "REVERSED", "Sorry."),
    ]
    assert (await standing(bob))["appeals"] == []


@pytest.mark.shows("8.39")
async def test_a_later_restriction_stays_when_an_earlier_one_is_reversed(world: World) -> None:
    judy, mike, alice, bob = await judged(world)
    decision = (await standing(alice))["restriction"]["decisionId"]
    await appeal(alice)
    await ban(judy, bob, alice)
    found = await mike.do("resolveAppeal", decisionId=decision, uphold=False, answer="Sorry.")
    assert found["appeal"]["state"] == "REVERSED"
    assert await alice.request(bob) == restricted()
    assert (await standing(alice))["restriction"]["appeal"] is None
    assert (await appeal(alice))["__typename"] == "AppealRestrictionSuccess", "the ban is another decision"


@pytest.mark.shows("8.23", "8.39")
async def test_what_the_reversed_one_replaced_or_outlasted_holds(world: World) -> None:
    judy, mike, alice, bob = await judged(world)
    replaced = (await standing(alice))["restriction"]
    await ban(judy, bob, alice)
    outlasted = await restrict(judy, bob, alice, days=40)
    await appeal(alice)
    async with alice.listen("events") as stream:
        await answered(mike, alice, uphold=False)
        shown = (await stream.item())["viewer"]["standing"]["restriction"]
        assert await stream.is_quiet()
    assert shown == (await standing(alice))["restriction"]
    assert (shown["until"], shown["appeal"]) == (outlasted.isoformat(), None)
    assert await alice.request(bob) == restricted(outlasted)
    for left in (replaced, None):
        await appeal(alice)
        await answered(mike, alice, uphold=False)
        assert (await standing(alice))["restriction"] == left
    assert (await alice.request(bob))["__typename"] == "SendRequestSuccess"


@pytest.mark.shows("8.39")
async def test_what_is_over_lifted_or_reversed_before_does_not_come_back(world: World) -> None:
    judy, mike, alice, bob = await judged(world)
    await judy.do("liftRestriction", userId=alice.id)
    await restrict(judy, bob, alice, days=3)
    second = (await standing(alice))["restriction"]["decisionId"]
    await appeal(alice)
    await restrict(judy, bob, alice, days=4)
    await mike.do("resolveAppeal", decisionId=second, uphold=False, answer="Sorry.")
    await restrict(judy, bob, alice, hours=1)
    await ban(judy, bob, alice)
    await appeal(alice)
    world.clock.advance(days=5)
    await answered(mike, alice, uphold=False)
    assert (await standing(alice))["restriction"] is None


@pytest.mark.shows("8.38", "8.39")
async def test_a_warning_is_appealed_by_its_id(world: World) -> None:
    judy, mike, alice, bob = await staff(world, "mike", "alice", "bob")
    await resolve(judy, bob, alice, "WARN")
    await resolve(judy, bob, alice, "WARN")
    assert await appeal(alice) == NOT_FOUND, "there is no restriction"
    newest, older = (await standing(alice))["warnings"]
    assert (await appeal(alice, decisionId=older["decisionId"]))["__typename"] == "AppealRestrictionSuccess"
    assert await appeal(alice, decisionId=older["decisionId"]) == NOT_FOUND
    found = await moderator(mike).do(
        "resolveAppeal", decisionId=older["decisionId"], uphold=False, answer="Sorry."
    )
    assert found["appeal"]["state"] == "REVERSED"
    shown = (await standing(alice))["warnings"]
    assert [one["appeal"] and one["appeal"]["state"] for one in shown] == [None, "REVERSED"]
    assert shown[0] == newest


@pytest.mark.shows("8.38")
async def test_nothing_else_can_be_appealed(world: World) -> None:
    _, mike, alice, bob = await judged(world)
    decision = (await standing(alice))["restriction"]["decisionId"]
    seal = world.services.sealer.seal
    assert await appeal(bob) == await appeal(mike) == NOT_FOUND
    for id in (decision, seal(Kind.MODERATION_ACTION, 10**6), seal(Kind.USER, alice.key), "nonsense", ""):
        assert await appeal(bob, decisionId=id) == NOT_FOUND
    assert await world.rows("appeals") == []


@pytest.mark.shows("8.38")
@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("", ("EMPTY",)),
        (" \u200b ", ("EMPTY",)),
        ("x" * 2_001, ("TOO_LONG", 2_000)),
        ("nul \x00", ("BAD_CHARACTER",)),
    ],
)
async def test_words_out_of_bounds(world: World, text: str, flaw: tuple[Any, ...]) -> None:
    _, mike, alice, bob = await judged(world)
    assert await appeal(alice, text) == await appeal(bob, text) == invalid("text", *flaw)
    await appeal(alice)
    assert await answered(mike, alice, uphold=True, answer=text) == invalid("answer", *flaw)
    assert (await standing(alice))["restriction"]["appeal"]["state"] == "OPEN"


@pytest.mark.shows("8.40")
async def test_ten_a_day(world: World) -> None:
    judy, alice, bob = await staff(world, "alice", "bob")
    for _ in range(11):
        await report(bob, alice.id)
        [waiting] = await judy.nodes("reports", status="OPEN")
        await judy.do("resolveReport", reportId=waiting["id"], resolution="WARN")
    ids = [one["decisionId"] for one in (await standing(alice))["warnings"]]
    kinds = [(await appeal(alice, decisionId=id))["__typename"] for id in ids]
    assert kinds == ["AppealRestrictionSuccess"] * 10 + ["DailyLimitReached"]
    refused = await appeal(alice, decisionId=ids[10])
    midnight = (world.clock.now + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    assert (refused["limit"], refused["resetsAt"]) == (10, midnight.isoformat())
    assert refused["message"] == "You have reached the limit for today."
    world.clock.advance(days=1)
    assert (await appeal(alice, decisionId=ids[10]))["__typename"] == "AppealRestrictionSuccess"


@pytest.mark.shows("8.39")
async def test_another_moderator_answers_and_no_one_else(world: World) -> None:
    judy, mike, alice, bob = await judged(world)
    await appeal(alice)
    for person in (alice, bob, replace(mike, roles=())):
        assert await answered(person, alice, uphold=False) == NOT_ALLOWED
    assert await answered(judy, alice, uphold=False) == NOT_ALLOWED, "who decided"
    assert await answered(moderator(alice), alice, uphold=False) == NOT_FOUND, "one's own"
    assert (await standing(alice))["restriction"]["appeal"]["state"] == "OPEN"
    assert await alice.run("appeals") is None
    assert await moderator(alice).nodes("appeals") == []


@pytest.mark.shows("8.39", "8.31")
async def test_the_first_answer_holds_and_is_in_the_audit_log(world: World) -> None:
    _, mike, alice, _ = await judged(world)
    await appeal(alice)
    for _ in range(2):
        assert (await answered(mike, alice, uphold=True))["appeal"]["state"] == "UPHELD"
    assert await answered(mike, alice, uphold=False) == NOT_FOUND
    assert await answered(mike, alice, uphold=True, answer="Other words.") == NOT_FOUND
    kinds = [one["action"] for one in await mike.nodes("auditLog", subject=alice.id)]
    assert kinds == ["UPHOLD", "RESTRICT"]


@pytest.mark.shows("8.39")
async def test_the_queue_is_of_those_that_wait_longest(world: World) -> None:
    judy, mike, alice, bob = await staff(world, "mike", "alice", "bob")
    carol, mike = await world.person("carol"), moderator(mike)
    for person in (bob, alice):
        await restrict(judy, carol, person, days=9)
        await appeal(person)
    shown = await mike.nodes("appeals")
    assert [one["user"]["username"] for one in shown] == ["bob", "alice"]
    assert [one["decision"]["actor"]["username"] for one in shown] == ["judy", "judy"]
    await answered(mike, bob, uphold=True)
    for state, names in (("OPEN", ["alice"]), ("UPHELD", ["bob"]), ("REVERSED", [])):
        assert [one["user"]["username"] for one in await mike.nodes("appeals", state=state)] == names
    first = await mike.run("appeals", first=1)
    second = await mike.run("appeals", first=1, after=first["pageInfo"]["endCursor"])
    assert second["edges"][0]["node"]["user"]["username"] == "alice"


@pytest.mark.shows("8.38")
async def test_a_restriction_that_is_over_can_be_appealed_and_a_lifted_one_cannot(world: World) -> None:
    judy, mike, alice, bob = await judged(world)
    world.clock.advance(days=31)
    assert (await standing(alice))["canSend"]
    assert (await appeal(alice))["__typename"] == "AppealRestrictionSuccess"
    await restrict(judy, mike, bob, days=3)
    await judy.do("liftRestriction", userId=bob.id)
    assert (await standing(bob))["restriction"] is None
    assert await appeal(bob) == NOT_FOUND


@pytest.mark.shows("8.38")
async def test_a_restriction_that_another_one_followed_can_be_appealed(world: World) -> None:
    judy, mike, alice, bob = await judged(world)
    over = (await standing(alice))["restriction"]["decisionId"]
    world.clock.advance(days=31)
    replaced, last = [
        (await restrict(judy, bob, alice, days=days), (await standing(alice))["restriction"]["decisionId"])[1]
        for days in (3, 5)
    ]
    for decision in (over, replaced, last):
        assert (await appeal(alice, decisionId=decision))["__typename"] == "AppealRestrictionSuccess"
        assert await appeal(alice, decisionId=decision) == await appeal(bob, decisionId=decision) == NOT_FOUND
        await mike.do("resolveAppeal", decisionId=decision, uphold=False, answer="Sorry.")
    assert (await standing(alice))["restriction"] is None
    await restrict(judy, bob, alice, days=3)
    lifted = (await standing(alice))["restriction"]["decisionId"]
    await judy.do("liftRestriction", userId=alice.id)
    await restrict(judy, bob, alice, days=4)
    events = await world.rows("user_events")
    assert await appeal(alice, decisionId=lifted) == NOT_FOUND
    assert (len(await world.rows("appeals")), await world.rows("user_events")) == (3, events)


@pytest.mark.shows("8.38", "14.3")
async def test_an_erased_user_has_no_appeal(world: World) -> None:
    _, mike, alice, _ = await judged(world)
    await appeal(alice)
    await host(world).do("eraseUser", subject="host-alice")
    assert await mike.nodes("appeals") == await world.rows("appeals") == []
