"""The dashboard asks for metrics that there are, and its own evaluation gives what Prometheus would."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from prometheus_client.exposition import generate_latest

from benchmarks.dashboard.queries import Scrape, evaluated, metrics_of, read
from server.engine import Watch
from server.metrics import metrics_of as watched
from server.service import SERVICE
from tests.world import QUERIES, World

DASHBOARD = json.loads((Path(__file__).parents[2] / "docs" / "dashboard.json").read_text())
PANELS = [panel for panel in DASHBOARD["panels"] if panel["type"] != "row"]
ASKED = [target["expr"] for panel in PANELS for target in panel["targets"]]


@pytest.fixture
async def page(world: World) -> Any:
    """The metrics of a service that has done a little of everything."""
    metrics = watched(world.app, world.services, [path.read_text() for path in QUERIES.glob("*.graphql")])
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    await alice.run("inbox")
    yield generate_latest(metrics.registry).decode()
    world.app[SERVICE].schema.watch = Watch()


def test_every_query_names_metrics_that_there_are(page: str) -> None:
    types = dict(re.findall(r"^# TYPE (\w+) (\w+)$", page, re.MULTILINE))
    there = {
        series
        for name, kind in types.items()
        for series in ([f"{name}_bucket", f"{name}_count", f"{name}_sum"] if kind == "histogram" else [name])
    }
    for query in ASKED:
        assert metrics_of(query), query
        assert metrics_of(query) <= there, query


def test_every_label_of_a_query_is_one_of_its_metric(page: str) -> None:
    labels = {"instance", "job"} | set(re.findall(r'[{,](\w+)="', page))
    labels |= {"code", "problem", "limit"}
    for panel in PANELS:
        for target in panel["targets"]:
            for names in re.findall(r"by \((.*?)\)", target["expr"]):
                assert {name.strip() for name in names.split(",")} <= labels
            shown = re.findall(r"{{(\w+)}}", target["legendFormat"])
            assert set(shown) <= labels


def test_every_metric_of_the_service_is_on_the_dashboard(page: str) -> None:
    asked = set().union(*map(metrics_of, ASKED))
    there = set(re.findall(r"^# TYPE (doorstep_\w+) ", page, re.MULTILINE))
    missing = {name for name in there if not asked & {name, f"{name}_bucket", f"{name}_count"}}
    assert missing == set()


def test_panels_have_their_own_ids_and_places() -> None:
    ids = [panel["id"] for panel in DASHBOARD["panels"]]
    assert len(ids) == len(set(ids))
    taken: set[tuple[int, int]] = set()
    for panel in DASHBOARD["panels"]:
        place = panel["gridPos"]
        own = {(place["x"] + x, place["y"] + y) for x in range(place["w"]) for y in range(place["h"])}
        assert place["x"] + place["w"] <= 24
        assert not taken & own, panel["title"]
        taken |= own


def scrapes() -> Iterator[Scrape]:
    """Two processes whose counters grow by 10 and by 30 a second."""
    for at in range(0, 20, 5):
        pages = {
            name: f"# TYPE a counter\na_total {{}} {each * at}\n".replace(" {}", '{kind="x"}')
            + f'# TYPE h histogram\nh_bucket{{le="0.1"}} {8 * at}\nh_bucket{{le="1"}} {10 * at}\n'
            + f'h_bucket{{le="+Inf"}} {10 * at}\nh_count {10 * at}\nh_sum 1\n'
            for name, each in (("one", 10), ("two", 30))
        }
        yield read(float(at), pages)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('sum(rate(a_total{instance=~"$instance"}[$__rate_interval]))', {(): 40.0}),
        ('sum by (kind) (rate(a_total{instance=~"$instance"}[$__rate_interval]))', {(("kind", "x"),): 40.0}),
        ("count(a_total)", {(): 2.0}),
        ("sum(a_total) / count(a_total)", {(): 300.0}),
        ("histogram_quantile(0.5, sum by (le) (rate(h_bucket[$__rate_interval])))", {(): 0.0625}),
        ("histogram_quantile(0.9, sum by (le) (rate(h_bucket[$__rate_interval])))", {(): 0.55}),
    ],
)
def test_queries_are_evaluated_as_prometheus_does(
    query: str, found: dict[tuple[tuple[str, str], ...], float]
) -> None:
    vector = evaluated(query, list(scrapes()))
    assert {tuple(labels): round(value, 6) for labels, value in vector.items()} == found
