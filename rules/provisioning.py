"""Checks of the host app's users, follows and revocations before they are stored."""

import re
import unicodedata
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from operator import attrgetter

from rules.filtering.normalize import is_unseen
from rules.problems import Flaw, InvalidInput, InvalidInputReason
from rules.text import ERASED_USERNAME, flaw_of_kept, flaw_of_text


@lru_cache(maxsize=1_000)
def same_username(username: str) -> str:
    """One spelling for all usernames that count as the same, in Turkish too: an i with its dot or without."""
    if username.isascii() and username.isprintable():
        return username.lower()
    seen = "".join(map(_seen, username))
    small = unicodedata.normalize("NFKC", seen).upper().casefold()
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFD", small).replace("i\u0307", "i"))


@lru_cache(maxsize=4_096)
def _seen(char: str) -> str:
    return "" if is_unseen(char) else char


BATCH = 500
"""The most entries in one call."""

SUBJECT_LENGTH = 255
NAME_LENGTH = 100
REGION_LENGTH = 16
ADDRESS_LENGTH = 2_048

_AMISS = re.compile("[\0-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f]")
"""Control characters, line ends, and characters that change the direction of the text around them."""

_ADDRESS = re.compile(r"https?://[^\s/?#]\S*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HostUser:
    """All facts of a user that the host owns; a fact that it leaves out is cleared. `created_at` None: now."""

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
    """One direction of a follow, by the host's subjects."""

    follower: str
    followee: str


def is_subject(text: str) -> bool:
    """Whether the host may give a user this id, in tokens too."""
    return flaw_of_kept(text, SUBJECT_LENGTH) is None


@dataclass(frozen=True, slots=True)
class EntryFlaw:
    """A field of a batch's entry that cannot be stored; entries count from 0."""

    entry: int
    field: str
    flaw: Flaw


def flaws_of(users: Sequence[HostUser]) -> list[EntryFlaw]:
    """All flaws that show without looking at stored users, but for `flaws_together`."""
    wrong = [
        EntryFlaw(entry, field, flaw)
        for entry, user in enumerate(users)
        for field, flaw_of in _FIELDS
        if (flaw := flaw_of(user))
    ]
    return [*wrong, *_twice("subject", ((entry, user.subject) for entry, user in enumerate(users)))]


def flaws_together(users: Mapping[int, HostUser]) -> list[EntryFlaw]:
    """Those of the entries that are to be stored, as one call."""
    usernames = ((entry, same_username(user.username[: NAME_LENGTH + 1])) for entry, user in users.items())
    return [*_twice("username", usernames)]


def refuse_users(flaws: Iterable[EntryFlaw]) -> InvalidInput | None:
    """The flaws, in the order of the entries."""
    in_order = sorted(flaws, key=attrgetter("entry"))
    return InvalidInput.of((f"users[{one.entry}].{one.field}", one.flaw) for one in in_order)


def refuse_many(add: Sequence[HostFollow], remove: Sequence[HostFollow]) -> InvalidInput | None:
    """More entries than one call may have."""
    if len(add) + len(remove) <= BATCH:
        return None
    return InvalidInput("add" if len(add) > BATCH else "remove", InvalidInputReason.TOO_MANY, BATCH)


def refuse_follows(
    add: Sequence[HostFollow], remove: Sequence[HostFollow], known: Container[str]
) -> InvalidInput | None:
    """All flaws, in the order of the entries; `known`: the subjects that exist, as those to add must."""
    return InvalidInput.of([*_wrong("add", add, known), *_wrong("remove", remove, added=set(add))])


def _wrong(
    list_name: str,
    follows: Sequence[HostFollow],
    known: Container[str] | None = None,
    added: Container[HostFollow] = (),
) -> Iterator[tuple[str, Flaw | None]]:
    for entry, follow in enumerate(follows):
        same = Flaw(InvalidInputReason.SAME_USER) if follow.followee == follow.follower else None
        yield f"{list_name}[{entry}].follower", _flaw_of_subject(follow.follower, known)
        yield f"{list_name}[{entry}].followee", _flaw_of_subject(follow.followee, known) or same
        yield f"{list_name}[{entry}]", Flaw(InvalidInputReason.DUPLICATE) if follow in added else None


def _flaw_of_subject(subject: str, known: Container[str] | None) -> Flaw | None:
    is_unknown = known is not None and subject not in known
    return flaw_of_kept(subject, SUBJECT_LENGTH) or (Flaw(InvalidInputReason.UNKNOWN) if is_unknown else None)


def _twice(field: str, values: Iterable[tuple[int, str]]) -> Iterator[EntryFlaw]:
    seen: set[str] = set()
    for entry, value in values:
        if value in seen:
            yield EntryFlaw(entry, field, Flaw(InvalidInputReason.DUPLICATE))
        seen.add(value)


def _flaw_of_name(text: str, limit: int = NAME_LENGTH) -> Flaw | None:
    if flaw := flaw_of_text(text, limit):
        return flaw
    is_amiss = text.strip() != text or _AMISS.search(text)
    return Flaw(InvalidInputReason.BAD_CHARACTER) if is_amiss else None


def _flaw_of_username(text: str) -> Flaw | None:
    if flaw := _flaw_of_name(text):
        return flaw
    return Flaw(InvalidInputReason.TAKEN) if same_username(text) == ERASED_USERNAME else None


def _flaw_of_address(text: str) -> Flaw | None:
    if flaw := flaw_of_kept(text, ADDRESS_LENGTH):
        return flaw
    return None if _ADDRESS.fullmatch(text) else Flaw(InvalidInputReason.BAD_FORMAT)


def _flaw_of_time(at: datetime | None) -> Flaw | None:
    return None if at is None or _is_moment(at) else Flaw(InvalidInputReason.BAD_FORMAT)


def _is_moment(at: datetime) -> bool:
    """Whether UTC has a time for it: one with a zone, and not before the first year or after the last."""
    try:
        return at.tzinfo is not None and at.astimezone(UTC) is not None
    except OverflowError:
        return False


_FIELDS: tuple[tuple[str, Callable[[HostUser], Flaw | None]], ...] = (
    ("subject", lambda user: flaw_of_kept(user.subject, SUBJECT_LENGTH)),
    ("username", lambda user: _flaw_of_username(user.username)),
    ("displayName", lambda user: _flaw_of_name(user.display_name)),
    ("avatarUrl", lambda user: None if user.avatar_url is None else _flaw_of_address(user.avatar_url)),
    ("region", lambda user: None if user.region is None else _flaw_of_name(user.region, REGION_LENGTH)),
    ("createdAt", lambda user: _flaw_of_time(user.created_at)),
)
"""As the input spells them; dates and switches have types that refuse bad values."""


CLOCK_SKEW = timedelta(minutes=1)
"""How far the host's clock may be ahead of ours."""


def refuse_revocation(subject: str, before: datetime, now: datetime) -> InvalidInput | None:
    """All flaws that show without looking at users. A time in the future would refuse tokens that are good."""
    is_ahead = before > now + CLOCK_SKEW
    return InvalidInput.of(
        [
            ("subject", flaw_of_kept(subject, SUBJECT_LENGTH)),
            ("before", Flaw(InvalidInputReason.IN_FUTURE) if is_ahead else None),
        ]
    )
