"""The way of a message: load, decide, write, tell."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.connection import Connection, Transaction
from models.log import HOLD, NOBODY
from models.rows import MessageRow
from models.send_charge import charge
from models.send_facts import SEND_FACTS, SendFacts
from models.send_write import Sent, write_at_once, write_in_turn
from resolvers.send_hiding import reasons_of
from resolvers.send_plan import Attempt, Moment, charge_of, write_of
from resolvers.send_verdict import Replayed, Verdict, decide
from rules.keys import fingerprint, is_client_key
from rules.refusals import InvalidInput, RecipientUnavailable, Refusal
from rules.sending import Landing
from schema.types.context import Context, Services
from schema.types.errors import Unauthenticated
from schema.types.ids import StreamPosition


@dataclass(frozen=True, slots=True)
class Delivered:
    """A stored message, new or by its key; `message` is at hand if it is new."""

    thread_id: int
    message_id: int
    message: MessageRow | None
    position: StreamPosition


async def send(context: Context, attempt: Attempt) -> Delivered | Refusal:
    """Goes on to its end, and wakes both sides, even if the caller goes away."""
    sending = _Sending(context.services, context.require_viewer(), attempt)
    if attempt.key is not None and not is_client_key(attempt.key):
        return InvalidInput("clientKey")
    outcome = await context.services.database.undisturbed(sending.run())
    context.refresh()
    if isinstance(outcome, Delivered):
        context.committed(outcome.position)
    return outcome


@dataclass(frozen=True, slots=True)
class _Decided:
    """A verdict with what it was made from."""

    moment: Moment
    facts: SendFacts
    verdict: Verdict

    @property
    def recipient_id(self) -> int:
        return self.facts.recipient.id if self.facts.recipient else NOBODY

    @property
    def readers(self) -> Sequence[int]:
        """Whom it wakes once it is written.

        The recipient even if it got nothing: what a send sets going is always the same.
        """
        match self.verdict:
            case Landing():
                return self.moment.viewer_id, self.recipient_id
            case RecipientUnavailable():
                return (self.moment.viewer_id,)
        return ()


@dataclass(frozen=True, slots=True)
class _Sending:
    """PostgreSQL writes in one fenced statement.

    The transaction is for SQLite, for charges and lost races.
    """

    services: Services
    viewer_id: int
    attempt: Attempt

    async def run(self) -> Delivered | Refusal:
        database = self.services.database
        decided = await self._decide(database)
        try:
            outcome = await self._write_at_once(decided) if database.dialect == "postgres" else None
            if outcome is None and isinstance(decided.verdict, Landing | RecipientUnavailable):
                decided, outcome = await database.transaction(
                    lambda tx: self._write_in_turn(tx, decided.recipient_id)
                )
        finally:
            # Also if nobody knows whether it was kept: who wakes for nothing finds nothing.
            self.services.hub.wake(decided.readers)
        return self._delivered(decided, outcome) if outcome else self._answer(decided)

    async def _write_at_once(self, decided: _Decided) -> Sent | None:
        if not isinstance(decided.verdict, Landing):
            return None
        write = write_of(self.attempt, decided.facts, decided.verdict, decided.moment)
        return await write_at_once(self.services.database, write)

    async def _write_in_turn(self, tx: Transaction, recipient_id: int) -> tuple[_Decided, Sent | None]:
        await HOLD[tx.dialect].all(tx, [recipient_id], self.viewer_id)
        decided = await self._decide(tx)
        moment, facts, verdict = decided.moment, decided.facts, decided.verdict
        if isinstance(verdict, Landing):
            return decided, await write_in_turn(tx, write_of(self.attempt, facts, verdict, moment))
        if isinstance(verdict, RecipientUnavailable):
            await charge(tx, charge_of(self.attempt, facts, moment))
        return decided, None

    async def _decide(self, db: Connection) -> _Decided:
        attempt, services = self.attempt, self.services
        mark = fingerprint(attempt.mutation, attempt.target, attempt.text)
        moment = Moment(self.viewer_id, services.clock(), services.policy, mark)
        asked = (attempt.recipient_id, attempt.thread_id, attempt.key or "", moment.now.date())
        young_since = moment.now - moment.policy.young_account
        facts = await SEND_FACTS.first(db, self.viewer_id, *asked, young_since)
        if facts is None:
            raise Unauthenticated
        verdict = decide(attempt, facts, moment)
        if isinstance(verdict, Landing) and not verdict.is_open:
            verdict = replace(verdict, reasons=reasons_of(attempt, facts, moment, services.filter))
        return _Decided(moment, facts, verdict)

    def _answer(self, decided: _Decided) -> Delivered | Refusal:
        verdict, facts = decided.verdict, decided.facts
        assert not isinstance(verdict, Landing)
        if not isinstance(verdict, Replayed):
            return verdict
        if verdict.message_id is None or verdict.thread_id is None:
            return RecipientUnavailable()
        position = StreamPosition(self.viewer_id, facts.epoch, facts.last_seq)
        return Delivered(verdict.thread_id, verdict.message_id, None, position)

    def _delivered(self, decided: _Decided, sent: Sent) -> Delivered:
        position = StreamPosition(self.viewer_id, decided.facts.epoch, sent.own_seq)
        message = MessageRow(
            id=sent.message_id,
            thread_id=sent.thread_id,
            seq=sent.seq,
            sender_id=self.viewer_id,
            text=self.attempt.text,
            sent_at=decided.moment.now,
            is_seen=False,
        )
        return Delivered(sent.thread_id, sent.message_id, message, position)
