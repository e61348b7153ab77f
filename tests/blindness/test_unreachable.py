"""Users who cannot be written to: one answer, one list of statements, one change of the sender's own rows."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from rules.policy import Audience
from schema.types.ids import Kind
from tests.blindness.documents import document
from tests.blindness.watched import Answer, Setting, Watched, watched_world
from tests.databases import Source
from tests.world import START, World

Make = Callable[[World], Awaitable[str]]
TABLES = (
    *("users", "threads", "messages", "memberships", "quotas", "client_keys", "user_streams"),
    *("user_events", "follows", "blocks", "reports"),
)


def _user(**facts: Any) -> Make:
    async def make(world: World) -> str:
        person = await world.person("somebody")
        await person.becomes(**facts)
        return person.id

    return make


async def _nobody(world: World) -> str:
    return world.services.sealer.seal(Kind.USER, 10**9)


async def _followed_by_the_sender(world: World) -> str:
    id = await _user(audience=Audience.FRIENDS)(world)
    await world.people["alice"].follows(world.people["somebody"])
    return id


CAUSES: dict[str, Make] = {
    "no such user": _nobody,
    "15": _user(birth_date=date(START.year - 15, 1, 1)),
    "16, but not to strangers yet": _user(birth_date=date(START.year - 16, START.month, START.day)),
    "no birth date": _user(birth_date=None),
    "verified": _user(is_verified=True),
    "NO_ONE": _user(audience=Audience.NO_ONE),
    "FRIENDS": _user(audience=Audience.FRIENDS),
    "FRIENDS, followed by the sender only": _followed_by_the_sender,
    "PEOPLE_I_FOLLOW": _user(audience=Audience.PEOPLE_I_FOLLOW),
    "inactive": _user(is_active=False),
    "erased": _user(erased_at=START, is_active=False, username=None, display_name="Deleted user"),
}


@dataclass(frozen=True)
class Seen:
    """The answers with all headers and their statements, and the changes of the tables."""

    answers: list[Answer]
    changes: dict[str, tuple[set[Any], set[Any]]]


@pytest.mark.shows("4.36", "4.37", "4.40", "4.41", "10.10", "10.15", "10.16", "11.3")
@pytest.mark.parametrize("key", [None, "a key"])
async def test_all_causes_look_the_same(source: Source, key: str | None) -> None:
    seen = {cause: await _seen(source, make, key) for cause, make in CAUSES.items()}
    one = seen["no such user"]
    assert b"Messages cannot be sent since this user isn't following you." in one.answers[0].body
    assert set(one.changes) == {"quotas", "user_streams", "user_events"} | ({"client_keys"} if key else set())
    assert {cause: _parts(other, one) for cause, other in seen.items()} == {cause: [] for cause in CAUSES}


def _parts(other: Seen, one: Seen) -> list[str]:
    return [name for name, value in vars(one).items() if vars(other)[name] != value]


async def _seen(source: Source, make: Make, key: str | None) -> Seen:
    """In another world: the first send, its repeat with the same key, and a search for people of that name."""
    async with watched_world(source, Setting()) as watched:
        await watched.world.cast("alice", "someone")
        given = {"recipientId": await make(watched.world), "text": "Hello!", "clientKey": key}
        before = await _tables(watched.world)
        answers = [await _send(watched, given) for _ in range(2 if key else 1)]
        after = await _tables(watched.world)
        people = [await _look(watched, first) for first in (1, 2)]
    changes = {name: (before[name] - after[name], after[name] - before[name]) for name in TABLES}
    assert len({answer.body for answer in answers}) == 1
    return Seen([*answers, *people], {name: change for name, change in changes.items() if any(change)})


async def _send(watched: Watched, given: dict[str, Any]) -> Answer:
    alice = watched.world.people["alice"]
    return await watched.ask(alice, document("sendRequest"), {"input": given})


async def _look(watched: Watched, first: int) -> Answer:
    """A page that is full with the one who can be written to, and one that has room for another."""
    return await watched.ask(
        watched.world.people["alice"], document("people"), {"search": "some", "first": first}
    )


async def _tables(world: World) -> dict[str, set[Any]]:
    """Without the fingerprint of a key, which tells whom it was for."""
    columns = dict.fromkeys(TABLES, "*") | {"client_keys": "user_id, key, message_id, created_at"}
    return {name: set(await world.rows(name, columns[name])) for name in TABLES}
