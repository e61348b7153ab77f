"""Calls that wait together are one set; the first that waits leads the next one, even if others are cancelled."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace

import pytest

from models.db.connection import DatabaseBusy, OutcomeUnknown
from models.db.lease import Lease
from models.db.sets import SIZE, Answers, Sets, Turn
from tests.databases import PATIENT, PostgresSource, opened

ROOM = 100


async def done(answer: str) -> str:
    """Nothing remains."""
    return answer


@dataclass
class Work:
    """Sets of letters that were run; a set begins when it may, and an answer is the letter's capital."""

    sets: Sets[str, str] = field(default_factory=lambda: Sets(ROOM))
    ran: list[str] = field(default_factory=list)
    may_go: asyncio.Event = field(default_factory=asyncio.Event)
    later: set[str] = field(default_factory=set)

    async def join(self, letter: str, owner: str = "") -> str:
        """Of an owner of its own, if none is given."""
        return await self.sets.join(letter, self.run, owner or object(), done)

    async def run(self, letters: Sequence[str]) -> Answers[str]:
        self.ran.append("".join(letters))
        await self.may_go.wait()
        if "!" in letters:
            raise ValueError
        return [self._answer(letter) for letter in letters]

    def _answer(self, letter: str) -> str | Turn:
        if letter not in self.later:
            return letter.upper()
        self.later.remove(letter)
        return Turn.LATER

    @asynccontextmanager
    async def waiting(self, letters: str) -> AsyncIterator[list[asyncio.Task[str]]]:
        """Calls that join one after another while the first one runs; then it may go on."""
        tasks = []
        for letter in letters:
            tasks.append(asyncio.create_task(self.join(letter)))
            await asyncio.sleep(0)
        yield tasks
        self.may_go.set()
        await asyncio.wait(tasks)


async def test_the_first_goes_at_once_and_the_next_are_one_set() -> None:
    work = Work()
    async with work.waiting("abc") as tasks:
        assert work.ran == ["a"]
    assert work.ran == ["a", "bc"]
    assert [task.result() for task in tasks] == ["A", "B", "C"]
    assert await work.join("d") == "D"
    assert work.ran == ["a", "bc", "d"]


async def test_a_set_has_a_size() -> None:
    work = Work()
    async with work.waiting("a" + "b" * SIZE + "c"):
        pass
    assert work.ran == ["a", "b" * SIZE, "c"]


async def test_what_is_put_off_comes_before_what_came_later() -> None:
    many = "b" * (SIZE - 2)
    work = Work(later={"c", "d"})
    async with work.waiting(f"a{many}cdef") as tasks:
        pass
    assert work.ran == ["a", f"{many}cd", "cdef"]
    assert [task.result() for task in tasks] == list(f"A{many.upper()}CDEF")


async def test_a_set_that_fails_fails_for_its_members_only() -> None:
    work = Work()
    async with work.waiting("ab!c") as tasks:
        pass
    assert tasks[0].result() == "A"
    assert [type(task.exception()) for task in tasks[1:]] == [ValueError] * 3
    assert await work.join("d") == "D"


@pytest.mark.parametrize("gone", ["a", "b", "c", "ab", "bc", "abc"])
async def test_a_member_that_goes_away_stops_no_other(gone: str) -> None:
    work = Work()
    async with work.waiting("abcd") as tasks:
        for letter in gone:
            tasks["abc".index(letter)].cancel()
    assert tasks[3].result() == "D"
    assert [letter for letter, task in zip("abcd", tasks, strict=True) if task.cancelled()] == list(gone)
    assert await work.join("e") == "E"


async def test_a_leader_that_goes_away_before_its_set_hands_it_over() -> None:
    work = Work()

    async def lead_and_stop_the_next() -> None:
        await work.join("a")
        second.cancel()

    first = asyncio.create_task(lead_and_stop_the_next())
    await asyncio.sleep(0)
    async with work.waiting("bc") as [second, third]:
        pass
    await first
    assert (work.ran, second.cancelled(), third.result()) == (["a", "c"], True, "C")


async def test_where_too_many_wait_the_next_is_refused_at_once() -> None:
    work = Work()
    async with work.waiting("a" + "b" * ROOM):
        with pytest.raises(DatabaseBusy):
            await work.join("c")
    assert await work.join("d") == "D"


async def test_a_member_that_waits_for_a_leader_keeps_no_connection(postgres_source: PostgresSource) -> None:
    """The leader may need it: here it is the only one."""
    url = await postgres_source.make()
    async with opened(url, pool_size=1) as database:
        sets: Sets[str, str] = Sets(ROOM)

        async def run(letters: Sequence[str]) -> Answers[str]:
            await asyncio.sleep(0.01)
            await database.fetch("SELECT 1", ())
            return [letter.upper() for letter in letters]

        async def field_after_field(letter: str) -> str:
            async with Lease():
                await database.fetch("SELECT 1", ())
                return await sets.join(letter, run, letter, done)

        async with asyncio.timeout(10):
            leader = asyncio.create_task(sets.join("a", run, "a", done))
            answers = await asyncio.gather(leader, *map(field_after_field, "bcd"))
    await postgres_source.drop(url)
    assert answers == list("ABCD")


async def test_what_waited_for_too_long_goes_with_no_set() -> None:
    work = Work(Sets(ROOM, replace(PATIENT, whole=0.05)))

    async def late(letter: str) -> str:
        async with Lease():
            return await work.join(letter)

    async with work.waiting("a") as [first]:
        for answer in await asyncio.gather(*[late(letter) for letter in "bc"], return_exceptions=True):
            assert isinstance(answer, DatabaseBusy)
        assert not first.done()
    assert work.ran == ["a"]
    assert await work.join("d") == "D"


@asynccontextmanager
async def with_a_lease(work: Work) -> AsyncIterator[list[asyncio.Task[str]]]:
    """The tasks of a, of b and of c, which has a lease: a is done, and the set of b and c is under way."""

    async def leased() -> str:
        async with Lease():
            return await work.join("c")

    async with work.waiting("ab") as tasks:
        tasks.append(asyncio.create_task(leased()))
        await asyncio.sleep(0)
        work.may_go.set()
        await tasks[0]
        work.may_go.clear()
        yield tasks


async def test_a_member_waits_for_its_set_no_longer_than_for_a_commit_of_its_own() -> None:
    """It may be written; its leader may have more time, or take it."""
    work = Work(Sets(ROOM, replace(PATIENT, whole=0.05, commit=0.05)))

    async with with_a_lease(work) as tasks:
        with pytest.raises(OutcomeUnknown):
            await tasks[2]
        assert not tasks[1].done()
    assert work.ran == ["a", "bc"]
    assert await work.join("d") == "D"


async def test_what_its_set_puts_off_too_late_goes_with_no_other() -> None:
    work = Work(Sets(ROOM, replace(PATIENT, whole=0.05)), later={"c"})

    async with with_a_lease(work) as tasks:
        await asyncio.sleep(0.1)
    assert tasks[1].result() == "B"
    with pytest.raises(DatabaseBusy):
        tasks[2].result()
    assert work.ran == ["a", "bc"]


async def test_a_leader_whose_time_ends_takes_no_other_along() -> None:
    work = Work(Sets(ROOM, replace(PATIENT, whole=0.2)))

    async def run(letters: Sequence[str]) -> Answers[str]:
        work.ran.append("".join(letters))
        if letters[0] == "b":
            await asyncio.sleep(0.3)
            raise DatabaseBusy
        return [letter.upper() for letter in letters]

    async def leading() -> str:
        async with Lease():
            return await work.sets.join("b", run, "b", done)

    async with work.waiting("a"):
        late = asyncio.create_task(leading())
        await asyncio.sleep(0)
        others = [asyncio.create_task(work.sets.join(letter, run, letter, done)) for letter in "cd"]
        await asyncio.sleep(0)
    with pytest.raises(DatabaseBusy):
        await late
    assert await asyncio.gather(*others) == ["C", "D"]
    assert work.ran == ["a", "bcd", "cd"]
