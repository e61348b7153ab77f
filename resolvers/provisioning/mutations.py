"""The mutations of the host app, for tokens with the role `service`."""

from events.stream import EventCursor
from resolvers.mutation import answer
from resolvers.permissions import is_service, not_allowed
from resolvers.provisioning.follows import store_follows
from resolvers.provisioning.users import erase_subject, store_users
from rules import provisioning as facts
from schema.types.context import Given, Info
from schema.types.provisioning import (
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


async def upsert_users(info: Info, input: Given[UpsertUsersInput]) -> UpsertUsersResult | None:
    """Takes effect at once, for open subscriptions too (behaviour 2)."""
    if not is_service(info.context):
        return await not_allowed(info.context)
    users = [facts.HostUser(**vars(user)) for user in input.users]
    done = await store_users(info.context.services, users)

    async def succeed(count: int, cursor: EventCursor) -> UpsertUsersSuccess:
        return UpsertUsersSuccess(event_cursor=cursor, count=count)

    return await answer(info.context, done, succeed)


async def set_follows(info: Info, input: Given[SetFollowsInput]) -> SetFollowsResult | None:
    """Has the same effects as `follow` and `unfollow` by each follower."""
    if not is_service(info.context):
        return await not_allowed(info.context)
    add, remove = _follows(input.add), _follows(input.remove)
    done = await store_follows(info.context.services, add, remove)

    async def succeed(count: int, cursor: EventCursor) -> SetFollowsSuccess:
        return SetFollowsSuccess(event_cursor=cursor, count=count)

    return await answer(info.context, done, succeed)


async def erase_user(info: Info, input: Given[EraseUserInput]) -> EraseUserResult | None:
    """Takes effect at once, for open subscriptions too (behaviour 2 and 14)."""
    if not is_service(info.context):
        return await not_allowed(info.context)
    done = await erase_subject(info.context.services, input.subject)

    async def succeed(_: bool, cursor: EventCursor) -> EraseUserSuccess:
        return EraseUserSuccess(event_cursor=cursor)

    return await answer(info.context, done, succeed)


def _follows(given: list[HostFollow]) -> list[facts.HostFollow]:
    return [facts.HostFollow(**vars(follow)) for follow in given]
