"""Events that have had their time, which go while their users listen."""

import asyncio
from datetime import UTC, datetime, timedelta
from time import monotonic

from models.event_log import EventCursor
from tests.faults.benches import Bench
from tests.faults.faults import Fault, Figures
from tests.faults.listeners import listening
from tests.faults.of_answers import visited
from tests.faults.people import befriend, insist
from tests.live.devices import cursor_of
from tests.world import Person, World


async def retain(bench: Bench) -> Figures:
    """Old events go, by the operator's command, while their users listen; afterwards they are put back."""
    async with visited(bench.installation) as world:
        people = [await world.person(f"keeper{turn}at{datetime.now(UTC):%H%M%S}") for turn in range(10)]
        threads = await befriend(people)
        for one, other, id in threads:
            for turn in range(10):
                key = f"old {other.key} {turn}"
                await insist(one, "sendMessage", threadId=id, text=f"old {turn}", clientKey=key)
        young = [await cursor_of(other) for _, other, _ in threads]
        first = threads[0][1]
        old = world.services.sealer.seal_event_cursor(EventCursor(first.key, 1, 1))
        keys = ", ".join(str(person.key) for person in people)
        await _age(world, keys)
        async with listening([other for _, other, _ in threads], young) as listeners:
            sending = asyncio.gather(*[_chat(one, id) for one, _, id in threads])
            status, _, said = await bench.installation.command("prune")
            await sending
            texts = [f"young {turn}" for turn in range(20)]
            until = monotonic() + 30
            while any(one.heard != texts for one in listeners) and monotonic() < until:  # noqa: ASYNC110
                await asyncio.sleep(0.1)
            heard = [one.heard for one in listeners]
        left = len(await world.rows("user_events", "id", "id < 0"))
        async with first.listen("messageAdded", after=old) as stream:
            reason = (await stream.item()).get("reason")
        await _put_back(world, keys)
    assert status == 0, said
    assert (left, reason) == (0, "EXPIRED"), (left, reason)
    assert all(texts == one for one in heard), heard
    return {"listeners": len(threads)}


async def _chat(sender: Person, thread_id: str) -> None:
    for turn in range(20):
        text = f"young {turn}"
        await insist(sender, "sendMessage", threadId=thread_id, text=text, clientKey=f"{thread_id} {turn}")


async def _age(world: World, keys: str) -> None:
    """The oldest rows of all, nine days old."""
    by = round(timedelta(days=9) / timedelta(microseconds=1))
    await world.database.execute(
        f"CREATE TABLE kept AS SELECT * FROM user_events WHERE user_id IN ({keys})", ()
    )
    change = f"UPDATE user_events SET id = -id, at = at - {by} WHERE user_id IN ({keys})"
    await world.database.execute(change, ())


async def _put_back(world: World, keys: str) -> None:
    await world.database.execute("DELETE FROM user_events WHERE id < 0", ())
    await world.database.execute("INSERT INTO user_events SELECT * FROM kept", ())
    await world.database.execute("DROP TABLE kept", ())


FAULTS = [Fault("33", "retention under live subscribers", retain)]
