"""Why a request goes to the Hidden folder (behaviour 6)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntFlag

from rules.filtering.normalize import Folding
from rules.filtering.places import Places
from rules.filtering.variants import Reading
from rules.filtering.words import Words, needle
from rules.policy import Policy


class HiddenReason(IntFlag):
    """The numbers are stored, added up."""

    BANNED_WORD = 1
    LINK = 2
    CONTACT_DETAILS = 4
    OWN_WORD = 8
    NEW_ACCOUNT = 16


NONE = HiddenReason(0)

FindContacts = Callable[[str, str | None], HiddenReason]
"""Looks at a text and the region of its sender: LINK, CONTACT_DETAILS, both or neither."""


def find_none(text: str, region: str | None) -> HiddenReason:
    """For who looks for no contacts."""
    return NONE


@dataclass
class Filter:
    """What a text is held against. `banned` is replaced whole when the server's list changes."""

    folding: Folding = field(default_factory=lambda: Folding({}, {}))
    find_contacts: FindContacts = find_none
    banned: Words | None = None

    def needle(self, word: str) -> str:
        """What is looked for where this word is; nothing if no text can have it."""
        return needle(word, self.folding)

    def compile(self, words: Iterable[str]) -> Words:
        """A list made ready to be looked for."""
        return Words(map(self.needle, words))

    def readings(self, text: str) -> Iterator[Reading]:
        """The text made ready for lists of words."""
        return map(Reading, self.folding.readings(text))

    def contacts(self, text: str, region: str | None = None) -> HiddenReason:
        """LINK and CONTACT_DETAILS, by the text and the region of its sender."""
        return self.find_contacts(text, region)

    def reasons(self, text: str, own_needles: str, region: str | None = None) -> HiddenReason:
        """Every reason that a text from this region gives to a recipient with these needles, one a line."""
        found = self.contacts(text, region)
        readings = [*self.readings(text)]
        if self.banned and any(map(self.banned.are_in, readings)):
            found |= HiddenReason.BANNED_WORD
        if Places(readings).have(own_needles):
            found |= HiddenReason.OWN_WORD
        return found


def account_reasons(
    account_created_at: datetime, others_pending: int, now: datetime, policy: Policy
) -> HiddenReason:
    """NEW_ACCOUNT for a young account with too many requests that wait, this one and `others_pending`."""
    is_young = now - account_created_at < policy.young_account
    too_many = others_pending + 1 > policy.young_account_requests
    return HiddenReason.NEW_ACCOUNT if is_young and too_many else NONE
