"""A batch of what fields ask for, which none of them can break off for the others."""

import asyncio
from collections.abc import Awaitable
from typing import Any, TypeVar

from strawberry.dataloader import DataLoader, get_current_batch

K = TypeVar("K")
R = TypeVar("R")


class _Shared(asyncio.Future[Any]):
    """A field that fails has those beside it cancelled, and they would take along what others wait for."""

    def cancel(self, msg: object = None) -> bool:
        """Nothing: whoever is cancelled while waiting learns of it with the value."""
        return False


class Loader(DataLoader[K, R]):
    """Fields that ask for one key share one future, and so may a batch that is made of it."""

    def load(self, key: K) -> Awaitable[R]:
        """One value."""
        found: Awaitable[R] | None = self.cache_map.get(key)
        if found is not None:
            return found
        future = _Shared(loop=self.loop)
        self.cache_map.set(key, future)
        get_current_batch(self).add_task(key, future)
        return future
