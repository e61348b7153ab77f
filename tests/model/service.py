"""The real service in this process: its schema, its one pipeline and a database, without a socket."""

import asyncio
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, TypeVar

import uvloop
from graphql import GraphQLError

from events.hub import Hub
from models.appeals import Appeal
from models.db.database import Database
from resolvers.loaders import Loaders
from rules.moderation import AppealState
from rules.policy import Policy
from schema.types.context import Services
from schema.types.errors import Unauthenticated
from schema.types.ids import Kind, Sealer
from server.app import make_schema
from server.auth import Token
from server.contexts import Contexts
from server.filtering import make_filter
from server.operations import Schema
from tests.databases import PATIENT, Source
from tests.model import facts
from tests.world import START, Clock, operation

T = TypeVar("T")
POLICY = Policy(
    request_length=facts.REQUEST_LENGTH,
    message_length=facts.MESSAGE_LENGTH,
    bucket_size=facts.BUCKET,
    bucket_refill=facts.REFILL,
    new_pairs_a_day=facts.NEW_PAIRS,
    new_pairs_a_day_young=facts.NEW_PAIRS_YOUNG,
    young_account=facts.YOUNG,
    young_account_requests=facts.YOUNG_REQUESTS,
    pushes=True,
)
GROWN_UP, CHILD = "1990-01-01", "2025-01-01"
HOST = ("service",)


@dataclass
class Service:
    """One for all runs: each run has people of its own, whose names bear its number."""

    loop: asyncio.AbstractEventLoop
    schema: Schema
    services: Services
    clock: Clock
    runs: int = 0

    def wait(self, work: Coroutine[Any, Any, T]) -> T:
        """Runs it to its end."""
        return self.loop.run_until_complete(work)

    def begin(self, users: list[facts.User]) -> "Run":
        """The next run, with these people. Moderators find no appeals of earlier runs in their queue."""
        self.runs += 1
        self.clock.now = START
        self.wait(self._end_appeals())
        run = Run(self, Contexts(self.services))
        run.tell_of(users)
        for user in users:
            run.users[user.name] = run.post(user.name, "user", username=f"{user.name}-{self.runs}")["id"]
        return run

    async def _end_appeals(self) -> None:
        await Appeal.all(self.services.database.orm).filter(state=AppealState.OPEN).delete()


DISPLAYED = {"carol": "B0b"}
"""Carol pretends to be bob."""


@dataclass
class Run:
    """The people of one run, by their names in the model."""

    service: Service
    contexts: Contexts
    users: dict[str, str] = field(default_factory=dict)

    def id(self, name: str) -> str:
        """Of a user; for a name that no user has, an id that was never given."""
        return self.users.get(name) or self.service.services.sealer.seal(Kind.USER, 2**40)

    def tell_of(self, users: list[facts.User]) -> Any:
        """The host's facts of them from now on."""
        return self.post("host", "upsertUsers", HOST, input={"users": [self._told(user) for user in users]})

    def erase(self, name: str) -> Any:
        """The host, for good."""
        return self.post("host", "eraseUser", HOST, input={"subject": f"{name}-{self.service.runs}"})

    def revoke(self, name: str) -> Any:
        """The host: all tokens until now."""
        given = {"subject": f"{name}-{self.service.runs}", "before": self.service.clock.now.isoformat()}
        return self.post("host", "revokeTokens", HOST, input=given)

    def _told(self, user: facts.User) -> dict[str, Any]:
        name = f"{user.name}-{self.service.runs}"
        return {
            "subject": name,
            "username": name,
            "displayName": DISPLAYED.get(user.name, user.name) + f" {self.service.runs}",
            "birthDate": GROWN_UP if user.is_grown_up else CHILD,
            "phoneVerified": user.has_phone,
            "isVerified": user.is_verified,
            "isActive": user.is_active,
            "createdAt": user.created_at.isoformat(),
        }

    def post(self, me: str, name: str, roles: tuple[str, ...] = (), **variables: Any) -> Any:
        """The value that a front end's operation gives at its one root field; or the code of its error."""
        return self.service.wait(self._run(Ask(me, operation(name), variables, roles)))

    def look(self, ends: list[tuple[str, list[str]]], text: str) -> list[Any]:
        """The screens of each person, with these peers, asked for by all at once."""
        asks = [Ask(me, text, {"peers": [self.id(peer) for peer in peers]}) for me, peers in ends]
        return self.service.wait(self._gather(asks))

    async def _gather(self, asks: list["Ask"]) -> list[Any]:
        return await asyncio.gather(*(self._ask(ask) for ask in asks))

    async def _run(self, ask: "Ask") -> Any:
        data = await self._ask(ask)
        return next(iter(data.values())) if isinstance(data, dict) else data

    async def _ask(self, ask: "Ask") -> Any:
        subject = f"{ask.me}-{self.service.runs}"
        token = Token(subject, None, self.service.clock.now, frozenset(ask.roles))
        try:
            await self.contexts.admit(token)
            context = self.contexts.make(token)
        except Unauthenticated as error:
            return code_of(error)
        result = await self.service.schema.execute(ask.text, ask.variables, context)
        return code_of(result.errors[0]) if result.errors else plainly(result.data)


@dataclass
class Ask:
    """An operation by one of the people."""

    me: str
    text: str
    variables: dict[str, Any]
    roles: tuple[str, ...] = ()


def code_of(error: GraphQLError) -> Any:
    return (error.extensions or {})["code"]


def plainly(value: Any) -> Any:
    """Edges as their nodes, names without the number of the run."""
    if isinstance(value, list):
        return [plainly(one) for one in value]
    if not isinstance(value, dict):
        return value
    if "edges" in value:
        return [plainly(edge["node"]) for edge in value["edges"]]
    found = {key: plainly(one) for key, one in value.items()}
    if "hiddenReasons" in found:
        found["hiddenReasons"] = sorted(found["hiddenReasons"])
    if "username" in found:
        found["username"] = found["username"].partition("-")[0]
    return found


@contextmanager
def served(source: Source) -> Iterator[Service]:
    """On a database of its own, on a loop of its own: the machine that drives it is not async."""
    loop = uvloop.new_event_loop()
    url = loop.run_until_complete(source.make())
    database = loop.run_until_complete(Database.open(url, limits=PATIENT))
    try:
        clock = Clock(START, timedelta())
        made = make_filter()
        made.banned = made.compile(("slimy",))
        services = Services(database, Hub(), POLICY, Sealer(b"model" * 8), made, clock, Loaders)
        yield Service(loop, make_schema(True), services, clock)
    finally:
        loop.run_until_complete(database.close())
        loop.run_until_complete(source.drop(url))
        loop.close()


def started(days_ago: float) -> datetime:
    """When an account was made."""
    return START - timedelta(days=days_ago)
