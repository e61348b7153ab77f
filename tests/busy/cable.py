"""The way to PostgreSQL, which a test can cut at a word."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from urllib.parse import parse_qs, urlsplit

from tests.databases import fast_folder

_SOCKET = ".s.PGSQL.5432"
_READY = b"Z\x00\x00\x00\x05"
_SIZE = 65536


class Loses(Enum):
    """The bytes that never arrive."""

    ANSWER = "the answer to a statement that has the word, once it is done"
    NEXT = "the next statement"
    ALL = "the answer to it, and every later connection"
    ALL_NEXT = "the next statement, and every later connection"
    SPEECH = "the answer to it, and all that is said later; every connection opens and none ends"
    SPEECH_NEXT = "the next statement, and all that is said later; every connection opens and none ends"

    @property
    def keeps_answer(self) -> bool:
        return self in {Loses.NEXT, Loses.ALL_NEXT, Loses.SPEECH_NEXT}


@dataclass
class Cable:
    """Cuts the first connection that carries the word, and no other unless it loses all."""

    url: str = ""
    word: bytes = b""
    loses: Loses = Loses.ANSWER
    is_gone: bool = False
    is_silent: bool = False
    lines: set[asyncio.StreamWriter] = field(default_factory=set)

    def cut(self, word: bytes, loses: Loses) -> None:
        self.word, self.loses = word, loses

    @property
    def is_cut(self) -> bool:
        return not self.word

    def mend(self) -> None:
        """Later connections work again."""
        self.is_gone = self.is_silent = False

    async def carry(self, server: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, until either side ends it."""
        if self.is_gone:
            writer.transport.abort()
            return
        self.lines.add(writer)
        far_reader, far_writer = await asyncio.open_unix_connection(server)
        line = _Line(self, writer)
        ways = [line.ask(reader, far_writer), line.answer(far_reader, writer)]
        tasks = [asyncio.create_task(way) for way in ways]
        with suppress(ConnectionError):
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self.lines.discard(writer)
        writer.transport.abort()
        far_writer.transport.abort()


@dataclass
class _Line:
    cable: Cable
    near: asyncio.StreamWriter
    is_met: bool = False

    async def ask(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(_SIZE):
            if self.is_met and self.cable.loses is Loses.SPEECH_NEXT:
                self.cable.is_silent = True
            elif self.is_met and self.cable.loses.keeps_answer:
                return
            if self.cable.is_silent:
                continue
            if self.cable.word and self.cable.word in data:
                self.is_met, self.cable.word = True, b""
                self.lose_others()
            writer.write(data)

    def lose_others(self) -> None:
        self.cable.is_gone = self.cable.loses in {Loses.ALL, Loses.ALL_NEXT}
        self.cable.is_silent = self.cable.loses is Loses.SPEECH
        for other in self.cable.lines - {self.near} if self.cable.is_gone else ():
            other.transport.abort()

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(_SIZE):
            if self.cable.is_silent:
                continue
            if not self.is_met or self.cable.loses.keeps_answer:
                writer.write(data)
            elif _READY in data:
                return


@asynccontextmanager
async def laid(url: str) -> AsyncIterator[Cable]:
    """To the server of this url."""
    [folder] = parse_qs(urlsplit(url).query)["host"]
    cable = Cable()
    with fast_folder() as near:
        carry = partial(cable.carry, f"{folder}/{_SOCKET}")
        listening = await asyncio.start_unix_server(carry, near / _SOCKET)
        cable.url = url.replace(folder, str(near))
        try:
            yield cable
        finally:
            listening.close()
