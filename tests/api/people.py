"""The list of `people`, and the list that a crowd should give."""

from typing import Any

from schema.types.ids import Kind
from tests.api.crowd import Member
from tests.api.pages import ids, walk
from tests.world import Person

BUTTONS = "query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on User { messageability { action } } } }"


async def found(me: Person, search: str | None = None, **more: Any) -> list[str]:
    return [node["username"] for node in await me.nodes("people", search=search, **more)]


async def whole(me: Person, size: int, search: str | None = None) -> list[str]:
    """All pages of the list."""
    pages = await walk(lambda cursor: me.run("people", search=search, first=size, after=cursor))
    assert all(len(page) == size for page in pages[:-1])
    return [id for page in pages for id in ids(page)]


async def reachable(me: Person, members: list[Member]) -> list[Member]:
    """By the rules of a send."""
    sealed = {me.world.services.sealer.seal(Kind.USER, one.key): one for one in members}
    every = list(sealed)
    actions: dict[str, str] = {}
    for start in range(0, len(every), 100):
        answer = await me.ask(BUTTONS, ids=every[start : start + 100])
        actions |= {node["id"]: node["messageability"]["action"] for node in answer["data"]["nodes"]}
    return [one for id, one in sealed.items() if actions[id] != "UNAVAILABLE"]


def in_order(members: list[Member], search: bool) -> list[int]:
    """Open threads by activity, friends by name, others by username, then by display name."""

    def place(one: Member) -> tuple[Any, ...]:
        names = one.names
        if one.state == "open":
            return (0, -(one.key // 5), one.key)
        if one.is_friend:
            return (1, names["display_name_folded"], one.key)
        if names["username_folded"].startswith("p"):
            return (2, names["username_folded"], one.key)
        return (3, names["display_name_folded"], one.key)

    return [one.key for one in sorted(members, key=place) if search or place(one)[0] < 2]
