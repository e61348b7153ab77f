"""What a field costs: how many values it adds to an answer, and what they take to make."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

COST = "cost"
"""The key of a field's metadata."""

Arguments: TypeAlias = Mapping[str, Any]
"""As the client spells them, coerced."""

Amount: TypeAlias = int | Callable[[Arguments], int]

TEXT = 14
"""Units of a text of up to 2,000 code points, which is sent and written out."""


@dataclass(frozen=True, slots=True)
class Cost:
    """A unit is what one plain value takes: about 7 µs.

    `units`: of the field itself, beyond its value; `rows`: the length of its list at most, which a connection's size
    says; `each`: of a row, beyond its values. The first two may follow from the arguments.
    """

    units: Amount = 0
    rows: Amount = 1
    each: int = 0


NO_COST = Cost()


def cost(units: Amount = 0, *, rows: Amount = 1, each: int = 0) -> dict[str, Cost]:
    """The metadata of a field that costs more than one value."""
    return {COST: Cost(units, rows, each)}
