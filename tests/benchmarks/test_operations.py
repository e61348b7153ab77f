"""`make limits` measures every root field of the schema, and each one answers."""

from collections.abc import AsyncIterator

import pytest

from benchmarks.crowd import crowd
from benchmarks.operations import Measuring

EACH, ASKED = 23, 2
"""Enough for 500 pairs."""


@pytest.fixture(scope="module")
async def measuring() -> AsyncIterator[Measuring]:
    async with crowd(EACH, ASKED) as made:
        yield Measuring(made)


async def test_each_root_field_answers(measuring: Measuring) -> None:
    for name, field in measuring.fields("Query").items():
        document = next(measuring.shapes(name, field)).make(1, 1)
        figure = await measuring.figure(name, document, {}, 1)
        assert figure.error == "", name


async def test_each_mutation_succeeds(measuring: Measuring) -> None:
    once = [one for one in await measuring.mutations(most=1) if "times" not in one.name]

    assert {one.name for one in once} == set(measuring.fields("Mutation"))
    assert {one.name: one.error for one in once if one.error} == {}
