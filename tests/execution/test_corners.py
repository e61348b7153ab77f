"""Schemas and documents that no generator makes answer the same, compiled and by graphql-core."""

import asyncio
import inspect
import sys
import warnings
from enum import Enum
from typing import Any

import pytest
import strawberry
from graphql import ExecutionResult
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from tests.execution.comparisons import AtOnce, Case, compare, is_compiled


@strawberry.enum
class Measure(Enum):
    UNEQUAL = float("nan")
    ONE = 1.0


mark: Any = getattr(inspect, "markcoroutinefunction", lambda function: function)
"""Since Python 3.12: Strawberry takes the function for a coroutine function, whatever it returns."""


class Wordless(Exception):
    def __str__(self) -> str:
        raise RuntimeError("no words")


class Log:
    def __init__(self) -> None:
        self.log: list[str] = []


@strawberry.type
class Thing:
    name: str

    @strawberry.field
    def named(self: strawberry.Parent["Thing"]) -> str | None:
        return self.name

    @strawberry.field
    async def late(self, info: strawberry.Info) -> int:
        await asyncio.sleep(0)
        info.context.log.append(self.name)
        return 1


@strawberry.type
class Ring:
    next: "Ring"
    number: int = 1
    maybe: "Ring | None" = None
    others: list["Ring"] = strawberry.field(default_factory=list)

    @classmethod
    def closed(cls) -> "Ring":
        ring: Any = cls(next=None)  # type: ignore[arg-type]
        ring.next = ring.maybe = ring
        return ring  # type: ignore[no-any-return]


@strawberry.type
class Query:
    @strawberry.field
    def rings(self) -> list[Ring]:
        return [Ring.closed()]

    @strawberry.field
    def one(self) -> Measure | None:
        return Measure.ONE

    @strawberry.field
    def unequal(self) -> Measure | None:
        return Measure.UNEQUAL

    @strawberry.field
    def measures(self) -> list[Measure | None]:
        return [Measure.UNEQUAL, Measure.ONE]

    @strawberry.field
    def thing(self) -> Thing:
        return Thing(name="thing")

    @strawberry.field
    def wordless(self) -> int | None:
        raise Wordless

    @strawberry.field
    @mark
    def marked(self) -> int:
        return 1

    @strawberry.field
    def asker(self, info: strawberry.Info) -> str:
        return str(info.context)


SCHEMA = strawberry.Schema(query=Query)


@pytest.mark.parametrize(
    "document", ["{ one unequal }", "{ measures }", "{ thing { name named } }", "{ marked }"]
)
async def test_the_answer_is_the_same(document: str) -> None:
    """An enum's member that is not equal to itself, a source that Strawberry gives twice, a marked function."""
    case = Case.of(SCHEMA._schema, document)
    assert is_compiled(case)

    await compare(case, Log)


@pytest.mark.parametrize("depth", [19, 20, 21, 110])
async def test_objects_in_objects_are_compiled_at_any_depth(depth: int) -> None:
    """Far below what graphql-core parses, Python's parser takes no deeper display."""
    case = Case.of(SCHEMA._schema, f"{{ rings {'{ number next ' * depth} {{ number }} {'}' * depth} }}")
    assert is_compiled(case)

    await compare(case, Log)


def doubled(levels: int, field: str) -> str:
    """Each object is shown twice in the one that holds it: the innermost are as many as a power of two."""
    twice = [f"a: {field} {{ ...F{level + 1} }} b: {field} {{ ...F{level + 1} }}" for level in range(levels)]
    fragments = [
        f"fragment F{level} on Ring {{ number {below} }}" for level, below in enumerate([*twice, ""])
    ]
    return " ".join(["{ rings { ...F0 } }", *fragments])


@pytest.mark.parametrize("field", ["next", "maybe"])
async def test_objects_that_share_a_selection_answer_the_same(field: str) -> None:
    case = Case.of(SCHEMA._schema, doubled(10, field))
    assert is_compiled(case)

    await compare(case, Log)


@pytest.mark.timeout(20)
@pytest.mark.parametrize("field", ["next", "maybe", "others"])
def test_a_selection_is_compiled_once_however_often_it_is_shown(field: str) -> None:
    assert is_compiled(Case.of(SCHEMA._schema, doubled(40, field)))


def test_the_deepest_document_that_is_valid_is_compiled() -> None:
    depth = 198
    case = Case.of(SCHEMA._schema, f"{{ rings {'{ number next ' * depth} {{ number }} {'}' * depth} }}")

    assert is_compiled(case)


def test_what_is_too_deep_for_the_frames_that_are_left_is_not_compiled() -> None:
    case = Case.of(SCHEMA._schema, f"{{ rings {'{ number maybe ' * 90} {{ number }} {'}' * 90} }}")
    used, limit = len(inspect.stack(0)), sys.getrecursionlimit()
    try:
        sys.setrecursionlimit(limit * 2)
        assert is_compiled(case)
        for left in range(100, 800, 20):
            sys.setrecursionlimit(used + left)
            is_compiled(case)
    finally:
        sys.setrecursionlimit(limit)


async def test_what_runs_goes_on_where_no_error_can_be_made() -> None:
    """No sibling is left unawaited by an exception whose text cannot be told."""
    case, logs = Case.of(SCHEMA._schema, "{ thing { late name } wordless }"), [Log(), Log()]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for run, log in zip([case.core, case.compiled], logs, strict=True):
            with pytest.raises(RuntimeError, match="no words"):
                await run(log)
            await asyncio.sleep(0.01)

    assert [log.log for log in logs] == [["thing"], ["thing"]]


class Told(AtOnce):
    def build_resolve_info(self, *args: Any) -> Any:
        info: Any = super().build_resolve_info(*args)
        return info._replace(context="told")


class Counted(AtOnce):
    def build_response(self, data: dict[str, Any] | None) -> Any:
        response = super().build_response(data)
        assert isinstance(response, ExecutionResult)
        response.extensions = {"count": len(data or ())}
        return response


async def test_an_executor_of_a_user_keeps_all_its_parts() -> None:
    case = Case.of(SCHEMA._schema, "{ asker one }")

    answers = [
        executor.execute_operation()
        for cls in (StrawberryGraphQLCoreExecutionContext, Told, Counted)
        if not isinstance(executor := case.executor(cls, "context"), list)
    ]

    assert [answer.data["asker"] for answer in answers] == ["context", "told", "context"]  # type: ignore[union-attr,index]
    assert answers[2].extensions == {"count": 2}  # type: ignore[union-attr]
