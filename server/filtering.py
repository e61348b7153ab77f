"""Builds the tables of the request filter from libraries, and reads the service's list of banned words."""

import asyncio
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TypeAlias

import orjson
import structlog
from linkify_it.tlds import TLDS
from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, SUPPORTED_REGIONS, Leniency, PhoneNumberMatcher

from rules.filtering.contacts import Addresses, Contacts
from rules.filtering.normalize import Folding
from rules.filtering.phone_numbers import PhoneNumbers
from rules.filtering.reasons import Filter
from server.files import read_text

_MOST_TRIES = 3
"""The most tries at a number and the numbers inside it: each try takes a fiftieth of a millisecond."""


@cache
def make_phone_numbers() -> PhoneNumbers:
    """Uses every assigned calling code."""
    return PhoneNumbers(frozenset(map(str, COUNTRY_CODE_TO_REGION_CODE)), _is_number)


def _is_number(number: str, region: str | None) -> bool:
    """A region that the library does not know has no numbers."""
    land = _land(region or "")
    return PhoneNumberMatcher(number, land, Leniency.VALID, max_tries=_MOST_TRIES).has_next()


def _land(region: str) -> str | None:
    """`de`, `DE` and `de-BY` are one region; `en_GB` is the United Kingdom."""
    parts = region.replace("_", "-").upper().split("-")
    return next((part for part in (*parts[:1], *parts[-1:]) if part in SUPPORTED_REGIONS), None)


_I_OR_L = frozenset("lI1|")
_SMALL_CAPITAL = "LATIN LETTER SMALL CAPITAL "


def make_filter() -> Filter:
    """The filter without banned words."""
    return Filter(_folding(), _contacts().find)


@cache
def _contacts() -> Contacts:
    return Contacts(Addresses(_zones()), make_phone_numbers())


def _zones() -> frozenset[str]:
    """The top-level domains; other scripts also as they are displayed."""
    zones = [zone.lower() for zone in TLDS]
    return frozenset(zones + [zone.encode().decode("idna") for zone in zones if zone.startswith("xn--")])


_LOOK_ALIKES = files("confusable_homoglyphs") / "confusables.json"
"""Only these are needed, once: the package's own module keeps more of them for good, in eight megabytes."""


@cache
def _folding() -> Folding:
    small: dict[str, str] = {}
    capitals: dict[str, str] = {}
    for char, twins in orjson.loads(_LOOK_ALIKES.read_bytes()).items():
        latin = next(filter(None, (_latin(twin["c"]) for twin in twins)), None)
        if latin and _is_foreign_letter(char):
            (small if char == char.casefold() else capitals)[char] = latin
    return Folding(small, capitals)


def _latin(twin: str) -> str | None:
    """The lower-case Latin letter that a look-alike in the table replaces, if it is Latin."""
    if twin in _I_OR_L:
        return "1"
    if len(twin) == 1 and twin.isascii() and twin.isalnum():
        return twin.lower()
    name = unicodedata.name(twin, "") if len(twin) == 1 else ""
    letter = name.removeprefix(_SMALL_CAPITAL)
    return letter.lower() if letter != name and len(letter) == 1 else None


def _is_foreign_letter(char: str) -> bool:
    return len(char) == 1 and not char.isascii() and unicodedata.category(char).startswith("L")


POLL = 2.0
"""Seconds between two checks of the file."""

Stamp: TypeAlias = tuple[int, int]

log = structlog.get_logger("doorstep.words")


@dataclass(frozen=True, slots=True)
class WordsFile:
    """A file as it was read; `stamp` changes with its time, and with its size where times are coarse."""

    path: Path
    stamp: Stamp
    words: tuple[str, ...]


def read_words(path: Path) -> WordsFile:
    """One word or phrase a line, in UTF-8. OSError or ValueError if it cannot be read."""
    stamp = _stamp(path)
    return WordsFile(path, stamp, tuple(read_text(path).splitlines()))


async def keep_banned(filter: Filter, file: WordsFile, poll: float = POLL) -> None:
    """Bans the file's words again whenever it changes; while it is unreadable the list stays, and the log says so."""
    known: Stamp | None = file.stamp
    while True:
        await asyncio.sleep(poll)
        try:
            if _stamp(file.path) != known:
                known = await asyncio.to_thread(_reload, filter, file.path)
                log.info("banned words reloaded")
        except (OSError, ValueError) as error:
            if known is not None:
                log.warning("banned words cannot be read", error=type(error).__name__)
            known = None


def _reload(filter: Filter, path: Path) -> Stamp:
    file = read_words(path)
    ban(filter, file)
    return file.stamp


def ban(filter: Filter, file: WordsFile) -> None:
    """Bans the file's words; lines that no text can match are logged."""
    filter.banned = filter.compile(file.words)
    idle = [line for line, word in enumerate(file.words, 1) if word.strip() and not filter.needle(word)]
    if idle:
        log.warning("banned words left out: no text can match these lines", lines=idle)


def _stamp(path: Path) -> Stamp:
    found = path.stat()
    return found.st_mtime_ns, found.st_size
