"""The screens of each person, plainly."""

from tests.model import codes
from tests.model.facts import (
    ASKED,
    CLASSES,
    HIDDEN,
    INBOX,
    MOST_UNANSWERED,
    NOWHERE,
    REQUESTS,
    SENT,
    Plain,
    Side,
    User,
    time,
)
from tests.model.filtering import is_paused, shunned_names
from tests.model.obstacles import (
    messages_left,
    midnight,
    own_messages,
    pairs_left,
    refuse_by_own_facts,
    seconds_to_wait,
)
from tests.model.sending import audience, is_reachable, lands_open
from tests.model.sends import Send
from tests.model.threads import (
    SENDER_NOTICE,
    activity,
    folder,
    is_archived,
    is_muted,
    page,
    thread_as_seen,
    unread,
)

Screen = dict[str, object]
PASSING = ("RateLimited", "YouBlockedThisUser", "PendingLimitReached", "DailyLimitReached")
"""Obstacles that leave the button in its place."""


def screens(plain: Plain, me: str, peers: list[str]) -> Screen:
    """All that one who looks finds, with these peers."""
    return {
        "viewer": viewer(plain, me),
        "inbox": [{"peer": {"username": plain.shown(peer)}} for peer in listed(plain, me, INBOX, SENT)],
        "requests": requests(plain, me, "REQUESTS"),
        "hidden": requests(plain, me, "HIDDEN"),
        "archived": requests(plain, me, "ARCHIVED"),
        "sentRequests": [sent_request(plain, me, peer) for peer in listed(plain, me, SENT)],
        "nodes": [user(plain, me, peer) for peer in peers],
    }


def listed(plain: Plain, me: str, *places: str) -> list[str]:
    """The peers of the threads there, newest activity first."""
    found = [peer for peer in plain.peers(me) if plain.side(me, peer).place in places]
    shown = [peer for peer in found if not plain.blocks(me, peer)]
    return sorted(shown, key=lambda peer: activity(plain, me, peer), reverse=True)


def requests(plain: Plain, me: str, which: str) -> list[Screen]:
    peers = [peer for peer in listed(plain, me, *ASKED) if folder(plain, me, peer) == which]
    return [
        {
            "sender": {"username": plain.shown(peer)},
            "folder": which,
            "receivedAt": time(activity(plain, me, peer)[0]),
            "hiddenReasons": shown_reasons(plain.side(me, peer)),
            "firstContact": first_contact(plain, me, peer),
            "pendingMessages": [{"text": message.text} for message in plain.visible(me, peer)],
        }
        for peer in peers
    ]


def shown_reasons(side: Side) -> list[str]:
    """None in Requests: the user moved it there, whatever its messages match."""
    return sorted(side.reasons) if side.place == HIDDEN else []


def sent_request(plain: Plain, me: str, peer: str) -> Screen:
    mine = sum(message.sender == me for message in plain.thread(me, peer).messages)
    at = time(activity(plain, me, peer)[0])
    return {
        "recipient": {"username": plain.shown(peer)},
        "messagesLeft": MOST_UNANSWERED - mine,
        "sentAt": at,
    }


def user(plain: Plain, me: str, peer: str) -> Screen:
    shown = None
    if plain.side(me, peer).place != NOWHERE:
        shown = thread_as_seen(plain, me, peer) | {"messages": page(plain, me, peer)}
    return {
        "username": plain.shown(peer),
        "followsMe": plain.follows(peer, me),
        "followedByMe": plain.follows(me, peer),
        "blockedByMe": plain.blocks(me, peer),
        "blockedUntil": time(plain.users[me].block_ends.get(peer)),
        "messageability": messageability(plain, me, peer),
        "threadWithMe": shown,
    }


def messageability(plain: Plain, me: str, peer: str) -> Screen:
    """The outcome of a request that is sent now."""
    sent = Send("sendRequest", me, peer, "hello")
    obstacle = refuse_by_own_facts(plain, sent)
    if not obstacle and not is_reachable(plain, sent):
        obstacle = {"__typename": "RecipientUnavailable"}
    if obstacle:
        has_button = obstacle["__typename"] in PASSING
        return button("UNAVAILABLE", place(plain, me, peer) if has_button else None) | {
            "obstacle": {"__typename": obstacle["__typename"]}
        }
    if lands_open(plain, sent):
        return button("MESSAGE", place(plain, me, peer))
    left = MOST_UNANSWERED - own_messages(plain, sent)
    return button("REQUEST", place(plain, me, peer)) | {"messagesLeft": left, "notice": SENDER_NOTICE}


def button(action: str, place: str | None) -> Screen:
    return {"action": action, "place": place, "messagesLeft": None, "obstacle": None, "notice": None}


def place(plain: Plain, me: str, peer: str) -> str:
    return "MENU" if plain.follows(peer, me) and not plain.follows(me, peer) else "PROFILE"


def first_contact(plain: Plain, me: str, peer: str) -> Screen:
    mutual = [other for other in plain.users[me].follows if plain.follows(other, peer)]
    return {
        "mutualFollows": len(mutual),
        "deletedBefore": plain.side(me, peer).deletions,
        "followsMe": plain.follows(peer, me),
        "followedByMe": plain.follows(me, peer),
        "nameChangedAt": None,
        "similarTo": similar(plain, me, peer),
    }


ALIKE = {"carol": "bob", "bob": "carol"}


def similar(plain: Plain, me: str, peer: str) -> Screen | None:
    """The one who looks like the sender, if I know that one."""
    other = ALIKE.get(peer, me)
    if other == me or plain.users[other].is_erased or plain.blocks(me, other):
        return None
    knows = plain.follows(me, other) or plain.side(me, other).opened_at
    return {"username": other} if knows else None


def viewer(plain: Plain, me: str) -> Screen:
    user = plain.users[me]
    return {
        "dmAudience": audience(user),
        "readReceipts": user.receipts,
        "filterWords": user.words,
        "filterEntries": [
            {"word": name, "place": "NAME", "until": time(until)} for name, until in shunned_names(plain, me)
        ],
        "requestPause": pause(plain, me),
        "contactCodes": codes.listed(plain, me),
        "requestPolicy": {name: user.policy.get(name) for name in CLASSES},
        "badge": badge(plain, me),
        "standing": standing(plain, me),
        "reports": [{"state": "OPEN"}] * len(user.reported),
    }


def pause(plain: Plain, me: str) -> Screen | None:
    last = plain.users[me].pause
    if last is None:
        return None
    return {
        "since": time(last.since),
        "until": time(last.until),
        "isOn": is_paused(plain, me),
        "requestsHidden": last.count,
    }


def badge(plain: Plain, me: str) -> Screen:
    rings = [peer for peer in listed(plain, me, INBOX) if not is_muted(plain, plain.side(me, peer))]
    waiting = [peer for peer in listed(plain, me, REQUESTS) if not is_archived(plain, me, peer)]
    return {
        "pendingRequests": len(waiting),
        "unseenRequests": sum(is_unseen(plain, me, peer) for peer in waiting),
        "unreadThreads": sum(
            unread(plain, me, peer) > 0 or plain.side(me, peer).kept_unread_at is not None for peer in rings
        ),
    }


def is_unseen(plain: Plain, me: str, peer: str) -> bool:
    arrived, seen = plain.side(me, peer).arrived_at, plain.users[me].requests_seen_at
    return seen is None or (arrived is not None and arrived > seen)


def standing(plain: Plain, me: str) -> Screen:
    user = plain.users[me]
    found = {
        "MESSAGING_RESTRICTED": plain.restriction(me) is not None,
        "AGE_RESTRICTED": not user.is_grown_up,
        "PHONE_VERIFICATION_REQUIRED": not user.has_phone,
        "RATE_LIMITED": seconds_to_wait(plain, user) > 0,
    }
    obstacles = [{"code": code} for code, stands in found.items() if stands]
    return {
        "canSend": not obstacles,
        "obstacles": obstacles,
        "messagesLeftNow": messages_left(plain, user),
        "newPairsLeftToday": pairs_left(plain, user),
        "resetsAt": time(midnight(plain.now)),
        "warnings": [
            {"reason": one.reason, "at": time(one.at), "appeal": one.appeal and {"state": one.appeal}}
            for one in user.warnings
        ],
        "restriction": _restriction(user),
        "appeals": [{"state": one.appeal} for one in user.appeals],
    }


def _restriction(user: User) -> Screen | None:
    """Also when it is over."""
    found = user.restriction
    return (
        None
        if found is None
        else {
            "reason": found.reason,
            "until": found.until and time(found.until),
            "appeal": found.appeal and {"state": found.appeal},
        }
    )
