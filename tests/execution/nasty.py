# mypy: disable-error-code="no-any-return,no-untyped-call"
"""A schema made to be nasty: every kind of type, and anywhere nulls, exceptions, wrong values and coroutines."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum, IntEnum
from random import Random
from typing import Annotated, Any, Generic, NewType, TypeVar

import strawberry
from graphql import GraphQLError
from strawberry.extensions import FieldExtension
from strawberry.permission import BasePermission
from strawberry.scalars import JSON
from strawberry.schema.config import StrawberryConfig

from execution import Columns, column, pure, reader_of

T = TypeVar("T")


class Boom(Exception):
    pass


@dataclass
class Fates:
    """The context: what each resolver gives is drawn in the order of the calls, so that order is compared too."""

    seed: int
    calm: float = 0.85
    log: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.random = Random(self.seed)

    def fate(self, make: Callable[[], Any], label: str) -> Any:
        """An ordinary value, mostly; else anything that a resolver may give."""
        self.log.append(label)
        if self.random.random() < self.calm:
            return make()
        match self.random.randrange(10):
            case 0 | 1 | 2:
                return None
            case 3 | 4:
                raise Boom(label)
            case 5:
                return Boom(f"given {label}")
            case 6:
                raise GraphQLError(f"own {label}", extensions={"code": "OWN"})
            case 7:
                return self.random.choice(
                    [object(), "text", 7, 2**40, 1.5, float("nan"), {"a": 1}, [1], True]
                )
            case 8:
                return self.later(make, label)
            case _:
                return asyncio.ensure_future(self.later(make, label))

    async def later(self, make: Callable[[], Any], label: str) -> Any:
        for _ in range(self.random.randrange(4)):
            await asyncio.sleep(0)
        self.log.append(f"later {label}")
        match self.random.randrange(8):
            case 0:
                raise Boom(f"late {label}")
            case 1:
                return None
            case 2:
                return Boom(f"late, given {label}")
        return make()

    def many(self, make: Callable[[], Any], label: str) -> list[Any]:
        return [self.fate(make, f"{label}[]") for _ in range(self.random.randrange(4))]


Info = strawberry.Info[Fates, None]


@strawberry.enum
class Colour(Enum):
    RED = "red"
    GREEN = strawberry.enum_value("green", name="VERDANT")
    BLUE = 3


@strawberry.enum
class Level(IntEnum):
    LOW = 1
    HIGH = 2


def _odd(value: Any) -> Any:
    """A scalar that may give nothing, a coroutine, or an error."""
    if not isinstance(value, int):
        raise ValueError("odd things only")
    if value % 7 == 0:
        return None
    return asyncio.sleep(0, str(value)) if value % 11 == 0 else [value, {"odd": value}]


Odd = NewType("Odd", int)


def _int(fates: Fates) -> int:
    return fates.random.randrange(60)


def _text(fates: Fates) -> str:
    return f"t{fates.random.randrange(100)}"


def _colour(fates: Fates) -> Any:
    return fates.random.choice(list(Colour))


def _creature(fates: Fates) -> Any:
    match fates.random.randrange(8):
        case 6:
            return strawberry.cast(Dog, Cat(fates))
        case 7:
            return strawberry.cast(Cat, Stray("stray"))
        case kind:
            return [Cat, Dog, Rock][kind % 3](fates)


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


MADE: dict[str, Callable[[Fates], Any]] = {
    "name": _text,
    "weight": _int,
    "tint": _colour,
    "tags": lambda fates: fates.many(lambda: _text(fates), "tags"),
}


class Moving:
    """Attributes that give something else each time."""

    def __init__(self, fates: Fates) -> None:
        self.fates = fates

    def __getattr__(self, name: str) -> Any:
        if name not in MADE:
            raise AttributeError(name)
        return self.fates.fate(lambda: MADE[name](self.fates), name)


class Still:
    """Attributes that are data, some of them wrong, and some missing."""

    def __init__(self, fates: Fates) -> None:
        for name, make in MADE.items():
            match fates.random.randrange(30):
                case 0:
                    value: Any = None
                case 1:
                    value = fates.random.choice([Boom("in data"), 2**40, "text", object()])
                case 2:
                    value = asyncio.ensure_future(fates.later(lambda: make(fates), name))  # noqa: B023
                case 3:
                    continue
                case _:
                    value = _tried(lambda: make(fates))  # noqa: B023
            setattr(self, name, value)


def _tried(make: Callable[[], Any]) -> Any:
    try:
        return make()
    except Exception as error:
        return error


class Stray:
    """No type of the schema, but cast to one."""

    def __init__(self, name: str) -> None:
        self.name, self.weight, self.tint, self.tags = name, 1, Colour.RED, ["a"]


@strawberry.interface
class Being:
    name: str | None
    weight: int

    @strawberry.field
    def id(self, info: Info) -> strawberry.ID:
        return info.context.fate(lambda: strawberry.ID(_text(info.context)), "id")


@strawberry.type
class Plain:
    """Objects of a plain class, whose attributes are data."""

    number: int
    maybe: int | None
    flag: bool
    share: float
    when: datetime
    uneven: Odd | None
    anything: JSON
    colour: Colour
    level: Level | None
    grid: list[list[int]]
    holes: list[list[int | None] | None] | None
    cube: list[list[list[str | None]] | None]

    @strawberry.field
    async def again(self, info: Info) -> "Plain | None":
        return await info.context.later(lambda: plain(info.context), "again")

    @strawberry.field
    def next(self, root: strawberry.Parent[Any], info: Info) -> "Plain":
        return info.context.fate(lambda: plain(info.context), f"next {info.path.as_list()}")


def plain(fates: Fates) -> Any:
    def draw(make: Callable[[], Any], wrong: Any = None) -> Any:
        roll = fates.random.random()
        return make() if roll < 0.94 else fates.random.choice([None, Boom("in data"), wrong])

    def ints() -> Any:
        return draw(lambda: [draw(lambda: _int(fates), "x") for _ in range(3)], "no list")

    return Plain(
        number=draw(lambda: _int(fates), "12"),
        maybe=draw(lambda: _int(fates), 2**40),
        flag=draw(lambda: True, 1),
        share=draw(lambda: 0.5, 3),
        when=draw(lambda: datetime(2026, 3, 4, tzinfo=UTC), "then"),
        uneven=draw(lambda: Odd(_int(fates))),
        anything=draw(lambda: {"b": 1, "a": [2]}, "text"),
        colour=draw(lambda: _colour(fates), "red"),
        level=draw(lambda: Level.HIGH, 2),
        grid=draw(lambda: [ints(), (1, 2), ints()], 5),
        holes=draw(lambda: [ints() for _ in range(2)], {"a": 1}),
        cube=draw(lambda: [[["a", draw(lambda: "b", 3)]], draw(lambda: [[]])], iter([[["c"]]])),
    )


class Row:
    """What tiles are made of: read twice it gives the same."""

    def __init__(self, fates: Fates) -> None:
        def draw(make: Callable[[], Any], *wrong: Any) -> Any:
            return (
                make() if fates.random.random() < 0.97 else fates.random.choice([None, Boom("row"), *wrong])
            )

        self.number = draw(lambda: _int(fates), 2**40, "12", 1.5)
        self.share = draw(lambda: 0.5, float("inf"), 3)
        self.name = draw(lambda: _text(fates), 7)
        self.tint = draw(lambda: _colour(fates), "red", Level.LOW)
        self.when = draw(lambda: datetime(2026, 3, 4, tzinfo=UTC), "then")
        self.uneven = draw(lambda: Odd(_int(fates)))
        self.below = draw(lambda: Row(fates) if fates.random.random() < 0.3 else None, "no row")


def _tiles(rows: Sequence[Any]) -> list[Any]:
    return [Tile(row=row) if isinstance(row, Row) else row for row in rows]


def _names(tiles: Sequence[Any], info: Info) -> list[Any]:
    return [name if isinstance(name, str) else f"no name {name!r}" for name in reader_of("row.name")(tiles)]


@pure
@strawberry.type
class Tile:
    """Its lists are completed by columns, unless a value is odd."""

    row: strawberry.Private[Any]

    @strawberry.field
    def number(self) -> int:
        return self.row.number

    @strawberry.field
    def maybe(self) -> int | None:
        return self.row.number

    @strawberry.field
    def double(self) -> float | None:
        return self.row.share * 2

    @strawberry.field
    def share(self) -> float:
        return self.row.share

    @strawberry.field(metadata=column(_names))
    def name(self, info: Info) -> str:
        name = self.row.name
        return name if isinstance(name, str) else f"no name {name!r}"

    @strawberry.field
    def tint(self, info: Info) -> Colour | None:
        assert info.context
        return self.row.tint

    @strawberry.field
    def when(self) -> datetime:
        return self.row.when

    @strawberry.field
    def uneven(self) -> Odd | None:
        return self.row.uneven

    @strawberry.field(metadata=column(lambda tiles, info: _tiles(reader_of("row.below")(tiles))))
    def below(self) -> "Tile | None":
        return _tiles([self.row.below])[0]

    @strawberry.field
    async def later(self, info: Info) -> int:
        return await info.context.later(lambda: 1, "tile")


class Tiles(Columns[Tile]):
    type = Tile

    def __init__(self, rows: list[Row]) -> None:
        self.rows = rows

    def __len__(self) -> int:
        return len(self.rows)

    def column(self, name: str) -> Sequence[Any]:
        return self.rows if name == "row" else [getattr(tile, name) for tile in self]

    def make(self) -> list[Tile]:
        return _tiles(self.rows)


def _rows(fates: Fates) -> list[Row]:
    return [Row(fates) for _ in range(fates.random.randrange(6))]


@strawberry.type
class Counted:
    """Of a class whose attribute is a property."""

    label: str = strawberry.field(default="no label")


class Counting(Counted):
    def __init__(self, fates: Fates) -> None:
        self.fates = fates

    @property
    def label(self) -> str:
        return self.fates.fate(lambda: _text(self.fates), "label")

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


def _fated(make: Callable[[Fates], Any], label: str) -> Any:
    def resolve(self: Any, info: Info) -> Any:
        return info.context.fate(lambda: make(info.context), label)

    return resolve


def _fated_later(make: Callable[[Fates], Any], label: str) -> Any:
    async def resolve(self: Any, info: Info) -> Any:
        return await info.context.later(lambda: make(info.context), label)

    return resolve


def typed(resolve: Any, returns: Any) -> Any:
    resolve.__annotations__["return"] = returns
    return strawberry.field(resolver=resolve)


LazyCreature = Annotated["Creature", strawberry.lazy("tests.execution.nasty")]


@strawberry.type
class Cat(Being, Still):
    tint: Colour
    tags: list[str]
    friend = typed(_fated(lambda f: _creature(f), "friend"), LazyCreature | None)
    friends = typed(
        _fated_later(lambda f: f.many(lambda: _creature(f), "friends"), "friends"),
        list[LazyCreature | None],
    )

    def __init__(self, fates: Fates) -> None:
        Still.__init__(self, fates)


@strawberry.type
class Dog(Being, Moving):
    tint: Colour | None
    tags: list[str | None] | None
    master = typed(_fated(lambda f: Cat(f), "master"), Being)
    data = typed(_fated_later(plain, "data"), Plain)

    def __init__(self, fates: Fates) -> None:
        Moving.__init__(self, fates)


@strawberry.type
class Rock:
    """Of no interface."""

    weight = typed(_fated(_int, "rock weight"), int)
    below = typed(_fated(lambda f: f.many(lambda: Rock(f), "below"), "below"), list["Rock"] | None)

    def __init__(self, fates: Fates) -> None:
        self.fates = fates


Creature = Annotated[Cat | Dog | Rock, strawberry.union("Creature")]


@strawberry.type
class Query:
    plain = typed(_fated(plain, "plain"), Plain | None)
    plain_later = typed(_fated_later(plain, "plain later"), Plain | None)
    plains = typed(_fated(lambda f: f.many(lambda: plain(f), "plains"), "plains"), list[Plain] | None)
    creature = typed(_fated(_creature, "creature"), Creature | None)
    creatures = typed(
        _fated(lambda f: f.many(lambda: _creature(f), "creatures"), "creatures"), list[Creature | None]
    )
    beings = typed(_fated(lambda f: f.many(lambda: Cat(f), "beings"), "beings"), list[Being] | None)
    herd = typed(
        _fated_later(lambda f: [[Cat(f), f.fate(lambda: Dog(f), "herd")], [Dog(f)]], "herd"),
        list[list[Being]] | None,
    )
    level = typed(_fated_later(lambda f: Level.LOW, "level"), Level)
    tiles = typed(_fated(lambda f: _tiles(_rows(f)), "tiles"), list[Tile])
    holed_tiles = typed(
        _fated(lambda f: f.many(lambda: Tile(row=Row(f)), "tile"), "tiles"), list[Tile | None] | None
    )
    tile_columns = typed(_fated_later(lambda f: Tiles(_rows(f)), "tiles"), list[Tile])
    counted_labels = typed(_fated(lambda f: [Counting(f), Counting(f)], "counted"), list[Counted])

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
    change = typed(_fated(plain, "change"), Plain | None)
    change_later = typed(_fated_later(_creature, "change later"), Creature)

    @strawberry.mutation
    async def write(self, info: Info, outer: Outer | None = None) -> Creature | None:
        return await info.context.later(lambda: _creature(info.context), "write")


@strawberry.type
class Subscription:
    @strawberry.subscription
    async def items(self, info: Info, count: int = 3) -> AsyncIterator[Plain | None]:
        for _ in range(count % 5):
            yield info.context.fate(lambda: plain(info.context), "item")

    @strawberry.subscription
    async def creatures(self, info: Info) -> AsyncIterator[Creature]:
        for _ in range(3):
            yield _creature(info.context)


SCALARS: dict[Any, Any] = {
    Odd: strawberry.scalar(name="Odd", serialize=_odd, parse_value=lambda value: Odd(int(value))),
}
SCHEMA = strawberry.Schema(
    query=Query,
    mutation=Mutation,
    subscription=Subscription,
    types=[Cat, Dog, Rock],
    config=StrawberryConfig(scalar_map=SCALARS),
)
