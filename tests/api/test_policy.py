"""Every number that docs/behaviour.md names as a setting is one, and changes what the service does."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import fields
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from rules.policy import Policy
from server.chores import sweep
from server.policy import PREFIXES, read_numbers
from tests.api.moderation import report, reported, staff
from tests.api.provisioning import host
from tests.databases import Source
from tests.live.acts import act
from tests.live.devices import cursor_of
from tests.promises.page import OF_THE_SERVICE
from tests.services import running_world
from tests.world import START, World

PAGE = Path(__file__).resolve().parent.parent.parent / "docs" / "behaviour.md"
NAMED = re.compile(r"\(`([a-z_]+)`[,)]")


async def _answer(world: World, **facts: Any) -> Any:
    """The answer to a request by alice to bob, with these facts of hers."""
    alice, bob = await world.person("alice", **facts), await world.person("bob")
    return (await alice.request(bob, "Hello!"))["__typename"]


async def _answer_in_open(world: World) -> Any:
    alice, bob = await world.cast("alice", "bob")
    await alice.opens(bob, "Hi!")
    return (await alice.send(bob, "Hello!"))["__typename"]


async def _reaches(world: World, **facts: Any) -> Any:
    """The answer to a request by alice to bob, with these facts of his."""
    alice, bob = await world.person("alice"), await world.person("bob", **facts)
    return (await alice.request(bob, "Hello!"))["__typename"]


async def _left(world: World, **facts: Any) -> Any:
    """The messages that alice has left ten seconds after a first request."""
    alice, bob = await world.person("alice", **facts), await world.person("bob")
    await alice.request(bob)
    world.clock.advance(seconds=10)
    standing = (await alice.run("viewer"))["standing"]
    return standing["messagesLeftNow"], standing["newPairsLeftToday"]


async def _folder(world: World, seconds: int, **facts: Any) -> Any:
    """The folder of a request so much later."""
    alice, bob = await world.person("alice", **facts), await world.person("bob")
    await alice.request(bob)
    world.clock.advance(seconds=seconds)
    return [name for name in ("REQUESTS", "HIDDEN", "ARCHIVED") if await bob.nodes("requests", folder=name)]


async def _folder_of_recent(world: World) -> Any:
    """In which folder the request of a 20 days old account is if its recipient hides recent accounts."""
    alice = await world.person("alice", account_created_at=START - timedelta(days=20))
    bob = await world.person("bob")
    await bob.do("updateRequestPolicy", recentAccounts="HIDDEN")
    await alice.request(bob)
    return [name for name in ("REQUESTS", "HIDDEN") if await bob.nodes("requests", folder=name)]


async def _suggests_pause(world: World) -> Any:
    """Whether the badge suggests a pause after two requests."""
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    for sender in (alice, carol):
        await sender.request(bob)
    return (await bob.run("viewer"))["badge"]["suggestsPause"]


async def _repeat(world: World) -> Any:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob, "one", clientKey="a")
    world.clock.advance(minutes=2)
    return (await alice.request(bob, "another", clientKey="a"))["__typename"]


async def _undo(world: World) -> Any:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    deleted = await act(world, "bob deletes alice")
    world.clock.advance(minutes=2)
    return (await bob.do("undoDelete", id=deleted["deletedId"]))["__typename"]


async def _evidence(world: World) -> Any:
    judy, alice, bob = await staff(world, "alice", "bob")
    await alice.opens(bob)
    await report(bob, await bob.thread_id(alice))
    await host(world).do("eraseUser", subject="host-alice")
    world.clock.advance(days=3)
    await sweep(world.database, world.clock(), world.services.policy)
    return len((await reported(judy, alice))["evidence"]["edges"])


async def _resumed(world: World) -> Any:
    alice, bob = await world.cast("alice", "bob")
    after = await cursor_of(bob)
    await alice.request(bob)
    world.clock.advance(minutes=2)
    async with bob.listen("requestReceived", after=after) as stream:
        return (await stream.item())["__typename"]


async def _is_quiet(world: World) -> Any:
    alice = await world.person("alice")
    async with alice.listen("messageAdded") as stream:
        return await stream.is_quiet()


async def _pushed(world: World) -> Any:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    return len((await host(world).do("takePushes"))["pushes"])


Probe = Callable[[World], Awaitable[Any]]
SUCCESS, YOUNG = "SendRequestSuccess", {"account_created_at": START - timedelta(days=1)}
JUST_16 = date(START.year - 16, START.month - 1, START.day)

CASES: dict[str, tuple[str, Probe, Any, Any]] = {
    "request_length": ("5", _answer, SUCCESS, "InvalidInput"),
    "message_length": ("5", _answer_in_open, "SendMessageSuccess", "InvalidInput"),
    "minimum_age": ("40", _answer, SUCCESS, "AgeRestricted"),
    "minimum_age_by_region": (
        '{"DE": 40}',
        lambda world: _answer(world, region="DE"),
        SUCCESS,
        "AgeRestricted",
    ),
    "receiving_age_delay": (
        "P9999D",
        lambda world: _reaches(world, birth_date=JUST_16),
        SUCCESS,
        "RecipientUnavailable",
    ),
    "phone_required": (
        "false",
        lambda world: _answer(world, phone_verified=False),
        "PhoneVerificationRequired",
        SUCCESS,
    ),
    "verified_audience": (
        "EVERYONE",
        lambda world: _reaches(world, is_verified=True),
        "RecipientUnavailable",
        SUCCESS,
    ),
    "bucket_size": ("7", _left, (20, 19), (7, 19)),
    "bucket_refill": ("PT1H", _left, (20, 19), (19, 19)),
    "new_pairs_a_day": ("3", _left, (20, 19), (20, 2)),
    "new_pairs_a_day_young": ("3", lambda world: _left(world, **YOUNG), (20, 4), (20, 2)),
    "young_account": ("PT1H", lambda world: _left(world, **YOUNG), (20, 4), (20, 19)),
    "young_account_requests": ("0", lambda world: _folder(world, 1, **YOUNG), ["REQUESTS"], ["HIDDEN"]),
    "recent_account": ("P10D", _folder_of_recent, ["HIDDEN"], ["REQUESTS"]),
    "pause_suggested_at": ("2", _suggests_pause, False, True),
    "client_key_lifetime": ("60", _repeat, "IdempotencyConflict", SUCCESS),
    "undo_window": ("60", _undo, "UndoDeleteSuccess", "UndoExpired"),
    "archive_after": ("60", lambda world: _folder(world, 120), ["REQUESTS"], ["ARCHIVED"]),
    "evidence_lifetime": ("60", _evidence, 1, 0),
    "event_lifetime": ("60", _resumed, "RequestReceived", "ResyncRequired"),
    "position_interval": ("0.01", _is_quiet, True, False),
    "pushes": ("true", _pushed, 0, 1),
}
"""A value, a look at its effect, the result by the default, and the result by the value."""


def test_the_page_names_every_setting() -> None:
    named = set(NAMED.findall(PAGE.read_text())) - OF_THE_SERVICE
    assert named == {field.name for field in fields(Policy)} == set(CASES)


@pytest.mark.shows("1.4")
@pytest.mark.parametrize("name", CASES)
async def test_a_setting_changes_what_the_service_does(name: str, source: Source) -> None:
    value, probe, by_default, by_value = CASES[name]
    assert await _seen(source, {}, probe) == by_default
    assert await _seen(source, {PREFIXES[Policy] + name.upper(): value}, probe) == by_value


async def _seen(source: Source, environment: dict[str, str], probe: Probe) -> Any:
    policy = read_numbers(Policy, environment, [])
    async with source.lent() as database, running_world(database, policy) as world:
        return await probe(world)
