"""A document that is surely valid has no error for graphql-core, and nearly each valid one is surely valid."""

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from graphql import (
    DocumentNode,
    NoSchemaIntrospectionCustomRule,
    OperationType,
    parse,
    print_ast,
    specified_rules,
    validate,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strawberry.schema.validation_rules.maybe_null import MaybeNullValidationRule
from strawberry.schema.validation_rules.one_of import OneOfInputValidationRule

from execution import is_surely_valid
from execution.acceptance import _Walk
from execution.overlaps import Level, Levels
from tests.execution.nasty import SCHEMA
from tests.execution.spoilt import spoil, tokens_of
from tests.execution.walks import SCALARS, Walk

S = SCHEMA._schema
RULES = (
    *specified_rules,
    MaybeNullValidationRule,
    OneOfInputValidationRule,
    NoSchemaIntrospectionCustomRule,
)

PLAIN = [
    "{ plain { number again { maybe } } creature { __typename ... on Cat { name } } }",
    """query A($i: Inner, $n: Int = 3, $c: [Colour!]! = [RED], $f: Int!, $g: Boolean = true) {
      told(outer: { inner: $i, inners: [$i, { number: $n, colours: $c }] }, list_: [1, $f]) ...F
    } fragment F on Query { counted(first: $f, ids: ["a", "b"]) loud(text: "x") @include(if: $g) slow(times: $n) }""",
    """query Q($skip: Boolean!) { beings { ...B name ... on Dog { name } } creatures { ...B ...C } }
    fragment B on Being { ... on Cat @skip(if: $skip) { name } name ...D } fragment C on Dog { name ...D }
    fragment D on Being { again: name }""",
    """query One { plain { ...P } plain { number x: again { number } } }
    query Two { plainLater { ...P x: again { flag } } }
    fragment P on Plain { number x: again { number ...R } } fragment R on Plain { flag again { number } }""",
    "mutation ($o: Outer) { write(outer: $o) { __typename } change { number } }",
    "subscription ($n: Int) { items(count: $n) { number } }",
    '{ counted(first: 1, text: "a", ids: []) found(id: "QTox") toldLater(odd: 5) }',
    "{ page { edges { cursor node { name } } total } }",
]
LEFT_TO_CORE = [
    "{ counted(first: 1, text: null) }",
    '{ toldLater(either: { text: "a" }) }',
    "{ creature { ... on Cat { x: name } ... on Dog { x: __typename } } }",
    "query ($o: Outer = { inner: null }) { told(outer: $o) }",
]
WRONG = [
    "subscription { items { number } creatures { __typename } }",
    "subscription { items @include(if: true) { number } }",
    "subscription { __typename }",
    "{ __schema { types { name } } }",
    "{ plain { number @defer } }",
    "query ($x: [Int!]) { counted(first: $x) }",
    "{ counted(first: 1, first: 1) }",
]


def documents(random: Random) -> Iterator[str]:
    """Those above and a random one, which may be wrong."""
    yield from (*PLAIN, *LEFT_TO_CORE, *WRONG)
    yield Walk(S, random, {**SCALARS, "Odd": lambda random: 5}).operation(random.choice(list(OperationType)))


FIELDS = [name for type_ in S.type_map.values() for name in getattr(type_, "fields", ())]
WORDS = [*S.type_map, *FIELDS, "true", "null", "skip"]


def wrongly_accepted(document: DocumentNode) -> str:
    """The document, if there is an error in what is surely valid."""
    if is_surely_valid(S, document, RULES) and validate(S, document, RULES):
        return print_ast(document)
    return ""


def spoilt(random: Random) -> Iterator[DocumentNode]:
    for text in documents(random):
        tokens = tokens_of(text)
        yield from filter(None, (spoil(random, tokens, WORDS) for _ in range(6)))


def test_what_is_surely_valid_has_no_error(examples: int) -> None:
    @settings(max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.integers(0, 10**9))
    def check(seed: int) -> None:
        for document in spoilt(Random(seed)):
            assert not wrongly_accepted(document)

    check()


@pytest.mark.parametrize("text", PLAIN)
def test_plain_documents_are_surely_valid(text: str) -> None:
    assert is_surely_valid(S, parse(text), RULES)


@pytest.mark.parametrize("text", LEFT_TO_CORE)
def test_what_is_left_to_graphql_core_is_valid_too(text: str) -> None:
    document = parse(text)
    assert not is_surely_valid(S, document, RULES)
    assert validate(S, document, RULES) == []


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_is_not_surely_valid(text: str) -> None:
    document = parse(text)
    assert not is_surely_valid(S, document, RULES)
    assert validate(S, document, RULES)


def test_a_rule_that_is_not_known_is_asked() -> None:
    class Another(NoSchemaIntrospectionCustomRule):
        pass

    document = parse("{ __typename }")
    assert is_surely_valid(S, document, RULES)
    assert not is_surely_valid(S, document, (*RULES, Another))


PLANTED: dict[str, tuple[Any, str, Any]] = {
    name: (_Walk, name, lambda *args: None)
    for name in ("overlap", "variables", "directives", "given", "value")
} | {
    "root": (_Walk, "root", lambda walk, node: walk.schema.get_root_type(node.operation)),
    "check": (Levels, "check", lambda levels: None),
    "deeper": (Levels, "_require_same", lambda levels, found: None),
    "crowded": (Level, "may_overlap", False),
}


@pytest.mark.parametrize("planted", PLANTED)
def test_a_check_that_is_left_out_is_found(planted: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(*PLANTED[planted])
    assert any(wrongly_accepted(document) for seed in range(400) for document in spoilt(Random(seed)))
