"""Operations that hypothesis-graphql makes of a schema answer the same compiled and by graphql-core."""

import asyncio
from typing import Any

import pytest
from graphql import GraphQLSchema
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis_graphql import mutations, nodes, queries

from schema.types.context import Context
from tests.execution.comparisons import Case, compare
from tests.execution.nasty import SCHEMA
from tests.execution.test_doorstep import S as DOORSTEP
from tests.execution.test_nasty import fates, unawaited
from tests.world import World

NASTY = SCHEMA._schema
TEXTS = {
    "DateTime": "2026-03-04T12:00:00Z",
    "Date": "2026-03-04",
    "URL": "https://example.com/a",
    "EventCursor": "a" * 32,
    "JSON": "x",
}


def documents(schema: GraphQLSchema, with_mutations: bool = False) -> st.SearchStrategy[str]:
    scalars: dict[str, Any] = {name: st.just(nodes.String(text)) for name, text in TEXTS.items()}
    scalars["Odd"] = st.integers(1, 22).map(nodes.Int)
    known = {name: made for name, made in scalars.items() if name in schema.type_map}
    made = queries(schema, custom_scalars=known)
    return st.one_of(made, mutations(schema, custom_scalars=known)) if with_mutations else made


@unawaited
def test_generated_operations_of_the_nasty_schema_answer_the_same(examples: int) -> None:
    @settings(max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(documents(NASTY, with_mutations=True), st.integers(0, 1000))
    def check(text: str, seed: int) -> None:
        asyncio.run(compare(Case.of(NASTY, text), fates(seed)))

    check()


@pytest.mark.parametrize("source", ["sqlite"], indirect=True)
async def test_generated_queries_of_doorstep_answer_the_same(inhabited: World, few: int) -> None:
    found: list[str] = []

    @settings(max_examples=few, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(documents(DOORSTEP))
    def collect(text: str) -> None:
        found.append(text)

    collect()
    viewers = [person.key for person in inhabited.people.values()]
    for index, text in enumerate(found):
        viewer = viewers[index % len(viewers)]
        await compare(Case.of(DOORSTEP, text), lambda viewer=viewer: Context(inhabited.services, viewer))  # type: ignore[misc]
