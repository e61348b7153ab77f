"""Plain English in each text of the project: docstrings, comments, strings, pages, schema and operations."""

import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
CODE = [
    *("rules", "models", "events", "schema", "resolvers", "server", "execution"),
    *("tests", "benchmarks", "examples"),
]
PAGES = ["*.md", "docs/**/*.md", "web/*/README.md", "queries/*.graphql", "schema.graphql"]
FIGURES = {
    "execution",
    "limits",
    "model",
    "overload",
    "performance",
    "pushes",
    "races",
    "reliability",
    "times",
}
"""Pages of docs/ that a make target writes; their words are in `tests` and `benchmarks`."""

UNPLAIN = re.compile(
    r"(?<![$\w-])(anew|nobody('s)?|somebody('s)?|whoever|whomever|stands?|behind|heralds?|meanwhile|passed over"
    r"|handed|no more than|holds? for|in place of|those who|nothing of|anything of|none of (them|it|which)|is no part"
    r"|rings (no|a) bell|(by|for|from|of|on|than|with) what)\b",
    re.IGNORECASE,
)
"""Words that need a second reading.

Say: again, no one, a user, users who, position, after, at most, applies to, instead of, does not, by the rows that.
"""
FREE_RELATIVE = re.compile(r"""^(\w?\"{3}|# )(what|where|who(se)?)(ever|m)?\b[^?]*$""", re.IGNORECASE)
"""A beginning that names nothing. Say: the rows that, the user who, the place where."""

FREE_SENTENCE = re.compile(r"(?<=[.;!] )(What|Whom?) [^?:]*?\.")
"""A sentence whose subject names nothing, after another sentence."""


def read_texts(folder: str) -> Iterator[tuple[str, str]]:
    """Each comment, string and name of a test in a folder, by its place."""
    for path in sorted((ROOT / folder).rglob("*.py")):
        if "node_modules" in path.parts or path == Path(__file__):
            continue
        with path.open("rb") as file:
            for token in tokenize.tokenize(file.readline):
                if token.type in {tokenize.COMMENT, tokenize.STRING}:
                    yield f"{path.relative_to(ROOT)}:{token.start[0]}", token.string
                elif token.string.startswith("test_"):
                    yield f"{path.relative_to(ROOT)}:{token.start[0]}", token.string.replace("_", " ")


def unplain(text: str) -> str | None:
    """The words of the text that need a second reading. A string without a space is a name."""
    if " " not in text:
        return None
    plain = " ".join(text.replace("NOBODY", "").split())
    found = UNPLAIN.search(plain) or FREE_SENTENCE.search(plain) or FREE_RELATIVE.search(text)
    return found[0] if found else None


@pytest.mark.parametrize("folder", CODE)
def test_comments_docstrings_and_texts_are_plain(folder: str) -> None:
    assert [f"{place}: {found}" for place, text in read_texts(folder) if (found := unplain(text))] == []


@pytest.mark.parametrize("pattern", PAGES)
def test_pages_are_plain(pattern: str) -> None:
    pages = [path for path in sorted(ROOT.glob(pattern)) if path.stem not in FIGURES]
    assert pages
    found = [
        f"{path.relative_to(ROOT)}: {words[0]}"
        for path in pages
        for form in (UNPLAIN, FREE_SENTENCE)
        for paragraph in re.split(r"\n\s*\n|\n(?=#)", path.read_text())
        for words in form.finditer(" ".join(paragraph.split()))
    ]
    assert found == []
