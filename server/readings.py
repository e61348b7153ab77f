"""The sources of the metrics: counts that the parts of a process keep anyway."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from schema.types.context import Services
from schema.types.problems import REFUSED
from server.errors import TOLD
from server.service import Service
from server.transport.sessions import Session


@dataclass(frozen=True, slots=True)
class Sources:
    """The parts of one process. `sessions` are its open sockets and streams over HTTP."""

    services: Services
    service: Service
    sessions: set[Session]


Values: TypeAlias = Mapping[tuple[str, ...], float]


@dataclass(frozen=True, slots=True)
class Reading:
    """A metric `doorstep_{name}`, with one value for each of its labels' values; () where it has no label."""

    name: str
    meaning: str
    labels: tuple[str, ...]
    read: Callable[[Sources], Values]
    is_counter: bool = False


def _one(value: float) -> Values:
    return {(): value}


def _pools(attribute: str) -> Callable[[Sources], Values]:
    def read(sources: Sources) -> Values:
        return {
            (name,): getattr(usage, attribute) for name, usage in sources.services.database.usage().items()
        }

    return read


def _hub(name: str) -> Callable[[Sources], Values]:
    return lambda sources: _one(sources.services.hub.counts[name])


def _each(counts: Counter[str]) -> Values:
    return {(name,): count for name, count in counts.items()}


GAUGES = (
    Reading("sessions", "Open sockets and streams over HTTP.", (), lambda of: _one(len(of.sessions))),
    Reading("streams", "Running subscriptions.", (), lambda of: _one(of.services.hub.streams)),
    Reading("listeners", "Users with a subscription.", (), lambda of: _one(len(of.services.hub.users()))),
    Reading("pool_lent", "Connections in use; on SQLite 1 while one writes.", ("pool",), _pools("lent")),
    Reading("pool_size", "Connections that there may be at most.", ("pool",), _pools("size")),
    Reading(
        "pool_waiting",
        "Tasks that wait for a connection, or to write to SQLite.",
        ("pool",),
        _pools("waiting"),
    ),
    Reading(
        "mutations_under_way",
        "Mutations that are not answered yet.",
        (),
        lambda of: _one(of.service.schema.pressure.under_way),
    ),
    Reading(
        "mutations_allowed",
        "Mutations that may be under way: it falls while they take too long, and further ones are refused.",
        (),
        lambda of: _one(round(of.service.schema.pressure.limit)),
    ),
    Reading(
        "sends_waiting", "Sends that wait for the next set.", (), lambda of: _one(of.services.sends.waiting)
    ),
)

COUNTERS = (
    Reading("errors", "Errors that clients were told.", ("code",), lambda _: _each(TOLD), True),
    Reading("problems", "Expected failures of mutations.", ("problem",), lambda _: _each(REFUSED), True),
    Reading(
        "rate_limited", "Refusals by a rate.", ("limit",), lambda of: _each(of.service.meters.limited), True
    ),
    Reading(
        "cost", "Counted cost of operations.", ("asker",), lambda of: _each(of.service.meters.spent), True
    ),
    Reading("send_sets", "Sets of sends.", (), lambda of: _one(of.services.sends.sets), True),
    Reading("set_sends", "Sends in them.", (), lambda of: _one(of.services.sends.members), True),
    Reading("hints_sent", "Hints given to the broker.", (), _hub("hints_sent"), True),
    Reading("hints_heard", "Hints of other processes.", (), _hub("hints_heard"), True),
    Reading("hints_lost", "Hints that the broker never got.", (), _hub("hints_lost"), True),
    Reading("polls", "Polls of the logs that are followed.", (), _hub("polls"), True),
    Reading("polls_failed", "Polls that the database did not answer.", (), _hub("polls_failed"), True),
)

READINGS = (*GAUGES, *COUNTERS)
