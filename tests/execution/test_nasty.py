"""Compiled operations on the nasty schema answer as graphql-core does: data, errors, order of keys and of calls."""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from graphql import OperationType, parse, validate

from tests.execution.comparisons import Case, compare, is_compiled
from tests.execution.fates import Fates
from tests.execution.nasty import SCHEMA
from tests.execution.walks import SCALARS, Walk

S = SCHEMA._schema
KINDS = [OperationType.QUERY] * 6 + [OperationType.MUTATION, OperationType.SUBSCRIPTION]
CALM = [0.5, 0.85, 0.97, 1.0]
SEEDS = range(40)


def unawaited(test: Any) -> Any:
    """Both engines leave coroutines that a failed sibling cancelled before their first step."""
    for ignored in (
        "coroutine .* was never awaited:RuntimeWarning",
        ":pytest.PytestUnraisableExceptionWarning",
    ):
        test = pytest.mark.filterwarnings(f"ignore:{ignored}")(test)
    return test


CREATURES = """
{ creature { ...C } creatures { ...C ... on Being { name } } }
fragment C on Creature {
  __typename
  ... on Being { id name weight }
  ... on Cat { tint tags friend { ... on Rock { weight below { weight } } ... on Cat { name } }
    friends { ... on Dog { tags master { name } data { number } } } }
  ... on Dog { shade: tint data { grid } }
  ... on Rock { weight }
}
"""
DOCUMENTS = [
    """{ plain { number maybe flag share when uneven anything colour level grid holes cube
         again { number } next { flag next { number } } } }""",
    CREATURES,
    "{ herd { id name ... on Cat { friends { __typename } } } beings { id } level }",
    "{ generated streamed { number next { flag } } }",
    "{ page { edges { cursor node { id ... on Cat { tint } } } total } otherPage { total edges { node { number } } } }",
    '{ mine loud slow(times: 3) again: loud(text: "x") plainLater { again { number again { number } } } }',
    "{ plains { number again { flag } next { again { number } } } }",
    """mutation { a: change { number again { number } } b: changeLater { __typename }
         w: write { ... on Being { name } } }""",
    """{ tiles { number maybe name share when below { number below { name } } }
         tileColumns { __typename name tint uneven double } holedTiles { number tint } }""",
    "{ tiles { title } tileColumns { subtitle } }",
    "{ tiles { kind { text } } tileColumns { name kind { number text } } }",
    "{ tileColumns { number below { name when } } mixed: tileColumns { number later } countedLabels { label } }",
    "subscription { items(count: 4) { number again { number } next { grid } } }",
    "subscription { creatures { __typename ... on Being { name id } } }",
    '{ __schema { types { name fields { name type { name ofType { name } } } } } __type(name: "Cat") { kind } }',
]


def fates(seed: int) -> Callable[[], Fates]:
    return lambda: Fates(seed, CALM[seed % len(CALM)])


@unawaited
@pytest.mark.parametrize("document", DOCUMENTS)
async def test_an_operation_answers_the_same_with_any_values(document: str) -> None:
    case = Case.of(S, document)
    assert is_compiled(case)
    for seed in SEEDS:
        await compare(case, fates(seed))


def walk(seed: int) -> Case | None:
    """A random operation, if it is valid."""
    random = Random(seed)
    made = Walk(S, random, {**SCALARS, "Odd": lambda random: random.choice([1, 7, 11, 22, "3"])})
    text = made.operation(random.choice(KINDS))
    return None if validate(S, parse(text)) else Case.of(S, text, made.variables)


@unawaited
async def test_random_operations_answer_the_same(examples: int) -> None:
    compiled = 0
    for seed in range(examples):
        if case := walk(seed):
            await compare(case, fates(seed))
            compiled += is_compiled(case)
    assert compiled > examples / 2
