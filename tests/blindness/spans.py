"""Acts that begin and end around messages, before the recipient reads up to the newest that they see.

An act that is over must leave no trace: no hole in the receipts, nor anything else.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, permutations

from rules.policy import Policy
from tests.api.provisioning import said
from tests.blindness.acts import Act, Fact, Runs, by
from tests.blindness.documents import root_fields
from tests.blindness.facts import (
    ALICE,
    BLOCKS,
    BOTH,
    DELETES,
    FILTERS,
    LIFTS_BOB,
    MOVES,
    MUTES,
    REPORTS,
    RESTRICTS_BOB,
    SHUNS,
    SHUNS_ALL,
    UNBLOCKS,
    UNDOES,
    UNDOES_ALL,
    UNMUTES,
    Facts,
)
from tests.blindness.plays import BOB, Play
from tests.blindness.scripts import ACCEPT
from tests.blindness.sender import Moment, Step
from tests.blindness.steps import LOOK, request, send
from tests.world import START

MARKS = by("bob", "markRead", threadId=BOTH, upTo="$newest:bob-alice")
ANSWERS = by("bob", "sendMessage", threadId=BOTH, text="I see.")
ASKS = by("bob", "sendRequest", recipientId=ALICE, text="I see.")
"""The ways of reading up to the newest: the second accepts a request, and the third even one that is not there."""
MESSAGES = "one", "two", "three"
"""Of a round. Its moments are before each, and before the recipient reads."""
READING = len(MESSAGES)
LISTENS = [Step(name, is_brief=True) for name in root_fields("Subscription")]
GLANCES = [
    Step(name, variables, is_brief=True)
    for name, variables in (
        ("thread", {"id": BOTH, "first": 20}),
        ("inbox", {}),
        ("user", {"username": "bob"}),
    )
]
SPANS = [*combinations(range(READING + 1), 2)]
"""From which moment of a round to which."""


def _round(number: int, says: Callable[[str], Step], *reads: Act) -> Iterator[Step | Moment | Act]:
    """Asked for is what front ends ask for, but for the first message."""
    for place, text in enumerate(MESSAGES):
        yield Moment(_moment(number, place))
        yield replace(says(text), is_brief=number + place > 0)
    yield Moment(_moment(number, READING))
    for act in reads:
        yield act
        yield from GLANCES


def _moment(number: int, place: int) -> int:
    return number * (READING + 1) + place


def _play(before: Sequence[str], *rounds: tuple[Callable[[str], Step], Sequence[Act]]) -> Play:
    receipts = ["alice wants-receipts bob", "bob wants-receipts alice"]
    script = [item for number, (says, reads) in enumerate(rounds) for item in _round(number, says, *reads)]
    return Play([*before, *receipts], [*LISTENS, *script, *LOOK], is_brief=True)


TALKING = _play(
    ["alice requests bob", "bob accepts alice"],
    *((send, [MARKS]), (send, [MARKS]), (send, [ANSWERS]), (send, [MARKS, ASKS])),
)
STARTING = _play(["alice requests carol"], (request, [ASKS]), (send, [MARKS]))
FOLLOWED = _play(["bob follows alice"], (request, [ASKS]), (send, [MARKS]))
"""Bob's follow opens the thread with the first message."""


def _accept_first(text: str) -> Step:
    return ACCEPT if text == MESSAGES[0] else send(text)


ACCEPTED = _play(["bob requests alice"], (_accept_first, [MARKS]), (send, [MARKS]))
REPLIED = _play(["bob requests alice"], (send, [MARKS]), (send, [MARKS]))
"""Bob asked, and alice opens the thread."""
Acts = Sequence[Runs]


def _told(**facts: object) -> Acts:
    return [by("host", "upsertUsers", users=[said("bob", **BOB, **facts)])]


_SIXTEEN = START.date().replace(year=START.year - Policy().minimum_age)
LASTING: Mapping[str, tuple[Acts, Acts]] = {
    "blocked": ([BLOCKS], [UNBLOCKS]),
    "reported and blocked": (REPORTS[:1], [UNBLOCKS]),
    "under age": (_told(birthDate="2015-01-01"), _told()),
    "without a birth date": (_told(birthDate=None), _told()),
    "just of age": (_told(birthDate=_SIXTEEN.isoformat()), _told()),
    "inactive": (_told(isActive=False), _told()),
    "restricted": (RESTRICTS_BOB, [LIFTS_BOB]),
    "deleted": ([DELETES], [UNDOES]),
    "never": ([SHUNS], [UNDOES]),
    "never in bulk": ([SHUNS_ALL], [UNDOES_ALL]),
    "muted": ([MUTES], [UNMUTES]),
    "hidden": ([FILTERS], [MOVES]),
}
"""How each begins and ends."""
PAIRED = "blocked", "under age", "restricted", "muted"
"""One may begin and end while another lasts."""


def _lasting(name: str, spans: Sequence[tuple[int, int]]) -> Fact:
    """One span a round."""
    return Fact(
        {
            _moment(number, place): acts
            for number, span in enumerate(spans)
            for place, acts in zip(span, LASTING[name], strict=True)
        }
    )


def _always(names: Sequence[str], rounds: int = 1, begin: int = 0) -> Facts:
    """Each from every moment on to every later one, alike in all rounds."""
    spans = [span for span in SPANS if span[0] >= begin]
    return {f"{name} {span}": _lasting(name, [span] * rounds) for name in names for span in spans}


def _in_turn(names: Sequence[str], rounds: int) -> Facts:
    """In each round another span, so that every one comes up."""
    turns = [SPANS[first : first + rounds] for first in range(0, len(SPANS), rounds)]
    return {f"{name} {spans}": _lasting(name, spans) for name in names for spans in turns}


def _two(one: str, other: str) -> Fact:
    """Overlapping, one within the other, one after the other, and overlapping with own messages the newest."""
    (begin, end), (then, finish) = LASTING[one], LASTING[other]
    rounds = [begin, then, end, finish], [begin, then, finish, end], [begin, end, then, finish]
    return Fact(
        {
            _moment(number, place): acts
            for number, round_ in enumerate([*rounds, rounds[0]])
            for place, acts in enumerate(round_)
        }
    )


WHILE_TALKING: Facts = {
    **_always(["blocked", "under age"], rounds=4),
    **_in_turn(["reported and blocked", "without a birth date", "just of age", "inactive"], rounds=4),
    **_in_turn(["restricted", "deleted", "muted"], rounds=4),
    **{f"{one}, {other}": _two(one, other) for one, other in permutations(PAIRED, 2)},
}
WHILE_STARTING: Facts = {
    **_always(["blocked", "hidden"]),
    **_always(["deleted", "never", "never in bulk"], begin=1),
    **_in_turn(["restricted"], rounds=2),
}
WHILE_FOLLOWED: Facts = {**_always(["blocked"], rounds=2), **_always(["under age"], begin=1)}
WHILE_ASKING: Facts = {**_always(["blocked"], rounds=2), **_in_turn(["deleted", "under age"], rounds=2)}
