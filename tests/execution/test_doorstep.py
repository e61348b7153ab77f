"""Random queries of Doorstep's schema, over real rows: compiled and graphql-core answer the same."""

from random import Random
from typing import Any

from graphql import OperationType, parse, validate

from schema.types.context import Context
from schema.types.ids import Kind
from server.app import make_schema
from server.asked import Operation
from server.plans import Plan
from server.prices import NO_VARIABLES
from tests.execution.comparisons import Case, compare
from tests.execution.walks import SCALARS, Scalars, Walk
from tests.world import QUERIES, World

S = make_schema(True)._schema


def test_all_operations_of_the_front_ends_are_compiled() -> None:
    schema = make_schema(True, execution="compiled")
    for path in QUERIES.glob("*.graphql"):
        plan = schema.plan(Operation(path.read_text()))
        assert isinstance(plan, Plan)
        assert plan.executable.prepare(NO_VARIABLES), path.name


async def test_random_queries_answer_the_same(inhabited: World, few: int) -> None:
    scalars = await scalars_of(inhabited)
    people = [person.key for person in inhabited.people.values()]
    deep = 0
    # Half of them on each database: their clients make rows of other types.
    for seed in range(inhabited.database.dialect == "postgres", few, 2):
        random = Random(seed)
        walk = Walk(S, random, scalars)
        text = walk.operation(OperationType.QUERY)
        if not validate(S, parse(text)):
            viewer = random.choice([*people, *people, None])
            found = await compare(
                Case.of(S, text, walk.variables),
                lambda viewer=viewer: Context(inhabited.services, viewer),  # type: ignore[misc]
            )
            deep += found.results[0][0].count("{") > 3
    assert deep > few / 20


async def scalars_of(world: World) -> Scalars:
    """Ids that name something, so that answers are deep."""
    seal = world.services.sealer.seal
    kinds = {
        Kind.USER: await world.rows("users", "id"),
        Kind.THREAD: await world.rows("threads", "id"),
        Kind.MESSAGE: await world.rows("messages", "id"),
    }
    ids = [seal(kind, key) for kind, rows in kinds.items() for (key,) in rows]
    ids += [seal(kind, key) for (key,) in kinds[Kind.THREAD] for kind in (Kind.REQUEST, Kind.SENT_REQUEST)]
    texts: list[Any] = [*world.people, "a", "text"]
    return {
        **SCALARS,
        "Int": lambda random: random.choice([1, 3, 20]),
        "ID": lambda random: random.choice(ids),
        "String": lambda random: random.choice(texts),
        "DateTime": lambda random: "2026-03-04T12:00:00Z",
        "Date": lambda random: "2026-03-04",
        "URL": lambda random: "https://example.com/a",
        "EventCursor": lambda random: "A" * 22,
    }
