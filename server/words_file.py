"""The service's list of banned words: a file, read again whenever it changes."""

import asyncio
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeAlias

import structlog
from aiohttp import web

from rules.hiding import Filter
from server.background import run_beside

POLL = 2.0
"""Seconds between two looks at the file."""

Stamp: TypeAlias = tuple[int, int]

log = structlog.get_logger("doorstep.words")


@dataclass(frozen=True, slots=True)
class WordsFile:
    """A file as it was read; `stamp` changes with it: its time, and its size for times that are coarse."""

    path: Path
    stamp: Stamp
    words: tuple[str, ...]


def read_words(path: Path) -> WordsFile:
    """One word or phrase a line, in UTF-8. OSError or ValueError if it cannot be read."""
    stamp = _stamp(path)
    return WordsFile(path, stamp, tuple(path.read_text(encoding="utf-8").splitlines()))


def add_words(app: web.Application, filter: Filter, file: WordsFile, poll: float = POLL) -> None:
    """Bans the file's words, and what it holds later while the application runs.

    A file that cannot be read any more is logged, and the list stays; so is a line that no text could match.
    """
    _ban(filter, file)
    run_beside(app, partial(_watch, filter, file, poll))


async def _watch(filter: Filter, file: WordsFile, poll: float) -> None:
    known: Stamp | None = file.stamp
    while True:
        await asyncio.sleep(poll)
        try:
            if _stamp(file.path) != known:
                known = await asyncio.to_thread(_reload, filter, file.path)
                log.info("banned words were read again")
        except (OSError, ValueError) as error:
            if known is not None:
                log.warning("banned words cannot be read", error=type(error).__name__)
            known = None


def _reload(filter: Filter, path: Path) -> Stamp:
    file = read_words(path)
    _ban(filter, file)
    return file.stamp


def _ban(filter: Filter, file: WordsFile) -> None:
    filter.banned = filter.compile(file.words)
    idle = [line for line, word in enumerate(file.words, 1) if word.strip() and not filter.needle(word)]
    if idle:
        log.warning("lines of banned words are left out: no text could match them", lines=idle)


def _stamp(path: Path) -> Stamp:
    found = path.stat()
    return found.st_mtime_ns, found.st_size
