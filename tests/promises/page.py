"""Reads the numbered promises of docs/behaviour.md."""

import re
from dataclasses import dataclass, fields

import pytest

from server.policy import names_of
from server.rates import Rates
from server.settings import Settings

PAGE = "docs/behaviour.md"
OF_THE_SERVICE = {variable.removeprefix("DOORSTEP_").lower() for variable in names_of(Rates)} | {
    field.name for field in fields(Settings)
}
"""Settings that the page names and the policy does not have."""
LINE = re.compile(r"- \*\*(?P<number>\d+\.\d+)\*\* (?P<text>.+?)(?P<planned> \*\(planned\)\*)?")


@dataclass(frozen=True, slots=True)
class Promise:
    """One line of the page; not built means that it ends in *(planned)*."""

    number: str
    text: str
    built: bool


def read_promises(page: str) -> list[Promise]:
    """The promises in the page's order; every list item of the page has to be one, else UsageError."""
    return [_read(line) for line in page.splitlines() if line.startswith("- ")]


def _read(line: str) -> Promise:
    match = LINE.fullmatch(line)
    if match is None:
        raise pytest.UsageError(f"{PAGE} has an item that is no numbered promise: {line}")
    return Promise(match["number"], match["text"], built=match["planned"] is None)
