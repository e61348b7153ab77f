"""Finds names of people at other services, next to the name of the service."""

import re

from rules.filtering.contact_words import NO_NAMES, SERVICES, SERVICES_UNSPACED

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
