"""People who write all the time, some of whom read, and what their logs have to push in the end."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial

import aiohttp

from models.db.statements import numbers
from models.event_log import EventCursor
from rules.events import EventKind
from rules.pushes import PUSHED
from rules.requests import Folder
from schema.types.ids import Kind
from tests.databases import opened
from tests.races.rings import Meant, Reads
from tests.world import Person, World

REQUESTS = {EventKind.REQUEST_RECEIVED, EventKind.REQUEST_UPDATED}
ALWAYS = 2**62
"""In the place of a message's seq: more than anyone has read."""
_AFTER = "(SELECT MIN(y.seq) FROM messages y WHERE y.thread_id = e.thread_id AND y.sent_at >= e.at)"
"""In the place of an accept's: it is read with the first message that is no older."""
READERS = 2
"""So many pairs read what is written to them; the others leave each message to be rung."""
PACE, SLOW = 0.01, 0.4
"""Seconds between messages, and at most between requests."""
GONE = (aiohttp.ClientError, OSError, AssertionError, KeyError)


@dataclass
class Story:
    """Pairs with an open thread each, of whom the first writes; senders of requests; and the marks that were read."""

    pairs: list[list[Person]]
    callers: list[list[Person]]
    reads: Reads = field(default_factory=Reads)

    @property
    def world(self) -> World:
        return self.pairs[0][0].world


@asynccontextmanager
async def load(story: Story) -> AsyncIterator[None]:
    reads = [story.reads if number < READERS else None for number in range(len(story.pairs))]
    lanes = [_talk(alice, bob, seen) for (alice, bob), seen in zip(story.pairs, reads, strict=True)]
    lanes += [_call(callers, bob) for callers, (_, bob) in zip(story.callers, story.pairs, strict=True)]
    running = [asyncio.create_task(lane) for lane in lanes]
    yield
    for lane in running:
        lane.cancel()
    await asyncio.gather(*running, return_exceptions=True)


async def _talk(alice: Person, bob: Person, reads: Reads | None) -> None:
    """For ever; a message whose answer is lost is stored or not. Of a pair that reads, each second message is read."""
    thread = None
    while True:
        with suppress(*GONE):
            thread = thread or await alice.thread_id(bob)
            sent = await alice.do("sendMessage", threadId=thread, text="Hello!")
            if reads and random.random() < 0.5:
                message = sent["sentMessage"]["id"]
                await bob.do("markRead", threadId=thread, upTo=message)
                reads.add(message, datetime.now(UTC))
        await asyncio.sleep(PACE)


async def _call(callers: list[Person], bob: Person) -> None:
    """Requests that stay pending, one to three messages each."""
    for caller in callers:
        for _ in range(random.randint(1, 3)):
            with suppress(*GONE):
                await caller.request(bob)
            await asyncio.sleep(random.uniform(0, SLOW))


async def meant_by_the_logs(url: str, world: World) -> list[Meant]:
    """The events of the logs to push; not the requests of the pairs, which were accepted before anything was taken."""
    seal, seal_message = (
        world.services.sealer.seal_event_cursor,
        partial(world.services.sealer.seal, Kind.MESSAGE),
    )
    async with opened(url) as database:
        rows = await database.fetch(
            f"""SELECT u.id, s.epoch, e.seq, u.host_id, m.id, e.message_id,
                COALESCE(x.seq, {_AFTER}, {ALWAYS}), m.read_seq
            FROM user_events e JOIN users u ON u.id = e.user_id JOIN user_streams s ON s.user_id = u.id
                JOIN memberships m ON m.user_id = u.id AND m.thread_id = e.thread_id
                LEFT JOIN messages x ON x.id = e.message_id
            WHERE e.kind IN ({numbers(PUSHED - REQUESTS)})
                OR e.kind IN ({numbers(REQUESTS)}) AND m.folder = {Folder.REQUESTS:d} ORDER BY u.id, e.seq""",
            (),
        )
    return [
        Meant(seal(EventCursor(*log)), subject, side, seal_message(message or 0), seq, read_seq)
        for *log, subject, side, message, seq, read_seq in map(tuple, rows)
    ]
