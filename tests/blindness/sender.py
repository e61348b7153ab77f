"""A sender with a script, who writes down all that can be observed."""

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from tests.blindness.acts import Act
from tests.blindness.documents import document, root_of
from tests.blindness.ears import Ears
from tests.blindness.names import resolve
from tests.blindness.watched import Watched
from tests.world import Person, operation

STEP = timedelta(minutes=10)
"""Between two mutations; longer than a stream is ever quiet."""
_SEALED = re.compile(r'(?<=")((?:[0-9a-f]{32}){1,2}|[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})(?=\\?")')
"""Also in JSON within JSON. A contact code is another one in each world."""
_EDGE = re.compile(r"\$edge:(\w+)")
_OWN_ROWS = {
    "user_streams": ("last_seq, bucket_at", "user_id"),
    "user_events": ("seq, kind, at", "user_id"),
    "memberships": ("peer_id, folder, opened_at, blocked, unaccepted", "user_id"),
    "threads": ("hints, text_mark, created_at", "requester_id"),
    "quotas": ("day, pairs", "user_id"),
    "client_keys": ("key, fingerprint, created_at", "user_id"),
}


@dataclass(frozen=True)
class Step:
    """One operation of the sender's, with everything below its root field; a subscription is opened for good.

    `at_once`: the clock does not move before it. `is_brief`: the selections of front ends. `asks`: the
    document, where a field has to be alone: its error ends the fields beside it, wherever their statements are.
    `$thread:alice-bob` and the like are names for ids, `$edge:inbox` for the first cursor of the last
    page of that list.
    """

    name: str
    variables: Mapping[str, Any] = field(default_factory=dict)
    at_once: bool = False
    is_brief: bool = False
    asks: str = ""

    @property
    def text(self) -> str:
        return self.asks or (operation(self.name) if self.is_brief else document(self.name))

    def __str__(self) -> str:
        return f"{self.asks or self.name} {json.dumps(self.variables)}"


@dataclass(frozen=True)
class Moment:
    """Here the other one may do something."""

    number: int


Script = Sequence[Step | Moment | Act | timedelta]
"""Acts of the sender, and of others in every world alike; a timedelta is time that passes."""


@dataclass(frozen=True)
class Seen:
    """The result of one step. Its statements, those of all streams, and own rows might be felt.

    The streams of one socket go on side by side: their statements are counted, without an order.
    Rows keep what was written: they are looked at again after a mutation or a subscription.
    """

    step: str
    status: int
    headers: Sequence[tuple[bytes, bytes]]
    answer: str
    statements: Sequence[str]
    heard: Mapping[str, Sequence[str]]
    heard_by: Mapping[str, int]
    rows: Mapping[str, Sequence[Any]]


@dataclass
class Sender:
    """Goes through a script; ids and cursors become numbers in the order in which they were first seen."""

    person: Person
    watched: Watched
    ears: Ears
    cursors: list[str] = field(default_factory=list)
    _edges: dict[str, str] = field(default_factory=dict)
    _numbers: dict[str, str] = field(default_factory=dict)

    async def take(self, step: Step) -> Seen:
        kind, variables = root_of(step.name), await self._variables(step)
        if kind == "Mutation" and not step.at_once:
            self.watched.world.clock.now += STEP
        await self.watched.hub.settle()
        self.ears.statements.clear()
        if kind == "Subscription":
            await self.ears.subscribe(str(step), step.text, variables)
            return await self._seen(step, 101, (), "", ())
        answer = await self.watched.ask(self.person, step.text, variables)
        text = answer.body.decode()
        self._learn(step.name, json.loads(text))
        return await self._seen(step, answer.status, answer.headers, text, answer.statements)

    async def _seen(self, step: Step, *answer: Any) -> Seen:
        status, headers, text, statements = answer
        shown, heard = self._plain(text), sorted((await self.ears.hear()).items())
        told = {id: [self._plain(frame) for frame in frames] for id, frames in heard}
        felt = Counter(self.ears.statements)
        rows = {} if root_of(step.name) == "Query" else await self._rows()
        return Seen(str(step), status, headers, shown, statements, told, felt, rows)

    def _plain(self, text: str) -> str:
        def number(found: re.Match[str]) -> str:
            return self._numbers.setdefault(found[1], f"#{len(self._numbers)}")

        return _SEALED.sub(number, text)

    async def _variables(self, step: Step) -> dict[str, Any]:
        text = _EDGE.sub(lambda found: self._edges.get(found[1], "forged"), json.dumps(step.variables))
        return await resolve(self.watched.world, json.loads(text))

    def _learn(self, name: str, answer: Any) -> None:
        match (answer.get("data") or {}).get(name):
            case {"edges": [{"cursor": edge}, *_], "eventCursor": _}:
                self._edges[name] = edge
            case {"messages": {"edges": [{"cursor": edge}, *_]}}:
                self._edges["messages"] = edge
            case {"eventCursor": cursor, "query": _}:
                self.cursors.append(cursor)

    async def _rows(self) -> dict[str, Any]:
        world, key = self.watched.world, self.person.key
        return {
            table: await world.rows(table, columns, f"{whose} = {key}")
            for table, (columns, whose) in _OWN_ROWS.items()
        }
