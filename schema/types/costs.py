"""The cost of a field: the number of values that it adds to an answer, and the time to make them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

COST = "cost"
"""The key of a field's metadata."""

Arguments: TypeAlias = Mapping[str, Any]
"""The arguments by the client's names, coerced."""

Amount: TypeAlias = int | Callable[[Arguments], int]

TEXT = 14
"""Units of a text of up to 2,000 code points: it is sent and written out."""


@dataclass(frozen=True, slots=True)
class Cost:
    """A unit is the time that one plain value takes: about 7 µs.

    `units`: what the field itself costs beyond its value. `rows`: the greatest length of its list; a connection's
    page size says it instead. `each`: what a row costs beyond its values. The first two may depend on the arguments.
    """

    units: Amount = 0
    rows: Amount = 1
    each: int = 0


NO_COST = Cost()


def cost(units: Amount = 0, *, rows: Amount = 1, each: int = 0) -> dict[str, Cost]:
    """The metadata of a field that costs more than one value."""
    return {COST: Cost(units, rows, each)}
