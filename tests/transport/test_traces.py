"""Spans in memory, as an exporter would get them: names of operations and statements, and nothing else."""

import json
import re
from collections.abc import Iterator

import pytest
from aiohttp import web
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from server.app import make_schema, trace_operations
from server.service import SERVICE
from server.settings import SettingsError, wants_traces
from server.traces import statement_name, trace_all
from tests.world import World

ATTRIBUTES = {
    "graphql.operation.type",
    "graphql.operation.name",
    "db.system.name",
    "db.query.summary",
    "error.type",
}


@pytest.fixture
def spans(world: World) -> Iterator[InMemorySpanExporter]:
    exporter, provider = InMemorySpanExporter(), TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    schema = world.app[SERVICE].schema
    trace_all(schema, world.database, provider.get_tracer("tests"))
    yield exporter
    del schema.begin, schema.results
    # The next test gets the same database.
    for name in ("fetch_once", "execute"):
        delattr(world.database._client, name)
    world.database._around = None


def below(spans: InMemorySpanExporter, parent: str) -> list[str]:
    """The names of the spans of one operation, in order."""
    found = spans.get_finished_spans()
    [root] = [span for span in found if span.name == parent]
    return [span.name for span in found if _parent(span) == root.context.span_id]


def _parent(span: ReadableSpan) -> int | None:
    return span.parent.span_id if span.parent else None


@pytest.mark.shows("15.24")
async def test_an_operation_has_a_span_and_each_statement_one(
    world: World, spans: InMemorySpanExporter
) -> None:
    alice, bob = await world.cast("alice", "bob")
    spans.clear()
    await alice.run("inbox")
    await alice.request(bob)
    names = [span.name for span in spans.get_finished_spans() if span.parent is None]
    assert names == ["query Inbox", "mutation SendRequest"]
    assert below(spans, "query Inbox")
    assert all(re.fullmatch(r"[a-z_.]+\.[A-Z_]+", name) for name in below(spans, "query Inbox"))
    sent = below(spans, "mutation SendRequest")
    assert "sending.facts.SEND_FACTS" in sent
    assert "WITH" not in sent, "each statement has a name"


@pytest.mark.shows("15.24")
async def test_a_span_has_no_data_of_a_user(world: World, spans: InMemorySpanExporter) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await alice.request(bob, "call me on +49 151 23456789", clientKey="a client's key")
    await bob.run("requests")
    await alice.ask("query Who($name: String!) { user(username: $name) { id } }", name="call me")
    await alice.ask('{ user(username: "call me") { id } }')
    await alice.request(bob, "\0")
    async with bob.listen("events") as stream:
        await carol.request(bob, "call me again")
        await stream.item()
    for span in spans.get_finished_spans():
        told = json.loads(span.to_json())
        assert span.attributes is not None
        assert span.attributes.keys() <= ATTRIBUTES
        assert not told["events"]
        assert "description" not in told["status"]
        text = json.dumps([told["name"], told["attributes"], told["status"]])
        for private in ("call me", "23456789", "alice", "bob", "carol", "client's", "SELECT u."):
            assert private not in text


async def test_errors_are_told_by_code(world: World, spans: InMemorySpanExporter) -> None:
    [alice] = await world.cast("alice")
    spans.clear()
    await world.anonymous("inbox")
    await alice.run("inbox")
    failed, fine = [span for span in spans.get_finished_spans() if span.parent is None]
    assert failed.attributes
    assert (failed.status.is_ok, failed.attributes["error.type"]) == (False, "UNAUTHENTICATED")
    assert fine.status.is_ok


async def test_a_stream_has_a_span_until_its_first_item(world: World, spans: InMemorySpanExporter) -> None:
    alice, bob = await world.cast("alice", "bob")
    async with bob.listen("events") as stream:
        opened = len(spans.get_finished_spans())
        assert "subscription Events" in {span.name for span in spans.get_finished_spans()}
        await alice.request(bob)
        await stream.item()
        later = spans.get_finished_spans()[opened:]
    roots = {span.name for span in later if span.parent is None}
    assert roots == {"mutation SendRequest"}, "what a stream reads later belongs to no trace"


@pytest.mark.parametrize(
    ("sql", "name"),
    [
        ('DELETE FROM "user_events" WHERE "id" IN (SELECT 1)', "DELETE user_events"),
        ('INSERT INTO "installation" VALUES ($1)', "INSERT installation"),
        ("UPDATE users SET x = 1", "UPDATE users"),
        ("SELECT 'secret' AS x", "SELECT"),
    ],
)
def test_a_queryset_is_named_by_verb_and_table(sql: str, name: str) -> None:
    assert statement_name(sql) == name


@pytest.mark.parametrize(
    ("variables", "wants"),
    [
        ({}, False),
        ({"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:4318"}, True),
        ({"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT": "http://127.0.0.1:4318/v1/traces"}, True),
        ({"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:4318", "OTEL_SDK_DISABLED": "true"}, False),
    ],
)
def test_traces_are_on_where_the_standard_variables_say(
    variables: dict[str, str], wants: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_SDK_DISABLED"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert wants_traces() is wants


async def test_a_variable_that_is_refused_is_one_line(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.traces.make_provider", lambda: BatchSpanProcessor(InMemorySpanExporter(), 0))
    app = web.Application()
    with pytest.raises(SettingsError, match=r"OTEL_….*queue"):
        trace_operations(app, make_schema(introspection=False), world.services.database)
