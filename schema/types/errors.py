"""Errors that a client may see, and what a running mutation has committed, which they tell."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from graphql import GraphQLError


class ClientError(GraphQLError):
    """An error whose message and code reach the client as they are, and what else its extensions tell."""

    def __init__(self, code: str, message: str, **more: object) -> None:
        super().__init__(message, extensions={"code": code, **more})


class Unauthenticated(ClientError):
    """No token, or a token of an unknown, inactive or erased user (behaviour 2.6)."""

    def __init__(self) -> None:
        super().__init__("UNAUTHENTICATED", "Sign in to do this.")


class BadUserInput(ClientError):
    """An argument of a query that cannot be used; the message says which bound it breaks, and quotes nothing."""

    def __init__(self, message: str) -> None:
        super().__init__("BAD_USER_INPUT", message)


@dataclass(slots=True)
class Commits:
    """By the root field's key in the answer: the sealed event cursor after what it did.

    Root fields of a mutation run one after another, so what commits belongs to the one that was begun last.
    """

    begun: str = ""
    event_cursors: dict[str, str] = field(default_factory=dict)

    def begin(self, field: str) -> None:
        """A root field, before anything of it runs."""
        self.begun = field

    def note(self, event_cursor: str) -> None:
        """It is committed: what its answer reads from here on cannot undo it."""
        self.event_cursors[self.begun] = event_cursor


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
