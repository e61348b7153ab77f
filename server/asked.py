"""Operations as clients ask for them, and queries whose whole request is known."""

from types import NoneType
from typing import Any, NamedTuple, Self, TypeAlias

from graphql import GraphQLError, OperationType
from graphql.execution.values import VariableValues
from strawberry.types.execution import PreExecutionError

from server.admission import Ask, ask_of
from server.plans import Plan

MOST = 512
"""Bodies that are kept; beyond them all are forgotten."""

MOST_TOKENS = 25_000
"""Tokens of the documents whose plans are kept, as many as the planner keeps: a body may only name a long one."""

MOST_ONCE = 4_096
"""Bodies of which only a number is kept, since they came once."""

LONGEST = 2_048
"""Bytes of a body that is kept."""


MAX_COERCION_ERRORS = 5

_PLAIN = frozenset({int, float, bool, NoneType})
"""Variables of them name nothing: no id, cursor or text."""


class Ready(NamedTuple):
    """The variables as they are coerced, and what the operation counts with them."""

    variables: VariableValues
    ask: Ask

    @classmethod
    def of(cls, plan: Plan, operation: "Operation", hides: bool) -> "Self | list[GraphQLError]":
        """Or why the variables are wrong. `hides`: without suggestions of names."""
        variables = plan.executable.coerce(operation.variables or {}, MAX_COERCION_ERRORS, hides)
        return variables if isinstance(variables, list) else cls(variables, ask_of(plan, variables))


class Operation(NamedTuple):
    """A client's request for an operation, already of the right JSON types.

    `hash` names the document, with or without its text. `ready`: if it was asked for before.
    """

    text: str
    name: str | None = None
    variables: dict[str, Any] | None = None
    hash: str = ""
    ready: Ready | None = None


Planned: TypeAlias = tuple[Plan, Operation] | PreExecutionError
"""An operation with its plan, or why it may not run."""


class KnownQueries:
    """Queries that may run, by the body of their request: many clients ask for their first page, again and again.

    A body is kept when it comes for the second time. Mutations are never kept, since they hold messages, nor are
    queries that name something: the time of an answer would say whether another user has asked for the same thread.
    """

    def __init__(self) -> None:
        self._known: dict[bytes, tuple[Plan, Operation]] = {}
        self._plans: set[int] = set()
        self._tokens = 0
        self._once: set[int] = set()

    def find(self, body: bytes) -> tuple[Plan, Operation] | None:
        """The plan and the operation, which is ready."""
        return self._known.get(body)

    def wants(self, body: bytes, plan: Plan, operation: Operation) -> bool:
        """Whether the body should be kept now."""
        if plan.kind is not OperationType.QUERY or len(body) > LONGEST:
            return False
        values = (operation.variables or {}).values()
        if '"' in operation.text or not _PLAIN.issuperset(map(type, values)):
            return False
        number = hash(body)
        if number in self._once:
            return True
        if len(self._once) >= MOST_ONCE:
            self._once.clear()
        self._once.add(number)
        return False

    def keep(self, body: bytes, plan: Plan, ready: Ready) -> None:
        """From now on it is found, until there are too many. Its text and variables are not needed any more."""
        if len(self._known) >= MOST:
            self._forget()
        if id(plan) not in self._plans:
            self._count(plan)
        self._known[body] = plan, Operation("", ready=ready)

    def _count(self, plan: Plan) -> None:
        """One that many bodies ask for counts once."""
        if self._tokens + plan.document.token_count > MOST_TOKENS:
            self._forget()
        self._plans.add(id(plan))
        self._tokens += plan.document.token_count

    def _forget(self) -> None:
        self._known.clear()
        self._plans.clear()
        self._tokens = 0
