"""Devices that watch all streams of a user, and say exactly what they saw."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any

from models.event_log import EventCursor
from tests.streams import Stream
from tests.world import Person

STREAMS = ("messageAdded", "requestReceived", "requestAccepted")


async def log_end(person: Person) -> EventCursor:
    """The end of the person's log."""
    [(epoch, seq)] = await person.world.rows("user_streams", "epoch, last_seq", f"user_id = {person.key}")
    return EventCursor(person.key, epoch, seq)


async def cursor_of(person: Person) -> str:
    """The event cursor at the end of the log."""
    return person.world.services.sealer.seal_event_cursor(await log_end(person))


async def drained(stream: Stream, end: str) -> list[Any]:
    """All items up to the Position at the end of the log; it needs a policy that gives one soon."""
    items: list[Any] = []
    while (item := await stream.item())["__typename"] != "Position" or item["eventCursor"] != end:
        items.append(item)
    return [item for item in items if item["__typename"] != "Position"]


@dataclass
class Device:
    """All three streams of one user; needs a policy with a short `position_interval`."""

    person: Person
    streams: list[Stream]

    async def sees(self) -> list[Any]:
        """All items since it was last asked, in the order of the log."""
        end = await cursor_of(self.person)
        items = await asyncio.gather(*(drained(stream, end) for stream in self.streams))
        return sorted((item for some in items for item in some), key=self._seq)

    def _seq(self, item: Any) -> int:
        cursor = self.person.world.services.sealer.open_event_cursor(self.person.key, item["eventCursor"])
        assert cursor is not None
        return cursor.seq


@asynccontextmanager
async def device(person: Person, after: str | None = None) -> AsyncIterator[Device]:
    """A device that listens from now on, or from an event cursor."""
    given = {"after": after} if after else {}
    async with AsyncExitStack() as stack:
        yield Device(
            person, [await stack.enter_async_context(person.listen(name, **given)) for name in STREAMS]
        )


def told(item: Any) -> str:
    """An item in a word or two; `!` if it alerts."""
    rings = "!" if item.get("notify") else ""
    match item["__typename"]:
        case "MessageAdded":
            return ("own" if item["message"]["isMine"] else "message") + rings
        case "RequestReceived":
            return f"request{rings}"
        case "RequestAccepted":
            return "accepted"
        case other:
            return str(other)
