"""Section 7 of the behaviour, plainly: what a thread shows to one of its two."""

from datetime import datetime

from tests.model.facts import (
    ARCHIVE_AFTER,
    ASKED,
    HIDDEN,
    INBOX,
    MOST_UNANSWERED,
    NOWHERE,
    SENT,
    Message,
    Plain,
    Side,
    Thread,
    time,
)

SENDER_NOTICE = "You can send up to 3 messages until this user accepts your message request."
RECIPIENT_NOTICE = "This account can send you up to 3 messages before you accept."


def place_shown(plain: Plain, me: str, peer: str) -> str:
    """Only a repeated send shows a deleted thread: by whether I know it to be open."""
    thread, side = plain.thread(me, peer), plain.side(me, peer)
    if side.place != NOWHERE:
        return side.place
    return INBOX if is_known_open(thread, side) else SENT


def is_known_open(thread: Thread, side: Side) -> bool:
    """A side that blocks the other one learns of an accept after the unblock."""
    return thread.opened_at is not None and not side.is_owed


def thread_as_seen(plain: Plain, me: str, peer: str, *fields: str) -> dict[str, object]:
    """These fields of it, or all."""
    thread, side, place = plain.thread(me, peer), plain.side(me, peer), place_shown(plain, me, peer)
    visible = plain.visible(me, peer)
    mine = sum(message.sender == me for message in thread.messages)
    notice = SENDER_NOTICE if place == SENT else RECIPIENT_NOTICE if place in ASKED else None
    shown: dict[str, object] = {
        "state": "OPEN" if place == INBOX else "PENDING",
        "messagesLeftBeforeAccept": MOST_UNANSWERED - mine if place == SENT else None,
        "pendingNotice": notice,
        "openedAt": time(side.opened_at) if place == INBOX else None,
        "unreadCount": unread(plain, me, peer),
        "isMarkedUnread": side.kept_unread_at is not None,
        "isMuted": is_muted(plain, side),
        "mutedUntil": time(side.muted_until) if is_muted(plain, side) else None,
        "lastMessage": {"text": visible[-1].text} if visible else None,
    }
    if visible:
        shown["startedByMe"] = visible[0].sender == me
    return {field: shown[field] for field in fields} if fields else shown


def unread(plain: Plain, me: str, peer: str) -> int:
    read = plain.thread(me, peer).messages[: plain.side(me, peer).read]
    fresh = [message for message in plain.visible(me, peer) if not is_in(message, read)]
    return sum(message.sender == peer for message in fresh)


def is_in(message: Message, messages: list[Message]) -> bool:
    return any(message is other for other in messages)


def page(plain: Plain, me: str, peer: str) -> list[dict[str, object]]:
    """All messages, newest first."""
    messages, seen = plain.thread(me, peer).messages, plain.side(me, peer).seen
    return [
        {
            "text": message.text,
            "sentAt": time(message.at),
            "isMine": message.sender == me,
            "receipt": "SEEN"
            if message.sender == me and message.can_be_seen and is_in(message, messages[:seen])
            else "SENT",
        }
        for message in reversed(plain.visible(me, peer))
    ]


def activity(plain: Plain, me: str, peer: str) -> tuple[datetime, int]:
    """The last message that I could see, or the accept; on a tie the one that began earlier comes second."""
    thread, accepted_at = plain.thread(me, peer), plain.side(me, peer).accepted_at
    times = [message.at for message in thread.messages if message.sender == me or not message.is_sunk]
    return max([*times, *([accepted_at] if accepted_at else [])]), thread.number


def is_archived(plain: Plain, me: str, peer: str) -> bool:
    return plain.now - activity(plain, me, peer)[0] > ARCHIVE_AFTER


def folder(plain: Plain, me: str, peer: str) -> str:
    if is_archived(plain, me, peer):
        return "ARCHIVED"
    return "HIDDEN" if plain.side(me, peer).place == HIDDEN else "REQUESTS"


def is_muted(plain: Plain, side: Side) -> bool:
    """By the clock."""
    return side.is_muted and (side.muted_until is None or plain.now < side.muted_until)
