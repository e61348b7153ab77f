"""Section 5 of the behaviour, plainly: accept, delete, undo, and keeping one's own side in order."""

from datetime import datetime

from tests.model.facts import (
    ASKED,
    HIDDEN,
    INBOX,
    NOWHERE,
    REQUESTS,
    UNDO_WINDOW,
    Plain,
    Side,
    Undo,
    problem,
    time,
)
from tests.model.obstacles import refuse_account
from tests.model.sending import learn_of_accept
from tests.model.sends import Answer
from tests.model.threads import thread_as_seen, unread
from tests.model.views import listed


def accept(plain: Plain, me: str, peer: str) -> Answer:
    side, thread = plain.side(me, peer), plain.thread(me, peer)
    if refusal := refuse_account(plain, me):
        return refusal
    if plain.blocks(me, peer):
        return problem("YouBlockedThisUser")
    if side.place not in (*ASKED, INBOX):
        return problem("NotFound")
    if side.place != INBOX:
        side.place, side.opened_at, side.accepted_at, side.is_never = INBOX, plain.now, plain.now, False
        if thread.opened_at is None:
            thread.opened_at = plain.now
            learn_of_accept(plain, peer, me)
    shown = thread_as_seen(plain, me, peer, "state", "openedAt", "unreadCount")
    return {"__typename": "AcceptSuccess", "thread": shown}


def delete(plain: Plain, me: str, peer: str, never: bool = False) -> Answer:
    side, thread = plain.side(me, peer), plain.thread(me, peer)
    if side.place == NOWHERE:
        return problem("NotFound")
    if never and side.place not in ASKED:
        return problem("InvalidInput", field="never")
    side.deletions += side.place in ASKED
    until = plain.now + UNDO_WINDOW
    side.deleted_at = plain.now
    side.undo = Undo(until, side.place, side.gone, set(side.reasons), side.is_moved)
    side.place, side.gone, side.is_never = NOWHERE, len(thread.messages), side.is_never or never
    side.kept_unread_at = None
    return {"__typename": "DeleteSuccess", "undoUntil": time(until)}


def undo(plain: Plain, me: str, peer: str) -> Answer:
    side, undo = plain.side(me, peer), plain.side(me, peer).undo
    if undo is None or plain.blocks(me, peer):
        return problem("NotFound")
    if undo.until <= plain.now:
        return problem("UndoExpired")
    restore(side, undo)
    return {"__typename": "UndoDeleteSuccess", "count": 1}


def restore(side: Side, undo: Undo) -> None:
    """It shares a folder with later messages, the recipient's choice of it first; a thread that opened stays open."""
    side.deletions -= undo.place in ASKED
    side.is_moved = side.is_moved or undo.is_moved
    if side.place != INBOX:
        came = side.reasons if side.place in ASKED else set()
        side.reasons = undo.reasons | came
        is_hidden = HIDDEN in (side.place, undo.place)
        side.place = undo.place if not is_hidden else REQUESTS if side.is_moved else HIDDEN
    side.gone, side.is_never, side.undo = undo.gone, False, None


def mark_read(plain: Plain, me: str, peer: str, index: int) -> Answer:
    """Up to the message of this index."""
    thread, side = plain.thread(me, peer), plain.side(me, peer)
    message = thread.messages[index]
    if side.place == NOWHERE or not any(message is other for other in plain.visible(me, peer)):
        return problem("NotFound")
    read_up_to(plain, me, peer, index)
    return {
        "__typename": "MarkReadSuccess",
        "thread": thread_as_seen(plain, me, peer, "unreadCount", "isMarkedUnread"),
    }


def read_up_to(plain: Plain, me: str, peer: str, index: int) -> None:
    """A message that this one sees."""
    thread, side = plain.thread(me, peer), plain.side(me, peer)
    side.read, side.kept_unread_at = max(side.read, index + 1), None
    both = plain.users[me].receipts and plain.users[peer].receipts
    if side.place == INBOX and both and not plain.blocks(me, peer) and not plain.blocks(peer, me):
        is_newest = thread.messages[index] is plain.visible(me, peer)[-1]
        seen = len(thread.messages) if is_newest else index + 1
        thread.sides[peer].seen = max(thread.sides[peer].seen, seen)


def mark_unread(plain: Plain, me: str, peer: str) -> Answer:
    side = plain.side(me, peer)
    if side.place != INBOX:
        return problem("NotFound")
    side.kept_unread_at = side.kept_unread_at or plain.now
    return {"__typename": "MarkUnreadSuccess", "thread": {"isMarkedUnread": True}}


def mark_threads_read(plain: Plain, me: str, as_of: datetime) -> Answer:
    """Each up to the newest message that had come by then, if one had; one kept unread since is left."""
    count = 0
    for peer in listed(plain, me, INBOX):
        side, messages = plain.side(me, peer), plain.thread(me, peer).messages
        kept_at = side.kept_unread_at
        came = [one for one in plain.visible(me, peer) if one.at <= as_of]
        if not (kept_at or unread(plain, me, peer)) or (kept_at and kept_at > as_of):
            continue
        index = next((place for place, one in enumerate(messages) if came and one is came[-1]), -1)
        if came and (kept_at or index >= side.read):
            read_up_to(plain, me, peer, index)
            count += 1
        elif kept_at:
            side.kept_unread_at = None
            count += 1
    return {"__typename": "MarkThreadsReadSuccess", "count": count, "remaining": 0}


def mark_requests_seen(plain: Plain, me: str, as_of: datetime) -> Answer:
    user = plain.users[me]
    user.requests_seen_at = max(user.requests_seen_at or as_of, as_of)
    return {"__typename": "MarkRequestsSeenSuccess"}


def mute(plain: Plain, me: str, peer: str, muted: bool, until: datetime | None) -> Answer:
    side = plain.side(me, peer)
    if side.place == NOWHERE:
        return problem("NotFound")
    side.is_muted, side.muted_until = muted, until
    return {"__typename": "MuteSuccess", "thread": {"isMuted": muted}}


def move(plain: Plain, me: str, peer: str) -> Answer:
    """Out of Hidden."""
    side = plain.side(me, peer)
    if side.place not in ASKED or plain.blocks(me, peer):
        return problem("NotFound")
    side.place, side.is_moved = REQUESTS, True
    return {"__typename": "MoveRequestSuccess", "request": {"hiddenReasons": []}}
