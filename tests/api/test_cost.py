"""The cost of an operation is counted before it runs (behaviour 15)."""

from typing import Any

import pytest
from graphql import (
    GraphQLObjectType,
    get_introspection_query,
    get_nullable_type,
    is_list_type,
)
from graphql.execution.values import VariableValues

from schema.types.pagination import LARGEST_PAGE
from server.asked import Operation
from server.costs import ITEMS, LOADED, ROW, VALUE, _cost_of
from server.plans import Plan
from server.rates import Rates
from tests.api.costs import LIMIT, SCHEMA, cost
from tests.api.samples import Samples
from tests.world import QUERIES, operation

SCREEN = """{ inbox(first: 20) {
  eventCursor
  pageInfo { hasNextPage endCursor }
  edges { cursor node {
    id state openedAt unreadCount isMuted startedByMe messagesLeftBeforeAccept pendingNotice
    peer { id username displayName avatarUrl isVerified }
    lastMessage { id text sentAt isMine receipt }
    messages(first: 20) {
      pageInfo { hasNextPage endCursor }
      edges { cursor node { id text sentAt isMine receipt sender { id username displayName } } }
    }
  } }
} }"""

SETTLED = (
    "mutation { %s: updateReadReceipts(input: {enabled: true}) { ... on UpdateReadReceiptsSuccess { %s } } }"
)


def page(rows: int) -> int:
    """Of an inbox of so many rows with one value each."""
    return cost("query ($first: Int) { inbox(first: $first) { edges { node { id } } } }", first=rows)


@pytest.mark.shows("15.1")
def test_a_page_costs_by_its_size() -> None:
    assert page(100) - page(99) == page(2) - page(1) > 0


@pytest.mark.shows("15.1")
@pytest.mark.parametrize("first", [None, 20])
def test_a_size_that_is_not_given_is_the_page_that_comes(first: int | None) -> None:
    assert (
        page(20)
        == cost("{ inbox { edges { node { id } } } }")
        == cost("query ($first: Int) { inbox(first: $first) { edges { node { id } } } }", first=first)
    )


@pytest.mark.shows("15.1")
@pytest.mark.parametrize("first", [-1, 10**9])
def test_a_size_that_is_refused_costs_at_most_thelargest(first: int) -> None:
    assert page(first) <= page(LARGEST_PAGE)


@pytest.mark.shows("15.1")
def test_a_size_that_was_priced_does_not_price_another() -> None:
    """Prices are kept by number, and Python takes 1, 1.0 and True for one key."""
    sizes: list[Any] = [1, 50, True, 1.0, 100, None, "1", [1], {"first": 1}, 1, 50]
    alone = [_price_of(f"# {place}", size) for place, size in enumerate(sizes)]
    assert [_price_of("# one plan", size) for size in sizes] == alone
    assert alone[0] < alone[1] < alone[4]


def _price_of(comment: str, size: Any) -> int:
    """By the plan of this text, whose variables are not coerced yet."""
    text = f"{comment}\nquery($first: Int) {{ inbox(first: $first) {{ edges {{ cursor }} }} }}"
    plan = SCHEMA.plan(Operation(text))
    assert isinstance(plan, Plan)
    return plan.price.of(VariableValues({}, {"first": size}))


def test_page_sizes_multiply_through_nested_lists() -> None:
    inner = "messages(last: %d) { edges { node { id } } }"
    one, two, many = (
        cost(f"{{ inbox(first: 10) {{ edges {{ node {{ {inner % size} }} }} }} }}") for size in (1, 2, 100)
    )

    assert many - one == 99 * (two - one)
    assert two - one == 10 * (ROW + VALUE + VALUE)


@pytest.mark.shows("15.1")
def test_every_alias_counts() -> None:
    once = cost("{ viewer { badge { unreadThreads } } }")

    assert cost("{ a: viewer { badge { unreadThreads } } b: viewer { badge { unreadThreads } } }") == 2 * once


@pytest.mark.shows("15.1")
def test_a_field_that_is_merged_counts_once() -> None:
    once = cost("{ viewer { user { id username } } }")

    again = "fragment Again on Query { viewer { user { username id } } }"

    assert cost(f"{{ viewer {{ user {{ id }} }} ...Again viewer {{ user {{ id }} }} }} {again}") == once


@pytest.mark.shows("15.1")
def test_the_ids_of_nodes_count() -> None:
    text = "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on User { threadWithMe { id } } ... on Message { id } } }"
    one, two = (cost(text, ids=["x"] * number) for number in (1, 2))

    assert cost(text, ids=["x"] * 100) == one + 99 * (two - one)
    assert two - one == ROW + VALUE + LOADED + VALUE, "the dearest type counts"


@pytest.mark.shows("15.1")
def test_the_query_of_a_success_counts() -> None:
    inbox = cost("{ inbox(first: 100) { edges { node { id } } } }")
    without = cost(SETTLED % ("a", "eventCursor"))

    assert cost(SETTLED % ("a", "query { inbox(first: 100) { edges { node { id } } } }")) == without + inbox


@pytest.mark.shows("15.1")
def test_each_item_of_a_subscription_counts() -> None:
    item = "subscription { messageAdded { ... on MessageAdded { thread { %s } } } }"
    one, two = cost(item % "id"), cost(item % "id state")

    assert two - one == ITEMS * VALUE


@pytest.mark.shows("15.1")
def test_the_rows_that_a_mutation_may_write_count() -> None:
    accept = "mutation ($input: AcceptRequestsInput!) { acceptRequests(input: $input) { __typename } }"
    few, more = (
        cost(accept, input={"asOf": "a" * 32, "requests": {"ids": ["x"] * number}}) for number in (1, 2)
    )

    assert more > few
    assert cost(accept, input={"asOf": "a" * 32, "requests": {"filter": {"all": True}}}) == few + 499 * (
        more - few
    )


@pytest.mark.shows("15.1")
def test_a_host_batch_counts_its_entries() -> None:
    users = [{"subject": "s", "username": "u", "displayName": "U"}]
    pairs = [{"follower": "a", "followee": "b"}]
    one = cost(operation("upsertUsers"), input={"users": users})
    none = cost(operation("setFollows"), input={"add": [], "remove": []})

    assert cost(operation("upsertUsers"), input={"users": users * 3}) > one
    assert cost(operation("setFollows"), input={"add": pairs, "remove": pairs}) > none


@pytest.mark.shows("15.1")
def test_the_filter_words_count() -> None:
    """Twenty lists of 200 words that each unfold to phrases took 0.4 s."""
    text = "mutation ($input: UpdateFilterWordsInput!) { %s }"
    named = " ".join(f"m{number}: updateFilterWords(input: $input) {{ __typename }}" for number in range(20))

    assert cost(text % named, input={"words": ["x"] * 200}) > LIMIT


@pytest.mark.shows("15.1")
def test_an_undo_counts_for_all_that_it_may_bring_back() -> None:
    """One that brings back 500 requests takes 25 ms; its id does not say so."""
    one = "undoDelete(input: {id: 1}) { __typename }"
    named = " ".join(f"m{number}: {one}" for number in range(6))

    assert cost(f"mutation {{ {one} }}") < LIMIT < cost(f"mutation {{ {named} }}")


@pytest.mark.shows("15.1")
@pytest.mark.parametrize("field", ["people { eventCursor }", 'inbox(search: "x") { eventCursor }'])
def test_lists_that_read_all_that_a_user_has_count_for_it(field: str) -> None:
    """For a user with 10,000 follows and 5,000 threads each takes up to 40 ms, twenty of them 0.8 s."""
    assert cost(f"{{ {' '.join(f'a{number}: {field}' for number in range(10))} }}") > LIMIT


def _by(asked: str) -> int:
    """Of a page of one request."""
    return cost(f"{{ requests(first: 1{asked}) {{ edges {{ cursor }} }} }}")


@pytest.mark.shows("15.1")
def test_requests_by_mutual_follows_count_for_a_folder() -> None:
    """With 10,000 of them an order by mutual follows takes some 40 ms, and more than two a hundred."""
    plain, ranked = _by(""), _by(", orderBy: MUTUAL_FOLLOWS")
    filtered = _by(", filter: {mutualFollows: true}")
    assert _by(", orderBy: OLDEST") == plain
    assert _by(", filter: {folder: REQUESTS, verified: null}") == _by(", filter: {all: true}") == plain
    assert plain < _by(", filter: {followsMe: true}") < filtered < ranked <= LIMIT < 3 * ranked
    assert _by(", orderBy: MUTUAL_FOLLOWS, filter: {mutualFollows: false}") == ranked
    assert _by(', orderBy: MUTUAL_FOLLOWS, filter: {text: "a"}') == ranked + 2_000


@pytest.mark.shows("15.1")
def test_people_count_for_all_whom_the_viewer_follows() -> None:
    """With 10,000 of them each takes up to 40 ms, and more than three 150."""
    people = " ".join(f'a{number}: people(search: "p") {{ edges {{ cursor }} }}' for number in range(4))
    assert cost(f"{{ {people} }}") > LIMIT


def test_introspection_counts() -> None:
    """Lists below lists are all fields of all types, once more with each name."""
    once = "fields { type { fields { name } } }"
    many = " ".join(f"a{number}: {once}" for number in range(40))

    assert cost(f"{{ __schema {{ types {{ {many} }} }} }}") > LIMIT
    assert cost(get_introspection_query(input_value_deprecation=True)) <= LIMIT


PAGES = {"requests": 45, "reports": 10, "appeals": 10}
"""The largest page of these with all that their operations ask for; of the others 100 rows."""


def largest(name: str) -> dict[str, Any]:
    """All that makes an operation larger; a list is read from one end."""
    known = {"first": PAGES.get(name, LARGEST_PAGE), "last": None, "orderBy": "MUTUAL_FOLLOWS"}
    return Samples(is_full=True, known=known).variables(operation(name))


@pytest.mark.shows("15.3")
@pytest.mark.parametrize("name", sorted(path.stem for path in QUERIES.glob("*.graphql")))
def test_operations_of_the_front_ends_are_under_the_limit_at_their_largest_page(name: str) -> None:
    assert cost(operation(name), **largest(name)) <= LIMIT


@pytest.mark.shows("15.3")
def test_a_page_of_requests_is_as_large_as_the_guide_says() -> None:
    plain = {"folder": "REQUESTS", "filter": {"folder": "REQUESTS"}, "orderBy": "NEWEST"}
    assert cost(operation("requests"), **plain, first=LARGEST_PAGE) <= LIMIT
    assert (
        f"a page of {PAGES['requests']} is within the"
        in (QUERIES.parent / "docs" / "frontends.md").read_text()
    )


@pytest.mark.shows("15.10")
def test_a_taker_of_pushes_can_take_some_times_a_second() -> None:
    """Each take is counted as the largest one, and a taker is woken for every push of a quiet service."""
    one = cost(operation("takePushes"), **largest("takePushes"))
    rates = Rates()
    assert 460 * one <= rates.host_reads
    assert 150 * one <= rates.host_reads_burst


@pytest.mark.shows("15.3")
def test_an_ordinary_screen_is_under_the_limit() -> None:
    assert cost(SCREEN) <= LIMIT


def test_every_list_has_a_bound() -> None:
    """A list whose length nothing says would count as one row."""
    lists = [
        (f"{name}.{field}", definition)
        for name, kind in SCHEMA._schema.type_map.items()
        if isinstance(kind, GraphQLObjectType) and not name.startswith("__")
        for field, definition in kind.fields.items()
        if is_list_type(get_nullable_type(definition.type)) and field != "edges"
    ]

    assert [name for name, definition in lists if _cost_of(definition).rows == 1] == []
