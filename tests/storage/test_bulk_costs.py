"""Bulk mutations of 500 requests: as many statements as for two."""

from typing import Any

import pytest

from models.db.connection import statement_log
from schema.types.context import Context
from server.app import make_schema
from tests.live.devices import cursor_of
from tests.races.invariants import violations
from tests.world import Person, World, operation

COUNT, MOST = 502, 500
NUMBERS = f"WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i <= {COUNT}) SELECT "
REQUESTS = [
    f"""INSERT INTO users (id, host_id, username, display_name, is_verified, phone_verified, is_active,
        account_created_at, read_receipts)
    {NUMBERS} i, 'host-' || i, 'user-' || i, 'User', FALSE, TRUE, TRUE, 0, FALSE FROM n""",
    f"INSERT INTO user_streams (user_id, last_seq, epoch, fence, bucket_at) {NUMBERS} i, 0, 1, 0, 0 FROM n",
    f"INSERT INTO threads (id, low_id, high_id, last_seq, created_at, requester_id) {NUMBERS} i, 1, i, 1, 0, i FROM n",
    f"""INSERT INTO messages (id, thread_id, seq, sender_id, text, sunk, receipt, sent_at)
    {NUMBERS} i, i, 1, i, 'hello', FALSE, FALSE, 1772625500000000 FROM n""",
    *[
        f"""INSERT INTO memberships (thread_id, user_id, peer_id, folder, started, activity_at, last_message_id,
            last_message_seq, last_message_sender_id, last_message_text, last_message_sent_at, last_message_receipt,
            unread, unaccepted)
        {NUMBERS} i, {sides}, 1772625500000000, i, 1, i, 'hello', 1772625500000000, FALSE, {counts} FROM n"""
        for sides, counts in (("1, i, 3, FALSE", "1, 0"), ("i, 1, 2, TRUE", "0, 1"))
    ],
]
ACTS: dict[str, tuple[str, dict[str, Any], int]] = {
    "accept": ("acceptRequests", {}, 11),
    "delete": ("deleteRequests", {}, 8),
    "block and report": ("deleteRequests", {"alsoBlock": True, "alsoReport": "SPAM"}, 15),
}
"""With the statements that each costs, BEGIN and COMMIT too."""

OF_NO_EVENTS = {
    "at most three are unaccepted, and they are the messages before the opening",
    "a message is in its sender's log once",
    "a message is in its recipient's log once, a sunk one never",
}
"""Invariants that break because the requests came without events."""


async def many(world: World) -> Person:
    """One whom 502 have asked."""
    bob = await world.person("bob")
    for statement in REQUESTS:
        await world.database.execute(statement, ())
    assert (await world.rows("memberships", "COUNT(*)", "folder = 3")) == [(COUNT,)]
    return bob


async def run(person: Person, name: str, **given: Any) -> tuple[Any, int]:
    """The mutation's answer, and the number of its statements."""
    log: list[str] = []
    token = statement_log.set(log)
    try:
        context = Context(person.world.services, person.key)
        result = await make_schema(True).execute(operation(name), {"input": given}, context)
    finally:
        statement_log.reset(token)
    assert result.errors is None
    assert result.data is not None
    return result.data[name], len(log)


@pytest.mark.shows("5.32", "5.33", "5.34")
@pytest.mark.parametrize("act", ACTS)
async def test_five_hundred_cost_what_two_cost(world: World, act: str) -> None:
    bob = await many(world)
    name, more, statements = ACTS[act]
    for expected in ((MOST, 2), (2, 0)):
        given = {"requests": {"filter": {"all": True}}, "asOf": await cursor_of(bob), **more}
        result, cost = await run(bob, name, **given)
        assert (result["count"], result["remaining"], cost) == (*expected, statements)
        if act == "delete":
            undone, cost = await run(bob, "undoDelete", id=result["undoId"])
            assert (undone["count"], cost) == (expected[0], 8)
            await run(bob, name, **given | {"asOf": await cursor_of(bob)})
    assert set(await violations(world.database)) <= OF_NO_EVENTS


async def test_who_is_blocked_and_reported_is_so_once(world: World) -> None:
    bob = await many(world)
    more = {"alsoBlock": True, "alsoReport": "SPAM"}
    for _ in range(2):
        await run(
            bob,
            "deleteRequests",
            requests={"filter": {"all": True}},
            asOf=await cursor_of(bob),
            **more,
        )
    for table in ("blocks", "reports", "report_filings", "report_evidence"):
        assert await world.rows(table, "COUNT(*)") == [(COUNT,)]
