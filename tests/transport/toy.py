"""A small schema for the transport's own tests: each field behaves in one way that a transport must bear."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Any

import strawberry

from models.db.connection import DatabaseBusy
from schema.types.errors import BadUserInput, Unauthenticated
from server.asked import Operation
from server.auth import Token, TokenError
from server.contexts import Contexts
from server.documents import Documents
from server.engine import Results
from server.operations import Schema
from server.plans import Plan


@dataclass
class Toy:
    """The context of one operation, and the traces of all operations."""

    token: Token | None
    seen: "Seen"


@dataclass
class Seen:
    contexts: list[Toy] = field(default_factory=list)
    stream_closed: asyncio.Event = field(default_factory=asyncio.Event)
    saving: asyncio.Event = field(default_factory=asyncio.Event)
    saved: asyncio.Event = field(default_factory=asyncio.Event)
    may_save: asyncio.Event = field(default_factory=asyncio.Event)


Info = strawberry.Info[Toy, None]


@strawberry.type
class Leaf:
    name: str = "leaf"

    @strawberry.field
    def child(self) -> "Leaf":
        return Leaf()

    @strawberry.field
    def children(self, first: int = 1) -> list["Leaf"]:
        return [Leaf() for _ in range(first)]


@strawberry.input
class Wish:
    text: str
    count: int = 1


@strawberry.type
class Query:
    leaf: Leaf = strawberry.field(default_factory=Leaf)

    @strawberry.field
    def echo(self, text: str) -> str:
        return text

    @strawberry.field
    def add(self, number: int) -> int:
        return number + 1

    @strawberry.field
    def wish(self, wish: Wish) -> str:
        return wish.text * wish.count

    @strawberry.field
    async def me(self, info: Info) -> str:
        if info.context.token is None:
            raise Unauthenticated
        return info.context.token.subject

    @strawberry.field
    def breaks(self) -> str | None:
        raise RuntimeError("the secret of the house")

    @strawberry.field
    def breaks_late(self) -> int:
        return "no number, a secret"  # type: ignore[return-value]

    @strawberry.field
    def is_busy(self) -> str | None:
        raise DatabaseBusy

    @strawberry.field
    def refuses(self) -> str | None:
        raise BadUserInput("That cursor is not one of ours.")

    @strawberry.field
    async def waits(self) -> str:
        await asyncio.sleep(30)
        return "late"

    @strawberry.field
    def large(self) -> str:
        return "x" * 1_000_000


@strawberry.type
class Mutation:
    @strawberry.mutation
    async def save(self, info: Info) -> str:
        seen = info.context.seen
        seen.saving.set()
        await seen.may_save.wait()
        seen.saved.set()
        return "saved"


@strawberry.type
class Subscription:
    @strawberry.subscription
    async def count(self, to: int = 3) -> AsyncIterator[int]:
        for number in range(to):
            yield number
            await asyncio.sleep(0)

    @strawberry.subscription
    async def forever(self, info: Info) -> AsyncIterator[int]:
        try:
            yield 0
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            info.context.seen.stream_closed.set()

    @strawberry.subscription
    async def breaks(self) -> AsyncIterator[int]:
        yield 0
        raise RuntimeError("the secret of the house")

    @strawberry.subscription
    async def denies(self) -> AsyncIterator[int]:
        if True:
            raise Unauthenticated
        yield 0

    @strawberry.subscription
    async def floods(self) -> AsyncIterator[str]:
        while True:
            yield "x" * 100_000


@dataclass
class ToyContexts(Contexts):
    """No token of the toy is revoked, and no ticket opens a stream. One subject names no user."""

    made: Callable[[Token | None], Any]

    def make(self, token: Token | None) -> Any:
        return self.made(token)

    def is_admitted(self, token: Token) -> bool:
        return token.subject != "nobody"

    async def admit(self, token: Token) -> None:
        if not self.is_admitted(token):
            raise Unauthenticated

    async def redeem(self, ticket: str, address: str, last: str | None) -> Token:
        raise TokenError("no tickets")


def results_of(schema: Schema, text: str, variables: Any = None, context: object = None) -> Results:
    """Those of an operation that may run."""
    operation = Operation(text, None, variables)
    plan = schema.plan(operation)
    assert isinstance(plan, Plan)
    return schema.results(plan, operation, context)


def toy_schema(introspection: bool = True, documents: Documents | None = None) -> Schema:
    return Schema(Query, Mutation, Subscription, introspection=introspection, documents=documents)
