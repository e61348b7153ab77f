"""Restores links and e-mail addresses that people disguise."""

import re
from collections import defaultdict
from collections.abc import Callable

from rules.filtering import contact_words as known
from rules.filtering.words import automaton_of

_OPENERS = "[({<*/|'\"_-"
_OPEN, _CLOSE = f"[{re.escape(_OPENERS)}]", "[\\])}>*/|'\"_-]"


def _any(words: frozenset[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_DOT, _AT = _any(known.DOT_WORDS), _any(known.AT_WORDS)
_LETTERS = re.compile(r"(?<!\S)(?:[\w.@:/-] ){2,}[\w.@:/-](?!\S)")
_IN_BRACKETS = re.compile(
    rf"{_OPEN}{{1,2}} ?(?:(?P<at>at|@|a|{_AT})|(?P<dot>{_DOT}|\.)|(?P<slash>slash)) ?{_CLOSE}{{1,2}}",
    re.IGNORECASE,
)
_AROUND_SIGN = re.compile(" ?\0 ?")
_SCHEME = re.compile(
    r"(?<!\w)h ?[tx*] ?[tx*] ?p ?s? ?(?:: ?|colon ?|//)(?:(?:/|\\|slash) ?){0,2}(?=[\w(\[])", re.IGNORECASE
)
_WWW = re.compile(
    r"(?<!\w)w ?w ?w ?(?:[.,]|dot|\u3002)? ?([\w-]{1,63}) ?(?:[.,]|dot)? ?(?=[a-z]{2,6}(?!\w))", re.IGNORECASE
)
_SPOKEN_AT = re.compile(
    rf"(?<![\w.+-])(?P<sender>[\w.+-]++) "
    rf"(?:(?P<at>at) (?=[\w-]+ d[o0]t )|(?:{_AT}) (?=[\w-]+(?:\.| (?:{_DOT}) )\w))",
    re.IGNORECASE,
)
_SPOKEN_DOT = re.compile(
    rf"(?<![\w-])(?P<host>[\w-]++(?: d[o0]t [\w-]++)?) (?:(?P<dot>d[o0]t)|(?P<punkt>punkt)|{_DOT}) "
    rf"(?P<zone>{_any(known.SPOKEN_ZONES)})(?!\w)",
    re.IGNORECASE,
)
_GLUED_DOT = re.compile(r"(?<!\w)(\w{3,}?)(?:dot|DOT)(com|net|org|COM|NET|ORG)(?!\w)")
_SPACED_DOT = re.compile(
    rf"(?<![\w-])(?P<host>[\w-]++)(?: [.\u3002\u2022\u00b7]|[\u3002\u2022\u00b7]) ?"
    rf"(?P<zone>{_any(known.PLAIN_ZONES)})(?!\w)",
    re.IGNORECASE,
)
_COMMA = re.compile(
    r"(?<=\w)(?: , ?(?=(?:com|net|org)(?!\w| \w))|,(?=com(?:$| ?[.!?)]))|,(?=(?:com|net|org|io|ly|gg)/\w))",
    re.IGNORECASE,
)

_AFTER_AT = re.compile(r"(\w@[\w-]++|\w @ ?[\w-]++(?=,)),? ?(com|net|org)(?=[ .!?)]*$)", re.IGNORECASE)

_LATE_DOT = re.compile(r"\. (?<=\w\. )(?=(?:com|net|org|ru|io)(?:/|$| ?[,;:!?)]))")
_SWAPPED = re.compile(r"\.(?:c [o0] m|c0m|сом|соm|сom|cоm|cом)(?!\w)", re.IGNORECASE)
_SPACED_PATH = re.compile(r"(?<=\w) ?\. ?([a-z]{2,6}) ?/ ?(?=\w)")
_KNOWN = re.compile(
    r"(?<![\w.])(bit|t|wa|discord|linktr|youtu|goo|instagram|paypal|onlyfans) (ly|me|gg|ee|be|gl|com)/(?=\w)",
    re.IGNORECASE,
)

_GLUED = re.compile(r"(?<![\w.])(t|wa)me/(?=\w)", re.IGNORECASE)

_SPACED_AT = re.compile(
    rf"(?<=[\w.])(?: ?@ (?=\w[\w-]*\.\w)| @(?=[\w-]+\.(?:{_any(known.PLAIN_ZONES)})(?!\w))"
    rf"| ?@ ?(?=(?:{_any(known.PROVIDERS)})(?!\w)))",
    re.IGNORECASE,
)

_SENDER = re.compile(
    r"(?<![\w.+-])(?P<sender>[\w.+-]++) at (?P<host>(?P<name>[\w-]++)(?:\.[\w-]++)*(?: com(?!\w))?)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w-]+")

_MAIL_ALONE = {"gmail", "googlemail", "hotmail", "icloud", "protonmail"}
"""Mail services only: `joe at gmail` is an address, while `joe at yahoo` may work there."""


def written_out(text: str) -> str:
    """`joe [at] example dot com` becomes `joe@example.com`; spaces in the text must be single."""
    needed = _needed(text)
    for number, (_, write) in enumerate(_STEPS):
        if number in needed:
            before, text = text, write(text)
            needed = needed if text == before else _needed(text)
    return text


def _needed(text: str) -> set[int]:
    """The numbers of the steps that may find something."""
    return {number for _, numbers in _SIGNS.iter(text.casefold()) for number in numbers}


def _join_letters(text: str) -> str:
    return _LETTERS.sub(lambda found: found[0].replace(" ", ""), text)


def _open_brackets(text: str) -> str:
    if not any(map(text.__contains__, _OPENERS)):
        return text

    def sign(found: re.Match[str]) -> str:
        return f"\0{'@' if found['at'] else '.' if found['dot'] else '/'}\0"

    return _AROUND_SIGN.sub("", _IN_BRACKETS.sub(sign, text))


def _write_spoken(text: str) -> str:
    return _SPOKEN_DOT.sub(_dotted, _write_spoken_at(text))


def _write_spoken_at(text: str) -> str:
    def sent(found: re.Match[str]) -> str:
        is_mail = not found["at"] or found["sender"].casefold() not in known.NOT_SENDERS
        return f"{found['sender']}@" if is_mail else found[0]

    return _SPOKEN_AT.sub(sent, text)


def _dotted(found: re.Match[str]) -> str:
    zone = found["zone"].casefold()
    if not found["dot"] and (zone not in known.PLAIN_ZONES or (zone == "de" and not found["punkt"])):
        return found[0]
    if found["host"].casefold() in known.NO_HOSTS:
        return found[0]
    host = re.sub(" d[o0]t ", ".", found["host"], flags=re.IGNORECASE)
    return f"{host}.{ {'ком': 'com', 'ру': 'ru'}.get(zone, zone) }".replace(" ", "")


def _close_dots(text: str) -> str:
    def closed(found: re.Match[str]) -> str:
        is_name = found["host"].casefold() not in known.NO_HOSTS and found["zone"] != "NET"
        return f"{found['host']}.{found['zone']}" if is_name else found[0]

    return _SPACED_DOT.sub(closed, text)


def _write_senders(text: str) -> str:
    says_mail = not known.MAILS.isdisjoint(_WORD.findall(text.casefold()))

    def sent(found: re.Match[str]) -> str:
        sender, name = found["sender"], found["name"].casefold()
        is_odd = name in _MAIL_ALONE and not sender.isalpha()
        is_mail = name in known.PROVIDERS and (says_mail or is_odd or found["host"].casefold() != name)
        return f"{sender}@{name}.com" if is_mail and sender.casefold() not in known.NOT_SENDERS else found[0]

    return _SENDER.sub(sent, text)


def _by(pattern: re.Pattern[str], replacement: str) -> Callable[[str], str]:
    return lambda text: pattern.sub(replacement, text)


_STEPS: tuple[tuple[tuple[str, ...], Callable[[str], str]], ...] = (
    ((" . ", " @ ", " : ", " dot ", " at "), _join_letters),
    ((".", "@", "at", "slash", *known.DOT_WORDS, *known.AT_WORDS), _open_brackets),
    ((":", "colon", "//"), _by(_SCHEME, "http://")),
    (("www", "w w w"), _by(_WWW, r"www.\1.")),
    ((*known.DOT_WORDS, *known.AT_WORDS), _write_spoken),
    (("dotcom", "dotnet", "dotorg"), _by(_GLUED_DOT, r"\1.\2")),
    ((" .", "\u3002", "\u2022", "\u00b7"), _close_dots),
    (("@",), _by(_AFTER_AT, r"\1.\2")),
    ((",com", ", com", ",net", ", net", ",org", ", org", "o/", "ly/", "gg/"), _by(_COMMA, ".")),
    ((". ",), _by(_LATE_DOT, ".")),
    (("c0m", ".c ", "м", "о", "с"), _by(_SWAPPED, ".com")),
    (("ly/", "me/", "gg/", "ee/", "be/", "gl/", "com/"), _by(_KNOWN, r"\1.\2/")),
    (("tme/", "wame/"), _by(_GLUED, r"\1.me/")),
    (("/",), _by(_SPACED_PATH, r".\1/")),
    (("@",), _by(_SPACED_AT, "@")),
    ((" at ",), _write_senders),
)
"""Each with lower-case texts, of which every match or what follows it contains one: most texts skip most steps."""


_NUMBERS: dict[str, list[int]] = defaultdict(list)
for _number, (_signs, _) in enumerate(_STEPS):
    for _sign in _signs:
        _NUMBERS[_sign].append(_number)

_SIGNS = automaton_of(_NUMBERS)
"""The signs of all steps, with the numbers of the steps."""
