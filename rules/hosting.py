"""What the host app says of its users and their follows, and what of it can be kept."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from rules.refusals import InvalidInput
from rules.text import is_sendable, is_storable, trim
from rules.texts import ERASED_USERNAME

BATCH = 500
"""Entries of one call."""

SUBJECT_LENGTH = 255
NAME_LENGTH = 100
REGION_LENGTH = 16
ADDRESS_LENGTH = 2_048
_ADDRESS = re.compile(r"https?://[^\s/?#]\S*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HostUser:
    """All that the host owns of a user; what it leaves out is as none. `created_at` None: now."""

    subject: str
    username: str
    display_name: str
    avatar_url: str | None = None
    is_verified: bool = False
    birth_date: date | None = None
    region: str | None = None
    phone_verified: bool = False
    is_active: bool = True
    created_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class HostFollow:
    """One direction, by subjects."""

    follower: str
    followee: str


def is_subject(text: str) -> bool:
    """Whether the host may name a user so, in tokens as well."""
    return 0 < len(text) <= SUBJECT_LENGTH and is_storable(text)


def refuse_users(users: Sequence[HostUser]) -> InvalidInput | None:
    """The first thing that cannot be kept, whoever is there already."""
    if len(users) > BATCH:
        return InvalidInput("users")
    for place, user in enumerate(users):
        for field, is_good in _FIELDS:
            if not is_good(user):
                return InvalidInput(f"users[{place}].{field}")
    subjects, usernames = [user.subject for user in users], [user.username for user in users]
    return _refuse_twice("subject", subjects) or _refuse_twice("username", usernames)


def refuse_follows(add: Sequence[HostFollow], remove: Sequence[HostFollow]) -> InvalidInput | None:
    """The first thing that cannot be kept, whoever is there already."""
    if len(add) + len(remove) > BATCH:
        return InvalidInput("add" if len(add) > BATCH else "remove")
    return _refuse_pairs("add", add) or _refuse_pairs("remove", remove) or _refuse_both(add, remove)


def _refuse_pairs(list_name: str, follows: Sequence[HostFollow]) -> InvalidInput | None:
    for place, follow in enumerate(follows):
        if not is_subject(follow.follower):
            return InvalidInput(f"{list_name}[{place}].follower")
        if not is_subject(follow.followee) or follow.followee == follow.follower:
            return InvalidInput(f"{list_name}[{place}].followee")
    return None


def _refuse_both(add: Sequence[HostFollow], remove: Sequence[HostFollow]) -> InvalidInput | None:
    added = set(add)
    place = next((place for place, follow in enumerate(remove) if follow in added), None)
    return None if place is None else InvalidInput(f"remove[{place}]")


def _refuse_twice(field: str, values: Sequence[str]) -> InvalidInput | None:
    seen: set[str] = set()
    for place, value in enumerate(values):
        if value in seen:
            return InvalidInput(f"users[{place}].{field}")
        seen.add(value)
    return None


def _is_name(text: str) -> bool:
    return trim(text) == text and is_sendable(text, NAME_LENGTH)


def _is_address(text: str) -> bool:
    return len(text) <= ADDRESS_LENGTH and is_storable(text) and _ADDRESS.fullmatch(text) is not None


_FIELDS: tuple[tuple[str, Callable[[HostUser], bool]], ...] = (
    ("subject", lambda user: is_subject(user.subject)),
    ("username", lambda user: _is_name(user.username) and user.username != ERASED_USERNAME),
    ("displayName", lambda user: _is_name(user.display_name)),
    ("avatarUrl", lambda user: user.avatar_url is None or _is_address(user.avatar_url)),
    ("region", lambda user: user.region is None or is_sendable(user.region, REGION_LENGTH)),
    ("createdAt", lambda user: user.created_at is None or user.created_at.tzinfo is not None),
)
"""As the input spells them; what a date or a switch is, its type says."""
