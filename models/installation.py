"""The installation itself: facts that all its processes share."""

import secrets
from datetime import datetime, timedelta

from tortoise import fields
from tortoise.expressions import F, Q

from models.db.connection import Connection, Transaction
from models.db.fields import EPOCH, Keyed, MomentField

NOTICE = timedelta(minutes=1)
"""From the making of a secret until it seals: by then each process knows it, so that all can open what one seals."""


class Installation(Keyed):
    """One row. `revocations` counts those of tokens. A database that is restored begins a new `epoch` of all logs.

    `home` names the server and table of PostgreSQL, or the last opening of a SQLite file: models/db/epochs.py.
    """

    revocations = fields.BigIntField(default=0)
    epoch = fields.SmallIntField(default=1)
    home = fields.TextField(default="")

    class Meta:
        table = "installation"


class SealingSecret(Keyed):
    """Ids and cursors are sealed with the newest that has begun; a backup that is restored keeps them valid.

    All others are opened too, until `opens_until`; None: until there is a newer one.
    """

    secret = fields.TextField()
    seals_from = MomentField()
    opens_until = MomentField(null=True)

    class Meta:
        table = "sealing_secrets"
        unique_together = (("seals_from",),)


async def read_secrets(db: Connection, now: datetime) -> list[bytes]:
    """32 bytes each: the one that seals, then all others that still open, or will seal soon.

    The first secret is made at random on the first call of any process.
    """
    opening = SealingSecret.all(db.orm).filter(Q(opens_until=None) | Q(opens_until__gt=now))
    rows = await opening.order_by("-seals_from")
    if not rows:
        made = SealingSecret(secret=_made(), seals_from=EPOCH)
        await SealingSecret.bulk_create([made], ignore_conflicts=True, using_db=db.orm)
        rows = await opening.order_by("-seals_from")
    # A clock may be slower than that of another machine, and before all of them.
    begun = [row for row in rows if row.seals_from <= now] or rows[-1:]
    ordered = [begun[0], *(row for row in rows if row is not begun[0])]
    return [bytes.fromhex(row.secret) for row in ordered]


async def rotate_secrets(tx: Transaction, now: datetime, keep: timedelta) -> datetime:
    """Gives the time from which a new secret seals. All that was sealed before opens for so long after it at most.

    That includes what earlier secrets sealed: each of them may have been stolen.
    """
    await read_secrets(tx, now)  # A process may start before the new one begins: it needs one until then.
    await _make(tx)
    await Installation.all(tx.orm).select_for_update().get(id=1)
    seals_from = now + NOTICE
    ends_at = seals_from + keep
    open_longer = SealingSecret.all(tx.orm).filter(Q(opens_until=None) | Q(opens_until__gt=ends_at))
    await open_longer.update(opens_until=ends_at)
    await SealingSecret.all(tx.orm).filter(opens_until__lte=now).delete()
    await SealingSecret.create(secret=_made(), seals_from=seals_from, using_db=tx.orm)
    return seals_from


async def next_revocation(tx: Transaction) -> int:
    """The row is locked until the transaction ends, so numbers grow in the order of the commits."""
    await _make(tx)
    await Installation.all(tx.orm).filter(id=1).update(revocations=F("revocations") + 1)
    counted: int = (await Installation.get(id=1, using_db=tx.orm)).revocations
    return counted


async def _make(db: Connection) -> None:
    await Installation.bulk_create([Installation(id=1)], ignore_conflicts=True, using_db=db.orm)


def _made() -> str:
    return secrets.token_hex(32)
