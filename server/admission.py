"""Whether an operation may run: the limits, rates and places of the user or address that asks."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from graphql import (
    FieldNode,
    GraphQLError,
    GraphQLField,
    GraphQLObjectType,
    OperationType,
    get_named_type,
    is_input_object_type,
)
from graphql.execution.collect_fields import collect_fields
from graphql.execution.values import VariableValues, get_argument_values
from msgspec import Struct

from execution import Operation as Executable
from schema.types.context import SERVICE
from schema.types.errors import ClientError
from server.auth import Token
from server.costs import ITEMS
from server.errors import RateLimited
from server.plans import Plan
from server.rates import Charge, Meters, Rates, over, take

SENDS = frozenset({"sendRequest", "sendMessage"})
REPORT = "report"
ALSO_REPORT = "alsoReport"
"""A field of an input: if it is given, the mutation counts as a report too."""
CODE = "code"
"""A field of an input: if it is given, the send counts as one with a code too, whether or not the code is good."""


class Ask(Struct, frozen=True):
    """The number of root fields of each kind, and the cost of all.

    A report counts as a mutation too, a send with a contact code as a send too.

    `rate`: the cost that counts now; for a stream the cost of one item, since each item counts when it comes.
    """

    cost: int
    rate: int
    mutations: int = 0
    sends: int = 0
    reports: int = 0
    codes: int = 0


def ask_of(plan: Plan, variables: VariableValues) -> Ask:
    """Counts an operation with its variables.

    Mutations that `@skip` and `@include` leave out do not count; the cost is that of all fields.
    """
    cost = plan.price.of(variables)
    if plan.kind is not OperationType.MUTATION:
        return Ask(cost, cost // ITEMS if plan.kind is OperationType.SUBSCRIPTION else cost)
    roots = _roots(plan.executable, variables)
    sends = sum(name in SENDS for name, _ in roots)
    reports = sum(name == REPORT or _gives(ALSO_REPORT, given) for name, given in roots)
    codes = sum(name in SENDS and _gives(CODE, given) for name, given in roots)
    return Ask(cost, cost, len(roots) - sends, sends, reports, codes)


def _roots(of: Executable, variables: VariableValues) -> list[tuple[str, Mapping[str, Any]]]:
    """Name and arguments of each root field, one for each response name; no arguments if no field of them counts."""
    kind = of.schema.mutation_type
    assert kind is not None
    found = [(node, of.schema.get_field(kind, node.name.value)) for node in _root_nodes(of, kind, variables)]
    return [(node.name.value, _arguments(field, node, variables)) for node, field in found]


def _root_nodes(of: Executable, kind: GraphQLObjectType, variables: VariableValues) -> list[FieldNode]:
    match of.operation.selection_set.selections:
        case (FieldNode(directives=None | ()) as only,):
            return [only]
    collected = collect_fields(of.schema, of.details, variables, kind, of.operation)
    return [details[0].node for details in collected.grouped_field_set.values()]


def _arguments(field: GraphQLField | None, node: FieldNode, variables: VariableValues) -> Mapping[str, Any]:
    """Empty if the field would refuse the arguments: it then fails by itself and has no effect."""
    if field is None or not _may_count(field):
        return {}
    try:
        return get_argument_values(field, node, variables)
    except GraphQLError:
        return {}


def _may_count(field: GraphQLField) -> bool:
    """Whether its input has one of the fields that count."""
    given = field.args.get("input")
    type_ = get_named_type(given.type) if given else None
    return is_input_object_type(type_) and not {ALSO_REPORT, CODE}.isdisjoint(type_.fields)


def _gives(name: str, arguments: Mapping[str, Any]) -> bool:
    given = arguments.get("input")
    return isinstance(given, Mapping) and given.get(name) is not None


Kind: TypeAlias = Literal["user", "host", "address"]
"""The kind of an asker for the rates; moderators count as users."""


class Asker(Struct, frozen=True):
    """A signed-in user, the host app, or without a token an address."""

    address: str
    token: Token | None = None

    @property
    def known_by(self) -> tuple[Kind, str]:
        """Its kind, and a name that no other asker has."""
        if self.token is None:
            return "address", f"address {self.address}"
        kind: Kind = "host" if SERVICE in self.token.roles else "user"
        return kind, f"{kind} {self.token.subject}"

    @property
    def key(self) -> str:
        """The name alone."""
        return self.known_by[1]


class CostLimitExceeded(ClientError):
    """The operation costs more than one may; the error has the cost and the limit."""

    def __init__(self, cost: int, limit: int) -> None:
        message = "This operation costs too much: ask for fewer rows or fields."
        super().__init__("COST_LIMIT_EXCEEDED", message, cost=cost, limit=limit)


class Gate:
    """Checks the operations of one asker against limits and rates."""

    __slots__ = ("_address", "_documents", "_key", "_kind", "_meters", "_refused")

    def __init__(self, meters: Meters, asker: Asker) -> None:
        self._meters = meters
        self._kind, self._key = asker.known_by
        self._address = asker.address
        is_known = asker.token is not None
        self._refused = meters.refused if is_known else meters.anonymous_refused
        self._documents = meters.documents if is_known else meters.anonymous_documents

    def refuse_plan(self, new: int) -> RateLimited | None:
        """Refuse before parsing if the asker sent too many invalid or too many new documents of late.

        `new`: code points of a document without a stored plan; they count.
        """
        if seconds := self._refused.wait(self._key, 1):
            return RateLimited(seconds)
        return take(self._key, [(self._documents, min(new, self._documents.burst))]) if new else None

    def count_refusal(self) -> None:
        """Count an invalid document, or variables of wrong types: to refuse them takes time too."""
        take(self._key, [(self._refused, 1)])

    def refuse_cost(self, cost: int) -> CostLimitExceeded | None:
        """The refusal of an operation that costs more than one operation may; it counts."""
        if cost <= self._meters.largest_cost:
            return None
        self.count_refusal()
        return CostLimitExceeded(cost, self._meters.largest_cost)

    def refuse(self, ask: Ask) -> ClientError | None:
        """Count an operation, all or nothing, or say why it may not run, now or ever."""
        if ask.cost > self._meters.largest_cost:
            return self.refuse_cost(ask.cost)
        limited = take(self._key, self._charges(ask))
        if limited is None:
            self._meters.spent[self._kind] += ask.rate
        return limited

    def over(self, ask: Ask) -> RateLimited | None:
        """The refusal of an operation that would be over a rate now, and may run later; only a refusal is counted."""
        return over(self._key, self._charges(ask)) if ask.cost <= self._meters.largest_cost else None

    async def pace(self, cost: int) -> None:
        """Return once there is room for one more item of a stream: items of many costly streams come late."""
        charge = self._meters.items, min(cost, self._meters.items.burst)
        while limited := take(self._key, [charge]):  # noqa: ASYNC110 - meters wake no one
            await asyncio.sleep(limited.seconds)
        self._meters.spent[self._kind] += cost

    def refuse_sign_in(self) -> RateLimited | None:
        """Count a failed sign-in by its address.

        A good token is never checked here, so no one can lock out a neighbour at the same address.
        """
        return take(self._address, [(self._meters.sign_ins, 1)])

    def _charges(self, ask: Ask) -> list[Charge]:
        meters, changes = self._meters, ask.mutations + ask.sends
        match self._kind:
            case "address":
                return [(meters.anonymous, max(1, changes))]
            case "host":
                return [(meters.host_mutations, changes), (meters.host_reads, ask.rate)]
        if not changes:
            return [(meters.reads, ask.rate)]
        return [
            (meters.mutations, ask.mutations),
            (meters.sends, ask.sends),
            (meters.reports, ask.reports),
            (meters.codes, ask.codes),
            (meters.reads, ask.rate),
        ]


SECONDS_FULL = 5
"""Seconds until a retry makes sense: there is room once the asker ends one of its own operations."""


@dataclass(eq=False, slots=True)
class Seat:
    """The place of a socket, or of a stream over HTTP, and its operations by their ids."""

    asker: Asker
    operations: dict[str, asyncio.Task[None]] = field(default_factory=dict)


class Seats:
    """Counts a socket or stream at its address until it has signed in. A place that is left is free at once."""

    def __init__(self, rates: Rates) -> None:
        self._rates = rates
        self._taken: dict[str, tuple[Seat, ...]] = {}

    def take(self, seat: Seat) -> bool:
        """Take a place; False if the asker has none left."""
        taken = self._taken.get(seat.asker.key, ())
        most = self._rates.sockets if seat.asker.token else self._rates.address_sockets
        if len(taken) >= most:
            return False
        self._taken[seat.asker.key] = (*taken, seat)
        return True

    def leave(self, seat: Seat) -> None:
        """Free the place; the socket is closed or was refused."""
        if left := tuple(one for one in self._taken.pop(seat.asker.key, ()) if one is not seat):
            self._taken[seat.asker.key] = left

    def sign_in(self, seat: Seat, asker: Asker) -> bool:
        """Move the place to the user that signed in; False if the user has no room for it."""
        self.leave(seat)
        seat.asker = asker
        return self.take(seat)

    def refuse(self, seat: Seat) -> RateLimited | None:
        """The refusal of a further operation if the asker has too many over all its sockets, else None."""
        running = sum(len(one.operations) for one in self._taken.get(seat.asker.key, ()))
        if running < self._rates.operations:
            return None
        return RateLimited(SECONDS_FULL, "Too many open operations: end one first.")
