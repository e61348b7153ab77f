"""Quotas: how many new pairs a user has begun on a day."""

from tortoise import fields
from tortoise.models import Model

from models.fields import DayField, reference
from models.user import User


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
