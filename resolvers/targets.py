"""Mutations whose one target is another user: follow, unfollow, block, unblock."""

from collections.abc import Awaitable, Callable
from typing import Any

from resolvers.mutation import Step, mutate
from rules.refusals import InvalidInput, Refusal
from schema.types.context import Context
from schema.types.ids import Kind, StreamPosition
from schema.types.problems import problem_of
from schema.types.user import User


async def on_user(
    context: Context, id: str, work: Callable[[Step], Awaitable[Refusal | None]], success: Callable[..., Any]
) -> Any:
    """InvalidInput for oneself and for an id that is no User's.

    Else what the work refuses, or the user as it is then.
    """
    user_id = context.services.sealer.key_of(Kind.USER, id)
    if user_id is None or user_id == context.require_viewer():
        return problem_of(InvalidInput("userId"))

    async def step(step: Step) -> int | Refusal:
        return await work(step) or user_id

    async def succeed(key: int, position: StreamPosition) -> Any:
        return success(position=position, user=User.of(await context.loaders.users.load(key)))

    return await mutate(context, user_id, step, succeed)
