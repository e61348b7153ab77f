"""Rows that outlive a stream's connection: where a named stream began, and the tickets that open one."""

from datetime import datetime

from tortoise import fields

from models.db.connection import Connection
from models.db.fields import Keyed, MomentField, reference
from models.db.statements import Write
from models.users import User

MOST = 200
"""Rows of each kind that a user can have: older ones go."""


class StreamStart(Keyed):
    """The place in the user's log at which a client first opened a stream of this name."""

    user: fields.ForeignKeyRelation[User] = reference("User")
    user_id: int
    name = fields.TextField()
    epoch = fields.SmallIntField()
    seq = fields.BigIntField()
    began_at = MomentField()

    class Meta:
        table = "stream_starts"
        unique_together = (("user_id", "name"),)


class StreamTicket(Keyed):
    """`digest` is of the ticket, which is stored nowhere. `address` is that of its stream, once it has opened it.

    `issued_at` is that of the token that asked for the ticket, None if it does not say.
    """

    user: fields.ForeignKeyRelation[User] = reference("User")
    user_id: int
    digest = fields.TextField()
    address = fields.TextField(null=True)
    opens_until = MomentField()
    ends_at = MomentField()
    issued_at = MomentField(null=True)

    class Meta:
        table = "stream_tickets"
        unique_together = (("digest",),)


def _dropped(table: str) -> Write:
    newest = f"SELECT id FROM {table} WHERE user_id = $1 ORDER BY id DESC LIMIT 1 OFFSET {MOST}"
    return Write(f"DELETE FROM {table} WHERE user_id = $1 AND id <= ({newest})")


_DROP_STARTS, _DROP_TICKETS = _dropped("stream_starts"), _dropped("stream_tickets")


async def keep_start(db: Connection, start: StreamStart) -> None:
    """Replaces an earlier one of the same name, and is the newest row: the oldest ones go."""
    columns = ["id", "epoch", "seq", "began_at"]
    await StreamStart.bulk_create(
        [start], on_conflict=["user_id", "name"], update_fields=columns, using_db=db.orm
    )
    await _DROP_STARTS.run(db, start.user_id)


async def keep_ticket(db: Connection, ticket: StreamTicket) -> None:
    """A user's oldest go."""
    await ticket.save(using_db=db.orm)
    await _DROP_TICKETS.run(db, ticket.user_id)


async def spend_ticket(db: Connection, digest: str, address: str, now: datetime) -> bool:
    """Whether it was good and unspent: of any number of calls, in all processes, one gets True."""
    good = StreamTicket.all(db.orm).filter(digest=digest, address=None, opens_until__gte=now, ends_at__gt=now)
    return await good.update(address=address) == 1


async def spent_ticket(db: Connection, digest: str, address: str) -> StreamTicket | None:
    """With its user; None for a ticket that never opened a stream at this address."""
    return (
        await StreamTicket.all(db.orm).filter(digest=digest, address=address).select_related("user").first()
    )
