"""Links, e-mail addresses and phone numbers in a text, however disguised (behaviour 6.5, 6.6, 6.22, 6.23)."""

import re
import unicodedata
from dataclasses import dataclass

from rules.address_disguises import written_out
from rules.addresses import Addresses
from rules.folding import without_unseen
from rules.hiding import NONE, HiddenReason
from rules.phone_numbers import PhoneNumbers

_ENCLOSING = re.compile("[\u20d0-\u20ff]")
_PICTURE_DIGITS = re.compile("[0-9]\ufe0f?\u20e3|[\u2460-\u249b\u24f5-\u24fe\u2776-\u2793\U0001d7ce-\U0001d7ff\U0001f100-\U0001f10a]")
_FEWEST_PICTURES = 5
_LONG = re.compile("[\ufdf0-\ufdfb\u3300-\u33ff]")
"""One character becomes up to eighteen words: nothing that anybody could call or open."""


@dataclass(frozen=True)
class Contacts:
    """What links, addresses and numbers are found by."""

    addresses: Addresses
    numbers: PhoneNumbers

    def find(self, text: str, region: str | None) -> HiddenReason:
        """LINK, CONTACT_DETAILS, both or neither, by the text and the region of its sender alone."""
        shown = " ".join(_shown(text).split())
        in_pictures = not text.isascii() and len(_PICTURE_DIGITS.findall(text)) >= _FEWEST_PICTURES
        has_number = self.numbers.are_in(shown, region, in_pictures)
        number = HiddenReason.CONTACT_DETAILS if has_number else NONE
        return self.addresses.find(written_out(shown)) | number


def _shown(text: str) -> str:
    if text.isascii():
        return text
    return _ENCLOSING.sub("", without_unseen(_LONG.sub(" ", text)))
