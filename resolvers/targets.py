"""What the mutations with one target share: a user, or a thread or request and the other one in it."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

from models.answering import PEER_BY_MEMBERSHIP, PEER_BY_THREAD, PeerRow
from models.log import NOBODY
from models.sql import Select
from resolvers.mutation import Concerned, Step, mutate
from rules.refusals import InvalidInput, Refusal
from schema.types.context import Context
from schema.types.ids import Kind, StreamPosition
from schema.types.problems import problem_of
from schema.types.user import User

Work: TypeAlias = Callable[[Step], Awaitable[int | Refusal]]
"""Answers with a thread's key."""


async def on_user(
    context: Context, id: str, work: Callable[[Step], Awaitable[Refusal | None]], success: Callable[..., Any]
) -> Any:
    """InvalidInput for oneself and for an id that is no User's.

    Else what the work refuses, or the user as it is then.
    """
    user_id = context.key_of(Kind.USER, id)
    if user_id is None or user_id == context.require_viewer():
        return problem_of(InvalidInput("userId"))

    async def step(step: Step) -> int | Refusal:
        return await work(step) or user_id

    async def succeed(key: int, position: StreamPosition) -> Any:
        return success(position=position, user=User.of(await context.loaders.users.load(key)))

    return await mutate(context, Concerned(user_id), step, succeed)


async def on_thread(context: Context, id: str, work: Work, show: Callable[..., Any]) -> Any:
    """InvalidInput for an id that is no Thread's. Else as `on_peer`."""
    key = context.key_of(Kind.THREAD, id)
    if key is None:
        return problem_of(InvalidInput("threadId"))
    return await on_peer(context, await peer_by(PEER_BY_THREAD, context, key), work, show)


async def on_request(context: Context, id: str, work: Work, show: Callable[..., Any]) -> Any:
    """InvalidInput for an id that is no Request's. Else as `on_peer`."""
    key = context.key_of(Kind.REQUEST, id)
    if key is None:
        return problem_of(InvalidInput("requestId"))
    return await on_peer(context, await peer_by(PEER_BY_MEMBERSHIP, context, key), work, show)


async def on_peer(context: Context, peer_id: int, work: Work, show: Callable[..., Any]) -> Any:
    """What the work refuses, or what `show` makes of the row of the thread that it names, as it is then."""

    async def succeed(thread_id: int, position: StreamPosition) -> Any:
        return show(position, await context.loaders.threads.load(thread_id))

    return await mutate(context, Concerned(peer_id), work, succeed)


async def peer_by(statement: Select[PeerRow], context: Context, key: int) -> int:
    """The other one in a thread of the viewer's; NOBODY if the viewer has none with this key."""
    row = await statement.first(context.services.database, context.require_viewer(), key)
    return row.peer_id if row else NOBODY
