"""Links, addresses, phone numbers and names at other services in a text, however disguised (behaviour 6.5, 6.22)."""

import re
import unicodedata
from dataclasses import dataclass

from rules.filtering.contact_words import NO_NAMES, SERVICES, SERVICES_UNSPACED
from rules.filtering.disguises import written_out
from rules.filtering.links import Addresses
from rules.filtering.normalize import without_unseen
from rules.filtering.phone_numbers import PhoneNumbers
from rules.filtering.reasons import NONE, HiddenReason

_WORD = re.compile(r"[^\W\d_]+")

_UNSPACED = re.compile(SERVICES_UNSPACED)

_SERVICE = rf"(?<!\w)(?:{'|'.join(sorted(SERVICES - {'line'}, key=len, reverse=True))}|line(?= id))(?!\w)"

_KIND = r"(?: ?(?:id|name|user|username|handle|nick|acc|account|号|號|아이디|ник))?"

_NAME = r"[a-z][a-z\d_.]{2,29}"

_ODD = r"(?=[a-z.]*[\d_])[a-z][a-z\d_.]{3,29}"
"""A name that is not a word."""

_OWN = r"(?<!\w)(?:my|me on|mein|mon|mi|meu|mio|мой|мой ник в) "

_KINDS = (
    rf"{_SERVICE}{_KIND} ?[:=-]{{0,2}} ?@{_NAME}",
    rf"{_SERVICE}{_KIND} ?[:=] ?(?:{_ODD}|[a-z]+\.[a-z]+(?![\w?]))",
    rf"{_OWN}{_SERVICE}{_KIND}(?: ?[:=-] ?| (?:is |ist |es |est |è |é )?)@?(?:{_ODD}|[a-z]+\.[a-z]+[^\w?]*$)",
    r"(?<!\w)(?:tg|ig|insta|snap|kik) [a-z][a-z\d.]+_[a-z\d_.]+",
    rf"(?<!\w)(?:m|am|me|bin|mich|soy|suis|sou|sono|я) @{_NAME} (?:on|auf|sur|en|em|su|в) {_SERVICE}",
    rf"(?:{SERVICES_UNSPACED}){_KIND} ?[:\uff1a]? ?(?:@{_NAME}|{_ODD})",
)

_HANDLE = re.compile("|".join(_KINDS))

_AT_THE_END = re.compile(
    rf"(?:^\W*|[.,;!?(] ?|{_OWN}){_SERVICE}{_KIND} ?[:=] ?(?P<name>[a-z]{{3,30}})[^\w?]*$"
)


def has_handle(text: str) -> bool:
    """`insta: joe_b`, `telegram @joe`, `my ig is joe.b`; spaces in the text must be single."""
    lowered = text.casefold()
    if SERVICES.isdisjoint(_WORD.findall(lowered)) and (text.isascii() or not _UNSPACED.search(lowered)):
        return False
    if _HANDLE.search(lowered):
        return True
    last = _AT_THE_END.search(lowered)
    return last is not None and last["name"] not in NO_NAMES


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
