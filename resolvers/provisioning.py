"""The host app's side, for tokens with the role `service`: it stores and erases users, and revokes their tokens."""

from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from operator import attrgetter

from tortoise.exceptions import IntegrityError

from models import provisioning as tables
from models.db.connection import Stale, Transaction
from models.db.fields import EPOCH
from models.event_log import NOBODY, EventCursor
from models.moderation import Action, ModerationAction
from models.provisioning import HostText, Profile, Stored
from models.requests import hold_recipients
from models.users import MOVE_FENCES
from models.viewer import Revocation, revoke
from resolvers.mutation import Concerned, Done, Fields, Step, answer, commit, not_allowed, of_host
from resolvers.requests import withdraw_requests
from rules import provisioning as facts
from rules.eligibility import Account, Birth, effective_audience, obstacles
from rules.events import EventKind
from rules.filtering.normalize import Folding
from rules.filtering.spellings import looks
from rules.policy import Policy
from rules.problems import Flaw, InvalidInput, InvalidInputReason, Refusal
from rules.provisioning import HostUser
from schema.types import provisioning as types
from schema.types.context import Context, Given, Info, Services


async def upsert_users(info: Info, input: Given[types.UpsertUsersInput]) -> types.UpsertUsersResult | None:
    """For the host app: create users, or overwrite the fields that it owns."""
    # Takes effect at once, for open subscriptions too (behaviour 2).
    if not info.context.is_service:
        return await not_allowed(info.context)
    users = [facts.HostUser(**vars(user)) for user in input.users]
    done = await store_users(info.context.services, users)
    return await answer(info.context, done, types.UpsertUsersSuccess, counted)


async def counted(_: Context, count: int) -> Fields:
    """How many entries of a batch are stored as given."""
    return {"count": count}


async def commit_batch(
    services: Services,
    step: Callable[[Step], Awaitable[int | Refusal]],
    subjects: Collection[str],
    leaving: Collection[str] = (),
) -> Done[int | Refusal]:
    """Stores the batch of these subjects whole or not at all; new ones have no streams yet.

    `leaving`: those whose requests it may withdraw.
    """

    async def hold(tx: Transaction, viewer_id: int, peer_id: int) -> list[EventCursor]:
        if not leaving:
            return await tables.hold_subjects(tx, subjects)
        found = await tables.find_subjects(tx, subjects)
        senders = [found[subject].id for subject in leaving if subject in found]
        return await hold_recipients(tx, [user.id for user in found.values()], senders)

    return await commit(services, NOBODY, Concerned(NOBODY, hold), step)


@dataclass(frozen=True, slots=True)
class _Change:
    """A stored user, and its new profile from the host."""

    stored: Stored
    profile: Profile


async def store_users(services: Services, users: Sequence[HostUser]) -> Done[int | Refusal]:
    """Gives how many users are stored as given: all but erased ones, which stay erased (behaviour 2)."""
    if len(users) > facts.BATCH:
        return of_host(InvalidInput("users", InvalidInputReason.TOO_MANY, facts.BATCH))
    flaws = facts.flaws_of(users)

    async def store(step: Step) -> int | Refusal:
        rows = await tables.STORED.all(step.tx, [*filter(facts.is_subject, subjects)])
        found = {row.profile.host_id: row for row in rows}
        erased = {subject for subject, row in found.items() if row.is_erased}
        living = {entry: user for entry, user in enumerate(users) if user.subject not in erased}
        wrong = [*(one for one in flaws if one.entry in living), *facts.flaws_together(living)]
        wrong += await _taken(step, living, wrong)
        return facts.refuse_users(wrong) or await _store(step, services, [*living.values()], found)

    subjects = [user.subject for user in users]
    leaving = [user.subject for user in users if not user.is_active]
    return await commit_batch(services, store, subjects, leaving)


async def _taken(
    step: Step, users: Mapping[int, HostUser], wrong: Iterable[facts.EntryFlaw]
) -> list[facts.EntryFlaw]:
    """Usernames that users outside of the batch have, of entries that are named well."""
    unnamed = {one.entry for one in wrong if one.field in {"subject", "username"}}
    named = {user.subject: entry for entry, user in users.items() if entry not in unnamed}
    keys = (HostText(subject, facts.same_username(users[entry].username)) for subject, entry in named.items())
    taken = await tables.TAKEN.all(step.tx, tables.TEXTS.rows(keys))
    return [facts.EntryFlaw(named[subject], "username", Flaw(InvalidInputReason.TAKEN)) for subject in taken]


async def _store(
    step: Step, services: Services, users: Sequence[HostUser], found: Mapping[str, Stored]
) -> int:
    # Clocks differ: no account is created later than now.
    given = [
        Profile.of(user, min(user.created_at or step.now, step.now), services.sealer.share_of(user.subject))
        for user in users
    ]
    known = [_Change(found[profile.host_id], profile) for profile in given if profile.host_id in found]
    changes = [change for one in known if (change := _kept(one, step.now)).profile != one.stored.profile]
    new = [profile for profile in given if profile.host_id not in found]
    try:
        await _write(step, changes, new)
        await _write_names(step, [*filter(_is_renamed, changes)], new, services.filter.folding)
    except IntegrityError as error:
        # Another call has stored the subject or the username since it was looked for.
        raise Stale from error
    return len(given)


async def _write(step: Step, changes: Sequence[_Change], new: Sequence[Profile]) -> None:
    if changes:
        profiles = [change.profile for change in changes]
        names = (HostText(profile.host_id, profile.username_key) for profile in profiles)
        await tables.FREE_USERNAMES.run(step.tx, tables.TEXTS.rows(names))
        await tables.CHANGE_USERS.run(step.tx, tables.PROFILES.rows(profiles))
    if new:
        await tables.ADD_USERS.run(step.tx, tables.PROFILES.rows(new))
        await tables.OPEN_STREAMS.run(step.tx, [profile.host_id for profile in new])
    landing = [one.stored.id for one in changes if _facts(one.stored.profile) != _facts(one.profile)]
    if landing:
        await MOVE_FENCES.run(step.tx, landing)
    leaving = [one.stored.id for one in changes if one.stored.profile.is_active and not one.profile.is_active]
    if leaving:
        await withdraw_requests(step, leaving)
    for change in changes:
        for kind in _kinds(change, step):
            step.tell(change.stored.id, kind)


async def _write_names(
    step: Step, renamed: Sequence[_Change], new: Sequence[Profile], folding: Folding
) -> None:
    if renamed:
        keys = [change.stored.id for change in renamed]
        await tables.DROP_NAMES.run(step.tx, keys)
        await tables.DROP_LOOKS.run(step.tx, keys)
    named = [*(change.profile for change in renamed), *new]
    starts = (HostText(one.host_id, start) for one in named for start in one.starts)
    seen = (
        HostText(one.host_id, look)
        for one in named
        for look in looks((one.username, one.display_name), folding)
    )
    if named:
        await tables.ADD_NAMES.run(step.tx, tables.TEXTS.rows(starts))
        await tables.ADD_LOOKS.run(step.tx, tables.TEXTS.rows(seen))


_names = attrgetter("username", "display_name")


def _is_renamed(change: _Change) -> bool:
    return bool(_names(change.profile) != _names(change.stored.profile))


def _kept(change: _Change, now: datetime) -> _Change:
    """Adds the columns that a batch does not name. The creation time is stored once."""
    stored = change.stored.profile
    profile = replace(
        change.profile,
        account_created_at=stored.account_created_at,
        names_changed_at=now if _is_renamed(change) else stored.names_changed_at,
        age_share=stored.age_share,
    )
    return replace(change, profile=profile)


_facts = attrgetter("is_active", "is_verified", "birth_date", "region", "phone_verified")
"""The fields that a send reads of either side."""


def _kinds(change: _Change, step: Step) -> Iterator[EventKind]:
    """The events for the user. A deactivated user cannot read them; they end its streams."""
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


async def erase_user(info: Info, input: Given[types.EraseUserInput]) -> types.EraseUserResult | None:
    """For the host app: erase a user. Their messages in threads with others stay."""
    # Takes effect at once, for open subscriptions too (behaviour 2 and 14).
    context = info.context
    if not context.is_service:
        return await not_allowed(context)
    found = await tables.find_subjects(context.services.database, [input.subject])
    user_id = found[input.subject].id if found else NOBODY
    concerned = Concerned(user_id, lambda tx, *_: hold_recipients(tx, (user_id,), (user_id,)))
    done = await commit(context.services, NOBODY, concerned, _erase)
    return await answer(context, done, types.EraseUserSuccess)


async def _erase(step: Step) -> Fields:
    if await tables.erase(step.tx, step.peer_id, step.now):
        await withdraw_requests(step, [step.peer_id])
        await MOVE_FENCES.run(step.tx, [step.peer_id])
        # It can read nothing any more: this ends its streams.
        step.tell(step.peer_id, EventKind.STANDING_CHANGED)
    return {}


async def revoke_tokens(info: Info, input: Given[types.RevokeTokensInput]) -> types.RevokeTokensResult | None:
    """Refuse a user's tokens that were issued before a time, at once, for the host app."""
    # Every process is told after the commit (behaviour 2).
    context = info.context
    if not context.is_service:
        return await not_allowed(context)

    async def step(step: Step) -> Revocation | Refusal:
        return facts.refuse_revocation(input.subject, input.before, step.now) or await _revoke(step, input)

    concerned = Concerned(NOBODY, lambda tx, *_: tables.hold_subjects(tx, [input.subject]))
    done = await commit(context.services, NOBODY, concerned, step)
    if isinstance(done.outcome, Revocation):
        context.services.revocations.tell(done.outcome)
    return await answer(context, done, types.RevokeTokensSuccess, _shown)


async def _revoke(step: Step, input: types.RevokeTokensInput) -> Revocation | InvalidInput:
    found = await tables.find_subjects(step.tx, [input.subject])
    if input.subject not in found:
        return InvalidInput("subject", InvalidInputReason.UNKNOWN)
    user_id = found[input.subject].id
    revocation, is_new = await revoke(step.tx, user_id, input.before)
    if is_new:
        await ModerationAction.create(
            actor_id=None, user_id=user_id, action=Action.REVOKE_TOKENS, at=step.now, using_db=step.tx.orm
        )
    return revocation


async def _shown(_: Context, revocation: Revocation) -> Fields:
    return {"valid_from": revocation.valid_from}
