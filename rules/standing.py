"""Whether an account may act at all: restriction, age, phone, in this order."""

from dataclasses import dataclass
from datetime import datetime

from rules.age import Birth, is_old_enough_to_send
from rules.bucket import seconds_to_wait
from rules.policy import Policy
from rules.refusals import (
    AgeRestricted,
    MessagingRestricted,
    PhoneVerificationRequired,
    RateLimited,
    ReportReason,
)


@dataclass(frozen=True, slots=True)
class Account:
    """The own facts; `restriction` is the reason of the last one, `restricted_until` its end if any."""

    birth: Birth
    phone_verified: bool
    created_at: datetime
    restriction: ReportReason | None
    restricted_until: datetime | None


def refuse_restricted(account: Account, now: datetime) -> MessagingRestricted | None:
    """A moderator's limit that still stands (behaviour 8)."""
    if account.restriction is None or (
        account.restricted_until is not None and account.restricted_until <= now
    ):
        return None
    return MessagingRestricted(account.restricted_until, account.restriction)


def refuse_accepting(
    account: Account, now: datetime, policy: Policy
) -> MessagingRestricted | AgeRestricted | None:
    """Accepting needs no phone."""
    if restricted := refuse_restricted(account, now):
        return restricted
    return None if is_old_enough_to_send(account.birth, now, policy) else AgeRestricted()


def refuse_sending(
    account: Account, now: datetime, policy: Policy
) -> MessagingRestricted | AgeRestricted | PhoneVerificationRequired | None:
    """What stands between this account and any send, to whomever."""
    if refusal := refuse_accepting(account, now, policy):
        return refusal
    return PhoneVerificationRequired() if policy.phone_required and not account.phone_verified else None


def obstacles(
    account: Account, bucket_full_at: datetime, now: datetime, policy: Policy
) -> list[MessagingRestricted | AgeRestricted | PhoneVerificationRequired | RateLimited]:
    """All that a send to whomever would meet now, in the order in which it is asked; none: it may go out."""
    restricted = refuse_restricted(account, now)
    is_young = not is_old_enough_to_send(account.birth, now, policy)
    lacks_phone = policy.phone_required and not account.phone_verified
    seconds = seconds_to_wait(bucket_full_at, now, policy)
    found = (
        restricted,
        AgeRestricted() if is_young else None,
        PhoneVerificationRequired() if lacks_phone else None,
        RateLimited(seconds) if seconds else None,
    )
    return [one for one in found if one]


def outlasts(account: Account, until: datetime | None, now: datetime) -> bool:
    """Whether a restriction until then goes beyond what stands: a later one never shortens it."""
    standing = refuse_restricted(account, now)
    if standing is None:
        return True
    return standing.until is not None and (until is None or until > standing.until)
