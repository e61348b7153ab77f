"""Work of one kind that waits together is done together."""

import asyncio
import math
from collections import Counter, deque
from collections.abc import Awaitable, Callable, Hashable, Sequence
from enum import Enum
from typing import Any, Generic, TypeAlias, TypeVar

from models.db.connection import DatabaseBusy, Limits, OutcomeUnknown
from models.db.lease import LEASE, Lease

T = TypeVar("T")
R = TypeVar("R")
F = TypeVar("F")

SIZE = 32
"""Members of a set at most."""

ENOUGH = 12
"""Owners that wait for a set beside another one: a larger set costs less a member."""


class Turn(Enum):
    """The answers to a member that has no outcome yet."""

    LEAD = "the next set is its own"
    LATER = "it goes with the next set"


Answers: TypeAlias = Sequence[R | Turn]
Run: TypeAlias = Callable[[Sequence[T]], Awaitable[Sequence[R | Turn]]]


class _Member(Generic[T]):
    def __init__(self, work: T, owner: Hashable) -> None:
        self.work = work
        self.owner = owner
        self.lease = LEASE.get()
        self.ends_at = math.inf
        self.is_taken = self.is_in_set = self.is_put_off = self.is_late = self.is_over = False
        self.wait()

    def wait(self) -> None:
        """For a further answer."""
        self.answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()

    def tell(self, answer: Any) -> None:
        if not self.answer.done():
            self.answer.set_result(answer)

    def fail(self, error: BaseException) -> None:
        if isinstance(error, asyncio.CancelledError):
            self.answer.cancel()
        elif not self.answer.done():
            self.answer.set_exception(error)

    def is_at_end(self, limits: Limits | None) -> bool:
        """Whether its time is over."""
        now = asyncio.get_running_loop().time()
        return bool(limits and self.lease and self.lease.end_of_waits(limits) <= now)

    def is_gone(self, limits: Limits | None) -> bool:
        """Whether it needs no answer; one that has waited for too long gets its refusal here."""
        if self.is_at_end(limits):
            self.fail(DatabaseBusy("the wait for a set took all of a mutation's time"))
        return self.answer.done()

    def give_up(self, limits: Limits) -> None:
        """At the end of its time. A set may have written it: then it waits as long as for a commit of its own."""
        if not self.is_in_set:
            self.is_gone(limits)
        elif self.is_late:
            self.fail(OutcomeUnknown("the set that may have written it did not end in time"))
        else:
            self.is_late, self.ends_at = True, self.ends_at + limits.commit

    @property
    def leads(self) -> bool:
        done = self.answer.done() and not self.answer.cancelled()
        return done and not self.answer.exception() and self.answer.result() is Turn.LEAD


class Sets(Generic[T, R]):
    """The first in an idle service goes at once, as a set; what arrives while a set is under way waits for the next.

    Up to `most` sets are under way at a time, a further one only where ENOUGH wait. No owner is in two of them: it is
    taken until its member is finished, and its other members keep their order.

    A set is run by its first member, in its task and on its connection. `run` gives an answer to each member: its
    outcome, or LATER, but not to all. If `run` fails, all members fail. More than `room` may not wait,
    and no one waits for longer than its lease has by `limits`. `sets` and `members` count what was run.
    """

    def __init__(self, room: int, limits: Limits | None = None, most: int = 1) -> None:
        self._most = most
        self._room = room
        self._limits = limits
        self._waiting: deque[_Member[T]] = deque()
        self._taken: Counter[Hashable] = Counter()
        self._under_way = 0
        self._is_starting = False
        self._watched: set[_Member[T]] = set()
        self._watch_at = math.inf
        self.sets = self.members = 0

    @property
    def waiting(self) -> int:
        """Members of no set yet."""
        return len(self._waiting)

    async def join(self, work: T, run: Run[T, R], owner: Hashable, finish: Callable[[R], Awaitable[F]]) -> F:
        """The outcome of this work, finished; the owner is taken until then.

        DatabaseBusy if too many wait, or it waits for too long; then nothing was done.
        """
        if len(self._waiting) >= self._room:
            raise DatabaseBusy("too many wait for the set that is under way")
        member = _Member(work, owner)
        self._waiting.append(member)
        self._start()
        try:
            return await finish(await self._outcome(member, run))
        finally:
            member.is_over = True
            if not member.is_in_set:
                self._free(member)
            self._start_soon()

    async def _outcome(self, member: _Member[T], run: Run[T, R]) -> R:
        while (answer := await self._answer(member)) is Turn.LEAD:
            await self._lead(member, run)
        return answer  # type: ignore[no-any-return]

    async def _answer(self, member: _Member[T]) -> Any:
        try:
            if not member.answer.done() and member.lease:
                self._watch(member, member.lease)
                # The leader may be waiting for a connection: its followers keep none.
                await member.lease.rest()
            return await member.answer
        except BaseException:
            if member.leads:
                self._under_way -= 1
            member.answer.cancel()
            raise
        finally:
            self._watched.discard(member)

    def _watch(self, member: _Member[T], lease: Lease) -> None:
        """Its wait for an answer ends with the time of its lease. One timer is for all: one each costs more."""
        if self._limits:
            member.ends_at = lease.end_of_waits(self._limits)
            self._watched.add(member)
            self._look_at(member.ends_at)

    def _look_at(self, end: float) -> None:
        if end < self._watch_at:
            self._watch_at = end
            asyncio.get_running_loop().call_at(end, self._look, end)

    def _look(self, end: float) -> None:
        if end != self._watch_at or not self._limits:
            return
        self._watch_at = math.inf
        for member in [member for member in self._watched if member.ends_at <= end]:
            member.give_up(self._limits)
        self._look_at(min((one.ends_at for one in self._watched if not one.answer.done()), default=math.inf))

    async def _lead(self, leader: _Member[T], run: Run[T, R]) -> None:
        leader.wait()
        members = [leader, *self._take(SIZE - 1, {leader.owner})]
        for member in members:
            member.is_in_set = True
        self.sets += 1
        self.members += len(members)
        try:
            self._tell(members, await run([member.work for member in members]))
        except BaseException as error:
            self._fail(leader, members[1:], error)
            raise
        finally:
            self._end(members)

    def _fail(self, leader: _Member[T], followers: Sequence[_Member[T]], error: BaseException) -> None:
        if isinstance(error, DatabaseBusy) and leader.is_at_end(self._limits):
            # Nothing was written, and only the time of the leader is known to be over.
            self._tell(followers, [Turn.LATER for _ in followers])
            return
        for follower in followers:
            follower.fail(error)

    def _take(self, most: int, owners: set[Hashable]) -> list[_Member[T]]:
        """The first that wait whose owner is free, or is one of these."""
        taken: list[_Member[T]] = []
        skipped: list[_Member[T]] = []
        while self._waiting and len(taken) < most:
            member = self._waiting.popleft()
            if member.is_gone(self._limits):
                continue
            if member.owner in owners or member.owner not in self._taken:
                owners.add(member.owner)
                self._taken[member.owner] += 1
                member.is_taken = True
                taken.append(member)
            else:
                skipped.append(member)
        self._waiting.extendleft(reversed(skipped))
        return taken

    def _tell(self, members: Sequence[_Member[T]], answers: Answers[R]) -> None:
        pairs = list(zip(members, answers, strict=True))
        put_off = [member for member, answer in pairs if answer is Turn.LATER]
        self._waiting.extendleft(reversed(put_off))
        for member in put_off:
            member.is_put_off = True
            self._free(member)
            member.is_gone(self._limits)
        for member, answer in pairs:
            if answer is not Turn.LATER:
                member.tell(answer)

    def _free(self, member: _Member[T]) -> None:
        if not member.is_taken:
            return
        member.is_taken = False
        self._taken[member.owner] -= 1
        if not self._taken[member.owner]:
            del self._taken[member.owner]

    def _end(self, members: Sequence[_Member[T]]) -> None:
        self._under_way -= 1
        for member in members:
            member.is_in_set = False
            if member.is_over:
                # Its task has ended before the set.
                self._free(member)
        self._start_soon()

    def _start_soon(self) -> None:
        """Once all members of a set that ends have freed their owners: else one of their next would be skipped."""
        if self._waiting and not self._is_starting:
            self._is_starting = True
            asyncio.get_running_loop().call_soon(self._start_now)

    def _start_now(self) -> None:
        self._is_starting = False
        self._start()

    def _start(self) -> None:
        """The first that waits and is still there leads a set, which takes its members once that task runs."""
        if self._is_starting or self._under_way >= self._most or not self._are_enough():
            return
        for leader in self._take(1, set()):
            self._under_way += 1
            leader.tell(Turn.LEAD)

    def _are_enough(self) -> bool:
        """A member that a set put off is not counted: the other set may be the reason."""
        if not self._under_way:
            return True
        if len(self._waiting) < ENOUGH:
            return False
        fresh = {member.owner for member in self._waiting if not member.is_put_off}
        return len(fresh - self._taken.keys()) >= ENOUGH
