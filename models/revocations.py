"""Since when a user's tokens are good. Revocations are numbered, so each process finds those that it does not know."""

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from tortoise.expressions import Q

from models.db.connection import Connection, Transaction
from models.installation import next_revocation
from models.users import User

MOST = 1_000
"""Revocations in one read."""


@dataclass(frozen=True, slots=True)
class Revocation:
    """The last one of a user. `number` grows in the order of the commits."""

    number: int
    subject: str
    valid_from: datetime


async def revoke(tx: Transaction, user_id: int, before: datetime) -> Revocation | None:
    """None if as many tokens, or more, are refused already. Others that revoke wait for the transaction's end."""
    number = await next_revocation(tx)
    older = User.all(tx.orm).filter(Q(tokens_valid_from=None) | Q(tokens_valid_from__lt=before), id=user_id)
    if not await older.update(tokens_valid_from=before, revocation=number):
        return None
    return Revocation(number, (await User.get(id=user_id, using_db=tx.orm)).host_id, before)


async def find_valid_from(db: Connection, user_id: int) -> datetime | None:
    """None for a user whose tokens were never revoked."""
    return (await User.get(id=user_id, using_db=db.orm)).tokens_valid_from


async def last_revocation(db: Connection) -> int:
    """The highest number, 0 for none."""
    newest = User.all(db.orm).filter(revocation__not_isnull=True).order_by("-revocation").first()
    return cast("int | None", await newest.values_list("revocation", flat=True)) or 0


async def revoked_after(db: Connection, number: int) -> list[Revocation]:
    """Revocations with higher numbers, in ascending order, at most MOST."""
    newer = User.all(db.orm).filter(revocation__gt=number).order_by("revocation").limit(MOST)
    rows = await newer.values_list("revocation", "host_id", "tokens_valid_from")
    return [Revocation(*row) for row in rows]
