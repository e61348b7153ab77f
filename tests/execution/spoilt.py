"""Documents that are a few tokens away from others: most are wrong in one way, some are still right."""

from random import Random

from graphql import DocumentNode, GraphQLSyntaxError, Lexer, Source, TokenKind, parse


def tokens_of(text: str) -> list[str]:
    """The text of each token."""
    lexer, found = Lexer(Source(text)), []
    while (token := lexer.advance()).kind is not TokenKind.EOF:
        found.append(text[token.start : token.end])
    return found


def spoil(random: Random, tokens: list[str], words: list[str]) -> DocumentNode | None:
    """Some tokens are others of the document or of the words, or twice there, or gone; None if it is no document."""
    tokens = list(tokens)
    for _ in range(min(len(tokens) // 6, random.choice((1, 1, 1, 2, 3)))):
        at = random.randrange(len(tokens))
        run = tokens[at : at + random.randint(1, 6)]
        # A name becomes a name, else hardly any of them would parse.
        other = random.choice([one for one in (*tokens, *words) if one[0].isalpha() == run[0][0].isalpha()])
        tokens[at : at + len(run)] = random.choice(([], run * 2, [other, *run[1:]], [other, *run[1:]]))
    try:
        return parse(" ".join(tokens))
    except GraphQLSyntaxError:
        return None
