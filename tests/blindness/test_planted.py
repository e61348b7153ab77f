"""Leaks of every kind, planted in a running service: the harness sees each, in the part where it is."""

from collections.abc import AsyncGenerator, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest

from events.stream import Log, SetBack
from models.db.connection import Connection
from models.event_log import Entry, EventCursor
from models.receipts import MARKED, MarkedRow
from models.sending import write
from resolvers import receipts, send_sets
from resolvers.contact_codes import find_good
from resolvers.delivery import Verdict, decide
from rules import sending
from rules.problems import RecipientUnavailable
from rules.sending import Landing
from server.transport import replies
from tests.blindness.acts import Fact
from tests.blindness.codes import SHUT, WHILE_SHUT
from tests.blindness.conftest import Reference
from tests.blindness.facts import BLOCKS
from tests.blindness.plays import Play, differences
from tests.blindness.sender import Moment
from tests.blindness.spans import TALKING, WHILE_TALKING
from tests.blindness.steps import LISTEN, LOOK, ONE, TWO, request
from tests.databases import Source, SqliteSource
from tests.world import World

Plant = Callable[[pytest.MonkeyPatch], None]
SHORT = Play([], [Moment(0), *LISTEN, request(ONE), Moment(1), *LOOK, request(TWO)])
_follow = Log.follow


@dataclass(frozen=True)
class Planted:
    """A bad change of the service: other code from now on, or a write at each block."""

    change: Callable[[], object]

    async def run(self, world: World) -> None:
        self.change()


@dataclass(frozen=True)
class Writes:
    """A block that also writes into the rows of the blocked one."""

    statements: Sequence[str]

    async def run(self, world: World) -> None:
        for statement in self.statements:
            await world.database.execute(statement.format(alice=world.people["alice"].key), ())


ROWS = {
    "a counter": (
        "answer",
        ["UPDATE memberships SET unaccepted = unaccepted - 1 WHERE user_id = {alice} AND unaccepted > 0"],
    ),
    "a quota": ("rows", ["UPDATE quotas SET pairs = pairs - 1 WHERE user_id = {alice}"]),
    "a bucket": (
        "answer",
        ["UPDATE user_streams SET bucket_at = bucket_at + 603000000 WHERE user_id = {alice}"],
    ),
    "a time": ("answer", ["UPDATE memberships SET activity_at = activity_at + 1 WHERE user_id = {alice}"]),
    "a short page": ("answer", ["UPDATE memberships SET folder = 0 WHERE user_id = {alice}"]),
    "a mark": ("answer", ["UPDATE messages SET receipt = TRUE", "UPDATE memberships SET seen_seq = 9"]),
    "a cursor": ("answer", ["UPDATE user_streams SET last_seq = last_seq + 1 WHERE user_id = {alice}"]),
    "an event": (
        "heard",
        [
            "UPDATE user_streams SET last_seq = last_seq + 1 WHERE user_id = {alice}",
            "INSERT INTO user_events (user_id, seq, kind, at, thread_id) SELECT {alice}, last_seq, 10, 0, 1"
            " FROM user_streams WHERE user_id = {alice}",
        ],
    ),
}
"""Each mistake with the part of the view that shows it."""


def _refuse(*given: Any) -> Verdict:
    verdict = decide(*given)
    return RecipientUnavailable() if isinstance(verdict, Landing) and verdict.is_sunk else verdict


async def _end(
    log: Log, after: EventCursor, patience: Callable[[], timedelta], **how: bool
) -> AsyncGenerator[Entry | EventCursor | SetBack, None]:
    async for entry in _follow(log, after, patience, **how):
        if await log.ticks.database.fetch("SELECT 1 FROM blocks WHERE blocked_id = $1", (log.user_id,)):
            return
        yield entry


CODE: dict[str, tuple[str, Plant]] = {
    "an error code": ("answer", lambda patch: patch.setattr(send_sets, "decide", _refuse)),
    "a skipped statement": (
        "statements",
        lambda patch: patch.setattr(write, "_REST", [*write._REST[:-2], write._REST[-1]]),
    ),
    "a completed stream": ("heard", lambda patch: patch.setattr(Log, "follow", _end)),
    "a header": ("headers", lambda patch: _add_header(patch)),
}


def _add_header(patch: pytest.MonkeyPatch) -> None:
    patch.setitem(replies.PROTECTIVE, "X-Delivered", "0")
    patch.setattr(replies, "_head", replies._head.__wrapped__)


@pytest.mark.shows("10.1")
@pytest.mark.parametrize("name", [*ROWS, *CODE])
async def test_a_planted_leak_is_seen(
    name: str, sqlite_source: SqliteSource, reference: Reference, monkeypatch: pytest.MonkeyPatch
) -> None:
    fact = _planted(name, monkeypatch)
    part = (ROWS.get(name) or CODE[name])[0]
    found = differences(await reference.seen(SHORT, sqlite_source), await SHORT.seen(sqlite_source, fact))
    assert part in {difference.part for difference in found}


async def _look_twice(*given: Any) -> int:
    """At a code that is there and may not open."""
    return await find_good(*given) and await find_good(*given)


CODES: dict[str, tuple[str, Plant]] = {
    "a code past a block": ("answer", lambda patch: patch.setattr(sending, "_may_open", lambda *_: True)),
    "a code that is looked at twice": (
        "statements",
        lambda patch: patch.setattr(send_sets, "find_good", _look_twice),
    ),
}


@pytest.mark.shows("10.19")
@pytest.mark.parametrize("name", CODES)
async def test_a_leak_of_codes_is_seen(
    name: str, source: Source, reference: Reference, monkeypatch: pytest.MonkeyPatch
) -> None:
    part, plant = CODES[name]
    expected = await reference.seen(SHUT, source)
    plant(monkeypatch)
    found = differences(expected, await SHUT.seen(source, WHILE_SHUT["a good code, but blocked"]))
    assert part in {difference.part for difference in found}


class _WithHoles:
    """A mark goes as far as the message that was named, without sunk ones after it."""

    async def first(self, db: Connection, *args: Any) -> MarkedRow | None:
        row = await MARKED.first(db, *args)
        return replace(row, seen_seq=row.seq) if row else None


@pytest.mark.shows("7.38", "10.5")
@pytest.mark.parametrize(
    "name", ["blocked (1, 3)", "under age (2, 3)", "blocked (0, 3)", "blocked, under age"]
)
async def test_a_hole_in_the_receipts_is_seen(
    name: str, source: Source, reference: Reference, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = await reference.seen(TALKING, source)
    monkeypatch.setattr(receipts, "MARKED", _WithHoles())
    found = differences(expected, await TALKING.seen(source, WHILE_TALKING[name]))
    assert {difference.part for difference in found} >= {"answer", "heard"}


def _planted(name: str, patch: pytest.MonkeyPatch) -> Fact:
    if name in ROWS:
        return Fact({1: [BLOCKS, Writes(ROWS[name][1])]})
    return Fact({0: [Planted(lambda: CODE[name][1](patch))], 1: [BLOCKS]})
