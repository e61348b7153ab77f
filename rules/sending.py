"""The one decision of every send: whether it may go, what the sender sees, what the recipient gets; and the button."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import Enum

from rules.eligibility import (
    Account,
    Birth,
    admits,
    effective_audience,
    is_old_enough_to_receive,
    refuse_sending,
    seconds_to_wait,
)
from rules.filtering.reasons import NONE, HiddenReason
from rules.policy import PENDING_LIMIT, Audience, Policy
from rules.problems import (
    AgeRestricted,
    DailyLimitReached,
    InvalidInput,
    MessagingRestricted,
    PendingLimitReached,
    PhoneVerificationRequired,
    RateLimited,
    RecipientUnavailable,
    Refusal,
    YouBlockedThisUser,
)


@dataclass(frozen=True, slots=True)
class Sender:
    """The sender's own facts; they reveal no fact of the recipient.

    `unaccepted`: all messages to this recipient that no accept followed; `may_cost_a_pair`: the send
    names a user to whom the sender has no stored message yet.
    """

    account: Account
    bucket_full_at: datetime
    blocks_recipient: bool
    unaccepted: int
    may_cost_a_pair: bool
    pairs_today: int

    def costs_a_pair(self, *, is_open: bool) -> bool:
        """Whether a send that passes the own facts costs a new pair of the day too; `is_open`: the thread is open."""
        return self.may_cost_a_pair and not is_open


@dataclass(frozen=True, slots=True)
class Recipient:
    """The facts that the reachability bit and the landing read; `age_share` as in `is_old_enough_to_receive`."""

    is_active: bool
    is_erased: bool
    is_verified: bool
    birth: Birth
    audience: Audience | None
    age_share: float


@dataclass(frozen=True, slots=True)
class Ties:
    """Facts of the pair that the sender may notice; `has_asked`: the recipient has sent unaccepted messages."""

    is_open: bool
    has_asked: bool
    recipient_follows: bool
    sender_follows: bool


@dataclass(frozen=True, slots=True)
class Pair(Ties):
    """All facts of the pair, with those that the sender may not notice.

    `code_id`: a good contact code of the recipient that the send carries, 0 for none.
    """

    recipient_blocks: bool
    recipient_said_never: bool
    code_id: int = 0


@dataclass(slots=True)
class Landing:
    """Two separate verdicts: `is_open` is what the sender sees, `is_sunk` what the recipient gets.

    `accepts`: the send answers a request of the recipient and accepts it. `reasons` hide a pending one. `code_id`: the
    contact code that opens the thread, and of which this spends a use; 0 if it opens for another reason, or not.
    """

    is_open: bool
    is_sunk: bool
    accepts: bool
    reasons: HiddenReason = NONE
    code_id: int = 0


def decide_send(
    sender: Sender, recipient: Recipient | None, pair: Pair, now: datetime, policy: Policy
) -> Refusal | Landing:
    """Checks own facts in their order, then the reachability bit, then the landing (behaviour 4).

    `recipient` None: there is no such user. `RecipientUnavailable` is the one refusal that is charged. A good code
    opens a thread that would be pending, or a send that the cap or the audience would refuse; any other is ignored.
    """
    usual = _decide_without_code(sender, recipient, pair, now, policy)
    if not pair.code_id:
        return usual
    is_closed = isinstance(usual, PendingLimitReached | RecipientUnavailable) or (
        isinstance(usual, Landing) and not usual.is_open
    )
    if is_closed and recipient and _may_open(recipient, pair, now, policy):
        return Landing(is_open=True, is_sunk=False, accepts=False, code_id=pair.code_id)
    return usual


def _may_open(recipient: Recipient, pair: Pair, now: datetime, policy: Policy) -> bool:
    """Whether a code may open the thread: the recipient's own decision on this sender takes precedence."""
    is_old_enough = is_old_enough_to_receive(recipient.birth, now, policy, recipient.age_share)
    is_shut_out = pair.recipient_blocks or pair.recipient_said_never
    return recipient.is_active and is_old_enough and not is_shut_out


def _decide_without_code(
    sender: Sender, recipient: Recipient | None, pair: Pair, now: datetime, policy: Policy
) -> Refusal | Landing:
    refusal = refuse_by_own_facts(sender, now, policy, is_open=pair.is_open)
    if refusal or recipient is None:
        return refusal or RecipientUnavailable()
    is_open = decide_view(recipient, pair, now, policy)
    if isinstance(is_open, RecipientUnavailable):
        return is_open
    # A stranger who is reachable is old enough.
    is_too_young = (pair.is_open or pair.has_asked) and not is_old_enough_to_receive(
        recipient.birth, now, policy, recipient.age_share
    )
    is_sunk = pair.recipient_blocks or is_too_young or (pair.recipient_said_never and not is_open)
    return Landing(is_open, is_sunk, accepts=pair.has_asked and not pair.is_open)


def refuse_by_own_facts(sender: Sender, now: datetime, policy: Policy, *, is_open: bool) -> Refusal | None:
    """The refusal by the sender's own facts; `is_open`: the pair's thread is open."""
    if refusal := refuse_sending(sender.account, now, policy):
        return refusal
    if seconds := seconds_to_wait(sender.bucket_full_at, now, policy):
        return RateLimited(seconds)
    if sender.blocks_recipient:
        return YouBlockedThisUser()
    if not is_open and sender.unaccepted >= PENDING_LIMIT:
        return PendingLimitReached(PENDING_LIMIT)
    limit = pairs_limit(sender.account, now, policy)
    if sender.costs_a_pair(is_open=is_open) and sender.pairs_today >= limit:
        return DailyLimitReached(limit, next_midnight(now))
    return None


def decide_view(
    recipient: Recipient, ties: Ties, now: datetime, policy: Policy
) -> bool | RecipientUnavailable:
    """Whether an allowed send is shown as open or as pending; or the reachability bit refuses it."""
    if recipient.is_erased or not (
        ties.is_open or ties.has_asked or _is_reachable(recipient, ties, now, policy)
    ):
        return RecipientUnavailable()
    return ties.is_open or ties.has_asked or ties.recipient_follows


def pairs_limit(account: Account, now: datetime, policy: Policy) -> int:
    """New pairs a UTC day: fewer for a young account."""
    is_young = now - account.created_at < policy.young_account
    return policy.new_pairs_a_day_young if is_young else policy.new_pairs_a_day


def next_midnight(now: datetime) -> datetime:
    """When the day's quota is full again: the next midnight, UTC."""
    return datetime.combine(now.date() + timedelta(days=1), time(), UTC)


def _is_reachable(recipient: Recipient, ties: Ties, now: datetime, policy: Policy) -> bool:
    audience = effective_audience(
        recipient.audience, is_verified=recipient.is_verified, default_if_verified=policy.verified_audience
    )
    return (
        recipient.is_active
        and is_old_enough_to_receive(recipient.birth, now, policy, recipient.age_share)
        and admits(audience, follows_sender=ties.recipient_follows, followed_by_sender=ties.sender_follows)
    )


KEY_LENGTH = 64


def fingerprint(*input: str) -> str:
    """Covers mutation, target, trimmed text, and a code if there is one. Equal for equal inputs only."""
    parts = [part.encode("utf-8", "surrogatepass") for part in input]
    return hashlib.sha256(b"\xff".join(parts)).hexdigest()


class MessageAction(Enum):
    """The action of the button."""

    MESSAGE = "MESSAGE"
    REQUEST = "REQUEST"
    UNAVAILABLE = "UNAVAILABLE"


class ButtonPlace(Enum):
    """The position of the button."""

    PROFILE = "PROFILE"
    MENU = "MENU"


_NO_BUTTON = (
    InvalidInput,
    MessagingRestricted,
    AgeRestricted,
    PhoneVerificationRequired,
    RecipientUnavailable,
)
"""Refusals that a wait, an accept or an unblock by the viewer does not end."""


@dataclass(frozen=True, slots=True)
class Messageability:
    """`messages_left` where a send would be pending; `refusal` where it would be refused."""

    action: MessageAction
    messages_left: int | None = None
    refusal: Refusal | None = None


def messageability(verdict: Refusal | bool, unaccepted: int) -> Messageability:
    """`verdict`: the refusal of a send, or whether it would be shown as open."""
    if verdict is True:
        return Messageability(MessageAction.MESSAGE)
    if verdict is False:
        return Messageability(MessageAction.REQUEST, messages_left=PENDING_LIMIT - unaccepted)
    return Messageability(MessageAction.UNAVAILABLE, refusal=verdict)


def button_place(refusal: Refusal | None, *, follows_me: bool, followed_by_me: bool) -> ButtonPlace | None:
    """In the menu for users who only follow the viewer; None: no button."""
    if isinstance(refusal, _NO_BUTTON):
        return None
    return ButtonPlace.MENU if follows_me and not followed_by_me else ButtonPlace.PROFILE
