"""The choices of a recipient: words with an end or for names, classes of senders, and quiet time (behaviour 6)."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import Enum, IntEnum
from typing import NamedTuple, Self

from rules.eligibility import micros
from rules.filtering.reasons import NONE, HiddenReason
from rules.filtering.words import LONGEST_NEEDLE, LONGEST_WORD, MOST_WORDS
from rules.policy import Policy
from rules.problems import Flaw, InvalidInputReason, flaw_of_end
from rules.text import flaw_of_kept


class FilterPlace(IntEnum):
    """The place in which a word is looked for. The numbers are stored."""

    TEXT = 0
    NAME = 1


@dataclass(frozen=True, slots=True)
class FilterEntry:
    """A word of the list of words has no end, and is for texts. `needle` is what is looked for."""

    word: str
    place: FilterPlace
    until: datetime | None
    needle: str = ""

    def is_on(self, now: datetime) -> bool:
        """By the clock: nothing is written when its time is over."""
        return self.until is None or now < self.until


def own_entries(
    given: Sequence[FilterEntry], needle: Callable[[str], str], now: datetime
) -> tuple[FilterEntry, ...] | Flaw:
    """Trimmed, with their needles; or the flaw of the list, or of the first entry that cannot be used."""
    if len(given) > MOST_WORDS:
        return Flaw(InvalidInputReason.TOO_MANY, MOST_WORDS)
    entries = []
    for one in given:
        entry = replace(one, word=one.word.strip())
        if flaw := _flaw(entry, now):
            return flaw
        # The work grows with the length of the word.
        entry = replace(entry, needle=needle(entry.word))
        if not 1 <= len(entry.needle) <= LONGEST_NEEDLE:
            return Flaw(InvalidInputReason.UNMATCHABLE)
        entries.append(entry)
    return tuple(dict.fromkeys(entries))


def _flaw(entry: FilterEntry, now: datetime) -> Flaw | None:
    if flaw := flaw_of_kept(entry.word, LONGEST_WORD):
        return flaw
    reason = flaw_of_end(entry.until, now) if entry.until else None
    return Flaw(reason) if reason else None


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def entries_of(stored: str | None) -> list[FilterEntry]:
    """In the order that the user chose, those that are over too; None: there are none."""
    return [
        FilterEntry(word, FilterPlace(place), until and _EPOCH + timedelta(microseconds=until), needle)
        for word, place, until, needle in json.loads(stored or "[]")
    ]


def stored_form(entries: Iterable[FilterEntry]) -> str | None:
    """A JSON list, for `entries_of`; an end is microseconds since the epoch."""
    found = [[one.word, one.place, one.until and micros(one.until - _EPOCH), one.needle] for one in entries]
    return json.dumps(found, ensure_ascii=False) if found else None


def needles_in(entries: Iterable[FilterEntry], place: FilterPlace, now: datetime) -> str:
    """The words that are looked for in this place now, a line each."""
    return "\n".join(one.needle for one in entries if one.place == place and one.is_on(now))


class Destination(Enum):
    """The folder for the requests of a class."""

    REQUESTS = "Requests"
    HIDDEN = "Hidden"


_CHOICES = (None, Destination.REQUESTS, Destination.HIDDEN)


class RequestPolicy(NamedTuple):
    """A choice for each class, in the order in which the classes decide; None: the class decides nothing."""

    mutual_follows: Destination | None = None
    recent_accounts: Destination | None = None
    followers: Destination | None = None
    unverified: Destination | None = None
    strangers: Destination | None = None

    @property
    def number(self) -> int:
        """The stored form: a digit of base 3 for each class, the first one lowest."""
        return sum(_CHOICES.index(choice) * 3**place for place, choice in enumerate(self))

    @classmethod
    def of(cls, number: int) -> Self:
        """From the stored form."""
        return cls(*(_CHOICES[number // 3**place % 3] for place in range(len(cls._fields))))

    def destination(self, classes: Sequence[bool]) -> Destination:
        """That of the sender's first class with a choice; Requests if there is none."""
        choices = zip(self, classes, strict=True)
        return next((choice for choice, is_in in choices if choice and is_in), Destination.REQUESTS)


@dataclass(frozen=True, slots=True)
class SenderTies:
    """The sender's public facts that put it into classes."""

    account_created_at: datetime
    is_verified: bool
    follows_recipient: bool
    has_mutual_follows: bool

    def classes(self, now: datetime, policy: Policy) -> tuple[bool, ...]:
        """Whether it is in each class, in their order. An account is recent while younger than `recent_account`."""
        is_recent = now - self.account_created_at < policy.recent_account
        return self.has_mutual_follows, is_recent, self.follows_recipient, not self.is_verified, True


def policy_reasons(number: int, sender: SenderTies, now: datetime, policy: Policy) -> HiddenReason:
    """POLICY if the recipient's policy, in its stored form, puts this sender's requests into Hidden."""
    if not number:
        return NONE
    destination = RequestPolicy.of(number).destination(sender.classes(now, policy))
    return HiddenReason.POLICY if destination is Destination.HIDDEN else NONE


HOUR = timedelta(hours=1)


def pause_reasons(
    until: datetime | None, waits_since: datetime | None, now: datetime, policy: Policy
) -> HiddenReason:
    """PAUSED for a request that begins before `until`; one that waits already stays where it is.

    `waits_since`: the last message of a request that waits, None for one that begins. From the archive it begins again.
    """
    is_paused = until is not None and now < until
    is_here = waits_since is not None and waits_since >= now - policy.archive_after
    return HiddenReason.PAUSED if is_paused and not is_here else NONE


def suggests_pause(
    recent_requests: int, paused_until: datetime | None, now: datetime, policy: Policy
) -> bool:
    """Whether so many requests came within an HOUR that a pause may help; not during one."""
    is_paused = paused_until is not None and now < paused_until
    return recent_requests >= policy.pause_suggested_at and not is_paused
