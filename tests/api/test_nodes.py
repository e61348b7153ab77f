"""`nodes`: one statement for each kind of id, whatever exists."""

from typing import Any

import pytest

from resolvers.nodes import MOST_IDS
from schema.types.ids import Kind
from tests.api.moderation import moderator, report, reported
from tests.api.statements import statements_behind, statements_of
from tests.world import Person, World

SHORT = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }"


async def cast(world: World) -> tuple[Person, dict[Kind, list[str]]]:
    """Alice, a moderator, and ids of each kind that she can read; of messages and users several."""
    alice, bob, carol, dave = await world.cast("alice", "bob", "carol", "dave")
    await bob.opens(alice, "0")
    sent = [(await alice.send(bob, f"{number}"))["sentMessage"]["id"] for number in range(1, 8)]
    await carol.request(alice)
    await alice.request(dave)
    await report(alice, bob.id)
    alice = moderator(alice)
    found = await reported(alice, bob)
    await alice.do("claimReport", reportId=found["id"])
    [line] = await alice.nodes("auditLog")
    [asked] = await alice.nodes("sentRequests")
    made = await alice.do("createContactCode", label="a card")
    return alice, {
        Kind.USER: [person.id for person in (alice, bob, carol, dave)],
        Kind.THREAD: [await alice.thread_id(bob)],
        Kind.MESSAGE: sent,
        Kind.REQUEST: [await alice.request_id(carol)],
        Kind.SENT_REQUEST: [asked["id"]],
        Kind.REPORT: [found["id"]],
        Kind.MODERATION_ACTION: [line["id"]],
        Kind.CONTACT_CODE: [made["contactCode"]["id"]],
        Kind.VIEWER: [(await alice.run("viewer"))["id"]],
    }


def nothing(world: World, kind: Kind, count: int) -> list[str]:
    return [world.services.sealer.seal(kind, 10**6 + number) for number in range(count)]


@pytest.mark.shows("10.16", "10.17")
async def test_a_statement_a_kind(world: World) -> None:
    alice, ids = await cast(world)
    there = [id for some in ids.values() for id in some]
    absent = [id for kind, some in ids.items() for id in nothing(world, kind, len(some))]
    ran = await statements_behind(alice, SHORT, ids=there)
    assert len(ran) == len(Kind)
    assert await statements_behind(alice, SHORT, ids=absent) == ran
    alice.roles = ()
    assert await statements_behind(alice, SHORT, ids=there) == ran
    assert await statements_behind(world.people["dave"], SHORT, ids=there) == ran


async def test_the_order_asked_with_holes(world: World) -> None:
    alice, ids = await cast(world)
    asked = [id for some in ids.values() for id in some]
    asked = [other for id in reversed(asked) for other in (id, "nonsense", *nothing(world, Kind.MESSAGE, 1))]
    asked = [*asked, *asked][:MOST_IDS]
    found = await alice.ask(SHORT, ids=asked)
    shown = [None if number % 3 else id for number, id in enumerate(asked)]
    assert [node and node["id"] for node in found["data"]["nodes"]] == shown


async def test_many_fields_of_a_document_share_them(world: World) -> None:
    alice, ids = await cast(world)
    users, messages = ids[Kind.USER], ids[Kind.MESSAGE]
    fields = [f'm{number}: node(id: "{id}") {{ id }}' for number, id in enumerate(messages)]
    fields += [f'u{number}: nodes(ids: ["{id}"]) {{ id }}' for number, id in enumerate(users)]
    fields += [f't{number}: thread(id: "{ids[Kind.THREAD][0]}") {{ id }}' for number in range(5)]
    assert len(await statements_behind(alice, f"{{ {' '.join(fields)} }}")) == 3


async def test_a_hundred_of_all_kinds(world: World) -> None:
    alice, ids = await cast(world)
    asked = [id for kind in Kind for id in nothing(world, kind, 10)] + [id for [id, *_] in ids.values()]
    assert len(asked) == 99
    assert len(await statements_behind(alice, SHORT, ids=[*asked, *asked[:1]])) == len(Kind)
    assert len(await statements_of(alice, "node", id=asked[0])) == 1


async def test_an_inactive_viewer_reads_none(world: World) -> None:
    alice, ids = await cast(world)
    await alice.becomes(is_active=False)
    answers: list[Any] = [await alice.ask(SHORT, ids=[some[0]]) for some in ids.values()]
    assert {answer["errors"][0]["extensions"]["code"] for answer in answers} == {"UNAUTHENTICATED"}
