"""The answers of sends, word for word."""

from collections.abc import Awaitable, Callable
from typing import Any

from rules.events import EventKind
from tests.streams import Stream
from tests.world import Person, World, operation

Answer = dict[str, Any]
Deed = Callable[["Person", "Person"], Awaitable[object]]
"""Something that happens between two people."""

PENDING = "You can send up to 3 messages until this user accepts your message request."
UNAVAILABLE: Answer = {
    "__typename": "RecipientUnavailable",
    "code": "RECIPIENT_UNAVAILABLE",
    "message": "Messages cannot be sent since this user isn't following you.",
}
NOT_FOUND: Answer = {"__typename": "NotFound", "code": "NOT_FOUND", "message": "This does not exist."}
CAPPED: Answer = {
    "__typename": "PendingLimitReached",
    "code": "PENDING_LIMIT_REACHED",
    "message": PENDING,
    "limit": 3,
}
CONFLICT: Answer = {
    "__typename": "IdempotencyConflict",
    "code": "IDEMPOTENCY_CONFLICT",
    "message": "This client key was used for another message.",
}
YOU_BLOCKED: Answer = {
    "__typename": "YouBlockedThisUser",
    "code": "YOU_BLOCKED_THIS_USER",
    "message": "You blocked this user. Unblock them to go on.",
}


def invalid(field: str, reason: str, bound: int | None = None) -> Answer:
    return {
        "__typename": "InvalidInput",
        "code": "INVALID_INPUT",
        "message": "This value cannot be used.",
        "field": field,
        "reason": reason,
        "bound": bound,
    }


def left_of(answer: Answer) -> tuple[str, int | None]:
    """State and messages left of a success."""
    return answer["thread"]["state"], answer["thread"]["messagesLeftBeforeAccept"]


def nobody(world: World) -> Person:
    """A user that does not exist, with an id like any other's."""
    return Person(world, "nobody", 999_999)


def gone(world: World) -> dict[str, Any]:
    """The rest of an erased user."""
    return {
        "is_active": False,
        "erased_at": world.clock.now,
        "username": None,
        "display_name": "Deleted user",
        "birth_date": None,
    }


async def open_thread(one: Person, other: Person) -> None:
    """One asks, the other replies."""
    assert left_of(await one.request(other)) == ("PENDING", 2)
    assert left_of(await other.request(one)) == ("OPEN", None)


async def delete_request(person: Person, sender: Person, *, never: bool = False) -> None:
    """The request that waits from the sender."""
    found = await person.do("delete", id=await person.request_id(sender), never=never)
    assert found["__typename"] == "DeleteSuccess"


async def raw_answer(person: Person, name: str, **given: Any) -> bytes:
    """The bytes of an operation's whole answer."""
    body = {"query": operation(name), "variables": {"input": given}}
    headers = {"Authorization": person.token}
    async with person.world.client.post(person.world.url, json=body, headers=headers) as answer:
        return await answer.read()


async def told(world: World, person: Person) -> list[EventKind]:
    """The events of threads in a log, in order."""
    rows = await world.rows("user_events", "seq, kind", f"user_id = {person.key} AND thread_id IS NOT NULL")
    return [EventKind(kind) for _, kind in sorted(rows)]


async def only(stream: Stream) -> Any:
    """The one item of a stream."""
    item = await stream.item()
    assert await stream.is_quiet()
    return item
