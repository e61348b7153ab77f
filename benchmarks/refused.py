"""Operations that are refused for their cost: documents as large as they may be, and the time of the same below the
limit."""

import gc
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import orjson
from strawberry.types.execution import PreExecutionError

from benchmarks.dearest import aliased
from benchmarks.operations import RUNS, Measuring
from schema.types.context import Context
from server.admission import Asker, Gate
from server.engine import json_of
from server.operations import NOT_STREAMED
from server.plans import Draft
from server.rates import Meters, Rates
from server.transport.protocol import operation_of

DEAR = "dear: inbox(first: 100) { edges { node { messages(first: 100) { edges { node { id text } } } } } }"
MOST = 1_000
"""Of anything in a document: no more tokens are read."""

Make = Callable[[str, int], str]


@dataclass(frozen=True, slots=True)
class Hostile:
    """Documents around another root field (none, or a dear one), each with so many of one thing.

    `before`: milliseconds until a document of up to 1,500 tokens was refused, when it was validated first.
    """

    before: float
    make: Make
    variables: Mapping[str, Any] = field(default_factory=dict)

    def largest(self, measuring: Measuring, root: str) -> str:
        """With as many as the limits of documents let through, at any cost."""
        low, high = 0, MOST
        while low < high:
            middle = (low + high + 1) // 2
            draft = measuring.schema._planner.draft(_named(self.make(root, middle), "n"), "n")
            low, high = (middle, high) if isinstance(draft, Draft) else (low, middle - 1)
        return self.make(root, low)


@dataclass(frozen=True, slots=True)
class Refused:
    """Milliseconds; `code` is that of the second answer, for a document with another fault too."""

    name: str
    before: float
    refused: float
    below: float
    code: str


class Refusing:
    """Goes from the bytes of a body to the bytes of an answer, with no plan kept."""

    def __init__(self, measuring: Measuring) -> None:
        rates = replace(Rates(), documents=10**9, refused=10**9, anonymous=10**9)
        self._measuring = measuring
        self._gate = Gate(Meters(rates), Asker("::1"))

    async def rows(self) -> list[Refused]:
        """In the order of SHAPES."""
        return [await self._row(name, shape) for name, shape in SHAPES.items()]

    async def _row(self, name: str, shape: Hostile) -> Refused:
        refused, why = await self._asked(shape, DEAR)
        assert why == "COST_LIMIT_EXCEEDED", (name, why)
        below, code = await self._asked(shape, "")
        return Refused(name, shape.before, refused, below, code)

    async def _asked(self, shape: Hostile, root: str) -> tuple[float, str]:
        text, times, answer = shape.largest(self._measuring, root), [], b""
        for number in range(RUNS):
            name = f"n{number}"
            body = orjson.dumps(
                {"query": _named(text, name), "operationName": name, "variables": shape.variables}
            )
            gc.collect()
            started = time.process_time()
            answer = await self._answer(body)
            times.append(time.process_time() - started)
        errors = orjson.loads(answer).get("errors")
        return round(statistics.median(times) * 1000, 1), errors[0]["extensions"]["code"] if errors else ""

    async def _answer(self, body: bytes) -> bytes:
        schema, crowd = self._measuring.schema, self._measuring.crowd
        operation = operation_of(orjson.loads(body))
        admitted = schema.plan_at(self._gate, operation, NOT_STREAMED)
        if isinstance(admitted, PreExecutionError):
            return json_of(admitted)
        plan, operation = admitted
        context = Context(crowd.services, crowd.viewer, frozenset({"moderator"}))
        return json_of(await schema.run(plan, operation, context, self._gate))


def _named(text: str, name: str) -> str:
    return text.replace("query", f"query {name}", 1)


def _each(text: str, times: int) -> str:
    return " ".join(text.replace("#", str(number)) for number in range(times))


def _beside(below: Callable[[int], str]) -> Make:
    return lambda root, times: f"query {{ {root} {below(times)} }}"


def _in_rows(text: str) -> Make:
    return _beside(lambda times: f"inbox(first: 1) {{ edges {{ node {{ id {_each(text, times)} }} }} }}")


def _given(kinds: str, below: str) -> Make:
    return lambda root, _: f"query ({kinds}) {{ {root} {below} }}"


def _spread(fragments: Callable[[int], list[str]]) -> Make:
    """Fragments on Viewer, the first of which is spread."""

    def make(root: str, times: int) -> str:
        made = fragments(max(1, times))
        texts = [
            f"fragment f{number} on Viewer {{ dmAudience {below} }}" for number, below in enumerate(made)
        ]
        return f"query {{ {root} viewer {{ ...f0 }} }} {' '.join(texts)}"

    return make


def _all_in_all(times: int) -> list[str]:
    return [_each("...f#", times).partition(f"...f{one}")[2] for one in range(times)]


def _two_tiers(root: str, times: int) -> str:
    lower = _each("fragment g# on Badge { unreadThreads }", times)
    upper = _each(f"fragment f# on Viewer {{ badge {{ unreadThreads {_names('...g', times)} }} }}", times)
    return f"query {{ {root} viewer {{ dmAudience {_names('...f', times)} }} }} {upper} {lower}"


def _names(prefix: str, times: int) -> str:
    return " ".join(f"{prefix}{number}" for number in range(times))


def _introspection(root: str, times: int) -> str:
    """Each fragment spreads the next one in five equal fields."""
    depth = min(times, 8)
    made = [
        f"fragment f{one} on __Type {{ {f'ofType {{ name ...f{one + 1} }} ' * 5} }}" for one in range(depth)
    ]
    last = f"fragment f{depth} on __Type {{ name }}"
    return f"query {{ {root} __schema {{ types {{ ...f0 }} }} }} {' '.join(made)} {last}"


ESCAPED = r"\n\n\n\n\n\n\n\n"
TEXT = '"idididid" '
LIST = [f"id{number:08}" for number in range(19_000)]
WHOLE = (
    "viewer { dmAudience filterWords badge { unreadThreads } standing { canSend warnings { reason at } } }"
)
SHAPES = {
    "aliases of a field with all below it": Hostile(
        13.5, _beside(lambda times: aliased(WHOLE, min(times, 19)))
    ),
    "equal fields with fields below": Hostile(11.4, _in_rows("peer { id username }")),
    "equal fields with arguments": Hostile(
        11.8, _beside(lambda times: _each("inbox(first: 1, after: null) { cursor }", times))
    ),
    "inline fragments in a row": Hostile(25.3, _in_rows("... on Thread { peer { id } }")),
    "inline fragments in each other": Hostile(
        19.1,
        _beside(
            lambda times: f"viewer {{ {'... { ' * min(times, 190)} dmAudience {'} ' * min(times, 190)} }}"
        ),
    ),
    "fragments that spread the next one": Hostile(
        36.2, _spread(lambda times: [f"...f{one + 1}" for one in range(times - 1)] + [""])
    ),
    "fragments that spread all others": Hostile(85.7, _spread(_all_in_all)),
    "two tiers of fragments": Hostile(103.0, _two_tiers),
    "a ring of fragments": Hostile(
        35.1, _spread(lambda times: [f"...f{(one + 1) % times}" for one in range(times)])
    ),
    "introspection, fragments in fragments": Hostile(189.2, _introspection),
    "directives on all": Hostile(10.7, _in_rows("id @include(if: true)")),
    "many variables": Hostile(
        23.4,
        lambda root, times: (
            f"query ({_each('$v#: ID! = 1', max(1, times))}) {{ {root} "
            f"nodes(ids: [{_names('$v', max(1, times))}]) {{ id }} }}"
        ),
    ),
    "many operations": Hostile(
        28.1,
        lambda root, times: (
            f"query {{ {root} viewer {{ dmAudience }} }} "
            f"{_each('query q# { inbox(first: 1) { edges { node { peer { id } } } } }', times)}"
        ),
    ),
    "a long list of numbers": Hostile(28.4, _beside(lambda times: f"nodes(ids: [{'1 ' * times}]) {{ id }}")),
    "a long list of texts": Hostile(45.0, _beside(lambda times: f"nodes(ids: [{TEXT * times}]) {{ id }}")),
    "a long text": Hostile(10.4, _beside(lambda times: f'draftHints(text: "{ESCAPED * times}")')),
    "names that the schema does not have": Hostile(
        13.3, _beside(lambda times: f"viewer {{ {_names('no', max(1, times))} }}")
    ),
    "arguments that the field does not have": Hostile(
        12.8, _beside(lambda times: f"inbox({_each('a#: 1', max(1, times))}) {{ cursor }}")
    ),
    "250 kB of ids in the variables": Hostile(
        22.0, _given("$ids: [ID!]!", "nodes(ids: $ids) { id }"), {"ids": LIST}
    ),
    "250 kB of variables that nothing names": Hostile(
        5.6, _beside(lambda _: "viewer { dmAudience }"), dict.fromkeys(LIST[:15_000], 1)
    ),
}
