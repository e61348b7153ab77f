"""The printed page of states."""

from pathlib import Path

from tests.states import page

PAGE = Path(__file__).resolve().parents[2] / "docs" / "states.md"


def test_the_committed_page_is_the_tables_own() -> None:
    assert PAGE.read_text() == page(), "run `make states`"
