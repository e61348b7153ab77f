"""`revokeTokens`: older tokens of a user open nothing any more, and the streams that they opened end."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from events.revocations import FRESH
from models.db.connection import DatabaseBusy
from models.viewer import find_signed_in
from server.auth import Token
from server.contexts import Contexts
from tests.api.moderation import moderator
from tests.api.provisioning import host
from tests.api.sending import invalid
from tests.databases import PATIENCE
from tests.live.readers import opened, posted, ticket_of
from tests.streams import Stream
from tests.world import START, Person, World

HOUR = timedelta(hours=1)


def at(person: Person, issued_at: datetime) -> Person:
    """With a token of this time."""
    return replace(person, issued_at=issued_at)


async def revoke(world: World, before: datetime = START, name: str = "bob") -> Any:
    return await host(world).do("revokeTokens", subject=f"host-{name}", before=before.isoformat())


async def code_of(person: Person) -> str | None:
    """The code with which a query is refused, if it is."""
    answer = await person.post("viewer")
    return answer["errors"][0]["extensions"]["code"] if "errors" in answer else None


async def hears(stream: Stream, kind: str) -> None:
    """Items that come before are skipped."""
    async with asyncio.timeout(PATIENCE):
        while (await stream.item())["__typename"] != kind:
            pass


@pytest.mark.shows("2.32")
async def test_older_tokens_are_refused_and_others_are_not(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    tokens = {moment: at(bob, START + moment) for moment in (-HOUR, timedelta(), HOUR)}
    everyone = [alice, bob, *tokens.values()]
    assert [await code_of(one) for one in everyone] == [None] * 5
    assert (await revoke(world))["validFrom"] == START.isoformat()
    refused = [one for one in everyone if await code_of(one) == "UNAUTHENTICATED"]
    assert refused == [bob, tokens[-HOUR]], "a token without iat is older than any"


@pytest.mark.shows("2.33")
async def test_sockets_of_older_tokens_end_and_open_no_more(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    old, new = at(bob, START - HOUR), at(bob, START)
    async with (
        old.listen("events") as ends,
        new.listen("events") as stays,
        at(alice, START - HOUR).listen("events") as other,
    ):
        await revoke(world)
        assert (await ends.ws.receive(timeout=PATIENCE)).data == 4403
        await alice.request(bob)
        await hears(stays, "RequestReceived")
        await hears(other, "MessageAdded")
    protocols = ["graphql-transport-ws"]
    async with world.client.ws_connect(world.url, protocols=protocols) as ws:
        await ws.send_json({"type": "connection_init", "payload": {"Authorization": old.token}})
        assert (await ws.receive(timeout=PATIENCE)).data == 4403, "it takes no place of the user"


@pytest.mark.shows("2.33")
async def test_streams_over_http_end_and_their_tickets_too(world: World) -> None:
    world.clock.now = now = datetime.now(UTC)
    (bob,) = await world.cast("bob")
    old, new = at(bob, now - HOUR), at(bob, now)
    unused = await ticket_of(old)
    async with posted(old) as posted_stream, opened(world, await ticket_of(old)) as ticketed:
        await posted_stream.item()
        await revoke(world, now.replace(microsecond=0))
        for answer in (posted_stream.answer, ticketed):
            text = await asyncio.wait_for(answer.text(), PATIENCE)
            assert "UNAUTHENTICATED" in text
    async with opened(world, unused) as answer:
        assert answer.status == 401
    async with opened(world, await ticket_of(new)) as answer:
        assert answer.status == 200, "a ticket is as old as its token"


@pytest.mark.shows("2.34")
async def test_bounds(world: World) -> None:
    await world.cast("bob")
    ahead = world.clock.now + timedelta(seconds=90)
    assert await revoke(world, ahead) == invalid("before", "IN_FUTURE")
    assert await revoke(world, name="nobody") == invalid("subject", "UNKNOWN")
    for subject, reason, bound in (
        ("", "EMPTY", None),
        ("a\0", "BAD_CHARACTER", None),
        ("a" * 256, "TOO_LONG", 255),
    ):
        found = await host(world).do("revokeTokens", subject=subject, before=START.isoformat())
        assert found == invalid("subject", reason, bound)
    assert await world.rows("moderation_actions") == []
    assert (await revoke(world, world.clock.now + timedelta(seconds=30)))[
        "__typename"
    ] == "RevokeTokensSuccess"


@pytest.mark.shows("2.34", "2.35")
async def test_the_latest_time_counts_and_each_change_is_in_the_audit_log(world: World) -> None:
    judy, _ = await world.cast("judy", "bob")
    for before, valid_from in ((-HOUR, -HOUR), (timedelta(), timedelta()), (-HOUR, timedelta())):
        for _ in range(2):
            assert (await revoke(world, START + before))["validFrom"] == (START + valid_from).isoformat()
    lines = await moderator(judy).nodes("auditLog")
    shown = [(line["action"], line["actor"], line["subject"]["username"], line["report"]) for line in lines]
    assert shown == [("REVOKE_TOKENS", None, "bob", None)] * 2


@pytest.mark.shows("2.32")
async def test_a_process_that_was_not_told_looks_before_it_lets_a_token_in(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As one that was frozen, or cut off from the others."""
    (bob,) = await world.cast("bob")
    assert await code_of(bob) is None
    revocations = world.services.revocations
    monkeypatch.setattr(revocations, "tell", lambda revoked: None)
    await revoke(world)
    monkeypatch.setattr(revocations, "_fresh_until", revocations._fresh_until - FRESH)

    async def busy(_: Any) -> None:
        raise DatabaseBusy("away")

    with monkeypatch.context() as away:
        away.setattr(revocations, "look", lambda: busy(None))
        assert await code_of(bob) == "OVERLOADED", "it fails closed"
    assert await code_of(bob) == "UNAUTHENTICATED"


@pytest.mark.shows("2.32")
async def test_a_user_that_is_read_while_its_tokens_are_revoked_is_read_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.cast("bob")
    contexts = Contexts(world.services)
    read: list[Callable[[], Awaitable[Any]]] = [lambda: revoke(world)]

    async def slowly(*args: Any) -> Any:
        found = await find_signed_in(*args)
        if read:
            await read.pop()()
        return found

    monkeypatch.setattr("server.contexts.find_signed_in", slowly)
    with pytest.raises(Exception, match="Sign in"):
        await contexts.admit(Token("host-bob", None, START - HOUR, frozenset()))
