"""No statement has a bare number where an enum has a name; a migration keeps the numbers of its time."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FLOORS = ("models", "resolvers", "events")
SOURCES = [
    path
    for floor in FLOORS
    for path in sorted((ROOT / floor).rglob("*.py"))
    if path.parent.name != "migrations"
]
BARE = re.compile(
    r"(?<![:\w])\w*(?:folder|kind|audience|state|resolution|action|reason)\b\)?\s*"
    r"(?:=|<>|[<>]=?|(?:NOT )?IN \(|BETWEEN)\s*\d"
    r"|\b\d+ (?:NOT )?IN \(\w+\.?\w*folder",
    re.IGNORECASE,
)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_statement_names_what_it_compares(path: Path) -> None:
    assert BARE.findall(path.read_text()) == []


@pytest.mark.parametrize(
    "text", ["m.folder = 3", "folder IN (3, 4)", "e.kind<>5", "folder BETWEEN 0 AND 4", "2 IN (o.folder, 1)"]
)
def test_a_bare_number_is_found(text: str) -> None:
    assert BARE.search(text)
