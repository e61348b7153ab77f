"""Limits by time: counted alike over HTTP and sockets, all or nothing, by user or by address."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from server.admission import Ask, Asker, CostLimitExceeded, Gate
from server.costs import ITEMS
from server.rates import Meters, Rates, take
from tests.streams import QUIET
from tests.transport.rates import FAST, JSON, SLOW, cost, limited, over_http, over_socket, saves
from tests.transport.servers import Server, Starter, make_token


@pytest.fixture
async def small(start: Starter) -> Server:
    return await saving(start, SLOW)


async def saving(start: Starter, rates: Rates) -> Server:
    server = await start(rates=rates)
    server.seen.may_save.set()
    return server


@pytest.mark.shows("15.11")
async def test_who_waits_as_told_is_let_through(start: Starter) -> None:
    server = await saving(start, FAST)
    for _ in range(3):
        for _ in range(50):
            if seconds := await over_http(server, saves(2), make_token()):
                break
        assert 1 <= seconds <= 2
        await asyncio.sleep(seconds)
        assert not await over_http(server, saves(2), make_token())


@pytest.mark.shows("15.6", "15.11")
async def test_http_and_sockets_share_one_count(small: Server) -> None:
    token = make_token()
    async with small.ready(token) as first, small.ready(token) as second:
        assert not await over_socket(first, saves(2))
        assert not await over_socket(second, saves(1))
        assert not await over_http(small, saves(2), token)
        for socket in (first, second):
            assert await over_socket(socket, saves(1))
            assert not await over_socket(socket, "{me}")
        assert await over_http(small, saves(1), token)
    assert not await over_http(small, saves(5), make_token(sub="bob"))


@pytest.mark.shows("15.11")
@pytest.mark.parametrize("accept", ["text/event-stream", "multipart/mixed;subscriptionSpec=1.0"])
async def test_no_stream_begins_over_a_rate(start: Starter, accept: str) -> None:
    """Else a browser would take its end for good."""
    one = cost("subscription{count(to:2)}") // ITEMS
    server = await saving(start, replace(SLOW, reads_burst=2 * one, mutations_burst=1))
    headers = {"Authorization": make_token(), "Accept": accept}

    async def status_of(query: str, method: str = "POST") -> int:
        given: dict[str, Any] = {"params" if method == "GET" else "json": {"query": query}}
        async with server.client.request(method, server.url, headers=headers, **given) as answer:
            if answer.status == 200:
                assert '"errors"' not in await answer.text()
            else:
                assert answer.content_type == JSON
                assert limited((await answer.json())["errors"]) == int(answer.headers["Retry-After"])
            return answer.status

    stream = "subscription{count(to:2)}"
    assert [await status_of(stream), await status_of(stream, "GET")] == [200, 200]
    assert [await status_of(stream), await status_of(stream, "GET")] == [429, 429]
    assert [await status_of(one) for one in ("{me}", saves(1))] == [429, 429]


def test_a_stream_that_costs_too_much_is_no_matter_of_time() -> None:
    """Its client would try again after the seconds of a 429, and again."""
    gate = Gate(Meters(Rates(cost=10, anonymous=1)), Asker("192.0.2.1"))
    assert gate.refuse(Ask(10, 1)) is None
    assert gate.over(Ask(10, 1))
    assert gate.over(Ask(11, 1)) is None
    assert isinstance(gate.refuse(Ask(11, 1)), CostLimitExceeded)


@pytest.mark.shows("15.6", "15.11")
async def test_a_document_that_does_not_fit_costs_nothing(start: Starter) -> None:
    """An act under two limits is counted by neither when one has no room."""
    server = await saving(start, replace(SLOW, reads_burst=cost(saves(3)) + cost("{a:me b:me c:me}")))
    token = make_token()
    assert not await over_http(server, "{a:me b:me c:me}", token)
    for _ in range(5):
        assert await over_http(server, saves(4), token)
    assert not await over_http(server, saves(3), token)


@pytest.mark.shows("15.11")
async def test_a_document_that_never_fits_says_so(small: Server) -> None:
    for _ in range(2):
        result = await small.post(saves(6), make_token())
        assert limited(result["errors"]) == 60
        assert "ask for less" in result["errors"][0]["message"]
    assert not await over_http(small, saves(5), make_token())


@pytest.mark.shows("15.6")
@pytest.mark.parametrize(
    ("query", "variables", "count"),
    [
        ("mutation{save}", {}, 1),
        ("mutation{save save}", {}, 1),
        ("mutation{__typename save}", {}, 2),
        (
            "mutation{save a:save ...f ...f} fragment f on Mutation{b:save ...g} fragment g on Mutation{c:save}",
            {},
            4,
        ),
        ("mutation($no:Boolean!){save a:save@include(if:$no) b:save@skip(if:$no)}", {"no": False}, 2),
        ("mutation a{a:save b:save} mutation b{c:save}", {"operationName": "b"}, 1),
    ],
)
async def test_each_root_field_that_runs_is_one(
    start: Starter, query: str, variables: dict[str, Any], count: int
) -> None:
    server = await saving(start, replace(SLOW, mutations_burst=count + 1))
    name = variables.pop("operationName", None)
    assert not await over_http(server, query, make_token(), variables=variables, operationName=name)
    assert not await over_http(server, saves(1), make_token())
    assert await over_http(server, saves(1), make_token())


@pytest.mark.shows("15.8")
async def test_reads_are_counted_by_their_cost(start: Starter) -> None:
    read, stream = cost("{me}"), cost("subscription{forever}") // ITEMS
    server = await saving(start, replace(SLOW, reads_burst=4 * read + stream))
    token = make_token()
    assert not await over_http(server, "{a:me b:me c:me}", token)
    async with server.ready(token) as socket:
        await socket.subscribe("subscription{forever}")
        assert (await socket.receive())["type"] == "next"
        assert await over_socket(socket, "{a:me b:me}") > 60
        assert not await over_socket(socket, "{me}")
        await socket.subscribe("subscription{forever}", id="2")
        assert limited((await socket.receive())["payload"])
        assert await over_socket(socket, saves(1))


@pytest.mark.shows("15.8")
async def test_items_beyond_their_cost_come_late(start: Starter) -> None:
    """And none is lost: the stream goes on once there is room."""
    server = await saving(start, replace(SLOW, items=60, items_burst=1))
    async with server.ready(make_token()) as socket:
        await socket.subscribe("subscription{count(to:3)}")
        assert (await socket.receive())["payload"]["data"] == {"count": 0}
        assert not await over_http(server, "{me}", make_token()), "what else is asked has room"
        assert [(await socket.receive())["payload"]["data"]["count"] for _ in range(2)] == [1, 2]
    slow = await saving(start, replace(SLOW, items=1, items_burst=1))
    async with slow.ready(make_token()) as socket:
        await socket.subscribe("subscription{count(to:3)}")
        assert (await socket.receive())["payload"]["data"] == {"count": 0}
        assert (await socket.receive())["payload"]["data"] == {"count": 1}
        with pytest.raises(TimeoutError):
            await socket.ws.receive_json(timeout=QUIET)


async def test_who_has_no_token_is_counted_by_address(small: Server) -> None:
    assert not await over_http(small, "{__typename}")
    async with small.ready() as socket:
        assert not await over_socket(socket, "{__typename}")
    assert await over_http(small, saves(3))
    assert not await over_http(small, saves(2))
    assert await over_http(small, "{__typename}")
    assert not await over_http(small, "{me}", make_token())


@pytest.mark.parametrize("token", [None, make_token()], ids=["anonymous", "a user"])
@pytest.mark.parametrize("query", ["{", "{nothing}", "query($n:Int!){add(number:$n)}", "subscription{count}"])
async def test_what_can_never_run_is_counted_too(small: Server, token: str | None, query: str) -> None:
    for _ in range(3):
        [error] = (await small.post(query, token))["errors"]
        assert error["extensions"]["code"] != "RATE_LIMITED"
    for text in (query, "{__typename}"):
        assert await over_http(small, text, token)
    async with small.ready(token) as socket:
        assert await over_socket(socket, "{__typename}")
    assert not await over_http(small, "{__typename}", make_token(sub="bob"))


@pytest.mark.shows("15.17")
@pytest.mark.parametrize("token", [None, make_token()], ids=["anonymous", "a user"])
async def test_documents_that_are_new_are_counted(start: Starter, token: str | None) -> None:
    """To read one takes a hundred times what it asks for; one that was read before counts no more."""
    server = await saving(start, replace(SLOW, anonymous=10**6, documents=100))
    long = "{__typename" + " " * 60 + "}"
    assert not await over_http(server, long, token)
    for _ in range(5):
        assert await over_http(server, long.replace(" ", ",", 1), token)
        assert not await over_http(server, long, token)
    async with server.ready(token) as socket:
        assert await over_socket(socket, long.replace(" ", ",", 2))
        assert not await over_socket(socket, long)
    assert not await over_http(server, long.replace(" ", ",", 3), make_token(sub="bob"))


@pytest.mark.shows("15.17")
async def test_a_document_longer_than_the_limit_has_room_once(start: Starter) -> None:
    server = await saving(start, replace(SLOW, documents=10))
    assert not await over_http(server, "{__typename" + " " * 60 + "}", make_token())
    assert await over_http(server, "{a:me}", make_token())


BAD = [
    "Bearer x",
    make_token(exp=1),
    make_token("another secret that is long enough."),
    make_token(sub="nobody"),
]


@pytest.mark.shows("15.9", "15.11")
async def test_failed_sign_ins_are_counted_by_address(small: Server) -> None:
    """A good token is still accepted: a neighbour at the same address locks no one out."""
    for token in BAD[:3]:
        async with small.client.post(
            small.url, json={"query": "{me}"}, headers={"Authorization": token}
        ) as answer:
            assert answer.status == 401
    for token in BAD:
        assert await _refused_sign_in(small, token) > 0
        async with small.socket(headers={"Authorization": token}) as socket:
            await socket.send({"type": "connection_init"})
            assert await socket.closed() == 1013
        async with small.socket() as socket:
            await socket.send({"type": "connection_init", "payload": {"Authorization": token}})
            assert await socket.closed() == 1013
    assert not await over_http(small, "{me}", make_token())
    async with small.ready(make_token()) as socket:
        assert not await over_socket(socket, "{me}")


async def _refused_sign_in(server: Server, token: str) -> int:
    async with server.client.post(
        server.url, json={"query": "{me}"}, headers={"Authorization": token}
    ) as answer:
        assert (answer.status, answer.content_type) == (429, JSON)
        seconds = limited((await answer.json())["errors"])
        assert answer.headers["Retry-After"] == str(seconds)
        return seconds


@pytest.mark.shows("15.9")
async def test_the_thirty_first_failed_sign_in_of_a_minute(server: Server) -> None:
    for _ in range(30):
        async with server.socket() as socket:
            await socket.send({"type": "connection_init", "payload": {"Authorization": "x"}})
            assert await socket.closed() == 4403
    assert await _refused_sign_in(server, "x") in {1, 2}


@pytest.mark.shows("15.10")
async def test_the_host_app_has_limits_of_its_own(start: Starter) -> None:
    rates = replace(
        SLOW,
        host_mutations=1,
        host_mutations_burst=10,
        host_reads=1,
        host_reads_burst=cost(saves(10)) + 20 * cost("{me}"),
    )
    server = await saving(start, rates)
    host = make_token(roles=["service"])
    assert not await over_http(server, saves(10), host)
    assert await over_http(server, saves(1), host)
    many = "{" + " ".join(f"m{number}:me" for number in range(20)) + "}"
    assert not await over_http(server, many, host)
    assert await over_http(server, "{me}", host)
    assert not await over_http(server, saves(5), make_token())
    assert await over_http(server, saves(1), make_token(roles=["moderator"]))


def test_no_crowd_of_askers_fills_the_memory() -> None:
    """Beyond what a store keeps, the counts go that were not asked for the longest."""
    meters = Meters(Rates(sign_ins=1), most=100)
    for number in range(1_000):
        assert take(f"2001:db8:{number:x}::", [(meters.sign_ins, 1)]) is None
    assert len(meters.sign_ins.store) == 100
    assert take("2001:db8:3e7::", [(meters.sign_ins, 1)]) is not None
