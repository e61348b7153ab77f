"""The recipient's own policy: requests of which classes of senders go to Hidden (behaviour 6)."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from operator import attrgetter
from typing import Self

from rules.filtering.reasons import NONE, HiddenReason
from rules.policy import Policy


class Destination(Enum):
    """The folder for the requests of a class."""

    REQUESTS = "Requests"
    HIDDEN = "Hidden"


_CHOICES = (None, Destination.REQUESTS, Destination.HIDDEN)
_CLASSES = ("mutual_follows", "recent_accounts", "followers", "unverified", "strangers")
_in_order = attrgetter(*_CLASSES)


@dataclass(frozen=True, slots=True)
class SenderClasses:
    """Whether a sender is in each class, in the order in which the classes decide."""

    mutual_follows: bool
    recent_accounts: bool
    followers: bool
    unverified: bool
    strangers: bool = True


@dataclass(frozen=True, slots=True)
class RequestPolicy:
    """A choice for each class, in the same order; None: the class decides nothing."""

    mutual_follows: Destination | None = None
    recent_accounts: Destination | None = None
    followers: Destination | None = None
    unverified: Destination | None = None
    strangers: Destination | None = None

    @property
    def number(self) -> int:
        """The stored form: a digit of base 3 for each class, the first one lowest."""
        return sum(_CHOICES.index(choice) * 3**place for place, choice in enumerate(_in_order(self)))

    @classmethod
    def of(cls, number: int) -> Self:
        """From the stored form."""
        return cls(*(_CHOICES[number // 3**place % 3] for place in range(len(_CLASSES))))

    def destination(self, sender: SenderClasses) -> Destination:
        """That of the sender's first class with a choice; Requests if there is none."""
        choices = zip(_in_order(self), _in_order(sender), strict=True)
        return next((choice for choice, is_in in choices if choice and is_in), Destination.REQUESTS)


@dataclass(frozen=True, slots=True)
class SenderTies:
    """The sender's public facts that put it into classes."""

    account_created_at: datetime
    is_verified: bool
    follows_recipient: bool
    has_mutual_follows: bool

    def classes(self, now: datetime, policy: Policy) -> SenderClasses:
        """An account is recent while it is younger than `Policy.recent_account`."""
        return SenderClasses(
            mutual_follows=self.has_mutual_follows,
            recent_accounts=now - self.account_created_at < policy.recent_account,
            followers=self.follows_recipient,
            unverified=not self.is_verified,
        )


def policy_reasons(number: int, sender: SenderTies, now: datetime, policy: Policy) -> HiddenReason:
    """POLICY if the recipient's policy, in its stored form, puts this sender's requests into Hidden."""
    if not number:
        return NONE
    destination = RequestPolicy.of(number).destination(sender.classes(now, policy))
    return HiddenReason.POLICY if destination is Destination.HIDDEN else NONE
