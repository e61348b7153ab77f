"""Evaluates the queries of the dashboard on scraped samples: the part of PromQL that they use."""

import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import promql_parser as promql
from prometheus_client.parser import text_string_to_metric_families

WINDOW = 15.0
"""Seconds of a rate, as Grafana chooses for a scrape each few seconds."""

Labels = frozenset[tuple[str, str]]
Vector = dict[Labels, float]
"""A value for each series."""


@dataclass(frozen=True)
class Scrape:
    """The figures of all processes at a time, in seconds; series by metric and labels."""

    at: float
    values: Mapping[str, Vector]


def read(at: float, pages: Mapping[str, str]) -> Scrape:
    """From the pages of processes by their instance."""
    values: defaultdict[str, Vector] = defaultdict(dict)
    for instance, page in pages.items():
        for family in text_string_to_metric_families(page):
            for sample in family.samples:
                labels = {**sample.labels, "instance": instance, "job": "doorstep"}
                values[sample.name][frozenset(labels.items())] = sample.value
    return Scrape(at, values)


def plain(query: str) -> str:
    """A query of the dashboard for all processes, without Grafana's variables."""
    return query.replace("$__rate_interval", "15s").replace("$instance", ".*").replace("$job", "doorstep")


def evaluated(query: str, scrapes: Sequence[Scrape]) -> Vector:
    """The value of a query at the time of the last scrape; a query that is not of these forms is a KeyError."""
    return _value(promql.parse(plain(query)), scrapes)


def metrics_of(query: str) -> set[str]:
    """The names of all series that it reads."""
    return set(_selected(promql.parse(plain(query))))


def _selected(node: Any) -> list[str]:
    if isinstance(node, promql.VectorSelector):
        return [str(node.name)]
    if isinstance(node, promql.MatrixSelector):
        return [str(node.vector_selector.name)]
    inner = getattr(node, "args", None) or [
        getattr(node, name) for name in ("lhs", "rhs", "expr") if hasattr(node, name)
    ]
    return [name for one in inner for name in _selected(one)]


def _value(node: Any, scrapes: Sequence[Scrape]) -> Vector:
    match node:
        case promql.VectorSelector():
            return dict(scrapes[-1].values.get(str(node.name), {}))
        case promql.AggregateExpr():
            return _aggregate(node, _value(node.expr, scrapes))
        case promql.BinaryExpr():
            return _divided(_value(node.lhs, scrapes), _value(node.rhs, scrapes))
    if node.func.name == "rate":
        return _rate(node.args[0].vector_selector.name, scrapes)
    assert node.func.name == "histogram_quantile"
    return _quantiles(node.args[0].val, _value(node.args[1], scrapes))


def _rate(name: str, scrapes: Sequence[Scrape]) -> Vector:
    last = scrapes[-1]
    first = next(one for one in scrapes if one.at >= last.at - WINDOW)
    if first is last:
        return {}
    before, seconds = first.values.get(name, {}), last.at - first.at
    return {
        labels: (value - before.get(labels, 0.0)) / seconds
        for labels, value in last.values.get(name, {}).items()
    }


_FOLDS: Mapping[str, Callable[[list[float]], float]] = {"sum": sum, "count": len}


def _aggregate(node: Any, vector: Vector) -> Vector:
    if str(node.op) == "topk":
        most = sorted(vector.items(), key=lambda pair: -pair[1])[: int(node.param.val)]
        return dict(most)
    kept = set(node.modifier.labels) if node.modifier else set()
    groups: defaultdict[Labels, list[float]] = defaultdict(list)
    for labels, value in vector.items():
        groups[frozenset(pair for pair in labels if pair[0] in kept)].append(value)
    return {labels: _FOLDS[str(node.op)](values) for labels, values in groups.items()}


def _divided(above: Vector, below: Vector) -> Vector:
    return {labels: value / below[labels] for labels, value in above.items() if below.get(labels)}


def _quantiles(wanted: float, buckets: Vector) -> Vector:
    """As Prometheus: straight lines inside a bucket."""
    series: defaultdict[Labels, list[tuple[float, float]]] = defaultdict(list)
    for labels, value in buckets.items():
        bound = dict(labels)["le"]
        series[frozenset(pair for pair in labels if pair[0] != "le")].append((float(bound), value))
    found = {labels: _quantile(wanted, sorted(one)) for labels, one in series.items()}
    return {labels: value for labels, value in found.items() if not math.isnan(value)}


def _quantile(wanted: float, buckets: list[tuple[float, float]]) -> float:
    rank = wanted * buckets[-1][1]
    if not rank:
        return math.nan
    lower = below = 0.0
    for bound, count in buckets:
        if count >= rank:
            return lower if math.isinf(bound) else lower + (bound - lower) * (rank - below) / (count - below)
        lower, below = bound, count
    return lower
