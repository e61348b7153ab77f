"""HTTP: each malformed request gets a typed answer, and the server goes on."""

import gzip
import inspect
import json
from typing import Any

import pytest
from multidict import CIMultiDict

from server.service import Deadlines
from server.transport.wire import Runner
from tests.databases import PATIENCE
from tests.transport.answers import JSON, OK, code_of, everything, raw, still_answers
from tests.transport.servers import Server, Starter

DEEP = b'{"query":"{__typename}","variables":{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}}"
HEAD = b"POST /graphql HTTP/1.1\r\nHost: x\r\n"
UNFINISHED = HEAD + b"Content-Type: application/json\r\nContent-Length: 9\r\n\r\n{"


def body(**parameters: Any) -> bytes:
    return json.dumps({"query": "{__typename}", **parameters}).encode()


BODIES: dict[str, bytes] = {
    "empty": b"",
    "truncated": b'{"query":"{__type',
    "null": b"null",
    "number": b"1",
    "string": b'"x"',
    "true": b"true",
    "empty list": b"[]",
    "list of no operations": b'["{__typename}"]',
    "list in a list": b'[[{"query":"{__typename}"}]]',
    "empty object": b"{}",
    "deep": DEEP,
    "deep unclosed": b"[" * 100_000,
    "bad UTF-8": b'{"query":"\xff"}',
    "UTF-16": OK.decode().encode("utf-16"),
    "UTF-8 with a mark": b"\xef\xbb\xbf" + OK,
    "NaN": b'{"query":"{__typename}","variables":{"a":NaN}}',
    "infinity": b'{"query":"{__typename}","variables":{"a":1e999}}',
    "5,000 digits": b'{"query":"{__typename}","variables":{"a":' + b"1" * 5_000 + b"}}",
    "lone surrogate": b'{"query":"{__typename}","variables":{"a":"\\ud800"}}',
    "NUL": b'{"query":"\x00"}',
    "two values": OK + OK,
    "query null": body(query=None),
    "query empty": body(query=""),
    "query object": body(query={}),
    "variables list": body(variables=[]),
    "variables string": body(variables="{}"),
    "extensions list": body(extensions=[]),
    "operationName number": body(operationName=1),
    "operationName long": body(operationName="x" * 300),
    "gzip without saying": gzip.compress(OK),
}


@pytest.mark.parametrize("case", BODIES)
async def test_malformed_bodies_are_bad_requests(server: Server, logged: list[Any], case: str) -> None:
    async with server.client.post(server.url, data=BODIES[case], headers=JSON) as answer:
        assert (answer.status, await code_of(answer)) == (400, "BAD_REQUEST")

    await still_answers(server, logged)


def typed(*types: str) -> dict[str, Any]:
    return {"headers": CIMultiDict(("Content-Type", media) for media in types)}


UNSUPPORTED = 415, "UNSUPPORTED_MEDIA_TYPE"
UNACCEPTABLE = 406, "NOT_ACCEPTABLE"
REFUSED: dict[str, tuple[dict[str, Any], tuple[int, str]]] = {
    "no type": (typed(""), UNSUPPORTED),
    "text": (typed("text/plain"), UNSUPPORTED),
    "form": (typed("application/x-www-form-urlencoded"), UNSUPPORTED),
    "multipart": (typed("multipart/form-data; boundary=x"), UNSUPPORTED),
    "a part of the type": (typed("text/plain-application/json"), UNSUPPORTED),
    "a type with more": (typed("application/json+x"), UNSUPPORTED),
    "two types": (typed("application/json", "application/json"), (400, "BAD_REQUEST")),
    "charset": (typed("application/json; charset=utf-16"), UNSUPPORTED),
    "gzip bomb": (
        {"headers": {**JSON, "Content-Encoding": "gzip"}, "data": gzip.compress(b" " * 10_000_000)},
        UNSUPPORTED,
    ),
    "gzip that is none": ({"headers": {**JSON, "Content-Encoding": "gzip"}, "data": b"{}"}, UNSUPPORTED),
    "unknown encoding": ({"headers": {**JSON, "Content-Encoding": "x"}, "data": b"x"}, UNSUPPORTED),
    "accepts pictures": ({"headers": {**JSON, "Accept": "image/png"}}, UNACCEPTABLE),
    "accepts nothing": ({"headers": {**JSON, "Accept": "application/json;q=0"}}, UNACCEPTABLE),
    "3 MB": ({"data": b" " * 900_000}, (413, "PAYLOAD_TOO_LARGE")),
    "expects": ({"headers": {**JSON, "Expect": "miracles"}}, (417, "EXPECTATION_FAILED")),
}


@pytest.mark.parametrize("case", REFUSED)
async def test_refuses_other_media(server: Server, logged: list[Any], case: str) -> None:
    arguments, expected = REFUSED[case]
    given: dict[str, Any] = {"data": OK, "headers": JSON, **arguments}
    async with server.client.post(server.url, **given) as answer:
        assert (answer.status, await code_of(answer)) == expected

    await still_answers(server, logged)


async def test_a_chunked_body_has_the_same_bound(server: Server, logged: list[Any]) -> None:
    async def chunks() -> Any:
        for _ in range(40):
            yield b" " * 10_000

    async with server.client.post(server.url, data=chunks(), headers=JSON) as answer:
        assert (answer.status, await code_of(answer)) == (413, "PAYLOAD_TOO_LARGE")

    await still_answers(server, logged)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "HEAD", "TRACE"])
async def test_other_methods_say_what_is_allowed(server: Server, method: str) -> None:
    async with server.client.request(method, server.url) as answer:
        assert answer.status == 405
        assert answer.headers["Allow"] == "GET,OPTIONS,POST"


async def test_an_unknown_path_is_json_too(server: Server) -> None:
    async with server.client.get(server.url.replace("graphql", "nowhere")) as answer:
        assert (answer.status, await code_of(answer)) == (404, "NOT_FOUND")


RAW: dict[str, bytes] = {
    "no HTTP": b"\x16\x03\x01 hello\r\n\r\n",
    "a header of 20 KB": HEAD + b"A: " + b"x" * 20_000 + b"\r\n\r\n",
    "1,000 headers": HEAD + b"" + b"A: x\r\n" * 1_000 + b"\r\n",
    "a cookie of 20 KB": b"GET /graphql HTTP/1.1\r\nHost: x\r\nCookie: " + b"a=b; " * 4_000 + b"\r\n\r\n",
    "a path of 20 KB": b"GET /" + b"x" * 20_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    "two lengths": HEAD + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\n{}",
    "length and chunks": (HEAD + b"Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
    "bad chunks": (HEAD + b"Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"),
    "a negative length": HEAD + b"Content-Length: -1\r\n\r\n",
}


@pytest.mark.parametrize("case", RAW)
async def test_what_is_no_http_gets_json(
    server: Server, logged: list[Any], caplog: pytest.LogCaptureFixture, case: str
) -> None:
    head, answer = await raw(server, RAW[case])

    assert head.split()[1] == "400"
    assert "server:" not in head.lower()
    assert "X-Content-Type-Options: nosniff" in head
    assert json.loads(answer)["errors"][0]["extensions"] == {"code": "BAD_REQUEST"}
    assert caplog.records == []
    await still_answers(server, logged)


UNTIMED = Deadlines(body=100 * PATIENCE)
CHUNKED = HEAD + b"Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
BROKEN: dict[str, tuple[bytes, ...]] = {
    "no chunk": (CHUNKED + b"1\r\n{\r\n", b"zz\r\n"),
    "a chunk of 2^70 bytes": (CHUNKED + b"1\r\n{\r\n", b"f" * 18 + b"\r\n"),
    "a large extension": (CHUNKED + b"1;" + b"x" * 30_000 + b"\r\n{\r\n0\r\n\r\n",),
    "an extension without an end": (CHUNKED + b"1;", *[b"x" * 5_000] * 4),
    "extensions all over": (CHUNKED, *[(b"1;" + b"x" * 300 + b"\r\n{\r\n") * 30] * 2),
    "large trailers": (CHUNKED + b"0\r\n", *[b"a: " + b"b" * 5_000 + b"\r\n"] * 4),
}


@pytest.mark.parametrize("case", BROKEN)
async def test_a_body_that_breaks_is_waited_for_no_longer(
    start: Starter, logged: list[Any], case: str
) -> None:
    server = await start(deadlines=UNTIMED)

    head, answer = await raw(server, *BROKEN[case])

    assert head.split()[1] == "400"
    assert json.loads(answer)["errors"][0]["extensions"] == {"code": "BAD_REQUEST"}
    await still_answers(server, logged)


TOO_LONG = b"Content-Type: application/json\r\nContent-Length: 262145\r\n\r\n"


@pytest.mark.parametrize("begun", [HEAD, HEAD + b"Expect: 100-continue\r\n"], ids=["plain", "asks first"])
async def test_a_body_that_would_be_too_long_is_not_waited_for(
    start: Starter, logged: list[Any], begun: bytes
) -> None:
    server = await start(deadlines=UNTIMED)

    head, answer = await raw(server, begun + TOO_LONG)

    assert head.split()[1] == "413"
    assert json.loads(answer)["errors"][0] == {
        "message": "A body may have at most 262,144 bytes.",
        "extensions": {"code": "PAYLOAD_TOO_LARGE"},
    }
    await still_answers(server, logged)


@pytest.mark.parametrize("begun", [b"\r\nPOST /", HEAD, HEAD + b"A: x"])
async def test_a_slow_head_times_out(start: Starter, logged: list[Any], begun: bytes) -> None:
    server = await start(head_deadline=0.2)
    finished = HEAD + b"Content-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(OK) + OK

    for parts in ((begun,), (begun, *[b"x"] * 10), (finished, begun)):
        *_, last = (await everything(server, *parts)).split(b"HTTP/1.")

        head, _, answer = last.partition(b"\r\n\r\n")
        assert head.split()[1] == b"408"
        assert json.loads(answer)["errors"][0]["extensions"] == {"code": "REQUEST_TIMEOUT"}
    await still_answers(server, logged)


async def test_deadlines_of_five_seconds_are_the_usual_ones() -> None:
    assert Deadlines().body == 5
    assert inspect.signature(Runner).parameters["head_deadline"].default == 5


async def test_a_slow_body_times_out(start: Starter, logged: list[Any]) -> None:
    server = await start(deadlines=Deadlines(body=0.1))

    head, answer = await raw(server, UNFINISHED)

    assert head.split()[1] == "408"
    assert json.loads(answer)["errors"][0]["extensions"] == {"code": "REQUEST_TIMEOUT"}
    await still_answers(server, logged)


async def test_a_listed_page_reads_why_its_body_is_too_large(start: Starter) -> None:
    server = await start(origins=frozenset({"https://app.example"}))
    for origin, allowed in (("https://app.example", "https://app.example"), ("https://evil.example", None)):
        headers = {**JSON, "Origin": origin}
        async with server.client.post(server.url, data=b" " * 300_000, headers=headers) as answer:
            assert await code_of(answer) == "PAYLOAD_TOO_LARGE"
            assert answer.headers.get("Access-Control-Allow-Origin") == allowed
            assert answer.headers["Vary"] == "Origin"
