# mypy: disable-error-code="no-any-return,no-untyped-call"
"""A schema made to be nasty: every kind of type, and anywhere nulls, exceptions, wrong values and coroutines."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from typing import Any, Generic, TypeVar

import strawberry
from strawberry.extensions import FieldExtension
from strawberry.permission import BasePermission
from strawberry.schema.config import StrawberryConfig

from tests.execution.creatures import (
    Being,
    Cat,
    Creature,
    Dog,
    Rock,
    creature,
    fated,
    fated_later,
    typed,
)
from tests.execution.fates import Boom, Colour, Fates, Info, Level, Odd, odd, text
from tests.execution.plain import Plain, plain
from tests.execution.tiles import Row, Tile, Tiles, rows, tiles_of

T = TypeVar("T")


class Mine(BasePermission):
    message = "not yours"

    def has_permission(self, source: Any, info: Info, **_: Any) -> Any:
        roll = info.context.random.randrange(4)
        if roll == 2:
            return asyncio.sleep(0, result=True)
        return roll != 0


class Loud(FieldExtension):
    def resolve(self, next_: Any, source: Any, info: Info, **given: Any) -> Any:
        result = next_(source, info, **given)
        return f"{result}!" if isinstance(result, str) else result


class Slow(FieldExtension):
    async def resolve_async(self, next_: Any, source: Any, info: Info, **given: Any) -> Any:
        await asyncio.sleep(0)
        return await next_(source, info, **given)


@strawberry.input
class Inner:
    number: int = 4
    colours: list[Colour] = strawberry.field(default_factory=lambda: [Colour.RED])


@strawberry.input
class Outer:
    inner: Inner | None = None
    inners: list[Inner | None] = strawberry.field(default_factory=list)
    odd: Odd | None = strawberry.UNSET
    maybe: strawberry.Maybe[str | None] = None


@strawberry.input(one_of=True)
class Either:
    text: strawberry.Maybe[str]
    number: strawberry.Maybe[int]


@strawberry.type
class Counted:
    """Of a class whose attribute is a property."""

    label: str = strawberry.field(default="no label")


class Counting(Counted):
    def __init__(self, fates: Fates) -> None:
        self.fates = fates

    @property
    def label(self) -> str:
        return self.fates.fate(lambda: text(self.fates), "label")

    @label.setter
    def label(self, value: str) -> None:
        raise AttributeError


@strawberry.type
class Edge(Generic[T]):
    cursor: str
    node: T


@strawberry.type
class Page(Generic[T]):
    edges: list[Edge[T]]
    total: int | None


@strawberry.type
class Query:
    plain = typed(fated(plain, "plain"), Plain | None)
    plain_later = typed(fated_later(plain, "plain later"), Plain | None)
    plains = typed(fated(lambda f: f.many(lambda: plain(f), "plains"), "plains"), list[Plain] | None)
    creature = typed(fated(creature, "creature"), Creature | None)
    creatures = typed(
        fated(lambda f: f.many(lambda: creature(f), "creatures"), "creatures"), list[Creature | None]
    )
    beings = typed(fated(lambda f: f.many(lambda: Cat(f), "beings"), "beings"), list[Being] | None)
    herd = typed(
        fated_later(lambda f: [[Cat(f), f.fate(lambda: Dog(f), "herd")], [Dog(f)]], "herd"),
        list[list[Being]] | None,
    )
    level = typed(fated_later(lambda f: Level.LOW, "level"), Level)
    tiles = typed(fated(lambda f: tiles_of(rows(f)), "tiles"), list[Tile])
    holed_tiles = typed(
        fated(lambda f: f.many(lambda: Tile(row=Row(f)), "tile"), "tiles"), list[Tile | None] | None
    )
    tile_columns = typed(fated_later(lambda f: Tiles(rows(f)), "tiles"), list[Tile])
    counted_labels = typed(fated(lambda f: [Counting(f), Counting(f)], "counted"), list[Counted])

    @strawberry.field
    def generated(self, info: Info) -> list[int | None] | None:
        return _drip(info.context)  # type: ignore[return-value]

    @strawberry.field
    async def streamed(self, info: Info) -> list[Plain | None] | None:
        return _pour(info.context)  # type: ignore[return-value]

    @strawberry.field
    def page(self, info: Info) -> Page[Being] | None:
        return Page(
            edges=[Edge(cursor="a", node=Cat(info.context)), Edge(cursor="b", node=Dog(info.context))],
            total=2,
        )

    @strawberry.field
    def other_page(self, info: Info) -> Page[Plain]:
        return info.context.fate(
            lambda: Page(edges=[Edge(cursor="c", node=plain(info.context))], total=None), "page"
        )

    @strawberry.field(permission_classes=[Mine])
    def mine(self, info: Info) -> str | None:
        return info.context.fate(lambda: "mine", "mine")

    @strawberry.field(permission_classes=[Mine], extensions=[Loud()])
    def loud(self, info: Info, text: str = "hey") -> str:
        return info.context.fate(lambda: text, "loud")

    @strawberry.field(extensions=[Slow()])
    async def slow(self, info: Info, times: int = 2) -> list[int]:
        return await info.context.later(lambda: list(range(times % 4)), "slow")

    @strawberry.field
    def told(
        self, info: Info, outer: Outer, colour: Colour = Colour.GREEN, list_: list[int] | None = None
    ) -> str:
        info.context.log.append(repr((outer, colour, list_)))
        outer.inners.append(None)
        return repr((outer, colour, list_))

    @strawberry.field
    async def told_later(
        self, info: Info, either: Either | None = None, odd: Odd | None = None
    ) -> str | None:
        await asyncio.sleep(0)
        return repr((either, odd))

    @strawberry.field
    def counted(
        self, first: int, text: str | None = None, ids: list[strawberry.ID] | None = None
    ) -> list[str]:
        if first < 0:
            raise Boom("negative")
        return [f"{text} {ids}"] * (first % 5)

    @strawberry.field
    async def found(self, id: strawberry.relay.GlobalID, info: Info) -> str | None:
        return f"{id.type_name} {info.variable_values} {info.field_name} {info.python_name}"


def _drip(fates: Fates) -> Iterator[Any]:
    for index in range(fates.random.randrange(5)):
        yield fates.fate(lambda: 3, f"drip {index}")


async def _pour(fates: Fates) -> AsyncIterator[Any]:
    for index in range(fates.random.randrange(4)):
        await asyncio.sleep(0)
        yield fates.fate(lambda: plain(fates), f"pour {index}")


@strawberry.type
class Mutation:
    change = typed(fated(plain, "change"), Plain | None)
    change_later = typed(fated_later(creature, "change later"), Creature)

    @strawberry.mutation
    async def write(self, info: Info, outer: Outer | None = None) -> Creature | None:
        return await info.context.later(lambda: creature(info.context), "write")


@strawberry.type
class Subscription:
    @strawberry.subscription
    async def items(self, info: Info, count: int = 3) -> AsyncIterator[Plain | None]:
        for _ in range(count % 5):
            yield info.context.fate(lambda: plain(info.context), "item")

    @strawberry.subscription
    async def creatures(self, info: Info) -> AsyncIterator[Creature]:
        for _ in range(3):
            yield creature(info.context)


SCALARS: dict[Any, Any] = {
    Odd: strawberry.scalar(name="Odd", serialize=odd, parse_value=lambda value: Odd(int(value))),
}
SCHEMA = strawberry.Schema(
    query=Query,
    mutation=Mutation,
    subscription=Subscription,
    types=[Cat, Dog, Rock],
    config=StrawberryConfig(scalar_map=SCALARS),
)
