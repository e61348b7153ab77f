"""A text contains the same parts by the rules and in either database."""

import sys
import unicodedata

import pytest

from models.db.database import Database
from rules.text import fold_text, has_part

# ruff: noqa: RUF001 - it is about letters that look alike

ALIKE = [
    ("ΟΔΥΣΣΕΥΣ", "δυσσευς"),
    ("ὀδυσσεύς", "ΣΣΕΎΣ"),
    ("σοφός", "ΦΌΣ"),
    ("ΦΌΣ ΣΟΦΌΣ", "φός σοφόσ"),
    ("İSTANBUL", "istanbul"),
    ("istanbul", "İstanbul"),
    ("I\u0307zmir", "izmir"),
    ("DIŞ kapı", "dış KAPI"),
    ("STRASSE", "straße"),
    ("GROẞ", "gross"),
    ("groß", "GROẞ"),
    ("of\ufb01ce", "OFFICE"),
    ("OFFICE", "of\ufb01ce"),
    ("caf\u00e9", "CAFE\u0301"),
    ("CAFE\u0301", "caf\u00e9"),
    ("\u13a0\u13b5", "\uab70\uab85"),
    ("\uab70\uab85", "\u13a0\u13b5"),
    ("\uff28\uff25\uff2c\uff2c\uff2f", "hello"),
    ("ДЖЭЛА", "джэла"),
    ("한국", "\u1112\u1161\u11ab"),
]
UNLIKE = [("café", "cafe"), ("office", "offices"), ("abc", "b c")]
"""A text, and one that it does, or does not, contain."""
ODD = {"Cn", "Cs", "Co"}
"""Not given to a letter by then, halves of pairs, private."""


async def _answers(database: Database, pairs: list[tuple[str, str]]) -> list[bool]:
    found = []
    for text, part in pairs:
        [[held]] = await database.fetch("SELECT has_part($1, $2)", (text, part))
        found.append(bool(held))
    return found


@pytest.mark.shows("5.42")
async def test_letters_that_fold_in_odd_ways(database: Database) -> None:
    pairs = [(text, fold_text(part)) for text, part in (*ALIKE, *UNLIKE)]
    expected = [True] * len(ALIKE) + [False] * len(UNLIKE)

    assert [has_part(text, part) for text, part in pairs] == expected
    assert await _answers(database, pairs) == expected


@pytest.mark.shows("5.42")
async def test_every_letter_folds_as_the_rules_do(database: Database) -> None:
    """Alone, and after a letter that may compose with it; each text has to contain what the rules make of it."""
    known = [
        chr(point)
        for point in range(1, sys.maxunicode + 1)
        if unicodedata.category(chr(point)) not in {"Cn", "Cs"}
    ]
    for lead in ("", "a", "Σ"):
        text = "\n".join(lead + char for char in known if unicodedata.category(char) != "Co")
        [[held]] = await database.fetch("SELECT has_part($1, $2)", (text, fold_text(text)))
        assert held
