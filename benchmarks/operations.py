"""Operations as people of a crowd run them: what each was counted with, and took."""

import gc
import statistics
import time
from dataclasses import dataclass
from typing import Any

import orjson
from graphql import GraphQLField, GraphQLObjectType
from graphql.execution.values import VariableValues

from benchmarks.crowd import Crowd
from benchmarks.dearest import MOST_ROOTS, Shape, Whole, aliased
from events.stream import EventCursor
from schema.types.context import Context
from schema.types.ids import Kind
from server.app import make_schema
from server.graphiql import QUERIES
from server.operations import Operation
from server.plans import Plan
from server.rates import Rates

RUNS = 5
HOSTILE = "\ufdfa" * 499 + "?"
MODERATORS = {"reports", "auditLog"}


@dataclass(frozen=True, slots=True)
class Figure:
    """What one operation was counted with, and took; `error`: the first of its answer."""

    name: str
    cost: int
    milliseconds: float
    kilobytes: float
    error: str = ""


class Measuring:
    """Runs documents as people of the crowd."""

    def __init__(self, crowd: Crowd) -> None:
        self.crowd = crowd
        self.schema = make_schema(True, shows_cost=True)
        self.limit = Rates().cost

    def seal(self, kind: Kind, key: int) -> str:
        """An id as clients have it."""
        return self.crowd.services.sealer.seal(kind, key)

    async def figure(self, name: str, text: str, variables: dict[str, Any], runs: int = RUNS) -> Figure:
        """The median of some runs."""
        times, size, error, cost = [], 0, "", 0
        for _ in range(runs):
            context = self._context(name)
            gc.collect()
            started = time.process_time()
            result = await self.schema.execute(text, variable_values=variables, context_value=context)
            shown = {"data": result.data, "errors": [one.formatted for one in result.errors or []]}
            size = len(orjson.dumps(shown))
            times.append(time.process_time() - started)
            cost = (result.extensions or {}).get("cost", 0)
            error = result.errors[0].message if result.errors else ""
        return Figure(name, cost, round(statistics.median(times) * 1000, 1), round(size / 1000, 1), error)

    def _context(self, name: str) -> Context:
        crowd = self.crowd
        if name.split()[0] in MODERATORS:
            return Context(crowd.services, crowd.moderator, frozenset({"moderator"}))
        return Context(crowd.services, crowd.viewer, frozenset({"service", "moderator"}))

    # The queries

    @property
    def arguments(self) -> dict[str, str]:
        """Of the root fields, spelled into the document; SIZE is a page's."""
        ids = ", ".join(f'"{self.seal(Kind.THREAD, key)}"' for key in range(1, 101))
        search = '(first: SIZE, search: "{}")'
        return {
            "inbox": search.format("peer"),
            "people": search.format("stranger"),
            "thread": f'(id: "{self.seal(Kind.THREAD, 1)}")',
            "user": '(username: "peer0")',
            "reports": "(first: 10)",
            "node": f'(id: "{self.seal(Kind.THREAD, 1)}")',
            "nodes": f"(ids: [{ids}])",
            "draftHints": f'(text: "{HOSTILE}")',
        }

    def _fields(self, root: str) -> dict[str, GraphQLField]:
        found = self.schema._schema.type_map[root]
        assert isinstance(found, GraphQLObjectType)
        fields: dict[str, GraphQLField] = found.fields
        return fields

    async def roots(self) -> list[Figure]:
        """Each field of the query root with all that can be asked below it."""
        found = []
        for name, field in self._fields("Query").items():
            given = self.arguments.get(name, "(first: SIZE)" if "first" in field.args else "")
            shapes = Whole(self.schema, given).shapes("Query", name)
            documents = [shape.dearest(self.schema, self.limit) for shape in shapes]
            document = max(filter(None, documents), key=lambda one: one.cost)
            found.append(await self.figure(name, document.text, {}))
        return found

    async def patterns(self) -> list[Figure]:
        """What is dear for another cause each, as much of it as is let through."""
        documents = {name: shape.dearest(self.schema, self.limit) for name, shape in PATTERNS.items()}
        return [await self.figure(name, one.text, {}) for name, one in documents.items() if one]

    async def files(self) -> list[Figure]:
        """The operations of the front ends that read, at their largest page."""
        found = []
        for path in sorted(QUERIES.glob("*.graphql")):
            text = path.read_text(encoding="utf-8")
            plan = self.schema.plan(Operation(text))
            assert isinstance(plan, Plan)
            if plan.kind.value == "query":
                found.append(await self.figure(path.stem, text, self._variables(path.stem, text)))
        return found

    def _variables(self, name: str, text: str) -> dict[str, Any]:
        peer = self.seal(Kind.USER, self.crowd.peers[0])
        given = {
            "first": 10 if name == "reports" else 100,
            "id": self.seal(Kind.THREAD, 1) if name == "thread" else peer,
            "ids": [self.seal(Kind.USER, key) for key in self.crowd.peers[:100]],
            "search": "stranger" if name == "people" else "peer",
            "text": HOSTILE,
            "username": "peer0",
        }
        return {key: value for key, value in given.items() if f"${key}:" in text}

    # The mutations

    async def mutations(self) -> list[Figure]:
        """Each once with its largest input, and as often as one document may have it."""
        found = []
        for name, given in self._inputs().items():
            type_ = f"{self._fields('Mutation')[name].args['input'].type}"
            one = f"{name}(input: $input) {{ __typename }}"
            for times in (1, self._most(name, type_, given)):
                text = f"mutation ($input: {type_}) {{ {aliased(one, times)} }}"
                figure = await self.figure(
                    f"{name}, {times} times" if times > 1 else name, text, {"input": given}, 1
                )
                found.append(figure)
        return found

    def _most(self, name: str, type_: str, given: dict[str, Any]) -> int:
        """How often one document may have it: twenty times, or as often as the limit lets through."""
        text = f"mutation ($input: {type_}) {{ {name}(input: $input) {{ __typename }} }}"
        plan = self.schema.plan(Operation(text))
        assert isinstance(plan, Plan)
        one = plan.price.of(VariableValues({}, {"input": given}))
        return min(MOST_ROOTS, self.limit // one)

    def _inputs(self) -> dict[str, dict[str, Any]]:
        crowd = self.crowd
        peer, thread = self.seal(Kind.USER, crowd.peers[0]), self.seal(Kind.THREAD, 1)
        as_of = crowd.services.sealer.seal_event_cursor(EventCursor(crowd.viewer, 1, 0))
        return {
            "follow": {"userId": peer},
            "unfollow": {"userId": peer},
            "block": {"userId": self.seal(Kind.USER, crowd.strangers[0])},
            "unblock": {"userId": self.seal(Kind.USER, crowd.strangers[0])},
            "report": {"subjectId": peer, "reason": "SPAM", "note": "word " * 399},
            "updateDmAudience": {"audience": "EVERYONE"},
            "updateReadReceipts": {"enabled": True},
            "createStreamTicket": {"validSeconds": 30},
            "updateFilterWords": {"words": [f"{'a ' * 30}{number:03}" for number in range(200)]},
            "mute": {"threadId": thread, "muted": True},
            "sendMessage": {"threadId": thread, "text": "word " * 399},
            "sendRequest": {"recipientId": peer, "text": "word " * 99},
            "delete": {"id": self.seal(Kind.THREAD, 2)},
            "undoDelete": {"id": self.seal(Kind.THREAD, 2)},
            "acceptRequests": {"asOf": as_of, "requests": {"filter": {"all": True}}},
            "deleteRequests": {"asOf": as_of, "requests": {"filter": {"all": True}}},
            "upsertUsers": {"users": _users()},
            "setFollows": {"add": _follows(), "remove": []},
            "eraseUser": {"subject": "host-stranger1"},
            "revokeTokens": {"subject": "host-stranger1", "before": "2026-01-01T00:00:00Z"},
        }


def _users() -> list[dict[str, str]]:
    return [
        {"subject": f"new-{n}", "username": f"new{n}", "displayName": f"New {n} Of The Crowd"}
        for n in range(500)
    ]


def _follows() -> list[dict[str, str]]:
    return [
        {"follower": f"host-peer{n % 100}", "followee": f"host-sender{(n + n // 100) % 100}"}
        for n in range(500)
    ]


def _rows(field: str, below: str, lists: str = "inbox") -> Shape:
    """So many of a field in each row of a page."""
    frame = f"{{ {lists}(first: %d) {{ edges {{ node {{ {below} }} }} }} }}"
    return Shape(lambda size, times: frame % (size, aliased(field, times)))


def _roots(field: str) -> Shape:
    return Shape(lambda size, times: f"{{ {aliased(field.replace('SIZE', str(size)), times)} }}", MOST_ROOTS)


def _different_pages(size: int, times: int) -> str:
    pages = " ".join(
        f"a{one}: messages(first: {one}) {{ pageInfo {{ hasNextPage }} }}" for one in range(1, times + 1)
    )
    return f"{{ inbox(first: {size}) {{ edges {{ node {{ {pages} }} }} }} }}"


PATTERNS = {
    "plain values": _rows("state", "%s"),
    "sealed ids": _rows("id", "%s"),
    "cursors of rows": _roots("inbox(first: SIZE) { edges { cursor } }"),
    "users of rows": _rows("peer { id }", "%s"),
    "senders of messages": _rows("sender { id }", "lastMessage { %s }"),
    "threads of messages": _rows("thread { id }", "lastMessage { %s }"),
    "follows of users": _rows("followsMe", "peer { %s }"),
    "Message buttons": _rows("messageability { action }", "peer { %s }"),
    "threads of users": _rows("threadWithMe { id }", "peer { %s }"),
    "pages of messages": Shape(_different_pages),
    "texts": _rows("text", "lastMessage { %s }"),
    "first contacts": _rows("firstContact { mutualFollows }", "%s", "requests"),
    "messages of requests": _rows("pendingMessages { sentAt }", "%s", "requests"),
    "people": _roots("people(first: SIZE) { edges { cursor } }"),
    "people by name": _roots('people(first: SIZE, search: "s") { edges { cursor } }'),
    "threads by name": _roots('inbox(first: SIZE, search: "p") { edges { cursor } }'),
    "badges": _roots("viewer { badge { unreadThreads } }"),
    "filter words": Shape(lambda _, times: f"{{ viewer {{ {aliased('filterWords', times)} }} }}"),
    "warnings": Shape(
        lambda _, times: f"{{ viewer {{ standing {{ {aliased('warnings { at }', times)} }} }} }}"
    ),
    "hints of a draft": _roots(f'draftHints(text: "{HOSTILE}")'),
    "insights": _roots("requestInsights { sent slots { sent } byHint { sent } }"),
    "an export": _roots("exportMyData(first: SIZE) { edges { node { json } } }"),
    "introspection": _roots("__schema { types { name fields { name type { name } args { name } } } }"),
}
