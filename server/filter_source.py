"""The tables of the request filter, from the libraries that keep them."""

import re
import unicodedata
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from confusable_homoglyphs.confusables import confusables_data
from linkify_it import LinkifyIt
from linkify_it.tlds import TLDS

from rules.folding import Folding
from rules.hiding import NONE, Filter, FindContacts, HiddenReason

_MAYBE = re.compile(r"[.:@/]\S")
_WITH_ADDRESS = {"mailto:": HiddenReason.CONTACT_DETAILS}
_I_OR_L = frozenset("lI1|")
_SMALL_CAPITAL = "LATIN LETTER SMALL CAPITAL "


def make_filter() -> Filter:
    """Without banned words yet."""
    return Filter(_folding(), _finder())


@cache
def _finder() -> FindContacts:
    zones = [zone.lower() for zone in TLDS]
    zones += [zone.encode().decode("idna") for zone in zones if zone.startswith("xn--")]
    links = LinkifyIt({}, {"fuzzy_ip": True}).tlds(_by_first_letter(zones))

    def find_contacts(text: str) -> HiddenReason:
        return _find(links, text)

    return find_contacts


def _by_first_letter(zones: list[str]) -> list[str]:
    """As expressions, a letter each: the finder tries them one after the other at every dot."""
    grouped = groupby(sorted(zones), key=itemgetter(0))
    return [f"{first}(?:{'|'.join(zone[1:] for zone in group)})" for first, group in grouped]


def _find(links: Any, text: str) -> HiddenReason:
    """The finder reads only what may be an address: it takes milliseconds for a long text."""
    if not _MAYBE.search(text):
        return NONE
    candidates = " ".join(filter(_MAYBE.search, dict.fromkeys(text.split())))
    found = NONE
    for link in links.match(candidates) or []:
        found |= _WITH_ADDRESS.get(link.schema, HiddenReason.LINK)
    return found


@cache
def _folding() -> Folding:
    small: dict[str, str] = {}
    capitals: dict[str, str] = {}
    for char, twins in confusables_data.items():
        latin = next(filter(None, (_latin(twin["c"]) for twin in twins)), None)
        if latin and _is_foreign_letter(char):
            (small if char == char.casefold() else capitals)[char] = latin
    return Folding(small, capitals)


def _latin(twin: str) -> str | None:
    """The small letter that a twin of the table stands for, if it is Latin."""
    if twin in _I_OR_L:
        return "1"
    if len(twin) == 1 and twin.isascii() and twin.isalnum():
        return twin.lower()
    name = unicodedata.name(twin, "") if len(twin) == 1 else ""
    letter = name.removeprefix(_SMALL_CAPITAL)
    return letter.lower() if letter != name and len(letter) == 1 else None


def _is_foreign_letter(char: str) -> bool:
    return len(char) == 1 and not char.isascii() and unicodedata.category(char).startswith("L")
