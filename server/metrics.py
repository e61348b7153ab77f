"""Metrics for Prometheus: times are counted as operations run, all else is read when the page is asked for."""

import asyncio
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

import structlog
from aiohttp import web
from graphql import OperationDefinitionNode, parse
from prometheus_client import CollectorRegistry, Histogram, ProcessCollector, disable_created_metrics
from prometheus_client.aiohttp import make_aiohttp_handler
from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from schema.types.context import Services
from schema.types.problems import REFUSED
from server.engine import Watch
from server.errors import TOLD
from server.plans import Plan
from server.process import NO_ADDRESS
from server.service import SERVICE, Service, run_beside
from server.settings import Settings
from server.transport.sessions import SESSIONS, Session

OTHER = "other"
"""The name of all operations that no registered document has, so that clients cannot make up series."""

SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5)
LAGS = (0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2.5, 5, 10)

disable_created_metrics()  # type: ignore[no-untyped-call]

PAGE = "/metrics"
PAUSE = 5.0
"""Seconds until the ports are tried again."""

log = structlog.get_logger("doorstep.metrics")


class Metrics(Watch):
    """Of one process. `names`: the operations that have series of their own."""

    def __init__(self, names: Iterable[str]) -> None:
        self.registry = CollectorRegistry()
        self._names = frozenset(names)
        self._seconds = Histogram(
            "doorstep_operation_seconds",
            "Time of a query or mutation, from its variables to its result.",
            ["operation", "type"],
            buckets=SECONDS,
            registry=self.registry,
        )
        self._lag = Histogram(
            "doorstep_stream_lag_seconds",
            "Time from the write of an event until its item was sent, on a stream that was open by then.",
            buckets=LAGS,
            registry=self.registry,
        )
        self._observe_of = cache(lambda name, kind: self._seconds.labels(name, kind).observe)
        ProcessCollector(registry=self.registry)

    def ran(self, plan: Plan, seconds: float) -> None:
        """As `Watch.ran`."""
        name = plan.name if plan.name in self._names else OTHER
        self._observe_of(name, plan.kind._value_)(seconds)

    def sent(self, written_at: float, opened_at: float) -> None:
        """As `Watch.sent`; what an opened stream catches up with is late by its own absence."""
        if written_at >= opened_at:
            self._lag.observe(max(0.0, time.time() - written_at))


@dataclass(frozen=True, slots=True)
class Sources:
    """The parts of one process, which keep the counts anyway. `sessions`: its open sockets and streams over HTTP."""

    services: Services
    service: Service
    sessions: set[Session]


@dataclass(frozen=True, slots=True)
class Reading:
    """A metric `doorstep_{name}`: one value, or one for each value of its label."""

    name: str
    meaning: str
    read: Callable[[Sources], float | Mapping[str, float]]
    label: str | None = None


def _pools(attribute: str) -> Callable[[Sources], Mapping[str, float]]:
    def read(sources: Sources) -> Mapping[str, float]:
        return {name: getattr(usage, attribute) for name, usage in sources.services.database.usage().items()}

    return read


def _hub(name: str) -> Callable[[Sources], float]:
    return lambda of: of.services.hub.counts[name]


GAUGES = (
    Reading("sessions", "Open sockets and streams over HTTP.", lambda of: len(of.sessions)),
    Reading("streams", "Running subscriptions.", lambda of: of.services.hub.streams),
    Reading("listeners", "Users with a subscription.", lambda of: len(of.services.hub.users())),
    Reading("pool_lent", "Connections in use; on SQLite 1 while one writes.", _pools("lent"), "pool"),
    Reading("pool_size", "Connections that there may be at most.", _pools("size"), "pool"),
    Reading(
        "pool_waiting", "Tasks that wait for a connection, or to write to SQLite.", _pools("waiting"), "pool"
    ),
    Reading(
        "mutations_under_way",
        "Mutations that are not answered yet.",
        lambda of: of.service.schema.pressure.under_way,
    ),
    Reading(
        "mutations_allowed",
        "Mutations that may be under way: it falls while they take too long, and further ones are refused.",
        lambda of: round(of.service.schema.pressure.limit),
    ),
    Reading("sends_waiting", "Sends that wait for the next set.", lambda of: of.services.sends.waiting),
)

COUNTERS = (
    Reading("errors", "Errors that clients were told.", lambda _: TOLD, "code"),
    Reading("problems", "Expected failures of mutations.", lambda _: REFUSED, "problem"),
    Reading("rate_limited", "Refusals by a rate.", lambda of: of.service.meters.limited, "limit"),
    Reading("cost", "Counted cost of operations.", lambda of: of.service.meters.spent, "asker"),
    Reading("send_sets", "Sets of sends.", lambda of: of.services.sends.sets),
    Reading("set_sends", "Sends in them.", lambda of: of.services.sends.members),
    Reading("hints_sent", "Hints given to the broker.", _hub("hints_sent")),
    Reading("hints_heard", "Hints of other processes.", _hub("hints_heard")),
    Reading("hints_lost", "Hints that the broker never got.", _hub("hints_lost")),
    Reading("polls", "Polls of the logs that are followed.", _hub("polls")),
    Reading("polls_failed", "Polls that the database did not answer.", _hub("polls_failed")),
)


class _Read(Collector):
    """Reads everything again for each answer."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources

    def collect(self) -> Iterator[Metric]:
        yield from (self._family(GaugeMetricFamily, reading) for reading in GAUGES)
        yield from (self._family(CounterMetricFamily, reading) for reading in COUNTERS)

    def _family(self, kind: type[Any], reading: Reading) -> Any:
        found: Any = reading.read(self._sources)
        labels = [reading.label] if reading.label else []
        family = kind(f"doorstep_{reading.name}", reading.meaning, labels=labels)
        for names, value in [([name], value) for name, value in found.items()] if labels else [([], found)]:
            family.add_metric(names, value)
        return family


def metrics_of(app: web.Application, services: Services, documents: Iterable[str]) -> Metrics:
    """Watches this application from now on. Operations of these documents have series by their names."""
    metrics = Metrics(names_of(documents))
    service = app[SERVICE]
    service.schema.watch = metrics
    metrics.registry.register(_Read(Sources(services, service, app[SESSIONS])))
    return metrics


def add_metrics(
    app: web.Application, services: Services, settings: Settings, documents: Iterable[str]
) -> None:
    """Serves metrics on a port of their own: each of several workers takes the next one."""
    assert settings.metrics_port
    metrics = metrics_of(app, services, documents)
    ports = range(settings.metrics_port, settings.metrics_port + settings.workers)
    run_beside(app, partial(serve_metrics, metrics, settings.metrics_host, ports))


def names_of(texts: Iterable[str]) -> Iterator[str]:
    """The names of all operations in these documents."""
    for text in texts:
        for node in parse(text).definitions:
            if isinstance(node, OperationDefinitionNode) and node.name:
                yield node.name.value


async def serve_metrics(metrics: Metrics, host: str, ports: Sequence[int]) -> None:
    """Serves the page on the first of the ports that is free; if none is, until one comes free. Runs for ever."""
    app = web.Application()
    app.router.add_get(PAGE, make_aiohttp_handler(metrics.registry))
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        while isinstance(port := await _listen(runner, host, ports), Exception):
            log.warning("no metrics", ports=[ports[0], ports[-1]], error=str(port))
            await asyncio.sleep(PAUSE)
        log.info("metrics", port=port)
        await asyncio.Event().wait()
    finally:
        await runner.cleanup()


async def _listen(runner: web.AppRunner, host: str, ports: Sequence[int]) -> int | Exception:
    """The port, or why the last one cannot be used."""
    why: Exception
    for port in ports:
        try:
            await web.TCPSite(runner, host, port).start()
        except NO_ADDRESS as error:
            why = error
        else:
            return port
    return why
