"""Names for ids: `$thread:alice-bob` in a variable is the id of their thread."""

import json
import re
from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from schema.types.ids import Kind
from tests.live.devices import cursor_of, log_end
from tests.world import Person, World

_NAME = re.compile(r"\$(\w+):(\w+)(?:-(\w+))?")
_NOBODY = 10**9
_SIDE = "memberships", "id", "user_id = {one} AND peer_id = {other}"
_WHERE = {
    "user": (Kind.USER, "users", "id", "id = {one}"),
    "viewer": (Kind.VIEWER, "users", "id", "id = {one}"),
    "thread": (
        *(Kind.THREAD, "threads", "id"),
        "(low_id = {one} AND high_id = {other}) OR (low_id = {other} AND high_id = {one})",
    ),
    "message": (
        *(Kind.MESSAGE, "messages", "max(id)"),
        "sender_id = {one} AND thread_id IN (SELECT thread_id FROM memberships WHERE peer_id = {other})",
    ),
    "newest": (
        *(Kind.MESSAGE, "messages JOIN memberships m USING (thread_id)", "max(messages.id)"),
        "user_id = {one} AND peer_id = {other} AND seq > hidden_before AND (sender_id = user_id OR NOT sunk)",
    ),
    "request": (Kind.REQUEST, *_SIDE),
    "sent": (Kind.SENT_REQUEST, *_SIDE),
    "report": (Kind.REPORT, "reports", "max(id)", "reporter_id = {one} AND user_id = {other}"),
    "action": (Kind.MODERATION_ACTION, "moderation_actions", "max(id)", "user_id = {one}"),
    "contactCode": (Kind.CONTACT_CODE, "contact_codes", "max(id)", "user_id = {one}"),
    "decision": (
        Kind.MODERATION_ACTION,
        "moderation_actions",
        "max(id)",
        "user_id = {one} AND action IN (2, 3, 4)",
    ),
}
"""The first one is whose it is: the message's sender, who sees the newest, the request's recipient, the reporter."""


async def resolve(world: World, variables: Mapping[str, Any]) -> dict[str, Any]:
    """The variables with ids for names; what is not there has an id as well, that of nothing."""
    text = json.dumps(variables)
    for found in set(_NAME.finditer(text)):
        text = text.replace(f'"{found[0]}"', f'"{await _id_of(world, *found.groups())}"')
    result: dict[str, Any] = json.loads(text)
    return result


async def _id_of(world: World, what: str, one: str, other: str | None) -> str:
    if what in _CURSORS:
        return await _CURSORS[what](world.people[one])
    kind, table, column, where = _WHERE[what]
    keys = {"one": _key(world, one), "other": _key(world, other)}
    rows = await world.rows(table, column, where.format(**keys))
    key = rows[0][0] if rows else None
    return world.services.sealer.seal(kind, key or _NOBODY)


async def _undo_of(person: Person) -> str:
    """Of the person's last delete of many."""
    mine = f"user_id = {person.key} AND undo_until IS NOT NULL"
    [(seq,)] = await person.world.rows("memberships", "MAX(undo_seq)", mine)
    return person.world.services.sealer.seal_undo(replace(await log_end(person), seq=seq or 0))


_CURSORS = {"cursor": cursor_of, "undo": _undo_of}


def _key(world: World, name: str | None) -> int:
    person = world.people.get(name or "")
    return person.key if person else _NOBODY
