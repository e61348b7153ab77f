"""Single things: the viewer, a user, a thread, anything by its id."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Annotated

import strawberry

from models.lookup import (
    MESSAGE_BY_KEY,
    THREAD_BY_KEY,
    THREAD_BY_MEMBERSHIP,
    USER_BY_KEY,
    USER_BY_NAME,
)
from models.membership import REQUEST_FOLDERS, Folder
from models.moderation_lists import ACTION_BY_KEY, REPORT_BY_KEY
from models.viewer import VIEWER_ROW
from resolvers.reading import read, read_one
from resolvers.roles import is_moderator
from rules.hosting import NAME_LENGTH
from rules.text import is_storable
from rules.username import same_username
from schema.types.context import Context, Info
from schema.types.errors import BadUserInput
from schema.types.ids import Kind
from schema.types.message import Message
from schema.types.moderation import ModerationAction, Report
from schema.types.node import Node
from schema.types.request import Request, SentRequest
from schema.types.thread import Thread
from schema.types.user import User
from schema.types.viewer import Viewer

MOST_IDS = 100

Id = Annotated[
    strawberry.ID, strawberry.argument(description="An id that this API gave; any other gives null.")
]


async def viewer(info: Info) -> Viewer | None:
    """The signed-in user."""
    return Viewer.of((await read(info.context, VIEWER_ROW))[0])


async def user(
    info: Info,
    username: Annotated[
        str, strawberry.argument(description="The whole username; case and width do not count.")
    ],
) -> User | None:
    """By name."""
    key = same_username(username) if len(username) <= NAME_LENGTH and is_storable(username) else ""
    row = await read_one(info.context, USER_BY_NAME, key)
    return User.of(row) if row else None


async def thread(info: Info, id: Id) -> Thread | None:
    """Null for what the viewer cannot read, whatever the cause."""
    found = await _thread(info.context, info.context.key_of(Kind.THREAD, id) or 0)
    return found if isinstance(found, Thread) else None


async def node(info: Info, id: Id) -> Node | None:
    """Null for what the viewer cannot read, whatever the cause."""
    kind, key = info.context.open(id) or (Kind.THREAD, 0)
    return await _READERS[Kind(kind)](info.context, key)


async def nodes(
    info: Info,
    ids: Annotated[
        list[strawberry.ID], strawberry.argument(description="At most 100; more is BAD_USER_INPUT.")
    ],
) -> list[Node | None] | None:
    """In the order asked; a bad one is null and harms no other."""
    if len(ids) > MOST_IDS:
        raise BadUserInput(f"At most {MOST_IDS} ids.")
    return list(await asyncio.gather(*(node(info, id) for id in ids)))


async def _user(context: Context, key: int) -> Node | None:
    row = await read_one(context, USER_BY_KEY, key)
    return User.of(row) if row else None


async def _thread(context: Context, key: int) -> Node | None:
    row = await read_one(context, THREAD_BY_KEY, key)
    return Thread.of(row) if row else None


async def _message(context: Context, key: int) -> Node | None:
    row = await read_one(context, MESSAGE_BY_KEY, key)
    return Message.of(row) if row else None


async def _request(context: Context, key: int) -> Node | None:
    row = await read_one(context, THREAD_BY_MEMBERSHIP, key)
    return Request.of(row) if row and row.folder in REQUEST_FOLDERS else None


async def _sent_request(context: Context, key: int) -> Node | None:
    row = await read_one(context, THREAD_BY_MEMBERSHIP, key)
    return SentRequest.of(row) if row and row.folder == Folder.SENT else None


async def _report(context: Context, key: int) -> Node | None:
    row = await read_one(context, REPORT_BY_KEY, key)
    return Report.of(row) if row and is_moderator(context) else None


async def _action(context: Context, key: int) -> Node | None:
    row = await read_one(context, ACTION_BY_KEY, key)
    return ModerationAction.of(row) if row and is_moderator(context) else None


_READERS: dict[Kind, Callable[[Context, int], Awaitable[Node | None]]] = {
    Kind.USER: _user,
    Kind.THREAD: _thread,
    Kind.MESSAGE: _message,
    Kind.REQUEST: _request,
    Kind.SENT_REQUEST: _sent_request,
    Kind.REPORT: _report,
    Kind.MODERATION_ACTION: _action,
}
