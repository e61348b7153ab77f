"""A body, or its beginning, that was read before is not read again; all checks of its asker stay."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import orjson
import pytest

from server.asked import LONGEST, MOST, MOST_TOKENS, KnownBodies, Operation
from server.documents import MOST as MOST_SENT
from server.documents import Documents, hash_of
from server.plans import Plan
from server.prices import NO_VARIABLES
from server.service import SERVICE
from tests.transport.rates import SLOW, limited, saves
from tests.transport.servers import Server, Starter, make_token
from tests.transport.toy import toy_schema

ADD: dict[str, Any] = {"query": "query Add($n: Int!) {me add(number: $n)}", "variables": {"n": 1}}
BODY = orjson.dumps(ADD)
NO_HEADERS: Mapping[str, str] = {}


def known(server: Server, body: bytes = BODY) -> bool:
    """Whether all of it is known."""
    found = server.app[SERVICE].bodies.find(body)
    return found is not None and found[1].ready is not None


def is_begun(server: Server, body: bytes) -> bool:
    return server.app[SERVICE].bodies.find(body) is not None


async def ask(
    server: Server, body: bytes, token: str, more: Mapping[str, str] = NO_HEADERS
) -> dict[str, Any]:
    headers = {"Authorization": token, "Content-Type": "application/json", **more}
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


ECHO = b'{"query": "query ($text: String!) {me echo(text: $text)}", "variables": '


@pytest.mark.shows("15.6")
async def test_a_beginning_is_known_with_other_variables(server: Server) -> None:
    for number in range(4):
        body = ECHO + orjson.dumps({"text": f"text {number}"}) + b"}"
        assert is_begun(server, body) is (number > 1)
        assert await ask(server, body, make_token()) == {"data": {"me": "alice", "echo": f"text {number}"}}
        assert not known(server, body)


@pytest.mark.parametrize(
    "end",
    [
        b'{"text": "a"',
        b'{"text": "a"}',
        b'{"text": "a"}]',
        b'{"text": "a"}, "operationName": "None"}',
        b'{"text": "a"}, "variables": {"text": "b"}}',
        b'{"text": "a"}}}',
        b'["a"]}',
        b'"a"}',
        b"null}",
        b"}",
        b"",
        b'{"text": {"variables": "a"}}}',
        b'{"text": "\\"variables\\":1}"}}',
        b' {"text": "a"} } ',
        b'{"text": "a"}, {}}',
        *(
            b'{"text": "a", "more": %b%b}}' % (b"[" * depth, b"]" * depth)
            for depth in (100, 1_020, 1_022, 1_023)
        ),
    ],
)
async def test_a_known_beginning_changes_no_answer(start: Starter, end: bytes) -> None:
    knows, reads = await start(), await start()
    for number in range(3):
        assert "errors" not in await ask(knows, ECHO + b'{"text": "%d"}}' % number, make_token())
    assert is_begun(knows, ECHO + b'{"text": "3"}}')
    answers = [await ask(server, ECHO + end, make_token()) for server in (knows, reads)]
    assert answers[0] == answers[1]


@pytest.mark.shows("15.6")
@pytest.mark.parametrize(
    "end",
    [
        b'{}, "query": "{me}"}',
        b'{}, "extensions": {"persistedQuery": {"version": 1, "sha256Hash": "%b"}}}'
        % hash_of("{me}").encode(),
        b'{}, "operationName": null}',
    ],
)
async def test_what_follows_the_variables_teaches_nothing(start: Starter, end: bytes) -> None:
    """The second query of a body is the one that counts: its asker must not choose what others get for the first."""
    knows, reads = await start(), await start()
    for _ in range(4):
        await ask(knows, orjson.dumps({"query": "{me}", "documentId": hash_of("{me}")}), make_token())
        await ask(knows, ECHO + end, make_token())
    others = ECHO + b'{"text": "a"}}'
    answers = [await ask(server, others, make_token(sub="bob")) for server in (knows, reads)]
    assert answers == [{"data": {"me": "bob", "echo": "a"}}] * 2


@pytest.mark.parametrize(
    "body",
    [
        b'{"query": "{me}", "\\"variables": {}}',
        b'[{"query": "{me}", "variables": {}}]',
        b'{"query": "{me}", "extensions": {"variables": {}}}',
        b'{"query": "{me}", "extensions": {"more": "\\"variables\\": {}"}}',
    ],
)
async def test_only_the_variables_of_a_body_end_its_beginning(server: Server, body: bytes) -> None:
    for _ in range(4):
        await ask(server, body, make_token())
    assert not server.app[SERVICE].bodies._begun


def test_only_so_many_are_kept() -> None:
    known, plan = KnownBodies(), plan_of("{me}")
    bodies = [b"%d" % number for number in range(MOST + 1)]
    for body in bodies:
        known.learn(body, plan, Operation("{me}"))
        assert known.find(body) is None
        known.learn(body, plan, Operation("{me}"))
        assert known.find(body)
    assert [known.find(body) is not None for body in bodies] == [*[False] * MOST, True]


def test_only_so_many_tokens_are_kept() -> None:
    known, plan = KnownBodies(), plan_of(f"{{{'leaf{' + 'name ' * 60 + '}'}}}")
    most = MOST_TOKENS // plan.document.token_count
    assert most < MOST

    def learn(body: bytes, plan: Plan) -> None:
        for _ in range(2):
            known.learn(body, plan, Operation(""))

    for number in range(most):
        other = replace(plan)
        learn(b"one %d" % number, other)
        if number < MOST - most:
            learn(b"other %d" % number, other)
    assert known.find(b"one 0"), "many bodies of a document count it once"
    learn(b"last", replace(plan))
    assert [known.find(body) is not None for body in (b"one 0", b"last")] == [False, True]


def plan_of(text: str) -> Plan:
    plan = toy_schema().plan(Operation(text))
    assert isinstance(plan, Plan)
    return plan


async def test_a_hash_that_was_forgotten_is_kept_again(start: Starter) -> None:
    """A client that names a document by its hash sends the text only once it is told that the hash is unknown."""
    documents = Documents({}, "open")
    server = await start(schema=toy_schema(documents=documents))
    text: str = ADD["query"]
    named = {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": hash_of(text)}}}
    alone, both = ({**one, "variables": {"n": 1}} for one in (named, {"query": text, **named}))
    for _ in range(4):
        assert "errors" not in await ask(server, orjson.dumps(both), make_token())
    for number in range(MOST_SENT):
        other = f"{{ a{number}: __typename }}"
        documents.text_of(other, hash_of(other))
    answers = [await ask(server, orjson.dumps(one), make_token()) for one in (alone, both, alone)]
    assert ["errors" in answer for answer in answers] == [True, False, False]


async def test_a_token_without_a_user_is_refused_before_its_document(start: Starter) -> None:
    """As with a document that is known, whose cost is asked after the user."""
    server, token = await start(rates=replace(SLOW, cost=1, sign_ins=99)), make_token(sub="nobody")
    for text in ("{nonsense}", "{", ADD["query"], "mutation {save}"):
        asked = {**ADD, "query": text}
        for body in (asked, [asked]):
            answer = await ask(server, orjson.dumps(body), token)
            assert [error["extensions"]["code"] for error in answer["errors"]] == ["UNAUTHENTICATED"]
        address, headers = {"query": text, "variables": '{"n": 1}'}, {"Authorization": token}
        for accepted in ("application/json", "text/event-stream"):
            given = {**headers, "Accept": accepted}
            async with server.client.get(server.url, params=address, headers=given) as refused:
                assert refused.status == 401, text
            async with server.client.post(server.url, json=asked, headers=given) as refused:
                assert refused.status == 401, text
    async with server.socket() as socket:
        await socket.send({"type": "connection_init", "payload": {"Authorization": token}})
        assert await socket.closed() == 4403
