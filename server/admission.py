"""Which sockets each asker has open in this process, and what runs in them."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from graphql import Executor, GraphQLError, OperationType
from graphql.execution.collect_fields import FieldDetails, collect_fields
from graphql.execution.values import get_argument_values

from resolvers.permissions import SERVICE
from schema.types.errors import ClientError
from server.auth import Token
from server.costs import ITEMS, CostLimitExceeded
from server.errors import RateLimited
from server.plans import Plan
from server.rates import Charge, Meter, Meters, Rates, take, wait

SENDS = frozenset({"sendRequest", "sendMessage"})
REPORT = "report"
ALSO_REPORT = "alsoReport"
"""A field of an input: this mutation reports as well, if it is given."""


@dataclass(frozen=True, slots=True)
class Ask:
    """How many root fields of each kind, and the cost of all. Who reports counts as a mutation too.

    `rate`: what counts of the cost now; of a stream one item, since each counts when it comes.
    """

    cost: int
    rate: int
    mutations: int = 0
    sends: int = 0
    reports: int = 0


def ask_of(plan: Plan, executor: Executor[Any]) -> Ask:
    """Of an operation with its variables: what `@skip` and `@include` leave out is not counted."""
    cost = plan.price.of(executor.variable_values)
    if plan.kind is not OperationType.MUTATION:
        return Ask(cost, cost // ITEMS if plan.kind is OperationType.SUBSCRIPTION else cost)
    roots = _roots(executor)
    sends = sum(name in SENDS for name, _ in roots)
    return Ask(cost, cost, len(roots) - sends, sends, sum(_reports(*root) for root in roots))


def _roots(executor: Executor[Any]) -> list[tuple[str, Mapping[str, Any]]]:
    """Name and arguments of each root field, one a response name."""
    kind = executor.schema.mutation_type
    assert kind is not None
    collected = collect_fields(
        executor.schema, executor.fragments, executor.variable_values, kind, executor.operation
    )
    firsts = [details[0] for details in collected.grouped_field_set.values()]
    return [(first.node.name.value, _arguments(executor, first)) for first in firsts]


def _arguments(executor: Executor[Any], details: FieldDetails) -> Mapping[str, Any]:
    """None that could not be given to the field: it then fails by itself, and does nothing."""
    field = executor.schema.get_field(executor.schema.mutation_type, details.node.name.value)  # type: ignore[arg-type]
    if field is None:
        return {}
    try:
        return get_argument_values(
            field, details.node, executor.variable_values, details.fragment_variable_values
        )
    except GraphQLError:
        return {}


def _reports(name: str, arguments: Mapping[str, Any]) -> bool:
    return name == REPORT or _also_reports(arguments.get("input"))


def _also_reports(given: object) -> bool:
    return isinstance(given, Mapping) and given.get(ALSO_REPORT) is not None


class Kind(Enum):
    """Who an asker is to the rates; moderators are users."""

    USER = "user"
    HOST = "host"
    ANONYMOUS = "address"


@dataclass(frozen=True, slots=True)
class Asker:
    """Whoever has signed in, else an address."""

    address: str
    token: Token | None = None

    @property
    def kind(self) -> Kind:
        """By the token, if there is one."""
        if self.token is None:
            return Kind.ANONYMOUS
        return Kind.HOST if SERVICE in self.token.roles else Kind.USER

    @property
    def key(self) -> str:
        """Names this asker and no other."""
        return f"{self.kind.value} {self.token.subject if self.token else self.address}"


@dataclass(frozen=True, slots=True)
class Gate:
    """What the operations of one asker pass."""

    meters: Meters
    asker: Asker

    async def refuse_plan(self, new: int) -> RateLimited | None:
        """Whether too many of late were no operations, or new ones: then the next is not even looked at.

        `new`: code points of a document that no plan is kept of; they count.
        """
        if seconds := await wait(self.asker.key, (self._refused, 1)):
            return RateLimited(seconds)
        return await take(self.asker.key, [(self._documents, min(new, self._documents.quota.burst))])

    async def count_refusal(self) -> None:
        """A document that is none, or variables of wrong types, take time as well."""
        await self._refused.limit(self.asker.key)

    def refuse_cost(self, cost: int) -> CostLimitExceeded | None:
        """Whether it is more than one operation may ask for."""
        limit = self.meters.largest_cost
        return CostLimitExceeded(cost, limit) if cost > limit else None

    async def refuse(self, ask: Ask) -> ClientError | None:
        """Count what an operation asks for, all or nothing, or say why it may not run, yet or at all."""
        if refused := self.refuse_cost(ask.cost):
            await self.count_refusal()
            return refused
        return await take(self.asker.key, self._charges(ask))

    async def pace(self, cost: int) -> None:
        """Return once there is room for one more item of a stream: those of many dear streams come late."""
        charge = self.meters.items, min(cost, self.meters.items.quota.burst)
        while limited := await take(self.asker.key, [charge]):  # noqa: ASYNC110 - meters wake nobody
            await asyncio.sleep(limited.seconds)

    async def refuse_sign_in(self) -> RateLimited | None:
        """Count a sign-in that failed, by its address.

        A good token is never asked about, so that nobody locks out a neighbour behind the same address.
        """
        return await take(self.asker.address, [(self.meters.sign_ins, 1)])

    @property
    def _refused(self) -> Meter:
        return self.meters.refused if self.asker.token else self.meters.anonymous_refused

    @property
    def _documents(self) -> Meter:
        return self.meters.documents if self.asker.token else self.meters.anonymous_documents

    def _charges(self, ask: Ask) -> list[Charge]:
        meters, changes = self.meters, ask.mutations + ask.sends
        match self.asker.kind:
            case Kind.ANONYMOUS:
                return [(meters.anonymous, max(1, changes))]
            case Kind.HOST:
                return [(meters.host_mutations, changes), (meters.host_reads, ask.rate)]
        return [
            (meters.mutations, ask.mutations),
            (meters.sends, ask.sends),
            (meters.reports, ask.reports),
            (meters.reads, ask.rate),
        ]


RETRY_AFTER = 5
"""Seconds until it is worth while to ask again: there is room when the asker ends something of its own."""


@dataclass(eq=False, slots=True)
class Seat:
    """One socket's place, and its operations by their ids."""

    asker: Asker
    operations: dict[str, asyncio.Task[None]] = field(default_factory=dict)


class Seats:
    """A socket sits at its address until it has signed in. What is left is free at once."""

    def __init__(self, rates: Rates) -> None:
        self._rates = rates
        self._taken: dict[str, set[Seat]] = {}

    def take(self, seat: Seat) -> bool:
        """Whether the asker may have one more."""
        taken = self._taken.get(seat.asker.key, set())
        most = self._rates.sockets if seat.asker.token else self._rates.address_sockets
        if len(taken) >= most:
            return False
        self._taken[seat.asker.key] = taken | {seat}
        return True

    def leave(self, seat: Seat) -> None:
        """The socket is gone, or was never let in."""
        left = self._taken.pop(seat.asker.key, set()) - {seat}
        if left:
            self._taken[seat.asker.key] = left

    def sign_in(self, seat: Seat, asker: Asker) -> bool:
        """Whether the one who turned out to sit there may have one more."""
        self.leave(seat)
        seat.asker = asker
        return self.take(seat)

    def refuse(self, seat: Seat) -> RateLimited | None:
        """Why the asker may start no further operation, over all its sockets, if so."""
        running = sum(len(one.operations) for one in self._taken.get(seat.asker.key, ()))
        if running < self._rates.operations:
            return None
        return RateLimited(RETRY_AFTER, "Too many operations at once: end one first.")
