"""One sender's script in worlds that differ in one private fact of the recipient: all that is seen is equal."""

from typing import Any

import pytest

from tests.blindness.sender import Fact, Step
from tests.blindness.worlds import Play, differences
from tests.databases import Source


def _request(text: str, whom: str = "$bob", **more: str) -> Step:
    return "sendRequest", {"input": {"recipientId": whom, "text": text, **more}}


def _send(text: str, **more: str) -> Step:
    return "sendMessage", {"input": {"threadId": "$thread", "text": text, **more}}


LOOK: tuple[Step, ...] = (
    ("inbox", {}),
    ("sentRequests", {}),
    ("requests", {}),
    ("user", {"username": "bob"}),
    ("thread", {"id": "$thread", "first": 2}),
    ("thread", {"id": "$thread", "last": 2}),
    ("node", {"id": "$thread"}),
    ("node", {"id": "$message"}),
    ("nodes", {"ids": ["$thread", "$message", "$bob", "$start"]}),
    ("viewer", {}),
    ("requestInsights", {}),
    ("draftHints", {"text": "one"}),
    ("exportMyData", {}),
)
OWN_ACTS: tuple[Step, ...] = (
    ("markRead", {"input": {"threadId": "$thread", "upTo": "$message"}}),
    ("follow", {"input": {"userId": "$bob"}}),
    ("user", {"username": "bob"}),
    ("unfollow", {"input": {"userId": "$bob"}}),
    ("accept", {"input": {"requestId": "$thread"}}),
    ("report", {"input": {"subjectId": "$thread", "reason": "SPAM"}}),
    ("updateReadReceipts", {"input": {"enabled": True}}),
    ("block", {"input": {"userId": "$bob"}}),
    _request("while I block"),
    ("inbox", {}),
    ("unblock", {"input": {"userId": "$bob"}}),
    ("delete", {"input": {"id": "$thread"}}),
    ("inbox", {}),
    ("node", {"id": "$message"}),
    ("undoDelete", {"input": {"id": "$thread"}}),
)

PENDING = Play(
    before=(),
    script=(
        0,
        _request("one", clientKey="a"),
        _request("two"),
        1,
        *LOOK,
        ("node", {"id": "$sentRequest"}),
        _request("three"),
        2,
        _request("one", clientKey="a"),
        _request("another", clientKey="a"),
        _request("four"),
        _send("four"),
        *LOOK,
        3,
        _request("five", clientKey="b"),
        ("sentRequests", {"first": 1, "after": "$edge"}),
        ("inbox", {"after": "$edge"}),
        _request("to carol", whom="$carol"),
        ("inbox", {"first": 1}),
        *OWN_ACTS,
        *LOOK,
    ),
)
WHILE_PENDING: dict[str, Fact] = {
    "looked at": {1: ["bob looks alice"]},
    "deleted": {1: ["bob deletes alice"]},
    "deleted again and again": {1: ["bob deletes alice"], 2: ["bob deletes alice"]},
    "deleted with never": {1: ["bob shuns alice"]},
    "deleted, undone": {1: ["bob deletes alice", "bob undoes alice"]},
    "deleted with never, undone late": {1: ["bob shuns alice"], 3: ["bob undoes alice"]},
    "deleted in bulk": {1: ["bob sweeps alice"], 2: ["bob sweeps alice"]},
    "deleted in bulk with never, undone late": {1: ["bob shuns-all alice"], 3: ["bob undoes-sweep alice"]},
    "deleted in bulk, blocked and reported": {1: ["bob purges alice"], 3: ["bob unblocks alice"]},
    "blocked from the start": {0: ["bob blocks alice"]},
    "blocked": {1: ["bob blocks alice"]},
    "blocked, then unblocked": {1: ["bob blocks alice"], 2: ["bob unblocks alice"]},
    "blocked from the start, unblocked late": {0: ["bob blocks alice"], 3: ["bob unblocks alice"]},
    "reported and blocked": {1: ["bob reports alice"]},
    "hidden from the start": {0: ["bob filters alice"]},
    "hidden by a later message": {1: ["bob filters alice"]},
    "hidden, then moved": {0: ["bob filters alice"], 1: ["bob moves alice"]},
    "hidden, then deleted": {0: ["bob filters alice"], 1: ["bob deletes alice"]},
    "hidden": {1: ["bob hides alice"]},
    "muted": {1: ["bob mutes alice"]},
    "bob restricted": {1: ["carol bans bob"]},
}

OPEN = Play(
    before=("alice requests bob", "bob accepts alice", "bob sends alice"),
    script=(
        0,
        _send("one", clientKey="a"),
        *LOOK,
        1,
        *LOOK,
        _send("two"),
        _request("three"),
        2,
        _send("one", clientKey="a"),
        *LOOK,
        3,
        _send("four", clientKey="b"),
        *OWN_ACTS,
        *LOOK,
    ),
)
WHILE_OPEN: dict[str, Fact] = {
    "read, with receipts off": {1: ["bob reads alice"], 3: ["bob reads alice"]},
    "deleted": {1: ["bob deletes alice"]},
    "deleted, undone": {1: ["bob deletes alice", "bob undoes alice"]},
    "deleted from the start": {0: ["bob deletes alice"], 2: ["bob deletes alice"]},
    "blocked from the start": {0: ["bob blocks alice"]},
    "blocked": {1: ["bob blocks alice"]},
    "blocked, then unblocked": {1: ["bob blocks alice"], 2: ["bob unblocks alice"]},
    "reported and blocked": {1: ["bob reports alice"]},
    "muted": {1: ["bob mutes alice"]},
    "bob restricted": {1: ["carol bans bob"]},
}

RECEIPTS = Play(
    before=(*OPEN.before, "alice wants-receipts bob", "bob wants-receipts alice", "bob sends alice"),
    script=(
        0,
        _send("one"),
        ("markRead", {"input": {"threadId": "$thread", "upTo": "$message"}}),
        1,
        _send("two"),
        ("markRead", {"input": {"threadId": "$thread", "upTo": "$message"}}),
        ("markRead", {"input": {"threadId": "$thread", "upTo": "$message"}}),
        2,
        *LOOK,
    ),
)
WITH_RECEIPTS = {name: fact for name, fact in WHILE_OPEN.items() if "read" not in name}

ACCEPT: Step = ("accept", {"input": {"requestId": "$request"}})
ACCEPTING = Play(
    before=("bob requests alice",),
    script=(0, ("requests", {}), ACCEPT, ("requests", {}), _send("one"), 1, ACCEPT, _send("two"), *LOOK),
)
ANSWERING = Play(
    before=("bob requests alice", "bob requests alice"),
    script=(0, ("requests", {}), _send("one"), ("requests", {}), 1, ACCEPT, _request("two"), *LOOK),
)
ACCEPT_ALL: Step = ("acceptRequests", {"input": {"filter": {"all": True}, "asOf": "$start"}})
ACCEPTING_ALL = Play(
    before=("bob requests alice", "carol requests alice"),
    script=(0, ("requests", {}), ACCEPT_ALL, ("requests", {}), _send("one"), 1, ACCEPT_ALL, *LOOK),
)
AS_SENDER: dict[str, Fact] = {
    "deleted": {0: ["bob deletes alice"]},
    "deleted after the answer": {1: ["bob deletes alice"]},
    "blocked": {0: ["bob blocks alice"]},
    "blocked, then unblocked": {0: ["bob blocks alice"], 1: ["bob unblocks alice"]},
    "blocked after the answer": {1: ["bob blocks alice"]},
    "bob muted": {0: ["bob mutes alice"]},
}

TABLES = {
    "pending": (PENDING, WHILE_PENDING),
    "open": (OPEN, WHILE_OPEN),
    "with receipts": (RECEIPTS, WITH_RECEIPTS),
    "accepting": (ACCEPTING, AS_SENDER),
    "accepting all": (ACCEPTING_ALL, AS_SENDER),
    "answering": (ANSWERING, AS_SENDER),
}
CASES = [
    pytest.param(play, fact, id=f"{state}: {name}")
    for state, (play, facts) in TABLES.items()
    for name, fact in facts.items()
]
"""One more world is a line of a table of facts; one more thing that alice tries is a line of a script."""


@pytest.fixture(scope="session")
def ignored() -> dict[Any, list[Any]]:
    """What alice sees where bob does nothing, by play and kind of database: played once."""
    return {}


@pytest.mark.shows(
    *("10.2", "10.3", "10.5", "10.6", "10.7", "10.8", "10.9"),
    *("10.10", "10.11", "10.12", "10.13", "10.14", "10.15", "10.16"),
    *("4.43", "4.50", "4.60", "5.7", "5.8", "8.3", "13.5", "13.13", "14.2"),
)
@pytest.mark.parametrize(("play", "fact"), CASES)
async def test_the_sender_sees_no_difference(
    play: Play, fact: Fact, source: Source, ignored: dict[Any, list[Any]]
) -> None:
    key = (id(play), type(source))
    if key not in ignored:
        ignored[key] = await play.seen(source, {})
    assert differences(ignored[key], await play.seen(source, fact)) == []
