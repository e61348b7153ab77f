"""Which sockets each asker has open in this process, and what runs in them."""

import asyncio
from dataclasses import dataclass, field

from server.admission import Asker
from server.rates import Rates
from server.refusals import RateLimited

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
