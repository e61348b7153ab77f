"""Heads and handshakes: for every header the answer is typed and no bug is logged."""

import json
import logging
from typing import Any

import pytest

from server.transport.heads import READ, SINGLE
from tests.transport.answers import everything, raw, still_answers
from tests.transport.servers import Server

KEY = b"dGhlIHNhbXBsZSBub25jZQ=="
BODY = b'{"query":"{__typename}"}'
POST = {"Host": b"x", "Content-Type": b"application/json", "Content-Length": b"%d" % len(BODY)}
UPGRADE = {
    "Host": b"x",
    "Connection": b"Upgrade",
    "Upgrade": b"websocket",
    "Sec-WebSocket-Version": b"13",
    "Sec-WebSocket-Key": KEY,
    "Sec-WebSocket-Protocol": b"graphql-transport-ws",
}
REQUESTS: dict[str, tuple[bytes, dict[str, bytes], bytes]] = {
    "get": (b"GET /graphql?query={__typename}", {"Host": b"x"}, b""),
    "post": (b"POST /graphql", POST, BODY),
    "options": (b"OPTIONS /graphql", {"Host": b"x", "Origin": b"https://a.example"}, b""),
    "upgrade": (b"GET /graphql", UPGRADE, b""),
    "nowhere": (b"GET /nowhere", {"Host": b"x"}, b""),
}
OTHERS = ("Authorization", "Cookie", "X-Forwarded-Proto", "If-Modified-Since", "Range", "User-Agent", "TE")
NAMES = sorted({*map(str, READ), *OTHERS})
VALUES = (
    b"",
    b" ",
    b"\xff",
    b"a\x80b",
    "é".encode(),
    b"\xed\xa0\x80",
    bytes(range(0x80, 0x100)),
    b"x" * 7_000,
    b"x" * 9_000,
    b'",;= ,;',
    b"a\x01b",
    b"-1",
    b"9" * 30,
    b"http://[",
    b"Bearer \xff",
    b"100-continue\xff",
    b"application/json; charset=\xff",
    KEY + b"\xff",
)


def request(line: bytes, headers: list[tuple[str, bytes]], body: bytes) -> bytes:
    lines = b"".join(b"%s: %s\r\n" % (name.encode(), value) for name, value in headers)
    return line + b" HTTP/1.1\r\n" + lines + b"\r\n" + body


def variants(name: str, value: bytes, given: dict[str, bytes]) -> list[list[tuple[str, bytes]]]:
    """The header with the value, twice, before its good value, after it."""
    others = [(other, good) for other, good in given.items() if other != name]
    good = [(name, given[name])] if name in given else []
    bad = [(name, value)]
    return [[*others, *bad], [*others, *bad, *bad], [*bad, *good, *others], [*others, *good, *bad]]


@pytest.mark.parametrize("kind", REQUESTS)
@pytest.mark.parametrize("name", NAMES)
async def test_no_header_is_a_bug(
    server: Server, logged: list[Any], caplog: pytest.LogCaptureFixture, kind: str, name: str
) -> None:
    line, given, body = REQUESTS[kind]
    for value in VALUES:
        for headers in variants(name, value, given):
            head, answer = await raw(server, request(line, headers, body), pause=0)
            require_typed(head, answer)

    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]
    await still_answers(server, logged)


def require_typed(head: str, answer: bytes) -> None:
    status = int(head.split()[1])
    assert status < 500
    assert "server:" not in head.lower()
    if status >= 400:
        (error,) = json.loads(answer)["errors"]
        assert error.keys() == {"message", "extensions"}
        assert error["extensions"]["code"]


@pytest.mark.parametrize("name", SINGLE, ids=str)
async def test_a_header_that_must_be_one_is_not_chosen_from_two(server: Server, name: str) -> None:
    line, given, body = REQUESTS["upgrade"]
    good = given.get(name, b"1" if name == "Content-Length" else b"identity")
    head, _ = await raw(server, request(line, [*given.items(), (name, good), (name, good)], body))

    assert head.split()[1] == "400"


HANDSHAKES: dict[str, tuple[dict[str, bytes | None], int, str]] = {
    "a host of nowhere": ({"Host": b"a/b"}, 400, "The header Host must name a host."),
    "no connection": ({"Connection": b"keep-alive"}, 400, "Send the header Connection: Upgrade."),
    "no version": ({"Sec-WebSocket-Version": None}, 400, "Send Sec-WebSocket-Version: 13."),
    "an old version": ({"Sec-WebSocket-Version": b"8"}, 400, "Send Sec-WebSocket-Version: 13."),
    "no key": ({"Sec-WebSocket-Key": None}, 400, "Sec-WebSocket-Key must be 16 bytes in base64."),
    "a short key": ({"Sec-WebSocket-Key": b"AAAA"}, 400, "Sec-WebSocket-Key must be 16 bytes in base64."),
    "no base64": ({"Sec-WebSocket-Key": b"!" * 24}, 400, "Sec-WebSocket-Key must be 16 bytes in base64."),
    "a byte too many": (
        {"Sec-WebSocket-Key": KEY + b"="},
        400,
        "Sec-WebSocket-Key must be 16 bytes in base64.",
    ),
    "a key of bytes": (
        {"Sec-WebSocket-Key": KEY + b"\xff"},
        400,
        "The header Sec-WebSocket-Key must be ASCII.",
    ),
    "a foreign page": ({"Origin": b"https://evil.example"}, 403, "This page may not open a socket here."),
}


@pytest.mark.parametrize("case", HANDSHAKES)
async def test_a_bad_handshake_is_told_what_is_wrong(server: Server, logged: list[Any], case: str) -> None:
    changes, status, message = HANDSHAKES[case]
    headers = [(name, value) for name, value in {**UPGRADE, **changes}.items() if value is not None]
    head, answer = await raw(server, request(b"GET /graphql", headers, b""))

    assert int(head.split()[1]) == status
    assert json.loads(answer)["errors"][0]["message"] == message
    assert ("Sec-WebSocket-Version: 13" in head) == ("version" in case)
    await still_answers(server, logged)


async def test_a_refused_handshake_takes_its_connection_along(server: Server) -> None:
    """The bytes after it may be the body of the same request, and must not be read as a new request."""
    hidden = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
    bad = {**UPGRADE, "Sec-WebSocket-Key": b"x", "Content-Length": b"%d" % len(hidden)}
    for line in (b"GET /graphql", b"POST /graphql", b"GET /nowhere"):
        answers = await everything(server, request(line, list(bad.items()), hidden))
        assert answers.count(b"HTTP/1.") == 1
