"""Every time in an answer is UTC, and says so."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from graphql import GraphQLInterfaceType, GraphQLObjectType, GraphQLScalarType, get_named_type

from tests.api.costs import SCHEMA as SERVED
from tests.api.moderation import moderator, restrict, staff
from tests.api.provisioning import host
from tests.live.acts import act
from tests.printed import SCHEMA
from tests.world import Person, World

TIMES = {
    name
    for kind in SCHEMA.type_map.values()
    if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType)
    for name, field in kind.fields.items()
    if get_named_type(field.type).name == "DateTime"
}
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
OFF = {"leaseEndsAt"}
"""Of pushes, which are off here; tests/api/test_pushes.py reads it."""
MOMENTS = """{
    viewer { standing { resetsAt warnings { at } obstacles { ... on MessagingRestricted { until } } } }
    mine: viewer {
        requestPause { since until }
        contactCodes { createdAt expiresAt }
        reports { edges { node { reportedAt handledAt } } }
        standing { restriction { at until appeal { appealedAt answeredAt } } }
    }
    blockedUsers { edges { node { blockedUntil } } }
    inbox { edges { node { openedAt mutedUntil lastMessage { sentAt } messages { edges { node { sentAt } } } } } }
    requests { edges { node { receivedAt firstContact { nameChangedAt } pendingMessages { sentAt } } } }
    sentRequests { edges { node { sentAt } } }
    reports {
        edges { node { createdAt until notes { edges { node { at } } } evidence { edges { node { sentAt } } } } }
    }
    auditLog { edges { node { at } } }
}"""


def moments(value: Any) -> Iterator[tuple[str, Any]]:
    """Every time of an answer, with its field's name."""
    if isinstance(value, list):
        for one in value:
            yield from moments(one)
    if isinstance(value, dict):
        for name, one in value.items():
            if name in TIMES and one is not None:
                yield name, one
            yield from moments(one)


@pytest.mark.shows("1.2")
async def test_every_time_is_utc_and_says_so(world: World) -> None:
    judy, alice, bob, carol = await staff(world, "alice", "bob", "carol")
    async with alice.listen("events") as stream:
        await alice.opens(bob)
        await alice.request(carol)
        await bob.do("report", subjectId=await bob.thread_id(alice), reason="SPAM")
        await carol.send(alice, "An answer.")
        deleted = await act(world, "carol deletes alice")
        ticket = await alice.do("createStreamTicket", validSeconds=10)
        items = await stream.items(3)
        later = (world.clock.now + timedelta(days=1)).isoformat()
        await alice.do("mute", threadId=await alice.thread_id(bob), muted=True, until=later)
        await bob.do("block", userId=carol.id, until=later)
        await bob.do("pauseRequests", until=later)
        await bob.do("createContactCode", label="a card", expiresAt=later)
        revoked = await host(world).do(
            "revokeTokens", subject="host-carol", before=world.clock.now.isoformat()
        )
    found = defaultdict(set)
    await restrict(judy, bob, alice, days=1)
    await _appealed(world, alice)
    await (await world.person("dave", names_changed_at=world.clock.now)).request(judy)
    answers = [(await person.ask(MOMENTS))["data"] for person in (judy, alice, bob)]
    for name, text in moments([answers, items, deleted, ticket, revoked]):
        found[name].add(datetime.fromisoformat(text).tzinfo)
        assert text.endswith("+00:00"), (name, text)
        assert RFC_3339.fullmatch(text), (name, text)
    assert found == {name: {UTC} for name in TIMES - OFF}


def test_the_scalar_names_the_specification_that_its_values_keep() -> None:
    """That of scalars.graphql.org wants three digits in every value, neither six nor none."""
    scalar = SCHEMA.type_map["DateTime"]
    assert isinstance(scalar, GraphQLScalarType)
    assert scalar.specified_by_url == "https://www.rfc-editor.org/rfc/rfc3339"


@pytest.mark.parametrize(
    "zulu", ["2026-03-04T12:00:00Z", "2026-03-04t13:00:00+01:00", "2026-03-04T12:00:00z"]
)
def test_a_moment_is_read_as_the_specification_writes_it(zulu: str) -> None:
    assert _read("DateTime", zulu) == datetime(2026, 3, 4, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("scalar", "wrong", "reason"),
    [
        *(
            ("DateTime", wrong, "a moment is a text with its zone, as in 2026-03-04T12:00:00Z")
            for wrong in (
                5,
                "soon",
                "2026-03-04T12:00:00",
                "2026-03-04T12:00:00+99:00",
                "9999-12-31T23:59:59-14:00",
            )
        ),
        *(("Date", wrong, "a day is a text as in 2008-02-29") for wrong in (5, "soon", "2007-02-29")),
    ],
)
def test_a_wrong_time_is_told_in_the_words_of_the_api(scalar: str, wrong: object, reason: str) -> None:
    """Not in those of Python's types."""
    with pytest.raises(ValueError, match=f"^{re.escape(reason)}$"):
        _read(scalar, wrong)


def _read(scalar: str, value: object) -> object:
    found = SERVED._schema.type_map[scalar]
    assert isinstance(found, GraphQLScalarType)
    return found.parse_value(value)


async def _appealed(world: World, alice: Person) -> None:
    await alice.do("appealRestriction", text="It was a joke.")
    other = moderator(await world.person("ruth"))
    [appeal] = await other.nodes("appeals")
    await other.do("resolveAppeal", decisionId=appeal["decision"]["id"], uphold=True, answer="It was none.")
