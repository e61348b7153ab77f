"""Tickets for streams, and the places from which named streams begin again."""

import hashlib
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from events.stream import Broken
from models import streams as tables
from models.db.connection import DatabaseBusy, OutcomeUnknown
from models.event_log import NOBODY, EventCursor
from models.streams import StreamStart, StreamTicket
from resolvers.mutation import Concerned, Fields, Step, mutate
from rules.problems import InvalidInput, InvalidInputReason
from schema.types import streams as types
from schema.types.context import Context, Given, Info, Opening, Services
from schema.types.problems import problem_of
from schema.types.scalars import is_event_cursor

TICKET_BYTES = 32
LONGEST_STREAM = timedelta(days=1)
MOVES_AFTER = timedelta(hours=1)
GUESSED_FOR = 2 * MOVES_AFTER
"""For how long after its last move a place serves streams that are only taken to be the same: an hour after the last of
them ended, or two.
"""


async def create_stream_ticket(
    info: Info, input: Given[types.CreateStreamTicketInput]
) -> types.CreateStreamTicketResult | None:
    """Get a ticket with which a browser's EventSource opens one stream of the viewer."""
    # Only its digest is stored (behaviour 9.22).
    context = info.context
    context.require_viewer()
    if not 1 <= input.valid_seconds <= types.MOST_SECONDS:
        return problem_of(InvalidInput("validSeconds", InvalidInputReason.BAD_FORMAT))

    async def step(step: Step) -> Fields:
        ticket = secrets.token_hex(TICKET_BYTES)
        longest = step.now + LONGEST_STREAM
        ends_at = min(context.signed_in_until or longest, longest)
        opens_until = step.now + timedelta(seconds=input.valid_seconds)
        row = StreamTicket(
            user_id=step.viewer_id,
            digest=_digest(ticket),
            opens_until=opens_until,
            ends_at=ends_at,
            issued_at=context.signed_in_at,
        )
        await tables.keep_ticket(step.tx, row)
        return {"ticket": ticket, "ends_at": ends_at}

    return await mutate(context, Concerned(NOBODY), step, types.CreateStreamTicketSuccess)


async def redeem(services: Services, ticket: str, address: str, last: str | None) -> StreamTicket | None:
    """The ticket, with the user whose stream it opens at an address; None if it opens nothing.

    A spent one opens its own stream again, for a client that shows an item of this user's: a copy of the address alone,
    from a log or a history, opens nothing. `last`: the id of the last item that the client got, if it got one.
    """
    database, now = services.database, services.clock()
    digest, address = _digest(ticket), _digest(address)
    is_first = await tables.spend_ticket(database, digest, address, now)
    spent = await tables.spent_ticket(database, digest, address)
    if spent is None or spent.ends_at <= now:
        return None
    item = services.sealer.open_event_cursor(spent.user_id, last) if last and is_event_cursor(last) else None
    return spent if is_first or item else None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()


@dataclass(slots=True)
class Kept:
    """Keeps the place from which a named stream begins if its client opens it again without a cursor.

    The place follows the stream, an hour or two later: what was sent by then has long been read or was refused.
    """

    context: Context
    opening: Opening
    _at: datetime = field(init=False)
    _reached: EventCursor | None = None

    def __post_init__(self) -> None:
        self._at = self.context.now

    async def find(self) -> EventCursor | Broken | None:
        """None for a stream that is opened for the first time.

        EXPIRED for a guess after a long time: a client that comes back must read again, and a new one loses nothing.
        """
        viewer_id, services, name = self.context.require_viewer(), self.context.services, self.opening.name
        if not name:
            return None
        orm = services.database.orm
        start = await StreamStart.get_or_none(user_id=viewer_id, name=name, using_db=orm)
        if start is None:
            return None
        if self.opening.is_guessed and start.began_at + GUESSED_FOR < services.clock():
            return Broken.EXPIRED
        return EventCursor(viewer_id, start.epoch, start.seq)

    async def keep(self, cursor: EventCursor) -> None:
        """Before the first item is sent. DatabaseBusy in trouble, whether or not it was kept: a stream has no other."""
        if name := self.opening.name:
            services = self.context.services
            start = StreamStart(
                user_id=cursor.user_id,
                name=name,
                epoch=cursor.epoch,
                seq=cursor.seq,
                began_at=services.clock(),
            )
            try:
                await tables.keep_start(services.database, start)
            except OutcomeUnknown as error:
                # Kept twice it is the same. So the stream breaks off, and its client opens it again.
                raise DatabaseBusy(str(error)) from error

    async def move(self, reached: EventCursor) -> None:
        """Note a place of a named stream, whose items are all sent."""
        now = self.context.services.clock()
        if now - self._at < MOVES_AFTER:
            return
        if self._reached:
            await self.keep(self._reached)
        self._reached, self._at = reached, now
