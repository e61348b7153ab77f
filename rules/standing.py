"""Whether an account may act at all: restriction, age, phone, in this order."""

from dataclasses import dataclass
from datetime import datetime

from rules.age import Birth, is_old_enough_to_send
from rules.policy import Policy
from rules.refusals import AgeRestricted, MessagingRestricted, PhoneVerificationRequired, ReportReason


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
