"""Validates documents by graphql-core's rules, in one walk that calls only the rules that listen to a node."""

from collections.abc import Callable
from functools import cache, partial
from typing import Any, TypeAlias

from graphql import (
    BREAK,
    SKIP,
    ASTValidationRule,
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    Node,
    ParallelVisitor,
    ValidationContext,
    validate,
)
from graphql.language.visitor import EnterLeaveVisitor

from execution import is_surely_valid

MAX_ERRORS = 5

Rules: TypeAlias = tuple[type[ASTValidationRule], ...]
Listener: TypeAlias = Callable[..., Any]


@cache
def _listening(rules: Rules, kind: str) -> tuple[int, ...]:
    """The places of the rules that have a method for nodes of the kind."""
    names = f"enter_{kind}", f"leave_{kind}", "enter", "leave"
    return tuple(at for at, rule in enumerate(rules) if any(hasattr(rule, name) for name in names))


class _Listeners(ParallelVisitor):
    """A rule of many: graphql-core's own asks each of 35 rules at each node, and most listen to one kind."""

    def __init__(self, rules: Rules, context: ValidationContext) -> None:
        super().__init__([rule(context) for rule in rules])
        self._rules = rules
        self._visitors = list(self.visitors)

    def get_enter_leave_for_kind(self, kind: str) -> EnterLeaveVisitor:
        """None for a kind to which no rule listens."""
        if kind not in self.enter_leave_map:
            places = _listening(self._rules, kind)
            both = [(at, self._visitors[at].get_enter_leave_for_kind(kind)) for at in places]
            enters = [(at, one.enter) for at, one in both if one.enter]
            leaves = [(at, one.leave) for at, one in both]
            self.enter_leave_map[kind] = EnterLeaveVisitor(
                self._entering(enters) if enters else None, self._leaving(leaves) if leaves else None
            )
        return self.enter_leave_map[kind]

    def _entering(self, listeners: list[tuple[int, Listener]]) -> Listener:
        skipping = self.skipping

        def enter(*args: Any) -> None:
            for at, listen in listeners:
                if skipping[at] is None and (said := listen(*args)) is not None:
                    skipping[at] = _skipped(said, args[0])

        return enter

    def _leaving(self, listeners: list[tuple[int, Listener | None]]) -> Listener:
        skipping = self.skipping

        def leave(*args: Any) -> None:
            for at, listen in listeners:
                if skipping[at] is args[0]:
                    skipping[at] = None
                elif skipping[at] is None and listen and (said := listen(*args)) is not None:
                    skipping[at] = _skipped(said, None)

        return leave


def _skipped(said: object, node: Node | None) -> Any:
    """The nodes that a rule does not see: all that follow, or this one. A rule edits nothing."""
    if said is BREAK or said is True:
        return BREAK
    assert said is SKIP or said is False, "a rule edits no document"
    return node


def errors_of(
    schema: GraphQLSchema, document: DocumentNode, rules: Rules, hide_suggestions: bool
) -> list[GraphQLError]:
    """The errors that graphql-core's `validate` finds by these rules, in the same order."""
    if is_surely_valid(schema, document, rules):
        return []
    rule: Any = partial(_Listeners, rules)
    return validate(schema, document, [rule], max_errors=MAX_ERRORS, hide_suggestions=hide_suggestions)
