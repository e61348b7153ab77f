"""A head that was read before is not parsed again, and nothing else is taken for one."""

import asyncio
import random
from typing import Any

import pytest
from aiohttp.base_protocol import BaseProtocol
from aiohttp.http import HttpRequestParser

from server.transport.heads import LONGEST_HEAD, MOST_HEADS, MOST_WHOLE, Head, KnownHeads, Parsed, Post
from server.transport.lane import LANE
from server.transport.replies import Media
from tests.databases import PATIENCE
from tests.transport.answers import OK
from tests.transport.servers import Server, make_token
from tests.transport.test_heads import request

PEER = "192.0.2.1"
TOKEN = b"Bearer abc.def-_ghi"
HEADERS = [
    ("Host", b"x"),
    ("Content-Type", b"application/json"),
    ("Authorization", TOKEN),
    ("Accept", b"*/*"),
]


def post(headers: list[tuple[str, bytes]], body: bytes = OK, target: bytes = b"/graphql") -> bytes:
    """The bytes of a POST, with the length of its body."""
    return request(b"POST " + target, [*headers, ("Content-Length", b"%d" % len(body))], body)


SENT = post(HEADERS)
ODD = [b"", b"\r", b"\n", b"\0", b" ", b"\x80", b"4", b"x", b":"]
FACTS = Head(PEER, Media.JSON, None, {})
POST = Post(FACTS, (TOKEN.decode(),))
PARSED = Parsed(POST, len(HEADERS) + 1, OK)


def known() -> KnownHeads:
    heads = KnownHeads()
    heads.learn(PEER, SENT, PARSED)
    return heads


def test_a_head_is_known_with_another_token_and_another_body() -> None:
    assert known().find(PEER, SENT) == (POST, OK)
    body = OK + b" " * 40
    longer = post([*HEADERS[:2], ("Authorization", b"Bearer other"), HEADERS[3]], body)
    assert known().find(PEER, longer) == (Post(FACTS, ("Bearer other",)), body)


@pytest.mark.parametrize(
    "data",
    [
        post(HEADERS, target=b"/other"),
        post([*HEADERS, ("X", b"y")]),
        post([*HEADERS, HEADERS[2]]),
        post(HEADERS[:2]),
        post([*HEADERS[:2], ("Authorization", b"Basic abc"), HEADERS[3]]),
        SENT + b" ",
        SENT[:-1],
        SENT + SENT,
        SENT[:40],
        b"\r\n" + SENT,
        b"",
    ],
)
def test_anything_else_is_parsed(data: bytes) -> None:
    heads = known()
    assert heads.find(PEER, SENT), "from now on it is known with its token and its length too"
    assert heads.find(PEER, data) is None or data.count(b"Basic") == 1
    assert heads.find("192.0.2.2", SENT) is None


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ([*HEADERS, ("AUTHORIZATION", TOKEN)], OK),
        ([*HEADERS, ("X", b"a" * LONGEST_HEAD)], OK),
        ([*HEADERS, ("CONTENT-LENGTH", b"1")], OK),
        (HEADERS, b"another body"),
    ],
)
def test_a_head_that_is_not_plain_is_never_known(headers: list[tuple[str, bytes]], body: bytes) -> None:
    heads, data = KnownHeads(), post(headers)
    heads.learn(PEER, data, Parsed(POST, len(headers) + 1, body))
    assert heads.find(PEER, data) is None


def test_heads_have_a_bound() -> None:
    heads = KnownHeads()
    for number in range(MOST_HEADS + 1):
        heads.learn(str(number), SENT, PARSED)
    assert heads.find("0", SENT) is None
    assert heads.find(str(MOST_HEADS), SENT)


def test_whole_heads_have_a_bound() -> None:
    heads = known()
    for number in range(MOST_WHOLE + 2):
        token = b"Bearer %d" % number
        data = post([*HEADERS[:2], ("Authorization", token), HEADERS[3]])
        assert heads.find(PEER, data) == (Post(FACTS, (token.decode(),)), OK)
    assert len(heads._whole) == 2


def parsed(data: bytes, loop: asyncio.AbstractEventLoop) -> Any:
    """The one whole message of the data, with its body; None for anything else."""
    parser = HttpRequestParser(
        BaseProtocol(loop), loop, 2**16, max_line_size=8190, max_field_size=8190, auto_decompress=False
    )
    try:
        messages, upgraded, tail = parser.feed_data(data)
    except Exception:
        return None
    if len(messages) != 1 or upgraded or tail or not messages[0][1].is_eof():
        return None
    message, payload = messages[0]
    return message, payload.read_nowait()


async def test_what_is_known_is_what_the_parser_reads() -> None:
    """Bytes are changed, left out or put in by chance, most of them in the token and the length."""
    chance, heads, loop = random.Random(1), known(), asyncio.get_running_loop()
    headers = parsed(SENT, loop)[0].headers
    assert heads.find(PEER, SENT) == heads.find(PEER, SENT) == (POST, OK)
    taken = 0
    for _ in range(20_000):
        data = bytearray(SENT)
        begin = chance.choice([SENT.find(TOKEN), SENT.find(b"\r\n\r\n") - 3, chance.randrange(len(SENT))])
        for _ in range(chance.randint(1, 3)):
            at = min(len(data) - 1, begin + chance.randrange(20))
            data[at : at + chance.randint(0, 1)] = chance.choice(ODD)
        found = heads.find(PEER, bytes(data))
        if found is None:
            continue
        taken += 1
        message, body = parsed(bytes(data), loop)
        assert found == (Post(FACTS, tuple(message.headers.getall("Authorization"))), body)
        changed = {"Authorization", "Content-Length"}
        assert [one for one in message.headers.items() if one[0] not in changed] == [
            one for one in headers.items() if one[0] not in changed
        ]
    assert taken > 500


@pytest.mark.parametrize(
    ("parts", "answers", "known"),
    [
        (["ok", "ok", "wrong", "ok"], [200, 200, 401, 200], [False, True, True, True]),
        (["ok", "okok", "ok"], [200] * 4, [False, False]),
        (["ok", "ok[:30]", "ok[30:]", "ok"], [200] * 3, [False, False]),
        (["ok", "ok[:-5]", "ok[-5:]", "ok"], [200] * 3, [False, False]),
        (["ok", "wide", "ok"], [200] * 3, [False, False, True]),
    ],
)
async def test_a_connection_mixes_known_heads_and_others(
    server: Server, parts: list[str], answers: list[int], known: list[bool]
) -> None:
    """After anything but whole requests, one at a time, no one can say where the next one begins: all are parsed."""
    plain = [("Host", b"x"), ("Content-Type", b"application/json")]
    ok = post([*plain, ("Authorization", make_token().encode())])
    said = {
        "ok": ok,
        "okok": ok + ok,
        "wrong": post([*plain, ("Authorization", b"Bearer unknown")]),
        "wide": post([*plain, ("X", b"y"), ("Authorization", make_token().encode())]),
        "ok[:30]": ok[:30],
        "ok[30:]": ok[30:],
        "ok[:-5]": ok[:-5],
        "ok[-5:]": ok[-5:],
    }
    found = spied(server)
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    for part in parts:
        writer.write(said[part])
        await asyncio.sleep(0.05)
    assert [await status(reader) for _ in answers] == answers
    assert found == known
    writer.close()


async def test_a_known_head_within_another_head_begins_no_request(server: Server) -> None:
    """The bytes before it came first, in a packet of their own: a proxy reads all of it as one request."""
    plain = [("Host", b"x"), ("Content-Type", b"application/json"), ("Authorization", make_token().encode())]
    ok = post(plain)
    found = spied(server)
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    for part in (ok, ok + b"POST /nowhere HTTP/1.1\r\nX: ", ok):
        writer.write(part)
        await asyncio.sleep(0.05)
    assert [await status(reader) for _ in range(3)] == [200, 200, 404]
    assert found == [False, False]
    writer.close()


def spied(server: Server) -> list[bool]:
    """Whether each search found a head."""
    found, lane = [], server.app[LANE]
    find = lane.known.find

    def search(peer: str, data: bytes) -> Any:
        answer = find(peer, data)
        found.append(answer is not None)
        return answer

    lane.known.find = search  # type: ignore[method-assign]
    return found


async def status(reader: asyncio.StreamReader) -> int:
    async with asyncio.timeout(PATIENCE):
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        await reader.readexactly(int(head.partition(b"content-length: ")[2].split(b"\r\n")[0]))
    return int(head.split()[1])
