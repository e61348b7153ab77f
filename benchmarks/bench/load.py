"""The load: keep-alive connections in a closed loop, on raw sockets, since the machine is shared with the servers."""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

from benchmarks.bench.workloads import EDGE, PROOFS

CONNECTIONS = 32
HEAD_END, LENGTH = b"\r\n\r\n", b"content-length:"
PATIENCE = 30


class WrongAnswer(Exception):
    """An answer with an error, or without what was asked for."""


@dataclass(slots=True)
class Tally:
    """The result of a run: the seconds of each answer and of the whole. It fails at the first wrong one."""

    requests: Iterator[bytes]
    proof: bytes
    until: float
    latencies: list[float] = field(default_factory=list)
    seconds: float = 0.0

    def take(self, head: bytes, body: bytes, seconds: float) -> None:
        """Counts an answer, or raises WrongAnswer."""
        if b" 200 " not in head[:16] or self.proof not in body or b'"errors"' in body:
            raise WrongAnswer((head[:40] + b" " + body[:400]).decode(errors="replace"))
        self.latencies.append(seconds)


class Caller(asyncio.Protocol):
    """One connection; the next request goes out when the answer is here."""

    def __init__(self, tally: Tally) -> None:
        self._tally = tally
        self._got = b""
        self._head = self._size = 0
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Sends the first request."""
        self._transport = cast("asyncio.Transport", transport)
        self._send()

    def connection_lost(self, error: Exception | None) -> None:
        """Early: the run fails."""
        if not self.done.done():
            self.done.set_exception(error or WrongAnswer("the server closed the connection"))

    def data_received(self, data: bytes) -> None:
        """A part of an answer, or all of it."""
        self._got = self._got + data if self._got else data
        if not self._size and not self._measure():
            return
        if len(self._got) >= self._size:
            self._finish()

    def _measure(self) -> bool:
        self._head = self._got.find(HEAD_END)
        if self._head < 0:
            return False
        head = self._got[: self._head].lower() + b"\r\n"
        begin = head.find(LENGTH) + len(LENGTH)
        self._size = self._head + len(HEAD_END) + int(head[begin : head.index(b"\r\n", begin)])
        return True

    def _send(self) -> None:
        self._got, self._size = b"", 0
        self._at = time.perf_counter()
        if self._at >= self._tally.until or (request := next(self._tally.requests, None)) is None:
            self.stop()
            return
        self._transport.write(request)

    def stop(self) -> None:
        """Closes the connection while no answer is awaited."""
        if not self.done.done():
            self.done.set_result(None)
        self._transport.close()

    def _finish(self) -> None:
        seconds = time.perf_counter() - self._at
        try:
            self._tally.take(self._got[: self._head], self._got[self._head :], seconds)
        except WrongAnswer as error:
            self.done.set_exception(error)
            self._transport.close()
            return
        self._send()


async def drive(
    port: int, workload: str, requests: Iterator[bytes], seconds: float, connections: int = CONNECTIONS
) -> Tally:
    """Runs for so long, or until all requests are answered; WrongAnswer if one answer is wrong."""
    proof = PROOFS.get(workload, EDGE)
    began = time.perf_counter()
    tally = Tally(requests, proof, began + seconds)
    loop = asyncio.get_running_loop()
    made = [
        await loop.create_connection(lambda: Caller(tally), "127.0.0.1", port) for _ in range(connections)
    ]
    async with asyncio.timeout(seconds + PATIENCE):
        await asyncio.gather(*[caller.done for _, caller in made])
    tally.seconds = time.perf_counter() - began
    return tally


async def ask_once(port: int, request: bytes) -> bytes:
    """The body of one answer, whatever it is."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(request)
        head = (await reader.readuntil(HEAD_END)).lower()
        size = int(head.split(LENGTH)[1].split(b"\r\n")[0])
        return await reader.readexactly(size)
    finally:
        writer.close()
