"""Between whom an act changes something: what those do who aim."""

from tests.model.facts import ASKED, NOWHERE, Plain
from tests.model.obstacles import refuse_by_own_facts
from tests.model.safety import open_appeals
from tests.model.sending import lands_open
from tests.model.sends import Send
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


def was_kept_quiet(plain: Plain, me: str, peer: str) -> bool:
    """A request that begins after the peer's quiet time may ring again."""
    sent = Send("sendRequest", me, peer, "hello")
    is_new = plain.side(peer, me).place == NOWHERE and not lands_open(plain, sent)
    return plain.users[peer].pause is not None and is_new and can_send(plain, me, peer)


def can_remind(plain: Plain, me: str, peer: str) -> bool:
    """With a further message of a request that waits."""
    return is_asked(plain, peer, me) and can_send(plain, me, peer)


def was_unwanted(plain: Plain, me: str, peer: str) -> bool:
    """A request that begins after the end of the peer's filter word for this one's name is hidden by it no more."""
    is_over_once = any(name == me and until is not None for name, until in plain.users[peer].names)
    is_pending = not lands_open(plain, Send("sendRequest", me, peer, "hello"))
    return is_over_once and is_pending and plain.side(peer, me).place == NOWHERE and can_send(plain, me, peer)


def waits_unfollowing(plain: Plain, me: str, peer: str) -> bool:
    """A follow that opens nothing, but shows on the card and in filters."""
    return is_asked(plain, peer, me) and not plain.follows(me, peer)


def is_screened(plain: Plain, me: str, peer: str) -> bool:
    """The peer chose something about senders, for a time or not, and this one's request is not open."""
    chose = bool(plain.users[peer].policy) or any(name == me for name, _ in plain.users[peer].names)
    return (
        chose and not lands_open(plain, Send("sendRequest", me, peer, "hello")) and can_send(plain, me, peer)
    )


def can_knock(plain: Plain, me: str, peer: str) -> bool:
    """With a code of the peer's, to what is not open: also at the cap, and where it must not open."""
    thread, refusal = (
        plain.thread(me, peer),
        refuse_by_own_facts(plain, Send("sendRequest", me, peer, "hello")),
    )
    is_allowed = refusal is None or refusal["__typename"] == "PendingLimitReached"
    return bool(plain.users[peer].codes) and thread.opened_at is None and is_allowed


def knocks_shut_out(plain: Plain, me: str, peer: str) -> bool:
    """That a code gets no one past a block or never is what these promise."""
    return can_knock(plain, me, peer) and (blocks(plain, peer, me) or plain.side(peer, me).is_never)


def knocks_at_open(plain: Plain, me: str, peer: str) -> bool:
    """That no use is spent is what a code promises to its user."""
    has_good = any(plain.is_good(code) for code in plain.users[peer].codes)
    is_open = lands_open(plain, Send("sendRequest", me, peer, "hello"))
    return has_good and is_open and can_send(plain, me, peer)


def has_codes(plain: Plain, me: str, peer: str) -> bool:
    return bool(plain.users[me].codes)


def is_kept_out(plain: Plain, me: str, peer: str) -> bool:
    """A message sinks, and a later read by the peer takes it along."""
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


def has_decision(plain: Plain, me: str, peer: str) -> bool:
    """Also what was appealed: that it cannot be twice is what is promised."""
    return plain.users[me].restriction is not None or bool(plain.users[me].warnings)


def has_appealed(plain: Plain, me: str, peer: str) -> bool:
    return bool(open_appeals(plain.users[me]))


def is_worth_restricting(plain: Plain, me: str, peer: str) -> bool:
    """A second restriction never shortens the first, and a request that the peer deleted does not come back."""
    return is_restricted(plain, me, peer) or has_deleted(plain, peer, me)
