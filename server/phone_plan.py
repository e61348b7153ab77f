"""Phone numbers of the world, from the library that keeps them."""

from functools import cache

from phonenumbers import (
    COUNTRY_CODE_TO_REGION_CODE,
    SUPPORTED_REGIONS,
    Leniency,
    PhoneNumberMatcher,
)

from rules.phone_numbers import PhoneNumbers


@cache
def make_phone_numbers() -> PhoneNumbers:
    """By every calling code that is given out."""
    return PhoneNumbers(frozenset(map(str, COUNTRY_CODE_TO_REGION_CODE)), _is_number)


def _is_number(number: str, region: str | None) -> bool:
    """A region that the library does not know has no numbers."""
    return PhoneNumberMatcher(number, _land(region or ""), leniency=Leniency.VALID).has_next()


def _land(region: str) -> str | None:
    """`de`, `DE` and `de-BY` are one, and so is `en_GB` the United Kingdom."""
    parts = region.replace("_", "-").upper().split("-")
    return next((part for part in (*parts[:1], *parts[-1:]) if part in SUPPORTED_REGIONS), None)
