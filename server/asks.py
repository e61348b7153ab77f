"""What an operation asks for, as the rates count it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphql import Executor, GraphQLError, OperationType
from graphql.execution.collect_fields import FieldDetails, collect_fields
from graphql.execution.values import get_argument_values

from server.costs import ITEMS
from server.plans import Plan

SENDS = frozenset({"sendRequest", "sendMessage"})
REPORT = "report"
ALSO_REPORT = "alsoReport"
"""A field of an input: this mutation reports as well, if it is given."""


@dataclass(frozen=True, slots=True)
class Ask:
    """How many root fields of each kind, and the cost of all. Who reports counts as a mutation too.

    `rate`: what counts of the cost now; of a stream one item, since each counts when it comes.
    """

    cost: int
    rate: int
    mutations: int = 0
    sends: int = 0
    reports: int = 0


def ask_of(plan: Plan, executor: Executor[Any]) -> Ask:
    """Of an operation with its variables: what `@skip` and `@include` leave out is not counted."""
    cost = plan.price.of(executor.variable_values)
    if plan.kind is not OperationType.MUTATION:
        return Ask(cost, cost // ITEMS if plan.kind is OperationType.SUBSCRIPTION else cost)
    roots = _roots(executor)
    sends = sum(name in SENDS for name, _ in roots)
    return Ask(cost, cost, len(roots) - sends, sends, sum(_reports(*root) for root in roots))


def _roots(executor: Executor[Any]) -> list[tuple[str, Mapping[str, Any]]]:
    """Name and arguments of each root field, one a response name."""
    kind = executor.schema.mutation_type
    assert kind is not None
    collected = collect_fields(
        executor.schema, executor.fragments, executor.variable_values, kind, executor.operation
    )
    firsts = [details[0] for details in collected.grouped_field_set.values()]
    return [(first.node.name.value, _arguments(executor, first)) for first in firsts]


def _arguments(executor: Executor[Any], details: FieldDetails) -> Mapping[str, Any]:
    """None that could not be given to the field: it then fails by itself, and does nothing."""
    field = executor.schema.get_field(executor.schema.mutation_type, details.node.name.value)  # type: ignore[arg-type]
    if field is None:
        return {}
    try:
        return get_argument_values(
            field, details.node, executor.variable_values, details.fragment_variable_values
        )
    except GraphQLError:
        return {}


def _reports(name: str, arguments: Mapping[str, Any]) -> bool:
    return name == REPORT or _also_reports(arguments.get("input"))


def _also_reports(given: object) -> bool:
    return isinstance(given, Mapping) and given.get(ALSO_REPORT) is not None
