"""Limits of use: by one user or address, in buckets that refill steadily (GCRA); and of mutations at once."""

import asyncio
import math
import time
from collections import Counter, OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Any, TypeAlias

from rules.policy import Between
from server.errors import Overloaded, RateLimited

Count = Annotated[int, Between(1, 1_000_000_000)]


@dataclass(frozen=True, slots=True)
class Rates:
    """Each number without another word is a minute's: so much comes back in a minute, steadily, up to the burst.

    A burst is what may be used at once; where none is named it is the number itself. Mutations and sends count root
    fields, reads and items of streams their cost, `reports` and `codes` (sends with a contact code) those of an hour.
    `refused` are documents and variables that never run, `documents` code points of those that the process has not
    kept: to read and check them takes time.
    `address_sockets` are those that have not signed in, `frames` a socket's in a second. `cost` is one operation's.
    """

    cost: Count = 15_000
    mutations: Count = 120
    mutations_burst: Count = 60
    sends: Count = 240
    sends_burst: Count = 120
    reports: Count = 10
    codes: Count = 10
    reads: Count = 240_000
    reads_burst: Count = 120_000
    items: Count = 600_000
    items_burst: Count = 300_000
    host_mutations: Count = 6_000
    host_mutations_burst: Count = 1_000
    host_reads: Count = 6_000_000
    host_reads_burst: Count = 2_000_000
    anonymous: Count = 120
    refused: Count = 120
    documents: Count = 120_000
    sign_ins: Count = 30
    sockets: Count = 10
    address_sockets: Count = 100
    operations: Count = 200
    frames: Count = 300


MINUTE, HOUR = 60.0, 3600.0
MAX_KNOWN = 100_000
"""Counts in a store, some 20 MB; beyond them the least recently used go."""
NEVER_FITS = "This document asks for more than the limit can ever allow: ask for less."

MAX_UNSETTLED = 10_000
"""Counts that may wait for a settlement; others count in this process alone."""

Key: TypeAlias = tuple[str, str]
"""A meter's name and an asker's."""

Store: TypeAlias = OrderedDict[Key, float]
"""For each meter and asker the time, in seconds of the monotonic clock, at which all that was counted has come back."""


class Unsettled:
    """Seconds that were counted here, and that other processes do not know yet; none are kept if no one settles."""

    def __init__(self) -> None:
        self.on_charge: Callable[[], None] | None = None
        self._charges: dict[Key, float] = {}

    def add(self, key: Key, seconds: float) -> None:
        """Seconds that this key was charged."""
        if self.on_charge is None or len(self._charges) >= MAX_UNSETTLED:
            return
        self._charges[key] = self._charges.get(key, 0.0) + seconds
        self.on_charge()

    def of(self, key: Key) -> float:
        """The seconds of this key that the store has not counted yet."""
        return self._charges.get(key, 0.0)

    def take(self) -> Mapping[Key, float]:
        """All of it, which is then to be settled."""
        charges, self._charges = self._charges, {}
        return charges


@dataclass(frozen=True, slots=True)
class Meter:
    """The counts of one limit. `interval`: seconds in which one unit comes back; `limited`: refusals by name."""

    name: str
    interval: float
    burst: int
    store: Store
    most: int
    unsettled: Unsettled
    limited: Counter[str]

    def wait(self, key: str, amount: int) -> int:
        """Whole seconds until the amount has room, 0 if it has now."""
        full_at = self.store.get((self.name, key))
        late = max(0.0, full_at - time.monotonic()) if full_at else 0.0
        spare = (self.burst - amount) * self.interval
        return math.ceil(late - spare) if late > spare else 0

    def count(self, key: str, amount: int) -> None:
        """Count the amount; `wait` says whether it has room."""
        known, store = (self.name, key), self.store
        now = time.monotonic()
        seconds = amount * self.interval
        store[known] = max(now, store.get(known, now)) + seconds
        self.unsettled.add(known, seconds)
        store.move_to_end(known)
        if len(store) > self.most:
            store.popitem(last=False)


Charge: TypeAlias = tuple[Meter, int]


class Meters:
    """The rates of this process. Addresses have their own store, so a flood of them cannot drive out a user's counts.

    `limited`: refusals by meter; `spent`: the cost of operations, by kind of asker.
    """

    def __init__(self, rates: Rates, most: int = MAX_KNOWN) -> None:
        self.largest_cost = rates.cost
        self.unsettled = Unsettled()
        self.limited: Counter[str] = Counter()
        self.spent: Counter[str] = Counter()
        self._stores = Store(), Store()
        users, addresses = self._stores

        def user(name: str, limit: int, burst: int, period: float = MINUTE, store: Store = users) -> Meter:
            return Meter(name, period / limit, burst, store, most, self.unsettled, self.limited)

        address = partial(user, store=addresses)
        self.mutations = user("mutations", rates.mutations, rates.mutations_burst)
        self.sends = user("sends", rates.sends, rates.sends_burst)
        self.reads = user("reads", rates.reads, rates.reads_burst)
        self.items = user("items", rates.items, rates.items_burst)
        self.reports = user("reports", rates.reports, rates.reports, HOUR)
        self.codes = user("codes", rates.codes, rates.codes, HOUR)
        self.refused = user("refused", rates.refused, rates.refused)
        self.documents = user("documents", rates.documents, rates.documents)
        self.host_mutations = user("host_mutations", rates.host_mutations, rates.host_mutations_burst)
        self.host_reads = user("host_reads", rates.host_reads, rates.host_reads_burst)
        self.anonymous = address("anonymous", rates.anonymous, rates.anonymous)
        self.anonymous_refused = address("anonymous_refused", rates.refused, rates.refused)
        self.anonymous_documents = address("anonymous_documents", rates.documents, rates.documents)
        self.sign_ins = address("sign_ins", rates.sign_ins, rates.sign_ins)

    def learn(self, key: Key, full_at: float) -> None:
        """By then the count of all processes has refilled; seconds that the store has not counted yet come on top."""
        for store in self._stores:
            if key in store:
                store[key] = max(store[key], full_at + self.unsettled.of(key))


def take(key: str, charges: Sequence[Charge]) -> RateLimited | None:
    """Count all charges, or none and return the refusal with the seconds until there is room."""
    if limited := over(key, charges):
        return limited
    for meter, amount in charges:
        if amount:
            meter.count(key, amount)
    return None


def over(key: str, charges: Sequence[Charge]) -> RateLimited | None:
    """As `take`, without counting the charges."""
    seconds = 0
    for meter, amount in charges:
        if amount and (wait := meter.wait(key, amount)) > seconds:
            seconds = wait
    return _limited(key, charges, seconds) if seconds else None


def _limited(key: str, charges: Sequence[Charge], seconds: int) -> RateLimited:
    for meter, amount in charges:
        if amount and meter.wait(key, amount):
            meter.limited[meter.name] += 1
    never = any(amount > meter.burst for meter, amount in charges)
    return RateLimited(seconds, NEVER_FITS) if never else RateLimited(seconds)


SOON = 0.5
"""Seconds that mutations may take on average; a mutation that waits for longer waits in vain."""

WINDOW = 0.25
"""Seconds over which it is averaged at least; a change of the limit shows after the time that a mutation takes."""

LEAST, FIRST, MOST = 32, 128, 1_024
"""Mutations under way: always allowed, allowed before any has ended, and never exceeded. A full set is 32 sends."""

LONGEST_WINDOW = 1.0

GROWTH, FALL = 1.25, 0.5
"""The largest change of the limit after a window."""


class Pressure:
    """Of one process, from all that a mutation waits for: the event loop, other mutations, connections, the database.

    `limit`: mutations that may be under way. It falls while they take too long or none ends, and grows while they do
    not and there are more of them. Queries and streams are always taken: readers come before writers.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self.limit: float = FIRST
        self.under_way = 0
        self._now = now
        self._ended_at = self._until = now()
        self._begin_window()

    def refuse(self) -> Overloaded | None:
        """The refusal of one more mutation, if there is no room for it."""
        self._adjust()
        if not self.under_way:
            # The slow ones are gone: a crowd that comes now finds an idle service.
            self.limit = max(self.limit, FIRST)
        if self.under_way < self.limit:
            return None
        self._was_full = True
        return Overloaded()

    def take(self, mutation: asyncio.Future[Any]) -> None:
        """It is under way from now on until it is done."""
        began = self._now()
        if not self.under_way:
            self._ended_at = began
        self.under_way += 1
        mutation.add_done_callback(partial(self._end, began))

    def _end(self, began: float, _: object) -> None:
        self.under_way -= 1
        self._ended_at = self._now()
        self._ends += 1
        self._spent += self._ended_at - began

    def _adjust(self) -> None:
        now = self._now()
        if now < self._until:
            return
        seconds = self._seconds(now)
        if seconds > SOON and (self.under_way or self._ends):
            taken = min(self.limit, max(self.under_way, self._ends))
            self.limit = max(LEAST, taken * max(FALL, SOON / seconds))
        elif self.under_way and not self._ends:
            return
        elif self._was_full:
            self.limit = min(MOST, self.limit * GROWTH)
        self._until = now + max(WINDOW, min(seconds, LONGEST_WINDOW))
        self._begin_window()

    def _seconds(self, now: float) -> float:
        """That a mutation takes now, as far as it is known."""
        return self._spent / self._ends if self._ends else now - self._ended_at

    def _begin_window(self) -> None:
        self._ends, self._spent, self._was_full = 0, 0.0, False
