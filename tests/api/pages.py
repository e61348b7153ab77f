"""Reading a list page by page, as a front end does."""

from collections.abc import Awaitable, Callable
from typing import Any

from tests.world import Person

Fetch = Callable[[str | None], Awaitable[Any]]
MOST_PAGES = 50


async def walk(fetch: Fetch, *, backwards: bool = False) -> list[list[Any]]:
    """The nodes of each page, the first fetched with None and each other one with a cursor of the one before.

    `backwards`: from the end of the list to its beginning.
    """
    more, end = ("hasPreviousPage", "startCursor") if backwards else ("hasNextPage", "endCursor")
    pages, cursor = [], None
    for _ in range(MOST_PAGES):
        page = await fetch(cursor)
        pages.append([edge["node"] for edge in page["edges"]])
        if not page["pageInfo"][more]:
            return pages
        cursor = page["pageInfo"][end]
    raise AssertionError("a list without an end")


async def list_pages(person: Person, name: str, size: int) -> list[list[Any]]:
    """A whole list of the person's, in pages of this size."""
    return await walk(lambda cursor: person.run(name, first=size, after=cursor))


def error_of(answer: dict[str, Any]) -> tuple[str, list[Any]]:
    """Code and path of the one error of an answer."""
    [error] = answer["errors"]
    return error["extensions"]["code"], error["path"]


def ids(nodes: list[Any]) -> list[str]:
    return [node["id"] for node in nodes]
