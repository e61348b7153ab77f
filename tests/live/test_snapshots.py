"""An old snapshot plus the events since is a fresh snapshot, whoever did what in between."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from rules.policy import Policy
from tests.live.acts import MUTATIONS, act
from tests.live.watching import cursor_of, drained
from tests.printed import SCHEMA
from tests.world import Person, World

THREAD = """fragment T on Thread {
  id state openedAt startedByMe messagesLeft notice unreadCount isMuted peer { id } lastMessage { id text sentAt receipt }
}"""
REQUEST = """fragment R on Request {
  id folder receivedAt sender { id } messages { id text } thread { id }
}"""
VIEWER = """fragment V on Viewer {
  dmAudience readReceipts filterWords badge { pendingRequests unreadThreads }
  standing { canSend obstacles { code } warnings { reason at } }
}"""
SNAPSHOT = f"""query {{
  inbox(first: 100) {{ cursor edges {{ node {{ ...T }} }} }}
  requests(first: 100) {{ edges {{ node {{ ...R }} }} }}
  sentRequests(first: 100) {{ edges {{ node {{ messagesLeft sentAt thread {{ id }} }} }} }}
  blockedUsers(first: 100) {{ edges {{ node {{ id }} }} }}
  viewer {{ ...V }}
}} {THREAD} {REQUEST} {VIEWER}"""
EVENTS = f"""subscription($after: String) {{ events(after: $after) {{
  __typename
  ... on Event {{ cursor }}
  ... on MessageAdded {{ thread {{ ...T }} message {{ sentAt }} }}
  ... on RequestReceived {{ request {{ ...R }} }}
  ... on RequestUpdated {{ request {{ ...R }} }}
  ... on RequestMoved {{ request {{ ...R }} }}
  ... on RequestRestored {{ request {{ ...R }} }}
  ... on RequestDeleted {{ requestId }}
  ... on RequestWithdrawn {{ requestId }}
  ... on RequestAccepted {{ thread {{ ...T }} }}
  ... on ThreadOpened {{ thread {{ ...T }} }}
  ... on ThreadRead {{ thread {{ ...T }} }}
  ... on ThreadSeen {{ thread {{ ...T }} }}
  ... on ThreadMuted {{ thread {{ ...T }} }}
  ... on ThreadRestored {{ thread {{ ...T }} }}
  ... on ThreadDeleted {{ threadId }}
  ... on UserBlocked {{ user {{ id }} }}
  ... on UserUnblocked {{ user {{ id thread {{ ...T }} }} }}
  ... on SettingsChanged {{ viewer {{ dmAudience readReceipts filterWords }} }}
  ... on StandingChanged {{ standing {{ canSend obstacles {{ code }} warnings {{ reason at }} }} }}
  ... on BadgeChanged {{ badge {{ pendingRequests unreadThreads }} }}
}} }} {THREAD} {REQUEST}"""

STORIES = {
    "asked, updated, accepted": [
        "alice requests bob",
        "alice requests bob",
        "bob accepts alice",
        "alice sends bob",
        "bob sends alice",
    ],
    "answered": ["alice requests bob", "bob requests alice", "bob reads alice", "alice reads bob"],
    "deleted, undone, deleted, asked again": [
        "alice requests bob",
        "bob deletes alice",
        "bob undoes alice",
        "bob shuns alice",
        "bob undoes alice",
        "alice requests bob",
        "bob deletes alice",
        "alice requests bob",
    ],
    "own pending deleted, then accepted": [
        "alice requests bob",
        "alice deletes bob",
        "alice undoes bob",
        "alice deletes bob",
        "bob accepts alice",
        "bob sends alice",
    ],
    "open deleted, written to": [
        "alice requests bob",
        "bob accepts alice",
        "bob deletes alice",
        "alice sends bob",
        "alice deletes bob",
        "bob deletes alice",
        "bob undoes alice",
    ],
    "blocked while it waits": [
        "alice requests bob",
        "bob blocks alice",
        "alice requests bob",
        "bob unblocks alice",
        "alice requests bob",
    ],
    "blocked while open": [
        "alice requests bob",
        "bob accepts alice",
        "bob blocks alice",
        "alice sends bob",
        "bob unblocks alice",
        "alice sends bob",
        "alice reports bob",
    ],
    "accepted by one whom the sender blocks": [
        "alice requests bob",
        "alice blocks bob",
        "bob accepts alice",
        "bob sends alice",
        "alice unblocks bob",
    ],
    "opened by a follow": [
        "alice requests bob",
        "bob follows alice",
        "alice requests bob",
        "bob unfollows alice",
    ],
    "moved": ["alice requests bob", "bob hides alice", "bob moves alice", "alice requests bob"],
    "hidden by a later message, deleted, asked again, undone": [
        "alice requests bob",
        "alice links bob",
        "bob deletes alice",
        "alice requests bob",
        "bob undoes alice",
    ],
    "muted": [
        "bob follows carol",
        "carol requests bob",
        "bob mutes carol",
        "carol sends bob",
        "bob unmutes carol",
    ],
    "banned while it waits": [
        "alice requests bob",
        "bob requests carol",
        "carol bans alice",
        "carol lifts-ban-of alice",
        "alice requests bob",
        "bob accepts alice",
        "carol bans alice",
        "bob sends alice",
        "bob reports alice",
        "carol claims-report-of alice",
    ],
    "as the host says": [
        "dave requests bob",
        "dave requests alice",
        "alice introduces bob",
        "bob requests carol",
        "bob accepts dave",
        "alice erases dave",
        "alice doubts bob",
        "bob vouches-for alice",
        "bob vouches-for bob",
    ],
    "accepted in bulk": [
        "alice requests bob",
        "carol requests bob",
        "carol blocks bob",
        "bob accepts-all alice",
        "alice sends bob",
        "carol unblocks bob",
    ],
    "deleted in bulk, undone, asked again": [
        "alice requests bob",
        "carol requests bob",
        "bob sweeps alice",
        "alice requests bob",
        "bob undoes-sweep alice",
        "bob shuns-all alice",
        "alice requests bob",
        "bob undoes-sweep alice",
        "bob accepts carol",
        "bob purges alice",
        "bob unblocks alice",
    ],
    "own pending deleted, accepted behind a block": [
        "alice requests bob",
        "alice deletes bob",
        "alice blocks bob",
        "bob accepts-all alice",
        "bob sends alice",
        "alice unblocks bob",
    ],
    "receipts and audience": [
        "alice requests bob",
        "bob accepts alice",
        "alice wants-receipts alice",
        "bob wants-receipts bob",
        "alice sends bob",
        "bob reads alice",
        "bob sends alice",
        "alice closes-to bob",
        "bob filters alice",
        "bob blocks alice",
    ],
}


@pytest.fixture
def policy() -> Policy:
    return replace(Policy(), position_interval=timedelta(milliseconds=20))


class Client:
    """What a front end keeps: a snapshot, changed by items as docs/frontends.md says."""

    def __init__(self, data: Any) -> None:
        self.cursor = data["inbox"]["cursor"]
        self.inbox = {edge["node"]["id"]: edge["node"] for edge in data["inbox"]["edges"]}
        self.requests = {edge["node"]["id"]: edge["node"] for edge in data["requests"]["edges"]}
        self.sent = {
            e["node"]["thread"]["id"]: e["node"]["messagesLeft"] for e in data["sentRequests"]["edges"]
        }
        self.blocked = {edge["node"]["id"] for edge in data["blockedUsers"]["edges"]}
        self.viewer = data["viewer"]

    def state(self) -> Any:
        return self.inbox, self.requests, self.sent, self.blocked, self.viewer

    def apply(self, item: Any) -> None:
        if "thread" in item:
            self._keep(item["thread"])
        if "request" in item:
            self._place(item["request"])
        if "threadId" in item:
            self._drop(item["threadId"])
        self.requests.pop(item.get("requestId"), None)
        self.viewer = {**self.viewer, **item.get("viewer", {})}
        for name in {"badge", "standing"} & set(item):
            self.viewer[name] = item[name]
        match item["__typename"]:
            case "UserBlocked":
                self.blocked.add(item["user"]["id"])
                self._drop_user(item["user"]["id"])
            case "UserUnblocked":
                self.blocked.remove(item["user"]["id"])
                if item["user"]["thread"]:
                    self._keep(item["user"]["thread"])

    def _place(self, request: Any) -> None:
        self.requests.pop(request["id"], None)
        if request["folder"] == "REQUESTS":
            self.requests[request["id"]] = request

    def _keep(self, thread: Any) -> None:
        if thread["state"] == "PENDING" and thread["messagesLeft"] is None:
            return  # a request to the viewer, which has items of its own
        self._drop(thread["id"])
        self.inbox[thread["id"]] = thread
        if thread["messagesLeft"] is not None:
            self.sent[thread["id"]] = thread["messagesLeft"]

    def _drop(self, thread_id: str) -> None:
        self.inbox.pop(thread_id, None)
        self.sent.pop(thread_id, None)
        self.requests = {id: node for id, node in self.requests.items() if node["thread"]["id"] != thread_id}

    def _drop_user(self, user_id: str) -> None:
        for thread in [node for node in self.inbox.values() if node["peer"]["id"] == user_id]:
            self._drop(thread["id"])
        self.requests = {id: node for id, node in self.requests.items() if node["sender"]["id"] != user_id}


def test_every_mutation_has_a_part_in_a_story() -> None:
    verbs = {line.split()[1] for story in STORIES.values() for line in story}
    assert SCHEMA.mutation_type
    assert {MUTATIONS[verb] for verb in verbs & MUTATIONS.keys()} == SCHEMA.mutation_type.fields.keys()


async def snapshot(person: Person) -> Client:
    answer = await person.ask(SNAPSHOT)
    assert "errors" not in answer, answer
    return Client(answer["data"])


@pytest.mark.shows("9.5", "9.8", "9.14", "9.15", "9.18")
@pytest.mark.parametrize("story", STORIES)
async def test_an_old_snapshot_plus_events_is_a_fresh_one(world: World, story: str) -> None:
    # Dave is there to be erased: he sees nothing then.
    *people, _ = await world.cast("alice", "bob", "carol", "dave")
    old = [[await snapshot(person) for person in people]]
    for line in STORIES[story]:
        await act(world, line)
        old.append([await snapshot(person) for person in people])
    for person, *clients in zip(people, *old, strict=True):
        fresh = clients[-1].state()
        for seen, client in enumerate(clients):
            async with person.listen_to(EVENTS, after=client.cursor) as stream:
                for item in await drained(stream, await cursor_of(person)):
                    client.apply(item)
            assert client.state() == fresh, (person.name, f"snapshot after {seen} acts")
