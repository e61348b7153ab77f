"""Client keys: what a send with a key answered the first time."""

from tortoise import fields
from tortoise.models import Model

from models.fields import MomentField, reference
from models.user import User


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
