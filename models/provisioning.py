"""The statements that store, follow and erase users for the host app."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, Self

from tortoise.expressions import Q

from models.appeals import Appeal
from models.contact_codes import ContactCode
from models.db.connection import Connection, Transaction
from models.db.statements import JsonRows, Lock, Page, Write
from models.event_log import HELD, EventCursor
from models.filtering import FilterWords
from models.pushes import WaitingPush
from models.relations import Follow
from models.users import User, UserLook, UserName, folded_names
from rules.policy import Audience, same_region
from rules.problems import ReportReason
from rules.provisioning import HostUser, is_subject, same_username
from rules.text import ERASED_NAME

_HOLD = Lock(
    EventCursor,
    f"""SELECT {HELD} FROM user_streams s JOIN users u ON u.id = s.user_id
    WHERE u.host_id = ANY($1) ORDER BY s.user_id FOR UPDATE OF s""",
)


async def hold_subjects(tx: Transaction, subjects: Iterable[str]) -> list[EventCursor]:
    """Locks the streams of the subjects that exist; a subject that no user can have does not exist."""
    return await _HOLD.all(tx, [*filter(is_subject, subjects)])


async def find_subjects(db: Connection, subjects: Iterable[str]) -> dict[str, User]:
    """The users that exist, by subject. Only the host asks, so the text may vary with their number."""
    found = User.all(db.orm).filter(host_id__in=[*filter(is_subject, subjects)])
    return {user.host_id: user for user in await found.only("id", "host_id", "erased_at")}


@dataclass(frozen=True, slots=True)
class Profile:
    """The columns that the host sets."""

    host_id: str
    username: str
    display_name: str
    avatar_url: str | None
    is_verified: bool
    birth_date: date | None
    region: str | None
    phone_verified: bool
    is_active: bool
    account_created_at: datetime
    names_changed_at: datetime | None
    age_share: float
    username_key: str
    username_folded: str
    display_name_folded: str
    found_by: str

    @classmethod
    def of(cls, user: HostUser, created_at: datetime, age_share: float) -> Self:
        """The host's facts, with the columns that only the first call sets."""
        return cls(
            user.subject,
            user.username,
            user.display_name,
            user.avatar_url,
            user.is_verified,
            user.birth_date,
            user.region and same_region(user.region),
            user.phone_verified,
            user.is_active,
            created_at,
            None,
            age_share,
            same_username(user.username),
            *folded_names(user.username, user.display_name),
        )

    @property
    def starts(self) -> list[str]:
        """The folded display name from the beginning of each of its words."""
        starts = self.found_by.removeprefix(f"\n{self.username_folded}").splitlines()
        return [*filter(None, starts)]


@dataclass(frozen=True, slots=True)
class Stored:
    """A user that exists; an erased one has no username in its profile."""

    id: int
    is_erased: bool
    audience: Audience | None
    restriction: ReportReason | None
    restricted_until: datetime | None
    profile: Profile


PROFILES = JsonRows(Profile)
_COLUMNS = [field.name for field in fields(Profile)]
_CHANGING = [name for name in _COLUMNS if name not in {"host_id", "account_created_at", "age_share"}]

STORED = Page(
    Stored,
    f"""SELECT u.id, u.erased_at IS NOT NULL AS is_erased, u.audience, u.restriction_reason AS restriction,
        u.restricted_until,
        {", ".join(f"u.{name}" for name in _COLUMNS)}
    FROM users u WHERE u.host_id = ANY($1)""",
)
"""The keys are subjects."""


@dataclass(frozen=True, slots=True)
class HostText:
    """A text that belongs to the user with this host id: the key of its username, the start of a word, a look."""

    host_id: str
    text: str


TEXTS = JsonRows(HostText)

TAKEN = Page(
    str,
    f"""SELECT h.host_id FROM {TEXTS.table} h JOIN users u ON u.username_key = h.text
    WHERE u.host_id NOT IN (SELECT o.host_id FROM {TEXTS.table} o)""",
)
"""Argument: keys of usernames. Subjects whose username a user outside of the batch has."""

FREE_USERNAMES = Write(
    f"""UPDATE users SET username = NULL, username_key = NULL FROM {TEXTS.table} h
    WHERE users.host_id = h.host_id AND users.username_key <> h.text"""
)
"""Argument: as of TAKEN. Frees the names first, so that users of a batch can swap names in any order of rows."""

CHANGE_USERS = Write(
    f"""UPDATE users SET {", ".join(f"{name} = h.{name}" for name in _CHANGING)}
    FROM {PROFILES.table} h WHERE users.host_id = h.host_id"""
)

ADD_USERS = Write(
    f"""INSERT INTO users ({", ".join(_COLUMNS)})
    SELECT {", ".join(f"h.{name}" for name in _COLUMNS)} FROM {PROFILES.table} h ORDER BY h.host_id"""
)
"""In one order, so that two calls with the same users never deadlock. OPEN_STREAMS, ADD_NAMES, ADD_LOOKS follow it."""

OPEN_STREAMS = Write(
    """INSERT INTO user_streams (user_id, epoch)
    SELECT u.id, COALESCE((SELECT i.epoch FROM installation i WHERE i.id = 1), 1)
    FROM users u WHERE u.host_id = ANY($1)"""
)
"""The keys are subjects."""


def _added(table: str, column: str) -> Write:
    """Argument: the texts of the users."""
    return Write(
        f"""INSERT INTO {table} (user_id, {column})
        SELECT u.id, h.text FROM {TEXTS.table} h JOIN users u ON u.host_id = h.host_id"""
    )


ADD_NAMES, ADD_LOOKS = _added("user_names", "start"), _added("user_looks", "look")

DROP_NAMES, DROP_LOOKS = (
    Write(f"DELETE FROM {table} WHERE user_id = ANY($1)") for table in ("user_names", "user_looks")
)


_FOLDED = "username_folded", "display_name_folded", "found_by"
_ERASED: dict[str, Any] = {
    **dict.fromkeys(("is_active", "is_verified", "phone_verified", "read_receipts"), False),
    **dict.fromkeys(("username", "username_key", "avatar_url", "names_changed_at", "birth_date", "region")),
    **dict.fromkeys(("audience", "paused_at", "paused_until", "paused_count")),
    "display_name": ERASED_NAME,
    "request_policy": 0,
    **dict(zip(_FOLDED, folded_names(None, ERASED_NAME), strict=True)),
}
"""The columns of an erased user."""


async def erase(tx: Transaction, user_id: int, now: datetime) -> bool:
    """False for a user who is erased already. The row keeps its subject, so the host cannot create that user again."""
    found = User.all(tx.orm).filter(id=user_id, erased_at=None)
    erased = await found.update(erased_at=now, **_ERASED)
    if erased:
        await Follow.all(tx.orm).filter(Q(follower_id=user_id) | Q(followee_id=user_id)).delete()
        for model in (UserName, UserLook, FilterWords, WaitingPush, ContactCode, Appeal):
            await model.all(tx.orm).filter(user_id=user_id).delete()
    return bool(erased)
