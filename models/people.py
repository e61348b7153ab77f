"""Whom the viewer could write to now, in the order in which one looks for somebody."""

from dataclasses import dataclass
from datetime import date

from models.rows import BY_KEY, USER, Beside, UserRow, beside_viewer, is_open_with
from models.sql import Select
from rules.audience import Audience
from rules.policy import PENDING_LIMIT


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A user in their place; `asks_bit`: only whom the reachability bit lets pass can be written to."""

    order: int
    name: str
    asks_bit: bool
    birth_date: date | None
    region: str | None
    user: UserRow


FRIENDS, BY_USERNAME, BY_DISPLAY_NAME = -1, -2, -3
"""The orders of the groups behind the open threads, which stand by the time of their activity."""

_IS_OPEN = is_open_with("p.id")
_HAS_ASKED = (
    "EXISTS (SELECT 1 FROM allowances WHERE sender_id = p.id AND recipient_id = $1 AND unaccepted > 0)"
)
_FOLLOWS_ME = f"EXISTS (SELECT 1 FROM follows WHERE follower_id = p.id AND followee_id = $1 {BY_KEY})"
_FOLLOWED = f"EXISTS (SELECT 1 FROM follows WHERE follower_id = $1 AND followee_id = p.id {BY_KEY})"
_BLOCKED = "EXISTS (SELECT 1 FROM blocks WHERE blocker_id = $1 AND blocked_id = p.id)"
_ADMITS = f"""CASE COALESCE(p.audience, CASE WHEN p.is_verified THEN $7 ELSE {int(Audience.EVERYONE)} END)
    WHEN {int(Audience.EVERYONE)} THEN TRUE
    WHEN {int(Audience.PEOPLE_I_FOLLOW)} THEN {_FOLLOWS_ME}
    WHEN {int(Audience.FRIENDS)} THEN {_FOLLOWS_ME} AND {_FOLLOWED}
    ELSE FALSE END"""
_WRITTEN = f"""COALESCE((SELECT unaccepted FROM allowances WHERE sender_id = $1 AND recipient_id = p.id),
    CASE WHEN $5 THEN 0 ELSE {PENDING_LIMIT} END)"""
"""Without a new pair left today, whom one never wrote to is out of reach like one who has had three."""

_WRITABLE = f"""p.id <> $1 AND p.erased_at IS NULL AND NOT {_BLOCKED} AND ({_IS_OPEN}
    OR ({_WRITTEN} < {PENDING_LIMIT}
        AND ({_HAS_ASKED} OR (p.is_active AND p.birth_date <= $6 AND {_ADMITS}))))"""
"""The rule of a send, but for the day on which a user can be reached: that is drawn by a key, in `rules.age`."""

_PERSON = f"NOT ({_IS_OPEN} OR {_HAS_ASKED}) AS asks_bit, p.birth_date, p.region, {USER}"
_IS_FRIEND = f"{_FOLLOWS_ME} AND {_FOLLOWED}"
_IN_INBOX = "EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = $1 AND m.peer_id = p.id AND m.folder = 1)"


def _starts(column: str) -> str:
    return f"(p.{column} >= $8 AND p.{column} < $9)"


_MATCHES = f"({_starts('username_folded')} OR {_starts('display_name_folded')})"


def _threads(matches: str) -> str:
    return f"""SELECT m.activity_at AS place_order, '' AS place_name, {_PERSON}
        FROM memberships m JOIN users p ON p.id = m.peer_id
        WHERE m.user_id = $1 AND m.folder = 1 AND m.activity_at <= $2
            AND NOT (m.activity_at = $2 AND p.id <= $3) AND {matches} AND {_WRITABLE}
        ORDER BY m.activity_at DESC, p.id LIMIT $4"""


def _by_name(group: int, column: str, tables: str, which: str) -> str:
    """A cursor names a user, and the list goes on behind the name that this user has now."""
    last_name = f"COALESCE((SELECT c.{column} FROM users c WHERE c.id = $3 AND $2 = {group}), '')"
    last_key = f"CASE WHEN $2 = {group} THEN $3 ELSE 0 END"
    return f"""SELECT {group} AS place_order, p.{column} AS place_name, {_PERSON}
        FROM {tables}
        WHERE {which} AND $2 >= {group} AND (p.{column}, p.id) > ({last_name}, {last_key})
            AND NOT {_IN_INBOX} AND {_WRITABLE}
        ORDER BY p.{column}, p.id LIMIT $4"""


def _friends(matches: str) -> str:
    tables = "follows f JOIN users p ON p.id = f.followee_id"
    which = f"f.follower_id = $1 AND {_FOLLOWS_ME} AND {matches}"
    return _by_name(FRIENDS, "display_name_folded", tables, which)


def _list(*groups: str) -> Select[Beside[PersonRow]]:
    order = "place_order DESC, {0}place_name, {0}id"
    parts = " UNION ALL ".join(f"SELECT * FROM ({group}) g{number}" for number, group in enumerate(groups))
    page = f"SELECT * FROM ({parts}) u ORDER BY {order.format('')} LIMIT $4"
    return beside_viewer(PersonRow, page, f"ORDER BY found.{order.format('found.')}")


_OTHERS_BY_USERNAME = _by_name(
    BY_USERNAME, "username_folded", "users p", f"{_starts('username_folded')} AND NOT ({_IS_FRIEND})"
)
_OTHERS_BY_DISPLAY_NAME = _by_name(
    BY_DISPLAY_NAME,
    "display_name_folded",
    "users p",
    f"{_starts('display_name_folded')} AND NOT {_starts('username_folded')} AND NOT ({_IS_FRIEND})",
)

PEOPLE = _list(_threads("TRUE"), _friends("TRUE"))
"""Arguments: viewer, the last place's order and user, rows; whether a new pair is left today, the latest birth
date of anyone old enough, the audience of a verified user who chose none."""

FOUND_PEOPLE = _list(_threads(_MATCHES), _friends(_MATCHES), _OTHERS_BY_USERNAME, _OTHERS_BY_DISPLAY_NAME)
"""Two arguments more: the first of the folded names that are looked for, and the end of them."""
