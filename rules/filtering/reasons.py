"""Why a request goes to the Hidden folder (behaviour 6)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntFlag
from functools import lru_cache, reduce

from rules.filtering.normalize import Folding
from rules.filtering.spellings import Reading
from rules.filtering.words import Places, Words, needle
from rules.policy import Policy


class HiddenReason(IntFlag):
    """The numbers are stored as a sum."""

    BANNED_WORD = 1
    LINK = 2
    CONTACT_DETAILS = 4
    OWN_WORD = 8
    NEW_ACCOUNT = 16
    POLICY = 32
    PAUSED = 64
    OWN_WORD_NAME = 128


NONE = HiddenReason(0)


def union(*found: HiddenReason) -> HiddenReason:
    """As `|` of all, which asks the class for a member at each step."""
    return HiddenReason(reduce(int.__or__, found, 0))


MOST_NAMES = 4_096
"""Names of senders that are kept prepared: who writes once often writes again."""

FindContacts = Callable[[str, str | None], HiddenReason]
"""Takes a text and its sender's region; gives LINK, CONTACT_DETAILS, both or neither."""


def find_none(text: str, region: str | None) -> HiddenReason:
    """For callers that do not look for contacts."""
    return NONE


@dataclass
class Filter:
    """The checks of a text. `banned` is replaced whole when the server's list changes."""

    folding: Folding = field(default_factory=lambda: Folding({}, {}))
    contacts: FindContacts = find_none
    banned: Words | None = None

    def needle(self, word: str) -> str:
        """The form in which this word is searched; empty if no text can contain it."""
        return needle(word, self.folding)

    def compile(self, words: Iterable[str]) -> Words:
        """Prepares a list for the search."""
        return Words(map(self.needle, words))

    def readings(self, text: str) -> Iterator[Reading]:
        """The text, prepared for lists of words."""
        return map(Reading, self.folding.readings(text))

    def names_have(self, names: Iterable[str], needles: str) -> bool:
        """Whether one of a sender's names has one of these, one a line.

        The names are read whether or not there are needles, or the time of a send would tell.
        """
        found = [_places(self.folding, name).have(needles) for name in names]
        return any(found)

    def reasons(self, text: str, own_needles: str, region: str | None = None) -> HiddenReason:
        """All reasons that a text from this region gives a recipient with these needles, one a line."""
        found = self.contacts(text, region)
        readings = [*self.readings(text)]
        if self.banned and any(map(self.banned.are_in, readings)):
            found |= HiddenReason.BANNED_WORD
        if Places(readings).have(own_needles):
            found |= HiddenReason.OWN_WORD
        return found


@lru_cache(maxsize=MOST_NAMES)
def _places(folding: Folding, name: str) -> Places:
    return Places(map(Reading, folding.readings(name)))


def account_reasons(
    account_created_at: datetime, others_pending: int, now: datetime, policy: Policy
) -> HiddenReason:
    """NEW_ACCOUNT for a young account with too many pending requests: this one and `others_pending`."""
    is_young = now - account_created_at < policy.young_account
    too_many = others_pending + 1 > policy.young_account_requests
    return HiddenReason.NEW_ACCOUNT if is_young and too_many else NONE
