"""CPU of the inbox operation with 20 threads in memory: by graphql-core with a kept document, and compiled.

`python -m benchmarks.execution` prints microseconds a run, the least of many rounds, and the time to compile.
"""

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime
from inspect import isawaitable
from types import SimpleNamespace
from typing import Any

from graphql import parse
from strawberry.relay import PageInfo

from execution import Operation, compile_operation, fragments_of
from models.users import UserRow
from rules.requests import Folder
from schema.types.pagination import Edge
from schema.types.threads import Thread, ThreadConnection
from server.app import make_schema
from server.assets import QUERIES

ROUNDS, RUNS = 40, 20


def _row(number: int, now: datetime) -> Any:
    peer = UserRow(number, f"user{number}", "User", None, True)
    message = SimpleNamespace(id=number, text="hello", sent_at=now, sender_id=number, is_seen=False)
    facts = {
        "opened_at": now,
        "activity_at": now,
        "unread": number,
        "is_muted": lambda now: False,
        "muted_until": None,
        "is_marked_unread": False,
    }
    return SimpleNamespace(
        id=number, folder=Folder.INBOX, started=True, unaccepted=0, peer=peer, last_message=message, **facts
    )


def _page() -> ThreadConnection:
    now = datetime.now(UTC)
    edges = [Edge(cursor="c" * 43, node=Thread.of(_row(number, now))) for number in range(20)]
    info = PageInfo(has_next_page=True, has_previous_page=False, start_cursor="c", end_cursor="c")
    return ThreadConnection(edges=edges, page_info=info, event_cursor="e" * 22)  # type: ignore[arg-type]


async def _run(operation: Operation, context: Any) -> Any:
    variables = operation.coerce({"first": 20})
    assert not isinstance(variables, list)
    result = operation.run(None, context, variables)
    return await result if isawaitable(result) else result


def _micros(run: Callable[[], Any]) -> float:
    best = float("inf")
    for _ in range(ROUNDS):
        started = time.process_time()
        for _ in range(RUNS):
            try:
                run().send(None)
            except StopIteration:
                continue
        best = min(best, (time.process_time() - started) / RUNS)
    return best * 1e6


def main() -> None:
    """Print the figures."""
    schema = make_schema(introspection=False)._schema
    page = _page()
    assert schema.query_type

    async def inbox(**_: object) -> ThreadConnection:
        return page

    schema.query_type.fields["inbox"].extensions["strawberry-definition"].base_resolver.wrapped_func = inbox
    document = parse((QUERIES / "inbox.graphql").read_text())
    node: Any = document.definitions[0]
    sealer = SimpleNamespace(
        seal=lambda kind, key: "i" * 32, seal_all=lambda kind, keys: ["i" * 32] * len(keys)
    )
    context = SimpleNamespace(services=SimpleNamespace(sealer=sealer), viewer_id=1)
    core = Operation(schema, node, fragments_of(document))
    compiled = compile_operation(schema, node, fragments_of(document))
    started = time.process_time()
    compiled.prepare(compiled.coerce({"first": 20}))  # type: ignore[arg-type]
    print(f"compiled in {(time.process_time() - started) * 1e3:.1f} ms")
    expected = asyncio.run(_run(core, context))
    assert not expected.errors, expected.errors
    assert asyncio.run(_run(compiled, context)) == expected
    slow, fast = (_micros(lambda one=one: _run(one, context)) for one in (core, compiled))  # type: ignore[misc]
    print(f"graphql-core {slow:.0f} µs, compiled {fast:.0f} µs, {slow / fast:.1f} times")


if __name__ == "__main__":
    main()
