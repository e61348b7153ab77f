"""Finding people: exactly the users whom a send would reach, in one order over all pages."""

from datetime import date, timedelta
from typing import Any

import pytest

from rules.policy import Audience
from rules.problems import ReportReason
from schema.types.ids import Kind
from tests.api.crowd import crowd, settle
from tests.api.pages import error_of, ids
from tests.api.people import found, in_order, reachable, whole
from tests.api.provisioning import host, said, store
from tests.api.sending import gone, open_thread
from tests.api.statements import statements_of
from tests.world import START, World


@pytest.mark.shows("7.26", "7.27", "7.28", "7.29", "2.22")
@pytest.mark.parametrize("pairs", [0, 20])
async def test_the_rule_in_sql_is_the_rule_of_a_send(world: World, pairs: int) -> None:
    alice = await world.person("alice")
    members = crowd(alice.key + 1)
    await settle(world, alice.key, members)
    add = "INSERT INTO quotas (user_id, day, pairs) VALUES ($1, $2, $3)"
    await world.database.execute(add, (alice.key, START.date().isoformat(), pairs))
    meant = await reachable(alice, members)
    assert len(members) / 20 < len(meant) < len(members) / 2
    seal = world.services.sealer.seal
    for search, size in ((None, 100), ("p", 100), ("P", 37)):
        expected = [seal(Kind.USER, key) for key in in_order(meant, bool(search))]
        assert await whole(alice, size, search) == expected


@pytest.mark.shows("7.26")
async def test_open_threads_by_activity_then_friends_by_name(world: World) -> None:
    alice, bob, carol, zoe, dave, *_ = await world.cast(
        "alice", "bob", "carol", "zoe", "dave", "erin", "frank"
    )
    await open_thread(alice, bob)
    await open_thread(carol, alice)
    for friend in (zoe, dave, bob):
        await alice.follows(friend)
        await friend.follows(alice)
    await alice.follows(world.people["erin"])
    await alice.request(world.people["frank"])
    assert await found(alice) == ["carol", "bob", "dave", "zoe"]
    await bob.send(alice)
    assert await found(alice) == ["bob", "carol", "dave", "zoe"]
    assert [await whole(alice, size) for size in (1, 2, 3)] == [ids(await alice.nodes("people"))] * 3


@pytest.mark.shows("7.27")
@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("zo", ["zora", "ann"]),
        ("ZO", ["zora", "ann"]),
        ("Zoë", ["ann"]),
        ("zoe a", ["ann"]),
        ("adams", ["ann"]),
        ("dams", []),
        ("a", ["ann"]),
        ("100%", ["percent"]),
        ("1%", []),
        ("_", ["_under"]),
        ("%", []),
        ("\\", []),
        ("'", []),
    ],
)
async def test_the_beginning_of_a_name(world: World, search: str, expected: list[str]) -> None:
    alice = await world.person("alice")
    await world.person("ann", display_name="Zoé Adams")
    await world.person("zora", display_name="Zora")
    await world.person("percent", display_name="100% real")
    await world.person("_under", display_name="Someone")
    assert await found(alice, search) == expected


NAMES = {
    "sean": "Sean O’Brien",
    "bob": "Bob Baker",
    "joe": "Joe van Beek",
    "ahmad": "أحمد",
    "soren": "Søren Łukasz",
    "sakura": "サクラ",
    "hidden": "Al\u200bi\u00adce",
    "luc": "Jean-Luc",
    "taro": "山田太郎",
    "no_dots": "J.R.R. Tolkien",
}


@pytest.mark.shows("7.27", "7.36", "7.37")
@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("sean o'b", ["sean"]),
        ("o`brien", ["sean"]),
        ("brien", ["sean"]),
        ("baker", ["bob"]),
        ("B", ["bob", "bob's friend", "joe", "sean"]),
        ("van b", ["joe"]),
        ("an b", []),
        ("احمد", ["ahmad"]),
        ("lukasz", ["soren"]),
        ("さく", ["sakura"]),
        ("ｻｸﾗ", ["sakura"]),
        ("alice", ["hidden"]),
        ("@bob", ["bob", "bob's friend"]),
        ("jean luc", ["luc"]),
        ("jean-luc", ["luc"]),
        ("luc", ["luc"]),
        ("太郎", ["taro"]),
        ("tolk", ["no_dots"]),
        ("dots", []),
    ],
)
async def test_names_as_they_are_typed(world: World, search: str, expected: list[str]) -> None:
    """In `people` and, once they have been written to, in `inbox`."""
    me = await world.person("me")
    for name, display_name in NAMES.items():
        await world.person(name, display_name=display_name)
    await world.person("bob's friend", display_name="Bob")
    assert await found(me, search) == expected
    for name in expected:
        await open_thread(me, world.people[name])
    assert sorted(await found(me, search)) == sorted(expected)
    inbox = await me.nodes("inbox", search=search)
    assert sorted(node["peer"]["username"] for node in inbox) == sorted(expected)


@pytest.mark.shows("7.37")
async def test_a_user_whom_several_words_find_is_listed_once(world: World) -> None:
    me = await world.person("me")
    names = ("Ann An Anders", "Bo An", "An Bo", "Ansgar", "Zoe Ann")
    people = [await world.person(f"x{place}", display_name=name) for place, name in enumerate(names)]
    meant = [people[place].id for place in (1, 0, 2, 4, 3)]
    assert [await whole(me, size, "an") for size in (1, 2, 3, 100)] == [meant] * 4


@pytest.mark.shows("7.37")
async def test_new_names_are_found_and_old_ones_are_not(world: World) -> None:
    me = await world.person("me")
    await store(world, said("bob", displayName="Bob Baker"), said("carol", displayName="Carol Baker"))
    assert await found(me, "baker") == ["bob", "carol"]
    await store(world, said("bob", displayName="Bob Miller"), said("carol", displayName="Carol Baker"))
    assert (await found(me, "baker"), await found(me, "miller")) == (["carol"], ["bob"])
    await host(world).do("eraseUser", subject="host-bob")
    assert await found(me, "miller") == []
    assert await world.rows("user_names", "start", "start LIKE 'bob%'") == []


async def test_a_cursor_of_a_renamed_user_repeats_and_loses_no_one(world: World) -> None:
    me = await world.person("me")
    for name in ("x1", "x2", "x3"):
        await world.person(name, display_name=f"Baker {name}")
    page = await me.run("people", search="baker", first=2)
    await world.people["x2"].becomes(display_name="Miller")
    assert await found(me, "baker", after=page["pageInfo"]["endCursor"]) == ["x1", "x3"]


@pytest.mark.shows("7.28", "7.29")
async def test_who_is_left_out(world: World) -> None:
    alice, bob, carol, dave, erin, frank = await world.cast("alice", "bob", "carol", "dave", "erin", "frank")
    everyone = ["bob", "carol", "dave", "erin", "frank"]
    for person in world.people.values():
        await person.becomes(display_name=f"P {person.name}")
    assert await found(alice, "p") == everyone
    await alice.do("block", userId=bob.id)
    await carol.do("updateDmAudience", audience="NO_ONE")
    await dave.becomes(is_active=False)
    await erin.becomes(**gone(world))
    for _ in range(3):
        await alice.request(frank)
    assert await found(alice, "p") == []
    await alice.do("unblock", userId=bob.id)
    await frank.accept(alice)
    assert await found(alice, "p") == ["frank", "bob"]


@pytest.mark.shows("7.28")
async def test_a_block_by_the_other_changes_nothing(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await open_thread(alice, bob)
    before = await alice.run("people"), await alice.run("people", search="b")
    await bob.do("block", userId=alice.id)
    assert (await alice.run("people"), await alice.run("people", search="b")) == before


@pytest.mark.shows("7.28")
@pytest.mark.parametrize(
    "facts",
    [
        {"phone_verified": False},
        {"birth_date": date(2015, 1, 1)},
        {"restriction_reason": ReportReason.SPAM},
    ],
)
async def test_no_people_for_a_user_who_may_not_send(world: World, facts: dict[str, Any]) -> None:
    alice, bob = await world.cast("alice", "bob")
    await open_thread(alice, bob)
    await alice.becomes(**facts)
    page = await alice.run("people", search="b")
    assert (page["edges"], page["pageInfo"]["hasNextPage"]) == ([], False)


JUST_SIXTEEN = (START - timedelta(days=3)).date().replace(year=START.year - 16)


async def test_just_of_age_a_page_is_full_all_the_same(world: World) -> None:
    alice = await world.person("alice")
    for number in range(30):
        await world.person(f"p{number:02}", birth_date=JUST_SIXTEEN)
    listed = await whole(alice, 2, "p")
    share_of = world.services.sealer.share_of
    grown = [
        one for one in world.people.values() if one is not alice and share_of(f"host-{one.name}") * 14 <= 3.5
    ]
    assert listed == [one.id for one in grown]
    assert 0 < len(grown) < 30


@pytest.mark.parametrize("search", [None, "p"])
async def test_whose_day_has_come_and_whose_has_not_cost_the_same(world: World, search: str | None) -> None:
    """A user who searches cannot count statements to learn of a sixteenth birthday."""
    alice, bob, friend = await world.cast("alice", "bob", "p0")
    await open_thread(alice, bob)
    await alice.follows(friend)
    await friend.follows(alice)
    costs = {len(await statements_of(alice, "people", search=search, first=1))}
    for number, share in enumerate([1.0, 0.0, 0.9, 0.1, 0.8]):
        one = await world.person(f"p1{number}", birth_date=JUST_SIXTEEN, age_share=share)
        await alice.follows(one)
        await one.follows(alice)
        costs |= {len(await statements_of(alice, "people", search=search, first=first)) for first in (1, 3)}
    found = await alice.nodes("people", search="p1")
    assert [node["username"] for node in found] == ["p11", "p13"]
    assert costs == {5}


@pytest.mark.parametrize("name", ["people", "inbox"])
@pytest.mark.parametrize(("search", "told"), [("a" * 101, "up to 100 characters"), ("nu\0l", "neither NUL")])
async def test_a_search_that_is_none(world: World, name: str, search: str, told: str) -> None:
    alice = await world.person("alice")
    answer = await alice.post(name, search=search)
    assert error_of(answer) == ("BAD_USER_INPUT", [name])
    assert told in answer["errors"][0]["message"]


@pytest.mark.parametrize("search", ["", "  ", None])
async def test_an_empty_search_is_none(world: World, search: str | None) -> None:
    alice, bob, _ = await world.cast("alice", "bob", "carol")
    await open_thread(alice, bob)
    assert await found(alice, search) == ["bob"]


async def test_a_cursor_outlives_who_it_names(world: World) -> None:
    alice, *_ = await world.cast("alice", "p1", "p2", "p3")
    first = await alice.run("people", search="p", first=2)
    await world.people["p2"].becomes(audience=Audience.NO_ONE)
    assert await found(alice, "p", after=first["pageInfo"]["endCursor"]) == ["p3"]


async def test_a_page_costs_the_same_however_many_are_on_it(world: World) -> None:
    alice = await world.person("alice")
    costs = set()
    for number in range(4):
        await world.person(f"p{number}")
        costs.add(len(await statements_of(alice, "people", search="p")))
    assert costs == {5}


async def test_others_are_not_read_for_a_user_who_may_not_send(world: World) -> None:
    alice, _ = await world.cast("alice", "bob")
    await alice.becomes(phone_verified=False)
    assert len(await statements_of(alice, "people", search="b")) == 1
