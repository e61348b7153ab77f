"""A query whose whole request was read before is not read again; all checks of its asker stay."""

from dataclasses import replace
from typing import Any

import orjson
import pytest

from server.asked import LONGEST, MOST, MOST_TOKENS, KnownQueries, Operation, Ready
from server.operations import NO_VARIABLES
from server.plans import Plan
from server.service import SERVICE
from tests.transport.rates import SLOW, limited, saves
from tests.transport.servers import Server, Starter, make_token
from tests.transport.toy import toy_schema

ADD: dict[str, Any] = {"query": "query Add($n: Int!) {me add(number: $n)}", "variables": {"n": 1}}
BODY = orjson.dumps(ADD)


def known(server: Server, body: bytes = BODY) -> bool:
    return server.app[SERVICE].queries.find(body) is not None


async def ask(server: Server, body: bytes, token: str) -> dict[str, Any]:
    headers = {"Authorization": token, "Content-Type": "application/json"}
    async with server.client.post(server.url, data=body, headers=headers) as answer:
        return await answer.json()  # type: ignore[no-any-return]


@pytest.mark.shows("15.6")
async def test_a_known_query_is_answered_as_each_asker_may_see_it(server: Server) -> None:
    for times in range(5):
        for name in ("alice", "bob"):
            answer = await ask(server, BODY, make_token(sub=name))
            assert answer == {"data": {"me": name, "add": 2}}
        assert known(server), times
    other = orjson.dumps({**ADD, "variables": {"n": 2}})
    assert (await ask(server, other, make_token()))["data"]["add"] == 3
    refused = await ask(server, BODY, make_token(sub="nobody"))
    assert refused["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


@pytest.mark.shows("10.2")
@pytest.mark.parametrize(
    "asked",
    [
        {"query": "query ($text: String!) {echo(text: $text)}", "variables": {"text": "an id"}},
        {"query": "query ($wish: Wish!) {wish(wish: $wish)}", "variables": {"wish": {"text": "an id"}}},
        {"query": '{echo(text: "an id")}'},
    ],
)
async def test_what_names_something_is_not_kept(server: Server, asked: dict[str, Any]) -> None:
    """A recipient who opens a thread asks for it by the id that its sender has too."""
    body = orjson.dumps(asked)
    for _ in range(4):
        assert "errors" not in await ask(server, body, make_token())
    assert not known(server, body)


@pytest.mark.shows("15.11")
async def test_a_known_query_counts_each_time(start: Starter) -> None:
    price = plan_of(ADD["query"]).price.of(NO_VARIABLES)
    server = await start(rates=replace(SLOW, reads_burst=5 * price))
    for _ in range(5):
        assert "errors" not in await ask(server, BODY, make_token())
    assert known(server)
    assert limited((await ask(server, BODY, make_token()))["errors"])
    assert "errors" not in await ask(server, BODY, make_token(sub="bob"))


@pytest.mark.shows("15.11")
async def test_an_asker_of_many_bad_documents_gets_no_known_query_either(start: Starter) -> None:
    server = await start(rates=SLOW)
    for _ in range(3):
        assert "errors" not in await ask(server, BODY, make_token(sub="bob"))
    for _ in range(SLOW.refused):
        assert "errors" in await server.post("{nonsense}", make_token())
    assert limited((await ask(server, BODY, make_token()))["errors"])


async def test_what_else_is_asked_is_not_kept(start: Starter) -> None:
    server = await start()
    server.seen.may_save.set()
    asked = [
        {"query": saves(1)},
        {"query": "{nonsense}"},
        {"query": "subscription{count}"},
        {**ADD, "variables": {"n": "1"}},
        [ADD],
        {**ADD, "more": "x" * LONGEST},
    ]
    for each in map(orjson.dumps, asked):
        answers = [await ask(server, each, make_token()) for _ in range(4)]
        assert answers == [answers[0]] * 4
        assert not known(server, each)


def test_only_so_many_are_kept() -> None:
    queries, plan = KnownQueries(), plan_of("{me}")
    bodies = [b"%d" % number for number in range(MOST + 1)]
    ready = Ready.of(plan, Operation(""), hides=True)
    assert isinstance(ready, Ready)
    for body in bodies:
        assert [queries.wants(body, plan, Operation("{me}")) for _ in range(2)] == [False, True]
        queries.keep(body, plan, ready)
    assert [queries.find(body) is not None for body in bodies] == [*[False] * MOST, True]


def test_only_so_many_tokens_are_kept() -> None:
    queries, plan = KnownQueries(), plan_of(f"{{{'leaf{' + 'name ' * 60 + '}'}}}")
    ready = Ready.of(plan, Operation(""), hides=True)
    assert isinstance(ready, Ready)
    most = MOST_TOKENS // plan.document.token_count
    assert most < MOST
    for number in range(most):
        other = replace(plan)
        queries.keep(b"one %d" % number, other, ready)
        if number < MOST - most:
            queries.keep(b"other %d" % number, other, ready)
    assert queries.find(b"one 0"), "many bodies of a document count it once"
    queries.keep(b"last", replace(plan), ready)
    assert [queries.find(body) is not None for body in (b"one 0", b"last")] == [False, True]


def plan_of(text: str) -> Plan:
    plan = toy_schema().plan(Operation(text))
    assert isinstance(plan, Plan)
    return plan
