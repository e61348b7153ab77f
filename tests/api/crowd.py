"""Users of every kind that the rule of a send tells apart, in every state towards one viewer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from typing import Any

from tortoise.models import Model

from models.relations import Block, Follow
from models.threads import Membership, Thread
from models.users import User, UserName, folded_names
from rules.policy import Audience
from rules.requests import Folder
from rules.search import word_starts
from tests.world import START, World

AUDIENCES = [
    {"audience": None, "is_verified": False},
    {"audience": None, "is_verified": True},
    *({"audience": audience} for audience in Audience),
]
KINDS: list[dict[str, Any]] = [
    {},
    {"birth_date": date(2015, 1, 1)},
    {"birth_date": (START - timedelta(days=7)).date().replace(year=START.year - 16)},
    {"birth_date": None},
    {"is_active": False},
    {"erased_at": START},
]
"""A plain one; a child; one just of age, whom some can reach; without a birth date; inactive; erased."""

STATES = ["new", "written", "capped", "asked", "open", "open, deleted", "open, sunk"]


@dataclass(frozen=True)
class Member:
    """One of the crowd."""

    key: int
    facts: dict[str, Any]
    follows_me: bool
    followed: bool
    blocked: bool
    state: str

    @property
    def names(self) -> dict[str, str]:
        """Every third has a username that does not begin like the others'."""
        username = f"{'x' if self.key % 3 == 0 else 'P'}{self.key}"
        display_name = f"P {self.key % 7} {self.key}"
        username_folded, display_name_folded, found_by = folded_names(username, display_name)
        return {
            "username": username,
            "display_name": display_name,
            "username_folded": username_folded,
            "display_name_folded": display_name_folded,
            "found_by": found_by,
        }

    @property
    def is_friend(self) -> bool:
        return self.follows_me and self.followed


def crowd(first_key: int) -> list[Member]:
    """All combinations."""
    bits = (False, True)
    combinations = product(AUDIENCES, KINDS, bits, bits, bits, STATES)
    return [
        Member(key, audience | kind, *rest)
        for key, (audience, kind, *rest) in enumerate(combinations, first_key)
    ]


async def settle(world: World, me: int, members: Sequence[Member]) -> None:
    """Puts them all into the world."""
    plain = {"birth_date": date(1990, 1, 1), "phone_verified": True, "account_created_at": START}
    share_of = world.services.sealer.share_of
    given = [
        {"id": one.key, "host_id": str(one.key), "age_share": share_of(str(one.key))}
        | one.names
        | plain
        | one.facts
        for one in members
    ]
    await _add(world, User, given)
    starts = [(one.key, start) for one in members for start in word_starts(one.names["display_name"])]
    await _add(world, UserName, [{"user_id": key, "start": start} for key, start in starts])
    await _pairs(world, Follow, "follower", "followee", [(one.key, me) for one in members if one.follows_me])
    await _pairs(world, Follow, "follower", "followee", [(me, one.key) for one in members if one.followed])
    await _pairs(world, Block, "blocker", "blocked", [(me, one.key) for one in members if one.blocked])
    met = [one for one in members if one.state != "new"]
    await _add(world, Thread, [_thread(me, one) for one in met])
    await _add(world, Membership, [side for one in met for side in _sides(me, one)])


async def _add(world: World, model: type[Model], rows: list[dict[str, Any]]) -> None:
    await model.bulk_create((model(**row) for row in rows), 100, using_db=world.database.orm)


async def _pairs(world: World, model: type[Model], one: str, other: str, keys: list[tuple[int, int]]) -> None:
    rows = [{f"{one}_id": a, f"{other}_id": b, "created_at": START} for a, b in keys]
    await _add(world, model, rows)


def _thread(me: int, one: Member) -> dict[str, Any]:
    opened_at = START if one.state.startswith("open") else None
    return {"id": one.key, "low_id": me, "high_id": one.key, "created_at": START, "opened_at": opened_at}


def _sides(me: int, one: Member) -> Iterator[dict[str, Any]]:
    """Mine, but where all that I was sent is sunk; and that of one who asked."""
    folders = {"asked": Folder.REQUESTS, "open": Folder.INBOX, "open, deleted": Folder.NONE}
    mine = {
        "folder": folders.get(one.state, Folder.SENT),
        "opened_at": START if one.state.startswith("open") else None,
        "unaccepted": {"written": 2, "capped": 3}.get(one.state, 0),
        "blocked": one.blocked,
    }
    common = {"thread_id": one.key, "started": True, "activity_at": START + timedelta(seconds=one.key // 5)}
    if one.state != "open, sunk":
        yield common | {"user_id": me, "peer_id": one.key} | mine
    if one.state == "asked":
        yield common | {"user_id": one.key, "peer_id": me, "folder": Folder.SENT, "unaccepted": 1}
