"""The verdict on an answer, in the words of the tables."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from tests.authorization.calls import Asked, Call, possible

YES, NULL, SIGN_IN = "yes", "null", "sign in"


def verdict(call: Call, answer: Any) -> str:
    """`yes` where all that was asked is there, `null` where nothing is; else what a problem or error is called."""
    if errors := answer.get("errors"):
        codes = {error["extensions"]["code"] for error in errors}
        return SIGN_IN if codes == {"UNAUTHENTICATED"} else " ".join(sorted(codes))
    value = answer["data"][call.asked.name]
    if call.operation == "mutation":
        return _of_result(call.asked, value)
    return _of_fields(call.asked, value)


def _of_result(asked: Asked, value: Any) -> str:
    name = str(value["__typename"])
    below = tuple(one for one in asked.below if name in possible(one.of))
    found = _of_fields(replace(asked, below=below), value)
    return found if found != YES or name.endswith("Success") else name


def _of_fields(asked: Asked, value: Any) -> str:
    """Of rows of a list: what any of them has."""
    wanted = [one for one in asked.walk() if not one.below]
    there = {one for one, found in _values(asked, value) if found is not None}
    if not there:
        return NULL
    return YES if there.issuperset(wanted) else f"without {[one.name for one in wanted if one not in there]}"


def _values(asked: Asked, value: Any) -> Iterator[tuple[Asked, Any]]:
    if not asked.below:
        yield asked, value
        return
    for row in _rows(value):
        for one in asked.below:
            if row["__typename"] in possible(one.of):
                yield from _values(one, row[one.name])


def _rows(value: Any) -> Sequence[Any]:
    rows = value if isinstance(value, list) else [value]
    return [row for row in rows if row is not None]
