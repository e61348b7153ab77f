"""A batch of what fields ask for, which none of them can break off for the others."""

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

from strawberry.dataloader import DataLoader

K = TypeVar("K")
R = TypeVar("R")


class Loader(DataLoader[K, R]):
    """Fields that ask for one key share one future, and so may a batch that is made of it.

    A field that fails has those beside it cancelled: unshielded, they would take the future with them, and whoever
    else waits for it would be cancelled too, or wait for ever.
    """

    def load(self, key: K) -> Awaitable[R]:
        """One value."""
        return asyncio.shield(super().load(key))
