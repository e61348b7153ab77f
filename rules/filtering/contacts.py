"""Links, addresses, phone numbers and names at other services in a text, however disguised (behaviour 6.5, 6.22).

File names, versions and missing spaces are no links.
"""

import re
import unicodedata
from dataclasses import dataclass

from rules.filtering import contact_words as known
from rules.filtering.disguises import written_out
from rules.filtering.normalize import without_unseen
from rules.filtering.phone_numbers import PhoneNumbers
from rules.filtering.reasons import NONE, HiddenReason

_WORD = re.compile(r"[^\W\d_]+")

_MAIL = re.compile(
    r"(?:(?<!\w)mailto:)?(?<![\w.+%-])[\w.+%-]++@((?:[\w-]++\.(?=\w))*+[^\W_]+)(?!\w)", re.IGNORECASE
)

_URL = re.compile(r"(?<![a-z])[a-z][a-z\d+-]{1,20}://\S|(?<!\w)www\d?\.[^\W_]", re.IGNORECASE)
_HOST = re.compile(
    r"(?<![\w@.-])(?P<name>[^\W_][\w-]*+(?:\.[\w-]++)*\.(?P<zone>[\w-]++))(?P<port>:\d{2,5}(?!\d))?(?P<path>/[\w?#@~-])?(?P<call>\()?"
)
_VERSION = re.compile(r"(?:^|\W)v\.? ?$", re.IGNORECASE)
_TITLED = {"com", "net", "org", "de", "ru", "uk"}
_NUMBERED = {"com", "net", "org"}
"""Endings after a name of digits only; before a dot they begin the name of a package."""

_UNDER_A_STATE = {"co", "com", "org", "gov", "edu", "ac"}
_MACHINES = {"ip", "server", "host", "connect", "join"}
_NO_MACHINES = {"0", "127", "255"}

_NET = re.compile(r"/\d\d?(?!\w)")

_AT_HOME = re.compile(r"(?:10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\.")
"""Addresses in a private network, which other people cannot reach."""

_NEAR = 32


class Addresses:
    """Finds addresses by the known top-level domains, in lower case."""

    def __init__(self, zones: frozenset[str]) -> None:
        self._zones = zones

    def find(self, text: str) -> HiddenReason:
        """LINK, CONTACT_DETAILS, both or neither."""
        if "." not in text and "@" not in text and "://" not in text:
            return NONE
        found = NONE
        if any(self._is_mail(host) for host in _MAIL.findall(text)):
            found, text = HiddenReason.CONTACT_DETAILS, _MAIL.sub(" ", text)
        if _URL.search(text) or any(map(self._is_link, _HOST.finditer(text))):
            found |= HiddenReason.LINK
        return found

    def _is_mail(self, host: str) -> bool:
        name, _, zone = host.casefold().rpartition(".")
        return zone in (self._zones if name else known.PROVIDERS)

    def _is_link(self, found: re.Match[str]) -> bool:
        ending = found["zone"]
        zone = ending.casefold()
        if zone in self._zones:
            return _is_name(found, zone)
        if ending.isdigit():
            return _is_machine(found)
        return ending.istitle() and self._ends_a_sentence(found)

    def _ends_a_sentence(self, found: re.Match[str]) -> bool:
        """`example.com.Then`: the next sentence begins without a space."""
        labels = found["name"].casefold().split(".")
        zone = labels[-2]
        return len(labels) > 2 and zone in self._zones and zone not in known.WEAK_ZONES | known.FILE_ZONES


def _is_name(found: re.Match[str], zone: str) -> bool:
    *names, ending = found["name"].split(".")
    if found["path"] or (found["port"] and zone not in known.FILE_ZONES):
        return True
    if found["call"] and zone not in known.PLAIN_ZONES - known.CALLED:
        return False
    if zone in known.WEAK_ZONES and not _is_supported(found, names):
        return False
    if found["name"].casefold() in known.NOT_LINKS or _is_file(names, zone):
        return False
    if (ending.istitle() and zone not in _TITLED) or ("".join(names).isdigit() and zone not in _NUMBERED):
        return False
    return len(names) == 1 or not (names[0] in _NUMBERED or all(len(name) == 1 for name in names))


def _is_file(names: list[str], zone: str) -> bool:
    if len(names) > 1 and names[-1] in _UNDER_A_STATE:
        return False
    return zone in known.FILE_ZONES or (
        zone in known.SCRIPT_ZONES and names[0].casefold() in known.FILE_STEMS
    )


def _is_supported(found: re.Match[str], names: list[str]) -> bool:
    """Whether something besides an ending that is also a word shows that it is a link."""
    name = names[-1].casefold()
    if name in known.WEAK_NAMES or not name.isalpha():
        return True
    is_deep = len(names) > 1 and min(map(len, names)) > 1 and name not in known.WEAK_ZONES
    is_alone = len(found[0]) + 1 >= len(found.string)
    return is_deep or is_alone or not known.SITES.isdisjoint(_words_before(found))


def _words_before(found: re.Match[str]) -> list[str]:
    start = found.start()
    return _WORD.findall(found.string[max(0, start - _NEAR) : start].casefold())


def _is_machine(found: re.Match[str]) -> bool:
    """Four numbers of a public address count if one is too large for a version; a port or path always counts."""
    parts = found["name"].split(".")
    if len(parts) != 4 or not all(len(part) < 4 and part.isdecimal() and int(part) < 256 for part in parts):
        return False
    words = _words_before(found)
    if (
        parts[0] in _NO_MACHINES
        or not known.LABELS.isdisjoint(words)
        or _VERSION.search(found.string[: found.start()][-4:])
    ):
        return False
    if found["port"] or (found["path"] and not _NET.match(found.string, found.start("path"))):
        return True
    is_large = any(len(part) == 3 for part in parts)
    return not _AT_HOME.match(found["name"]) and (is_large or not _MACHINES.isdisjoint(words))


_UNSPACED = re.compile(known.SERVICES_UNSPACED)

_SERVICE = (
    rf"(?<!\w)(?:{'|'.join(sorted(known.SERVICES - {'line'}, key=len, reverse=True))}|line(?= id))(?!\w)"
)

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
    rf"(?:{known.SERVICES_UNSPACED}){_KIND} ?[:\uff1a]? ?(?:@{_NAME}|{_ODD})",
)

_HANDLE = re.compile("|".join(_KINDS))

_AT_THE_END = re.compile(
    rf"(?:^\W*|[.,;!?(] ?|{_OWN}){_SERVICE}{_KIND} ?[:=] ?(?P<name>[a-z]{{3,30}})[^\w?]*$"
)


def has_handle(text: str) -> bool:
    """`insta: joe_b`, `telegram @joe`, `my ig is joe.b`; spaces in the text must be single."""
    lowered = text.casefold()
    if known.SERVICES.isdisjoint(_WORD.findall(lowered)) and (
        text.isascii() or not _UNSPACED.search(lowered)
    ):
        return False
    if _HANDLE.search(lowered):
        return True
    last = _AT_THE_END.search(lowered)
    return last is not None and last["name"] not in known.NO_NAMES


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
