"""Users as the host app says they are: a whole batch or nothing of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from tortoise.exceptions import IntegrityError

from events.kinds import EventKind
from models.connection import Stale
from models.hosting import (
    ADD_USERS,
    CHANGE_USERS,
    FREE_USERNAMES,
    MOVE_FENCES,
    OPEN_STREAMS,
    PROFILES,
    STORED,
    TAKEN,
    USERS,
    Profile,
    Stored,
)
from models.moments import EPOCH
from models.rows import Key
from resolvers.host_batch import commit_batch, refused
from resolvers.mutation import Done, Step
from rules.age import Birth
from rules.audience import effective_audience
from rules.hosting import HostUser, refuse_users
from rules.policy import Policy
from rules.refusals import InvalidInput, Refusal
from rules.standing import Account, obstacles
from schema.types.context import Services


@dataclass(frozen=True, slots=True)
class _Change:
    """A user who is there, and what the host says of it now."""

    stored: Stored
    profile: Profile


async def store_users(services: Services, users: Sequence[HostUser]) -> Done[int | Refusal]:
    """How many of them are there now as they were given: all but erased ones, which stay erased (behaviour 2)."""
    if refusal := refuse_users(users):
        return refused(refusal)
    return await commit_batch(services, [user.subject for user in users], partial(_store, users=users))


async def _store(step: Step, users: Sequence[HostUser]) -> int | Refusal:
    # Clocks differ: no account is created later than now.
    given = [Profile.of(user, min(user.created_at or step.now, step.now)) for user in users]
    found = {row.profile.host_id: row for row in await STORED.all(step.tx, PROFILES.rows(given))}
    living = [profile for profile in given if not (row := found.get(profile.host_id)) or not row.is_erased]
    if taken := await TAKEN.first(step.tx, PROFILES.rows(living)):
        place = [user.subject for user in users].index(taken.host_id)
        return InvalidInput(f"users[{place}].username")
    known = [_Change(found[profile.host_id], profile) for profile in living if profile.host_id in found]
    changes = [change for change in known if _kept(change) != change.stored.profile]
    try:
        await _write(step, changes, [profile for profile in living if profile.host_id not in found])
    except IntegrityError as error:
        # Somebody else has stored the subject or the username since it was looked for.
        raise Stale from error
    return len(living)


async def _write(step: Step, changes: Sequence[_Change], new: Sequence[Profile]) -> None:
    if changes:
        rows = PROFILES.rows(change.profile for change in changes)
        await FREE_USERNAMES.run(step.tx, rows)
        await CHANGE_USERS.run(step.tx, rows)
    if new:
        await ADD_USERS.run(step.tx, PROFILES.rows(new))
        await OPEN_STREAMS.run(step.tx, PROFILES.rows(new))
    landing = [Key(change.stored.id) for change in changes if _lands_otherwise(change)]
    if landing:
        await MOVE_FENCES.run(step.tx, USERS.rows(landing))
    for change in changes:
        for kind in _kinds(change, step):
            step.tell(change.stored.id, kind)


def _kept(change: _Change) -> Profile:
    """An account is created once, whatever is said of it later."""
    return replace(change.profile, account_created_at=change.stored.profile.account_created_at)


def _lands_otherwise(change: _Change) -> bool:
    return _facts(change.stored.profile) != _facts(change.profile)


def _facts(profile: Profile) -> tuple[object, ...]:
    """What a send reads of either side."""
    return (
        profile.is_active,
        profile.is_verified,
        profile.birth_date,
        profile.region,
        profile.phone_verified,
    )


def _kinds(change: _Change, step: Step) -> Iterator[EventKind]:
    """What the user is told. Whoever is not active any more reads nothing: it ends their streams."""
    stored, now_said = change.stored, change.profile
    before, after = (
        obstacles(_account(stored, profile), EPOCH, step.now, step.policy)
        for profile in (stored.profile, now_said)
    )
    if before != after or stored.profile.is_active != now_said.is_active:
        yield EventKind.STANDING_CHANGED
    if _audience(stored, stored.profile, step.policy) != _audience(stored, now_said, step.policy):
        yield EventKind.SETTINGS_CHANGED


def _account(stored: Stored, profile: Profile) -> Account:
    birth = Birth(profile.birth_date, profile.region)
    created_at = stored.profile.account_created_at
    return Account(birth, profile.phone_verified, created_at, stored.restriction, stored.restricted_until)


def _audience(stored: Stored, profile: Profile, policy: Policy) -> int:
    return effective_audience(
        stored.audience, is_verified=profile.is_verified, default_if_verified=policy.verified_audience
    )
