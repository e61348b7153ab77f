"""Sends on their way to the database: the facts of a set in one statement, its decisions, its write."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeGuard

from models.contact_codes import spend
from models.db.connection import Connection, DatabaseBusy, OutcomeUnknown, Transaction
from models.db.sets import Answers, Sets, Turn
from models.event_log import HOLD, NOBODY, EventCursor, was_kept
from models.sending.facts import SEND_FACTS, Asked, SendFacts
from models.sending.parts import SendWrite
from models.sending.write import Sent, charge, find_sent, write_at_once, write_in_turn
from resolvers.contact_codes import find_good
from resolvers.delivery import Attempt, Decided, SendCase, charge_of, decide, reasons_of, write_of
from rules.problems import RecipientUnavailable
from rules.sending import Landing
from schema.types.context import Services
from schema.types.errors import Unauthenticated

PASSES = 3
"""Sets that may leave out a send, since others hold its users, before it goes alone and waits for them."""

Outcome = Decided | None
"""None: the set could not decide; the send is then decided alone."""


@dataclass(slots=True)
class Sending:
    """A send of a viewer. `passes`: how often it may still go with a set after one has left it out."""

    services: Services
    viewer_id: int
    attempt: Attempt
    passes: int = PASSES

    async def run(self) -> Decided:
        """Decides, writes, and wakes readers: in a set, or alone where others are in the way of its set."""
        services = self.services
        if self.attempt.code is not None:
            return await self._in_its_turn()
        if not services.sends_in_sets:
            return await self._finish(None)
        # Its sender is taken until it is finished: the next send of the same sender never overtakes it.
        return await services.sends.join(self, run_set, self.viewer_id, self._finish)

    async def _finish(self, outcome: Outcome) -> Decided:
        if outcome is None and self.attempt.code is None:
            [outcome] = await _run([self], set())  # type: ignore[assignment]
        decided = _one([outcome])
        return decided if decided.is_done else await self.alone(decided)

    async def _in_its_turn(self) -> Decided:
        """With a contact code: one at a time to a recipient, so that waiting senders hold no connection."""
        coded, database = self.services.coded_sends, self.services.database
        recipient_id = self.attempt.recipient_id
        turns = coded.setdefault(recipient_id, Sets(database.room, database.limits))
        return await turns.join(self, _read_first, recipient_id, self._finish)

    async def alone(self, outcome: Decided) -> Decided:
        """In a transaction of its own; once more if its commit has no answer."""
        tried = [outcome]
        try:
            return await self._settle(outcome, tried)
        except OutcomeUnknown as error:
            last = tried[-1]
            if outcome.is_doubtful:
                raise
            if _lands(last):
                return await self._settle(replace(last, is_doubtful=True), tried)
            if not last.users or await was_kept(self.services.database, last.mark, error):
                return last
            return await self._settle(outcome, tried)
        finally:
            # Also if no one knows whether it was kept: a reader that is woken for nothing finds nothing.
            self.services.wake(tried[-1].users)

    async def _settle(self, outcome: Decided, tried: list[Decided]) -> Decided:
        """OutcomeUnknown if it is in doubt, and the database does not answer in time."""
        database = self.services.database

        async def step(tx: Transaction) -> Decided:
            if outcome.is_doubtful and (sent := await _find(tx, outcome)):
                return replace(outcome, sent=sent)
            await HOLD.all(tx, self.viewer_id, [outcome.recipient_id])
            tried.append(_one(await settle(tx, [self])))
            return tried[-1]

        try:
            return await database.transaction(step)
        except DatabaseBusy as error:
            if outcome.is_doubtful:
                raise OutcomeUnknown(str(error)) from error
            raise


async def _find(tx: Transaction, outcome: Decided) -> Sent | None:
    """Also for a sender who is not active any more: what is done is done."""
    case, recipient_id = outcome.case, outcome.recipient_id
    await HOLD.all(tx, NOBODY, [case.viewer_id, recipient_id])
    since = EventCursor(case.viewer_id, case.facts.epoch, case.facts.last_seq)
    return await find_sent(tx, since, recipient_id, case.now, case.attempt.text)


def _one(answers: Answers[Outcome]) -> Decided:
    """The outcome of a set of one."""
    [outcome] = answers
    if not isinstance(outcome, Decided):
        raise Unauthenticated
    return outcome


async def _read_first(sendings: Sequence[Sending]) -> Answers[Outcome]:
    """Without a lock: what is refused by the sender's own facts locks nothing."""
    first, *others = sendings
    return [*await _decide(first.services.database, [first]), *[Turn.LATER for _ in others]]


async def run_set(sendings: Sequence[Sending]) -> Answers[Outcome]:
    """The outcomes of sends that wait together, LATER for one that shares a user with one before it or another set.

    PostgreSQL writes landings in one fenced statement and leaves the rest, SQLite writes all in one transaction.
    """
    return await _run(sendings, sendings[0].services.in_sets)


async def _run(sendings: Sequence[Sending], claimed: set[int]) -> Answers[Outcome]:
    try:
        if sendings[0].services.database.dialect == "postgres":
            return await _at_once(sendings, claimed)
        return await _in_turn(sendings)
    except (DatabaseBusy, OutcomeUnknown):
        raise
    except Exception:
        if len(sendings) == 1:
            raise
        return _one_by_one(sendings)


def _one_by_one(sendings: Sequence[Sending]) -> Answers[Outcome]:
    """One of them fails: alone, each finds out whether it is the one; a sender's next only after that."""
    senders = [one.viewer_id for one in sendings]
    return [Turn.LATER if sender in senders[:place] else None for place, sender in enumerate(senders)]


async def _at_once(sendings: Sequence[Sending], claimed: set[int]) -> Answers[Outcome]:
    """`claimed`: the users that other sets are writing, and then also this one."""
    services = sendings[0].services
    answers = _apart(await _decide(services.database, sendings), claimed)
    landings = [one for one in answers if _lands(one)]
    users = {user for one in landings for user in one.users}
    claimed |= users
    try:
        writes = [_write_of(one) for one in landings]
        sent = await write_at_once(services.database, writes, pushes=services.policy.pushes)
    except OutcomeUnknown:
        # Alone, each finds out whether it is stored.
        return [replace(one, is_doubtful=True) if _lands(one) else one for one in answers]
    finally:
        claimed -= users
        services.wake(users)
    told = _with(answers, sent)
    return [_again(*one) for one in zip(sendings, told, strict=True)] if sent else told


def _again(sending: Sending, answer: Outcome | Turn) -> Outcome | Turn:
    """A send that the write of its set left out goes with another one: alone it costs ten times as much."""
    if not sending.passes or not _lands(answer) or answer.sent:
        return answer
    sending.passes -= 1
    return Turn.LATER


async def _in_turn(sendings: Sequence[Sending]) -> Answers[Outcome]:
    services = sendings[0].services
    answers = await services.database.transaction(lambda tx: settle(tx, sendings))
    services.wake([user for one in answers if isinstance(one, Decided) for user in one.users])
    return answers


async def settle(tx: Transaction, sendings: Sequence[Sending]) -> Answers[Outcome]:
    """Decides and writes in a transaction that holds the streams of all."""
    answers = _apart(await _decide(tx, sendings))
    landings = [one for one in answers if _lands(one)]
    pushes = sendings[0].services.policy.pushes
    sent = await write_in_turn(tx, [_write_of(one) for one in landings], pushes=pushes) if landings else []
    for one in landings:
        if one.case.attempt.code is not None and isinstance(one.verdict, Landing):
            await spend(tx, one.verdict.code_id, one.recipient_id, one.case.now)
    charged = [await _charged(tx, one) for one in answers]
    return _with(charged, sent)


async def _charged(tx: Transaction, one: Outcome | Turn) -> Outcome | Turn:
    if not isinstance(one, Decided) or not isinstance(one.verdict, RecipientUnavailable):
        return one
    await charge(tx, charge_of(one.case))
    return replace(one, is_charged=True)


def _apart(decided: Sequence[Outcome], claimed: Collection[int] = ()) -> list[Outcome | Turn]:
    """No user is concerned by two of the sets under way, in either role.

    And no verdict is older than a write to its viewer.
    """
    used = set(claimed)
    answers: list[Outcome | Turn] = []
    for one in decided:
        users = {one.case.viewer_id, *one.users} if one else set()
        is_late = not used.isdisjoint(users)
        answers.append(Turn.LATER if is_late else one)
        if one and (is_late or one.users):
            used |= users
    return answers


def _lands(one: Outcome | Turn) -> TypeGuard[Decided]:
    return isinstance(one, Decided) and isinstance(one.verdict, Landing)


def _write_of(one: Decided) -> SendWrite:
    assert isinstance(one.verdict, Landing)
    return write_of(one.case, one.verdict)


def _with(answers: Answers[Outcome], sent: Sequence[Sent]) -> Answers[Outcome]:
    by_viewer = {one.viewer_id: one for one in sent}
    for one in filter(_lands, answers):
        one.sent = by_viewer.get(one.case.viewer_id)
    return answers


async def _decide(db: Connection, sendings: Sequence[Sending]) -> list[Outcome]:
    """All are decided at one time; None for a viewer that is not active.

    The clock is read again after the facts, so the time is after all that they show.
    """
    services = sendings[0].services
    begun = services.clock()
    facts = {row.place: row for row in await SEND_FACTS.all(db, [_asked(one, begun) for one in sendings])}
    now = services.clock()
    if now.date() != begun.date():
        return await _decide(db, sendings)
    codes = [await find_good(db, one.attempt, now) if one.attempt.code is not None else 0 for one in sendings]
    return [_decided(one, facts.get(place), now, codes[place]) for place, one in enumerate(sendings)]


def _asked(sending: Sending, now: datetime) -> Asked:
    one, young_since = sending.attempt, now - sending.services.policy.young_account
    return Asked(sending.viewer_id, one.recipient_id, one.thread_id, one.key or "", now.date(), young_since)


def _decided(sending: Sending, facts: SendFacts | None, now: datetime, code_id: int) -> Outcome:
    if facts is None:
        return None
    case = SendCase(sending.attempt, facts, sending.viewer_id, now, sending.services.policy)
    verdict = decide(case, code_id)
    if isinstance(verdict, Landing) and not verdict.is_open:
        verdict.reasons = reasons_of(case, sending.services.filter)
    return Decided(case, verdict)
