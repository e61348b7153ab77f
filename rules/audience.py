"""Who may start a thread with a user."""

from enum import IntEnum


class Audience(IntEnum):
    """The user's own choice; `None` beside it means never chosen."""

    EVERYONE = 0
    PEOPLE_I_FOLLOW = 1
    FRIENDS = 2
    NO_ONE = 3


def effective_audience(
    chosen: Audience | None, *, is_verified: bool, default_if_verified: Audience
) -> Audience:
    """The choice, or the default of a verified or any other account (behaviour 3.6, 3.7)."""
    if chosen is not None:
        return chosen
    return default_if_verified if is_verified else Audience.EVERYONE


def admits(audience: Audience, *, follows_sender: bool, followed_by_sender: bool) -> bool:
    """Whether the audience lets this sender start; `follows_sender`: the recipient follows the sender."""
    match audience:
        case Audience.EVERYONE:
            return True
        case Audience.PEOPLE_I_FOLLOW:
            return follows_sender
        case Audience.FRIENDS:
            return follows_sender and followed_by_sender
        case Audience.NO_ONE:
            return False
