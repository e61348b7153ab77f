"""Heads that were read before, so that a request with the same head needs no parser.

A head is kept without the two values that differ between requests: the token and the length of the body. A request is
taken only if every other byte of its head is one that the parser has accepted in that place. Heads that were taken are
kept whole too: most requests differ from one of the same user in their bodies alone.
"""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from server.transport.heads import Head, Post

MOST = 4_096
"""Heads that are kept; beyond them all are forgotten."""

MOST_WHOLE = 2_048
"""Whole heads that are kept, each in less than a kilobyte."""

LONGEST = 2_048
"""Bytes of a head that is kept."""

END, LINE = b"\r\n\r\n", b"\r\n"
TOKENS = b"\r\nAuthorization: ", b"\r\nauthorization: "
LENGTHS = b"\r\nContent-Length: ", b"\r\ncontent-length: "
"""The spellings of clients; with another one a request takes the parser."""

MOST_DIGITS = 5
"""Of a length: a longer body hardly arrives with its head."""

Key: TypeAlias = tuple[str, bytes]


class Parsed(NamedTuple):
    """A request that the parser has read: with so many headers, and its whole body."""

    post: Post
    headers: int
    body: bytes


class KnownHeads:
    """By the client's address, since the facts of a head may depend on it."""

    def __init__(self) -> None:
        self._heads: dict[Key, Head] = {}
        self._whole: dict[Key, tuple[Post, int]] = {}

    def find(self, peer: str, data: bytes) -> tuple[Post, bytes] | None:
        """The request, if the data is a whole one, no more, and its head is known."""
        end = data.find(END, 0, LONGEST)
        if end < 0:
            return None
        key, begin = (peer, data[:end]), end + len(END)
        post, length = self._whole.get(key) or self._post(key, data)
        return None if post is None or length != len(data) - begin else (post, data[begin:])

    def _post(self, key: Key, data: bytes) -> tuple[Post, int] | tuple[None, int]:
        """The request without its body, and the body's length; kept, if its head is known."""
        found = _split(data)
        if found is None:
            return None, 0
        rest, token, body = found
        head = self._heads.get((key[0], rest))
        if head is None:
            return None, 0
        if len(self._whole) >= MOST_WHOLE:
            self._whole.clear()
        self._whole[key] = known = Post(head, (token,)), len(body)
        return known

    def learn(self, peer: str, data: bytes, parsed: Parsed) -> bool:
        """Keep a head, if the data is this request and no more; whether it is.

        The parser must have begun with the data: part of a head before it would make it part of another request.
        """
        found = _split(data)
        if found is None or (found[1],) != parsed.post.authorization or found[2] != parsed.body:
            return False
        names = found[0].lower()
        if names.count(LINE) != parsed.headers:
            return False
        if all(names.count(name) == 1 for name in (TOKENS[1].strip(), LENGTHS[1].strip())):
            if len(self._heads) >= MOST:
                self._heads.clear()
            self._heads[peer, found[0]] = parsed.post.head
        return True


def _split(data: bytes) -> tuple[bytes, str, bytes] | None:
    """The head without the two values, the value of Authorization, and the body; None if a part is missing."""
    end = data.find(END, 0, LONGEST)
    if end < 0:
        return None
    token, length = _value(data, TOKENS, end), _value(data, LENGTHS, end)
    if token is None or length is None:
        return None
    text, digits, body = data[token].decode("latin-1"), data[length], data[end + len(END) :]
    if not (text.isascii() and text.isprintable() and text == text.strip()):
        return None
    if not (digits.isdigit() and len(digits) <= MOST_DIGITS and int(digits) == len(body)):
        return None
    first, last = (token, length) if token.start < length.start else (length, token)
    return data[: first.start] + data[first.stop : last.start] + data[last.stop : end], text, body


def _value(data: bytes, names: Sequence[bytes], end: int) -> slice | None:
    for name in names:
        begin = data.find(name, 0, end) + len(name)
        if begin >= len(name):
            return slice(begin, data.find(LINE, begin))
    return None
