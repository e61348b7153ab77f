"""Single objects: the viewer, a user, a thread, any node by its id."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from typing import Annotated, TypeVar

import strawberry

from models.contact_codes import CODE_NODES
from models.db.statements import Select
from models.messages import MESSAGE_NODES
from models.moderation import ACTION_NODES, REPORT_NODES
from models.scope import Beside, rows_of
from models.threads import CONVERSATIONS, REQUEST_NODES, ThreadRow
from models.users import USER_BY_NAME, USER_NODES
from models.viewer import VIEWER_ROW
from resolvers.messages import read_thread
from resolvers.pagination import read, read_one
from rules.provisioning import NAME_LENGTH, same_username
from rules.requests import REQUEST_FOLDERS, Folder
from rules.text import is_storable
from schema.types.contact_codes import ContactCode
from schema.types.context import Context, Info
from schema.types.directives import Constraint
from schema.types.errors import BadUserInput
from schema.types.ids import Kind
from schema.types.messages import Message
from schema.types.moderation import ModerationAction
from schema.types.node import Node
from schema.types.reports import Report
from schema.types.requests import Request, SentRequest
from schema.types.threads import Thread
from schema.types.users import User
from schema.types.viewer import Viewer

MOST_IDS = 100
R = TypeVar("R")
Name = tuple[Kind, int]
"""The kind and key of an id."""

Id = Annotated[
    strawberry.ID, strawberry.argument(description="An id that this API gave; any other gives null.")
]


async def viewer(info: Info) -> Viewer | None:
    """The signed-in user."""
    return await read_viewer(info.context)


async def read_viewer(context: Context) -> Viewer:
    """Unauthenticated if it is not active."""
    [row] = await read(context, VIEWER_ROW)
    context.loaders.viewers.know(row.user.id, row)
    return Viewer(viewer_key=row.user.id)


async def user(
    info: Info,
    username: Annotated[
        str, strawberry.argument(description="The whole username. Case and width make no difference.")
    ],
) -> User | None:
    """A user by username; null if there is none."""
    # Compares in the way of behaviour 2.28.
    key = same_username(username) if len(username) <= NAME_LENGTH and is_storable(username) else ""
    row = await read_one(info.context, USER_BY_NAME, key)
    return User.of(row) if row else None


async def thread(info: Info, id: Id) -> Thread | None:
    """A thread by its id; null if the viewer cannot read it."""
    return await read_thread(info, info.context.key_of(Kind.THREAD, id))


async def node(info: Info, id: Id) -> Node | None:
    """An object by its id; null if the viewer cannot see it."""
    # Null for an object that the viewer cannot read, whatever the cause.
    kind, key = name = _named(info.context, id)
    if kind is Kind.THREAD:
        return await read_thread(info, key)
    return await info.context.loaders.nodes.load(name)


def _named(context: Context, id: str) -> Name:
    """A bad id is read as a thread that is not there."""
    kind, key = context.open(id) or (Kind.THREAD, 0)
    return Kind(kind), key


async def nodes(
    info: Info,
    ids: Annotated[
        list[strawberry.ID],
        strawberry.argument(
            description=f"At most {MOST_IDS} ids; more is BAD_USER_INPUT.",
            directives=[Constraint(max_items=MOST_IDS)],
        ),
    ],
) -> list[Node | None] | None:
    """Objects by their ids, in the order of the ids; null for each that the viewer cannot see."""
    info.context.require_viewer()
    if len(ids) > MOST_IDS:
        raise BadUserInput(f"At most {MOST_IDS} ids.")
    names = [_named(info.context, id) for id in ids]
    return list(await info.context.loaders.nodes.load_many(names))


async def read_nodes(context: Context, names: Sequence[Name]) -> list[Node | None]:
    """One statement for each kind, which also tells whether the viewer is active.

    So the statements depend on the kinds that are named, not on the existing rows (behaviour 10.16).
    """
    keys: dict[Kind, list[int]] = defaultdict(list)
    for kind, key in names:
        keys[kind].append(key)
    found: dict[Name, Node] = {}
    for kind in keys:
        found |= {(kind, node.key): node for node in await _READERS[kind](context, keys[kind])}
    return [found.get(name) for name in names]


Reader = Callable[[Context, list[int]], Awaitable[list[Node]]]


def _rows(
    statement: Select[Beside[R]], node_of: Callable[[R], Node | None], *, is_of_moderators: bool = False
) -> Reader:
    """Reads one kind; `node_of` gives None for a row that is not of this kind now."""

    async def read_rows(context: Context, keys: list[int]) -> list[Node]:
        rows = rows_of(await read(context, statement, keys))
        shown = rows if context.is_moderator or not is_of_moderators else []
        return [node for row in shown if (node := node_of(row))]

    return read_rows


def _request(row: ThreadRow) -> Node | None:
    return Request.of(row) if row.folder in REQUEST_FOLDERS else None


def _sent_request(row: ThreadRow) -> Node | None:
    return SentRequest.of(row) if row.folder == Folder.SENT else None


async def _read_threads(context: Context, keys: list[int]) -> list[Node]:
    """They and their users are known from then on."""
    found = rows_of(await read(context, CONVERSATIONS, keys))
    for one in found:
        context.known.add_thread(one.thread, one.viewer)
    return [Thread.of(one.thread) for one in found]


async def _read_own(context: Context, keys: list[int]) -> list[Node]:
    """Only the viewer can read the Viewer node. The same statement runs for every key."""
    [row] = await read(context, VIEWER_ROW)
    return [Viewer(viewer_key=row.user.id)] if row.user.id in keys else []


_READERS: dict[Kind, Reader] = {
    Kind.VIEWER: _read_own,
    Kind.USER: _rows(USER_NODES, User.of),
    Kind.THREAD: _read_threads,
    Kind.MESSAGE: _rows(MESSAGE_NODES, Message.of),
    Kind.REQUEST: _rows(REQUEST_NODES, _request),
    Kind.SENT_REQUEST: _rows(REQUEST_NODES, _sent_request),
    Kind.CONTACT_CODE: _rows(CODE_NODES, ContactCode.of),
    Kind.REPORT: _rows(REPORT_NODES, Report.of, is_of_moderators=True),
    Kind.MODERATION_ACTION: _rows(ACTION_NODES, ModerationAction.of, is_of_moderators=True),
}
