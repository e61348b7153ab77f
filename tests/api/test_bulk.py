"""Which requests a bulk mutation takes: by ids, by a filter, as of a cursor."""

from typing import Any

import pytest

from models.event_log import EventCursor
from schema.types.ids import Kind
from tests.api.many import ALL, BOTH, LINK, asked_by, ids, now, sweep, waiting
from tests.api.sending import invalid
from tests.live.devices import log_end
from tests.world import Person, World

both = pytest.mark.parametrize("name", BOTH)


@both
async def test_an_anonymous_one_does_nothing(world: World, name: str) -> None:
    bob, _ = await asked_by(world, "alice")
    async with world.unchanged():
        answer = await world.anonymous(name, input={"asOf": await now(bob), "requests": ALL})
    assert answer["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


@pytest.mark.shows("5.29")
@both
async def test_a_stranger_takes_nothing(world: World, name: str) -> None:
    bob, alice = await asked_by(world, "alice")
    mallory = await world.person("mallory")
    [id] = await ids(bob, alice)
    async with world.unchanged():
        assert await sweep(mallory, name, requests={"ids": [id]}) == (0, 0)
        assert await sweep(mallory, name, requests=ALL) == (0, 0)
        assert await mallory.do(name, requests={"ids": [id]}, asOf=await now(bob)) == invalid(
            "asOf", "UNKNOWN"
        )


@pytest.mark.shows("5.29")
@both
async def test_ids(world: World, name: str) -> None:
    bob, alice, carol, _dave = await asked_by(world, "alice", "carol", "dave")
    named = await ids(bob, alice, carol)
    assert await sweep(bob, name, requests={"ids": [*named, named[0]]}) == (2, 0)
    assert await waiting(bob) == ["dave"]
    async with world.unchanged():
        assert await sweep(bob, name, requests={"ids": named}) == (0, 0)
        assert await sweep(bob, name, requests={"ids": []}) == (0, 0)


@pytest.mark.shows("5.29", "5.30", "5.32")
@both
async def test_what_cannot_be_used(world: World, name: str) -> None:
    bob, alice = await asked_by(world, "alice")
    as_of, [id] = await now(bob), await ids(bob, alice)
    seal = world.services.sealer.seal
    wrong: list[tuple[dict[str, Any], dict[str, Any]]] = [
        (invalid("requests.filter", "EMPTY"), {"filter": {}}),
        (invalid("requests.filter", "EMPTY"), {"filter": {"all": False, "notFollowedByMe": False}}),
        (invalid("requests.ids", "UNKNOWN"), {"ids": [id, "forged"]}),
        (invalid("requests.ids", "UNKNOWN"), {"ids": [alice.id]}),
        (invalid("requests.ids", "TOO_MANY", 500), {"ids": [seal(Kind.REQUEST, key) for key in range(501)]}),
    ]
    async with world.unchanged():
        for expected, given in wrong:
            assert await bob.do(name, asOf=as_of, requests=given) == expected
    absent = [seal(Kind.REQUEST, key) for key in range(1000, 1500)]
    assert await sweep(bob, name, requests={"ids": absent}) == (0, 0)


@pytest.mark.shows("5.46")
@both
async def test_ids_or_a_filter(world: World, name: str) -> None:
    """A client that gives both, neither, or null learns it before anything runs, from its own tools too."""
    bob, alice = await asked_by(world, "alice")
    as_of, [id] = await now(bob), await ids(bob, alice)
    async with world.unchanged():
        for given in (
            {},
            {"ids": [id], **ALL},
            {"ids": None},
            {"filter": None},
            {"ids": [id], "filter": None},
        ):
            [error] = (await bob.post(name, input={"asOf": as_of, "requests": given}))["errors"]
            assert error["extensions"]["code"] == "BAD_USER_INPUT"


@pytest.mark.shows("5.31")
@both
async def test_a_cursor_that_is_none_of_this_log(world: World, name: str) -> None:
    bob, alice = await asked_by(world, "alice")
    end = await log_end(bob)
    ahead = [EventCursor(bob.key, end.epoch, end.seq + 1), EventCursor(bob.key, end.epoch + 1, end.seq)]
    edge = (await bob.run("requests"))["edges"][0]["cursor"]
    asked: dict[str, Any] = {"requests": ALL}
    cursors = [world.services.sealer.seal_event_cursor(cursor) for cursor in ahead]
    async with world.unchanged():
        for cursor in (await now(alice), "a" * 32, *cursors):
            assert await bob.do(name, **asked, asOf=cursor) == invalid("asOf", "UNKNOWN")
        for cursor in ("", "forged", edge):
            [error] = (await bob.post(name, input=asked | {"asOf": cursor}))["errors"]
            assert error["extensions"]["code"] == "BAD_USER_INPUT"


@pytest.mark.shows("5.31")
@both
@pytest.mark.parametrize("by_ids", [False, True])
async def test_what_came_or_grew_after_the_cursor_is_left_alone(
    world: World, name: str, by_ids: bool
) -> None:
    bob, alice, carol, _dave = await asked_by(world, "alice", "carol", "dave")
    as_of = await now(bob)
    await alice.request(bob, "more")
    await carol.request(bob, LINK)
    erin = await world.person("erin")
    await erin.request(bob)
    named = [
        node["id"] for folder in ("REQUESTS", "HIDDEN") for node in await bob.nodes("requests", folder=folder)
    ]
    which: dict[str, Any] = {"requests": {"ids": named} if by_ids else ALL}
    assert await sweep(bob, name, asOf=as_of, **which) == (1, 0)
    assert sorted(await waiting(bob)) == ["alice", "carol", "erin"]
    assert await sweep(bob, name, **which) == (3, 0)


@both
async def test_a_sunk_message_is_no_arrival(world: World, name: str) -> None:
    bob, alice = await asked_by(world, "alice")
    as_of = await now(bob)
    await bob.do("delete", id=await bob.request_id(alice), never=True)
    await alice.request(bob, "sunk")
    await bob.do("undoDelete", id=(await ids_of(world, bob))[0])
    assert await sweep(bob, name, requests=ALL, asOf=as_of) == (1, 0)


async def ids_of(world: World, person: Person) -> list[str]:
    rows = await world.rows("memberships", "id", f"user_id = {person.key}")
    return [world.services.sealer.seal(Kind.REQUEST, key) for (key,) in rows]


FILTERS: list[tuple[dict[str, Any], set[str]]] = [
    ({"all": True}, {"old", "linker", "young", "poster", "friend"}),
    ({"folder": "REQUESTS"}, {"young", "friend"}),
    ({"folder": "HIDDEN"}, {"linker", "poster"}),
    ({"folder": "ARCHIVED"}, {"old"}),
    ({"folder": "ARCHIVED", "hiddenReason": "LINK"}, set()),
    ({"olderThan": "2026-06-05T12:00:00Z"}, {"old", "linker"}),
    ({"olderThan": "2026-06-05T12:00:00Z", "folder": "REQUESTS"}, set()),
    ({"olderThan": "2026-01-01T00:00:00Z"}, set()),
    ({"notFollowedByMe": True}, {"old", "linker", "young", "poster"}),
    ({"notFollowedByMe": True, "folder": "REQUESTS"}, {"young"}),
    ({"hiddenReason": "LINK"}, {"linker", "poster"}),
    ({"hiddenReason": "CONTACT_DETAILS"}, {"poster"}),
    ({"hiddenReason": "OWN_WORD"}, set()),
    ({"hiddenReason": "LINK", "all": True}, {"linker", "poster"}),
]


@pytest.mark.shows("5.30", "5.39")
@both
@pytest.mark.parametrize(("filter", "taken"), FILTERS, ids=[str(filter) for filter, _ in FILTERS])
async def test_filters(world: World, name: str, filter: dict[str, Any], taken: set[str]) -> None:
    bob, old = await asked_by(world, "old")
    world.clock.advance(days=91)
    linker, young, poster, friend = await world.cast("linker", "young", "poster", "friend")
    await linker.request(bob, LINK)
    world.clock.advance(days=3)
    await young.request(bob)
    await poster.request(bob, f"{LINK} or write to me@example.com")
    await friend.request(bob)
    await bob.follows(friend)
    names = {person.name for person in (old, linker, young, poster, friend)}
    assert await sweep(bob, name, requests={"filter": filter}) == (len(taken), 0)
    assert set(await waiting(bob)) == names - taken
