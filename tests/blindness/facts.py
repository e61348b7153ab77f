"""Acts of a recipient that its sender must never feel."""

from collections.abc import Mapping
from datetime import timedelta
from functools import partial

from rules.filtering.reasons import Filter, HiddenReason
from server.filtering import make_filter
from tests.api.provisioning import follow, said
from tests.blindness.acts import Act, Ends, Fact, by
from tests.blindness.documents import root_fields
from tests.blindness.plays import BOB
from tests.blindness.steps import EVERY_CONDITION, EVERYTHING, ONE, ORDERS, QUESTIONS, SOON, unnamed
from tests.world import START

Facts = Mapping[str, Fact]


_bob, _carol, _judy, _host = (partial(by, who) for who in ("bob", "carol", "judy", "host"))
BOTH = "$thread:alice-bob"
ALICE = "$user:alice"
SHORTLY = (START + timedelta(minutes=25)).isoformat()

_ASKED = QUESTIONS | {"requestCount": [{"filter": EVERYTHING, "asOf": "$cursor:bob"}]}
LOOKS = [Act("bob", name, variables) for name in root_fields("Query") for variables in _ASKED.get(name, [{}])]
LOOKS += [_bob("requests", folder=folder) for folder in ("HIDDEN", "ARCHIVED")]
LOOKS += [_bob("requests", filter={"search": "a"}, orderBy=order) for order in ORDERS]
LOOKS += [_bob("requests", filter=EVERY_CONDITION)]
DELETES = _bob("delete", id=BOTH)
SHUNS = _bob("delete", id=BOTH, never=True)
UNDOES = _bob("undoDelete", id=BOTH)
BLOCKS = _bob("block", userId=ALICE)
UNBLOCKS = _bob("unblock", userId=ALICE)
SWEEPS = _bob("deleteRequests", asOf="$cursor:bob", requests={"ids": ["$request:bob-alice"]})
SHUNS_ALL = _bob("deleteRequests", asOf="$cursor:bob", requests={"filter": {"all": True}}, never=True)
PURGES = _bob(
    "deleteRequests",
    asOf="$cursor:bob",
    requests={"filter": {"all": True}},
    alsoBlock=True,
    alsoReport="SPAM",
)
UNDOES_ALL = _bob("undoDelete", id="$undo:bob")
FILTERS = _bob("updateFilterWords", words=["one", "three"])
SHUTS = _bob(
    "updateRequestPolicy",
    mutualFollows="REQUESTS",
    recentAccounts="HIDDEN",
    followers="REQUESTS",
    unverified="REQUESTS",
    strangers="REQUESTS",
)
PAUSES = _bob("pauseRequests", until=SOON)
RESUMES = _bob("pauseRequests", until=None)
MOVES = _bob("moveRequest", requestId="$request:bob-alice")


OWN = [
    _bob("mute", threadId=BOTH, muted=True),
    *(_bob(name, **given) for name, given in unnamed("bob", "alice")),
]
SEES = _bob("markRequestsSeen", upTo="$cursor:bob")
KEEPS_UNREAD = _bob("markUnread", threadId=BOTH)
READS_ALL = _bob("markThreadsRead", upTo="$cursor:bob")
MUTES = _bob("mute", threadId=BOTH, muted=True)
UNMUTES = _bob("mute", threadId=BOTH, muted=False)
READS = _bob("markRead", threadId=BOTH, upTo="$message:alice-bob")
REPORTS = [
    _bob("report", subjectId=ALICE, reason="SPAM", note="Spam.", alsoBlock=True),
    _bob("report", subjectId=BOTH, reason="SCAM", alsoDelete=True),
    _bob("report", subjectId="$message:alice-bob", reason="OTHER"),
]
CLAIMS = _judy("claimReport", reportId="$report:bob-alice")
DISMISSES = _judy("resolveReport", reportId="$report:bob-alice", resolution="DISMISS")
RESTRICTS_BOB = [
    _carol("report", subjectId="$user:bob", reason="SPAM"),
    _judy("resolveReport", reportId="$report:carol-bob", resolution="RESTRICT", until=SOON),
]
APPEALS_BOB = [
    *RESTRICTS_BOB,
    _bob("appealRestriction", text="It was not me.", decisionId="$decision:bob"),
    *[by("mike", "appeals", state=state) for state in ("OPEN", "UPHELD", "REVERSED")],
    by("mike", "resolveAppeal", decisionId="$decision:bob", uphold=False, answer="Sorry."),
]
LIFTS_BOB = _judy("liftRestriction", userId="$user:bob")
WITH_CAROL = [
    _carol("sendRequest", recipientId="$user:bob", text="Hello!", clientKey="k"),
    _bob("accept", requestId="$request:bob-carol"),
    _bob("acceptRequests", asOf="$cursor:bob", requests={"ids": ["$request:bob-carol"]}),
    _bob("acceptRequests", asOf="$cursor:bob", requests={"filter": {"folder": "ARCHIVED"}}),
    _bob("sendMessage", threadId="$thread:bob-carol", text="Hello, carol!", clientKey="k"),
    _bob("sendRequest", recipientId="$user:dave", text="Hello, dave!", clientKey="l", code="none"),
    _bob("follow", userId="$user:carol"),
    _bob("unfollow", userId="$user:carol"),
    _host("setFollows", add=[follow("carol", "bob")], remove=[follow("carol", "dave")]),
    _host("revokeTokens", subject="host-dave", before=START.isoformat()),
    _host("eraseUser", subject="host-dave"),
]
"""Acts between bob and others, which do not concern alice."""
TOLD = _host("upsertUsers", users=[said("bob", **BOB, region="KR", phoneVerified=False)])
"""Facts that the host has of bob and shows to no one."""
TAKES = _host("takePushes", first=100, leaseSeconds=300)
ACKNOWLEDGES = _host("acknowledgePushes", leaseId="a" * 32)

_FILTER = make_filter()


def _finding(reason: HiddenReason) -> Filter:
    return Filter(_FILTER.folding, lambda text, region: _FILTER.contacts(text, region) & reason)


HIDDEN: Facts = {
    "hidden for a banned word": Fact(filter=Filter(_FILTER.folding, banned=_FILTER.compile((ONE,)))),
    "hidden for a link": Fact(filter=_finding(HiddenReason.LINK)),
    "hidden for contact details": Fact(filter=_finding(HiddenReason.CONTACT_DETAILS)),
    "hidden for an own word": Fact({0: [FILTERS]}),
    "hidden for a new account": Fact(policy={"young_account_requests": 0}),
    "hidden for her name": Fact(
        {0: [_bob("updateFilterWords", words=[], entries=[{"word": "alice", "place": "NAME"}])]}
    ),
    "hidden for a word for a time": Fact(
        {0: [_bob("updateFilterWords", words=[], entries=[{"word": "one", "place": "TEXT", "until": SOON}])]}
    ),
    "hidden by the policy": Fact({0: [SHUTS]}),
    "hidden by the policy of another class": Fact(
        {0: [_bob("updateRequestPolicy", unverified="HIDDEN", strangers="REQUESTS")]}
    ),
    "hidden by a policy set later": Fact({1: [SHUTS]}),
    "a policy that lets her through": Fact({0: [_bob("updateRequestPolicy", unverified="REQUESTS")]}),
    "paused": Fact({0: [PAUSES]}),
    "paused, then resumed": Fact({0: [PAUSES], 1: [RESUMES]}),
    "paused after the first message": Fact({1: [PAUSES]}),
    "hidden by a later message": Fact({1: [FILTERS]}),
    "hidden, then moved": Fact({0: [FILTERS], 1: [MOVES]}),
    "hidden, moved, deleted, undone": Fact({0: [FILTERS], 1: [MOVES, DELETES], 2: [UNDOES]}),
    "hidden, then deleted": Fact({0: [FILTERS], 1: [DELETES]}),
    "hidden, then looked at": Fact({0: [FILTERS], 1: LOOKS}),
}
ALWAYS: Facts = {
    "looked at": Fact({1: LOOKS, 3: LOOKS}),
    "deleted": Fact({1: [DELETES]}),
    "deleted, undone": Fact({1: [DELETES, UNDOES]}),
    "blocked from the start": Fact({0: [BLOCKS]}),
    "blocked": Fact({1: [BLOCKS]}),
    "blocked, then unblocked": Fact({1: [BLOCKS], 2: [UNBLOCKS]}),
    "reported and blocked": Fact({1: REPORTS[:1]}),
    "recipient restricted": Fact({0: RESTRICTS_BOB}),
    "muted": Fact({1: OWN}),
    "requests seen": Fact({1: [SEES], 3: [SEES]}),
    "busy with others": Fact({1: WITH_CAROL}),
    "without a phone": Fact({1: [TOLD]}),
    "a phone rung": Fact({1: [TAKES], 2: [TAKES, ACKNOWLEDGES], 3: [TAKES]}),
}
MODERATED: Facts = {
    "reported": Fact({1: REPORTS[2:]}),
    "reported and deleted": Fact({1: REPORTS[1:2]}),
    "reported, claimed, dismissed": Fact({1: [*REPORTS[2:], CLAIMS], 2: [DISMISSES]}),
    "reporter restricted": Fact({1: [*REPORTS[2:], *RESTRICTS_BOB]}),
    "recipient restricted, and reversed": Fact({1: APPEALS_BOB}),
    "recipient restricted for a while": Fact({1: RESTRICTS_BOB, 2: [LIFTS_BOB]}),
}
WHILE_PENDING: Facts = {
    **ALWAYS,
    **HIDDEN,
    **MODERATED,
    "looked at, and taken for a friend of his": Fact(
        {
            1: [
                _bob("follow", userId="$user:dave"),
                _host("upsertUsers", users=[said("dave", displayName="A1ice")]),
                *LOOKS,
            ]
        }
    ),
    "blocked for a time that is over": Fact({0: [_bob("block", userId=ALICE, until=SHORTLY)], 2: [Ends()]}),
    "paused for a time that is over": Fact({0: [_bob("pauseRequests", until=SHORTLY)], 2: [Ends()]}),
    "blocked for a time": Fact({0: [_bob("block", userId=ALICE, until=SOON)]}),
    "muted for a time": Fact({1: [_bob("mute", threadId=BOTH, muted=True, until=SOON)]}),
    "muted for a while": Fact({1: [MUTES], 2: [UNMUTES]}),
    "archived": Fact(policy={"archive_after": timedelta()}),
    "archived, then looked at": Fact({1: LOOKS}, policy={"archive_after": timedelta()}),
    "archived, then paused": Fact({1: [PAUSES]}, policy={"archive_after": timedelta()}),
    "moved and archived, then paused": Fact(
        {0: [FILTERS], 1: [MOVES, PAUSES]}, policy={"archive_after": timedelta()}
    ),
    "deleted again and again": Fact({1: [DELETES], 2: [DELETES]}),
    "deleted in bulk": Fact({1: [SWEEPS], 2: [SWEEPS]}),
    "deleted in bulk with never, undone late": Fact({1: [SHUNS_ALL], 3: [UNDOES_ALL]}),
    "deleted in bulk, blocked and reported": Fact({1: [PURGES], 3: [UNBLOCKS]}),
    "deleted with never": Fact({1: [SHUNS]}),
    "deleted with never, undone late": Fact({1: [SHUNS], 3: [UNDOES]}),
    "blocked from the start, unblocked late": Fact({0: [BLOCKS], 3: [UNBLOCKS]}),
}
WHILE_OPEN: Facts = {
    **ALWAYS,
    "ready to listen by a ticket": Fact({1: [_bob("createStreamTicket", validSeconds=30)]}),
    "paused by one who is open": Fact({1: [PAUSES]}),
    "policy of one who is open": Fact({1: [SHUTS]}),
    "kept unread": Fact({1: [KEEPS_UNREAD]}),
    "read, with receipts off": Fact({1: [READS], 3: [READS]}),
    "read with all others, with receipts off": Fact({1: [READS_ALL], 3: [READS_ALL]}),
    "receipts of one side": Fact({0: [_bob("updateReadReceipts", enabled=True)], 1: [READS]}),
    "audience of one who wrote already": Fact({1: [_bob("updateDmAudience", audience="NO_ONE")]}),
    "deleted from the start": Fact({0: [DELETES], 2: [DELETES]}),
}
WITH_RECEIPTS: Facts = {
    name: WHILE_OPEN[name]
    for name in (
        *("deleted", "deleted from the start", "muted", "recipient restricted"),
        *("blocked from the start", "blocked, then unblocked"),
    )
}
AS_SENDER: Facts = {
    "deleted": Fact({0: [DELETES]}),
    "deleted after the answer": Fact({1: [DELETES]}),
    "blocked": Fact({0: [BLOCKS]}),
    "blocked, then unblocked": Fact({0: [BLOCKS], 1: [UNBLOCKS]}),
    "blocked after the answer": Fact({1: [BLOCKS]}),
    "muted": Fact({0: [MUTES]}),
}
"""Of one who wrote first."""
AS_ONE_OF_MANY: Facts = {name: AS_SENDER[name] for name in ("deleted", "blocked, then unblocked", "muted")}
AMONG_OTHERS: Facts = {
    name: WHILE_PENDING[name]
    for name in (
        *("looked at", "deleted with never", "blocked, then unblocked", "recipient restricted"),
        "hidden for an own word",
    )
}
"""While much else is going on."""
