"""Documents that ask for too much are refused for little; what front ends send is not."""

import time

import pytest
from graphql import get_introspection_query
from strawberry.types.execution import PreExecutionError

from server.asked import Operation
from server.costs import Limits
from server.plans import Plan, Planner
from tests.transport.toy import toy_schema

RING = " ".join(f"fragment f{n} on Leaf{{child{{...f{(n + 1) % 40}}}}}" for n in range(40))
FORK = "fragment f{0} on Leaf{{child{{...f{1}}} children{{...f{1}}}}}"
DOUBLING = " ".join(FORK.format(n, n + 1) for n in range(13))
DOUBLED = f"{DOUBLING} fragment f13 on Leaf{{name}}"

TOO_MUCH = {
    "aliases": ("MAX_ALIASES_LIMIT", "{" + " ".join(f"a{n}:echo" for n in range(100)) + "}"),
    "1,000 aliases": ("GRAPHQL_PARSE_FAILED", "{" + " ".join(f"a{n}:echo" for n in range(1_000)) + "}"),
    "10,000 fields": ("GRAPHQL_PARSE_FAILED", "{leaf{" + "name " * 10_000 + "}}"),
    "fields": ("MAX_SELECTIONS_LIMIT", "{leaf{" + "name " * 700 + "}}"),
    "equal fields": ("MAX_PAIRS_LIMIT", "{leaf{" + "name " * 500 + "}}"),
    "equal fields, nested": ("MAX_PAIRS_LIMIT", "{leaf{" + "child{name name name name} " * 40 + "}}"),
    "root fields": ("MAX_ROOT_FIELDS_LIMIT", "{" + " ".join(f"a{n}:__typename" for n in range(21)) + "}"),
    "5,000 directives": ("GRAPHQL_PARSE_FAILED", "{__typename" + " @skip(if:true)" * 5_000 + "}"),
    "directives": ("MAX_DIRECTIVES_LIMIT", "{__typename" + " @skip(if:true)" * 100 + "}"),
    "directives of the operation": ("MAX_DIRECTIVES_LIMIT", "query" + " @x" * 100 + "{__typename}"),
    "depth 2,000": ("GRAPHQL_PARSE_FAILED", "{leaf" + "{child" * 2_000 + "}" * 2_001),
    "depth": ("MAX_DEPTH_LIMIT", "{leaf" + "{child" * 15 + "{name}" + "}" * 16),
    "a fragment of itself": ("MAX_DEPTH_LIMIT", "{leaf{...f}} fragment f on Leaf{child{...f}}"),
    "a flat ring": (
        "GRAPHQL_VALIDATION_FAILED",
        "{leaf{...a}} fragment a on Leaf{...b} fragment b on Leaf{...a}",
    ),
    "a ring of fragments": ("MAX_DEPTH_LIMIT", "{leaf{...f0}} " + RING),
    "fragments that double": (
        "MAX_SELECTIONS_LIMIT",
        "{leaf{...f0}} " + DOUBLED,
    ),
    "fragments that nothing uses": (
        "MAX_SELECTIONS_LIMIT",
        "{leaf{name}} " + DOUBLED,
    ),
    "definitions": ("MAX_DEFINITIONS_LIMIT", " ".join(f"query q{n}{{__typename}}" for n in range(65))),
    "a long list": ("GRAPHQL_PARSE_FAILED", "{wish(wish:[" + "1," * 5_000 + "])}"),
    "a long text": ("GRAPHQL_PARSE_FAILED", '{echo(text:"' + "x" * 40_000 + '")}'),
    "comments": ("GRAPHQL_PARSE_FAILED", "#\n" * 16_000 + "{__typename}"),
    "circular introspection": (
        "GRAPHQL_VALIDATION_FAILED",
        "{__schema{types{fields{type{fields{type{fields{type{fields{name}}}}}}}}}}",
    ),
    "100 errors": ("GRAPHQL_VALIDATION_FAILED", "{leaf{" + " ".join(f"nam{n}" for n in range(500)) + "}}"),
}


@pytest.mark.parametrize("case", TOO_MUCH)
def test_refuses_what_asks_for_too_much_within_50_ms(case: str) -> None:
    code, text = TOO_MUCH[case]

    plan, spent = plan_afresh(text)

    assert isinstance(plan, PreExecutionError)
    assert plan.errors
    assert {error.extensions["code"] for error in plan.errors if error.extensions} == {code}
    assert spent <= 0.05


@pytest.mark.parametrize(
    "text",
    [
        "{leaf{" + "child{name children{name}} " * 30 + "}}",
        "{leaf{" + "... on Leaf{name} " * 60 + "}}",
        "{leaf{...a}} fragment a on Leaf{" + "child{child{child{name}}} " * 30 + "}",
        "{leaf{" + "child{name} children(first:2){name} " * 30 + "}}",
    ],
)
def test_documents_at_the_limits_take_no_longer(text: str) -> None:
    plan, spent = plan_afresh(text)

    assert isinstance(plan, Plan)
    assert spent <= 0.05


def plan_afresh(text: str) -> tuple[Plan | PreExecutionError, float]:
    """The plan, and the CPU seconds of the best of three makings: the others pay for the collector."""
    best = 1.0
    for _ in range(3):
        schema = toy_schema()
        schema.plan(Operation("{__typename}"))
        started = time.process_time()
        plan = schema.plan(Operation(text))
        best = min(best, time.process_time() - started)
    return plan, best


def test_tools_may_ask_for_the_whole_schema() -> None:
    """GraphiQL 5 asks with all of these."""
    text = get_introspection_query(
        specified_by_url=True,
        directive_is_repeatable=True,
        schema_description=True,
        input_value_deprecation=True,
    )

    assert isinstance(toy_schema().plan(Operation(text)), Plan)


def test_without_introspection_nothing_tells_of_the_schema() -> None:
    schema = toy_schema(introspection=False)

    for text in ("{__schema{types{name}}}", '{__type(name:"Leaf"){name}}', "{ech}", "{wish(wish:{txt:1})}"):
        plan = schema.plan(Operation(text))
        assert isinstance(plan, PreExecutionError)
        assert plan.errors
        assert "Did you mean" not in plan.errors[0].message


def test_with_introspection_errors_suggest_names() -> None:
    plan = toy_schema().plan(Operation("{ech}"))

    assert isinstance(plan, PreExecutionError)
    assert plan.errors
    assert "Did you mean 'echo'" in plan.errors[0].message


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("query a{__typename} query b{__typename}", None, "OPERATION_RESOLUTION_FAILURE"),
        ("query a{__typename}", "b", "OPERATION_RESOLUTION_FAILURE"),
        ("fragment f on Leaf{name}", None, "OPERATION_RESOLUTION_FAILURE"),
        ("", None, "GRAPHQL_PARSE_FAILED"),
        ("type Query{a:Int}", None, "OPERATION_RESOLUTION_FAILURE"),
        ("{__typename} type Query{a:Int}", None, "GRAPHQL_VALIDATION_FAILED"),
        ("\ud800", None, "GRAPHQL_PARSE_FAILED"),
    ],
)
def test_refuses_what_names_no_operation(text: str, name: str | None, code: str) -> None:
    plan = toy_schema().plan(Operation(text, name))

    assert isinstance(plan, PreExecutionError)
    assert plan.errors
    assert plan.errors[0].extensions == {"code": code}


def test_plans_and_refusals_are_kept_up_to_a_number_of_tokens() -> None:
    planner = Planner(toy_schema()._schema, Limits(), introspection=True, capacity=200)
    first, refused = planner.plan("{__typename}", None), planner.plan("{", None)

    assert planner.plan("{__typename}", None) is first
    assert planner.plan("{", None) is refused
    for n in range(100):
        planner.plan("{__typename}" + " " * n, "x")
    assert planner.plan("{__typename}", None) is not first


def test_a_draft_is_kept_too_and_weighs_nothing_beside_its_plan() -> None:
    planner = Planner(toy_schema()._schema, Limits(), introspection=True)
    for text in ("{leaf{name}}", "{nothing}"):
        draft = planner.draft(text, None)

        assert planner.draft(text, None) is draft
        assert planner.kept(text, None) is draft
        assert planner.plan(text, None) is planner.plan(text, None) is planner.draft(text, None)
    assert planner._weight == sum(weight for _, weight in planner._kept.values())
