"""What a number of an installation's choice may be."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Between:
    """In an annotation: both ends are allowed; they are of the type of the number."""

    least: Any
    most: Any
