"""Section 5 of the behaviour, plainly: many requests at once."""

from dataclasses import dataclass, field
from datetime import datetime

from tests.model.facts import ASKED, HIDDEN, UNDO_WINDOW, Plain, problem, time
from tests.model.obstacles import refuse_account
from tests.model.requests import accept, delete, restore
from tests.model.safety import block
from tests.model.sends import Answer
from tests.model.threads import activity, folder


@dataclass
class Pick:
    """The chosen requests of a user; `senders` None: of all. `folder` None: any, `reason` None: any.

    `either`: conditions, each with the value that it must have; `text`: part of a message.
    """

    me: str
    as_of: datetime
    senders: list[str] | None = None
    folder: str | None = None
    reason: str | None = None
    not_followed: bool = False
    either: dict[str, bool] = field(default_factory=dict)
    text: str | None = None


def picked(plain: Plain, pick: Pick) -> list[str]:
    """The senders of those that wait and did not grow since."""
    return [peer for peer in plain.peers(pick.me) if is_picked(plain, pick, peer)]


def ordered(plain: Plain, pick: Pick, order: str) -> list[str]:
    """The same as a page shows them; of as many mutual follows the newest first."""
    by_time = sorted(picked(plain, pick), key=lambda peer: activity(plain, pick.me, peer), reverse=True)
    if order == "MUTUAL_FOLLOWS":
        return sorted(by_time, key=lambda peer: -mutual_follows(plain, pick.me, peer))
    return by_time if order == "NEWEST" else by_time[::-1]


def mutual_follows(plain: Plain, me: str, peer: str) -> int:
    return sum(plain.follows(one, peer) for one in plain.users[me].follows)


def is_picked(plain: Plain, pick: Pick, peer: str) -> bool:
    me, side = pick.me, plain.side(pick.me, peer)
    return (
        side.place in ASKED
        and side.arrived_at is not None
        and side.arrived_at <= pick.as_of
        and (pick.senders is None or peer in pick.senders)
        and pick.folder in (None, folder(plain, me, peer))
        and (pick.reason is None or (side.place == HIDDEN and pick.reason in side.reasons))
        and not (pick.not_followed and plain.follows(me, peer))
        and not plain.blocks(me, peer)
        and all(holds(plain, me, peer, name) is wanted for name, wanted in pick.either.items())
        and (
            pick.text is None
            or any(pick.text.casefold() in one.text.casefold() for one in plain.visible(me, peer))
        )
    )


def holds(plain: Plain, me: str, peer: str, name: str) -> bool:
    """A condition that is asked for either way."""
    return {
        "mutualFollows": mutual_follows(plain, me, peer) > 0,
        "followsMe": plain.follows(peer, me),
        "verified": plain.users[peer].is_verified,
        "hasLink": any(text_has_link(one.text) for one in plain.visible(me, peer)),
    }[name]


def text_has_link(text: str) -> bool:
    return "example.com" in text.split()


def accept_requests(plain: Plain, pick: Pick) -> Answer:
    if refusal := refuse_account(plain, pick.me):
        return refusal
    peers = picked(plain, pick)
    for peer in peers:
        accept(plain, pick.me, peer)
    return {"__typename": "AcceptRequestsSuccess", "count": len(peers), "remaining": 0}


def delete_requests(plain: Plain, pick: Pick, never: bool, also: tuple[bool, bool]) -> Answer:
    """`also`: block, report."""
    peers = picked(plain, pick)
    for peer in peers:
        delete(plain, pick.me, peer, never)
        if also[0]:
            block(plain, pick.me, peer)
        if also[1]:
            plain.users[pick.me].reported.add(peer)
    until = time(plain.now + UNDO_WINDOW) if peers else None
    return {"__typename": "DeleteRequestsSuccess", "count": len(peers), "remaining": 0, "undoUntil": until}


def undo_together(plain: Plain, me: str, at: datetime) -> Answer:
    """The requests that were deleted then and not again since; never ends for those too that cannot return."""
    sides = [plain.side(me, peer) for peer in plain.peers(me) if plain.side(me, peer).deleted_at == at]
    undos = [(side, side.undo) for side in sides if side.undo]
    if not sides:
        return problem("NotFound")
    if any(undo.until <= plain.now for _, undo in undos):
        return problem("UndoExpired")
    for side, undo in undos:
        restore(side, undo)
    if plain.now < at + UNDO_WINDOW:
        for side in sides:
            side.is_never = False
    return {"__typename": "UndoDeleteSuccess", "count": len(undos)}
