"""A running service for tests, and people who use it through the front ends' own operations."""

from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import aiohttp
import jwt
from aiohttp import web

from models.db.database import Database
from models.relations import Block, Follow
from schema.types.context import Services
from schema.types.ids import Kind
from tests.streams import Stream
from tests.users import User, keep_looks

SECRET = "a secret of the tests, long enough"
QUERIES = Path(__file__).resolve().parent.parent / "queries"
START = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
_STORED: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(["threads", "messages", "memberships", "follows", "blocks", "contact_codes"], ("*",)),
    "reports": ("*", "user_id IS NOT NULL"),
}
"""A report of nothing is kept for its reporter alone."""
_CHARGED = dict.fromkeys(["quotas", "client_keys", "user_streams", "user_events"], ("*",))
_UNCHARGED = {"user_events": ("user_id, kind, at, thread_id, message_id, peer_id", "kind <> 20")}
"""Of a log, all but what tells a sender of a charge."""


@cache
def operation(name: str) -> str:
    """The text of one of the front ends' operations."""
    return (QUERIES / f"{name}.graphql").read_text()


@cache
def _signed(name: str, roles: tuple[str, ...], issued_at: datetime | None, until: datetime) -> str:
    claims = {"sub": f"host-{name}", "exp": until, "roles": list(roles)}
    if issued_at:
        claims["iat"] = issued_at.timestamp()
    return "Bearer " + jwt.encode(claims, SECRET, "HS256")


@dataclass
class Clock:
    """Moves by one tick at each look only, so that later things have later times."""

    now: datetime = START
    tick: timedelta = timedelta(milliseconds=1)

    def __call__(self) -> datetime:
        self.now += self.tick
        return self.now

    def advance(self, **time: float) -> None:
        """Arguments as of timedelta."""
        self.now += timedelta(**time)


@dataclass
class World:
    """A service on a database of its own, with a clock and a policy that the test chooses."""

    services: Services
    clock: Clock
    url: str
    client: aiohttp.ClientSession
    people: dict[str, "Person"] = field(default_factory=dict)
    app: web.Application = field(default_factory=web.Application)

    @property
    def database(self) -> Database:
        return self.services.database

    async def person(self, name: str, **facts: Any) -> "Person":
        """A user who may send and be written to, but for the facts given (columns of users)."""
        given = {
            "host_id": f"host-{name}",
            "username": name,
            "display_name": name.title(),
            "birth_date": date(1990, 1, 1),
            "phone_verified": True,
            "account_created_at": self.clock.now - timedelta(days=400),
            "age_share": self.services.sealer.share_of(f"host-{name}"),
            **facts,
        }
        user = await User.create(using_db=self.database.orm, **given)
        await self.keep_looks(user)
        self.people[name] = Person(self, name, user.id)
        return self.people[name]

    async def keep_looks(self, user: User) -> None:
        """As the host's batches do; names of users that tests make are written without them."""
        await keep_looks(self.database, user, self.services.filter.folding)

    async def cast(self, *names: str) -> list["Person"]:
        return [await self.person(name) for name in names]

    async def rows(self, table: str, columns: str = "*", where: str = "1 = 1") -> list[tuple[Any, ...]]:
        """The rows of a table, in a stable order."""
        return sorted(await self._found(table, columns, where), key=repr)

    async def contents(
        self, table: str, columns: str = "*", where: str = "1 = 1"
    ) -> Counter[tuple[Any, ...]]:
        """The same rows without an order, which takes long where there are many."""
        return Counter(await self._found(table, columns, where))

    async def _found(self, table: str, columns: str, where: str) -> list[tuple[Any, ...]]:
        found = await self.database.fetch(f"SELECT {columns} FROM {table} WHERE {where}", ())
        return [tuple(row) for row in found]

    async def anonymous(self, name: str, /, **variables: Any) -> dict[str, Any]:
        """The whole answer of the operation to one without a token."""
        body = {"query": operation(name), "variables": variables}
        async with self.client.post(self.url, json=body) as answer:
            result: dict[str, Any] = await answer.json()
            return result

    @asynccontextmanager
    async def unchanged(self, *, but_charged: bool = False) -> AsyncIterator[None]:
        """The block writes no row and no event, except a charge: bucket, day and key, and its event."""
        before = await self._stored(but_charged)
        yield
        assert await self._stored(but_charged) == before

    async def _stored(self, but_charged: bool) -> list[Any]:
        more = _UNCHARGED if but_charged else _CHARGED
        return [await self.contents(name, *columns) for name, columns in (_STORED | more).items()]


@dataclass
class Person:
    """One user of the service, signed in."""

    world: World
    name: str
    key: int
    roles: tuple[str, ...] = ()
    issued_at: datetime | None = None

    @property
    def id(self) -> str:
        return self.world.services.sealer.seal(Kind.USER, self.key)

    @property
    def token(self) -> str:
        """The same for an hour, since a server reads a token that it knows in a shorter way."""
        until = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(hours=2)
        return _signed(self.name, self.roles, self.issued_at, until)

    async def becomes(self, **facts: Any) -> None:
        """Other columns of users."""
        orm = self.world.database.orm
        await User.filter(id=self.key).using_db(orm).update(**facts)
        if facts.keys() & {"username", "display_name"}:
            user = await User.get(id=self.key, using_db=orm)
            await user.save(using_db=orm)
            await self.world.keep_looks(user)

    async def post(self, name: str, /, **variables: Any) -> dict[str, Any]:
        """The whole answer of the operation of this name."""
        return await self.ask(operation(name), **variables)

    async def ask(self, text: str, /, **variables: Any) -> dict[str, Any]:
        """The whole answer of an operation that no front end has."""
        body = {"query": text, "variables": variables}
        headers = {"Authorization": self.token}
        async with self.world.client.post(self.world.url, json=body, headers=headers) as answer:
            result: dict[str, Any] = await answer.json()
            return result

    async def run(self, name: str, /, **variables: Any) -> Any:
        """The value of the operation's one root field; no top-level error is expected."""
        answer = await self.post(name, **variables)
        assert "errors" not in answer, answer["errors"]
        (value,) = answer["data"].values()
        return value

    async def do(self, name: str, **given: Any) -> Any:
        """The result of a mutation with this input."""
        return await self.run(name, input=given)

    async def request(self, other: "Person", text: str = "Hello!", **more: Any) -> Any:
        return await self.do("sendRequest", recipientId=other.id, text=text, **more)

    async def send(self, other: "Person", text: str = "Hi there.", **more: Any) -> Any:
        """In the thread with the other."""
        return await self.do("sendMessage", threadId=await self.thread_id(other), text=text, **more)

    async def opens(self, other: "Person", text: str = "Hello!") -> None:
        """A thread with the other, who accepts it."""
        await self.request(other, text)
        assert (await other.accept(self))["thread"]["state"] == "OPEN"

    async def accept(self, other: "Person") -> Any:
        return await self.do("accept", requestId=await self.request_id(other))

    async def user(self, other: "Person") -> Any:
        return await self.run("user", username=other.name)

    async def thread_id(self, other: "Person") -> str:
        thread: str = (await self.user(other))["threadWithMe"]["id"]
        return thread

    async def request_id(self, other: "Person") -> str:
        """Of the request that waits from the other."""
        [id] = [node["id"] for node in await self.nodes("requests") if node["sender"]["id"] == other.id]
        return str(id)

    async def nodes(self, name: str, **variables: Any) -> list[Any]:
        """The nodes of a list's page."""
        return [edge["node"] for edge in (await self.run(name, **variables))["edges"]]

    async def texts(self, other: "Person") -> list[str]:
        """The texts of the thread with the other, as this one sees them, oldest first."""
        thread = await self.run("thread", id=await self.thread_id(other), first=100)
        return [edge["node"]["text"] for edge in reversed(thread["messages"]["edges"])]

    async def follows(self, other: "Person") -> None:
        await Follow.create(
            using_db=self.world.database.orm,
            follower_id=self.key,
            followee_id=other.key,
            created_at=self.world.clock.now,
        )

    async def blocks(self, other: "Person") -> bool:
        found = Block.filter(blocker_id=self.key, blocked_id=other.key)
        return await found.using_db(self.world.database.orm).exists()

    @asynccontextmanager
    async def listen(self, name: str, **variables: Any) -> AsyncIterator["Stream"]:
        """A subscription in a socket of its own, live from here on."""
        async with self.listen_to(operation(name), **variables) as stream:
            yield stream

    @asynccontextmanager
    async def listen_to(self, text: str, **variables: Any) -> AsyncIterator["Stream"]:
        """The same, of an operation that no front end has."""
        protocols = ["graphql-transport-ws"]
        async with self.world.client.ws_connect(self.world.url, protocols=protocols) as ws:
            await ws.send_json({"type": "connection_init", "payload": {"Authorization": self.token}})
            assert await ws.receive_json() == {"type": "connection_ack"}
            payload = {"query": text, "variables": variables}
            await ws.send_json({"type": "subscribe", "id": "1", "payload": payload})
            stream = Stream(ws)
            if variables.get("after") is None:
                assert (await stream.item())["__typename"] == "Position"
            yield stream
