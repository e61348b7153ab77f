"""A user's own filter words."""

from typing import Any

import pytest

from tests.api.sending import invalid
from tests.world import Person, World


async def words_of(person: Person) -> Any:
    return (await person.run("viewer"))["filterWords"]


async def test_an_anonymous_one_has_none(world: World) -> None:
    answer = await world.anonymous("updateFilterWords", input={"words": ["a"]})
    assert answer["data"] == {"updateFilterWords": None}
    assert answer["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


async def test_they_are_set_for_the_viewer_alone_and_replaced_whole(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    assert await words_of(alice) == []
    async with alice.listen("events") as events, bob.listen("events") as others:
        given = await alice.do("updateFilterWords", words=[" free money ", "spam", "spam"])
        assert given["viewer"]["filterWords"] == ["free money", "spam"]
        changed = await events.item()
        assert changed["__typename"] == "SettingsChanged"
        assert changed["viewer"]["filterWords"] == ["free money", "spam"]
        assert await others.is_quiet()
    await alice.do("updateFilterWords", words=["🍆"])
    assert await words_of(alice) == ["🍆"]
    await alice.do("updateFilterWords", words=[])
    assert await words_of(alice) == []
    assert await words_of(bob) == []


@pytest.mark.parametrize(
    ("words", "flaw"),
    [
        ([""], ("EMPTY",)),
        (["fine", "  "], ("EMPTY",)),
        (["x" * 65], ("TOO_LONG", 64)),
        (["a\0b"], ("BAD_CHARACTER",)),
        ([f"w{n}" for n in range(201)], ("TOO_MANY", 200)),
        *(
            (words, ("UNMATCHABLE",))
            for words in (["fine", "!!!"], ["..."], ["\u200b\ufeff"], ["\u20e0"], ["—"], ["\ufdfa" * 12])
        ),
    ],
    ids=[
        "empty",
        "blank",
        "long",
        "NUL",
        "many",
        "exclamation",
        "stops",
        "unseen",
        "a mark",
        "a dash",
        "long inside",
    ],
)
@pytest.mark.shows("6.20")
async def test_what_cannot_be_used_is_refused_whole(
    world: World, words: list[str], flaw: tuple[Any, ...]
) -> None:
    alice = await world.person("alice")
    await alice.do("updateFilterWords", words=["kept"])
    async with world.unchanged():
        refused = await alice.do("updateFilterWords", words=words)
    assert refused == invalid("words", *flaw)
    assert await words_of(alice) == ["kept"]


async def test_a_send_that_was_decided_before_is_decided_again(world: World) -> None:
    alice = await world.person("alice")
    [(fence,)] = await world.rows("user_streams", "fence")
    await alice.do("updateFilterWords", words=["spam"])
    assert await world.rows("user_streams", "fence") == [(fence + 1,)]


async def test_the_largest_list_is_kept(world: World) -> None:
    alice = await world.person("alice")
    words = [f"{n:064}" for n in range(196)] + ["傻" * 64, "+#" * 32, "ß" * 64, "กิ" * 32]
    await alice.do("updateFilterWords", words=words)
    assert await words_of(alice) == words


@pytest.mark.shows("6.21")
async def test_they_are_made_ready_when_they_are_set(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await bob.do("updateFilterWords", words=["S⃠pam", "\u0405pam", "c++", "🇩🇪"])
    assert await world.rows("filter_words", "needles") == [(" spam \n\tc\t\t++\t\n 🇩🇪 ",)]
    await world.database.execute("UPDATE filter_words SET words = '[]'", ())
    await alice.request(bob, "s p a m")
    await carol.request(bob, "Plan C is better?")
    assert [node["sender"]["username"] for node in await bob.nodes("requests", folder="HIDDEN")] == ["alice"]
    assert [node["sender"]["username"] for node in await bob.nodes("requests")] == ["carol"]


async def test_they_apply_to_later_messages(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await alice.request(bob, "spam")
    await bob.do("updateFilterWords", words=["spam"])
    await carol.request(bob, "spam")
    assert [node["sender"]["username"] for node in await bob.nodes("requests")] == ["alice"]
    assert [node["sender"]["username"] for node in await bob.nodes("requests", folder="HIDDEN")] == ["carol"]
