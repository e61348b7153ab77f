"""Operations that count against the rates, and the form of a refusal."""

from typing import Any

from graphql.execution.values import VariableValues

from server.asked import Operation
from server.plans import Plan
from server.rates import Rates
from tests.transport.servers import Server, Socket
from tests.transport.toy import toy_schema

JSON, GRAPHQL = "application/json", "application/graphql-response+json"
SLOW = Rates(mutations=1, mutations_burst=5, reads=1, reads_burst=10**6, anonymous=4, refused=3, sign_ins=3)
"""So little comes back in a minute that it is nothing in a test."""


FAST = Rates(mutations=60, mutations_burst=5)


def saves(count: int) -> str:
    return "mutation{" + " ".join(f"s{number}:save" for number in range(count)) + "}"


def cost(text: str) -> int:
    """Of an operation without variables."""
    plan = toy_schema().plan(Operation(text))
    assert isinstance(plan, Plan)
    return plan.price.of(VariableValues({}, {}))


def limited(errors: Any) -> int:
    """The seconds of the one error."""
    [error] = errors
    assert error.keys() == {"message", "extensions"}
    assert error["extensions"].keys() == {"code", "retryAfterSeconds"}
    assert error["extensions"]["code"] == "RATE_LIMITED"
    seconds: int = error["extensions"]["retryAfterSeconds"]
    assert isinstance(seconds, int)
    assert seconds >= 1
    return seconds


async def over_http(server: Server, query: str, token: str | None = None, **more: Any) -> int:
    """Seconds to wait, 0 if the operation ran; what is refused is so in both media types, and ran not."""
    ran = len(server.seen.contexts)
    server.seen.saved.clear()
    headers = {"Authorization": token} if token else {}
    waits = set()
    for media in (JSON, GRAPHQL):
        given = {**headers, "Accept": media}
        async with server.client.post(server.url, json={"query": query, **more}, headers=given) as answer:
            result = await answer.json()
            if "errors" not in result:
                assert answer.status == 200
                return 0
            assert answer.status == 429
            assert answer.content_type == media
            assert result.keys() == {"errors"}
            waits.add(limited(result["errors"]))
            assert answer.headers["Retry-After"] == str(max(waits))
    assert not server.seen.saved.is_set()
    assert len(server.seen.contexts) <= ran + 2
    return max(waits)


async def over_socket(socket: Socket, query: str) -> int:
    await socket.subscribe(query, id=query)
    message = await socket.receive()
    if message["type"] == "error":
        assert message["id"] == query
        return limited(message["payload"])
    assert (await socket.receive())["type"] == "complete"
    return 0
