"""The metrics of a real service; clients cannot make up series of their own."""

import asyncio
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from prometheus_client.exposition import generate_latest
from prometheus_client.parser import text_string_to_metric_families

from server.engine import Watch
from server.errors import TOLD
from server.metrics import OTHER, Metrics, metrics_of
from server.service import SERVICE
from tests.databases import PATIENCE
from tests.services import IN_SETS
from tests.world import QUERIES, SECRET, World

DOCS = Path(__file__).resolve().parents[2] / "docs"
DOCUMENTS = [path.read_text() for path in QUERIES.glob("*.graphql")]


@pytest.fixture
def metrics(world: World) -> Iterator[Metrics]:
    yield metrics_of(world.app, world.services, DOCUMENTS)
    world.app[SERVICE].schema.watch = Watch()


def value(metrics: Metrics, name: str, **labels: str) -> float:
    return metrics.registry.get_sample_value(name, labels) or 0.0


@pytest.mark.shows("15.22")
async def test_operations_are_counted_by_their_names(world: World, metrics: Metrics) -> None:
    alice, bob = await world.cast("alice", "bob")
    for _ in range(3):
        await alice.run("inbox")
    await alice.request(bob)
    count = "doorstep_operation_seconds_count"
    assert value(metrics, count, operation="Inbox", type="query") == 3
    assert value(metrics, count, operation="SendRequest", type="mutation") == 1
    assert value(metrics, "doorstep_cost_total", asker="user") > 3
    assert value(metrics, "doorstep_set_sends_total") == IN_SETS


@pytest.mark.shows("15.22")
async def test_names_of_clients_are_one_series(world: World, metrics: Metrics) -> None:
    [alice] = await world.cast("alice")
    before = len(generate_latest(metrics.registry).splitlines())
    for number in range(50):
        await alice.ask(f"query secret{number} {{ __typename }}")
    await alice.ask("{ __typename }")
    lines = generate_latest(metrics.registry).decode()
    assert "secret" not in lines
    assert len(lines.splitlines()) < before + 20
    assert value(metrics, "doorstep_operation_seconds_count", operation=OTHER, type="query") == 51


@pytest.mark.shows("15.22")
async def test_a_metric_has_no_data_of_a_user(world: World, metrics: Metrics) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob, "call me on +49 151 23456789")
    await bob.run("requests")
    await world.anonymous("inbox")
    page = generate_latest(metrics.registry).decode()
    for private in ("alice", "bob", "host-", "23456789", "call me", "127.0.0.1", alice.token, SECRET):
        assert private not in page


async def test_refusals_are_counted_by_code_and_by_kind(world: World, metrics: Metrics) -> None:
    alice, bob = await world.cast("alice", "bob")
    told = dict(TOLD)
    await world.anonymous("inbox")
    await alice.ask("{ nothing }")
    await alice.ask("{")
    new = {code: count - told.get(code, 0) for code, count in TOLD.items() if count != told.get(code, 0)}
    assert new == {"UNAUTHENTICATED": 1, "GRAPHQL_VALIDATION_FAILED": 1, "GRAPHQL_PARSE_FAILED": 1}
    before = value(metrics, "doorstep_problems_total", problem="PendingLimitReached")
    for _ in range(4):
        await alice.request(bob)
    assert value(metrics, "doorstep_problems_total", problem="PendingLimitReached") == before + 1


async def test_streams_and_their_lag(world: World, metrics: Metrics) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.opens(bob)
    world.clock.now = datetime.now(UTC) + timedelta(hours=1)
    async with bob.listen("messageAdded") as one, bob.listen("events") as other:
        assert value(metrics, "doorstep_sessions") == 2
        assert value(metrics, "doorstep_streams") == 2
        assert value(metrics, "doorstep_listeners") == 1
        await alice.send(bob)
        await asyncio.gather(one.item(), other.items(2))
        async with asyncio.timeout(PATIENCE):
            while value(metrics, "doorstep_stream_lag_seconds_count") < 3:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
    world.clock.now = datetime.now(UTC) - timedelta(hours=1)
    async with bob.listen("messageAdded") as one:
        await alice.send(bob)
        await one.item()
    assert value(metrics, "doorstep_stream_lag_seconds_count") == 3, (
        "an item of the time before it was opened"
    )


def documented() -> dict[str, tuple[str, str]]:
    """Kind and labels of each metric of the page."""
    rows = re.findall(r"^\| `(\w+)` \| (\w+) \| (.*?) \|", (DOCS / "metrics.md").read_text(), re.MULTILINE)
    return {name: (kind, labels) for name, kind, labels in rows}


def test_the_page_names_every_metric(world: World, metrics: Metrics) -> None:
    page = documented()
    described = {}
    for metric in metrics.registry.collect():
        if metric.name.startswith("doorstep"):
            name = f"{metric.name}_total" if metric.type == "counter" else metric.name
            described[name] = metric
    assert page.keys() == described.keys()
    for name, metric in described.items():
        kind, labels = page[name]
        assert kind == metric.type
        used = {label for sample in metric.samples for label in sample.labels} - {"le"}
        assert used <= set(re.findall(r"`(\w+)`", labels)), name


def test_the_page_is_one_that_prometheus_reads(world: World, metrics: Metrics) -> None:
    names = [
        family.name for family in text_string_to_metric_families(generate_latest(metrics.registry).decode())
    ]
    assert len(names) == len(set(names))
    assert "doorstep_pool_lent" in names
