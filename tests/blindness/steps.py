"""The steps of a sender, a script for each part: everything that the schema has."""

from datetime import timedelta
from typing import Any

from tests.api.provisioning import follow, said
from tests.api.samples import Samples
from tests.blindness.documents import input_of, root_fields
from tests.blindness.sender import Script, Step
from tests.world import START

BOTH = "$thread:alice-bob"
SOON = (START + timedelta(days=30)).isoformat()
EVERYTHING = {"all": True}
EVERY_CONDITION: dict[str, Any] = {
    "folder": "REQUESTS",
    "olderThan": SOON,
    "notFollowedByMe": True,
    "hiddenReason": "POLICY",
    "text": "one",
    **dict.fromkeys(("mutualFollows", "followsMe", "verified", "hasLink"), False),
}
QUESTIONS: dict[str, list[dict[str, Any]]] = {
    "inbox": [{"messages_first": 2}],
    "thread": [{"id": BOTH, "messages_first": 2}, {"id": BOTH, "messages_last": 2}],
    "user": [{"username": "bob"}],
    "people": [{}, {"search": "b"}],
    "requestCount": [
        {"filter": EVERYTHING, "asOf": "$cursor:alice"},
        {"filter": EVERY_CONDITION, "asOf": "forged"},
    ],
    "draftHints": [{"text": "one"}],
    "node": [{"id": "$message:alice-bob"}],
    "nodes": [{"ids": ["$user:bob", BOTH, "$sent:alice-bob", "$request:alice-bob", "$request:bob-alice"]}],
}
"""A query that is named here is asked with each of these variables, any other without."""

ORDERS = ("NEWEST", "OLDEST", "MUTUAL_FOLLOWS")
LOOK: Script = [
    Step(name, variables) for name in root_fields("Query") for variables in QUESTIONS.get(name, [{}])
]
GLANCE: Script = [
    Step("inbox", {"messages_first": 2}),
    Step("sentRequests"),
    Step("user", {"username": "bob"}),
]
LISTEN: Script = [Step(name) for name in root_fields("Subscription")]
LOGS = [name for name, field in root_fields("Subscription").items() if "after" in field.args]
"""The subscriptions of a viewer's log."""


def do(name: str, at_once: bool = False, **given: Any) -> Step:
    return Step(name, {"input": given}, at_once)


def request(text: str, whom: str = "$user:bob", at_once: bool = False, **more: str) -> Step:
    return do("sendRequest", at_once, recipientId=whom, text=text, **more)


def send(text: str, **more: Any) -> Step:
    return do("sendMessage", threadId=BOTH, text=text, **more)


KNOWN = "7F3C-19KD-0QXZ-52MA"
"""A contact code that she was told of: codes.py says what it is."""
OWN_REPORTS = (
    "query ($reports_after: String) { viewer { reports(after: $reports_after) { edges { cursor } } } }"
)
ONE, TWO, THREE = "one", "two: see example.com/two", "three: ask three@example.com"
"""Each may be hidden for a reason of its own."""
TO_THE_LIMITS: Script = [
    request("to carol", whom="$user:carol"),
    *[request(f"at once: {number}", whom="$user:nobody", at_once=True) for number in range(4)],
    Step("viewer"),
    request("one more today", whom="$user:nobody"),
    Step("viewer"),
]
"""The bucket, then the day, run dry."""
PAGES: Script = [
    Step("inbox", {"first": 1}),
    Step("inbox", {"first": 1, "after": "$edge:inbox", "messages_first": 1}),
    Step("sentRequests", {"first": 1}),
    Step("sentRequests", {"first": 1, "after": "$edge:sentRequests"}),
    Step("inbox", {"after": "$edge:sentRequests"}),
    Step("thread", {"id": BOTH, "messages_first": 1}),
    Step("thread", {"id": BOTH, "messages_first": 1, "messages_after": "$edge:messages"}),
    Step("thread", {"id": BOTH, "messages_last": 1, "messages_before": "$edge:messages"}),
    Step("requests", {"folder": "HIDDEN", "first": 1}),
    Step("requests", {"folder": "ARCHIVED", "after": "$edge:inbox"}),
    Step("requests", {"filter": {"search": "b"}}),
    *[Step("requests", {"search": "b", "filter": EVERY_CONDITION, "orderBy": order}) for order in ORDERS],
    Step("inbox", {"search": "b", "unreadOnly": True}),
    Step("people", {"search": "bob", "first": 1, "after": "$edge:people"}),
    Step("blockedUsers", {"first": 1, "after": "$edge:blockedUsers"}),
    Step("exportMyData", {"first": 5}),
    Step("exportMyData", {"first": 5, "after": "$edge:exportMyData"}),
    Step("requestInsights", {"since": START.isoformat()}),
    Step("viewer", {"reports_first": 1, "reports_after": None}),
    *[Step("viewer", {"reports_after": after}, asks=OWN_REPORTS) for after in ("forged", "$edge:inbox")],
    Step("user", {"username": "nobody"}),
    Step("thread", {"id": "$thread:carol-dave"}),
    Step(
        "nodes",
        {"ids": ["$message:bob-alice", "$report:bob-alice", "$action:alice", "$user:nobody", "nonsense"]},
    ),
    *[Step("node", {"id": f"${kind}:bob-alice"}) for kind in ("user", "thread", "request", "sent", "report")],
    Step("reports", {"status": "OPEN", "subject": "$user:alice", "olderThan": START.isoformat(), "first": 1}),
    Step("reports", {"after": "$edge:reports", "notes_first": 1, "evidence_first": 1}),
    Step("reports", {"notes_after": "forged", "evidence_after": "forged"}),
    Step("auditLog", {"subject": "$user:alice", "first": 1, "after": "$edge:auditLog"}),
    *[
        Step("appeals", {"state": state, "first": 1, "after": "forged"})
        for state in ("OPEN", "UPHELD", "REVERSED")
    ],
]
NOT_ALLOWED: Script = [
    do("accept", requestId="$request:bob-alice"),
    do("acceptRequests", asOf="$cursor:alice", requests={"ids": ["$request:bob-alice"]}),
    do("moveRequest", requestId="$request:bob-alice"),
    do("claimReport", reportId="$report:bob-alice"),
    do("resolveReport", reportId="$report:bob-alice", resolution="RESTRICT", until=SOON),
    do("liftRestriction", userId="$user:bob"),
    do("upsertUsers", users=[said("bob")]),
    do("setFollows", add=[follow("bob", "alice")], remove=[follow("alice", "bob")]),
    do("eraseUser", subject="host-bob"),
    do("revokeTokens", subject="host-bob", before=START.isoformat()),
    do("resolveAppeal", decisionId="$decision:bob", uphold=False, answer="No."),
    do("takePushes", first=1, leaseSeconds=5),
    do("acknowledgePushes", leaseId="a" * 32),
]
OF_HER_OWN: Script = [
    do("report", subjectId="$user:nobody", reason="SPAM", note="n" * 2_001),
    do("report", subjectId="$user:nobody", reason="SPAM", alsoBlock=True, alsoDelete=True),
    do("updateReadReceipts", enabled=True),
    do("updateDmAudience", audience="FRIENDS"),
    do(
        "updateFilterWords",
        words=["spam"],
        entries=[{"word": "spam", "place": "NAME", "until": SOON}, {"word": "eggs", "place": "TEXT"}],
    ),
    Step("viewer"),
    do("pauseRequests", until=SOON),
    do("pauseRequests", until=None),
    do(
        "updateRequestPolicy",
        mutualFollows="REQUESTS",
        recentAccounts="HIDDEN",
        followers="REQUESTS",
        unverified="HIDDEN",
        strangers="HIDDEN",
    ),
    do("createContactCode", label="a card", uses=2, expiresAt=SOON),
    Step("viewer"),
    Step("node", {"id": "$contactCode:alice"}),
    do("revokeContactCode", contactCodeId="$contactCode:bob"),
    do("revokeContactCode", contactCodeId="$contactCode:alice"),
    do("createStreamTicket", validSeconds=5),
    do("appealRestriction", text="No."),
    do("appealRestriction", text="No.", decisionId="$decision:bob"),
    do(
        "deleteRequests",
        asOf="$cursor:alice",
        requests={"filter": EVERYTHING},
        never=True,
        alsoBlock=True,
        alsoReport="SPAM",
    ),
]
AT_THE_PEER: Script = [
    do("markRead", threadId=BOTH, upTo="$message:alice-bob"),
    do("mute", threadId=BOTH, muted=True),
    do("mute", threadId=BOTH, muted=True, until=SOON),
    do("markUnread", threadId=BOTH),
    do("markThreadsRead", upTo="$cursor:alice"),
    do("markRequestsSeen", upTo="$cursor:alice"),
    do("follow", userId="$user:bob"),
    Step("user", {"username": "bob"}),
    do("unfollow", userId="$user:bob"),
    do("report", subjectId=BOTH, reason="SPAM", note="A note."),
    do("accept", requestId=BOTH),
    do("block", userId="$user:bob", until=SOON),
    Step("blockedUsers"),
    request("while I block"),
    *LOOK,
    do("unblock", userId="$user:bob"),
    do("delete", id=BOTH, never=True),
    do("delete", id=BOTH),
    *GLANCE,
    do("undoDelete", id=BOTH),
]
LATER: Script = [
    *(timedelta(days=1), *GLANCE),
    *(timedelta(days=29), *GLANCE, request(ONE, clientKey="a")),
    *(timedelta(days=60), *LOOK, send("after all these days")),
]


_TRIED = [*NOT_ALLOWED, *OF_HER_OWN, *AT_THE_PEER, request(""), send("")]
_NAMED = {step.name for step in _TRIED if isinstance(step, Step)}


def unnamed(me: str, peer: str) -> list[tuple[str, dict[str, Any]]]:
    """Each mutation that no line above has, with all its input: of the two of them, as its fields' names say.

    So a new one is tried before it has a line. The recipient does it too (facts.py).
    """
    known = {
        "ID": BOTH,
        "EventCursor": f"$cursor:{me}",
        "DateTime": SOON,
        "userId": f"$user:{peer}",
        "messageId": f"$message:{me}-{peer}",
        "requestId": f"$request:{me}-{peer}",
    }
    samples = Samples(is_full=True, known=known)
    return [(name, samples.input(input_of(name))) for name in root_fields("Mutation") if name not in _NAMED]


FURTHER: Script = [do(name, **given) for name, given in unnamed("alice", "bob")]
