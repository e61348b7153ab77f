"""The plays: what a sender tries, in every state that a thread can have."""

from datetime import timedelta

from tests.api.provisioning import said
from tests.blindness.acts import Act, by
from tests.blindness.plays import Play
from tests.blindness.sender import Moment, Step
from tests.blindness.steps import (
    AT_THE_PEER,
    BOTH,
    FURTHER,
    GLANCE,
    KNOWN,
    LATER,
    LISTEN,
    LOGS,
    LOOK,
    NOT_ALLOWED,
    OF_HER_OWN,
    ONE,
    PAGES,
    SOON,
    THREE,
    TO_THE_LIMITS,
    TWO,
    do,
    request,
    send,
)

PENDING = Play(
    before=[],
    script=[
        *LISTEN,
        Moment(0),
        request(ONE, clientKey="a"),
        Step("messageAdded", {"threadId": BOTH}),
        Step("events", {"after": "a" * 32}),
        request(TWO),
        Moment(1),
        *LOOK,
        request(THREE, code=KNOWN),
        Moment(2),
        request(ONE, clientKey="a"),
        request("another", clientKey="a"),
        request("four"),
        request("four", code=KNOWN),
        send("four", clientKey="b"),
        *GLANCE,
        Moment(3),
        request("five", clientKey="b"),
        *TO_THE_LIMITS,
        *PAGES,
        *NOT_ALLOWED,
        *OF_HER_OWN,
        *AT_THE_PEER,
        *FURTHER,
        *LATER,
    ],
)
OPEN = Play(
    before=["alice requests bob", "bob accepts alice", "bob sends alice"],
    script=[
        *LISTEN,
        Moment(0),
        send(ONE, clientKey="a"),
        *GLANCE,
        Moment(1),
        *LOOK,
        send(TWO),
        request(THREE),
        Moment(2),
        send(ONE, clientKey="a"),
        *GLANCE,
        Moment(3),
        send("four", clientKey="b"),
        *AT_THE_PEER,
        *FURTHER,
        *LATER,
    ],
)
RECEIPTS = Play(
    before=[*OPEN.before, "alice wants-receipts bob", "bob wants-receipts alice", "bob sends alice"],
    script=[
        *LISTEN,
        Moment(0),
        send(ONE),
        do("markRead", threadId=BOTH, upTo="$message:alice-bob"),
        Moment(1),
        send(TWO),
        do("markRead", threadId=BOTH, upTo="$message:bob-alice"),
        Moment(2),
        *LOOK,
    ],
)
ACCEPT = do("accept", requestId="$request:alice-bob")
ACCEPTING = Play(
    before=["bob requests alice"],
    script=[
        *LISTEN,
        Moment(0),
        *LOOK,
        ACCEPT,
        *GLANCE,
        send(ONE),
        Moment(1),
        ACCEPT,
        send(TWO),
        *LOOK,
    ],
)
ANSWERING = Play(
    before=["bob requests alice", "bob requests alice"],
    script=[*LISTEN, Moment(0), *LOOK, send(ONE), *GLANCE, Moment(1), ACCEPT, request(TWO), *LOOK],
)
ACCEPT_ALL = do("acceptRequests", asOf="$cursor:alice", requests={"filter": {"all": True}})
ACCEPTING_ALL = Play(
    before=["bob requests alice", "carol requests alice"],
    script=[*LISTEN, Moment(0), ACCEPT_ALL, *LOOK, send(ONE), Moment(1), ACCEPT_ALL, send(TWO)],
)


def resolved(resolution: str, who: str = "alice", **more: str) -> list[Act]:
    """Carol reports a user, and a moderator ends it so."""
    return [
        by("carol", "report", subjectId=f"$user:{who}", reason="SPAM"),
        by("judy", "resolveReport", reportId=f"$report:carol-{who}", resolution=resolution, **more),
    ]


LOOK_ALIKE = Step("requests", {"first": 1})
OTHERS = Play(
    before=["alice requests bob"],
    script=[
        *LISTEN,
        *[Step(name, {"after": "$cursor:alice"}) for name in LOGS],
        Moment(0),
        by("carol", "sendRequest", recipientId="$user:alice", text="Hello!"),
        by("carol", "sendRequest", recipientId="$user:alice", text="Are you there?"),
        do("follow", userId="$user:bob"),
        by("host", "upsertUsers", users=[said("carol", displayName="B0b")]),
        LOOK_ALIKE,
        do("unfollow", userId="$user:bob"),
        do("updateFilterWords", words=["third"]),
        by("carol", "sendRequest", recipientId="$user:alice", text="The third."),
        Step("requests", {"folder": "HIDDEN"}),
        do("moveRequest", requestId="$request:alice-carol"),
        *LOOK,
        do("delete", id="$request:alice-carol"),
        do("undoDelete", id="$request:alice-carol"),
        do("deleteRequests", asOf="$cursor:alice", requests={"ids": ["$request:alice-carol"]}),
        do("undoDelete", id="$undo:alice"),
        Moment(1),
        do("accept", requestId="$request:alice-carol"),
        by("carol", "updateReadReceipts", enabled=True),
        do("updateReadReceipts", enabled=True),
        do("sendMessage", threadId="$thread:alice-carol", text="Do you see this?"),
        by("carol", "markRead", threadId="$thread:alice-carol", upTo="$message:alice-carol"),
        by("carol", "sendMessage", threadId="$thread:alice-carol", text="I do."),
        do("markRead", threadId="$thread:alice-carol", upTo="$message:carol-alice"),
        request("Hello!", whom="$user:judy"),
        by("judy", "accept", requestId="$request:judy-alice"),
        by("dave", "sendRequest", recipientId="$user:alice", text="Hello!"),
        do("markRequestsSeen", upTo="$cursor:alice"),
        do("report", subjectId="$request:alice-dave", reason="SCAM", alsoBlock=True, alsoDelete=True),
        by("mike", "sendRequest", recipientId="$user:alice", text="Hello!"),
        do(
            "deleteRequests",
            asOf="$cursor:alice",
            requests={"ids": ["$request:alice-mike"]},
            alsoBlock=True,
            alsoReport="SPAM",
        ),
        do("report", subjectId="$message:carol-alice", reason="OTHER"),
        by("judy", "resolveReport", reportId="$report:alice-dave", resolution="DISMISS"),
        Step("viewer"),
        *resolved("BAN", "dave"),
        Moment(2),
        *resolved("WARN"),
        do("appealRestriction", text="No.", decisionId="$decision:alice"),
        *LOOK,
        by("mike", "resolveAppeal", decisionId="$decision:alice", uphold=False, answer="Sorry."),
        *resolved("RESTRICT", until=SOON),
        request("restricted"),
        do("appealRestriction", text="Not again."),
        by("mike", "resolveAppeal", decisionId="$decision:alice", uphold=True, answer="It stays."),
        Step("viewer"),
        by("judy", "liftRestriction", userId="$user:alice"),
        by("host", "upsertUsers", users=[said("alice", phoneVerified=False)]),
        request("without a phone"),
        by("host", "upsertUsers", users=[said("alice", birthDate="2015-01-01")]),
        request("too young"),
        *LOOK,
        do("delete", id="$thread:alice-carol"),
        timedelta(days=2),
        do("undoDelete", id="$thread:alice-carol"),
    ],
)
"""Acts of others in every world: their requests, accepts and marks, moderators and the host."""
