"""The same worlds on two processes: the sender is at one of them, all others are at the other."""

import pytest

from tests.blindness.acts import NOTHING, Fact, by
from tests.blindness.conftest import Reference
from tests.blindness.plays import Play, differences
from tests.blindness.test_planted import SHORT
from tests.blindness.test_private_facts import CASES
from tests.databases import PostgresSource

EACH = 6
"""Of so many worlds one: all of them are played on one process, and `make faults` plays all."""


@pytest.mark.shows("10.1")
@pytest.mark.parametrize(("play", "fact"), CASES[::EACH])
async def test_the_sender_sees_no_difference_from_another_process(
    play: Play, fact: Fact, postgres_source: PostgresSource, reference: Reference
) -> None:
    expected = await reference.seen(play, postgres_source, is_shared=True)
    assert differences(expected, await play.seen(postgres_source, fact, is_shared=True)) == []


async def test_what_is_told_is_heard_from_another_process(postgres_source: PostgresSource) -> None:
    """So the worlds are one: an accept at the other process is a difference."""
    told = Fact({1: [by("bob", "accept", requestId="$request:bob-alice")]})
    seen = [await SHORT.seen(postgres_source, fact, is_shared=True) for fact in (NOTHING, told)]
    assert {found.part for found in differences(*seen)} >= {"answer", "heard"}
