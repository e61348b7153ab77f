"""Section 8 of the behaviour, plainly: blocks, reports, what moderators and the host do, follows and settings."""

from dataclasses import replace
from datetime import UTC, datetime

from tests.model.facts import (
    ARCHIVE_AFTER,
    ASKED,
    HIDDEN,
    INBOX,
    NOWHERE,
    Pause,
    Plain,
    Restriction,
    Side,
    Thread,
    User,
    Warned,
    problem,
)
from tests.model.filtering import is_paused
from tests.model.requests import delete
from tests.model.sends import Answer


def block(plain: Plain, me: str, peer: str, until: datetime | None = None) -> Answer:
    """The end replaces the one that a block had."""
    user = plain.users[me]
    user.blocks.add(peer)
    user.block_ends.pop(peer, None)
    if until:
        user.block_ends[peer] = until
    side = plain.side(me, peer)
    if side.place in ASKED:
        end(plain.thread(me, peer), side)
    side.undo = None
    return {"__typename": "BlockSuccess", "user": {"blockedByMe": True}}


def end(thread: Thread, side: Side) -> None:
    """A request goes for good, and no one has deleted it."""
    side.place, side.gone, side.undo = NOWHERE, len(thread.messages), None


def unblock(plain: Plain, me: str, peer: str) -> Answer:
    plain.users[me].blocks.discard(peer)
    plain.users[me].block_ends.pop(peer, None)
    side = plain.side(me, peer)
    if side.is_owed:
        side.place, side.opened_at, side.is_owed = INBOX, plain.thread(me, peer).opened_at, False
    return {"__typename": "UnblockSuccess", "user": {"blockedByMe": False}}


def end_blocks(plain: Plain) -> None:
    """Those whose time is over, of inactive users too."""
    for user in plain.users.values():
        for peer in [peer for peer, until in user.block_ends.items() if until <= plain.now]:
            unblock(plain, user.name, peer)


def follow(plain: Plain, me: str, peer: str) -> Answer:
    if plain.users[peer].is_erased:
        return problem("NotFound")
    plain.users[me].follows.add(peer)
    return {"__typename": "FollowSuccess", "user": {"followedByMe": True}}


def unfollow(plain: Plain, me: str, peer: str) -> Answer:
    plain.users[me].follows.discard(peer)
    return {"__typename": "UnfollowSuccess", "user": {"followedByMe": False}}


def report(plain: Plain, me: str, peer: str, also: tuple[bool, bool]) -> Answer:
    """`also`: delete, block."""
    plain.users[me].reported.add(peer)
    if also[0]:
        delete(plain, me, peer)
    if also[1]:
        block(plain, me, peer)
    return {"__typename": "ReportSuccess"}


def warn(plain: Plain, peer: str, reason: str) -> None:
    plain.users[peer].warnings.insert(0, Warned(reason, plain.now))
    plain.happens(peer, "ACCOUNT_DECIDED")


def restrict(plain: Plain, peer: str, reason: str, until: datetime | None) -> None:
    """A later one never shortens the one that applies; it counts when that one is reversed."""
    user, standing, decided = plain.users[peer], plain.restriction(peer), Restriction(reason, until)
    user.decided.append(decided)
    if standing and ends_at(decided) <= ends_at(standing):
        return
    user.restriction = decided
    plain.happens(peer, "ACCOUNT_DECIDED")
    vanish(plain, peer)


def ends_at(one: Restriction) -> datetime:
    return one.until or datetime.max.replace(tzinfo=UTC)


def vanish(plain: Plain, sender: str) -> None:
    """The sender's requests go from all folders, those that were deleted too."""
    for peer in plain.peers(sender):
        thread, side = plain.thread(sender, peer), plain.side(peer, sender)
        has_asked = any(message.sender == sender for message in thread.messages)
        if side.place in ASKED or (side.place == NOWHERE and has_asked and not thread.opened_at):
            end(thread, side)


def lift(plain: Plain, peer: str) -> None:
    """One that is over stays as it is."""
    if plain.restriction(peer):
        plain.users[peer].restriction = None
        plain.users[peer].decided.clear()
        plain.happens(peer, "ACCOUNT_DECIDED")


def appeal(plain: Plain, me: str, decision: Restriction | Warned | None) -> Answer:
    """Once for each restriction, also when it is over, and for each warning."""
    if decision is None or decision.appeal:
        return problem("NotFound")
    decision.appeal = "OPEN"
    plain.users[me].appeals.insert(0, decision)
    return {"__typename": "AppealRestrictionSuccess"}


def open_appeals(user: User) -> list[Restriction | Warned]:
    """The decisions whose appeals wait for an answer, the newest appeal first."""
    return [one for one in user.appeals if one.appeal == "OPEN"]


def answer_appeal(plain: Plain, peer: str, uphold: bool) -> str:
    """The newest that is open; another restriction than it stays, or holds from now on."""
    user = plain.users[peer]
    decision = open_appeals(user)[0]
    decision.appeal = "UPHELD" if uphold else "REVERSED"
    plain.happens(peer, "ACCOUNT_DECIDED")
    if not uphold and user.restriction is decision:
        rest = [one for one in user.decided if one.appeal != "REVERSED" and ends_at(one) > plain.now]
        user.restriction = max(rest, key=ends_at, default=None)
    return decision.appeal


def erase(plain: Plain, name: str) -> None:
    """The row stays for the others' threads; the blocks and the restriction say nothing any more."""
    if plain.users[name].is_erased:
        return
    vanish(plain, name)
    gone = User(name, plain.users[name].created_at, is_grown_up=False, has_phone=False)
    plain.users[name] = replace(gone, is_active=False, is_erased=True, blocks=plain.users[name].blocks)
    for other in plain.users.values():
        other.follows.discard(name)


def pause(plain: Plain, me: str, until: datetime | None) -> None:
    """Quiet time begins, gets another end, or ends."""
    user, last = plain.users[me], plain.users[me].pause
    is_on = is_paused(plain, me)
    if last and last.count is None and not (is_on and until):
        user.pause = Pause(last.since, min(last.until, plain.now), hidden_by_pause(plain, me, last.since))
    if until:
        user.pause = Pause(last.since if last and is_on else plain.now, until)


def hidden_by_pause(plain: Plain, me: str, since: datetime) -> int:
    """Of those that wait in Hidden, those that began since then."""
    sides = [(peer, plain.side(me, peer)) for peer in plain.peers(me) if not plain.blocks(me, peer)]
    found = [peer for peer, side in sides if side.place == HIDDEN and "PAUSED" in side.reasons]
    return sum(begins(plain, me, peer, since) for peer in found)


def begins(plain: Plain, me: str, peer: str, since: datetime) -> bool:
    """Whether the request began since then, from the archive too."""
    times = [message.at for message in plain.visible(me, peer)]
    first = next((at for at in times if at >= since), None)
    return first is not None and not any(first - ARCHIVE_AFTER <= at < since for at in times)
