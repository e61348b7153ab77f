"""Numbers that are no phone numbers by their shape: times, dates, sums, decimals, scores, books."""

import re

UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
"""Letters between which no space parts words, as the inside of a set of `re`."""

_TIME = r"(?:[01]?\d|2[0-4])[.:h][0-5]\d"
_HOUR = r"(?:[01]?\d|2[0-4])"
_TO = r"\s?(?:[-\u2013\u2014~/]|to|bis|do|до|à|a|till)\s?"
_YEAR = r"(?:1[5-9]|20)\d\d"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_DATE = "|".join(
    rf"{day}{by}\s?{month}{by}\s?(?:{_YEAR}|\d\d)"
    for by, day, month in (
        (r"\.", _DAY, _MONTH),
        ("/", _DAY, _MONTH),
        ("-", _DAY, _MONTH),
        ("/", _MONTH, _DAY),
        ("-", _MONTH, _DAY),
    )
)
_PAIR = r"\d{1,3}[-\u2013:]\d{1,3}"

_KINDS = (
    rf"{_TIME}(?:[.:]\d\d)?(?:{_TO}{_TIME})+",
    rf"{_TIME}{_TO}{_HOUR}|{_HOUR}{_TO}{_TIME}",
    r"[01]\d[0-5][05]\s?[-\u2013]\s?[0-2]\d[0-5][05]",
    rf"(?:{_DATE})(?:{_TO}(?:{_DATE}))?",
    rf"{_YEAR}(?P<b>[./ -]){_MONTH}(?P=b){_DAY}(?:[T ]\d\d[.:-]\d\d(?:[.:-]\d\d)?)?",
    rf"{_DAY} {_MONTH} {_YEAR}",
    rf"{_DAY}\.{_MONTH}\.?\s?[-\u2013]\s?{_DAY}\.{_MONTH}\.(?:{_YEAR}|\d\d)?",
    rf"{_DAY}\.?\s?[-\u2013]\s?{_DAY}[./]{_MONTH}[./](?:{_YEAR}|\d\d)?",
    r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[T_ -]?\d{4}(?:\d\d)?)?",
    rf"{_YEAR}(?:\s?[-/\u2013\u2014, ]\s?(?:{_YEAR}|\d\d(?!\d)))+",
    r"(?!0)\d{1,3}(?P<c>[,'\u2019])\d{3}(?:(?P=c)\d{3})*(?:\.\d+)?",
    r"(?!0)\d{1,2}(?:\.\d{3}){2,}(?:,\d+)?",
    r"\d{1,3}(?:,\d\d)+,\d{3}",
    r"(?!0\d)\d+\.\d+",
    r"97[89](?:[ -]?\d){10}",
    r"\d{1,5}-\d{1,7}-\d{1,7}-[\dXx]",
    r"\d{2,7}-\d\d-\d",
    r"\d{5}-\d{3}",
    r"(?!0\d|\d{2,3}(?:\.\d\d){3}(?!\d))\d{1,3}(?:\.\d{1,3}){3}",
    r"\d{4}(?P<d>[ -])\d{4}(?P=d)\d{4}(?P=d)\d{4}",
    rf"{_PAIR}(?:[ ,;/]{{1,2}}{_PAIR})+",
)
_COUNTING = r"\d{1,2} \d{1,2} (?:\d{1,3}(?!\d)|\d{5})|\d{1,3}(?![\d .,:/'\u2019\u2013\u2014~h-])"
"""None of them begins so: a row of numbers is passed by quickly."""

_HONEST = re.compile(
    rf"(?<![^\W{UNSPACED}])(?<![.,:/+-])(?!{_COUNTING})(?:{'|'.join(_KINDS)})(?![^\W{UNSPACED}]|\. ?\d|[,:/-]\d)"
)
_ACCOUNT = re.compile(r"(?<!\w)[A-Z]{2}\d\d(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,4})?(?!\w)")
"""IBAN."""


def without_honest_numbers(text: str) -> str:
    """A semicolon for each, so that what stands beside it is not read together."""
    return _HONEST.sub(";", _ACCOUNT.sub(";", text))
