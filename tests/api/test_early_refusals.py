"""An operation that costs too much is refused before any work that takes longer than to count (behaviour 15)."""

from dataclasses import replace
from typing import Any

import pytest
from graphql import get_introspection_query, parse

from server.asked import Operation
from server.costs import Limits, require_within
from server.plans import Plan
from server.rates import Rates
from tests.api.costs import LIMIT, SCHEMA, cost
from tests.services import UNBOUND
from tests.world import QUERIES, Person, World, operation

DEAR = "inbox(first: 100) { edges { node { messages(first: 100) { edges { node { id } } } } } }"
IDS = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }"
ORDERED = (
    "query ($order: RequestOrder = MUTUAL_FOLLOWS) { requests(orderBy: $order) { edges { node { id } } } }"
)
WORDS = "mutation ($input: UpdateFilterWordsInput!) { updateFilterWords(input: $input) { __typename } }"


@pytest.fixture
def rates() -> Rates:
    return replace(UNBOUND, cost=LIMIT)


async def code_of(alice: Person, text: str, **variables: Any) -> str:
    answer = await alice.ask(text, **variables)
    return str(answer["errors"][0]["extensions"]["code"])


@pytest.mark.shows("15.2")
@pytest.mark.parametrize(
    "wrong",
    [
        "nothing",
        "viewer { nothing { less } }",
        "viewer { id { less } }",
        "viewer",
        "viewer { ...Nowhere }",
        "viewer { ... on Nowhere { id } }",
        "viewer { ... on DmAudience { id } }",
        "inbox(first: []) { eventCursor }",
        "inbox(first: $first) { eventCursor }",
        "nodes { id }",
        "nodes(ids: {}) { id }",
        "nodes(ids: [$first, {}]) { id }",
        "thread(id: 1, id: 2) { peer }",
        "viewer { __schema { types { nothing ...Nowhere } } }",
    ],
)
async def test_what_is_not_valid_is_told_its_cost_or_its_errors(world: World, wrong: str) -> None:
    [alice] = await world.cast("alice")

    assert await code_of(alice, f"{{ {wrong} }}") == "GRAPHQL_VALIDATION_FAILED"
    assert await code_of(alice, f"{{ {wrong} dear: {DEAR} }}") == "COST_LIMIT_EXCEEDED"


@pytest.mark.shows("15.2")
async def test_what_is_not_valid_is_told_its_cost_also_where_its_errors_are_kept(world: World) -> None:
    [alice] = await world.cast("alice")
    text = "query ($ids: [ID!]!) { nothing nodes(ids: $ids) { id } }"
    asked = [["x"], ["x"] * 5_000] * 2

    told = [await code_of(alice, text, ids=ids) for ids in asked]
    assert told == ["GRAPHQL_VALIDATION_FAILED", "COST_LIMIT_EXCEEDED"] * 2


@pytest.mark.shows("15.2")
async def test_variables_are_told_their_cost_or_their_errors(world: World) -> None:
    [alice] = await world.cast("alice")

    assert await code_of(alice, IDS, ids=["x", []]) == "BAD_USER_INPUT"
    assert await code_of(alice, IDS, ids=["x", []] * 5_000) == "COST_LIMIT_EXCEEDED"
    for wrong in (None, 1, [1], {}, {"words": None}, {"words": {"x": 1}}):
        assert await code_of(alice, WORDS, input=wrong) == "BAD_USER_INPUT"


@pytest.mark.shows("15.2")
async def test_a_refused_document_may_be_asked_with_smaller_variables(world: World) -> None:
    [alice] = await world.cast("alice")
    for _ in range(2):
        refused = await alice.ask(IDS, ids=["x"] * 5_000)
        assert refused["errors"][0]["extensions"]["code"] == "COST_LIMIT_EXCEEDED"
        assert (await alice.ask(IDS, ids=["x"]))["data"] == {"nodes": [None]}


@pytest.mark.shows("15.1")
@pytest.mark.parametrize(
    ("text", "variables"),
    [
        (IDS, {"ids": ["x"] * 7}),
        (IDS, {"ids": "one instead of a list"}),
        (IDS.replace("!) {", '! = ["x", "y", "z"]) {'), {}),
        (IDS.replace("!) {", '! = "one") {'), {}),
        (WORDS, {"input": {"words": ["x"] * 7}}),
        (WORDS, {"input": {"words": "one instead of a list"}}),
        (operation("acceptRequests"), {"input": {"asOf": "a" * 32, "requests": {"filter": {"all": True}}}}),
        (operation("acceptRequests"), {"input": {"asOf": "a" * 32, "requests": {"ids": "x"}}}),
        (operation("inbox"), {}),
        (operation("inbox"), {"first": None}),
        (operation("inbox"), {"first": 7}),
        (operation("inbox"), {"first": 7.0, "unknown": [1]}),
        (operation("requests"), {"orderBy": "MUTUAL_FOLLOWS"}),
        (ORDERED, {}),
        ("query ($first: Int = 9) { inbox(first: $first) { eventCursor edges { node { id } } } }", {}),
    ],
)
def test_variables_cost_the_same_before_they_are_coerced(text: str, variables: dict[str, Any]) -> None:
    plan = SCHEMA.plan(Operation(text))
    assert isinstance(plan, Plan)

    assert plan.price.of_given(variables) == cost(text, **variables)


@pytest.mark.shows("15.1")
def test_fields_of_introspection_that_are_merged_count_once() -> None:
    """Counted one by one, those of fragments in fragments multiply: a document of 850 bytes took seconds."""
    below = "name"
    for _ in range(3):
        below = f"ofType {{ {below} }} ofType {{ {below} }}"
    merged = "ofType { ofType { ofType { name } } }"

    assert cost(f"{{ __schema {{ types {{ {below} }} }} }}") == cost(
        f"{{ __schema {{ types {{ {merged} }} }} }}"
    )


def test_an_event_costs_as_its_dearest_kind_whatever_the_kinds_share() -> None:
    row = "fragment Row on Thread { messages(first: 50) { edges { node { text sender { id } } } } }"
    kinds = ("MessageAdded", "ThreadOpened", "ThreadRead")
    shared = " ".join(f"... on {kind} {{ thread {{ ...Row }} }}" for kind in kinds)

    assert cost(f"subscription {{ events {{ {shared} }} }} {row}") == cost(
        f"subscription {{ events {{ ... on ThreadRead {{ thread {{ ...Row }} }} }} }} {row}"
    )


@pytest.mark.parametrize("name", [*sorted(path.stem for path in QUERIES.glob("*.graphql")), "introspection"])
def test_operations_of_front_ends_need_half_of_the_limits(name: str) -> None:
    full = get_introspection_query(
        specified_by_url=True,
        directive_is_repeatable=True,
        schema_description=True,
        input_value_deprecation=True,
    )
    most = Limits()
    text = full if name == "introspection" else operation(name)

    document = parse(text, max_tokens=most.tokens // 2, max_source_length=most.source // 2)
    require_within(
        replace(most, selections=most.selections // 2, definitions=most.definitions // 2), document
    )
