"""Operations as people of a crowd run them: the counted cost and the time of each."""

import gc
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import orjson
from graphql import GraphQLField, GraphQLInterfaceType, GraphQLObjectType
from graphql.execution.values import VariableValues

from benchmarks.crowd import Crowd
from benchmarks.dearest import MOST_ROOTS, Shape, Whole, aliased
from benchmarks.inputs import Inputs, as_of
from schema.types.context import Context
from schema.types.ids import Kind
from server.app import make_schema
from server.asked import Operation
from server.assets import QUERIES
from server.plans import Plan
from server.rates import Rates

RUNS = 5
HOSTILE = "\ufdfa" * 499 + "?"
LARGEST = {"reports": 10, "appeals": 10, "requests": 45}
"""Rows of a page, of `requests` with a filter; of the others 100."""
SEARCHES = {"people": "stranger", "requests": "sender"}
MODERATORS = {"reports", "appeals", "auditLog"}


@dataclass(frozen=True, slots=True)
class Figure:
    """The counted cost of one operation, time and size of its answer; `error`: its first error, or its problem."""

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
        types = self.schema._schema
        problem = types.type_map["Problem"]
        assert isinstance(problem, GraphQLInterfaceType)
        self._problems = {one.name for one in types.get_possible_types(problem)}

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
            error = self._error(shown)
        return Figure(name, cost, round(statistics.median(times) * 1000, 1), round(size / 1000, 1), error)

    def _error(self, shown: dict[str, Any]) -> str:
        if shown["errors"]:
            return str(shown["errors"][0]["message"])
        first = next(iter((shown["data"] or {}).values()), None)
        name = first.get("__typename") if isinstance(first, dict) else None
        return name if name in self._problems else ""

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
            "requests": '(first: SIZE, filter: {text: "ask", followsMe: false}, orderBy: MUTUAL_FOLLOWS)',
            "requestCount": f'(filter: {{text: "ask"}}, asOf: "{as_of(self.crowd)}")',
            "reports": "(first: 10)",
            "appeals": "(first: 10)",
            "node": f'(id: "{self.seal(Kind.THREAD, 1)}")',
            "nodes": f"(ids: [{ids}])",
            "draftHints": f'(text: "{HOSTILE}")',
        }

    def fields(self, root: str) -> dict[str, GraphQLField]:
        """Of a root, by name."""
        found = self.schema._schema.type_map[root]
        assert isinstance(found, GraphQLObjectType)
        fields: dict[str, GraphQLField] = found.fields
        return fields

    def shapes(self, name: str, field: GraphQLField) -> Iterator[Shape]:
        """Of a field of the query root, the flat one first."""
        given = self.arguments.get(name, "(first: SIZE)" if "first" in field.args else "")
        return Whole(self.schema, given).shapes("Query", name)

    async def roots(self) -> list[Figure]:
        """Each field of the query root with all that can be asked below it."""
        found = []
        for name, field in self.fields("Query").items():
            documents = [shape.dearest(self.schema, self.limit) for shape in self.shapes(name, field)]
            document = max(filter(None, documents), key=lambda one: one.cost)
            found.append(await self.figure(name, document.text, {}))
        return found

    async def patterns(self) -> list[Figure]:
        """Operations that are dear, each for another cause, as large as the limits allow."""
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
            "first": LARGEST.get(name, 100),
            "filter": {"text": "ask", "followsMe": False},
            "orderBy": "MUTUAL_FOLLOWS",
            "asOf": as_of(self.crowd),
            "id": self.seal(Kind.THREAD, 1) if name == "thread" else peer,
            "ids": [self.seal(Kind.USER, key) for key in self.crowd.peers[:100]],
            "search": SEARCHES.get(name, "peer"),
            "text": HOSTILE,
            "username": "peer0",
        }
        return {key: value for key, value in given.items() if f"${key}:" in text}

    # The mutations

    async def mutations(self, most: int = MOST_ROOTS) -> list[Figure]:
        """Each once with its largest input, and as often as one document may have it, if it is more than once."""
        found = []
        for name, given in Inputs(self.crowd).all().items():
            type_ = f"{self.fields('Mutation')[name].args['input'].type}"
            one = f"{name}(input: $input) {{ __typename }}"
            for times in sorted({1, min(most, self._most(name, type_, given))}):
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
