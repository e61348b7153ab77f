"""A POST of operations: the facts of its head, which many requests share, and its token."""

from collections.abc import Mapping
from typing import NamedTuple

from server.transport.replies import Media


class Head(NamedTuple):
    """`address`: the asker's. `coding`: how an answer is compressed. `page`: headers for the page that asked."""

    address: str
    media: Media
    coding: str | None
    page: Mapping[str, str]


class Post(NamedTuple):
    """A head, and the values of its headers Authorization."""

    head: Head
    authorization: tuple[str, ...]
