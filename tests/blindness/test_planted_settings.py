"""Leaks of a recipient's choices, planted in a running service: the harness sees each, in the part where it is."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from models.db.connection import Transaction
from models.sending.parts import SendWrite
from models.sending.write import Sent, write_in_turn
from resolvers import relations as blocks
from resolvers import send_sets
from resolvers.delivery import write_of
from resolvers.mutation import Step
from rules.problems import Refusal
from rules.pushes import PUSHED
from tests.blindness.conftest import Reference
from tests.blindness.facts import HIDDEN, WHILE_PENDING
from tests.blindness.plays import Play, differences
from tests.blindness.sender import Moment
from tests.blindness.steps import LISTEN, LOOK, ONE, THREE, TWO, request
from tests.databases import SqliteSource

Plant = Callable[[pytest.MonkeyPatch], None]
SHORT = Play(
    [], [Moment(0), *LISTEN, request(ONE), Moment(1), *LOOK, request(TWO), request(THREE), Moment(2), *LOOK]
)
CHOSEN = [
    name
    for name in HIDDEN
    if name not in ("a policy that lets her through", "paused after the first message")
]
"""So each of these worlds is seen to be what its name says."""


async def _asks_more(tx: Transaction, sends: Sequence[SendWrite], *, pushes: bool = False) -> list[Sent]:
    """Of the requests that go to Hidden."""
    sent = await write_in_turn(tx, sends, pushes=pushes)
    if any(send.hidden_reasons for send in sends):
        await tx.fetch("SELECT 1", ())
    return sent


async def _notes_what_rings(
    tx: Transaction, sends: Sequence[SendWrite], *, pushes: bool = False
) -> list[Sent]:
    """And nothing else."""
    rings = any(send.recipient_kind in PUSHED for send in sends)
    return await write_in_turn(tx, sends, pushes=pushes and rings)


def _later(*given: Any) -> SendWrite:
    """A write to Hidden is a moment late."""
    write = write_of(*given)
    return replace(write, now=write.now + timedelta(microseconds=1)) if write.hidden_reasons else write


LEAKS: dict[str, tuple[str, Plant]] = {
    "a statement": ("statements", lambda patch: patch.setattr(send_sets, "write_in_turn", _asks_more)),
    "a push": ("statements", lambda patch: patch.setattr(send_sets, "write_in_turn", _notes_what_rings)),
    "a time": ("answer", lambda patch: patch.setattr(send_sets, "write_of", _later)),
}


CASES = [
    *(("a statement", fact) for fact in CHOSEN),
    *((name, fact) for name in ("a push", "a time") for fact in ("paused", "hidden by the policy")),
]


@pytest.mark.shows("10.6", "16.10")
@pytest.mark.parametrize(("name", "fact"), CASES)
async def test_a_leak_of_the_hidden_reasons_is_seen(
    name: str, fact: str, sqlite_source: SqliteSource, reference: Reference, monkeypatch: pytest.MonkeyPatch
) -> None:
    part, plant = LEAKS[name]
    expected = await reference.seen(SHORT, sqlite_source)
    plant(monkeypatch)
    found = differences(expected, await SHORT.seen(sqlite_source, HIDDEN[fact]))
    assert part in {difference.part for difference in found}


async def _shows_both(step: Step) -> Refusal | None:
    """The end of a block moves the thread of the blocked one too."""
    await step.tx.fetch(
        "UPDATE memberships SET activity_at = activity_at + 1 WHERE user_id = $1", (step.peer_id,)
    )
    return await blocks._unblock(step)


@pytest.mark.shows("8.34", "10.5")
async def test_a_leak_of_an_end_is_seen(
    sqlite_source: SqliteSource, reference: Reference, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = await reference.seen(SHORT, sqlite_source)
    monkeypatch.setattr(blocks, "_unblock_if_over", _shows_both)
    found = differences(
        expected, await SHORT.seen(sqlite_source, WHILE_PENDING["blocked for a time that is over"])
    )
    assert "answer" in {difference.part for difference in found}
