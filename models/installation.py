"""The installation itself: what is one for all its processes."""

import secrets

from tortoise import fields
from tortoise.expressions import F
from tortoise.models import Model

from models.db.connection import Connection, Transaction


class Installation(Model):
    """One row. Ids and cursors are sealed with the secret: a backup that is restored keeps them valid.

    `revocations` counts those of tokens.
    """

    id = fields.BigIntField(primary_key=True)
    secret = fields.TextField()
    revocations = fields.BigIntField(default=0)

    class Meta:
        table = "installation"


async def read_secret(db: Connection) -> bytes:
    """32 bytes, made at random on the first call of any process."""
    await _make(db)
    return bytes.fromhex((await Installation.get(id=1, using_db=db.orm)).secret)


async def next_revocation(tx: Transaction) -> int:
    """The row is locked until the transaction ends, so numbers grow in the order of the commits."""
    await _make(tx)
    await Installation.all(tx.orm).filter(id=1).update(revocations=F("revocations") + 1)
    counted: int = (await Installation.get(id=1, using_db=tx.orm)).revocations
    return counted


async def _make(db: Connection) -> None:
    made = Installation(id=1, secret=secrets.token_hex(32))
    await Installation.bulk_create([made], ignore_conflicts=True, using_db=db.orm)
