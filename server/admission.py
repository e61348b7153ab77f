"""Lets through what an asker has room for, and counts it; tells the rest when to come back."""

import asyncio
from dataclasses import dataclass
from enum import Enum

from resolvers.permissions import SERVICE
from schema.types.errors import ClientError
from server.asks import Ask
from server.auth import Token
from server.costs import CostLimitExceeded
from server.meters import Charge, Meter, Meters, take, wait
from server.refusals import RateLimited


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
