"""Keeps the figures of the machine in docs/model.json, and the tables of docs/model.md."""

import json
import re
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "model.md"
RAW = PAGE.with_suffix(".json")
HEADS = {
    "runs": "| database | figures |\n|---|---|",
    "planted": "| mistake | found in run |\n|---|---|",
}


def write(table: str, name: str, value: str) -> None:
    """One row; it replaces the one of this name."""
    figures = json.loads(RAW.read_text()) if RAW.exists() else {}
    figures.setdefault(table, {})[name] = value
    RAW.write_text(json.dumps(figures, indent=2) + "\n")
    rows = [f"| {one} | {other} |" for one, other in figures[table].items()]
    text = "\n".join([f"<!-- {table} -->", HEADS[table], *rows, f"<!-- end of {table} -->"])
    marked = re.compile(f"<!-- {table} -->.*<!-- end of {table} -->", re.DOTALL)
    PAGE.write_text(marked.sub(lambda _: text, PAGE.read_text()))
