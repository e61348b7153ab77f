# mypy: disable-error-code="no-any-return"
"""Objects of a plain class, whose attributes are data."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import strawberry
from strawberry.scalars import JSON

from tests.execution.fates import Boom, Colour, Fates, Info, Level, Odd, colour, number


@strawberry.type
class Plain:
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
        return draw(lambda: [draw(lambda: number(fates), "x") for _ in range(3)], "no list")

    return Plain(
        number=draw(lambda: number(fates), "12"),
        maybe=draw(lambda: number(fates), 2**40),
        flag=draw(lambda: True, 1),
        share=draw(lambda: 0.5, 3),
        when=draw(lambda: datetime(2026, 3, 4, tzinfo=UTC), "then"),
        uneven=draw(lambda: Odd(number(fates))),
        anything=draw(lambda: {"b": 1, "a": [2]}, "text"),
        colour=draw(lambda: colour(fates), "red"),
        level=draw(lambda: Level.HIGH, 2),
        grid=draw(lambda: [ints(), (1, 2), ints()], 5),
        holes=draw(lambda: [ints() for _ in range(2)], {"a": 1}),
        cube=draw(lambda: [[["a", draw(lambda: "b", 3)]], draw(lambda: [[]])], iter([[["c"]]])),
    )
