"""Documents are validated as graphql-core does it: the same errors in the same order."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from graphql import DocumentNode, GraphQLSyntaxError, NoSchemaIntrospectionCustomRule, parse, validate

from execution import is_surely_valid
from server.app import make_schema
from server.plans import RULES
from server.validation import MAX_ERRORS, errors_of
from tests.execution.spoilt import spoil, tokens_of

TEXTS = [path.read_text() for path in sorted(Path("queries").rglob("*.graphql"))]
CORE = make_schema(introspection=True)._schema


def spoilt(random: Random, count: int) -> Iterator[DocumentNode]:
    """Documents of `queries/` in which some tokens are others of the document, or twice there, or gone."""
    while count:
        tokens = [token for text in random.sample(TEXTS, 2) for token in tokens_of(text)]
        for _ in range(random.randint(1, 8)):
            at = random.randrange(len(tokens))
            tokens[at : at + 1] = random.choice(([], [random.choice(tokens)], [tokens[at]] * 2))
        try:
            yield parse(" ".join(tokens))
            count -= 1
        except GraphQLSyntaxError:
            continue


@pytest.mark.parametrize("seed", range(4))
def test_errors_are_those_of_graphql_core(seed: int) -> None:
    wrong = 0
    for document in spoilt(Random(seed), 40):
        expected = validate(CORE, document, RULES, max_errors=MAX_ERRORS)
        assert [str(error) for error in errors_of(CORE, document, RULES, False)] == list(map(str, expected))
        wrong += bool(expected)
    assert wrong > 10


@pytest.mark.parametrize("text", TEXTS)
def test_a_few_tokens_are_spoilt(text: str) -> None:
    random, tokens = Random(text), tokens_of(text)
    words = [*CORE.type_map, *tokens_of(random.choice(TEXTS))]
    for document in filter(None, (spoil(random, tokens, words) for _ in range(20))):
        expected = validate(CORE, document, RULES, max_errors=MAX_ERRORS)
        assert [str(error) for error in errors_of(CORE, document, RULES, False)] == list(map(str, expected))


@pytest.mark.parametrize("text", TEXTS)
def test_documents_of_front_ends_are_accepted_in_one_walk(text: str) -> None:
    assert is_surely_valid(CORE, parse(text), (*RULES, NoSchemaIntrospectionCustomRule))
