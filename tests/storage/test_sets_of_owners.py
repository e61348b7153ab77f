"""Two sets under way: no owner is in both, and an owner is taken until its member is finished."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest

from models.db.connection import DatabaseBusy
from models.db.lease import Lease
from models.db.sets import ENOUGH, Answers, Sets, Turn
from tests.databases import PATIENT

ROOM = 100
MANY = [f"{chr(ord('c') + number)}1" for number in range(ENOUGH)]
"""Works of different owners, enough for a set beside another one."""


TURNS = 6
"""Of the event loop, after which all that can go on has done so."""


async def settled() -> None:
    for _ in range(TURNS):
        await asyncio.sleep(0)


@dataclass
class Work:
    """Works like "a1" of the owner "a"; their sets end, and they are finished, when a test says so."""

    sets: Sets[str, str] = field(default_factory=lambda: Sets(ROOM, most=2))
    ran: list[list[str]] = field(default_factory=list)
    ends: list[asyncio.Event] = field(default_factory=list)
    later: set[str] = field(default_factory=set)
    kept: dict[str, asyncio.Event] = field(default_factory=dict)

    async def join(self, *works: str) -> "list[asyncio.Task[str]]":
        tasks = []
        for work in works:
            tasks.append(
                asyncio.create_task(self.sets.join(work, self._run, work[0], self._finish), name=work)
            )
            await settled()
        return tasks

    async def join_meanwhile(self, *works: str) -> None:
        """Each in another turn of the event loop."""
        for work in works:
            asyncio.create_task(self.sets.join(work, self._run, work[0], self._finish))  # noqa: RUF006
            await asyncio.sleep(0)
        await settled()

    async def end(self, number: int) -> None:
        """Ends the set of this number."""
        self.ends[number].set()
        await settled()

    def keep(self, work: str) -> asyncio.Event:
        return self.kept.setdefault(work, asyncio.Event())

    async def _run(self, works: Sequence[str]) -> Answers[str]:
        self.ran.append(list(works))
        self.ends.append(end := asyncio.Event())
        await end.wait()
        if "!" in "".join(works):
            raise ValueError
        return [Turn.LATER if work in self.later else work.upper() for work in works]

    async def _finish(self, answer: str) -> str:
        if kept := self.kept.get(answer.lower()):
            await kept.wait()
        return answer


async def test_a_set_goes_beside_another_once_enough_wait() -> None:
    work = Work()
    await work.join("a1", *MANY[:-1])
    assert work.ran == [["a1"]]
    await work.join(MANY[-1], "x1", *[f"{one[0]}2" for one in MANY])
    assert work.ran == [["a1"], MANY]
    await work.end(1)
    assert work.ran[2:] == [["x1", *[f"{one[0]}2" for one in MANY]]]


async def test_one_set_at_a_time_where_no_more_may_go() -> None:
    work = Work(Sets(ROOM, most=1))
    await work.join("a1", *MANY)
    assert work.ran == [["a1"]]
    await work.end(0)
    assert work.ran == [["a1"], MANY]


async def test_sets_that_end_together_are_followed_by_one_of_all() -> None:
    work = Work()
    after = [f"{one[0]}2" for one in MANY]
    await work.join("a1", *MANY, "b1", *after)
    for end in work.ends:
        end.set()
    new = [f"{number}1" for number in range(TURNS)]
    await work.join_meanwhile(*new)
    assert [sorted(some) for some in work.ran[2:]] == [sorted(["b1", *after, *new[: len(work.ran[2]) - 13]])]


async def test_the_next_of_an_owner_whose_set_ends_is_not_skipped() -> None:
    work = Work()
    await work.join("x1", "m1", "a1")
    await work.end(0)
    await work.join("a2")
    work.ends[1].set()
    await work.join_meanwhile(*"123456")
    assert work.ran[2][0] == "a2"


async def test_the_works_of_one_owner_are_not_enough() -> None:
    work = Work()
    await work.join("a1", *[f"b{number}" for number in range(2 * ENOUGH)])
    assert work.ran == [["a1"]]


async def test_no_owner_is_in_two_sets() -> None:
    """Its next work is skipped, and keeps its place."""
    work = Work()
    await work.join("a1", "a2", MANY[0], "a3", *MANY[1:])
    assert work.ran == [["a1"], MANY]
    await work.end(0)
    await work.join("b1")
    assert work.ran == [["a1"], MANY]
    await work.end(1)
    assert work.ran[2:] == [["a2", "a3", "b1"]]


async def test_an_owner_is_taken_until_its_work_is_finished() -> None:
    work = Work()
    is_finished = work.keep("a1")
    first, second, other = await work.join("a1", "a2", "b1")
    await work.end(0)
    assert work.ran == [["a1"], ["b1"]]
    await work.end(1)
    assert other.done()
    assert not second.done()
    is_finished.set()
    await settled()
    assert first.result() == "A1"
    assert work.ran[2:] == [["a2"]]


@pytest.mark.parametrize("is_cancelled", [True, False])
async def test_a_work_that_stops_on_its_way_frees_its_owner(is_cancelled: bool) -> None:
    work = Work()
    work.keep("a1")
    [first] = await work.join("a1")
    if not is_cancelled:
        await work.end(0)
    first.cancel()
    await settled()
    await work.join("a2")
    assert work.ran == [["a1"], ["a2"]]


async def test_a_set_that_fails_frees_its_owners() -> None:
    work = Work()
    await work.join("x1")
    failed = await work.join("a!", "b1")
    await work.end(0)
    await work.end(1)
    assert [type(task.exception()) for task in failed] == [ValueError] * 2
    await work.join("a2")
    await work.end(2)
    await work.join("b2")
    assert work.ran[2:] == [["a2"], ["b2"]]


async def test_a_member_that_goes_away_leaves_its_owner_to_its_set() -> None:
    """The set may still write what it gave."""
    work = Work()
    await work.join("x1")
    _, gone = await work.join("a1", "b1")
    await work.end(0)
    gone.cancel()
    await settled()
    await work.join("b2", *MANY)
    assert work.ran[1:] == [["a1", "b1"], MANY]
    await work.end(1)
    await work.end(2)
    assert work.ran[3:] == [["b2"]]


async def test_a_leader_that_goes_away_before_its_set_hands_it_over() -> None:
    others, work = asyncio.all_tasks(), Work()
    await work.join("a1", *MANY[:-1])
    [leader] = [task for task in asyncio.all_tasks() - others if task.get_name() == MANY[0]]
    last = asyncio.create_task(work.sets.join("b1", work._run, "b", work._finish))
    await asyncio.sleep(0)
    leader.cancel()
    await settled()
    assert work.ran == [["a1"]]
    await work.join("y1")
    assert work.ran == [["a1"], [*MANY[1:-1], "b1", "y1"]]
    await work.end(1)
    assert last.result() == "B1"


async def test_what_is_put_off_by_its_set_waits_for_the_other_one() -> None:
    """Also the leader; all that a set put off would be put off again and again beside the same set."""
    work = Work(later={*MANY})
    await work.join("a1", *MANY, "x1")
    assert work.ran == [["a1"], MANY]
    await work.end(1)
    assert work.ran == [["a1"], MANY]
    work.later.clear()
    await work.end(0)
    assert work.ran[2:] == [[*MANY, "x1"]]
    await work.end(2)
    assert work.sets.waiting == 0


async def test_what_waited_for_its_owner_for_too_long_goes_with_no_set() -> None:
    work = Work(Sets(ROOM, replace(PATIENT, whole=0.05), most=2))
    is_finished = work.keep("a1")

    async def late() -> str:
        async with Lease():
            return await work.sets.join("a2", work._run, "a", work._finish)

    await work.join("a1")
    second = asyncio.create_task(late())
    await work.end(0)
    await asyncio.sleep(0.1)
    is_finished.set()
    with pytest.raises(DatabaseBusy):
        await second
    await work.join("a3")
    assert work.ran == [["a1"], ["a3"]]
