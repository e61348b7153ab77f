"""Work of one kind that waits together is done together."""

import asyncio
from collections import Counter, deque
from collections.abc import Awaitable, Callable, Hashable, Sequence
from enum import Enum
from typing import Any, Generic, TypeAlias, TypeVar

from models.db.connection import DatabaseBusy
from models.db.lease import LEASE

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
        self.is_taken = self.is_in_set = self.is_put_off = False
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

    def is_gone(self, seconds: float | None) -> bool:
        """Whether it needs no answer; one that has waited for too long gets its refusal here."""
        if seconds is not None and self.lease and self.lease.is_late(seconds):
            self.fail(DatabaseBusy("the wait for a set took all of a mutation's time"))
        return self.answer.done()

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
    and no one goes with a set whose lease is older than `seconds`. `sets` and `members` count what was run.
    """

    def __init__(self, room: int, seconds: float | None = None, most: int = 1) -> None:
        self._most = most
        self._room = room
        self._seconds = seconds
        self._waiting: deque[_Member[T]] = deque()
        self._taken: Counter[Hashable] = Counter()
        self._under_way = 0
        self._is_starting = False
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
            if not member.is_in_set:
                self._free(member)
            self._start_soon()

    async def _outcome(self, member: _Member[T], run: Run[T, R]) -> R:
        while (answer := await self._answer(member)) is Turn.LEAD:
            await self._lead(member, run)
        return answer  # type: ignore[no-any-return]

    async def _answer(self, member: _Member[T]) -> Any:
        try:
            if not member.answer.done() and (lease := LEASE.get()):
                # The leader may be waiting for a connection: its followers keep none.
                await lease.rest()
            return await member.answer
        except BaseException:
            if member.leads:
                self._under_way -= 1
            member.answer.cancel()
            raise

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
            for follower in members[1:]:
                follower.fail(error)
            raise
        finally:
            self._end(members)

    def _take(self, most: int, owners: set[Hashable]) -> list[_Member[T]]:
        """The first that wait whose owner is free, or is one of these."""
        taken: list[_Member[T]] = []
        skipped: list[_Member[T]] = []
        while self._waiting and len(taken) < most:
            member = self._waiting.popleft()
            if member.is_gone(self._seconds):
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
            if member.answer.cancelled():
                # Its task may have ended before the set.
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
