"""Batches: fields load keys one by one, and each batch is one statement."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any, TypeVar

from strawberry.dataloader import DataLoader, get_current_batch

from models.db.statements import Select
from models.viewer import VIEWER_ROW
from resolvers.pagination import read
from schema.types.context import Context

K = TypeVar("K")
R = TypeVar("R")


class _Shared(asyncio.Future[Any]):
    """A failing field cancels its neighbours, which must not cancel a read that other fields wait for."""

    def cancel(self, msg: object = None) -> bool:
        """Does nothing: the cancelled field ends when the value comes."""
        return False


class Loader(DataLoader[K, R]):
    """Fields that load the same key share one future, also with a batch made of it.

    `known`: values that need no batch; it may grow.
    """

    def __init__(
        self,
        read: Callable[[list[K]], Awaitable[Sequence[R | BaseException]]],
        max_batch_size: int | None = None,
        known: dict[K, R] | None = None,
    ) -> None:
        super().__init__(read, max_batch_size, cache=False)
        self._futures: dict[K, asyncio.Future[R]] = {}
        self._known = {} if known is None else known

    def load(self, key: K) -> Awaitable[R]:
        """The value of the key, read in the next batch."""
        found = self._futures.get(key)
        if found is None:
            found = self._futures[key] = _Shared(loop=self.loop)
            if key in self._known:
                found.set_result(self._known[key])
            else:
                get_current_batch(self).add_task(key, found)
        return found

    def know(self, key: K, value: R) -> None:
        """Another statement has read the value, so none is run for it."""
        self._known.setdefault(key, value)


def each(
    context: Context,
    statement: Select[R],
    key_of: Callable[[R], int],
    known: dict[int, R] | None = None,
) -> Loader[int, R]:
    """One row for each key, which must exist: LookupError otherwise, or Unauthenticated if the viewer is gone."""
    return Loader(partial(_read_each, context, statement, key_of), known=known)


async def _read_each(
    context: Context, statement: Select[R], key_of: Callable[[R], int], keys: list[int]
) -> Sequence[R | BaseException]:
    found = {key_of(row): row for row in await _read(context, statement, keys)}
    if len(found) < len(keys):
        await read(context, VIEWER_ROW)
    return [found.get(key) or LookupError(key) for key in keys]


def many(context: Context, statement: Select[R], key_of: Callable[[R], int]) -> Loader[int, list[R]]:
    """Any number of rows for each key, in the statement's order."""
    return Loader(partial(_read_many, context, statement, key_of))


async def _read_many(
    context: Context, statement: Select[R], key_of: Callable[[R], int], keys: list[int]
) -> Sequence[list[R]]:
    found: dict[int, list[R]] = defaultdict(list)
    for row in await _read(context, statement, keys):
        found[key_of(row)].append(row)
    return [found[key] for key in keys]


async def _read(context: Context, statement: Select[R], keys: list[int]) -> list[R]:
    return await statement.all(context.services.database, context.require_viewer(), keys)
