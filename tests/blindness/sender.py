"""A sender with a script, who writes down everything that can be observed."""

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from events.kinds import EventKind
from models.connection import statement_log
from tests.live.acts import act
from tests.live.watching import log_end
from tests.world import START, Person, Stream, World, operation

Step = int | tuple[str, Mapping[str, Any]]
"""A moment at which the other one may do something, or an operation of the sender's with its variables.

`$bob` in a variable is bob's id; `$thread`, `$message` and the like are what the last answers gave.
"""

Fact = Mapping[int, Sequence[str]]
"""What the other one does, and at which moments."""

STEP = timedelta(seconds=25)
"""More than a stream is ever quiet."""
_SEALED = re.compile(r'\\?"([A-Za-z0-9_-]{22}|[A-Za-z0-9_-]{43})\\?"')
"""Also in JSON within JSON."""


@dataclass(frozen=True)
class Seen:
    """One step as the sender sees it; statements and own rows are what it might feel."""

    step: str
    answer: str
    headers: Mapping[str, str]
    items: str
    statements: Counter[str]
    rows: Sequence[Any]


@dataclass
class Sender:
    """Goes through a script; ids and cursors become numbers in the order in which they were first seen."""

    person: Person
    stream: Stream
    known: dict[str, str]
    seen: list[Seen] = field(default_factory=list)
    _numbers: dict[str, str] = field(default_factory=dict)

    @property
    def world(self) -> World:
        return self.person.world

    async def play(self, script: Sequence[Step], fact: Fact) -> list[Seen]:
        for number, step in enumerate(script):
            self.world.clock.now = START + number * STEP
            if isinstance(step, int):
                for line in fact.get(step, ()):
                    await act(self.world, line)
            else:
                self.seen.append(await self._take(*step))
        return self.seen

    async def _take(self, name: str, variables: Mapping[str, Any]) -> Seen:
        log = statement_log.get()
        assert log is not None
        log.clear()
        before = (await log_end(self.person)).seq
        headers, answer = await self._ask(name, variables)
        items = await self.stream.items(await self._count_items(before))
        statements = Counter(log)
        self._learn(answer)
        return Seen(
            f"{name} {variables}",
            self._plain(answer),
            headers,
            self._plain(items),
            statements,
            await self._own_rows(),
        )

    async def _ask(self, name: str, variables: Mapping[str, Any]) -> tuple[dict[str, str], Any]:
        text = json.dumps(variables)
        for word, id in self.known.items():
            text = text.replace(f'"${word}"', f'"{id}"')
        body = {"query": operation(name), "variables": json.loads(text)}
        asked = self.world.client.post(
            self.world.url, json=body, headers={"Authorization": self.person.token}
        )
        async with asked as answer:
            headers = {name: value for name, value in answer.headers.items() if name != "Date"}
            return headers | {":status": str(answer.status)}, await answer.json()

    async def _count_items(self, before: int) -> int:
        """Each message is one; of the rest only the first, as a Position: the clock stands still in a step."""
        where = f"user_id = {self.person.key} AND seq > {before}"
        kinds = [kind for _, kind in await self.world.rows("user_events", "seq, kind", where)]
        return sum(index == 0 or kind == EventKind.MESSAGE_ADDED for index, kind in enumerate(kinds))

    def _learn(self, answer: Any) -> None:
        for value in filter(None, (answer.get("data") or {}).values()):
            match value:
                case {"thread": {"id": thread}, "sent": {"id": message}, "cursor": cursor}:
                    self.known |= {"thread": thread, "message": message, "cursor": cursor}
                case {"edges": [{"cursor": edge, "node": {"id": id, "recipient": _}}, *_]}:
                    self.known |= {"edge": edge, "sentRequest": id}
                case {"edges": [{"node": {"id": id, "sender": _}}, *_]}:
                    self.known |= {"request": id}

    def _plain(self, value: Any) -> str:
        def number(found: re.Match[str]) -> str:
            return self._numbers.setdefault(found[1], f"#{len(self._numbers)}")

        return _SEALED.sub(number, json.dumps(value))

    async def _own_rows(self) -> list[Any]:
        me = self.person.key
        return [
            *await self.world.rows("user_streams", "last_seq, bucket_at", f"user_id = {me}"),
            *await self.world.rows("allowances", "recipient_id, unaccepted", f"sender_id = {me}"),
            *await self.world.rows("quotas", "day, pairs", f"user_id = {me}"),
            *await self.world.rows("client_keys", "key, fingerprint, created_at", f"user_id = {me}"),
        ]
