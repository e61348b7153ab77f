"""The pipeline itself, as a caller in Python has it."""

from typing import Any

from strawberry.types.execution import ExecutionResult, PreExecutionError

from server.asked import Operation
from tests.transport.toy import Seen, Toy, results_of, toy_schema

CONTEXT = Toy(None, Seen())


async def streamed(text: str) -> list[ExecutionResult]:
    return [result async for result in results_of(toy_schema(), text, context=CONTEXT)]


def code(result: ExecutionResult) -> Any:
    assert result.errors
    assert result.errors[0].extensions
    return result.errors[0].extensions["code"]


async def test_execute_runs_queries_and_refuses_streams() -> None:
    schema = toy_schema()
    text = "query Add($n:Int!){add(number:$n)} query Other{__typename}"

    result = await schema.execute(text, {"n": 1}, CONTEXT, operation_name="Add")
    assert (result.data, result.errors) == ({"add": 2}, None)
    refused = await schema.execute("subscription{count}")
    assert isinstance(refused, PreExecutionError)
    assert code(refused) == "BAD_REQUEST"
    assert isinstance(await schema.execute(None), PreExecutionError)


async def test_stream_runs_everything() -> None:
    assert [result.data for result in await streamed("subscription{count}")] == [
        {"count": n} for n in range(3)
    ]
    assert [result.data for result in await streamed("{__typename}")] == [{"__typename": "Query"}]
    assert isinstance(toy_schema().plan(Operation("{")), PreExecutionError)


async def test_a_stream_that_breaks_ends_with_a_masked_error(logged: list[Any]) -> None:
    first, last = await streamed("subscription{breaks}")

    assert first.data == {"breaks": 0}
    assert isinstance(last, PreExecutionError)
    assert code(last) == "INTERNAL_SERVER_ERROR"
    assert [line["event"] for line in logged] == ["unexpected error"]


async def test_closing_a_stream_closes_the_resolver() -> None:
    seen = Seen()
    results = results_of(toy_schema(), "subscription{forever}", context=Toy(None, seen))
    assert (await anext(results)).data == {"forever": 0}

    await results.aclose()

    assert seen.stream_closed.is_set()
