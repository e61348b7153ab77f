"""Python source that makes frozen dataclasses of a statement's rows."""

from collections.abc import Callable, Iterable
from dataclasses import fields, make_dataclass
from functools import cache
from typing import Any, Generic, get_args

Make = Callable[[Iterable[Iterable[Any]]], list[Any]]


class Maker:
    """Write the lines that make one row of its values, which are `v0`, `v1` and so on by place; then `finish`."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._names: dict[str, Any] = {}
        self._depth = 2
        self._count = 0

    def bind(self, value: Any) -> str:
        """The name by which the source reaches an object."""
        name = self.name()
        self._names[name] = value
        return name

    def name(self) -> str:
        """A name that nothing else has."""
        self._count += 1
        return f"x{self._count}"

    def construct(self, kind: Any, values: list[str]) -> str:
        """The variable of a new object.

        An object of a class whose fields can be set is made first, and then it is of this one: a quarter of the cost of
        a frozen class's own `__init__`, which calls a function a field.
        """
        made, thawed = self.name(), _thawed(kind)
        self._add(f"{made} = {self.bind(thawed or kind)}({', '.join(values)})")
        if thawed:
            self._add(f"{made}.__class__ = {self.bind(kind)}")
        return made

    def unless_missing(self, value: str, write: Callable[["Maker"], str]) -> str:
        """The variable of the object that `write` makes; None where the value is None."""
        made = self.name()
        self._add(f"if {value} is None: {made} = None", "else:")
        self._depth += 1
        self._add(f"{made} = {write(self)}")
        self._depth -= 1
        return made

    def finish(self, places: slice, made: str) -> Make:
        """The function. Rows have the values at these places, and may have more after them."""
        values = "".join(f"v{place}, " for place in range(places.start, places.stop))
        self._add(f"add({made})")
        head = "def make(rows):", " made = []", " add = made.append", f" for {values}*_ in rows:"
        exec("\n".join([*head, *self._lines, " return made"]), self._names)
        make: Make = self._names["make"]
        return make

    def _add(self, *lines: str) -> None:
        self._lines += [f"{' ' * self._depth}{line}" for line in lines]


@cache
def _thawed(kind: Any) -> type[Any] | None:
    """A class of the same layout whose fields can be set; None for one without slots, or that inherits some."""
    names = [(field.name, object) for field in fields(kind)]
    if set(getattr(kind, "__slots__", ())) != {name for name, _ in names} or hasattr(kind, "__post_init__"):
        return None
    bases = tuple(Generic[get_args(base)] for base in getattr(kind, "__orig_bases__", ()))  # type: ignore[index]
    return make_dataclass(kind.__name__, names, bases=bases, slots=True, eq=False)
