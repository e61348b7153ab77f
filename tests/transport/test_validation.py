"""Documents are validated as graphql-core does it: the same errors in the same order."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from graphql import DocumentNode, GraphQLSyntaxError, Lexer, Source, TokenKind, parse, validate

from server.app import make_schema
from server.plans import RULES
from server.validation import MAX_ERRORS, errors_of

TEXTS = [path.read_text() for path in sorted(Path("queries").rglob("*.graphql"))]
CORE = make_schema(introspection=True)._schema


def tokens_of(text: str) -> list[str]:
    """The text of each token."""
    lexer, found = Lexer(Source(text)), []
    while (token := lexer.advance()).kind is not TokenKind.EOF:
        found.append(text[token.start : token.end])
    return found


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
