"""What the host app does, by a token of the role `service`."""

from collections.abc import Callable
from typing import Any, TypeVar

from resolvers.erasing import erase_subject
from resolvers.host_follows import store_follows
from resolvers.host_users import store_users
from resolvers.mutation import Done
from resolvers.roles import is_service, not_allowed
from rules import hosting
from rules.refusals import Refusal
from schema.types.context import Context, Given, Info
from schema.types.hosting import (
    EraseUserInput,
    EraseUserResult,
    EraseUserSuccess,
    HostFollow,
    SetFollowsInput,
    SetFollowsResult,
    SetFollowsSuccess,
    UpsertUsersInput,
    UpsertUsersResult,
    UpsertUsersSuccess,
)
from schema.types.problems import problem_of

T = TypeVar("T")


async def upsert_users(info: Info, input: Given[UpsertUsersInput]) -> UpsertUsersResult | None:
    """Takes effect at once, for open subscriptions too (behaviour 2)."""
    if not is_service(info.context):
        return await not_allowed(info.context)
    users = [hosting.HostUser(**vars(user)) for user in input.users]
    done = await store_users(info.context.services, users)
    return _answer(info.context, done, lambda count: UpsertUsersSuccess(position=done.position, count=count))


async def set_follows(info: Info, input: Given[SetFollowsInput]) -> SetFollowsResult | None:
    """As `follow` and `unfollow` by each follower."""
    if not is_service(info.context):
        return await not_allowed(info.context)
    add, remove = _follows(input.add), _follows(input.remove)
    done = await store_follows(info.context.services, add, remove)
    return _answer(info.context, done, lambda count: SetFollowsSuccess(position=done.position, count=count))


async def erase_user(info: Info, input: Given[EraseUserInput]) -> EraseUserResult | None:
    """Takes effect at once, for open subscriptions too (behaviour 2 and 14)."""
    if not is_service(info.context):
        return await not_allowed(info.context)
    done = await erase_subject(info.context.services, input.subject)
    return _answer(info.context, done, lambda _: EraseUserSuccess(position=done.position))


def _follows(given: list[HostFollow]) -> list[hosting.HostFollow]:
    return [hosting.HostFollow(**vars(follow)) for follow in given]


def _answer(context: Context, done: Done[T | Refusal], succeed: Callable[[T], Any]) -> Any:
    context.refresh()
    return problem_of(done.outcome) if isinstance(done.outcome, Refusal) else succeed(done.outcome)
