"""Two users in a transaction on PostgreSQL, brought into any state that a send may meet."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from models.db.connection import Transaction
from models.event_log import EventCursor
from models.relations import ADD_FOLLOWS, PAIRS, FollowPair, remove_block
from models.sending.facts import SEND_FACTS, Asked
from models.sending.parts import SendWrite
from models.sending.write import write_in_turn
from resolvers.delivery import Attempt, SendCase, decide, write_of
from resolvers.mutation import Step
from resolvers.relations import block_peer
from resolvers.threads import delete_thread
from rules.filtering.reasons import NONE, HiddenReason
from rules.policy import Policy
from rules.problems import Refusal
from rules.sending import Landing
from tests.users import User

POLICY = Policy()
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
_ALL_ROWS = "SELECT '{0}', jsonb_agg({1} ORDER BY ({1})::text)::text FROM {0} t"
_ROW = {"memberships": "to_jsonb(t) - 'id'"}
"""In one statement PostgreSQL picks which of two new memberships comes first; nothing refers to their ids."""


@dataclass
class Stage:
    """Alice is about to send to bob."""

    tx: Transaction
    alice: int
    bob: int
    now: datetime = NOON
    reasons: HiddenReason = NONE
    everything: str = field(default="", repr=False)

    @classmethod
    async def set(cls, tx: Transaction, names: str) -> "Stage":
        """The users come to the world in the order of the names."""
        keys = {name: await _user(tx, name) for name in names.split()}
        tables = await tx.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1", ())
        everything = " UNION ALL ".join(
            _ALL_ROWS.format(table, _ROW.get(table, "to_jsonb(t)")) for (table,) in tables
        )
        everything += " ORDER BY 1"
        return cls(tx, keys["alice"], keys["bob"], everything=everything)

    async def rows(self) -> list[tuple[Any, ...]]:
        """Each row of each table."""
        return [tuple(row) for row in await self.tx.fetch(self.everything, ())]

    async def count_from(self, number: int) -> None:
        """The next value of each sequence, so that equal inserts get equal keys."""
        reset = (
            "SELECT setval(sequencename::regclass, $1, FALSE) FROM pg_sequences WHERE schemaname = 'public'"
        )
        await self.tx.fetch(reset, (number,))

    async def mark(self, name: str) -> None:
        await self.tx.execute(f"SAVEPOINT {name}", ())

    async def back_to(self, name: str) -> None:
        await self.tx.execute(f"ROLLBACK TO SAVEPOINT {name}", ())

    async def plan(self, sender: int, recipient: int, key: str | None = None) -> SendWrite | Refusal:
        """The write that a send would do now."""
        self.now += timedelta(seconds=10)
        attempt = Attempt("sendRequest", "recipientId", recipient, 0, "Hello!", key)
        asked = Asked(sender, recipient, 0, key or "", self.now.date(), self.now - POLICY.young_account)
        [facts] = await SEND_FACTS.all(self.tx, [asked])
        case = SendCase(attempt, facts, sender, self.now, POLICY)
        verdict = decide(case)
        if isinstance(verdict, Landing):
            verdict = replace(verdict, reasons=self.reasons)
            return write_of(case, verdict)
        assert isinstance(verdict, Refusal)
        return verdict

    async def say(self, sender: int, recipient: int) -> None:
        write = await self.plan(sender, recipient)
        assert isinstance(write, SendWrite), write
        await write_in_turn(self.tx, [write])

    def step(self, viewer: int) -> Step:
        peer = self.alice + self.bob - viewer
        return Step(self.tx, viewer, peer, {viewer: EventCursor(viewer, 1, 0)}, self.now, POLICY)

    async def delete(self, viewer: int, *, never: bool = False) -> None:
        assert not isinstance(await delete_thread(self.step(viewer), never), Refusal)

    async def block(self, viewer: int) -> None:
        assert not isinstance(await block_peer(self.step(viewer)), Refusal)

    async def unblock(self, viewer: int) -> None:
        await remove_block(self.tx, viewer, self.alice + self.bob - viewer)

    async def follow(self, viewer: int) -> None:
        pair = FollowPair(viewer, self.alice + self.bob - viewer)
        await ADD_FOLLOWS.all(self.tx, PAIRS.rows([pair]), self.now)

    async def update(self, table: str, change: str, where: str) -> None:
        await self.tx.execute(f"UPDATE {table} SET {change} WHERE {where}", ())


async def _user(tx: Transaction, name: str) -> int:
    user = await User.create(
        using_db=tx.orm,
        host_id=name,
        username=name,
        display_name=name,
        birth_date=date(1990, 1, 1),
        phone_verified=True,
        account_created_at=NOON - timedelta(days=400),
    )
    key: int = user.id
    return key
