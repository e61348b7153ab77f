"""A user's filter words with an end, and those for names."""

from datetime import timedelta
from typing import Any

import pytest

from rules.filtering.words import Places
from server.filtering import make_filter
from tests.api.sending import invalid
from tests.world import Person, World


async def entries_of(person: Person) -> Any:
    return (await person.run("filterWords"))["filterEntries"]


async def reasons(person: Person) -> dict[str, list[str]]:
    """Of each request, by its sender."""
    found = [*await person.nodes("requests"), *await person.nodes("requests", folder="HIDDEN")]
    return {node["sender"]["username"]: node["hiddenReasons"] for node in found}


@pytest.mark.shows("6.33")
async def test_they_hide_by_text_and_name_until_their_end(world: World) -> None:
    me, ann, ben, cat, dan = await world.cast("me", "ann", "ben", "cat", "dan")
    await ann.becomes(display_name="Crypto K\u0456ng")
    await ben.becomes(username="crypto_ben")
    await dan.becomes(display_name="Cryptographer")
    until = (world.clock.now + timedelta(hours=1)).isoformat()
    entries = [
        {"word": "crypto king", "place": "NAME", "until": None},
        {"word": "crypto_ben", "place": "NAME", "until": until},
        {"word": "hello", "place": "TEXT", "until": until},
    ]
    async with me.listen("events") as events:
        done = await me.do("updateFilterWords", words=["plain"], entries=entries)
        assert done["viewer"]["filterEntries"] == entries
        assert (await events.item())["__typename"] == "SettingsChanged"
    await ann.request(me, "crypto_ben")
    await me.world.people["ben"].request(me, "crypto king")
    await cat.request(me, "Hello, this is plain")
    await dan.request(me, "Hi")
    assert await reasons(me) == {
        "ann": ["OWN_WORD_NAME"],
        "crypto_ben": ["OWN_WORD_NAME"],
        "cat": ["OWN_WORD"],
        "dan": [],
    }
    world.clock.advance(hours=1)
    assert await entries_of(me) == entries[:1]
    eve, fay = await world.cast("eve", "fay")
    await eve.becomes(display_name="crypto king")
    await fay.becomes(username="crypto_ben2")
    await eve.request(me, "hello")
    await fay.request(me, "hello")
    found = await reasons(me)
    assert (found["eve"], found["crypto_ben2"]) == (["OWN_WORD_NAME"], [])
    assert found["cat"] == ["OWN_WORD"]
    for left in ({}, {"entries": None}):
        await me.do("updateFilterWords", words=[], **left)
        assert await entries_of(me) == entries[:1]
    await me.do("updateFilterWords", words=[], entries=[])
    assert await entries_of(me) == []


@pytest.mark.shows("6.33")
@pytest.mark.parametrize(
    ("display_name", "username", "reasons_then"),
    [
        ("Crypto", "king", []),
        ("King", "crypto", []),
        ("s p a", "m", []),
        ("Crypto King", "someone", ["OWN_WORD_NAME"]),
        ("Somebody", "crypto_king", ["OWN_WORD_NAME"]),
        ("S p a m", "someone", ["OWN_WORD_NAME"]),
    ],
)
async def test_a_word_is_within_one_of_the_names(
    world: World, display_name: str, username: str, reasons_then: list[str]
) -> None:
    me, ann = await world.cast("me", "ann")
    await ann.becomes(display_name=display_name, username=username)
    words = [{"word": word, "place": "NAME"} for word in ("crypto king", "spam")]
    await me.do("updateFilterWords", words=[], entries=words)
    await ann.request(me)
    assert list((await reasons(me)).values()) == [reasons_then]


@pytest.mark.parametrize("needles", ["", "needle"])
def test_the_names_are_read_whether_or_not_there_are_words_for_them(
    needles: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The time of a send would tell of them."""
    read, filter = [], make_filter()
    monkeypatch.setattr(Places, "have", lambda places, wanted: read.append(wanted))
    assert not filter.names_have(("Ann", "ann"), needles)
    assert read == [needles, needles]


@pytest.mark.shows("6.34")
async def test_what_cannot_be_used_is_refused_whole(world: World) -> None:
    me = await world.person("me")
    await me.do("updateFilterWords", words=["kept"], entries=[{"word": "kept"}])
    before = await me.run("filterWords")
    past = (world.clock.now - timedelta(hours=1)).isoformat()
    far = (world.clock.now + timedelta(days=4_000)).isoformat()
    wrong: list[tuple[list[dict[str, Any]], tuple[Any, ...]]] = [
        ([{"word": "x", "until": past}], ("NOT_IN_FUTURE",)),
        ([{"word": "x", "until": far}], ("TOO_FAR",)),
        ([{"word": "!!!", "place": "NAME"}], ("UNMATCHABLE",)),
        ([{"word": "x" * 65}], ("TOO_LONG", 64)),
        ([{"word": f"w{number}"} for number in range(201)], ("TOO_MANY", 200)),
    ]
    for entries, flaw in wrong:
        async with world.unchanged():
            refused = await me.do("updateFilterWords", words=["new"], entries=entries)
            assert refused == invalid("entries", *flaw)
    answer = await me.post(
        "updateFilterWords", input={"words": [], "entries": [{"word": "x", "place": "AGE"}]}
    )
    assert answer["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"
    after = await me.run("filterWords")
    assert [after[name] for name in ("filterWords", "filterEntries")] == [
        before[name] for name in ("filterWords", "filterEntries")
    ]
