"""Faults of the database and the broker, and of the ways to them."""

import asyncio
import os
import random
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from time import monotonic

import asyncpg
import psutil
from redis.asyncio import Redis
from redis.exceptions import RedisError

from events.broker import channel_of
from tests.faults.benches import Bench
from tests.faults.checks import P99, lateness
from tests.faults.faults import Fault, Figures, number
from tests.faults.links import Link
from tests.faults.stores import Postgres, Valkey

OTHERS = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'doorstep' ORDER BY random() LIMIT 1"
FLUSHES = 10
LATE = 1.5
"""Seconds from an answer to the item, 99 of 100, where no hint comes."""

QUICK = 2.5
"""Seconds in which trouble must be said: two, and some for the client itself."""


def _postgres(bench: Bench) -> Postgres:
    assert bench.installation.postgres
    return bench.installation.postgres


def _broker(bench: Bench) -> Valkey:
    assert bench.installation.broker
    return bench.installation.broker


def _links(bench: Bench) -> tuple[Link, Link]:
    found = bench.installation.database_link, bench.installation.broker_link
    assert found[0]
    assert found[1]
    return found[0], found[1]


async def slowest_before(bench: Bench) -> float:
    """Seconds of the slowest answer of late, without a fault: a busy machine adds as much to any limit."""
    bench.load.slowest = 0.0
    await asyncio.sleep(5)
    slowest, bench.load.slowest = bench.load.slowest, 0.0
    return slowest


def require_quick(seconds: float, before: float) -> Figures:
    """Trouble was said in time."""
    assert seconds <= QUICK + before, f"an answer took {seconds:.1f} s, of them {before:.1f} without a fault"
    return {"slowest answer during it, and before, seconds": [round(seconds, 2), round(before, 2)]}


async def restart_postgres(bench: Bench) -> Figures:
    """As `restart -m immediate`: all its processes are killed, and it recovers."""
    away = []
    for _ in range(number("DATABASE_KILLS", 5)):
        await asyncio.sleep(random.uniform(1, 3))
        begun = monotonic()
        await _postgres(bench).kill()
        await _postgres(bench).start()
        away.append(round(monotonic() - begun, 1))
    return {"away, seconds": away} | await recovered(bench)


async def crash_backend(bench: Bench, times: int = 5) -> Figures:
    for _ in range(times):
        await asyncio.sleep(random.uniform(0.5, 1.5))
        await _postgres(bench).crash()
    return await recovered(bench)


async def recovered(bench: Bench) -> Figures:
    """How long until something that is sent now is heard by both."""
    begun, old = monotonic(), set(bench.load.sends)
    while not any(bench.is_heard(text, send) for text, send in bench.load.sends.items() if text not in old):
        await asyncio.sleep(0.05)
        assert monotonic() - begun < 60, "nothing is heard any more"
    return {"heard again after, seconds": round(monotonic() - begun, 1)}


async def terminate_backends(bench: Bench) -> Figures:
    kills = number("BACKENDS", 100)
    connection = await asyncpg.connect(_postgres(bench).url)
    for _ in range(kills):
        await connection.execute(OTHERS)
        await asyncio.sleep(random.uniform(0, 0.2))
    await connection.close()
    return {"connections ended": kills}


async def lose_database(bench: Bench) -> Figures:
    link, _ = _links(bench)
    before = await slowest_before(bench)
    link.shut()
    await asyncio.sleep(30)
    slowest, link.is_shut = bench.load.slowest, False
    return {"away, seconds": 30} | require_quick(slowest, before) | await recovered(bench)


async def freeze_database(bench: Bench) -> Figures:
    """Nothing is refused, nothing is answered."""
    before = await slowest_before(bench)
    _postgres(bench).signal(signal.SIGSTOP)
    await asyncio.sleep(10)
    slowest = bench.load.slowest
    _postgres(bench).signal(signal.SIGCONT)
    return {"frozen, seconds": 10} | require_quick(slowest, before) | await recovered(bench)


async def cut_at_commit(bench: Bench) -> Figures:
    link, _ = _links(bench)
    before = link.cuts
    for word in (b"COMMIT", b"of the load"):
        link.word, link.odds = word, 0.1
        await asyncio.sleep(10)
    link.word = b""
    assert link.cuts > before, "no connection was cut"
    return {"connections cut": link.cuts - before}


async def slow_database(bench: Bench) -> Figures:
    link, broker = _links(bench)
    link.delay = broker.delay = 0.03
    await asyncio.sleep(8)
    for _ in range(4):
        link.freeze()
        await asyncio.sleep(0.7)
        link.thaw()
        await asyncio.sleep(0.7)
    link.delay = broker.delay = 0.0
    return {"each way, seconds": 0.03, "stalls": 4}


async def exhaust_pool(bench: Bench) -> Figures:
    """All connections wait for a table that another session keeps."""
    connection = await asyncpg.connect(bench.installation.database_url)
    before = await slowest_before(bench)
    async with connection.transaction():
        await connection.execute("LOCK TABLE user_streams IN EXCLUSIVE MODE")
        await asyncio.sleep(10)
    await connection.close()
    slowest = bench.load.slowest
    return require_quick(slowest, before) | await recovered(bench)


async def hold_row(bench: Bench) -> Figures:
    """A session that idles in its transaction holds one user's counter."""
    connection = await asyncpg.connect(bench.installation.database_url)
    held = bench.listeners[0].person.key
    transaction = connection.transaction()
    await transaction.start()
    await connection.execute("SELECT 1 FROM user_streams WHERE user_id = $1 FOR UPDATE", held)
    before = await slowest_before(bench)
    await asyncio.sleep(10)
    slowest = bench.load.slowest
    await connection.close()
    return require_quick(slowest, before) | await recovered(bench)


@asynccontextmanager
async def without_hints(bench: Bench) -> AsyncIterator[Figures]:
    """Items of sends in this block come by polls in time, and no send waits for the broker."""
    figures: Figures = {}
    before, known = await slowest_before(bench), set(bench.load.sends)
    yield figures
    slowest = bench.load.slowest
    meanwhile = {text: send for text, send in bench.load.sends.items() if text not in known}
    await asyncio.sleep(2 * LATE)
    figures |= require_quick(slowest, before)
    unheard = sum(not bench.is_heard(text, send) for text, send in meanwhile.items())
    late = lateness(meanwhile, bench.listeners)
    assert late[P99] <= LATE, late
    assert not unheard, f"{unheard} are not heard"


async def kill_broker(bench: Bench) -> Figures:
    async with without_hints(bench) as figures:
        for _ in range(3):
            await asyncio.sleep(2)
            await _broker(bench).kill()
            await asyncio.sleep(4)
            await asyncio.to_thread(_broker(bench).start)
    return {"killed, times": 3} | figures


def _ports_of(process: psutil.Process) -> set[int]:
    with suppress(psutil.NoSuchProcess):
        return {one.laddr.port for one in process.net_connections() if one.laddr}
    return set()


async def cut_broker(bench: Bench) -> Figures:
    """From one worker."""
    _, link = _links(bench)
    worker = random.choice(bench.installation.service.workers())
    its = await asyncio.to_thread(_ports_of, worker)
    others = link.ports - its

    def is_its(port: int) -> bool:
        # To ask the kernel costs this process, which carries all that the workers say, much of a second.
        if port not in its | others:
            its.update(_ports_of(worker))
        return port in its

    async with without_hints(bench) as figures:
        link.shut_for(is_its)
        await asyncio.sleep(10)
        link.shut_for(lambda port: False)
    return {"cut off, seconds": 10} | figures


async def flush_broker(bench: Bench) -> Figures:
    url = f"redis://127.0.0.1:{_broker(bench).port}"
    async with without_hints(bench) as figures, Redis.from_url(url) as redis:
        for _ in range(FLUSHES):
            await redis.flushall()
            await redis.client_kill_filter(_type="pubsub")
            await asyncio.sleep(1)
    return {"flushed, times": FLUSHES} | figures


async def freeze_broker(bench: Bench) -> Figures:
    async with without_hints(bench) as figures:
        pid = await _broker(bench).freeze()
        await asyncio.sleep(10)
        os.kill(pid, signal.SIGCONT)
    return {"frozen, seconds": 10} | figures


async def forge_hints(bench: Bench) -> Figures:
    """Doubled, out of order, of no one, and no hints at all."""
    keys = [one.person.key for one in bench.listeners]
    told = 0
    async with Redis.from_url(f"redis://127.0.0.1:{_broker(bench).port}") as redis:
        end = monotonic() + 8
        while monotonic() < end:
            key = random.choice(keys)
            for word in (f"x {key}", f"x {key}", f"x {key + 1}", "x -1", "", "\x00", "x" * 10_000):
                with suppress(RedisError):
                    await redis.publish(channel_of(key), word)
                told += 1
            await asyncio.sleep(0.01)
    return {"forged": told}


FAULTS = [
    Fault("8", "PostgreSQL is killed and recovers", restart_postgres),
    Fault("8b", "a backend of PostgreSQL is killed, which ends all", crash_backend),
    Fault("9", "connections are ended by pg_terminate_backend", terminate_backends),
    Fault("10", "PostgreSQL is unreachable for 30 s", lose_database),
    Fault("10b", "PostgreSQL is frozen for 10 s", freeze_database),
    Fault("35b", "the answer to a commit is lost on its way to the worker", cut_at_commit),
    Fault("19", "the network to both stores is slow and stalls", slow_database),
    Fault("27", "no connection of the pool comes free", exhaust_pool),
    Fault("30", "an idle transaction holds a counter row", hold_row),
    Fault("11", "the broker is killed and started again", kill_broker),
    Fault("12", "the broker is cut off from one worker", cut_broker),
    Fault("13", "the broker is flushed and its subscribers are killed", flush_broker),
    Fault("14", "the broker is frozen", freeze_broker),
    Fault("15", "hints are doubled, out of order and forged", forge_hints),
]
