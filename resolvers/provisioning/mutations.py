"""The mutations of the host app, for tokens with the role `service`."""

from resolvers.mutation import Answer, Fields, answer
from resolvers.permissions import is_service, not_allowed
from resolvers.provisioning.follows import store_follows
from resolvers.provisioning.users import erase_subject, store_users
from rules import provisioning as facts
from schema.types.context import Context, Given, Info
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
    return await answer(info.context, done, Answer(UpsertUsersSuccess, _counted))


async def set_follows(info: Info, input: Given[SetFollowsInput]) -> SetFollowsResult | None:
    """Has the same effects as `follow` and `unfollow` by each follower."""
    if not is_service(info.context):
        return await not_allowed(info.context)
    add, remove = _follows(input.add), _follows(input.remove)
    done = await store_follows(info.context.services, add, remove)
    return await answer(info.context, done, Answer(SetFollowsSuccess, _counted))


async def erase_user(info: Info, input: Given[EraseUserInput]) -> EraseUserResult | None:
    """Takes effect at once, for open subscriptions too (behaviour 2 and 14)."""
    if not is_service(info.context):
        return await not_allowed(info.context)
    done = await erase_subject(info.context.services, input.subject)
    return await answer(info.context, done, Answer(EraseUserSuccess, _nothing))


async def _counted(_: Context, count: int) -> Fields:
    return {"count": count}


async def _nothing(_: Context, erased: bool) -> Fields:
    return {}


def _follows(given: list[HostFollow]) -> list[facts.HostFollow]:
    return [facts.HostFollow(**vars(follow)) for follow in given]
