"""Sections 4 and 6 of the behaviour, plainly: what a send answers, and what it leaves."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from tests.model.facts import (
    ASKED,
    BUCKET,
    CLASSES,
    HIDDEN,
    INBOX,
    KEY_LIFETIME,
    MESSAGE_LENGTH,
    MOST_UNANSWERED,
    NEW_PAIRS,
    NEW_PAIRS_YOUNG,
    NOWHERE,
    RECENT,
    REFILL,
    REQUEST_LENGTH,
    REQUESTS,
    SENT,
    YOUNG,
    YOUNG_REQUESTS,
    Code,
    Kept,
    Message,
    Plain,
    Side,
    User,
    problem,
    time,
)
from tests.model.threads import is_known_open, thread_as_seen

SECOND = timedelta(seconds=1)
REASONS = {
    "slimy": "BANNED_WORD",
    "example.com": "LINK",
    "mail@example.org": "CONTACT_DETAILS",
    "crypto": "OWN_WORD",
}
"""What a word of a text is; an own word counts for those who chose it."""
LIMIT_TEXT = "You can send up to 3 messages until this user accepts your message request."
UNAVAILABLE_TEXT = "Messages cannot be sent since this user isn't following you."

Answer = dict[str, object]


@dataclass
class Send:
    """`mutation` is sendRequest or sendMessage; `peer` "" is a user whom there is not.

    `is_let_in`: a contact code opens the thread.
    """

    mutation: str
    me: str
    peer: str
    text: str
    key: str | None = None
    code: str | None = None
    is_let_in: bool = False

    @property
    def given(self) -> tuple[str | None, ...]:
        """What makes two sends the same input."""
        return self.mutation, self.peer, self.text.strip(), self.code


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


def refuse_shape(plain: Plain, sent: Send) -> Answer | None:
    place = plain.side(sent.me, sent.peer).place if sent.peer else NOWHERE
    is_request = sent.mutation == "sendRequest" or place == SENT
    text = sent.text.strip()
    if not 0 < len(text) <= (REQUEST_LENGTH if is_request else MESSAGE_LENGTH):
        return problem("InvalidInput", field="text")
    if sent.peer == sent.me:
        return problem("InvalidInput", field="recipientId")
    if sent.mutation == "sendMessage" and place == NOWHERE:
        return problem("NotFound")
    return None


def refuse_account(plain: Plain, me: str) -> Answer | None:
    """What accepting is refused for as well."""
    if standing := plain.restriction(me):
        return problem("MessagingRestricted", until=time(standing.until), restrictionReason=standing.reason)
    return None if plain.users[me].is_grown_up else problem("AgeRestricted")


def refuse_by_own_facts(plain: Plain, sent: Send) -> Answer | None:
    user = plain.users[sent.me]
    if refusal := refuse_account(plain, sent.me):
        return refusal
    if not user.has_phone:
        return problem("PhoneVerificationRequired")
    if wait := seconds_to_wait(plain, user):
        return problem("RateLimited", retryAfterSeconds=wait)
    if sent.peer in user.blocks:
        return problem("YouBlockedThisUser")
    if not is_open(plain, sent) and own_messages(plain, sent) >= MOST_UNANSWERED:
        return problem("PendingLimitReached", limit=MOST_UNANSWERED, message=LIMIT_TEXT)
    if costs_a_pair(plain, sent) and pairs_left(plain, user) == 0:
        return problem("DailyLimitReached", limit=most_pairs(plain, user), resetsAt=time(midnight(plain.now)))
    return None


def over(plain: Plain, user: User) -> timedelta:
    """How long the bucket still needs to be full."""
    return max(timedelta(), (user.bucket_full_at or plain.now) - plain.now)


def seconds_to_wait(plain: Plain, user: User) -> int:
    return max(0, ceil((over(plain, user) - REFILL * (BUCKET - 1)) / SECOND))


def messages_left(plain: Plain, user: User) -> int:
    return max(0, (REFILL * BUCKET - over(plain, user)) // REFILL)


def is_young(plain: Plain, user: User) -> bool:
    return plain.now - user.created_at < YOUNG


def most_pairs(plain: Plain, user: User) -> int:
    return NEW_PAIRS_YOUNG if is_young(plain, user) else NEW_PAIRS


def pairs_left(plain: Plain, user: User) -> int:
    return max(0, most_pairs(plain, user) - user.pairs.get(str(plain.now.date()), 0))


def midnight(now: datetime) -> datetime:
    return now.replace(hour=0, minute=0, second=0) + timedelta(days=1)


def is_open(plain: Plain, sent: Send) -> bool:
    return bool(sent.peer) and plain.thread(sent.me, sent.peer).opened_at is not None


def own_messages(plain: Plain, sent: Send) -> int:
    """Ever sent to this one."""
    messages = plain.thread(sent.me, sent.peer).messages if sent.peer else []
    return sum(message.sender == sent.me for message in messages)


def costs_a_pair(plain: Plain, sent: Send) -> bool:
    is_new = own_messages(plain, sent) == 0 and not is_open(plain, sent)
    return sent.mutation == "sendRequest" and is_new


def charge(plain: Plain, sent: Send) -> None:
    user = plain.users[sent.me]
    user.bucket_full_at = plain.now + over(plain, user) + REFILL
    if costs_a_pair(plain, sent):
        user.pairs[str(plain.now.date())] = user.pairs.get(str(plain.now.date()), 0) + 1


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
        land_for_recipient(plain, sent, opens)
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


def land_for_recipient(plain: Plain, sent: Send, opens: bool) -> None:
    side = plain.side(sent.peer, sent.me)
    side.arrived_at = plain.now
    if side.place == NOWHERE:
        side.reasons, side.is_moved = set(), False
    if opens:
        side.place = INBOX
        return
    reasons = reasons_of(plain, sent)
    if side.place not in ASKED and is_paused(plain, sent.peer):
        reasons.add("PAUSED")
    if side.place == HIDDEN or (reasons and not side.is_moved):
        side.place = HIDDEN
        side.reasons |= reasons
    else:
        side.place = REQUESTS


def tell_of(plain: Plain, sent: Send, message: Message, was_at: str) -> None:
    """What the recipient's phone may ring for; a further message of a request changes the badge alone."""
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


def reasons_of(plain: Plain, sent: Send) -> set[str]:
    words = sent.text.split()
    found = {reason for word, reason in REASONS.items() if word in words}
    if "crypto" not in plain.users[sent.peer].words:
        found.discard("OWN_WORD")
    sender = plain.users[sent.me]
    if is_young(plain, sender) and waiting(plain, sent) > YOUNG_REQUESTS:
        found.add("NEW_ACCOUNT")
    if any(name == sent.me for name, _ in shunned_names(plain, sent.peer)):
        found.add("OWN_WORD_NAME")
    if policy_hides(plain, sent):
        found.add("POLICY")
    return found


def shunned_names(plain: Plain, me: str) -> list[tuple[str, datetime | None]]:
    """Filter words for names that are on, with their ends."""
    return [(name, until) for name, until in plain.users[me].names if until is None or plain.now < until]


def is_paused(plain: Plain, me: str) -> bool:
    """By the clock, whether or not the end was told."""
    pause = plain.users[me].pause
    return pause is not None and pause.count is None and plain.now < pause.until


def policy_hides(plain: Plain, sent: Send) -> bool:
    """By the first class of the sender for which the recipient chose."""
    sender, recipient = plain.users[sent.me], plain.users[sent.peer]
    is_in = {
        "mutualFollows": any(plain.follows(one, sent.me) for one in recipient.follows),
        "recentAccounts": plain.now - sender.created_at < RECENT,
        "followers": plain.follows(sent.me, sent.peer),
        "unverified": not sender.is_verified,
        "strangers": True,
    }
    choices = [recipient.policy.get(name) for name in CLASSES if is_in[name]]
    return next((choice for choice in choices if choice), None) == "HIDDEN"


def waiting(plain: Plain, sent: Send) -> int:
    """The sender's requests that wait as the sender sees them, this one too."""
    others = [peer for peer in plain.peers(sent.me) if peer not in (sent.me, sent.peer)]
    return 1 + sum(seems_to_wait(plain, sent.me, peer) for peer in others)


def seems_to_wait(plain: Plain, me: str, peer: str) -> bool:
    thread, side = plain.thread(me, peer), plain.side(me, peer)
    has_asked = any(message.sender == me for message in thread.messages)
    return has_asked and not is_known_open(thread, side) and side.place not in ASKED
