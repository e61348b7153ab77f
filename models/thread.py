"""Threads: the one conversation of a pair of users."""

from tortoise import fields
from tortoise.models import Model

from models.fields import MomentField, reference
from models.user import User


class Thread(Model):
    """A pair in ascending order of ids; open once `opened_at` is set, and then for ever."""

    id = fields.BigIntField(primary_key=True)
    low: fields.ForeignKeyRelation[User] = reference("User")
    low_id: int
    high: fields.ForeignKeyRelation[User] = reference("User")
    high_id: int
    opened_at = MomentField(null=True)
    last_seq = fields.IntField(default=0)
    created_at = MomentField()

    class Meta:
        table = "threads"
        unique_together = (("low_id", "high_id"),)
