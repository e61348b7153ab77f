"""Advice for a request's text before it is sent."""

from collections.abc import Collection
from enum import Enum

from rules.hiding import HiddenReason
from rules.wording import Wording, plain

MOST_SENTENCES, MOST_LENGTH = 3, 300
REMEMBERED = 5
"""The last requests that a text is compared with."""


class DraftHint(Enum):
    """In the order in which they are given."""

    TOO_LONG = "TOO_LONG"
    BARE_GREETING = "BARE_GREETING"
    ONE_WORD = "ONE_WORD"
    NO_QUESTION = "NO_QUESTION"
    ALL_CAPITALS = "ALL_CAPITALS"
    LINK = "LINK"
    CONTACT_DETAILS = "CONTACT_DETAILS"
    REPEATED = "REPEATED"


def draft_hints(text: str, contacts: HiddenReason, earlier: Collection[str]) -> list[DraftHint]:
    """By the text alone; `contacts` is what `Filter.contacts` found in it, `earlier` the last requests, `plain`."""
    wording = Wording(text)
    holds = {
        DraftHint.TOO_LONG: len(text.strip()) > MOST_LENGTH or wording.count_sentences() > MOST_SENTENCES,
        DraftHint.BARE_GREETING: wording.only_greets(),
        DraftHint.ONE_WORD: len(wording.words) <= 1,
        DraftHint.NO_QUESTION: not wording.asks(),
        DraftHint.ALL_CAPITALS: wording.shouts(),
        DraftHint.LINK: HiddenReason.LINK in contacts,
        DraftHint.CONTACT_DETAILS: HiddenReason.CONTACT_DETAILS in contacts,
        DraftHint.REPEATED: plain(text) in earlier,
    }
    return [hint for hint, does_hold in holds.items() if does_hold]
