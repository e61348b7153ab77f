"""Python source as it is written, with the objects that it names."""

from collections.abc import Iterator
from contextlib import contextmanager
from math import isfinite
from types import CoroutineType
from typing import Any

from execution.classes import CAST, DATA, PLAIN
from execution.lists import Columns
from execution.runs import abandon, finished

_COMMON = {
    "CAST": CAST,
    "Columns": Columns,
    "CoroutineType": CoroutineType,
    "DATA": DATA,
    "PLAIN": PLAIN,
    "abandon": abandon,
    "isfinite": isfinite,
    "finished": finished,
}


class Code:
    """Lines of source. No text of a client is ever part of them but names and keys, as literals."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.namespace: dict[str, Any] = dict(_COMMON)
        self._indent = 0
        self._bound: dict[int, str] = {}
        self.after: list[str] = []
        self._count = 0

    def bind(self, prefix: str, value: Any) -> str:
        """The name by which the source reaches an object."""
        name = self._bound.get(id(value))
        if name is None:
            name = self._bound[id(value)] = self.name(prefix)
            self.namespace[name] = value
        return name

    def name(self, prefix: str) -> str:
        """A name that nothing else has."""
        self._count += 1
        return f"{prefix}_{self._count}"

    def add(self, *lines: str) -> None:
        """Lines at the current depth."""
        self.lines.extend(f"{' ' * self._indent}{line}" for line in lines)

    def later(self, *lines: str) -> None:
        """Lines at no depth, after all others."""
        self.after.extend(lines)

    @contextmanager
    def apart(self) -> Iterator[None]:
        """Lines that are added until its end are at no depth, after all others."""
        lines, indent = self.lines, self._indent
        self.lines, self._indent = self.after, 0
        yield
        self.lines, self._indent = lines, indent

    def open(self, line: str) -> None:
        """A line that begins a block."""
        self.add(line)
        self._indent += 1

    def end(self) -> None:
        """End a block."""
        self._indent -= 1

    def close(self, line: str) -> None:
        """End a block by a line at the depth before it."""
        self.end()
        self.add(line)

    @property
    def source(self) -> str:
        """All that is written."""
        return "\n".join(self.lines + self.after)

    def run(self, name: str) -> None:
        """Define everything that is written. `name` is shown in tracebacks."""
        exec(compile(self.source, f"<{name}>", "exec"), self.namespace)
