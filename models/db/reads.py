"""Reads of one statement that wait together are one statement."""

import asyncio
import re
from collections.abc import Callable, Coroutine, Sequence
from contextvars import Context
from typing import Any, TypeAlias

from msgspec import Struct

from models.db.connection import Around, DatabaseBusy, Rows, note

SIZE = 32
"""Members of a set at most."""

ENOUGH, BESIDE = 12, 3
"""Members with which a set need not wait, as long as fewer sets are under way."""

PATIENCE = 0.01
"""Seconds that a read waits for a set that is under way; then its own goes beside it."""

Fetch: TypeAlias = Callable[[str, Sequence[Any]], Coroutine[Any, Any, Rows]]

_PARAMETER = re.compile(r"(LIMIT )?\$(\d+)")


class Joint:
    """A statement for one and, as `together`, for a set. All its arguments are whole numbers.

    `together` has the same parameters, each a list with a number for each member; its rows have the member's place,
    from 0, in a last column. The parameter of a LIMIT stays one number, which all members share: no LIMIT can be a
    column.
    """

    def __init__(self, alone: str) -> None:
        self.alone = alone
        limits = {int(number) for is_limit, number in _PARAMETER.findall(alone) if is_limit}
        own = sorted({int(number) for _, number in _PARAMETER.findall(alone)} - limits)
        lists = ", ".join(f"${number}::bigint[]" for number in own)
        names = ", ".join(f"p{number}" for number in own)
        text = _PARAMETER.sub(lambda found: found[0] if found[1] else f"q.p{found[2]}", alone)
        self.together = f"""SELECT x.*, q.place - 1 FROM unnest({lists}) WITH ORDINALITY q({names}, place)
            CROSS JOIN LATERAL ({text} OFFSET 0) x"""
        self._limit = limits.pop() - 1 if limits else None

    def limit(self, args: Sequence[Any]) -> int | None:
        """The argument that the members of a set share; None: there is none."""
        return None if self._limit is None else args[self._limit]

    def merged(self, members: Sequence[Sequence[Any]]) -> list[Any]:
        """The arguments of `together`, for the arguments of each member."""
        columns = enumerate(zip(*members, strict=True))
        return [column[0] if place == self._limit else column for place, column in columns]


class _Member(Struct):
    """`rows` becomes None if the member has to go alone; they are done before that if it is gone."""

    args: Sequence[Any]
    rows: asyncio.Future[Rows | None]


class _Lane:
    """Reads that may share a set. If none is under way, one goes at once and alone; those that come then are a set."""

    def __init__(self, joint: Joint, fetch: Fetch, around: Around | None) -> None:
        self._joint = joint
        self._fetch = fetch
        self._around = around
        self._waiting: list[_Member] = []
        self._timer: asyncio.TimerHandle | None = None
        self._under_way = 0
        self._tasks: set[asyncio.Task[None]] = set()

    async def read(self, args: Sequence[Any]) -> Rows:
        if self._under_way:
            if self._around is None:
                rows = await self._wait(args)
            else:
                with self._around(self._joint.alone):
                    rows = await self._wait(args)
            return await self._fetch(self._joint.alone, args) if rows is None else rows
        self._under_way += 1
        try:
            return await self._fetch(self._joint.alone, args)
        finally:
            self._end()

    def _wait(self, args: Sequence[Any]) -> asyncio.Future[Rows | None]:
        note(self._joint.alone)
        loop = asyncio.get_running_loop()
        member = _Member(args, loop.create_future())
        self._waiting.append(member)
        if len(self._waiting) >= (ENOUGH if self._under_way < BESIDE else SIZE):
            self._go()
        elif self._timer is None:
            self._timer = loop.call_later(PATIENCE, self._go)
        return member.rows

    def _end(self) -> None:
        self._under_way -= 1
        if self._waiting:
            self._go()

    def _go(self) -> None:
        """A task of its own, so that a member who leaves takes no other along.

        Its context is empty: each member has noted the statement as if it were alone.
        """
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        members, self._waiting = self._waiting, []
        self._under_way += 1
        task = asyncio.get_running_loop().create_task(self._run(members), context=Context())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self, members: Sequence[_Member]) -> None:
        members = [member for member in members if not member.rows.done()]
        try:
            rows = await self._rows([member.args for member in members]) if members else []
        except DatabaseBusy as error:
            for member in members:
                if not member.rows.done():
                    member.rows.set_exception(error)
        else:
            for member, own in zip(members, rows, strict=True):
                if not member.rows.done():
                    member.rows.set_result(own)
        finally:
            self._end()

    async def _rows(self, members: Sequence[Sequence[Any]]) -> Sequence[Rows | None]:
        found: list[list[Any]] = [[] for _ in members]
        try:
            for row in await self._fetch(self._joint.together, self._joint.merged(members)):
                found[row[-1]].append(row)
        except DatabaseBusy:
            raise
        except Exception:
            return [None] * len(members)
        return found


class Reads:
    """The reads of a process that may wait together: those of one statement, with the same LIMIT.

    In an idle service each goes at once and alone. If a set fails for a reason of its data, its members go alone; where
    the database is busy, all of them are told so.
    """

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self._lanes: dict[tuple[Joint, int | None], _Lane] = {}
        self.around: Around | None = None
        """The context manager that a read which waits for a set runs in, by its text; its set has none."""

    def read(self, joint: Joint, args: Sequence[Any]) -> Coroutine[Any, Any, Rows]:
        """As `Connection.fetch`, but for a last column that rows of a set have more."""
        key = joint, joint.limit(args)
        lane = self._lanes.get(key)
        if lane is None:
            lane = self._lanes[key] = _Lane(joint, self._fetch, self.around)
        return lane.read(args)
