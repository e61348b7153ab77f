"""The check of the takers' pushes can fail: histories that are right, and each with one thing wrong."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from rules.pushes import LEASE
from tests.races.rings import Meant, Reads, Ring, flaws
from tests.world import START

LEASED = timedelta(seconds=LEASE.least)
MEANT = [Meant(f"push{seq}", "host-bob", 1, f"message{seq}", seq, 0) for seq in range(1, 5)]
READ = [*MEANT[:2], *(replace(one, read_seq=4) for one in MEANT[2:])]


def rung(*seconds: float) -> list[Ring]:
    """One after another, each taken at such a second."""
    return [
        Ring(f"push{number}", "host-bob", START + timedelta(seconds=second) + LEASED)
        for number, second in enumerate(seconds, 1)
    ]


def read(seq: int, second: float) -> Reads:
    found = Reads()
    found.add(f"message{seq}", START + timedelta(seconds=second))
    return found


def test_a_history_without_a_flaw() -> None:
    again = Ring("push1", "host-bob", START + 2 * LEASED)
    assert list(flaws(MEANT, [*rung(0, 1, 2, 3), again], Reads())) == []


def test_what_was_read_may_be_left_out() -> None:
    assert list(flaws(READ, rung(0, 1, 2), read(4, 2.5))) == []


@pytest.mark.parametrize(
    ("wrong", "flaw"),
    [
        (lambda rings: rings[1:], "lost: push1"),
        (lambda rings: [rings[1], rings[0], *rings[2:]], "out of order: host-bob"),
        (lambda rings: [*rings, replace(rings[0], id="push9")], "rung without an event: push9"),
        (
            lambda rings: [*rings, replace(rings[3], lease_ends_at=START + 2 * LEASED)],
            "twice within a lease: push4",
        ),
    ],
    ids=["lost", "order", "made up", "twice"],
)
def test_a_flaw(wrong: Callable[[list[Ring]], list[Ring]], flaw: str) -> None:
    assert flaw in list(flaws(MEANT, wrong(rung(0, 1, 2, 3)), Reads()))


def test_what_was_read_is_rung() -> None:
    assert list(flaws(READ, rung(0, 1, 2, 3), read(4, 2.5))) == ["rung though read: push4"]
