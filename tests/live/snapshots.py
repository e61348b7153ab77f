"""A front end's copy of a user's lists: a snapshot, and the items since."""

from typing import Any

from graphql import GraphQLObjectType, GraphQLUnionType, get_named_type, is_leaf_type, is_required_argument

from tests.live.devices import cursor_of, drained
from tests.printed import SCHEMA
from tests.world import Person


def _leaves(name: str) -> str:
    """All fields of a type that have nothing below and need no argument."""
    kind = SCHEMA.type_map[name]
    assert isinstance(kind, GraphQLObjectType)
    return " ".join(
        field
        for field, of in kind.fields.items()
        if is_leaf_type(get_named_type(of.type)) and not any(map(is_required_argument, of.args.values()))
    )


THREAD = f"""fragment T on Thread {{
  {_leaves("Thread")} peer {{ id }}
  lastMessage {{ id text sentAt receipt }}
}}"""
REQUEST = """fragment R on Request {
  id folder receivedAt sender { id } pendingMessages { id text } thread { id }
}"""
SETTINGS = """dmAudience readReceipts filterWords filterEntries { word place until }
  contactCodes { id label uses usesLeft createdAt expiresAt } requestPause { since until isOn requestsHidden }
  requestPolicy { mutualFollows recentAccounts followers unverified strangers }"""
BADGE = "pendingRequests unseenRequests unreadThreads suggestsPause"
VIEWER = f"""fragment V on Viewer {{
  {SETTINGS} badge {{ {BADGE} }}
  standing {{ ...S }}
}}"""
STANDING = """fragment S on Standing {
  canSend obstacles { code } messagesLeftNow newPairsLeftToday resetsAt
  restriction { reason at until appeal { state answer } }
  warnings { reason at decisionId appeal { state answer } }
}"""
SNAPSHOT = f"""query {{
  inbox(first: 100) {{ eventCursor edges {{ node {{ ...T }} }} }}
  requests(first: 100) {{ edges {{ node {{ ...R }} }} }}
  sentRequests(first: 100) {{ edges {{ node {{ messagesLeft sentAt thread {{ id }} }} }} }}
  blockedUsers(first: 100) {{ edges {{ node {{ id }} }} }}
  viewer {{ ...V }}
}} {THREAD} {REQUEST} {VIEWER} {STANDING}"""

_BELOW = {
    "Thread": "...T",
    "Request": "...R",
    "Message": "sentAt",
    "User": "id threadWithMe { ...T }",
}
"""The selections of an item's fields; an item of a new kind needs no line here."""


_OF_THE_VIEWER = {"BadgeChanged": f"badge {{ {BADGE} }}", "StandingChanged": "standing { ...S }"}
"""The part of the viewer that an item changes; for all others the settings."""


def _item(kind: GraphQLObjectType) -> str:
    named = {name: get_named_type(of.type).name for name, of in kind.fields.items()}
    below = {**_BELOW, "Viewer": _OF_THE_VIEWER.get(kind.name, SETTINGS)}
    objects = " ".join(f"{name} {{ {below[of]} }}" for name, of in named.items() if of in below)
    return f"... on {kind.name} {{ {_leaves(kind.name)} {objects} }}"


def _items() -> str:
    union = SCHEMA.type_map["EventItem"]
    assert isinstance(union, GraphQLUnionType)
    return "\n".join(map(_item, union.types))


EVENTS = f"""subscription($after: EventCursor) {{ events(after: $after) {{
  __typename
  {_items()}
}} }} {THREAD} {REQUEST} {STANDING}"""


def _activity(thread: Any) -> str:
    message = thread["lastMessage"]
    return max(thread["openedAt"] or "", message["sentAt"] if message else "")


class Client:
    """The state that a front end keeps: a snapshot, changed by items as docs/frontends.md says."""

    def __init__(self, data: Any) -> None:
        self.event_cursor = data["inbox"]["eventCursor"]
        self.inbox = {edge["node"]["id"]: edge["node"] for edge in data["inbox"]["edges"]}
        self.requests = {edge["node"]["id"]: edge["node"] for edge in data["requests"]["edges"]}
        self.sent = {
            e["node"]["thread"]["id"]: e["node"]["messagesLeft"] for e in data["sentRequests"]["edges"]
        }
        self.blocked = {edge["node"]["id"] for edge in data["blockedUsers"]["edges"]}
        self.viewer = data["viewer"]

    def state(self) -> Any:
        """The lists in their order."""
        inbox = sorted(self.inbox.values(), key=_activity, reverse=True)
        requests = sorted(self.requests.values(), key=lambda request: request["receivedAt"], reverse=True)
        sent = [(thread["id"], self.sent[thread["id"]]) for thread in inbox if thread["id"] in self.sent]
        return inbox, requests, sent, self.blocked, self.viewer

    def apply(self, item: Any) -> None:
        if "thread" in item:
            self._keep(item["thread"])
        if "request" in item:
            self._place(item["request"])
        if "threadId" in item:
            self._drop(item["threadId"])
        self.requests.pop(item.get("requestId"), None)
        self.viewer = {**self.viewer, **item.get("viewer", {})}
        match item["__typename"]:
            case "UserBlocked":
                self.blocked.add(item["user"]["id"])
                self._drop_user(item["user"]["id"])
            case "UserUnblocked":
                self.blocked.remove(item["user"]["id"])
                if item["user"]["threadWithMe"]:
                    self._keep(item["user"]["threadWithMe"])

    def _place(self, request: Any) -> None:
        self.requests.pop(request["id"], None)
        if request["folder"] == "REQUESTS":
            self.requests[request["id"]] = request

    def _keep(self, thread: Any) -> None:
        if thread["state"] == "PENDING" and thread["messagesLeftBeforeAccept"] is None:
            return  # a request to the viewer, which has items of its own
        self._drop(thread["id"])
        self.inbox[thread["id"]] = thread
        if thread["messagesLeftBeforeAccept"] is not None:
            self.sent[thread["id"]] = thread["messagesLeftBeforeAccept"]

    def _drop(self, thread_id: str) -> None:
        self.inbox.pop(thread_id, None)
        self.sent.pop(thread_id, None)
        self.requests = {id: node for id, node in self.requests.items() if node["thread"]["id"] != thread_id}

    def _drop_user(self, user_id: str) -> None:
        for thread in [node for node in self.inbox.values() if node["peer"]["id"] == user_id]:
            self._drop(thread["id"])
        self.requests = {id: node for id, node in self.requests.items() if node["sender"]["id"] != user_id}


async def snapshot(person: Person) -> Client:
    answer = await person.ask(SNAPSHOT)
    assert "errors" not in answer, answer
    client = Client(answer["data"])
    as_listed = list(client.inbox.values()), list(client.requests.values()), list(client.sent.items())
    assert client.state()[:3] == as_listed
    return client


async def catch_up(person: Person, client: Client) -> Any:
    """The client's view after all items since its snapshot; needs a policy that gives a Position soon."""
    async with person.listen_to(EVENTS, after=client.event_cursor) as stream:
        for item in await drained(stream, await cursor_of(person)):
            client.apply(item)
    return client.state()
