"""The sender's own facts of section 4: the causes that refuse a send to any recipient, and what it costs."""

from datetime import datetime, timedelta
from math import ceil

from tests.model.facts import (
    BUCKET,
    MESSAGE_LENGTH,
    MOST_UNANSWERED,
    NEW_PAIRS,
    NEW_PAIRS_YOUNG,
    NOWHERE,
    REFILL,
    REQUEST_LENGTH,
    SENT,
    YOUNG,
    Plain,
    User,
    problem,
    time,
)
from tests.model.sends import Answer, Send

SECOND = timedelta(seconds=1)
LIMIT_TEXT = "You can send up to 3 messages until this user accepts your message request."


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
    """The causes for which accepting is refused too."""
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
