"""Mistakes planted in the generated code are found by the comparison."""

from typing import Any

import pytest

from execution import Compilations, columns, leaves
from execution.code import Code
from tests.execution.comparisons import AtOnce, Case, compare
from tests.execution.test_nasty import DOCUMENTS, SEEDS, S, fates, unawaited

PLANTED = {
    "any class is an int": ("type(value) is int and", "type(value) is not str and"),
    "an error is lost": (".fail(", ".field and ("),
    "keys are in another order": (
        "else results",
        "else results if type(results) is list else dict(reversed(results.items()))",
    ),
    "a null is let through": ("elif value is None:", "elif value is None or isinstance(value, Exception):"),
    "a cast is not seen": ("getattr(value, CAST, None) is None", "True"),
    "a path is wrong": ("(path, index, None)", "(path, 0, None)"),
    "siblings are left alone": ("locals()", "None"),
    "a coroutine is forgotten": ("if rare", "if False"),
    "an object that rows share is not theirs": ("__getitem__,", "__contains__,"),
    "any text is ordinary in a column": (".issuperset(map(type,", ".union(map(type,"),
}


PLANTED_IN_COLUMNS: dict[str, tuple[Any, str, Any]] = {
    "any number is ordinary": (leaves, "_numbers", lambda type_: lambda run, values: values),
    "any scalar is data": (leaves, "_coerced", lambda coerce: lambda run, values: list(map(coerce, values))),
    "a null is let through": (
        columns,
        "complete_present",
        lambda complete, run, values: [v and {} for v in values],
    ),
    "a property is data": (columns, "_is_data", lambda cls, name: True),
}


async def differs(document: str) -> bool:
    try:
        for seed in SEEDS:
            await compare(Case.of(S, document), fates(seed))
    except Exception:
        return True
    return False


async def is_found() -> bool:
    """The documents of columns come last, and take longest."""
    for document in reversed(DOCUMENTS):
        if await differs(document):
            return True
    return False


@unawaited
@pytest.mark.parametrize("planted", PLANTED)
async def test_a_planted_difference_is_found(planted: str, monkeypatch: pytest.MonkeyPatch) -> None:
    right, wrong = PLANTED[planted]
    run, found = Code.run, list[str]()

    def run_wrong(code: Code, name: str) -> None:
        found.extend(line for line in code.lines + code.after if right in line)
        code.lines = [line.replace(right, wrong) for line in code.lines]
        code.after = [line.replace(right, wrong) for line in code.after]
        run(code, name)

    monkeypatch.setattr(Code, "run", run_wrong)
    monkeypatch.setattr(AtOnce, "compilations", Compilations(sights=1))

    assert await is_found()
    assert found


@unawaited
@pytest.mark.parametrize("planted", PLANTED_IN_COLUMNS)
async def test_a_planted_difference_in_columns_is_found(
    planted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    module, name, wrong = PLANTED_IN_COLUMNS[planted]
    monkeypatch.setattr(module, name, wrong)
    monkeypatch.setattr(AtOnce, "compilations", Compilations(sights=1))

    assert await is_found()
