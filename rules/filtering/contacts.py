"""Links, addresses, phone numbers and names at other services in a text, however disguised (behaviour 6.5, 6.22)."""

import re
import unicodedata
from dataclasses import dataclass

from rules.filtering.disguises import written_out
from rules.filtering.handles import has_handle
from rules.filtering.links import Addresses
from rules.filtering.normalize import without_unseen
from rules.filtering.phone_numbers import PhoneNumbers
from rules.filtering.reasons import NONE, HiddenReason


def _is_long(char: str) -> bool:
    length = len(unicodedata.normalize("NFKC", char))
    return length > 2 or (length > 1 and char.isdigit())


_COMPATIBLE = filter(unicodedata.decomposition, map(chr, range(0x80, 0x1F300)))
_LONG = "".join(char for char in _COMPATIBLE if char != "…" and _is_long(char))
"""Characters that expand to 3 to 18 others, such as fractions and words, and digits with a dot."""

_STAND_INS = "".join(map(chr, range(0xF0000, 0xF0000 + len(_LONG))))
_AWAY, _BACK = str.maketrans(_LONG, _STAND_INS), str.maketrans(_STAND_INS, _LONG)
_LONG_ONES = frozenset(_LONG)


def shown(text: str) -> str:
    """Like `without_unseen`, but characters that would make the text long stay as they are."""
    if text.isascii() or _LONG_ONES.isdisjoint(text):
        return without_unseen(text)
    return without_unseen(text.translate(_AWAY)).translate(_BACK)


_ENCLOSING = re.compile("[\u20d0-\u20ff]")
_PICTURE_DIGITS = re.compile(
    "[0-9]\ufe0f?\u20e3|[\u2460-\u249b\u24f5-\u24fe\u2776-\u2793\U0001d7ce-\U0001d7ff\U0001f100-\U0001f10a]"
)
_FEWEST_PICTURES = 5


@dataclass(frozen=True)
class Contacts:
    """The tables that find links, addresses and numbers."""

    addresses: Addresses
    numbers: PhoneNumbers

    def find(self, text: str, region: str | None) -> HiddenReason:
        """LINK, CONTACT_DETAILS, both or neither; only the text and its sender's region decide."""
        seen = _ENCLOSING.sub("", shown(text))
        line = " ".join(seen.split())
        in_pictures = not text.isascii() and len(_PICTURE_DIGITS.findall(text)) >= _FEWEST_PICTURES
        is_reachable = has_handle(line) or self.numbers.are_in(line, region, in_pictures)
        details = HiddenReason.CONTACT_DETAILS if is_reachable else NONE
        return self.addresses.find(written_out(line)) | details
