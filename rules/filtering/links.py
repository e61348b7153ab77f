"""Finds links and e-mail addresses in a text; file names, versions and missing spaces do not count."""

import re

from rules.filtering.contact_words import (
    CALLED,
    FILE_STEMS,
    FILE_ZONES,
    LABELS,
    NOT_LINKS,
    PLAIN_ZONES,
    PROVIDERS,
    SCRIPT_ZONES,
    SITES,
    WEAK_NAMES,
    WEAK_ZONES,
)
from rules.filtering.reasons import NONE, HiddenReason

_MAIL = re.compile(
    r"(?:(?<!\w)mailto:)?(?<![\w.+%-])[\w.+%-]++@((?:[\w-]++\.(?=\w))*+[^\W_]+)(?!\w)", re.IGNORECASE
)

_URL = re.compile(r"(?<![a-z])[a-z][a-z\d+-]{1,20}://\S|(?<!\w)www\d?\.[^\W_]", re.IGNORECASE)
_HOST = re.compile(
    r"(?<![\w@.-])(?P<name>[^\W_][\w-]*+(?:\.[\w-]++)*\.(?P<zone>[\w-]++))(?P<port>:\d{2,5}(?!\d))?(?P<path>/[\w?#@~-])?(?P<call>\()?"
)
_VERSION = re.compile(r"(?:^|\W)v\.? ?$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
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
        return zone in (self._zones if name else PROVIDERS)

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
        return len(labels) > 2 and zone in self._zones and zone not in WEAK_ZONES | FILE_ZONES


def _is_name(found: re.Match[str], zone: str) -> bool:
    *names, ending = found["name"].split(".")
    if found["path"] or (found["port"] and zone not in FILE_ZONES):
        return True
    if found["call"] and zone not in PLAIN_ZONES - CALLED:
        return False
    if zone in WEAK_ZONES and not _is_supported(found, names):
        return False
    if found["name"].casefold() in NOT_LINKS or _is_file(names, zone):
        return False
    if (ending.istitle() and zone not in _TITLED) or ("".join(names).isdigit() and zone not in _NUMBERED):
        return False
    return len(names) == 1 or not (names[0] in _NUMBERED or all(len(name) == 1 for name in names))


def _is_file(names: list[str], zone: str) -> bool:
    if len(names) > 1 and names[-1] in _UNDER_A_STATE:
        return False
    return zone in FILE_ZONES or (zone in SCRIPT_ZONES and names[0].casefold() in FILE_STEMS)


def _is_supported(found: re.Match[str], names: list[str]) -> bool:
    """Whether something besides an ending that is also a word shows that it is a link."""
    name = names[-1].casefold()
    if name in WEAK_NAMES or not name.isalpha():
        return True
    is_deep = len(names) > 1 and min(map(len, names)) > 1 and name not in WEAK_ZONES
    is_alone = len(found[0]) + 1 >= len(found.string)
    return is_deep or is_alone or not SITES.isdisjoint(_words_before(found))


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
        or not LABELS.isdisjoint(words)
        or _VERSION.search(found.string[: found.start()][-4:])
    ):
        return False
    if found["port"] or (found["path"] and not _NET.match(found.string, found.start("path"))):
        return True
    is_large = any(len(part) == 3 for part in parts)
    return not _AT_HOME.match(found["name"]) and (is_large or not _MACHINES.isdisjoint(words))
