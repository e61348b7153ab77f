"""The places of SQL, and forms of querysets that are forbidden: text and number never depend on the data."""

import re
from pathlib import Path

import pytest

from models.db.statements import Select

ROOT = Path(__file__).parents[2]
FLOORS = ("models", "resolvers", "events", "schema", "rules")
FILES = [
    path
    for floor in FLOORS
    for path in (ROOT / floor).rglob("*.py")
    if not path.is_relative_to(ROOT / "models/db")
]
OF_THE_HOST = {"models/provisioning.py", "models/retention.py"}
"""No sender reaches these."""

PAST_THE_STATEMENTS = re.compile(r"\b(?:db|tx|database|orm)\.(?:fetch|execute\w*)\(")
RAW = re.compile(r"\.(?:raw|execute_sql)\(|RawSQL")
OF_VARYING_TEXT = re.compile(r"__in=|prefetch_related|\.fetch_related|in_bulk")
UNBOUND = re.compile(r"\b(?!cls|model)[A-Z][a-z]\w+\.(?:filter|exclude|annotate|first|all\(\))")
"""A queryset that begins without `Model.all(db.orm)` would run on the database that its task used last."""


def hits(pattern: re.Pattern[str], files: list[Path]) -> list[str]:
    found = ((path, pattern.findall(path.read_text())) for path in files)
    return [f"{path.relative_to(ROOT)}: {texts}" for path, texts in found if texts]


def test_no_statement_goes_past_its_class() -> None:
    assert hits(PAST_THE_STATEMENTS, FILES) == []
    assert hits(RAW, FILES) == []


def test_a_queryset_has_one_text() -> None:
    assert (
        hits(OF_VARYING_TEXT, [path for path in FILES if str(path.relative_to(ROOT)) not in OF_THE_HOST])
        == []
    )


def test_a_queryset_names_its_connection() -> None:
    assert hits(UNBOUND, [path for path in FILES if path.parts[-2] == "models"]) == []


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (PAST_THE_STATEMENTS, "await tx.execute(sql, ())"),
        (RAW, "User.all(db.orm).raw(sql)"),
        (OF_VARYING_TEXT, "found.filter(id__in=keys)"),
        (UNBOUND, "await User.filter(id=1)"),
    ],
)
def test_the_guards_see_what_they_guard_against(pattern: re.Pattern[str], text: str) -> None:
    assert pattern.search(text)


def test_a_statement_without_a_reason_is_refused() -> None:
    with pytest.raises(TypeError):
        Select(Path, "SELECT 1")
