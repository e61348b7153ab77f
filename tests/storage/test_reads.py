"""Reads of one statement that wait together are one statement, and each member gets its own rows."""

import asyncio
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import Random
from typing import Any

import pytest

from models.db import reads
from models.db.connection import DatabaseBusy, Rows, statement_log
from models.db.database import Database
from models.db.lease import Lease
from models.db.reads import BESIDE, ENOUGH, SIZE, Joint, Reads
from models.db.statements import Shared
from models.inbox import INBOX
from rules.requests import Folder
from tests.databases import PATIENCE
from tests.storage.history import COUNT, TALKATIVE, VIEWER
from tests.storage.test_listing import END
from tests.storage.test_statement_columns import statements

JOINT = Joint("SELECT $1 LIMIT $2")
PAUSE = 0.01


@pytest.fixture(autouse=True)
def no_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """No set goes because a busy machine was slow."""
    monkeypatch.setattr(reads, "PATIENCE", PATIENCE)


@dataclass
class Server:
    """Answers a letter with itself, once it may; `ran` has what it was asked for at once."""

    ran: list[str] = field(default_factory=list)
    may_go: asyncio.Event = field(default_factory=asyncio.Event)
    error: Exception | None = None

    async def fetch(self, sql: str, args: Sequence[Any]) -> Rows:
        letters = args[0] if sql == JOINT.together else args[:1]
        self.ran.append("".join(letters))
        await self.may_go.wait()
        if self.error and sql == JOINT.together:
            raise self.error
        return [(letter, place) for place, letter in enumerate(letters)]


class Asked:
    """Reads one after another, each a task."""

    def __init__(self) -> None:
        self.server = Server()
        self.reads = Reads(self.server.fetch)
        self.tasks: list[asyncio.Task[Rows]] = []

    async def ask(self, letters: str, limit: int = 1) -> None:
        for letter in letters:
            self.tasks.append(asyncio.create_task(self.reads.read(JOINT, [letter, limit])))
            await asyncio.sleep(0)

    async def answers(self) -> list[Any]:
        self.server.may_go.set()
        found = await asyncio.gather(*self.tasks, return_exceptions=True)
        return [one if isinstance(one, BaseException) else one[0][0] for one in found]


async def test_the_first_goes_at_once_and_the_next_are_one_set() -> None:
    asked = Asked()
    await asked.ask("abc")
    assert asked.server.ran == ["a"]
    assert await asked.answers() == ["a", "b", "c"]
    assert asked.server.ran == ["a", "bc"]
    await asked.ask("d")
    assert await asked.answers() == ["a", "b", "c", "d"]
    assert asked.server.ran == ["a", "bc", "d"]


async def test_a_set_has_a_size_and_one_limit() -> None:
    """Few sets are under way before one must be full."""
    asked = Asked()
    await asked.ask("a" + "b" * ENOUGH * (BESIDE - 1) + "c" * SIZE + "d")
    await asked.ask("xyz", limit=2)
    ran = ["a", *["b" * ENOUGH] * (BESIDE - 1), "c" * SIZE, "x"]
    assert asked.server.ran == ran
    await asked.answers()
    assert asked.server.ran == [*ran, "d", "yz"]


async def test_a_slow_set_delays_others_for_a_moment_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reads, "PATIENCE", PAUSE)
    asked = Asked()
    await asked.ask("ab")
    await asyncio.sleep(2 * PAUSE)
    assert asked.server.ran == ["a", "b"]
    await asked.answers()


async def test_members_that_leave_take_no_other_along() -> None:
    asked = Asked()
    await asked.ask("abcd")
    asked.tasks[0].cancel()
    asked.tasks[2].cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    asked.tasks[1].cancel()
    answers = await asked.answers()
    assert asked.server.ran == ["a", "bd"]
    assert [type(answer) for answer in answers[:3]] == [asyncio.CancelledError] * 3
    assert answers[3] == "d"


async def test_a_read_that_waits_is_in_a_context_of_its_own() -> None:
    """That of a statement alone is the client's, below; a set belongs to none of its members."""
    asked = Asked()
    within: list[str] = []

    @contextmanager
    def around(sql: str) -> Iterator[None]:
        within.append(sql)
        yield
        within.append("end")

    asked.reads.around = around
    await asked.ask("abc")
    assert within == [JOINT.alone] * 2
    await asked.answers()
    assert within == [*[JOINT.alone] * 2, *["end"] * 2]


async def test_a_set_whose_members_all_left_is_not_asked() -> None:
    asked = Asked()
    await asked.ask("ab")
    asked.tasks[1].cancel()
    await asked.answers()
    await asked.ask("c")
    assert asked.server.ran == ["a", "c"]


async def test_members_of_a_set_that_fails_go_alone() -> None:
    asked = Asked()
    asked.server.error = ValueError()
    await asked.ask("abc")
    assert await asked.answers() == ["a", "b", "c"]
    assert asked.server.ran == ["a", "bc", "b", "c"]


async def test_members_are_told_that_the_database_is_busy() -> None:
    asked = Asked()
    asked.server.error = DatabaseBusy()
    await asked.ask("abc")
    assert [type(answer) for answer in await asked.answers()] == [str, DatabaseBusy, DatabaseBusy]
    assert asked.server.ran == ["a", "bc"]


def shared() -> Iterator[tuple[str, Shared[Any]]]:
    for name, select in statements():
        if isinstance(select, Shared):
            yield name, select


SHARED = dict(shared())
INBOX_TOGETHER = Joint(INBOX.text).together


def running(database: Database, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The statements that the server is asked for from now on."""
    client: Any = database.orm
    fetch, ran = client.fetch_once, []

    async def noted(sql: str, args: Sequence[Any]) -> Rows:
        ran.append(sql)
        return await fetch(sql, args)  # type: ignore[no-any-return]

    monkeypatch.setattr(client, "fetch_once", noted)
    return ran


@contextmanager
def logged() -> Iterator[list[str]]:
    log: list[str] = []
    token = statement_log.set(log)
    try:
        yield log
    finally:
        statement_log.reset(token)


@pytest.mark.parametrize("history_source", ["postgres"], indirect=True)
@pytest.mark.parametrize("name", SHARED, ids=lambda name: name.partition(":")[0])
async def test_a_set_reads_what_each_reads_alone(history: Database, name: str) -> None:
    joint = SHARED[name].joints["postgres"]
    chance = Random(name)
    count = len({*re.findall(r"\$\d+", joint.alone)})
    for limit in (1, 21):
        members = [[*chance.choices((0, VIEWER, TALKATIVE, 7, COUNT, END), k=count)] for _ in range(SIZE)]
        for member in members:
            member[3:5] = [limit, chance.choice([*Folder])][: count - 3] if count > 3 else []
        found: list[list[Any]] = [[] for _ in members]
        for *row, place in await history.fetch(joint.together, joint.merged(members)):
            found[place].append(row)
        assert found == [[[*row] for row in await history.fetch(joint.alone, one)] for one in members]
        assert any(found)


@pytest.mark.parametrize("history_source", ["postgres"], indirect=True)
@pytest.mark.parametrize("name", SHARED, ids=lambda name: name.partition(":")[0])
async def test_a_set_reads_by_index(history: Database, name: str) -> None:
    joint = SHARED[name].joints["postgres"]
    count = len({*re.findall(r"\$\d+", joint.alone)})
    lines = await history.fetch(f"EXPLAIN {joint.together}", joint.merged([[VIEWER] * count] * 2))
    plan = "\n".join(line for (line,) in lines)
    assert "Function Scan on q" in plan or "Function Scan on unnest q" in plan
    assert "Seq Scan" not in plan.replace("Seq Scan on filter_words", "")
    assert "Hash" not in plan


@pytest.mark.parametrize("history_source", ["postgres"], indirect=True)
async def test_reads_at_a_time_are_few_statements(history: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """An operation's log has what it asked for, as if it had been alone."""
    ran = running(history, monkeypatch)
    viewers = [VIEWER, TALKATIVE, 0] * 10
    with logged() as log:
        found = await asyncio.gather(*(INBOX.all(history, viewer, END, END, 6) for viewer in viewers))
    assert ran == [INBOX.text, *[INBOX_TOGETHER] * 3]
    assert log == [INBOX.text] * len(viewers)
    for viewer, rows in zip(viewers, found, strict=True):
        assert rows == await INBOX.all(history, viewer, END, END, 6)


@pytest.mark.parametrize("source", ["postgres"], indirect=True)
async def test_a_mutation_reads_alone(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = running(database, monkeypatch)
    async with Lease():
        await asyncio.gather(*(INBOX.all(database, VIEWER, END, END, 6) for _ in range(3)))
    assert ran == [INBOX.text] * 3
