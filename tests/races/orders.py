"""Whether the plain model explains what two people were answered: in some order of their calls, each at one moment.

The search of Wing and Gong: what ended before another call began comes before it; a state that was met with the same
calls left is not met again. A call of unknown outcome may have happened at any moment since it began, or never.
"""

import pickle
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import inf

from tests.model import requests, safety
from tests.model.facts import Plain, User
from tests.model.sending import send
from tests.model.sends import Send
from tests.model.threads import thread_as_seen

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
NAMES = ("alice", "bob")
SHOWN = ("state", "messagesLeftBeforeAccept", "unreadCount", "lastMessage")
HAPPENED = "happened"
"""The message of a success that could not be read."""

Answer = object


@dataclass(frozen=True)
class Call:
    """`answer`: None if no one knows whether it happened; then it never ended. Times in seconds of one clock."""

    me: str
    verb: str
    text: str
    begun: float
    ended: float
    answer: Answer

    def fits(self, answer: Answer) -> bool:
        """Whether the model's answer is what was told."""
        is_success = isinstance(answer, str) and answer.endswith("Success")
        return self.answer in (None, answer) or (self.answer == HAPPENED and is_success)


def unanswered(me: str, verb: str, text: str, begun: float) -> Call:
    """It may have happened."""
    return Call(me, verb, text, begun, inf, None)


def met() -> bytes:
    """Bob has a request of Alice's."""
    users = {name: User(name, NOW - timedelta(days=400)) for name in NAMES}
    return after(pickle.dumps(Plain(NOW, users)), Call("alice", "request", "Hello!", 0, 0, None))[0]


def after(state: bytes, call: Call) -> tuple[bytes, Answer]:
    """The state after the call, and its answer. No time passes, and no bucket or day is ever used up."""
    plain: Plain = pickle.loads(state)
    answer = _answer(plain, call)
    for user in plain.users.values():
        user.bucket_full_at, user.pairs = None, {}
    return pickle.dumps(plain), answer


def _answer(plain: Plain, call: Call) -> Answer:
    me = call.me
    peer = next(name for name in NAMES if name != me)
    match call.verb:
        case "look":
            seen = thread_as_seen(plain, me, peer, *SHOWN)
            return repr(seen) if plain.side(me, peer).place != "nowhere" else repr(None)
        case "request":
            return send(plain, Send("sendRequest", me, peer, call.text))["__typename"]
        case "reply":
            return send(plain, Send("sendMessage", me, peer, call.text))["__typename"]
    return _ACTS[call.verb](plain, me, peer)["__typename"]


_ACTS = {
    "accept": requests.accept,
    "delete": requests.delete,
    "undo": requests.undo,
    "block": safety.block,
    "unblock": safety.unblock,
    "follow": safety.follow,
    "unfollow": safety.unfollow,
}
VERBS = ("request", "reply", "look", *_ACTS)


def is_explained(calls: Sequence[Call], state: bytes) -> bool:
    """From this state on."""
    waiting: list[tuple[frozenset[Call], bytes]] = [(frozenset(calls), state)]
    known = set(waiting)
    while waiting:
        left, state = waiting.pop()
        if all(call.answer is None for call in left):
            return True
        end = min(call.ended for call in left)
        for call in left:
            if call.begun > end:
                continue
            then, answer = after(state, call)
            step = (left - {call}, then)
            if call.fits(answer) and step not in known:
                known.add(step)
                waiting.append(step)
    return False
