"""Phone numbers in a text."""

import re

_NO_PHONE = re.compile(
    r"""\b(?:
        \d{1,3}(?:\.\d{1,3}){3}
        | \d{1,2}([./-])\d{1,2}\1\d{2,4}
        | \d{4}([./-])\d{1,2}\2\d{1,2}
        | (?:19|20)\d\d[ ]?[-/\u2013][ ]?(?:19|20)\d\d
    )\b""",
    re.VERBOSE,
)
"""IP addresses, dates, spans of years."""

_MORE = r"(?:[ ./()\u2010-\u2013-]{0,2}\d)"
_NUMBER = re.compile(rf"(?<![\w.,:$€£])\+?\(?\d{_MORE}{{6,14}}(?!\w|[.,:]\d)")
_ENOUGH = re.compile(rf"\d{_MORE}{{6}}")
_LOCAL = re.compile(r"\d{3}[ .-]\d{4}")
_FRACTION = re.compile(r"\d+\.\d+")
_FEWEST, _FEWEST_ABROAD = 8, 7


def has_phone_number(text: str) -> bool:
    """8 to 15 digits, or 7 with a leading + or written as 555-0123.

    No date, no span of years, no sum of money, no fraction, no IP address.
    """
    if not _ENOUGH.search(text):
        return False
    numbers = _NUMBER.finditer(_NO_PHONE.sub(";", text))
    return any(_is_phone_number(found[0]) for found in numbers)


def _is_phone_number(number: str) -> bool:
    if _FRACTION.fullmatch(number):
        return False
    fewest = _FEWEST_ABROAD if number.startswith("+") else _FEWEST
    return sum(map(str.isdigit, number)) >= fewest or _LOCAL.fullmatch(number) is not None
