"""Allowances: the cap of three unaccepted messages."""

from tortoise import fields
from tortoise.models import Model

from models.fields import reference
from models.user import User


class Allowance(Model):
    """How many messages of the sender the recipient has not accepted; nothing but an accept lowers it.

    `hints` (`DraftHint`) and `text_mark` are of the first message where it was a request, else 0.
    """

    id = fields.BigIntField(primary_key=True)
    sender: fields.ForeignKeyRelation[User] = reference("User")
    sender_id: int
    recipient: fields.ForeignKeyRelation[User] = reference("User")
    recipient_id: int
    unaccepted = fields.SmallIntField()
    hints = fields.SmallIntField(default=0)
    text_mark = fields.BigIntField(default=0)

    class Meta:
        table = "allowances"
        unique_together = (("sender_id", "recipient_id"),)
