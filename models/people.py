"""The users whom the viewer can write to now, in the order of the list of people."""

from dataclasses import dataclass

from models.db.rows import JsonRows
from models.db.statements import Select, numbers
from models.scope import ALL, BY_KEY, Beside, beside_viewer, from_viewer
from models.threads import NOT_BLOCKED, is_open_with
from models.users import USER, UserRow, is_found, starts_so
from rules.eligibility import ReceivingAge
from rules.policy import PENDING_LIMIT, Audience
from rules.requests import THREAD_FOLDERS, Folder


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A user and the user's place in the list."""

    order: int
    name: str
    user: UserRow


FRIENDS, BY_USERNAME, BY_DISPLAY_NAME = -1, -2, -3
"""Orders of the groups that follow the open threads; open threads have the time of their activity."""

_IS_OPEN = is_open_with("p.id")
_HAS_ASKED = "EXISTS (SELECT 1 FROM memberships WHERE user_id = p.id AND peer_id = $1 AND unaccepted > 0)"


def _follows_me(user: str) -> str:
    return f"EXISTS (SELECT 1 FROM follows WHERE follower_id = {user} AND followee_id = $1 {BY_KEY})"


_FOLLOWS_ME = _follows_me("p.id")
_FOLLOWED = f"EXISTS (SELECT 1 FROM follows WHERE follower_id = $1 AND followee_id = p.id {BY_KEY})"
_BLOCKED = "EXISTS (SELECT 1 FROM blocks WHERE blocker_id = $1 AND blocked_id = p.id)"
_ADMITS = f"""CASE COALESCE(p.audience, CASE WHEN p.is_verified THEN $7 ELSE {int(Audience.EVERYONE)} END)
    WHEN {int(Audience.EVERYONE)} THEN TRUE
    WHEN {int(Audience.PEOPLE_I_FOLLOW)} THEN {_FOLLOWS_ME}
    WHEN {int(Audience.FRIENDS)} THEN {_FOLLOWS_ME} AND {_FOLLOWED}
    ELSE FALSE END"""
_WRITTEN = f"""COALESCE((SELECT unaccepted FROM memberships WHERE user_id = $1 AND peer_id = p.id AND unaccepted > 0),
    CASE WHEN $5 THEN 0 ELSE {PENDING_LIMIT} END)"""
"""Without a new pair left today, a user never written to is as unreachable as one with 3 pending messages."""

AGES = JsonRows(ReceivingAge, 6)
_REGION = f"CASE WHEN p.region IN (SELECT a.region FROM {AGES.table} a) THEN p.region ELSE '' END"
OLD_ENOUGH = f"""(p.birth_date < (SELECT MIN(a.born) FROM {AGES.table} a) OR EXISTS (
    SELECT 1 FROM {AGES.table} a WHERE a.region = {_REGION} AND p.birth_date <= a.born
        AND p.age_share * $9 <= $8 - a.since {BY_KEY}))"""
"""`is_old_enough_to_receive` of `rules.eligibility`; for most users one comparison decides."""

_WRITABLE = f"""p.id <> $1 AND p.erased_at IS NULL AND NOT {_BLOCKED} AND ({_IS_OPEN}
    OR ({_WRITTEN} < {PENDING_LIMIT}
        AND ({_HAS_ASKED} OR (p.is_active AND {OLD_ENOUGH} AND {_ADMITS}))))"""
"""The rule of a send, in SQL."""

_IS_FRIEND = f"{_FOLLOWS_ME} AND {_FOLLOWED}"
_IN_INBOX = f"""EXISTS (SELECT 1 FROM memberships m
    WHERE m.user_id = $1 AND m.peer_id = p.id AND m.folder = {Folder.INBOX:d})"""

_TYPED = _FIRST, _END = ("$10", "$11")
_BY_USERNAME = starts_so("p.username_folded", *_TYPED)


def _threads(found: str) -> str:
    return f"""SELECT m.activity_at AS place_order, '' AS place_name, {USER}
        FROM memberships m JOIN users p ON p.id = m.peer_id
        WHERE m.user_id = $1 AND m.folder IN ({numbers(THREAD_FOLDERS)}) AND {NOT_BLOCKED}
            AND m.folder = {Folder.INBOX:d} AND m.activity_at <= $2
            AND NOT (m.activity_at = $2 AND p.id <= $3) AND {found} AND p.erased_at IS NULL
        ORDER BY m.activity_at DESC, p.id LIMIT $4"""


def _by_name(order: int, place: tuple[str, str], last_name: str, tables: str, which: str) -> str:
    """In the order of `place`, a name and a key; `last_name` selects the present name of the cursor's user.

    The list continues after it, or at the start if the user has none: no name is before the typed text.
    It is one bound, since PostgreSQL does not choose the higher of two lower bounds.
    """
    name, by = place[0], ", ".join(place)
    last_name = f"COALESCE(({last_name} AND $2 = {order}), {_FIRST})"
    last_key = f"CASE WHEN $2 = {order} THEN $3 ELSE 0 END"
    return f"""SELECT {order} AS place_order, {name} AS place_name, {USER}
        FROM {tables}
        WHERE {which} AND $2 >= {order} AND ({by}) > ({last_name}, {last_key})
            AND NOT {_IN_INBOX} AND {_WRITABLE}
        ORDER BY {by} LIMIT $4"""


_IN_ORDER = "ORDER BY o.name, o.id"
"""SQLite keeps the order of the inner list: CROSS JOIN fixes the order of the join. A sort would read all rows."""


def _friends(found: str) -> str:
    """Puts all friends in order first, by cheap conditions, then applies the rule of a send until the page is full."""
    return f"""SELECT {FRIENDS} AS place_order, o.name AS place_name, {USER}
        FROM (SELECT p.id, p.display_name_folded AS name
            FROM follows f JOIN users p ON p.id = f.followee_id
            WHERE f.follower_id = $1 AND $2 >= {FRIENDS} AND {found} AND {_follows_me("f.followee_id")}
                AND (p.display_name_folded, p.id) > (
                    COALESCE((SELECT c.display_name_folded FROM users c WHERE c.id = $3 AND $2 = {FRIENDS}), ''),
                    CASE WHEN $2 = {FRIENDS} THEN $3 ELSE 0 END)
            ORDER BY p.display_name_folded, p.id LIMIT {ALL}) o
        CROSS JOIN users p
        WHERE p.id = o.id AND NOT {_IN_INBOX} AND {_WRITABLE}
        {_IN_ORDER} LIMIT $4"""


def _list(*groups: str) -> Select[Beside[PersonRow]]:
    order = "place_order DESC, {0}place_name, {0}id"
    parts = " UNION ALL ".join(f"SELECT * FROM ({group}) g{number}" for number, group in enumerate(groups))
    page = f"SELECT * FROM ({parts}) u ORDER BY {order.format('')} LIMIT $4"
    in_order = f"ORDER BY found.{order.format('found.')}"
    joined = f"LEFT JOIN ({page.replace(_IN_ORDER, '')}) found ON TRUE"
    return beside_viewer(PersonRow, page, in_order, sqlite=from_viewer("found.*", joined, in_order))


_SAME_NAME = starts_so("c.username_folded", *_TYPED)
_OTHERS_BY_USERNAME = _by_name(
    BY_USERNAME,
    ("p.username_folded", "p.id"),
    f"SELECT c.username_folded FROM users c WHERE c.id = $3 AND {_SAME_NAME}",
    "users p",
    f"p.username_folded < {_END} AND NOT ({_IS_FRIEND})",
)
_SAME_WORD = starts_so("c.start", *_TYPED)
_OTHERS_BY_WORD = _by_name(
    BY_DISPLAY_NAME,
    ("n.start", "n.user_id"),
    f"SELECT MIN(c.start) FROM user_names c WHERE c.user_id = $3 AND {_SAME_WORD}",
    "user_names n JOIN users p ON p.id = n.user_id",
    f"""n.start < {_END} AND NOT {_BY_USERNAME} AND NOT ({_IS_FRIEND})
        AND NOT EXISTS (SELECT 1 FROM user_names c
            WHERE c.user_id = n.user_id AND c.start < n.start AND {_SAME_WORD} {BY_KEY})""",
)
"""A user whom several words match is listed once, by the first match in the order of names."""

PEOPLE = _list(_threads("TRUE"), _friends("TRUE"))
"""Arguments: viewer, the last place's order and user, rows; whether a new pair is left today, the ages of users
who can receive, the audience of a verified user who chose none, now, the delay of the receiving age."""

FOUND_PEOPLE = _list(
    _threads(is_found("m.peer_id", *_TYPED)),
    _friends(is_found("f.followee_id", *_TYPED)),
    _OTHERS_BY_USERNAME,
    _OTHERS_BY_WORD,
)
"""Two arguments more: the first of the folded names that are looked for, and the end of them."""
