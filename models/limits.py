"""The limits of sends: quotas, client keys."""

from tortoise import fields
from tortoise.models import Model

from models.db.fields import DayField, MomentField, reference
from models.users import User


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
