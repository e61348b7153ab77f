"""The limits of sends: quotas and client keys, and the charge of a send that finds no recipient."""

from dataclasses import dataclass
from datetime import date, datetime

from tortoise import fields
from tortoise.expressions import F
from tortoise.models import Model

from models.db.connection import Transaction
from models.db.fields import DayField, MomentField, reference
from models.db.statements import Reason, Write
from models.event_log import told_last
from models.users import User, UserStream
from rules.events import EventKind


class Quota(Model):
    """A row a user and UTC day; no row means none."""

    id = fields.BigIntField(primary_key=True)
    user: fields.ForeignKeyRelation[User] = reference("User")
    user_id: int
    day = DayField()
    pairs = fields.IntField()

    class Meta:
        table = "quotas"
        unique_together = (("user_id", "day"),)


class ClientKey(Model):
    """The fingerprint is of the input; without a message the answer was that the recipient is unavailable."""

    id = fields.BigIntField(primary_key=True)
    user: fields.ForeignKeyRelation[User] = reference("User")
    user_id: int
    key = fields.TextField()
    fingerprint = fields.TextField()
    message_id = fields.BigIntField(null=True)
    created_at = MomentField()

    class Meta:
        table = "client_keys"
        unique_together = (("user_id", "key"),)


_TOLD = told_last(EventKind.STANDING_CHANGED)

_QUOTA = Write(
    """INSERT INTO quotas (user_id, day, pairs) SELECT $1, $2, 1 WHERE $3
    ON CONFLICT (user_id, day) DO UPDATE SET pairs = quotas.pairs + 1""",
    Reason.SET,
)
_KEY = Write(
    """INSERT INTO client_keys (user_id, key, fingerprint, message_id, created_at)
    SELECT $1, $2, $3, NULL, $4 WHERE $2 <> ''
    ON CONFLICT (user_id, key) DO UPDATE SET fingerprint = excluded.fingerprint,
        message_id = NULL, created_at = excluded.created_at""",
    Reason.SET,
)


@dataclass(frozen=True, slots=True)
class Charge:
    """`bucket_at`: the bucket with this send in it; `key` "" for none."""

    viewer_id: int
    bucket_at: datetime
    day: date
    costs_pair: bool
    key: str
    fingerprint: str
    now: datetime


async def charge(tx: Transaction, cost: Charge) -> None:
    """Run it in a transaction that holds the viewer's stream.

    It advances the fence, so that every send in flight notices it.
    """
    stream = UserStream.all(tx.orm).filter(user_id=cost.viewer_id)
    await stream.update(bucket_at=cost.bucket_at, fence=F("fence") + 1, last_seq=F("last_seq") + 1)
    await _TOLD.run(tx, cost.viewer_id, cost.now)
    await _QUOTA.run(tx, cost.viewer_id, cost.day, cost.costs_pair)
    await _KEY.run(tx, cost.viewer_id, cost.key, cost.fingerprint, cost.now)
