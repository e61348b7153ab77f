"""What a running mutation has committed, for the errors of whatever is read after it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field


@dataclass(slots=True)
class Commits:
    """By the root field's key in the answer: where the viewer's log stands with it, sealed.

    Root fields of a mutation run one after another, so what commits belongs to the one that was begun last.
    """

    begun: str = ""
    cursors: dict[str, str] = field(default_factory=dict)

    def begin(self, field: str) -> None:
        """A root field, before anything of it runs."""
        self.begun = field

    def note(self, cursor: str) -> None:
        """It is committed: what its answer reads from here on cannot undo it."""
        self.cursors[self.begun] = cursor


COMMITS: ContextVar[Commits | None] = ContextVar("commits", default=None)
"""Those of the operation that this context runs; None where it is no mutation."""


@contextmanager
def noting_commits() -> Iterator[Commits]:
    """Of one mutation."""
    commits = Commits()
    token = COMMITS.set(commits)
    try:
        yield commits
    finally:
        COMMITS.reset(token)
