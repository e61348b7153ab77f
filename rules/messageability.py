"""The Message button: the result of a `sendRequest` to a user now, before anything is written."""

from dataclasses import dataclass
from enum import Enum

from rules.policy import PENDING_LIMIT
from rules.problems import (
    AgeRestricted,
    InvalidInput,
    MessagingRestricted,
    PhoneVerificationRequired,
    RecipientUnavailable,
    Refusal,
)


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
