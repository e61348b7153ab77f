"""Section 6 of the behaviour, plainly: why a request goes to Hidden."""

from datetime import datetime

from tests.model.facts import ASKED, CLASSES, RECENT, YOUNG_REQUESTS, Plain
from tests.model.obstacles import is_young
from tests.model.sends import Send
from tests.model.threads import is_known_open

REASONS = {
    "slimy": "BANNED_WORD",
    "example.com": "LINK",
    "mail@example.org": "CONTACT_DETAILS",
    "crypto": "OWN_WORD",
}
"""The kind of a word of a text; an own word counts for users who chose it."""


SHOWN_AS = {"carol": "bob"}
"""The display name of users who pretend to be another; it is read as a filter word is."""


def reasons_of(plain: Plain, sent: Send) -> set[str]:
    words = sent.text.split()
    found = {reason for word, reason in REASONS.items() if word in words}
    if "crypto" not in plain.users[sent.peer].words:
        found.discard("OWN_WORD")
    sender = plain.users[sent.me]
    if is_young(plain, sender) and waiting(plain, sent) > YOUNG_REQUESTS:
        found.add("NEW_ACCOUNT")
    names = {sent.me, SHOWN_AS.get(sent.me)}
    if any(name in names for name, _ in shunned_names(plain, sent.peer)):
        found.add("OWN_WORD_NAME")
    if policy_hides(plain, sent):
        found.add("POLICY")
    return found


def shunned_names(plain: Plain, me: str) -> list[tuple[str, datetime | None]]:
    """Filter words for names that are on, with their ends."""
    return [(name, until) for name, until in plain.users[me].names if until is None or plain.now < until]


def is_paused(plain: Plain, me: str) -> bool:
    """By the clock, whether or not the end was told."""
    pause = plain.users[me].pause
    return pause is not None and pause.count is None and plain.now < pause.until


def policy_hides(plain: Plain, sent: Send) -> bool:
    """By the first class of the sender for which the recipient chose."""
    sender, recipient = plain.users[sent.me], plain.users[sent.peer]
    is_in = {
        "mutualFollows": any(plain.follows(one, sent.me) for one in recipient.follows),
        "recentAccounts": plain.now - sender.created_at < RECENT,
        "followers": plain.follows(sent.me, sent.peer),
        "unverified": not sender.is_verified,
        "strangers": True,
    }
    choices = [recipient.policy.get(name) for name in CLASSES if is_in[name]]
    return next((choice for choice in choices if choice), None) == "HIDDEN"


def waiting(plain: Plain, sent: Send) -> int:
    """The sender's requests that wait as the sender sees them, this one too."""
    others = [peer for peer in plain.peers(sent.me) if peer not in (sent.me, sent.peer)]
    return 1 + sum(seems_to_wait(plain, sent.me, peer) for peer in others)


def seems_to_wait(plain: Plain, me: str, peer: str) -> bool:
    thread, side = plain.thread(me, peer), plain.side(me, peer)
    has_asked = any(message.sender == me for message in thread.messages)
    return has_asked and not is_known_open(thread, side) and side.place not in ASKED
