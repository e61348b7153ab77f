"""Absent and forbidden are one, for every argument that takes an id."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from graphql import get_named_type

from tests.authorization.calls import ROOTS, Call
from tests.authorization.page import rows_under
from tests.authorization.questions import ask
from tests.authorization.stage import Stage
from tests.authorization.verdicts import YES, verdict

ROWS = {row["call"]: row for row in rows_under("call", "who", "gone", "no id")}
_TAKEN = re.compile(r"(\w+): \[?\$(an?[A-Z]\w+)")
"""The argument in question, and the kinds of id that it takes."""


def test_each_id_that_is_taken_has_a_row() -> None:
    taken = {
        (name, argument)
        for root in ROOTS.values()
        for name, field in root.fields.items()
        for argument, kind in _arguments(field.args)
        if kind == "ID"
    }
    assert taken == {
        (Call(text).asked.name, argument) for text in ROWS for argument, _ in _TAKEN.findall(text)
    }


def _arguments(given: Any) -> Iterator[tuple[str, str]]:
    """Name and type of each, and of all below an input."""
    for name, of in given.items():
        kind = get_named_type(of.type)
        yield name, str(kind)
        yield from _arguments(getattr(kind, "fields", {}))


@pytest.mark.shows("10.17", "8.15", "8.16")
@pytest.mark.parametrize("text", ROWS, ids=list(ROWS))
async def test_an_id(stage: Stage, text: str) -> None:
    call, row = Call(text), ROWS[text]
    gone = await stage.gone(row["who"])
    [(_, taken)] = _TAKEN.findall(text)
    async with stage.unchanged(call):
        for wanted, ids in ((row["gone"], gone.things(taken)), (row["no id"], gone.strings(taken))):
            answers = {id: await ask(gone.asker, call, gone.asker.ids | {taken: id}) for id in ids}
            assert len(set(answers.values())) == 1, answers
            found = verdict(call, json.loads(answers[ids[0]]))
            assert wanted == (found if found != YES else "unseen")
