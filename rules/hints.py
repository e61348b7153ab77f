"""Advice for a request's text before it is sent, and what is kept of it once it is."""

from collections.abc import Collection
from enum import IntFlag
from hashlib import blake2b

from rules.hiding import HiddenReason
from rules.wording import Wording, plain

MOST_SENTENCES, MOST_LENGTH = 3, 300
REMEMBERED = 5
"""The last requests that a text is compared with."""


class DraftHint(IntFlag):
    """In the order in which they are given. The numbers are stored, added up."""

    TOO_LONG = 1
    BARE_GREETING = 2
    ONE_WORD = 4
    NO_QUESTION = 8
    ALL_CAPITALS = 16
    LINK = 32
    CONTACT_DETAILS = 64
    REPEATED = 128


NO_HINTS = DraftHint(0)


def hints_of(text: str, contacts: HiddenReason) -> DraftHint:
    """By the text alone, so all but REPEATED; `contacts` is what `Filter.contacts` found in it."""
    wording = Wording(text)
    holds = {
        DraftHint.TOO_LONG: len(text.strip()) > MOST_LENGTH or wording.count_sentences() > MOST_SENTENCES,
        DraftHint.BARE_GREETING: wording.only_greets(),
        DraftHint.ONE_WORD: len(wording.words) <= 1,
        DraftHint.NO_QUESTION: not wording.asks(),
        DraftHint.ALL_CAPITALS: wording.shouts(),
        DraftHint.LINK: HiddenReason.LINK in contacts,
        DraftHint.CONTACT_DETAILS: HiddenReason.CONTACT_DETAILS in contacts,
    }
    return DraftHint(sum(hint for hint, does_hold in holds.items() if does_hold))


def mark_of(text: str) -> int:
    """64 bits with a sign, the same for texts that are `plain`ly the same: what later ones are compared with."""
    digest = blake2b(plain(text).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)


def repeated(mark: int, earlier: Collection[int]) -> DraftHint:
    """REPEATED, if the mark is one of the last requests'."""
    return DraftHint.REPEATED if mark in earlier else NO_HINTS
