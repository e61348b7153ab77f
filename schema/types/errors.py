"""Errors that a client may see; they also tell what a running mutation has committed."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from graphql import GraphQLError


class ClientError(GraphQLError):
    """Message and code reach the client as they are; `more` goes into the extensions."""

    def __init__(self, code: str, message: str, **more: object) -> None:
        super().__init__(message, extensions={"code": code, **more})


class Unauthenticated(ClientError):
    """No token, or a token of an unknown, inactive or erased user (behaviour 2.6)."""

    def __init__(self) -> None:
        super().__init__("UNAUTHENTICATED", "Sign in to do this.")


class BadUserInput(ClientError):
    """An argument of a query cannot be used; the message names the bound and does not quote the value."""

    def __init__(self, message: str) -> None:
        super().__init__("BAD_USER_INPUT", message)


@dataclass(slots=True)
class Commits:
    """For each root field, by its key in the answer: the sealed event cursor after its commit.

    Root fields of a mutation run one after another, so a commit belongs to the field that began last.
    """

    begun: str = ""
    event_cursors: dict[str, str] = field(default_factory=dict)

    def begin(self, field: str) -> None:
        """Called before anything of the root field runs."""
        self.begun = field

    def note(self, event_cursor: str) -> None:
        """The root field is committed; an error while its answer is read cannot undo it."""
        self.event_cursors[self.begun] = event_cursor


COMMITS: ContextVar[Commits | None] = ContextVar("commits", default=None)
"""The commits of the operation that runs in this context; None unless it is a mutation."""


@contextmanager
def noting_commits() -> Iterator[Commits]:
    """Collects the commits of one mutation."""
    commits = Commits()
    token = COMMITS.set(commits)
    try:
        yield commits
    finally:
        COMMITS.reset(token)
