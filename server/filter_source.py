"""The tables of the request filter, from the libraries that keep them."""

import unicodedata
from functools import cache

from confusable_homoglyphs.confusables import confusables_data
from linkify_it.tlds import TLDS

from rules.addresses import Addresses
from rules.contacts import Contacts
from rules.folding import Folding
from rules.hiding import Filter
from server.phone_plan import make_phone_numbers

_I_OR_L = frozenset("lI1|")
_SMALL_CAPITAL = "LATIN LETTER SMALL CAPITAL "


def make_filter() -> Filter:
    """Without banned words yet."""
    return Filter(_folding(), _contacts().find)


@cache
def _contacts() -> Contacts:
    return Contacts(Addresses(_zones()), make_phone_numbers())


def _zones() -> frozenset[str]:
    """The endings of names, those of other scripts as they are shown too."""
    zones = [zone.lower() for zone in TLDS]
    return frozenset(zones + [zone.encode().decode("idna") for zone in zones if zone.startswith("xn--")])


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
