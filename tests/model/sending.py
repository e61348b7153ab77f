"""Section 4 of the behaviour, plainly: what a send answers, and what it leaves."""

from tests.model.facts import (
    ASKED,
    HIDDEN,
    INBOX,
    KEY_LIFETIME,
    NOWHERE,
    REQUESTS,
    SENT,
    Code,
    Kept,
    Message,
    Plain,
    Side,
    User,
    problem,
    time,
)
from tests.model.filtering import is_paused, reasons_of
from tests.model.obstacles import charge, is_open, refuse_by_own_facts, refuse_shape
from tests.model.sends import Answer, Send
from tests.model.threads import is_archived, thread_as_seen

UNAVAILABLE_TEXT = "Messages cannot be sent since this user isn't following you."


def send(plain: Plain, sent: Send) -> Answer:
    """The whole of section 4."""
    kept = plain.keys.get((sent.me, sent.key or ""))
    if kept and plain.now - kept.at < KEY_LIFETIME:
        return answer_again(plain, sent, kept) if kept.given == sent.given else problem("IdempotencyConflict")
    refusal = refuse_shape(plain, sent) or refuse_by_own_facts(plain, sent)
    spend_code(plain, sent, refusal)
    if refusal and not sent.is_let_in:
        return refusal
    charge(plain, sent)
    if not is_reachable(plain, sent):
        keep(plain, sent, None)
        return problem("RecipientUnavailable", message=UNAVAILABLE_TEXT)
    index = land(plain, sent)
    keep(plain, sent, index)
    return success(plain, sent, index)


def spend_code(plain: Plain, sent: Send, refusal: Answer | None) -> None:
    """A good one opens what is full, closed or pending else, and is spent by that alone."""
    code = good_code(plain, sent)
    is_full = refusal is not None and refusal["__typename"] == "PendingLimitReached"
    if code and (is_full or not (refusal or (is_reachable(plain, sent) and lands_open(plain, sent)))):
        code.used, sent.is_let_in = code.used + 1, True


def good_code(plain: Plain, sent: Send) -> Code | None:
    """Of a recipient who could accept this sender, and kept it not out."""
    if not sent.peer or sent.peer == sent.me:
        return None
    peer, side = plain.users[sent.peer], plain.side(sent.peer, sent.me)
    can_accept = peer.is_active and peer.is_grown_up and not plain.restriction(sent.peer)
    is_kept_out = plain.blocks(sent.peer, sent.me) or side.is_never
    found = [code for code in peer.codes if code.text == sent.code and plain.is_good(code)]
    return found[0] if found and can_accept and not is_kept_out else None


def keep(plain: Plain, sent: Send, message: int | None) -> None:
    if sent.key:
        plain.keys[sent.me, sent.key] = Kept(sent.given, plain.now, message)


def answer_again(plain: Plain, sent: Send, kept: Kept) -> Answer:
    if kept.message is None:
        return problem("RecipientUnavailable", message=UNAVAILABLE_TEXT)
    return success(plain, sent, kept.message)


def success(plain: Plain, sent: Send, index: int) -> Answer:
    message = plain.thread(sent.me, sent.peer).messages[index]
    is_seen = message.can_be_seen and index < plain.side(sent.me, sent.peer).seen
    shown = {"text": message.text, "sentAt": time(message.at), "isMine": True}
    return {
        "__typename": sent.mutation[0].upper() + sent.mutation[1:] + "Success",
        "thread": thread_as_seen(
            plain, sent.me, sent.peer, "state", "messagesLeftBeforeAccept", "pendingNotice"
        ),
        "sentMessage": shown | {"receipt": "SEEN" if is_seen else "SENT"},
    }


def peer_asked(plain: Plain, sent: Send) -> bool:
    """Whether the recipient waits for an answer of the sender."""
    messages = plain.thread(sent.me, sent.peer).messages
    return not is_open(plain, sent) and any(message.sender == sent.peer for message in messages)


def is_reachable(plain: Plain, sent: Send) -> bool:
    if not sent.peer or plain.users[sent.peer].is_erased:
        return False
    if sent.is_let_in or is_open(plain, sent) or peer_asked(plain, sent):
        return True
    peer = plain.users[sent.peer]
    return peer.is_active and peer.is_grown_up and audience_admits(plain, peer, sent.me)


def audience(user: User) -> str:
    return user.audience or ("PEOPLE_I_FOLLOW" if user.is_verified else "EVERYONE")


def audience_admits(plain: Plain, peer: User, me: str) -> bool:
    follows, followed = me in peer.follows, plain.follows(me, peer.name)
    admits = {"EVERYONE": True, "PEOPLE_I_FOLLOW": follows, "FRIENDS": follows and followed, "NO_ONE": False}
    return admits[audience(peer)]


def lands_open(plain: Plain, sent: Send) -> bool:
    is_free = is_open(plain, sent) or peer_asked(plain, sent) or plain.follows(sent.peer, sent.me)
    return sent.is_let_in or is_free


def land(plain: Plain, sent: Send) -> int:
    """Stores the message for both, as far as both get it; its index."""
    me, peer, thread = sent.me, sent.peer, plain.thread(sent.me, sent.peer)
    accepts, opens = peer_asked(plain, sent), lands_open(plain, sent)
    is_never = thread.sides[peer].is_never and not opens
    waits = thread.sides[peer].place in ASKED and not is_archived(plain, peer, me)
    sinks = plain.blocks(peer, me) or not plain.users[peer].is_grown_up or is_never
    both = plain.users[me].receipts and plain.users[peer].receipts
    thread.messages.append(Message(me, sent.text.strip(), plain.now, sinks, opens and both))
    thread.number = thread.number or 1 + max(other.number for other in plain.threads.values())
    if opens:
        thread.opened_at = thread.opened_at or plain.now
    if accepts:
        learn_of_accept(plain, peer, me)
    land_for_sender(thread.sides[me], opens, len(thread.messages))
    learn_of_opening(plain, thread.sides[me], opens)
    if not sinks:
        was_at = thread.sides[peer].place
        thread.sides[peer].seen = len(thread.messages) if opens and both else thread.sides[peer].seen
        land_for_recipient(plain, sent, opens, waits)
        tell_of(plain, sent, thread.messages[-1], was_at)
        learn_of_opening(plain, thread.sides[peer], opens)
    return len(thread.messages) - 1


def land_for_sender(side: Side, opens: bool, count: int) -> None:
    side.place, side.read, side.is_never = INBOX if opens else SENT, count, False
    side.kept_unread_at = None


def learn_of_opening(plain: Plain, side: Side, opens: bool) -> None:
    """By the first message that this side sees in the open thread."""
    if opens:
        side.opened_at = side.opened_at or plain.now


def land_for_recipient(plain: Plain, sent: Send, opens: bool, waits: bool) -> None:
    """`waits`: in Requests or Hidden; what is archived, or not there, may have to wait for the end of quiet time."""
    side = plain.side(sent.peer, sent.me)
    side.arrived_at = plain.now
    if side.place == NOWHERE:
        side.reasons, side.is_moved = set(), False
    if opens:
        side.place = INBOX
        return
    reasons = reasons_of(plain, sent)
    if not waits and is_paused(plain, sent.peer):
        side.is_moved = False
        reasons.add("PAUSED")
    side.reasons |= reasons
    side.place = HIDDEN if side.place == HIDDEN or (reasons and not side.is_moved) else REQUESTS


def tell_of(plain: Plain, sent: Send, message: Message, was_at: str) -> None:
    """The event that may ring the recipient's phone; a further message of a request changes the badge alone."""
    place = plain.side(sent.peer, sent.me).place
    if place == INBOX:
        plain.happens(sent.peer, "MESSAGE_ADDED", sent.me, message)
    elif place == REQUESTS:
        plain.happens(sent.peer, "REQUEST_RECEIVED", sent.me, message, notify=was_at != REQUESTS)


def learn_of_accept(plain: Plain, asker: str, accepter: str) -> None:
    """The asker's side opens; for one who blocks the accepter, after the unblock."""
    side = plain.side(asker, accepter)
    if plain.blocks(asker, accepter):
        side.is_owed = True
    else:
        side.place, side.opened_at, side.accepted_at, side.is_never = INBOX, plain.now, plain.now, False
        plain.happens(asker, "REQUEST_ACCEPTED", accepter)
