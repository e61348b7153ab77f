"""Between whom an act changes something: what those do who aim."""

from tests.model.facts import ASKED, NOWHERE, Plain
from tests.model.sending import Send, refuse_by_own_facts
from tests.model.threads import unread


def always(plain: Plain, me: str, peer: str) -> bool:
    return True


def can_send(plain: Plain, me: str, peer: str) -> bool:
    return refuse_by_own_facts(plain, Send("sendRequest", me, peer, "hello")) is None


def can_reply(plain: Plain, me: str, peer: str) -> bool:
    return (
        can_see(plain, me, peer)
        and refuse_by_own_facts(plain, Send("sendMessage", me, peer, "hello")) is None
    )


def is_kept_out(plain: Plain, me: str, peer: str) -> bool:
    """What is sent sinks, and a later read by the peer takes it along."""
    return can_reply(plain, me, peer) and plain.blocks(peer, me)


def can_see(plain: Plain, me: str, peer: str) -> bool:
    return plain.side(me, peer).place != NOWHERE


def is_asked(plain: Plain, me: str, peer: str) -> bool:
    return plain.side(me, peer).place in ASKED


def has_deleted(plain: Plain, me: str, peer: str) -> bool:
    """Also what cannot come back: that it does not is what a block or a restriction promises."""
    side = plain.side(me, peer)
    return side.undo is not None or (side.deleted_at is not None and side.place == NOWHERE)


def can_read(plain: Plain, me: str, peer: str) -> bool:
    """Also what cannot show as seen: that it does not is what a block promises."""
    thread = plain.thread(me, peer)
    rest = thread.messages[thread.sides[peer].seen :]
    return unread(plain, me, peer) > 0 or any(one.sender == peer and one.can_be_seen for one in rest)


def can_block(plain: Plain, me: str, peer: str) -> bool:
    """Also a thread that this one deleted: that an undo does not bring it back is what a block promises."""
    is_here = can_see(plain, me, peer) or has_deleted(plain, me, peer)
    return is_here and not blocks(plain, me, peer)


def blocks(plain: Plain, me: str, peer: str) -> bool:
    return plain.blocks(me, peer)


def follows(plain: Plain, me: str, peer: str) -> bool:
    return plain.follows(me, peer)


def is_restricted(plain: Plain, me: str, peer: str) -> bool:
    return plain.restriction(me) is not None


def has_appealed(plain: Plain, me: str, peer: str) -> bool:
    return bool(plain.users[me].appealed)


def is_worth_restricting(plain: Plain, me: str, peer: str) -> bool:
    """A second restriction never shortens the first, and a request that the peer deleted does not come back."""
    return is_restricted(plain, me, peer) or has_deleted(plain, peer, me)
