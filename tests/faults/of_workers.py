"""Faults of the processes that serve."""

import asyncio
import random
import signal
from contextlib import suppress
from time import monotonic

import aiohttp
import psutil

from tests.databases import PATIENCE
from tests.faults.benches import Bench
from tests.faults.faults import Fault, Figures, failing, number

LONGEST = 1.5
"""Seconds between two kills, at most."""


async def kill_workers(bench: Bench) -> Figures:
    kills, waits = number("KILLS", 100), []
    for _ in range(kills):
        await asyncio.sleep(random.uniform(0, LONGEST))
        with suppress(psutil.NoSuchProcess):
            random.choice(bench.installation.service.workers()).kill()
        waits.append(await bench.installation.service.until_healthy())
    return {"kills": kills, "no worker answered for, at most, seconds": round(max(waits), 1)}


async def die_between_commit_and_hint(bench: Bench) -> Figures:
    async with failing(bench, die_between_commit_and_hint=0.1):
        await asyncio.sleep(15)
    return {"share of commits": "10 %"}


async def die_before_commit(bench: Bench) -> Figures:
    async with failing(bench, die_before_commit=0.05):
        await asyncio.sleep(15)
    return {"share of writes": "5 %"}


async def kill_all(bench: Bench) -> Figures:
    service, seconds = bench.installation.service, []
    for _ in range(3):
        await asyncio.sleep(random.uniform(1, 2))
        begun = monotonic()
        await service.restart()
        seconds.append(round(monotonic() - begun, 1))
    return {"starts, seconds": seconds}


async def drain(bench: Bench) -> Figures:
    service = bench.installation.service
    before = {id(one): sum(one.closes.values()) for one in bench.listeners}
    codes = {id(one): one.closes[1012] for one in bench.listeners}
    begun = monotonic()
    assert service.process
    service.process.terminate()
    while any(sum(one.closes.values()) == before[id(one)] for one in bench.listeners):
        await asyncio.sleep(0.02)
        assert monotonic() - begun < PATIENCE, "not all sockets were closed"
    closed = monotonic() - begun
    await service.process.wait()
    ended = monotonic() - begun
    status = service.process.returncode
    await service.start()
    said = sum(one.closes[1012] > codes[id(one)] for one in bench.listeners)
    assert (said, status) == (len(bench.listeners), 0), (said, status)
    assert closed <= 2, closed
    assert ended <= 12, ended
    return {"all sockets had 1012 after, seconds": round(closed, 2), "gone after, seconds": round(ended, 2)}


async def roll(bench: Bench) -> Figures:
    service = bench.installation.service
    before = {one.pid for one in service.workers()}
    service.first.send_signal(signal.SIGHUP)
    begun = monotonic()
    while before & {one.pid for one in service.workers()} or len(service.workers()) < len(before):
        await asyncio.sleep(0.1)
        assert monotonic() - begun < PATIENCE, "the old workers did not leave"
    return {"rolled in, seconds": round(monotonic() - begun, 1)}


async def pause(bench: Bench) -> Figures:
    """Longer than a worker may say nothing, so it is replaced."""
    worker = random.choice(bench.installation.service.workers())
    worker.suspend()
    await asyncio.sleep(30)
    with suppress(psutil.NoSuchProcess):
        worker.resume()
    return {"paused, seconds": 30}


async def block_loop(bench: Bench) -> Figures:
    async with failing(bench, block=0.05):
        await asyncio.sleep(6)
    await asyncio.sleep(6)
    return {"each, seconds": 5}


async def exhaust_descriptors(bench: Bench) -> Figures:
    """Each worker may open two more files than it has; many clients come."""
    workers = bench.installation.service.workers()
    before = {one.pid: one.rlimit(psutil.RLIMIT_NOFILE) for one in workers}
    for one in workers:
        one.rlimit(psutil.RLIMIT_NOFILE, (one.num_fds() + 2, before[one.pid][1]))
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as client:
        asked = [_knock(client, bench.installation.service.url) for _ in range(200)]
        answered = sum(await asyncio.gather(*asked))
    for one in workers:
        with suppress(psutil.NoSuchProcess):
            one.rlimit(psutil.RLIMIT_NOFILE, before[one.pid])
    return {"clients answered during it": f"{answered} of 200"}


async def _knock(client: aiohttp.ClientSession, url: str) -> bool:
    try:
        async with client.get(url, timeout=aiohttp.ClientTimeout(total=5)):
            return True
    except (aiohttp.ClientError, OSError, TimeoutError):
        return False


async def starve(bench: Bench) -> Figures:
    count = 2 * (psutil.cpu_count() or 2)
    burners = [await asyncio.create_subprocess_exec("sh", "-c", "while :; do :; done") for _ in range(count)]
    await asyncio.sleep(15)
    for one in burners:
        one.kill()
        await one.wait()
    return {"processes that burn": count}


async def start_many(bench: Bench) -> Figures:
    """Other processes start on the same database at once, and migrate it, while it serves."""
    others = [await bench.installation.service.launch(0, DOORSTEP_WORKERS="1") for _ in range(4)]
    try:
        for one in others:
            assert one.stdout
            line = await asyncio.wait_for(one.stdout.readline(), 4 * PATIENCE)
            assert line, "one did not start"
    finally:
        for one in others:
            one.terminate()
    statuses = [await asyncio.wait_for(one.wait(), PATIENCE) for one in others]
    assert statuses == [0] * 4, statuses
    return {"processes that started at once": len(others)}


async def move_clock(bench: Bench) -> Figures:
    """By the clock that the service tells the time by, not the kernel's."""
    for hours in (2, -2, 12, 24):
        async with failing(bench, clock=hours * 3600):
            await asyncio.sleep(3)
    return {"hours": "+2, -2, +12, +24"}


FAULTS = [
    Fault("1", "a worker is killed in the middle of mutations", kill_workers),
    Fault("2", "a worker dies between commit and hint", die_between_commit_and_hint),
    Fault("3", "a worker dies before its commit", die_before_commit),
    Fault("4", "all processes are killed and started again", kill_all),
    Fault("6", "SIGTERM drains", drain),
    Fault("7", "rolling restart", roll),
    Fault("22", "a worker is paused for 30 s", pause),
    Fault("23", "the event loop is blocked for 5 s", block_loop),
    Fault("28", "no file descriptor is left", exhaust_descriptors),
    Fault("29", "the CPU is starved", starve),
    Fault("32", "others start and migrate during traffic", start_many),
    Fault("21", "the clock moves by hours and over midnight", move_clock),
]
