"""Subscriptions as the answer to a request: event streams and parts, on the toy schema."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest

from server.rates import Rates
from server.service import Deadlines
from server.transport.sessions import close_all
from tests.databases import PATIENCE
from tests.transport.answers import code_of
from tests.transport.servers import Server, Starter, make_token

EVENTS = "text/event-stream"
PARTS = "multipart/mixed;boundary=graphql;subscriptionSpec=1.0"
APOLLO = f"{PARTS},application/graphql-response+json,application/json;q=0.9"
URQL = (
    "application/graphql-response+json, application/graphql+json, application/json, "
    "text/event-stream, multipart/mixed"
)
COUNT = "subscription{count(to:2)}"
FOREVER = "subscription{forever}"


@asynccontextmanager
async def asked(
    server: Server, query: str, accept: str = EVENTS, **headers: str
) -> AsyncIterator[aiohttp.ClientResponse]:
    async with server.client.post(
        server.url, json={"query": query}, headers={"Accept": accept, **headers}
    ) as answer:
        yield answer


async def text_of(server: Server, query: str, accept: str = EVENTS, **headers: str) -> str:
    async with asyncio.timeout(PATIENCE), asked(server, query, accept, **headers) as answer:
        assert answer.status == 200
        return await answer.text()


def events_of(text: str) -> list[tuple[str, Any]]:
    """Name and data of each event that a client is told."""
    found = []
    for block in text.split("\n\n"):
        lines: Mapping[str, str] = dict(line.split(":", 1) for line in block.splitlines())
        if "event" in lines:
            found.append((lines["event"].strip(), json.loads(lines["data"] or "null")))
    return found


def parts_of(text: str) -> list[Any]:
    """As Apollo's client cuts them."""
    _, *parts, last = text.split("\r\n--graphql")
    assert last == "--\r\n"
    assert all(part.startswith("\r\nContent-Type: application/json\r\n\r\n") for part in parts)
    return [json.loads(part.split("\r\n\r\n", 1)[1]) for part in parts]


NEXT = [("next", {"data": {"count": 0}}), ("next", {"data": {"count": 1}}), ("complete", None)]


@pytest.mark.shows("9.20")
async def test_an_event_stream_has_all_items_and_its_end(server: Server) -> None:
    async with asked(server, COUNT) as answer:
        assert answer.content_type == EVENTS
        assert "Content-Encoding" not in answer.headers
        text = await answer.text()
    assert "\r" not in text
    assert events_of(text) == NEXT


@pytest.mark.shows("9.20")
async def test_parts_have_all_items_and_their_end(server: Server) -> None:
    async with asked(server, COUNT, APOLLO) as answer:
        assert answer.headers["Content-Type"].startswith('multipart/mixed;boundary="graphql"')
        text = await answer.text()
    assert parts_of(text) == [{"payload": {"data": {"count": 0}}}, {"payload": {"data": {"count": 1}}}]


@pytest.mark.parametrize(
    ("query", "data"), [("{me}", {"me": "alice"}), ("mutation{save}", {"save": "saved"})]
)
async def test_queries_and_mutations_run_over_event_streams(server: Server, query: str, data: object) -> None:
    server.seen.may_save.set()
    text = await text_of(server, query, Authorization=make_token())
    assert events_of(text) == [("next", {"data": data}), ("complete", None)]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("{", "GRAPHQL_PARSE_FAILED"),
        ("{nothing}", "GRAPHQL_VALIDATION_FAILED"),
        ("subscription($n:Int!){count(to:$n)}", "BAD_USER_INPUT"),
        ("subscription{denies}", "UNAUTHENTICATED"),
    ],
)
@pytest.mark.parametrize("accept", [EVENTS, APOLLO])
async def test_a_refused_operation_says_why(server: Server, query: str, code: str, accept: str) -> None:
    text = await text_of(server, query, accept)
    if accept == EVENTS:
        (_, shown), (end, _) = events_of(text)
        assert end == "complete"
    else:
        (part,) = parts_of(text)
        shown = part["payload"]
    assert [error["extensions"]["code"] for error in shown["errors"]] == [code]


async def test_ordinary_requests_that_name_streams_stay_ordinary(server: Server) -> None:
    for accept in (URQL, "application/json, text/event-stream", "text/event-stream;q=0.5, application/json"):
        async with asked(server, "{__typename}", accept) as answer:
            assert "json" in answer.content_type
            assert await answer.json() == {"data": {"__typename": "Query"}}


@pytest.mark.parametrize(
    "accept",
    [
        EVENTS,
        f"{EVENTS}, multipart/mixed",
        f"{EVENTS}, */*",
        f"application/json;q=0.2, {EVENTS};q=0.4",
        "TEXT/Event-Stream",
    ],
)
async def test_a_stream_is_had_where_it_is_preferred(server: Server, accept: str) -> None:
    assert events_of(await text_of(server, COUNT, accept)) == NEXT


@pytest.mark.parametrize(
    ("accept", "status", "code"),
    [
        ("text/html", 406, "NOT_ACCEPTABLE"),
        (f"{EVENTS};q=0", 406, "NOT_ACCEPTABLE"),
        (f"{EVENTS};q=x", 406, "NOT_ACCEPTABLE"),
        ("multipart/mixed", 406, "NOT_ACCEPTABLE"),
        ("multipart/mixed;subscriptionSpec=2.0", 406, "NOT_ACCEPTABLE"),
        ("multipart/mixed;boundary=graphql;deferSpec=20220824,application/json", 400, "BAD_REQUEST"),
        ("application/graphql-response+json", 400, "BAD_REQUEST"),
    ],
)
async def test_other_types_get_no_stream(server: Server, accept: str, status: int, code: str) -> None:
    async with asked(server, COUNT, accept) as answer:
        assert (answer.status, await code_of(answer)) == (status, code) or (
            answer.status == 200 and await code_of(answer) == code
        )


@pytest.mark.parametrize(
    ("headers", "status", "code"),
    [
        ({"Authorization": "Bearer x"}, 401, "UNAUTHENTICATED"),
        ({"Last-Event-ID": "x"}, 400, "BAD_REQUEST"),
        ({"Last-Event-ID": "0" * 5_000}, 400, "BAD_REQUEST"),
        ({"X-Stream-Id": "1"}, 400, "BAD_REQUEST"),
        ({"X-Stream-Id": "x" * 129}, 400, "BAD_REQUEST"),
        ({"Content-Type": "text/plain"}, 415, "UNSUPPORTED_MEDIA_TYPE"),
    ],
    ids=str,
)
@pytest.mark.parametrize("accept", [EVENTS, APOLLO])
async def test_a_bad_request_for_a_stream_is_refused_in_json(
    server: Server, headers: dict[str, str], status: int, code: str, accept: str
) -> None:
    body = json.dumps({"query": FOREVER})
    given = {"Accept": accept, "Content-Type": "application/json", **headers}
    async with server.client.post(server.url, data=body, headers=given) as answer:
        assert (answer.status, await code_of(answer)) == (status, code)
        asked_for = "application/graphql-response+json" if accept == APOLLO else "application/json"
        assert answer.content_type == asked_for


async def test_get_streams_and_never_changes(server: Server) -> None:
    headers = {"Accept": EVENTS}
    async with server.client.get(server.url, params={"query": COUNT}, headers=headers) as answer:
        assert events_of(await answer.text()) == NEXT
    async with server.client.get(server.url, params={"query": "mutation{save}"}, headers=headers) as answer:
        assert (answer.status, await code_of(answer)) == (405, "METHOD_NOT_ALLOWED")
    for ticket in ("x", "x" * 6_000, "%00"):
        async with server.client.get(
            server.url, params={"query": COUNT, "ticket": ticket}, headers=headers
        ) as answer:
            assert (answer.status, await code_of(answer)) == (401, "UNAUTHENTICATED")
    async with server.client.get(server.url, params={"query": "{me}", "ticket": "x"}) as answer:
        assert (answer.status, await code_of(answer)) == (400, "BAD_REQUEST")


@pytest.mark.shows("9.24")
@pytest.mark.parametrize("accept", [EVENTS, APOLLO])
async def test_a_stream_ends_with_its_token(server: Server, accept: str) -> None:
    soon = (datetime.now(UTC) + timedelta(seconds=0.5)).timestamp()
    text = await text_of(server, FOREVER, accept, Authorization=make_token(exp=soon))
    assert server.seen.stream_closed.is_set()
    if accept == EVENTS:
        *_, (name, shown), end = events_of(text)
        assert (name, end) == ("next", ("complete", None))
    else:
        shown = parts_of(text)[-1]
        assert shown["payload"] is None
    assert [error["extensions"]["code"] for error in shown["errors"]] == ["UNAUTHENTICATED"]


@pytest.mark.shows("9.24")
@pytest.mark.parametrize("accept", [EVENTS, APOLLO])
async def test_a_drain_breaks_streams_off(server: Server, accept: str, logged: list[Any]) -> None:
    """Without the end of the body, so that a client connects again."""
    async with asked(server, FOREVER, accept) as answer:
        await answer.content.readany()
        await close_all(server.app)
        received = b""
        with suppress(aiohttp.ClientPayloadError):
            while some := await asyncio.wait_for(answer.content.readany(), PATIENCE):
                received += some
        assert isinstance(answer.content.exception(), aiohttp.ClientPayloadError)
    assert b"complete" not in received
    assert (b"TRY_AGAIN_LATER" in received) == (accept == APOLLO)
    await server.empty()
    (line,) = (line for line in logged if line["event"] == "request")
    assert line["closed"] == 1012


@pytest.mark.parametrize("accept", [EVENTS, APOLLO])
async def test_a_client_that_leaves_ends_its_stream(server: Server, accept: str, logged: list[Any]) -> None:
    async with asked(server, FOREVER, accept) as answer:
        await answer.content.readany()
        answer.close()
    await asyncio.wait_for(server.seen.stream_closed.wait(), PATIENCE)
    await server.empty()
    assert not [line for line in logged if "exc_info" in line]


@pytest.mark.shows("9.24")
async def test_a_client_that_does_not_read_is_let_go(start: Starter, logged: list[Any]) -> None:
    server = await start(deadlines=Deadlines(send=0.3, close=0.3))
    async with asked(server, "subscription{floods}") as answer:
        assert answer.connection
        assert answer.connection.transport
        answer.connection.transport.pause_reading()
        await server.empty()
        await start.hung_up()
        answer.close()
    (line,) = (line for line in logged if line["event"] == "request")
    assert line["closed"] == 1013


@pytest.mark.shows("9.24")
@pytest.mark.parametrize(("accept", "beat"), [(EVENTS, b":\n\n"), (APOLLO, b"\r\n\r\n{}\r\n--graphql")])
async def test_a_quiet_stream_beats(start: Starter, accept: str, beat: bytes) -> None:
    server = await start(deadlines=Deadlines(heartbeat=0.05))
    async with asyncio.timeout(PATIENCE), asked(server, FOREVER, accept) as answer:
        await answer.content.readuntil(beat)
        await answer.content.readuntil(beat)


@pytest.mark.shows("9.24")
async def test_streams_and_sockets_share_their_places(start: Starter) -> None:
    server = await start(rates=Rates(sockets=2))
    token = make_token()
    async with server.ready(token), asked(server, FOREVER, Authorization=token) as one:
        await one.content.readany()
        async with asked(server, FOREVER, Authorization=token) as refused:
            assert (refused.status, await code_of(refused)) == (429, "RATE_LIMITED")
            assert refused.headers["Retry-After"] == "5"
        one.close()
        await server.seen.stream_closed.wait()
    assert events_of(await text_of(server, COUNT, Authorization=token)) == NEXT


@pytest.mark.shows("9.24")
async def test_streams_and_sockets_share_their_operations(start: Starter) -> None:
    server = await start(rates=Rates(operations=1))
    token = make_token()
    async with asked(server, FOREVER, Authorization=token) as one:
        await one.content.readany()
        async with server.ready(token) as socket:
            await socket.subscribe(FOREVER)
            assert (await socket.receive())["payload"][0]["extensions"]["code"] == "RATE_LIMITED"
        one.close()


async def test_a_database_in_trouble_is_no_end(server: Server) -> None:
    async with asked(server, FOREVER, Authorization=make_token(sub="busy")) as answer:
        with pytest.raises(aiohttp.ClientPayloadError):
            await answer.content.read()


async def test_a_stream_that_breaks_ends_masked(server: Server) -> None:
    first, broken, end = events_of(await text_of(server, "subscription{breaks}"))
    assert (first, end) == (("next", {"data": {"breaks": 0}}), ("complete", None))
    assert broken[1]["errors"][0]["extensions"]["code"] == "INTERNAL_SERVER_ERROR"
    assert "secret" not in json.dumps(broken)
