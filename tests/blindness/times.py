"""Whether the time of an answer tells a sender anything: `make times` measures it, and writes a page of figures.

Time is compared with itself. Recipients of every group are in one service and are asked in a random
order, so two groups to whom nothing was done differ by chance alone; that chance is found by dealing the
same times out to two groups again and again. No other group may differ by more.
"""

import asyncio
import json
import math
import random
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from pathlib import Path
from statistics import median
from typing import Any

from rules.policy import Policy
from server.logs import configure_logs
from tests.blindness.names import resolve
from tests.databases import PostgresSource, Source, SqliteSource, opened, postgres_server
from tests.services import running_world
from tests.world import Person, World, operation

Act = tuple[str, Mapping[str, Any]]
Times = Mapping[str, Sequence[float]]
"""Seconds, by group."""

ALIKE = "ignored", "ignored too"
GROUPS: Mapping[str, Sequence[Act]] = {
    **dict.fromkeys(ALIKE, ()),
    "deleted": [("delete", {"id": "$thread:alice-{0}"})],
    "deleted with never": [("delete", {"id": "$thread:alice-{0}", "never": True})],
    "blocked": [("block", {"userId": "$user:alice"})],
    "reported": [("report", {"subjectId": "$user:alice", "reason": "SPAM"})],
    "hidden": [("updateFilterWords", {"words": ["hello"]})],
    "hidden by the policy": [("updateRequestPolicy", {"strangers": "HIDDEN"})],
    "muted": [("mute", {"threadId": "$thread:alice-{0}", "muted": True})],
}
"""The act of the recipients of a group after the first message."""
SENT = {"input": {"recipientId": "$user:{0}", "text": "hello again"}}
ASKED: Sequence[tuple[str, str, Mapping[str, Any]]] = [
    ("a second message", "sendRequest", SENT),
    ("the thread", "thread", {"id": "$thread:alice-{0}", "first": 10}),
    ("the profile", "user", {"username": "{0}"}),
    ("the request sent", "node", {"id": "$sent:alice-{0}"}),
    ("a third message", "sendRequest", SENT),
    ("a fourth message", "sendRequest", SENT),
]
EACH, DEALS = 60, 5000
"""Recipients of a group; how often equal times are dealt out."""
WRONG = 0.01
"""The probability that a whole run finds a difference although there is none."""
POLICY = replace(Policy(), bucket_size=10**6, new_pairs_a_day=10**6, position_interval=timedelta(hours=1))
COMPARED = len(ASKED) * (len(GROUPS) - 1)


@dataclass(frozen=True)
class Figure:
    """Of one question to one group, in microseconds; `difference` to the ignored ones, `chance` is its bound."""

    database: str
    question: str
    group: str
    median: float
    difference: float
    chance: float

    @property
    def tells(self) -> bool:
        return self.difference > self.chance


async def measure(database: str, source: Source) -> list[Figure]:
    """On a new database, in one service."""
    url = await source.make()
    async with opened(url) as opened_database, running_world(opened_database, POLICY) as world:
        alice = await world.person("alice")
        recipients = [
            (await _recipient(alice, f"{group} {number}".replace(" ", "_"), acts), group)
            for number in range(EACH)
            for group, acts in GROUPS.items()
        ]
        figures = []
        for question, name, variables in ASKED:
            random.shuffle(recipients)
            times = defaultdict(list)
            for recipient, group in recipients:
                times[group].append(await _time(alice, name, await _filled(world, variables, recipient)))
            figures += _figures(database, question, times)
    await source.drop(url)
    return figures


async def _recipient(alice: Person, name: str, acts: Sequence[Act]) -> str:
    recipient = await alice.world.person(name)
    await alice.request(recipient, "hello")
    for mutation, given in acts:
        await recipient.do(mutation, **await _filled(alice.world, given, name))
    return name


async def _filled(world: World, variables: Mapping[str, Any], name: str) -> dict[str, Any]:
    named: dict[str, Any] = json.loads(json.dumps(variables).replace("{0}", name))
    return await resolve(world, named)


async def _time(alice: Person, name: str, variables: Mapping[str, Any]) -> float:
    body = {"query": operation(name), "variables": variables}
    headers = {"Authorization": alice.token}
    begun = time.perf_counter()
    async with alice.world.client.post(alice.world.url, json=body, headers=headers) as answer:
        await answer.read()
    return time.perf_counter() - begun


def _figures(database: str, question: str, times: Times) -> list[Figure]:
    ignored, chance = median(times[ALIKE[0]]), _chance([*times[ALIKE[0]], *times[ALIKE[1]]])
    return [
        Figure(database, question, group, *_micros(median(found), abs(median(found) - ignored), chance))
        for group, found in times.items()
        if group != ALIKE[0]
    ]


def _chance(times: list[float]) -> float:
    """Two halves dealt from equal times differ by no more, but for WRONG of all runs."""
    half, found = len(times) // 2, []
    for _ in range(DEALS):
        random.shuffle(times)
        found.append(abs(median(times[:half]) - median(times[half:])))
    return sorted(found)[-1 - math.floor(DEALS * WRONG / (2 * COMPARED))]


def _micros(*seconds: float) -> list[float]:
    return [round(one * 1e6, 1) for one in seconds]


def page(figures: Sequence[Figure]) -> str:
    """It says so if any group differs."""
    lines = [
        "# Times",
        "",
        "`make times` writes this page, and `times.json` beside it. A sender asks about recipients of eight groups of",
        f"{EACH}, in a random order, in one service. For each group: the median in microseconds, how far it is from",
        "that of recipients who did nothing, and how far two equal groups can be apart by chance: times of recipients",
        f"who did nothing, dealt out to two groups {DEALS} times. Meant to be wrong in one of {round(1 / WRONG)} runs,",
        "it is wrong more often: run it again, and mind only a group that comes twice.",
        "",
        "| database | question | group | median | difference | chance | |",
        "|---|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {one.database} | {one.question} | {one.group} | {one.median} | {one.difference} | {one.chance}"
        f" | {'tells' if one.tells else ''} |"
        for one in sorted(figures, key=lambda one: (one.database, one.question))
    ]
    return "\n".join(lines) + "\n"


async def _all() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder, postgres_server() as server:
        sqlite, postgres = SqliteSource(Path(folder)), PostgresSource(server)
        await sqlite.prepare()
        await postgres.prepare()
        return await measure("SQLite", sqlite) + await measure("PostgreSQL", postgres)


def main(path: Path) -> int:
    """The page and its raw figures; 1 if any time tells."""
    configure_logs("error")
    figures = asyncio.run(_all())
    path.write_text(page(figures))
    path.with_suffix(".json").write_text(json.dumps([asdict(one) for one in figures], indent=1) + "\n")
    return int(any(one.tells for one in figures))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
