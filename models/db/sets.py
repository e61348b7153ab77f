"""Work of one kind that waits together is done together."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from enum import Enum
from typing import Any, Generic, TypeAlias, TypeVar

from models.db.connection import DatabaseBusy
from models.db.lease import LEASE

T = TypeVar("T")
R = TypeVar("R")

SIZE = 32
"""Members of a set at most."""


class Turn(Enum):
    """The answers to a member that has no outcome yet."""

    LEAD = "the next set is its own"
    LATER = "it goes with the next set"


Answers: TypeAlias = Sequence[R | Turn]
Run: TypeAlias = Callable[[Sequence[T]], Awaitable[Sequence[R | Turn]]]


class _Member(Generic[T]):
    def __init__(self, work: T) -> None:
        self.work = work
        self.lease = LEASE.get()
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
    """One set is under way at a time, so the first in an idle service goes at once; what arrives under way is the next.

    A set is run by its first member, in its task and on its connection. `run` gives an answer to each member: its
    outcome, or LATER, but not to the first. If `run` fails, all members fail. More than `room` may not wait,
    and no one goes with a set whose lease is older than `seconds`. `sets` and `members` count what was run.
    """

    def __init__(self, room: int, seconds: float | None = None) -> None:
        self._room = room
        self._seconds = seconds
        self._waiting: deque[_Member[T]] = deque()
        self._is_led = False
        self.sets = self.members = 0

    @property
    def waiting(self) -> int:
        """Members of no set yet."""
        return len(self._waiting)

    async def join(self, work: T, run: Run[T, R]) -> R:
        """The outcome of this work. DatabaseBusy if too many wait, or it waits for too long; then nothing was done."""
        if len(self._waiting) >= self._room:
            raise DatabaseBusy("too many wait for the set that is under way")
        member = _Member(work)
        if self._is_led:
            self._waiting.append(member)
            if (outcome := await self._follow(member)) is not Turn.LEAD:
                return outcome  # type: ignore[no-any-return]
        self._is_led = True
        return await self._lead(member, run)

    async def _follow(self, member: _Member[T]) -> Any:
        try:
            if lease := LEASE.get():
                # The leader may be waiting for a connection: its followers keep none.
                await lease.rest()
            return await member.answer
        except asyncio.CancelledError:
            if member.leads:
                self._hand_over()
            member.answer.cancel()
            raise

    async def _lead(self, member: _Member[T], run: Run[T, R]) -> R:
        members = [member, *self._take()]
        self.sets += 1
        self.members += len(members)
        try:
            outcome, *answers = await run([member.work for member in members])
        except BaseException as error:
            for follower in members[1:]:
                follower.fail(error)
            raise
        else:
            assert not isinstance(outcome, Turn)
            self._tell(members[1:], answers)
            return outcome
        finally:
            self._hand_over()

    def _take(self) -> list[_Member[T]]:
        taken: list[_Member[T]] = []
        while self._waiting and len(taken) < SIZE - 1:
            member = self._waiting.popleft()
            if not member.is_gone(self._seconds):
                taken.append(member)
        return taken

    def _tell(self, members: Sequence[_Member[T]], answers: Answers[R]) -> None:
        pairs = list(zip(members, answers, strict=True))
        self._waiting.extendleft(member for member, answer in reversed(pairs) if answer is Turn.LATER)
        for member, answer in pairs:
            if answer is not Turn.LATER:
                member.tell(answer)

    def _hand_over(self) -> None:
        """To the first that waits and is still there."""
        while self._waiting:
            member = self._waiting.popleft()
            if not member.is_gone(self._seconds):
                member.tell(Turn.LEAD)
                return
        self._is_led = False
