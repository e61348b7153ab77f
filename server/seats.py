"""The sockets and streams that each user or address has open in this process, and the operations on them."""

import asyncio
from dataclasses import dataclass, field

from server.admission import Asker
from server.errors import RateLimited
from server.rates import Rates

RETRY_AFTER = 5
"""Seconds until a retry makes sense: there is room once the asker ends one of its own operations."""


def too_many_streams() -> RateLimited:
    """The refusal of a stream over HTTP when the asker has no place left."""
    return RateLimited(RETRY_AFTER, "Too many open streams: end one first.")


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
        return RateLimited(RETRY_AFTER, "Too many open operations: end one first.")
