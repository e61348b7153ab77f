# mypy: disable-error-code="no-any-return,no-untyped-call"
"""Members of an interface and a union: some with attributes that are data, some that give something else each time."""

import asyncio
from collections.abc import Callable
from typing import Annotated, Any

import strawberry

from tests.execution.fates import Boom, Colour, Fates, Info, colour, number, text
from tests.execution.plain import Plain, plain

MADE: dict[str, Callable[[Fates], Any]] = {
    "name": text,
    "weight": number,
    "tint": colour,
    "tags": lambda fates: fates.many(lambda: text(fates), "tags"),
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
        return info.context.fate(lambda: strawberry.ID(text(info.context)), "id")


def fated(make: Callable[[Fates], Any], label: str) -> Any:
    def resolve(self: Any, info: Info) -> Any:
        return info.context.fate(lambda: make(info.context), label)

    return resolve


def fated_later(make: Callable[[Fates], Any], label: str) -> Any:
    async def resolve(self: Any, info: Info) -> Any:
        return await info.context.later(lambda: make(info.context), label)

    return resolve


def typed(resolve: Any, returns: Any) -> Any:
    resolve.__annotations__["return"] = returns
    return strawberry.field(resolver=resolve)


LazyCreature = Annotated["Creature", strawberry.lazy("tests.execution.creatures")]


@strawberry.type
class Cat(Being, Still):
    tint: Colour
    tags: list[str]
    friend = typed(fated(lambda f: creature(f), "friend"), LazyCreature | None)
    friends = typed(
        fated_later(lambda f: f.many(lambda: creature(f), "friends"), "friends"),
        list[LazyCreature | None],
    )

    def __init__(self, fates: Fates) -> None:
        Still.__init__(self, fates)


@strawberry.type
class Dog(Being, Moving):
    tint: Colour | None
    tags: list[str | None] | None
    master = typed(fated(lambda f: Cat(f), "master"), Being)
    data = typed(fated_later(plain, "data"), Plain)

    def __init__(self, fates: Fates) -> None:
        Moving.__init__(self, fates)


@strawberry.type
class Rock:
    """Of no interface."""

    weight = typed(fated(number, "rock weight"), int)
    below = typed(fated(lambda f: f.many(lambda: Rock(f), "below"), "below"), list["Rock"] | None)

    def __init__(self, fates: Fates) -> None:
        self.fates = fates


Creature = Annotated[Cat | Dog | Rock, strawberry.union("Creature")]


def creature(fates: Fates) -> Any:
    match fates.random.randrange(8):
        case 6:
            return strawberry.cast(Dog, Cat(fates))
        case 7:
            return strawberry.cast(Cat, Stray("stray"))
        case kind:
            return [Cat, Dog, Rock][kind % 3](fates)
