"""Links, addresses, phone numbers and names at other services in a text, however disguised (behaviour 6.5, 6.22)."""

import re
from dataclasses import dataclass

from rules.address_disguises import written_out
from rules.addresses import Addresses
from rules.handles import has_handle
from rules.hiding import NONE, HiddenReason
from rules.phone_numbers import PhoneNumbers
from rules.shown import shown

_ENCLOSING = re.compile("[\u20d0-\u20ff]")
_PICTURE_DIGITS = re.compile(
    "[0-9]\ufe0f?\u20e3|[\u2460-\u249b\u24f5-\u24fe\u2776-\u2793\U0001d7ce-\U0001d7ff\U0001f100-\U0001f10a]"
)
_FEWEST_PICTURES = 5


@dataclass(frozen=True)
class Contacts:
    """What links, addresses and numbers are found by."""

    addresses: Addresses
    numbers: PhoneNumbers

    def find(self, text: str, region: str | None) -> HiddenReason:
        """LINK, CONTACT_DETAILS, both or neither, by the text and the region of its sender alone."""
        seen = _ENCLOSING.sub("", shown(text))
        line = " ".join(seen.split())
        in_pictures = not text.isascii() and len(_PICTURE_DIGITS.findall(text)) >= _FEWEST_PICTURES
        is_reachable = has_handle(line) or self.numbers.are_in(line, region, in_pictures)
        details = HiddenReason.CONTACT_DETAILS if is_reachable else NONE
        return self.addresses.find(written_out(line)) | details
