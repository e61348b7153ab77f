"""Each bound that `@constraint` tells to tools is the one that the service checks."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

import pytest
from graphql import (
    GraphQLArgument,
    GraphQLList,
    GraphQLObjectType,
    get_named_type,
)
from graphql.type import get_nullable_type

from rules.policy import Policy
from tests.api.many import now
from tests.api.moderation import moderator, report, reported
from tests.api.samples import Input, Samples, bounds, is_list
from tests.printed import SCHEMA
from tests.world import Person, World, operation

Path = tuple[str | int, ...]


@pytest.fixture
def policy() -> Policy:
    return Policy(pushes=True)


FREE = {
    "after": "a cursor is opaque, and any other text is refused",
    "before": "as `after`",
    "username": "no user has a longer name",
    "code": "it is only compared, and any other text is a code that opens nothing",
    "leaseId": "it is opaque, and any other text is no lease",
    "subject": "the input of `eraseUser`: no user has a longer one, so it counts as erased",
}
"""Texts, numbers and lists without a bound, and why."""


@dataclass(frozen=True)
class Taken:
    """An argument or input field: the operation that takes it, and where in its variables."""

    operation: str
    path: Path
    of: Any

    @property
    def field(self) -> str:
        """As InvalidInput names it."""
        first, *more = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in self.path[1:])
        return first.removeprefix(".") + "".join(more)

    @property
    def bounds(self) -> Mapping[str, int]:
        return bounds(self.of)

    def __str__(self) -> str:
        return f"{self.operation}:{'.'.join(map(str, self.path))}"


def inputs(operation: str, path: Path, of: Input) -> Iterator[Taken]:
    """The argument, and all below it."""
    yield Taken(operation, path, of)
    is_list = isinstance(get_nullable_type(of.type), GraphQLList)
    for name, inner in getattr(get_named_type(of.type), "fields", {}).items():
        yield from inputs(operation, (*path, *[0][: int(is_list)], name), inner)


def arguments(type_name: str, field: str) -> Mapping[str, GraphQLArgument]:
    kind = SCHEMA.type_map[type_name]
    assert isinstance(kind, GraphQLObjectType)
    found: Mapping[str, GraphQLArgument] = kind.fields[field].args
    return found


def everything() -> Iterator[Taken]:
    for root in ("Query", "Mutation", "Subscription"):
        kind = SCHEMA.type_map[root]
        assert isinstance(kind, GraphQLObjectType)
        for field, of in kind.fields.items():
            for name, argument in of.args.items():
                yield from inputs(field, (name,), argument)
    for name, argument in arguments("Thread", "messages").items():
        yield Taken("thread", (name,), argument)
    for name in ("first", "after"):
        yield Taken("ownReports", (name,), arguments("Viewer", "reports")[name])
    for name in ("notes", "evidence"):
        yield Taken("node", (f"{name}First",), arguments("Report", name)["first"])


TAKEN = list(everything())
BOUND = [one for one in TAKEN if one.bounds]


def test_each_text_number_and_list_has_bounds() -> None:
    free = {
        str(one.path[-1])
        for one in TAKEN
        if not one.bounds
        and (is_list(one.of) or str(get_named_type(one.of.type)) in {"String", "Int", "URL"})
    }
    assert free == set(FREE)
    fields = {
        name: of
        for kind in SCHEMA.type_map.values()
        if isinstance(kind, GraphQLObjectType) and kind.name not in {"Query", "Mutation", "Subscription"}
        for name, of in kind.fields.items()
        if of.args and not kind.name.startswith("__")
    }
    assert set(fields) == {"messages", "notes", "evidence", "reports"}, (
        "`everything` does not know the arguments of this field"
    )


def values(one: Taken, item: Any) -> Iterator[tuple[Any, bool]]:
    """Values at the bounds and just beyond them, and whether each is within."""
    bounds = one.bounds
    for name, by in (("min", -1), ("max", 1)):
        if name in bounds:
            yield from ((bounds[name], True), (bounds[name] + by, False))
        if f"{name}Length" in bounds:
            size = bounds[f"{name}Length"]
            yield from ((text(one, size), True), (text(one, size + by), False))
    if "maxItems" in bounds:
        most = bounds["maxItems"]
        yield from (([item] * most, True), ([item] * (most + 1), False))


def text(one: Taken, size: int) -> Any:
    return ["x" * size] if is_list(one.of) else "x" * size


@pytest.mark.shows("15.25")
@pytest.mark.parametrize("one", BOUND, ids=str)
async def test_what_is_told_is_what_is_checked(world: World, one: Taken) -> None:
    asker, given = await stage(world, one)
    item = first_of(given, one.path)
    for value, is_within in values(one, item):
        answer = await asker.post(one.operation, **changed(given, one.path, value))
        assert is_refused(answer, one) is not is_within, (value, answer)


def is_refused(answer: dict[str, Any], one: Taken) -> bool:
    """A refusal for its bounds, not for an unknown id."""
    if errors := answer.get("errors"):
        assert errors[0]["extensions"]["code"] == "BAD_USER_INPUT", errors
        return True
    [result] = answer["data"].values()
    if not isinstance(result, dict) or result.get("__typename") != "InvalidInput":
        return False
    assert (result["bound"] is not None) == (result["reason"] in {"TOO_LONG", "TOO_MANY"}), result
    by_bound = {"TOO_LONG", "TOO_MANY", "EMPTY"} | ({"BAD_FORMAT"} if "max" in one.bounds else set())
    # A flaw of a part is one of the whole filter, or of all entries.
    return one.field.startswith(result["field"]) and result["reason"] in by_bound


def first_of(given: Any, path: Path) -> Any:
    for part in path:
        given = given.get(part) if isinstance(given, dict) else given[part]
    return given[0] if isinstance(given, list) else "x"


def changed(given: dict[str, Any], path: Path, value: Any) -> dict[str, Any]:
    copy: Any = deepcopy(given)
    inner = copy
    for part in path[:-1]:
        inner = inner[part]
    inner[path[-1]] = value
    return dict(copy)


async def stage(world: World, one: Taken) -> tuple[Person, dict[str, Any]]:
    """Someone with all roles, and variables within bounds; their ids may name nothing."""
    alice, bob = await world.cast("alice", "bob")
    known: dict[str, Any] = {
        "ID": bob.id,
        "asOf": await now(alice),
        "filter": {"all": True},
        "follower": "host-alice",
        "followee": "host-bob",
    }
    if one.operation == "node":
        await report(alice, bob.id)
        known["id"] = (await reported(moderator(alice), bob))["id"]
    if one.operation == "thread":
        await alice.opens(bob)
        known["id"] = await alice.thread_id(bob)
    samples = Samples(known=known, named=one.path)
    asker = replace(alice, roles=("moderator", "service"))
    return asker, samples.variables(operation(one.operation))
