"""A pooler such as PgBouncer between us and PostgreSQL."""

import asyncio
from contextlib import suppress

from models.db.connection import DatabaseBusy
from models.db.database import Database
from tests.databases import PATIENCE

KNOWN = {"user", "database", "client_encoding", "application_name"}
"""Parameters that PgBouncer takes; it refuses a session that begins with any other."""


async def test_a_session_begins_as_poolers_allow() -> None:
    begun: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()

    async def hear(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        size = int.from_bytes(await reader.readexactly(4), "big")
        begun.set_result(await reader.readexactly(size - 4))
        writer.close()

    async with await asyncio.start_server(hear, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        with suppress(DatabaseBusy):
            await Database.open(f"postgres://u@127.0.0.1:{port}/d?sslmode=disable")
        # After the version: names and values by turns.
        parts = (await asyncio.wait_for(begun, PATIENCE))[4:].rstrip(b"\0").split(b"\0")
    assert {name.decode() for name in parts[::2]} <= KNOWN
