"""Compressed answers and files: only if the client asks, above a size, and never guessable by their length."""

import gzip
import json
from typing import Any

import aiohttp
import brotli
import pytest

from server.transport.replies import SMALL, coding_of
from tests.transport.servers import Server, Starter, make_token

LARGE = "{large}"
DECODERS = {"gzip": gzip.decompress, "br": brotli.decompress, None: bytes}


async def asked(server: Server, query: str, coding: str | None, **headers: str) -> tuple[Any, bytes]:
    """Head and body as they were sent."""
    given = {"Accept-Encoding": coding} if coding else {}
    given |= {"Authorization": make_token(), **headers}
    async with (
        aiohttp.ClientSession(auto_decompress=False, skip_auto_headers=["Accept-Encoding"]) as client,
        client.post(server.url, json={"query": query}, headers=given) as answer,
    ):
        return answer.headers, await answer.read()


@pytest.mark.parametrize("more", [{}, {"Connection": "close"}], ids=["on the lane", "off the lane"])
@pytest.mark.parametrize(
    ("said", "coding"),
    [
        ("gzip", "gzip"),
        ("br", "br"),
        ("gzip, deflate, br, zstd", "br"),
        ("br;q=0.5, gzip", "gzip"),
        ("*", "br"),
        ("GZIP", "gzip"),
        (None, None),
        ("identity", None),
        ("gzip;q=0, br;q=0", None),
        ("gzip;q=x", None),
        ("identity, gzip;q=0.5", None),
        ("deflate", None),
        (",;=,", None),
    ],
)
async def test_a_long_answer_is_compressed_as_asked(
    server: Server, said: str | None, coding: str | None, more: dict[str, str]
) -> None:
    headers, body = await asked(server, LARGE, said, **more)
    assert headers.get("Content-Encoding") == coding
    assert "Accept-Encoding" in headers.getall("Vary")
    assert (len(body) < 10_000) == (coding is not None)
    assert int(headers["Content-Length"]) == len(body)
    assert len(json.loads(DECODERS[coding](body))["data"]["large"]) == 1_000_000


async def test_a_short_answer_and_a_stream_stay_as_they_are(server: Server) -> None:
    headers, _ = await asked(server, "{__typename}", "gzip, br")
    assert not headers.keys() & {"Content-Encoding", "X-Padding", "Vary"}
    headers, body = await asked(server, LARGE, "gzip, br", Accept="text/event-stream")
    assert "Content-Encoding" not in headers
    assert body.endswith(b"event: complete\ndata:\n\n")


async def test_the_length_is_the_same_for_the_same_text_only(server: Server) -> None:
    """The padding hides how much of one text is in another."""

    async def padding(text: str) -> int:
        headers, _ = await asked(server, f'{{echo(text:"{text * SMALL}")}}', "gzip")
        return len(headers.get("X-Padding", ""))

    assert len({await padding("a") for _ in range(3)}) == 1
    assert len({await padding(text) for text in "abcdefghijkl"}) > 6


async def test_vary_has_the_origin_too(start: Starter) -> None:
    server = await start(origins=frozenset({"https://app.example"}))
    headers, _ = await asked(server, LARGE, "br", Origin="https://app.example")
    assert sorted(headers.getall("Vary")) == ["Accept-Encoding", "Origin"]


async def test_introspection_gets_a_tenth(server: Server) -> None:
    query = "{__schema{types{name fields{name args{name type{name}} type{name}}}}}"
    _, plain = await asked(server, query, None)
    _, small = await asked(server, query, "br")
    assert 5 * len(small) < len(plain)


def test_codings_are_weighed() -> None:
    assert coding_of(("gzip", "br")) == "br"
    assert coding_of(("gzip;q=0.3", "*;q=0.1")) == "gzip"
    assert coding_of(()) is None
