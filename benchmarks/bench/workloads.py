"""The questions to each server: the same fields, in the words of its schema, each time of another user by chance."""

import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import jwt

from benchmarks.bench.dataset import OPEN, USERS, subject

SECRET = "secret" * 6
SEED = 7
KEPT = 8_192
"""Requests that are made before a run and sent again and again."""
EXPIRES = 4_102_444_800
TEXT = "hello there, this is a message"
ASKED = "Hello, is the blue bike in your story still for sale?"
STRANGERS = range(200, 1_000)
"""Distances of users who have no thread; beyond them are the same pairs from the other side."""

READS = ("ping", "inbox", "requests", "thread", "thread50")
SENDS = ("send", "sendRequest")
WORKLOADS = (*READS, *SENDS)

_PEER_USER = "{id username displayName avatarUrl verified}"
_USER = "{id username displayName avatarUrl isVerified}"
_PAGE = "pageInfo{hasNextPage endCursor}"

_PEERS = {
    "ping": "{__typename}",
    "inbox": "query Inbox($first:Int){inbox(first:$first){edges{cursor node{id unreadCount peer" + _PEER_USER
    + "lastMessage{id text createdAt seen sender{id}}}}" + _PAGE + "}}",
    "requests": "query Requests($first:Int){requests(first:$first){edges{cursor node{id unreadCount peer" + _PEER_USER
    + "lastMessage{id text createdAt}}}" + _PAGE + "}}",
    "thread": "query Thread($id:ID!,$first:Int){thread(id:$id){id unreadCount peer{id username displayName}"
    "messages(first:$first){edges{cursor node{id text createdAt seen sender{id username}}}" + _PAGE + "}}}",
    "live": "subscription Live{messageAdded{id text createdAt sender{id}}}",
    "send": "mutation Send($t:ID!,$x:String!){sendMessage(threadId:$t,text:$x){message{id text createdAt}}}",
}  # fmt: skip
_DOORSTEP = {
    "ping": "{__typename}",
    "inbox": "query Inbox($first:Int){inbox(first:$first){edges{cursor node{id unreadCount peer" + _USER
    + "lastMessage{id text sentAt receipt sender{id}}}}" + _PAGE + "}}",
    "requests": "query Requests($first:Int){requests(first:$first){edges{cursor node{id sender" + _USER
    + "thread{unreadCount lastMessage{id text sentAt}}}}" + _PAGE + "}}",
    "thread": "query Thread($id:ID!,$first:Int){thread(id:$id){id unreadCount peer{id username displayName}"
    "messages(first:$first){edges{cursor node{id text sentAt receipt sender{id username}}}" + _PAGE + "}}}",
    "live": "subscription Live{messageAdded{...on MessageAdded{message{id text sentAt sender{id}}}}}",
    "send": "mutation Send($input:SendMessageInput!){sendMessage(input:$input){__typename ...on SendMessageSuccess"
    "{sentMessage{id text sentAt}}}}",
    "sendRequest": "mutation SendRequest($input:SendRequestInput!){sendRequest(input:$input){__typename "
    "...on SendRequestSuccess{sentMessage{id text sentAt}}}}",
}  # fmt: skip

PROOFS = {
    "ping": b'"Query"',
    "send": b'essage":{"id":"',
    "sendRequest": b'essage":{"id":"',
}
"""The content of an answer if all went well; of a list its first edge."""
EDGE = b'"edges":[{'

Variables = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Ask:
    """One question: the keys of a user and of a thread or recipient, and what is sent."""

    user: int
    target: int
    text: str = TEXT


def asks(workload: str) -> Iterator[Ask]:
    """The same ones in the same order for each server; endless but for requests to strangers."""
    return _strangers() if workload == "sendRequest" else _threads(workload)


def _threads(workload: str) -> Iterator[Ask]:
    chance = random.Random(SEED)
    numbers = {"thread": (2, OPEN), "thread50": (1, 1)}.get(workload, (1, OPEN))
    while True:
        user = chance.randint(1, USERS)
        yield Ask(user, (user - 1) * OPEN + chance.randint(*numbers))


def _strangers() -> Iterator[Ask]:
    """Each pair once; those that come one after another have no user in common."""
    for distance in STRANGERS:
        for number in range(USERS):
            user = number * 7 % USERS
            yield Ask(user + 1, (user + distance) % USERS + 1)


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a server is asked. `make` has the variables of a workload; `subject` names a user in a token."""

    documents: dict[str, str]
    make: Callable[[str, Ask], Variables]
    subject: Callable[[int], str]

    def body(self, workload: str, ask: Ask) -> bytes:
        """The JSON of a POST."""
        document = self.documents["thread" if workload == "thread50" else workload]
        return json.dumps({"query": document, "variables": self.make(workload, ask)}).encode()


def peers() -> Dialect:
    """Keys as they are. A request to a stranger is measured against a send of theirs."""
    documents = _PEERS | {"sendRequest": _PEERS["send"]}
    return Dialect(documents, _peer_variables, str)


def _peer_variables(workload: str, ask: Ask) -> Variables:
    match workload:
        case "send":
            return {"t": str(ask.target), "x": ask.text}
        case "sendRequest":
            return {"t": str((ask.user - 1) * OPEN + ask.target % OPEN + 1), "x": ASKED}
    return _pages(workload, str(ask.target))


def doorstep(users: Sequence[str], threads: Sequence[str]) -> Dialect:
    """Sealed ids, in the order of keys."""

    def make(workload: str, ask: Ask) -> Variables:
        match workload:
            case "send":
                return {"input": {"threadId": threads[ask.target - 1], "text": ask.text}}
            case "sendRequest":
                return {"input": {"recipientId": users[ask.target - 1], "text": ASKED}}
        return _pages(workload, threads[ask.target - 1])

    return Dialect(_DOORSTEP, make, subject)


def _pages(workload: str, thread: str) -> Variables:
    match workload:
        case "ping":
            return {}
        case "thread" | "thread50":
            return {"id": thread, "first": 50 if workload == "thread50" else 20}
    return {"first": 20}


def token(name: str) -> str:
    """As a host app signs it."""
    return jwt.encode({"sub": name, "exp": EXPIRES}, SECRET, "HS256")


class Requests:
    """Whole HTTP requests for one server."""

    def __init__(self, dialect: Dialect, path: str = "/graphql") -> None:
        self.dialect = dialect
        self._path = path
        self._tokens = [token(dialect.subject(user)) for user in range(1, USERS + 1)]

    def one(self, workload: str, ask: Ask) -> bytes:
        """The bytes to write."""
        body = self.dialect.body(workload, ask)
        path = self._path.format(workload=workload)
        head = (
            f"POST {path} HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\nAccept: application/json\r\n"
            f"Authorization: Bearer {self._tokens[ask.user - 1]}\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        return head.encode() + body

    def of_everybody(self) -> Iterator[bytes]:
        """A ping of each user."""
        return (self.one("ping", Ask(user, 1)) for user in range(1, USERS + 1))

    def endless(self, workload: str) -> Iterator[bytes]:
        """Those that may be repeated are made beforehand, so that they cost nothing while it is measured."""
        given = asks(workload)
        if workload == "sendRequest":
            yield from (self.one(workload, ask) for ask in given)
            return
        made = [self.one(workload, next(given)) for _ in range(KEPT)]
        while True:
            yield from made
