"""What the host app says of its users and their follows, and what of it can be kept."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter

from rules.refusals import InvalidInput
from rules.text import is_sendable, is_storable, trim
from rules.texts import ERASED_USERNAME
from rules.username import same_username

BATCH = 500
"""Entries of one call."""

SUBJECT_LENGTH = 255
NAME_LENGTH = 100
REGION_LENGTH = 16
ADDRESS_LENGTH = 2_048
_AMISS = re.compile("[\0-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f]")
"""Controls, ends of lines, and what turns the text around it to another direction."""

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


@dataclass(frozen=True, slots=True)
class Flaw:
    """A field of an entry that cannot be kept."""

    place: int
    field: str


def flaws_of(users: Sequence[HostUser]) -> list[Flaw]:
    """All that cannot be kept, whoever is there already."""
    wrong = [
        Flaw(place, field)
        for place, user in enumerate(users)
        for field, is_good in _FIELDS
        if not is_good(user)
    ]
    subjects = (user.subject for user in users)
    usernames = (same_username(user.username[: NAME_LENGTH + 1]) for user in users)
    return [*wrong, *_twice("subject", subjects), *_twice("username", usernames)]


def refuse_users(flaws: Iterable[Flaw]) -> InvalidInput | None:
    """In the order of the entries."""
    placed = sorted(flaws, key=attrgetter("place"))
    return InvalidInput.of(f"users[{flaw.place}].{flaw.field}" for flaw in placed)


def refuse_follows(add: Sequence[HostFollow], remove: Sequence[HostFollow]) -> InvalidInput | None:
    """All that cannot be kept, whoever is there already."""
    if len(add) + len(remove) > BATCH:
        return InvalidInput("add" if len(add) > BATCH else "remove")
    return InvalidInput.of([*_wrong("add", add), *_wrong("remove", remove), *_in_both(add, remove)])


def _wrong(list_name: str, follows: Sequence[HostFollow]) -> Iterator[str]:
    for place, follow in enumerate(follows):
        if not is_subject(follow.follower):
            yield f"{list_name}[{place}].follower"
        if not is_subject(follow.followee) or follow.followee == follow.follower:
            yield f"{list_name}[{place}].followee"


def _in_both(add: Sequence[HostFollow], remove: Sequence[HostFollow]) -> Iterator[str]:
    added = set(add)
    return (f"remove[{place}]" for place, follow in enumerate(remove) if follow in added)


def _twice(field: str, values: Iterable[str]) -> Iterator[Flaw]:
    seen: set[str] = set()
    for place, value in enumerate(values):
        if value in seen:
            yield Flaw(place, field)
        seen.add(value)


def _is_name(text: str, limit: int = NAME_LENGTH) -> bool:
    return trim(text) == text and is_sendable(text, limit) and not _AMISS.search(text)


def _is_address(text: str) -> bool:
    return len(text) <= ADDRESS_LENGTH and is_storable(text) and _ADDRESS.fullmatch(text) is not None


_FIELDS: tuple[tuple[str, Callable[[HostUser], bool]], ...] = (
    ("subject", lambda user: is_subject(user.subject)),
    ("username", lambda user: _is_name(user.username) and same_username(user.username) != ERASED_USERNAME),
    ("displayName", lambda user: _is_name(user.display_name)),
    ("avatarUrl", lambda user: user.avatar_url is None or _is_address(user.avatar_url)),
    ("region", lambda user: user.region is None or _is_name(user.region, REGION_LENGTH)),
    ("createdAt", lambda user: user.created_at is None or user.created_at.tzinfo is not None),
)
"""As the input spells them; what a date or a switch is, its type says."""
