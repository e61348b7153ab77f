"""Finding people: exactly those whom a send would reach, in an order that goes on from page to page."""

from datetime import date, timedelta
from typing import Any

import pytest

from rules.audience import Audience
from rules.refusals import ReportReason
from schema.types.ids import Kind
from tests.api.crowd import Member, crowd, settle
from tests.api.noting import statements_of
from tests.api.pages import error_of, ids, walk
from tests.api.sending import gone, open_thread
from tests.world import START, Person, World

BUTTONS = "query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on User { messageability { action } } } }"


async def found(me: Person, search: str | None = None, **more: Any) -> list[str]:
    return [node["username"] for node in await me.nodes("people", search=search, **more)]


async def whole(me: Person, size: int, search: str | None = None) -> list[str]:
    """All pages of the list."""
    pages = await walk(lambda cursor: me.run("people", search=search, first=size, after=cursor))
    assert all(len(page) == size for page in pages[:-1])
    return [id for page in pages for id in ids(page)]


async def reachable(me: Person, members: list[Member]) -> list[Member]:
    """By the rules of a send."""
    sealed = {me.world.services.sealer.seal(Kind.USER, one.key): one for one in members}
    every = list(sealed)
    actions: dict[str, str] = {}
    for start in range(0, len(every), 100):
        answer = await me.ask(BUTTONS, ids=every[start : start + 100])
        actions |= {node["id"]: node["messageability"]["action"] for node in answer["data"]["nodes"]}
    return [one for id, one in sealed.items() if actions[id] != "UNAVAILABLE"]


def in_order(members: list[Member], search: bool) -> list[int]:
    """Open threads by activity, friends by name, others by username, then by display name."""

    def place(one: Member) -> tuple[Any, ...]:
        names = one.names
        if one.state == "open":
            return (0, -(one.key // 5), one.key)
        if one.is_friend:
            return (1, names["display_name_folded"], one.key)
        if names["username_folded"].startswith("p"):
            return (2, names["username_folded"], one.key)
        return (3, names["display_name_folded"], one.key)

    return [one.key for one in sorted(members, key=place) if search or place(one)[0] < 2]


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
        ("adams", []),
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


@pytest.mark.shows("7.28", "7.29")
async def test_who_is_left_out(world: World) -> None:
    alice, bob, carol, dave, erin, frank = await world.cast("alice", "bob", "carol", "dave", "erin", "frank")
    everyone = ["bob", "carol", "dave", "erin", "frank"]
    for person in world.people.values():
        await person.becomes(display_name=f"P {person.name}", display_name_folded=f"p {person.name}")
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
async def test_nobody_for_who_may_not_send(world: World, facts: dict[str, Any]) -> None:
    alice, bob = await world.cast("alice", "bob")
    await open_thread(alice, bob)
    await alice.becomes(**facts)
    page = await alice.run("people", search="b")
    assert (page["edges"], page["pageInfo"]["hasNextPage"]) == ([], False)


async def test_just_of_age_a_page_is_full_all_the_same(world: World) -> None:
    """Whose day has not come is found out after the statement, which then goes on."""
    alice = await world.person("alice")
    birthday = (START - timedelta(days=3)).date()
    for number in range(30):
        await world.person(f"p{number:02}", birth_date=birthday.replace(year=START.year - 16))
    listed = await whole(alice, 2, "p")
    share_of = world.services.sealer.share_of
    grown = [one for one in world.people.values() if one is not alice and share_of(one.key) * 14 <= 3.5]
    assert listed == [one.id for one in grown]
    assert 0 < len(grown) < 30


@pytest.mark.parametrize("name", ["people", "inbox"])
@pytest.mark.parametrize("search", ["a" * 101, "nu\0l"])
async def test_a_search_that_is_none(world: World, name: str, search: str) -> None:
    alice = await world.person("alice")
    assert error_of(await alice.post(name, search=search)) == ("BAD_USER_INPUT", [name])


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


async def test_a_page_costs_the_same_however_many_stand_on_it(world: World) -> None:
    alice = await world.person("alice")
    costs = set()
    for number in range(4):
        await world.person(f"p{number}")
        costs.add(len(await statements_of(alice, "people", search="p")))
    assert costs == {5}


async def test_nothing_of_others_is_read_for_who_may_not_send(world: World) -> None:
    alice, _ = await world.cast("alice", "bob")
    await alice.becomes(phone_verified=False)
    assert len(await statements_of(alice, "people", search="b")) == 1
