"""Contact codes: made, listed, given away, spent and revoked."""

from datetime import timedelta
from typing import Any

import pytest

from models.contact_codes import ContactCode
from rules.problems import ReportReason
from tests.api.sending import (
    CAPPED,
    CONFLICT,
    NOT_FOUND,
    UNAVAILABLE,
    Answer,
    invalid,
    left_of,
    nobody,
)
from tests.world import Person, World

OPEN, FIRST = ("OPEN", None), ("PENDING", 2)


async def makes(person: Person, label: str = "a card", **given: Any) -> Answer:
    made: Answer = await person.do("createContactCode", label=label, **given)
    return made


async def code_of(person: Person, **given: Any) -> str:
    """The text of a new code."""
    return str((await makes(person, **given))["plainCode"])


async def sends(sender: Person, to: Person, code: str | None, **more: Any) -> Answer:
    sent: Answer = await sender.do("sendRequest", recipientId=to.id, text="Hi", code=code, **more)
    return sent


async def left(person: Person) -> dict[str, int]:
    """The uses left of each listed code, by its label."""
    return {one["label"]: one["usesLeft"] for one in (await person.run("viewer"))["contactCodes"]}


async def shut(person: Person) -> None:
    await person.do("updateDmAudience", audience="NO_ONE")


async def test_an_anonymous_one_makes_none(world: World) -> None:
    for name, given in (
        ("createContactCode", {"label": "x"}),
        ("revokeContactCode", {"contactCodeId": "x"}),
    ):
        answer = await world.anonymous(name, input=given)
        assert answer["data"] == {name: None}
        assert answer["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


@pytest.mark.shows("5.47", "5.50")
async def test_a_code_opens_a_thread_past_the_audience(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await shut(bob)
    assert await sends(alice, bob, None) == UNAVAILABLE
    code = await code_of(bob)
    assert left_of(await sends(alice, bob, code.lower().replace("-", " "))) == OPEN
    assert [one["peer"]["username"] for one in await bob.nodes("inbox")] == ["alice"]
    assert left_of(await bob.request(alice)) == OPEN
    assert await left(bob) == {}


@pytest.mark.shows("5.47")
async def test_a_code_opens_a_thread_at_the_cap(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    for _ in range(3):
        await alice.request(bob)
    code = await code_of(bob)
    assert await sends(alice, bob, "made up") == CAPPED
    assert left_of(await sends(alice, bob, code)) == OPEN
    [thread] = await bob.nodes("inbox")
    assert thread["unreadCount"] == 4
    assert await bob.nodes("requests") == []


@pytest.mark.shows("5.48")
async def test_the_text_is_shown_once_and_the_list_is_its_users_alone(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    until = (world.clock.now + timedelta(days=1)).isoformat()
    made = await makes(bob, "  one ", uses=5, expiresAt=until)
    code, row = made["plainCode"], made["contactCode"]
    assert {key: row[key] for key in ("label", "uses", "usesLeft")} == {
        "label": "one",
        "uses": 5,
        "usesLeft": 5,
    }
    await makes(bob, "two")
    listed = (await bob.run("viewer"))["contactCodes"]
    assert [one["label"] for one in listed] == ["two", "one"]
    assert listed[1] == row
    assert (await alice.run("viewer"))["contactCodes"] == []
    assert (await bob.run("node", id=row["id"]))["usesLeft"] == 5
    assert await alice.run("node", id=row["id"]) is None
    stored = repr(await world.rows("contact_codes"))
    assert code not in stored
    assert code.replace("-", "") not in stored
    world.clock.advance(days=1)
    assert await left(bob) == {"two": 1}


@pytest.mark.shows("5.48")
async def test_a_revoked_code_opens_nothing_and_closes_nothing(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    made = await makes(bob, uses=2)
    await sends(alice, bob, made["plainCode"])
    revoked = await bob.do("revokeContactCode", contactCodeId=made["contactCode"]["id"])
    assert revoked["removedId"] == made["contactCode"]["id"]
    assert revoked["viewer"]["contactCodes"] == []
    assert left_of(await sends(carol, bob, made["plainCode"])) == FIRST
    assert left_of(await alice.request(bob)) == OPEN


@pytest.mark.shows("5.48")
async def test_no_one_elses_code_can_be_revoked(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    made = await makes(bob)
    id = made["contactCode"]["id"]
    async with world.unchanged():
        assert await alice.do("revokeContactCode", contactCodeId=id) == NOT_FOUND
        unknown = invalid("contactCodeId", "UNKNOWN")
        assert await bob.do("revokeContactCode", contactCodeId=bob.id) == unknown
    await bob.do("revokeContactCode", contactCodeId=id)
    assert await bob.do("revokeContactCode", contactCodeId=id) == NOT_FOUND


@pytest.mark.shows("5.49", "10.19")
@pytest.mark.parametrize("at_cap", [False, True])
@pytest.mark.parametrize("obstacle", ["block", "never", "restricted"])
async def test_what_the_recipient_decided_is_above_a_code(world: World, obstacle: str, at_cap: bool) -> None:
    alice, bob = await world.cast("alice", "bob")
    code = await code_of(bob)
    for _ in range(3 if at_cap else 1):
        await alice.request(bob)
    match obstacle:
        case "block":
            await bob.do("block", userId=alice.id)
        case "never":
            await bob.do("delete", id=await bob.request_id(alice), never=True)
        case "restricted":
            await bob.becomes(restriction_reason=ReportReason.SCAM)
    found = await sends(alice, bob, code)
    if at_cap:
        assert found == CAPPED
    else:
        assert left_of(found) == ("PENDING", 1)
    assert await left(bob) == {"a card": 1}


@pytest.mark.shows("5.49")
async def test_a_code_is_above_no_own_obstacle_and_no_age(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    code = await code_of(bob)
    await bob.becomes(birth_date=world.clock.now.date())
    assert await sends(alice, bob, code) == UNAVAILABLE
    await bob.becomes(birth_date=world.clock.now.date().replace(year=1990))
    await alice.becomes(restriction_reason=ReportReason.SCAM)
    assert (await sends(alice, bob, code))["__typename"] == "MessagingRestricted"
    assert await left(bob) == {"a card": 1}


@pytest.mark.shows("5.50")
async def test_a_thread_that_opens_anyway_spends_no_use(world: World) -> None:
    alice, bob, carol, dave = await world.cast("alice", "bob", "carol", "dave")
    code = await code_of(bob)
    await bob.do("follow", userId=alice.id)
    await bob.request(carol)
    await dave.opens(bob)
    for sender in (alice, carol, dave):
        assert left_of(await sends(sender, bob, code)) == OPEN
    assert await left(bob) == {"a card": 1}


@pytest.mark.shows("5.50")
async def test_its_user_is_told_of_a_use_and_the_sender_of_no_accept(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    code = await code_of(bob, uses=2)
    async with bob.listen("events") as told, alice.listen("requestAccepted") as accepted:
        await sends(alice, bob, code)
        items = [await told.item() for _ in range(3)]
        assert [one["__typename"] for one in items] == ["BadgeChanged", "MessageAdded", "SettingsChanged"]
        assert await left(bob) == {"a card": 1}
        assert await accepted.is_quiet()


@pytest.mark.shows("5.52", "10.19")
@pytest.mark.parametrize("audience", ["EVERYONE", "NO_ONE"])
async def test_any_other_code_is_as_none(world: World, audience: str) -> None:
    bob, carol = await world.cast("bob", "carol")
    spent, ended, revoked = await code_of(bob), await makes(bob, "ended"), await makes(bob, "revoked")
    await sends(carol, bob, spent)
    orm = world.database.orm
    await ContactCode.filter(label="ended").using_db(orm).update(expires_at=world.clock.now)
    await bob.do("revokeContactCode", contactCodeId=revoked["contactCode"]["id"])
    await bob.do("updateDmAudience", audience=audience)
    codes = [spent, ended["plainCode"], revoked["plainCode"], await code_of(carol), "made up", "", "\0"]
    answers = []
    for number, code in enumerate([None, *codes]):
        sender = await world.person(f"sender-{number}")
        answers.append(await sends(sender, bob, code))
    if audience == "NO_ONE":
        assert answers == [UNAVAILABLE] * len(answers)
    else:
        assert [left_of(one) for one in answers] == [FIRST] * len(answers)


@pytest.mark.shows("5.52")
async def test_a_code_at_one_who_does_not_exist(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    code = await code_of(bob)
    async with world.unchanged(but_charged=True):
        assert await sends(alice, nobody(world), code) == UNAVAILABLE


@pytest.mark.shows("5.53", "4.6")
async def test_a_client_key_names_the_code_too(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    code = await code_of(bob)
    first = await sends(alice, bob, code, clientKey="k")
    again = await sends(alice, bob, code.lower(), clientKey="k")
    assert again["sentMessage"]["id"] == first["sentMessage"]["id"]
    assert await sends(alice, bob, None, clientKey="k") == CONFLICT
    assert await sends(alice, bob, "another", clientKey="k") == CONFLICT


@pytest.mark.shows("5.51")
async def test_twenty_good_codes(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    codes = [await code_of(bob, label=f"{number}") for number in range(20)]
    async with world.unchanged():
        refused = await makes(bob, "one more")
    assert (refused["__typename"], refused["limit"]) == ("ContactCodeLimitReached", 20)
    await sends(alice, bob, codes[7])
    assert (await makes(bob, "one more"))["__typename"] == "CreateContactCodeSuccess"
    assert len(await left(bob)) == len(await world.rows("contact_codes")) == 20


@pytest.mark.shows("5.51")
async def test_bad_input_makes_no_code(world: World) -> None:
    [bob] = await world.cast("bob")
    now = world.clock.now
    past, far = now.isoformat(), (now + timedelta(days=3_660)).isoformat()
    async with world.unchanged():
        assert await makes(bob, " ") == invalid("label", "EMPTY")
        assert await makes(bob, "x" * 65) == invalid("label", "TOO_LONG", 64)
        assert await makes(bob, "\0") == invalid("label", "BAD_CHARACTER")
        assert await makes(bob, uses=0) == invalid("uses", "BAD_FORMAT")
        assert await makes(bob, uses=1_001) == invalid("uses", "BAD_FORMAT")
        assert await makes(bob, expiresAt=past) == invalid("expiresAt", "NOT_IN_FUTURE")
        assert await makes(bob, expiresAt=far) == invalid("expiresAt", "TOO_FAR")
    assert (await makes(bob, uses=1_000, expiresAt=None))["contactCode"]["expiresAt"] is None
