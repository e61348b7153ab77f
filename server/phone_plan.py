"""Phone numbers of the world, from the library that keeps them."""

from functools import cache

from phonenumbers import (
    COUNTRY_CODE_TO_REGION_CODE,
    SUPPORTED_REGIONS,
    Leniency,
    PhoneNumberMatcher,
)

from rules.phone_numbers import PhoneNumbers

_MOST_TRIES = 3
"""A number and what may be one inside it: each try takes a fiftieth of a millisecond."""


@cache
def make_phone_numbers() -> PhoneNumbers:
    """By every calling code that is given out."""
    return PhoneNumbers(frozenset(map(str, COUNTRY_CODE_TO_REGION_CODE)), _is_number)


def _is_number(number: str, region: str | None) -> bool:
    """A region that the library does not know has no numbers."""
    land = _land(region or "")
    return PhoneNumberMatcher(number, land, Leniency.VALID, max_tries=_MOST_TRIES).has_next()


def _land(region: str) -> str | None:
    """`de`, `DE` and `de-BY` are one, and so is `en_GB` the United Kingdom."""
    parts = region.replace("_", "-").upper().split("-")
    return next((part for part in (*parts[:1], *parts[-1:]) if part in SUPPORTED_REGIONS), None)
