"""The no-GraphQL limit: an aiohttp handler that runs Doorstep's own statements through its own models.

`python -m benchmarks.bench.limit` reads the settings of `python -m server`. It answers POST /<workload> with the JSON
that Doorstep gives to that workload's document.
"""

import asyncio
import gc
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import orjson
import uvloop
from aiohttp import web

from models.inbox import INBOX, PENDING
from models.messages import MessageRow
from models.scope import rows_of
from models.threads import OPENED_AT_OLDER, ThreadRow
from models.users import UserRow
from resolvers.delivery import Attempt
from resolvers.sending import send
from rules.requests import Folder
from schema.types.context import Context, Services
from schema.types.ids import FIRST, Kind, Places
from schema.types.requests import archived_before
from schema.types.sending import SendMessageSuccess, SendRequestSuccess
from server.app import open_database
from server.auth import Secret, TokenReader
from server.contexts import Contexts, make_services
from server.settings import Settings, read_settings

Data = dict[str, Any]


class Limit:
    """The workloads, each from the viewer and the document's variables to the data."""

    def __init__(self, services: Services) -> None:
        self._database = services.database
        self._sealer = services.sealer
        self._services = services

    async def ping(self, _: Context, __: Data) -> Data:
        """No statement."""
        return {"__typename": "Query"}

    async def inbox(self, context: Context, given: Data) -> Data:
        """One statement."""
        viewer, size = context.require_viewer(), given["first"]
        rows = await INBOX.all(self._database, viewer, FIRST.order, FIRST.key, size + 1)
        return {"inbox": self._threads("inbox", viewer, rows_of(rows), size)}

    async def requests(self, context: Context, given: Data) -> Data:
        """One statement."""
        viewer, size = context.require_viewer(), given["first"]
        asked = FIRST.order, FIRST.key, size + 1, Folder.REQUESTS, archived_before(context)
        rows = await PENDING.all(self._database, viewer, *asked)
        return {"requests": self._threads("requests:REQUESTS", viewer, rows_of(rows), size)}

    async def thread(self, context: Context, given: Data) -> Data:
        """One statement."""
        viewer, size = context.require_viewer(), given["first"]
        key = context.key_of(Kind.THREAD, given["id"])
        [found] = await OPENED_AT_OLDER.all(self._database, viewer, key, FIRST.order, size + 1)
        rows = found.messages
        assert found.conversation
        thread, own = found.conversation.thread, found.conversation.viewer
        peer = thread.peer
        names = {peer.id: peer.username, viewer: own.username}
        places = Places([row.seq for row in rows[:size]], [row.id for row in rows[:size]])
        cursors = self._sealer.seal_list_cursors(f"messages:{key}", viewer, places)
        edges = [
            {"cursor": cursor, "node": self._message_node(row, names[row.sender_id])}
            for cursor, row in zip(cursors, rows, strict=False)
        ]
        return {
            "thread": {
                "id": given["id"],
                "unreadCount": thread.unread,
                "peer": self._names(peer),
                "messages": _connection(edges, len(rows) > size),
            }
        }

    thread50 = thread

    async def send(self, context: Context, given: Data) -> Data:
        """All rules, by the function that the mutation calls."""
        id, text = given["input"]["threadId"], given["input"]["text"]
        key = context.key_of(Kind.THREAD, id)
        attempt = Attempt("sendMessage", "threadId", 0, key, text.strip(), None)
        return {
            "sendMessage": self._sent("SendMessageSuccess", await send(context, attempt, SendMessageSuccess))
        }

    async def sendRequest(self, context: Context, given: Data) -> Data:
        """The same, with filters."""
        id, text = given["input"]["recipientId"], given["input"]["text"]
        key = context.key_of(Kind.USER, id)
        attempt = Attempt("sendRequest", "recipientId", key, 0, text.strip(), None)
        return {
            "sendRequest": self._sent("SendRequestSuccess", await send(context, attempt, SendRequestSuccess))
        }

    def _threads(self, name: str, viewer: int, rows: list[ThreadRow], size: int) -> Data:
        node = self._thread if name == "inbox" else self._request
        places = Places([row.activity_at for row in rows[:size]], [row.id for row in rows[:size]])
        cursors = self._sealer.seal_list_cursors(name, viewer, places)
        edges = [{"cursor": cursor, "node": node(row)} for cursor, row in zip(cursors, rows, strict=False)]
        return _connection(edges, len(rows) > size)

    def _thread(self, row: ThreadRow) -> Data:
        message = row.last_message
        assert message
        shown = self._message(message) | {"sender": {"id": self._sealer.seal(Kind.USER, message.sender_id)}}
        return {
            "id": self._sealer.seal(Kind.THREAD, row.id),
            "unreadCount": row.unread,
            "peer": self._profile(row.peer),
            "lastMessage": shown | {"receipt": _receipt(message)},
        }

    def _request(self, row: ThreadRow) -> Data:
        assert row.last_message
        thread = {"unreadCount": row.unread, "lastMessage": self._message(row.last_message)}
        id = self._sealer.seal(Kind.REQUEST, row.membership_id)
        return {"id": id, "sender": self._profile(row.peer), "thread": thread}

    def _message_node(self, row: MessageRow, username: str | None) -> Data:
        sender = {"id": self._sealer.seal(Kind.USER, row.sender_id), "username": username}
        return self._message(row) | {"receipt": _receipt(row), "sender": sender}

    def _message(self, row: MessageRow) -> Data:
        return {"id": self._sealer.seal(Kind.MESSAGE, row.id), "text": row.text, "sentAt": row.sent_at}

    def _names(self, user: UserRow) -> Data:
        id = self._sealer.seal(Kind.USER, user.id)
        return {"id": id, "username": user.username, "displayName": user.display_name}

    def _profile(self, user: UserRow) -> Data:
        return self._names(user) | {"avatarUrl": user.avatar_url, "isVerified": user.is_verified}

    def _sent(self, name: str, outcome: object) -> Data:
        assert isinstance(outcome, SendMessageSuccess | SendRequestSuccess), outcome
        assert outcome.row
        return {"__typename": name, "sentMessage": self._message(outcome.row)}


def _receipt(row: MessageRow) -> str:
    return "SEEN" if row.is_seen else "DELIVERED"


def _connection(edges: list[Data], more: bool) -> Data:
    end = edges[-1]["cursor"] if edges else None
    return {"edges": edges, "pageInfo": {"hasNextPage": more, "endCursor": end}}


Answer = Callable[[web.Request], Awaitable[web.Response]]


def _handler(limit: Limit, contexts: Contexts, tokens: TokenReader) -> Answer:
    async def answer(request: web.Request) -> web.Response:
        token = await tokens.read(request.headers["Authorization"])
        given = orjson.loads(await request.read())["variables"]
        await contexts.admit(token)
        context = contexts.make(token)
        data = await getattr(limit, request.match_info["workload"])(context, given)
        return web.Response(body=orjson.dumps({"data": data}), content_type="application/json")

    return answer


async def serve(settings: Settings) -> None:
    """Until it is killed."""
    services = await make_services(await open_database(settings), settings.policy)
    secret = settings.jwt_secret
    tokens = TokenReader([Secret(secret)], None, None, lambda: datetime.now(UTC))
    app = web.Application()
    app.router.add_post("/{workload}", _handler(Limit(services), Contexts(services), tokens))
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, settings.host, settings.port).start()
    gc.collect()
    gc.freeze()
    await asyncio.Event().wait()


if __name__ == "__main__":
    uvloop.run(serve(read_settings()))
