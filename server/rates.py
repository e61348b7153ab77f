"""Limits how much one asker may ask for, in buckets that refill steadily (GCRA)."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, TypeAlias

from throttled.asyncio import BaseStore, MemoryStore, Quota, Rate
from throttled.asyncio.rate_limiter.gcra import GCRARateLimiter

from rules.policy import Between
from server.errors import RateLimited

Count = Annotated[int, Between(1, 1_000_000_000)]


@dataclass(frozen=True, slots=True)
class Rates:
    """Each number without another word is a minute's: so much comes back in a minute, steadily, up to the burst.

    A burst is what may be used at once; where none is named it is the number itself. Mutations and sends count root
    fields, reads and items of streams their cost, `reports` those of an hour. `refused` are documents and variables
    that never run, `documents` code points of those that the process has not kept: to read and check them takes time.
    `address_sockets` are those that have not signed in, `frames` a socket's in a second. `cost` is one operation's.
    """

    cost: Count = 15_000
    mutations: Count = 120
    mutations_burst: Count = 60
    sends: Count = 240
    sends_burst: Count = 120
    reports: Count = 10
    reads: Count = 240_000
    reads_burst: Count = 120_000
    items: Count = 600_000
    items_burst: Count = 300_000
    host_mutations: Count = 6_000
    host_mutations_burst: Count = 1_000
    host_reads: Count = 600_000
    host_reads_burst: Count = 200_000
    anonymous: Count = 120
    refused: Count = 120
    documents: Count = 120_000
    sign_ins: Count = 30
    sockets: Count = 10
    address_sockets: Count = 100
    operations: Count = 200
    frames: Count = 300


Meter: TypeAlias = GCRARateLimiter
Charge: TypeAlias = tuple[Meter, int]

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
MAX_KNOWN = 100_000
"""Counts in the memory store, some 40 MB; beyond them the least recently used go."""
NEVER_FITS = "This document asks for more than the limit can ever allow: ask for less."


def in_memory() -> BaseStore:
    """Counts of this process only."""
    return MemoryStore(options={"MAX_SIZE": MAX_KNOWN})


class Meters:
    """Several processes count together once `make_store` gives them a store that they share.

    Addresses have a store of their own, so that no flood of them drives out a user's counts.
    """

    def __init__(self, rates: Rates, make_store: Callable[[], BaseStore] = in_memory) -> None:
        self.largest_cost = rates.cost
        signed_in, addresses = make_store(), make_store()
        self.mutations = _meter("mutations", rates.mutations, rates.mutations_burst, signed_in)
        self.sends = _meter("sends", rates.sends, rates.sends_burst, signed_in)
        self.reads = _meter("reads", rates.reads, rates.reads_burst, signed_in)
        self.items = _meter("items", rates.items, rates.items_burst, signed_in)
        self.reports = _meter("reports", rates.reports, rates.reports, signed_in, HOUR)
        self.refused = _meter("refused", rates.refused, rates.refused, signed_in)
        self.documents = _meter("documents", rates.documents, rates.documents, signed_in)
        self.host_mutations = _meter(
            "host_mutations", rates.host_mutations, rates.host_mutations_burst, signed_in
        )
        self.host_reads = _meter("host_reads", rates.host_reads, rates.host_reads_burst, signed_in)
        self.anonymous = _meter("anonymous", rates.anonymous, rates.anonymous, addresses)
        self.anonymous_refused = _meter("anonymous_refused", rates.refused, rates.refused, addresses)
        self.anonymous_documents = _meter("anonymous_documents", rates.documents, rates.documents, addresses)
        self.sign_ins = _meter("sign_ins", rates.sign_ins, rates.sign_ins, addresses)


def _meter(name: str, limit: int, burst: int, store: BaseStore, period: timedelta = MINUTE) -> Meter:
    return GCRARateLimiter(Quota(Rate(period, limit), burst), store, key_prefix=f"doorstep:{name}")


async def take(key: str, charges: Sequence[Charge]) -> RateLimited | None:
    """Count all charges, or none and return the refusal with the seconds until there is room."""
    wanted = [(meter, amount) for meter, amount in charges if amount]
    if seconds := max([await wait(key, charge) for charge in wanted], default=0):
        never = any(amount > meter.quota.burst for meter, amount in wanted)
        return RateLimited(seconds, NEVER_FITS) if never else RateLimited(seconds)
    for meter, amount in wanted:
        await meter.limit(key, amount)
    return None


async def wait(key: str, charge: Charge) -> int:
    """Whole seconds until the amount has room, 0 if it has now."""
    meter, amount = charge
    spare = (meter.quota.burst - amount) * meter.quota.emission_interval
    return max(0, math.ceil((await meter.peek(key)).reset_after - spare))
