"""`draftHints`: advice by the text and the viewer's own last requests."""

from datetime import timedelta

import pytest

from tests.api.pages import error_of
from tests.world import Person, World

GOOD = "Do you sell prints of the bridge?"


async def hints(person: Person, text: str) -> list[str]:
    found: list[str] = await person.run("draftHints", text=text)
    return found


async def test_an_anonymous_one_gets_none(world: World) -> None:
    answer = await world.anonymous("draftHints", text=GOOD)
    assert answer["data"] == {"draftHints": None}
    assert answer["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


@pytest.mark.shows("13.6", "13.7", "13.8", "13.9", "13.10", "13.11")
async def test_each_hint(world: World) -> None:
    alice = await world.person("alice")
    async with world.unchanged():
        assert await hints(alice, GOOD) == []
        assert await hints(alice, " HELLO ") == ["BARE_GREETING", "ONE_WORD", "NO_QUESTION", "ALL_CAPITALS"]
        assert await hints(alice, "One. Two. Three. Four, or +49 151 12345678, example.com?") == [
            "TOO_LONG",
            "LINK",
            "CONTACT_DETAILS",
        ]


@pytest.mark.shows("13.6")
async def test_a_long_sentence_is_too_long(world: World) -> None:
    alice = await world.person("alice")
    text = f"Do you sell prints, {'or pictures, ' * 21}"
    assert await hints(alice, f"{text:x<299}? ") == []
    assert await hints(alice, f"{text:x<300}?") == ["TOO_LONG"]


@pytest.mark.shows("13.11", "13.13", "6.22")
async def test_a_number_is_looked_up_in_the_senders_own_region(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await alice.becomes(region="us-NY")
    await carol.becomes(region="US")
    text = "Do you know 2125551234?"
    assert await hints(alice, text) == ["CONTACT_DETAILS"]
    assert await hints(bob, text) == []
    await alice.request(carol, text)
    await bob.request(carol, text)
    for folder, sender in (("HIDDEN", "alice"), ("REQUESTS", "bob")):
        found = await carol.nodes("requests", folder=folder)
        assert [node["sender"]["username"] for node in found] == [sender]


@pytest.mark.parametrize("text", ["", " \u200b ", "x" * 501, "a\0b"], ids=["empty", "blank", "long", "NUL"])
async def test_a_text_that_no_request_can_have_is_refused(world: World, text: str) -> None:
    alice = await world.person("alice")
    assert error_of(await alice.post("draftHints", text=text)) == ("BAD_USER_INPUT", ["draftHints"])


@pytest.mark.shows("13.12", "13.13")
async def test_a_repeated_text_is_one_of_the_own_last_five_requests(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await bob.request(await world.person("carol"), GOOD)
    assert await hints(alice, GOOD) == []
    for number in range(6):
        other = await world.person(f"user{number}")
        await alice.request(other, GOOD if number == 0 else f"Do you have number {number}?")
        await alice.request(other, "A second message?")
        assert await hints(alice, f"  {GOOD} ") == (["REPEATED"] if number < 5 else [])
        world.clock.advance(minutes=1)
    assert await hints(alice, "do you have NUMBER 1?") == ["REPEATED"]
    assert await hints(alice, "A second message?") == []


@pytest.mark.shows("13.13")
async def test_what_opened_at_once_was_no_request(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    world.clock.tick = timedelta(seconds=5)
    await bob.follows(alice)
    await alice.request(bob, GOOD)
    await carol.request(alice, "Hello?")
    await alice.request(carol, GOOD)
    assert await hints(alice, GOOD) == []
