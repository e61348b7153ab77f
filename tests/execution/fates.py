# mypy: disable-error-code="no-any-return"
"""The result of a resolver is drawn: mostly an ordinary value; else nothing, an error, a wrong value or a coroutine."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, IntEnum
from random import Random
from typing import Any, NewType

import strawberry
from graphql import GraphQLError


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


def odd(value: Any) -> Any:
    """A scalar that may give nothing, a coroutine, or an error."""
    if not isinstance(value, int):
        raise ValueError("odd things only")
    if value % 7 == 0:
        return None
    return asyncio.sleep(0, str(value)) if value % 11 == 0 else [value, {"odd": value}]


Odd = NewType("Odd", int)


def number(fates: Fates) -> int:
    return fates.random.randrange(60)


def text(fates: Fates) -> str:
    return f"t{fates.random.randrange(100)}"


def colour(fates: Fates) -> Any:
    return fates.random.choice(list(Colour))
