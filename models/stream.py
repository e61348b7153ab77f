"""Streams: one row a user, with all that its writers take turns at."""

from typing import TYPE_CHECKING

from tortoise import fields
from tortoise.models import Model

from models.fields import MomentField
from models.moments import EPOCH

if TYPE_CHECKING:
    from models.user import User


class UserStream(Model):
    """The counter of the user's events; `epoch` changes when the log is restored from a backup.

    `fence` counts what may change how a message lands. `bucket_at` is when the bucket of sends will be
    full again.
    """

    user: fields.OneToOneRelation["User"] = fields.OneToOneField(
        "models.User", related_name=False, on_delete=fields.NO_ACTION, primary_key=True
    )
    user_id: int
    last_seq = fields.BigIntField(default=0)
    epoch = fields.SmallIntField(default=1)
    fence = fields.BigIntField(default=0)
    bucket_at = MomentField(default=EPOCH)

    class Meta:
        table = "user_streams"
