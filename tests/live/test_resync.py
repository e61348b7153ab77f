"""A cursor that cannot be resumed: one ResyncRequired with its reason, then live."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack

import pytest
from msgspec.structs import replace

from tests.live.acts import act
from tests.live.devices import STREAMS, cursor_of, log_end
from tests.world import Person, World

Break = Callable[[Person], Awaitable[str]]


async def _outlived(bob: Person) -> str:
    """The events after it are more than 7 days old."""
    cursor = await cursor_of(bob)
    await act(bob.world, "carol requests bob")
    bob.world.clock.advance(days=7, seconds=1)
    return cursor


async def _of_another_epoch(bob: Person) -> str:
    cursor = await cursor_of(bob)
    change = f"UPDATE user_streams SET epoch = epoch + 1 WHERE user_id = {bob.key}"
    await bob.world.database.execute(change, ())
    return cursor


async def _ahead(bob: Person) -> str:
    end = await log_end(bob)
    return bob.world.services.sealer.seal_event_cursor(replace(end, seq=end.seq + 1))


async def _of_another_user(bob: Person) -> str:
    return await cursor_of(bob.world.people["carol"])


async def _made_up(_: Person) -> str:
    return "a" * 32


BROKEN: dict[str, tuple[Break, str]] = {
    "outlived": (_outlived, "EXPIRED"),
    "of another epoch": (_of_another_epoch, "EPOCH_CHANGED"),
    "ahead": (_ahead, "CURSOR_AHEAD"),
    "of another user": (_of_another_user, "UNKNOWN"),
    "made up": (_made_up, "UNKNOWN"),
}


@pytest.mark.shows("9.12")
@pytest.mark.parametrize("broken", BROKEN)
async def test_one_resync_then_live(world: World, broken: str) -> None:
    make, reason = BROKEN[broken]
    _, bob, *_ = await world.cast("carol", "bob", "alice", "dave", "erin")
    for line in ("alice requests bob", "bob accepts alice", "bob requests erin"):
        await act(world, line)
    after = await make(bob)
    async with AsyncExitStack() as stack:
        streams = [await stack.enter_async_context(bob.listen(name, after=after)) for name in STREAMS]
        firsts = [await stream.item() for stream in streams]
        expected = ("ResyncRequired", reason, await cursor_of(bob))
        assert {(item["__typename"], item.get("reason"), item["eventCursor"]) for item in firsts} == {
            expected
        }
        for line in ("dave requests bob", "alice sends bob", "erin accepts bob"):
            await act(world, line)
        live = [(await stream.item())["__typename"] for stream in streams]
        assert live == [name[0].upper() + name[1:] for name in STREAMS]
        assert all(await asyncio.gather(*(stream.is_quiet() for stream in streams)))


@pytest.mark.shows("9.12")
@pytest.mark.parametrize("broken", BROKEN)
async def test_so_does_the_stream_of_all(world: World, broken: str) -> None:
    make, reason = BROKEN[broken]
    _, bob, *_ = await world.cast("carol", "bob", "dave")
    async with bob.listen("events", after=await make(bob)) as stream:
        first = await stream.item()
        assert (first["__typename"], first["reason"]) == ("ResyncRequired", reason)
        assert first["eventCursor"] == await cursor_of(bob)
        await act(world, "dave requests bob")
        assert [item["__typename"] for item in await stream.items(2)] == ["BadgeChanged", "RequestReceived"]
        assert await stream.is_quiet()


@pytest.mark.shows("9.12")
@pytest.mark.parametrize("name", [*STREAMS, "events"])
async def test_what_no_event_cursor_looks_like_is_refused_before_it_runs(world: World, name: str) -> None:
    bob, carol = await world.cast("bob", "carol")
    await carol.request(bob)
    of_a_list = (await bob.run("requests"))["edges"][0]["cursor"]
    seen = await cursor_of(bob)
    same_bits = seen.upper()
    for after in (
        "",
        "späße\0",
        "a" * 31,
        "a" * 33,
        "a" * 1_000,
        f"{seen}=",
        same_bits,
        of_a_list,
        1,
        [seen],
    ):
        async with bob.listen(name, after=after) as stream:
            refusal = await stream.message()
            [error] = refusal["payload"]
            assert (refusal["type"], error["extensions"]["code"]) == ("error", "BAD_USER_INPUT")


@pytest.mark.shows("9.12")
async def test_a_cursor_just_young_enough_resumes(world: World) -> None:
    _, bob = await world.cast("alice", "bob")
    cursor = await cursor_of(bob)
    await act(world, "alice requests bob")
    world.clock.advance(days=6, hours=23, minutes=59)
    async with bob.listen("requestReceived", after=cursor) as stream:
        assert (await stream.item())["__typename"] == "RequestReceived"


@pytest.mark.shows("9.11")
async def test_an_old_cursor_after_which_nothing_came_resumes(world: World) -> None:
    _, _, bob = await world.cast("alice", "carol", "bob")
    await act(world, "alice requests bob")
    cursor = await cursor_of(bob)
    world.clock.advance(days=30)
    async with bob.listen("requestReceived", after=cursor) as stream:
        await act(world, "carol requests bob")
        assert (await stream.item())["request"]["sender"]["username"] == "carol"


SET_BACK: dict[str, tuple[str, str]] = {
    "another epoch": ("epoch = epoch + 1", "EPOCH_CHANGED"),
    "another epoch, fewer events": ("epoch = epoch + 1, last_seq = last_seq - 2", "EPOCH_CHANGED"),
    "fewer events": ("last_seq = last_seq - 2", "CURSOR_AHEAD"),
}


@pytest.mark.shows("9.28")
@pytest.mark.parametrize("change", SET_BACK)
@pytest.mark.parametrize("name", ["messageAdded", "events"])
async def test_a_log_that_is_set_back_under_a_stream(world: World, name: str, change: str) -> None:
    """As a failover does it: the next events have numbers that the stream has passed."""
    _, bob = await world.cast("alice", "bob")
    for line in ("alice requests bob", "bob accepts alice", "alice sends bob"):
        await act(world, line)
    how, reason = SET_BACK[change]
    end = (await log_end(bob)).seq
    async with bob.listen(name) as stream:
        if "last_seq" in how:
            await world.database.execute(
                f"DELETE FROM user_events WHERE user_id = {bob.key} AND seq > {end - 2}", ()
            )
        await world.database.execute(f"UPDATE user_streams SET {how} WHERE user_id = {bob.key}", ())
        await act(world, "alice sends bob")
        first = await stream.item()
        assert (first["__typename"], first["reason"]) == ("ResyncRequired", reason)
        await act(world, "bob sends alice")
        rest = [await stream.item()]
        while not rest[-1].get("message", {}).get("isMine"):
            rest.append(await stream.item())
        assert {item["__typename"] for item in rest} <= {"BadgeChanged", "StandingChanged", "MessageAdded"}
        assert await stream.is_quiet()
