"""Documents that are accepted in one walk are valid by the rules of graphql-core too."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from graphql import DocumentNode, GraphQLSyntaxError, NoSchemaIntrospectionCustomRule, parse, validate

from execution import is_surely_valid
from server.app import make_schema
from server.plans import RULES
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


def is_accepted(document: DocumentNode) -> bool:
    """Whether no rule is asked; those of graphql-core must then have nothing to say."""
    if not is_surely_valid(CORE, document, RULES):
        return False
    assert validate(CORE, document, RULES) == []
    return True


@pytest.mark.parametrize("seed", range(4))
def test_spoilt_documents_are_valid_if_accepted(seed: int) -> None:
    assert sum(not is_accepted(document) for document in spoilt(Random(seed), 40)) > 10


@pytest.mark.parametrize("text", TEXTS)
def test_documents_with_a_few_spoilt_tokens_are_valid_if_accepted(text: str) -> None:
    random, tokens = Random(text), tokens_of(text)
    words = [*CORE.type_map, *tokens_of(random.choice(TEXTS))]
    for document in filter(None, (spoil(random, tokens, words) for _ in range(20))):
        is_accepted(document)


@pytest.mark.parametrize("text", TEXTS)
def test_documents_of_front_ends_are_accepted_in_one_walk(text: str) -> None:
    assert is_surely_valid(CORE, parse(text), (*RULES, NoSchemaIntrospectionCustomRule))
