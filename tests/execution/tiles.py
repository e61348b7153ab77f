# mypy: disable-error-code="no-any-return"
"""Objects whose lists are completed by columns, unless a value is odd."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

import strawberry

from execution import Columns, column, pure, reader_of
from tests.execution.fates import Boom, Colour, Fates, Info, Level, Odd, colour, number, text


class Row:
    """The source of tiles: reading it twice gives the same."""

    def __init__(self, fates: Fates) -> None:
        def draw(make: Callable[[], Any], *wrong: Any) -> Any:
            return (
                make() if fates.random.random() < 0.97 else fates.random.choice([None, Boom("row"), *wrong])
            )

        self.number = draw(lambda: number(fates), 2**40, "12", 1.5)
        self.share = draw(lambda: 0.5, float("inf"), 3)
        self.name = draw(lambda: text(fates), 7)
        self.tint = draw(lambda: colour(fates), "red", Level.LOW)
        self.when = draw(lambda: datetime(2026, 3, 4, tzinfo=UTC), "then")
        self.uneven = draw(lambda: Odd(number(fates)))
        self.below = draw(lambda: Row(fates) if fates.random.random() < 0.3 else None, "no row")


def tiles_of(rows: Sequence[Any]) -> list[Any]:
    return [Tile(row=row) if isinstance(row, Row) else row for row in rows]


def _names(names: Sequence[Any]) -> list[Any]:
    return [name if isinstance(name, str) else f"no name {name!r}" for name in names]


@pure
@strawberry.type
class Kind:
    """Many tiles have the same one."""

    row: strawberry.Private[Any]

    @strawberry.field
    def number(self) -> int:
        return self.row

    @strawberry.field
    def text(self) -> str | None:
        return str(self.row)


def _kinds(numbers: Sequence[Any]) -> list[Kind]:
    return [Kind(row=number) for number in numbers]


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

    @strawberry.field(metadata=column(_names, "row.name"))
    def name(self, info: Info) -> str:
        name = self.row.name
        return name if isinstance(name, str) else f"no name {name!r}"

    @strawberry.field
    def title(self) -> str:
        return self.row.name

    @strawberry.field
    def subtitle(self) -> str | None:
        return self.row.name

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

    @strawberry.field(metadata=column(lambda tiles, info: tiles_of(reader_of("row.below")(tiles))))
    def below(self) -> "Tile | None":
        return tiles_of([self.row.below])[0]

    @strawberry.field(metadata=column(_kinds, "row.number", each_once=True))
    def kind(self) -> Kind:
        return Kind(row=self.row.number)

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
        return tiles_of(self.rows)


def rows(fates: Fates) -> list[Row]:
    return [Row(fates) for _ in range(fates.random.randrange(6))]
