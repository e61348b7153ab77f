"""The README's table of nouns names every file of the four floors that know nouns, and no other."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
HEAD = "| noun | "
FLOORS = ("rules", "models", "schema/types", "resolvers")
PRODUCT = ("execution", "events", "models", "resolvers", "rules", "schema", "server")


def table() -> list[list[str]]:
    """The rows of the table, each a list of its cells."""
    lines = iter((ROOT / "README.md").read_text().splitlines())
    head = next(line for line in lines if line.startswith(HEAD))
    assert [cell.strip(" /") for cell in head.split("|")[2:-1]] == list(FLOORS)
    next(lines)
    rows = []
    while (line := next(lines)).startswith("|"):
        rows.append([cell.strip() for cell in line.split("|")[1:-1]])
    return rows


def names_of(floor: str) -> list[str]:
    """The modules and packages of a floor."""
    return [
        path.stem
        for path in (ROOT / floor).iterdir()
        if (path.suffix == ".py" and path.stem != "__init__") or (path / "__init__.py").exists()
    ]


@pytest.mark.parametrize("floor", FLOORS)
def test_the_table_has_each_file_once(floor: str) -> None:
    column = 1 + FLOORS.index(floor)
    named = [name.strip() for row in table() for name in row[column].split(",") if name.strip()]
    assert sorted(named) == sorted(names_of(floor))


def test_no_file_is_named_by_a_gerund() -> None:
    """But for nouns of the table. The name of a file of tests says what it tests, so it may be one."""
    nouns = {row[0] for row in table()}
    files = [path for folder in (*PRODUCT, "tests", "benchmarks") for path in (ROOT / folder).rglob("*.py")]
    own = [path for path in files if "node_modules" not in path.parts and not path.stem.startswith("test_")]
    assert [path for path in own if path.stem.endswith("ing") and path.stem not in nouns] == []


@pytest.mark.parametrize("folder", PRODUCT)
def test_a_file_is_no_longer_than_can_be_read_at_once(folder: str) -> None:
    long = [
        str(path.relative_to(ROOT))
        for path in (ROOT / folder).rglob("*.py")
        if len(path.read_text().splitlines()) > 300
    ]
    assert long == []
