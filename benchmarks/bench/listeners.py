"""Listeners on raw sockets, who read no more of an item than when it was sent."""

import asyncio
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from struct import Struct
from typing import Any, cast

from benchmarks.bench.load import HEAD_END
from benchmarks.bench.servers import Server
from benchmarks.bench.workloads import token

AT_ONCE = 50
"""Sockets that are opened together."""
READY_SECONDS = 60
PING, CLOSE = 9, 8
_SHORT, _LONG = Struct("!H"), Struct("!Q")
UPGRADE = (
    b"GET /graphql HTTP/1.1\r\nHost: bench\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n"
    b"Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"
)


@dataclass(slots=True)
class Heard:
    """Seconds from the sending of each message to its item; what ended early or said an error."""

    latencies: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    last: float = 0.0


class Listener(asyncio.Protocol):
    """One socket with one subscription."""

    def __init__(self, subscription: str, authorization: str, heard: Heard) -> None:
        self._subscription = subscription
        self._authorization = authorization
        self._heard = heard
        self._got = b""
        self._is_open = False
        self.subscribed: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Asks for the socket."""
        self._transport = cast("asyncio.Transport", transport)
        self._transport.write(UPGRADE)

    def connection_lost(self, error: Exception | None) -> None:
        """A server that closes is wrong; `close` says nothing."""
        if not self._transport.is_closing():
            self._heard.wrong.append(f"closed: {error}")

    def close(self) -> None:
        """Without a word."""
        self._transport.abort()

    def data_received(self, data: bytes) -> None:
        """Any number of frames, and a part of one."""
        self._got += data
        if not self._is_open and not self._upgrade():
            return
        while (frame := self._frame()) is not None:
            self._take(*frame)

    def _upgrade(self) -> bool:
        head, end, rest = self._got.partition(HEAD_END)
        if not end:
            return False
        if b" 101 " not in head[:16]:
            self.subscribed.set_exception(ConnectionError(head[:100].decode()))
        self._is_open, self._got = True, rest
        self._say("connection_init", payload={"authorization": self._authorization})
        return True

    def _frame(self) -> tuple[int, bytes] | None:
        got = self._got
        if len(got) < 2:
            return None
        size, begin = got[1] & 127, 2
        if size > 125:
            kind = _SHORT if size == 126 else _LONG
            begin += kind.size
            if len(got) < begin:
                return None
            [size] = kind.unpack_from(got, 2)
        if len(got) < begin + size:
            return None
        self._got = got[begin + size :]
        return got[0] & 15, got[begin : begin + size]

    def _take(self, kind: int, data: bytes) -> None:
        mark = data.find(b"@")
        if mark >= 0:
            self._heard.last = time.perf_counter()
            sent = float(data[mark + 1 : data.index(b" ", mark)])
            self._heard.latencies.append(self._heard.last - sent)
        elif kind == PING:
            self._write(0x8A, data)
        elif kind == CLOSE:
            self._heard.wrong.append(f"closed: {data!r}")
        else:
            self._answer(json.loads(data))

    def _answer(self, message: dict[str, Any]) -> None:
        match message["type"]:
            case "connection_ack":
                self._say("subscribe", id="1", payload={"query": self._subscription})
                self.subscribed.set_result(None)
            case "ping":
                self._say("pong")
            case "error" | "complete":
                self._heard.wrong.append(str(message))

    def _say(self, kind: str, **more: Any) -> None:
        self._write(0x81, json.dumps({"type": kind, **more}).encode())

    def _write(self, kind: int, data: bytes) -> None:
        """A mask of zeros changes nothing."""
        size = bytes([0x80 | len(data)]) if len(data) < 126 else b"\xfe" + _SHORT.pack(len(data))
        self._transport.write(bytes([kind]) + size + bytes(4) + data)


def _given(one: Listener) -> Listener:
    return one


async def listen(server: Server, users: Sequence[int], heard: Heard) -> list[Listener]:
    """A socket for each of these users, all subscribed."""
    dialect = server.requests.dialect
    loop, made = asyncio.get_running_loop(), list[Listener]()
    async with asyncio.timeout(READY_SECONDS):
        for start in range(0, len(users), AT_ONCE):
            some = [
                Listener(dialect.documents["live"], f"Bearer {token(dialect.subject(user))}", heard)
                for user in users[start : start + AT_ONCE]
            ]
            for one in some:
                await loop.create_connection(partial(_given, one), "127.0.0.1", server.port)
            await asyncio.gather(*[one.subscribed for one in some])
            made += some
    return made
