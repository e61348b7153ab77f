"""What the tests of HTTP ask of every answer."""

import asyncio
from typing import Any

from tests.databases import PATIENCE
from tests.transport.running import Server

JSON = {"Content-Type": "application/json"}
OK = b'{"query":"{__typename}"}'


async def code_of(answer: Any) -> str:
    assert answer.content_type in {"application/json", "application/graphql-response+json"}
    errors = (await answer.json())["errors"]
    assert len(errors) == 1
    code: str = errors[0]["extensions"]["code"]
    return code


async def raw(server: Server, *parts: bytes) -> tuple[str, bytes]:
    """Head and body of the answer to bytes as they are, part by part."""
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    try:
        for part in parts:
            writer.write(part)
            await asyncio.sleep(0.05)
        async with asyncio.timeout(PATIENCE):
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            length = int(head.lower().split("content-length: ")[1].split("\r\n")[0])
            return head, await reader.readexactly(length)
    finally:
        writer.close()


async def still_answers(server: Server, logged: list[Any]) -> None:
    assert await server.post("{__typename}") == {"data": {"__typename": "Query"}}
    assert not [line for line in logged if "exc_info" in line or line.get("status", 0) >= 500]
