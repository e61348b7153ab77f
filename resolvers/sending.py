"""The two mutations that send: load the facts, decide, write, wake the readers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from events.stream import EventCursor
from models.db.connection import Connection, Transaction
from models.event_log import HOLD, NOBODY
from models.messages import MessageRow
from models.sending.charge import charge
from models.sending.facts import SEND_FACTS, SendFacts
from models.sending.write import Sent, write_at_once, write_in_turn
from resolvers.delivery import Attempt, Moment, Replayed, Verdict, charge_of, decide, write_of
from rules.filtering.hiding import Filter, HiddenReason, account_reasons
from rules.limits import KEY_LENGTH, fingerprint
from rules.problems import InvalidInput, RecipientUnavailable, Refusal
from rules.sending import Landing
from rules.text import flaw_of_kept, trim
from schema.types.context import Context, Given, Info, Services
from schema.types.errors import Unauthenticated
from schema.types.ids import Kind
from schema.types.problems import problem_of
from schema.types.sending import (
    SendMessageInput,
    SendMessageResult,
    SendMessageSuccess,
    SendRequestInput,
    SendRequestResult,
    SendRequestSuccess,
)


def reasons_of(attempt: Attempt, facts: SendFacts, moment: Moment, filter: Filter) -> HiddenReason:
    """The reasons to hide a text, by the service's words, the recipient's words and the sender's own account."""
    needles = facts.recipient and facts.recipient.needles
    by_account = account_reasons(
        facts.sender.account.created_at, facts.others_pending, moment.now, moment.policy
    )
    region = facts.sender.account.birth.region
    return filter.reasons(attempt.text, needles or "", region) | by_account


@dataclass(frozen=True, slots=True)
class Delivered:
    """A stored message. `message` is None for a repeated key."""

    thread_id: int
    message_id: int
    message: MessageRow | None
    event_cursor: EventCursor


async def send(context: Context, attempt: Attempt) -> Delivered | Refusal:
    """Writes, and wakes both sides."""
    sending = _Sending(context.services, context.require_viewer(), attempt)
    if attempt.key is not None and (flaw := flaw_of_kept(attempt.key, KEY_LENGTH)):
        return InvalidInput("clientKey", flaw.reason, flaw.bound)
    outcome = await sending.run()
    context.refresh()
    if isinstance(outcome, Delivered):
        context.committed(outcome.event_cursor)
    return outcome


@dataclass(frozen=True, slots=True)
class _Decided:
    """A verdict with the facts and the moment that it was made from."""

    moment: Moment
    facts: SendFacts
    verdict: Verdict

    @property
    def recipient_id(self) -> int:
        return self.facts.recipient.id if self.facts.recipient else NOBODY

    @property
    def readers(self) -> Sequence[int]:
        """The users to wake after the write.

        The recipient is one even if it got nothing, so that a send always causes the same work.
        """
        match self.verdict:
            case Landing():
                return self.moment.viewer_id, self.recipient_id
            case RecipientUnavailable():
                return (self.moment.viewer_id,)
        return ()


@dataclass(frozen=True, slots=True)
class _Sending:
    """PostgreSQL writes a landing in one fenced statement.

    SQLite, charges and lost races use the transaction.
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
        await HOLD[tx.dialect].all(tx, self.viewer_id, [recipient_id])
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
        cursor = EventCursor(self.viewer_id, facts.epoch, facts.last_seq)
        return Delivered(verdict.thread_id, verdict.message_id, None, cursor)

    def _delivered(self, decided: _Decided, sent: Sent) -> Delivered:
        cursor = EventCursor(self.viewer_id, decided.facts.epoch, sent.own_seq)
        message = MessageRow(
            id=sent.message_id,
            thread_id=sent.thread_id,
            seq=sent.seq,
            sender_id=self.viewer_id,
            text=self.attempt.text,
            sent_at=decided.moment.now,
            is_seen=False,
        )
        return Delivered(sent.thread_id, sent.message_id, message, cursor)


async def send_request(info: Info, input: Given[SendRequestInput]) -> SendRequestResult | None:
    """Creates the thread if there is none (behaviour 4)."""
    attempt = Attempt(
        mutation="sendRequest",
        field="recipientId",
        target=input.recipient_id,
        recipient_id=info.context.key_of(Kind.USER, input.recipient_id) or 0,
        thread_id=0,
        text=trim(input.text),
        key=input.client_key,
    )
    return _answer(SendRequestSuccess, await send(info.context, attempt))


async def send_message(info: Info, input: Given[SendMessageInput]) -> SendMessageResult | None:
    """NotFound for a thread that the viewer cannot see (behaviour 4.23)."""
    attempt = Attempt(
        mutation="sendMessage",
        field="threadId",
        target=input.thread_id,
        recipient_id=0,
        thread_id=info.context.key_of(Kind.THREAD, input.thread_id) or 0,
        text=trim(input.text),
        key=input.client_key,
    )
    return _answer(SendMessageSuccess, await send(info.context, attempt))


def _answer(
    success: type[SendRequestSuccess] | type[SendMessageSuccess], outcome: Delivered | Refusal
) -> Any:
    if not isinstance(outcome, Delivered):
        return problem_of(outcome)
    return success(
        event_cursor=outcome.event_cursor,
        thread_id=outcome.thread_id,
        message_id=outcome.message_id,
        row=outcome.message,
    )
