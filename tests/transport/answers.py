"""Checks of every answer over HTTP."""

import asyncio
import re
from contextlib import suppress
from typing import Any

from tests.databases import PATIENCE
from tests.transport.servers import Server

JSON = {"Content-Type": "application/json"}
OK = b'{"query":"{__typename}"}'


async def code_of(answer: Any) -> str:
    assert answer.content_type in {"application/json", "application/graphql-response+json"}
    errors = (await answer.json())["errors"]
    assert len(errors) == 1
    code: str = errors[0]["extensions"]["code"]
    return code


async def raw(server: Server, *parts: bytes, pause: float = 0.05) -> tuple[str, bytes]:
    """Head and body of the answer to bytes as they are, part by part."""
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    try:
        for part in parts:
            writer.write(part)
            await asyncio.sleep(pause)
        async with asyncio.timeout(PATIENCE):
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            length = int((re.findall(r"(?i)content-length: (\d+)", head) or ["0"])[0])
            return head, await reader.readexactly(length)
    finally:
        writer.close()


async def everything(server: Server, *parts: bytes) -> bytes:
    """All that the server sends, up to its hanging up, to a client that writes slowly and reads at once."""
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    received = asyncio.create_task(_drained(reader))
    try:
        for part in parts:
            writer.write(part)
            await asyncio.sleep(0.05)
        return await asyncio.wait_for(received, PATIENCE)
    finally:
        writer.close()


async def _drained(reader: asyncio.StreamReader) -> bytes:
    received = b""
    with suppress(ConnectionError):
        while some := await reader.read(65_536):
            received += some
    return received


async def still_answers(server: Server, logged: list[Any]) -> None:
    assert await server.post("{__typename}") == {"data": {"__typename": "Query"}}
    assert not [line for line in logged if "exc_info" in line or line.get("status", 0) >= 500]
