"""Operations as clients ask for them, and what is known of their bodies."""

from types import NoneType
from typing import Any, Self, TypeAlias

import orjson
from graphql import GraphQLError, OperationType
from graphql.execution.values import VariableValues
from msgspec import Struct
from strawberry.types.execution import PreExecutionError

from server.admission import Ask, ask_of
from server.plans import Plan

MOST = 512
"""Bodies that are kept, and beginnings of bodies; beyond them all are forgotten."""

MOST_TOKENS = 25_000
"""Tokens of the documents whose plans are kept, as many as the planner keeps: a body may only name a long one."""

MOST_ONCE = 4_096
"""Bodies of which only a number is kept, since they came once."""

LONGEST = 2_048
"""Bytes of a body, or of its beginning, that is kept; and of variables that are read without their body."""

VARIABLES = b'"variables":'

MAX_COERCION_ERRORS = 5

_PLAIN = frozenset({int, float, bool, NoneType})
"""Variables of them name nothing: no id, cursor or text."""


class Ready(Struct, frozen=True):
    """The variables as they are coerced, and what the operation counts with them."""

    variables: VariableValues
    ask: Ask

    @classmethod
    def of(cls, plan: Plan, operation: "Operation", hides: bool) -> "Self | list[GraphQLError]":
        """Or why the variables are wrong. `hides`: without suggestions of names."""
        variables = plan.executable.coerce(operation.variables or {}, MAX_COERCION_ERRORS, hides)
        return variables if isinstance(variables, list) else cls(variables, ask_of(plan, variables))


class Operation(Struct, frozen=True):
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


class KnownBodies:
    """The plans of requests by their bodies. Many clients ask for the same, or for the same with other variables.

    A body begins with a document, and its variables follow as the last member. From the second time on, the plan is
    known by the beginning; and for a query, what it needs to run by the whole body. A document with a text in it is
    never kept, since it may be a message; nor is a body whose variables name something: the time of an answer would
    say whether another user has asked for the same thread.
    """

    def __init__(self) -> None:
        self._begun: dict[bytes, tuple[Plan, Operation]] = {}
        self._whole: dict[bytes, tuple[Plan, Operation]] = {}
        self._plans: set[int] = set()
        self._tokens = 0
        self._once: set[int] = set()

    def find(self, body: bytes) -> tuple[Plan, Operation] | None:
        """The plan, and the operation with its variables, without its text; it is ready if the whole body is known."""
        return self._whole.get(body) or self._find_begun(body)

    def learn(self, body: bytes, plan: Plan, operation: Operation) -> None:
        """Note a body that was read and planned; kept until there are too many."""
        if '"' in operation.text:
            return
        self._learn_whole(body, plan, operation)
        beginning, _, end = body.rpartition(VARIABLES)
        if not 0 < len(beginning) <= LONGEST or _variables_in(end) is None:
            return
        if not self._is_new(beginning) and _begins(beginning):
            self._keep(self._begun, beginning, plan, Operation(""))

    def _find_begun(self, body: bytes) -> tuple[Plan, Operation] | None:
        beginning, _, end = body.rpartition(VARIABLES)
        begun = self._begun.get(beginning)
        if begun is None or (variables := _variables_in(end)) is None:
            return None
        plan = begun[0]
        operation = Operation("", variables=variables)
        self._learn_whole(body, plan, operation)
        return plan, operation

    def _learn_whole(self, body: bytes, plan: Plan, operation: Operation) -> None:
        values = (operation.variables or {}).values()
        if plan.kind is not OperationType.QUERY or not _PLAIN.issuperset(map(type, values)):
            return
        if len(body) > LONGEST or self._is_new(body):
            return
        ready = Ready.of(plan, operation, hides=True)
        if isinstance(ready, Ready):
            self._keep(self._whole, body, plan, Operation("", ready=ready))

    def _is_new(self, key: bytes) -> bool:
        number = hash(key)
        if number in self._once:
            return False
        if len(self._once) >= MOST_ONCE:
            self._once.clear()
        self._once.add(number)
        return True

    def _keep(
        self, kept: dict[bytes, tuple[Plan, Operation]], key: bytes, plan: Plan, operation: Operation
    ) -> None:
        if len(kept) >= MOST:
            self._forget()
        if id(plan) not in self._plans:
            self._count(plan)
        kept[key] = plan, operation

    def _count(self, plan: Plan) -> None:
        """One that many bodies ask for counts once."""
        if self._tokens + plan.document.token_count > MOST_TOKENS:
            self._forget()
        self._plans.add(id(plan))
        self._tokens += plan.document.token_count

    def _forget(self) -> None:
        self._begun.clear()
        self._whole.clear()
        self._plans.clear()
        self._tokens = 0


def _begins(beginning: bytes) -> bool:
    """Whether the variables after it are a member of the body itself, not of a value or the end of a name in it."""
    try:
        is_object = isinstance(orjson.loads(beginning + VARIABLES + b"null}"), dict)
    except orjson.JSONDecodeError:
        return False
    return is_object and not beginning.endswith(b"\\")


def _variables_in(end: bytes) -> dict[str, Any] | None:
    """The variables, if a body has nothing else after its beginning: a later member might name another plan.

    Longer ones are left to the body: by themselves they may be nested one level deeper than in it.
    """
    if len(end) > LONGEST or not end.endswith(b"}"):
        return None
    try:
        variables = orjson.loads(end[:-1])
    except orjson.JSONDecodeError:
        return None
    return variables if isinstance(variables, dict) else None
