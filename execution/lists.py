"""Lists of objects that are read by columns, so that most of their objects need not be made."""

from abc import abstractmethod
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from operator import attrgetter
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class Columns(Sequence[T], Generic[T]):
    """A resolver may return it for a list. `type`: the class of all its objects."""

    type: type[T]
    _objects: list[T] | None = None

    @abstractmethod
    def column(self, name: str) -> Sequence[Any]:
        """The values of an attribute of all objects. They may have a method `column` themselves."""

    @abstractmethod
    def make(self) -> list[T]:
        """All objects."""

    def objects(self) -> list[T]:
        """The objects, made when one of them is asked for."""
        if self._objects is None:
            self._objects = self.make()
        return self._objects

    def __iter__(self) -> Iterator[T]:
        return iter(self.objects())

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> list[T]: ...
    def __getitem__(self, at: int | slice) -> T | list[T]:
        return self.objects()[at]


getter_of = cache(attrgetter)
"""One for all places where the same attribute is read."""


@cache
def reader_of(path: str) -> Callable[[Sequence[Any]], Sequence[Any]]:
    """Reads a dotted path of attributes from all objects of a list, by columns as far as it has them."""
    names = path.split(".")
    steps = [(name, getter_of(".".join(names[at:]))) for at, name in enumerate(names)]

    def read(sources: Sequence[Any]) -> Sequence[Any]:
        for name, get in steps:
            column = getattr(sources, "column", None)
            if column is None:
                return list(map(get, sources))
            sources = column(name)
        return sources

    return read
