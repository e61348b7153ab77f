"""Peer for the comparison: the same work as a Python developer writes it from the libraries' own guides:
Strawberry on aiohttp, Tortoise models with select_related, one process, in-process fan-out. DATABASE_URL, PORT."""

import asyncio
import collections
import datetime as dt
import os

import jwt
import strawberry
import uvloop
from aiohttp import web
from strawberry.aiohttp.views import GraphQLView
from tortoise import Tortoise, fields
from tortoise.expressions import F
from tortoise.models import Model
from tortoise.transactions import in_transaction

SECRET = "secret" * 6


class UserRow(Model):
    id = fields.BigIntField(primary_key=True)
    username = fields.TextField()
    display_name = fields.TextField()
    avatar_url = fields.TextField(null=True)
    verified = fields.BooleanField()
    suspended_until = fields.DatetimeField(null=True)
    event_seq = fields.BigIntField()

    class Meta:
        table = "users"


class ThreadRow(Model):
    id = fields.BigIntField(primary_key=True)
    low_id = fields.BigIntField()
    high_id = fields.BigIntField()
    requester_id = fields.BigIntField()
    accepted_at = fields.DatetimeField(null=True)

    class Meta:
        table = "threads"


class MessageRow(Model):
    id = fields.BigIntField(primary_key=True)
    thread_id = fields.BigIntField()
    sender = fields.ForeignKeyField("m.UserRow", source_field="sender_id")
    text = fields.TextField()
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "messages"


class MembershipRow(Model):
    thread = (
        fields.ForeignKeyField("m.ThreadRow", source_field="thread_id", primary_key=True)
        if False
        else fields.BigIntField(primary_key=True, source_field="thread_id")
    )
    user_id = fields.BigIntField()
    peer = fields.ForeignKeyField("m.UserRow", source_field="peer_id")
    folder = fields.SmallIntField()
    unread_count = fields.IntField()
    last_read_id = fields.BigIntField()
    last_message = fields.ForeignKeyField("m.MessageRow", source_field="last_message_id")

    class Meta:
        table = "memberships"


class BlockRow(Model):
    blocker_id = fields.BigIntField(primary_key=True)
    blocked_id = fields.BigIntField()

    class Meta:
        table = "blocks"


class EventRow(Model):
    user_id = fields.BigIntField(primary_key=True)
    seq = fields.BigIntField()
    kind = fields.SmallIntField()
    message_id = fields.BigIntField()
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "events"


@strawberry.type
class User:
    id: strawberry.ID
    username: str
    display_name: str
    avatar_url: str | None
    verified: bool

    @classmethod
    def of(cls, r):
        return cls(
            id=str(r.id),
            username=r.username,
            display_name=r.display_name,
            avatar_url=r.avatar_url,
            verified=r.verified,
        )


@strawberry.type
class Message:
    id: strawberry.ID
    text: str
    created_at: dt.datetime
    seen: bool
    sender: User


@strawberry.type
class PageInfo:
    has_next_page: bool
    end_cursor: str | None


@strawberry.type
class MessageEdge:
    cursor: str
    node: Message


@strawberry.type
class MessageConnection:
    edges: list[MessageEdge]
    page_info: PageInfo


@strawberry.type
class Thread:
    id: strawberry.ID
    peer: User
    unread_count: int
    last_message: Message
    peer_read: strawberry.Private[int]

    @strawberry.field
    async def messages(self, first: int = 50) -> MessageConnection:
        rows = (
            await MessageRow.filter(thread_id=int(self.id))
            .order_by("-id")
            .limit(first + 1)
            .select_related("sender")
        )
        edges = [
            MessageEdge(
                cursor=str(r.id),
                node=Message(
                    id=str(r.id),
                    text=r.text,
                    created_at=r.created_at,
                    seen=self.peer_read >= r.id,
                    sender=User.of(r.sender),
                ),
            )
            for r in rows[:first]
        ]
        return MessageConnection(
            edges=edges,
            page_info=PageInfo(
                has_next_page=len(rows) > first, end_cursor=edges[-1].cursor if edges else None
            ),
        )


@strawberry.type
class ThreadEdge:
    cursor: str
    node: Thread


@strawberry.type
class ThreadConnection:
    edges: list[ThreadEdge]
    page_info: PageInfo


def thread_of(m, peer_read):
    x = m.last_message
    return Thread(
        id=str(m.id if False else m.pk),
        peer=User.of(m.peer),
        unread_count=m.unread_count,
        peer_read=peer_read,
        last_message=Message(
            id=str(x.id),
            text=x.text,
            created_at=x.created_at,
            seen=peer_read >= x.id,
            sender=User.of(x.sender),
        ),
    )


async def folder(me, code, first):
    rows = (
        await MembershipRow.filter(user_id=me, folder=code)
        .order_by("-last_message_id")
        .limit(first + 1)
        .select_related("peer", "last_message", "last_message__sender")
    )
    read = {
        m.pk: m.last_read_id
        for m in await MembershipRow.filter(pk__in=[r.pk for r in rows]).exclude(user_id=me)
    }
    edges = [ThreadEdge(cursor=str(r.last_message_id), node=thread_of(r, read[r.pk])) for r in rows[:first]]
    return ThreadConnection(
        edges=edges,
        page_info=PageInfo(has_next_page=len(rows) > first, end_cursor=edges[-1].cursor if edges else None),
    )


@strawberry.type
class Query:
    @strawberry.field
    async def inbox(self, info: strawberry.Info, first: int = 20) -> ThreadConnection:
        return await folder(info.context["me"], 0, first)

    @strawberry.field
    async def requests(self, info: strawberry.Info, first: int = 20) -> ThreadConnection:
        return await folder(info.context["me"], 1, first)

    @strawberry.field
    async def thread(self, info: strawberry.Info, id: strawberry.ID) -> Thread | None:
        m = (
            await MembershipRow.filter(pk=int(id), user_id=info.context["me"])
            .select_related("peer", "last_message", "last_message__sender")
            .first()
        )
        p = await MembershipRow.filter(pk=int(id)).exclude(user_id=info.context["me"]).first()
        return m and thread_of(m, p.last_read_id)


@strawberry.type
class SendPayload:
    message: Message


queues = collections.defaultdict(set)


@strawberry.type
class Mutation:
    @strawberry.mutation
    async def send_message(self, info: strawberry.Info, thread_id: strawberry.ID, text: str) -> SendPayload:
        me = info.context["me"]
        async with in_transaction():
            t = await ThreadRow.filter(id=int(thread_id)).select_for_update().get()
            peer = t.low_id + t.high_id - me
            if (
                me not in (t.low_id, t.high_id)
                or not t.accepted_at
                or await BlockRow.filter(blocker_id=peer, blocked_id=me).exists()
            ):
                raise Exception("not allowed")
            user = await UserRow.get(id=me)
            row = await MessageRow.create(thread_id=t.id, sender=user, text=text)
            await MembershipRow.filter(pk=t.id).update(last_message_id=row.id)
            await MembershipRow.filter(pk=t.id, user_id=peer).update(unread_count=F("unread_count") + 1)
            for u in sorted((me, peer)):
                await UserRow.filter(id=u).update(event_seq=F("event_seq") + 1)
                await EventRow.create(
                    user_id=u, seq=(await UserRow.get(id=u)).event_seq, kind=0, message_id=row.id
                )
        m = Message(id=str(row.id), text=text, created_at=row.created_at, seen=False, sender=User.of(user))
        for q in queues[peer]:
            q.put_nowait(m)
        return SendPayload(message=m)


@strawberry.type
class Subscription:
    @strawberry.subscription
    async def message_added(self, info: strawberry.Info) -> collections.abc.AsyncGenerator[Message, None]:
        q = asyncio.Queue()
        me = info.context["connection_params"]["authorization"]
        me = int(jwt.decode(me[7:], SECRET, ["HS256"])["sub"])
        queues[me].add(q)
        try:
            while True:
                yield await q.get()
        finally:
            queues[me].discard(q)


class View(GraphQLView):
    async def get_context(self, request, response):
        a = request.headers.get("authorization")
        return {"me": a and int(jwt.decode(a[7:], SECRET, ["HS256"])["sub"])}


async def main():
    credentials = {
        "host": os.environ["PGHOST"],
        "port": 5432,
        "user": os.environ["PGUSER"],
        "password": None,
        "database": os.environ["PGDATABASE"],
        "minsize": 16,
        "maxsize": 16,
    }
    await Tortoise.init(
        config={
            "connections": {"default": {"engine": "tortoise.backends.asyncpg", "credentials": credentials}},
            "apps": {"m": {"models": ["__main__"]}},
        }
    )
    app = web.Application()
    app.router.add_route("*", "/graphql", View(schema=strawberry.Schema(Query, Mutation, Subscription)))
    r = web.AppRunner(app, access_log=None)
    await r.setup()
    await web.TCPSite(r, "127.0.0.1", int(os.environ.get("PORT", 4003))).start()
    await asyncio.Event().wait()


if __name__ == "__main__":
    uvloop.run(main())
