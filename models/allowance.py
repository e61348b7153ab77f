"""Allowances: the cap of three unaccepted messages."""

from tortoise import fields
from tortoise.models import Model

from models.fields import reference
from models.user import User


class Allowance(Model):
    """How many messages of the sender the recipient has not accepted; nothing but an accept lowers it."""

    id = fields.BigIntField(primary_key=True)
    sender: fields.ForeignKeyRelation[User] = reference("User")
    sender_id: int
    recipient: fields.ForeignKeyRelation[User] = reference("User")
    recipient_id: int
    unaccepted = fields.SmallIntField()

    class Meta:
        table = "allowances"
        unique_together = (("sender_id", "recipient_id"),)
