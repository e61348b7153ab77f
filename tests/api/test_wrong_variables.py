"""The cost of variables of any form is counted: they are not coerced yet (behaviour 15)."""

import re
from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from graphql import (
    GraphQLField,
    get_named_type,
    get_nullable_type,
    is_composite_type,
    is_input_object_type,
)
from graphql.execution.values import VariableValues

from server.asked import Operation
from server.plans import Draft, Plan, Refusal
from tests.api.costs import SCHEMA
from tests.world import QUERIES, operation

JUNK: list[Any] = [None, [], {}, "x", 5, -(10**30), 1e308, True, [None], [[]]]


def _arguments(field: GraphQLField) -> dict[str, Any]:
    return {name: get_nullable_type(argument.type) for name, argument in field.args.items()}


def _wrong(type_: Any) -> list[Any]:
    """Values of no type, and of an input object those with one of them in each field."""
    fields = type_.fields if is_input_object_type(type_) else {}
    deeper = {name: _wrong(get_nullable_type(field.type)) for name, field in fields.items()}
    return [*JUNK, *({name: value} for name, values in deeper.items() for value in values)]


@pytest.mark.parametrize("kind", ["query", "mutation"])
def test_the_cost_of_wrong_variables_is_counted(kind: str) -> None:
    """The cost is counted before the variables are read; bad ones are refused after that."""
    root = SCHEMA._schema.query_type if kind == "query" else SCHEMA._schema.mutation_type
    assert root
    for name, field in root.fields.items():
        for argument, type_ in _arguments(field).items():
            shown = " { __typename }" if is_composite_type(get_named_type(field.type)) else ""
            text = f"{kind} ($given: {field.args[argument].type}) {{ {name}({argument}: $given){shown} }}"
            for value in _wrong(type_):
                draft = SCHEMA._planner.draft(text, None)
                assert isinstance(draft, Refusal) or draft.price.of_given({"given": value}) >= 0


def test_no_names_are_suggested_for_the_cost(monkeypatch: pytest.MonkeyPatch) -> None:
    """To look for names that are like a wrong one takes far longer than all else."""
    monkeypatch.setattr("graphql.type.definition.did_you_mean_enum_value", None)
    text = "query ($order: RequestOrder) { requests(orderBy: $order) { eventCursor } }"
    draft = SCHEMA._planner.draft(text, None)
    assert isinstance(draft, Draft)
    for wrong in ("MUTUAL", 5):
        assert draft.price.of_given({"order": wrong}) == draft.price.of_given({})


ODD: list[Any] = ["x", 5, -5, 1.5, float("inf"), True, None, [], [1], ["x"], [[]], {}, {"x": 1}]
FORMS: list[Callable[[Any], Any]] = [
    lambda odd: odd,
    lambda odd: {"requests": odd, "users": odd, "add": odd, "remove": odd, "words": odd, "first": odd},
    lambda odd: {
        "requests": {"ids": odd},
        "users": [odd],
        "add": [odd],
        "remove": [],
        "words": ["x"],
        "entries": odd,
    },
    lambda odd: {"requests": {"filter": odd}},
    lambda odd: {"requests": {"filter": {"text": odd, "all": odd}}},
    lambda odd: {"text": odd, "mutualFollows": odd},
]


@pytest.mark.shows("15.2")
@pytest.mark.parametrize("name", sorted(path.stem for path in QUERIES.glob("*.graphql")))
def test_variables_of_any_form_can_be_counted(name: str) -> None:
    """They are not coerced yet."""
    plan = SCHEMA.plan(Operation(operation(name)))
    assert isinstance(plan, Plan)
    for variable in re.findall(r"\$(\w+):", operation(name)):
        for form, odd in product(FORMS, ODD):
            assert plan.price.of(VariableValues({}, {variable: form(odd)})) >= 0
